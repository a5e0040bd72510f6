"""Dates in real articles: how many month names, weekdays and years end up in a date, and a sample to check by hand.

    python benchmarks/dates_coverage.py FILE [FILE ...] [--articles 2000] [--seed 1] [--sample 200]

Each file (plain or .xz) holds articles apart by an empty line. Nothing is stored; results are noted in docs/dates.md.
"""

from __future__ import annotations

import argparse
import lzma
import random
from collections import Counter
from pathlib import Path

from arnews.context import Context
from arnews.dates.engine import find, parsed, to_record
from arnews.lexicon import rows
from arnews.numbers.engine import find as find_numbers
from arnews.text.document import Document, read
from arnews.text.words import Word, cuts

RESULTS = frozenset({"day", "mon", "yr", "wdy", "rd", "per", "clk", "dur", "set", "int", "hol"})


def articles(path: Path) -> list[str]:
    """The articles of a file that are longer than a few lines."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    return [a for a in text.split("\n\n") if len(a) > 200]


def kind(word: Word, names: dict[str, frozenset[str]]) -> str | None:
    """``month``, ``weekday`` or ``year`` for a word that looks like one."""
    if word.kind == "number":
        return "year" if word.text.isdigit() and len(word.text) == 4 and 1900 <= int(word.text) <= 2100 else None
    return next((k for k, forms in names.items() if word.key in forms or any(rest in forms for _, rest in cuts(word.key))), None)


def line(doc: Document, first: int, last: int, width: int = 7) -> str:
    words = [w.text for w in doc.words]
    return f"{' '.join(words[max(0, first - width) : first])} [[{' '.join(words[first:last])}]] {' '.join(words[last : last + width])}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=0)
    args = parser.parse_args()
    chosen: list[str] = []
    for path in args.files:
        found = articles(path)
        random.Random(args.seed).shuffle(found)
        chosen += found[: args.articles // len(args.files)]
    entries = rows("dates_words")
    names = {k: frozenset(form for form, entry, *_ in entries if entry == k and " " not in form) for k in ("month", "weekday")}
    seen: Counter[str] = Counter()
    dated: Counter[str] = Counter()
    excluded: Counter[str] = Counter()
    sample: list[str] = []
    for text in chosen:
        doc = read(text)
        context = Context()
        numerals = find_numbers(doc, context)
        state: dict[int, str] = {}
        for unit in parsed(doc, context, numerals):
            mark = "date" if unit.kind in RESULTS else unit.rule if unit.kind == "dead" else ""
            state.update(dict.fromkeys(range(unit.first, unit.last), mark))
        for i, word in enumerate(doc.words):
            if (k := kind(word, names)) is not None:
                seen[k] += 1
                mark = state.get(i, "")
                dated[k] += mark == "date"
                if mark not in ("", "date"):
                    excluded[f"{k} by {mark}"] += 1
        for n, t in enumerate(find(doc, context, numerals)[0]):
            r = to_record(doc, t, f"d{n}")
            sample.append(f"{line(doc, t.first, t.last)} | {r.type} {r.value} {r.mod or ''} {r.rule}")
    print(f"{len(chosen)} articles, {len(sample)} dates, no crash")
    for k, n in sorted(seen.items()):
        named = sum(v for e, v in excluded.items() if e.startswith(k))
        print(f"{k}: {n}, in a date {dated[k] / n:.2%}, in a date or excluded by a named rule {(dated[k] + named) / n:.2%}")
    print(*sorted(excluded.items()), sep="\n")
    random.Random(args.seed).shuffle(sample)
    print(*sample[: args.sample], sep="\n")


if __name__ == "__main__":
    main()
