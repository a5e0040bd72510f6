"""Shares told as so many of each so many: ``واحد من كل خمسة``, ``ثلاثة أطفال من كل عشرة``, ``امرأة من بين كل ثلاث``."""

from __future__ import annotations

from arnews.numbers.model import Numeral
from arnews.numbers.operand import Operand
from arnews.numbers.operands import Operands
from arnews.records import Quantity


def share(op: Operands, part: Operand) -> Numeral | None:
    """The share whose first number is ``part``, or None where no ``من كل`` with a larger number follows it or its noun."""
    if not isinstance(part.value, int) or part.value < 1 or part.form != "cardinal" or (part.has_unit and part.kind != "dual"):
        return None
    at = _each(op, part.end)
    if at is None and part.noun is not None and part.noun[0] >= part.end:
        at = _each(op, part.noun[1])
    return None if at is None else _made(op, part.first, part.cut, part.value, op.at(at, cut=False, shared=True))


def of_noun(op: Operands, whole: Operand) -> Numeral | None:
    """``طفل من كل خمسة``: one, told by its noun in the singular before ``من كل``."""
    words, grammar = op.words, op.lexicon.grammar
    if whole.first < 3 or words[whole.first - 1].key not in grammar["each"]:
        return None
    at = whole.first - 2
    if words[at].key in grammar["between"] or words[at].key in grammar["out-of"]:
        at -= 1
    if at < 1 or words[at].key not in grammar["of"] or words[at].line != words[whole.first].line:
        return None
    noun = op.lexicon.nouns.get(words[at - 1].key)
    counted = at > 1 and (words[at - 2].kind == "number" or op.reader.atom(at - 2) is not None)
    if noun is None or noun.number != "s" or noun.kind == "time" or counted:
        return None
    return _made(op, at - 1, 0, 1, whole)


def _each(op: Operands, end: int) -> int | None:
    """The word after ``من كل`` or ``من بين كل`` at word ``end``."""
    words, grammar = op.words, op.lexicon.grammar
    if end + 2 >= len(words) or words[end].key not in grammar["of"] or words[end].line != words[end - 1].line:
        return None
    at = end + 2 if words[end + 1].key in grammar["between"] or words[end + 1].key in grammar["out-of"] else end + 1
    return at + 1 if words[at].key in grammar["each"] and at + 1 < len(words) else None


def _made(op: Operands, first: int, cut: int, value: int, whole: Operand | None) -> Numeral | None:
    if whole is None or not isinstance(whole.value, int) or whole.form != "cardinal" or whole.has_unit or whole.value <= value:
        return None
    quantity = Quantity(best=value / whole.value)
    return Numeral(first, whole.end, cut, (first, whole.core[1]), quantity, "fraction", None, whole.noun, rule="share")
