"""Quotations: texts in the manner of news, each with every quotation in it, one line for each. Read by the rules, without a recogniser."""

from __future__ import annotations

from pathlib import Path

from arnews.speech.engine import find, to_records
from claims.records import findings

from . import TESTS, Case, Corpus, lexicon, lines

FILE = TESTS / "speech" / "corpus.txt"
# Right as written there, and not read yet.
KNOWN_GAPS = TESTS / "speech" / "known.txt"
_PARAGRAPH = "¶"


def cases(file: Path) -> list[Case[list[str]]]:
    out: list[Case[list[str]]] = []
    for row in lines(file):
        if row.startswith("  = "):
            out[-1].expected.append(_whole(row[4:], out[-1].text))
        else:
            out.append(Case(row.replace(_PARAGRAPH, "\n"), []))
    return out


def _whole(row: str, text: str) -> str:
    """A line with the words between the first and the last put in for ``…``."""
    *head, words = row.replace(_PARAGRAPH, "\n").split(" | ")
    first, dots, last = words.partition(" … ")
    if dots:
        start = text.index(first)
        words = text[start : text.index(last, start + len(first)) + len(last)]
    assert words in text, words
    return " | ".join([*head, words])


def read(case: Case[list[str]]) -> list[str]:
    doc, parts, numerals, temporals, entities, *_ = findings(case.text, lexicon())
    found = to_records(doc, find(doc, parts, numerals, temporals, entities))
    assert all(case.text[q.start : q.end] == q.text for q in found)
    return [" | ".join(["D" if q.direct else "R", q.cue.text, q.speaker.text if q.speaker else "-", q.text]) for q in found]


CORPUS = Corpus("quotes", FILE, cases(FILE), read)
