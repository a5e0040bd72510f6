"""The articles that everybody reads: taken at run time from a file of the user's, never kept here."""

from __future__ import annotations

import lzma
from pathlib import Path

SHORTEST, LONGEST = 240, 340


def every(path: Path) -> list[str]:
    """All articles of a file, apart by blank lines, that have between 240 and 340 words."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    return [a for a in text.split("\n\n") if SHORTEST <= len(a.split()) <= LONGEST]


def chosen(path: Path, n: int) -> list[str]:
    """``n`` articles, evenly spread over the file, so that no outlet or month has more than its share. All where there are fewer."""
    articles = every(path)
    if not articles:
        raise SystemExit(f"{path.name} has no article of {SHORTEST} to {LONGEST} words between blank lines")
    step = max(1, len(articles) // n)
    return articles[::step][:n]
