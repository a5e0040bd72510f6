"""Sentences as tensors: distinct words once, sentences as indices into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import marks
import numpy as np
import torch
from tagger import TAGS
from torch import Tensor

from arnews.recognizers.features import WordTable
from arnews.recognizers.folding import fold
from corpora import Sentence

TAG_ID = {t: i for i, t in enumerate(TAGS)}


class Words:
    """Features of every distinct word met, with a second vector as it would be if the vocabulary did not hold the word."""

    def __init__(self, table: WordTable, words: Iterable[str], spelled: bool = True) -> None:
        self.table = table
        self.all = sorted(set(words))
        self.ids = {w: i for i, w in enumerate(self.all)}
        rows = table.rows(self.all)
        self.vectors = torch.from_numpy(rows.vectors)
        self.letters = torch.from_numpy(rows.letters)
        self.extra = torch.from_numpy(rows.extra)
        self.keys = [fold(w) for w in self.all]
        self.stems = [s for s, _ in table.stems(self.keys)]
        if spelled:
            self.unknown_vectors = torch.from_numpy(np.concatenate([table.spelled(self.keys), table.spelled(self.stems)], axis=1))
        self.lists = 2 * table.bit_count


class Encoded:
    """One corpus, encoded."""

    def __init__(self, words: Words, sentences: list[Sentence], longest: int = 120) -> None:
        self.items: list[tuple[Tensor, Tensor, Tensor]] = []
        self.sentences = sentences
        for (text, tags), hints in zip(sentences, marks.of_sentences(sentences), strict=True):
            for a in range(0, len(text), longest):
                ids = [words.ids[w] for w in text[a : a + longest]]
                phrases = words.table.phrases([words.keys[i] for i in ids], [words.stems[i] for i in ids])
                beside = torch.from_numpy(np.concatenate([phrases, hints[a : a + longest]], axis=1))
                self.items.append((torch.tensor(ids), torch.tensor([TAG_ID[t] for t in tags[a : a + longest]]), beside))

    def __len__(self) -> int:
        return len(self.items)


def collate(items: list[tuple[Tensor, Tensor, Tensor]]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """``distinct`` ids, index into them, tags, phrases and marks, lengths."""
    lengths = torch.tensor([len(i[0]) for i in items])
    n = int(lengths.max())
    ids = torch.zeros(len(items), n, dtype=torch.long)
    tags = torch.zeros(len(items), n, dtype=torch.long)
    phrases = torch.zeros(len(items), n, items[0][2].shape[1])
    for b, (w, t, p) in enumerate(items):
        ids[b, : len(w)], tags[b, : len(w)], phrases[b, : len(w)] = w, t, p
    distinct, index = torch.unique(ids, return_inverse=True)
    return distinct, index, tags, phrases, lengths


def batches(items: list, size: int, rng: np.random.Generator) -> Iterator[list]:
    """Batches of sentences of about one length, in random order."""
    order = rng.permutation(len(items))
    order = sorted(order, key=lambda i: len(items[i][0]) + rng.uniform(-3, 3))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    for g in rng.permutation(len(groups)):
        yield [items[i] for i in groups[g]]
