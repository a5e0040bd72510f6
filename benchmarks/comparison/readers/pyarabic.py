"""pyarabic: ``text2number`` on a phrase; in a text, on each phrase that ``detect_number_phrases_position`` finds."""

from __future__ import annotations

import warnings
from datetime import date
from typing import Any

from comparison.readers import Find, Setting


def imports() -> None:
    warnings.simplefilter("ignore")
    import pyarabic.araby
    import pyarabic.number  # noqa: F401


class PyarabicReader:
    def __init__(self, setting: Setting) -> None:
        from pyarabic import araby, number

        self._tokenize = araby.tokenize
        self._number = number

    def run(self, text: str, published: date | None) -> Any:
        words = self._tokenize(text)
        phrases = [words[a : b + 1] for a, b in self._number.detect_number_phrases_position(words)]
        return words, [(p, self._number.text2number(" ".join(p))) for p in phrases]

    def phrase(self, text: str, published: date | None) -> list[Find]:
        """What the library gives for words that are a number and nothing else."""
        return [{"start": 0, "end": len(text), "values": [float(self._number.text2number(text))]}]

    def finds(self, text: str, result: Any) -> list[Find]:
        out: list[Find] = []
        at = 0
        for words, value in result[1]:
            start = end = -1
            for i, word in enumerate(words):
                place = text.find(word, at)
                if place < 0:
                    break
                start, end = (place if i == 0 else start), place + len(word)
                at = end
            out.append({"start": start if end >= 0 else None, "end": end if end >= 0 else None, "values": [float(value)]})
        return out


def load(setting: Setting) -> PyarabicReader:
    return PyarabicReader(setting)
