"""mahad (Maha): ``parse_dimension`` for times or for numerals."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from comparison.readers import Find, Setting, first_and_last, noon


def imports() -> None:
    from maha.parsers.functions import parse_dimension  # noqa: F401


class MahaReader:
    def __init__(self, setting: Setting) -> None:
        from maha.parsers.functions import parse_dimension

        self._parse = parse_dimension
        self._dates = setting.task == "dates"
        self._now = datetime.min

    def run(self, text: str, published: date | None) -> Any:
        self._now = noon(published)
        return self._parse(text, time=True) if self._dates else self._parse(text, numeral=True)

    def finds(self, text: str, result: Any) -> list[Find]:
        if not self._dates:
            return [{"start": d.start, "end": d.end, "values": [float(d.value)]} for d in result]
        out = []
        for d in result:
            ends = [self._days(v) for v in (getattr(d.value, "start", d.value), getattr(d.value, "end", d.value))]
            known = [e for e in ends if e]
            # An interval open at one end counts as its other end: للقائه أمس is read as "until yesterday".
            out.append({"start": d.start, "end": d.end, "first": known[0][0] if known else None, "last": known[-1][1] if known else None})
        return out

    def _days(self, value: Any) -> tuple[str, str] | None:
        if value is None:
            return None
        try:
            day = (self._now + value).date()
        except (ValueError, OverflowError, TypeError):
            return None
        if value.is_days_set() or value.is_hours_set() or value.is_minutes_set() or value.weekday is not None:
            return first_and_last(day, "day")
        if value.is_weeks_set():
            return first_and_last(day, "week")
        months = value.is_months_set() or value.next_month is not None or value.prev_month is not None
        return first_and_last(day, "month" if months else "year" if value.is_years_set() else "day")


def load(setting: Setting) -> MahaReader:
    return MahaReader(setting)
