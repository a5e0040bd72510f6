"""A page of events: each with the line of its toll and its reports down to the sentence, and a map of points without tiles."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from math import ceil, floor, sqrt

from arnews.display import assets, escape
from arnews.display.assets import Language
from arnews.events.records import Event, Report, Series

_WIDTH, _HEIGHT = 160, 36
_MAP = 640
_NAMED = 12
_LINE = 2


@cache
def _words(lang: Language) -> Mapping[str, str]:
    found: dict[str, dict[str, str]] = tomllib.loads(assets.read("events.toml"))
    if lang not in found:
        raise ValueError(f"lang takes 'en' or 'ar', not {lang!r}")
    return found[lang]


def events_page(events: Iterable[Event], lang: Language = "en", title: str | None = None) -> str:
    """A complete HTML document about ``events``, in their order, without scripts and without anything from outside.

    Raises ``ValueError`` for another language than ``en`` and ``ar``.
    """
    words = _words(lang)
    shown = tuple(events)
    heading = escape.text(title or words["title"])
    body = "".join(_event(event, words) for event in shown)
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{words["dir"]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{heading}</title>\n<style>{assets.read('page.css')}{assets.read('events.css')}</style>\n</head>\n<body>\n"
        f'<main class="an-events"><h1>{heading}</h1>{_map(shown, words)}{body}</main>\n</body>\n</html>'
    )


def _event(event: Event, words: Mapping[str, str]) -> str:
    days = event.start if event.start == event.end else f"{event.start}/{event.end}"
    count = len({m.article for m in event.articles})
    main = next((s for s in event.series if s.best is not None and not s.running and s.population is None), None)
    figures = "".join(_figures(s, words) for s in event.series)
    return (
        f'<article id="{escape.text(event.id)}"><h2>{escape.text(words[event.kind])} · {escape.isolated(event.place.name or "?")} '
        f"<small>{escape.ltr(days or '?')} · {count} {escape.text(words['articles'])}</small></h2>"
        f"<p>{escape.isolated(event.articles[0].title)}</p>{_spark(main, words) if main else ''}<dl>{figures}</dl>"
        f"<details><summary>{escape.text(words['reports'])}</summary>{_reports(event, words)}</details></article>"
    )


def _figures(series: Series, words: Mapping[str, str]) -> str:
    of = f" ({escape.isolated(series.population)})" if series.population else ""
    since = f" ({escape.text(words['running'])})" if series.running else ""
    bounds = (f"{escape.text(words[name])} {v:,}" for name, v in (("low", series.low), ("high", series.high)) if v is not None)
    best = f"{series.best:,}" if series.best is not None else "?"
    counted = escape.text(words[series.counted])
    return f"<div><dt>{counted}{of}{since}</dt> <dd>{escape.ltr(best)}</dd> <small>{' · '.join(bounds)}</small></div>"


def usual(series: Series) -> list[tuple[str, float]]:
    """The days of a series with the total that most of their reports give, oldest first."""
    by_day: dict[str, Counter[float]] = {}
    for r in series.reports:
        value = r.best if r.best is not None else r.low
        if r.role in ("total", "running") and r.published and value is not None:
            by_day.setdefault(r.published, Counter())[float(value)] += 1
    return [(day, max(counts, key=lambda v: (counts[v], v))) for day, counts in sorted(by_day.items())]


def _spark(series: Series, words: Mapping[str, str]) -> str:
    """The toll from day to day as a line of steps, with a point for each day."""
    points = usual(series)
    if len(points) < _LINE:
        return ""
    first, last = (date.fromisoformat(points[i][0]).toordinal() for i in (0, -1))
    top = max(v for _, v in points) or 1.0
    placed = [
        (4 + (_WIDTH - 8) * (date.fromisoformat(day).toordinal() - first) / max(last - first, 1), _HEIGHT - 4 - (_HEIGHT - 8) * v / top)
        for day, v in points
    ]
    path = f"M{placed[0][0]:.1f} {placed[0][1]:.1f}" + "".join(f"H{x:.1f}V{y:.1f}" for x, y in placed[1:])
    dots = "".join(
        f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3"><title>{day}: {v:,.0f}</title></circle>'
        for (x, y), (day, v) in zip(placed, points, strict=True)
    )
    label = f"{words[series.counted]}: " + ", ".join(f"{day} {v:,.0f}" for day, v in points)
    return (
        f'<svg role="img" aria-label="{escape.text(label)}" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}">'
        f'<path class="spark" d="{path}"/>{dots}</svg>'
    )


def _reports(event: Event, words: Mapping[str, str]) -> str:
    head = "".join(f"<th>{escape.text(words[name])}</th>" for name in ("published", "figure", "source", "article", "sentence"))
    rows = "".join(_row(s, r, words) for s in event.series for r in s.reports)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _row(series: Series, r: Report, words: Mapping[str, str]) -> str:
    figure = (
        f"{r.best:,}" if r.best is not None else f"≥ {r.low:,}" if r.low is not None else f"≤ {r.high:,}" if r.high is not None else "?"
    )
    cells = (
        escape.ltr(r.published or ""),
        f"{escape.ltr(figure)} {escape.text(words[series.counted])}",
        escape.isolated(r.source or ""),
        escape.isolated(r.article),
        escape.isolated(r.sentence),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _map(events: Sequence[Event], words: Mapping[str, str]) -> str:
    """The events with coordinates on a grid of degrees; a circle is larger the more articles tell of it, and leads to the event."""
    sites = [(e, e.place.longitude, e.place.latitude) for e in events if e.place.longitude is not None and e.place.latitude is not None]
    if not sites:
        return ""
    step = 10
    west, east = floor(min(x for _, x, _ in sites) / step) * step, ceil((max(x for _, x, _ in sites) + 0.1) / step) * step
    south, north = floor(min(y for _, _, y in sites) / step) * step, ceil((max(y for _, _, y in sites) + 0.1) / step) * step
    scale = _MAP / (east - west)
    height = (north - south) * scale
    grid = "".join(f'<path class="grid" d="M{(x - west) * scale:.1f} 0V{height:.1f}"/>' for x in range(west, east + 1, step))
    grid += "".join(f'<path class="grid" d="M0 {(north - y) * scale:.1f}H{_MAP}"/>' for y in range(south, north + 1, step))
    grid += "".join(f'<text x="2" y="{(north - y) * scale - 2:.1f}">{y}°</text>' for y in range(south, north, step))
    grid += "".join(f'<text x="{(x - west) * scale + 2:.1f}" y="10">{x}°</text>' for x in range(west, east, step))
    known = sorted(sites, key=lambda s: -len(s[0].articles))
    marks = "".join(
        _mark(e, (x - west) * scale, (north - y) * scale, words, named=n < _NAMED) for n, (e, x, y) in reversed(list(enumerate(known)))
    )
    return (
        f"<h2>{escape.text(words['map'])}</h2>"
        f'<svg role="img" aria-label="{escape.text(words["map"])}" viewBox="0 0 {_MAP} {height:.0f}" width="{_MAP}" direction="ltr">'
        f"{grid}{marks}</svg>"
    )


def _mark(event: Event, x: float, y: float, words: Mapping[str, str], *, named: bool) -> str:
    name = escape.text(event.place.name or "")
    label = f'<text x="{x + 5:.1f}" y="{y + 3:.1f}">{name}</text>' if named else ""
    radius = 2.5 + sqrt(len(event.articles))
    return (
        f'<a href="#{escape.text(event.id)}"><circle class="site" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">'
        f"<title>{escape.text(words[event.kind])} · {name} · {escape.text(event.start or '')}</title></circle>{label}</a>"
    )
