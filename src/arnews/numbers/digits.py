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

from collections.abc import Sequence
from typing import NamedTuple

from arnews.numbers.lexicon import Value, load
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


def read(words: Sequence[Word], i: int) -> Digits:
    """The digit group at word ``i``, which is of kind ``number``."""
    n = len(words)
    w = words[i]
    text, end, first = w.text, i + 1, i
    # The press writes the Arabic comma inside numbers too: 3،5 مليون and 12،500.
    if end + 1 < n and words[end].text in {"،", "ر"} and words[end + 1].kind == "number" and words[end + 1].text.isdigit():
        mark, tail = words[end].text, words[end + 1].text
        glued = _near(w, words[end]) and _near(words[end], words[end + 1])
        if (
            mark == "ر"
            and text.isdigit()
            and len(text) <= 3
            and (glued or words[end].start - w.end == words[end + 1].start - words[end].end == 1)
        ):
            # Agencies type 42ر2 for 2.42: the letter turns the order of the two groups round on the page.
            return Digits(i, end + 2, _value(f"{int(tail)}.{text}"), "digits-letter-point", (_value(f"{int(text)}.{tail}"),))
        years = len(text) == 4 and len(tail) == 4
        decimal = text.isdigit() or (text.count(".") == 1 and text.replace(".", "").isdigit() and len(tail) <= 2)
        if mark == "،" and glued and decimal and not years:
            text, end = f"{text},{tail}", end + 2
    elif text.isdigit() and len(text) <= 3 and text[0] != "0":
        while end < n and words[end].kind == "number" and len(words[end].text) == 3 and words[end].text.isdigit():
            if words[end].start != words[end - 1].end + 1 or words[end].line != w.line:
                break
            end += 1
        if end > i + 1:
            more = end < n and words[end].kind == "number" and words[end].start <= words[end - 1].end + 1
            before = i > 0 and words[i - 1].kind == "number" and words[i - 1].end + 1 >= w.start
            if more or before:
                end = i + 1
            else:
                return Digits(i, end, int("".join(x.text for x in words[i:end])), "digits-spaced")
    value, rule, others, thousands = read_group(text)
    if (
        i > 0
        and words[i - 1].text == "."
        and _near(words[i - 1], w)
        and text.isdigit()
        and not (i > 1 and _near(words[i - 2], words[i - 1]))
    ):
        value, rule, first = float("0." + text), "digits-decimal", i - 1
    if value is not None and first > 0 and words[first - 1].text in _MINUS and _near(words[first - 1], words[first]):
        at = first - 1
        glued = at > 0 and _near(words[at - 1], words[at]) and words[at - 1].text not in "(["
        opens_line = at == 0 or words[at - 1].line != words[at].line
        ends_line = end >= n or words[end].line != w.line or words[end].text in "%°" or words[end].key.startswith(load().affixes["degree"])
        if not glued and (not opens_line or ends_line):
            value, first = -value, at
            others = tuple(-v for v in others)
    if value is not None and end < n and words[end].kind == "latin" and _near(words[end - 1], words[end]):
        factor = _SUFFIX.get(words[end].text) or _SUFFIX.get(words[end].key)
        if factor is not None and words[end].text != "m":
            product = value * factor
            return Digits(first, end + 1, int(product) if product == int(product) else product, "digits-suffix")
    return Digits(first, end, value, rule, others, thousands)
