"""The oracle: Arabic numbers written out by a slow, obvious speller that shares nothing with the reader under test."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

ONES_M = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
ONES_F = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
TENS = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
HUNDRED_STEM = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
SCALES = [(10**12, "تريليون", "تريليونات"), (10**9, "مليار", "مليارات"), (10**6, "مليون", "ملايين"), (10**3, "ألف", "آلاف")]
ORDINAL_M = ["", "أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
ORDINAL_F = ["", "أولى", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة", "عاشرة"]
VOWELS = {"ثلاثة": "ثَلَاثَة", "ألف": "أَلْف", "مئة": "مِئَة", "خمسة": "خَمْسَة", "مليون": "مِلْيُون", "عشر": "عَشَر", "ست": "سِتّ"}


@dataclass(frozen=True)
class Style:
    """How to write: gender of the counted, case, spelling of a hundred, joined hundreds, و apart, no hamzas, diacritics, digits."""

    feminine: bool = False
    oblique: bool = False
    hundred: str = "مئة"
    joined: bool = True
    apart: bool = False
    plain: bool = False
    vowels: bool = False
    billion: bool = False
    construct: bool = False
    digits: bool = False


STYLES = [
    Style(feminine=f, oblique=o, hundred=h, joined=j, apart=a, plain=p, vowels=v, billion=b, construct=c)
    for f, o, h, j, a, p, v, b, c in product(
        (False, True),
        (False, True),
        ("مئة", "مائة", "مية"),
        (True, False),
        (False, True),
        (False, True),
        (False, True),
        (False, True),
        (False, True),
    )
]


def _one(n: int, s: Style, feminine: bool) -> str:
    if n == 2:
        return ("اثنتين" if s.oblique else "اثنتان") if feminine else ("اثنين" if s.oblique else "اثنان")
    return (ONES_F if feminine else ONES_M)[n]


def _below_hundred(n: int, s: Style, feminine: bool) -> list[str]:
    if n <= 10:
        return [_one(n, s, feminine)]
    if n < 20:
        if n == 11:
            return ["إحدى عشرة" if feminine else "أحد عشر"]
        if n == 12:
            stem = ("اثنتي" if s.oblique else "اثنتا") if feminine else ("اثني" if s.oblique else "اثنا")
            return [stem + (" عشرة" if feminine else " عشر")]
        return [_one(n - 10, s, feminine) + (" عشرة" if feminine else " عشر")]
    tens = TENS[n // 10] + ("ين" if s.oblique else "ون")
    if n % 10 == 0:
        return [tens]
    if n % 10 == 1 and s.construct:
        return ["إحدى" if feminine else "أحد", tens]
    return [_one(n % 10, s, feminine), tens]


def _below_thousand(n: int, s: Style, feminine: bool, *, bound: bool = False) -> list[str]:
    out = []
    hundreds, rest = divmod(n, 100)
    if hundreds == 1:
        out.append(s.hundred)
    elif hundreds == 2 and s.hundred == "مية":
        out.append("ميتين")  # speech has the one form
    elif hundreds == 2:
        stem = s.hundred[:-1] + "ت"
        out.append(stem + (("ي" if s.oblique else "ا") if bound and not rest else ("ين" if s.oblique else "ان")))
    elif hundreds:
        stem = "ثماني" if hundreds == 8 and not s.joined else HUNDRED_STEM[hundreds]
        out.append(stem + ("" if s.joined else " ") + s.hundred)
    if rest:
        out += _below_hundred(rest, s, feminine)
    return out


def _group(count: int, one: str, many: str, s: Style) -> list[str]:
    if count == 1:
        return [one]
    if count == 2:
        return [one + ("ين" if s.oblique else "ان")]
    if s.digits:
        return [f"{count} {many if 3 <= count <= 10 else one + ('ا' if 11 <= count <= 99 else '')}"]
    parts = _below_thousand(count, s, feminine=False, bound=True)
    last = count % 100
    parts[-1] += " " + (many if 3 <= last <= 10 else one + "ا" if 11 <= last <= 99 else one)
    return parts


def cardinal(n: int, s: Style) -> str:
    """``n`` from 0 to 10**15 in words, written in the style ``s``."""
    if n == 0:
        return "صفر"
    parts: list[str] = []
    rest = n
    for scale, one, many in SCALES:
        if s.billion and scale == 10**9:
            one, many = "بليون", "بلايين"
        count, rest = divmod(rest, scale)
        if count:
            parts += _group(count, one, many, s)
    if rest:
        parts += [str(rest)] if s.digits and parts else _below_thousand(rest, s, s.feminine)
    return _finish(parts, s)


def thousands_of(count: int, s: Style, one: str, many: str, rest: int = 0) -> str:
    """``count`` of a thousand and more before a scale as the press writes it, then what is below: ``ألف ومئتا مليون وخمسة آلاف``."""
    thousands, below = divmod(count, 1000)
    parts = _group(thousands, "ألف", "آلاف", s)
    if not below and thousands == 2:
        parts = ["ألفي" if s.oblique else "ألفا"]
    if below:
        parts += _below_thousand(below, s, feminine=False, bound=True)
    last = count % 100
    parts[-1] += " " + (many if 3 <= last <= 10 else one + "ا" if 11 <= last <= 99 else one)
    if rest:
        parts.append(cardinal(rest, s))
    return _finish(parts, s)


def _finish(parts: list[str], s: Style) -> str:
    text = (" و " if s.apart else " و").join(parts)
    if s.vowels:
        text = " ".join(VOWELS.get(w, w) for w in text.split(" "))
    return text.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا") if s.plain else text


def construct(n: int, s: Style) -> str | None:
    """``n`` before a counted noun where the dual loses its ن (ألفا جندي, مئتي شخص); None where nothing changes."""
    stem = s.hundred[:-1] + "ت"
    ending = "ي" if s.oblique else "ا"
    if n == 200:
        return stem + ending if s.hundred != "مية" else "ميتين"
    for scale, one, _ in SCALES:
        if n == 2 * scale:
            return one + ending
    return None


def ordinal(n: int, *, feminine: bool, oblique: bool, hundred: str = "مئة") -> str:
    """The ``n``-th with its article, 1 to 999: ``الحادي والعشرون بعد المئة``."""
    names = ORDINAL_F if feminine else ORDINAL_M
    hundreds, rest = divmod(n, 100)
    tail = ""
    if hundreds:
        s = Style(oblique=oblique, hundred=hundred)
        tail = "ال" + _below_thousand(hundreds * 100, s, feminine=False)[0]
        if not rest:
            return tail
        tail = " بعد " + tail
    one, tens = rest % 10, rest // 10
    if rest <= 10:
        head = "ال" + names[rest]
    elif rest < 20:
        first = ("حادية" if feminine else "حادي") if one == 1 else names[one]
        head = f"ال{first} عشر{'ة' if feminine else ''}"
    else:
        ten = "ال" + TENS[tens] + ("ين" if oblique else "ون")
        first = ("حادية" if feminine else "حادي") if one == 1 else names[one]
        head = f"ال{first} و{ten}" if one else ten
    return head + tail
