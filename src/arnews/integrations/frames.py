"""Analyses as data frames: Arrow tables of fixed schema, and pandas and polars frames made from the same rows.

``pip install "arnews[frames]"`` brings pandas and pyarrow; polars is used where it is installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, get_args

from arnews.extras import need
from arnews.integrations import tables
from arnews.integrations.tables import COLUMNS, ColumnType, Row, TableName
from arnews.records import Analysis, Failure

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from arnews.integrations.events import Events

_ARTICLE: tuple[tuple[str, ColumnType], ...] = (("article", "string"),)
_WITH_ARTICLES = ("articles", *get_args(TableName))


def arrow_schema(table: str, *before: tuple[str, ColumnType]) -> pyarrow.Schema:
    """The Arrow schema of ``table`` (see ``tables.COLUMNS``), with the columns ``before`` in front."""
    tables.check(table, _WITH_ARTICLES)
    return schema_of((*before, *COLUMNS[table]))


def schema_of(columns: Sequence[tuple[str, ColumnType]]) -> pyarrow.Schema:
    """Columns as an Arrow schema."""
    pa = need("pyarrow", "frames")
    types = {
        "string": pa.string(),
        "int64": pa.int64(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "date": pa.date32(),
        "strings": pa.list_(pa.string()),
    }
    return pa.schema([(name, types[kind]) for name, kind in columns])


def _columns(rows: Iterable[Row], width: int) -> list[list[Any]]:
    columns: list[list[Any]] = [[] for _ in range(width)]
    for row in rows:
        for column, value in zip(columns, row, strict=True):
            column.append(value)
    return columns


def arrow_table(rows: Iterable[Row], schema: pyarrow.Schema) -> pyarrow.Table:
    """Rows in the order of ``schema`` as an Arrow table."""
    pa = need("pyarrow", "frames")
    columns = _columns(rows, len(schema))
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema)


# Whole numbers that may be missing, and days of any century: pandas' own nanosecond dates end in 2262.
_PANDAS = {"string": "str", "int64": "Int64", "float64": "float64", "bool": "bool", "date": "datetime64[s]", "strings": "object"}
_NEVER_MISSING = frozenset({"start", "end", "sentence_start", "sentence_end", "cue_start", "cue_end"})


def pandas_frame(rows: Iterable[Row], columns: Sequence[tuple[str, ColumnType]]) -> pandas.DataFrame:
    """Rows in the order of ``columns`` as a pandas frame."""
    pd = need("pandas", "frames")
    data = {}
    for (name, kind), values in zip(columns, _columns(rows, len(columns)), strict=True):
        dtype = "int64" if name in _NEVER_MISSING and None not in values else _PANDAS[kind]
        # Strings stay objects with None where nothing is known: pandas 2 and 3 then agree on what is missing.
        data[name] = pd.Series(values, dtype="object" if dtype == "str" else dtype)
    frame: pandas.DataFrame = pd.DataFrame(data, columns=[name for name, _ in columns])
    return frame


def to_frame(result: Analysis, table: TableName = "claims") -> pandas.DataFrame:
    """One table of an analysis as a pandas frame. Raises ``ValueError`` for an unknown table, ``ImportError`` without pandas."""
    return pandas_frame(tables.rows(result, table), COLUMNS[table])


def to_arrow(result: Analysis, table: TableName = "claims") -> pyarrow.Table:
    """One table of an analysis as an Arrow table of fixed schema."""
    return arrow_table(tables.rows(result, table), arrow_schema(table))


def to_polars(result: Analysis, table: TableName = "claims") -> polars.DataFrame:
    """One table of an analysis as a polars frame."""
    frame: polars.DataFrame = need("polars", "polars").from_arrow(to_arrow(result, table))
    return frame


class Collection:
    """Many analyses, with a name for each article: the same tables, with ``article`` in front.

    The table ``articles`` has a row for every article, also for those that failed (its ``error`` says why).
    """

    def __init__(self, items: Iterable[tuple[str, Analysis | Failure]]) -> None:
        self._items = tuple(items)

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[tuple[str, Analysis | Failure]]:
        return iter(self._items)

    def _rows(self, table: str) -> Iterator[Row]:
        tables.check(table, _WITH_ARTICLES)
        return chain.from_iterable(keyed_rows(key, result, table) for key, result in self._items)

    def to_frame(self, table: str = "claims") -> pandas.DataFrame:
        """A table of all articles as a pandas frame; see ``Analysis.to_frame``."""
        return pandas_frame(self._rows(table), (*_ARTICLE, *COLUMNS[table]))

    def to_arrow(self, table: str = "claims") -> pyarrow.Table:
        """A table of all articles as an Arrow table."""
        return arrow_table(self._rows(table), arrow_schema(table, *_ARTICLE))

    def to_polars(self, table: str = "claims") -> polars.DataFrame:
        """A table of all articles as a polars frame."""
        frame: polars.DataFrame = need("polars", "polars").from_arrow(self.to_arrow(table))
        return frame

    def events(self, *, window: int = 14) -> Events:
        """What the articles report of each occurrence, joined; ``window`` is how many days an event waits for its next report.

        See the page on events for the rules. Raises ``ValueError`` for a window of less than a day.
        """
        from arnews.events import find_events
        from arnews.integrations.events import Events

        return Events(find_events(self, window=window))

    def _repr_html_(self) -> str:
        from arnews.display.collection import to_html

        return to_html(self._items)

    def __repr__(self) -> str:
        claims = sum(len(r.claims) for _, r in self._items if isinstance(r, Analysis))
        failed = sum(isinstance(r, Failure) for _, r in self._items)
        return f"<Collection of {len(self)} articles, {claims} claims{f', {failed} failed' if failed else ''}>"


def keyed_rows(key: str, result: Analysis | Failure, table: str) -> Iterator[Row]:
    """The rows of one article in a table of many: its key in front. A failure has a row in ``articles`` only."""
    if isinstance(result, Analysis):
        return ((key, *row) for row in tables.rows(result, table))
    if table != "articles":
        return iter(())
    # zero-length lists of authors and zero counts would say that the article was read and nothing was in it
    return iter(((key, *(None for _ in COLUMNS["articles"][:-1]), f"{result.error}: {result.message}"),))


def collect(results: Iterable[Analysis | Failure], names: Iterable[str] | None = None) -> Collection:
    """Many analyses (what ``Pipeline.pipe`` gives) as one collection with tables.

    ``names`` names the articles in the same order; left out, they are numbered from ``0``. Raises ``ValueError`` where the
    two are not equally many.
    """
    found = list(results)
    keys = [str(i) for i in range(len(found))] if names is None else [str(name) for name in names]
    if len(keys) != len(found):
        raise ValueError(f"{len(found)} results but {len(keys)} names")
    return Collection(zip(keys, found, strict=True))
