"""Romanisation on name words that the model never saw: ``python benchmarks/romanize.py DATA_FOLDER``.

Scores ``names/wd_arabic_20.txt`` (Latin, Arabic, count): the share of pairs spelt exactly as given, the share of Arabic words
spelt as one of their given spellings, and the mean edit distance to the nearest of them, for a plain letter table, for the
n-gram model alone and for ``romanize`` (word list, then model). Case, hyphens and accents do not count.
"""

from __future__ import annotations

import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from arnews.entities import romanize as r


def plain(latin: str) -> str:
    decomposed = unicodedata.normalize("NFKD", latin.lower())
    return "".join(c for c in decomposed if c.isalnum())


def distance(a: str, b: str) -> int:
    line = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, line[0] = line[0], i
        for j, y in enumerate(b, 1):
            before, line[j] = line[j], min(line[j] + 1, line[j - 1] + 1, before + (x != y))
    return line[-1]


def model_alone(word: str) -> str:
    return r._decode(word, r._model())


def main() -> None:
    pairs: dict[str, set[str]] = defaultdict(set)
    for line in (Path(sys.argv[1]) / "names" / "wd_arabic_20.txt").read_text(encoding="utf-8").splitlines():
        latin, arabic, _ = line.split("\t")
        pairs[arabic.replace(" ", "")].add(plain(latin))
    total = sum(map(len, pairs.values()))
    print(f"{total} pairs, {len(pairs)} Arabic words")
    systems: dict[str, Callable[[str], str]] = {"letter table": r.naive, "n-gram model": model_alone, "romanize": r.romanize}
    for name, system in systems.items():
        start = time.perf_counter()
        given = {word: plain(system(word)) for word in pairs}
        seconds = time.perf_counter() - start
        exact = sum(given[w] in refs for w, refs in pairs.items())
        edits = sum(min(distance(given[w], ref) for ref in refs) for w, refs in pairs.items())
        print(
            f"{name:14} pairs {exact / total:.3f}  words {exact / len(pairs):.3f}  mean edit distance {edits / len(pairs):.2f}"
            f"  {seconds / len(pairs) * 1e3:.2f} ms a word"
        )


if __name__ == "__main__":
    main()
