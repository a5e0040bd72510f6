"""The seed article: what must be read in it, from end to end, with the model. Each case asks for one thing by its words.

``article FIELD``, ``entity NAME`` (type, Latin name, country, then every form of it), ``date TEXT`` (value), ``claim TEXT`` (the rest of its
line in the corpus of claims).
"""

from __future__ import annotations

from functools import cache

import arnews
from arnews.records import Analysis
from claims.records import line

from . import TESTS, Case, Corpus, lines

ARTICLE = TESTS.parent / "seeds" / "article.txt"
FILE = TESTS / "seed.tsv"


@cache
def analysis() -> Analysis:
    return arnews.analyze(ARTICLE.read_text(encoding="utf-8"))


def case(row: str) -> Case[list[str]]:
    asked, *expected = row.split("\t")
    return Case(asked, expected)


def read(case: Case[list[str]]) -> list[str]:
    """The answer to what a case asks; several where several things have these words, which is never what is expected."""
    kind, words = case.text.split(" ", 1)
    found = analysis()
    if kind == "article":
        value = getattr(found.article, words)
        return [f"{value.value} {value.origin}" if words == "published" else value.text]
    if kind == "entity":
        return [
            f"{e.type} | {e.latin} | {e.country or '-'} | {', '.join(sorted({m.text for m in e.mentions}))}"
            for e in found.entities
            if e.name == words
        ]
    if kind == "date":
        return sorted({f"{d.value}" for d in found.dates if d.text == words})
    return [line(c).removeprefix(f"{words} | ") for c in found.claims if c.text == words]


CORPUS = Corpus("seed", FILE, [case(row) for row in lines(FILE)], read)
