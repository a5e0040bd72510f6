"""Feasts, seasons, quarters and weekends: parts of a year that resolve against a year or against the publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from arnews.dates import calendars as cal
from arnews.dates.frame import Frame, Resolver, distance
from arnews.dates.model import Resolved, Spec

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
# First EDTF code of the parts of a year (level 2): quarters 33 to 36, thirds 37 to 39, halves 40 and 41.
_PART_CODES = {4: 33, 3: 37, 2: 40}
# Countries whose weekend is Friday and Saturday (Saturday and Sunday elsewhere, and where the country is not known).
_FRIDAY_WEEKEND = frozenset({"SA", "EG", "KW", "QA", "BH", "OM", "YE", "IQ", "JO", "SY", "PS", "LY", "SD", "DZ"})


def _year(spec: Spec, frame: Frame, resolve: Resolver) -> tuple[int, str] | None:
    """The Gregorian year that a part of a year belongs to, and how it was reached."""
    if spec.year is not None:
        return spec.year, "absolute"
    found = resolve(Spec("unit", unit="Y", deixis=spec.deixis or "now"), frame)
    return (int(found.earliest[:4]), found.relation) if found.earliest else None


def part_of_year(spec: Spec, frame: Frame, resolve: Resolver) -> Resolved:
    """``الربع الأول من 2024``: EDTF ``2024-33``."""
    year = _year(spec, frame, resolve)
    if year is None or spec.part_of is None or spec.calendar == "hijri":
        return Resolved(None, grain="quarter", relation="relative", warning=("unresolved", "no year to resolve it against"))
    size, n = spec.part_of
    months = 12 // size
    low, high = date(year[0], (n - 1) * months + 1, 1), cal.month_days(year[0], n * months)[1]
    return Resolved(f"{year[0]:04d}-{_PART_CODES[size] + n - 1}", low.isoformat(), high.isoformat(), "quarter", year[1])  # type: ignore[arg-type]


def _season_days(code: int, year: int) -> tuple[date, date]:
    first, last = _SEASON_MONTHS[code]
    end = cal.shift_month(year, 1, last - 1)
    return date(year, first, 1), cal.month_days(*end)[1]


def season(spec: Spec, frame: Frame, resolve: Resolver) -> Resolved:
    """``صيف 2014``: EDTF ``2014-22``; winter runs from December of its year to the next February."""
    code = int(spec.n or 0)
    if spec.year is None and spec.unit is None:
        if frame.today is None:
            return Resolved(None, grain="quarter", relation="relative", warning=("unresolved", "no publication date to resolve it against"))
        today = frame.today
        around = [(*_season_days(code, y), y) for y in range(today.year - 2, today.year + 2)]
        if spec.deixis in ("past", "recent"):
            fits = [s for s in around if s[1] < today][-1:]
        elif spec.deixis == "next":
            fits = [s for s in around if s[0] > today][:1]
        else:
            fits = sorted(around, key=lambda s: distance(today, s[0], s[1]))[:1]
        if not fits:
            return Resolved(None, grain="quarter", relation="relative")
        year: tuple[int, str] | None = (fits[0][2], "relative")
    else:
        year = _year(spec, frame, resolve)
    if year is None or spec.calendar == "hijri":
        return Resolved(None, grain="quarter", relation="relative", warning=("unresolved", "no year to resolve it against"))
    low, high = _season_days(code, year[0])
    return Resolved(f"{year[0]:04d}-{code}", low.isoformat(), high.isoformat(), "quarter", year[1])  # type: ignore[arg-type]


def holiday(spec: Spec, frame: Frame, resolve: Resolver) -> Resolved:
    """``عيد الأضحى``: its first day as the value, its last day as the latest."""
    base = spec.a or Spec("unit")
    if spec.text is not None:
        return _easter(spec, base, frame, resolve)
    day = Spec("date", spec.calendar, month=spec.month, day=spec.day, part=spec.part)
    if base.year is not None:
        year = base.year
        if spec.calendar == "hijri" and base.calendar == "gregorian":
            # Feasts of the Hijri calendar that fall in a Gregorian year.
            here = cal.to_hijri(date(year, 7, 1)) if 1924 < year < 2077 else None
            options = [resolve(replace(day, year=here[0] + k), frame) for k in (-1, 0, 1)] if here else []
            fits = [r for r in options if r.earliest and r.earliest.startswith(f"{year:04d}")]
            found = fits[0] if fits else Resolved(None, grain="day")
        else:
            found = resolve(replace(day, year=year), frame)
    elif base.unit == "Y" and base.deixis is not None:
        whole = _year(replace(base, year=None), frame, resolve)
        if whole is None:
            found = Resolved(None, grain="day", relation="relative", warning=("unresolved", "no publication date to resolve it against"))
        else:
            return replace(holiday(replace(spec, a=Spec("date", year=whole[0])), frame, resolve), relation="relative")
    else:
        found = _beside(day, base.deixis, frame, resolve)
    if found.latest is not None and spec.n:
        last = date.fromisoformat(found.latest) + timedelta(days=int(spec.n) - 1)
        found = replace(found, latest=last.isoformat())
    return found


def _easter(spec: Spec, base: Spec, frame: Frame, resolve: Resolver) -> Resolved:
    """Easter and the days counted from it: of the year named, else the nearest that the words or the tense allow.

    A feast of a calendar that is not known here (``open``: عيد الفصح اليهودي) has no day.
    """
    if spec.text == "open":
        return Resolved(None, grain="day", relation="relative", warning=("unresolved", "a feast of a calendar that is not known here"))
    year = base.year
    if year is None and base.unit == "Y":
        found = _year(replace(base, year=None), frame, resolve)
        year = found[0] if found is not None else None
    if (year is None and frame.today is None) or (year is not None and not 1900 <= year <= 2099):
        return Resolved(None, grain="day", relation="relative", warning=("unresolved", "no year to resolve it against"))
    years = [year or 1900] if year is not None or frame.today is None else [frame.today.year + k for k in (-1, 0, 1)]
    days = [cal.easter(y, spec.text == "east") + timedelta(days=spec.offset or 0) for y in years]
    today = frame.today
    tense = {"past": "past", "recent": "past", "next": "future", "now": None}.get(base.deixis or "", frame.tense())
    if year is None and today is not None:
        days = [d for d in days if (tense != "past" or d <= today) and (tense != "future" or d >= today)]
        days.sort(key=lambda d: abs((d - today).days))
    iso = days[0].isoformat()
    return Resolved(iso, iso, iso, "day", "absolute" if base.year is not None else "relative")


def _beside(day: Spec, deixis: str | None, frame: Frame, resolve: Resolver) -> Resolved:
    """The feast before, after or nearest to the publication, as the tense allows."""
    if frame.today is None:
        if day.calendar == "hijri":
            return Resolved(None, grain="day", relation="relative", warning=("unresolved", "no publication date to resolve it against"))
        return resolve(replace(day, deixis=None), frame)
    tense = {"past": "past", "recent": "past", "next": "future", "now": None}.get(deixis or "", "")
    if tense == "":
        return resolve(day, frame)
    here = replace(frame, tense=lambda *_: tense, certain=True)  # type: ignore[arg-type]
    if tense is None:
        return replace(resolve(day, here), alternatives=())
    moved = replace(here, today=frame.today + timedelta(days=-1 if tense == "past" else 1))
    return resolve(day, moved)


def nth_weekday(spec: Spec, frame: Frame, resolve: Resolver) -> Resolved:
    """``الأحد الأول من مايو``: counted in the month when that is known; ``n`` of -1 is the last."""
    whole = resolve(spec.a, frame) if spec.a is not None else Resolved(None)
    unknown = Resolved(None, grain="day", relation="relative", warning=("unresolved", "no month to count it in"))
    if whole.earliest is None or whole.latest is None or spec.n is None:
        return unknown
    first, last = date.fromisoformat(whole.earliest), date.fromisoformat(whole.latest)
    if spec.weekday is None:
        day = last if spec.n < 0 else first + timedelta(days=int(spec.n) - 1)
    elif spec.n < 0:
        day = last - timedelta(days=(last.isoweekday() - spec.weekday) % 7)
    else:
        day = first + timedelta(days=(spec.weekday - first.isoweekday()) % 7 + 7 * (int(spec.n) - 1))
    return Resolved(day.isoformat(), day.isoformat(), day.isoformat(), "day", whole.relation) if day <= last else unknown


def weekend(spec: Spec, frame: Frame) -> Resolved:
    """``نهاية الأسبوع``: Saturday and Sunday of its ISO week, Friday and Saturday where the country rests then."""
    if frame.today is None:
        return Resolved(None, grain="day", relation="relative", warning=("unresolved", "no publication date to resolve it against"))
    step = spec.offset or 0
    if step == 0 and spec.deixis is None and frame.tense() == "past" and frame.today.isoweekday() < 5:
        step = -1
    monday = cal.week(frame.today)[1] + timedelta(days=7 * step)
    friday, saturday, sunday = (monday + timedelta(days=k) for k in (4, 5, 6))
    pairs = [(saturday, sunday), (friday, saturday)]
    if frame.country in _FRIDAY_WEEKEND:
        pairs.reverse()
    low, high = pairs[0]
    return Resolved(f"{low}/{high}", low.isoformat(), high.isoformat(), "day", "relative", (f"{pairs[1][0]}/{pairs[1][1]}",))
