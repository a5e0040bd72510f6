"""Calendar arithmetic: months, ISO weeks, EDTF strings, and the Umm al-Qura calendar of Saudi Arabia.

Hijri dates of 1343 to 1500 AH are converted by the published Umm al-Qura tables (the package ``hijridate``). A month that
begins by the sighting of the moon can differ from them by a day: ``TOLERANCE`` days are allowed between twins.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

HIJRI_YEARS = (1343, 1500)
TOLERANCE = 1


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (31 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> tuple[date, date]:
    """First and last day of a Gregorian month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month ``by`` months later, as (year, month)."""
    n = year * 12 + month - 1 + by
    return n // 12, n % 12 + 1


def shift_months(day: date, by: int) -> date | None:
    """The same day ``by`` months later, or the last day of that month; None outside the years 1 to 9999."""
    year, month = shift_month(day.year, day.month, by)
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shift_days(day: date, by: int) -> date | None:
    """The day ``by`` days later; None outside the years 1 to 9999."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def week(day: date) -> tuple[str, date, date]:
    """The ISO week that holds a day: its name ``2015-W31``, its Monday and its Sunday."""
    year, number, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return f"{year:04d}-W{number:02d}", monday, monday + timedelta(days=6)


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date by Umm al-Qura, or None outside the tables or where the month has no such day."""
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri month."""
    try:
        first = Hijri(year, month, 1)
        start = date(*first.to_gregorian().datetuple())
        return start, start + timedelta(days=first.month_length() - 1)
    except (ValueError, OverflowError):
        return None


def hijri_year(year: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri year."""
    first, last = hijri_month(year, 1), hijri_month(year, 12)
    return (first[0], last[1]) if first and last else None


def hijri_year_about(year: int) -> tuple[int, int]:
    """The Gregorian years in which a Hijri year outside the tables begins and ends, from the mean length of its months."""
    start = 622.54 + (year - 1) * 354.367 / 365.2425
    return int(start), int(start + 354.367 / 365.2425)


def easter(year: int, east: bool) -> date:
    """Easter Sunday of the western or the eastern churches, as a Gregorian day; the eastern from 1900 to 2099.

    Meeus, Astronomical Algorithms, chapter 8: the rule of any year for the western, the Julian rule and 13 days for the eastern.
    """
    if east:
        d = (19 * (year % 19) + 15) % 30
        n = d + (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7 + 114
        return date(year, n // 31, n % 31 + 1) + timedelta(days=13)
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    n = h + k - 7 * m + 114
    return date(year, n // 31, n % 31 + 1)


def to_hijri(day: date) -> tuple[int, int, int] | None:
    """The Hijri date of a Gregorian day, or None outside the tables."""
    try:
        year, month, d = Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return None
    return year, month, d
