"""Numbers of a document: the scan, the public ``find`` and ``to_record``, and why a digit group is no number."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from arnews.context import Context
from arnews.numbers import duals
from arnews.numbers.bounds import Bounds
from arnews.numbers.expressions import Expressions
from arnews.numbers.lexicon import PROCLITICS, NumberLexicon, load
from arnews.numbers.model import Numeral
from arnews.numbers.operands import Operands
from arnews.records import Number, Quantity
from arnews.text.document import Document
from arnews.text.words import Word, cut_offset, cuts

_REACH = 7
_MARKS_BEFORE_DIGITS = frozenset("$€£¥₪﷼%-−–.")


class Excluded(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) that a rule, by name, keeps from being a number."""

    first: int
    last: int
    rule: str


def find(doc: Document, context: Context) -> list[Numeral]:
    """The numbers of ``doc`` in the order of its words, none overlapping another. Linear in the number of words."""
    return _scan(doc.words, context, load())[0]


def exclusions(doc: Document, context: Context) -> list[Excluded]:
    """What the rules kept out: digit groups and number words that are references, dates, names or other words."""
    return _scan(doc.words, context, load())[1]


def to_record(doc: Document, numeral: Numeral) -> Number:
    """The public record of a numeral: its raw span with the clean value."""
    first, last = doc.words[numeral.first], doc.words[numeral.last - 1]
    span = doc.span(cut_offset(first, numeral.cut), last.end)
    return Number(
        start=span.start,
        end=span.end,
        text=span.text,
        quantity=numeral.quantity,
        form=numeral.form,
        unit=numeral.unit,
        alternatives=numeral.alternatives,
        rule=numeral.rule,
    )


@lru_cache(maxsize=65536)
def _temperature(key: str) -> int:
    """2 for a word that can be a number, 1 for one that can begin an expression around a number, else 0."""
    lexicon = load()
    if key in lexicon.hot:
        return 2
    best = 1 if key in lexicon.starts else 0
    if key[:1] in PROCLITICS and key:
        for _, rest in cuts(key):
            if rest in lexicon.hot:
                return 2
            if rest in lexicon.starts:
                best = 1
    return best


def _starts(words: tuple[Word, ...]) -> list[int]:
    """The words at which an expression may start: numbers, and weak starts with a number in the next few words."""
    out: list[int] = []
    waiting: list[int] = []
    for i, w in enumerate(words):
        kind = w.kind
        if kind == "number":
            heat = 2
        elif kind == "arabic":
            heat = _temperature(w.key)
        elif kind == "punct":
            heat = 1 if w.text in _MARKS_BEFORE_DIGITS else 0
        else:
            heat = 1 if kind == "latin" else 0
        if heat == 2:
            out += [k for k in waiting if k >= i - _REACH]
            waiting.clear()
            out.append(i)
        elif heat == 1:
            waiting.append(i)
    return out


def _scan(words: tuple[Word, ...], context: Context, lexicon: NumberLexicon) -> tuple[list[Numeral], list[Excluded]]:
    operands = Operands.of(words, lexicon, context)
    expressions = Expressions(operands, Bounds(words, lexicon))
    found: list[Numeral] = []
    out: list[Excluded] = []
    i = 0
    for start in _starts(words):
        if start < i:
            continue
        i = start
        phrase = lexicon.exclusions.longest(words, i) or lexicon.regnal.longest(words, i, proclitics=True)
        if phrase is not None:
            out.append(Excluded(phrase.first, phrase.last, phrase.value))
            i = phrase.last
            continue
        skip = _chain(words, i)
        if skip is not None:
            out.append(skip)
            i = skip.last
            continue
        numeral = expressions.at(i)
        if numeral is None:
            numeral = expressions.around(_dual(operands, i, out, found[-1] if found else None), found[-1].last if found else 0)
        if numeral is None:
            if operands.excluded and operands.excluded[-1][0] == i and words[i].kind != "number":
                i = max(i + 1, operands.excluded[-1][1])
            else:
                i += 1
            continue
        if found and numeral.first < found[-1].last:
            i = max(i + 1, found[-1].last)
            continue
        if numeral.previous_at is not None:
            # ارتفع من 1.7 سنة 2019 إلى 2.5: the year between the totals is a number too.
            for k in range(numeral.previous_at[1], numeral.first):
                between = expressions.at(k) if words[k].kind == "number" else None
                if between is not None and between.last <= numeral.first:
                    found.append(between)
        found.append(numeral)
        i = max(numeral.core[1], numeral.last if numeral.noun is None or numeral.rule == "dual" else numeral.core[1], i + 1)
    out += [Excluded(*e) for e in operands.excluded]
    taken = {k for x in found for k in range(x.first, x.last)} | {k for x in found if x.previous_at for k in range(*x.previous_at)}
    return found, sorted({e for e in out if e.first not in taken})


def _chain(words: tuple[Word, ...], i: int) -> Excluded | None:
    """Digits joined by dashes: dates (12-7-2025), telephone numbers (050-1234567), scores and countdowns (3-1)."""
    w = words[i]
    if w.kind != "number" or not w.text.isdigit():
        return None
    parts, end = [w.text], i + 1
    while end + 1 < len(words) and words[end].text in {"-", "–", "—", "/", "\\"} and words[end].start == words[end - 1].end:
        nxt = words[end + 1]
        if nxt.kind != "number" or nxt.start != words[end].end:
            break
        parts.append(nxt.text)
        end += 2
    if len(parts) == 1:
        return None
    if len(parts) >= 3:
        return Excluded(i, end, "dashed-date-or-code")
    if not parts[1].isdigit():
        return None
    a, b = parts
    if len(b) >= 6 or (len(a) > 1 and a[0] == "0") or (len(b) > 1 and b[0] == "0"):
        return Excluded(i, end, "phone-number")
    if int(a) >= int(b):
        return Excluded(i, end, "score")
    return None


def _dual(operands: Operands, i: int, out: list[Excluded], previous: Numeral | None) -> Numeral | None:
    """A counted noun or a unit in the dual: the noun is the number."""
    words = operands.words
    if words[i].kind != "arabic":
        return None
    unit = duals.unit_dual(operands, i)
    if unit is not None:
        return Numeral(i, unit.end, unit.cut, unit.core, Quantity(best=unit.value), "cardinal", unit.unit, None, (), "dual-unit")
    described = previous is not None and previous.last == i and previous.rule.startswith("dual") and previous.noun is not None
    noun = duals.noun_dual(operands, i, described=described)
    if isinstance(noun, str):
        out.append(Excluded(i, i + 1, noun))
        return None
    if noun is None:
        return None
    return Numeral(i, noun.end, noun.cut, noun.core, Quantity(best=noun.value), noun.form, noun.unit, noun.noun, (), noun.kind)
