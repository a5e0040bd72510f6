"""Sentences of news text, as ranges of words."""

from __future__ import annotations

from collections.abc import Sequence

from arnews.text.words import Word

_ENDS = {".", "!", "?", "؟", "…", ".."}


def split_sentences(words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Word ranges ``(first, last)``, end exclusive, that cover all words: a stop or a new line ends a sentence."""
    out: list[tuple[int, int]] = []
    first = 0
    for i, w in enumerate(words):
        new_line = i + 1 < len(words) and words[i + 1].line != w.line
        if w.text in _ENDS or new_line:
            out.append((first, i + 1))
            first = i + 1
    if first < len(words):
        out.append((first, len(words)))
    return tuple(out)
