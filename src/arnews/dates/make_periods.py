"""Productions for stretches of time: units beside the publication, durations, sets, years, decades, seasons, feasts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arnews.dates.grammar import Match
from arnews.dates.make_days import spread
from arnews.dates.model import Spec, Unit
from arnews.dates.vocabulary import guarded
from arnews.text.words import Word

_ATTACHED = "بلك"


def dead(m: Match) -> Unit:
    """Words that look like a date and are none: ``اليوم الثالث``."""
    return spread(m, "dead", Spec("name"))


def relative_day(m: Match) -> Unit | None:
    """``اليوم``, ``أمس``, ``أول من أمس``, ``الليلة الماضية``; not ``اليوم العالمي`` or ``صحيفة اليوم``."""
    r = m.units["r"]
    words = m.doc.words
    word = words[r.first]
    if r.value == "0" and r.last - r.first == 1 and "night" not in m.args:
        nxt = words[r.last] if r.last < len(words) else None
        if nxt is not None and nxt.line == word.line and guarded(nxt.key, "notday"):
            return dead(m)
        if not r.cut and r.first and words[r.first - 1].line == word.line and _newspaper(words, r.first - 1):
            return dead(m)
    if r.value == "1" and word.key[r.cut :] in ("غد", "الغد") and r.last - r.first == 1 and not r.cut:
        if m.before is None or m.before.kind not in ("in", "of", "until", "to", "since", "part", "comma"):
            return dead(m)
    return spread(m, "rd", Spec("relday", offset=int(r.value), part="NIGHT" if "night" in m.args else None))


_QUOTES = frozenset('"“”«»')


def _newspaper(words: Sequence[Word], i: int) -> bool:
    """Whether ``اليوم`` after word ``i`` closes the name of a paper: ``صحيفة اليوم``, ``«المصري اليوم»``, not ``الجيش المصري اليوم``."""
    if guarded(words[i].key, "todayname"):
        return True
    if i == 0 or not guarded(words[i].key, "todayquoted"):
        return False
    return words[i - 1].text in _QUOTES or guarded(words[i - 1].key, "todayname")


def day_after(m: Match) -> Unit | None:
    """``اليوم التالي``, ``اليوم نفسه``, ``ذلك اليوم``: a day beside the last one that was named."""
    x = m.units["x"].value
    steps = {"after": 1, "before": -1, "same": 0}
    if m.units["r"].value != "0" or m.units["r"].last - m.units["r"].first > 1:
        return None
    if x not in steps:
        return dead(m) if x == "recent" else None
    return spread(m, "rd", Spec("relday", offset=steps[x], deixis="same"))


def unit_relative(m: Match) -> Unit | None:
    """``الأسبوع الماضي``, ``هذا العام``, ``العام التالي``."""
    x, u = m.units["x"].value, m.units["u"]
    unit = _unit(u)
    if unit == "D" or x in ("rest", "recent"):
        return None
    return spread(m, "per", Spec("unit", unit=unit, deixis=x))


def _unit(u: Unit) -> str:
    return str(u.value)


def _which(m: Match, *labels: str) -> Unit:
    return next(u for u in (m.get(k) for k in labels) if u is not None)


def count_relative(m: Match) -> Unit | None:
    """``الأشهر المقبلة`` (no number), ``السنوات الخمس الماضية``, ``ال 24 ساعة الماضية``, ``الشهرين المقبلين``."""
    x = m.units["x"].value
    u = _which(m, "u", "v", "w")
    n = m.get("n")
    if x not in ("past", "recent", "next", "now"):
        return None
    count = 2.0 if "two" in m.args else float(n.value) if n is not None else None
    return spread(m, "dur", Spec("count", unit=_unit(u), n=count, deixis="past" if x == "recent" else x))


def _half(m: Match, n: float | None) -> float | None:
    h = m.get("h")
    if h is None or n is None:
        return n
    return n + int(h.value) / 60 if h.cut else n


def _is_age(m: Match) -> bool:
    words = m.doc.words
    a, b = m.first.first, m.last.last
    if a and words[a - 1].text == "(":
        return True
    for i in range(max(0, a - 2), a):
        if guarded(words[i].key, "age") and words[i].line == words[a].line:
            return True
    return any(words[i].key in ("العمر", "عمره", "عمرها") for i in range(b, min(len(words), b + 2)))


def _decade_not_contract(m: Match, u: Unit, prep: bool) -> bool:
    """``عقد`` and ``عقود`` are contracts too: a decade says so by ``من الزمن``, ``ونصف`` or what stands before a number of them."""
    if m.get("h") is not None or m.doc.words[m.last.last - 1].key in ("الزمن", "الزمان", "كامل"):
        return True
    if u.kind == "unit.s":
        return m.get("n") is not None and int(m.units["n"].value) > 10
    return prep or (m.before is not None and m.before.kind in ("during", "since", "ago", "hence", "of"))


def duration(m: Match) -> Unit | None:
    """``ثلاثة أيام``, ``شهرين``, ``عام ونصف``, ``منذ سنوات``; an age (``58 عاما`` after the name) is none."""
    u = _which(m, "u", "v")
    unit = _unit(u)
    n = m.get("n")
    count = 2.0 if "two" in m.args else float(n.value) if n is not None else None if u.kind == "unit.u" else 1.0
    if unit == "Y" and _is_age(m):
        return dead(m)
    k = m.get("k")
    if unit == "DE" and not _decade_not_contract(m, u, k is not None):
        return None
    if n is not None and n.kind == "num.y" and unit in ("Y", "M"):
        return None
    if u.kind == "unit.s" and unit == "D" and m.after is not None and m.after.kind in ("weekday", "wdy", "rd", "day"):
        return None
    a = m.get("a")
    b = m.get("b")
    mod = b.value if b is not None else a.value if a is not None else (n.rule or None) if n is not None else None
    first = b or n or u
    return spread(m, "dur", Spec("count", unit=unit, n=_half(m, count), mod=mod), first=first)


def duration_range(m: Match) -> Unit | None:
    """``من 10 إلى 15 يوما``: the shortest and the longest."""
    low, high = m.units["n"].value
    unit = _unit(_which(m, "u", "v"))
    if unit == "Y" and _is_age(m):
        return dead(m)
    return spread(m, "dur", Spec("count", unit=unit, n=float(low), a=Spec("count", unit=unit, n=float(high))))


def last_count(m: Match) -> Unit | None:
    """``آخر 24 ساعة``: a stretch that ends at the publication."""
    e = m.units["e"]
    if m.doc.words[e.first].key[e.cut :] != "اخر" or m.units["d"].value.deixis is not None:
        return None
    return spread(m, "dur", replace(m.units["d"].value, deixis="past"))


def ago(m: Match) -> Unit | None:
    """``قبل ثلاثة أيام``, ``بعد أسبوعين``: a point counted from the publication, unless an event follows to count from."""
    k = m.units["k"]
    u = _which(m, "u", "v", "w", "s")
    n = m.get("n")
    count = _half(m, 2.0 if m.get("w") is not None else 1.0 if m.get("s") is not None else float(n.value) if n else None)
    unit = _unit(u)
    words = m.doc.words
    nxt = words[m.last.last] if m.last.last < len(words) else None
    if (
        m.get("s") is not None
        and unit in ("D", "DE", "TS")
        and not (nxt is None or nxt.key in ("واحد", "من", "كامل") or nxt.kind == "punct")
    ):
        return None
    sign = -1 if k.kind == "ago" else 1
    event = nxt is not None and nxt.line == words[m.first.first].line and nxt.key in _EVENT[k.kind]
    b, a = m.get("b"), m.get("a")
    mod = b.value if b is not None else a.value if a is not None else (n.rule or None) if n is not None else None
    if event:
        return spread(m, "dur", Spec("count", unit=unit, n=count, mod=mod), first=b or n or u)
    return spread(m, "per", Spec("ago", unit=unit, n=count, offset=sign, mod=mod))


_EVENT = {"ago": ("من", "علي", "عن"), "hence": ("من", "علي", "عن", "فقط", "كامله")}


def every(m: Match) -> Unit | None:
    """``كل 10 دقائق``, ``سنويا``, ``كل جمعة``."""
    if "weekday" in m.args or (m.get("w") is not None and m.units["w"].kind == "wdy"):
        return spread(m, "set", Spec("set", text="P1W"))
    if "adverb" in m.args:
        return spread(m, "set", Spec("set", text=str(m.units["s"].value)))
    u = _which(m, "u", "v")
    n = m.get("n")
    return spread(m, "set", Spec("set", unit=_unit(u), n=float(n.value) if n is not None else 2.0))


def century(m: Match) -> Unit | None:
    """``القرن التاسع عشر``, ``القرن 19``, ``القرن الخامس قبل الميلاد``."""
    n = _which(m, "n", "m", "d")
    if not 1 <= n.value <= 30:
        return None
    e = m.get("e")
    calendar = "hijri" if e is not None and e.value == "h" else "gregorian"
    value = -int(n.value) if e is not None and e.value == "bc" else int(n.value)
    return spread(m, "per", Spec("century", calendar, n=float(value)))  # type: ignore[arg-type]


def decade(m: Match) -> Unit | None:
    """``تسعينيات القرن الماضي``, ``الخمسينيات``; not of a person's life (``في الخمسينيات من عمره``)."""
    words = m.doc.words
    after = [w.key for w in words[m.last.last : m.last.last + 2]]
    if any(k in ("عمره", "عمرها", "العمر", "عمرهم") for k in after):
        return dead(m)
    p = m.get("p")
    if p is not None and (p.value.kind != "century" and p.value.unit != "CE"):
        return None
    d = m.units["d"]
    if p is None and not words[d.first].key[d.cut :].startswith("ال"):
        return None
    return spread(m, "per", Spec("decade", n=float(d.value), a=p.value if p else None))


def part_of_year(m: Match) -> Unit | None:
    """``الربع الأول من 2024``, ``النصف الثاني من العام``."""
    size, n = int(m.units["q"].value), int(m.units["n"].value)
    base = year_of(m)
    if n > size or base is None:
        return None
    return spread(m, "per", replace(base, kind="part-of-year", part_of=(size, n)))


def year_of(m: Match) -> Spec | None:
    """The year named by one of the labels y (number), r (year), p (relative), x (الماضي) or u (العام); None if it is no year."""
    if (y := m.get("y")) is not None:
        return Spec("date", year=y.value)
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
    base = year_of(m) if len(m.units) > 1 else Spec("unit")
    if base is None:
        return None
    return spread(m, "hol", Spec("holiday", "hijri" if calendar == "h" else "gregorian", year=base.year, month=int(month), day=int(day),
                                 n=float(days), deixis=base.deixis, a=base))  # fmt: skip


def weekend(m: Match) -> Unit:
    """``نهاية الأسبوع``, ``نهاية الأسبوع المقبل``."""
    return spread(m, "per", Spec("weekend", offset=int(m.units["w"].value)))


def edge(m: Match) -> Unit | None:
    """``مطلع العام``, ``منتصف أكتوبر``, ``نهاية عام 2021``: a bare ``العام`` is the one of the publication."""
    mod = m.units["e"].value
    if (u := m.get("u")) is not None:
        if _unit(u) in ("D", "CE", "DE") or m.doc.words[m.units["e"].first].key[m.units["e"].cut :] in ("اول", "اخر") and _unit(u) == "W":
            return None
        spec = Spec("unit", unit=_unit(u), deixis="now")
    elif (d := m.get("d")) is not None:
        spec = Spec("date", year=d.value)
    else:
        spec = _which(m, "m", "r", "p").value
        if spec.kind in ("ago", "weekend") or spec.mod is not None:
            return None
    return spread(m, "per", replace(spec, mod=mod))


def years(m: Match) -> Unit | None:
    """``بين عامي 2003 و2011``, ``من 2003 إلى 2011``, ``2015-2016``."""
    a, b = m.units["a"], m.units["b"]
    x = a.value.year if isinstance(a.value, Spec) else a.value
    y = b.value.year if isinstance(b.value, Spec) else b.value
    if x is None or y is None or not x < y or a.first in m.counted or b.first in m.counted or not (1000 <= x <= 2200):
        return None
    if m.rule == "years-dash" and not m.tight() and y - x > 60:
        return None
    calendar = b.value.calendar if isinstance(b.value, Spec) else a.value.calendar if isinstance(a.value, Spec) else "gregorian"
    spec = Spec("interval", a=Spec("date", calendar, year=x), b=Spec("date", calendar, year=y))
    return spread(m, "int", spec, first=a if "inner" in m.args or "inside" in m.args else None, last=b if "inside" in m.args else None)


def years_pair(m: Match) -> Unit | None:
    """``2015/2016``, ``2015/16``: a season over two years."""
    a, b = m.units["a"].value
    if len(a) != 4 or not 1900 <= int(a) <= 2100:
        return None
    x, y = int(a), int(b) if len(b) == 4 else int(a[:2] + b) if len(b) == 2 else 0
    if not x < y <= x + 20:
        return None
    return spread(m, "int", Spec("interval", a=Spec("date", year=x), b=Spec("date", year=y)))


def bare_year(m: Match) -> Unit | None:
    """A year alone: after a preposition, in brackets, or after a word that takes one (``حرب 1967``)."""
    y = m.units["y"]
    words = m.doc.words
    if y.kind == "card.y" or not 1900 <= y.value <= 2100 or y.rule or y.first in m.counted:
        return None
    if not m.args:
        before = words[y.first - 1] if y.first else None
        if before is None or before.line != words[y.first].line or not (guarded(before.key, "yearhead") or _chained(words, y.first)):
            return None
    return Unit("yr", y.first, y.last, y.cut, Spec("date", year=y.value))


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


def per_year(m: Match) -> Unit | None:
    """``العام الماضي 2020``: the number says which year."""
    p, y = m.units["p"].value, m.units["y"]
    if p.kind != "unit" or p.unit != "Y" or not 1300 <= y.value <= 2100:
        return None
    return spread(m, "yr", Spec("date", "hijri" if y.value < 1500 else "gregorian", year=y.value))


def interval(m: Match) -> Unit | None:
    """``بين السبت والأحد``, ``من 15 يونيو إلى 20 يوليو``."""
    a, b = _which(m, "a", "c", "d", "f", "g", "i"), _which(m, "b", "h", "j", "k", "l", "m")
    if a.kind != b.kind or ("and" in m.args and not b.cut and m.doc.words[b.first - 1].text != "و"):
        return None
    low, high = a.value, b.value
    if low.year is None and high.year is not None:
        low = replace(low, year=high.year)
    if low.deixis is None and high.deixis is not None:
        low = replace(low, deixis=high.deixis)
    return spread(m, "int", Spec("interval", low.calendar, a=low, b=high), first=a if "inner" in m.args else None)
