"""Productions for lengths of one unit and of several: ``يوم واحد``, ``ساعة و20 دقيقة``, ``بين 6 أشهر وعام``, ``ثلاثة أرباع الساعة``."""

from __future__ import annotations

from dataclasses import replace

from arnews.dates.grammar import Match, Production
from arnews.dates.lookalikes import is_age, light_years
from arnews.dates.make_days import spread
from arnews.dates.make_periods import which
from arnews.dates.model import Spec, Unit
from arnews.dates.periods import smaller
from arnews.dates.vocabulary import guarded, is_definite
from arnews.records import Mod


def _one(unit: Unit) -> Spec:
    return Spec("count", unit=str(unit.value), n=1.0)


def _between(m: Match, first: int) -> bool:
    """Whether ``بين`` stands before a word: what follows it are two ends, no sum."""
    return first > 0 and guarded(m.doc.words[first - 1].key, "betweenends")


def _linked(m: Match, unit: Unit) -> bool:
    words = m.doc.words
    return (unit.cut > 0 and words[unit.first].text[unit.cut - 1] == "و") or words[unit.first - 1].text == "و"


def duration_sum(m: Match) -> Unit | None:
    """``3 سنوات و4 أشهر``, ``تسع سنوات و6 أشهر و20 يوما``: a longer length and shorter ones; not of decades and centuries."""
    first, *rest = (u for label in "abc" if (u := m.get(label)) is not None)
    if _between(m, m.first.first) or any(u.value.deixis or u.value.n is None or u.value.a for u in (first, *rest)):
        return None
    joined: Spec | None = first.value if first.value.unit not in ("CE", "DE") else None
    for u in rest:
        joined = joined_sum(joined, u.value) if joined is not None and _linked(m, u) else None
    return spread(m, "dur", joined) if joined is not None else None


def one_unit(m: Match) -> Unit | None:
    """``يوم واحد``, ``عاما واحدا``: a length; a contract (``عقد واحد``) is none, nor is a person's age."""
    u, b = m.units["u"], m.get("b")
    placed = b is not None or (m.before is not None and m.before.kind in ("during", "ago", "hence", "in"))
    if u.value == "TS" and not placed:
        return None  # مرة ثانية واحدة
    if u.value == "DE" or (u.value in ("Y", "M") and is_age(m)):
        return None
    return spread(m, "dur", replace(_one(u), mod=b.value if b is not None else None))


def one_night(m: Match) -> Unit | None:
    """``في ليلة واحدة``: a night is counted as a day."""
    p, b = m.units["p"], m.get("b")
    if not guarded(m.doc.words[p.first].key, "nightword"):
        return None
    return spread(m, "dur", Spec("count", unit="D", n=1.0, mod=b.value if b is not None else None))


def duration_minus(m: Match) -> Unit | None:
    """``ساعة إلا ربعا``, ``ثلاث ساعات إلا ثلثا``: a length less a part of its unit."""
    u, n = which(m, "u", "w", "s"), m.get("n")
    whole = float(n.value) if n is not None else 2.0 if m.get("w") is not None else 1.0
    if u.value in ("DE", "CE") or (n is not None and n.rule):
        return None
    return spread(m, "dur", Spec("count", unit=str(u.value), n=whole - int(m.units["h"].value) / 60))


def days_and_half(m: Match) -> Unit | None:
    """``ثلاثة أيام ونصف اليوم``: the day is the unit said again, not today."""
    n, h = m.get("n"), m.units["h"]
    if m.units["r"].value != "0" or not _linked(m, h):
        return None
    return spread(m, "dur", Spec("count", unit="D", n=(float(n.value) if n is not None else 2.0) + int(h.value) / 60))


def bound_unit(m: Match) -> Unit | None:
    """``أكثر من عام``, ``نحو شهر قبل``; ``نحو`` before anything described is a direction (``نحو عام أفضل``)."""
    b, u = m.units["b"], m.units["u"]
    words = m.doc.words
    nxt = words[u.last] if u.last < len(words) and words[u.last].line == words[u.first].line else None
    toward = guarded(words[b.first].key[b.cut :], "toward") and nxt is not None and nxt.kind == "arabic"
    if u.cut or u.value == "DE" or (m.after is not None and m.after.kind.startswith(("num", "card", "ord", "deixis"))):
        return None
    if (toward and nxt is not None and not guarded(nxt.key, "notname")) or (u.value in ("Y", "M") and is_age(m)):
        return None
    if light_years(words, u.last):
        return None
    return spread(m, "dur", replace(_one(u), mod=b.value))


def range_end(m: Match) -> Unit | None:
    """The low or the high end of ``بين أسبوعين وشهر``, ``بين يوم وثلاثة أيام``, where it is one unit."""
    u, before = m.units["u"], m.before
    if m.get("k") is not None:
        low = m.after is not None and m.after.kind == "dur" and _linked(m, m.after) and m.after.value.kind == "count"
        return spread(m, "dur", _one(u), first=u) if low else None
    if before is None or before.kind != "dur" or not _between(m, before.first) or not _linked(m, u):
        return None
    return spread(m, "dur", _one(u)) if smaller(before.value.unit, str(u.value)) else None


def unit_sum(m: Match) -> Unit | None:
    """``ساعة و20 دقيقة``, ``تسع سنوات وشهر``: a longer length and a shorter one, where one of them is a lone unit."""
    u, d = m.units["u"], m.units["d"]
    low, high = (d, u) if u.first < d.first else (u, d)
    length: Spec = d.value
    if length.kind != "count" or length.deixis or length.n is None or length.a or _between(m, m.first.first):
        return None
    if u.value in ("DE", "CE") or (u is m.last and (u.cut == 0 or _named(m))):
        return None
    if not _linked(m, low):
        return None
    a, b = (_one(high), length) if high is u else (length, _one(low))
    joined = joined_sum(a, b)
    return spread(m, "dur", joined) if joined is not None else None


def _named(m: Match) -> bool:
    """``شهرين وساعة الحسم``: the unit belongs to what follows it."""
    words, end = m.doc.words, m.last.last
    return end < len(words) and words[end].line == words[end - 1].line and is_definite(words[end].key)


def joined_sum(a: Spec, b: Spec) -> Spec | None:
    """Two lengths as one, the second below the last of the first; a fraction of the same unit adds up (``ساعة ونصف ساعة``)."""
    if a.b is not None:
        rest = joined_sum(a.b, b)
        return replace(a, b=rest) if rest is not None else None
    if a.n is not None and b.n is not None and a.unit == b.unit and b.n < 1:
        return replace(a, n=a.n + b.n)
    return replace(a, b=b) if smaller(str(b.unit), str(a.unit)) else None


def ago_sum(m: Match) -> Unit | None:
    """``بعد أسبوع وثلاثة أيام``: one point; a length where an event follows to count from (``بعد عام وشهرين من``)."""
    p, b = m.units["p"], which(m, "b", "u")
    point: Spec = p.value
    rest: Spec = b.value if b.kind == "dur" else _one(b)
    if point.kind != "ago" or point.n is None or not _linked(m, b) or rest.kind != "count" or rest.deixis or rest.n is None:
        return None
    if point.b is not None or not smaller(str(rest.unit), str(point.unit)) or rest.a or (b.kind != "dur" and _named(m)):
        return None
    words = m.doc.words
    event = b.last < len(words) and words[b.last].line == words[b.first].line and guarded(words[b.last].key, "eventof")
    if event:
        return Unit("dur", p.first + 1, b.last, 0, replace(point, kind="count", offset=None, b=rest))
    return spread(m, "per", replace(point, b=rest))


def duration_part(m: Match) -> Unit | None:
    """``نصف ساعة``, ``ربع قرن``."""
    h, u = m.units["h"], m.units["u"]
    if h.cut and m.doc.words[h.first].text[h.cut - 1] == "و":
        return None
    b, a = m.get("b"), m.get("a")
    mod: Mod | None = b.value if b is not None else a.value if a is not None else None
    return spread(m, "dur", Spec("count", unit=str(u.value), n=int(h.value) / 60, mod=mod))


def fraction_after(m: Match) -> Unit | None:
    """``ساعتين ونصف دقيقة``: the half belongs to the unit that follows it."""
    h, u = m.units["h"], m.units["u"]
    if not _linked(m, h) or m.before is None or not m.before.kind.startswith("unit."):
        return None
    return spread(m, "dur", Spec("count", unit=str(u.value), n=int(h.value) / 60))


def fraction_of_the(m: Match) -> Unit | None:
    """``ثلاثة أرباع الساعة``, ``ثلثي الساعة``."""
    h, u = m.units["h"], which(m, "u", "w")
    if int(h.value) not in (40, 45) or _linked(m, h):
        return None
    unit = "TH" if u.kind == "hourhead" else str(u.value)
    return spread(m, "dur", Spec("count", unit=unit, n=int(h.value) / 60))


def fraction_digits(m: Match) -> Unit | None:
    """``3/4 ساعة``, ``1/2 يوم``."""
    n, u = m.units["n"], m.units["u"]
    above, below = (int(x) for x in n.value)
    if not 0 < above < below <= 6 or (u.value in ("Y", "M") and is_age(m)):
        return None
    return spread(m, "dur", Spec("count", unit=str(u.value), n=above / below))


def this_hour(m: Match) -> Unit | None:
    """``الساعة الماضية``, ``الساعة المقبلة``: sixty minutes up to now, or from now."""
    x = m.units["x"].value
    if x not in ("past", "recent", "next"):
        return None
    spec = Spec("count", unit="TH", n=1.0)
    if x == "recent" and m.after is not None and m.after.kind == "of":
        return spread(m, "dur", spec)
    return spread(m, "dur", replace(spec, deixis="next" if x == "next" else "past"))


# The productions that rules name.
PRODUCTIONS: tuple[Production, ...] = (
    duration_sum, one_unit, one_night, duration_minus, days_and_half, bound_unit, range_end, unit_sum, ago_sum, duration_part,
    fraction_after, fraction_of_the, fraction_digits, this_hour,
)  # fmt: skip
