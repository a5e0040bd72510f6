"""How the tests of dates read a line."""

from __future__ import annotations

from datetime import date, datetime

from arnews.context import Context
from arnews.dates.engine import find, to_record
from arnews.numbers.engine import find as find_numbers
from arnews.records import TemporalExpression, Warning
from arnews.text.document import read

# A Saturday: the day of publication in the corpus.
PUBLISHED = date(2025, 7, 12)


def dates(
    text: str, published: date | datetime | None = PUBLISHED, *, day_first: bool = True, country: str | None = None
) -> list[TemporalExpression]:
    return dates_and_warnings(text, published, day_first=day_first, country=country)[0]


def dates_and_warnings(
    text: str, published: date | datetime | None = PUBLISHED, *, day_first: bool = True, country: str | None = None
) -> tuple[list[TemporalExpression], list[Warning]]:
    doc = read(text)
    context = Context(published=published, day_first=day_first, country=country)
    found, warnings = find(doc, context, find_numbers(doc, context))
    records = [to_record(doc, t, f"d{i}") for i, t in enumerate(found, 1)]
    for r in records:
        assert text[r.start : r.end] == r.text
    return records, warnings
