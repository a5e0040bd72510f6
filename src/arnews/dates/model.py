"""What the date extractor works with: units of a sentence, the meaning of a date before it is resolved, and the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from arnews.records import DateType, Grain, Mod

Calendar = Literal["gregorian", "hijri"]
# A Hijri month beside a year as late as this has a Gregorian year: رمضان 2019.
GREGORIAN = 1700


@dataclass(frozen=True, slots=True)
class Temporal:
    """One expression of calendar time: words ``first`` to ``last`` (end exclusive), ``cut`` proclitic letters off the first.

    The other fields are those of ``records.TemporalExpression``.
    """

    first: int
    last: int
    cut: int
    type: DateType
    value: str | None
    earliest: str | None
    latest: str | None
    grain: Grain | None
    mod: Mod | None
    utc_offset: int | None
    calendar: Calendar
    relation: Literal["absolute", "relative", "anaphoric"]
    alternatives: tuple[str, ...]
    rule: str
    begins: str | None = None
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class Spec:
    """The meaning of a date as the words give it, before a publication date fills in the rest.

    ``kind`` says what it names: ``date`` (any of year, month, day), ``relday``, ``weekday``, ``unit`` (الأسبوع الماضي), ``count``
    (a stretch of ``n`` units, with a direction if ``deixis`` is set), ``ago``, ``set``, ``decade``, ``century``, ``part-of-year``,
    ``season``, ``holiday``, ``weekend``, ``interval`` (``a`` to ``b``), ``clock``.
    """

    kind: str
    calendar: Calendar = "gregorian"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None  # days, weeks, months or years from the publication
    unit: str | None = None  # TS TM TH D W M Y DE CE
    n: float | None = None
    deixis: str | None = None  # past past2 recent now next next2 after before same rest
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: int | None = None
    part: Mod | None = None
    mod: Mod | None = None
    part_of: tuple[int, int] | None = None  # (2, 4): the second quarter
    a: Spec | None = None
    b: Spec | None = None
    twin: Spec | None = None
    alternatives: tuple[Spec, ...] = ()
    text: str | None = None


class Unit(NamedTuple):
    """A stretch of words that the grammar treats as one letter: its ``kind``, its words, and its value."""

    kind: str
    first: int
    last: int
    cut: int = 0
    value: Any = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a Spec comes to: value, first and last day, and how they were reached."""

    value: str | None
    earliest: str | None = None
    latest: str | None = None
    grain: Grain | None = None
    relation: Literal["absolute", "relative", "anaphoric"] = "absolute"
    alternatives: tuple[str, ...] = ()
    warning: tuple[str, str] | None = None
