"""Productions of the rules for parts: which claim counts some of those that another counts."""

from __future__ import annotations

from arnews.claims.clause import joined, opens
from arnews.claims.events import CASUALTY
from arnews.claims.kinds import HUMAN, noun_of
from arnews.claims.lexicon import Noun
from arnews.claims.rows import Match, register
from arnews.claims.scene import COMMAS, Draft, Scene
from arnews.claims.sums import BY_UNIT, fits, size
from arnews.grammar.units import COLON, STRONG

# Claims that an article's reference to its victims is looked for in.
_BACK = 40
# Words between the members of a list: و17 حالة مداهمة, يليه التهديد بـ20 حالة.
_GAP = 8
# Kinds that a part of the victims is read as where its own words say no harm.
_MILD = frozenset({"people", "troops", "count"})


def _give(m: Match, part: Draft, whole: Draft, *, inherit: bool = False) -> bool:
    """Make one claim part of the other; either takes the kind of the other where its own words say none."""
    if part is whole or whole.parent is part or not (part.kind or whole.kind):
        return False
    part.parent = whole
    noun = noun_of(m.scene, part)
    if _inherits(part, whole, noun, mild=inherit):
        part.kind, part.rule = whole.kind, "kind of the whole"
        part.event_kind = whole.event_kind or part.event_kind
    if not whole.kind:
        whole.kind, whole.rule = _kind_of_all(part, noun), m.rule.name
    m.note(part)
    return True


def _inherits(part: Draft, whole: Draft, noun: Noun | None, *, mild: bool) -> bool:
    if not part.kind:
        return noun is None or whole.kind in CASUALTY
    return mild and whole.kind in CASUALTY and part.kind in _MILD and not (noun is not None and noun.kind in CASUALTY)


def _kind_of_all(part: Draft, noun: Noun | None) -> str:
    """``قتل 12 جنديا من أصل 40``: the forty are soldiers, not dead."""
    if part.kind not in CASUALTY:
        return part.kind
    return noun.kind if noun is not None and noun.kind in ("people", "troops") else "people"


@register("share")
def share(m: Match) -> bool:
    """``240 مصابا من أصل 300``: ``n`` is part of ``w``. With ``alike`` they must count the same things, with
    ``less`` fewer of them, with ``plain`` a whole that has no noun is of the part's kind, with ``unit`` they must
    have one unit."""
    part, whole, args = m.draft("n"), m.draft("w"), m.rule.args
    if part is None or whole is None or part.parent is not None or size(part) > size(whole):
        return False
    if "plain" in args and noun_of(m.scene, whole) is None and not fits(part, whole):
        whole.kind = ""  # 12 دائرة من أصل 15 شاركت: no event of its own
    return fits(part, whole) and _as_asked(m, part, whole) and _give(m, part, whole)


def _as_asked(m: Match, part: Draft, whole: Draft) -> bool:
    """The settings of ``share``."""
    args = m.rule.args
    if ("less" in args and size(part) == size(whole)) or ("unit" in args and part.unit != whole.unit):
        return False
    return "alike" not in args or _same_things(m.scene, part, whole)


def _same_things(scene: Scene, part: Draft, whole: Draft) -> bool:
    """Counted in one unit, in cases, in no unit, or both of the dead: ``توفي 9 مصابين ... إجمالي الوفيات 204``."""
    if part.kind in ("killed", "injured") and whole.kind in ("people", "troops"):
        return False  # توفيت حالتان ليرتفع عدد الإصابات
    if part.noun is None or whole.noun is None or part.unit == whole.unit or part.kind == whole.kind in CASUALTY:
        return True
    return any(d.noun is not None and scene.has(d.noun, "case") for d in (part, whole)) or (
        part.kind in HUMAN and whole.kind in HUMAN and part.kind == whole.kind
    )


@register("among")
def among(m: Match) -> bool:
    """``5 من بين الإصابات``: ``n`` is part of the last number of those whom the definite noun ``k`` names."""
    part, at = m.draft("n"), m.word("k")
    noun = m.scene.tags[at].noun if at is not None else None
    if part is None or at is None or noun is None or part.parent is not None:
        return False
    kinds = frozenset({noun.kind}) if noun.kind in CASUALTY else HUMAN
    whole = _last_of(m.drafts, kinds, min(part.first, at), size(part))
    if not part.kind:
        part.kind, part.rule = noun.kind, m.rule.name
    return whole is not None and fits(part, whole) and _give(m, part, whole, inherit=True)


def _last_of(drafts: list[Draft], kinds: frozenset[str], before: int, least: float) -> Draft | None:
    """The last number of these kinds before a word that is more than ``least``."""
    near = [d for d in drafts if d.last <= before][-_BACK:]
    return next((d for d in reversed(near) if d.kind in kinds and d.parent is None and size(d) > least and not d.implicit), None)


@register("spread")
def spread(m: Match) -> bool:
    """``58 انتهاكا، توزعت على 30 حالة اعتقال و17 حالة مداهمة``: ``n`` and what the list goes on with are parts of ``w``.

    With ``complete`` they must add up to it, with ``alike`` they must do so where they are counted in another unit.
    """
    first, whole = m.draft("n"), m.draft("w")
    if first is None or whole is None or whole.parent is first or whole.quantity.vague or not _member(m.scene, first, whole):
        return False
    found = _list(m, first, whole)
    complete = sum(map(size, found)) == size(whole) and len(found) > 1
    if (not complete and _must_add_up(m, first, whole)) or any(d.parent not in (None, whole) for d in found):
        return False
    made = [_give(m, d, whole, inherit=True) for d in found]
    return any(made)


def _must_add_up(m: Match, first: Draft, whole: Draft) -> bool:
    """``200 مليون رنجيت (65.4 مليون دولار)``, ``38 سوقا موزعة على 32 إقليما``: another measure of it, or where it is."""
    doubtful = first.kind in BY_UNIT or whole.kind in BY_UNIT or not whole.kind
    return doubtful or "complete" in m.rule.args or ("alike" in m.rule.args and not _same_things(m.scene, first, whole))


def _member(scene: Scene, d: Draft, whole: Draft) -> bool:
    return 0 < size(d) < size(whole) and not d.quantity.vague and fits(d, whole)


def _list(m: Match, first: Draft, whole: Draft) -> list[Draft]:
    """The claims of the list that ``first`` opens, in its sentence, as long as they do not exceed the whole."""
    found, reached, last = [first], size(first), first.last
    _, end = m.scene.sentence(first.first)
    for d in m.drafts:
        if d.first < last or d is whole:
            continue
        if d.first >= end or d.first - last > _GAP or _broken(m.scene, last, d) or reached + size(d) > size(whole):
            break
        if _member(m.scene, d, whole) and d.kind != "age":
            found.append(d)
            reached += size(d)
        last = d.last
    return found


def _broken(scene: Scene, last: int, d: Draft) -> bool:
    """Whether the list has ended before ``d``: a full stop, a new clause, or nothing that joins them."""
    gap = range(last, d.first)
    if any(scene.words[w].text in STRONG or (opens(scene, w) and not scene.has(w, "spread")) for w in gap):
        return True
    linked = joined(scene, d) or any(scene.words[w].text in COMMAS or scene.words[w].text == COLON or scene.has(w, "then") for w in gap)
    return not linked


@register("goes_on")
def goes_on(m: Match) -> bool:
    """``11 صاروخا، 4 منها من الشرق و7 من الغرب``: a number that و joins to the part ``p`` is of the same whole, if there is room for it."""
    before, part = m.draft("p"), m.draft("n")
    if before is None or part is None or before.parent is None or part.parent is not None or part.kind or not joined(m.scene, part):
        return False
    whole = before.parent
    told = sum(size(d) for d in m.drafts if d.parent is whole and d is not part)
    return not whole.quantity.vague and told + size(part) <= size(whole) and _give(m, part, whole)
