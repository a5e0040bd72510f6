"""Arithmetic over the article: claims that add up to a total of their kind are its parts, wherever they stand.

Victims are looked for in the whole article (``لقي شخصان مصرعهما`` and then one here, one there); other things in the sentences next to
their total, and only where they are counted in the same unit (``24 غارة ... 14 منها ... عشر غارات``).
"""

from __future__ import annotations

from collections.abc import Sequence

from arnews.claims.clause import joined
from arnews.claims.events import CASUALTY
from arnews.claims.kinds import HUMAN
from arnews.claims.lexicon import tag
from arnews.claims.scene import COMMAS, Draft, Scene
from arnews.grammar.units import COLON, STRONG
from arnews.text.fold import fold

# Numbers of an article that are tried against each other; the bounds keep long lists linear.
_MOST_OF_A_KIND = 40
_MOST_OF_A_PAIR = 12
_MOST_DRAFTS = 200
_NEAR_WORDS = 90
_LIST_GAP = 12
# A run that does not begin right after its total must be less likely by chance.
_FAR = 10
_FEW = 2
# Large figures do not add up by chance.
_MANY = 100
# نحو 90: parts that come this near make it up.
_SLACK = 0.05
BY_UNIT = frozenset({"money", "measure"})
_UNSUMMED = frozenset({"percent", "multiplier", "age", "time", ""})


def size(draft: Draft) -> float:
    """The number to compare by: the best value, else a bound."""
    q = draft.quantity
    for value in (q.best, q.low, q.high):
        if value is not None:
            return float(value)
    return 0.0


def sums(scene: Scene, drafts: list[Draft]) -> None:
    """Give the parts of each total that they add up to. Linear: groups of more than forty are left alone."""
    exact = [d for d in drafts if _exact(d)]
    for kind in sorted(CASUALTY):
        group = [d for d in exact if d.kind == kind]
        if len(group) > 1:
            _of_kind(scene, group, exact)
    if len(drafts) <= _MOST_DRAFTS:
        _things(scene, exact)
        _left_over(scene, exact)
        _together(drafts)
        _told_again(exact)


def _of_kind(scene: Scene, group: list[Draft], exact: list[Draft]) -> None:
    """Sums of one kind: among its own claims, then with cases that say no kind, then with persons beside their total."""
    _of_victims(scene, group)
    cases = [d for d in exact if d.kind == "count" and _in_cases(scene, d)]
    if cases:
        _of_victims(scene, sorted([*group, *cases], key=lambda d: d.first))
    _with_persons(scene, group, [d for d in exact if d.kind in ("people", "troops")])


def _with_persons(scene: Scene, group: list[Draft], persons: list[Draft]) -> None:
    """``28 قتيلا ... 17 متمردا ... أحد عشر قتيلا``: one of two parts told next to the total says persons only."""
    for total in (d for d in group if _is_total(d) and size(d) >= _FAR):
        near = [d for d in (*group, *persons) if 0 < d.first - total.last <= _NEAR_WORDS // 2 and d.parent is None and not d.implicit]
        run = sorted(near, key=lambda d: d.first)[:2]
        if len({d.kind for d in run}) == 2 and sum(map(size, run)) == size(total) and not _other_event(scene, total, run):
            _take(run, total, "adds up to the total")


def _told_again(drafts: list[Draft]) -> None:
    """A part told again is a part again: the figure of a headline in the text below it."""
    told = [d for d in drafts if d.unit and d.kind in CASUALTY and not d.implicit and size(d) > _FEW]
    parts = {(d.kind, size(d), d.unit): d.parent for d in told if d.parent is not None}
    totals = {id(d.parent) for d in drafts}
    for d in told:
        whole = parts.get((d.kind, size(d), d.unit)) if d.unit else None
        if whole is not None and d.parent is None and id(d) not in totals:
            _take([d], whole, "a part told again")


def _in_cases(scene: Scene, d: Draft) -> bool:
    return d.noun is not None and scene.has(d.noun, "case")


def _exact(d: Draft) -> bool:
    return not d.quantity.vague and size(d) > 0 and d.modality != "denied"


def _of_victims(scene: Scene, group: list[Draft]) -> None:
    if 3 <= len(group) <= _MOST_OF_A_KIND:
        for t, total in enumerate(group):
            if total.kind in CASUALTY and _is_total(total) and not _in_list(scene, total, group[t - 1] if t else None):
                for far in (_NEAR_WORDS, 0):
                    like = [d for d in group if d is total or _same_people(scene, total, d, far)]
                    if _victims(scene, like, like.index(total)):
                        break


def _in_list(scene: Scene, total: Draft, before: Draft | None) -> bool:
    """``فتاة وطفلين``: the number only goes on with a list of victims."""
    return before is not None and total.first - before.last <= 1 and joined(scene, total)


def _same_people(scene: Scene, total: Draft, part: Draft, near: int) -> bool:
    """Whether the nouns let them be the same: no civilians are some of ``12 مسلحا``, far below it, but anybody can be of ``12 شخصا``."""
    if total.unit == part.unit or part.noun is None or total.noun is None or size(total) >= _MANY:
        return True
    if abs(part.first - total.last) <= near:
        return True
    nouns = (scene.tags[d.noun].noun for d in (total, part) if d.noun is not None)
    return any(n is None or n.generic for n in nouns)


def _is_total(d: Draft) -> bool:
    return not d.implicit and d.parent is None and d.quantity.high is None


def _victims(scene: Scene, group: list[Draft], t: int) -> bool:
    """The parts of the total ``t`` among the claims of its kind: after it, else before it. Whether there are any."""
    total = group[t]
    for step, run in ((1, _run(group, t, 1) or _window(group, t)), (-1, _run(group, t, -1))):
        if len(run) < 2 or _other_event(scene, total, run):
            continue
        at = group.index(run[0])
        nearest = _restated(group[t + 1 : at] if step == 1 else group[at + 1 : t], total)
        _take(run, nearest, "adds up to the total")
        values = {(size(d), d.unit) for d in run if not d.implicit}
        again = [d for d in group if (size(d), d.unit) in values and d.rule == "event before the number" and d is not nearest]
        _take(again, nearest, "repeats a part of the total")
        return True
    return False


def _restated(between: list[Draft], total: Draft) -> Draft:
    """The last of the claims that say the total again, or the total itself."""
    return next((d for d in reversed(between) if size(d) == size(total) and _is_total(d)), total)


def _run(group: list[Draft], t: int, step: int) -> list[Draft]:
    """Claims from the total on, in one direction, until they reach it; a figure told again counts once."""
    total = size(group[t])
    run: list[Draft] = []
    reached, seen = 0.0, {total}
    for j in range(t + step, len(group) if step == 1 else -1, step):
        d = group[j]
        if d.parent not in (None, group[t]) or (size(d) in seen and not d.implicit and not _other_half(d, run, total)):
            continue
        if size(d) >= total and not (d.implicit and total > 1):
            if size(d) > total:
                run, reached, seen = [], 0.0, {total}
            continue
        run.append(d)
        reached += size(d)
        seen.add(size(d))
        if reached >= total:
            break
    return run if _equal(group[t], run, reached) else []


def _other_half(d: Draft, run: list[Draft], total: float) -> bool:
    """``قتل خمسة في درعا وخمسة في حمص`` of ten: the same figure, but not the same people."""
    return len(run) == 1 and size(run[0]) == size(d) == total / 2 and abs(d.first - run[0].last) <= _LIST_GAP and total > 2


def _equal(total: Draft, run: list[Draft], reached: float) -> bool:
    """Whether the parts make the total: exactly, or nearly where the figures are about so."""
    about = total.quantity.approximate or any(d.quantity.approximate for d in run)
    slack = _SLACK * size(total) if about and size(total) >= _FAR else 0.0
    return abs(reached - size(total)) <= slack


def _window(group: list[Draft], t: int) -> list[Draft]:
    """Claims in one unit, next to each other, further on: ``90 جثة ... مقتل 80 ... 70 جثة في موقع و20 جثة في آخر``."""
    total = group[t]
    if size(total) < _FAR or total.unit is None:
        return []
    alike = [d for d in group[t + 1 :] if d.unit == total.unit and size(d) < size(total) and d.parent is None]
    for first in range(len(alike)):
        reached = 0.0
        for last in range(first, len(alike)):
            reached += size(alike[last])
            if reached >= size(total):
                break
        if reached == size(total):
            return alike[first : last + 1]
    return []


def _take(run: Sequence[Draft], total: Draft, rule: str) -> None:
    for d in run:
        if d.parent is None and d is not total:
            d.parent = total
            if d.kind == "count" and total.kind in CASUALTY:
                d.kind, d.rule = total.kind, "kind of the whole"  # 77 حالة وفاة و32 حالة
            d.note("part_of", rule, total.first, total.last)


def _other_event(scene: Scene, total: Draft, run: list[Draft]) -> bool:
    """Whether small numbers add up by chance: ``مقتل 10 ... بعد أيام من مقتل 4 جنود و6 مدنيين``, ``في هجوم مماثل``."""
    if _parallel(scene, total, run[0]):
        return True
    if size(total) >= _MANY:
        return False
    low, high = min(total.last, run[0].first), max(run[-1].last, total.first)
    first, _ = scene.sentence(run[0].first)
    _, last = scene.sentence(run[-1].last - 1)
    span = range(max(low, first), min(len(scene.words), max(high, last)))
    return any(scene.has(w, "likewise") or (scene.has(w, "after") and _long_after(scene, w)) for w in span)


def _parallel(scene: Scene, total: Draft, d: Draft) -> bool:
    """``فاز في 5 وخسر 3``, ``300 في الأمانات، و200 في البلديات``: one sentence, and no mark between them or و before the second."""
    if scene.doc.sentence_of(total.first) != scene.doc.sentence_of(d.first):
        return False
    one, two = (total, d) if total.first < d.first else (d, total)
    gap = range(one.last, two.first)
    marks = [scene.words[w].text for w in gap]
    if len(gap) > _NEAR_WORDS:
        return False
    # و(200) ألف: the conjunction stands before a bracket.
    at = two.first - 1 if marks and marks[-1] in COMMAS else two.first
    listed = joined(scene, two) or scene.has(at - 1, "and")
    return listed or not any(t in COMMAS or t in STRONG or t == COLON for t in marks)


def _long_after(scene: Scene, w: int) -> bool:
    """``بعد أيام من``, ``بعد أسبوع على``: days or more after another event; hours are of the same."""
    at, end = w + 1, min(len(scene.words), w + 5)
    long = False
    while at < end and (at in scene.temporal_at or at in scene.numeral_at or scene.has(at, "days")):
        long = long or scene.has(at, "days")
        at += 1
    return long and at < end and scene.has(at, "from")


def fits(part: Draft, whole: Draft) -> bool:
    """Whether one number can count some of what another counts: persons of persons, things of one unit or kind."""
    kinds = {part.kind, whole.kind}
    if kinds & (_UNSUMMED - {""}):
        return False
    if "" in kinds:
        return True
    if any(d.unit is not None and "case" in tag(fold(d.unit)).cues for d in (part, whole)):
        return not kinds & BY_UNIT  # 58 انتهاكا: 30 حالة اعتقال
    if kinds & HUMAN:
        return kinds <= HUMAN and kinds != {"killed", "injured"}
    alike = part.unit == whole.unit
    return (len(kinds) == 1 and alike) if kinds & BY_UNIT else (len(kinds) == 1 or alike)


def _alike(scene: Scene, part: Draft, whole: Draft) -> bool:
    """Counted in the unit of the total, in cases, or in none at all."""
    generic = part.noun is None or scene.has(part.noun, "case")
    return fits(part, whole) and (part.unit == whole.unit or generic or (part.kind in HUMAN and whole.kind == part.kind))


def _things(scene: Scene, drafts: list[Draft]) -> None:
    """Parts of a total of things or persons in its sentence and the next two; before it too where it is called a sum."""
    for t, total in enumerate(drafts):
        if not _is_total(total) or total.kind in _UNSUMMED or total.kind in CASUALTY or size(total) < 4:
            continue
        summed = any(scene.has(w, "sum") for w in range(max(0, total.first - 5), total.first))
        run = _beside(scene, total, drafts[t + 1 : t + 9])
        if not run and summed:
            run = _beside(scene, total, drafts[max(0, t - 8) : t][::-1])
        if run and (summed or not (_in_a_list(scene, drafts, t) or _other_event(scene, total, run))):
            _take(run, total, "adds up to the total")


def _beside(scene: Scene, total: Draft, around: list[Draft]) -> list[Draft]:
    """The claims next to a total, from it on, that make it up to the last one; empty where they do not."""
    number = scene.doc.sentence_of(total.first)
    run: list[Draft] = []
    for d in around:
        if abs(d.first - total.last) > _NEAR_WORDS or abs(scene.doc.sentence_of(d.first) - number) > 2:
            break
        if d.parent not in (None, total) or d.implicit or not _alike(scene, d, total):
            continue
        if size(d) >= size(total):
            break
        run.append(d)
        if sum(map(size, run)) >= size(total):
            break
    return run if len(run) >= 2 and sum(map(size, run)) == size(total) else []


def _in_a_list(scene: Scene, drafts: list[Draft], t: int) -> bool:
    """``مستشفى 300 سرير، مستشفى 500 سرير``: the number stands in a list of its like, and no total opens a list in its middle."""
    total, before = drafts[t], drafts[t - 1] if t else None
    return (
        before is not None
        and before.unit == total.unit
        and before.kind == total.kind
        and total.first - before.last <= _LIST_GAP
        and scene.doc.sentence_of(before.first) == scene.doc.sentence_of(total.first)
    )


def _left_over(scene: Scene, drafts: list[Draft]) -> None:
    """``51 قتيلا ... مقتل 11 ... قتل 29 منهم ... مقتل البقية``: those named before the rest are parts."""
    for w in (w for w in range(len(scene.words)) if scene.has(w, "rest")):
        near = [d for d in drafts if d.last <= w and w - d.last <= 2 * _NEAR_WORDS and d.kind in CASUALTY]
        for n in range(len(near) - 1, -1, -1):
            parts = _before_the_rest(near[n], near[n + 1 :])
            if parts and w - parts[-1].last <= _NEAR_WORDS // 3:
                _take(parts, near[n], "the rest is told after them")
                break


def _before_the_rest(total: Draft, after: list[Draft]) -> list[Draft]:
    parts = [d for d in after if d.kind == total.kind and d.parent in (None, total) and size(d) < size(total)]
    return parts if _is_total(total) and sum(map(size, parts)) < size(total) else []


def _together(drafts: list[Draft]) -> None:
    """``مقتل وإصابة 10`` is the whole of two killed and eight injured told later, one unnumbered victim allowed for."""
    spare = any(d.implicit and d.kind == "killed" and d.parent is None for d in drafts)
    dead, hurt = (_counted(drafts, kind) for kind in ("killed", "injured"))
    pairs = [(k, i) for k in dead for i in hurt]
    for total in _counted(drafts, "casualties"):
        if total.parent is None:
            _of_both(drafts, total, pairs, spare=spare)


def _of_both(drafts: list[Draft], total: Draft, pairs: list[tuple[Draft, Draft]], *, spare: bool) -> None:
    for k, i in pairs:
        rest = size(total) - size(k) - size(i)
        if rest == 0 or (rest == 1 and spare):
            _take([d for d in drafts if _told(d, k, i, one_more=rest == 1)], total, "dead and wounded add up")
            return


def _counted(drafts: list[Draft], kind: str) -> list[Draft]:
    """The first numbers of a kind."""
    return [d for d in drafts if d.kind == kind and not d.implicit and not d.quantity.vague][:_MOST_OF_A_PAIR]


def _told(d: Draft, killed: Draft, injured: Draft, *, one_more: bool) -> bool:
    if d.implicit:
        return one_more and d.kind == "killed"
    return (d.kind == "killed" and size(d) == size(killed)) or (d.kind == "injured" and size(d) == size(injured))
