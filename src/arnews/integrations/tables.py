"""The tables of an analysis: their columns, fixed and versioned with the records, and their rows. No other library is needed.

Ids (``e1``, ``d1``, ``c1``) are unique within one article; tables of many articles carry ``article`` in front of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, get_args

from arnews import labels
from arnews.records import Analysis, Argument, Quantity, TemporalExpression

TableName = Literal["claims", "entities", "mentions", "dates", "figures", "warnings"]
ColumnType = Literal["string", "int64", "float64", "bool", "date", "strings"]
Row = tuple[Any, ...]

_PLACE: tuple[tuple[str, ColumnType], ...] = (("start", "int64"), ("end", "int64"), ("text", "string"))
COLUMNS: dict[str, tuple[tuple[str, ColumnType], ...]] = {
    "articles": (
        ("title", "string"), ("subtitle", "string"), ("byline", "string"), ("authors", "strings"), ("agency", "string"),
        ("dateline", "string"), ("published", "string"), ("published_origin", "string"), ("characters", "int64"),
        ("entities", "int64"), ("dates", "int64"), ("claims", "int64"), ("warnings", "int64"), ("error", "string"),
    ),
    "entities": (
        ("entity", "string"), ("type", "string"), ("name", "string"), ("latin", "string"), ("latin_origin", "string"),
        ("country", "string"), ("key", "string"), ("geonames", "int64"), ("wikidata", "string"), ("roles", "strings"),
        ("mentions", "int64"),
    ),
    "mentions": (
        ("entity", "string"), ("key", "string"), ("type", "string"), ("name", "string"), ("latin", "string"), ("country", "string"),
        *_PLACE, ("normalized", "string"), ("score", "float64"),
    ),
    "dates": (
        ("date", "string"), *_PLACE, ("type", "string"), ("value", "string"), ("earliest", "date"), ("latest", "date"),
        ("grain", "string"), ("mod", "string"), ("utc_offset", "int64"), ("calendar", "string"), ("relation", "string"),
        ("alternatives", "strings"), ("rule", "string"),
    ),
    "claims": (
        ("claim", "string"), *_PLACE, ("kind", "string"), ("unit", "string"), ("figure", "string"), ("low", "float64"),
        ("best", "float64"), ("high", "float64"), ("approximate", "bool"), ("vague", "bool"), ("additional", "bool"),
        ("modality", "string"),
        ("who", "string"), ("who_name", "string"), ("who_ref", "string"), ("who_country", "string"),
        ("where", "string"), ("where_name", "string"), ("where_ref", "string"), ("where_country", "string"),
        ("when", "string"), ("when_ref", "string"), ("earliest", "date"), ("latest", "date"),
        ("source", "string"), ("source_name", "string"), ("source_ref", "string"), ("source_country", "string"),
        ("cumulative_since", "string"), ("previous_low", "float64"), ("previous_best", "float64"), ("previous_high", "float64"),
        ("per", "string"), ("part_of", "string"), ("implicit", "bool"),
        ("sentence_start", "int64"), ("sentence_end", "int64"), ("sentence", "string"), ("rule", "string"),
    ),
    "figures": (
        ("figure", "string"), ("kind", "string"), ("unit", "string"), ("latest", "string"),
        ("low", "float64"), ("best", "float64"), ("high", "float64"), ("approximate", "bool"), ("vague", "bool"),
        ("claims", "strings"), ("contradictions", "strings"),
    ),
    "warnings": (("code", "string"), ("message", "string"), ("start", "int64"), ("end", "int64")),
}  # fmt: skip


def check(table: str, known: tuple[str, ...] = get_args(TableName)) -> None:
    """Raise ``ValueError`` naming the tables there are, unless ``table`` is one of them."""
    if table not in known:
        raise ValueError(f"no table {table!r}; there are {', '.join(known)}")


def day(value: str | None) -> date | None:
    """An ISO day as a date; None for what ``datetime`` cannot hold (years before 1 or after 9999)."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def _bounds(q: Quantity | None) -> tuple[float | None, float | None, float | None]:
    return (None, None, None) if q is None else (_float(q.low), _float(q.best), _float(q.high))


def _float(value: int | float | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:  # an integer of more than 308 digits
        return float("inf")


def _said(argument: Argument | None, names: dict[str, str]) -> tuple[str | None, str | None, str | None, str | None]:
    if argument is None:
        return (None, None, None, None)
    return (argument.text, names.get(argument.ref or ""), argument.ref, argument.country)


def article_row(result: Analysis) -> Row:
    """The one row of ``articles`` that belongs to an analysis."""
    a = result.article
    spans = [s for s in (a.title, a.subtitle, a.byline, a.agency, a.dateline, *a.captions, *a.body) if s]
    return (
        *(s.text if s else None for s in (a.title, a.subtitle, a.byline)),
        [s.text for s in a.authors],
        *(s.text if s else None for s in (a.agency, a.dateline)),
        a.published.value if a.published else None,
        a.published.origin if a.published else None,
        max((s.end for s in spans), default=0),
        *(len(found) for found in (result.entities, result.dates, result.claims, result.warnings)),
        None,
    )


def _entities(result: Analysis) -> Iterator[Row]:
    for e in result.entities:
        roles = list(dict.fromkeys(r.text for r in e.roles))
        links = (e.key, e.links.geonames, e.links.wikidata)
        yield (e.id, e.type, e.name, e.latin, e.latin_origin, e.country, *links, roles, len(e.mentions))


def _mentions(result: Analysis) -> Iterator[Row]:
    found = [(m, e) for e in result.entities for m in e.mentions]
    for m, e in sorted(found, key=lambda pair: (pair[0].start, pair[0].end)):
        yield (e.id, e.key, e.type, e.name, e.latin, e.country, m.start, m.end, m.text, m.normalized, m.score)


def _dates(result: Analysis) -> Iterator[Row]:
    for d in result.dates:
        place, days = (d.start, d.end, d.text), (day(d.earliest), day(d.latest))
        rest = (d.grain, d.mod, d.utc_offset, d.calendar, d.relation, list(d.alternatives), d.rule)
        yield (d.id, *place, d.type, d.value, *days, *rest)


def _claims(result: Analysis) -> Iterator[Row]:
    names = {e.id: e.name for e in result.entities}
    dates: dict[str, TemporalExpression] = {d.id: d for d in result.dates}
    for c in result.claims:
        when = dates.get(c.when.ref or "") if c.when else None
        yield (
            *(c.id, c.start, c.end, c.text, c.kind, c.unit, labels.quantity(c.quantity)),
            *_bounds(c.quantity),
            *(c.quantity.approximate, c.quantity.vague, c.additional, c.modality),
            *_said(c.who, names),
            *_said(c.where, names),
            *((c.when.text, c.when.ref) if c.when else (None, None)),
            *((day(when.earliest), day(when.latest)) if when else (None, None)),
            *_said(c.source, names),
            c.cumulative_since.text if c.cumulative_since else None,
            *_bounds(c.previous),
            *(c.per, c.part_of, c.implicit, c.sentence.start, c.sentence.end, c.sentence.text, c.rule),
        )


def _figures(result: Analysis) -> Iterator[Row]:
    for f in result.figures:
        flags = (f.latest.approximate, f.latest.vague)
        yield (f.id, f.kind, f.unit, labels.quantity(f.latest), *_bounds(f.latest), *flags, list(f.claims), list(f.contradictions))


def _warnings(result: Analysis) -> Iterator[Row]:
    for w in result.warnings:
        yield (w.code, w.message, w.start, w.end)


_ROWS = {
    "entities": _entities,
    "mentions": _mentions,
    "dates": _dates,
    "claims": _claims,
    "figures": _figures,
    "warnings": _warnings,
}


def rows(result: Analysis, table: str) -> Iterator[Row]:
    """The rows of ``table``, each in the order of ``COLUMNS[table]``. Raises ``ValueError`` for a table that is not there."""
    if table == "articles":
        return iter((article_row(result),))
    check(table)
    return _ROWS[table](result)


_SPARK = {"string": "string", "int64": "bigint", "float64": "double", "bool": "boolean", "date": "date", "strings": "array<string>"}


def ddl(table: str, *before: tuple[str, ColumnType]) -> str:
    """The columns of ``table`` as a Spark DDL string, with the columns ``before`` in front."""
    check(table, ("articles", *get_args(TableName)))
    return ", ".join(f"`{name}` {_SPARK[kind]}" for name, kind in (*before, *COLUMNS[table]))
