"""The README's first screen is true: its code runs and prints what the README says, its commands are there."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import runpy
from pathlib import Path

import pytest

from arnews.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_first_example_prints_what_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = BLOCK.findall(README)
    code = next(body for language, body in blocks if language == "python")
    said = next(body for language, body in blocks if language == "text")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})
    assert out.getvalue() == said


def test_the_table_of_claims_is_what_batch_writes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    command = re.search(r"^arnews (batch .+?) -o claims.csv", README, re.MULTILINE)
    table = re.search(r"<!-- claims -->\n(.*?)<!-- /claims -->", README, re.DOTALL)
    assert command is not None
    assert table is not None
    monkeypatch.chdir(ROOT)
    assert main([*command[1].split(), "-o", str(tmp_path / "claims.csv"), "--quiet"]) == 0
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as lines:
        written = list(csv.DictReader(lines))
    names, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1].splitlines()]
    assert len(rows) >= 4
    for row in rows:
        assert row in [[found[name] for name in names] for found in written]


def test_the_first_screen_shows_the_table_and_says_what_is_wrong_before_what_is_fast() -> None:
    assert README.index("article.png") < README.index("arnews batch") < README.index("```python")
    assert README.index("<!-- gold -->") < README.index("<!-- footprint -->") < README.index("<!-- compare -->")


def test_the_page_of_an_index_leads_nowhere_that_is_not_there() -> None:
    index_page = runpy.run_path(str(ROOT / "release" / "index_page.py"))["index_page"]
    target = re.compile(r"\]\((?!https://)[^)]*\)")
    assert target.search(README)
    alone = index_page(README, None)
    assert not target.search(alone)
    assert "![" not in alone
    assert "<!--" not in alone
    assert "How well it reads" in alone
    known = index_page(README, "https://example.org/arnews/")
    assert not target.search(known)
    assert "(https://example.org/arnews/docs/images/article.png)" in known
    assert "https://docs.pydantic.dev" in alone


def test_the_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= targets
    assert {"demo", "test"} <= set(re.findall(r"^make ([a-z]+)", README, re.MULTILINE))
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test" in ci
    assert "make demo" in ci
