"""onnxruntime: the same BERT as camel-tools', as int8, in windows of at most 510 pieces and no padding. One thread."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from comparison.readers import Find, Setting
from comparison.readers.tagged import Word, names, words

WINDOW = 510


def imports() -> None:
    import numpy  # noqa: F401
    import onnxruntime  # noqa: F401
    import tokenizers  # noqa: F401


class OnnxReader:
    def __init__(self, setting: Setting) -> None:
        import numpy
        import onnxruntime
        from tokenizers import BertWordPieceTokenizer

        folder = Path(setting.model or "")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._numpy = numpy
        self._session = onnxruntime.InferenceSession(str(folder / "model.int8.onnx"), options, providers=["CPUExecutionProvider"])
        self._tokenizer = BertWordPieceTokenizer(str(folder / "vocab.txt"), lowercase=False, strip_accents=False)
        self._unknown, self._first, self._last = (self._tokenizer.token_to_id(t) for t in ("[UNK]", "[CLS]", "[SEP]"))
        labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"]
        self._labels = [labels[str(i)] for i in range(len(labels))]

    def run(self, text: str, published: date | None) -> Any:
        found = words(text)
        labels: list[str] = []
        window: list[list[int]] = []
        room = WINDOW
        for encoding in self._tokenizer.encode_batch([w for w, _, _ in found], add_special_tokens=False):
            ids = encoding.ids[:WINDOW] or [self._unknown]
            if len(ids) > room:
                labels += self._label(window)
                window, room = [], WINDOW
            window.append(ids)
            room -= len(ids)
        return found, labels + (self._label(window) if window else [])

    def _label(self, window: list[list[int]]) -> list[str]:
        ids = self._numpy.array([[self._first, *(i for word in window for i in word), self._last]], dtype="int64")
        feed = {"input_ids": ids, "attention_mask": ids * 0 + 1, "token_type_ids": ids * 0}
        best = self._session.run(None, feed)[0][0].argmax(-1)
        at, out = 1, []
        for word in window:
            out.append(self._labels[int(best[at])])
            at += len(word)
        return out

    def finds(self, text: str, result: tuple[list[Word], list[str]]) -> list[Find]:
        return names(*result)


def load(setting: Setting) -> OnnxReader:
    return OnnxReader(setting)
