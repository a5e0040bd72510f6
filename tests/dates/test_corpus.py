"""The corpus of dates, line by line; ``corpora/dates.py`` says how a line is written."""

from __future__ import annotations

import pytest

from corpora import Case
from corpora.dates import CORPUS


def test_the_corpus_is_large_and_has_both_kinds() -> None:
    assert len(CORPUS.cases) >= 600
    assert sum(not case.expected for case in CORPUS.cases) >= 200
    assert len({case.text for case in CORPUS.cases}) == len(CORPUS.cases)


@pytest.mark.parametrize("case", CORPUS.cases, ids=lambda case: case.text)
def test_line(case: Case[str]) -> None:
    assert CORPUS.read(case) == case.expected
