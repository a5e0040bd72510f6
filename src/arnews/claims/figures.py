"""One row for each thing counted: the claims of an article about the same count, its latest value, and what contradicts it."""

from __future__ import annotations

from typing import cast

from arnews.claims.scene import Draft
from arnews.records import ClaimKind, Figure, Quantity


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities can be the same number: equal values, or a value inside the other's bounds (a tenth of slack where نحو)."""
    if a.best is not None and b.best is not None:
        if a.best == b.best:
            return True
        slack = 0.1 * max(a.best, b.best) if a.approximate or b.approximate else 0
        return abs(a.best - b.best) <= slack
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _bounds(q: Quantity) -> tuple[float, float]:
    if q.best is not None:
        return float(q.best), float(q.best)
    return float(q.low) if q.low is not None else 0.0, float(q.high) if q.high is not None else float("inf")


# An article has a few dozen figures; the bound keeps megabytes of lists linear.
_MOST_ROWS = 40


def figures(drafts: list[Draft]) -> list[Figure]:
    """Group the drafts, whose claim ids are c1, c2 ... in order.

    Claims belong together when kind, unit and place do not differ and their numbers agree, or when one is the old total of
    the other. A claim that otherwise counts the same thing in the same place with another number contradicts.
    """
    rows: list[list[int]] = []
    by_kind: dict[str, list[list[int]]] = {}
    for n, draft in enumerate(drafts):
        alike = by_kind.setdefault(draft.kind, [])
        for row in alike[-_MOST_ROWS:]:
            if any(_same(drafts[m], draft) for m in row[-_MOST_ROWS:]):
                row.append(n)
                break
        else:
            rows.append([n])
            alike.append(rows[-1])
    out: list[Figure] = []
    for i, row in enumerate(rows, 1):
        head = drafts[row[0]]
        contradictions = tuple(
            f"c{n + 1}"
            for other in by_kind[head.kind][:_MOST_ROWS]
            if other is not row
            for n in other[:_MOST_ROWS]
            if any(_contradicts(drafts[m], drafts[n]) for m in row[:_MOST_ROWS])
        )
        unit = next((drafts[m].unit for m in row if drafts[m].unit), None)
        latest = _latest([drafts[m] for m in row])
        out.append(
            Figure(
                id=f"f{i}",
                kind=cast(ClaimKind, head.kind),
                unit=unit,
                latest=latest,
                claims=tuple(f"c{m + 1}" for m in row),
                contradictions=contradictions,
            )
        )
    return out


def _latest(row: list[Draft]) -> Quantity:
    """The last exact value, else the last: later sentences correct earlier ones, and a bound says less than a value."""
    exact = [d for d in row if d.quantity.best is not None and d.modality == "asserted"]
    return (exact or row)[-1].quantity


def _comparable(a: Draft, b: Draft) -> bool:
    if a.kind != b.kind or a.modality == "denied" or b.modality == "denied" or a.additional != b.additional:
        return False
    if (a.parent is None) != (b.parent is None):
        return False
    if a.kind in ("money", "measure", "percent", "count", "age", "places", "materiel") and a.unit != b.unit:
        return False
    places = (a.where.ref if a.where else None, b.where.ref if b.where else None)
    return None in places or places[0] == places[1]


def _same(a: Draft, b: Draft) -> bool:
    if not _comparable(a, b) or a.implicit != b.implicit:
        return False
    if a.kind in ("percent", "money", "measure", "age", "multiplier") and (a.where is None) != (b.where is None):
        return False
    if a.quantity.vague != b.quantity.vague:
        return False
    previous = b.numeral.previous if b.numeral is not None else None
    return agree(a.quantity, b.quantity) or (previous is not None and agree(a.quantity, previous))


def _contradicts(a: Draft, b: Draft) -> bool:
    """The same kind in the same named place and time with a different number, neither part of the other nor an addition."""
    if not _comparable(a, b) or a.kind not in ("killed", "injured", "casualties", "missing", "detained", "hostages"):
        return False
    if a.where is None or b.where is None or a.where.ref is None or a.parent is not None or b.parent is not None:
        return False
    if a.additional or b.additional or a.implicit or b.implicit or a.quantity.vague or b.quantity.vague:
        return False
    if (a.when.ref if a.when else None) != (b.when.ref if b.when else None):
        return False
    if a.event_kind != b.event_kind or (a.unit != b.unit and a.unit and b.unit):
        return False
    return not agree(a.quantity, b.quantity)
