"""Why each claim is what it is: for every field the rule that fired and the words that it read."""

from __future__ import annotations

from dataclasses import dataclass

from arnews.claims.engine import Reading, to_records
from arnews.records import NumericClaim, Span


@dataclass(frozen=True, slots=True)
class Reason:
    """``field`` of a claim got its value by ``rule`` from the words of ``span``."""

    field: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim with the reasons for its fields, in the order in which they were found."""

    claim: NumericClaim
    reasons: tuple[Reason, ...]


def explain(reading: Reading) -> list[Explanation]:
    """One explanation for each claim of a reading."""
    scene = reading.scene
    out: list[Explanation] = []
    for draft, claim in zip(reading.drafts, to_records(reading), strict=True):
        reasons = [Reason("kind", draft.rule, scene.doc.span(scene.words[draft.first].start, scene.words[draft.last - 1].end))]
        for e in draft.evidence:
            last = min(max(e.last, e.first + 1), len(scene.words))
            reasons.append(Reason(e.field, e.rule, scene.doc.span(scene.words[e.first].start, scene.words[last - 1].end)))
        out.append(Explanation(claim, tuple(reasons)))
    return out
