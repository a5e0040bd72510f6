"""arnews on a cluster: articles of a Spark DataFrame into tables of claims, entities and dates.

``analyze_df`` uses ``mapInArrow``; the function from record batch to record batch under it, ``Analyzer``, is as good for
Ray's ``map_batches(batch_format="pyarrow")`` and for Dask. Needs the extra ``spark`` (or only ``pyarrow`` for ``Analyzer``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from arnews.integrations import frames, tables
from arnews.integrations.tables import ColumnType, TableName
from arnews.records import Analysis, Failure

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

_KEY: tuple[str, ColumnType] = ("article", "string")
_RESULT: tuple[tuple[str, ColumnType], ...] = (("analysis", "string"), ("error", "string"))
_DDL = "`article` string, `analysis` string, `error` string"


@cache
def _pipeline() -> Any:
    # One for each Python worker process, which Spark keeps and reuses.
    from arnews.pipeline import Pipeline

    return Pipeline()


class Analyzer:
    """Reads the articles of a record batch: a picklable function ``RecordBatch -> RecordBatch``.

    The batch it takes has a column of texts and, where named, columns of publication dates (date, timestamp, or ISO
    string) and of ids. The batch it gives has ``article`` (the id, or null), ``analysis`` (the JSON of ``Analysis``) and ``error``,
    one row for each row taken, in order; a row that cannot be read has an ``error`` and no ``analysis``.

    ``pipeline`` makes the pipeline, once for each process; left out, it is ``arnews.Pipeline()``.
    """

    def __init__(
        self,
        text_col: str = "text",
        published_col: str | None = None,
        id_col: str | None = None,
        pipeline: Callable[[], Any] = _pipeline,
    ) -> None:
        self._columns = (text_col, published_col, id_col)
        self._pipeline = pipeline

    def __call__(self, batch: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
        """Read one batch (a ``Table`` is taken too, as Ray gives it, and a ``Table`` given back)."""
        import pyarrow as pa

        text, published, key = (self._values(batch, name) for name in self._columns)
        pipeline = self._pipeline()
        keys, analyses, errors = [], [], []
        for t, p, k in zip(text, published, key, strict=True):
            result = _read(pipeline, t, p)
            keys.append(None if k is None else str(k))
            analyses.append(result.model_dump_json() if isinstance(result, Analysis) else None)
            errors.append(f"{result.error}: {result.message}" if isinstance(result, Failure) else None)
        columns = [pa.array(values, pa.string()) for values in (keys, analyses, errors)]
        make = pa.table if isinstance(batch, pa.Table) else pa.RecordBatch.from_arrays
        return make(columns, names=[_KEY[0], *(name for name, _ in _RESULT)])

    def batches(self, batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        """The same over a stream of batches: what ``mapInArrow`` takes."""
        return map(self, batches)

    @staticmethod
    def _values(batch: pyarrow.RecordBatch, name: str | None) -> list[Any]:
        if name is None:
            return [None] * batch.num_rows
        if name not in batch.schema.names:
            raise ValueError(f"no column {name!r}; there are {', '.join(batch.schema.names)}")
        values: list[Any] = batch.column(name).to_pylist()
        return values


def _read(pipeline: Any, text: Any, published: Any) -> Analysis | Failure:
    try:
        return pipeline.analyze(text, _moment(published))  # type: ignore[no-any-return]
    except Exception as error:  # a poisoned row must not fail its task, and so the job
        message = str(error).encode("utf-8", "replace").decode("utf-8")
        return Failure(index=0, error=type(error).__name__, message=message)


def _moment(value: Any) -> date | datetime | None:
    if isinstance(value, datetime):
        # Timestamps are how many sources store a day.
        return value if value.time() != time() else value.date()
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str):
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    raise TypeError(f"a publication date is a date, a timestamp or an ISO string, not {type(value).__name__}")


class TableRows:
    """Rows of one table out of what ``Analyzer`` gave: a picklable function ``RecordBatch -> RecordBatch``."""

    def __init__(self, table: str) -> None:
        tables.check(table, ("articles", *get_args(TableName)))
        self._table = table

    def __call__(self, batch: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
        """The rows of all articles in one batch."""
        import pyarrow as pa

        schema = frames.arrow_schema(self._table, _KEY)
        columns = (batch.column(name).to_pylist() for name in (_KEY[0], "analysis", "error"))
        rows = [row for k, a, e in zip(*columns, strict=True) for row in frames.keyed_rows(k, _parsed(a, e), self._table)]
        values = zip(*rows, strict=True) if rows else ([] for _ in schema)
        return pa.RecordBatch.from_arrays([pa.array(list(v), f.type) for v, f in zip(values, schema, strict=True)], schema=schema)

    def batches(self, batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        """The same over a stream of batches."""
        return map(self, batches)


def _parsed(analysis: str | None, error: str | None) -> Analysis | Failure:
    if analysis is not None:
        return Analysis.model_validate_json(analysis)
    kind, _, message = (error or "").partition(": ")
    return Failure(index=0, error=kind, message=message)


def analyze_df(
    df: DataFrame,
    text_col: str = "text",
    published_col: str | None = None,
    id_col: str | None = None,
    pipeline: Callable[[], Any] = _pipeline,
) -> DataFrame:
    """``df`` read: a DataFrame of ``article``, ``analysis`` (JSON) and ``error``, one row for each row of ``df``.

    Cache or write it before making several tables from it, or the articles are read once for each. Raises ``ValueError``
    for a column that ``df`` does not have.
    """
    for name in (text_col, published_col, id_col):
        if name is not None and name not in df.columns:
            raise ValueError(f"no column {name!r}; there are {', '.join(df.columns)}")
    wanted = [name for name in dict.fromkeys((text_col, published_col, id_col)) if name is not None]
    return df.select(*wanted).mapInArrow(Analyzer(text_col, published_col, id_col, pipeline).batches, _DDL)


def table(analyzed: DataFrame, name: str = "claims") -> DataFrame:
    """One table (``articles``, ``claims``, ``quotes``, ``entities``, ``mentions``, ``dates`` …) out of what ``analyze_df`` gave."""
    return analyzed.select("article", "analysis", "error").mapInArrow(TableRows(name).batches, tables.ddl(name, _KEY))


def all_tables(analyzed: DataFrame) -> Mapping[str, DataFrame]:
    """Every table by its name; nothing is computed before one is used."""
    return {name: table(analyzed, name) for name in ("articles", *get_args(TableName))}
