"""What the reader knows before the first word: passed along with every call, never global."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Context:
    """Publication date, day-month order of all-digit dates, and the country whose usage settles ambiguous words.

    ``published`` anchors relative dates (a ``datetime`` also carries the time); ``day_first`` reads ``13/7`` and ``3/7``
    with the day before the month, as the Arab press prints them; ``country`` (ISO 3166-1 alpha-2) settles ريال or فدان.
    """

    published: date | datetime | None = None
    day_first: bool = True
    country: str | None = None
    calendar: Literal["gregorian", "hijri"] = "gregorian"

    def __post_init__(self) -> None:
        if self.published is not None and not isinstance(self.published, date):
            raise TypeError(
                f"published takes a datetime.date or datetime.datetime, not {type(self.published).__name__}; "
                "parse a string with datetime.date.fromisoformat('2025-07-12')"
            )

    @property
    def day(self) -> date | None:
        """The publication day, without its time."""
        p = self.published
        return p.date() if isinstance(p, datetime) else p
