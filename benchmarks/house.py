"""The inside of the house: how tangled its functions are, by room, and which modules still hold Arabic words.

    python benchmarks/house.py              the table: lines, functions above a complexity of 10, 15 and 20, Arabic words in code
    python benchmarks/house.py --update     write the exceptions anew: they may only become fewer and smaller

Complexity is radon's, which counts boolean operators. Above 15 a function must stand in ``benchmarks/house.tsv`` with its complexity; a
module that holds Arabic words outside docstrings, with how many. Sets of single letters (``key[0] in "بل"``, ``lstrip("وف")``) are none.
``tests/test_house.py`` holds the house to the file.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

from radon.complexity import cc_visit

PACKAGE = Path(__file__).parents[1] / "src" / "arnews"
FILE = Path(__file__).with_name("house.tsv")
MOST = 15
_WORD = re.compile("[\u0621-\u064a\u0671-\u06d3]{2,}")
_LETTERS = frozenset({"strip", "lstrip", "rstrip"})


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def complexities(module: Path) -> Iterator[tuple[str, int]]:
    """Every function and method of a module, with its complexity."""
    for block in cc_visit(module.read_text(encoding="utf-8")):
        for one in (block, *getattr(block, "closures", ())):
            if one.letter in "FM":
                yield one.fullname, one.complexity


def words(module: Path) -> list[str]:
    """Arabic words in the strings of a module, docstrings and sets of letters aside."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    aside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            aside.add(id(node.value))  # docstrings
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            aside.add(id(node.comparators[0]))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _LETTERS:
            aside.update(id(a) for a in node.args)
        elif isinstance(node, ast.JoinedStr):
            aside.update(id(v) for v in node.values)
    strings = (n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in aside)
    return [w for s in strings if "[" not in s for w in _WORD.findall(s)]


def measured() -> dict[tuple[str, str], int]:
    """What needs an exception: ``(kind, name)`` and how much of it."""
    out: dict[tuple[str, str], int] = {}
    for module in modules():
        here = name_of(module)
        out |= {("complexity", f"{here}:{function}"): n for function, n in complexities(module) if n > MOST}
        if found := words(module):
            out["words", here] = len(found)
    return out


def allowed() -> dict[tuple[str, str], int]:
    rows = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {(kind, name): int(n) for kind, name, n in rows}


def table() -> str:
    """A row for each room."""
    rooms: dict[str, list[int]] = {}
    for module in modules():
        row = rooms.setdefault(name_of(module).split("/")[0].removesuffix(".py"), [0] * 6)
        found = [n for _, n in complexities(module)]
        more = [len(module.read_text(encoding="utf-8").splitlines()), len(found)]
        more += [sum(n > most for n in found) for most in (10, 15, 20)] + [len(words(module))]
        rooms[name_of(module).split("/")[0].removesuffix(".py")] = [a + b for a, b in zip(row, more, strict=True)]
    lines = ["| room | lines | functions | above 10 | above 15 | above 20 | Arabic words |", "|---|---:|---:|---:|---:|---:|---:|"]
    lines += [f"| {room} | " + " | ".join(f"{n:,}" for n in row) + " |" for room, row in sorted(rooms.items())]
    whole = [sum(column) for column in zip(*rooms.values(), strict=True)]
    return "\n".join([*lines, "| all | " + " | ".join(f"{n:,}" for n in whole) + " |"]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="write the exceptions of today")
    if parser.parse_args().update:
        head = "# What exceeds the rules of the house today, written by benchmarks/house.py; it may only become less.\n"
        rows = [f"{kind}\t{name}\t{n}\n" for (kind, name), n in sorted(measured().items())]
        FILE.write_text(head + "".join(rows), encoding="utf-8")
    print(table(), end="")


if __name__ == "__main__":
    main()
