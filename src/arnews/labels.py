"""Short readable forms of values, for people: ``25,000–30,000``, ``≈ 11,000``, ``≥ 100``."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from arnews.records import NumericClaim, Quantity, TemporalExpression

FSI, PDI = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])


def isolate(text: str) -> str:
    """``text`` between FSI and PDI where it runs right to left. Bidi controls inside are dropped: they could close it early."""
    text = text if text.isascii() else text.translate(_BIDI_CONTROLS)
    return f"{FSI}{text}{PDI}" if any(unicodedata.bidirectional(ch) in _RIGHT_TO_LEFT for ch in text) else text


def one_line(text: str) -> str:
    """``text`` without line ends and characters that drive a terminal."""
    return " ".join("".join(" " if unicodedata.category(ch) == "Cc" else ch for ch in text).split())


def quoted(text: str, most: int = 60) -> str:
    """Words of an article in a line of another language: ``«قتل 5 أشخاص»``, isolated, cut after ``most`` characters."""
    line = one_line(text)
    return f"«{isolate(line if len(line) <= most else line[: most - 1].rstrip() + '…')}»"


def number(value: int | float) -> str:
    """``11000`` as ``11,000``; a fraction keeps its digits. The sign is a minus and no hyphen, with which formulas begin in a CSV."""
    if value < 0:
        return f"−{number(-value)}"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.10g}" if abs(value) < 1e15 else repr(value)
    if value < 1e18:
        return f"{int(value):,}"
    # An integer of more than 308 digits is no float.
    return f"{value:.6g}" if value < 1e308 else f"{Decimal(value):.5e}"


def quantity(q: Quantity) -> str:
    """The figure that a claim gives, in a few characters; an empty string where it gives none."""
    about = "≈ " if q.approximate else ""
    if q.best is not None:
        return about + number(q.best)
    if q.low is not None and q.high is not None:
        return f"{about}{number(q.low)}–{number(q.high)}"
    if q.low is not None:
        return f"{about}{number(q.low)}s" if q.vague else f"{about}≥ {number(q.low)}"
    return f"{about}≤ {number(q.high)}" if q.high is not None else ""


def days(d: TemporalExpression) -> str:
    """First and last day of a date: ``2025-07-11``, ``2024-11-01 … 2024-11-30``, ``2025-07-12 …``."""
    if d.earliest == d.latest:
        return d.earliest or ""
    return f"{d.earliest or ''} … {d.latest or ''}".strip()


def claim(c: NumericClaim) -> str:
    """A claim in one line: ``≈ 4,000 casualties, hedged · «نحو 4 آلاف قتيل ومصاب» · who القوات الكورية · source المسؤولين``.

    What the words do not say is left out; Arabic is isolated, so that the figure stays in front.
    """
    places = (("who", c.who), ("where", c.where), ("when", c.when), ("source", c.source))
    said = (f"{label} {isolate(one_line(place.text))}" for label, place in places if place is not None)
    figure = quantity(c.quantity)
    return " · ".join((f"{figure} {c.kind}, {c.modality}".lstrip(), quoted(c.text), *said))
