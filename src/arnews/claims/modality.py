"""How sure: hedges, plans, denials and negation with their scopes, in the manner of ConText."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from arnews.claims.events import CASUALTY
from arnews.claims.lexicon import Marker, claim_lexicon
from arnews.claims.scene import Draft, Scene
from arnews.grammar.units import STRONG

RANK = {"denied": 3, "hedged": 2, "planned": 1, "asserted": 0}
_IMPERFECT = frozenset({"ي", "ت"})
_NAMES = {"hedge": "hedged", "plan": "planned", "denial": "denied"}


@dataclass(frozen=True, slots=True)
class Reach:
    """A marker at words ``first`` to ``last`` and the words ``start`` to ``end`` that it governs."""

    category: str
    first: int
    last: int
    start: int
    end: int


def reaches(scene: Scene, first: int, last: int, heads: frozenset[int]) -> list[Reach]:
    """The scopes of all markers of one sentence; what somebody else says next (``heads``) is out of reach."""
    marks = _markers(scene, first, last)
    return [_reach(scene, mark, marks[n + 1 :], (first, last), heads) for n, mark in enumerate(marks) if mark.category in _NAMES]


class _Mark(NamedTuple):
    """A marker at words ``first`` to ``last``; ``marker`` is its row, or None for قد."""

    first: int
    last: int
    marker: Marker | None
    category: str


def _markers(scene: Scene, first: int, last: int) -> list[_Mark]:
    lexicon = claim_lexicon()
    marks: list[_Mark] = []
    i = first
    while i < last:
        if scene.tags[i].modality and i not in scene.mention_at:
            match = lexicon.modality.longest(scene.words, i, last)
            if match is not None and match.cut <= 1 and _holds(scene, i, match.last, match.cut, match.value, first):
                marks.append(_Mark(i, match.last, match.value, match.value.category))
                i = match.last
                continue
        if (
            scene.isa(i, "perhaps")
            and i + 1 < last
            and _imperfect(scene, i + 1)
            and not (i > first and scene.isa(i - 1, "had_been", joined=True))
        ):
            marks.append(_Mark(i, i + 1, None, "hedge"))
        i += 1
    return marks


def _reach(scene: Scene, mark: _Mark, later: list[_Mark], sentence: tuple[int, int], heads: frozenset[int]) -> Reach:
    """The words that a marker governs: the whole sentence, what precedes it, or what follows up to where another clause begins."""
    marker, (first, last) = mark.marker, sentence
    a, b = mark.first, mark.last
    if marker is not None and marker.direction == "both":
        return Reach(mark.category, a, b, first, last)
    if marker is not None and marker.direction == "backward":
        return Reach(mark.category, a, b, max(first, a - 6), a)
    return Reach(mark.category, a, b, b, _end(scene, mark, later, last, heads))


def _end(scene: Scene, mark: _Mark, later: list[_Mark], last: int, heads: frozenset[int]) -> int:
    """Where the scope of a marker that looks forward ends."""
    marker, b = mark.marker, mark.last
    end = next((m.first for m in later if m.category == "release" or _another(scene, m)), last)
    if marker is not None and marker.scope == "number":
        # تقدر بنحو 4 آلاف: an estimate of the next number alone.
        end = min(end, next((w + 1 for w in range(b, min(last, b + 12)) if w in scene.numeral_at and w not in scene.temporal_at), b))
    end = next((w for w in range(b + 1, end) if _told(scene, w)), end)
    end = next((w for w in range(b + 1, end) if _new_speech(scene, w, b, heads)), end)
    return _cut_off(scene, b, end)


def _another(scene: Scene, mark: _Mark) -> bool:
    """``، ومن المقرر أن``: a marker that begins a clause of its own after a comma."""
    at = mark.first
    joined = [w for w in (at, at - 1) if w > 0 and scene.words[w].key[0] == "و" and scene.words[w - 1].text in "،,"]
    return mark.category in _NAMES and bool(joined)


def _told(scene: Scene, w: int) -> bool:
    """``يشتبه بصلتهم بالتفجير الذي استهدف مسجدا``: what a relative clause tells in the past is a fact."""
    if not scene.isa(w, "which") or w + 1 >= len(scene.words):
        return False
    after = scene.words[w + 1].key
    return not (
        _imperfect(scene, w + 1)
        or scene.tags[w + 1].modality
        or scene.isa(w + 1, "still_open")
        or (after[0] == "س" and after[1:2] in _IMPERFECT)
    )


def _new_speech(scene: Scene, w: int, after: int, heads: frozenset[int]) -> bool:
    """Another reporting head, or ``وأن``: the next statement is out of reach."""
    return (w in heads and w - 1 not in heads and w - after > 2) or scene.isa(w, "and_that")


def _imperfect(scene: Scene, i: int) -> bool:
    """``قد تضاعف`` hedges, ``قد تمكن`` does not: an imperfect begins with ي, or is a ت form that news uses as one."""
    key = scene.words[i].key
    return len(key) > 2 and (key[0] == "ي" or (key[0] == "ت" and scene.has(i, "imperfect")))


def _holds(scene: Scene, i: int, last: int, cut: int, marker: Marker, first: int) -> bool:
    """Markers that are also plain words count in their reading as markers only."""
    if scene.isa(i, "expected") and i > 1 and scene.isa(i - 2, "more_than_expected"):
        return False  # أكثر من المتوقع
    if marker.shape == "event":
        return _names_event(scene, last)
    if marker.shape == "verb" and scene.tags[i].noun is not None and scene.tags[i].noun_cut == cut:
        return _asks(scene, i, first)
    if marker.category == "hedge" and marker.shape == "verb" and cut and scene.words[i].key[0] not in "وف":
        return False
    return not (cut and scene.words[i].key[0] in "بكل" and marker.shape == "verb")


def _names_event(scene: Scene, w: int) -> bool:
    """``بعد مقتل 30`` tells of what happened; ``بعد أسبوع`` does not."""
    event = scene.tags[w].event if w < len(scene.words) else None
    return event is not None and event.shape in ("masdar", "either")


def _asks(scene: Scene, i: int, first: int) -> bool:
    """``43 طالبا`` are students; ``طالب النواب بإرسال`` is a demand."""
    key = scene.words[i].key
    if i in scene.numeral_at or (i and i - 1 in scene.numeral_at) or key[-1] == "ا":
        return False
    begins = i == first or key[0] in "وف" or scene.stop(i - 1)
    return any(scene.words[w].key[0] == "ب" for w in range(i + 1, min(len(scene.words), i + (5 if begins else 2))))


def _cut_off(scene: Scene, b: int, end: int) -> int:
    """A scope ends at a full stop; a closing bracket ends what was opened inside it."""
    depth = 0
    for i in range(b, end):
        text = scene.words[i].text
        if text in STRONG:
            return i
        if text == "(":
            depth += 1
        elif text == ")":
            if depth == 0:
                return i
            depth -= 1
    return end


def modality(scene: Scene, draft: Draft, found: list[Reach]) -> None:
    """Set the modality of a draft: denied over hedged over planned over asserted."""
    best: Reach | None = None
    for reach in found:
        covers = reach.start <= draft.first < reach.end or (draft.first <= reach.first < draft.last)
        name = _NAMES[reach.category]
        if covers and _binds(scene, draft, reach) and (best is None or RANK[name] > RANK[_NAMES[best.category]]):
            best = reach
    if best is not None:
        draft.modality = _NAMES[best.category]
        draft.note("modality", best.category, best.first, best.last)


def _done(scene: Scene, w: int) -> bool:
    """A past verb between a plan and the number: ``وعدت بتعزيز الأمن غداة هجوم أودى بحياة 32``."""
    tag = scene.tags[w]
    if "result" in tag.cues and scene.words[w].key[-1:] in "تي" and not scene.isa(w, "happening"):
        return True
    if "past" in tag.cues and tag.noun is None:
        return True  # يستعد للسفر، وانضم إلى الفريق مقابل 27 مليونا
    return tag.event is not None and tag.event.shape == "past" and tag.noun is None and w not in scene.mention_at


def _binds(scene: Scene, draft: Draft, reach: Reach) -> bool:
    """A plan or hedge further off than its own clause does not bind: commas let through what an imperfect or a ب phrase carries on."""
    if reach.first >= draft.first:
        return True
    if reach.category == "plan" and draft.kind in CASUALTY and not draft.per:
        # دعت إلى التحقيق في وفاة موقوفين: the dead are no plan. يعتزم إعدام خمسة is one.
        event = draft.event if draft.event is not None else draft.first
        if event - reach.last > 3 or draft.event is None:
            return False
    if reach.category == "plan" and any(_done(scene, w) for w in range(reach.last, draft.first)):
        return False
    commas = sum(1 for w in range(reach.last, draft.first) if scene.words[w].text in "،,")
    return commas <= (2 if reach.category != "plan" else 1) and draft.first - reach.last <= 40
