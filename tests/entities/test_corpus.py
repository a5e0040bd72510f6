"""The corpus of names, line by line: what must be found, and what must not; ``corpora/entities.py`` says how a line is written."""

from __future__ import annotations

import pytest

from corpora import Case
from corpora.entities import CORPUS, Seen


@pytest.mark.parametrize("case", CORPUS.cases, ids=lambda case: case.text)
def test_line(case: Case[Seen]) -> None:
    assert CORPUS.read(case) == case.expected


def test_corpus_has_negatives() -> None:
    assert sum(not case.expected for case in CORPUS.cases) >= 20
