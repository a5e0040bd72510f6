"""Events as tables, as a CSV in the shape of UCDP's Georeferenced Event Dataset, and as GeoJSON. No other library is needed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal, get_args

from arnews.events.records import Event, Series
from arnews.integrations.tables import ColumnType, Row, check, day

EventTable = Literal["events", "reports"]
COLUMNS: dict[str, tuple[tuple[str, ColumnType], ...]] = {
    "events": (
        ("event", "string"), ("kind", "string"), ("acled", "string"), ("plover", "string"), ("date_start", "date"), ("date_end", "date"),
        ("precision", "string"), ("place", "string"), ("place_name", "string"), ("place_precision", "string"), ("country", "string"),
        ("latitude", "float64"), ("longitude", "float64"), ("actors", "strings"), ("victims", "strings"),
        ("killed_low", "float64"), ("killed_best", "float64"), ("killed_high", "float64"),
        ("injured_low", "float64"), ("injured_best", "float64"), ("injured_high", "float64"),
        ("articles", "int64"), ("first_published", "date"), ("last_published", "date"), ("title", "string"),
    ),
    "reports": (
        ("event", "string"), ("counted", "string"), ("population", "string"), ("running", "bool"), ("published", "date"),
        ("article", "string"), ("claim", "string"), ("low", "float64"), ("best", "float64"), ("high", "float64"), ("unit", "string"),
        ("source", "string"), ("modality", "string"), ("role", "string"), ("start", "int64"), ("end", "int64"), ("sentence", "string"),
    ),
}  # fmt: skip
# The columns of the Georeferenced Event Dataset that news can fill, under its names.
UCDP = (
    "id", "relid", "year", "type_of_violence", "side_a", "side_b", "number_of_sources", "source_article", "source_headline",
    "where_prec", "where_coordinates", "latitude", "longitude", "country", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_unknown", "low", "best", "high",
)  # fmt: skip
# UCDP counts from 1, the exact place or day, to 6 (the country) and 5 (the year).
_WHERE = {"town": 1, "province": 4, "country": 6, "unknown": 2}
_SHOWN = 20


def rows(event: Event, table: str) -> Iterator[Row]:
    """The rows of ``table`` for one event. Raises ``ValueError`` for a table that is not there."""
    check(table, get_args(EventTable))
    return iter((_event(event),)) if table == "events" else _reports(event)


def _bounds(series: Series | None) -> tuple[float | None, float | None, float | None]:
    return (None, None, None) if series is None else tuple(None if v is None else float(v) for v in (series.low, series.best, series.high))  # type: ignore[return-value]


def _series(event: Event, counted: str) -> Series | None:
    try:
        return event[counted]
    except KeyError:
        return None


def _event(event: Event) -> Row:
    place, published = event.place, [m.published for m in event.articles if m.published]
    return (
        *(event.id, event.kind, event.acled, event.plover, day(event.start), day(event.end), event.precision),
        *(place.key, place.name, place.precision, place.country, place.latitude, place.longitude),
        *([p.name for p in event.actors], [p.name for p in event.victims]),
        *_bounds(_series(event, "killed")),
        *_bounds(_series(event, "injured")),
        len({m.article for m in event.articles}),
        *(day(min(published, default=None)), day(max(published, default=None))),
        event.articles[0].title,
    )


def _reports(event: Event) -> Iterator[Row]:
    for s in event.series:
        for r in s.reports:
            bounds = (None if v is None else float(v) for v in (r.low, r.best, r.high))
            head = (event.id, s.counted, s.population, s.running, day(r.published), r.article, r.claim)
            yield (*head, *bounds, r.unit, r.source, r.modality, r.role, r.start, r.end, r.sentence)


def to_ucdp(events: Iterable[Event]) -> str:
    """Events as a CSV with columns of UCDP GED (deaths alone); what is not known is empty.

    Who fought whom is not read, so that ``side_a``, ``side_b`` and ``type_of_violence`` stay empty.
    """
    out = io.StringIO()
    lines = csv.DictWriter(out, UCDP, lineterminator="\n")
    lines.writeheader()
    for event in events:
        lines.writerow({k: _safe(v) for k, v in _ucdp(event).items()})
    return out.getvalue()


def _ucdp(event: Event) -> dict[str, Any]:
    killed = _series(event, "killed")
    articles = list(dict.fromkeys(m.article for m in event.articles))
    place = event.place
    return {
        "relid": event.id,
        "year": event.start[:4] if event.start else None,
        "number_of_sources": len(articles),
        "source_article": ";".join(articles[:_SHOWN]),
        "source_headline": event.articles[0].title,
        "where_prec": _WHERE[place.precision] if place.key else None,
        "where_coordinates": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "date_prec": _date_precision(event),
        "date_start": event.start,
        "date_end": event.end,
        "low": killed.low if killed else None,
        "best": killed.best if killed else None,
        "high": killed.high if killed else None,
    }


def _date_precision(event: Event) -> int | None:
    """1 for a day, 2 for up to six days, 3 for a week, 4 for a month, as UCDP counts; days of publication are 2 at best."""
    if event.start is None or event.end is None:
        return None
    days = (date.fromisoformat(event.end) - date.fromisoformat(event.start)).days
    if days == 0 and event.precision == "day":
        return 1
    return 2 if days < 6 else 3 if days < 8 else 4 if days < 32 else 5


def _safe(value: Any) -> Any:
    """Text that no spreadsheet runs as a formula."""
    return f"'{value}" if isinstance(value, str) and value.lstrip().startswith(("=", "+", "-", "@")) else value


def to_geojson(events: Iterable[Event]) -> str:
    """The events with coordinates as a GeoJSON ``FeatureCollection`` of points; the others have a null geometry."""
    names = [name for name, _ in COLUMNS["events"]]
    features = []
    for event in events:
        values = dict(zip(names, _event(event), strict=True))
        place = event.place
        point = None if place.longitude is None else {"type": "Point", "coordinates": [place.longitude, place.latitude]}
        told = {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items() if k not in ("latitude", "longitude")}
        features.append({"type": "Feature", "id": event.id, "geometry": point, "properties": told})
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
