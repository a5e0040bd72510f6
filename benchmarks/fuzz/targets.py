"""One target for each public entry point: a function of bytes that raises where a promise is broken."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import invariants
from texts import published_of, text_of

import arnews
from arnews import explanation, records
from arnews.batch.readers import Columns, InputError, read_articles
from arnews.batch.sources import Source
from arnews.batch.writers import TABLES, cell, json_line
from arnews.display import Item, page, report, to_html
from arnews.integrations import frames, tables
from arnews.integrations.spark import Analyzer, TableRows
from arnews.pipeline import Pipeline

Target = Callable[[bytes], None]
SCRATCH = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path(".")


@cache
def ruled() -> Pipeline:
    """The pipeline of rules and lexicon alone."""
    return Pipeline(recognizer=None)


def normalize(data: bytes) -> None:
    raw = text_of(data)
    once = arnews.normalize(raw)
    assert arnews.normalize(once.text).text == once.text, "normalising twice changes the text"
    reached = 0
    for at in range(0, len(once.text), 7):
        start, end = once.raw_span(at, at + 1)
        assert reached <= start < end <= len(raw), "offsets go back"
        reached = start
    assert once.raw_span(0, len(once.text))[1] <= len(raw), "offsets lead out of the text"


def numbers(data: bytes) -> None:
    raw = text_of(data)
    found = arnews.extract_numbers(raw)
    invariants.records(raw, found)
    invariants.round_trip(found, records.Number)


def dates(data: bytes) -> None:
    raw = text_of(data)
    found = arnews.extract_dates(raw, published_of(data))
    invariants.records(raw, found)
    invariants.round_trip(found, records.TemporalExpression)


def entities(data: bytes) -> None:
    from arnews.entities import engine
    from arnews.text.article import layout
    from arnews.text.document import read

    raw = text_of(data)
    doc = read(raw)
    found = tuple(engine.to_record(doc, e, f"e{n}") for n, e in enumerate(engine.find(doc, layout(doc), _names(), None), 1))
    invariants.records(raw, found)
    invariants.round_trip(found, records.Entity)
    assert all(e.mentions for e in found), "a name without a mention"


@cache
def _names() -> Any:
    from arnews.entities.lexicon import EntityLexicon

    return EntityLexicon.load(None)


def analyze(data: bytes) -> None:
    raw = text_of(data)
    invariants.analysis(raw, ruled().analyze(raw, published_of(data)))


def model(data: bytes) -> None:
    raw = text_of(data)
    invariants.analysis(raw, arnews.analyze(raw, published_of(data)))


def explain(data: bytes) -> None:
    raw = text_of(data)
    found = explanation.explain(ruled(), raw, published_of(data))
    invariants.records(raw, found)
    invariants.round_trip(found, records.Explanation)


def roundtrip(data: bytes) -> None:
    """JSON, lines of JSON, Arrow tables and CSV cells of one analysis."""
    result = ruled().analyze(text_of(data), published_of(data))
    assert json.loads(json_line("a", result))["analysis"] == json.loads(result.model_dump_json()), "the line holds another analysis"
    for table in TABLES:
        rows = list(tables.rows(result, table))
        assert frames.arrow_table(rows, frames.arrow_schema(table)).num_rows == len(rows), "rows are lost"
        for row in rows:
            assert not any(isinstance(v, str | list) and cell(v)[:1] in set("=+-@\t\r\n") - {""} for v in row), "a formula"


def display(data: bytes) -> None:
    raw = text_of(data)
    result = ruled().analyze(raw, published_of(data))
    languages = ("en", "ar")
    language: Any = languages[len(data) % 2]
    html, scripts = (
        lambda: (to_html(result, raw, language), 0),
        lambda: (result._repr_html_(), 0),
        lambda: (page(result, raw), 0),
        lambda: (report([Item(raw[:20], result, raw)], language, raw), 1),
    )[crc32(data) % 4]()
    html.encode("utf-8")
    assert invariants.Page(html).scripts == scripts, "a script of somebody else"


def html(data: bytes) -> None:
    way, data = data[:1] or b"0", data[1:]
    source: str | bytes = data
    if way < b"@":
        text = text_of(data)
        title, _, body = text.partition("\n")
        source = _PAGES[way[0] % len(_PAGES)].format(title=title, body=body.replace("\n", "</p><p>"), text=text, json=json.dumps(text))
    elif way < b"`":
        source = text_of(data)
    if not source.strip():
        return  # an empty page is an error that says so
    found = arnews.from_html(source, None if way[0] % 2 else "https://example.org/a/b")
    for value in (found.text, found.title, found.published_raw, found.site, *found.authors):
        (value or "").encode("utf-8")


_ARTICLE = "<html><head>{{head}}</head><body><nav>أخبار</nav><article><h1>{title}</h1><p>{body}</p><p>{body}</p></article></body></html>"
_JSON_LD = '<script type="application/ld+json">{{"@type":"NewsArticle","headline":{json},"datePublished":{json}}}</script>'
_PAGES = (
    _ARTICLE.replace("{{head}}", "<title>{title}</title>"),
    _ARTICLE.replace(
        "{{head}}", '<script type="application/ld+json">{{"@type":"NewsArticle","headline":{json},"datePublished":{json}}}</script>'
    ),
    _ARTICLE.replace("{{head}}", '<meta property="article:published_time" content="{title}"><meta name="author" content="{title}">'),
    '<?xml version="1.0" encoding="{title}"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{title}</h1><p>{body}</p></body></html>',
    "<h1>{title}</h1><time>{body}</time><div>{text}</div>",
    "<div><{title}>{body}</{title}><p>{text}</p></div>",
)


def batch(data: bytes) -> None:
    """The readers of every kind of file; workbooks and Parquet get bytes turned and their end cut off."""
    kind, data = _KINDS[(data[:1] or b"0")[0] % len(_KINDS)], data[1:]
    if kind in ("excel", "parquet"):
        data = _damaged(_whole(kind), data)
    elif kind == "text" and len(data) % 2:
        data = text_of(data).encode("utf-8", "replace")
    file = SCRATCH / "arnews-fuzz-input"
    file.write_bytes(data)
    columns = Columns("text", "id", "day") if len(data) % 3 == 0 else Columns()
    try:
        for article in read_articles([Source("input", file, kind)], columns, ("utf-8-sig", "windows-1256", "utf-16")[len(data) % 3]):
            assert isinstance(article.text, str), "a text that is none"
            article.id.encode("utf-8")
            if article.error is not None:
                json_line(article.id, records.Failure(index=0, error="InputError", message=article.error)).encode("utf-8")
    except InputError:
        pass  # a table without the named columns


_KINDS: tuple[Any, ...] = ("text", "jsonl", "csv", "jsonl", "csv", "html", "excel", "parquet")


def _damaged(whole: bytes, data: bytes) -> bytes:
    if not data:
        return whole
    out = bytearray(whole)
    for n in range(0, len(data) - 2, 3):
        out[int.from_bytes(data[n : n + 2]) % len(out)] ^= data[n + 2]
    return bytes(out[: len(out) - len(data) % 5 * 7])


@cache
def _whole(kind: str) -> bytes:
    """A small good file of ``kind``; the workbook without compression, so that a turned byte meets its XML and not only its checksum."""
    rows = [("أ", "قتل خمسة في حلب", "2025-07-12"), ("ب", "زار لافروف موسكو أمس", None), (None, None, "2025-07-12T01:52")]
    out = io.BytesIO()
    if kind == "parquet":
        import pyarrow as pa
        from pyarrow import parquet

        parquet.write_table(pa.table({name: [row[n] for row in rows] for n, name in enumerate(("id", "text", "day"))}), out)
        return out.getvalue()
    import openpyxl

    book = openpyxl.Workbook()
    for row in [("id", "text", "day"), *rows]:
        book.active.append(row)
    book.save(out)
    plain = io.BytesIO()
    with zipfile.ZipFile(out) as packed, zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as unpacked:
        for name in packed.namelist():
            unpacked.writestr(name, packed.read(name))
    return plain.getvalue()


def spark(data: bytes) -> None:
    """The functions from record batch to record batch: a row for each row, whatever stands in it."""
    import pyarrow as pa

    lines = [line.encode("utf-8", "replace").decode() for line in text_of(data).split("\n")][:4]
    texts: list[str | None] = [line or None for line in lines]
    taken = pa.RecordBatch.from_pydict({"text": pa.array(texts, pa.string()), "day": pa.array([line[:10] for line in lines], pa.string())})
    days = "day" if len(data) % 2 else None
    given = Analyzer("text", days, "text" if len(data) % 4 else None, ruled)(taken)
    assert given.num_rows == len(texts), "a row is lost"
    for analysis, error in zip(given.column("analysis").to_pylist(), given.column("error").to_pylist(), strict=True):
        assert (analysis is None) != (error is None), "neither an analysis nor an error"
    TableRows(TABLES[len(data) % len(TABLES)])(given).validate(full=True)


TARGETS: dict[str, Target] = {
    "normalize": normalize, "numbers": numbers, "dates": dates, "entities": entities, "analyze": analyze, "model": model, "html": html,
    "batch": batch, "spark": spark, "display": display, "explain": explain, "roundtrip": roundtrip,
}  # fmt: skip
