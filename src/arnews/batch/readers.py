"""Articles out of files: one from each text or web page, many from a table. What cannot be read becomes an error in its place."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, BinaryIO, NamedTuple

from arnews.batch.decoding import decoded, json_lines, mended, open_table, whole_of
from arnews.batch.feeds import read_feed
from arnews.batch.sources import InputError, Source, find_sources
from arnews.dates.ago import read_ago
from arnews.dates.moment import read_moment
from arnews.records import Warning

__all__ = ["Article", "Columns", "InputError", "Source", "find_sources", "read_articles"]

_LONGEST_CELL = 2**31 - 1
_SHOWN = 80
_DELIMITERS = ",;\t|،"
_SEPARATOR = re.compile(r"\ufeff?sep=(.)\s*$")
# What a small compressed file can grow to has no end.
_INFLATED, _RATIO = 256 * 2**20, 100


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns (or JSON fields) that hold the text, an id, and the publication date; the last two are optional.

    ``day_first`` reads a date ``3/7/2025`` in that column as 3 July; ``crawled`` names the column that says when a row was saved.
    """

    text: str = "text"
    id: str | None = None
    published: str | None = None
    day_first: bool = True
    crawled: str | None = None


class Given(NamedTuple):
    """What the caller says of all inputs: their encoding, their day where they have none, and when they were saved."""

    encoding: str = "auto"
    published: date | datetime | None = None
    crawled: datetime | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article to read: its id, its text and publication date with warnings about them, or the error in their place."""

    id: str
    text: str = ""
    published: date | datetime | None = None
    error: str | None = None
    warnings: tuple[Warning, ...] = ()


def read_articles(
    sources: Iterable[Source],
    columns: Columns,
    encoding: str = "auto",
    published: date | datetime | None = None,
    crawled: datetime | None = None,
) -> Iterator[Article]:
    """All articles in order, one at a time. A table without the named columns raises ``InputError`` before its first row.

    Ids: the file's name for a text or page, ``name#3`` for the third row of a table without an id column. ``published``
    is used where an article has no date of its own. ``encoding`` ``auto`` is the order of ``arnews.text.encoding``. ``crawled`` is when
    the inputs were saved, from which an age (``منذ ساعتين``) in place of a date counts back.
    """
    given = Given(encoding, published, crawled)
    for source in sources:
        try:
            yield from _READERS[source.kind](source, columns, given)
        except InputError:
            raise
        except Exception as error:
            # Whatever a damaged file raises in its library: the rest of this file is lost, the files after it are not.
            yield Article(source.name, error=f"{type(error).__name__}: {error}")


def _text(source: Source, columns: Columns, given: Given) -> Iterator[Article]:
    with source.open() as stream:
        text = decoded(whole_of(stream), given.encoding)
    yield Article(source.name, text.text, given.published, warnings=text.told())


def _html(source: Source, columns: Columns, given: Given) -> Iterator[Article]:
    from arnews.integrations import html

    with source.open() as stream:
        data = whole_of(stream)
    try:
        page = html.from_html(data if given.encoding == "auto" else data.decode(given.encoding), crawled=given.crawled)
    except ImportError as error:
        raise InputError(f"{source.name}: {error}") from None
    yield Article(source.name, page.text, page.published or given.published, warnings=page.warnings)


def _jsonl(source: Source, columns: Columns, given: Given) -> Iterator[Article]:
    with source.open() as stream:
        for number, line in enumerate(json_lines(stream, given.encoding), 1):
            name = f"{source.name}#{number}"
            try:
                if isinstance(line, ValueError):
                    raise line
                if not line.text.strip():
                    continue
                row = json.loads(line.text.lstrip("\ufeff"))
            except (ValueError, RecursionError) as error:  # not JSON, not in this encoding, or a thousand lists in each other
                yield Article(name, error=f"not a line of JSON: {error}")
                continue
            if isinstance(row, dict):
                yield _told(_of_row(row, name, columns, given), line.told())
            else:
                yield Article(name, error="not a JSON object")


def _json(source: Source, columns: Columns, given: Given) -> Iterator[Article]:
    with source.open() as stream:
        data = stream.read(_INFLATED + 1)
    if len(data) > _INFLATED:
        raise InputError(f"{source.name}: more than {_INFLATED >> 20} MiB in one JSON value; write one article a line (.jsonl)")
    try:
        whole = json.loads(decoded(data, given.encoding).text)
    except (ValueError, RecursionError) as error:
        lines = data.splitlines()
        if len(lines) > 1 and all(line.lstrip().startswith(b"{") and line.rstrip().endswith(b"}") for line in lines if line.strip()):
            yield from _jsonl(source, columns, given)
            return
        raise ValueError(f"not JSON: {error}") from None
    for number, row in enumerate(_items(whole, columns), 1):
        name = f"{source.name}#{number}"
        yield _of_row(row, name, columns, given) if isinstance(row, dict) else Article(name, error="not a JSON object")


def _items(whole: Any, columns: Columns) -> list[Any]:
    """The articles in a JSON value: the items of a list, an object that is one, or the longest list of objects that one holds."""
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, dict) or columns.text in whole:
        return [whole]
    inner = list(whole.values()) + [v for outer in whole.values() if isinstance(outer, dict) for v in outer.values()]
    lists = [v for v in inner if isinstance(v, list) and any(isinstance(item, dict) for item in v)]
    return max(lists, key=len, default=[whole])


def _csv(source: Source, columns: Columns, given: Given) -> Iterator[Article]:
    csv.field_size_limit(_LONGEST_CELL)
    with open_table(source, given.encoding) as (lines, found):
        first = lines.readline()
        if said := _SEPARATOR.match(first):
            first = lines.readline()
        # Excel writes ; between cells where the comma is the decimal mark, and tabs as "Unicode text".
        delimiter = said.group(1) if said else max(_DELIMITERS, key=first.count)
        header = next(csv.reader([first], delimiter=delimiter), [])
        _check(source, columns, header)
        for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), 1):
            if any(cells):
                whole, told = mended(cells)
                article = _of_row(dict(zip(header, whole, strict=False)), f"{source.name}#{number}", columns, given)
                yield _told(article, (*found.told(), *told))


def _feed(source: Source, columns: Columns, given: Given) -> Iterator[Article]:
    with source.open() as stream:
        data = stream.read(_INFLATED + 1)
    if len(data) > _INFLATED:
        raise ValueError(f"more than {_INFLATED >> 20} MiB in one feed")
    found, items = read_feed(data, given.encoding)
    fields = Columns("text", "id", "published", columns.day_first)
    for number, item in enumerate(items, 1):
        row = {"text": item.text, "id": item.key, "published": item.published}
        article = _of_row(row, f"{source.name}#{number}", fields, given)
        if not item.text:
            article = Article(article.id, error="an item without text")
        elif not item.published and item.changed:
            article = _of_row({**row, "published": item.changed}, f"{source.name}#{number}", fields, given)
            message = f"the feed states only when the article was last changed ({item.changed[:_SHOWN]}): taken for its publication"
            article = _told(article, (Warning(code="published-changed", message=message),))
        yield _told(article, found.told())


def _old_excel(source: Source, columns: Columns, given: Given) -> Iterator[Article]:
    """``.xls`` is the ending of Excel 97-2003, and of much that other programs call so."""
    with source.open() as stream:
        head = stream.read(512)
    if head.startswith(b"PK\x03\x04"):
        yield from _excel(source, columns, given)
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(f"{source.name}: a workbook of Excel 97-2003, which arnews does not read; save it as .xlsx or CSV")
    elif head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise InputError(f"{source.name}: a web page with the ending .xls; open it in a spreadsheet and save it as .xlsx or CSV")
    else:
        yield from _csv(source, columns, given)


def _excel(source: Source, columns: Columns, given: Given) -> Iterator[Article]:
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
                    yield _of_row(dict(zip(header, cells, strict=False)), f"{source.name}#{number}", columns, given)
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


def _parquet(source: Source, columns: Columns, given: Given) -> Iterator[Article]:
    parquet = _need("pyarrow.parquet", source)
    wanted = [c for c in (columns.text, columns.id, columns.published, columns.crawled) if c is not None]
    with source.seekable() as stream:
        file = parquet.ParquetFile(stream)
        _check(source, columns, file.schema_arrow.names)
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _of_row(row, f"{source.name}#{number}", columns, given)


_READERS = {
    "text": _text,
    "html": _html,
    "jsonl": _jsonl,
    "json": _json,
    "csv": _csv,
    "excel": _excel,
    "xls": _old_excel,
    "feed": _feed,
    "parquet": _parquet,
}


def _need(library: str, source: Source) -> Any:
    from importlib import import_module

    try:
        return import_module(library)
    except ImportError:
        raise InputError(f'{source.name}: needs {library.partition(".")[0]}: pip install "arnews[batch]"') from None


def _check(source: Source, columns: Columns, header: list[str]) -> None:
    for name in (columns.text, columns.id, columns.published, columns.crawled):
        if name is not None and name not in header:
            raise InputError(f"{source.name}: no column {name!r}; its columns are {', '.join(header) or 'none'}")
        if name is not None and header.count(name) > 1:
            raise InputError(f"{source.name}: {header.count(name)} columns {name!r}; which of them is meant?")


def _of_row(row: dict[str, Any], name: str, columns: Columns, given: Given) -> Article:
    said = row.get(columns.id) if columns.id is not None else None
    key = name if said is None or said == "" else str(said).encode("utf-8", "replace").decode("utf-8")
    text = row.get(columns.text)
    if not isinstance(text, str):
        return Article(key, error=f"{columns.text!r} is {'missing' if text is None else type(text).__name__}, not text")
    if columns.published is None:
        return Article(key, text, given.published)
    cell = row.get(columns.published)
    try:
        return Article(key, text, _moment(cell, columns.day_first) or given.published)
    except ValueError:
        saved = _saved(row, columns) or given.crawled
        if saved is not None and isinstance(cell, str) and (then := read_ago(cell, saved)) is not None:
            return Article(key, text, then)
        # The article is there all the same; the day of other articles (``published``) is none of its own.
        shown = str(cell)[:_SHOWN].encode("utf-8", "replace").decode("utf-8")
        warning = Warning(code="published-unread", message=f"{columns.published} is {shown!r}, which is no date that can be read")
        return Article(key, text, warnings=(warning,))


def _saved(row: dict[str, Any], columns: Columns) -> datetime | None:
    """When a row was saved, to the minute; a day alone does not say how long ago an hour is."""
    try:
        saved = _moment(row.get(columns.crawled), columns.day_first) if columns.crawled is not None else None
    except ValueError:
        return None
    return saved if isinstance(saved, datetime) else None


def _told(article: Article, warnings: tuple[Warning, ...]) -> Article:
    """The article with what reading its file had to say before its own warnings."""
    return replace(article, warnings=(*warnings, *article.warnings)) if warnings else article


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
