"""Every row of the rule tables fires on its example, and gives what the row says."""

from __future__ import annotations

import pytest

from arnews.claims.engine import PRODUCTIONS, Reading, read_claims
from arnews.claims.rows import register, rules
from arnews.claims.scene import Draft
from arnews.claims.units import FIELDS
from arnews.entities.lexicon import EntityLexicon
from arnews.grammar.rules import Rule
from arnews.text.words import cut_offset

from .records import findings

ROWS = [rule for field in FIELDS for rule in rules(field)]


def value(reading: Reading, draft: Draft, field: str) -> str | None:
    """What a claim has in the field that a rule fills."""
    if field in ("kind", "one"):
        return draft.kind
    if field == "modality":
        return draft.modality
    if field == "part":
        return words(reading, draft.parent.first, draft.parent.last) if draft.parent is not None else None
    found = getattr(draft, field)
    return words(reading, found.first, found.last, found.cut) if found is not None else None


def words(reading: Reading, first: int, last: int, cut: int = 0) -> str:
    scene = reading.scene
    return scene.doc.span(cut_offset(scene.words[first], cut), scene.words[last - 1].end).text


@pytest.mark.parametrize("rule", ROWS, ids=lambda r: f"{r.field}:{r.name}")
def test_an_example_fires_its_row(rule: Rule, lexicon: EntityLexicon) -> None:
    reading = read_claims(*findings(rule.example, lexicon))
    by_row = [d for d in reading.drafts if any(e.rule == rule.name and e.field == rule.field for e in d.evidence)]
    assert by_row, f"{rule.name} does not fire on its example"
    assert rule.expected in [value(reading, d, rule.field) for d in by_row]


def test_names_are_used_once() -> None:
    names = [(rule.field, rule.name) for rule in ROWS]
    assert len(names) == len(set(names))


def test_every_production_is_named_by_a_row() -> None:
    assert PRODUCTIONS
    assert {rule.make for rule in ROWS} == register.names()
