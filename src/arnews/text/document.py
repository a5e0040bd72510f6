"""A text read once: normalised, cut into words and sentences. Every later step takes this and adds its own findings."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from arnews.records import Span
from arnews.text.normalize import NormalizedText, normalize
from arnews.text.sentences import split_sentences
from arnews.text.words import Word, split_words


@dataclass(frozen=True, slots=True)
class Document:
    """``normalized`` text, its ``words`` and its ``sentences`` (word ranges, end exclusive)."""

    normalized: NormalizedText
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]

    @property
    def raw(self) -> str:
        """The text as the caller gave it."""
        return self.normalized.raw

    def span(self, start: int, end: int) -> Span:
        """The raw span of the clean offsets ``start`` to ``end``."""
        a, b = self.normalized.raw_span(start, end)
        return Span(start=a, end=b, text=self.raw[a:b])

    def sentence_of(self, word: int) -> int:
        """Index of the sentence that holds the word with this index."""
        return bisect_right(self.sentences, (word, len(self.words) + 1)) - 1


def read(raw: str) -> Document:
    """Normalise ``raw`` and cut it into words and sentences. Raises ``TypeError`` for anything but a ``str``."""
    normalized = normalize(raw)
    words = split_words(normalized.text)
    return Document(normalized, words, split_sentences(words))
