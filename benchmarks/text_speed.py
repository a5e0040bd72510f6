"""Speed of the text layer, median of several runs: ``python benchmarks/text_speed.py [CORPUS.txt.xz] [--runs N]``.

Prints million characters a second of normalising with and without the offset map, milliseconds an article of each step, and the
growth on adversarial texts of 1 and 10 MB. Without a corpus a paragraph of its own is repeated.
"""

from __future__ import annotations

import argparse
import lzma
import platform
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from arnews.text.article import layout
from arnews.text.document import read
from arnews.text.normalize import normalize
from arnews.text.profiles import REPAIRS, repairs
from arnews.text.sentences import split_sentences
from arnews.text.words import split_words

OWN = (
    "اتفاق جديد لتبادل الأسرى\nالقاهرة - رويترز\n"
    + "أعلنت الوزارة أمس أن 120 أسيرا، بينهم 15 امرأة، عادوا إلى بيوتهم في إطار الاتفاق الذي وقع في جنيف. وقال المتحدث: «نأمل أن يصمد».\n"
    * 12
)
ADVERSARIAL = {
    "one mark": "\u064e",
    "bidi controls": "\u200e\u202b",
    "one letter": "ا",
    "tatweel": "ـ",
    "letter + control": "ا\u200f",
    "letter + hamza mark": "ا\u0654",
    "ligatures": "ﻻ",
    "Arabic digits": "٣",
    "digit + letter": "٣ا",
}


def timed(run: Callable[[], object], runs: int) -> float:
    """Median seconds of processor time."""
    times = []
    for _ in range(runs):
        began = time.process_time()
        run()
        times.append(time.process_time() - began)
    return statistics.median(times)


def plain(text: str) -> str:
    """The same repairs without a map: what one regular expression and one table of letters can do."""
    rules = repairs(REPAIRS)
    return rules.find.sub(lambda m: "" if m.group()[0] in rules.dropped else m.group().translate(rules.same), text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=7)
    args = parser.parse_args()
    if args.corpus:
        with lzma.open(args.corpus, "rt", encoding="utf-8") as file:
            text = file.read(4_000_000)
    else:
        text = "\n\n".join([OWN] * 1500)
    articles = [a for a in text.split("\n\n") if 270 <= len(a.split()) <= 310][:200] or [OWN]
    clean = normalize(text).text
    print(f"Python {platform.python_version()}, {platform.machine()}, median of {args.runs} runs, one core\n")
    for name, given in (("as printed", text), ("clean", clean)):
        mapped, bare = timed(partial(normalize, given), args.runs), timed(partial(plain, given), args.runs)
        fast, faster = len(given) / mapped / 1e6, len(given) / bare / 1e6
        print(f"normalise, {name:10} {fast:6.1f} M characters/s with map, {faster:6.1f} without: {mapped / bare:.2f}x")
    documents = [read(a) for a in articles]
    words = sum(len(a.split()) for a in articles) / len(articles)
    print(f"\nmilliseconds for an article of {words:.0f} words ({len(articles)} articles)")
    steps: dict[str, Callable[[], object]] = {
        "normalise": lambda: [normalize(a) for a in articles],
        "words": lambda: [split_words(d.normalized.text) for d in documents],
        "sentences": lambda: [split_sentences(d.words) for d in documents],
        "layout": lambda: [layout(d) for d in documents],
        "all": lambda: [layout(read(a)) for a in articles],
    }
    for name, run in steps.items():
        run()
        print(f"  {name:10} {1000 * timed(run, args.runs) / len(articles):.3f}")
    print("\nadversarial texts, seconds for 1 MB and 10 MB of UTF-8")
    for name, unit in ADVERSARIAL.items():
        size = len(unit.encode("utf-8"))
        short, long = (timed(partial(normalize, unit * (n // size)), 1) for n in (1_000_000, 10_000_000))
        print(f"  {name:20} {short:7.3f} {long:7.3f}")


if __name__ == "__main__":
    main()
