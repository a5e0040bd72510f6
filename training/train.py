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
from importlib.metadata import version
from pathlib import Path
from typing import Any

import augment
import export
import fit
import texts
import torch
import vectors
import vocabulary
from dataset import Encoded, Words

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
    words = Words(table, fit.sentences_of(*named.values()))
    return words, {name: Encoded(words, part) for name, part in named.items()}


def settings_of(config: dict[str, Any]) -> fit.Settings:
    tagger = {k: v for k, v in config["tagger"].items() if k != "stages"}
    return fit.Settings(**tagger, seed=config["seed"], stages=[(s["corpora"], s["epochs"]) for s in config["tagger"]["stages"]])


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
    words, encoded = sets(options.data, config, arrays)
    settings = settings_of(config)
    model = fit.make(settings, words)
    fit.train(model, words, encoded, settings)

    scores = {}
    for name in ("tune", "held_out", "aqmar_dev", "wikifane_dev"):
        result = fit.score(model, words, encoded[name])
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
