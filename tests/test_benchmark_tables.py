"""The comparison's bookkeeping: tables land between their markers, answers are scored as the page says, and the pages hold the last run."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PAGE = "قبل\n<!-- t -->\n| old |\n<!-- /t -->\nبعد\n"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")

    def one(name: str) -> ModuleType:
        return importlib.import_module(f"comparison.{name}")

    return one


def test_a_table_replaces_what_stood_between_its_markers(load: Any) -> None:
    tables = load("tables")
    once = tables.put(PAGE, "t", "| new \\1 |")
    assert once == "قبل\n<!-- t -->\n| new \\1 |\n<!-- /t -->\nبعد\n"
    assert tables.put(once, "t", "| new \\1 |") == once


@pytest.mark.parametrize("page", ["", "<!-- t -->\n", "<!-- /t -->\n<!-- t -->\n", PAGE + PAGE])
def test_a_page_without_one_pair_of_markers_is_refused(load: Any, page: str) -> None:
    with pytest.raises(ValueError, match="'t'"):
        load("tables").put(page, "t", "| new |")


def test_what_cannot_be_done_is_a_dash_and_not_a_zero(load: Any) -> None:
    tables = load("tables")
    assert tables.figure(None) == tables.share(None, 12) == tables.share(0, 0) == "–"
    assert tables.share(0, 12) == "0 %"
    assert [tables.share(499, 500), tables.share(500, 500)] == ["99.8 %", "100 %"]
    assert [tables.figure(v) for v in (0.0002, 0.0412, 3.14159, 52.8, 1514.0)] == ["<0.01", "0.04", "3.1", "53", "1,514"]


def test_the_pages_hold_the_tables_of_the_last_run(load: Any) -> None:
    tables = load("tables")
    record = json.loads((ROOT / "benchmarks" / "history" / "compare.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    for path, blocks in tables.blocks(record).items():
        page = (ROOT / path).read_text(encoding="utf-8")
        for name, block in blocks.items():
            assert tables.put(page, name, block) == page, f"{path}: run `python benchmarks/compare.py --tables`"


def test_the_history_names_no_machine_and_no_path(load: Any) -> None:
    for line in (ROOT / "benchmarks" / "history" / "compare.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        assert set(record["machine"]) == {"cpu", "cores", "memory_gib", "system", "load"}
        assert "/" not in record["articles"]["name"]
        assert not any("/" in name for name in record["questions"]["gold"])
        assert not any("/" in row.get("note", "") + row.get("error", "") for row in record["rows"])


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2025-07-13", ("2025-07-13", "2025-07-13")),
        ("2025-07-13T05:30", ("2025-07-13", "2025-07-13")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("1948", ("1948-01-01", "1948-12-31")),
        ("201X", ("2010-01-01", "2019-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("2015-W31", ("2015-07-27", "2015-08-02")),
        ("2025-07-14/2025-07-15", ("2025-07-14", "2025-07-15")),
        ("P3D", None),
        ("XXXX-10-07", None),
        ("2015-XX", None),
        (None, None),
    ],
)
def test_values_as_days(load: Any, value: str | None, days: tuple[str, str] | None) -> None:
    assert load("scoring").days(value) == days


def test_a_date_is_right_where_it_stands_and_means_the_same_days(load: Any) -> None:
    scoring = load("scoring")
    text = "قتل في 13 غشت وكان آب المدينة حاضرا منذ 2015"
    gold = [
        scoring.date_item(*scoring.place(text, "13 غشت"), "2015-08-13"),
        scoring.date_item(*scoring.place(text, "2015"), "2015"),
    ]
    day = {"start": 7, "end": 13, "first": "2015-08-13", "last": "2015-08-13"}
    father = {"start": text.index("آب"), "end": text.index("آب") + 2, "first": "2015-08-01", "last": "2015-08-31"}
    unplaced = {"start": None, "end": None, "first": "2015-01-01", "last": "2015-12-31"}
    one = [{"text": text, "published": None, "gold": gold}]
    assert scoring.score_dates(one, [[day, father, unplaced]]) == {
        "days": 1, "days_right": 1, "spans": 1, "spans_right": 1, "false": 1, "finds": 3,
    }  # fmt: skip
    elsewhere = {**day, "start": 20, "end": 22}
    assert scoring.score_dates(one, [[elsewhere]])["days_right"] == 0


def test_a_range_is_right_when_both_its_numbers_are_found(load: Any) -> None:
    scoring = load("scoring")
    text = "ما بين 25 إلى 30 ألف جندي وثلاثة ضباط"
    gold = [
        scoring.number_item(text, *scoring.place(text, "25 إلى 30 ألف"), [25000.0, 30000.0]),
        scoring.number_item(text, *scoring.place(text, "ثلاثة"), [3.0]),
    ]
    one = [{"text": text, "published": None, "gold": gold}]
    halves = [{"start": 7, "end": 9, "values": [25.0]}, {"start": 14, "end": 20, "values": [30000.0]}]
    assert scoring.score_numbers(one, [halves]) == {"words": 1, "words_right": 0, "digits": 1, "digits_right": 0}
    whole = [{"start": 7, "end": 20, "values": [25000.0, 30000.0]}, {"start": 27, "end": 32, "values": [3.0]}]
    assert scoring.score_numbers(one, [whole]) == {"words": 1, "words_right": 1, "digits": 1, "digits_right": 1}


def test_names_count_by_words_so_that_proclitics_do_not_matter(load: Any) -> None:
    scoring = load("scoring")
    text = "وقال لافروف لبوتين في موسكو"
    gold = [
        {"start": 5, "end": 11, "type": "PERSON", "also": [], "optional": False},
        {"start": 13, "end": 18, "type": "PERSON", "also": [], "optional": False},
        {"start": 22, "end": 27, "type": "LOC", "also": [], "optional": True},
    ]
    finds = [{"start": 5, "end": 11, "type": "ORG"}, {"start": 12, "end": 18, "type": "PERSON"}, {"start": 22, "end": 27, "type": "LOC"}]
    assert scoring.score_names([{"text": text, "published": None, "gold": gold}], [finds]) == {"names": 2, "found": 2, "right": 1}


def test_the_corpora_can_be_asked(load: Any) -> None:
    scoring = load("scoring")
    dates = scoring.dates_of_corpus(ROOT / "tests" / "dates" / "corpus.tsv", "2025-07-12")
    assert sum(i["first"] is not None and i["first"] == i["last"] for t in dates for i in t["gold"]) > 200
    numbers = scoring.numbers_of_corpus(ROOT / "tests" / "numbers" / "corpus.tsv")
    assert sum(len(t["gold"]) for t in numbers) > 300
    for t in [*dates, *numbers, *scoring.phrases(numbers)]:
        assert all(0 <= i["start"] < i["end"] <= len(t["text"]) for i in t["gold"])
