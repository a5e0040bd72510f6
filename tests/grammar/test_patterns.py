"""Patterns match whole units, say what is misspelt, and take time in proportion to the text."""

from __future__ import annotations

import time

import pytest

from arnews.grammar.patterns import Alphabet, Letters, Pattern, PatternError, compile_pattern, literals
from arnews.grammar.rules import Hit, Rule, arguments, hits, possible

KINDS, COLOURS = ("noun", "verb", "number"), ("", "red", "blue")
LETTERS = Alphabet([KINDS, COLOURS])


def atom(name: str, args: tuple[str, ...]) -> Letters:
    if name.lower() in KINDS:
        return {0: LETTERS.where(0, lambda v: v == name.lower())}
    if name == "COLOUR":
        return {1: LETTERS.where(1, lambda v: v in args)}
    raise PatternError(f"no atom {name!r}")


def text(*units: str) -> str:
    """``noun:red`` and so on as letters."""
    pairs = (u.partition(":") for u in units)
    return "".join(LETTERS.letters[0][kind] + LETTERS.letters[1][colour] for kind, _, colour in pairs)


def compiled(pattern: str) -> Pattern:
    return compile_pattern(pattern, atom, LETTERS)


def found(pattern: str, *units: str) -> list[Hit]:
    return list(hits(Rule("r", "f", compiled(pattern), "m", {}, "", ""), text(*units)))


def test_labels_say_which_unit() -> None:
    (hit,) = found("v=VERB NOUN? n=NUMBER", "noun", "verb", "noun", "number")
    assert (hit.get("v"), hit.get("n"), hit.first, hit.last) == (1, 3, 1, 4)
    assert hit.get("x") is None


def test_both_at_once_and_anything_but() -> None:
    assert [h.first for h in found("NOUN&COLOUR[red]", "noun", "noun:red", "verb:red")] == [1]
    assert [h.first for h in found("!COLOUR[red,blue]", "noun:red", "verb", "noun:blue")] == [1]
    assert [h.first for h in found("NOUN&!COLOUR[red]", "noun:red", "verb", "noun:blue")] == [2]


def test_every_unit_can_begin_a_match() -> None:
    assert [(h.first, h.last) for h in found("NOUN{1,3}", "noun", "noun", "verb")] == [(0, 2), (1, 2)]


def test_a_match_begins_at_a_unit_and_ends_at_one() -> None:
    for hit in found("COLOUR[red] NOUN", "noun:red", "noun:red", "noun"):
        assert hit.last - hit.first == 2


def test_alternatives_and_groups() -> None:
    assert [h.first for h in found("(VERB|NOUN&COLOUR[blue]) NUMBER", "noun:blue", "number", "verb", "number", "noun", "number")] == [0, 2]


def test_what_a_text_lacks_rules_a_rule_out() -> None:
    rule = Rule("r", "f", compiled("NOUN VERB?"), "m", {}, "", "")
    assert possible([rule], text("noun")) == [rule]
    assert possible([rule], text("verb")) == []
    either = Rule("r", "f", compiled("NOUN|VERB"), "m", {}, "", "")
    assert possible([either], text("verb")) == [either]


@pytest.mark.parametrize(
    "pattern", ["NOUN (VERB", "NOUN)", "WORD", "NOUN&VERB", "n=", "NOUN + VERB", "!NOUN&!VERB&!NUMBER", "NOUN[red", "NOUN*"]
)
def test_a_misspelt_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compiled(pattern)


def test_words_in_patterns_and_settings_of_rows() -> None:
    assert literals("(بين|ضمن) x=NOUN&COLOUR[red] من") == ["بين", "ضمن", "من"]
    assert arguments("kind=killed near") == {"kind": "killed", "near": "1"}
    assert arguments("-") == {}


def test_time_grows_with_the_text() -> None:
    rule = Rule("r", "f", compiled("NOUN{0,6} (NOUN|VERB){0,6} NUMBER"), "m", {}, "", "")
    spent = []
    for n in (4_000, 16_000):
        long = text(*["noun"] * n)
        start = time.process_time()
        assert not list(hits(rule, long))
        spent.append(time.process_time() - start)
    assert spent[1] < 12 * spent[0] + 0.05
