"""Arithmetic of periods: ISO durations, the unit that holds a day, years and decades as EDTF, the edge of a period."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from arnews.dates import calendars as cal
from arnews.dates.model import Resolved

_DAYS = {"D": 1.0, "W": 7.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
_ORDER = ("CE", "DE", "Y", "M", "W", "D", "TH", "TM", "TS")
_MONTHS = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}


class Bounds:
    """Days counted from a day."""

    @staticmethod
    def shifted(day: date, n: float, unit: str) -> date | None:
        """``n`` units after (or before) a day; hours are rounded to whole days. None outside the years 1 to 9999."""
        if unit in _MONTHS:
            months = n * _MONTHS[unit]
            return cal.shift_months(day, round(months)) if abs(months) < 120_000 else None
        return cal.shift_days(day, round(n * _DAYS[unit])) if abs(n) < 4_000_000 else None


def smaller(unit: str, than: str) -> bool:
    """Whether a unit of time is shorter than another."""
    return _ORDER.index(unit) > _ORDER.index(than)


def on_day(day: date, relation: str, alternatives: tuple[str, ...] = (), warning: tuple[str, str] | None = None) -> Resolved:
    """A day as a value."""
    iso = day.isoformat()
    return Resolved(iso, iso, iso, "day", relation, alternatives, warning)  # type: ignore[arg-type]


def within(value: str, low: date, high: date, grain: str, relation: str, alternatives: tuple[str, ...] = ()) -> Resolved:
    """A value with its first and last day."""
    return Resolved(value, low.isoformat(), high.isoformat(), grain, relation, alternatives)  # type: ignore[arg-type]


def is_day(day: str | None) -> bool:
    """Whether a day is open or one of the calendar: the decade before the year 1 begins on no day."""
    return day is None or (len(day) == 10 and day > "0001")


def _plain(n: float) -> str:
    return str(int(n)) if n == int(n) else f"{n:g}"


def period_text(n: float | None, unit: str) -> str:
    """An ISO 8601 period: ``P3D``, ``PT48H``, ``P18M`` for a year and a half, ``PXM`` for an unstated number of months."""
    if unit in ("DE", "CE"):
        return f"PX{unit}" if n is None else f"P{_plain(n * (10 if unit == 'DE' else 100))}Y"
    letter = unit[-1]
    start = "PT" if unit.startswith("T") else "P"
    if n is not None and n != int(n):
        smaller = {"Y": (12, "P", "M"), "TH": (60, "PT", "M"), "TM": (60, "PT", "S"), "D": (24, "PT", "H")}.get(unit)
        if smaller and (n * smaller[0]) == int(n * smaller[0]):
            return f"{smaller[1]}{int(n * smaller[0])}{smaller[2]}"
    return f"{start}{'X' if n is None else _plain(n)}{letter}"


def year_value(year: int, hijri: bool, relation: str) -> Resolved:
    """A year: ``2015``, ``-0499`` for 500 BC, and the Gregorian days of a Hijri year (about, outside the tables)."""
    if hijri:
        bounds = cal.hijri_year(year)
        if bounds is not None:
            return Resolved(f"{bounds[0]}/{bounds[1]}", bounds[0].isoformat(), bounds[1].isoformat(), "year", relation)  # type: ignore[arg-type]
        low, high = cal.hijri_year_about(year)
        value = f"{low:04d}~" if low == high else f"{low:04d}~/{high:04d}~"
        return Resolved(value, f"{low:04d}-01-01", f"{high:04d}-12-31", "year", relation)  # type: ignore[arg-type]
    if year < 1:
        return Resolved(f"-{-year - 1:04d}" if year < -1 else "0000", None, None, "year", relation)  # type: ignore[arg-type]
    return Resolved(f"{year:04d}", f"{year:04d}-01-01", f"{year:04d}-12-31", "year", relation)  # type: ignore[arg-type]


def decade_value(year: int) -> Resolved:
    """The decade that holds a year: ``201X``."""
    start = year // 10 * 10
    return Resolved(f"{start // 10:03d}X", f"{start:04d}-01-01", f"{start + 9:04d}-12-31", "decade")


def century_value(n: int, hijri: bool) -> Resolved:
    """The ``n``-th century (negative before our era): ``18XX``, ``-04XX``; about, where it is counted in Hijri years."""
    if hijri:
        low, high = cal.hijri_year_about((n - 1) * 100 + 1)[0], cal.hijri_year_about(n * 100)[1]
        return Resolved(f"{low:04d}~/{high:04d}~", f"{low:04d}-01-01", f"{high:04d}-12-31", "century")
    if n < 0:
        return Resolved(f"-{-n - 1:02d}XX", None, None, "century")
    return Resolved(f"{n - 1:02d}XX", f"{max(1, (n - 1) * 100):04d}-01-01", f"{n * 100 - 1:04d}-12-31", "century")


def span_of_unit(unit: str, day: date, step: int, relation: str) -> Resolved:
    """The week, month, year, decade or century that holds a day, or one ``step`` before or after it."""
    if unit == "W":
        moved = cal.shift_days(day, 7 * step) or day
        name, low, high = cal.week(moved)
        return Resolved(name, low.isoformat(), high.isoformat(), "week", relation)  # type: ignore[arg-type]
    if unit == "M":
        year, month = cal.shift_month(day.year, day.month, step)
        low, high = cal.month_days(year, month)
        return Resolved(f"{year:04d}-{month:02d}", low.isoformat(), high.isoformat(), "month", relation)  # type: ignore[arg-type]
    if unit == "Y":
        return year_value(day.year + step, False, relation)
    if unit == "DE":
        found = decade_value(day.year + 10 * step)
        return Resolved(found.value, found.earliest, found.latest, "decade", relation)  # type: ignore[arg-type]
    start = (day.year // 100 + step) * 100
    return Resolved(f"{start // 100:02d}XX", f"{start:04d}-01-01", f"{start + 99:04d}-12-31", "century", relation)  # type: ignore[arg-type]


def part_of_month(whole: Resolved, size: int, n: int) -> Resolved:
    """The ``n``-th half or third of a month (``size`` 2, 3 or 4), its ``n``-th seven days (0), so many days at either edge (below 0)."""
    if whole.earliest is None or whole.latest is None:
        return Resolved(None, None, None, "week" if size == 0 else whole.grain, whole.relation, (), whole.warning)
    first, last = date.fromisoformat(whole.earliest), date.fromisoformat(whole.latest)
    if size < 0:
        low, high = (last + timedelta(days=size + 1), last) if n < 0 else (first, first - timedelta(days=size + 1))
    elif n < 0:
        low, high = last - timedelta(days=6), last
    elif size == 0:
        low, high = first + timedelta(days=7 * (n - 1)), min(last, first + timedelta(days=7 * n - 1))
    else:
        days = {2: 15, 3: 10, 4: 8}[size]
        low, high = first + timedelta(days=days * (n - 1)), last if n == size else first + timedelta(days=days * n - 1)
    return Resolved(f"{low}/{high}", low.isoformat(), high.isoformat(), "week" if size == 0 else "day", whole.relation)


def narrowed(low: date, high: date, grain: str, mod: str) -> tuple[date, date]:
    """The beginning, middle or end of a period: a year's January, May to August or December; a month's ten days; else thirds."""
    third = {"START": 0, "MID": 1, "END": 2}[mod]
    if grain == "year" and (low.month, low.day) == (1, 1) and low.year == high.year:
        first, last = ((1, 1), (5, 8), (12, 12))[third]
        return date(low.year, first, 1), date(low.year, last, monthrange(low.year, last)[1])
    if grain == "month":
        first_day, last_day = ((0, 9), (10, 19), (20, 30))[third]
        return low + timedelta(days=first_day), min(high, low + timedelta(days=last_day))
    days = (high - low).days + 1
    return low + timedelta(days=days * third // 3), low + timedelta(days=days * (third + 1) // 3 - 1)
