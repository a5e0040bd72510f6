"""How the numbers of one article belong together: subsets (``بينهم``) and their kinds, a state of some of those told before."""

from __future__ import annotations

from arnews.claims.clause import joined
from arnews.claims.events import CASUALTY
from arnews.claims.kinds import HUMAN, noun_of
from arnews.claims.scene import STRONG, Draft, Scene
from arnews.claims.sums import size


def subsets(scene: Scene, drafts: list[Draft]) -> None:
    """``38 قتيلا بينهم 3 أطفال وامرأتان``, ``ثلاثة منهم``: set the parent, and the parent's kind where the child names persons."""
    for n, draft in enumerate(drafts):
        parent = _by_word(scene, draft, drafts[max(0, n - 6) : n]) if not draft.parent else draft.parent
        if parent is None or parent is draft:
            continue
        if parent.kind not in HUMAN and parent.kind not in ("count", "places", "attacks", "materiel"):
            continue
        # The words بينهم, منهم before the number decide, even over a misprinted total.
        named = any("subset" in scene.tags[w].cues for w in range(max(0, draft.first - 2), draft.first))
        if size(draft) >= size(parent) and not parent.quantity.vague and not named:
            continue
        draft.parent = parent
        draft.note("part_of", "subset word", draft.first, draft.last)
        noun = noun_of(scene, draft)
        if (
            parent.kind in CASUALTY
            and draft.event is None
            and (not draft.kind or (draft.kind in ("people", "troops", "count") and (noun is None or noun.kind in HUMAN)))
        ):
            draft.kind, draft.rule = parent.kind, "kind of the whole"
            draft.event_kind = parent.kind
        elif not draft.kind:
            draft.kind, draft.rule = parent.kind, "kind of the whole"


def _by_word(scene: Scene, draft: Draft, before: list[Draft]) -> Draft | None:
    first, _ = scene.sentence(draft.first)
    here = [d for d in before if d.first >= first]
    after = draft.last
    # ثلاثة منهم are some of those before; in 5 مدنيين بينهم طفل the five are the whole.
    if after < len(scene.words) and scene.has(after, "of_them") and after + 1 not in scene.numeral_at:
        for d in reversed(here or before[-2:]):
            if d.parent is None and size(d) > size(draft) and d.kind:
                return d
        return None
    for w in range(draft.first - 1, max(first, draft.first - 4) - 1, -1):
        if "subset" in scene.tags[w].cues:
            if scene.has(w, "of_them") and w + 1 < draft.first and scene.has(w + 1, "stands_in"):
                return None  # 50 إصابة يجري التحقق منها في 11 دولة
            for d in reversed(here):
                if d.parent is None and d.last <= w and d.kind:
                    return d
            return None
        if scene.words[w].text in STRONG or w in scene.numeral_at:
            break
    # A list goes on: بينهم 3 أطفال و4 نساء.
    if joined(scene, draft) and here and here[-1].parent is not None and draft.first - here[-1].last <= 4 and _eventless(draft, here[-1]):
        gap = range(here[-1].last, draft.first)
        if not any(scene.tags[w].event for w in gap) and not _own_event(scene, draft):
            return here[-1].parent
    return None


def _eventless(draft: Draft, before: Draft) -> bool:
    """No event of its own: none, or that of the whole before them (``غرق 16 مهاجرا منهم امرأة وثلاثة أطفال``)."""
    return draft.event is None or (before.parent is not None and draft.event < before.parent.first)


def _own_event(scene: Scene, draft: Draft) -> bool:
    noun = noun_of(scene, draft)
    return noun is not None and noun.kind in ("killed", "injured")


def discharged(scene: Scene, drafts: list[Draft]) -> None:
    """``وأضاف أن عشرة مصابين خرجوا من المستشفى``: a state of some of the injured told before."""
    last: Draft | None = None
    for n, draft in enumerate(drafts):
        noun = noun_of(scene, draft)
        own = draft.event is not None and scene.tags[draft.event].event is not None
        if (
            draft.kind == "injured"
            and noun is not None
            and noun.kind == "injured"
            and not own
            and last is not None
            and draft.parent is None
            and size(draft) < size(last)
            and not draft.additional
            and _care(scene, draft)
        ):
            draft.parent = last
            draft.note("part_of", "state of some of the injured", draft.first, draft.last)
            continue
        if draft.rule == "one of a group" and draft.parent is None:
            whole = next(
                (d for d in reversed(drafts[max(0, n - 12) : n]) if d.kind == draft.kind and size(d) > 1 and d.parent is None), None
            )
            if whole is not None:
                draft.parent = whole
                draft.note("part_of", "one of the group told before", whole.first, whole.last)
        elif draft.kind == "injured" and draft.parent is None:
            last = draft


def _care(scene: Scene, draft: Draft) -> bool:
    _, end = scene.sentence(draft.first)
    return any("care" in scene.tags[w].cues for w in range(draft.last, min(end, draft.last + 8)))
