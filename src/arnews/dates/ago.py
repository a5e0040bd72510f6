"""A date that counts back from the moment a page was saved: ``منذ ساعتين``, ``قبل 3 أيام``, ``أمس``, ``2 hours ago``."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from arnews.context import Context
from arnews.dates import engine
from arnews.dates.moment import words_of
from arnews.numbers.engine import find as find_numbers
from arnews.text.byline_lexicon import byline_lexicon
from arnews.text.document import Document, read

_LONGEST = 80
_LENGTH = re.compile(r"PT([0-9]+)([MH])|P([0-9]+)D")
_LATIN = re.compile(r"\b([0-9]{1,3}) ([a-z]{3,7})\b")
_DAY = 24 * 60


def read_ago(text: str, saved: datetime) -> date | datetime | None:
    """The day or minute that ``text`` states as an age at the moment ``saved``, or None where it states none.

    Minutes and hours give a time with the zone of ``saved``, days a day. Weeks, months and years are rounded by those who print them, and
    give None.
    """
    doc = read(text[:_LONGEST])
    minutes = _minutes(doc, saved)
    if minutes is not None:
        try:
            then = saved - timedelta(minutes=minutes)
        except OverflowError:
            return None
        return then.date() if minutes % _DAY == 0 and minutes else then.replace(second=0, microsecond=0)
    if "month" in _classes(doc):
        return None  # 12 يوليو: of which year is not said
    context = Context(published=saved)
    for found in engine.find(doc, context, find_numbers(doc, context))[0]:
        day = found.value
        if day is not None and found.relation != "absolute" and len(day) in (10, 16) and "/" not in day:
            return date.fromisoformat(day) if len(day) == 10 else datetime.fromisoformat(day).replace(tzinfo=saved.tzinfo)
    return None


def _minutes(doc: Document, saved: datetime) -> int | None:
    """The age in minutes: a length behind منذ or قبل, or before ``ago``."""
    clean = doc.normalized.text.lower()
    known = words_of("ago")
    if (latin := _LATIN.search(clean)) and latin.group(2) in known:
        return int(latin.group(1)) * int(known[latin.group(2)])
    if "since" not in _classes(doc):
        return None
    context = Context(published=saved)
    for found in engine.find(doc, context, find_numbers(doc, context))[0]:
        if found.value is not None and (length := _LENGTH.fullmatch(found.value)):
            count, unit, days = length.groups()
            return int(days) * _DAY if days else int(count) * (60 if unit == "H" else 1)
    return None


def _classes(doc: Document) -> set[str]:
    """The classes of the words of date lines in the text."""
    dates, last = byline_lexicon().dates, len(doc.words)
    return {entry.value for i in range(last) if (entry := dates.longest(doc.words, i, last, proclitics=False)) is not None}
