"""Speed of the date extractor on one core: articles of about 290 words, texts of 10 words, and growth with the length.

    python benchmarks/dates_speed.py FILE

Times are of the process, so that other work on the machine does not count; the line ``loop`` times a fixed piece of plain
Python, to compare machines and hours.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from dates_coverage import articles

from arnews.context import Context
from arnews.dates.engine import find, to_record
from arnews.numbers.engine import find as find_numbers
from arnews.text.document import read


def timed(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def extract(text: str, context: Context) -> int:
    doc = read(text)
    found, _ = find(doc, context, find_numbers(doc, context))
    return len([to_record(doc, t, "d1") for t in found])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    context = Context(published=date(2015, 8, 10))
    chosen = [a for a in articles(parser.parse_args().file) if 240 < len(a.split()) < 340][:300]
    docs = [read(a) for a in chosen]
    numerals = [find_numbers(d, context) for d in docs]
    words = sum(len(d.words) for d in docs)
    print(f"loop: {timed(lambda: sum(i for i in range(3_000_000))):.3f} s for three million sums")

    def dates_only() -> None:
        for d, n in zip(docs, numerals, strict=True):
            find(d, context, n)

    best = min(timed(dates_only) for _ in range(5))
    print(f"dates alone: {best / words * 290 * 1000:.2f} ms for 290 words ({len(docs)} articles, best of 5)")
    tens = [" ".join(a.split()[i : i + 10]) for a in chosen[:100] for i in range(0, len(a.split()), 10)]
    print(f"text, numbers and dates: {len(tens) / timed(lambda: [extract(t, context) for t in tens]):,.0f} texts of 10 words a second")
    for bit in ("13 ", "بين ", "السبت ", "13/", "الساعة الثالثة و"):
        times = [timed(lambda n=n, bit=bit: extract(bit * n, context)) for n in (10_000, 40_000)]  # type: ignore[misc]
        print(f"{bit!r} 10,000 and 40,000 times: {times[0]:.2f} s, {times[1]:.2f} s")


if __name__ == "__main__":
    main()
