"""Subword vectors of folded text with fastText: skip-gram, letter n-grams of 3 to 5 in few buckets."""

from __future__ import annotations

from pathlib import Path


def train(text: Path, out: Path, epochs: int, threads: int, dimension: int = 100, buckets: int = 100_000) -> None:
    import fasttext

    model = fasttext.train_unsupervised(
        str(text),
        model="skipgram",
        dim=dimension,
        minn=3,
        maxn=5,
        bucket=buckets,
        minCount=3,
        ws=4,
        epoch=epochs,
        neg=5,
        thread=threads,
        lr=0.05,
        t=1e-4,
        verbose=0,
    )
    model.save_model(str(out))
