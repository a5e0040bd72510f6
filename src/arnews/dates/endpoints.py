"""Where a length of time begins and ends beside the publication: TIMEX3's begin and end points.

``منذ يومين`` began two days before it and lasts until then; ``خلال ثلاثة أشهر`` lies on the side of it that its clause says, and
nowhere where the clause says nothing.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from arnews.dates.frame import Frame
from arnews.dates.model import Spec, Unit
from arnews.dates.periods import Bounds
from arnews.dates.vocabulary import listed
from arnews.text.document import Document

_SECONDS = {"TH": 3600, "TM": 60, "TS": 1}
Ends = tuple[str | None, str | None]
NONE: Ends = (None, None)


def endpoints(doc: Document, unit: Unit, frame: Frame) -> Ends:
    """Begin and end of a length as ISO days, or ISO times where it counts hours and the hour of publication is known."""
    spec: Spec = unit.value
    if unit.kind != "dur" or spec.kind != "count" or spec.n is None or spec.a is not None or frame.today is None:
        return NONE
    side = _side(doc, unit, spec, frame)
    if side == 0:
        return NONE
    now: date = frame.now if frame.now is not None and _timed(spec) else frame.today
    far = _moved(now, spec, side)
    if far is None:
        return NONE
    ends = (_text(far), _text(now)) if side < 0 else (_text(now), _text(far))
    # أكثر من شهر began before that, at a day that nobody says
    if spec.mod in ("MORE_THAN", "LESS_THAN"):
        return (None, ends[1]) if side < 0 else (ends[0], None)
    return ends


def _side(doc: Document, unit: Unit, spec: Spec, frame: Frame) -> int:
    """-1 where the length ends at the publication, 1 where it begins there, 0 where nobody says."""
    if spec.deixis is not None:
        return -1 if spec.deixis in ("past", "past2", "recent") else 1 if spec.deixis in ("next", "next2") else 0
    words = doc.words
    first = unit.first
    for key in (words[first].key, words[first - 1].key if first and words[first - 1].line == words[first].line else ""):
        if listed(key, "sinceword") or listed(key, "andsince"):
            return -1
        if listed(key, "withinword"):
            tense = frame.tense()
            return -1 if tense == "past" else 1 if tense == "future" else 0
    return 0


def _timed(spec: Spec) -> bool:
    return str(spec.unit).startswith("T") or (spec.b is not None and _timed(spec.b))


def _moved(now: date, spec: Spec, side: int) -> date | None:
    """``now`` so many units earlier or later, with the shorter units of a sum."""
    n, unit = spec.n or 0.0, str(spec.unit)
    if isinstance(now, datetime) and unit in _SECONDS:
        try:
            found: date | None = now + timedelta(seconds=side * n * _SECONDS[unit])
        except OverflowError:
            return None
    elif unit in _SECONDS and n * _SECONDS[unit] < 86_400:
        return None  # the day is known, its hour is not
    elif isinstance(now, datetime):
        day = Bounds.shifted(now.date(), side * n, unit)
        found = datetime.combine(day, now.timetz()) if day is not None else None
    else:
        found = Bounds.shifted(now, side * n, unit)
    return found if found is None or spec.b is None else _moved(found, spec.b, side)


def _text(moment: date) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
