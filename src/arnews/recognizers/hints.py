"""What the rules and the lexicon saw, as marks on words that a recogniser may read: the names of the columns and their filling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from arnews.recognizers.base import Prediction

Floats = npt.NDArray[np.float32]

_TYPES = ("PERSON", "LOC", "ORG")
# For each of three degrees and three types a column for the first word of a name and one for its later words; then marks of single words.
DEGREES = ("sure", "guessed", "listed")
MARKS = ("NORP", "TITLE", "COMMON")
COLUMNS = (*(f"{d}.{place}-{t}" for d in DEGREES for t in _TYPES for place in "BI"), *MARKS)
_AT = {name: i for i, name in enumerate(COLUMNS)}


@runtime_checkable
class Hinted(Protocol):
    """A recogniser that also reads what the rules found."""

    def recognize_hinted(self, sentences: Sequence[Sequence[str]], hints: Sequence[Floats]) -> list[list[Prediction]]:
        """As ``recognize``, with an array ``[words, len(COLUMNS)]`` of marks for each sentence."""
        ...


def filled(words: int, names: Iterable[tuple[str, int, int, str]], marks: Iterable[tuple[int, int, str]]) -> Floats:
    """Marks ``[words, len(COLUMNS)]`` of names ``(degree, first, last, type)`` and single words ``(first, last, mark)``."""
    out = np.zeros((words, len(COLUMNS)), dtype=np.float32)
    for degree, first, last, kind in names:
        begins = _AT[f"{degree}.B-{kind}"]
        out[first, begins] = 1.0
        out[first + 1 : last, begins + 1] = 1.0
    for first, last, mark in marks:
        out[first:last, _AT[mark]] = 1.0
    return out
