"""What has to hold for the records of any text at all. Each check raises ``AssertionError``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from html.parser import HTMLParser
from typing import Any

from pydantic import BaseModel, TypeAdapter

from arnews.records import Analysis, Quantity, Span, TemporalExpression


def inside(record: object) -> Iterator[BaseModel]:
    """Every record inside ``record``, itself included."""
    if isinstance(record, BaseModel):
        yield record
        for value in record.__dict__.values():
            if isinstance(value, BaseModel | tuple):
                yield from inside(value)
    elif isinstance(record, tuple):
        for item in record:
            yield from inside(item)


def records(raw: str, found: object) -> None:
    """Spans hold the characters that they say, days are days in their order, low figures are not above high ones."""
    for record in inside(found):
        if isinstance(record, Span):
            assert 0 <= record.start < record.end <= len(raw), f"span {record.start}:{record.end} of {len(raw)} characters"
            assert raw[record.start : record.end] == record.text, "the span does not hold the text"
        if isinstance(record, TemporalExpression):
            first, last = (date.fromisoformat(d) if d else None for d in (record.earliest, record.latest))
            assert first is None or last is None or first <= last, f"{record.earliest} after {record.latest}"
        if isinstance(record, Quantity):
            low, best, high = record.low, record.best, record.high
            assert low is None or high is None or low <= high, f"low {low} above high {high}"
            assert best is None or best == best, "not a number"  # noqa: PLR0124


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(tuple[kind, ...])  # type: ignore[valid-type]


def round_trip(found: Sequence[BaseModel], kind: type) -> None:
    """The records as JSON and back are the same. A lone surrogate anywhere in them would not be written at all."""
    adapter = _adapter(kind)
    assert adapter.validate_json(adapter.dump_json(found)) == tuple(found), "JSON gives other records back"


def analysis(raw: str, result: Analysis) -> None:
    """All of the above, and ids that lead somewhere."""
    records(raw, result)
    assert Analysis.model_validate_json(result.model_dump_json()) == result, "JSON gives another analysis back"
    ids = {x.id for x in (*result.entities, *result.dates)}
    claims = {c.id for c in result.claims}
    assert len(ids) == len(result.entities) + len(result.dates), "an id stands twice"
    for c in result.claims:
        for argument in (c.source, c.who, c.where, c.when, c.cumulative_since):
            assert argument is None or argument.ref is None or argument.ref in ids, f"{argument.ref} leads nowhere"
        assert c.part_of is None or (c.part_of in claims and c.part_of != c.id), f"part of {c.part_of}"
    for f in result.figures:
        assert {*f.claims, *f.contradictions} <= claims, "a figure of no claim"


class Page(HTMLParser):
    """Reads a page of ours and refuses tags, attributes and links that we do not write."""

    TAGS = frozenset({
        "a", "b", "bdi", "body", "button", "details", "div", "form", "h1", "h2", "h3", "h4", "header", "head", "html", "input",
        "label", "li", "main", "mark", "meta", "ol", "option", "output", "p", "script", "section", "select", "small", "span",
        "style", "summary", "table", "tbody", "td", "th", "thead", "time", "title", "tr", "ul",
    })  # fmt: skip

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.TAGS, f"a tag {tag}"
        self.scripts += tag == "script"
        for name, value in attrs:
            assert not name.startswith("on"), f"an attribute {name}"
            assert name != "src", "something from outside"
            assert name != "href" or (value or "").startswith("#"), f"a link to {value!r}"
