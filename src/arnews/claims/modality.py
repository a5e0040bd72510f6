"""How sure: hedges, plans, denials and negation with their scopes, in the manner of ConText."""

from __future__ import annotations

from dataclasses import dataclass

from arnews.claims.events import CASUALTY
from arnews.claims.lexicon import Marker, claim_lexicon
from arnews.claims.scene import STRONG, Draft, Scene

RANK = {"denied": 3, "hedged": 2, "planned": 1, "asserted": 0}
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
    lexicon = claim_lexicon()
    marks: list[tuple[int, int, Marker | None, str]] = []
    i = first
    while i < last:
        if scene.tags[i].modality and i not in scene.mention_at:
            match = lexicon.modality.longest(scene.words, i, last)
            if match is not None and match.cut <= 1 and _holds(scene, i, match.cut, match.value, first):
                marks.append((i, match.last, match.value, match.value.category))
                i = match.last
                continue
        if scene.words[i].key in ("قد", "فقد", "وقد") and i + 1 < last and _imperfect(scene, i + 1) and not _was(scene, i, first):
            marks.append((i, i + 1, None, "hedge"))
        i += 1
    out: list[Reach] = []
    for n, (a, b, marker, category) in enumerate(marks):
        if category in ("release", "negation"):
            continue
        if marker is not None and marker.direction == "both":
            out.append(Reach(category, a, b, first, last))
            continue
        if marker is not None and marker.direction == "backward":
            out.append(Reach(category, a, b, max(first, a - 6), a))
            continue
        end = next((m[0] for m in marks[n + 1 :] if m[3] == "release"), last)
        if marker is not None and marker.scope == "number":
            # تقدر بنحو 4 آلاف: an estimate of the next number alone.
            end = min(end, next((w + 1 for w in range(b, min(last, b + 12)) if w in scene.numeral_at and w not in scene.temporal_at), b))
        end = next((w for w in range(b + 1, end) if _relative_past(scene, w)), end)
        end = next((w for w in range(b + 1, end) if _new_speech(scene, w, b, heads)), end)
        out.append(Reach(category, a, b, b, _cut_off(scene, a, b, end)))
    return out


def _relative_past(scene: Scene, w: int) -> bool:
    """``يشتبه بصلتهم بالتفجير الذي استهدف مسجدا``: what a relative clause tells in the past is a fact."""
    if scene.words[w].key not in ("الذي", "التي", "الذين") or w + 1 >= len(scene.words):
        return False
    after = scene.words[w + 1].key
    return not (
        after[0] == "ي" or "imperfect" in scene.tags[w + 1].cues or after[:2] in ("سي", "ست") or after in ("قد", "ربما", "لم", "لن")
    )


def _new_speech(scene: Scene, w: int, after: int, heads: frozenset[int]) -> bool:
    """Another reporting head, or ``وأن``: the next statement is out of reach."""
    return (w in heads and w - 1 not in heads and w - after > 2) or scene.words[w].key in _ALSO_THAT


_ALSO_THAT = frozenset({"وان", "وانه", "وانها", "وانهم"})


def _was(scene: Scene, i: int, first: int) -> bool:
    return i > first and scene.words[i - 1].key.lstrip("و") in ("كان", "كانت", "كانوا")


def _imperfect(scene: Scene, i: int) -> bool:
    """``قد تضاعف`` hedges, ``قد تمكن`` does not: an imperfect begins with ي, or is a ت form that news uses as one."""
    key = scene.words[i].key
    return len(key) > 2 and (key[0] == "ي" or (key[0] == "ت" and ("imperfect" in scene.tags[i].cues)))


def _holds(scene: Scene, i: int, cut: int, marker: Marker, first: int) -> bool:
    """Markers that are also plain words count in their reading as markers only."""
    if i > 1 and scene.words[i].key == "المتوقع" and scene.words[i - 1].key == "من" and scene.words[i - 2].key in _COMPARATIVES:
        return False  # أكثر من المتوقع
    noun = scene.tags[i].noun
    if marker.shape == "verb" and noun is not None and scene.tags[i].noun_cut == cut:
        # 43 طالبا are students; طالب بإرسال is a demand.
        if i and i - 1 in scene.numeral_at:
            return False
        return (
            i + 1 < len(scene.words) and scene.words[i + 1].key[:1] == "ب" and i not in scene.numeral_at and scene.words[i].key[-1] != "ا"
        )
    if marker.category == "hedge" and marker.shape == "verb" and cut and scene.words[i].key[0] not in "وف":
        return False
    return not (cut and scene.words[i].key[0] in "بكل" and marker.shape == "verb")


_COMPARATIVES = frozenset({"اكثر", "اكبر", "اقل", "ادني", "اعلي", "افضل", "اسوا", "اسرع", "باكثر", "باقل", "باعلي"})


def _cut_off(scene: Scene, a: int, b: int, end: int) -> int:
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
    if "result" in tag.cues and scene.words[w].key[-1:] in "تي" and scene.words[w].key not in ("سقوط", "وقوع"):
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
