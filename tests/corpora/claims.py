"""Claims: sentences, each with every claim that it makes, one line for each. Read by the rules alone, without a recogniser."""

from __future__ import annotations

from pathlib import Path

from claims.records import claims_of, line, part_line, single_line, sure_line

from . import TESTS, Case, Corpus, lexicon, lines

FILE = TESTS / "claims" / "corpus.txt"
# Right as written there, and not read yet.
KINDS_FILE = TESTS / "claims" / "kinds.txt"
KINDS_GAPS = TESTS / "claims" / "kinds_known.txt"
# How sure, and who says so.
SURE = TESTS / "claims" / "modality.txt"
SURE_GAPS = TESTS / "claims" / "modality_known.txt"
KNOWN_GAPS = TESTS / "claims" / "known.txt"
# Which numbers are parts of others, and victims without a number; a ¶ stands for the end of a headline.
PARTS = TESTS / "claims" / "parts.txt"
SINGLES = TESTS / "claims" / "singles.txt"
PART_GAPS = TESTS / "claims" / "parts_known.txt"
SINGLE_GAPS = TESTS / "claims" / "singles_known.txt"


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


def read_parts(case: Case[list[str]]) -> list[str]:
    return [part_line(c) for c in claims_of(case.text.replace("¶", "\n"), lexicon())[0]]


def read_singles(case: Case[list[str]]) -> list[str]:
    return [single_line(c) for c in claims_of(case.text.replace("¶", "\n"), lexicon())[0]]


PART_CORPUS = Corpus("claims: parts", PARTS, cases(PARTS), read_parts)
SINGLE_CORPUS = Corpus("claims: singles", SINGLES, cases(SINGLES), read_singles)


def read_sure(case: Case[list[str]]) -> list[str]:
    return [sure_line(c) for c in claims_of(case.text.replace("¶", "\n"), lexicon())[0]]


SURE_CORPUS = Corpus("claims: how sure", SURE, cases(SURE), read_sure)
