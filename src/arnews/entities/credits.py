"""Outlets in the credit line: ``أبها: الوطن``, ``سبق - جدة:``, ``القاهرة: «الأخبار أونلاين»``."""

from __future__ import annotations

from collections.abc import Iterator

from arnews.entities.model import Candidate
from arnews.entities.scan import View

_HEAD_LINES = 4
_LONGEST = 9  # words and marks of a credit line
_NAME = 3


def find(view: View) -> list[Candidate]:
    """The outlet of each short line among the first that holds a place, a mark and a name of an outlet, and nothing else."""
    out = []
    for first, last in _lines(view):
        parts = list(_parts(view, first, last))
        if len(parts) == 2 and sum(_is_place(view, *part) for part in parts) >= 1:
            out.extend(Candidate(a, b, 0, "ORG", "layout.outlet", 0.9, 1) for a, b in parts if b - a <= _NAME and _is_outlet(view, a, b))
    return out


def _lines(view: View) -> Iterator[tuple[int, int]]:
    """The words of each short line at the head of the article."""
    words = view.words
    i = 0
    while i < len(words) and words[i].line <= _HEAD_LINES:
        j = i + 1
        while j < len(words) and words[j].line == words[i].line:
            j += 1
        if j - i <= _LONGEST:
            yield i, j
        i = j


def _parts(view: View, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches between marks; quotation marks are at the ends of one."""
    start = None
    for k in range(first, last + 1):
        inside = k < last and view.words[k].kind not in ("punct", "other", "number")
        if inside and start is None:
            start = k
        elif not inside and start is not None:
            yield start, k
            start = None


def _is_place(view: View, first: int, last: int) -> bool:
    hit = view.place(first)
    return hit is not None and not hit.cut and hit.last == last


def _is_outlet(view: View, first: int, last: int) -> bool:
    """A name in the table of outlets, in quotation marks, or ending as names of web sites do (``الرياض الإلكتروني``)."""
    lex = view.lexicon
    if last - first > 1 and view.words[last - 1].key in lex.word("outlet_tail"):
        return True
    marked = first > 0 and view.words[first - 1].text in lex.word("quote_open") and view.words[first - 1].text != "("
    return marked or " ".join(w.key for w in view.words[first:last]) in lex.word("outlet")
