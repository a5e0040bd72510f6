"""Productions of the rules for victims without a number: each singular noun of persons is one."""

from __future__ import annotations

from arnews.claims.implicit import ONE, named_end
from arnews.claims.kinds import HUMAN
from arnews.claims.lexicon import Tag
from arnews.claims.rows import Match, register
from arnews.claims.scene import Draft


def _person(tag: Tag) -> bool:
    return tag.noun is not None and tag.noun.number == "s" and tag.noun.kind in HUMAN and not tag.definite


@register("one")
def one(m: Match) -> bool:
    """One victim at ``x``, and one more for each that و joins to it: ``صحفية ومصور``. The kind is the row's, or that of the noun ``k``."""
    at, scene = m.word("x"), m.scene
    args = m.rule.args
    source = scene.tags[m.word(args["kind_of"]) or 0].noun if "kind_of" in args else None
    kind = source.kind if source is not None else args.get("kind", "")
    made = False
    while at is not None and at < len(scene.words) and _person(scene.tags[at]):
        tag, end = scene.tags[at], named_end(scene, at)
        if end is None or any(d.first <= at < d.last for d in m.drafts):
            break
        draft = Draft(at, end, tag.noun_cut, ONE, None, at)
        draft.kind, draft.implicit, draft.unit, draft.rule = kind, True, tag.noun.lemma if tag.noun else None, m.rule.name
        m.note(draft)
        m.drafts.append(draft)
        made = True
        at = end if end < len(scene.words) and scene.tags[end].noun_cut == 1 and scene.words[end].key[0] == "و" else None
    return made
