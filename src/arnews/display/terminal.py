"""An analysis as plain text for a terminal: columns aligned by display width, right-to-left text isolated.

A terminal lays a line out by the Unicode bidirectional algorithm or not at all. In both cases a cell wrapped in FSI and
PDI stays in its column: without them ``لافروف | RU | 3`` would be drawn in another order than it is written.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TextIO

from arnews import labels
from arnews.labels import isolate, one_line
from arnews.records import Analysis, Explanation, NumericClaim

_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_NARROWEST = 8


def width_of(stream: TextIO) -> int | None:
    """Columns of the terminal behind ``stream``; None where it is a file or a pipe, which take lines of any length."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else None
    except (OSError, ValueError):
        return None


def display_width(text: str) -> int:
    """Terminal columns that ``text`` fills: combining marks and format characters none, wide characters two."""
    if text.isascii():
        return len(text)
    columns = 0
    for ch in text:
        if unicodedata.category(ch) not in _ZERO_WIDTH:
            columns += 2 if unicodedata.east_asian_width(ch) in "WF" else 1
    return columns


def _clip(text: str, columns: int) -> str:
    if display_width(text) <= columns:
        return text
    kept, used = [], 1
    for ch in text:
        used += display_width(ch)
        if used > columns:
            break
        kept.append(ch)
    return "".join(kept).rstrip() + "…"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], width: int | None = None) -> list[str]:
    """Lines of a table; where it is wider than ``width`` the widest columns give way, down to 8 columns each."""
    cells = [list(map(one_line, row)) for row in rows]
    widths = [max(map(display_width, column)) for column in zip(header, *cells, strict=True)]
    while width is not None and sum(widths) + 2 * len(widths) > width and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    lines = []
    for row in [list(header), *cells]:
        clipped = [_clip(cell, columns) for cell, columns in zip(row, widths, strict=True)]
        padded = [isolate(cell) + " " * (columns - display_width(cell)) for cell, columns in zip(clipped, widths, strict=True)]
        lines.append(("  " + "  ".join(padded)).rstrip())
    return lines


def reasons(found: Sequence[Explanation], width: int | None = None) -> str:
    """Explanations as lines: what was found, as what, by which rule, and under each the words that gave its fields."""
    if not found:
        return "Nothing found: no names, dates or counts that arnews knows."
    rows = [(f"{e.start}:{e.end}", e.record, e.id or "", e.value, e.rule, e.text) for e in found]
    lines = table(("where", "record", "id", "value", "rule", "text"), rows, width)
    out = lines[:1]
    for explanation, line in zip(found, lines[1:], strict=True):
        out.append(line)
        out += [f"      {r.field}: {isolate(one_line(r.text))} ({r.rule})" for r in explanation.reasons]
    return "\n".join(out)


def _details(claim: NumericClaim) -> str:
    places = (("who", claim.who), ("where", claim.where), ("when", claim.when), ("source", claim.source))
    said = [f"{label}: {isolate(one_line(place.text))}" for label, place in places if place is not None]
    return "; ".join(said)


def _claims(result: Analysis, width: int | None) -> list[str]:
    rows = [(c.id, labels.quantity(c.quantity), c.kind, c.modality, c.text) for c in result.claims]
    lines = table(("id", "figure", "kind", "modality", "text"), rows, width)
    found = lines[:1]
    for claim, line in zip(result.claims, lines[1:], strict=True):
        found.append(line)
        if details := _details(claim):
            found.append(f"      {details}")
    return found


def _quotes(result: Analysis, width: int | None) -> list[str]:
    rows = [(q.id, "direct" if q.direct else "reported", q.cue.text, str(q.speaker) if q.speaker else "", q.text) for q in result.quotes]
    return table(("id", "manner", "cue", "speaker", "text"), rows, width)


def _head(result: Analysis) -> list[str]:
    article = result.article
    parts = (
        ("title", article.title),
        ("published", article.published),
        ("byline", article.byline),
        ("agency", article.agency),
        ("dateline", article.dateline),
    )
    return [f"{label + ':':<11}{isolate(one_line(str(part)))}" for label, part in parts if part is not None and str(part)]


def _entities(result: Analysis, width: int | None) -> list[str]:
    rows = [(e.id, e.type, e.name, e.latin or "", e.country or "", str(len(e.mentions))) for e in result.entities]
    return table(("id", "type", "name", "latin", "country", "mentions"), rows, width)


def _dates(result: Analysis, width: int | None) -> list[str]:
    rows = [(d.id, d.type, d.value or "", d.mod or "", labels.days(d), d.text) for d in result.dates]
    return table(("id", "type", "value", "mod", "days", "text"), rows, width)


def _warnings(result: Analysis, width: int | None) -> list[str]:
    places = (f" at {w.start}:{w.end}" if w.start is not None else "" for w in result.warnings)
    return [f"  {w.code}{place}: {isolate(one_line(w.message))}" for w, place in zip(result.warnings, places, strict=True)]


def summary(result: Analysis, width: int | None = None) -> str:
    """The analysis as lines of text: the article's head, then tables of entities, dates, quotations, claims, and the warnings."""
    lines = _head(result)
    parts = (
        ("Entities", result.entities, _entities),
        ("Dates", result.dates, _dates),
        ("Quotations", result.quotes, _quotes),
        ("Claims", result.claims, _claims),
        ("Warnings", result.warnings, _warnings),
    )
    for heading, records, shown in parts:
        if records:
            lines += ["", f"{heading} ({len(records)})", *shown(result, width)]
    if not (result.entities or result.dates or result.quotes or result.claims):
        lines += ["", "Nothing found: no names, dates or counts that arnews knows."]
    return "\n".join(lines).lstrip("\n")
