"""Names: lines of news with the persons, places and bodies drawn in, ``{P name}``, ``{L name}``, ``{O name}``. Read by the rules alone."""

from __future__ import annotations

import re

from arnews.entities.engine import find, to_record
from arnews.text.article import layout
from arnews.text.document import read as read_document

from . import TESTS, Case, Corpus, lexicon, lines

Seen = list[tuple[int, int, str, str]]
FILE = TESTS / "entities" / "corpus.txt"
DRAWN = re.compile(r"\{(?P<type>[PLO]) (?P<name>[^}]*)\}")
TYPES = {"P": "PERSON", "L": "LOC", "O": "ORG"}


def case(line: str) -> Case[Seen]:
    text, spans, at = "", [], 0
    for m in DRAWN.finditer(line):
        text += line[at : m.start()]
        spans.append((len(text), len(text) + len(m["name"]), TYPES[m["type"]], m["name"]))
        text += m["name"]
        at = m.end()
    return Case(text + line[at:], spans)


def read(case: Case[Seen]) -> Seen:
    doc = read_document(case.text)
    records = [to_record(doc, f, f"e{n}") for n, f in enumerate(find(doc, layout(doc), lexicon(), None), 1)]
    return sorted((m.start, m.end, e.type, case.text[m.start : m.end]) for e in records if e.type in TYPES.values() for m in e.mentions)


CORPUS = Corpus("entities", FILE, [case(line) for line in lines(FILE)], read)
