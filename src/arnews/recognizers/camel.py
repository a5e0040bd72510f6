"""camel-tools' ``NERecognizer`` behind the protocol (extra ``camel``)."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from arnews.extras import MissingExtraError
from arnews.recognizers.base import Prediction, Recognizer
from arnews.recognizers.labels import cut_words, predictions

# camel-tools pads every sentence to 256 pieces, two of them its own: sentences share one such row while they fit.
PIECES = 254
# Stands in for a word of which the tokenizer makes nothing (a lone mark of direction); else every later label would shift.
STAND_IN = "."
_NO_DATA = "camel-tools' model is not installed: run `camel_data -i ner-arabert`, or pass the folder of a model"
_COMPONENTS = ("NamedEntityRecognition", "MorphologyDB", "DisambigMLE", "DisambigBertUnfactored", "SentimentAnalysis", "DialectID")


class CamelRecognizer:
    """Runs a ``camel_tools.ner.NERecognizer``. It gives no probabilities: every score is 1."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def recognize(self, sentences: Sequence[Sequence[str]]) -> list[list[Prediction]]:
        """One list of predictions for each sentence; sentences are read together in rows of 254 pieces."""
        tokenize = self._model.tokenizer.tokenize
        words = cut_words(sentences)
        sizes = {w: len(tokenize(w)) for sentence in words for w in sentence}
        words = [[w if sizes[w] else STAND_IN for w in sentence] for sentence in words]
        out: list[list[Prediction]] = []
        rows = list(_rows(words, sizes))
        labelled = self._model.predict([[w for sentence in row for w in sentence] for row in rows]) if rows else []
        for row, labels in zip(rows, labelled, strict=True):
            if len(labels) != sum(map(len, row)):
                raise RuntimeError(f"camel-tools gave {len(labels)} labels for {sum(map(len, row))} words")
            at = 0
            for sentence in row:
                out.append(predictions(labels[at : at + len(sentence)]))
                at += len(sentence)
        return out


def _rows(sentences: list[list[str]], sizes: dict[str, int]) -> Iterator[list[list[str]]]:
    """Neighbouring sentences that fit into one row; a longer sentence has rows of its own, cut by camel-tools."""
    row: list[list[str]] = []
    filled = 0
    for sentence in sentences:
        size = sum(sizes.get(w, 0) or 1 for w in sentence)
        if row and filled + size > PIECES:
            yield row
            row, filled = [], 0
        row.append(sentence)
        filled += size
    if row:
        yield row


def load(model: str | Path | None = None) -> Recognizer:
    """A recogniser from a folder with a model, or from camel-tools' own ``ner-arabert`` where ``model`` is None.

    Raises ``ImportError`` without camel-tools, ``FileNotFoundError`` where the folder or camel-tools' data are missing.
    """
    if model is not None and not (Path(model) / "config.json").is_file():
        raise FileNotFoundError(f"{model} is not the folder of a model: it has no config.json")
    try:
        with _importable(own_data=model is None):
            from camel_tools.ner import NERecognizer
    except ImportError as error:
        raise MissingExtraError("camel-tools", "camel") from error
    except Exception as error:  # camel-tools asks the network for its catalogue when it is imported
        raise FileNotFoundError(_NO_DATA) from error
    try:
        return CamelRecognizer(NERecognizer(str(model), use_gpu=False) if model else NERecognizer.pretrained(use_gpu=False))
    except (OSError, KeyError) as error:
        raise FileNotFoundError(_NO_DATA) from error


@contextmanager
def _importable(own_data: bool) -> Iterator[None]:
    """Let camel-tools be imported where it has no catalogue or its home cannot be written; it looks for both at import.

    With ``own_data`` its real catalogue is needed and left as it is. The environment is put back afterwards.
    """
    before = {name: os.environ.get(name) for name in ("CAMELTOOLS_DATA", "HOME")}
    with tempfile.TemporaryDirectory(prefix="arnews-camel-") as folder:
        if not os.access(Path.home(), os.W_OK):
            os.environ["HOME"] = folder
        data = Path(before["CAMELTOOLS_DATA"] or Path.home() / ".camel_tools")
        if not own_data and not (data / "catalogue.json").exists():
            empty = {"version": "0", "packages": {}, "components": {c: {"default": None, "datasets": {}} for c in _COMPONENTS}}
            Path(folder, "catalogue.json").write_text(json.dumps(empty), encoding="utf-8")
            os.environ["CAMELTOOLS_DATA"] = folder
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
