"""What makes a noun of persons a victim without a name: not negated, not hurt in sport, no title before a name."""

from __future__ import annotations

from arnews.claims.lexicon import NO_TAG, PLAIN_CLASSES, Event, Noun, claim_lexicon
from arnews.claims.scene import Scene
from arnews.grammar.units import QUOTES, STRONG
from arnews.text.fold import fold

_REACH = 8


def negated(scene: Scene, i: int) -> bool:
    """``لم ترصد أي حالات مصابة``, ``لا توجد حالات مشتبه في إصابتها``: nobody, by a negation before it in its clause."""
    first, _ = scene.sentence(i)
    for w in range(i - 1, max(first, i - _REACH) - 1, -1):
        if scene.stop(w) or w in scene.numeral_at:
            return False
        if scene.has(w, "negation"):
            # لم يقتل سوى جندي is one; لا يزال مصير جندي speaks of him.
            return not any(scene.tags[v].cues & {"but", "still"} for v in range(w + 1, i))
    return False


def unhurt(scene: Scene, i: int, kind: str) -> bool:
    """``أصيب اللاعب في أربطة الكاحل``: an injury of sport."""
    return kind == "injured" and scene.has(i, "sport")


def ill(scene: Scene, first: int) -> bool:
    """``إصابة رجل بجدري القرود`` is no wound: a disease follows."""
    last = min(len(scene.words), first + _REACH)
    for w in range(first, last):
        if scene.words[w].text in STRONG:
            return False
        cut = scene.words[w].key[1:]
        if scene.has(w, "disease") or (scene.words[w].key[0] in "بل" and "disease" in claim_lexicon().cues.get(cut, ())):
            return True
    return False


def collective(noun: Noun) -> bool:
    """Singular in form, many or none in sense: قوة, فريق, عائلة, حالة."""
    return "collective" in claim_lexicon().cues.get(fold(noun.lemma), ())


def loose(event: Event) -> bool:
    """Verbs with another everyday sense: قضى حكما served a sentence, ضبط, أوقف stopped, فقد lost."""
    return "loose" in claim_lexicon().cues.get(fold(event.lemma), ())


def named_end(scene: Scene, i: int) -> int | None:
    """End of the victim's text, or None where a name or a title follows: a named victim is no claim."""
    _, last = scene.sentence(i)
    end = i + 2 if _body_of(scene, i) and i + 1 < last else i + 1
    end = next((w for w in range(end, last) if scene.type_at(w) != "NORP"), max(end, last))
    if end >= last:
        return end
    if scene.type_at(end) == "PERSON" and not _joined_name(scene, end):
        return None
    if _titled(scene, i, end, last) or (scene.tags[i].definite and _goes_on(scene, end)):
        return None  # مقتل الرقيب أول سيف
    return None if end == i + 1 and not scene.tags[i].definite and _defines(scene, end) else end


def _defines(scene: Scene, w: int) -> bool:
    """``مدير الأمن``: the noun is definite by the word after it."""
    return scene.words[w].key.startswith("ال") and scene.type_at(w) != "LOC" and w not in scene.temporal_at


def _body_of(scene: Scene, i: int) -> bool:
    """``جثة رجل``: the body and whose it is."""
    noun, after = scene.tags[i].noun, scene.tags[i + 1] if i + 1 < len(scene.words) else NO_TAG
    bare = after.noun is not None and after.noun_cut == 0 and not after.definite
    return bare and noun is not None and "remains" in claim_lexicon().cues.get(fold(noun.lemma), ())


def _goes_on(scene: Scene, w: int) -> bool:
    """Whether the phrase goes on with a word that no table knows, as a name does."""
    known = scene.stop(w) or w in scene.temporal_at or scene.tags[w].cues - PLAIN_CLASSES or scene.tags[w].event
    return not (known or scene.words[w].key[0] in "بلوف")


def _joined_name(scene: Scene, w: int) -> bool:
    """``طبيب وممرضتان``: what looks like a name is joined to the noun by و and is not his."""
    entity, mention = scene.mention_at[w]
    and_ = scene.words[w].key[0] == "و"
    return and_ and (scene.entities[entity].mentions[mention].cut > 0 or w in scene.numeral_at)


def _titled(scene: Scene, i: int, end: int, last: int) -> bool:
    """``القيادي في تنظيم ... سيف الله بن حسين``, ``أمير تنظيم ... فلان``: a title before a name that comes after its own words."""
    noun = scene.tags[i].noun
    if not scene.tags[i].definite and not (noun is not None and noun.kind in ("people", "troops") and _annexed(scene, end)):
        return False
    for w in range(end, min(last, end + 9)):
        if scene.stop(w) and scene.words[w].text not in QUOTES:
            return False
        if scene.type_at(w) == "PERSON":
            return True
        if w in scene.temporal_at or w in scene.numeral_at or scene.tags[w].event is not None or "that" in scene.tags[w].cues:
            return False
    return False


def _annexed(scene: Scene, i: int) -> bool:
    """Whether the word before ``i`` is definite by what follows: ``أمير تنظيم``, ``مدير الأمن``."""
    return (
        i < len(scene.words)
        and (scene.type_at(i) == "ORG" or "titled" in scene.tags[i].cues or "body" in scene.tags[i].cues)
        and not scene.tags[i].cue_cut
    )
