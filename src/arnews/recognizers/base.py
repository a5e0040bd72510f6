"""What every named-entity recogniser gives, whichever library runs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Prediction:
    """One name found in a sentence.

    ``first`` is the index of its first word and ``last`` the index after its last word; ``type`` is one of ``PERSON``,
    ``LOC``, ``ORG``, ``MISC``; ``score`` is between 0 and 1. Words are whole: proclitics still hang on the first one.
    """

    first: int
    last: int
    type: str
    score: float


class Recognizer(Protocol):
    """Finds names in sentences that are already cut into words and marks."""

    def recognize(self, sentences: Sequence[Sequence[str]]) -> list[list[Prediction]]:
        """One list of predictions for each sentence, in order, none overlapping."""
        ...
