"""The date extractor: ``find`` gives every expression of calendar time in a document, ``publication`` its printed date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache, partial

from arnews.context import Context
from arnews.dates import make_clock, make_days, make_parts, make_periods, make_sums, make_weekdays, make_years
from arnews.dates.endpoints import Ends, endpoints
from arnews.dates.frame import Frame
from arnews.dates.grammar import Production, World, parse
from arnews.dates.lookalikes import QUOTES
from arnews.dates.model import Resolved, Spec, Temporal, Unit
from arnews.dates.resolve import resolve
from arnews.dates.tense import Tense, tense_at
from arnews.dates.units import read_units
from arnews.dates.vocabulary import guarded, listed
from arnews.numbers.model import Numeral
from arnews.records import DateType, Span, TemporalExpression, Warning
from arnews.text.document import Document
from arnews.text.words import cut_offset

_RESULTS = frozenset({"day", "mon", "yr", "wdy", "rd", "per", "clk", "dur", "set", "int", "hol"})


@cache
def productions() -> Mapping[str, Production]:
    """The productions that rules name."""
    modules = (make_days, make_weekdays, make_clock, make_periods, make_parts, make_sums, make_years)
    return {production.__name__: production for module in modules for production in module.PRODUCTIONS}


def parsed(doc: Document, context: Context, numerals: Sequence[Numeral], trace: list[Unit] | None = None) -> list[Unit]:
    """The units that are left when every rule has run, dates and excluded words among them.

    ``trace`` collects every unit that a rule made on the way, with the rule's name: what ``explain`` shows.
    """
    counted = frozenset(n.core[0] for n in numerals if n.noun is not None or n.unit is not None or n.form not in ("cardinal", "ordinal"))
    units = parse(read_units(doc, numerals), productions(), World(doc, context, counted), trace)
    return [_named(_balanced(u, doc), doc) if u.kind in _RESULTS else u for u in units]


def _balanced(unit: Unit, doc: Document) -> Unit:
    """A bracket that opens inside a date closes inside it: ``الثلاثاء (8 يوليو 2025)``, ``أمس «الثلاثاء»``."""
    words = doc.words
    texts = [w.text for w in words[unit.first : unit.last]]
    for left, right in ("()", "«»"):
        extra = texts.count(left) - texts.count(right)
        if extra > 0 and unit.last < len(words) and words[unit.last].text == right:
            return unit._replace(last=unit.last + 1)
        if extra < 0 and texts[-1] == right:
            return unit._replace(last=unit.last - 1)
    return unit


def _named(unit: Unit, doc: Document) -> Unit:
    """``ثورة 25 يناير`` and ``مدينة 15 مايو`` are names: a day without year, weekday or place in time after such a head is none."""
    s: Spec = unit.value
    if (
        unit.kind != "day"
        or unit.first == 0
        or s.kind != "date"
        or s.year
        or s.weekday
        or s.deixis
        or s.part
        or s.hour is not None
        or s.twin
    ):
        return unit
    before = doc.words[unit.first - 1]
    after = doc.words[unit.last] if unit.last < len(doc.words) else None
    if before.text in QUOTES and after is not None and after.text in QUOTES:
        return Unit("dead", unit.first, unit.last, unit.cut, s, "name-of-day")  # فريق «14 آذار»
    if before.line == doc.words[unit.first].line and guarded(before.key, "name"):
        return Unit("dead", unit.first, unit.last, unit.cut, s, "name-of-day")
    return unit


def _alone(doc: Document, unit: Unit) -> bool:
    """Whether a sentence has no words besides the unit."""
    begin, end = doc.sentences[doc.sentence_of(unit.first)]
    others = (*doc.words[begin : unit.first], *doc.words[unit.last : end])
    return not any(w.kind == "arabic" for w in others)


def _narrated(unit: Unit, doc: Document) -> Unit:
    """``وبعد عام انتهى العمل``: without a future verb the count starts at what was told, not at the publication: a bare length."""
    s: Spec = unit.value
    if s.kind != "ago" or s.offset != 1 or listed(doc.words[unit.last - 1].key, "nowword"):
        return unit
    tense = tense_at(doc, unit.first, unit.last)
    if tense == "future" or (tense is None and _alone(doc, unit)):
        return unit
    return Unit("dur", unit.first + 1, unit.last, 0, replace(s, kind="count", offset=None), unit.rule)


def find(doc: Document, context: Context, numerals: Sequence[Numeral]) -> tuple[list[Temporal], list[Warning]]:
    """Every temporal expression of ``doc`` in order, with warnings for what stays unresolved or contradicts itself.

    Relative expressions resolve against ``context.published`` alone, never against the clock of the machine.
    """
    now = context.published if isinstance(context.published, datetime) else None
    out: list[Temporal] = []
    warnings: list[Warning] = []
    anchor: tuple[int, int | None, int | None] | None = None
    clock_day: tuple[int, date] | None = None
    units = _shared_years([u for u in parsed(doc, context, numerals) if u.kind in _RESULTS], doc)
    year = context.day.year if context.day is not None else 0
    history = context.day is not None and _history(units, year)
    named_at = -1
    for unit in units:
        unit = _narrated(unit, doc)  # noqa: PLW2901
        spec: Spec = unit.value
        sentence = doc.sentence_of(unit.first) if unit.kind == "clk" else -1
        here = clock_day[1] if clock_day is not None and clock_day[0] == sentence else None
        told = history and 0 <= unit.first - named_at <= _NEARBY and anchor is not None and anchor[0] <= year - _LONG_AGO
        tense = (
            _past if unit.first and listed(doc.words[unit.first - 1].key, "sinceword") else partial(tense_at, doc, unit.first, unit.last)
        )
        frame = Frame(context.day, now, tense, anchor, here, context.country, history=told)
        found = resolve(spec, frame)
        out.append(_temporal(unit, spec, found, endpoints(doc, unit, frame)))
        if found.warning is not None:
            span = span_of(doc, unit.first, unit.last, unit.cut)
            warnings.append(
                Warning(code=f"date-{found.warning[0]}", message=f"{span.text}: {found.warning[1]}", start=span.start, end=span.end)
            )
        if unit.kind not in ("dur", "set", "clk"):
            anchor = _anchor(found)
            named_at = unit.last
            if found.grain in ("day", "minute") and found.earliest is not None and found.earliest == found.latest:
                clock_day = (doc.sentence_of(unit.first), date.fromisoformat(found.earliest))
    return out, warnings


# How far a bare day follows the year it belongs to in a text about the past, in words, and what makes a text one.
_NEARBY = 150
_LONG_AGO, _OLD_DATES = 3, 3


def _shared_years(units: Sequence[Unit], doc: Document) -> list[Unit]:
    """``جويلية وأوت وسبتمبر 2015``, ``3 مايو و5 يونيو 2017``: the year at the end of a list is the year of all."""
    out = list(units)
    for i in range(len(out) - 2, -1, -1):
        a, b = out[i], out[i + 1]
        s, t = a.value, b.value
        between = doc.words[a.last : b.first]
        joined = (not between and b.cut and doc.words[b.first].text[0] == "و") or (len(between) == 1 and between[0].text == "و")
        named = a.kind == b.kind and a.kind in ("mon", "day") and s.kind == t.kind == "date" and s.calendar == t.calendar
        if joined and named and s.year is None and s.deixis is None and s.unit is None and t.year is not None and t.twin is None:
            year = t.year - 1 if (s.month or 0) > (t.month or 0) else t.year
            out[i] = a._replace(value=replace(s, year=year))
    return out


def _history(units: Sequence[Unit], year: int) -> bool:
    """Whether a text tells of long ago: days and years of the past alone, and nothing counted from the publication."""
    specs = [s for u in units for s in (u.value, u.value.a or u.value) if s.kind == "date" and s.calendar == "gregorian"]
    named = [s.year for s in specs if s.year is not None]
    fresh = any(u.kind == "rd" or (u.kind == "per" and u.value.kind == "unit" and u.value.deixis != "same") for u in units)
    # One recent year, and the text is news that looks back.
    return not fresh and len(named) >= _OLD_DATES and max(named) <= year - _LONG_AGO


def _past(*_: int) -> Tense:
    """``منذ ديسمبر`` lies behind, whatever the clause says."""
    return "past"


def _anchor(found: Resolved) -> tuple[int, int | None, int | None] | None:
    """What a later ``اليوم التالي`` or ``العام نفسه`` counts from."""
    if found.earliest is None or found.latest is None:
        return None
    low, high = date.fromisoformat(found.earliest), date.fromisoformat(found.latest)
    if low.year != high.year:
        return None
    if low.month != high.month or found.grain == "year":
        return low.year, None, None
    return low.year, low.month, low.day if low == high else None


def _type(unit: Unit, spec: Spec) -> DateType:
    if unit.kind == "dur":
        return "DURATION"
    if unit.kind == "set":
        return "SET"
    inner = spec.a if spec.kind == "interval" and spec.a is not None else spec
    timed = inner.hour is not None or inner.part is not None or (spec.kind == "ago" and str(spec.unit).startswith("T"))
    return "TIME" if timed or spec.kind == "clock" else "DATE"


def _temporal(unit: Unit, spec: Spec, found: Resolved, ends: Ends) -> Temporal:
    return Temporal(
        unit.first, unit.last, unit.cut, _type(unit, spec), found.value, found.earliest, found.latest, found.grain,
        spec.mod or spec.part, spec.zone, spec.calendar, found.relation, tuple(dict.fromkeys(found.alternatives)), unit.rule, *ends,
    )  # fmt: skip


def span_of(doc: Document, first: int, last: int, cut: int) -> Span:
    """Words ``first`` to ``last`` (end exclusive), ``cut`` letters off the first, as a span of the raw text."""
    words = doc.words
    start = cut_offset(words[first], cut) if cut else words[first].start
    return doc.span(start, words[last - 1].end)


def is_full_day(temporal: Temporal) -> bool:
    """Whether it names one day, with or without its time, by itself."""
    value = temporal.value
    return temporal.relation == "absolute" and value is not None and len(value) in (10, 16) and value[4] == "-" and "/" not in value


def to_record(doc: Document, temporal: Temporal, id: str) -> TemporalExpression:
    """The public record of a temporal expression."""
    t = temporal
    span = span_of(doc, t.first, t.last, t.cut)
    return TemporalExpression(
        start=span.start, end=span.end, text=span.text, id=id, type=t.type, value=t.value, earliest=t.earliest, latest=t.latest,
        grain=t.grain, mod=t.mod, utc_offset=t.utc_offset, calendar=t.calendar, relation=t.relation,
        alternatives=t.alternatives, rule=t.rule, begins=t.begins, ends=t.ends,
    )  # fmt: skip
