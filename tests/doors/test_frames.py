from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import get_args

import pytest

from arnews.integrations import frames, tables
from arnews.integrations.tables import COLUMNS, TableName
from arnews.records import Analysis, Article, Failure, Quantity
from doors.sample import seed_analysis

TABLES = get_args(TableName)
EMPTY = Analysis(profile="p", article=Article())


@pytest.mark.parametrize("table", [*TABLES, "articles"])
@pytest.mark.parametrize("result", [seed_analysis(), EMPTY])
def test_rows_are_as_wide_as_the_columns(table: str, result: Analysis) -> None:
    assert all(len(row) == len(COLUMNS[table]) for row in tables.rows(result, table))
    names = [name for name, _ in COLUMNS[table]]
    assert len(names) == len(set(names))


def test_claims_as_rows() -> None:
    names = [name for name, _ in COLUMNS["claims"]]
    claims = [dict(zip(names, row, strict=True)) for row in tables.rows(seed_analysis(), "claims")]
    first, second, third = claims
    assert (first["low"], first["best"], first["high"], first["additional"]) == (25000, None, 30000, True)
    assert (first["who"], first["who_name"], first["who_country"]) == ("كوريا الشمالية", "كوريا الشمالية", "KP")
    assert (first["earliest"], first["latest"]) == (date(2025, 7, 12), None)
    # The words of the claim and the name of the place in them differ.
    assert (second["where"], second["where_name"], second["where_ref"]) == ("منطقة كورسك الروسية", "كورسك", "e5")
    assert (second["when"], second["earliest"], second["latest"]) == ("نوفمبر الماضي", date(2024, 11, 1), date(2024, 11, 30))
    assert (third["where"], third["where_ref"], third["earliest"]) == (None, None, None)
    assert third["sentence"].startswith("وبحسب المسؤولين")


def test_the_figure_is_there_as_people_write_it() -> None:
    claims = [dict(zip((n for n, _ in COLUMNS["claims"]), row, strict=True)) for row in tables.rows(seed_analysis(), "claims")]
    assert [c["figure"] for c in claims] == ["25,000–30,000", "≈ 11,000", "≈ 4,000"]
    (total,) = tables.rows(seed_analysis(), "figures")
    assert dict(zip((n for n, _ in COLUMNS["figures"]), total, strict=True))["latest"] == "25,000–30,000"


def test_days_that_no_calendar_library_holds_are_missing_not_wrong() -> None:
    assert tables.day("0622-07-16") == date(622, 7, 16)
    assert tables.day("-0100-01-01") is None
    assert tables.day("12025-01-01") is None


@pytest.mark.parametrize("table", TABLES)
def test_pandas(table: TableName) -> None:
    pytest.importorskip("pandas")
    full, empty = frames.to_frame(seed_analysis(), table), frames.to_frame(EMPTY, table)
    assert list(full.columns) == list(empty.columns) == [name for name, _ in COLUMNS[table]]
    assert len(full) == len(list(tables.rows(seed_analysis(), table))) > 0
    assert len(empty) == 0


def test_pandas_answers_questions() -> None:
    pytest.importorskip("pandas")
    claims = frames.to_frame(seed_analysis())
    assert claims.groupby("kind")["best"].sum().to_dict() == {"casualties": 4000, "troops": 11000}
    assert list(claims[claims["latest"] < "2025-01-01"]["claim"]) == ["c2"]
    assert claims["where"].isna().tolist() == [True, False, True]
    assert claims["start"].dtype == "int64"


@pytest.mark.parametrize("table", TABLES)
def test_arrow_schema_is_the_same_for_any_article(table: TableName) -> None:
    pytest.importorskip("pyarrow")
    full, empty = frames.to_arrow(seed_analysis(), table), frames.to_arrow(EMPTY, table)
    assert full.schema == empty.schema == frames.arrow_schema(table)
    assert full.num_rows == len(list(tables.rows(seed_analysis(), table)))


def test_polars() -> None:
    pl = pytest.importorskip("polars")
    claims = frames.to_polars(seed_analysis())
    assert claims["earliest"].dtype == pl.Date
    assert claims["best"].to_list() == [None, 11000.0, 4000.0]


def test_spark_columns_are_the_columns_of_arrow() -> None:
    assert tables.ddl("warnings", ("article", "string")) == (
        "`article` string, `code` string, `message` string, `start` bigint, `end` bigint"
    )


def test_an_unknown_table_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="no table 'persons'; there are claims, quotes, entities"):
        tables.rows(seed_analysis(), "persons")


def test_collections_keep_articles_apart_and_count_the_failed() -> None:
    pytest.importorskip("pandas")
    found = frames.collect([seed_analysis(), Failure(index=1, error="TypeError", message="text takes a str"), seed_analysis()])
    claims, articles = found.to_frame("claims"), found.to_frame("articles")
    assert claims["article"].tolist() == ["0"] * 3 + ["2"] * 3
    assert articles["article"].tolist() == ["0", "1", "2"]
    assert articles["claims"].isna().tolist() == [False, True, False]
    assert articles["error"].tolist() == [None, "TypeError: text takes a str", None]
    assert found.to_arrow("articles").schema.names == ["article", *(name for name, _ in COLUMNS["articles"])]


def test_collections_take_names() -> None:
    assert [name for name, _ in frames.collect([EMPTY], ["a.txt"])] == ["a.txt"]
    with pytest.raises(ValueError, match="1 results but 2 names"):
        frames.collect([EMPTY], ["a", "b"])


def test_huge_numbers_do_not_stop_a_table() -> None:
    claim = seed_analysis().claims[0].model_copy(update={"quantity": Quantity(best=10**400)})
    row = next(tables.rows(seed_analysis().model_copy(update={"claims": (claim,)}), "claims"))
    assert float("inf") in row


def test_without_the_library_the_error_says_what_to_install() -> None:
    probe = (
        "import sys; sys.modules['pandas'] = None; sys.modules['pyarrow'] = None\n"
        "from arnews.integrations import frames; from arnews.records import Analysis, Article\n"
        "for door in (frames.to_frame, frames.to_arrow):\n"
        "    try: door(Analysis(profile='', article=Article()))\n"
        "    except ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines() == [f'{name} is not installed: pip install "arnews[frames]"' for name in ("pandas", "pyarrow")]


def test_an_analysis_has_the_doors_itself() -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    result = seed_analysis()
    assert result.to_frame("dates").equals(frames.to_frame(result, "dates"))
    assert result.to_arrow().equals(frames.to_arrow(result, "claims"))
    assert result.to_polars("mentions").equals(frames.to_polars(result, "mentions"))
    assert "سيرجي لافروف" in result._repr_html_()


def test_records_load_no_table_library() -> None:
    probe = "import sys, arnews.records; print(sorted({'pandas', 'pyarrow', 'polars', 'arnews.display'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True).stdout == "[]\n"


def test_a_collection_says_what_it_holds() -> None:
    assert repr(frames.collect([seed_analysis(), EMPTY])) == "<Collection of 2 articles, 3 claims>"
