"""How many articles of a corpus get which parts: ``python benchmarks/text_article_report.py CORPUS.txt.xz [--sample N] [--seed S]``.

The corpus is articles apart by a blank line, each with its title on the first line. Without ``--sample`` the counts over all
articles are printed; with it, N random articles with their first lines and the parts found, to check by eye.
"""

from __future__ import annotations

import argparse
import lzma
import random
import time
from collections import Counter
from pathlib import Path

from arnews.text.article import Layout, Part, layout
from arnews.text.document import Document, read

PARTS = ("title", "subtitle", "byline", "authors", "agency", "dateline", "captions", "date_lines", "footers", "body")


def articles(path: Path) -> list[str]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return [a.strip("\n") for a in file.read().split("\n\n") if a.strip()]


def shown(doc: Document, parts: Layout) -> str:
    def text(part: Part) -> str:
        return doc.span(part.start, part.end).text[:60]

    out = []
    for name in PARTS[:-1]:
        value = getattr(parts, name)
        if isinstance(value, Part):
            out.append(f"{name}={text(value)}")
        elif value:
            out.append(f"{name}={[text(p) for p in value]}")
    return " ".join(out) + (f" body={text(parts.body[0])}" if parts.body else "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="print this many random articles instead of counting")
    parser.add_argument("--seed", type=int, default=2025)
    args = parser.parse_args()
    texts = articles(args.corpus)
    if args.sample:
        for raw in random.Random(args.seed).sample(texts, args.sample):
            doc = read(raw)
            print(" ⏎ ".join(line[:70] for line in raw.split("\n")[:4]), "\n   ", shown(doc, layout(doc)))
        return
    found: Counter[str] = Counter()
    second_line = missed = 0
    began = time.process_time()
    for raw in texts:
        parts = layout(read(raw))
        found.update(name for name in PARTS if getattr(parts, name))
        lines = raw.split("\n")
        # What stands on the second line and is short is a byline in this corpus, but for some ten in a thousand.
        short = len(lines) > 2 and len(lines[1]) < 60
        second_line += short
        missed += short and parts.byline is None
    seconds = time.process_time() - began
    print(f"{len(texts):,} articles, {1000 * seconds / len(texts):.2f} ms each (normalise, words, sentences, layout)")
    for name in PARTS:
        print(f"{name:12} {found[name]:7,} {100 * found[name] / len(texts):5.1f} %")
    print(f"short second line {second_line:,}, of these without byline {missed:,} ({100 * missed / max(1, second_line):.1f} %)")


if __name__ == "__main__":
    main()
