"""spaCy: ``blank("ar")`` with its default ``ner``, initialised and not trained: for what it costs, not for what it finds.

spaCy has no trained Arabic pipeline. A folder given as the model is loaded instead.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from comparison.readers import Find, Setting

_TYPES = {"PER": "PERSON", "PERS": "PERSON", "PERSON": "PERSON", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG"}


def imports() -> None:
    import spacy  # noqa: F401


class SpacyReader:
    def __init__(self, setting: Setting) -> None:
        import spacy

        if setting.model:
            self._nlp = spacy.load(setting.model)
            return
        self._nlp = spacy.blank("ar")
        ner = self._nlp.add_pipe("ner")
        for label in ("PER", "LOC", "ORG"):
            ner.add_label(label)
        self._nlp.initialize()

    def run(self, text: str, published: date | None) -> Any:
        return self._nlp(text)

    def finds(self, text: str, result: Any) -> list[Find]:
        return [{"start": e.start_char, "end": e.end_char, "type": _TYPES[e.label_]} for e in result.ents if e.label_ in _TYPES]


def load(setting: Setting) -> SpacyReader:
    return SpacyReader(setting)
