"""What a date is resolved against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from arnews.dates.model import Resolved, Spec
from arnews.dates.tense import Tense


@dataclass(slots=True)
class Frame:
    """What a date is resolved against: the publication, the tense of its clause, and the last dates named before it."""

    today: date | None
    now: datetime | None
    tense: Callable[..., Tense | None]  # takes the reach of its cues, in words
    anchor: tuple[int, int | None, int | None] | None = None  # year, month, day of the last date
    clock_day: date | None = None  # the day that a bare clock time belongs to
    country: str | None = None
    history: bool = False  # the text tells of long ago: a bare day belongs to the year told of
    certain: bool = False  # the tense is said (الماضي, المقبل), not guessed from the clause


Resolver = Callable[[Spec, Frame], Resolved]


def distance(day: date, first: date, last: date) -> int:
    """Days from a day to the nearer end of a period, 0 inside it."""
    return 0 if first <= day <= last else min(abs((first - day).days), abs((last - day).days))
