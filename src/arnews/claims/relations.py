"""How the numbers of one article belong together: subsets (``بينهم``) and their kinds, a state of some of those told before."""

from __future__ import annotations

from arnews.claims.clause import joined
from arnews.claims.events import CASUALTY
from arnews.claims.kinds import HUMAN, noun_of
from arnews.claims.scene import Draft, Scene
from arnews.claims.sums import size
from arnews.grammar.units import STRONG

_WHOLES = HUMAN | {"count", "places", "attacks", "materiel"}
_MILD = frozenset({"people", "troops", "count"})


def subsets(scene: Scene, drafts: list[Draft]) -> None:
    """``38 قتيلا بينهم 3 أطفال وامرأتان``, ``ثلاثة منهم``: set the parent, and the parent's kind where the child names persons."""
    for n, draft in enumerate(drafts):
        parent = draft.parent or _by_word(scene, draft, drafts[max(0, n - 6) : n])
        if parent is None or parent is draft or parent.kind not in _WHOLES:
            continue
        # The words بينهم, منهم before the number decide, even over a misprinted total.
        named = any(scene.has(w, "subset") for w in range(max(0, draft.first - 2), draft.first))
        if named or parent.quantity.vague or size(draft) < size(parent):
            draft.parent = parent
            draft.note("part_of", "subset word", draft.first, draft.last)
            _inherit(scene, draft, parent)


def _inherit(scene: Scene, draft: Draft, parent: Draft) -> None:
    noun = noun_of(scene, draft)
    mild = not draft.kind or (draft.kind in _MILD and (noun is None or noun.kind in HUMAN))
    if parent.kind in CASUALTY and draft.event is None and mild:
        draft.kind, draft.rule = parent.kind, "kind of the whole"
        draft.event_kind = parent.kind
    elif not draft.kind:
        draft.kind, draft.rule = parent.kind, "kind of the whole"


def _by_word(scene: Scene, draft: Draft, before: list[Draft]) -> Draft | None:
    first, _ = scene.sentence(draft.first)
    here = [d for d in before if d.first >= first]
    if _of_them(scene, draft.last):
        return _last_whole([d for d in here or before[-2:] if size(d) > size(draft)])
    at = _subset_word(scene, draft, first)
    if at is None:
        return here[-1].parent if here and _goes_on(scene, draft, here[-1]) else None
    return None if _of_the_verb(scene, at, draft.first) else _last_whole([d for d in here if d.last <= at])


def _of_the_verb(scene: Scene, at: int, number: int) -> bool:
    """``50 إصابة يجري التحقق منها في 11 دولة``: the word belongs to the verb."""
    return scene.has(at, "of_them") and at + 1 < number and scene.has(at + 1, "stands_in")


def _last_whole(found: list[Draft]) -> Draft | None:
    return next((d for d in reversed(found) if d.parent is None and d.kind), None)


def _of_them(scene: Scene, after: int) -> bool:
    """``ثلاثة منهم`` are some of those before; in ``5 مدنيين بينهم طفل`` the five are the whole."""
    return after < len(scene.words) and scene.has(after, "of_them") and after + 1 not in scene.numeral_at


def _subset_word(scene: Scene, draft: Draft, first: int) -> int | None:
    """``بينهم`` in the four words before a number, with no other number between."""
    for w in range(draft.first - 1, max(first, draft.first - 4) - 1, -1):
        if scene.has(w, "subset"):
            return w
        if scene.words[w].text in STRONG or w in scene.numeral_at:
            return None
    return None


def _goes_on(scene: Scene, draft: Draft, before: Draft) -> bool:
    """A list goes on: ``بينهم 3 أطفال و4 نساء``."""
    if before.parent is None or draft.first - before.last > 4 or not joined(scene, draft) or not _eventless(draft, before):
        return False
    return not any(scene.tags[w].event for w in range(before.last, draft.first)) and not _own_event(scene, draft)


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
        if draft.parent is not None:
            continue
        if last is not None and _state_of(scene, draft, last):
            draft.parent = last
            draft.note("part_of", "state of some of the injured", draft.first, draft.last)
        elif draft.rule == "one of a group":
            _one_of_those(draft, drafts[max(0, n - 12) : n])
        elif draft.kind == "injured":
            last = draft


def _state_of(scene: Scene, draft: Draft, last: Draft) -> bool:
    """Whether the number tells what became of some of the injured: the noun says injured, no event does, and care follows."""
    noun = noun_of(scene, draft)
    own = draft.event is not None and scene.tags[draft.event].event is not None
    injured = draft.kind == "injured" and noun is not None and noun.kind == "injured"
    return injured and not own and size(draft) < size(last) and not draft.additional and _care(scene, draft)


def _one_of_those(draft: Draft, before: list[Draft]) -> None:
    whole = next((d for d in reversed(before) if d.kind == draft.kind and size(d) > 1 and d.parent is None), None)
    if whole is not None:
        draft.parent = whole
        draft.note("part_of", "one of the group told before", whole.first, whole.last)


def _care(scene: Scene, draft: Draft) -> bool:
    _, end = scene.sentence(draft.first)
    return any("care" in scene.tags[w].cues for w in range(draft.last, min(end, draft.last + 8)))
