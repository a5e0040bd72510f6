"""Trains the recogniser that ships: ``python training/train.py DATA_DIR [--work DIR] [--out DIR]``.

Steps leave their results in the work folder and are not repeated: text, vectors, word table, tagger.
What each was given and how it scored is in README.md.
"""

from __future__ import annotations

import argparse
import json
import pickle
import platform
import time
import tomllib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import augment
import export
import fit
import silver
import texts
import torch
import vectors
import vocabulary
from dataset import Encoded, Words
from tagger import Tagger

import corpora
from arnews.recognizers.folding import fold

HERE = Path(__file__).resolve().parent


def word_table(data: Path, work: Path, config: dict[str, Any]) -> vocabulary.Arrays:
    """Vectors, then the table of words; both kept in the work folder."""
    kept = work / "table.pickle"
    if not kept.exists():
        text, model = work / "folded.txt", work / "vectors.bin"
        if not model.exists():
            texts.write_folded(data, config["vectors"]["shares"], text, config["seed"])
            vectors.train(text, model, config["vectors"]["epochs"], config["vectors"]["threads"])
        kept.write_bytes(pickle.dumps(vocabulary.build(model, data, config["vectors"]["words"])))
    return pickle.loads(kept.read_bytes())


def sets(data: Path, config: dict[str, Any], arrays: vocabulary.Arrays) -> tuple[Words, dict[str, Encoded]]:
    """Every corpus encoded, with the variants of the news sentences."""
    loaded = corpora.load(data, config["split"])
    news = loaded.pop("news")
    named: dict[str, list[corpora.Sentence]] = {"news": news.train, "tune": news.tune, "held_out": news.held_out, **loaded}
    names = augment.Names(data, news.train + named["wikifane"] + named["aqmar"])
    table = vocabulary.table(arrays)
    stems = {k: table.stems([k])[0] for k in {fold(w) for s in news.train for w in s[0]}}
    for n in range(config["variants"]["rounds"]):
        named[f"variants_{n}"] = augment.variants(news.train, names, stems, config["variants"]["share"], seed=n)
    return encoded(arrays, named)


def encoded(arrays: vocabulary.Arrays, named: dict[str, list[corpora.Sentence]]) -> tuple[Words, dict[str, Encoded]]:
    words = Words(vocabulary.table(arrays), fit.sentences_of(*named.values()))
    return words, {name: Encoded(words, part) for name, part in named.items()}


def settings_of(config: dict[str, Any], seed: int, known: Iterable[str]) -> fit.Settings:
    """Settings of one tagger; corpora that are not there yet (silver, for the first teachers) are left out of its stages."""
    tagger = {k: v for k, v in config["tagger"].items() if k != "stages"}
    names = set(known)
    stages = [({k: n for k, n in s["corpora"].items() if k in names}, s["epochs"]) for s in config["tagger"]["stages"]]
    return fit.Settings(**tagger, seed=seed, stages=stages)


def tagger(config: dict[str, Any], seed: int, words: Words, corpora_: dict[str, Encoded]) -> Tagger:
    settings = settings_of(config, seed, corpora_)
    return fit.train(fit.make(settings, words), words, corpora_, settings)


def with_silver(
    data: Path, config: dict[str, Any], arrays: vocabulary.Arrays, words: Words, parts: dict[str, Encoded]
) -> tuple[Words, dict[str, Encoded]]:
    """Rounds of silver labels: the teachers of a round learn from the labels of the round before."""
    named = {name: part.sentences for name, part in parts.items()}
    kept_apart = corpora.shingles(named["held_out"]) | corpora.shingles(named["tune"])
    for n, round_ in enumerate(config["silver"]["rounds"]):
        teachers = [tagger(config, seed, words, parts) for seed in round_["teachers"]]
        found = silver.labelled(teachers, words, silver.drawn(data, round_, seed=n), round_["differ"])
        named["silver"] = corpora.without(silver.sample(found, config["silver"]["plain"], seed=n), kept_apart)
        words, parts = encoded(arrays, named)
    return words, parts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=HERE.parent / "src" / "arnews" / "models" / "ner")
    options = parser.parse_args()
    config = tomllib.loads(options.config.read_text(encoding="utf-8"))
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(config["threads"])
    began = time.time()

    arrays = word_table(options.data, options.work, config)
    words, parts = with_silver(options.data, config, arrays, *sets(options.data, config, arrays))
    model = tagger(config, config["seed"], words, parts)

    scores = {}
    for name in ("tune", "held_out", "aqmar_dev", "wikifane_dev"):
        result = fit.score(model, words, parts[name])
        scores[name] = {k: dict(zip("PRF", (round(x, 1) for x in v), strict=True)) for k, v in result.items()}
    about = export.write(
        model,
        arrays,
        options.out,
        {
            "name": "arnews news names",
            "licence": "GPL-3.0-or-later",
            "seed": config["seed"],
            "minutes": round((time.time() - began) / 60),
            "versions": {"python": platform.python_version(), **{p: version(p) for p in ("torch", "numpy")}},
            "scores": scores,
            "config": config,
        },
    )
    print(json.dumps(about["scores"], indent=1))


if __name__ == "__main__":
    main()
