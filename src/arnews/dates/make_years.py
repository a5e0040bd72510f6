"""Productions for years and what is counted by them: decades, centuries, quarters, seasons, feasts, edges of a period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arnews.dates.grammar import Match, Production
from arnews.dates.lookalikes import named_for_a_year
from arnews.dates.make_days import spread
from arnews.dates.make_periods import dead, which
from arnews.dates.model import Calendar, Spec, Unit
from arnews.dates.vocabulary import guarded, is_definite, listed
from arnews.records import Mod
from arnews.text.words import Word


def century(m: Match) -> Unit | None:
    """``القرن التاسع عشر``, ``القرن 19``, ``القرن الخامس قبل الميلاد``."""
    n = which(m, "n", "m", "d")
    if not 1 <= n.value <= 30:
        return None
    e = m.get("e")
    calendar = "hijri" if e is not None and e.value == "h" else "gregorian"
    value = -int(n.value) if e is not None and e.value == "bc" else int(n.value)
    return spread(m, "per", Spec("century", calendar, n=float(value)))  # type: ignore[arg-type]


def centuries(m: Match) -> Unit | None:
    """``القرنين الخامس عشر والسادس عشر``: from the first to the second, or back from the one to the other before our era."""
    low, high, e = which(m, "a", "c"), which(m, "b", "d"), m.get("e")
    linked = high.cut or any(w.text == "و" for w in m.doc.words[low.last : high.first])
    back = e is not None and e.value == "bc"
    if not linked or not min(low.value, high.value) >= 1 or max(low.value, high.value) > 30 or (low.value < high.value) == back:
        return None
    calendar: Calendar = "hijri" if e is not None and e.value == "h" else "gregorian"
    a, b = (Spec("century", calendar, n=float(-u.value if back else u.value)) for u in (low, high))
    return spread(m, "int", Spec("interval", calendar, a=a, b=b))


def first_months(m: Match) -> Unit | None:
    """``الأشهر التسعة الأولى من العام الجاري``: from January to the month of that number."""
    n = int(m.units["n"].value)
    base = year_of(m)
    if str(which(m, "u", "w").value) != "M" or not _first(m) or not 2 <= n <= 11 or base is None or base.calendar == "hijri":
        return None
    low, high = (Spec("date", year=base.year, month=k, unit=None if base.year else "Y", deixis=base.deixis) for k in (1, n))
    return spread(m, "int", Spec("interval", a=low, b=high))


def _first(m: Match) -> bool:
    """Whether months are the first ones: ``الأولى`` after them or ``أول`` before."""
    k = m.get("k")
    return int(m.units["f"].value) == 1 if k is None else listed(m.doc.words[k.first].key[k.cut :], "firstword")


def decade(m: Match) -> Unit | None:
    """``تسعينيات القرن الماضي``, ``الخمسينيات``; not of a person's life (``في الخمسينيات من عمره``)."""
    words = m.doc.words
    after = [w.key for w in words[m.last.last : m.last.last + 2]]
    if any(listed(k, "oflife") for k in after):
        return dead(m)
    at = m.units["d"].first
    if m.get("p") is None and at and guarded(words[at - 1].key, "level"):
        return dead(m)
    p = m.get("p")
    if p is not None and (p.value.kind != "century" and p.value.unit != "CE"):
        return None
    d = m.units["d"]
    if p is None and not is_definite(words[d.first].key[d.cut :]):
        return None
    return spread(m, "per", Spec("decade", n=float(d.value), a=p.value if p else None))


def part_of_year(m: Match) -> Unit | None:
    """``الربع الأول من 2024``, ``النصف الثاني من العام``."""
    size, n = int(m.units["q"].value), int(which(m, "n", "f").value)
    base = year_of(m)
    if n > size or base is None:
        return None
    return spread(m, "per", replace(base, kind="part-of-year", part_of=(size, n)))


def year_of(m: Match) -> Spec | None:
    """The year named by one of the labels y (number), r (year), p (relative), x (الماضي) or u (العام); None if it is no year."""
    if (y := m.get("y")) is not None:
        return Spec("date", year=y.value) if y.value <= 2200 else None
    if (r := m.get("r")) is not None:
        return Spec("date", r.value.calendar, year=r.value.year)
    if (p := m.get("p")) is not None:
        return Spec("unit", unit="Y", deixis=p.value.deixis) if p.value.kind == "unit" and p.value.unit == "Y" else None
    if (x := m.get("x")) is not None:
        return Spec("unit", deixis=x.value)
    return Spec("unit", unit="Y", deixis="now")


def season(m: Match) -> Unit | None:
    """``صيف العام الماضي``, ``شتاء 2016``, ``هذا الصيف``."""
    base = year_of(m)
    return None if base is None else spread(m, "per", replace(base, kind="season", n=float(m.units["s"].value)))


def holiday(m: Match) -> Unit | None:
    """``عيد الفطر``, ``عيد الأضحى الماضي``, ``رأس السنة 2025``: days with a fixed place in one of the calendars."""
    calendar, month, day, days = m.units["h"].value.split("-")
    named = any(k in m.units for k in "yrxp")
    base = year_of(m) if named else Spec("unit")
    words = m.doc.words
    other = (month, day) == ("01", "01") and m.last.last < len(words) and guarded(words[m.last.last].key, "otheryear")
    if base is None or other:
        return None  # رأس السنة الفلاحية
    n, e = m.get("n"), m.get("e")
    if calendar in ("west", "east", "open"):
        movable = Spec("holiday", text=calendar, offset=int(month), deixis=base.deixis, a=base, year=base.year)
        return None if n is not None or e is not None else spread(m, "hol", movable)
    night: Mod | None = "NIGHT" if calendar == "g" and guarded(words[m.units["h"].first].key, "nightword") else None
    if e is not None:
        word = m.doc.words[e.first].key[e.cut :]
        first = listed(word, "firstword")
        if not first and not listed(word, "lastword"):
            return None
        day, days = (day, "1") if first else (f"{int(day) + int(days) - 1:02d}", "1")
    if n is not None:
        if not 1 <= int(n.value) <= int(days):
            return None
        day, days = f"{int(day) + int(n.value) - 1:02d}", "1"
    return spread(m, "hol", Spec("holiday", "hijri" if calendar == "h" else "gregorian", year=base.year, month=int(month), day=int(day),
                                 n=float(days), deixis=base.deixis, a=base, part=night))  # fmt: skip


def weekend(m: Match) -> Unit:
    """``نهاية الأسبوع``, ``نهاية الأسبوع المقبل``."""
    value = m.units["w"].value
    return spread(m, "per", Spec("weekend", offset=0, deixis="now") if value == "now" else Spec("weekend", offset=int(value)))


def edge(m: Match) -> Unit | None:
    """``مطلع العام``, ``منتصف أكتوبر``, ``نهاية عام 2021``: a bare ``العام`` is the one of the publication."""
    mod = m.units["e"].value
    if (u := m.get("u")) is not None:
        if u.cut:
            return None  # كبداية للسنة الفلاحية
        word = m.doc.words[m.units["e"].first].key[m.units["e"].cut :]
        first_or_last = listed(word, "firstword") or listed(word, "lastword")
        if str(u.value) in ("D", "CE", "DE") or (first_or_last and str(u.value) == "W"):
            return None
        era = m.get("c")
        calendar: Calendar = "hijri" if era is not None and era.value == "h" else "gregorian"
        spec = Spec("unit", calendar, unit=str(u.value), deixis="now")
    elif (d := m.get("d")) is not None:
        spec = Spec("date", year=d.value)
    else:
        spec = which(m, "m", "r", "p").value
        if spec.kind in ("ago", "weekend") or spec.mod is not None:
            return None
    return spread(m, "per", replace(spec, mod=mod))


def years(m: Match) -> Unit | None:
    """``بين عامي 2003 و2011``, ``من 2003 إلى 2011``, ``2015-2016``."""
    a, b = m.units["a"], m.units["b"]
    x = a.value.year if isinstance(a.value, Spec) else a.value
    y = b.value.year if isinstance(b.value, Spec) else b.value
    if isinstance(a.value, Spec) and a.value.calendar == "hijri" and not isinstance(b.value, Spec) and y is not None and y >= 1500:
        return None  # 1318هـ/1900 names one year twice
    before_christ = y is not None and x is not None and y < 0 < x and not isinstance(a.value, Spec)
    if x is not None and before_christ:
        x = -x  # 1303-1213 ق.م
    if x is None or y is None or not x < y or not (before_christ or 1000 <= x <= 2200):
        return None
    if "plural" in m.args and m.first.kind != "between" and m.doc.words[b.first - 1].text == "و":
        return None  # سنوات 1923 و1928: two years, not a stretch
    # بين عامي 2000 و2013 من دول: the head says that they are years
    sure = m.rule == "years-between" or (m.rule == "years-dash" and m.tight() and 1950 <= x < y <= 2035)
    if (a.first in m.counted or b.first in m.counted) and not sure:
        return None
    if m.rule == "years-dash" and not m.tight() and y - x > 60:
        return None
    calendar = b.value.calendar if isinstance(b.value, Spec) else a.value.calendar if isinstance(a.value, Spec) else "gregorian"
    spec = Spec("interval", a=Spec("date", calendar, year=x), b=Spec("date", calendar, year=y))
    return spread(m, "int", spec, first=a if "inner" in m.args or "inside" in m.args else None, last=b if "inside" in m.args else None)


def years_short(m: Match) -> Unit | None:
    """``2010-11``: a season over two years."""
    a, b = m.units["a"], m.units["b"]
    if not m.tight() or not 1900 <= a.value <= 2100 or int(b.value) != (a.value + 1) % 100 or b.rule:
        return None
    return spread(m, "int", Spec("interval", a=Spec("date", year=a.value), b=Spec("date", year=a.value + 1)))


def years_pair(m: Match) -> Unit | None:
    """``2015/2016``, ``2015/16``, ``1436/1437هـ``: a season or school year over two years."""
    a, b = m.units["a"].value
    if len(a) != 4 or m.first.cut > 1:
        return None
    x, y = int(a), int(b) if len(b) == 4 else int(a[:2] + b) if len(b) == 2 else 0
    e = m.get("e")
    hijri = 1300 <= x < 1500 and ("head" in m.args or (e is not None and e.value == "h"))
    if not x < y <= x + 20 or not (hijri or 1900 <= x <= 2100):
        return None
    calendar: Calendar = "hijri" if hijri else "gregorian"
    return spread(m, "int", Spec("interval", calendar, a=Spec("date", calendar, year=x), b=Spec("date", calendar, year=y)))


def bare_year(m: Match) -> Unit | None:
    """A year alone: after a preposition, in brackets, or after a word that takes one (``حرب 1967``)."""
    y = m.units["y"]
    words = m.doc.words
    if "brackets" in m.args and words[m.first.first].text == "«":
        return None  # رواية «1984»
    if y.kind == "card.y" or not 1900 <= y.value <= 2100 or y.rule:
        return None
    before = words[y.first - 1] if y.first and words[y.first - 1].line == words[y.first].line else None
    odd = 1990 <= y.value <= 2035 and y.value % 100
    # أقرت في 2012 قانونا: what follows is no noun that the number counts
    if y.first in m.counted and not (odd and before is not None and listed(before.key, "yearplace")) and "mark" not in m.args:
        return None
    if "mark" in m.args and not (odd and m.doc.words[y.first].end == m.doc.words[m.units["m"].first].start):
        return None  # ترتفع 1900م
    if not m.args:
        if before is None:
            return None
        compared = before.key == "ب" and y.first > 1 and guarded(words[y.first - 2].key, "compared")
        if not (compared or guarded(before.key, "yearhead") or _chained(words, y.first)):
            return None
    if named_for_a_year(words, y.first):
        return Unit("dead", y.first, y.last, y.cut, Spec("name"), "year-in-name")
    last = m.last.last if m.last.kind == "m" else y.last
    return Unit("yr", y.first, last, y.cut, Spec("date", year=y.value))


def _chained(words: Sequence[Word], i: int) -> bool:
    """Whether the year at word ``i`` follows another: ``1923 و1928``."""
    return (
        i > 1
        and words[i - 1].text in ("و", "،", ",")
        and words[i - 2].kind == "number"
        and words[i - 2].text[:2] in ("19", "20")
        and len(words[i - 2].text) == 4
    )


def not_year(m: Match) -> Unit | None:
    """A number like a year that counts something (``2000 جندي``) or closes a name (``إكسبو الخضراء 2021``)."""
    y = m.units["y"]
    words = m.doc.words
    if y.kind == "card.y" or y.first in m.counted or y.rule:
        return Unit("dead", y.first, y.last, y.cut, Spec("name"), "year-of-count")
    before = words[y.first - 1] if y.first else None
    if before is not None and before.kind in ("arabic", "latin") and before.line == words[y.first].line:
        return Unit("dead", y.first, y.last, y.cut, Spec("name"), "year-in-name")
    return None


def this_year(m: Match) -> Unit | None:
    """``هذه السنة 2015``."""
    if m.units["x"].value != "now" or m.units["y"].cut:
        return None
    return spread(m, "yr", m.units["y"].value)


def per_yr(m: Match) -> Unit | None:
    """``العام الماضي 1435 هـ``: the year with its era says which."""
    p, y = m.units["p"].value, m.units["y"]
    if p.kind != "unit" or p.unit != "Y" or p.deixis in ("same", "after", "before") or y.cut or m.doc.words[y.first].kind != "number":
        return None
    return spread(m, "yr", y.value)


def per_year(m: Match) -> Unit | None:
    """``العام الماضي 2020``: the number says which year."""
    p, y, e = m.units["p"].value, m.units["y"], m.get("e")
    plausible = 1900 <= y.value <= 2100 or 1400 <= y.value <= 1460
    if p.kind != "unit" or p.unit != "Y" or not plausible or y.first in m.counted:
        return None
    return spread(m, "yr", Spec("date", "hijri" if y.value < 1500 and (e is None or e.value == "h") else "gregorian", year=y.value))


# The productions that rules name.
PRODUCTIONS: tuple[Production, ...] = (
    century, centuries, first_months, decade, part_of_year, season, holiday, weekend, edge, years, years_short, years_pair, bare_year,
    not_year, this_year, per_yr, per_year,
)  # fmt: skip
