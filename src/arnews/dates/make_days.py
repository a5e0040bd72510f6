"""Productions for days and months: names of months, dates in digits, weekdays, twins of two calendars."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from arnews.dates.calendars import to_hijri
from arnews.dates.grammar import Match, Production
from arnews.dates.lookalikes import day_in_name
from arnews.dates.model import GREGORIAN, Spec, Unit
from arnews.dates.vocabulary import guarded, listed, vocabulary

_PREPOSITIONS = frozenset({"in", "since", "until", "during", "to", "ago", "hence", "of", "between", "edge", "half", "halfyear"})
_HIJRI_OPENERS = frozenset({"in", "during", "until", "since", "edge", "hence", "ago"})
_BOUND, _JOINING = ("ب", "ل", "ك"), ("و", "ف")
_HIJRI_DIGITS = range(1300, 1500)


def spread(m: Match, kind: str, spec: Spec, *, first: Unit | None = None, last: Unit | None = None) -> Unit:
    """A unit over the match, or over the part of it from ``first`` to ``last``; ``ساعتين فقط`` ends before its ``فقط``."""
    a, b = first or m.first, last or m.last
    return Unit(kind, a.first, b.first if b.kind == "only" else b.last, a.cut, spec)


def month(m: Match) -> Unit | None:
    """``يوليو``, ``يوليو/تموز``, ``رمضان``: weak names stay weak without a preposition or a twin."""
    a, b = m.units["a"], m.get("b")
    if b is not None and a.value != b.value:
        return None
    spec = Spec("date", "hijri" if "hijri" in m.args else "gregorian", month=int(a.value))
    word = m.doc.words[a.first]
    if listed(word.key, "yulih") and a.first and guarded(m.doc.words[a.first - 1].key, "verb"):
        return None  # الدعم الذي يوليه
    if b is None and not a.cut and day_in_name(m.doc.words, a.first):
        return spread(m, "dead", Spec("name"))
    after = m.doc.words[m.last.last] if m.last.last < len(m.doc.words) else None
    if b is None and after is not None and after.kind == "latin" and after.line == word.line and after.text[:1].isupper():
        return None  # يناير Kochanowski, the name Jan
    weak = a.kind.endswith("?") and b is None
    # جمادى الآخر ورجب ورمضان, جويلية وأوت وسبتمبر; not في مايو ومارس مهامه
    told = guarded(word.key, "mars") and m.after is not None and m.after.kind == "plain"
    if (
        weak
        and a.cut
        and not told
        and m.before is not None
        and m.before.kind in ("month", "month?", "hmonth", "hmonth?")
        and word.text[a.cut - 1] == "و"
    ):
        return spread(m, "mon", spec)
    if weak and not ((m.before is not None and m.before.kind in _PREPOSITIONS) or (a.cut and word.text[a.cut - 1] in _BOUND)):
        return spread(m, "mon?", spec)
    if b is None and not a.cut and a.first and guarded(m.doc.words[a.first - 1].key, "name") and m.doc.words[a.first - 1].line == word.line:
        return spread(m, "mon?", spec)
    if weak and a.cut and listed(word.key[a.cut :], "weakhijri") and word.text[a.cut - 1] in _BOUND:
        return spread(m, "mon?", spec)  # فاز بهدف لصفر
    if weak and a.kind == "hmonth?" and not a.cut and (m.before is None or m.before.kind not in _HIJRI_OPENERS):
        return spread(m, "mon?", spec)
    return spread(m, "mon", spec)


def month_head(m: Match) -> Unit:
    """``شهر مارس``: the head word makes the name certain."""
    return spread(m, "mon", m.units["a"].value)


def months_head(m: Match) -> Unit | None:
    """``شهري مايو ويونيو``: the months from the first to the second."""
    a, b = m.units["a"], m.units["b"]
    if not b.cut:
        return None
    return spread(m, "int", Spec("interval", a=a.value, b=b.value))


def era_of(m: Match, year: int, default: str = "gregorian") -> tuple[str, int]:
    """Calendar and signed year by the marker after it (``هـ``, ``م``, ``قبل الميلاد``)."""
    e = m.get("e")
    if e is None:
        return default, year
    if e.value == "h" and not (1950 <= year <= 2050):  # 2015هـ is a slip of the pen
        return "hijri", year
    return "gregorian", -year if e.value == "bc" else year


def year(m: Match) -> Unit | None:
    """``عام 2012``, ``1445 هـ``, ``سنة 500 قبل الميلاد``."""
    y = m.units["y"]
    if y.kind == "card.y" and "head" not in m.args:
        return None
    if "short" in m.args and (not 100 <= y.value <= 999 or y.first in m.counted):
        return None  # عام 542, not عام 40 شهرا
    calendar, value = era_of(m, y.value)
    last = m.last
    alternatives: tuple[Spec, ...] = ()
    if m.get("e") is None and 1350 <= value <= 1460:
        here, there = ("hijri", "gregorian") if _hijri_text(m, value) else ("gregorian", "hijri")
        calendar, alternatives = here, (Spec("date", there, year=value),)  # type: ignore[arg-type]
    return spread(m, "yr", Spec("date", calendar, year=value, alternatives=alternatives), last=last)  # type: ignore[arg-type]


def _hijri_text(m: Match, year_: int) -> bool:
    """Whether a year such as 1428 is Hijri here: by the context, by other dates in the text, or near the publication."""
    if m.context.calendar == "hijri" or m.context.country == "SA" or says_hijri(m.doc.raw):
        return True
    today = to_hijri(m.context.day) if m.context.day is not None else None
    return today is not None and today[0] - 50 <= year_ <= today[0] + 10 and not _old_years(m.doc.raw)


@lru_cache(maxsize=4)
def _old_years(raw: str) -> bool:
    """Whether a text names years of the Middle Ages or the early modern age: عام 1429 is then one of them."""
    return _old_year().search(raw) is not None


@lru_cache(maxsize=4)
def says_hijri(raw: str) -> bool:
    """Whether a text names the Hijri calendar anywhere."""
    return any(word in raw for word in vocabulary().raw["hijri"])


@cache
def _old_year() -> re.Pattern[str]:
    heads = "|".join(map(re.escape, vocabulary().raw["oldyear"]))
    return re.compile(rf"(?:{heads})\s*\(?(?:1[0-2]\d\d|13[0-4]\d|14[6-9]\d|1[5-8]\d\d)(?!\d|[.,]\d)")


def year_twin(m: Match) -> Unit | None:
    """``عام 1436هـ / 2015م``: one year in two calendars."""
    a = m.units["a"].value
    y = m.get("y")
    if y is not None:
        e = m.get("e") or (m.last if m.last.kind in ("era", "m") else None)
        gregorian = y.value >= 1500 if e is None else e.value != "h"
        b = Spec("date", "gregorian" if gregorian else "hijri", year=y.value)
    else:
        b = m.units["b"].value
    if a.calendar == b.calendar:
        return None
    base, other = (a, b) if a.calendar == "gregorian" else (b, a)
    return spread(m, "yr", replace(base, twin=other))


def year_head_twin(m: Match) -> Unit | None:
    """``سنة (1369هـ = 1950م)``."""
    y = m.units["y"]
    return spread(m, "yr", y.value) if m.doc.words[y.first].kind == "number" else None


def _parts(m: Match) -> list[str]:
    out: list[str] = []
    for label in ("d", "p", "y", "b", "a") if "tight" in m.args else ("d", "a", "b", "p", "y"):
        u = m.get(label)
        if u is not None:
            out += list(u.value) if isinstance(u.value, tuple) else [m.doc.words[u.last - 1].text]
    return out


def digit_date(m: Match) -> Unit | None:
    """Three numbers: year first (ISO), or day and month in the order of the context; the other order is an alternative."""
    if "tight" in m.args and not m.tight():
        return None
    parts = _parts(m)
    if len(parts) != 3:
        return None
    texts, n = parts, [int(p) for p in parts]
    if len(texts[0]) == 4:
        if not (1 <= n[1] <= 12 and 1 <= n[2] <= 31):
            if not (1 <= n[2] <= 12 and 1 <= n[1] <= 31):
                return None
            n = [n[0], n[2], n[1]]
        return _dated(m, n[0], n[1], n[2], ())
    if len(texts[2]) == 2 and len(texts[0]) <= 2:
        if m.after is not None and m.after.kind in ("month", "month?", "hmonth", "hmonth?"):
            return None  # أيام 12-13-14 أبريل
        if m.first.kind == "time" or "." in m.doc.words[m.first.first].text:
            return None
        century = (m.context.day.year // 100 if m.context.day else 20) * 100
        year_ = century + n[2]
        if m.context.day is not None and year_ > m.context.day.year + 20:
            year_ -= 100
    elif len(texts[2]) == 4 and 1000 <= n[2] <= 2999:
        year_ = n[2]
    else:
        return None
    day, month_ = (n[0], n[1]) if m.context.day_first else (n[1], n[0])
    if month_ > 12 >= day:
        day, month_ = month_, day
        return _dated(m, year_, month_, day, ())
    if not (1 <= month_ <= 12 and 1 <= day <= 31):
        return None
    other = ((year_, day, month_),) if day <= 12 and day != month_ else ()
    return _dated(m, year_, month_, day, other)


def _dated(m: Match, y: int, month_: int, day: int, other: tuple[tuple[int, int, int], ...]) -> Unit:
    calendar, y = era_of(m, y, "hijri" if y in _HIJRI_DIGITS else "gregorian")
    alternatives = tuple(Spec("date", calendar, year=a, month=b, day=c) for a, b, c in other)  # type: ignore[arg-type]
    return spread(m, "day", Spec("date", calendar, year=y, month=month_, day=day, alternatives=alternatives))  # type: ignore[arg-type]


def _number(u: Unit) -> int:
    return int(u.value)


def day_month(m: Match) -> Unit | None:
    """``السابع من أكتوبر``, ``13 يوليو``, ``أكتوبر 7, 2023``."""
    d, month_ = m.units["d"], m.units["m"].value
    value = _number(d)
    if not 1 <= value <= 31 or d.rule:
        return None
    y = m.get("y")
    glued = m.doc.words[d.last - 1].end == m.doc.words[d.last].start and month_.calendar == "hijri" and month_.month == 2
    scored = d.first > 0 and m.doc.words[d.first - 1].text in ("/", "-", "–") and month_.month == 2 and m.units["m"].kind == "mon?"
    if (glued or scored) and y is None:
        return None  # خسر 1صفر
    weak = m.units["m"].kind == "mon?" and not listed(m.doc.words[d.last].key, "ofmonth")
    if d.kind == "ord.m" and weak and month_.calendar == "hijri":
        return None  # خسر اللقاء الأول صفر/2
    if month_.year is not None or (d.kind == "ord.m" and not m.doc.words[d.first].key[d.cut :].startswith("ا")):
        return None
    return spread(m, "day", replace(month_, day=value, year=y.value.year if y and y.kind == "yr" else y.value if y else None))


def days_month(m: Match) -> Unit | None:
    """``بين 14 و15 يوليو``, ``3-7 مايو``, ``7 و8 و9 يوليو``: from the first day to the last."""
    a, b, month_ = m.units["a"], m.units["b"], m.units["m"].value
    if not 1 <= _number(a) < _number(b) <= 31 or ("and" in m.args and not b.cut):
        return None
    low, high = replace(month_, day=_number(a)), replace(month_, day=_number(b))
    return spread(m, "int", Spec("interval", month_.calendar, a=low, b=high))


def day_of_month(m: Match) -> Unit | None:
    """``13 من الشهر الجاري``: a day of a month that hangs on the publication."""
    x = "now" if "now" in m.args else m.units["x"].value
    if "now" in m.args and m.after is not None and m.after.kind == "ord.m":
        return None  # الرابع عشر من الشهر التاسع
    if not 1 <= _number(m.units["d"]) <= 31 or x not in ("past", "now", "next", "same", "before", "after") or m.units["d"].rule:
        return None
    w = m.get("w")
    return spread(m, "day", Spec("date", day=_number(m.units["d"]), unit="M", deixis=x, weekday=int(w.value) if w is not None else None))


def part_of_month(m: Match) -> Unit | None:
    """``الأسبوع الأول من أغسطس`` (its first seven days), ``النصف الثاني من يوليو``."""
    x, month_ = m.get("x"), m.units["m"].value
    if x is not None and x.value != "recent":
        return None
    n = int(m.units["q"].value) if x is not None else int(m.units["n"].value)
    if (u := m.get("q")) is not None and not n <= int(u.value):
        return None
    size = 0 if u is None else int(u.value)
    if n > 5:
        return None
    return spread(m, "mon", replace(month_, part_of=(size, n)))


def nth_day(m: Match) -> Unit | None:
    """``أول أيام رمضان``, ``ثالث أيام شوال``."""
    e, d = m.get("e"), m.get("d")
    if e is not None and not listed(m.doc.words[e.first].key[e.cut :], "firstword"):
        return None
    return spread(m, "day", replace(m.units["m"].value, day=int(d.value) if d is not None else 1))


def first_of_month(m: Match) -> Unit | None:
    """``أول مايو``: the first of May, where ``أوائل مايو`` is its beginning."""
    e = m.units["e"]
    word = m.doc.words[e.first]
    if not listed(word.key[e.cut :], "firstword"):
        return None
    return spread(m, "day", replace(m.units["m"].value, day=1))


def add_year(m: Match) -> Unit | None:
    """A year after a day, a month or a stretch of days."""
    d, y = m.units["d"], m.units["y"]
    spec: Spec = d.value
    if spec.year is not None or (spec.kind == "interval" and spec.a is not None and spec.a.year is not None):
        return None
    if y.kind == "yr":
        if y.cut and m.doc.words[y.first].text[y.cut - 1] in _JOINING:
            return None
        calendar, value = y.value.calendar, y.value.year
        if y.value.twin is not None and y.value.twin.calendar == spec.calendar:
            calendar, value = y.value.twin.calendar, y.value.twin.year
        if y.value.alternatives:
            calendar = spec.calendar
    else:
        if y.first in m.counted and m.get("e") is None and not _plausible(y.value):
            return None
        if "three" in m.args and not _three_digits(m, y):
            return None
        calendar, value = era_of(m, y.value, spec.calendar)
    if value is None:
        return None
    if spec.kind == "interval" and spec.a is not None and spec.b is not None:
        return spread(m, "int", replace(spec, a=replace(spec.a, year=value), b=replace(spec.b, year=value)))
    if calendar != spec.calendar and not (spec.calendar == "hijri" and value >= GREGORIAN and spec.month is not None):
        return None  # رمضان 2019 takes the year of the other calendar
    kind = "mon" if d.kind == "mon?" else d.kind
    return spread(m, kind, replace(spec, year=value, alternatives=()))


def _three_digits(m: Match, y: Unit) -> bool:
    """Whether ``920`` after a day is its year: where the clause ends or goes on to the end of a stretch (``28 فبراير 920 حتى``)."""
    words = m.doc.words
    ends = y.last == len(words) or words[y.last].kind == "punct" or words[y.last].line != words[y.first].line
    return 100 <= y.value <= 999 and y.first not in m.counted and (ends or (m.after is not None and m.after.kind in ("to", "until")))


def _plausible(year_: int) -> bool:
    return 1900 <= year_ <= 2100 or 1400 <= year_ <= 1460


def relate(m: Match) -> Unit | None:
    """``نوفمبر الماضي``, ``الخميس المقبل``, ``بين 14 و15 يوليو الجاري``."""
    w, x = m.units["w"], m.units["x"].value
    spec: Spec = w.value
    if x == "rest" or spec.year is not None:
        return None
    if spec.kind == "interval" and spec.a is not None and spec.b is not None:
        return spread(m, "int", replace(spec, a=replace(spec.a, deixis=x), b=replace(spec.b, deixis=x)))
    return spread(m, "mon" if w.kind == "mon?" else w.kind, replace(spec, deixis=x))


def of_year(m: Match) -> Unit | None:
    """``مارس من العام الماضي``: a month or day of a year that hangs on the publication."""
    d, p = m.units["d"], m.units["p"].value
    if p.kind != "unit" or p.unit != "Y" or d.value.year is not None or d.value.deixis is not None:
        return None
    return spread(m, "mon" if d.kind == "mon?" else d.kind, replace(d.value, unit="Y", deixis=p.deixis))


def day_head(m: Match) -> Unit:
    """``يوم 13 أوت 2015``."""
    return spread(m, "day", m.units["d"].value)


def days_head(m: Match) -> Unit:
    """``يومي 24 و25 أكتوبر``."""
    return spread(m, "int", m.units["d"].value)


def today_day(m: Match) -> Unit | None:
    """``اليوم الخميس 4 فيفري``: the day by name, with the weekday and the nearness of اليوم."""
    r, d = m.units["r"].value, m.units["d"].value
    if r.kind != "relday":
        return None
    return spread(m, "day", replace(d, weekday=d.weekday or r.weekday, offset=r.offset, part=r.part or d.part))


def twin(m: Match) -> Unit | None:
    """``25 شوال 1436 هـ الموافق 10 أغسطس 2015 م``: one day in two calendars."""
    a, b = m.units["a"].value, m.units["b"].value
    if a.calendar == b.calendar:
        return None
    base, other = (a, b) if a.calendar == "gregorian" else (b, a)
    return spread(m, m.units["a"].kind, replace(base, twin=other, weekday=a.weekday or b.weekday, part=a.part or b.part))


# The productions that rules name.
PRODUCTIONS: tuple[Production, ...] = (
    month, month_head, months_head, year, year_twin, year_head_twin, digit_date, day_month, days_month, day_of_month, part_of_month,
    nth_day, first_of_month, add_year, relate, of_year, day_head, days_head, today_day, twin,
)  # fmt: skip
