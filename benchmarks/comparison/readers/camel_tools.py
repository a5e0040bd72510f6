"""camel-tools: ``NERecognizer`` on the folder of a model. The article is one list of words: a call or a list for each sentence
takes several times as long, since every row is padded to 256 pieces.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

from comparison.readers import Find, Setting
from comparison.readers.tagged import names, words

_COMPONENTS = ("NamedEntityRecognition", "MorphologyDB", "DisambigMLE", "DisambigBertUnfactored", "SentimentAnalysis", "DialectID")


def imports() -> None:
    # At import camel-tools looks for its catalogue and, where there is none, asks the network for it: an empty one stands in.
    data = Path(os.environ["CAMELTOOLS_DATA"])
    data.mkdir(parents=True, exist_ok=True)
    empty = {"version": "0", "packages": {}, "components": {c: {"default": None, "datasets": {}} for c in _COMPONENTS}}
    if not (data / "catalogue.json").exists():
        (data / "catalogue.json").write_text(json.dumps(empty), encoding="utf-8")
    import torch
    from camel_tools.ner import NERecognizer  # noqa: F401

    torch.set_num_threads(1)


class CamelReader:
    def __init__(self, setting: Setting) -> None:
        from camel_tools.ner import NERecognizer

        self._model = NERecognizer(setting.model, use_gpu=False)

    def run(self, text: str, published: date | None) -> Any:
        found = words(text)
        return found, self._model.predict([[w for w, _, _ in found]])[0]

    def finds(self, text: str, result: Any) -> list[Find]:
        return names(*result)

    def pieces(self, text: str) -> int:
        return sum(len(self._model.tokenizer.tokenize(w)) for w, _, _ in words(text))


def load(setting: Setting) -> CamelReader:
    return CamelReader(setting)
