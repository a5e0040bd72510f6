"""What arnews costs on this machine, in one place: ``python benchmarks/footprint.py ARTICLES.txt[.xz] [--articles 300] [--json]``.

ARTICLES holds articles apart by blank lines; N of them with 240 to 340 words, evenly spread, are read. Prints, with the shipped
model and without: articles a second on one core, time to the first analysis, import time and peak memory, each in a fresh process;
then what ``pipe(n_process=2)`` gains and the time for each character of texts from 100 characters to a million. Rates are of
processor time, everything else is of the clock. ``speed.py steps`` beside this file says where the time goes.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from comparison.articles import chosen
from comparison.worker import WARM_UP, peak_mb

ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}
SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
# Enough for the start of the processes not to matter much: with rules alone a core reads hundreds of articles in its time.
PIPED = 1_200
VARIANTS = {"model": "shipped", "rules": None}


def imports() -> dict[str, float]:
    """Milliseconds of ``import arnews`` and of the pipeline's module after it."""
    start = time.perf_counter()
    import arnews

    imported = time.perf_counter()
    arnews.Pipeline  # noqa: B018  (names are imported when they are first used)
    return {"import_ms": 1000 * (imported - start), "pipeline_ms": 1000 * (time.perf_counter() - imported)}


def _pipeline(variant: str) -> Any:
    import arnews

    return arnews.Pipeline(recognizer=VARIANTS[variant])  # type: ignore[arg-type]


def first(variant: str, texts: list[str]) -> dict[str, float]:
    """Seconds from nothing imported to the first article read, and the memory that it took."""
    start = time.perf_counter()
    _pipeline(variant).analyze(texts[0])
    return {"first_s": time.perf_counter() - start, "first_mb": peak_mb()}


def rate(variant: str, texts: list[str]) -> dict[str, float]:
    """Articles a second of processor time, median of three passes, and the peak of memory; on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    analyze = _pipeline(variant).analyze
    for t in texts[:WARM_UP]:
        analyze(t)
    rates = []
    for _ in range(3):
        start = time.process_time()
        for t in texts:
            analyze(t)
        rates.append(len(texts) / (time.process_time() - start))
    return {"articles_s": statistics.median(rates), "peak_mb": peak_mb()}


def pipe(variant: str, texts: list[str]) -> dict[str, float]:
    """Articles a second by the clock in one process and in two, the start of the processes included."""
    pipeline = _pipeline(variant)
    for t in texts[:WARM_UP]:
        pipeline.analyze(t)
    many = (texts * -(-PIPED // len(texts)))[: max(PIPED, len(texts))] if len(texts) >= 100 else texts
    out = {}
    for n in (1, 2):
        start = time.perf_counter()
        read = sum(1 for _ in pipeline.pipe(many, n_process=n))
        out[f"pipe_{n}"] = read / (time.perf_counter() - start)
    return out


def growth(variant: str, texts: list[str]) -> dict[str, Any]:
    """Microseconds of processor time for each character, by the length of the text."""
    pipeline = _pipeline(variant)
    for t in texts[:WARM_UP]:
        pipeline.analyze(t)
    whole = "\n".join(texts)
    whole *= -(-SIZES[-1] // len(whole))
    out = {}
    for size in SIZES:
        # Short texts come from many places, so that one easy stretch does not speak for all.
        many = max(1, min(100_000 // size, 100))
        pieces = [whole[at : at + size] for at in range(0, many * 7_919, 7_919)][:many]
        start = time.process_time()
        for p in pieces:
            pipeline.analyze(p)
        out[str(size)] = 1e6 * (time.process_time() - start) / sum(map(len, pieces))
    return {"us_per_character": out}


PARTS = {"first": first, "rate": rate, "pipe": pipe, "growth": growth}


def fresh(part: str, variant: str, texts: list[str]) -> dict[str, Any]:
    """One part in a process of its own, which gets the texts alone: a whole corpus unpacked there would count as memory."""
    command = [sys.executable, __file__, "--part", part, "--variant", variant]
    done = subprocess.run(command, input=json.dumps(texts), env={**os.environ, **ONE_THREAD}, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def median(results: list[dict[str, float]]) -> dict[str, float]:
    return {k: statistics.median(r[k] for r in results) for k in results[0]}


def measure(texts: list[str]) -> dict[str, Any]:
    """All figures, by variant."""
    out: dict[str, Any] = {"articles": len(texts), "words": statistics.mean(len(t.split()) for t in texts)}
    out |= median([fresh("imports", "rules", []) for _ in range(7)])
    for variant in VARIANTS:
        out[variant] = median([fresh("first", variant, texts[:1]) for _ in range(3)])
        for part in ("rate", "pipe", "growth"):
            out[variant] |= fresh(part, variant, texts)
    return out


def shown(found: dict[str, Any]) -> str:
    """The figures as lines of text."""
    lines = [f"{found['articles']} articles of {found['words']:.0f} words, one thread", ""]
    lines.append(f"import arnews {found['import_ms']:.1f} ms, the pipeline's module {found['pipeline_ms']:.0f} ms more")
    lines.append(f"{'':34}{'with the model':>16}{'without':>16}")
    for title, key, form in (
        ("articles a second, one core", "articles_s", ".1f"),
        ("first analysis, s", "first_s", ".2f"),
        ("memory after it, MB", "first_mb", ".0f"),
        ("memory at most, MB", "peak_mb", ".0f"),
        ("pipe, one process, articles a s", "pipe_1", ".1f"),
        ("pipe, two processes", "pipe_2", ".1f"),
    ):
        lines.append(f"{title:34}" + "".join(f"{found[v][key]:16{form}}" for v in VARIANTS))
    for size in SIZES:
        lines.append(f"{f'µs a character, {size:,}':34}" + "".join(f"{found[v]['us_per_character'][str(size)]:16.1f}" for v in VARIANTS))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--part", choices=["imports", *PARTS], help=argparse.SUPPRESS)
    parser.add_argument("--variant", choices=[*VARIANTS], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part == "imports":
        print(json.dumps(imports()))
    elif options.part:
        print(json.dumps(PARTS[options.part](options.variant, json.load(sys.stdin))))
    elif options.file is None:
        parser.error("a file with articles is needed")
    else:
        found = measure(chosen(options.file, options.articles))
        print(json.dumps(found) if options.json else shown(found))


if __name__ == "__main__":
    main()
