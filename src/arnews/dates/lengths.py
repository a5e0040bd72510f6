"""Lengths of time and the points they lead to: ``ثلاثة أيام``, ``الأشهر المقبلة``, ``قبل عامين``."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Literal

from arnews.dates import calendars as cal
from arnews.dates.frame import Frame
from arnews.dates.model import Resolved, Spec
from arnews.dates.periods import Bounds, decade_value, on_day, period_text, span_of_unit, within, year_value
from arnews.records import Grain

# EDTF writes years of four digits; what lies further back is no year that somebody counted.
_EDTF_YEARS = 10_000
_PER_HOUR = {"TH": 1, "TM": 60, "TS": 3600}
GRAIN: dict[str, Grain] = {"W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century"}


def unresolved(relation: Literal["relative", "anaphoric"] = "relative", grain: Grain | None = None) -> Resolved:
    """No value, and a warning that says what it lacks."""
    what = "nothing named before it" if relation == "anaphoric" else "no publication date to resolve it against"
    return Resolved(None, None, None, grain, relation, (), ("unresolved", what))


def count(spec: Spec, frame: Frame) -> Resolved:
    """A stretch of time, with its days where it touches the publication (``الأشهر المقبلة``)."""
    value = period_text(spec.n, str(spec.unit))
    if spec.a is not None:
        value += "/" + period_text(spec.a.n, str(spec.a.unit))
    rest = spec.b
    while rest is not None:
        more = period_text(rest.n, str(rest.unit))
        value += more[2 if more.startswith("PT") and "T" in value else 1 :]
        rest = rest.b
    grain = {"TS": "minute", "TM": "minute", "TH": "hour", "D": "day", **GRAIN}.get(str(spec.unit))
    if spec.deixis is None:
        return Resolved(value, None, None, grain)
    today = frame.today
    if today is None:
        warning = ("unresolved", "no publication date to resolve it against")
        return Resolved(value, None, None, grain, "relative", (), warning)
    sign = -1 if spec.deixis in ("past", "past2") else 1
    far = Bounds.shifted(today, sign * spec.n, str(spec.unit)) if spec.n is not None else None
    ends = (far, today) if sign < 0 else (today, far)
    low, high = (e.isoformat() if e else None for e in ends)
    return Resolved(value, low, high, grain, "relative")


def ago(spec: Spec, frame: Frame) -> Resolved:
    """A point so far before or after the publication: years give a year, months a month, weeks and days a day."""
    unit, n = str(spec.unit), spec.n or 0.0
    sign = spec.offset or -1
    if unit in ("TH", "TM", "TS"):
        grain: Grain = "hour" if unit == "TH" else "minute"
        if frame.now is not None:
            hours = n / _PER_HOUR[unit] + ((spec.b.n or 0.0) / _PER_HOUR[str(spec.b.unit)] if spec.b is not None else 0.0)
            at = frame.now + timedelta(hours=sign * hours)
            return Resolved(at.isoformat(timespec="minutes"), at.date().isoformat(), at.date().isoformat(), grain, "relative")
        if frame.today is None:
            return unresolved(grain=grain)
        ends = sorted((frame.today, Bounds.shifted(frame.today, sign * n, unit) or frame.today))
        if ends[0] == ends[1]:
            ends = sorted((frame.today, frame.today + timedelta(days=sign)))
        return Resolved(
            None, ends[0].isoformat(), ends[1].isoformat(), grain, "relative", (), ("no-clock", "the publication has no time of day")
        )
    if frame.today is None:
        return unresolved(grain={"D": "day", **GRAIN}.get(unit))
    day = Bounds.shifted(frame.today, sign * n, unit)
    if spec.b is not None and day is not None:
        day = Bounds.shifted(day, sign * (spec.b.n or 0.0), str(spec.b.unit))
        unit = "D" if str(spec.b.unit).startswith("T") else str(spec.b.unit)
    if day is None and unit == "Y" and sign < 0 and frame.today.year <= n < _EDTF_YEARS and n == int(n):
        # قبل 5000 سنة: EDTF counts a year 0, so that 2025 less 5,000 is the year -2975.
        return Resolved(f"-{int(n) - frame.today.year:04d}", None, None, "year", "relative")
    if day is None:
        return unresolved()
    if unit in ("D", "W"):
        return on_day(day, "relative")
    if unit == "M" or (unit == "Y" and n != int(n)):
        return within(f"{day.year:04d}-{day.month:02d}", *cal.month_days(day.year, day.month), "month", "relative")
    if unit == "Y":
        return year_value(day.year, False, "relative")
    return replace(decade_value(day.year), relation="relative") if unit == "DE" else span_of_unit("CE", day, 0, "relative")
