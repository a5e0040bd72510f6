"""Count the words of news: ``python lexicon/count_words.py DATA_FOLDER [--check]`` writes ``sources/entities/common_words.tsv``.

A folded word that the three news corpora have often is an everyday word, or the name of somebody well known: a city of the same
name wants its context. The header holds the SHA-256 of each corpus; ``--check`` compares them and writes nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from attest import texts  # noqa: E402
from learn_romanize import OUT, digest  # noqa: E402

from arnews.text.fold import fold  # noqa: E402

ORIGINS = ("text/aljazeera_hespress_2022.txt.xz", "text/ant_jawhara.txt.xz", "text/saudinewsnet.txt.xz")
TARGET = OUT / "common_words.tsv"
AT_LEAST = 60


def main() -> int:
    """Count and write, or check the hashes of the origins."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    header = [f"#origin {name} sha256 {digest(args.folder / name)}" for name in ORIGINS]
    if args.check:
        same = TARGET.read_text(encoding="utf-8").splitlines()[: len(header)] == header
        print("origins are the same" if same else f"{TARGET.name} was made from other files")
        return 0 if same else 1
    counts: Counter[str] = Counter()
    for name in ORIGINS:
        for words in texts(args.folder / name):
            counts.update(map(fold, words))
    rows = sorted((w, n) for w, n in counts.items() if n >= AT_LEAST and "\u0621" <= w[0] <= "\u064a")
    TARGET.write_text("\n".join([*header, "word\tcount", *(f"{w}\t{n}" for w, n in rows)]) + "\n", encoding="utf-8")
    print(TARGET.name, len(rows), "rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
