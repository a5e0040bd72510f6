"""The tables of the number extractor: rebuilt from their sources they are what is committed, and each row says where it is from."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from arnews.lexicon import rows
from arnews.numbers.lexicon import load

ROOT = Path(__file__).resolve().parents[2]


def test_committed_tables_are_what_their_sources_build() -> None:
    pytest.importorskip("babel")
    done = subprocess.run(
        [sys.executable, ROOT / "lexicon" / "build.py", "--check", "numbers"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "lexicon" / "sources" / "numbers").glob("*.tsv")), ids=lambda p: p.stem)
def test_every_row_has_its_source_and_example(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    found = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert found
    assert all(row["source"] and row["example"] for row in found)
    assert len({tuple(r.values()) for r in found}) == len(found)


def test_the_noun_table_is_general_and_no_number_word_is_a_dual() -> None:
    table = rows("nouns")
    assert len({lemma for _, lemma, *_ in table}) >= 400
    assert {kind for *_, kind in table} >= {"persons", "materiel", "places", "acts", "time", "other"}
    forms = {form: (lemma, number) for form, lemma, number, *_ in table}
    assert forms["قتيلان"] == ("قتيل", "d")
    assert forms["جنديين"] == ("جندي", "d")
    assert forms["مسلحين"] == ("مسلح", "p")
    assert forms["مسلحَين"] == ("مسلح", "d")
    assert forms["مستشفيات"] == ("مستشفى", "p")
    lexicon = load()
    assert not set(lexicon.duals) & set(lexicon.words)


def test_currencies_come_from_cldr_too() -> None:
    units = {phrase: unit for phrase, unit, kind, _ in rows("number_units") if kind == "money"}
    assert units["دولار"] == "USD"
    assert units["ريال"] == "@ريال"
    assert {"THB", "KES", "MYR", "SGD"} <= set(units.values())
