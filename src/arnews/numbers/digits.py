"""Digit groups: what ``3,500``, ``3.500``, ``25799,52`` and ``1 200 000`` mean, and which groups are no number at all.

The policy, in the order in which it is tried (docs/numbers.md gives the reasons):

1. Two kinds of separator: the last kind is the decimal one (``1,234.56``, ``1.234,56``).
2. One kind, more than once, groups of three: thousands (``1,200,000``, ``1.200.000``).
3. One comma or Arabic thousands mark before exactly three digits: thousands, decimal as the alternative (``3,500``).
4. One stop before exactly three digits: thousands where a counted noun or money follows, else decimal; the other
   reading is the alternative.
5. One separator before any other number of digits: decimal (``25799,52``, ``3.5``).
6. Groups of three apart by one space: thousands (``1 200 000``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from arnews.numbers.lexicon import NumberLexicon, Value, load
from arnews.text.words import Word

_MINUS = {"-", "−", "–"}
_SUFFIX = {
    "k": 10**3,
    "M": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "B": 10**9,
    "bn": 10**9,
    "billion": 10**9,
    "T": 10**12,
    "trillion": 10**12,
}


class Digits(NamedTuple):
    """A digit group: words ``first`` to ``end``, its value, other readings, and the rule that read it.

    ``value`` is None where the group is no number; ``rule`` then names why. ``thousands`` is the grouped reading of an
    ambiguous stop (``3.500``), which a following noun prefers.
    """

    first: int
    end: int
    value: Value | None
    rule: str
    alternatives: tuple[Value, ...] = ()
    thousands: Value | None = None


def _value(text: str) -> Value:
    return float(text) if "." in text else int(text)


def _grouped(parts: list[str]) -> bool:
    return 1 <= len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(p) == 3 for p in parts[1:])


def read_group(text: str) -> tuple[Value | None, str, tuple[Value, ...], Value | None]:
    """Value, rule, alternatives and grouped reading of one digit group with its separators."""
    if text.isdigit():
        if len(text) > 2 and text[0] == "0":
            return None, "leading-zero", (), None
        return (int(text), "digits", (), None) if len(text) <= 18 else (None, "long-identifier", (), None)
    if ":" in text:
        return None, "clock-time", (), None
    if "/" in text:
        return None, "slash", (), None
    commas, stops = text.count(","), text.count(".")
    if commas and stops:
        last = "," if text.rindex(",") > text.rindex(".") else "."
        other = "." if last == "," else ","
        head, tail = text.rsplit(last, 1)
        if text.count(last) > 1 or not _grouped(head.split(other)):
            return None, "mixed-separators", (), None
        return _value(head.replace(other, "") + "." + tail), "digits-grouped", (), None
    mark = "," if commas else "."
    parts = text.split(mark)
    if len(parts) > 2:
        if _grouped(parts):
            return int("".join(parts)), "digits-grouped", (), None
        return None, "dotted-date-or-version" if mark == "." else "number-list", (), None
    decimal = _value(".".join(parts))
    if len(parts[0]) > 15:
        return None, "long-identifier", (), None
    if not _grouped(parts):
        return decimal, "digits-decimal", (), None
    grouped = int("".join(parts))
    if mark == ",":
        return grouped, "digits-grouped", (decimal,), grouped
    return decimal, "digits-decimal", (grouped,), grouped


def _near(a: Word, b: Word) -> bool:
    return a.end == b.start


def _comma_joined(words: Sequence[Word], i: int) -> tuple[str, int]:
    """Digits with the Arabic comma inside, which the press writes for either mark: ``3،5 مليون``, ``12،500``, ``26،013,94``.

    Gives the text with commas and stops alone, and where it ends; a list without spaces (``5،6،7``) is not joined.
    """
    text, pieces, end = words[i].text, [words[i].text], i + 1
    if i > 1 and words[i - 1].text == "،" and words[i - 2].kind == "number" and _near(words[i - 1], words[i]):
        return text, end
    while end + 1 < len(words) and words[end].text == "،" and words[end + 1].kind == "number":
        if not (_near(words[end - 1], words[end]) and _near(words[end], words[end + 1])):
            break
        pieces.append(words[end + 1].text)
        end += 2
    joined = _with_one_mark(pieces) if len(pieces) > 1 else None
    return (joined, end) if joined is not None else (text, i + 1)


def _with_one_mark(pieces: list[str]) -> str | None:
    """Pieces between Arabic commas as one group: thousands with what stands behind the last mark, or a decimal; None for a list."""
    head, *middle, last = pieces
    whole, mark, rest = re.split("([,.])", last) if last.count(",") + last.count(".") == 1 else (last, "", "")
    if head.isdigit() and (middle or mark) and _grouped([head, *middle, whole]):
        joined = "".join([head, *middle, whole])
        return joined + rest if mark == "," and len(rest) == 3 else f"{joined}.{rest}" if mark else joined
    decimal = head.isdigit() or (head.count(".") == 1 and head.replace(".", "").isdigit() and len(last) <= 2)
    years = len(head) == 4 and len(last) == 4
    return f"{head},{last}" if decimal and last.isdigit() and not middle and not years else None


def _letter_point(words: Sequence[Word], i: int) -> Digits | None:
    """``42ر2`` is 2.42: agencies type the letter for the mark, and it turns the order of the two groups round on the page."""
    w, end = words[i], i + 1
    if end + 1 >= len(words) or words[end].text != "ر" or not words[end + 1].text.isdigit() or words[end + 1].kind != "number":
        return None
    glued = _near(w, words[end]) and _near(words[end], words[end + 1])
    apart = words[end].start - w.end == words[end + 1].start - words[end].end == 1
    if not w.text.isdigit() or len(w.text) > 3 or not (glued or apart):
        return None
    tail = words[end + 1].text
    return Digits(i, end + 2, _value(f"{int(tail)}.{w.text}"), "digits-letter-point", (_value(f"{int(w.text)}.{tail}"),))


def _spaced(words: Sequence[Word], i: int) -> Digits | None:
    """``1 200 000``, ``2.500 000``: groups of three, one space apart."""
    n, w, end = len(words), words[i], i + 1
    first = re.split("[,.]", w.text)
    if not all(p.isdigit() for p in first) or not _grouped(first) or len(set(w.text) & {",", "."}) > 1:
        return None
    while end < n and _three_more(words, end):
        end += 1
    more = end < n and words[end].kind == "number" and words[end].start <= words[end - 1].end + 1
    before = i > 0 and words[i - 1].kind == "number" and words[i - 1].end + 1 >= w.start
    if end == i + 1 or more or before:
        return None
    return Digits(i, end, int("".join([*first, *(x.text for x in words[i + 1 : end])])), "digits-spaced")


def _three_more(words: Sequence[Word], at: int) -> bool:
    """Whether three digits stand one space behind the word before them, on its line."""
    w, before = words[at], words[at - 1]
    return w.kind == "number" and len(w.text) == 3 and w.text.isdigit() and w.start == before.end + 1 and w.line == before.line


def _signed(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a dash before digits is their sign: not glued to a word, and not the mark of a list (``- 5 كتب``)."""
    if first == 0 or words[first - 1].text not in _MINUS or not _near(words[first - 1], words[first]):
        return False
    at, w = first - 1, words[first]
    glued = at > 0 and _near(words[at - 1], words[at]) and words[at - 1].text not in "(["
    opens_line = at == 0 or words[at - 1].line != words[at].line
    ends_line = (
        end >= len(words) or words[end].line != w.line or words[end].text in "%°" or words[end].key.startswith(load().affixes["degree"])
    )
    return not glued and (not opens_line or ends_line)


def read(words: Sequence[Word], i: int) -> Digits:
    """The digit group at word ``i``, which is of kind ``number``."""
    w, first = words[i], i
    text, end = w.text, i + 1
    nxt = words[end] if end < len(words) else None
    if nxt is not None and (nxt.kind == "number" or nxt.text == "ر"):
        special = _spaced(words, i) if nxt.kind == "number" else _letter_point(words, i)
        if special is not None:
            return special
    elif nxt is not None and nxt.text == "،":
        text, end = _comma_joined(words, i)
    value, rule, others, thousands = read_group(text)
    if text.isdigit() and _opens_decimal(words, i):
        value, rule, first = float("0." + text), "digits-decimal", i - 1
    if value is None:
        return Digits(first, end, value, rule, others, thousands)
    if _signed(words, first, end):
        value, first = -value, first - 1
        others = tuple(-v for v in others)
    factor = _suffix(words, end)
    if factor is not None:
        product = value * factor
        return Digits(first, end + 1, int(product) if product == int(product) else product, "digits-suffix")
    return Digits(first, end, value, rule, others, thousands)


def _opens_decimal(words: Sequence[Word], i: int) -> bool:
    """``.77``: a mark right before the digits, with nothing right before it."""
    return i > 0 and words[i - 1].text == "." and _near(words[i - 1], words[i]) and not (i > 1 and _near(words[i - 2], words[i - 1]))


def _suffix(words: Sequence[Word], end: int) -> int | None:
    """What the Latin letters right behind digits multiply them by: ``5K``, ``3bn``; m is a metre."""
    if end >= len(words) or words[end].kind != "latin" or not _near(words[end - 1], words[end]) or words[end].text == "m":
        return None
    return _SUFFIX.get(words[end].text) or _SUFFIX.get(words[end].key)


def dotted(words: Sequence[Word], lexicon: NumberLexicon) -> bool:
    """Whether a text writes its thousands with a dot: ``1.200.000`` or ``866.646 إصابة`` stand in it, and no ``12.5``."""
    found = False
    for i, w in enumerate(words):
        if w.kind != "number" or "." not in w.text or ":" in w.text or "/" in w.text:
            continue
        parts = w.text.split(".")
        if "," in w.text:
            if w.text.rindex(",") < w.text.rindex("."):
                return False
            found = True
        elif not _grouped(parts):
            if len(parts) == 2:
                return False
        elif len(parts) > 2 or (i + 1 < len(words) and words[i + 1].key in lexicon.nouns and words[i + 1].line == w.line):
            found = True
    return found
