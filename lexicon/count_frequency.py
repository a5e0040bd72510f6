"""Counts the folded words of news corpora: ``python lexicon/count_frequency.py CORPUS.txt.xz ... > frequency.tsv``.

Only words and how often they occur are written, no text. A corpus given as ``NAME=SHARE`` counts with that share, so that an
encyclopaedia does not outweigh the news.
"""

from __future__ import annotations

import hashlib
import lzma
import sys
from collections import Counter
from pathlib import Path

from arnews.text.normalize import normalize
from arnews.text.words import split_words

LEAST = 12
MOST = 72_000


def count(path: Path) -> Counter[str]:
    """How often each folded Arabic word of more than one letter occurs."""
    found: Counter[str] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            found.update(w.key for w in split_words(normalize(line).text) if w.kind == "arabic" and len(w.key) > 1 and "." not in w.key)
    return found


def main() -> None:
    """Write the table."""
    total: Counter[str] = Counter()
    print("# Folded words of Arabic news and of an encyclopaedia with how often they occur; words alone, no text.")
    print("# Counted with count_frequency.py from these corpora (sha256 of the file, share with which it counts):")
    for given in sys.argv[1:]:
        name, _, share = given.partition("=")
        path = Path(name)
        print(f"# {path.name}\t{hashlib.sha256(path.read_bytes()).hexdigest()}\t{share or '1'}")
        for word, n in count(path).items():
            total[word] += round(n * float(share or 1))
    print("word\tcount")
    for word, n in sorted(total.most_common(MOST)):
        if n >= LEAST:
            print(f"{word}\t{n}")


if __name__ == "__main__":
    main()
