"""Every notebook runs from top to bottom, and is committed without outputs."""

from __future__ import annotations

import base64
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
NEEDS = {"01": ["pandas", "altair"], "02": ["pandas", "pyarrow", "duckdb", "altair"], "03": ["spacy"]}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_is_committed_without_outputs(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert [c["outputs"] for c in cells if c["cell_type"] == "code" and c["outputs"]] == []


def test_the_extra_of_notebooks_brings_what_they_import() -> None:
    extras = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    inner = [name for line in extras["notebook"] if (m := re.match(r"arnews\[(.+)\]", line)) for name in m[1].split(",")]
    brought = {re.split(r"[><=\[]", line)[0] for name in ("notebook", *inner) for line in extras[name]}
    for path in NOTEBOOKS[:2]:
        code = "\n".join("".join(c["source"]) for c in json.loads(path.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code")
        foreign = (
            {name.split(".")[0] for name in re.findall(r"^(?:import|from) ([\w.]+)", code, re.MULTILINE)}
            - set(sys.stdlib_module_names)
            - {"arnews"}
        )
        assert foreign | set(NEEDS[path.stem[:2]]) <= brought
    assert "duckdb" in brought


def run(path: Path) -> list[dict[str, Any]]:
    """The outputs of each code cell, in order. A cell that raises fails the test with its traceback."""
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    for library in NEEDS[path.stem[:2]]:
        pytest.importorskip(library)
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cell: dict[str, Any], kind: str = "text/plain") -> str:
    outputs = cell["outputs"]
    return "".join(o.get("text", "") if o["output_type"] == "stream" else o["data"].get(kind, "") for o in outputs)


@pytest.fixture(scope="module")
def first() -> list[dict[str, Any]]:
    return run(next(p for p in NOTEBOOKS if p.stem.startswith("01")))


def test_two_cells_lead_to_a_highlighted_article(first: list[dict[str, Any]]) -> None:
    html = shown(first[1], "text/html")
    assert 'dir="rtl"' in html
    assert '<mark class="PERSON"' in html
    assert "Sergey Lavrov" in html
    assert "25,000–30,000" in html


def test_the_first_notebook_tells_who_when_and_how_many(first: list[dict[str, Any]]) -> None:
    said = "\n".join(shown(cell) for cell in first)
    for fact in ("Kim Jong Un", "2025-07-11", "2024-11", "25,000–30,000 | low, best, high: 25000 None 30000", "تقارير استخباراتية", "None"):
        assert fact in said
    assert all(o["output_type"] != "stream" or o["name"] != "stderr" for cell in first for o in cell["outputs"])


def test_charts_of_a_notebook_hold_a_picture(first: list[dict[str, Any]]) -> None:
    pytest.importorskip("vl_convert")
    for cell in first[-2:]:
        assert base64.b64decode(shown(cell, "image/png")).startswith(b"\x89PNG")


@pytest.mark.parametrize("path", [p for p in NOTEBOOKS if not p.stem.startswith("01")], ids=lambda p: p.stem)
def test_the_other_notebooks_run(path: Path) -> None:
    cells = run(path)
    assert all(cell["outputs"] for cell in cells if not cell["source"].rstrip().endswith(")") or "print" in cell["source"])
    if path.stem.startswith("02"):
        said = "\n".join(shown(cell) for cell in cells)
        for fact in ("31", "Cairo", "troops", "hedged"):
            assert fact in said
