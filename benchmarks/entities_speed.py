"""Time of the entity step alone: ``python benchmarks/entities_speed.py TEXT.xz [--articles 400] [--model]``.

``TEXT.xz`` holds articles parted by blank lines. Prints milliseconds of processor time for an article of 290 words, the time
to load the lexicon, and the step's share without romanising names that no list knows.
"""

from __future__ import annotations

import argparse
import lzma
import random
import time
from pathlib import Path

from arnews.entities import engine, latin
from arnews.entities.lexicon import EntityLexicon
from arnews.text.article import layout
from arnews.text.document import read

WORDS = 290


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--model", action="store_true", help="with the shipped recogniser")
    args = parser.parse_args()
    with lzma.open(args.text, "rt", encoding="utf-8") as file:
        articles = [a for a in file.read().split("\n\n") if len(a) > 150]
    chosen = random.Random(args.seed).sample(articles, args.articles)
    start = time.perf_counter()
    lexicon = EntityLexicon.load()
    print(f"lexicon loaded in {time.perf_counter() - start:.2f} s")
    recognizer = None
    if args.model:
        from arnews.recognizers import shipped

        recognizer = shipped.load()
    docs = [(doc := read(a), layout(doc)) for a in chosen]
    words = sum(len(doc.words) for doc, _ in docs)

    def measure(label: str) -> None:
        start = time.process_time()
        for doc, parts in docs:
            engine.find(doc, parts, lexicon, recognizer)
        spent = time.process_time() - start
        print(f"{label}: {spent / words * WORDS * 1000:.2f} ms for {WORDS} words")

    measure("first reading")
    measure("second reading (names already spelt)")
    latin.romanize = lambda name: name
    measure("without romanising")


if __name__ == "__main__":
    main()
