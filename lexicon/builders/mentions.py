"""The tables of the mention rules: what follows a name, closed word classes and common words."""

from __future__ import annotations

from pathlib import Path

from arnews.text.fold import fold
from builders import Table, read, table


def build(sources: Path) -> dict[str, Table]:
    """Tails and word classes from hand-written rows, ``mention_common`` from counts."""
    tails = read(sources / "tails.tsv")
    words = read(sources / "words.tsv")
    common = [*read(sources / "common_words.tsv"), *read(sources / "participles.tsv")]
    names = {fold(r["form"]) for r in words if r["class"] == "no_common"}
    return {
        "mention_tails": table(("form", "latin"), ((r["form"], r["latin"]) for r in tails)),
        "mention_words": table(("form", "class"), ((r["form"], r["class"]) for r in words)),
        # Counts cannot tell a name that is always in the news (السيسي) from a word: those are written down.
        "mention_common": table(("word",), ((w,) for w in sorted({r["word"] for r in common} - names))),
    }
