"""The publication date of an article: the one given, else the day that a date line of its header states."""

from __future__ import annotations

from datetime import datetime

from arnews.context import Context
from arnews.dates.engine import find, is_full_day, span_of
from arnews.dates.moment import read_moment
from arnews.numbers.engine import find as find_numbers
from arnews.records import Published, Span, Warning
from arnews.text.article import Layout, Part
from arnews.text.byline_lexicon import byline_lexicon
from arnews.text.date_lines import is_change
from arnews.text.document import Document, read

_HEADER = 600


def _stated(line: Span, printed: Published | None, *, day_first: bool) -> Published | None:
    """The date that a date line states with its zone, or in English or French; else ``printed``, what the rules read there."""
    try:
        found = read_moment(line.text, day_first=day_first)
    except ValueError:
        return printed
    if isinstance(found, datetime) and (printed is None or found.tzinfo is not None):
        return Published(value=found.isoformat(timespec="minutes"), origin="printed", span=printed.span if printed else line)
    return printed or (Published(value=found.isoformat(), origin="printed", span=line) if found else None)


def _in_order(doc: Document, parts: Layout) -> list[Part]:
    """The date lines, those of a change (آخر تحديث) last: the article was published before."""
    lexicon = byline_lexicon()
    return sorted(parts.date_lines, key=lambda part: is_change(doc.words, part.first, part.last, lexicon))


def publication(doc: Document, parts: Layout, context: Context) -> tuple[Published | None, list[Warning]]:
    """The publication date: the one the caller gave, else the first full day printed on a date line of the header.

    ``span`` is the printed date in either case. A printed day that differs from the given one makes a warning.
    """
    given = context.published
    printed: Published | None = None
    for line in _in_order(doc, parts):
        whole = doc.span(line.start, min(line.end, line.start + _HEADER))
        part = read(whole.text)
        for t in find(part, Context(day_first=context.day_first, country=context.country), find_numbers(part, context))[0]:
            if t.value is not None and is_full_day(t):
                span = span_of(part, t.first, t.last, t.cut)
                where = Span(start=whole.start + span.start, end=whole.start + span.end, text=span.text)
                printed = Published(value=t.value, origin="printed", span=where)
                break
        printed = _stated(whole, printed, day_first=context.day_first)
        if printed is not None:
            break
    if given is None:
        return printed, []
    value = given.isoformat(timespec="minutes") if isinstance(given, datetime) else given.isoformat()
    warnings = []
    if printed is not None and printed.span is not None and printed.value[:10] != value[:10]:
        message = f"the text prints {printed.value}, the caller gave {value}"
        warnings.append(Warning(code="published-mismatch", message=message, start=printed.span.start, end=printed.span.end))
    return Published(value=value, origin="given", span=printed.span if printed else None), warnings
