"""Productions for stretches of time: units beside the publication, durations, sets, years, decades, seasons, feasts."""

from __future__ import annotations

from dataclasses import replace

from arnews.dates.grammar import Match, Production
from arnews.dates.lookalikes import QUOTES, became, degrees, is_age, light_years, newspaper, numbered
from arnews.dates.make_clock import same_part
from arnews.dates.make_days import spread
from arnews.dates.model import Spec, Unit
from arnews.dates.periods import smaller
from arnews.dates.vocabulary import guarded, is_definite, listed
from arnews.records import Mod


def dead(m: Match) -> Unit:
    """Words that look like a date and are none: ``اليوم الثالث``."""
    return spread(m, "dead", Spec("name"))


def relative_day(m: Match) -> Unit | None:
    """``اليوم``, ``أمس``, ``أول من أمس``, ``الليلة الماضية``; not ``اليوم العالمي`` or ``صحيفة اليوم``."""
    r = m.units["r"]
    words = m.doc.words
    word = words[r.first]
    bare = r.last - r.first == 1
    key = word.key[r.cut :]
    nxt = words[r.last] if r.last < len(words) and words[r.last].line == word.line else None
    if r.value == "0" and bare:
        if nxt is not None and (guarded(nxt.key, "notday") or numbered(words, r.last)):
            return dead(m)
        if newspaper(words, r.first, r.last, r.cut):
            return dead(m)
    if r.value == "-1" and bare and nxt is not None and listed(nxt.key, "notyesterday"):
        return dead(m)  # في أمس الحاجة; بالأمس القريب
    if "night" in m.args and nxt is not None and listed(nxt.key, "oneword"):
        return dead(m)  # ستين قرشا في الليلة الواحدة
    if "night" in m.args and r.cut and r.first and listed(words[r.first - 1].key, "todayword"):
        return dead(m)  # في اليوم والليلة
    if "night" in m.args and r.cut and r.last - r.first == 1 and nxt is not None and is_definite(nxt.key):
        return dead(m)  # لليلة العيد is the eve of the feast, and no tonight
    if r.value == "1" and nxt is not None and guarded(nxt.key, "future"):
        return dead(m)  # إلى غد أفضل
    dated = m.after is not None and m.after.kind in ("weekday", "num.a", "num.b")
    per_day = (
        listed(key, "todayword") and bare and not dated
        and ((r.first > 0 and listed(words[r.first - 1].key, "inword") and not r.cut) or (r.cut and word.text[r.cut - 1] == "ب"))
    )  # fmt: skip
    if per_day:
        return dead(m)  # مرتين في اليوم
    if listed(key, "ghada") and bare and not dated and became(m, r):
        return dead(m)  # الذي غدا مصحا
    event = listed(key, "thetomorrow") and r.first > 0 and guarded(words[r.first - 1].key, "eventnoun")
    bare_tomorrow = r.value == "1" and listed(key, "tomorrowword") and bare and not r.cut and not event
    if bare_tomorrow and (m.before is None or m.before.kind not in ("in", "of", "until", "to", "since", "part", "comma")):
        return dead(m)
    return spread(m, "rd", Spec("relday", offset=int(r.value), part="NIGHT" if "night" in m.args else None))


def this_day(m: Match) -> Unit:
    """``هذا اليوم``: the day last named, else that of publication; ``يومه الجمعة``: today, in Morocco."""
    w = m.get("w")
    if w is not None:
        return spread(m, "rd", Spec("relday", offset=0, weekday=int(w.value)))
    r = m.units["r"]
    told = m.doc.words[r.first].text[:1] == "ب" or (r.first > 0 and listed(m.doc.words[r.first - 1].key, "inword"))
    return spread(m, "rd", Spec("relday", offset=0, deixis="same" if told else "this"))


def day_after(m: Match) -> Unit | None:
    """``اليوم التالي``, ``اليوم نفسه``, ``ذلك اليوم``: a day beside the last one that was named."""
    x = m.units["x"].value
    steps = {"after": 1, "before": -1, "same": 0}
    if "night" in m.args:
        if x != "same" or m.units["r"].value != "0":
            return None
        return spread(m, "rd", Spec("relday", offset=0, deixis="same", part="NIGHT"))
    if m.units["r"].value != "0" or m.units["r"].last - m.units["r"].first > 1:
        return None
    if x in ("past", "next") and not m.units["r"].cut and listed(m.doc.words[m.units["r"].first].key, "todayword"):
        return spread(m, "rd", Spec("relday", offset=-1 if x == "past" else 1))
    if x not in steps:
        return dead(m) if x == "recent" else None
    return spread(m, "rd", Spec("relday", offset=steps[x], deixis="same"))


def same_month(m: Match) -> Unit | None:
    """``الشهر نفسه من عام 2016``: the month named before, in another year."""
    p = m.units["p"].value
    if p.kind != "unit" or p.unit != "M" or p.deixis != "same":
        return None
    year = m.get("r") or m.units["q"]
    if year.value.kind not in ("date", "unit") or (year.value.kind == "unit" and year.value.unit != "Y"):
        return None
    return spread(m, "per", replace(p, a=year.value))


def this_part(m: Match) -> Unit | None:
    """``هذا المساء``, ``صباح هذا اليوم``: a part of the day of publication."""
    if m.units["x"].value != "now" or not is_definite(m.doc.words[m.units["p"].first].key):
        return None
    return spread(m, "rd", Spec("relday", offset=0, part=m.units["p"].value))


def unit_relative(m: Match) -> Unit | None:
    """``الأسبوع الماضي``, ``هذا العام``, ``العام التالي``."""
    x, u = m.units["x"].value, m.units["u"]
    unit = _unit(u)
    if unit == "D" or x in ("rest", "recent"):
        return None
    placed = m.before is not None and m.before.kind in ("in", "during", "since", "edge", "until")
    if unit == "DE" and m.units["x"].kind == "this" and not placed:
        return None  # كان هذا العقد باطلا
    e = m.get("e")
    return spread(m, "per", Spec("unit", "hijri" if e is not None and e.value == "h" else "gregorian", unit=unit, deixis=x))


def _unit(u: Unit) -> str:
    return str(u.value)


def which(m: Match, *labels: str) -> Unit:
    """The unit of the first of these labels that the pattern matched."""
    return next(u for u in (m.get(k) for k in labels) if u is not None)


def count_relative(m: Match) -> Unit | None:
    """``الأشهر المقبلة`` (no number), ``السنوات الخمس الماضية``, ``ال 24 ساعة الماضية``, ``الشهرين المقبلين``."""
    x = m.units["x"].value
    u = which(m, "u", "v", "w")
    n = m.get("n")
    if x not in ("past", "recent", "next", "now"):
        return None
    count = 2.0 if "two" in m.args else float(n.value) if n is not None else None
    if x == "recent" and m.after is not None and m.after.kind == "of":
        return spread(m, "dur", Spec("count", unit=_unit(u), n=count))  # السنوات الأخيرة من حكمه ends with it
    return spread(m, "dur", Spec("count", unit=_unit(u), n=count, deixis="past" if x == "recent" else x))


def _mod(n: Unit | None) -> Mod | None:
    """The bound or approximator before a number, which its unit carries in place of a rule."""
    return n.rule or None if n is not None else None  # type: ignore[return-value]


def _half(m: Match, n: float | None) -> float | None:
    h = m.get("h")
    if h is None or n is None:
        return n
    return n + int(h.value) / 60 if h.cut else n


def _decade_not_contract(m: Match, u: Unit, prep: bool) -> bool:
    """``عقد`` and ``عقود`` are contracts too: a decade says so by ``من الزمن``, ``ونصف`` or what stands before a number of them."""
    if m.get("h") is not None or listed(m.doc.words[m.last.last - 1].key, "oftime"):
        return True
    if u.kind.startswith("unit.s"):
        n = m.get("n")
        # 11 عقدا; المؤتمر 11 عقد: the bare noun after 11 to 99 is the verb "was held"
        return n is not None and int(n.value) > 10 and (int(n.value) > 99 or m.doc.words[u.first].key.endswith("ا"))
    return prep or (m.before is not None and m.before.kind in ("during", "since", "ago", "hence", "of"))


def duration(m: Match) -> Unit | None:
    """``ثلاثة أيام``, ``شهرين``, ``عام ونصف``, ``منذ سنوات``; an age (``58 عاما`` after the name) is none."""
    u = which(m, "u", "v")
    unit = _unit(u)
    n = m.get("n")
    if "many" in m.args or "several" in m.args:
        spanned = (m.before is not None and m.before.kind in ("during", "since", "ago", "hence", "in")) or (
            u.cut and m.doc.words[u.first].text[u.cut - 1] == "ل"
        )
        if unit == "DE" and "many" in m.args and not spanned:
            return None  # عقود طويلة المدى
        if (
            (s := m.get("s")) is not None
            and s.cut
            and m.doc.words[s.first].text[s.cut - 1] in ("و", "ف")
            and listed(m.doc.words[s.first].key, "severalword")
        ):
            return None
        return spread(m, "dur", Spec("count", unit=unit))
    count = 2.0 if "two" in m.args else float(n.value) if n is not None else None if u.kind.startswith("unit.u") else 1.0
    if light_years(m.doc.words, m.last.last) or (unit == "TM" and degrees(m.doc.words, m.first.first)):
        return dead(m)
    if unit in ("Y", "M") and (is_age(m) or (m.first.first and listed(m.doc.words[m.first.first - 1].key, "warword"))):
        return dead(m)  # also حرب التسع سنوات
    k = m.get("k")
    if k is not None and u.kind.startswith("unit.u") and m.after is not None and m.after.kind.startswith(("unit.S", "unit.V")):
        return None  # طوال أيام الأسبوع
    words = m.doc.words
    nxt = words[u.last] if u.last < len(words) and words[u.last].line == words[u.first].line else None
    if (
        k is not None
        and u.kind.startswith("unit.u")
        and n is None
        and m.after is not None
        and m.after.kind in ("part", "hol", "season", "mon", "mon?")
    ):
        return None  # منذ ساعات الصباح
    if k is not None and k.kind == "during" and u.kind.startswith("unit.u") and n is None and nxt is not None and is_definite(nxt.key):
        return None  # على مدى أيام العيد, خلال سنوات الحرب: theirs, not some
    if m.rule == "duration-one-full" and (unit == "TS" or (m.before is not None and m.before.kind.startswith(("num", "dec", "card")))):
        return None  # مرة ثانية فقط
    if k is not None and m.before is not None and m.before.kind == u.kind and k.kind == "hence":
        return None  # عاما بعد عام
    if k is not None and k.kind in ("ago", "hence") and unit in ("D", "TM", "TS") and not u.kind.startswith("unit.u"):
        return None  # بعد دقيقة صمت: the rule of a point in time has refused it
    if unit == "DE" and not _decade_not_contract(m, u, k is not None):
        return None
    if (
        n is not None
        and n.kind == "num.y"
        and unit in ("Y", "M")
        and (n.first not in m.counted or (1900 <= n.value <= 2100 and n.value % 100))
    ):
        return None  # 1400 عام is a length, 2015 عام is not
    if u.kind == "unit.s.D" and m.after is not None and m.after.kind in ("weekday", "wdy", "rd", "day"):
        return None
    a = m.get("a")
    b = m.get("b")
    mod: Mod | None = b.value if b is not None else a.value if a is not None else _mod(n)
    first = b or n or u
    return spread(m, "dur", Spec("count", unit=unit, n=_half(m, count), mod=mod), first=first)


def duration_for(m: Match) -> Unit | None:
    """``لسنوات``, ``لساعات``: the ل says that it lasts; a number before it has taken its noun already."""
    u = m.units["u"]
    word = m.doc.words[u.first]
    words = m.doc.words
    named = m.after is not None and m.after.kind.startswith(("unit", "mon", "hol", "day"))
    named = named or (u.last < len(words) and is_definite(words[u.last].key))  # لأيام الإجازات
    if u.cut != 1 or word.text[0] != "ل" or _unit(u) == "DE" or named:
        return None
    return spread(m, "dur", Spec("count", unit=_unit(u)))


def duration_about(m: Match) -> Unit | None:
    """``قرابة العام``, ``نحو السنتين``."""
    u = which(m, "u", "v")
    if _unit(u) == "D" or (m.after is not None and m.after.kind in ("num.a", "num.b", "num.o", "num.y", "ord.m", "deixis", "yearkind")):
        return None
    n = 2.0 if m.get("v") is not None else 1.0
    h = m.get("h")
    if h is not None:
        if not guarded(m.doc.words[h.first].key, "halfword"):
            return None
        n += 0.5
    return spread(m, "dur", Spec("count", unit=_unit(u), n=n, mod=m.units["b"].value))


def duration_decimal(m: Match) -> Unit | None:
    """``11.4 دقيقة``: a decimal number of units."""
    whole, fraction = m.units["n"].value
    unit = _unit(which(m, "u", "v"))
    if unit in ("CE", "DE") or len(whole) > 4 or len(fraction) > 3 or (unit in ("Y", "M") and is_age(m)):
        return None
    return spread(m, "dur", Spec("count", unit=unit, n=float(f"{whole}.{fraction}")))


def duration_range(m: Match) -> Unit | None:
    """``من 10 إلى 15 يوما``: the shortest and the longest."""
    low, high = m.units["n"].value
    unit = _unit(which(m, "u", "v"))
    if unit == "Y" and is_age(m):
        return dead(m)
    return spread(m, "dur", Spec("count", unit=unit, n=float(low), a=Spec("count", unit=unit, n=float(high))))


def duration_to(m: Match) -> Unit | None:
    """``من أسبوع إلى أسبوعين``, ``من يومين إلى ثلاثة أسابيع``: the shortest and the longest, in units of their own."""
    if "one" in m.args:
        w = m.get("w")
        low = Spec("count", unit=_unit(m.units["u"]), n=1.0)
        high = m.units["b"].value if w is None else Spec("count", unit=_unit(w), n=1.0)
        if w is not None and not smaller(str(low.unit), str(high.unit)):
            return None  # من شهر إلى شهر
    else:
        low, high = m.units["a"].value, m.units["b"].value
    if any(s.kind != "count" or s.deixis or s.n is None or s.a or s.b for s in (low, high)):
        return None
    if smaller(str(high.unit), str(low.unit)):
        return None  # من ثلاث سنوات إلى شهرين
    return spread(m, "dur", replace(low, a=high))


def last_count(m: Match) -> Unit | None:
    """``آخر 24 ساعة``: a stretch that ends at the publication."""
    e = m.units["e"]
    if not listed(m.doc.words[e.first].key[e.cut :], "lastword") or m.units["d"].value.deixis is not None:
        return None
    return spread(m, "dur", replace(m.units["d"].value, deixis="past"))


def ago(m: Match) -> Unit | None:
    """``قبل ثلاثة أيام``, ``بعد أسبوعين``: a point counted from the publication, unless an event follows to count from."""
    k = m.units["k"]
    u = which(m, "u", "v", "w", "s")
    n = m.get("n")
    count = _half(m, 2.0 if m.get("w") is not None else 1.0 if m.get("s") is not None else float(n.value) if n else None)
    unit = _unit(u)
    words = m.doc.words
    nxt = words[m.last.last] if m.last.last < len(words) else None
    if light_years(words, m.last.last):
        return None
    if (
        m.get("s") is not None
        and m.get("o") is None
        and unit in ("D", "DE", "TS", "TM")
        and not (nxt is None or listed(nxt.key, "afterone") or nxt.kind == "punct")
    ):
        return None
    if m.get("s") is not None and m.before is not None and m.before.kind == u.kind:
        return None  # يوما بعد يوم
    sign = -1 if k.kind == "ago" else 1
    told = nxt if nxt is None or nxt.text not in QUOTES else words[m.last.last + 1] if m.last.last + 1 < len(words) else None
    event = told is not None and told.line == words[m.first.first].line and _counts_from(k, told.key)
    b, a = m.get("b"), m.get("a")
    mod: Mod | None = b.value if b is not None else a.value if a is not None else _mod(n)
    # بعد أكثر من عامين, بعد أسبوع كامل: a length, not a day
    event = event or (sign > 0 and (mod in ("MORE_THAN", "LESS_THAN") or guarded(words[m.last.last - 1].key, "whole")))
    now = m.get("r") or m.get("z")
    if now is not None:
        if now.kind == "rd" and now.value.offset != 0:
            return None
        event = False
    if event:
        return spread(m, "dur", Spec("count", unit=unit, n=count, mod=mod), first=b or n or u)
    return spread(m, "per", Spec("ago", unit=unit, n=count, offset=sign, mod=mod))


def _counts_from(k: Unit, word: str) -> bool:
    """Whether the word after ``قبل`` or ``بعد`` with a length names what it is counted from: ``قبل عام من الحرب``."""
    return guarded(word, "eventof") or (k.kind == "hence" and guarded(word, "whole"))


def every(m: Match) -> Unit | None:
    """``كل 10 دقائق``, ``سنويا``, ``كل جمعة``, ``كل عاشوراء``."""
    if m.get("h") is not None:
        return spread(m, "set", Spec("set", text="P1Y"))
    if "weekday" in m.args or (m.get("w") is not None and m.units["w"].kind == "wdy"):
        return spread(m, "set", Spec("set", text="P1W"))
    if "adverb" in m.args:
        return spread(m, "set", Spec("set", text=str(m.units["s"].value)))
    u = which(m, "u", "v")
    n = m.get("n")
    return spread(m, "set", Spec("set", unit=_unit(u), n=float(n.value) if n is not None else 2.0))


def of_each(m: Match) -> Unit | None:
    """``8 مارس من كل عام``, ``الخامس من كل شهر``: what comes back every year or month."""
    if m.rule == "each-date":
        # كل يوم 13 يناير comes back every year
        once = m.units["d"].value.year is None and listed(m.doc.words[m.units["s"].last - 1].key, "dayword")
        return spread(m, "set", Spec("set", text="P1Y")) if once else None
    s: Spec = m.units["s"].value
    if m.units["s"].cut or s.text != ("P1M" if "month" in m.args else "P1Y"):
        return None
    n = m.get("n")
    if n is not None and (n.rule or not 1 <= int(n.value) <= 31):
        return None
    if n is None:
        day = which(m, "d", "m", "p", "i").value
        inner = day.a if day.kind == "interval" and day.a is not None else day
        if inner.kind != "date" or inner.year is not None or inner.deixis is not None:
            return None
    return spread(m, "set", s)


def interval(m: Match) -> Unit | None:
    """``بين السبت والأحد``, ``من 15 يونيو إلى 20 يوليو``."""
    a, b = which(m, "a", "c", "d", "f", "g", "i"), which(m, "b", "h", "j", "k", "l", "m")
    if a.kind != b.kind or ("and" in m.args and not b.cut and m.doc.words[b.first - 1].text != "و"):
        return None
    low, high = a.value, b.value
    if low.kind == "clock":
        low = same_part(low, high)
    if low.year is None and high.year is not None:
        low = replace(low, year=high.year)
    if low.deixis is None and high.deixis is not None:
        low = replace(low, deixis=high.deixis)
    return spread(m, "int", Spec("interval", low.calendar, a=low, b=high), first=a if "inner" in m.args else None)


# The productions that rules name.
PRODUCTIONS: tuple[Production, ...] = (
    dead, relative_day, this_day, day_after, same_month, this_part, unit_relative, count_relative, duration, duration_for,
    duration_about, duration_decimal, duration_range, duration_to, last_count, ago, every, of_each, interval,
)  # fmt: skip
