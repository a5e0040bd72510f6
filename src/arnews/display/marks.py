"""Marks in running text: which stretches are coloured, what each shows on hover, and the nesting of crossing marks.

A mark never gets padding, margin, side borders or isolation: each of these makes a browser stop joining letters at its
edge, and the ب of بلافروف would stand apart from the name it is attached to.

What a mark shows on hover is an attribute that the style sheet draws, and no element: where a mail or an untrusted notebook
takes the sheet away, an element's words run into those of the article. Colours stand in the mark for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from arnews import labels
from arnews.display import escape
from arnews.display.assets import Language, strings
from arnews.records import Analysis, Argument, Entity, NumericClaim, Quote, TemporalExpression

# In the order of the legend.
KINDS = ("PERSON", "LOC", "ORG", "NORP", "MISC", "date", "claim", "cue")
# Dark letters on a light ground, readable on any page; only values that the filters of notebooks let pass (no inherit, no variables).
_INLINE = {
    "PERSON": "background-color:#dcebf7;border-bottom:2px solid #0072b2",
    "LOC": "background-color:#d8f1e8;border-bottom:2px dashed #00825f",
    "ORG": "background-color:#fae3d4;border-bottom:4px double #c65300",
    "NORP": "background-color:#ececec;border-bottom:2px dotted #555555",
    "MISC": "background-color:#f5e1ee;border-bottom:1px solid #b0528a",
    "date": "background-color:#dff1fc;border-top:2px solid #1f83c4",
    "cue": "background-color:#e9e4f7;border-bottom:1px solid #5d4aa8",
    "claim": "background-color:#fbecc8;border-top:2px dashed #a87400;border-bottom:2px solid #a87400",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Raw offsets, CSS classes, the facts to show on hover as (label, value), the HTML id of the first piece."""

    start: int
    end: int
    classes: str
    facts: tuple[tuple[str, str], ...]
    anchor: str | None = None


def inline(classes: str) -> str:
    """The style that a mark of these classes keeps where the style sheet is taken away."""
    return f"{_INLINE[classes]};color:#1b1b1b" if classes in _INLINE else ""


def tip(facts: Iterable[tuple[str, str]]) -> str:
    """What hovering shows, a line for each fact; values isolated, so that a number beside Arabic stays in its place."""
    return "\n".join(f"{label}: {labels.isolate(labels.one_line(value))}" for label, value in facts)


def _kept(*facts: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in facts if value)


def entity_facts(e: Entity, words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What hovering over a name shows."""
    return _kept(
        (words[e.type], e.name),
        (words["col.latin"], e.latin),
        (words["col.country"], e.country),
        (words["col.roles"], "، ".join(dict.fromkeys(role.text for role in e.roles))),
        ("id", e.id),
    )


def date_facts(d: TemporalExpression, words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What hovering over a date shows."""
    return _kept(
        (words[d.type], d.value or "?"),
        (words["col.days"], labels.days(d)),
        (words["col.mod"], d.mod),
        (words["col.relation"], words[d.relation]),
        ("id", d.id),
    )


def quote_facts(q: Quote, words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What hovering over a word of saying shows: who says what."""
    return _kept(
        (words["col.speaker"], q.speaker.text if q.speaker else None),
        (words["direct" if q.direct else "reported"], q.text),
        ("id", q.id),
    )


def claim_facts(c: NumericClaim, words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What hovering over a claim shows."""

    def said(argument: Argument | None) -> str | None:
        return None if argument is None else argument.text + (f" ({argument.country})" if argument.country else "")

    return _kept(
        (words[c.kind], labels.quantity(c.quantity)),
        (words["col.unit"], c.unit),
        (words["col.modality"], words[c.modality]),
        (words["col.who"], said(c.who)),
        (words["col.where"], said(c.where)),
        (words["col.when"], said(c.when)),
        (words["col.source"], said(c.source)),
        ("id", c.id),
    )


def of(result: Analysis, language: Language, prefix: str = "") -> list[Mark]:
    """All marks of an analysis in order of opening: by start, the longer first, claims around dates around names."""
    words = dict(strings(language))
    found: list[tuple[int, Mark]] = []
    for c in result.claims:
        found.append((0, Mark(c.start, c.end, "claim", claim_facts(c, words), f"{prefix}{c.id}")))
    for d in result.dates:
        found.append((1, Mark(d.start, d.end, "date", date_facts(d, words), f"{prefix}{d.id}")))
    # A word of saying that two quotations share is marked once.
    for q in {(q.cue.start, q.cue.end): q for q in reversed(result.quotes)}.values():
        found.append((3, Mark(q.cue.start, q.cue.end, "cue", quote_facts(q, words), f"{prefix}{q.id}")))
    for e in result.entities:
        facts = entity_facts(e, words)
        for i, m in enumerate(e.mentions):
            found.append((2, Mark(m.start, m.end, e.type, facts, f"{prefix}{e.id}" if i == 0 else None)))
    return [mark for _, mark in sorted(found, key=lambda item: (item[1].start, -item[1].end, item[0]))]


def _open(mark: Mark, again: bool) -> str:
    anchor = f' id="{escape.text(mark.anchor)}"' if mark.anchor and not again else ""
    # The keyboard stops once at each mark, not once at each piece of it.
    stop = "" if again else ' tabindex="0"'
    style = f' style="{inline(mark.classes)}"' if inline(mark.classes) else ""
    return f'<mark class="{mark.classes}"{anchor}{stop} data-tip="{escape.text(tip(mark.facts))}"{style}>'


def _cuts(marks: Iterable[Mark], start: int, end: int) -> Iterable[tuple[int, int]]:
    return pairwise(sorted({start, end, *(p for m in marks for p in (m.start, m.end) if start < p < end)}))


def highlight(text: str, start: int, marks: Sequence[Mark]) -> str:
    """``text``, which stands at raw offset ``start``, as HTML with ``marks`` (in order of opening) around their words.

    Marks that cross are cut into pieces, so the tags always nest.
    """
    end = start + len(text)
    if not text:
        return ""
    out: list[str] = []
    stack: list[Mark] = []
    opened: set[int] = set()
    waiting = list(reversed(marks))
    for a, b in _cuts(marks, start, end):
        again: list[Mark] = []
        while any(m.end <= a for m in stack):
            top = stack.pop()
            out.append("</mark>")
            if top.end > a:
                again.append(top)
        fresh: list[Mark] = []
        while waiting and waiting[-1].start <= a:
            fresh.append(waiting.pop())
        for m in [*reversed(again), *fresh]:
            if m.end > a:
                out.append(_open(m, id(m) in opened))
                opened.add(id(m))
                stack.append(m)
        out.append(escape.text(text[a - start : b - start]))
    out.extend("</mark>" for _ in stack)
    return "".join(out)
