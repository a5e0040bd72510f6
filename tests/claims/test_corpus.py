"""Lines in the manner of news with whole expected records: every field of every claim, and nothing besides."""

from __future__ import annotations

import pytest

from corpora import Case
from corpora.claims import (
    CORPUS,
    KINDS,
    KINDS_GAPS,
    KNOWN_GAPS,
    PART_CORPUS,
    PART_GAPS,
    SINGLE_CORPUS,
    SINGLE_GAPS,
    SURE_CORPUS,
    SURE_GAPS,
    cases,
    read_parts,
    read_singles,
    read_sure,
)


def test_corpus_is_large_and_covers_all_kinds() -> None:
    assert len(CORPUS.cases) >= 400
    kinds = {record.split(" | ")[1] for case in CORPUS.cases for record in case.expected}
    assert kinds == {
        "troops", "killed", "injured", "casualties", "missing", "displaced", "detained", "hostages", "people", "materiel",
        "attacks", "places", "money", "percent", "multiplier", "measure", "age", "count",
    }  # fmt: skip
    for modality in ("hedged", "planned", "denied"):
        assert sum(modality in r.split(" | ") for case in CORPUS.cases for r in case.expected) >= 10
    assert sum(not case.expected for case in CORPUS.cases) >= 30


@pytest.mark.parametrize("case", CORPUS.cases, ids=lambda case: case.text[:40])
def test_line(case: Case[list[str]]) -> None:
    assert CORPUS.read(case) == case.expected


@pytest.mark.parametrize("case", PART_CORPUS.cases, ids=lambda case: case.text[:40])
def test_parts(case: Case[list[str]]) -> None:
    assert PART_CORPUS.read(case) == case.expected


@pytest.mark.parametrize("case", SINGLE_CORPUS.cases, ids=lambda case: case.text[:40])
def test_singles(case: Case[list[str]]) -> None:
    assert SINGLE_CORPUS.read(case) == case.expected


@pytest.mark.parametrize("case", KINDS.cases, ids=lambda case: case.text[:40])
def test_what_was_counted(case: Case[list[str]]) -> None:
    assert KINDS.read(case) == case.expected


@pytest.mark.parametrize("case", SURE_CORPUS.cases, ids=lambda case: case.text[:40])
def test_how_sure_and_who_says_so(case: Case[list[str]]) -> None:
    assert SURE_CORPUS.read(case) == case.expected


@pytest.mark.xfail(reason="not read yet", strict=True)
@pytest.mark.parametrize("case", cases(SURE_GAPS))
def test_known_gap_of_how_sure(case: Case[list[str]]) -> None:
    assert read_sure(case) == case.expected


@pytest.mark.xfail(reason="not read yet", strict=True)
@pytest.mark.parametrize("case", cases(KNOWN_GAPS))
def test_known_gap(case: Case[list[str]]) -> None:
    assert CORPUS.read(case) == case.expected


@pytest.mark.xfail(reason="an earlier step misses a number or a name", strict=False)
@pytest.mark.parametrize("case", cases(PART_GAPS))
def test_known_part(case: Case[list[str]]) -> None:
    assert read_parts(case) == case.expected


@pytest.mark.xfail(reason="an earlier step misses a number or a name", strict=False)
@pytest.mark.parametrize("case", cases(SINGLE_GAPS))
def test_known_single(case: Case[list[str]]) -> None:
    assert read_singles(case) == case.expected


@pytest.mark.xfail(reason="not read yet", strict=True)
@pytest.mark.parametrize("case", cases(KINDS_GAPS), ids=lambda case: case.text[:40])
def test_kind_not_read_yet(case: Case[list[str]]) -> None:
    assert KINDS.read(case) == case.expected
