from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

import arnews
from arnews.cli import main
from arnews.lexicon import LexiconError
from doors.killable import Stub
from doors.sample import SEED, seed_analysis, seed_text


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, date | None]]:
    """What the command handed to ``arnews.analyze``, which answers with the hand-made analysis."""
    calls: list[tuple[str, date | None]] = []

    def analyze(text: str, published: date | None = None) -> object:
        calls.append((text, published))
        return seed_analysis()

    monkeypatch.setattr(arnews, "analyze", analyze, raising=False)
    return calls


def run(*words: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "arnews.cli", *words], input=stdin, capture_output=True, check=False, env=os.environ | environment
    )


def test_analyze_prints_who_where_when_and_how_many(heard: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", str(SEED)]) == 0
    out = capsys.readouterr().out
    for fact in ("سيرجي لافروف", "Sergey Lavrov", "2025-07-11", "25,000–30,000", "≈ 11,000", "منطقة كورسك الروسية", "hedged"):
        assert fact in out


def test_analyze_hands_over_text_and_date(heard: list[tuple[str, date | None]], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", str(SEED), "--published", "2025-07-12", "--format", "json"]) == 0
    assert heard == [(seed_text(), date(2025, 7, 12))]
    assert main(["analyze", str(SEED), "--published", "2025-07-12T01:52"]) == 0
    assert heard[1][1] == datetime(2025, 7, 12, 1, 52)


def test_json_is_the_json_of_the_record(heard: object, capsys: pytest.CaptureFixture[str]) -> None:
    main(["analyze", str(SEED), "--format", "json"])
    assert json.loads(capsys.readouterr().out) == json.loads(seed_analysis().model_dump_json())


def test_schema_describes_what_json_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert set(json.loads(seed_analysis().model_dump_json())) == set(schema["properties"])


@pytest.mark.parametrize(
    ("words", "code", "reason"),
    [
        (["analyze", "no-such-file.txt"], 1, "no such file"),
        (["analyze", "."], 1, "folder"),
        (["analyze", "a\0b"], 1, "null"),
        (["analyze", str(SEED), "--encoding", "klingon"], 2, "klingon"),
    ],
)
def test_errors_are_one_line(words: list[str], code: int, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert reason in captured.err
    assert captured.err.startswith("arnews: ")
    assert captured.err.count("\n") == 1


def test_a_file_in_windows_1256_is_read_with_a_warning_and_refused_where_told_otherwise(
    tmp_path: Path, heard: list[tuple[str, date | None]], capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes("قتل خمسة في حلب".encode("windows-1256"))
    assert main(["analyze", str(old)]) == 0
    assert heard[-1][0] == "قتل خمسة في حلب"
    assert "encoding: read as cp1256" in capsys.readouterr().out
    assert main(["analyze", str(old), "--encoding", "utf-8"]) == 1
    assert "--encoding windows-1256" in capsys.readouterr().err
    assert main(["analyze", str(old), "--encoding", "windows-1256"]) == 0
    assert heard[-1][0] == "قتل خمسة في حلب"


@pytest.mark.parametrize("day", ["12 يوليو", "2025-13-01", "yesterday", "2025-07-12T99"])
def test_a_bad_date_is_wrong_usage(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["analyze", str(SEED), "--published", day])
    assert stopped.value.code == 2
    assert "2025-07-12" in capsys.readouterr().err


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    said = capsys.readouterr().out
    assert said.startswith("usage: arnews")
    assert "analyze" in said
    with pytest.raises(SystemExit) as stopped:
        main(["analyse"])
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("output", "options"),
    [("out.jsonl", []), ("out", []), ("out.csv", ["--format", "jsonl"]), ("out", ["--format", "parquet"]), ("out.sqlite", [])],
)
def test_a_table_is_of_a_csv(output: str, options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", str(SEED), "-o", str(tmp_path / output), "--table", "claims", *options]) == 2
    assert "--table says what a CSV holds" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_csv_holds_the_table_asked_for_and_claims_otherwise(tmp_path: Path) -> None:
    for name, options, column in (("a.csv", [], "figure"), ("b.csv", ["--table", "dates"], "earliest")):
        assert main(["batch", str(SEED), "-o", str(tmp_path / name), "--quiet", *options]) == 0
        assert column in (tmp_path / name).read_text(encoding="utf-8-sig").splitlines()[0].split(",")


def test_byte_order_mark_and_line_ends(tmp_path: Path, heard: list[tuple[str, date | None]]) -> None:
    file = tmp_path / "windows.txt"
    file.write_bytes(b"\xef\xbb\xbf" + "سطر\r\nآخر".encode())
    main(["analyze", str(file)])
    assert heard[0][0] == "سطر\r\nآخر"


def test_the_table_is_utf8_where_the_locale_is_not() -> None:
    done = run("analyze", "-", stdin="زار لافروف موسكو أمس.".encode(), LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0, done.stderr.decode()
    assert "\\u" not in done.stdout.decode("utf-8")
    missing = run("analyze", "غائب.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (missing.returncode, missing.stderr.decode()) == (1, "arnews: غائب.txt: no such file\n")


def test_a_reader_that_leaves_early_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "arnews.cli", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_a_damaged_installation_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def analyze(text: str, published: object = None) -> None:
        raise LexiconError("lexicon table 'x' is damaged; reinstall arnews")

    monkeypatch.setattr(arnews, "analyze", analyze, raising=False)
    assert main(["analyze", str(SEED)]) == 1
    assert capsys.readouterr().err == "arnews: lexicon table 'x' is damaged; reinstall arnews\n"


def test_help_and_version_load_no_library() -> None:
    probe = (
        "import sys; from arnews.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit as stop: assert not stop.code\n"
        "print(sorted({'pydantic', 'spacy', 'numpy', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True)
    version, loaded = done.stdout.splitlines()
    assert version.startswith("arnews 0.")
    assert loaded == "[]"


def test_report_writes_one_page_about_all_files(heard: list[tuple[str, date | None]], tmp_path: Path) -> None:
    other = tmp_path / "ثان.txt"
    other.write_text("نص", encoding="utf-8")
    page = tmp_path / "report.html"
    assert main(["report", str(SEED), str(other), "-o", str(page), "--lang", "ar", "--title", "تقرير اليوم"]) == 0
    html = page.read_text(encoding="utf-8")
    assert [text for text, _ in heard] == [seed_text(), "نص"]
    assert "<title>تقرير اليوم</title>" in html
    assert [a["name"] for a in held(html)] == ["article.txt", "ثان.txt"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["report.html", "ثان.txt"]


def held(html: str) -> list[dict[str, object]]:
    """The articles that a report holds."""
    data = html.split('<div id="data" hidden>')[1].split("</div>", maxsplit=1)[0]
    return list(json.loads(data)["articles"])


def test_a_report_takes_folders_and_tables(
    heard: list[tuple[str, date | None]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    news = tmp_path / "news"
    (news / "old").mkdir(parents=True)
    (news / "b.txt").write_text("نص", encoding="utf-8")
    (news / "old" / "a.txt").write_text("أقدم", encoding="utf-8")
    (news / "picture.png").write_bytes(b"PNG")
    (tmp_path / "export.csv").write_text('body,day\n"خبر",3/7/2025\n', encoding="utf-8")
    page = tmp_path / "report.html"
    words = ["--text-column", "body", "--published-column", "day", "--month-first"]
    assert main(["report", str(news), "-o", str(page)]) == 0
    assert [a["name"] for a in held(page.read_text(encoding="utf-8"))] == ["b.txt", "a.txt"]
    assert main(["report", str(tmp_path / "export.csv"), "-o", str(tmp_path / "two.html"), *words]) == 0
    assert heard == [("نص", None), ("أقدم", None)]  # the third went to a pipeline that reads the month first
    (only,) = held((tmp_path / "two.html").read_text(encoding="utf-8"))
    assert only["published"] == "2025-03-07"
    assert main(["report", str(tmp_path / "empty"), "-o", str(page), "--overwrite"]) == 1
    assert "no such file or folder" in capsys.readouterr().err


def test_a_report_does_not_replace_a_file_that_nobody_gave_up(heard: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "report.html"
    page.write_text("mine", encoding="utf-8")
    assert main(["report", str(SEED), "-o", str(page)]) == 1
    assert page.read_text(encoding="utf-8") == "mine"
    assert capsys.readouterr().err == f"arnews: {page} is there already; --overwrite replaces it\n"
    assert main(["report", str(SEED), "-o", str(page), "--overwrite"]) == 0
    assert "mine" not in page.read_text(encoding="utf-8")


def test_a_report_says_which_articles_could_not_be_read(heard: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "news.jsonl").write_text('{"text": "حلب"}\n{}\n', encoding="utf-8")
    assert main(["report", str(tmp_path / "news.jsonl"), "-o", str(tmp_path / "report.html")]) == 3
    assert "news.jsonl#2: 'text' is missing" in capsys.readouterr().err
    assert len(held((tmp_path / "report.html").read_text(encoding="utf-8"))) == 1


PAGE = """<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>زيارة</title>
<meta property="article:published_time" content="2025-07-12T09:30:00+03:00"></head><body><nav>الرئيسية</nav><article><h1>زيارة</h1>
<p>بدأ وزير الخارجية الروسي سيرجي لافروف أمس زيارة رسمية إلى كوريا الشمالية تستمر ثلاثة أيام، ويلتقي خلالها كبار المسؤولين.</p>
<p>وقالت وزارة الخارجية الروسية في بيان إن المحادثات تتناول التعاون بين البلدين في مجالات عدة خلال المرحلة المقبلة.</p>
</article></body></html>"""


@pytest.mark.parametrize("command", [["analyze", "-", "--format", "json"], ["report", "-", "-o", "-"]])
def test_a_web_page_comes_on_standard_input(command: list[str]) -> None:
    pytest.importorskip("trafilatura")
    done = run(*command, "--input-format", "html", stdin=PAGE.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode()
    assert "2025-07-11" in said
    assert "الرئيسية" not in said


def test_a_web_page_that_is_read_as_text_is_told() -> None:
    done = run("analyze", "-", stdin=PAGE.encode())
    assert done.returncode == 0
    assert "--input-format html reads its article" in done.stderr.decode()
    assert run("analyze", "-", "--input-format", "text", stdin=PAGE.encode()).stderr == b""
    assert run("analyze", "-", stdin="قال <html> شيئا".encode()).stderr == b""


@pytest.mark.parametrize(
    ("text", "said"), [("Five people died.", "no Arabic letters"), ("", "is empty"), ("١٢ ٪", "no Arabic letters"), ("قال.", "")]
)
def test_a_text_without_arabic_is_told(text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    assert main(["analyze", str(file), "--format", "json"]) == 0
    warnings = json.loads(capsys.readouterr().out)["warnings"]
    assert [w["message"] for w in warnings if w["code"] == "no-arabic"] == (
        [f"the text {'holds ' if 'letters' in said else ''}{said}"] if said else []
    )
    assert main(["analyze", str(file)]) == 0
    assert ("no-arabic" in capsys.readouterr().out) is bool(said)
    assert main(["batch", str(file), "-o", str(tmp_path / "out.jsonl"), "--quiet"]) == 0
    assert ("no-arabic" in (tmp_path / "out.jsonl").read_text(encoding="utf-8")) is bool(said)
    assert main(["explain", text or " "]) == 0
    assert (said in capsys.readouterr().err) or not said


@pytest.mark.parametrize(("option", "value"), [("--day-first", "2025-07-03"), ("--month-first", "2025-03-07")])
def test_day_or_month_first(option: str, value: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text("وصل الوفد إلى عمان يوم 3/7/2025 وغادرها.", encoding="utf-8")
    assert main(["analyze", str(file), "--format", "json", option]) == 0
    assert [d["value"] for d in json.loads(capsys.readouterr().out)["dates"]] == [value]
    assert main(["explain", file.read_text(encoding="utf-8"), option]) == 0
    assert value in capsys.readouterr().out
    assert main(["batch", str(file), "-o", str(tmp_path / "out.jsonl"), "--quiet", option]) == 0
    assert value in (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["analyze", str(file), "--day-first", "--month-first"])


def test_a_country_settles_its_currency(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text("بلغت تكلفة المشروع 5 ملايين ريال.", encoding="utf-8")
    units = {}
    for options in ([], ["--country", "SA"], ["--country", "YE"]):
        assert main(["analyze", str(file), "--format", "json", *options]) == 0
        units[tuple(options)] = [c["unit"] for c in json.loads(capsys.readouterr().out)["claims"]]
    assert list(units.values())[1:] == [["SAR"], ["YER"]]
    assert units[()] not in (["SAR"], ["YER"])
    assert main(["batch", str(file), "-o", str(tmp_path / "out.csv"), "--quiet", "--country", "SA"]) == 0
    assert "SAR" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    with pytest.raises(SystemExit) as stopped:
        main(["analyze", str(file), "--country", "KSA"])
    assert stopped.value.code == 2
    assert "two capital letters" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_of_a_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("shtab")
    assert main(["completion", shell]) == 0
    said = capsys.readouterr().out
    # What shtab writes for tcsh knows commands and files alone.
    for word in ("analyze", "report", "batch", *(("--month-first", "--input-format") if shell != "tcsh" else ())):
        assert word in said


def test_bash_completes_commands_options_and_choices(tmp_path: Path) -> None:
    pytest.importorskip("shtab")
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    script = tmp_path / "arnews.bash"
    script.write_bytes(run("completion", "bash").stdout)

    def completed(line: str) -> list[str]:
        words = line.split(" ")
        told = " ".join(f"'{word}'" for word in words)
        probe = f"source {script}; COMP_WORDS=({told}); COMP_CWORD={len(words) - 1}; _shtab_arnews; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        return subprocess.run(["bash", "-c", probe], capture_output=True, text=True, check=True).stdout.split()

    assert completed("arnews an") == ["analyze"]
    assert completed("arnews batch --mon") == ["--month-first"]
    assert completed("arnews analyze --format t") == ["table"]


def test_completion_without_its_extra_says_which(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 1
    assert capsys.readouterr().err == 'arnews: shtab is not installed: pip install "arnews[completion]"\n'


def test_a_report_that_cannot_be_written_is_one_line(heard: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(SEED), "-o", str(tmp_path / "no" / "report.html")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_html_is_a_page_of_its_own(heard: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", str(SEED), "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    import arnews.cli.batch

    monkeypatch.setattr(arnews.cli.batch, "_pipeline", lambda *options: Stub())


def test_batch_from_a_folder_to_lines_of_json(
    stub: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news", "أول.txt").write_text("دمشق", encoding="utf-8")
    Path("news", "ثان.txt").write_text("حلب", encoding="utf-8")
    assert main(["batch", "news", "-o", "out.jsonl"]) == 0
    assert [json.loads(line)["id"] for line in Path("out.jsonl").read_text("utf-8").splitlines()] == ["أول.txt", "ثان.txt"]
    assert capsys.readouterr().err == "out.jsonl: 2 articles\n"
    assert main(["batch", "news", "-o", "out.jsonl"]) == 1
    assert "--overwrite" in capsys.readouterr().err
    assert main(["batch", "news", "-o", "out.jsonl", "--resume", "--quiet"]) == 0


def test_batch_says_by_its_exit_code_that_some_articles_failed(stub: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "news.jsonl").write_text('{"text": "حلب"}\n{}\n', encoding="utf-8")
    assert main(["batch", str(tmp_path / "news.jsonl"), "-o", str(tmp_path / "out.csv")]) == 3
    said = capsys.readouterr().err
    assert "1 of them could not be read" in said
    assert "news.jsonl#2: 'text' is missing" in said
    assert main(["batch", str(tmp_path / "news.jsonl"), "-o", str(tmp_path / "out.csv"), "--quiet", "--overwrite"]) == 3
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["batch", "no-such-folder", "-o", "out.jsonl"], 1),
        (["batch", ".", "-o", "out.docx"], 2),
        (["batch", ".", "-o", "out.jsonl", "--encoding", "klingon"], 2),
        (["batch", ".", "-o", "out.jsonl", "--resume", "--overwrite"], 2),
        (["batch", ".", "-o", "no/such/out.jsonl"], 1),
        (["batch", "columns.csv", "-o", "out.jsonl"], 1),
    ],
)
def test_batch_errors_are_one_line(
    stub: None, words: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("columns.csv").write_text("title,body\n", encoding="utf-8")
    Path("a.txt").write_text("نص", encoding="utf-8")
    Path("columns.csv").touch()
    assert main(words) == code
    captured = capsys.readouterr()
    assert captured.err.startswith("arnews: ")
    assert captured.err.count("\n") == 1


def test_batch_reads_lines_from_standard_input(tmp_path: Path) -> None:
    done = run("batch", "-", "-o", str(tmp_path / "out.jsonl"), stdin='{"text": "زار لافروف موسكو أمس."}\n'.encode())
    assert (done.returncode, done.stdout) == (0, b""), done.stderr.decode()
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["id"] == "stdin#1"


def test_explain_names_the_rule_and_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "أعلنت وزارة الصحة مقتل 5 أشخاص أمس", "--published", "2025-07-12"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["where", "record", "id", "value", "rule", "text"]
    assert any("claim" in line and "killed 5" in line for line in lines)
    assert any("2025-07-11" in line for line in lines)
    assert any(line.startswith("      source:") and "وزارة الصحة" in line for line in lines)


def test_a_web_page_is_read_with_the_date_it_states(heard: list[tuple[str, date | None]], tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    body = "".join(f"<p>{s}</p>" for s in seed_text().split("\n")[8:] if s.strip())
    head = '<meta charset="utf-8"><meta property="article:published_time" content="2025-07-12T01:52:00+03:00"><title>عنوان</title>'
    page = tmp_path / "page.html"
    page.write_text(f"<html lang=ar><head>{head}</head><body><article><h1>عنوان</h1>{body}</article></body></html>", encoding="utf-8")
    assert main(["analyze", str(page)]) == 0
    text, published = heard[0]
    assert "سيرجي لافروف" in text
    assert "<p>" not in text
    assert str(published).startswith("2025-07-12")


def test_a_dead_worker_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from concurrent.futures.process import BrokenProcessPool

    import arnews.cli.batch

    class Dying:
        def pipe(self, items: object, n_process: int = 1) -> object:
            raise BrokenProcessPool

    monkeypatch.setattr(arnews.cli.batch, "_pipeline", lambda *options: Dying())
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    assert main(["batch", str(tmp_path), "-o", str(tmp_path / "out.jsonl"), "--workers", "2"]) == 1
    assert "--resume goes on" in capsys.readouterr().err


def test_two_workers_write_what_one_writes(tmp_path: Path) -> None:
    news = Path(__file__).parents[2] / "notebooks" / "news"
    for workers in ("1", "2"):
        assert main(["batch", str(news), "-o", str(tmp_path / f"{workers}.jsonl"), "--workers", workers, "--quiet"]) == 0
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    first = json.loads((tmp_path / "1.jsonl").read_text("utf-8").splitlines()[0])
    assert [c["quantity"]["best"] for c in first["analysis"]["claims"]][:2] == [12, 140]


def test_one_command_from_a_folder_to_parquet(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    news = Path(__file__).parents[2] / "notebooks" / "news"
    assert main(["batch", str(news), "-o", str(tmp_path / "facts.parquet"), "--quiet"]) == 0
    claims = parquet.read_table(tmp_path / "facts.parquet" / "claims").to_pylist()
    assert {c["article"] for c in claims} == {p.name for p in news.glob("*.txt")}
    assert any((c["kind"], c["best"], c["where_country"]) == ("injured", 140.0, "IR") for c in claims)
