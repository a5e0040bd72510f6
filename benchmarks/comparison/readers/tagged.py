"""What the two readers that label words have in common: the words of a text, and names from the labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comparison.readers import Find

_WORD = re.compile(r"[^\W_]+(?:[\u064B-\u0652\u0670\u0640]+[^\W_]*)*|[^\w\s]")
_TYPES = {"PERS": "PERSON", "PER": "PERSON", "PERSON": "PERSON", "LOC": "LOC", "ORG": "ORG"}
Word = tuple[str, int, int]


def words(text: str) -> list[Word]:
    """Words and marks with their places; what is no letter, digit or printed mark is left out."""
    return [(m[0], *m.span()) for m in _WORD.finditer(text) if m[0].isprintable()]


def names(found: Sequence[Word], labels: Sequence[str]) -> list[Find]:
    """One find for each run of ``B-X I-X ...``."""
    out: list[Find] = []
    inside = None
    for (_, start, end), label in zip(found, labels, strict=True):
        kind = _TYPES.get(label[2:])
        if label.startswith("I-") and inside and out[-1]["type"] == kind:
            out[-1]["end"] = end
            continue
        inside = kind
        if kind:
            out.append({"start": start, "end": end, "type": kind})
    return out
