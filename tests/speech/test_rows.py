"""Every row of the rule table fires on its example, and the words said are those of the row."""

from __future__ import annotations

import pytest

from arnews.grammar.rules import Rule
from arnews.speech.engine import find
from arnews.speech.heads import heads, register, rules
from arnews.speech.setting import build
from claims.records import findings
from corpora import lexicon


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_an_example_fires_its_row(rule: Rule) -> None:
    found = findings(rule.example, lexicon())[:5]
    setting = build(*found)
    assert rule.name in {head.rule.name for some in heads(setting) for head in some}
    words = found[0].words
    said = [found[0].span(words[x.first].start, words[x.last - 1].end).text for x in find(*found).sayings]
    assert rule.expected in said


def test_names_are_used_once() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))


def test_every_production_is_named_by_a_row() -> None:
    assert {rule.make for rule in rules()} == register.names()
