"""Scores of the claims on annotated articles with bootstrap intervals over articles: ``python benchmarks/claims_dev.py SCORER GOLD.json``.

SCORER is the path of the scoring script that belongs to the gold file (it has ``score(golds, analyze)``); GOLD holds annotated articles
with ``raw`` and ``published``. Each round draws as many articles as there are, with replacement, and scores them anew.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import arnews

ROWS = ("numbers", "kind", "not asserted", "part_of", "source", "where", "when", "who", "implicit recall", "approximate")


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def value(result: dict[str, Any], row: str) -> float | None:
    found = result.get(f"claims.{row}")
    return found["F"] if isinstance(found, dict) else found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--rules", action="store_true", help="without the recogniser")
    args = parser.parse_args()
    scorer = load(args.scorer)
    golds = json.loads(args.gold.read_text(encoding="utf-8"))
    pipeline = arnews.Pipeline(recognizer=None) if args.rules else arnews.Pipeline()
    found: dict[str, Any] = {}
    for gold in golds:
        published = gold.get("published")
        day = date.fromisoformat(published[:10]) if published else None
        found[gold["raw"]] = json.loads(pipeline.analyze(gold["raw"], published=day).model_dump_json())

    def analyze(raw: str, published: date | None = None) -> Any:
        return found[raw]

    whole = scorer.score(golds, analyze)
    rng = random.Random(7)
    draws: dict[str, list[float]] = {row: [] for row in ROWS}
    for _ in range(args.rounds):
        result = scorer.score(rng.choices(golds, k=len(golds)), analyze)
        for row in ROWS:
            got = value(result, row)
            if got is not None:
                draws[row].append(got)
    print(f"{len(golds)} articles, {args.rounds} bootstrap rounds over articles, 95 % interval")
    for row in ROWS:
        values = sorted(draws[row])
        if not values:
            print(f"{row:16} {value(whole, row)}")
            continue
        low, high = values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]
        print(f"{row:16} {value(whole, row)}  [{low:.3f}, {high:.3f}]")


if __name__ == "__main__":
    main()
