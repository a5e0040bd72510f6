"""Quotations line by line: what is said, by whom, with which word, and that nothing else is taken for speech."""

from __future__ import annotations

import pytest

from corpora import Case
from corpora.quotes import CORPUS, KNOWN_GAPS, cases


@pytest.mark.parametrize("case", CORPUS.cases, ids=lambda case: case.text[:40])
def test_line(case: Case[list[str]]) -> None:
    assert CORPUS.read(case) == case.expected


def test_corpus_is_large_and_holds_all_manners() -> None:
    records = [record for case in CORPUS.cases for record in case.expected]
    assert len(CORPUS.cases) >= 200
    assert sum(record.startswith("D") for record in records) >= 25
    assert sum(record.startswith("R") for record in records) >= 100
    assert sum(not case.expected for case in CORPUS.cases) >= 30
    assert sum(" | - | " in record for record in records) >= 3


@pytest.mark.xfail(reason="not read yet", strict=True)
@pytest.mark.parametrize("case", cases(KNOWN_GAPS))
def test_known_gap(case: Case[list[str]]) -> None:
    assert CORPUS.read(case) == case.expected
