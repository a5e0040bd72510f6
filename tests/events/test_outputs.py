"""Events as tables, as CSV of UCDP's shape, as GeoJSON, as a chart, and on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

import arnews
from arnews.batch.writers import json_line
from arnews.cli import main
from arnews.integrations.event_tables import COLUMNS, UCDP
from arnews.integrations.events import Events
from events import stories


@pytest.fixture(scope="module")
def events() -> Events:
    names, results = zip(*stories.read(), strict=True)
    return arnews.collect(results, names).events()


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    source = tmp_path / "analyses.jsonl"
    source.write_text("".join(json_line(name, analysis) for name, analysis in stories.read()), encoding="utf-8")
    return source


@pytest.mark.parametrize("table", ["events", "reports"])
def test_the_tables_are_the_same_everywhere(events: Events, table: str) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = events.to_frame(table)  # type: ignore[arg-type]
    arrow = events.to_arrow(table)  # type: ignore[arg-type]
    assert list(frame.columns) == arrow.column_names == [name for name, _ in COLUMNS[table]]
    assert len(frame) == arrow.num_rows == (len(events) if table == "events" else sum(len(s.reports) for e in events for s in e.series))
    with pytest.raises(ValueError, match="there are events, reports"):
        events.to_frame("claims")  # type: ignore[arg-type]


def test_the_table_of_events_has_the_toll(events: Events) -> None:
    pytest.importorskip("pandas")
    frame = events.to_frame().set_index("place")
    row = frame.loc["geonames:300075"]
    assert (row["country"], row["killed_best"], row["articles"], row["kind"]) == ("TR", 32, 4, "explosion")


def test_the_csv_has_the_columns_of_ucdp(events: Events) -> None:
    rows = list(csv.DictReader(io.StringIO(events.to_ucdp())))
    assert tuple(rows[0]) == UCDP
    row = next(r for r in rows if r["where_coordinates"] == "سوروتش")
    assert (row["date_start"], row["date_end"], row["date_prec"], row["where_prec"]) == ("2015-07-20", "2015-07-20", "1", "1")
    assert (row["best"], row["country"], row["side_a"], row["type_of_violence"]) == ("32", "TR", "", "")


def test_a_headline_is_no_formula(events: Events) -> None:
    event = events[0].model_copy(update={"articles": (events[0].articles[0].model_copy(update={"title": "=1+1"}),)})
    assert "'=1+1" in Events([event]).to_ucdp()


def test_geojson_has_points_where_they_are_known(events: Events) -> None:
    found = json.loads(events.to_geojson())["features"]
    assert len(found) == len(events)
    points = {f["properties"]["place"]: f["geometry"] for f in found}
    assert points["geonames:300075"]["coordinates"] == pytest.approx([38.425, 36.976])
    assert points["place:nile"]["coordinates"] == pytest.approx([31.249, 30.063], abs=0.1)  # those of Cairo


def test_the_toll_is_drawn_day_by_day(events: Events) -> None:
    pytest.importorskip("altair")
    from arnews.display import toll

    event = next(e for e in events if e.place.key == "geonames:300075")
    spec = toll(event).to_dict()
    rows = spec["data"]["values"]
    assert {r["published"] for r in rows if r["counted"] == "killed"} == {f"2015-07-{day}" for day in (20, 21, 22, 23)}
    assert toll(event.model_copy(update={"series": ()})).to_dict()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_page_has_each_event_with_its_line_and_sentences(events: Events, lang: str) -> None:
    from arnews.display import events_page

    page = events_page(events, lang)  # type: ignore[arg-type]
    root = ElementTree.fromstring(
        page.removeprefix("<!doctype html>\n")
        .replace('<meta charset="utf-8">', "")
        .replace('initial-scale=1">', 'initial-scale=1"/>')
        .replace("'unsafe-inline'\">", "'unsafe-inline'\"/>")
    )
    articles = list(root.iter("article"))
    assert [a.get("id") for a in articles] == [e.id for e in events]
    assert {a.get("href") for a in root.iter("a")} == {f"#{e.id}" for e in events if e.place.longitude is not None}
    assert page.count('class="spark"') == sum(len({m.published for m in e.articles}) > 1 for e in events)
    assert "32 قتيلا" in page
    assert "<script" not in page
    with pytest.raises(ValueError, match="'en' or 'ar'"):
        events_page(events, "fr")  # type: ignore[arg-type]


def test_a_page_shows_markup_as_text(events: Events) -> None:
    from arnews.display import events_page

    event = events[0].model_copy(update={"articles": (events[0].articles[0].model_copy(update={"title": "<b>&"}),)})
    assert "&lt;b&gt;&amp;" in events_page([event])


def test_the_command_reads_what_batch_wrote(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["events", str(batch), "--least", "2", "--explain"]) == 0
    out = capsys.readouterr().out
    assert "سوروتش" in out
    assert "4 articles" in out
    assert "same place geonames:300075" in out
    assert "زلزال" not in out


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.geojson", "out.html"])
def test_the_command_writes_by_the_ending(batch: Path, tmp_path: Path, name: str, events: Events) -> None:
    out = tmp_path / name
    assert main(["events", str(batch), "-o", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    if name.endswith("geojson"):
        assert len(json.loads(text)["features"]) == len(events)
    elif name.endswith("html"):
        assert text.count("<article ") == len(events)
    else:
        assert len(text.splitlines()) == len(events) + name.endswith("csv")


def test_the_command_goes_on_with_its_state(batch: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = batch.read_text(encoding="utf-8").splitlines(keepends=True)
    first = tmp_path / "first.jsonl"
    first.write_text("".join(lines[:3]), encoding="utf-8")
    assert main(["events", str(first), "--state", str(tmp_path / "state")]) == 0
    capsys.readouterr()
    assert main(["events", str(batch), "--state", str(tmp_path / "state"), "--format", "jsonl"]) == 0
    went_on = capsys.readouterr().out
    assert main(["events", str(batch), "--format", "jsonl"]) == 0
    assert capsys.readouterr().out == went_on


def test_a_file_that_holds_something_else_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id":"1","analysis":{"nothing":1}}\n', encoding="utf-8")
    assert main(["events", str(bad)]) == 1
    assert "line 1" in capsys.readouterr().err
