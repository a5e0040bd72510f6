"""The house stands as drawn: imports go one way, nothing foreign comes in by the base door, nothing happens at import."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "arnews"
MODULES = sorted(PACKAGE.rglob("*.py"))

# A room may import from rooms with a lower number, and from itself.
LEVEL = {
    "records": 0, "context": 0, "lexicon": 0, "extras": 0,
    "text": 1, "labels": 1, "recognizers": 2,
    "numbers": 2, "grammar": 2, "dates": 3, "entities": 3,
    "speech": 4,
    "claims": 5,
    "pipeline": 6, "events": 6,
    "integrations": 7, "explanation": 7,
    "api": 8, "batch": 8, "display": 8,
    "cli": 9,
}  # fmt: skip
# Imported inside a function that only a door calls: the method that a user looks for on a record, the lazy public names.
DOORS = {("records", "display"), ("records", "integrations"), ("records", "labels"), ("integrations", "display")}
# Import name of each base dependency and of what it brings with it.
BASE = {"pydantic", "pydantic_core", "pyarabic", "hijridate", "numpy", "threadpoolctl"}


def room(module: Path) -> str:
    first = module.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(module: Path, *, top_level: bool) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    hidden = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    typing = [n for n in ast.walk(tree) if isinstance(n, ast.If) and ast.unparse(n.test).endswith("TYPE_CHECKING")]
    inside = {id(x) for n in (hidden + typing) for x in ast.walk(n)}
    found: set[str] = set()
    for node in ast.walk(tree):
        if (id(node) in inside) is top_level:
            continue
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{a.name}" for a in node.names} if node.module == "arnews" else {node.module}
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_imports_go_one_way(module: Path) -> None:
    here = room(module)
    if here in {"__init__", "__main__"}:
        return
    for top_level in (True, False):
        for name in imports(module, top_level=top_level):
            if not name.startswith("arnews."):
                continue
            there = name.split(".")[1]
            if there == here or (not top_level and (here, there) in DOORS):
                continue
            assert there in LEVEL, f"{there} has no place in the house"
            assert LEVEL[there] < LEVEL[here], f"{here} reaches up to {there}"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_nothing_is_imported_that_the_base_install_lacks(module: Path) -> None:
    foreign = {n.split(".")[0] for n in imports(module, top_level=True)} - set(sys.stdlib_module_names) - {"arnews"}
    if room(module) not in {"integrations", "recognizers"}:
        assert foreign <= BASE
    elif foreign - BASE:
        assert module.name != "__init__.py"
        assert module.stem in {"spark", "spacy", "frames", "html", "camel", "transformers", "spacy_model"}


def test_base_dependencies_are_the_ones_declared() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {d.split(">")[0].split("=")[0].strip() for d in declared}
    assert names == BASE - {"pydantic_core"}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_modules_stay_small(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 400


def test_importing_arnews_loads_nothing_heavy() -> None:
    code = "import sys, arnews; print(sorted({m.split('.')[0] for m in sys.modules} & {'pydantic','numpy','spacy','torch','pandas','hijridate'}))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"
