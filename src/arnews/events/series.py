"""What many reports of one count come to.

The rules: a later total of a source replaces its earlier one, and unattributed totals are replaced by those of later days; what
stands on the last two days of reports decides. Hedged and denied figures, parts and additions never decide, and neither do
orders of magnitude (``عشرات``), which only raise the lower bound where nothing else is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import cast

from arnews.events.occurrence import Counted, Occurrence
from arnews.events.reading import before
from arnews.events.records import Report, Role, Series
from arnews.records import ClaimKind, Modality

_LAST_DAYS = 1
Key = tuple[str, str, bool]


def series(occurrences: Iterable[Occurrence]) -> tuple[Series, ...]:
    """One series for each thing counted, those of all people first."""
    found: dict[Key, list[tuple[Counted, Occurrence]]] = {}
    for o in sorted(occurrences, key=lambda o: (o.published, o.article, o.number)):
        for figure in o.figures:
            found.setdefault((figure.kind, figure.population, figure.role == "running"), []).append((figure, o))
    ordered = sorted(found.items(), key=lambda item: (item[0][2], item[0][1] != "", -len(item[1]), item[0]))
    return tuple(_series(key, rows) for key, rows in ordered)


def value(figure: Counted) -> float | None:
    """The number that a figure gives: exact, else at least; None for an order of magnitude."""
    return None if figure.vague else figure.best if figure.best is not None else figure.low


def _series(key: Key, rows: list[tuple[Counted, Occurrence]]) -> Series:
    kind, population, running = key
    standing = _standing(rows, "running" if running else "total")
    latest, best = _decided([(v, o.published) for figure, o in standing if (v := value(figure)) is not None])
    least, most = _range([figure for figure, _ in standing])
    return Series(
        counted=cast(ClaimKind, kind),
        population=population or None,
        running=running,
        latest=_number(latest),
        low=_number(least),
        best=_number(best),
        high=_number(most),
        reports=tuple(_report(figure, o) for figure, o in rows),
        contradictions=tuple(dict.fromkeys(f"{o.article} {figure.claim}" for figure, o in standing if _differs(figure, best))),
    )


def _decided(told: list[tuple[float, str]]) -> tuple[float | None, float | None]:
    """Of values with their days, the usual one of the last day, and that of the last two."""
    last = max((day for _, day in told), default="")
    latest = _most([v for v, day in told if day == last])
    near = before(last, _LAST_DAYS)
    return latest, _most([v for v, day in told if day >= near], prefer=latest)


def _range(figures: list[Counted]) -> tuple[float | None, float | None]:
    """The least and the most that they say; orders of magnitude set the least where there is nothing else."""
    told = [v for figure in figures if (v := value(figure)) is not None]
    least = told or [figure.low for figure in figures if figure.low is not None]
    most = [*told, *(figure.high for figure in figures if figure.high is not None)]
    return min(least, default=None), max(most, default=None)


def _standing(rows: list[tuple[Counted, Occurrence]], role: str) -> list[tuple[Counted, Occurrence]]:
    """The totals that no later one of their source replaces; of those without a source, the ones of the last two days."""
    totals = [(figure, o) for figure, o in rows if figure.role == role and (figure.best is not None or figure.low is not None)]
    last = max((o.published for figure, o in totals if value(figure) is not None), default="")
    near = before(last, _LAST_DAYS)
    of_source = {figure.source_key or figure.source: n for n, (figure, _) in enumerate(totals) if figure.source}
    return [
        (figure, o)
        for n, (figure, o) in enumerate(totals)
        if (of_source[figure.source_key or figure.source] == n if figure.source else o.published >= near)
    ]


def _most(values: list[float], prefer: float | None = None) -> float | None:
    """The most frequent value; of equally frequent ones the preferred, else the highest."""
    counts = Counter(values)
    return max(counts, key=lambda v: (counts[v], v == prefer, v), default=None)


def _differs(figure: Counted, best: float | None) -> bool:
    given = value(figure)
    if given is None or best is None:
        return False
    if figure.best is None:
        return given > best  # at least so many, which a higher figure does not contradict
    return abs(given - best) > 0


def _number(v: float | None) -> int | float | None:
    return int(v) if v is not None and float(v).is_integer() else v


def _report(figure: Counted, o: Occurrence) -> Report:
    return Report(
        published=o.published or None,
        article=o.article,
        claim=figure.claim,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        unit=figure.unit,
        source=figure.source,
        modality=cast(Modality, figure.modality),
        role=cast(Role, figure.role),
        start=figure.start,
        end=figure.end,
        sentence=figure.sentence,
    )
