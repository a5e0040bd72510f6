"""Cases, infections and pairs: what one number of dead and wounded, of cases or of the infected counts."""

from __future__ import annotations

from arnews.claims.events import CASUALTY, Governor
from arnews.claims.lexicon import Noun, lemma_is, tag
from arnews.claims.scene import Draft, Scene
from arnews.grammar.units import STRONG


def both(scene: Scene, draft: Draft, noun: Noun | None) -> bool:
    """``17 قتيلا وجريحا``, ``60 بين قتيل وجريح``: one number for dead and wounded. Takes the second noun into the draft."""
    return _paired_nouns(scene, draft, noun) or _between(scene, draft)


def _paired_nouns(scene: Scene, draft: Draft, noun: Noun | None) -> bool:
    tags, i = scene.tags, draft.last
    if draft.noun is None or noun is None or noun.kind not in ("killed", "injured") or i >= len(tags) or tags[i].noun_cut != 1:
        return False
    other = tags[i].noun
    if other is None or scene.words[i].key[:1] != "و" or tags[i].definite != tags[draft.noun].definite:
        return False
    if {other.kind, noun.kind} != {"killed", "injured"} or other.number != noun.number:
        return False
    draft.unit = f"{noun.lemma} و{other.lemma}"
    draft.last = i + 1
    return True


def _between(scene: Scene, draft: Draft) -> bool:
    tags = scene.tags
    _, last = scene.sentence(draft.first)
    for j in range(draft.last, min(last, draft.last + 7)):
        if scene.words[j].text in STRONG or j in scene.numeral_at:
            return False
        if scene.has(j, "between") and not tags[j].cue_cut and j + 2 < last:
            a, b = tags[j + 1].noun, tags[j + 2].noun
            return a is not None and b is not None and {a.kind, b.kind} == {"killed", "injured"}
    return False


def bare(scene: Scene, i: int) -> bool:
    """An indefinite word with no proclitic."""
    return scene.tags[i].noun_cut == 0 and not scene.tags[i].definite


def case(scene: Scene, draft: Draft) -> str:
    """``خمس حالات وفاة``, ``20 حالة إصابة``: what befell the cases."""
    i = draft.last
    if i >= len(scene.words) or scene.stop(i):
        return ""
    noun, event = scene.tags[i].noun, scene.tags[i].event
    kind = noun.kind if noun is not None and bare(scene, i) else ""
    if kind not in CASUALTY and event is not None and lemma_is(event.lemma, "befalls") and not scene.tags[i].event_cut:
        kind = event.kind
    if kind not in CASUALTY:
        return ""
    return "people" if kind == "injured" and disease(scene, draft) else kind


def disease(scene: Scene, draft: Draft) -> bool:
    """Whether the sentence speaks of a disease."""
    first, last = scene.sentence(draft.first)
    return any(_names_disease(scene, w) for w in range(first, last))


def _names_disease(scene: Scene, w: int) -> bool:
    if scene.has(w, "disease"):
        return True
    key = scene.words[w].key
    return key[0] == "ب" and "disease" in tag(key[1:]).cues


def infection(scene: Scene, draft: Draft, governor: Governor) -> bool:
    """``إصابة 20 شخصا بفيروس كورونا`` is no wound."""
    return governor.kind == "injured" and lemma_is(governor.event.lemma, "infects") and disease(scene, draft)
