"""One line for each claim, as the corpus prints it: text, kind, quantity, unit, then every field that is not empty."""

from __future__ import annotations

from datetime import date

from arnews.claims.engine import read_claims, to_records
from arnews.context import Context
from arnews.dates import engine as dates
from arnews.dates.model import Temporal
from arnews.entities import engine as entities
from arnews.entities.lexicon import EntityLexicon
from arnews.entities.model import Found
from arnews.numbers import engine as numbers
from arnews.numbers.model import Numeral
from arnews.records import Figure, NumericClaim, Quantity
from arnews.speech import engine as speech
from arnews.speech.model import Speech
from arnews.text.article import Layout, layout
from arnews.text.document import Document, read

PUBLISHED = date(2015, 7, 22)
Findings = tuple[Document, Layout, list[Numeral], list[Temporal], list[Found], Context, Speech]


def claims_of(text: str, lexicon: EntityLexicon, published: date | None = PUBLISHED) -> tuple[list[NumericClaim], list[Figure]]:
    """Claims by the rules alone, without a recogniser."""
    reading = read_claims(*findings(text, lexicon, published))
    claims = to_records(reading)
    assert all(text[c.start : c.end] == c.text for c in claims)
    return claims, reading.figures()


def findings(text: str, lexicon: EntityLexicon, published: date | None = PUBLISHED) -> Findings:
    """What claims are read from: the document, its parts, numbers, dates and names."""
    doc, context = read(text), Context(published=published)
    parts = layout(doc)
    numerals = numbers.find(doc, context)
    temporals, _ = dates.find(doc, context, numerals)
    named = entities.find(doc, parts, lexicon, None)
    return doc, parts, numerals, temporals, named, context, speech.find(doc, parts, numerals, temporals, named)


def number(value: float | None) -> str:
    """A number without a needless fraction."""
    return "" if value is None else str(int(value)) if float(value).is_integer() else repr(value)


def quantity(q: Quantity) -> str:
    """``12``, ``~12``, ``10..20``, ``10..?`` (vague)."""
    core = number(q.best) if q.best is not None else f"{number(q.low)}..{number(q.high)}"
    return ("~" if q.approximate else "") + core + ("?" if q.vague else "")


def line(c: NumericClaim) -> str:
    """The whole record of a claim in one line."""
    out = [c.text, c.kind, quantity(c.quantity), c.unit or "-"]
    if c.modality != "asserted":
        out.append(c.modality)
    out += [name for name in ("additional", "implicit") if getattr(c, name)]
    for name in ("source", "who", "where", "when", "cumulative_since"):
        argument = getattr(c, name)
        if argument is not None:
            out.append(f"{name}={argument.text}")
    if c.per:
        out.append(f"per={c.per}")
    if c.part_of:
        out.append(f"part_of={c.part_of}")
    if c.previous:
        out.append(f"previous={quantity(c.previous)}")
    return " | ".join(out)


def part_line(c: NumericClaim) -> str:
    """What a claim counts and what it is part of."""
    return " | ".join([c.text, quantity(c.quantity), *([f"part_of={c.part_of}"] if c.part_of else [])])


def single_line(c: NumericClaim) -> str:
    """The kind and quantity of a claim, whether it is denied or unsaid, and what it is part of."""
    out = [c.text, c.kind, quantity(c.quantity)]
    if c.modality != "asserted":
        out.append(c.modality)
    if c.implicit:
        out.append("implicit")
    return " | ".join([*out, *([f"part_of={c.part_of}"] if c.part_of else [])])


def sure_line(c: NumericClaim) -> str:
    """A claim with how sure it is, and who says so where one is named."""
    return " | ".join([c.text, c.modality, *([f"source={c.source.text}"] if c.source else [])])
