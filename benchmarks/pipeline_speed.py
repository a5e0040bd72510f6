"""Where the time goes: ``python benchmarks/pipeline_speed.py ARTICLES.txt[.xz] [N]`` prints milliseconds of each step.

The file holds articles apart by blank lines; N (300) with 240 to 340 words are read in one process and one thread, without the
shipped recogniser. What the whole costs, with it and without, is printed by ``footprint.py``.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from comparison.articles import chosen

from arnews import Pipeline
from arnews.claims import engine as claims
from arnews.context import Context
from arnews.dates import engine as dates
from arnews.entities import engine as entities
from arnews.numbers import engine as numbers
from arnews.text.article import layout
from arnews.text.document import read


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
    texts = chosen(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300)
    print(f"{len(texts)} articles, {statistics.mean(len(t.split()) for t in texts):.0f} words each")
    rules = Pipeline(recognizer=None)
    rules.analyze(texts[0])
    for name, ms in steps(rules, texts).items():
        print(f"  {name:12} {ms:6.2f} ms an article")


if __name__ == "__main__":
    main()
