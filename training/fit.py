"""Training loop of the tagger: stages of corpora, weights averaged over the last steps, scored on blocks held out."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import torch
from dataset import Encoded, Words, batches, collate
from tagger import TAGS, Tagger, WordInput
from torch import Tensor

from arnews.recognizers.features import LETTERS
from arnews.recognizers.hints import COLUMNS
from corpora import Sentence, spans


@dataclass
class Settings:
    """What a trial may change."""

    lower: int = 128
    upper: int = 96
    letter_width: int = 24
    filters: int = 40
    dropout: float = 0.35
    unknown: float = 0.1  # share of words shown as if the vocabulary did not hold them
    unlisted: float = 0.2  # share of words shown without their list bits
    unlisted_sentence: float = 0.1  # share of batches shown without any
    unhinted: float = 0.15  # share of sentences shown without the marks of the rules
    batch: int = 16
    rate: float = 1e-3
    seed: int = 1
    stages: list[tuple[dict[str, int], int]] = field(default_factory=list)  # ({corpus: times}, epochs)


def make(settings: Settings, words: Words) -> Tagger:
    torch.manual_seed(settings.seed)
    word_input = WordInput(words.vectors.shape[1], words.extra.shape[1], len(LETTERS) + 2, settings.letter_width, settings.filters)
    beside = words.lists + 2 * words.table.phrase_kinds + len(COLUMNS)
    return Tagger(word_input, beside, settings.lower, settings.upper, settings.dropout)


def word_inputs(model: Tagger, words: Words, distinct: Tensor, settings: Settings | None = None) -> tuple[Tensor, Tensor]:
    """Inputs of the lower layer and list bits of distinct words."""
    vectors, extra = words.vectors[distinct], words.extra[distinct]
    if settings is not None and model.training:
        if settings.unknown:
            hidden = torch.rand(len(distinct)) < settings.unknown
            if hidden.any():
                vectors = vectors.clone()
                vectors[hidden] = words.unknown_vectors[distinct[hidden]]
        extra = extra.clone()
        if settings.unknown:
            extra[hidden, -2], extra[hidden, -1] = 1.0, 0.0
        if torch.rand(()) < settings.unlisted_sentence:
            extra[:, : words.lists] = 0
        elif settings.unlisted:
            extra[torch.rand(len(distinct)) < settings.unlisted, : words.lists] = 0
    return model.word_input(vectors, words.letters[distinct], extra), extra[:, : words.lists]


def run(model: Tagger, words: Words, items: list, settings: Settings | None = None) -> tuple[Tensor, Tensor, Tensor]:
    distinct, index, tags, phrases, lengths = collate(items)
    inputs, listed = word_inputs(model, words, distinct, settings)
    if settings is not None and model.training:
        phrases[torch.rand(len(items)) < settings.unhinted, :, -len(COLUMNS) :] = 0
    emissions = model.emissions(inputs, index, torch.cat([phrases, listed[index]], dim=2), lengths)
    mask = torch.arange(emissions.shape[1])[None] < lengths[:, None]
    return emissions, tags, mask


def train(model: Tagger, words: Words, corpora: dict[str, Encoded], settings: Settings, log=print) -> Tagger:
    rng = np.random.default_rng(settings.seed)
    torch.manual_seed(settings.seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=settings.rate, weight_decay=1e-2)
    plan = [mix for mix, epochs in settings.stages for _ in range(epochs)]
    steps = sum(sum(len(corpora[n]) * k for n, k in mix.items()) / settings.batch for mix in plan)
    step, averaged = 0, 0
    last = sum(len(corpora[n]) * k for n, k in plan[-1].items()) / settings.batch
    average_from = steps - max(2.0, 0.35 * settings.stages[-1][1]) * last
    mean: dict[str, Tensor] = {}
    began = time.time()
    for epoch, mix in enumerate(plan):
        model.train()
        items = [i for name, times in mix.items() for i in corpora[name].items * times]
        total = 0.0
        for batch in batches(items, settings.batch, rng):
            for group in optimizer.param_groups:
                group["lr"] = settings.rate * min(1.0, step / 200) * (1.0 - 0.95 * min(1.0, step / steps))
            emissions, tags, mask = run(model, words, batch, settings)
            loss = model.crf.loss(emissions, tags, mask)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            total += float(loss.detach()) * len(batch)
            step += 1
            if step >= average_from and step % 5 == 0:
                averaged += 1
                for k, v in model.state_dict().items():
                    mean[k] = v.detach().clone().float() if k not in mean else mean[k] + (v.float() - mean[k]) / averaged
        line = f"epoch {epoch + 1}/{len(plan)} {dict(mix)} loss {total / len(items):.4f} {time.time() - began:.0f}s"
        if "tune" in corpora and (epoch % 2 == 1 or epoch == len(plan) - 1):
            line += f" tune {score(model, words, corpora['tune'])['all'][2]:.2f}"
        log(line)
    if mean:
        state = model.state_dict()
        model.load_state_dict({k: v.to(state[k].dtype) for k, v in mean.items()})
    return model


@torch.no_grad()
def predict(models: list[Tagger], words: Words, data: Encoded, size: int = 64) -> list[list[int]]:
    """Tags of each encoded item; several models vote with their mean emissions."""
    for m in models:
        m.eval()
    order = sorted(range(len(data)), key=lambda i: len(data.items[i][0]))
    out: list[list[int]] = [[] for _ in order]
    for at in range(0, len(order), size):
        group = order[at : at + size]
        items = [data.items[i] for i in group]
        parts = [run(m, words, items) for m in models]
        mask = parts[0][2]
        emissions = torch.stack([p[0] for p in parts]).mean(0)
        for i, tags in zip(group, models[0].crf.decode(emissions, mask), strict=True):
            out[i] = tags
    return out


def score(model: Tagger | list[Tagger], words: Words, data: Encoded) -> dict[str, tuple[float, float, float]]:
    """Span precision, recall and F1 in percent, per type and over all."""
    models = model if isinstance(model, list) else [model]
    found, gold, hit = Counter(), Counter(), Counter()
    for tags, item in zip(predict(models, words, data), data.items, strict=True):
        a = set(spans([TAGS[t] for t in tags]))
        b = set(spans([TAGS[t] for t in item[1].tolist()]))
        for counter, names in ((found, a), (gold, b), (hit, a & b)):
            counter.update(k for *_, k in names)
            counter["all"] += len(names)
    out = {}
    for k in ("all", "PERSON", "LOC", "ORG"):
        p, r = 100 * hit[k] / max(1, found[k]), 100 * hit[k] / max(1, gold[k])
        out[k] = (p, r, 2 * p * r / max(1e-9, p + r))
    return out


def show(result: dict[str, tuple[float, float, float]]) -> str:
    return " ".join(f"{k} {v[2]:.1f} (P{v[0]:.0f} R{v[1]:.0f})" for k, v in result.items())


def sentences_of(*groups: list[Sentence]) -> list[str]:
    return [w for g in groups for s in g for w in s[0]]
