"""Every rule carries an example that it reads, and every word of the lexicon stands in its example."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from arnews.context import Context
from arnews.dates.engine import parsed, productions
from arnews.dates.model import Unit
from arnews.lexicon import rows
from arnews.numbers.engine import find as find_numbers
from arnews.text.document import read
from arnews.text.words import split_words
from dates.reading import PUBLISHED

_RULES = rows("dates_rules")
_SOURCES = Path(__file__).parents[2] / "lexicon" / "sources" / "dates"
_WORD_FILES = ("months", "hijri", "days", "clock", "units", "relative", "seasons", "context", "tense", "guards")


@pytest.mark.parametrize("rule", _RULES, ids=[r[0] for r in _RULES])
def test_a_rule_reads_its_example(rule: tuple[str, ...]) -> None:
    name, _, make, _, example = rule
    assert make in productions()
    doc = read(example)
    context = Context(published=PUBLISHED)
    trace: list[Unit] = []
    parsed(doc, context, find_numbers(doc, context), trace)
    assert name in {u.rule for u in trace}


def test_rule_names_are_unique() -> None:
    assert len({r[0] for r in _RULES}) == len(_RULES)


def test_every_production_is_named_by_a_rule() -> None:
    assert set(productions()) == {rule[2] for rule in _RULES}


@pytest.mark.parametrize("name", _WORD_FILES)
def test_an_example_holds_a_form_of_its_row(name: str) -> None:
    lines = [line for line in (_SOURCES / f"{name}.tsv").read_text("utf-8").splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        example = " ".join(w.key for w in split_words(row["example"]))
        assert any(" ".join(w.key for w in split_words(form)) in example for form in row["form"].split("|")), row
