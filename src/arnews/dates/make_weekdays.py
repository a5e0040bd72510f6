"""Productions for weekdays: alone, in pairs, beside a day, counted in a month."""

from __future__ import annotations

from dataclasses import replace

from arnews.dates.calendars import TOLERANCE, day_or_none, hijri_day, to_hijri
from arnews.dates.grammar import Match, Production
from arnews.dates.lookalikes import percent, surname
from arnews.dates.make_days import says_hijri, spread
from arnews.dates.model import Spec, Unit
from arnews.dates.vocabulary import guarded

# Days: a weekday with day and month is near the publication.
_NEAR_HIJRI = 120


def nth_weekday(m: Match) -> Unit | None:
    """``الأحد الأول من مايو``, ``الجمعة الأخيرة من رمضان``, ``آخر أحد من مارس``."""
    w = m.get("w") or m.units["v"]
    n = m.get("n") or m.get("f")
    x, e, y, r = m.get("x"), m.get("e"), m.get("y"), m.get("r")
    if (x is not None and x.value != "recent") or (e is not None and e.value != "END") or (n is not None and not 1 <= int(n.value) <= 5):
        return None
    month_: Spec = m.units["m"].value
    if y is not None or r is not None:
        month_ = replace(month_, year=y.value if y is not None else r.value.year if r is not None else None)
    place = float(n.value) if n is not None else -1.0
    return spread(m, "day", Spec("nth-weekday", month_.calendar, weekday=int(w.value), n=place, a=month_))


def weekday(m: Match) -> Unit | None:
    """``يوم الأربعاء``, ``السبت``; not ``خطيب الجمعة`` or ``سوق السبت``."""
    w = m.units["w"]
    words = m.doc.words
    paired = m.after is not None and m.after.kind in ("weekday", "and")
    both = w.value == "1" and m.before is not None and m.before.kind == "between" and not paired  # تناسب بين الاثنين
    epithet = w.last < len(words) and words[w.last].line == words[w.first].line and guarded(words[w.last].key, "dayepithet")
    if both or epithet or ("head" not in m.args and (percent(words, w.last) or surname(words, w.first, w.last))):
        return spread(m, "dead", Spec("name"))
    if "head" not in m.args and not w.cut and w.first:
        before = m.doc.words[w.first - 1]
        if before.line == m.doc.words[w.first].line and (guarded(before.key, "dayname") or guarded(before.key, "name")):
            return spread(m, "dead", Spec("name"))
    return spread(m, "wdy", Spec("weekday", weekday=int(w.value)))


def weekdays(m: Match) -> Unit | None:
    """``يومي السبت والأحد``: two days, the first and the next of that name."""
    if not m.units["b"].cut and m.doc.words[m.units["b"].first - 1].text != "و":
        return None
    a, b = (Spec("weekday", weekday=int(m.units[k].value)) for k in "ab")
    return spread(m, "int", Spec("interval", a=a, b=b))


def days_shared(m: Match) -> Unit | None:
    """``يومي الجمعة 16 والسبت 17 يونيو``: two days of the month that the second names."""
    a, b = m.units["a"], m.units["b"]
    high: Spec = b.value
    if high.kind != "date" or high.day is None or not int(a.value) < high.day or ("inner" not in m.args and not b.cut):
        return None
    low = replace(high, day=int(a.value), weekday=m.units["w"].value.weekday)
    return spread(m, "int", Spec("interval", high.calendar, a=low, b=high), first=m.units["w"] if "inner" in m.args else None)


def weekdays_days(m: Match) -> Unit | None:
    """``يومي الثلاثاء والأربعاء 11 و12 أفريل 2017``: two weekdays and the days that they are."""
    w, d = m.units["w"].value, m.units["d"].value
    if w.a is None or d.a is None or w.a.kind != "weekday" or d.a.kind != "date" or d.a.day is None:
        return None
    return spread(m, "int", d)


def with_weekday(m: Match) -> Unit | None:
    """A day with its weekday, on either side."""
    d, w = m.units["d"].value, m.units["w"].value
    if d.weekday is not None or (w.deixis is not None and d.deixis is not None):
        return None
    return spread(m, m.units["d"].kind, replace(d, weekday=w.weekday, part=d.part or w.part))


def weekday_pair(m: Match) -> Unit | None:
    """``الأربعاء 10/13``: day and month in digits are a date beside a weekday, in Saudi text usually one of the Hijri calendar."""
    a, b = (int(x) for x in m.units["p"].value)
    weekday: int = m.units["w"].value.weekday
    if _hijri(m, a, b, weekday):
        return spread(m, "day", Spec("date", "hijri", month=b, day=a, weekday=weekday))
    if not m.context.day_first:
        a, b = b, a
    if b > 12:
        a, b = b, a
    if not (1 <= a <= 31 and 1 <= b <= 12):
        return None
    return spread(m, "day", Spec("date", month=b, day=a, weekday=weekday))


def _hijri(m: Match, day: int, month: int, weekday: int) -> bool:
    """Whether ``الثلاثاء 10/12`` is a Hijri date: the text is of that calendar, and near the publication the weekday is right there.

    A month that began by sight can be a day off the tables; a Gregorian date on that very weekday, and nearer, wins.
    """
    today = m.context.day
    if today is None or not 1 <= day <= 30 or not 1 <= month <= 12:
        return False
    if m.context.country != "SA" and m.context.calendar != "hijri" and not says_hijri(m.doc.raw):
        return False
    here = to_hijri(today)
    hijri = [d for k in (-1, 0, 1) if here is not None and (d := hijri_day(here[0] + k, month, day)) is not None]
    near = min((abs((d - today).days) for d in hijri if (d.isoweekday() - weekday + 1) % 7 <= 2 * TOLERANCE), default=None)
    gregorian = [d for k in (-1, 0, 1) if (d := day_or_none(today.year + k, month, day)) is not None and d.isoweekday() == weekday]
    other = min((abs((d - today).days) for d in gregorian), default=None)
    return near is not None and near <= _NEAR_HIJRI and (other is None or near < other)


# The productions that rules name.
PRODUCTIONS: tuple[Production, ...] = (
    nth_weekday, weekday, weekdays, days_shared, weekdays_days, with_weekday, weekday_pair,
)  # fmt: skip
