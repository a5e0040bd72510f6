"""Lines of news with their names drawn in: what must be found, and what must not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from arnews.records import Entity

DRAWN = re.compile(r"\{(?P<type>[PLO]) (?P<name>[^}]*)\}")
TYPES = {"P": "PERSON", "L": "LOC", "O": "ORG"}
LINES = [
    line for line in (Path(__file__).parent / "corpus.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


def drawn(line: str) -> tuple[str, set[tuple[int, int, str]]]:
    """The plain text of a line and its spans."""
    text, spans, at = "", set(), 0
    for m in DRAWN.finditer(line):
        text += line[at : m.start()]
        spans.add((len(text), len(text) + len(m["name"]), TYPES[m["type"]]))
        text += m["name"]
        at = m.end()
    return text + line[at:], spans


@pytest.mark.parametrize("line", LINES)
def test_line(line: str, entities: Callable[[str], list[Entity]]) -> None:
    text, expected = drawn(line)
    found = {(m.start, m.end, e.type) for e in entities(text) if e.type in TYPES.values() for m in e.mentions}
    show = lambda spans: sorted((t, text[a:b]) for a, b, t in spans)
    assert show(found) == show(expected)
    assert found == expected


def test_corpus_has_negatives() -> None:
    assert sum("{" not in line for line in LINES) >= 20
