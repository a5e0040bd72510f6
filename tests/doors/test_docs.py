"""The documentation: every block of Python runs and prints what stands under it, every command exists, the site builds clean."""

from __future__ import annotations

import contextlib
import doctest
import html
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
from arnews import records
from arnews.cli.parser import build_parser
from arnews.integrations.tables import COLUMNS
from arnews.records import SCHEMA_VERSION
from doors.browser import chromium, resize

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
            said = shlex.split(re.split("[<>]", line)[0], comments=True)
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


def test_the_index_leads_to_every_page() -> None:
    index = ROOT / "docs" / "index.md"
    linked = {(index.parent / target).resolve() for target in re.findall(r"\]\(([^)#:]+\.md)\)", index.read_text(encoding="utf-8"))}
    assert [str(page.relative_to(ROOT)) for page in PAGES if page not in linked and page != index] == []
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [str(page) for page in PAGES if page.relative_to(ROOT / "docs").as_posix() not in site] == []


def test_pages_in_arabic_say_what_the_english_ones_do() -> None:
    """The same examples with the same output, the same values of fields, columns that there are."""
    docs = ROOT / "docs"
    english, arabic = (blocks(docs / name) for name in ("tutorial.md", "ar/tutorial.md"))
    code = [body for kind, body in english if kind == "python"]
    assert [body for kind, body in arabic if kind == "python"][:-1] == code[:-1]
    rules = [re.findall(r"\*?\*?`([^`]+)`", (docs / name).read_text(encoding="utf-8")) for name in ("conventions.md", "ar/conventions.md")]
    latin = [{word for word in found if word.isascii()} for found in rules]
    assert latin[1] >= {"PERSON", "LOC", "ORG", "NORP", "MISC", "DATE", "TIME", "DURATION", "SET", "roles", "country", "part_of", "figures"}
    assert {word for word in latin[1] if word.isupper() and word not in {"EDTF"}} <= latin[0]
    tables = (docs / "ar" / "tables.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+)`", tables.split("## أعمدة جدول الأرقام")[1].split("\n## ")[0]))
    columns = {name for name, _ in COLUMNS["claims"]}
    assert named - columns <= {"asserted", "hedged", "planned", "denied", "when"}
    assert set(COLUMNS) <= set(re.findall(r"`([a-z_]+)`", tables))


def test_pages_say_how_an_extra_is_installed_from_a_clone() -> None:
    for page in [ROOT / "README.md", *PAGES]:
        assert 'pip install "arnews[' not in page.read_text(encoding="utf-8"), page
    extras = set(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"])
    named = {name for page in PAGES for name in re.findall(r'pip install "\.\[(\w+)\]"', page.read_text(encoding="utf-8"))}
    assert {"frames", "web", "spark", "spacy", "charts", "completion"} <= named <= extras


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site. Its build says everything that is wrong with a page as an error."""
    for library in ("mkdocs", "mkdocstrings", "griffe_pydantic"):
        if find_spec(library) is None:
            pytest.skip(f"{library} is not installed")
    folder = tmp_path_factory.mktemp("site")
    words = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.xdist_group("site")
def test_the_site_builds_without_warnings(site: Path) -> None:
    for page in ("index", "tutorial", "tables", "conventions"):
        name = "ar/index.html" if page == "index" else f"ar/{page}/index.html"
        assert 'dir="rtl"' in (site / name).read_text(encoding="utf-8")


@pytest.mark.xdist_group("site")
def test_the_site_has_a_sentence_for_every_field_and_every_public_name(site: Path) -> None:
    page = re.sub(r"<[^>]+>", "", (site / "reference" / "records" / "index.html").read_text(encoding="utf-8"))
    words = " ".join(html.unescape(page).split())
    for kind in vars(records).values():
        if isinstance(kind, type) and issubclass(kind, records.Record):
            for field in kind.model_fields.values():
                assert " ".join(str(field.description).replace("`", "").split()) in words
    anchors = "".join((site / "reference" / name / "index.html").read_text(encoding="utf-8") for name in ("records", "api"))
    for name in set(arnews.__all__) - {"__version__"} | {"NormalizedText", "Profile"}:
        assert re.search(rf'id="arnews\.[\w.]*\b{name}"', anchors), name


@pytest.mark.xdist_group("site")
def test_no_page_of_the_site_is_wider_than_a_phone(site: Path, tmp_path: Path) -> None:
    with chromium(tmp_path / "profile") as browser:
        for width in (390, 1280):
            resize(browser, width, 900)
            for page in sorted(site.rglob("index.html")):
                browser.get(page.as_uri())
                over = browser.execute_script("return document.documentElement.scrollWidth - innerWidth")
                assert over <= 0, (page, width)
        # The widest table of figures scrolls by itself.
        resize(browser, 390, 900)
        browser.get((site / "claims" / "index.html").as_uri())
        tables = "return [...document.querySelectorAll('article table')].map(t => [t, t.parentElement]).flat().some(e => e.scrollWidth > e.clientWidth)"
        assert browser.execute_script(tables)
