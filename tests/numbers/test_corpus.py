"""The corpus of numbers, line by line; ``corpora/numbers.py`` says how a line is written."""

from __future__ import annotations

import pytest

from arnews.context import Context
from arnews.numbers.engine import find
from arnews.pipeline import extract_numbers
from arnews.text.document import read
from corpora import Case
from corpora.numbers import CORPUS, Seen

NEGATIVES = [case.text for case in CORPUS.cases if not case.expected]


def test_the_corpus_is_large_enough() -> None:
    assert len(CORPUS.cases) >= 400
    assert len(NEGATIVES) >= 120


@pytest.mark.parametrize("case", CORPUS.cases, ids=lambda case: case.text)
def test_line(case: Case[Seen]) -> None:
    assert CORPUS.read(case) == case.expected
    assert all(case.text[n.start : n.end] == n.text for n in extract_numbers(case.text))


@pytest.mark.parametrize("text", NEGATIVES)
def test_negative_lines_inside_a_sentence(text: str) -> None:
    """What is no number alone is none after other words either."""
    if text[0] in "123(+" or text.startswith("نحو"):
        return
    doc = read(f"قال المتحدث إن {text}")
    assert find(doc, Context()) == []
