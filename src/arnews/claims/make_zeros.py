"""Productions of the rules for an explicit none: ``لا إصابات``, ``نفت مقتل أي من عناصرها``."""

from __future__ import annotations

from arnews.claims.implicit import NONE
from arnews.claims.rows import Match, register
from arnews.claims.scene import Draft


@register("none")
def none(m: Match) -> bool:
    """A claim of zero from ``a`` to the unit ``x``; the kind is the row's, or that of the event ``e`` or noun ``x``.

    With ``denied`` somebody denies it.
    """
    first, at = m.word("a"), m.word("x")
    if first is None or at is None:
        return False
    unit = m.units.units[m.hit.units["x"]]
    event, noun = m.scene.tags[m.word("e") or 0].event, m.scene.tags[at].noun
    kind = m.rule.args.get("kind", "") or (
        event.kind if "e" in m.hit.units and event is not None else noun.kind if noun is not None else ""
    )
    if not kind or any(d.first < unit.last and first < d.last for d in m.drafts):
        return False
    draft = Draft(first, unit.last, 0, NONE, None, at)
    draft.kind, draft.rule, draft.unit = kind, m.rule.name, noun.lemma if noun is not None else None
    if "denied" in m.rule.args:
        draft.modality = "denied"
    m.note(draft)
    m.drafts.append(draft)
    return True
