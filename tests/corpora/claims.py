"""Claims: sentences, each with every claim that it makes, one line for each. Read by the rules alone, without a recogniser."""

from __future__ import annotations

from pathlib import Path

from claims.records import claims_of, line

from . import TESTS, Case, Corpus, lexicon, lines

FILE = TESTS / "claims" / "corpus.txt"
# Right as written there, and not read yet.
KINDS_FILE = TESTS / "claims" / "kinds.txt"
KINDS_GAPS = TESTS / "claims" / "kinds_known.txt"
KNOWN_GAPS = TESTS / "claims" / "known.txt"


def cases(file: Path) -> list[Case[list[str]]]:
    out: list[Case[list[str]]] = []
    for row in lines(file):
        if row.startswith("  = "):
            out[-1].expected.append(row[4:])
        else:
            out.append(Case(row, []))
    return out


def read(case: Case[list[str]]) -> list[str]:
    return [line(c) for c in claims_of(case.text, lexicon())[0]]


def counted(case: Case[list[str]]) -> list[str]:
    """The claims with a number, each up to its unit: text, kind, quantity, unit."""
    return [" | ".join(line(c).split(" | ")[:4]) for c in claims_of(case.text, lexicon())[0] if not c.implicit]


KINDS = Corpus("claims: kinds", KINDS_FILE, cases(KINDS_FILE), counted)
CORPUS = Corpus("claims", FILE, cases(FILE), read)
