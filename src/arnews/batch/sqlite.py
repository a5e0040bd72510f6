"""All tables in one SQLite file, for Datasette and for every language that has SQLite: rows point to their article.

What a run of arnews wrote before it was killed is kept up to the last checkpoint, which counts the articles.
"""

from __future__ import annotations

import json
import math
import os
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from arnews.batch.writers import TABLES, Result
from arnews.integrations import frames
from arnews.integrations.tables import COLUMNS

_TYPES = {"string": "TEXT", "int64": "INTEGER", "float64": "REAL", "bool": "INTEGER", "date": "TEXT", "strings": "TEXT"}
_LARGEST = 2**63
# Found by their article, counted by their kind: what a person asks first.
_INDEXED = {
    "claims": ("article_id", "kind"),
    "quotes": ("article_id",),
    "entities": ("article_id", "type"),
    "mentions": ("article_id",),
    "dates": ("article_id",),
}


def _schema() -> Iterator[str]:
    for table in TABLES:
        columns = ", ".join(f'"{name}" {_TYPES[kind]}' for name, kind in COLUMNS[table])
        first = "id INTEGER PRIMARY KEY" if table == "articles" else "article_id INTEGER NOT NULL REFERENCES articles(id)"
        yield f'CREATE TABLE {table} ({first}, "article" TEXT NOT NULL, {columns})'
        for column in _INDEXED.get(table, ()):
            yield f"CREATE INDEX {table}_{column} ON {table} ({column})"


def value(given: Any) -> Any:
    """A value of a row as SQLite holds it: days as ISO strings, lists as JSON, which Datasette counts by item."""
    if isinstance(given, date):
        return given.isoformat()
    if isinstance(given, list):
        return json.dumps(given, ensure_ascii=False)
    if isinstance(given, str):
        return given.encode("utf-8", "replace").decode("utf-8")
    if isinstance(given, int) and abs(given) >= _LARGEST:
        return float(given)
    return None if isinstance(given, float) and math.isnan(given) else given


class Sqlite:
    """A file with a table for each kind of record; ``article_id`` leads to the row of the article."""

    chunk = 50

    def __init__(self, part: Path) -> None:
        self._part = part

    def start(self, position: int) -> None:
        """Open the file at ``position`` articles; rows of later ones were not yet counted as written and go."""
        self._articles = position
        if position == 0:
            # A journal that a killed run left belongs to its file; beside a new one it would damage it.
            for path in (self._part, self._part.with_name(self._part.name + "-journal")):
                path.unlink(missing_ok=True)
        self._file = sqlite3.connect(self._part, isolation_level=None)
        if position == 0:
            for statement in _schema():
                self._file.execute(statement)
            return
        for table in TABLES:
            self._file.execute(f"DELETE FROM {table} WHERE {'id' if table == 'articles' else 'article_id'} > ?", (position,))

    def write(self, results: Sequence[Result]) -> int:
        """Write one chunk as one transaction."""
        self._file.execute("BEGIN")
        for key, result in results:
            self._articles += 1
            for table in TABLES:
                rows = [(self._articles, *map(value, row)) for row in frames.keyed_rows(key, result, table)]
                places = ", ".join("?" * (len(COLUMNS[table]) + 2))
                self._file.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
        self._file.execute("COMMIT")
        return self._articles

    def finish(self) -> None:
        """Write the file anew without the traces of a run that was stopped: the same rows give the same bytes."""
        whole = self._part.with_name(self._part.name + ".whole")
        whole.unlink(missing_ok=True)
        self._file.execute("VACUUM INTO ?", (str(whole),))
        self._file.close()
        with whole.open("r+b") as file:
            os.fsync(file.fileno())
        whole.replace(self._part)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
