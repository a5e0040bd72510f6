"""Why each record is there: for numbers, dates, entities, quotations and claims the rule that fired and the words that it read."""

from __future__ import annotations

from arnews.claims.explain import explain as explain_claims
from arnews.context import Moment, Text
from arnews.dates import engine as dates
from arnews.entities import engine as entities
from arnews.numbers import engine as numbers
from arnews.pipeline import Pipeline
from arnews.records import Explanation, Quantity, Quote, Reason, Span
from arnews.speech import engine as speech


def explain(pipeline: Pipeline, text: Text, published: Moment | None = None) -> tuple[Explanation, ...]:
    """One explanation for each number, date, entity, quotation and claim that ``pipeline`` finds in ``text``, in that order."""
    found = pipeline.find(text, published)
    doc = found.document
    out: list[Explanation] = []
    for numeral in found.numerals:
        number = numbers.to_record(doc, numeral)
        value = " ".join(x for x in (written(number.quantity), number.form, number.unit) if x)
        out.append(_explanation(number, "number", None, number.rule, value))
    for n, temporal in enumerate(found.temporals, 1):
        d = dates.to_record(doc, temporal, f"d{n}")
        out.append(_explanation(d, "date", d.id, d.rule, " ".join(x for x in (d.type, d.value, d.mod) if x)))
    for n, e in enumerate(found.entities, 1):
        entity = entities.to_record(doc, e, f"e{n}")
        value = " ".join(x for x in (entity.type, entity.latin, entity.country) if x)
        reasons = tuple(_reason("role", "title", role) for role in entity.roles)
        out.append(_explanation(entity.mentions[0], "entity", entity.id, entity.rule or "", value, reasons))
    out += [_quote(quote) for quote in speech.to_records(doc, found.speech)]
    for why in explain_claims(found.claims):
        c = why.claim
        reasons = tuple(_reason(r.field, r.rule, r.span) for r in why.reasons)
        out.append(_explanation(c, "claim", c.id, c.rule, f"{c.kind} {written(c.quantity)}, {c.modality}", reasons))
    return tuple(out)


def _quote(quote: Quote) -> Explanation:
    parts = (("cue", quote.cue), ("speaker", quote.speaker))
    reasons = tuple(_reason(field, quote.rule, span) for field, span in parts if span is not None)
    return _explanation(quote, "quote", quote.id, quote.rule, "direct" if quote.direct else "reported", reasons)


def written(quantity: Quantity) -> str:
    """A quantity in a line: ``25000–30000``, ``≥ 20``, ``≤ 5``, ``~11000``, ``some 100+`` for vague ones."""
    q = quantity
    if q.best is not None:
        return f"{'~' if q.approximate else ''}{q.best}"
    if q.low is not None and q.high is not None:
        return f"{q.low}–{q.high}"
    if q.low is not None:
        return f"some {q.low}+" if q.vague else f"≥ {q.low}"
    return f"≤ {q.high}"


def _explanation(span: Span, record: str, id: str | None, rule: str, value: str, reasons: tuple[Reason, ...] = ()) -> Explanation:
    return Explanation(start=span.start, end=span.end, text=span.text, record=record, id=id, rule=rule, value=value, reasons=reasons)  # type: ignore[arg-type]


def _reason(field: str, rule: str, span: Span) -> Reason:
    return Reason(start=span.start, end=span.end, text=span.text, field=field, rule=rule)
