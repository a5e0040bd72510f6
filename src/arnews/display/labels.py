"""Short readable forms of values, for people: ``25,000–30,000``, ``≈ 11,000``, ``≥ 100``."""

from __future__ import annotations

from arnews.records import Quantity, TemporalExpression


def number(value: int | float) -> str:
    """``11000`` as ``11,000``; a fraction keeps its digits."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.10g}" if abs(value) < 1e15 else repr(value)
    return f"{int(value):,}" if abs(value) < 1e18 else f"{value:.6g}"


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
