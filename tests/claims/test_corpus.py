"""Lines in the manner of news with whole expected records: every field of every claim, and nothing besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from arnews.entities.lexicon import EntityLexicon

from .records import claims_of, line

HERE = Path(__file__).parent


def cases(name: str) -> list[tuple[str, list[str]]]:
    out: list[tuple[str, list[str]]] = []
    for row in (HERE / name).read_text(encoding="utf-8").splitlines():
        if not row or row.startswith("#"):
            continue
        if row.startswith("  = "):
            out[-1][1].append(row[4:])
        else:
            out.append((row, []))
    return out


CORPUS = cases("corpus.txt")


def test_corpus_is_large_and_covers_all_kinds() -> None:
    assert len(CORPUS) >= 400
    kinds = {record.split(" | ")[1] for _, records in CORPUS for record in records}
    assert kinds == {
        "troops", "killed", "injured", "casualties", "missing", "displaced", "detained", "hostages", "people", "materiel",
        "attacks", "places", "money", "percent", "multiplier", "measure", "age", "count",
    }  # fmt: skip
    for modality in ("hedged", "planned", "denied"):
        assert sum(modality in r.split(" | ") for _, records in CORPUS for r in records) >= 10
    assert sum(not records for _, records in CORPUS) >= 30


@pytest.mark.parametrize(("text", "expected"), CORPUS, ids=[text[:40] for text, _ in CORPUS])
def test_line(text: str, expected: list[str], lexicon: EntityLexicon) -> None:
    claims, _, _ = claims_of(text, lexicon)
    assert [line(c) for c in claims] == expected
    for c in claims:
        assert text[c.start : c.end] == c.text


@pytest.mark.xfail(reason="not read yet", strict=True)
@pytest.mark.parametrize(("text", "expected"), cases("known.txt"))
def test_known_gap(text: str, expected: list[str], lexicon: EntityLexicon) -> None:
    claims, _, _ = claims_of(text, lexicon)
    assert [line(c) for c in claims] == expected
