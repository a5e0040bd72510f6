"""One module for each library that is compared. It runs in that library's own virtual environment, where arnews is not installed.

A module has ``imports()``, which imports the library, and ``load(setting)``, which gives a reader: ``run(text, published)``
calls the library as its documentation says and is what the clock sees; ``finds(text, result)`` turns what it gave into
dictionaries with ``start`` and ``end`` (code points, or null where the library does not say) and ``first`` and ``last``
(ISO days) for dates, ``values`` for numbers, ``type`` (``PERSON`` ``LOC`` ``ORG``) for names. A reader whose library has another
function for a text that is one date or number and nothing else gives its finds with ``phrase(text, published)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol

Find = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """What a reader is asked for: ``task`` (``names`` ``dates`` ``numbers`` ``all``), a ``variant`` of the library, and the
    folder of its model (or none)."""

    task: str
    variant: str
    model: str | None


class Reader(Protocol):
    def run(self, text: str, published: date | None) -> Any: ...

    def finds(self, text: str, result: Any) -> list[Find]: ...


def noon(published: date | None) -> datetime:
    """The moment that relative dates count from. Without a date of publication: now, as the libraries do themselves."""
    return datetime.now() if published is None else datetime.combine(published, time(12))


def first_and_last(day: date, grain: str) -> tuple[str, str]:
    """The first and last day of the year, quarter, month, week (from Monday) or day that ``day`` lies in."""
    from calendar import monthrange
    from datetime import timedelta

    if grain == "year":
        return f"{day.year:04}-01-01", f"{day.year:04}-12-31"
    if grain in {"month", "quarter"}:
        start = day.month if grain == "month" else 3 * ((day.month - 1) // 3) + 1
        end = start if grain == "month" else start + 2
        return f"{day.year:04}-{start:02}-01", f"{day.year:04}-{end:02}-{monthrange(day.year, end)[1]}"
    if grain == "week":
        monday = day - timedelta(days=day.weekday())
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return day.isoformat(), day.isoformat()
