"""Parts of a unit after its noun: ``ساعة ونصف``, ``ثلاث سنوات ونصف``, ``عقد ونصف العقد``, ``1 1/2``."""

from __future__ import annotations

from arnews.numbers.cardinals import Reader
from arnews.numbers.lexicon import Value
from arnews.numbers.operand import Operand


def part_after(reader: Reader, end: int, noun_key: str) -> tuple[int, Value] | None:
    """``ونصف`` or ``ونصف السنة`` after a noun that ends at word ``end``: where it ends, and its value."""
    words, lexicon = reader.words, reader.lexicon
    link = reader.linked(end)
    atom = lexicon.words.get(link[1]) if link is not None else None
    if link is None or atom is None or atom.kind not in "fn" or atom.definite or words[link[0]].line != words[end - 1].line:
        return None
    stop = link[0] + 1
    if stop < len(words):
        nxt = words[stop].key
        scale = lexicon.words.get(nxt)
        if scale is not None and scale.kind == "s":
            return None  # كيلومتر ونصف مليون: another number begins
        article = lexicon.affixes["article"][0]
        noun, other = lexicon.nouns.get(nxt.removeprefix(article)), lexicon.nouns.get(noun_key)
        if nxt in {noun_key, article + noun_key} or (noun is not None and other is not None and noun.lemma == other.lemma):
            stop += 1
    return stop, atom.value


def and_a_half(reader: Reader, i: int, key: str, cut: int) -> Operand | None:
    """``ساعة ونصف``, ``كيلومتر وربع``: one unit of time or measure and a part of it."""
    lexicon = reader.lexicon
    noun, unit = lexicon.nouns.get(key), lexicon.units.get([key])
    if noun is not None and noun.kind == "time" and noun.number == "s" and noun.lemma not in lexicon.grammar["lemma-time"]:
        name = noun.lemma
    elif unit is not None and unit.kind == "measure":
        name = unit.name
    else:
        return None
    part = part_after(reader, i + 1, key)
    if part is None:
        return None
    at = (i, i + 1) if noun is not None else None
    return Operand(i, part[0], (i, part[0]), cut, 1 + part[1], "cardinal", "and-a-half", name, None, at)


def mixed_fraction(reader: Reader, end: int) -> float | None:
    """The fraction one space after a whole number: ``1 1/2``."""
    words = reader.words
    if end >= len(words) or words[end].kind != "number" or words[end].start != words[end - 1].end + 1:
        return None
    top, _, bottom = words[end].text.partition("/")
    if not (top.isdigit() and bottom.isdigit() and 0 < int(top) < int(bottom) <= 16):
        return None
    return int(top) / int(bottom)
