"""Running text for vectors and silver labels: one sentence a line, words and marks apart."""

from __future__ import annotations

import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path

from arnews.recognizers.folding import fold
from corpora import WORD

# Freely licensed text: silver labels are given to nothing else.
FREE = ("arwiki_2017_sample", "ant_jawhara")
# Word statistics alone: nothing but counted word vectors is made of these.
COUNTED_ONLY = ("saudinewsnet", "aljazeera_hespress_2022")
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+")


def sentences(data: Path, name: str) -> Iterator[list[str]]:
    """Words and marks of each sentence of one collection."""
    with lzma.open(data / "text" / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for sentence in _SENTENCE_END.split(_MARKS.sub("", line.strip())):
                words = WORD.findall(sentence)
                if words:
                    yield words


def _chosen(data: Path, shares: dict[str, float], seed: int) -> list[list[str]]:
    """Sentences of several collections in random order, ``shares`` of each kept."""
    rng = random.Random(seed)
    out = [words for name, share in shares.items() for words in sentences(data, name) if share >= 1 or rng.random() < share]
    rng.shuffle(out)
    return out


def write_folded(data: Path, shares: dict[str, float], out: Path, seed: int) -> None:
    """Folded words, for the vectors."""
    with out.open("w", encoding="utf-8") as file:
        for words in _chosen(data, shares, seed):
            file.write(" ".join(k for k in map(fold, words) if k) + "\n")
