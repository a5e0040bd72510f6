"""Productions of the rules for parts: which claim counts some of those that another counts."""

from __future__ import annotations

from arnews.claims.relations import size
from arnews.claims.rows import Match, register


@register("share")
def share(m: Match) -> bool:
    """``240 مصابا من أصل 300``: ``n`` is part of ``w``, which counts the same things."""
    part, whole = m.draft("n"), m.draft("w")
    if part is None or whole is None or part is whole or size(part) > size(whole) or not part.kind:
        return False
    part.parent = whole
    if not whole.kind:
        whole.kind, whole.rule = part.kind, m.rule.name
    m.note(part)
    return True
