"""The documentation: every block of Python runs and prints what stands under it, every command exists, the site builds clean."""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import re
import shlex
import subprocess
import sys
import tomllib
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

import arnews
from arnews.cli.parser import build_parser
from arnews.integrations.tables import COLUMNS
from arnews.records import SCHEMA_VERSION

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
BLOCK = re.compile(r"^```(\S+|\{[^}]*\})\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LIBRARIES = ("pandas", "pyarrow", "duckdb", "spacy", "altair", "trafilatura")


def blocks(page: Path) -> list[tuple[str, str]]:
    return [(m[1], m[2]) for m in BLOCK.finditer(page.read_text(encoding="utf-8"))]


def words(text: str) -> list[list[str]]:
    """Lines as lists of words: the padding of a printed table differs with the width of its font."""
    return [line.split() for line in text.strip().splitlines()]


@pytest.mark.parametrize("page", [p for p in PAGES if any(k == "python" for k, _ in blocks(p))], ids=lambda p: p.stem)
def test_examples_run_and_print_what_is_printed(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code = "".join(body for kind, body in blocks(page) if kind == "python")
    for library in LIBRARIES:
        if re.search(rf"\b{library}\b|to_frame|to_arrow" if library in {"pandas", "pyarrow"} else rf"\b{library}\b", code):
            pytest.importorskip(library)
    if "from_html" in code:
        pytest.importorskip("trafilatura")
    namespace: dict[str, object] = {"__name__": "example"}
    found = blocks(page)
    for (kind, body), (next_kind, expected) in zip(found, [*found[1:], ("", "")], strict=True):
        if kind != "python":
            continue
        if body.startswith(">>>"):
            session = doctest.DocTestParser().get_doctest(body, namespace, page.stem, str(page), 0)
            assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(session, clear_globs=False).failed == 0
            continue
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(body, str(page), "exec"), namespace)
        if next_kind == "text":
            assert words(out.getvalue()) == words(expected)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_commands_exist(page: Path) -> None:
    for kind, body in blocks(page):
        for line in body.splitlines() if kind == "sh" else ():
            said = shlex.split(line.split("<")[0], comments=True)
            if said and said[0] == "arnews" and said[1:] != ["--version"]:
                build_parser().parse_args(said[1:])


def test_the_columns_are_those_of_the_page() -> None:
    page = (ROOT / "docs" / "reference" / "tables.md").read_text(encoding="utf-8")
    for table, columns in COLUMNS.items():
        section = page.split(f"\n## {table}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)` \| (\w+) \|$", section, re.MULTILINE) == [*columns]


def test_the_comparison_says_what_arnews_gives() -> None:
    page = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8")
    dates = re.findall(r"^\| `([^`]+)` \| [^|]+ \| `([\d/-]+)` \|$", page, re.MULTILINE)
    numbers = re.findall(r"^\| `([^`]+)` \| \d+ \| (\d+) \|$", page, re.MULTILINE)
    assert len(dates) == 7
    assert len(numbers) == 5
    for words_, value in dates:
        assert [d.value for d in arnews.extract_dates(words_, published=date(2025, 7, 12))] == [value]
    for words_, value in numbers:
        assert [n.quantity.best for n in arnews.extract_numbers(words_)] == [int(value)]


def test_the_published_schema_is_that_of_the_records() -> None:
    published = ROOT / "docs" / "schema" / f"analysis-{SCHEMA_VERSION}.json"
    # After a change: raise SCHEMA_VERSION (docs/reference/records.md says when), then `arnews schema > docs/schema/analysis-X.Y.json`.
    assert json.loads(published.read_text(encoding="utf-8")) == arnews.json_schema()


def test_the_citation_is_of_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = dict(re.findall(r"^([\w-]+): (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE))
    assert (said["version"], said["license"]) == (project["version"], project["license"])
    assert arnews.__version__ == project["version"]


def test_links_lead_to_files() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).resolve().exists(), f"{page}: {target}"


def test_the_site_builds_without_warnings(tmp_path: Path) -> None:
    if find_spec("mkdocs") is None or find_spec("mkdocstrings") is None:
        pytest.skip("mkdocs is not installed")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert 'dir="rtl"' in (tmp_path / "ar" / "index.html").read_text(encoding="utf-8")
