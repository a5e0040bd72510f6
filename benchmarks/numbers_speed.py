"""Speed of the number extractor on one core: short texts a second, milliseconds an article, growth with length.

    python benchmarks/numbers_speed.py

Times are the best of several runs in CPU seconds, so that a busy machine distorts them less. The article is the seed article.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from arnews.context import Context
from arnews.numbers.engine import find, to_record
from arnews.numbers.lexicon import load
from arnews.text.document import read

SHORT = [
    "قتل ثلاثة جنود وأصيب 15 آخرون في هجوم شنه مسلحون",
    "ارتفعت الأسعار بنسبة 3.5 في المئة خلال العام الماضي وفق البنك",
    "خصصت الحكومة نحو مليوني دولار لإعادة بناء المنازل المتضررة في القرية",
    "زار الوزير المدينة أمس والتقى عددا من المسؤولين في مقر المحافظة",
]


def best(job: Callable[[], object], runs: int = 9) -> float:
    """Least CPU seconds of one run."""
    least = float("inf")
    for _ in range(runs):
        start = time.process_time()
        job()
        least = min(least, time.process_time() - start)
    return least


def main() -> None:
    start = time.process_time()
    load()
    print(f"load: {(time.process_time() - start) * 1e3:.0f} ms")
    context = Context()
    texts = SHORT * 500

    def whole() -> None:
        for t in texts:
            doc = read(t)
            for n in find(doc, context):
                to_record(doc, n)

    print(f"texts of 10 words: {len(texts) / best(whole, 5):,.0f} a second, reading included")
    article = (Path(__file__).parent.parent / "seeds" / "article.txt").read_text(encoding="utf-8")
    words = len(article.split())
    doc = read(article)
    seconds = best(lambda: find(doc, context), 40)
    print(f"seed article, {words} words: {seconds * 1e3:.2f} ms without reading; {seconds * 1e3 * 290 / words:.2f} ms for 290 words")
    for times in (1, 10, 100):
        long = read((article + "\n") * times)
        print(f"{times * words:>7,} words: {best(lambda d=long: find(d, context), 3) * 1e3:,.1f} ms")  # type: ignore[misc]


if __name__ == "__main__":
    main()
