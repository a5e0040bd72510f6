"""Productions of the rules for modality: how sure a number is."""

from __future__ import annotations

from arnews.claims.modality import RANK
from arnews.claims.rows import Match, register


@register("sure")
def sure(m: Match) -> bool:
    """The number ``n`` is ``as`` the row says, where nothing stronger holds: denied over hedged over planned over asserted."""
    draft, value = m.draft("n"), m.rule.args["as"]
    if draft is None or draft.kind == "age" or RANK[value] <= RANK[draft.modality]:
        return False
    draft.modality = value
    m.note(draft)
    return True
