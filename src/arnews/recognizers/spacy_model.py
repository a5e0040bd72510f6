"""A trained spaCy pipeline behind the protocol (extra ``spacy``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from arnews.extras import MissingExtraError
from arnews.recognizers.base import Prediction, Recognizer
from arnews.recognizers.labels import TYPES, cut_words

# spaCy refuses a text of a million characters; words are given to it ready, so a sentence is cut long before.
LONGEST = 5_000
# spaCy has no empty words.
STAND_IN = "."


class SpacyRecognizer:
    """Runs a ``spacy.Language`` with an entity recogniser on ready words. It gives no probabilities: every score is 1."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp

    def recognize(self, sentences: Sequence[Sequence[str]]) -> list[list[Prediction]]:
        """One list of predictions for each sentence."""
        from spacy.tokens import Doc

        pieces: list[tuple[int, int]] = []
        docs = []
        for number, sentence in enumerate(cut_words(sentences)):
            for at in range(0, len(sentence), LONGEST):
                pieces.append((number, at))
                docs.append(Doc(self._nlp.vocab, words=[w.strip() or STAND_IN for w in sentence[at : at + LONGEST]]))
        out: list[list[Prediction]] = [[] for _ in sentences]
        for (number, at), doc in zip(pieces, self._nlp.pipe(docs), strict=True):
            for span in doc.ents:
                kind = TYPES.get(span.label_.upper())
                if kind:
                    out[number].append(Prediction(at + span.start, at + span.end, kind, 1.0))
        return out


def load(model: str | Path) -> Recognizer:
    """A recogniser from the folder or the installed name of a spaCy pipeline. Raises ``ImportError`` without spaCy."""
    try:
        import spacy
    except ImportError as error:
        raise MissingExtraError("spacy", "spacy") from error
    return SpacyRecognizer(spacy.load(model))
