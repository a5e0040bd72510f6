"""Outputs that survive a kill: whatever was not yet a full chunk is cut off when the run is taken up again.

A writer gets its articles in chunks of fixed length. The same articles in the same chunks give the same bytes, so a run
that was killed and resumed ends byte for byte as one that was not.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal, Protocol

from arnews.integrations import frames
from arnews.integrations.tables import COLUMNS
from arnews.records import Analysis, Failure

Format = Literal["jsonl", "csv", "parquet", "sqlite"]
Result = tuple[str, Analysis | Failure]
TABLES = ("articles", "claims", "quotes", "entities", "mentions", "dates", "figures", "warnings")
# Spreadsheets run a cell that begins so as a formula; a quote before it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What some of them take off before they look: spaces, and characters that show nothing.
_UNSEEN = (
    " \u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\u061c\ufeff\x00\x0b\x0c\x1f"
)


class Writer(Protocol):
    """Writes chunks into an unfinished output at ``part``."""

    chunk: int

    def start(self, position: int) -> None:
        """Open the unfinished output at ``position`` (0 for a new one), dropping whatever stands after it."""

    def write(self, results: Sequence[Result]) -> int:
        """Write one chunk so that it is on the disk, and return the position after it."""

    def finish(self) -> None:
        """Make the output what an undisturbed run gives, after the last chunk."""

    def close(self) -> None:
        """Close the output."""


def json_line(key: str, result: Analysis | Failure) -> str:
    """One article as a line of JSON: ``id``, then ``analysis`` or ``error``, of which the other is null."""
    if isinstance(result, Analysis):
        return f'{{"id":{json.dumps(key, ensure_ascii=False)},"error":null,"analysis":{result.model_dump_json()}}}\n'
    error = {"type": result.error, "message": result.message.encode("utf-8", "replace").decode("utf-8")}
    return json.dumps({"id": key, "error": error, "analysis": None}, ensure_ascii=False, separators=(",", ":")) + "\n"


def cell(value: Any) -> str:
    """A value as a CSV cell that no spreadsheet runs as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.15g}" if isinstance(value, float) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.lstrip(_UNSEEN).startswith(_FORMULA) else text


class _Lines:
    """A file that grows by whole chunks; with ``.gz`` each chunk is a gzip member of its own."""

    chunk = 50

    def __init__(self, part: Path, compressed: bool) -> None:
        self._part = part
        self._compressed = compressed

    def start(self, position: int) -> None:
        self._file = self._part.open("r+b" if self._part.exists() else "x+b")
        self._file.truncate(position)
        self._file.seek(position)

    def _append(self, data: bytes) -> int:
        # mtime 0: the hour of writing would make equal outputs differ.
        self._file.write(gzip.compress(data, mtime=0) if self._compressed else data)
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def finish(self) -> None:
        """Lines are whole as they are."""

    def close(self) -> None:
        self._file.close()


class JsonLines(_Lines):
    """One line of JSON for each article."""

    def write(self, results: Sequence[Result]) -> int:
        """Append one chunk."""
        return self._append("".join(json_line(key, result) for key, result in results).encode("utf-8"))


class Csv(_Lines):
    """One table for a spreadsheet: UTF-8 with a byte order mark, which Excel needs to see the Arabic."""

    def __init__(self, part: Path, compressed: bool, table: str) -> None:
        super().__init__(part, compressed)
        self._table = table

    def start(self, position: int) -> None:
        """Open the file; a new one gets the names of the columns, which stand before the first checkpoint."""
        super().start(position)
        self._header = position == 0

    def write(self, results: Sequence[Result]) -> int:
        """Append one chunk."""
        out = io.StringIO()
        lines = csv.writer(out, lineterminator="\r\n")
        if self._header:
            out.write("\ufeff")
            lines.writerow(["article", *(name for name, _ in COLUMNS[self._table])])
            self._header = False
        for key, result in results:
            lines.writerows([cell(v) for v in row] for row in frames.keyed_rows(key, result, self._table))
        return self._append(out.getvalue().encode("utf-8"))


class Parquet:
    """A folder with a folder for each table, in parts: ``claims/part-00000.parquet``. Read it with ``claims/*.parquet``."""

    chunk = 1000

    def __init__(self, part: Path) -> None:
        self._part = part
        self._schemas = {table: frames.arrow_schema(table, ("article", "string")) for table in TABLES}

    def start(self, position: int) -> None:
        """Make the folders; parts at ``position`` and after it were not yet counted as written and go."""
        self._position = position
        for table in TABLES:
            folder = self._part / table
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.iterdir():
                if old.name >= f"part-{position:05}.parquet":
                    old.unlink()

    def write(self, results: Sequence[Result]) -> int:
        """Write one part of each table."""
        from pyarrow import parquet

        for table in TABLES:
            rows = [row for key, result in results for row in frames.keyed_rows(key, result, table)]
            path = self._part / table / f"part-{self._position:05}.parquet"
            parquet.write_table(frames.arrow_table(rows, self._schemas[table]), path, compression="zstd")
            with path.open("r+b") as file:
                os.fsync(file.fileno())
        self._position += 1
        return self._position

    def finish(self) -> None:
        """Parts are whole as they are."""

    def close(self) -> None:
        """Nothing stays open between parts."""


def writer(part: Path, output: Path, format_: Format, table: str = "claims") -> Writer:
    """The writer of ``format_`` for the unfinished output ``part``; a file name that ends in ``.gz`` is compressed."""
    if format_ == "parquet":
        return Parquet(part)
    if format_ == "sqlite":
        from arnews.batch.sqlite import Sqlite

        return Sqlite(part)
    compressed = output.suffix == ".gz"
    return Csv(part, compressed, table) if format_ == "csv" else JsonLines(part, compressed)
