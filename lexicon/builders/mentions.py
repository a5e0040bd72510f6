"""The tables of the mention rules: heads of names, ministry fields, closed word classes and common words."""

from __future__ import annotations

from pathlib import Path

from builders import Table, read, table


def build(sources: Path) -> dict[str, Table]:
    """Heads, fields, tails and word classes from hand-written rows, ``mention_common`` from counts."""
    heads = read(sources / "heads.tsv")
    fields = read(sources / "fields.tsv")
    tails = read(sources / "tails.tsv")
    words = read(sources / "words.tsv")
    common = read(sources / "common_words.tsv")
    return {
        "mention_heads": table(
            ("form", "type", "inside", "take", "latin"), ((r["form"], r["type"], r["inside"], r["take"], r["latin"]) for r in heads)
        ),
        "mention_fields": table(("form", "latin"), ((r["form"], r["latin"]) for r in fields)),
        "mention_tails": table(("form", "latin"), ((r["form"], r["latin"]) for r in tails)),
        "mention_words": table(("form", "class"), ((r["form"], r["class"]) for r in words)),
        "mention_common": table(("word",), ((r["word"],) for r in common)),
    }
