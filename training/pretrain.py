"""A bidirectional language model on freely licensed running text; its BiLSTM becomes the tagger's lower layer."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from dataset import Words
from tagger import WordInput, run_packed
from torch import Tensor, nn

from arnews.recognizers.features import LETTERS, WordTable


class LanguageModel(nn.Module):
    """Forward half guesses the next word, backward half the one before, among the batch's words and some others."""

    def __init__(self, word_input: WordInput, hidden: int, targets: Tensor) -> None:
        super().__init__()
        self.word_input = word_input
        self.lower = nn.LSTM(word_input.width, hidden, batch_first=True, bidirectional=True)
        self.ahead = nn.Linear(hidden, targets.shape[1])
        self.behind = nn.Linear(hidden, targets.shape[1])
        self.targets = nn.Parameter(targets.clone())
        self.bias = nn.Parameter(torch.zeros(len(targets)))

    def loss(self, x: Tensor, keys: Tensor, lengths: Tensor, others: Tensor) -> Tensor:
        """``keys`` are target ids by word (0 for one outside the targets, which is not asked for)."""
        y = run_packed(self.lower, x, lengths)
        hidden = y.shape[2] // 2
        mask = torch.arange(keys.shape[1])[None] < lengths[:, None]
        asked = mask & (keys > 0)
        candidates, place = torch.unique(torch.cat([keys[asked], others]), return_inverse=True)
        where = torch.zeros_like(keys)
        where[asked] = place[: int(asked.sum())]
        table, bias = self.targets[candidates], self.bias[candidates]
        total = x.new_zeros(())
        for side, head, source, goal in (
            (y[..., :hidden], self.ahead, slice(None, -1), slice(1, None)),
            (y[..., hidden:], self.behind, slice(1, None), slice(None, -1)),
        ):
            use = asked[:, goal]
            logits = head(side[:, source][use]) @ table.T + bias
            total = total + nn.functional.cross_entropy(logits, where[:, goal][use])
        return total / 2


def pretrain(
    table: WordTable,
    files: Iterable[Path],
    out: Path,
    hidden: int,
    letter_width: int,
    filters: int,
    epochs: float,
    targets: int = 20_000,
    batch: int = 48,
    longest: int = 50,
    seed: int = 1,
) -> None:
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    lines = [line.split() for f in files for line in f.open(encoding="utf-8")]
    lines = [w[a : a + longest] for w in lines for a in range(0, len(w), longest)]
    lines = [w for w in lines if len(w) > 4]
    words = Words(table, {w for line in lines for w in line}, spelled=False)
    print(len(lines), "lines", len(words.all), "words", flush=True)
    first = list(table._ids)[: targets - 1]
    target_id = {w: i + 1 for i, w in enumerate(first)}
    key_of = torch.tensor([target_id.get(k, 0) for k in words.keys])
    weights = np.array([0.0] + [table.count(w) for w in first]) ** 0.75
    weights = torch.from_numpy(weights / weights.sum())
    items = [np.array([words.ids[w] for w in line], dtype=np.int32) for line in lines]
    del lines
    word_input = WordInput(words.vectors.shape[1], words.extra.shape[1], len(LETTERS) + 2, letter_width, filters)
    model = LanguageModel(word_input, hidden, torch.cat([torch.zeros(1, table.dimension), torch.from_numpy(table.vector(first))]))
    optimizer = torch.optim.Adam(model.parameters(), lr=1.5e-3)
    order = rng.permutation(len(items))
    pool = 200 * batch
    groups = []
    for _ in range(int(np.ceil(epochs))):
        order = rng.permutation(len(items))
        for a in range(0, len(order), pool):
            part = sorted(order[a : a + pool], key=lambda i: len(items[i]))
            cut = [part[i : i + batch] for i in range(0, len(part), batch)]
            groups += [cut[i] for i in rng.permutation(len(cut))]
    groups = groups[: int(len(groups) * epochs / np.ceil(epochs))]
    began, seen, smooth = time.time(), 0, 0.0
    for step, group in enumerate(groups):
        for g in optimizer.param_groups:
            g["lr"] = 1.5e-3 * min(1.0, (step + 1) / 300) * (1.0 - 0.97 * step / len(groups))
        lengths = torch.tensor([len(items[i]) for i in group])
        ids = torch.zeros(len(group), int(lengths.max()), dtype=torch.long)
        for b, i in enumerate(group):
            ids[b, : len(items[i])] = torch.from_numpy(items[i].astype(np.int64))
        distinct, index = torch.unique(ids, return_inverse=True)
        extra = words.extra[distinct].clone()
        extra[torch.rand(len(distinct)) < 0.1, : words.lists] = 0
        x = model.word_input(words.vectors[distinct], words.letters[distinct], extra)
        x = nn.functional.dropout(x, 0.1)[index]
        loss = model.loss(x, key_of[ids], lengths, torch.multinomial(weights, 600, replacement=False))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        seen += int(lengths.sum())
        smooth = float(loss.detach()) if not step else 0.99 * smooth + 0.01 * float(loss.detach())
        if step % 100 == 0:
            spent = time.time() - began
            print(f"{step}/{len(groups)} loss {smooth:.3f} {seen / spent:.0f} words/s {spent:.0f}s", flush=True)
        if step % 2000 == 1999 or step == len(groups) - 1:
            torch.save({"word_input": model.word_input.state_dict(), "lower": model.lower.state_dict()}, out)
