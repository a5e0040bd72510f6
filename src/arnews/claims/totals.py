"""Totals and those among them: the noun that a total is of, and the victims among whom some are counted."""

from __future__ import annotations

from arnews.claims.events import CASUALTY
from arnews.claims.lexicon import Noun, possessed
from arnews.claims.scene import Draft, Scene
from arnews.grammar.units import STRONG

_HUMAN = CASUALTY | {"troops", "people"}
_FARTHEST = 24


def among(scene: Scene, draft: Draft) -> str:
    """``من بين القتلى 4 أطباء``, ``من بين قتلى المعارضة ثلاثة``: kind of the victims among whom they were."""
    first, _ = scene.sentence(draft.first)
    for i in range(draft.first - 1, max(first, draft.first - 4), -1):
        noun = scene.tags[i].noun
        if noun is None or noun.kind not in CASUALTY:
            continue
        of_them = not draft.cut and noun.number == "p" and scene.has(i - 1, "among")
        definite = scene.tags[i].definite or (i + 1 < draft.first and scene.words[i + 1].key.startswith("ال"))
        return noun.kind if of_them and definite else ""
    return ""


def of_those(scene: Scene, draft: Draft, previous: Draft | None) -> str:
    """``غالبية القتلى من السوريين، وبينهم ثمانية``: kind of the victims that بينهم points back to, where no number told theirs."""
    first, _ = scene.sentence(draft.first)
    at = next((w for w in range(draft.first - 1, max(first, draft.first - 3) - 1, -1) if scene.has(w, "subset")), None)
    if at is None or (previous is not None and previous.first >= first):
        return ""
    for w in range(at - 1, max(first, at - 16) - 1, -1):
        noun = scene.tags[w].noun
        if noun is not None and noun.number == "p" and noun.kind in _HUMAN and not scene.has(w - 1, "of"):
            return noun.kind if noun.kind in CASUALTY and scene.tags[w].definite else ""
    return ""


def lost_by_then(scene: Scene, draft: Draft) -> str:
    """``عدد الصحفيين الذين لقوا حتفهم إلى 435 صحفيا``: what befell the persons whose number it is."""
    first, _ = scene.sentence(draft.first)
    for w in range(draft.first - 1, max(first + 1, draft.first - 16), -1):
        if scene.has(w, "who") and scene.has(w - 2, "stat") and scene.tags[w - 1].noun is not None:
            events = (scene.tags[v].event for v in range(w + 1, min(draft.first, w + 4)))
            return next((e.kind for e in events if e is not None and e.kind in CASUALTY), "")
    return ""


def total(scene: Scene, draft: Draft, last_kind: str) -> str:
    """``حصيلة القتلى إلى 52``, ``عدد المقيمين ب 1.5 مليون``, ``بلغ عدد الجرحى 30``: the noun that the total is of."""
    head = _head(scene, draft)
    if head is None:
        return ""
    for w in range(head + 1, draft.first):
        kind = _counted(scene, draft, head, w)
        if kind:
            return kind
    if scene.has(head, "the_number") and last_kind in _HUMAN:
        draft.note("kind", "the number before", head, head + 1)
        return last_kind  # يزداد هذا الرقم بنحو 6 ملايين
    if scene.has(head, "toll"):
        draft.note("kind", "toll", head, head + 1)
        return last_kind if last_kind in CASUALTY else "killed"
    return ""


def _head(scene: Scene, draft: Draft) -> int | None:
    """The noun of total before the number (عدد, حصيلة), or the word before the victims whom a verb estimates."""
    first, _ = scene.sentence(draft.first)
    # يقارب 6 آلاف, يتجاوز 200: the verb is the first word of the quantity.
    core = draft.numeral.core[0] if draft.numeral is not None else draft.first
    reach = next((w for w in range(draft.first, core) if scene.has(w, "reach")), None)
    low = max(first, draft.first - _FARTHEST)
    for i in range(draft.first - 1, low - 1, -1):
        if scene.words[i].text in STRONG or (reach is None and _other_number(scene, draft, i)):
            return None
        if reach is None and scene.has(i, "reach"):
            reach = i
        if scene.has(i, "stat") and i not in scene.mention_at:
            # The number must be what the total comes to: right after the head verb, or after إلى, ب, عن, على.
            near = draft.first - i <= 4 or any(scene.has(w, "reach") for w in range(max(low, i - 2), i))
            return i if reach is not None or near else None
        estimated = _estimated(scene, i, draft) if scene.has(i, "estimate") else None
        if estimated is not None:
            return estimated - 1
    return None


def _other_number(scene: Scene, draft: Draft, i: int) -> bool:
    """A number that is not the old value of this one."""
    if i not in scene.numeral_at or i in scene.temporal_at:
        return False
    at = draft.numeral.previous_at if draft.numeral is not None else None
    return at is None or not at[0] <= i < at[1]


def _counted(scene: Scene, draft: Draft, head: int, w: int) -> str:
    """The kind that the word ``w`` after the noun of total gives."""
    noun = _noun(scene, w)
    if noun is not None and noun.kind in _HUMAN and w not in scene.mention_at:
        draft.note("kind", "total of", head, w + 1)
        return _with_next(scene, draft, w, noun)
    event = scene.tags[w].event
    if event is not None and event.kind and (event.shape == "masdar" or (event.shape == "past" and scene.has(w - 1, "who"))):
        return event.kind  # عدد الذين قتلوا
    if scene.type_at(w) == "NORP" or (scene.type_at(w) == "ORG" and noun is None):
        return "people"  # عدد التونسيين
    return ""


def _noun(scene: Scene, w: int) -> Noun | None:
    """The noun at a word; ``ضحاياها`` is read without its pronoun."""
    found = scene.tags[w].noun
    if found is not None or scene.tags[w].event is not None:
        return found
    owned = possessed(scene.words[w])
    return owned.noun if owned is not None and owned.noun is not None and owned.noun.kind in CASUALTY else None


def _with_next(scene: Scene, draft: Draft, w: int, noun: Noun) -> str:
    """The kind of a total's noun with what follows it: ``عدد القتلى والجرحى``, ``حصيلة المعلمين الشهداء``."""
    after = scene.tags[w + 1] if w + 1 < draft.first else None
    beside = after.noun if after is not None else None
    cut = after.noun_cut if after is not None else 0
    joined = beside is not None and cut == 1 and scene.words[w + 1].key[:1] == "و"
    if joined and beside is not None and {noun.kind, beside.kind} == {"killed", "injured"}:
        draft.unit = draft.unit or f"{noun.lemma} و{beside.lemma}"
        return "casualties"
    if draft.noun is None:
        draft.unit = noun.lemma
        if not noun.generic:
            draft.group = draft.group or (w, w + 1)
    described = after is not None and after.definite and not cut and scene.tags[w].definite
    if described and beside is not None and beside.kind in CASUALTY and noun.kind in ("people", "troops"):
        return beside.kind
    return noun.kind


def _estimated(scene: Scene, verb: int, draft: Draft) -> int | None:
    """``يقدرون قتلى الجيش الروسي ب 15 ألفا``: the victims themselves are the object of the estimate."""
    if not draft.cut and not scene.has(draft.first - 1, "by"):
        return None
    for w in range(verb + 1, min(verb + 5, draft.first)):
        noun = scene.tags[w].noun
        if noun is not None and noun.kind in CASUALTY and noun.number == "p" and scene.tags[w].noun_cut == 0:
            return w
    return None
