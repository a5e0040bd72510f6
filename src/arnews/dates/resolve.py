"""From what the words mean to a value: EDTF, first and last day, resolved against the publication and the dates before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from arnews.dates import calendars as cal
from arnews.dates.feasts import holiday, nth_weekday, part_of_year, season, weekend
from arnews.dates.frame import Frame, distance
from arnews.dates.lengths import GRAIN, ago, count, unresolved
from arnews.dates.model import GREGORIAN, Resolved, Spec
from arnews.dates.periods import (
    century_value,
    decade_value,
    is_day,
    narrowed,
    on_day,
    part_of_month,
    period_text,
    span_of_unit,
    within,
    year_value,
)  # fmt: skip
from arnews.dates.tense import NEAR, Tense

UNKNOWN = Resolved(None, relation="relative")


def resolve(spec: Spec, frame: Frame) -> Resolved:
    """The value of a date, with a warning where it cannot be had (also beyond the years 1 to 9999, where days end)."""
    try:
        found = _resolved(spec, frame)
        if is_day(found.earliest) and is_day(found.latest):
            return found
    except (OverflowError, ValueError):
        pass
    return Resolved(None, relation="relative", warning=("range", "outside the years 1 to 9999"))


def _resolved(spec: Spec, frame: Frame) -> Resolved:
    found = _HANDLERS[spec.kind](spec, frame)
    if spec.hour is not None and found.value is not None and len(found.value) == 10 and spec.kind != "interval":
        return _at_hour(spec, found)
    if spec.mod in ("START", "MID", "END") and found.earliest is not None and found.latest is not None and found.grain is not None:
        low, high = narrowed(date.fromisoformat(found.earliest), date.fromisoformat(found.latest), found.grain, spec.mod)
        return replace(found, earliest=low.isoformat(), latest=high.isoformat())
    return found


def _at_hour(spec: Spec, day: Resolved) -> Resolved:
    """A day at the time that its words name, if they name one."""
    if spec.hour is None:
        return day
    seconds = f":{spec.second:02d}" if spec.second is not None else ""
    return replace(day, value=f"{day.value}T{spec.hour:02d}:{spec.minute or 0:02d}{seconds}", grain="minute")


def _absolute(spec: Spec, year: int, relation: str) -> Resolved:
    """A date whose year is known."""
    hijri = spec.calendar == "hijri"
    if spec.month is None:
        return year_value(year, hijri, relation)
    if year < 1:
        return Resolved(f"-{-year - 1:04d}-{spec.month:02d}", None, None, "month", relation)  # type: ignore[arg-type]
    if spec.day is None:
        bounds = cal.hijri_month(year, spec.month) if hijri else cal.month_days(year, spec.month)
        if bounds is None:
            return Resolved(None, relation=relation, warning=("hijri-range", "no table for this Hijri year"))  # type: ignore[arg-type]
        value = f"{bounds[0]}/{bounds[1]}" if hijri else f"{year:04d}-{spec.month:02d}"
        return within(value, *bounds, "month", relation)
    day = cal.hijri_day(year, spec.month, spec.day) if hijri else cal.day_or_none(year, spec.month, spec.day)
    if day is None and hijri and spec.day == 30:
        # A month of 29 days by the tables that was sighted to be of 30: the day after its 29th.
        day = cal.hijri_day(year, spec.month, 29)
        day = day and cal.shift_days(day, 1)
    if day is None:
        outside = hijri and not cal.HIJRI_YEARS[0] <= year <= cal.HIJRI_YEARS[1]
        code, message = ("hijri-range", "no table for this Hijri year") if outside else ("no-such-day", "the calendar has no such day")
        return Resolved(None, relation=relation, warning=(code, message))  # type: ignore[arg-type]
    return _checked(spec, day, relation)


def _checked(spec: Spec, day: date, relation: str) -> Resolved:
    """A day, with its weekday and its twin in the other calendar compared."""
    warning = None
    if spec.twin is not None:
        t = spec.twin
        other = _twin_day(t, day)
        if other is not None and abs((other - day).days) > cal.TOLERANCE:
            warning = ("twin-mismatch", f"the two calendars disagree: {day} and {other}")
    if spec.weekday is not None and day.isoweekday() != spec.weekday:
        warning = ("weekday-mismatch", f"{day} is not the weekday that the text names")
    alternatives = tuple(v for a in spec.alternatives if a.year is not None and (v := _absolute(a, a.year, relation).value) is not None)
    return on_day(day, relation, alternatives, warning)


def _twin_day(twin: Spec, day: date) -> date | None:
    if twin.month is None or twin.day is None:
        return None
    year = twin.year
    if year is None:
        here = cal.to_hijri(day)
        if here is None:
            return None
        year = here[0]
    return cal.hijri_day(year, twin.month, twin.day) or cal.hijri_day(year, twin.month, min(twin.day, 29))


def _date(spec: Spec, frame: Frame) -> Resolved:
    if spec.part_of is not None:
        whole = resolve(replace(spec, part_of=None), frame)
        return part_of_month(whole, *spec.part_of)
    if spec.year is not None and spec.calendar == "hijri" and spec.year >= GREGORIAN and spec.month is not None:
        return _hijri_in(spec, spec.year)
    if spec.year is not None:
        found = _absolute(spec, spec.year, "absolute")
        if found.value is None and spec.twin is not None and spec.twin.year is not None:
            return _absolute(spec.twin, spec.twin.year, "absolute")
        if spec.month is None and spec.alternatives:
            extra = tuple(v for a in spec.alternatives if a.year and (v := _absolute(a, a.year, "absolute").value))
            return replace(found, alternatives=extra)
        return found
    if spec.twin is not None and spec.twin.year is not None and spec.month is not None:
        # 25 شوال 1436 هـ الموافق 10 أغسطس: the Hijri year gives the Gregorian one.
        around = _absolute(replace(spec.twin, twin=None), spec.twin.year, "absolute")
        if around.earliest is not None:
            return _nearest(spec, date.fromisoformat(around.earliest), None, "absolute")
    if spec.month is None:
        return _day_of_month(spec, frame)
    today, relation = frame.today, "relative"
    if spec.deixis in ("same", "after", "before"):
        if frame.anchor is None:
            return _open(spec)
        return _absolute(spec, frame.anchor[0] + {"same": 0, "after": 1, "before": -1}[spec.deixis], "anaphoric")
    if today is None:
        return _open(spec)
    if frame.history and spec.deixis is None and spec.unit is None and spec.weekday is None and frame.anchor is not None:
        if spec.calendar == "hijri":
            return _open(spec)
        return _absolute(spec, frame.anchor[0], "anaphoric")
    if spec.unit == "Y" and spec.deixis in _STEP:
        here = cal.to_hijri(today) if spec.calendar == "hijri" else (today.year,)
        return _absolute(spec, here[0] + _STEP[spec.deixis], relation) if here else _open(spec)
    if spec.deixis in _STEP:
        return _month_beside(spec, today)
    if spec.offset is not None:
        return _nearest(spec, today + timedelta(days=spec.offset), None, relation)
    return _nearest(spec, today, frame.tense(NEAR), relation, certain=frame.certain)


def _hijri_in(spec: Spec, year: int) -> Resolved:
    """A Hijri day or month that begins in a Gregorian year; a year that has two of them gives the other as an alternative."""
    here = cal.to_hijri(date(year, 1, 1))
    found = [_absolute(replace(spec, year=here[0] + k), here[0] + k, "absolute") for k in (0, 1)] if here else []
    fits = [r for r in found if r.earliest is not None and r.earliest[:4] == f"{year:04d}"]
    if not fits:
        return Resolved(None, warning=("hijri-range", "no table for this Hijri year"))
    others = tuple(r.value for r in fits[1:] if r.value is not None)
    return replace(fits[0], alternatives=others)


_STEP = {"past2": -2, "past": -1, "recent": -1, "now": 0, "next": 1, "next2": 2}


def _open(spec: Spec) -> Resolved:
    """A named month or day that nothing resolves keeps its year open; a Hijri one has no value."""
    warning = ("unresolved", "no publication date to resolve it against")
    if spec.calendar == "hijri":
        return Resolved(None, grain="day" if spec.day else "month", relation="relative", warning=warning)
    value = f"XXXX-{spec.month:02d}" + (f"-{spec.day:02d}" if spec.day else "")
    return Resolved(value, None, None, "day" if spec.day else "month", "relative", (), warning)


def _candidates(spec: Spec, around: date) -> list[tuple[date, date, Resolved]]:
    """The date in the years around a day, earliest first."""
    if spec.calendar == "hijri":
        here = cal.to_hijri(around)
        years: tuple[int, ...] = (here[0] - 1, here[0], here[0] + 1) if here else ()
    else:
        years = tuple(y for y in (around.year - 1, around.year, around.year + 1) if 1 <= y <= 9999)
        if (spec.month, spec.day) == (2, 29):
            years = tuple(y for y in range(around.year - 8, around.year + 9) if y % 4 == 0)
    out = []
    for year in years:
        found = _absolute(replace(spec, alternatives=()), year, "relative")
        if found.earliest is not None and found.latest is not None:
            out.append((date.fromisoformat(found.earliest), date.fromisoformat(found.latest), found))
    return out


# Days: how lately, and how far ahead, for the nearest date to win over the tense.
_RECENT, _LATER = 75, 250


def _nearest(spec: Spec, around: date, tense: Tense | None, relation: str, *, certain: bool = False) -> Resolved:
    """The year nearest to ``around`` that the tense allows; a weekday beside the day decides between the years."""
    found = _candidates(spec, around)
    if not found:
        return replace(_open(spec), warning=("no-such-day", "the calendar has no such day")) if spec.day else _open(spec)
    if spec.weekday is not None:
        agree = [c for c in found if c[2].warning is None or c[2].warning[0] != "weekday-mismatch"]
        found = agree or found
    allowed = [c for c in found if (tense == "past" and c[0] <= around) or (tense == "future" and c[1] >= around) or tense is None] or found
    ranked = sorted(allowed, key=lambda c: distance(around, c[0], c[1]))
    # A day of last week is not put off by a year because its clause has a verb of the future (خطاب العيد الذي سيذكره الجميع).
    close = min(found, key=lambda c: distance(around, c[0], c[1]))
    guessed = not certain and (tense == "future" or spec.calendar == "hijri")
    if guessed and distance(around, *close[:2]) <= _RECENT < _LATER < distance(around, *ranked[0][:2]):
        ranked = [close, *ranked]
    best = ranked[0][2]
    others: tuple[str, ...] = ()
    if (
        tense is None
        and spec.weekday is None
        and relation == "relative"
        and len(ranked) > 1
        and ranked[0][0] != around
        and ranked[1][2].value
    ):
        others = (ranked[1][2].value,)
    return replace(best, relation=relation, alternatives=others)  # type: ignore[arg-type]


def _month_beside(spec: Spec, today: date) -> Resolved:
    """``نوفمبر الماضي``: the nearest such month before, around or after the publication."""
    step = _STEP[str(spec.deixis)]
    found = _candidates(replace(spec, day=None, weekday=None, twin=None), today)
    index = None
    if step < 0:
        index = max((i for i, c in enumerate(found) if c[1] < today), default=None)
    elif step > 0:
        index = min((i for i, c in enumerate(found) if c[0] > today), default=None)
    elif found:
        index = min(
            range(len(found)),
            key=lambda i: (
                0 if found[i][0] <= today <= found[i][1] else min(abs((found[i][0] - today).days), abs((found[i][1] - today).days))
            ),
        )
    if index is None:
        return _open(spec)
    start = found[index][0]
    here = cal.to_hijri(start) if spec.calendar == "hijri" else (start.year,)
    return _absolute(spec, here[0], "relative") if here else _open(spec)


def _day_of_month(spec: Spec, frame: Frame) -> Resolved:
    """``13 من الشهر الجاري``."""
    steps = {**_STEP, "same": 0, "after": 1, "before": -1}
    if spec.deixis in ("same", "after", "before"):
        if frame.anchor is None or frame.anchor[1] is None:
            return unresolved("anaphoric")
        base: tuple[int, int] | None = (frame.anchor[0], frame.anchor[1])
    else:
        base = (frame.today.year, frame.today.month) if frame.today else None
    if base is None or spec.deixis not in steps:
        return unresolved()
    year, month = cal.shift_month(*base, steps[spec.deixis])
    return _absolute(replace(spec, month=month), year, "relative")


def _relday(spec: Spec, frame: Frame) -> Resolved:
    offset = spec.offset or 0
    a = frame.anchor
    base = cal.day_or_none(a[0], a[1], a[2]) if a and a[1] and a[2] else None
    # يوم 9 ماي ... في هذا اليوم: the day told of; without one, the day of publication
    if spec.deixis == "same" or (spec.deixis == "this" and base is not None and spec.weekday is None and spec.part is None):
        day = base and cal.shift_days(base, offset)
        return on_day(day, "anaphoric") if day else unresolved("anaphoric", "day")
    day = frame.today and cal.shift_days(frame.today, offset)
    if day is None:
        return unresolved(grain="day")
    return _checked(replace(spec, alternatives=()), day, "relative")


def _weekday(spec: Spec, frame: Frame) -> Resolved:
    today = frame.today
    if today is None or spec.weekday is None:
        return unresolved(grain="day")
    if spec.a is not None:
        week = resolve(spec.a, frame)
        return on_day(date.fromisoformat(week.earliest) + timedelta(days=spec.weekday - 1), "relative") if week.earliest else unresolved()
    back = (today.isoweekday() - spec.weekday) % 7
    if spec.deixis in ("past", "recent", "past2"):
        day = today - timedelta(days=(back or 7) + (7 if spec.deixis == "past2" else 0))
    elif spec.deixis in ("next", "next2"):
        day = today + timedelta(days=7 - back + (spec.offset or 0) + (7 if spec.deixis == "next2" else 0))
    elif spec.deixis == "now":
        day = today + timedelta(days=spec.weekday - today.isoweekday())
        tense = frame.tense()
        if (tense == "past" and day > today) or (tense == "future" and day < today):
            day += timedelta(days=7 if day < today else -7)
    elif spec.deixis in ("after", "before", "same"):
        a = frame.anchor
        base = cal.day_or_none(a[0], a[1], a[2]) if a and a[1] and a[2] else None
        if base is None:
            return unresolved("anaphoric", "day")
        return on_day(base + timedelta(days=(spec.weekday - base.isoweekday()) % 7 or 7), "anaphoric")
    elif frame.tense() == "future":
        day = today + timedelta(days=(7 - back) % 7 or (7 if back == 0 else 0))
    else:
        day = today - timedelta(days=back)
    return on_day(day, "relative")


def _unit(spec: Spec, frame: Frame) -> Resolved:
    unit = spec.unit or "Y"
    if spec.a is not None:
        year = resolve(spec.a, frame)
        if frame.anchor is None or frame.anchor[1] is None or year.earliest is None:
            return unresolved("anaphoric", "month")
        return _absolute(Spec("date", month=frame.anchor[1]), int(year.earliest[:4]), "anaphoric")
    if spec.deixis in ("same", "after", "before"):
        step = {"same": 0, "after": 1, "before": -1}[spec.deixis]
        a = frame.anchor
        base = cal.day_or_none(a[0], a[1] or 1, a[2] or 1) if a and (unit == "Y" or a[1]) and (unit != "W" or a[2]) else None
        return span_of_unit(unit, base, step, "anaphoric") if base else unresolved("anaphoric", GRAIN.get(unit))
    if frame.today is None:
        return unresolved(grain=GRAIN.get(unit))
    if spec.calendar == "hijri" and unit == "Y":
        here = cal.to_hijri(frame.today)
        return year_value(here[0] + _STEP[str(spec.deixis)], True, "relative") if here else unresolved(grain="year")
    return span_of_unit(unit, frame.today, _STEP[str(spec.deixis)], "relative")


def _set(spec: Spec, frame: Frame) -> Resolved:
    return Resolved(spec.text or period_text(spec.n, str(spec.unit)), None, None, None)


def _century(spec: Spec, frame: Frame) -> Resolved:
    return century_value(int(spec.n or 0), spec.calendar == "hijri")


def _decade(spec: Spec, frame: Frame) -> Resolved:
    tens = int(spec.n or 0)
    if spec.a is not None:
        found = resolve(spec.a, frame)
        if found.earliest is None:
            return replace(unresolved(grain="decade"), alternatives=(f"19{tens // 10}X",) if spec.a.deixis == "past" else ())
        return replace(decade_value(int(found.earliest[:4]) // 100 * 100 + tens), relation=found.relation)
    if frame.today is None:
        return replace(unresolved(grain="decade"), alternatives=(f"19{tens // 10}X",))
    start = frame.today.year // 100 * 100 + tens
    if start > frame.today.year:
        start -= 100
    return replace(decade_value(start), relation="relative")


def _interval(spec: Spec, frame: Frame) -> Resolved:
    if spec.a is None or spec.b is None:
        return UNKNOWN
    low = resolve(spec.a, frame)
    b = spec.b
    if b.kind == "clock" and low.earliest is not None:
        frame = replace(frame, clock_day=date.fromisoformat(low.earliest))
    after = date.fromisoformat(low.earliest) if low.earliest else None
    if b.kind == "weekday" and after is not None and b.weekday is not None:
        high = _at_hour(b, on_day(after + timedelta(days=(b.weekday - after.isoweekday()) % 7), low.relation))
    elif b.kind == "date" and b.year is None and b.month is not None and after is not None:
        found = [c for c in _candidates(b, after) if c[0] >= after]
        high = found[0][2] if found else resolve(b, frame)
    else:
        high = resolve(b, frame)
    if low.value is None or high.value is None:
        return replace(low, value=None, earliest=None, latest=None)
    ends = [r.value.split("/")[k] if r.value.count("/") == 1 else r.value for k, r in ((0, low), (1, high)) if r.value]
    if low.earliest and high.latest and low.earliest > high.latest:
        return Resolved(None, None, None, low.grain, low.relation, (), ("inverted", "the end lies before the beginning"))
    return Resolved("/".join(ends), low.earliest, high.latest, low.grain, low.relation, (), low.warning or high.warning)


def _clock(spec: Spec, frame: Frame) -> Resolved:
    day = frame.clock_day or frame.today
    if day is None:
        warning = ("unresolved", "no day to put the time on")
        return Resolved(None, None, None, "minute", "relative", (f"T{spec.hour or 0:02d}:{spec.minute or 0:02d}",), warning)
    return on_day(day, "anaphoric" if frame.clock_day else "relative")


_HANDLERS: dict[str, Callable[[Spec, Frame], Resolved]] = {
    "date": _date, "relday": _relday, "weekday": _weekday, "unit": _unit, "count": count, "ago": ago, "set": _set,
    "century": _century, "decade": _decade, "interval": _interval, "clock": _clock,
    "nth-weekday": lambda spec, frame: nth_weekday(spec, frame, resolve),
    "holiday": lambda spec, frame: holiday(spec, frame, resolve), "part-of-year": lambda spec, frame: part_of_year(spec, frame, resolve),
    "season": lambda spec, frame: season(spec, frame, resolve), "weekend": weekend,
}  # fmt: skip
