"""Productions of the rules for kinds: what happened to those whom a number counts."""

from __future__ import annotations

from arnews.claims.rows import Match, register

# Kinds that the number's own words decide: no event changes them.
_OWN = frozenset({"money", "percent", "multiplier", "measure", "age"})


@register("kind")
def kind(m: Match) -> bool:
    """The number ``n`` is of the kind that the row names: ``kind=killed``."""
    draft = m.draft("n")
    if draft is None or draft.kind in _OWN:
        return False
    draft.kind, draft.rule = m.rule.args["kind"], m.rule.name
    m.note(draft)
    return True
