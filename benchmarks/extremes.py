"""How time grows on texts and pages that are all of one thing: ``python benchmarks/extremes.py [--bytes N] [--step STEP] [NAME ...]``.

Seconds of processor time at a quarter of the size and at the size, and how many times as much that is: 4 where time is linear. ``--step``
is ``analyze`` (rules and lexicon alone), ``model`` (the same with the recogniser), ``normalize``, ``words``, ``numbers``, ``dates``,
``html`` (a page into text), ``display``, or ``json``.
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent / "fuzz"))

from extremes_of import PAGES, TEXTS

import arnews
from arnews.display import to_html
from arnews.pipeline import Pipeline
from arnews.text.article import layout
from arnews.text.document import read


def steps() -> dict[str, Callable[[str], Any]]:
    pipeline = Pipeline(recognizer=None)
    return {
        "analyze": pipeline.analyze,
        "model": arnews.analyze,
        "normalize": arnews.normalize,
        "words": lambda text: layout(read(text)),
        "numbers": arnews.extract_numbers,
        "dates": arnews.extract_dates,
        "html": arnews.from_html,
        "display": lambda text: to_html(pipeline.analyze(text), text, limit=None),
        "json": lambda text: pipeline.analyze(text).model_dump_json(),
    }


def seconds(run: Callable[[str], Any], text: str) -> float:
    gc.collect()
    began = time.process_time()
    run(text)
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--bytes", type=int, default=200_000)
    parser.add_argument("--step", default="analyze")
    args = parser.parse_args()
    run = steps()[args.step]
    run("قتل 5")
    texts = PAGES if args.step == "html" else TEXTS
    for name in args.names or texts:
        make = texts[name]
        # Sizes are bytes of UTF-8: an Arabic letter is two of them.
        length = round(args.bytes * 10_000 / len(make(10_000).encode("utf-8", "surrogatepass")))
        small, large = seconds(run, make(length // 4)), seconds(run, make(length))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name:28} {small:8.2f} {large:8.2f}   x{large / max(small, 0.001):.1f}   {memory} MB so far", flush=True)


if __name__ == "__main__":
    main()
