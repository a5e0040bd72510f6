"""Speed of one step, on one core: ``python benchmarks/speed.py STEP ARTICLES.txt[.xz] [--articles 300]``.

    text numbers dates entities speech claims    milliseconds of the step alone for 290 words, and how its time grows with the text
    recognizer                            the same of the shipped recogniser, and the time to load it
    steps                                 all steps of an article beside each other
    spark                                 articles a second on ``local[2,4]`` beside ``pipe(n_process=2)``; needs the extra spark and Java

The file holds articles apart by blank lines; N of them with 240 to 340 words, evenly spread, are read. Times are of the process, the best
of several rounds, so that other work on the machine counts little; ``loop`` times a fixed piece of plain Python, to compare machines and
hours. What the whole costs in fresh processes is printed by ``footprint.py``.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from comparison.articles import chosen

from arnews import Analysis, Pipeline
from arnews.claims import engine as claims
from arnews.context import Context
from arnews.dates import engine as dates
from arnews.dates.publication import publication
from arnews.entities import engine as entities
from arnews.numbers import engine as numbers
from arnews.speech import engine as speech
from arnews.text.article import layout
from arnews.text.document import read
from arnews.text.normalize import normalize
from arnews.text.profiles import REPAIRS, repairs

WORDS = 290
ROUNDS = 5
SIZES = (10_000, 40_000)
WARM_UP = 64
# One bit of text, many times: what a rule that looks too far would stumble over.
GROWTH = {
    "text": ("\u064e", "\u200e\u202b", "ا", "ـ", "ا\u200f", "ا\u0654", "ﻻ", "٣", "٣ا"),
    "numbers": ("13 ", "ألف ", "ثلاثة و", "1,000,"),
    "dates": ("13 ", "بين ", "السبت ", "13/", "الساعة الثالثة و"),
    "entities": ("محمد ", "وزير ", "بن "),
    "speech": ("وقال إن ", "قال ", '"قال '),
    "claims": ("قتل ", "قتل 3 و", "بينهم 3 ", "وقال إن "),
}


def timed(action: Callable[[], object]) -> float:
    """Seconds of the process."""
    start = time.process_time()
    action()
    return time.process_time() - start


def best(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least seconds of several rounds."""
    return min(timed(action) for _ in range(rounds))


class Steps:
    """Each step over one text, with all that comes before it."""

    def __init__(self, recognizer: str | None = None) -> None:
        self.pipeline = Pipeline(recognizer=recognizer)  # type: ignore[arg-type]
        self.pipeline.analyze("قتل ثلاثة جنود في حلب أمس")
        self.context = Context()

    def before(self, step: str, text: str) -> Callable[[], object]:
        """What is to be timed of ``step``, everything before it done."""
        if step == "text":
            return partial(read, text)
        doc = read(text)
        if step == "numbers":
            return partial(numbers.find, doc, self.context)
        counted = numbers.find(doc, self.context)
        if step == "dates":
            return partial(dates.find, doc, self.context, counted)
        parts, times = layout(doc), dates.find(doc, self.context, counted)[0]
        if step == "entities":
            return partial(entities.find, doc, parts, self.pipeline._lexicon, None)
        named = entities.find(doc, parts, self.pipeline._lexicon, None)
        said = speech.find(doc, parts, counted, times, named)
        if step == "speech":
            return partial(speech.find, doc, parts, counted, times, named)
        return partial(claims.read_claims, doc, parts, counted, times, named, self.context, said)

    def all(self, text: str) -> Iterator[tuple[str, Callable[[], object]]]:
        """Every step of one article."""
        doc = read(text)
        parts = layout(doc)
        yield "text", partial(read, text)
        yield "layout", partial(layout, doc)
        yield "publication", partial(publication, doc, parts, self.context)
        for step in ("numbers", "dates", "entities", "speech", "claims"):
            yield step, self.before(step, text)


def one_step(step: str, texts: list[str]) -> None:
    """Milliseconds for 290 words, and growth."""
    steps = Steps()
    actions = [steps.before(step, t) for t in texts]
    words = sum(len(t.split()) for t in texts)
    print(f"{step}: {1000 * best(lambda: [a() for a in actions]) / words * WORDS:.2f} ms for {WORDS} words ({len(texts)} articles)")
    if step == "text":
        rules, whole = repairs(REPAIRS), "\n\n".join(texts)
        swap = lambda m: "" if m.group()[0] in rules.dropped else m.group().translate(rules.same)
        mapped, bare = best(partial(normalize, whole)), best(lambda: rules.find.sub(swap, whole))
        fast, faster = (len(whole) / seconds / 1e6 for seconds in (mapped, bare))
        print(f"normalise: {fast:.1f} M characters a second with the map of offsets, {faster:.1f} without")
    for bit in GROWTH[step]:
        times = [best(steps.before(step, bit * n), 1) for n in SIZES]
        print(f"  {bit!r} {SIZES[0]:,} and {SIZES[1]:,} times: {times[0]:.2f} s, {times[1]:.2f} s")


def recognizer(texts: list[str]) -> None:
    """The shipped recogniser alone, without the marks of rules beside the words."""
    from arnews.recognizers import shipped

    print(f"loaded in {timed(shipped.load):.2f} s")
    tagger = shipped.load()
    docs = [read(t) for t in texts]
    articles = [[[w.text for w in d.words[a:b]] for a, b in d.sentences] for d in docs]
    words = sum(len(t.split()) for t in texts)
    spent = best(lambda: [tagger.recognize(a) for a in articles])
    print(f"recognizer: {1000 * spent / words * WORDS:.2f} ms for {WORDS} words ({len(texts)} articles)")


def steps(texts: list[str]) -> None:
    """All steps, milliseconds for an article."""
    known, spent = Steps(), dict[str, float]()
    for text in texts:
        for name, action in known.all(text):
            spent[name] = spent.get(name, 0.0) + best(action, 2)
    for name, seconds in spent.items():
        print(f"  {name:12} {1000 * seconds / len(texts):6.2f} ms an article")


def by_pipe(texts: list[str]) -> tuple[list[str], float]:
    """JSON of each article and articles a second by the clock, after the first results have come."""
    results = Pipeline().pipe(texts[:WARM_UP] + texts, n_process=2)
    for _ in range(WARM_UP):
        next(results)
    start = time.perf_counter()
    rows = [r.model_dump_json() for r in results if isinstance(r, Analysis)]
    return rows, len(texts) / (time.perf_counter() - start)


def by_spark(texts: list[str], session: Any) -> tuple[list[str], float]:
    """The same by Spark, whose Python workers live on from the first job to the timed one."""
    from arnews.integrations import spark as door

    rows = [(str(i), t) for i, t in enumerate(texts)]
    df = session.createDataFrame(rows, "id string, text string").repartition(8).cache()
    df.count()
    door.analyze_df(df.limit(WARM_UP).repartition(2), id_col="id").collect()
    start = time.perf_counter()
    found = {r["article"]: r["analysis"] for r in door.analyze_df(df, id_col="id").collect()}
    return [found[key] for key, _ in rows], len(texts) / (time.perf_counter() - start)


def spark(texts: list[str]) -> None:
    """Spark beside two processes; the rows must be the same."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    piped, rate = by_pipe(texts)
    session = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    sparked, other = by_spark(texts, session)
    session.stop()
    print(f"pipe(n_process=2) {rate:.1f}, Spark local[2,4] {other:.1f} articles a second: {other / rate:.0%}")
    print(f"{len(texts)} articles, rows the same: {piped == sparked}")
    sys.exit(piped != sparked)


WHOLE = {"recognizer": recognizer, "steps": steps, "spark": spark}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=[*GROWTH, *WHOLE])
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=300)
    args = parser.parse_args()
    texts = chosen(args.file, args.articles)
    print(f"loop: {best(lambda: sum(i for i in range(3_000_000))):.3f} s for three million sums")
    WHOLE.get(args.step, partial(one_step, args.step))(texts)


if __name__ == "__main__":
    main()
