"""What a report holds, as plain lists: the page makes its elements of them when they are looked at, and not before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from arnews import labels
from arnews.display import article
from arnews.records import Analysis, Argument, Entity, NumericClaim, Quote, TemporalExpression

_MOST = 1e300


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a report: a name to show where it has no title (a file name, say), its analysis, its text if at hand."""

    name: str
    result: Analysis
    raw: str | None = None


def title(item: Item, words: Mapping[str, str]) -> str:
    """The headline of an article, else its name."""
    found = item.result.article.title
    return found.text.strip() if found and found.text.strip() else item.name or words["report.untitled"]


def of(item: Item, words: Mapping[str, str]) -> dict[str, Any]:
    """An article as the script of the report reads it; ``report_page.js`` says which place of a list holds what."""
    result = item.result
    published = result.article.published
    names = {e.id: e for e in result.entities}
    dates = {d.id: d for d in result.dates}
    return {
        "name": item.name,
        "title": title(item, words),
        "published": published.value if published else "",
        "blocks": [[block.part, block.start, block.text] for block in article.blocks(result, item.raw)],
        "entities": [_entity(e) for e in result.entities],
        "dates": [_date(d) for d in result.dates],
        "quotes": [_quote(q) for q in result.quotes],
        "claims": [_claim(c, names, dates) for c in result.claims],
        "warnings": [[w.code, w.message] for w in result.warnings],
    }


def _entity(e: Entity) -> list[Any]:
    roles = "، ".join(dict.fromkeys(role.text for role in e.roles))
    return [e.id, e.type, e.name, e.latin or "", e.country or "", roles, [[m.start, m.end] for m in e.mentions]]


def _date(d: TemporalExpression) -> list[Any]:
    return [d.id, d.start, d.end, d.text, d.type, d.value or "?", labels.days(d), d.mod or "", d.relation]


def _quote(q: Quote) -> list[Any]:
    return [q.id, q.cue.start, q.cue.end, q.cue.text, q.text, _said(q.speaker), "direct" if q.direct else "reported"]


def _claim(c: NumericClaim, names: Mapping[str, Entity], dates: Mapping[str, TemporalExpression]) -> list[Any]:
    when = dates.get(c.when.ref or "") if c.when else None
    named = [names.get(a.ref or "") for a in (c.who, c.where, c.source) if a is not None]
    bounds = map(_number, (c.quantity.low, c.quantity.best, c.quantity.high))
    return [
        *(c.id, c.start, c.end, c.text, c.kind, c.unit or "", labels.quantity(c.quantity), *bounds, c.modality),
        *map(_said, (c.who, c.where, c.when, c.source)),
        *(_name(c.where, names), _name(c.source, names)),
        *_days(when),
        " ".join(e.latin for e in named if e and e.latin),
        c.sentence.text,
    ]


def _days(when: TemporalExpression | None) -> tuple[str, str]:
    return (when.earliest or "", when.latest or "") if when else ("", "")


def _number(value: float | None) -> float | None:
    """A number to sort by. One that no number of the page holds is read in its figure alone."""
    return value if value is not None and -_MOST < value < _MOST else None


def _said(argument: Argument | None) -> list[str] | int:
    return [argument.text, argument.country or ""] if argument else 0


def _name(argument: Argument | None, names: Mapping[str, Entity]) -> str:
    if argument is None:
        return ""
    found = names.get(argument.ref or "")
    return found.name if found else argument.text
