from __future__ import annotations

import bz2
import contextlib
import csv
import gzip
import io
import json
import lzma
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from arnews.batch import BatchError, Columns, InputError, find_sources, read_articles, run
from arnews.batch.readers import Article
from arnews.batch.sqlite import value
from arnews.batch.writers import cell
from arnews.integrations.tables import COLUMNS
from arnews.records import Analysis
from doors import killable
from doors.killable import Stub
from doors.sample import seed_analysis


def read(*inputs: Path | str, kind: Any = None, output: Path | None = None, encoding: str = "auto", **columns: str) -> list[Article]:
    sources = find_sources(list(map(str, inputs)), kind, output)
    return list(read_articles(sources, Columns(**columns), encoding))


def lines(path: Path) -> list[dict[str, Any]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


# --- what goes in


def test_a_folder_is_read_in_order_of_name_without_what_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "ثالث.txt").write_text("ج", encoding="utf-8")
    (tmp_path / "a.txt").write_text("أ", encoding="utf-8")
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress("ب".encode()))
    (tmp_path / "picture.jpg").write_bytes(b"\xff")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "b" / "circle").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert [(a.id, a.text) for a in read(tmp_path)] == [("a.txt", "أ"), ("a.txt.gz", "ب"), ("b/ثالث.txt", "ج")]


def test_the_output_is_not_read_as_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("أ", encoding="utf-8")
    (tmp_path / "out.jsonl").write_text("{}")
    assert [a.id for a in read(tmp_path, output=tmp_path / "out.jsonl")] == ["a.txt"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_compressed_lines_of_json(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    ending = {gzip.compress: "gz", bz2.compress: "bz2", lzma.compress: "xz"}[pack]
    file = tmp_path / f"news.jsonl.{ending}"
    file.write_bytes(pack('{"id": 7, "text": "قتل خمسة", "day": "2015-08-09"}\n\n{"text": "زار"}\n'.encode()))
    found = read(file, id="id", published="day")
    assert [(a.id, a.text, a.published) for a in found] == [("7", "قتل خمسة", date(2015, 8, 9)), (f"{file}#3", "زار", None)]


def test_bad_lines_become_errors_in_their_place(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(
        '{"text": "أ"}\n{"text": \n[1]\n{"text": null}\n{"text": 5}\n{"text": "ب", "day": "3/7/2025"}\n'.encode()
        + b'{"text": "\xff"}\n'
        + '{"text": "ج", "day": "2025-07-03T10:30"}\n'.encode()
    )
    found = read(file, published="day")
    assert [a.text for a in found if a.error is None] == ["أ", "ب", "ج"]
    assert [a.published for a in found if a.error is None] == [None, date(2025, 7, 3), datetime(2025, 7, 3, 10, 30)]
    errors = [a.error for a in found if a.error is not None]
    for error, reason in zip(errors, ["JSON", "object", "missing", "int", "JSON"], strict=True):
        assert reason in error


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("15/06/2017", date(2017, 6, 15)),
        ("15/06/2017 18:30", datetime(2017, 6, 15, 18, 30)),
        ("٢٠٢٤/٠٣/٠٥", date(2024, 3, 5)),
        ("الثلاثاء 5 آذار 2024 10:30 ص", datetime(2024, 3, 5, 10, 30)),
        ("الجمعة، 24 أبريل 2020 - 09:22 م", datetime(2020, 4, 24, 21, 22)),
        ("Tue, 05 Mar 2024 10:30:00 +0300", datetime(2024, 3, 5, 10, 30, tzinfo=timezone(timedelta(hours=3)))),
        ("2024-03-05 10:30:00 UTC", datetime(2024, 3, 5, 10, 30, tzinfo=UTC)),
        ("July 12, 2025", date(2025, 7, 12)),
        (1709634600, datetime(2024, 3, 5, 10, 30, tzinfo=UTC)),
        (1709634600000, datetime(2024, 3, 5, 10, 30, tzinfo=UTC)),
        ("NaN", None),
        (float("nan"), None),
        ("  ", None),
        (None, None),
    ],
)
def test_a_date_column_as_scrapers_write_it(tmp_path: Path, cell: Any, value: date | None) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text(json.dumps({"text": "قتل 3 جنود أمس.", "day": cell}), encoding="utf-8")
    (found,) = read(file, published="day")
    assert (found.published, found.error, found.warnings) == (value, None, ())


def test_a_date_that_cannot_be_read_is_a_warning_and_no_loss(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text("text,day\nقتل 3 جنود أمس.,قريبا\n", encoding="utf-8")
    articles = list(read_articles(find_sources([str(file)]), Columns(published="day"), published=date(2020, 1, 1)))
    assert [(a.text, a.published, a.error) for a in articles] == [("قتل 3 جنود أمس.", None, None)]
    run(articles, tmp_path / "out.jsonl", Stub)
    (line,) = lines(tmp_path / "out.jsonl")
    assert line["error"] is None
    assert line["analysis"]["warnings"][0]["code"] == "published-unread"
    assert "قريبا" in line["analysis"]["warnings"][0]["message"]


@pytest.mark.parametrize(("day_first", "day"), [("yes", date(2025, 7, 3)), ("", date(2025, 3, 7))])
def test_the_order_of_day_and_month_is_the_callers(tmp_path: Path, day_first: str, day: date) -> None:
    file = tmp_path / "news.csv"
    file.write_text("text,day\nقتل 3 جنود أمس.,3/7/2025\n", encoding="utf-8")
    (found,) = read_articles(find_sources([str(file)]), Columns(published="day", day_first=bool(day_first)))
    assert found.published == day


@pytest.mark.parametrize(
    "data",
    [
        '[{"id": "1", "text": "قتل 12 مدنيا أمس."}]',
        '{"articles": [{"id": "1", "text": "قتل 12 مدنيا أمس."}], "total": 1, "tags": ["حرب"]}',
        '{"status": "ok", "data": {"items": [{"id": "1", "text": "قتل 12 مدنيا أمس."}]}}',
        '{"id": "1", "text": "قتل 12 مدنيا أمس."}',
        '{"id": "1", "text": "قتل 12 مدنيا أمس."}\n\n',
    ],
)
def test_json_of_one_value_holds_articles(tmp_path: Path, data: str) -> None:
    (tmp_path / "news.json").write_text(data, encoding="utf-8")
    assert [(a.id, a.text) for a in read(tmp_path, id="id")] == [("1", "قتل 12 مدنيا أمس.")]


def test_json_that_is_lines_or_broken(tmp_path: Path) -> None:
    file = tmp_path / "news.json"
    file.write_text('{"text": "أ"}\n{"text": "ب"}\n', encoding="utf-8")
    assert [a.text for a in read(file)] == ["أ", "ب"]
    file.write_text('[{"text": "أ"}, 5, {"text": ', encoding="utf-8")
    (broken,) = read(file)
    assert "not JSON" in (broken.error or "")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_as_excel_writes_it(tmp_path: Path, delimiter: str) -> None:
    file = tmp_path / "news.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out, delimiter=delimiter)
        rows.writerows([["id", "text"], ["n1", 'قال: "نعم"؛\nثم غادر'], [], ["n2", "x" * 200_000]])
    found = read(file, id="id")
    assert [(a.id, a.text) for a in found] == [("n1", 'قال: "نعم"؛\nثم غادر'), ("n2", "x" * 200_000)]


def test_csv_in_windows_1256(tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("text\nقتل خمسة في حلب\n".encode("windows-1256"))
    assert read(file, encoding="windows-1256")[0].text == "قتل خمسة في حلب"
    (wrong,) = read(file, encoding="utf-8")
    assert "UnicodeDecodeError" in (wrong.error or "")
    (guessed,) = read(file)
    assert guessed.text == "قتل خمسة في حلب"
    assert "cp1256" in guessed.warnings[0].message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_csv_in_unicode(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "news.csv"
    file.write_bytes(
        "text\n".encode(encoding)
        + ("قتل خمسة في حلب\n" * 99_999).encode(
            encoding.removesuffix("-sig").replace("16", "16-le").replace("32", "32-le").replace("-le-le", "-le")
        )
    )
    found = read(file)
    assert {a.text for a in found} == {"قتل خمسة في حلب"}
    assert bool(found[0].warnings) == (encoding == "utf-16-le")


@pytest.mark.parametrize("sep", ["|", "،", ";"])
def test_csv_with_other_separators(tmp_path: Path, sep: str) -> None:
    file = tmp_path / "news.csv"
    file.write_text(f"id{sep}text\r\n1{sep}قتل 12 مدنيا أمس.\r\n", encoding="utf-8")
    assert [(a.id, a.text) for a in read(file, id="id")] == [("1", "قتل 12 مدنيا أمس.")]
    file.write_text(f"sep={sep}\r\nid{sep}text\r\n1{sep}قتل 12 مدنيا, أمس.\r\n", encoding="utf-8-sig")
    assert [(a.id, a.text) for a in read(file, id="id")] == [("1", "قتل 12 مدنيا, أمس.")]


def test_a_missing_column_is_named_with_those_there_are(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text("title,body\nأ,ب\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"no column 'text'; its columns are title, body"):
        read(file)
    assert read(file, text="body")[0].text == "ب"


def test_excel(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["النص", "اليوم"], ["قتل خمسة", datetime(2015, 8, 9)], [None, None], ["زار", "2015-08-10"], [5, None]):
        book.active.append(row)
    book.save(tmp_path / "news.xlsx")
    found = read(tmp_path / "news.xlsx", text="النص", published="اليوم")
    assert [(a.text, a.published) for a in found[:2]] == [("قتل خمسة", date(2015, 8, 9)), ("زار", date(2015, 8, 10))]
    assert "int" in (found[2].error or "")


def test_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = pa.table({"text": ["قتل", None], "day": pa.array([date(2015, 8, 9), None]), "other": [1, 2]})
    parquet.write_table(table, tmp_path / "news.parquet")
    found = read(tmp_path / "news.parquet", published="day")
    assert (found[0].text, found[0].published) == ("قتل", date(2015, 8, 9))
    assert found[1].error


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.xlsx", "a.parquet", "a.txt.xz"])
def test_a_damaged_file_does_not_stop_the_files_after_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x00damaged")
    (tmp_path / "b.txt").write_text("ب", encoding="utf-8")
    damaged, good = read(tmp_path)
    assert damaged.id == name
    assert damaged.error
    assert good.text == "ب"


def test_inputs_that_are_not_there_or_unknown(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "no.txt")
    with pytest.raises(InputError, match="no files of text"):
        read(tmp_path)
    (tmp_path / "news.data").write_text("نص", encoding="utf-8")
    with pytest.raises(InputError, match="--input-format"):
        read(tmp_path / "news.data")
    assert read(tmp_path / "news.data", kind="text")[0].text == "نص"


# --- what comes out


def test_lines_of_json_hold_each_article_in_order(tmp_path: Path) -> None:
    articles = [Article("a", "دمشق الآن"), Article("b", error="missing"), Article("c", "poison"), Article("d", "حلب")]
    done = run(articles, tmp_path / "out.jsonl", Stub)
    assert (done.articles, done.failed) == (4, 2)
    found = lines(tmp_path / "out.jsonl")
    assert [line["id"] for line in found] == ["a", "b", "c", "d"]
    assert [bool(line["error"]) for line in found] == [False, True, True, False]
    assert found[0]["analysis"]["entities"][0]["name"] == "دمشق"
    assert found[1]["error"] == {"type": "InputError", "message": "missing"}
    Analysis.model_validate(found[3]["analysis"])
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


class Seeds:
    def pipe(self, items: Any, n_process: int = 1) -> Any:
        return (seed_analysis() for _ in items)


def test_csv_is_for_spreadsheets(tmp_path: Path) -> None:
    run([Article("=1+1", "نص")], tmp_path / "out.csv", Seeds, format_="csv")
    data = (tmp_path / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["best"] for row in rows] == ["", "11000", "4000"]
    assert rows[0]["article"] == "'=1+1"
    assert rows[0]["who"] == "كوريا الشمالية"
    assert rows[0]["earliest"] == "2025-07-12"


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@x", "\t=1", "\r=1", "＝1"])
def test_no_text_is_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_numbers_stay_numbers() -> None:
    assert [cell(v) for v in (-5, 2.5, 11000.0, None, True, 1e20)] == ["-5", "2.5", "11000", "", "true", "1e+20"]


def test_parquet_has_a_folder_for_each_table(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    run([Article(str(n), "نص") for n in range(3)] + [Article("x", error="missing")], tmp_path / "out", Seeds, format_="parquet")
    claims = parquet.read_table(tmp_path / "out" / "claims")
    assert claims.num_rows == 9
    articles = parquet.read_table(tmp_path / "out" / "articles").to_pylist()
    assert [a["article"] for a in articles] == ["0", "1", "2", "x"]
    assert articles[3]["error"] == "InputError: missing"


@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet"])
def test_no_articles_give_an_output_without_articles(tmp_path: Path, format_: Any) -> None:
    if format_ == "parquet":
        pytest.importorskip("pyarrow")
    assert run([], tmp_path / "out", Stub, format_=format_).articles == 0
    assert (tmp_path / "out").exists()


def test_an_output_that_is_there_stays_until_told_otherwise(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    with pytest.raises(BatchError, match="--overwrite"):
        run([Article("a", "x")], out, Stub)
    assert out.read_text() == "mine"
    run([Article("a", "x")], out, Stub, overwrite=True)
    assert lines(out)[0]["id"] == "a"


# --- what a stopped run leaves behind


class Stopping(Stub):
    """Stops like Ctrl-C after some articles."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._after = after

    def pipe(self, items: Any, n_process: int = 1) -> Any:
        for n, result in enumerate(super().pipe(items)):
            if n == self._after:
                raise KeyboardInterrupt
            yield result


MANY = [Article(f"n{n}", f"مدينة {n}") for n in range(230)]


@pytest.mark.parametrize(("name", "format_"), [("out.jsonl", "jsonl"), ("out.jsonl.gz", "jsonl"), ("out.sqlite", "sqlite")])
def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path, name: str, format_: Any) -> None:
    whole, out = tmp_path / f"whole-{name}", tmp_path / name
    run(MANY, whole, Stub, format_=format_)
    with pytest.raises(KeyboardInterrupt):
        run(MANY, out, lambda: Stopping(120), format_=format_)
    assert not out.exists()
    with pytest.raises(BatchError, match="--resume goes on"):
        run(MANY, out, Stub, format_=format_)
    done = run(MANY, out, Stub, resume=True, format_=format_)
    assert (done.articles, done.resumed) == (230, 100)
    assert out.read_bytes() == whole.read_bytes()
    assert run(MANY, out, Stub, resume=True, format_=format_).complete
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([name, whole.name])


def test_sqlite_holds_all_tables_with_the_articles_they_lead_to(tmp_path: Path) -> None:
    class Reads:
        def pipe(self, items: Any, n_process: int = 1) -> Any:
            return iter([seed_analysis() for _ in items])

    out = tmp_path / "facts.db"
    run([Article("same", "a"), Article("broken", error="not text"), Article("same", "b")], out, Reads, format_="sqlite")
    with contextlib.closing(sqlite3.connect(out)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert tables == set(COLUMNS)
        for table, columns in COLUMNS.items():
            names = [row[1] for row in file.execute(f"PRAGMA table_info({table})")]
            assert names == ["id" if table == "articles" else "article_id", "article", *(name for name, _ in columns)]
        assert file.execute("SELECT id, article, error IS NULL FROM articles").fetchall() == [
            (1, "same", 1),
            (2, "broken", 0),
            (3, "same", 1),
        ]
        found = file.execute("SELECT article_id, figure, best, approximate, earliest FROM claims WHERE kind = 'troops'").fetchall()
        assert found == [
            (n, *row) for n in (1, 3) for row in [("25,000–30,000", None, 0, "2025-07-12"), ("≈ 11,000", 11000.0, 1, "2024-11-01")]
        ]
        roles = file.execute("SELECT r.value FROM entities, json_each(entities.roles) AS r WHERE article_id = 3").fetchall()
        assert roles == [("وزير الخارجية الروسي",)]


def test_what_sqlite_cannot_hold_is_written_as_near_as_it_goes() -> None:
    assert [value(v) for v in (2**70, float("nan"), date(1, 1, 1), ["a", "ب"], "\ud800", True)] == [
        float(2**70), None, "0001-01-01", '["a", "ب"]', "?", True,
    ]  # fmt: skip


def test_going_on_with_other_articles_or_options_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        run(MANY, out, lambda: Stopping(120))
    changed = [*MANY[:7], Article("n7", "مدينة أخرى"), *MANY[8:]]
    with pytest.raises(BatchError, match="inputs are not those"):
        run(changed, out, Stub, resume=True)
    with pytest.raises(BatchError, match="inputs are not those"):
        run(MANY[:20], out, Stub, resume=True)
    with pytest.raises(BatchError, match="other options"):
        run(MANY, out, Stub, resume=True, format_="csv")


def kill_until_done(tmp_path: Path, format_: str, articles: int, kills: int, pause: float) -> None:
    source = tmp_path / "news.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for n in range(articles):
            text = "poison" if n % 97 == 5 else f"مدينة{n} " + "كلمات " * (n % 40)
            file.write(json.dumps({"id": f"n{n}", "text": text}, ensure_ascii=False) + "\n")
    whole, out = tmp_path / f"whole.{format_}", tmp_path / f"killed.{format_}"
    killable.run(read_articles(find_sources([str(source)]), Columns(id="id")), whole, Stub, format_=format_, table="entities")  # type: ignore[arg-type]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    words = [sys.executable, killable.__file__, str(source), str(out), format_, str(pause)]
    chance = random.Random(format_)
    died = 0
    for _ in range(kills):
        process = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL)
        progress = out.with_name(out.name + ".progress")
        before = progress.stat().st_mtime_ns if progress.exists() else 0
        # Wait until it has started to write, so that most kills hit the work and not the imports.
        while process.poll() is None and (progress.stat().st_mtime_ns if progress.exists() else 0) == before:
            time.sleep(0.002)
        time.sleep(chance.random() * articles * pause / kills)
        process.kill()
        died += process.wait() != 0
    done = subprocess.run(words, env=environment, capture_output=True, check=True, text=True)
    assert done.stdout.split()[0] in {str(articles), "0"}
    assert died > kills / 2
    files = sorted(p.relative_to(whole) for p in whole.rglob("*") if p.is_file()) if whole.is_dir() else [Path()]
    assert files == (sorted(p.relative_to(out) for p in out.rglob("*") if p.is_file()) if out.is_dir() else [Path()])
    for file in files:
        assert (whole / file).read_bytes() == (out / file).read_bytes()
    if format_ == "jsonl":
        assert [line["id"] for line in lines(out)] == [f"n{n}" for n in range(articles)]
    assert not list(tmp_path.glob("*.part")) + list(tmp_path.glob("*.progress*"))


def test_a_killed_run_loses_and_repeats_nothing(tmp_path: Path) -> None:
    kill_until_done(tmp_path, "jsonl", articles=600, kills=3, pause=0.001)


@pytest.mark.exhaustive
@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet", "sqlite"])
def test_a_run_killed_twenty_times_loses_and_repeats_nothing(tmp_path: Path, format_: str) -> None:
    if format_ == "parquet":
        pytest.importorskip("pyarrow")
    kill_until_done(
        tmp_path, format_, articles=2000 if format_ != "parquet" else 24_000, kills=20, pause=0.003 if format_ != "parquet" else 0.0005
    )
