"""Articles out of files: one from each text or web page, many from a table. What cannot be read becomes an error in its place."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, BinaryIO

from arnews.batch.sources import InputError, Source, find_sources
from arnews.dates.moment import read_moment
from arnews.records import Warning
from arnews.text.encoding import Decoded, decode_bytes

__all__ = ["Article", "Columns", "InputError", "Source", "find_sources", "read_articles"]

_LONGEST_CELL = 2**31 - 1
_SHOWN = 80
_BLOCK = 2**20
_DELIMITERS = ",;\t|،"
_SEPARATOR = re.compile(r"\ufeff?sep=(.)\s*$")
# One article, or one line of a table: more is none, and what a small compressed file can grow to has no end.
_LARGEST = 64 * 2**20
_INFLATED, _RATIO = 256 * 2**20, 100


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns (or JSON fields) that hold the text, an id, and the publication date; the last two are optional.

    ``day_first`` reads a date ``3/7/2025`` in that column as 3 July.
    """

    text: str = "text"
    id: str | None = None
    published: str | None = None
    day_first: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """One article to read: its id, its text and publication date with warnings about them, or the error in their place."""

    id: str
    text: str = ""
    published: date | datetime | None = None
    error: str | None = None
    warnings: tuple[Warning, ...] = ()


def read_articles(
    sources: Iterable[Source], columns: Columns, encoding: str = "auto", published: date | datetime | None = None
) -> Iterator[Article]:
    """All articles in order, one at a time. A table without the named columns raises ``InputError`` before its first row.

    Ids: the file's name for a text or page, ``name#3`` for the third row of a table without an id column. ``published``
    is used where an article has no date of its own. ``encoding`` ``auto`` is the order of ``arnews.text.encoding``.
    """
    for source in sources:
        try:
            yield from _READERS[source.kind](source, columns, encoding, published)
        except InputError:
            raise
        except Exception as error:
            # Whatever a damaged file raises in its library: the rest of this file is lost, the files after it are not.
            yield Article(source.name, error=f"{type(error).__name__}: {error}")


def _text(source: Source, columns: Columns, encoding: str, published: date | datetime | None) -> Iterator[Article]:
    with source.open() as stream:
        decoded = _decoded(_bounded(stream.read(_LARGEST + 1)), encoding)
    yield Article(source.name, decoded.text, published, warnings=decoded.told())


def _decoded(data: bytes, encoding: str) -> Decoded:
    return decode_bytes(data) if encoding == "auto" else Decoded(data.decode(encoding), encoding)


def _table_encoding(source: Source, encoding: str) -> Decoded:
    """The encoding of a table, from all its bytes where they can be read twice; its text is left out."""
    if encoding != "auto" or source.path is None:
        return Decoded("", "utf-8-sig" if encoding == "auto" else encoding)
    reader = codecs.getincrementaldecoder("utf-8")()
    head = b""
    with source.open() as stream:
        while block := stream.read(_BLOCK):
            try:
                head = head or block
                reader.decode(block)
            except UnicodeDecodeError:
                found = decode_bytes(head + block if block is not head else block)
                return found._replace(text="")
    found = decode_bytes(head)
    # A block may end inside a letter, which makes no other encoding of it.
    return found._replace(text="") if found.encoding.startswith(("utf-16", "utf-32")) else Decoded("", "utf-8-sig")


def _bounded(data: bytes) -> bytes:
    """``data``, unless it is longer than an article can be: then ``ValueError``."""
    if len(data) > _LARGEST:
        raise ValueError(f"more than {_LARGEST >> 20} MiB in one article")
    return data


def _html(source: Source, columns: Columns, encoding: str, published: date | datetime | None) -> Iterator[Article]:
    from arnews.integrations import html

    with source.open() as stream:
        data = _bounded(stream.read(_LARGEST + 1))
    try:
        page = html.from_html(data if encoding == "auto" else data.decode(encoding))
    except ImportError as error:
        raise InputError(f"{source.name}: {error}") from None
    yield Article(source.name, page.text, page.published or published, warnings=page.warnings)


def _jsonl(source: Source, columns: Columns, encoding: str, published: date | datetime | None) -> Iterator[Article]:
    with source.open() as stream:
        for number, line in enumerate(iter(lambda: stream.readline(_LARGEST + 1), b""), 1):
            if not _bounded(line).strip():
                continue
            name = f"{source.name}#{number}"
            try:
                row = json.loads(line.decode("utf-8-sig" if encoding == "auto" else encoding))
            except (ValueError, RecursionError) as error:  # not JSON, not in this encoding, or a thousand lists in each other
                yield Article(name, error=f"not a line of JSON: {error}")
                continue
            if isinstance(row, dict):
                yield _of_row(row, name, columns, published)
            else:
                yield Article(name, error="not a JSON object")


def _json(source: Source, columns: Columns, encoding: str, published: date | datetime | None) -> Iterator[Article]:
    with source.open() as stream:
        data = stream.read(_INFLATED + 1)
    if len(data) > _INFLATED:
        raise InputError(f"{source.name}: more than {_INFLATED >> 20} MiB in one JSON value; write one article a line (.jsonl)")
    try:
        whole = json.loads(_decoded(data, encoding).text)
    except (ValueError, RecursionError) as error:
        lines = data.splitlines()
        if len(lines) > 1 and all(line.lstrip().startswith(b"{") and line.rstrip().endswith(b"}") for line in lines if line.strip()):
            yield from _jsonl(source, columns, encoding, published)
            return
        raise ValueError(f"not JSON: {error}") from None
    for number, row in enumerate(_items(whole, columns), 1):
        name = f"{source.name}#{number}"
        yield _of_row(row, name, columns, published) if isinstance(row, dict) else Article(name, error="not a JSON object")


def _items(whole: Any, columns: Columns) -> list[Any]:
    """The articles in a JSON value: the items of a list, an object that is one, or the longest list of objects that one holds."""
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, dict) or columns.text in whole:
        return [whole]
    inner = list(whole.values()) + [v for outer in whole.values() if isinstance(outer, dict) for v in outer.values()]
    lists = [v for v in inner if isinstance(v, list) and any(isinstance(item, dict) for item in v)]
    return max(lists, key=len, default=[whole])


def _csv(source: Source, columns: Columns, encoding: str, published: date | datetime | None) -> Iterator[Article]:
    csv.field_size_limit(_LONGEST_CELL)
    found = _table_encoding(source, encoding)
    with source.open() as stream, io.TextIOWrapper(stream, found.encoding, errors="strict", newline="") as lines:
        first = lines.readline()
        if said := _SEPARATOR.match(first):
            first = lines.readline()
        # Excel writes ; between cells where the comma is the decimal mark, and tabs as "Unicode text".
        delimiter = said.group(1) if said else max(_DELIMITERS, key=first.count)
        header = next(csv.reader([first], delimiter=delimiter), [])
        _check(source, columns, header)
        for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), 1):
            if any(cells):
                article = _of_row(dict(zip(header, cells, strict=False)), f"{source.name}#{number}", columns, published)
                yield replace(article, warnings=(*found.told(), *article.warnings))


def _excel(source: Source, columns: Columns, encoding: str, published: date | datetime | None) -> Iterator[Article]:
    openpyxl = _need("openpyxl", source)
    with source.seekable() as stream:
        _check_inflated(stream)
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        try:
            rows = book.active.iter_rows(values_only=True)
            header = [str(cell) if cell is not None else "" for cell in next(rows, ())]
            _check(source, columns, header)
            for number, cells in enumerate(rows, 1):
                if any(cell is not None for cell in cells):
                    yield _of_row(dict(zip(header, cells, strict=False)), f"{source.name}#{number}", columns, published)
        finally:
            book.close()


def _check_inflated(stream: BinaryIO) -> None:
    """A workbook is a zip file, which holds no more than it declares. One that grows too much raises ``ValueError``."""
    with zipfile.ZipFile(stream) as packed:
        inside = packed.infolist()
    size = sum(i.file_size for i in inside)
    if size > _INFLATED and size > _RATIO * sum(i.compress_size for i in inside):
        raise ValueError(f"grows to {size >> 20} MiB when it is unpacked, more than a workbook does")
    stream.seek(0)


def _parquet(source: Source, columns: Columns, encoding: str, published: date | datetime | None) -> Iterator[Article]:
    parquet = _need("pyarrow.parquet", source)
    wanted = [c for c in (columns.text, columns.id, columns.published) if c is not None]
    with source.seekable() as stream:
        file = parquet.ParquetFile(stream)
        _check(source, columns, file.schema_arrow.names)
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _of_row(row, f"{source.name}#{number}", columns, published)


_READERS = {"text": _text, "html": _html, "jsonl": _jsonl, "json": _json, "csv": _csv, "excel": _excel, "parquet": _parquet}


def _need(library: str, source: Source) -> Any:
    from importlib import import_module

    try:
        return import_module(library)
    except ImportError:
        raise InputError(f'{source.name}: needs {library.partition(".")[0]}: pip install "arnews[batch]"') from None


def _check(source: Source, columns: Columns, header: list[str]) -> None:
    for name in (columns.text, columns.id, columns.published):
        if name is not None and name not in header:
            raise InputError(f"{source.name}: no column {name!r}; its columns are {', '.join(header) or 'none'}")
        if name is not None and header.count(name) > 1:
            raise InputError(f"{source.name}: {header.count(name)} columns {name!r}; which of them is meant?")


def _of_row(row: dict[str, Any], name: str, columns: Columns, published: date | datetime | None) -> Article:
    given = row.get(columns.id) if columns.id is not None else None
    key = name if given is None or given == "" else str(given).encode("utf-8", "replace").decode("utf-8")
    text = row.get(columns.text)
    if not isinstance(text, str):
        return Article(key, error=f"{columns.text!r} is {'missing' if text is None else type(text).__name__}, not text")
    if columns.published is None:
        return Article(key, text, published)
    try:
        return Article(key, text, _moment(row.get(columns.published), columns.day_first) or published)
    except ValueError:
        # The article is there all the same; the day of other articles (``published``) is none of its own.
        said = str(row[columns.published])[:_SHOWN].encode("utf-8", "replace").decode("utf-8")
        warning = Warning(code="published-unread", message=f"{columns.published} is {said!r}, which is no date that can be read")
        return Article(key, text, warnings=(warning,))


def _moment(value: object, day_first: bool) -> date | datetime | None:
    """A publication date out of a cell, None for an empty one. Raises ``ValueError`` for what cannot be read as a date."""
    if isinstance(value, datetime):
        # Spreadsheets store a day as its midnight.
        return value if value.tzinfo or value.time() != time() else value.date()
    if value is None or isinstance(value, date) or value != value:  # noqa: PLR0124  (a missing number is not itself)
        return value if isinstance(value, date) else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = f"{value:.0f}"
    if isinstance(value, str):
        return read_moment(value, day_first=day_first)
    raise ValueError(f"published is {value!r}, not a date")
