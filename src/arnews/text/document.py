"""A text read once: normalised, cut into words and sentences. Every later step takes this and adds its own findings."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from arnews.records import Span, Warning
from arnews.text.damage import damages, undone
from arnews.text.deception import deceptions
from arnews.text.language import other_language
from arnews.text.normalize import NormalizedText, normalize
from arnews.text.profiles import REPAIR, Profile
from arnews.text.sentences import split_sentences
from arnews.text.words import Word, split_words

_REPLACED = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """``normalized`` text, its ``words`` and its ``sentences`` (word ranges, end exclusive), and what reading it gave to warn of."""

    normalized: NormalizedText
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    warnings: tuple[Warning, ...] = ()

    @property
    def raw(self) -> str:
        """The text as the caller gave it."""
        return self.normalized.raw

    def span(self, start: int, end: int) -> Span:
        """The raw span of the clean offsets ``start`` to ``end``. It stops at a lone surrogate, which no encoding can write."""
        if self.warnings:
            end = self._clipped(start, end)
        a, b = self.normalized.raw_span(start, end)
        return Span(start=a, end=b, text=self.raw[a:b])

    def _clipped(self, start: int, end: int) -> int:
        """``end``, or where the text before the first lone surrogate after ``start`` ends."""
        text = self.normalized.text
        at = text.find(_REPLACED, start, end)
        while at >= 0:
            raw = self.normalized.map.raw_start(at)
            if "\ud800" <= self.raw[raw] <= "\udfff":
                return start + len(text[start:at].rstrip())
            at = text.find(_REPLACED, at + 1, end)
        return end

    def sentence_of(self, word: int) -> int:
        """Index of the sentence that holds the word with this index."""
        return bisect_right(self.sentences, (word, len(self.words) + 1)) - 1


def read(raw: str, profile: Profile = REPAIR) -> Document:
    """Normalise ``raw`` and cut it into words and sentences. Raises ``TypeError`` for anything but a ``str``."""
    normalized = normalize(raw, profile)
    damaged = tuple(damages(normalized.raw))
    if damaged:
        normalized = replace(normalized, text=undone(normalized.text, {w.code for w in damaged}))
    words = split_words(normalized.text)
    other = other_language(normalized.raw)
    told = (*_surrogates(normalized), *deceptions(normalized, words), *damaged, *((other,) if other else ()))
    return Document(normalized, words, split_sentences(words), told)


def _surrogates(normalized: NormalizedText) -> tuple[Warning, ...]:
    if _REPLACED not in normalized.text:
        return ()
    first = _SURROGATE.search(normalized.raw)
    if first is None:
        return ()
    message = "the text has half of a character (a lone surrogate), which JSON cannot hold: spans stop before it"
    return (Warning(code="lone-surrogate", message=message, start=first.start(), end=first.end()),)
