"""What the recogniser adds: its predictions as candidates, trimmed to the conventions of spans, checked against the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from arnews.entities.model import Candidate
from arnews.entities.scan import View
from arnews.text.document import Document

if TYPE_CHECKING:
    from arnews.recognizers.base import Recognizer


def author_words(doc: Document, layout: Any) -> Iterable[tuple[int, int]]:
    """Word ranges of the authors that the layout found."""
    return ()


def find(view: View, recognizer: Recognizer, ruled: Sequence[Candidate], weak: Sequence[Candidate]) -> list[Candidate]:
    """Candidates from the recogniser's predictions."""
    return []
