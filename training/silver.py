"""Silver labels: sentences of freely licensed text as several taggers read them together, kept where they agree."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import fit
import texts
import torch
from dataset import Encoded, Words
from tagger import TAGS, Tagger

from corpora import Sentence

SHORTEST, LONGEST = 6, 60  # words
_TOGETHER = 64


def drawn(data: Path, config: dict[str, Any], seed: int) -> list[list[str]]:
    """Random sentences of each collection of free text."""
    rng = random.Random(seed)
    out: list[list[str]] = []
    for name in texts.FREE:
        found = [s for s in texts.sentences(data, name) if SHORTEST <= len(s) <= LONGEST]
        rng.shuffle(found)
        out += found[: config["sentences"]]
    return out


@torch.no_grad()
def labelled(models: list[Tagger], table_words: Words, sentences: list[list[str]], differ: int) -> list[Sentence]:
    """The sentences with the tags of the mean of the models; ``differ`` of them may read a sentence otherwise."""
    words = Words(table_words.table, (w for s in sentences for w in s))
    data = Encoded(words, [(s, ["O"] * len(s)) for s in sentences])
    for m in models:
        m.eval()
    kept: list[Sentence] = []
    order = sorted(range(len(data)), key=lambda i: len(data.items[i][0]))
    for at in range(0, len(order), _TOGETHER):
        group = order[at : at + _TOGETHER]
        parts = [fit.run(m, words, [data.items[i] for i in group]) for m in models]
        mask = parts[0][2]
        each = [m.crf.decode(p[0], mask) for m, p in zip(models, parts, strict=True)]
        mean = models[0].crf.decode(torch.stack([p[0] for p in parts]).mean(0), mask)
        for j, i in enumerate(group):
            if sum(list(e[j]) != list(mean[j]) for e in each) <= differ:
                kept.append((sentences[i], [TAGS[t] for t in mean[j]]))
    return kept


def sample(sentences: list[Sentence], plain: float, seed: int) -> list[Sentence]:
    """All sentences with a name and a share of those without."""
    rng = random.Random(seed)
    return [s for s in sentences if any(t != "O" for t in s[1]) or rng.random() < plain]
