"""How the numbers of one article belong together: subsets (``بينهم``), parts that add up to a total, shared kinds."""

from __future__ import annotations

from arnews.claims.clause import joined
from arnews.claims.events import CASUALTY
from arnews.claims.kinds import HUMAN, noun_of
from arnews.claims.scene import STRONG, Draft, Scene


def size(draft: Draft) -> float:
    """The number to compare by: the best value, else a bound."""
    q = draft.quantity
    for value in (q.best, q.low, q.high):
        if value is not None:
            return float(value)
    return 0.0


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
    if after < len(scene.words) and scene.words[after].key in _OF_THEM and after + 1 not in scene.numeral_at:
        for d in reversed(here or before[-2:]):
            if d.parent is None and size(d) > size(draft) and d.kind:
                return d
        return None
    for w in range(draft.first - 1, max(first, draft.first - 4) - 1, -1):
        if "subset" in scene.tags[w].cues:
            for d in reversed(here):
                if d.parent is None and d.last <= w and d.kind:
                    return d
            return None
        if scene.words[w].text in STRONG or w in scene.numeral_at:
            break
    # A list goes on: بينهم 3 أطفال و4 نساء.
    if joined(scene, draft) and here and here[-1].parent is not None and draft.first - here[-1].last <= 4 and draft.event is None:
        gap = range(here[-1].last, draft.first)
        if not any(scene.tags[w].event for w in gap) and not _own_event(scene, draft):
            return here[-1].parent
    return None


# ثلاثة منهم are some of those before; in 5 مدنيين بينهم طفل the five are the whole.
_OF_THEM = frozenset({"منهم", "منهن", "منها", "منهما"})


def _own_event(scene: Scene, draft: Draft) -> bool:
    noun = noun_of(scene, draft)
    return noun is not None and noun.kind in ("killed", "injured")


def sums(drafts: list[Draft]) -> None:
    """Details that add up to a total of their kind are its parts: ``لقي شخصان مصرعهما`` and then one here, one there."""
    by_kind: dict[str, list[Draft]] = {}
    for d in drafts:
        if d.kind in CASUALTY and not d.quantity.vague and size(d) > 0 and d.quantity.high is None and d.modality != "denied":
            by_kind.setdefault(d.kind, []).append(d)
    for group in by_kind.values():
        if 3 <= len(group) <= 40:
            _add_up(group)
    if len(drafts) <= 200:
        together(drafts)


def together(drafts: list[Draft]) -> None:
    """``مقتل وإصابة 10`` is the whole of two killed and eight injured told later, one unnumbered victim allowed for."""
    singles = sum(1 for d in drafts if d.implicit and d.kind == "killed" and d.parent is None)
    for total in drafts:
        if total.kind != "casualties" or total.quantity.vague or total.parent is not None:
            continue
        dead = [d for d in drafts if d.kind == "killed" and not d.implicit and not d.quantity.vague]
        hurt = [d for d in drafts if d.kind == "injured" and not d.implicit and not d.quantity.vague]
        for k, i in ((k, i) for k in dead[:12] for i in hurt[:12]):
            rest = size(total) - size(k) - size(i)
            if rest not in (0, 1) or (rest == 1 and not singles):
                continue
            for d in drafts:
                alike = (d.kind == "killed" and size(d) == size(k)) or (d.kind == "injured" and size(d) == size(i))
                if (
                    d.parent is None
                    and d is not total
                    and ((alike and not d.implicit) or (rest == 1 and d.implicit and d.kind == "killed"))
                ):
                    d.parent = total
                    d.note("part_of", "dead and wounded add up", total.first, total.last)
            break


def _add_up(group: list[Draft]) -> None:
    for t, total in enumerate(group):
        if total.implicit or total.parent is not None:
            continue
        for side in (range(t + 1, len(group)), range(t - 1, -1, -1)):
            run: list[Draft] = []
            reached, seen = 0.0, {size(total)}
            for j in side:
                d = group[j]
                if d.parent is not None or (size(d) in seen and not d.implicit):
                    continue
                if size(d) >= size(total) and not (d.implicit and size(total) > 1):
                    if size(d) > size(total):
                        run, reached, seen = [], 0.0, {size(total)}
                    continue
                run.append(d)
                reached += size(d)
                seen.add(size(d))
                if reached >= size(total):
                    break
            if reached == size(total) and len(run) >= 2:
                at = group.index(run[0])
                between = group[t + 1 : at] if side.step == 1 else group[at + 1 : t]
                nearest = next((d for d in reversed(between) if size(d) == size(total) and not d.implicit), total)
                for d in run:
                    d.parent = nearest
                    d.note("part_of", "adds up to the total", nearest.first, nearest.last)
                values = {size(d) for d in run if not d.implicit}
                for d in group:
                    if (
                        d.parent is None
                        and d is not nearest
                        and size(d) in values
                        and not d.implicit
                        and d.rule == "event before the number"
                    ):
                        d.parent = nearest
                        d.note("part_of", "repeats a part of the total", nearest.first, nearest.last)
                break


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
