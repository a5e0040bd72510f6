"""The functions under the Spark door, without Spark; and the door itself, where Spark and Java are installed."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from arnews.integrations import frames, tables
from arnews.records import Analysis
from doors.sample import seed_analysis, seed_text

pa = pytest.importorskip("pyarrow")
from arnews.integrations import spark as door  # noqa: E402


class Counting:
    """A pipeline that finds nothing, remembers what it was given, refuses poison, and can kill its process once."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, object]] = []

    def analyze(self, text: str, published: object = None) -> Analysis:
        if not isinstance(text, str):
            raise TypeError("text takes a str")
        if text == "poison":
            raise ValueError("poison \ud800")
        if text.startswith("kill "):
            mark = Path(text.removeprefix("kill "))
            if not mark.exists():
                mark.touch()
                os._exit(9)
        self.seen.append((text, published))
        return seed_analysis().model_copy(update={"profile": f"{text}|{published}"})


def batch(**columns: list[Any]) -> Any:
    return pa.RecordBatch.from_pydict(columns)


def test_a_batch_in_and_a_batch_out() -> None:
    pipeline = Counting()
    read = door.Analyzer("body", "day", "key", pipeline=lambda: pipeline)
    out = read(batch(body=["أ", None, "poison", "ب"], day=["2025-07-12", None, None, "x"], key=[1, 2, 3, 4]))
    assert isinstance(out, pa.RecordBatch)
    rows = out.to_pylist()
    assert [r["article"] for r in rows] == ["1", "2", "3", "4"]
    assert [r["analysis"] is None for r in rows] == [False, True, True, True]
    assert [(r["error"] or "").split(":")[0] for r in rows] == ["", "TypeError", "ValueError", "ValueError"]
    assert pipeline.seen == [("أ", date(2025, 7, 12))]
    assert Analysis.model_validate_json(rows[0]["analysis"]).claims == seed_analysis().claims


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (None, None),
        (date(2025, 7, 12), date(2025, 7, 12)),
        (datetime(2025, 7, 12), date(2025, 7, 12)),
        (datetime(2025, 7, 12, 1, 52), datetime(2025, 7, 12, 1, 52)),
        ("2025-07-12T01:52", datetime(2025, 7, 12, 1, 52)),
    ],
)
def test_publication_dates_of_any_type(given: object, meant: object) -> None:
    pipeline = Counting()
    door.Analyzer(published_col="day", pipeline=lambda: pipeline)(batch(text=["أ"], day=[given]))
    assert pipeline.seen == [("أ", meant)]


def test_ray_gives_and_takes_tables() -> None:
    out = door.Analyzer(pipeline=Counting)(pa.table({"text": ["أ"]}))
    assert isinstance(out, pa.Table)
    assert out.num_rows == 1


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="no column 'body'; there are text"):
        door.Analyzer("body", pipeline=Counting)(batch(text=["أ"]))


def test_the_functions_can_be_sent_to_workers() -> None:
    assert pickle.loads(pickle.dumps(door.Analyzer("text", pipeline=Counting)))(batch(text=["أ"])).num_rows == 1
    pickle.loads(pickle.dumps(door.TableRows("claims")))


@pytest.mark.parametrize("table", ["articles", "claims", "quotes", "entities", "mentions", "dates", "figures", "warnings"])
def test_rows_are_those_of_the_frames(table: str) -> None:
    analysed = batch(article=["a", "b"], analysis=[seed_analysis().model_dump_json(), None], error=[None, "TypeError: x"])
    rows = door.TableRows(table)(analysed).to_pylist()
    names = ["article", *(name for name, _ in tables.COLUMNS[table])]
    expected = [dict(zip(names, ("a", *row), strict=True)) for row in tables.rows(seed_analysis(), table)]
    assert rows[: len(expected)] == expected
    assert len(rows) == len(expected) + (table == "articles")


def test_a_batch_without_claims_has_the_columns() -> None:
    none = batch(article=pa.array([], pa.string()), analysis=pa.array([], pa.string()), error=pa.array([], pa.string()))
    assert door.TableRows("claims")(none).schema == frames.arrow_schema("claims", ("article", "string"))


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("java is not installed")
    # Workers are started by name from the PATH unless told: an environment that is not activated must work too.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    # Two threads, and a lost task is tried up to four times.
    found = (
        sql.SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "16")
        .getOrCreate()
    )
    found.sparkContext.setLogLevel("ERROR")
    yield found
    found.stop()


@pytest.mark.xdist_group("spark")
def test_spark_gives_the_rows_of_one_process(session: Any) -> None:
    texts = [(str(n), "poison" if n == 17 else f"خبر {n}", date(2025, 7, 1 + n % 28)) for n in range(100)]
    df = session.createDataFrame(texts, "id string, text string, day date").repartition(7)
    analysed = door.analyze_df(df, published_col="day", id_col="id", pipeline=Counting).cache()
    rows = {r["article"]: r for r in analysed.collect()}
    assert len(rows) == 100
    assert rows["17"]["error"].startswith("ValueError: poison")
    assert json.loads(rows["3"]["analysis"])["profile"] == "خبر 3|2025-07-04"
    found = door.all_tables(analysed)
    assert found["claims"].count() == 99 * 3
    claim = found["claims"].filter("article = '3' and claim = 'c2'").collect()[0]
    assert (claim["best"], claim["where_name"], claim["earliest"]) == (11000.0, "كورسك", date(2024, 11, 1))
    assert found["entities"].filter("country = 'KP'").count() == 99
    assert found["articles"].filter("error is not null").count() == 1
    with pytest.raises(ValueError, match="no column 'body'"):
        door.analyze_df(df, "body")


@pytest.mark.xdist_group("spark")
def test_a_killed_worker_is_made_good(session: Any, tmp_path: Path) -> None:
    texts = [(f"خبر {n}" if n != 33 else f"kill {tmp_path / 'died'}",) for n in range(60)]
    df = session.createDataFrame(texts, "text string").repartition(4)
    assert door.analyze_df(df, pipeline=Counting).filter("error is null").count() == 60
    assert (tmp_path / "died").exists()


@pytest.mark.xdist_group("spark")
def test_the_real_pipeline_on_spark(session: Any) -> None:
    import arnews

    df = session.createDataFrame([(seed_text(),)] * 4, "text string").repartition(2)
    rows = door.analyze_df(df).collect()
    assert [r["analysis"] for r in rows] == [arnews.analyze(seed_text()).model_dump_json()] * 4
