"""Productions for the clock and the parts of the day."""

from __future__ import annotations

from dataclasses import replace

from arnews.dates.grammar import Match, Production
from arnews.dates.make_days import spread
from arnews.dates.model import Spec, Unit
from arnews.dates.vocabulary import guarded, is_definite, listed
from arnews.records import Mod


def hour_in(part: str | None, hour: int) -> int:
    """The hour of a 24-hour day that ``hour`` of a 12-hour clock means in a part of the day (``12 ليلا`` is 0, ``5 مساء`` 17)."""
    if hour > 12 or part is None:
        return hour
    if part in ("MORNING", "DAWN"):
        return hour % 12
    if part == "NIGHT":
        return hour + 12 if 6 <= hour < 12 else hour % 12
    if part == "MIDDAY":
        return hour + 12 if hour <= 4 else hour
    if part == "EVENING" and hour == 12:
        return 0
    return hour % 12 + 12


def _hour(u: Unit, shortest: int = 2) -> tuple[int, int] | None:
    """Hour and minute of a number, of ``17:30``, ``17.30`` or ``0647``."""
    if isinstance(u.value, tuple):
        if not 1 <= len(u.value[0]) <= 2 or len(u.value[1]) not in (2, shortest):
            return None
        h, minute = int(u.value[0]), int(u.value[1])
    else:
        h, minute = int(u.value), 0
        if h > 24:
            h, minute = divmod(h, 100)
    return (h, minute) if 0 <= h <= 24 and 0 <= minute < 60 else None


def _second(u: Unit) -> int | None:
    """The seconds of ``09:28:54``."""
    return int(u.value[2]) if isinstance(u.value, tuple) and len(u.value) > 2 and int(u.value[2]) < 60 else None


def _share(u: Unit) -> int:
    """Minutes of ``نصف`` (30), ``والربع`` (a quarter, 15) or a number."""
    return 60 // int(u.value) if u.kind == "halfyear" else int(u.value)


def clock(m: Match) -> Unit | None:
    """``الساعة 17:30``, ``الثالثة والنصف مساء``, ``الرابعة إلا ربعا``, ``05:30 بتوقيت غرينتش``."""
    n = m.get("n") or m.units["t"]
    if m.get("h") is None and n.first and guarded(m.doc.words[n.first - 1].key, "numbered"):
        return None
    if n.rule or (n.kind in ("card", "ord.f") and not 0 < n.value <= 24):
        return None
    if n.kind == "card" and n.first in m.counted:
        return None  # في الساعة خمسة دولارات
    read = _hour(n, 1 if m.get("h") is not None else 2)
    if read is None:
        return None
    hour, minute = read
    if "prayer" in m.args and not guarded(m.doc.words[m.units["g"].first].key, "afterword"):
        return None  # المباراة الثانية المغرب
    if m.rule == "clock-head-minutes" and _two_hours(m, n):
        return None
    if (m.get("p") is not None and m.units["p"].cut) or (m.rule == "clock-number-zone" and len(m.doc.words[n.last - 1].text) < 4):
        return None  # 3-1 وظهر المنتخب; الساعة 33ر06 بتوقيت غرينتش
    four = n.kind in ("num.y", "num.o")
    z, p, a = m.get("z"), m.get("p"), m.get("a")
    if "small" in m.args and a is not None and a.kind == "m" and (m.before is None or m.before.kind not in _OPENERS):
        return None  # 6ر12 م د: a million dinars
    if four and (len(m.doc.words[n.first].text) != 4 or (n.first in m.counted and z is None)):
        return None
    if "small" in m.args and (hour > 12 or hour == 0 or n.first in m.counted or (p is not None and p.kind == "part" and _definite(m, p))):
        return None
    if n.kind == "time" and n is m.get("t") and p is not None and p.kind == "m" and hour > 12:
        p = None
    q, extra, minus = m.get("q"), m.get("m"), m.get("x")
    if q is not None:
        minute = _share(q)
    if extra is not None:
        minute = int(extra.value)
    if minus is not None:
        less = m.get("r") or m.get("s")
        hour, minute = (hour - 1) % 24 or (12 if hour == 1 else 0), 60 - (_share(less) if less else 0)
    if not 0 <= minute < 60:
        return None
    g = m.get("g")
    if g is not None and (g.cut or hour > 12):
        return None
    said = next((u for u in (p, a, g) if u is not None), None)
    part: Mod | None = said.value if said is not None else None
    if hour == 12 and said is not None and said.kind == "m":
        part = None  # 12:41 م is noon
    zone = z.value if z is not None else None
    last = m.last
    if m.get("p") is not None and p is None:
        return None
    named = n.kind in ("ord.f", "card") or hour <= 12
    spec = Spec("clock", hour=hour_in(part, hour) % 24 if named else hour % 24, minute=minute, second=_second(n), part=part,
                zone=int(zone) if zone not in (None, "?") else None, n=float(hour))  # fmt: skip
    return spread(m, "clk", spec, last=last)


def _two_hours(m: Match, n: Unit) -> bool:
    """``الساعة 5 و7 مساء`` names two hours: no minutes are told by a number below 13 that is no multiple of five."""
    u = m.units["m"]
    words = m.doc.words
    colon = words[n.last].text == ":" if n.last < len(words) else False
    minutes = u.last < len(words) and m.last.last > u.last and listed(words[u.last].key, "minuteword")
    return not colon and not minutes and int(u.value) <= 12 and int(u.value) % 5 != 0 and n.kind in ("num.a", "ord.f", "card")


def clock_pair(m: Match) -> Unit | None:
    """``بين الساعة 2 و4 من فجر الأحد``: from the one hour to the other, in the part of the day that is named."""
    n, k, p, d = m.units["n"], m.units["k"], m.get("p"), m.get("d")
    a, b = _hour(n), _hour(k)
    joined = k.cut or m.doc.words[k.first - 1].text == "و"
    if a is None or b is None or not joined or n.rule or k.rule or n.first in m.counted or k.first in m.counted:
        return None
    if d is not None and (d.value.hour is not None or d.value.part is None):
        return None
    part = p.value if p is not None else d.value.part if d is not None else None
    ends = [Spec("clock", hour=hour_in(part, h) % 24, minute=minute, part=part, n=float(h)) for h, minute in (a, b)]
    if d is not None:
        ends = [_timed(d.value, end) for end in ends]
    return spread(m, "int", Spec("interval", a=ends[0], b=ends[1]), first=m.units["n"] if "inner" in m.args else None)


def _listed_with(m: Match) -> Spec | None:
    """The time that follows joined by و and names its part of the day, which holds for the hours before it too."""
    after = m.after
    if after is None or after.kind not in ("clk", "wdy", "day", "rd"):
        return None
    if m.last.kind != "and" and (not after.cut or m.doc.words[after.first].text[0] != "و"):
        return None
    spec: Spec = after.value
    return spec if spec.hour is not None and spec.part is not None else None


def clock_list(m: Match) -> Unit | None:
    """``عند الخامسة والسابعة مساء``: the first of two hours."""
    n, late = m.units["n"], _listed_with(m)
    if late is None or n.rule or n.cut or n.first in m.counted or not 0 < int(n.value) <= 12:
        return None
    hour = hour_in(late.part, int(n.value)) % 24
    if m.after is None or hour >= (late.hour or 0):
        return None
    return spread(m, m.after.kind, replace(late, hour=hour, minute=0, second=None, n=float(n.value)), first=n, last=n)


def clock_list_head(m: Match) -> Unit | None:
    """``الساعة الثامنة والعاشرة مساء``: the part of the day, and the day, of the last hour hold for the first."""
    a, late = m.units["a"].value, _listed_with(m)
    if late is None or m.after is None or a.part is not None or a.n is None or not 0 < a.n <= 12:
        return None
    hour = hour_in(late.part, int(a.n)) % 24
    if hour >= (late.hour or 0):
        return None
    return spread(m, m.after.kind, replace(late, hour=hour, minute=a.minute, second=a.second, n=a.n), last=m.units["a"])


def clock_reversed(m: Match) -> Unit | None:
    """``الساعة 49: 12 ظهرا``, printed the wrong way round."""
    minute, hour = int(m.units["n"].value), int(m.units["m"].value)
    if not 24 < minute < 60 or hour > 12:
        return None
    p, z = m.get("p"), m.get("z")
    part: Mod | None = p.value if p is not None else None
    zone = int(z.value) if z is not None and z.value != "?" else None
    return spread(m, "clk", Spec("clock", hour=hour_in(part, hour) % 24, minute=minute, part=part, zone=zone, n=float(hour)))


_BEFORE_DAWN = 6
_OPENERS = frozenset({"until", "to", "of", "hourapprox", "in"})


def _definite(m: Match, p: Unit) -> bool:
    return is_definite(m.doc.words[p.first].key)


def midnight(m: Match) -> Unit:
    """``منتصف الليل``: the end of the day."""
    return spread(m, "clk", Spec("clock", hour=0, minute=0, part="NIGHT"))


def part_of_day(m: Match) -> Unit | None:
    """``مساء الخميس``, ``الخميس ليلا``, ``فجر اليوم``."""
    d, p = m.units["d"], m.units["p"]
    spec: Spec = d.value
    if spec.part is not None or spec.hour is not None or (p is m.last and p.cut):
        return None
    if p is m.last and p.kind == "part" and (_definite(m, p) or p.value != "EVENING"):
        return None
    return spread(m, d.kind, replace(spec, part=p.value))


def night_between(m: Match) -> Unit | None:
    """``ليلة الخميس الجمعة``: the night that begins on the first day."""
    w, v = m.units["w"].value, m.units["v"].value
    if m.units["p"].value != "NIGHT" or v.weekday != w.weekday % 7 + 1:
        return None
    return spread(m, "wdy", replace(w, part="NIGHT", deixis=w.deixis or v.deixis))


def _timed(day: Spec, time: Spec) -> Spec:
    part = time.part or day.part
    hour = time.hour
    if time.part is None and day.part is not None and hour is not None:
        hour = hour_in(day.part, hour)
    if day.kind == "relday" and day.part == "NIGHT" and hour is not None and hour < _BEFORE_DAWN and time.part in (None, "NIGHT"):
        # الثانية من ليلة أمس lies after midnight: the night began the day before.
        day = replace(day, offset=(day.offset or 0) + 1)
    return replace(day, hour=hour, minute=time.minute, second=time.second, zone=time.zone, part=part)


def clock_day(m: Match) -> Unit | None:
    """A clock time and its day, in either order, also across the mark of a publication line."""
    c, d = m.units["c"], m.units["d"]
    if d.value.hour is not None:
        return None
    return spread(m, d.kind, _timed(d.value, c.value))


def hour_of_day(m: Match) -> Unit | None:
    """``الثامنة مساء اليوم``: an hour before a day that has its part."""
    n, d = m.units["n"], m.units["d"]
    if d.value.part is None or d.value.hour is not None or n.rule or n.first in m.counted:
        return None
    if n.first and guarded(m.doc.words[n.first - 1].key, "numbered"):
        return None
    read = _hour(n)
    if read is None or (n.kind.startswith("num") and read[0] > 12) or n.kind in ("num.y", "num.o"):
        return None
    q = m.get("q")
    return spread(m, d.kind, _timed(d.value, Spec("clock", hour=read[0], minute=_share(q) if q is not None else read[1])))


def same_part(low: Spec, high: Spec) -> Spec:
    """The earlier of two times in the part of the day that the later one names: ``بين الثامنة والتاسعة مساء``."""
    if low.part is None and high.part is not None and low.n is not None and low.n <= 12:
        return replace(low, part=high.part, hour=hour_in(high.part, int(low.n)) % 24)
    return low


def clock_range(m: Match) -> Unit | None:
    """``من الساعة الثالثة إلى الخامسة مساء``, ``بين الثالثة والخامسة مساء``: the part of the day of the end holds for both."""
    b = m.units["b"]
    high: Spec = b.value
    a = m.get("a")
    n = m.get("n")
    if n is not None:
        joined = b.cut or m.doc.words[b.first - 1].text == "و"
        if not joined or n.rule or n.first in m.counted or not 0 < n.value <= 12:
            return None
        low = Spec("clock", hour=int(n.value), minute=0, n=float(n.value))
    elif a is not None:
        low = a.value
    else:
        return None
    return spread(m, "int", Spec("interval", a=same_part(low, high), b=high), first=a if a is not None else None)


def clock_range_part(m: Match) -> Unit | None:
    """``من الرابعة إلى التاسعة مساء``, ``من التاسعة إلى الثانية ظهرا``: the part holds for both where the hours allow it."""
    n, high = m.units["n"], m.units["b"].value
    if n.rule or n.first in m.counted or not 0 < int(n.value) <= 12 or high.part is None or high.hour is None:
        return None
    same, plain = hour_in(high.part, int(n.value)) % 24, int(n.value) % 24
    hour = same if same < high.hour else plain
    if hour >= high.hour:
        return None
    low = Spec("clock", hour=hour, minute=0, part=high.part if hour == same else None)
    return spread(m, "int", Spec("interval", a=low, b=high), first=n)


# The productions that rules name.
PRODUCTIONS: tuple[Production, ...] = (
    clock, clock_pair, clock_list, clock_list_head, clock_reversed, midnight, part_of_day, night_between, clock_day, hour_of_day,
    clock_range, clock_range_part,
)  # fmt: skip
