"""Productions for days inside a week or a month, for pairs of digits, and for months by their number: ``أول جمعة من أكتوبر``."""

from __future__ import annotations

from dataclasses import replace

from arnews.dates.grammar import Match, Production
from arnews.dates.make_days import spread
from arnews.dates.make_periods import which
from arnews.dates.model import Spec, Unit
from arnews.dates.tense import tense_at
from arnews.dates.vocabulary import guarded, listed

# Shares that the press writes in digits: 1/2, 3/4, 7/8, 9/10.
_BELOW = (2, 3, 4, 5, 8, 10)
_ALWAYS = ((24, 7), (9, 11))


def _place(m: Match) -> float | None:
    """Which one: from ``أول`` and ``آخر``, ``الأخير``, or an ordinal."""
    n, e, x = m.get("n"), m.get("e"), m.get("x")
    if n is not None:
        return float(n.value) if 1 <= int(n.value) <= 31 else None
    if e is not None:
        word = m.doc.words[e.first].key[e.cut :]
        return 1.0 if guarded(word, "firstof") else -1.0 if guarded(word, "lastof") else None
    return -1.0 if x is not None and x.value == "recent" else None


def _month(m: Match) -> Spec | None:
    """The month that a day or week is counted in, with its year or its place beside the publication."""
    if (u := m.get("u")) is not None:
        z = m.get("z")
        return Spec("unit", unit=str(u.value), deixis=z.value if z is not None else "now")
    spec: Spec = m.units["m"].value
    if (z := m.get("z")) is not None:
        spec = replace(spec, deixis=z.value)
    if (r := m.get("r")) is not None:
        spec = replace(spec, year=r.value.year)
    if (y := m.get("y")) is not None:
        spec = replace(spec, year=int(y.value))
    return spec


def counted_day(m: Match) -> Unit | None:
    """``آخر يوم من الشهر الجاري``, ``أول جمعة من أكتوبر``, ``اليوم الأخير من رمضان``."""
    place, month = _place(m), _month(m)
    if place is None or month is None or month.deixis in ("same", "after", "before", "rest"):
        return None
    w = m.get("w") or m.get("v")
    if w is not None and place > 5:
        return None
    return spread(m, "day", Spec("nth-weekday", month.calendar, weekday=int(w.value) if w is not None else None, n=place, a=month))


def counted_week(m: Match) -> Unit | None:
    """``الأسبوع الأخير من أغسطس``, ``أول أسبوع من أكتوبر``: its last or first seven days."""
    place, month = _place(m), _month(m)
    if place is None or month is None or month.kind != "date":
        return None
    return spread(m, "mon", replace(month, part_of=(0, int(place))))


def tens_of_month(m: Match) -> Unit:
    """``العشر الأواخر من رمضان``: a third of a month; of Ramadan where none is named."""
    month = m.get("m")
    spec: Spec = month.value if month is not None else Spec("date", "hijri", month=9)
    return spread(m, "mon", replace(spec, part_of=(3, int(m.units["t"].value))))


def days_of_month(m: Match) -> Unit | None:
    """``الأيام العشرة الأولى من محرم``, ``الليالي العشر الأخيرة من رمضان``: so many days at either edge of a month."""
    n, x, f = int(m.units["n"].value), m.get("x"), m.get("f")
    last = x is not None and x.value == "recent"
    if not 2 <= n <= 20 or (x is not None and not last) or (f is not None and int(f.value) != 1):
        return None
    return spread(m, "mon", replace(m.units["m"].value, part_of=(-n, -1 if last else 1)))


def pair_day(m: Match) -> Unit | None:
    """``يوم 21/9``, ``بتاريخ 5-7``: day and month; after a preposition no share (``في 3/4 البلاد``) and no ``24/7``."""
    k, p = m.units["k"], m.get("p")
    one, two = p.value if p is not None else (m.units["a"].value, m.units["b"].value)
    if p is None and not guarded(m.doc.words[k.first].key, "datehead"):
        return None
    day, month = int(one), int(two)
    sure = k.kind == "unit.s.D" or guarded(m.doc.words[k.first].key, "datehead")
    if not sure and (
        (m.after is not None and m.after.kind == "of") or (day <= month and month in _BELOW) or (day, month) in _ALWAYS or day == month
    ):
        return None
    if not m.context.day_first:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return spread(m, "day", Spec("date", month=month, day=day), first=k if k.kind == "unit.s.D" else p or m.units["a"])


def pair_month(m: Match) -> Unit | None:
    """``منذ 12/2019``, ``بيانات 03/2020``: month and year; not the number of a law (``القانون 9/2021``)."""
    p, k = m.units["p"], m.get("k")
    one, two = p.value
    if len(two) != 4 or not 1900 <= int(two) <= 2100 or not 1 <= int(one) <= 12 or p.first in m.counted:
        return None
    before = m.doc.words[p.first - 1] if p.first else None
    if k is None and (len(one) != 2 or one[0] != "0" or (before is not None and guarded(before.key, "lawnumber"))):
        return None
    return spread(m, "mon", Spec("date", month=int(one), year=int(two)), first=p)


def month_pair_head(m: Match) -> Unit | None:
    """``لشهر 7/2024``: month and year after the word for a month."""
    one, two = m.units["p"].value
    if len(two) != 4 or not 1900 <= int(two) <= 2100 or not 1 <= int(one) <= 12:
        return None
    return spread(m, "mon", Spec("date", month=int(one), year=int(two)))


def numbered_month(m: Match) -> Unit | None:
    """``شهر 11``: a month by its number, unless it counts (``شهر 12 يوما``)."""
    n = which(m, "n", "c")
    if n.rule or not 1 <= int(n.value) <= 12 or n.first in m.counted or n.cut:
        return None
    return spread(m, "mon", Spec("date", month=int(n.value)))


def pair_range(m: Match) -> Unit | None:
    """``من 3/5 حتى 12/6/2025``: the year (and the calendar) of the end holds for the beginning.

    ``من 1/4 حتى 30/6`` has none: one of the two must be no share (``من 1/4 إلى 1/2``).
    """
    p, b = m.units["p"], m.get("b")
    day, month = (int(x) for x in p.value)
    if not m.context.day_first:
        day, month = month, day
    if b is None:
        return _open_pairs(m, day, month)
    high: Spec = b.value
    if high.kind != "date" or high.year is None or high.month is None or not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    year = high.year - (1 if (month, day) > (high.month, high.day or 31) else 0)
    low = Spec("date", high.calendar, year=year, month=month, day=day)
    return spread(m, "int", Spec("interval", high.calendar, a=low, b=replace(high, alternatives=())), first=p)


def _open_pairs(m: Match, day: int, month: int) -> Unit | None:
    other, late = (int(x) for x in m.units["r"].value)
    if not m.context.day_first:
        other, late = late, other
    if not all(1 <= d <= 31 and 1 <= k <= 12 for d, k in ((day, month), (other, late))) or (day <= month and other <= late):
        return None
    low, high = Spec("date", month=month, day=day), Spec("date", month=late, day=other)
    return spread(m, "int", Spec("interval", a=low, b=high), first=m.units["p"])


def word_day(m: Match) -> Unit | None:
    """``عشرة مايو 2024``, ``في خمسة يونيو``; a name without a year is none (``مدينة ستة أكتوبر``, ``حركة عشرين فبراير``)."""
    d, month = m.units["d"], m.units["m"].value
    if d.rule or not 1 <= int(d.value) <= 31 or month.year is not None or d.first in m.counted:
        return None
    if month.calendar == "hijri" and m.units["m"].kind == "mon?":
        return None  # فازوا ستة صفر
    year = m.after is not None and m.after.kind in ("num.y", "yr", "card.y")
    placed = m.before is not None and m.before.kind in ("in", "since", "until", "unit.s.D", "to", "hence", "ago", "wdy") and not d.cut
    if not (year or placed):
        return spread(m, "dead", Spec("name"))
    return spread(m, "day", replace(month, day=int(d.value)))


def month_first(m: Match) -> Unit | None:
    """``أكتوبر 13 - 15``, ``أغسطس 27``: the day after its month, where it counts nothing."""
    a, month = m.units["a"], m.units["m"].value
    last = m.get("b") or a
    ends = m.after is None or m.after.kind in ("nl", "comma", "stop", "close", "num.y", "yr", "to", "bar")
    if month.year is not None or month.calendar == "hijri" or last.first in m.counted or a.first in m.counted or a.rule or not ends:
        return None
    if a.cut or (last is a and m.units["m"].kind == "mon?"):
        return None
    low = replace(month, day=int(a.value))
    if last is a:
        return spread(m, "day", low)
    if not int(a.value) < int(last.value) <= 31:
        return None
    return spread(m, "int", Spec("interval", a=low, b=replace(month, day=int(last.value))))


def weekday_in_week(m: Match) -> Unit | None:
    """``الاثنين من الأسبوع المقبل``: the day of that week."""
    w, p = m.units["w"].value, m.units["p"].value
    if p.kind != "unit" or p.unit != "W" or w.kind != "weekday" or w.deixis is not None or p.deixis in ("same", "after", "before"):
        return None
    return spread(m, "wdy", replace(w, a=p))


def weekday_after(m: Match) -> Unit | None:
    """``الأحد بعد أسبوع``: that many weeks after the next Sunday; told of the past it is a length (``أطلق الأحد بعد أسبوع``)."""
    w, p = m.units["w"].value, m.units["p"].value
    if p.kind != "ago" or p.unit != "W" or p.offset != 1 or not p.n or p.n != int(p.n) or p.b is not None:
        return None
    if w.kind != "weekday" or w.deixis is not None or tense_at(m.doc, m.first.first, m.last.last) == "past":
        return None
    return spread(m, "wdy", replace(w, deixis="next", offset=7 * int(p.n)))


def this_weekday(m: Match) -> Unit | None:
    """``هذا الخميس``: the day of the present week."""
    if m.units["x"].value != "now":
        return None
    return spread(m, "wdy", replace(m.units["w"].value, deixis="now"))


def edge_of_each(m: Match) -> Unit | None:
    """``نهاية كل شهر``."""
    e, s = which(m, "e"), m.units["s"]
    if s.cut or s.value.text is None or not listed(m.doc.words[s.first].key[s.cut :], "eachword"):
        return None
    return spread(m, "set", replace(s.value, mod=e.value))


def weekday_of_each(m: Match) -> Unit | None:
    """``أول سبت من كل شهر``, ``الأحد الأول من كل شهر``: what comes back every month."""
    s: Spec = m.units["s"].value
    e, n, k = m.get("e"), m.get("n"), m.get("k")
    if m.units["s"].cut or s.text != "P1M" or (n is None and k is None and e is None) or (e is not None and _place(m) is None):
        return None
    return spread(m, "set", s)


def late_hour(m: Match) -> Unit | None:
    """``ساعة متأخرة من مساء الأحد``: that part of the day."""
    d = m.units["d"]
    return spread(m, d.kind, d.value) if d.value.part is not None and d.value.hour is None else None


# The productions that rules name.
PRODUCTIONS: tuple[Production, ...] = (
    counted_day, counted_week, tens_of_month, days_of_month, pair_day, pair_month, month_pair_head, numbered_month, pair_range,
    word_day, month_first, weekday_in_week, weekday_after, this_weekday, edge_of_each, weekday_of_each, late_hour,
)  # fmt: skip
