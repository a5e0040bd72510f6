"""Articles a second of the whole pipeline and of its steps: ``python benchmarks/pipeline_speed.py ARTICLES.txt[.xz] [N]``.

The file holds articles separated by blank lines; the first N (300) between 200 and 400 words are read, one process, one
thread. Prints words an article, articles a second with the shipped recogniser and without it, and milliseconds of each step.
"""

from __future__ import annotations

import lzma
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from arnews import Pipeline
from arnews.claims import engine as claims
from arnews.context import Context
from arnews.dates import engine as dates
from arnews.entities import engine as entities
from arnews.numbers import engine as numbers
from arnews.text.article import layout
from arnews.text.document import read


def articles(path: Path, n: int) -> list[str]:
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    return [a for a in text.split("\n\n") if 200 <= len(a.split()) <= 400][:n]


def rate(run: Callable[[str], object], texts: list[str], repeats: int = 3) -> float:
    figures = []
    for _ in range(repeats):
        start = time.process_time()
        for t in texts:
            run(t)
        figures.append(len(texts) / (time.process_time() - start))
    return statistics.median(figures)


def steps(pipeline: Pipeline, texts: list[str]) -> dict[str, float]:
    spent = dict.fromkeys(("text", "layout", "publication", "numbers", "dates", "entities", "claims", "records"), 0.0)
    context = Context()
    for t in texts:
        marks = [time.process_time()]
        doc = read(t)
        marks.append(time.process_time())
        parts = layout(doc)
        marks.append(time.process_time())
        dates.publication(doc, parts, context)
        marks.append(time.process_time())
        n = numbers.find(doc, context)
        marks.append(time.process_time())
        d, _ = dates.find(doc, context, n)
        marks.append(time.process_time())
        e = entities.find(doc, parts, pipeline._lexicon, None)
        marks.append(time.process_time())
        claims.find(doc, parts, n, d, e, context)
        marks.append(time.process_time())
        for i, x in enumerate(e):
            entities.to_record(doc, x, f"e{i}")
        marks.append(time.process_time())
        for name, a, b in zip(spent, marks, marks[1:], strict=False):
            spent[name] += b - a
    return {k: 1000 * v / len(texts) for k, v in spent.items()}


def main() -> None:
    texts = articles(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300)
    print(f"{len(texts)} articles, {statistics.mean(len(t.split()) for t in texts):.0f} words each")
    start = time.perf_counter()
    full = Pipeline()
    full.analyze(texts[0])
    print(f"first analysis after {time.perf_counter() - start:.2f} s")
    rules = Pipeline(recognizer=None)
    for name, ms in steps(rules, texts).items():
        print(f"  {name:12} {ms:6.2f} ms an article")
    print(f"without the recogniser: {rate(rules.analyze, texts):.0f} articles a second")
    print(f"with it:                {rate(full.analyze, texts):.0f} articles a second")
    print(f"peak RAM {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
