"""Files that are not what they say, and outputs that would leave their place."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from arnews.batch import BatchError, Columns, InputError, decoding, find_sources, read_articles, run
from arnews.batch import readers as batch_readers
from arnews.batch.readers import Article
from arnews.batch.writers import TABLES
from arnews.cli.inputs import write_text
from arnews.integrations.tables import COLUMNS
from arnews.records import Analysis
from doors.killable import Stub
from doors.sample import seed_analysis
from security.test_hostile_pages import poisoned

TEXT = "قتل خمسة أشخاص في حلب"


def read(path: Path, **columns: str) -> list[Article]:
    return list(read_articles(find_sources([str(path)]), Columns(**columns)))


# --- tables that are not what they say


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", "[" * 100_000),
        ("a.jsonl", '{"text": ' + "[" * 100_000),
        ("a.jsonl", '{"text": {"a": 1}}'),
        ("a.jsonl", '{"text": 1' + "0" * 5000 + "}"),
        ("a.jsonl", '{"text": NaN}'),
        ("a.jsonl", "\x00\x00"),
        ("a.jsonl", '{"text": "x"'),
        ("a.csv", "text,day\n\n,2025-07-12\n".replace("\n,", "\n ,").replace(" ,2025", ",2025-13-45 ")),
        ("a.csv", "id,text\n1\n"),
    ],
)
def test_a_bad_row_is_an_error_and_the_next_is_read(tmp_path: Path, name: str, data: str) -> None:
    good = json.dumps({"text": TEXT, "id": "g"}) if name.endswith("jsonl") else "g," + TEXT
    (tmp_path / name).write_text(f"{data}\n{good}\n", "utf-8")
    found = read(tmp_path / name)
    assert found[-1].text in (TEXT, "g")
    assert len(found) >= 2 or name == "a.csv"
    assert all(a.error is not None or isinstance(a.text, str) for a in found)


def test_a_half_character_in_json_is_read_and_written(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(r'{"text": "قتل \ud800 خمسة", "id": "\udfff"}' + "\n", "utf-8")
    done = run(read(tmp_path / "a.jsonl", id="id"), tmp_path / "out.jsonl", _Rules)
    assert (done.articles, done.failed) == (1, 0)
    Analysis.model_validate(json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["analysis"])


class _Rules:
    def pipe(self, items: Any, n_process: int = 1) -> Any:
        from arnews.pipeline import Pipeline

        return Pipeline(recognizer=None).pipe(items)


def test_a_column_that_stands_twice_is_not_chosen_between(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,text\nأ,ب\n", "utf-8")
    with pytest.raises(InputError, match="2 columns 'text'"):
        read(tmp_path / "a.csv")


@pytest.mark.parametrize("cut", [1, 10, 100, 300])
@pytest.mark.parametrize("kind", ["xlsx", "parquet", "jsonl.gz"])
def test_a_file_cut_short_is_an_error(tmp_path: Path, kind: str, cut: int) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("openpyxl")
    whole = gzip.compress(json.dumps({"text": TEXT}).encode()) if kind == "jsonl.gz" else _table(kind)
    (tmp_path / f"a.{kind}").write_bytes(whole[: max(len(whole) // 2, len(whole) - cut)])
    assert read(tmp_path / f"a.{kind}")[-1].error is not None


def _table(kind: str) -> bytes:
    from targets import _whole

    return _whole("excel" if kind == "xlsx" else kind)


@pytest.mark.parametrize("value", [7, 2.5, True, b"\xff", ["a"], {"a": 1}])
def test_parquet_of_other_types(tmp_path: Path, value: Any) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pa.table({"text": [value, None]}), tmp_path / "a.parquet")
    assert [bool(a.error) for a in read(tmp_path / "a.parquet")] == [True, True]


def test_a_workbook_that_is_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("openpyxl")
    monkeypatch.setattr(batch_readers, "_INFLATED", 2**20)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_table("xlsx"))) as good, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in good.namelist():
            packed.writestr(name, good.read(name))
        packed.writestr("xl/sharedStrings.xml", b" " * 4 * 2**20)
    (tmp_path / "a.xlsx").write_bytes(out.getvalue())
    (error,) = read(tmp_path / "a.xlsx")
    assert "unpacked" in str(error.error)


def test_a_workbook_with_entities_inside_entities(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_table("xlsx"))) as good, zipfile.ZipFile(out, "w") as packed:
        for name in good.namelist():
            data = good.read(name).decode("utf-8")
            if name.endswith(("sheet1.xml", "sharedStrings.xml")):
                head, _, rest = data.partition("?>") if data.startswith("<?xml") else ("<?xml version='1.0'", "", data)
                data = f'{head}?><!DOCTYPE x [<!ENTITY l0 "قتل"><!ENTITY f SYSTEM "file:///etc/passwd">{laughs}]>{rest}'
                data = data.replace("قتل خمسة في حلب", "&l9;&f;")
            packed.writestr(name, data)
    (tmp_path / "a.xlsx").write_bytes(out.getvalue())
    found = read(tmp_path / "a.xlsx")
    assert all(len(a.text) < 10_000 and "root:" not in a.text for a in found)


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.html.gz", "a.jsonl.gz"])
def test_an_article_that_has_no_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    pytest.importorskip("trafilatura")
    monkeypatch.setattr(decoding, "LARGEST", 1000)
    data = b"x" * 5000
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    found = read(tmp_path)
    assert "in one article" in str(found[0].error)
    assert found[-1].text == TEXT


# --- spreadsheets run no cell


class Poisoned:
    def __init__(self, bad: str) -> None:
        self._bad = bad

    def pipe(self, items: Any, n_process: int = 1) -> Any:
        return (poisoned(seed_analysis(), self._bad) for _ in items)


FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
    "@cmd|x", "=HYPERLINK(\"https://example.org\")", "＝1+1", "＋1", "－1", "＠x", " =1+1", "\u00a0=1+1", "\ufeff=1+1", "\u200f=1+1", "\u202b=1+1",
    "\x00=1+1", "\x0b=1+1", "\u2028=1+1", ";=1+1", '"=1+1',
)  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_of_any_table_is_a_formula(tmp_path: Path, table: str) -> None:
    texts = {name for name, kind in COLUMNS[table] if kind in ("string", "strings")} | {"article"}
    for n, bad in enumerate(FORMULAS):
        out = tmp_path / f"{n}.csv"
        run([Article(bad, TEXT)], out, lambda bad=bad: Poisoned(bad), format_="csv", table=table)  # type: ignore[misc]
        with out.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows
        for row in rows:
            for name in texts & row.keys():
                # What a spreadsheet takes off before it looks: spaces, and marks that show nothing.
                seen = row[name].lstrip(" \u00a0\ufeff\u200e\u200f\u202a\u202b\u2028\x00\x0b")
                assert not seen.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")), (name, row[name])


# --- outputs stay in their place


@pytest.mark.parametrize("key", ["../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\x", "x\x00y", "part=1/../..", "\u202e"])
@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet"])
def test_the_id_of_an_article_is_no_path(tmp_path: Path, key: str, format_: Any) -> None:
    pytest.importorskip("pyarrow")
    home = tmp_path / "home"
    home.mkdir()
    run([Article(key, TEXT)], home / "out", Stub, format_=format_)
    assert [p.name for p in tmp_path.iterdir()] == ["home"]
    assert {p.name for p in home.iterdir()} == {"out"}
    if format_ == "parquet":
        assert {p.relative_to(home / "out").as_posix() for p in home.rglob("*.parquet")} == {f"{t}/part-00000.parquet" for t in TABLES}


@pytest.mark.parametrize("ending", [".part", ".progress", ".progress.new"])
@pytest.mark.parametrize("how", [{}, {"resume": True}, {"overwrite": True}])
def test_a_link_beside_the_output_is_not_followed(tmp_path: Path, ending: str, how: dict[str, bool]) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    (tmp_path / f"out.jsonl{ending}").symlink_to(mine)
    refused = ending != ".progress.new" and not how.get("overwrite")
    with pytest.raises(BatchError, match="is a link") if refused else nullcontext():
        run([Article("a", TEXT)], tmp_path / "out.jsonl", Stub, **how)  # type: ignore[arg-type]
    assert mine.read_text() == "mine"


def test_an_output_that_is_a_link_is_replaced_and_not_what_it_leads_to(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    (tmp_path / "out.jsonl").symlink_to(mine)
    run([Article("a", TEXT)], tmp_path / "out.jsonl", Stub, overwrite=True)
    assert mine.read_text() == "mine"


def test_a_folder_that_holds_other_things_is_not_replaced(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("mine")
    with pytest.raises(BatchError, match="letter.txt"):
        run([Article("a", TEXT)], tmp_path / "home", Stub, format_="parquet", overwrite=True)
    assert (tmp_path / "home" / "letter.txt").read_text() == "mine"
    run([Article("a", TEXT)], tmp_path / "out", Stub, format_="parquet")
    assert run([Article("a", TEXT)], tmp_path / "out", Stub, format_="parquet", overwrite=True).articles == 1


def test_a_page_is_not_written_through_a_link(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    (tmp_path / ".report.html.part").symlink_to(mine)
    write_text(str(tmp_path / "report.html"), "page")
    assert (mine.read_text(), (tmp_path / "report.html").read_text()) == ("mine", "page")
