"""Digits between brackets or quotation marks with their scale or unit outside: ``(100) ألف دولار``, ``«6.9» مليون برميل``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from arnews.numbers.lexicon import Value
from arnews.text.words import Word

CLOSING = {"(": ")", "[": "]", "«": "»", "»": "«", "“": "”", "”": "“", '"': '"', "'": "'", "‘": "’"}


class Turned(NamedTuple):
    """A decimal whose two groups stand apart: the word after it, its value and the other order."""

    end: int
    value: Value
    other: Value


def behind(words: Sequence[Word], first: int, end: int) -> int:
    """The word after the closing mark where words ``first`` to ``end`` fill a pair of marks on one line, else ``end``."""
    if first == 0 or end + 1 >= len(words) or CLOSING.get(words[first - 1].text) != words[end].text:
        return end
    return end + 1 if words[first - 1].line == words[end + 1].line else end


def turned(words: Sequence[Word], i: int) -> Turned | None:
    """``( 721 , 2 ) مليار``: typed from the right, so that the page shows 2,721; both groups fill the brackets."""
    end = i + 3
    if end >= len(words) or words[i + 1].text not in {",", "،"} or not (words[i].text.isdigit() and words[i + 2].text.isdigit()):
        return None
    apart = words[i + 1].start > words[i].end and words[i + 2].start > words[i + 1].end
    if not apart or len(words[i].text) > 3 or len(words[i + 2].text) > 3 or behind(words, i, end) == end:
        return None
    tail, head = words[i].text, words[i + 2].text
    return Turned(end, float(f"{head}.{tail}"), float(f"{tail}.{head}"))
