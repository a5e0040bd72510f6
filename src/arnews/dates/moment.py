"""One date that stands alone: a cell of a column, a meta tag of a page, a printed date line, in any form that people write."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from arnews.context import Context
from arnews.dates import engine
from arnews.lexicon import rows
from arnews.numbers.engine import find as find_numbers
from arnews.text.document import read
from arnews.text.normalize import normalize

_LONGEST = 200
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]")
_REMARK = re.compile(r" ?\([^()]*\)$")
_EPOCH = re.compile(r"([0-9]{10})(?:[0-9]{3}|\.[0-9]+)?")
_CLOCK = re.compile(r"(?<![0-9:.])([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(?![0-9:])")
_OFFSET = re.compile(
    r"(?:\b(?:GMT|UTC)\s*|(?<=[0-9]{2}:[0-9]{2})\s*|(?<=:[0-9]{2}\.[0-9]{3})\s*)([+\-−])([0-9]{1,2}):?([0-9]{2})?(?![0-9/])", re.IGNORECASE
)
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]+|[0-9]+")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8}")
_ISO_START = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_TOO_MUCH = 14 * 60


@cache
def words_of(kind: str) -> dict[str, str]:
    """The words of a kind in the table ``dates_moment_words``, and what each stands for."""
    return {form: value for form, k, value in rows("dates_moment_words") if k == kind}


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The words of a kind, the longest first, each with nothing of a word beside it."""
    forms = "|".join(re.escape(f) for f in sorted(words_of(kind), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def read_moment(text: str, *, day_first: bool = True) -> date | datetime | None:
    """The day or time that ``text`` states, None where it states that there is none (empty, ``NaN``, ``null``).

    ISO 8601, e-mail dates, seconds and milliseconds since 1970, digits of any script, Arabic, English and French months,
    ``15/06/2017`` (``day_first`` says in which order, unless only one is a date), 12-hour clocks, zones. Raises ``ValueError``.
    """
    clean = " ".join(_UNSEEN.sub("", normalize(text[:_LONGEST]).text).split())
    if not clean or clean.lower() in words_of("none"):
        return None
    for attempt in (_iso, _epoch):
        if (found := attempt(clean)) is not None:
            return found
    bare, zone = _without_zone(_REMARK.sub("", clean))
    # 2025-13-01 and 2025-07-12T99:00 are ISO dates gone wrong: no other reading is looked for.
    wrong = _ISO_START.match(bare) is not None and (_iso(bare[:10]) is None or bare[10:11] == "T")
    found = _iso(bare.strip()) or (None if wrong else _written(_twenty_four(bare), day_first))
    if found is None:
        raise ValueError(f"{text[:_LONGEST]!r} is no date that can be read")
    if zone is not None and isinstance(found, datetime) and found.tzinfo is None:
        return found.replace(tzinfo=timezone(timedelta(minutes=zone)) if zone else UTC)
    return found


def _iso(text: str) -> date | datetime | None:
    read_as: Callable[[str], date | datetime] = date.fromisoformat if _ISO_DAY.fullmatch(text) else datetime.fromisoformat
    try:
        return read_as(text)
    except ValueError:
        return None


def _epoch(text: str) -> datetime | None:
    found = _EPOCH.fullmatch(text)
    return datetime.fromtimestamp(int(found.group(1)), UTC) if found else None


def _without_zone(text: str) -> tuple[str, int | None]:
    """The text without its zone, and the zone in minutes east of Greenwich; None where it names none."""
    if found := _OFFSET.search(text):
        minutes = int(found.group(2)[:2]) * 60 + int(found.group(3) or 0)
        if minutes <= _TOO_MUCH:
            return text[: found.start()] + " " + text[found.end() :], -minutes if found.group(1) != "+" else minutes
    if (found := _pattern("zone").search(text)) and _CLOCK.search(text):
        return text[: found.start()] + " " + text[found.end() :], int(words_of("zone")[found.group().lower()])
    return text, None


def _twenty_four(text: str) -> str:
    """The text with its clock of twelve hours as one of twenty-four: 12:15 م is noon, 12:15 ص midnight."""
    clock = _CLOCK.search(text)
    if clock is None:
        return text
    hour, half = int(clock.group(1)), _half(text, clock.end())
    if half is None:
        return text
    said, end = half
    if hour <= 12:
        hour = hour % 12 + (12 if said == "pm" else 0)
    return f"{text[: clock.start()]}{hour:02}:{clock.group(2)}{text[end:]}"


def _half(text: str, at: int) -> tuple[str, int] | None:
    """am or pm right behind a clock, and where the word ends."""
    rest = text[at:]
    start = len(rest) - len(rest.lstrip(" -،,"))
    found = _pattern("half").match(rest, start)
    return (words_of("half")[found.group().lower()], at + found.end()) if found else None


def _written(text: str, day_first: bool) -> date | datetime | None:
    found = _by_engine(_with_numbers(text) or text, day_first)
    if found is not None and len(found) > len("2025-07-12"):
        return datetime.fromisoformat(found)
    return date.fromisoformat(found) if found else None


def _with_numbers(text: str) -> str | None:
    """``Tue Mar 05 10:30:00 2024`` and ``12 juillet 2025`` in figures; None where there is no month of theirs, day and year."""
    clock = _CLOCK.search(text)
    words = _LATIN.findall(_CLOCK.sub(" ", text).lower())
    month = next((words_of("month")[w] for w in words if w in words_of("month")), None)
    year = next((w for w in words if w.isdigit() and len(w) == 4), None)
    day = next((w for w in words if w.isdigit() and len(w) <= 2), None)
    if month is None or year is None or day is None:
        return None
    return f"{year}-{int(month):02}-{int(day):02}" + (f" {clock.group(1):0>2}:{clock.group(2)}" if clock else "")


def _by_engine(text: str, day_first: bool) -> str | None:
    """The first full day that the date rules find, as EDTF."""
    doc, context = read(text), Context(day_first=day_first)
    for found in engine.find(doc, context, find_numbers(doc, context))[0]:
        if engine.is_full_day(found):
            return found.value
    return None
