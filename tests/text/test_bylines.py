"""Header lines taken apart, as listed in ``bylines.tsv``."""

from __future__ import annotations

import pytest

from corpora import Case
from corpora.bylines import CORPUS, ROWS, Row


@pytest.mark.parametrize("case", CORPUS.cases, ids=lambda case: case.text)
def test_second_line(case: Case[Row]) -> None:
    assert CORPUS.read(case) == case.expected


def test_the_corpus_has_many_cases_of_each_kind() -> None:
    assert len(ROWS) >= 100
    assert {k: sum(r["kind"] == k for r in ROWS) >= n for k, n in (("byline", 60), ("date", 18), ("other", 15))} == dict.fromkeys(
        ("byline", "date", "other"), True
    )
