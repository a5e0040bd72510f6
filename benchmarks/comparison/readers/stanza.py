"""Stanza: its Arabic tokenizer and ``ner``, from a folder with its resources. They are a download; without them nothing is read."""

from __future__ import annotations

from datetime import date
from typing import Any

from comparison.readers import Find, Setting

_TYPES = {"PER": "PERSON", "PERS": "PERSON", "LOC": "LOC", "ORG": "ORG"}


def imports() -> None:
    import stanza
    import torch

    torch.set_num_threads(1)
    del stanza


class StanzaReader:
    def __init__(self, setting: Setting) -> None:
        import stanza

        self._nlp = stanza.Pipeline(
            "ar", processors="tokenize,mwt,ner", dir=setting.model, download_method=None, use_gpu=False, verbose=False
        )

    def run(self, text: str, published: date | None) -> Any:
        return self._nlp(text)

    def finds(self, text: str, result: Any) -> list[Find]:
        return [{"start": e.start_char, "end": e.end_char, "type": _TYPES[e.type]} for e in result.ents if e.type in _TYPES]


def load(setting: Setting) -> StanzaReader:
    return StanzaReader(setting)
