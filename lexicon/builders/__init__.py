"""One module for each domain of the lexicon. Each has ``build(sources) -> dict[str, Table]``."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Table(NamedTuple):
    """A run-time table: its column names and its rows, in the order in which they are written."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(columns: Iterable[str], rows: Iterable[Iterable[str]], *, sort: bool = True) -> Table:
    """A table with unique rows, sorted unless their order carries meaning. Raises ``ValueError`` on tabs, newlines or a short row."""
    names = tuple(columns)
    unique = list(dict.fromkeys(tuple(r) for r in rows))
    for row in unique:
        if len(row) != len(names) or any("\t" in cell or "\n" in cell for cell in row):
            raise ValueError(f"bad row for {names}: {row}")
    return Table(names, tuple(sorted(unique) if sort else unique))


def read(path: Path) -> list[dict[str, str]]:
    """A hand-written source: TSV with a header, lines that start with ``#`` left out. Every row must have its source and example."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if line.strip() and not line.startswith("#")]
    found = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for n, row in enumerate(found, 2):
        if None in row or None in row.values():
            raise ValueError(f"{path.name}: row {n} has the wrong number of cells: {row}")
        for column in ("source", "example"):
            if column in row and not row[column].strip():
                raise ValueError(f"{path.name}: row {n} has no {column}: {row}")
    return found
