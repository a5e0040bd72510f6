"""Claims without a number: one victim (``مقتل جندي``) and explicit none (``دون إصابات``, ``لم يسقط ضحايا``)."""

from __future__ import annotations

from arnews.claims.events import CASUALTY
from arnews.claims.kinds import HUMAN
from arnews.claims.lexicon import PLAIN_CLASSES, Event, Noun, claim_lexicon
from arnews.claims.scene import QUOTES, STRONG, Draft, Scene
from arnews.records import Quantity
from arnews.text.fold import fold

ONE = Quantity(best=1)
_NONE = Quantity(best=0)
_HARM = frozenset({"killed", "injured", "casualties", "missing"})


def implicit(scene: Scene, taken: frozenset[int]) -> list[Draft]:
    """Drafts for single victims and explicit nones, in order; ``taken`` are the words of numbers already read."""
    out: list[Draft] = []
    for i, tag in enumerate(scene.tags):
        if tag.noun is None and tag.event is None and scene.words[i].key not in _STARTERS:
            continue
        if i in scene.skipped or i in scene.temporal_at:
            continue
        found = None
        if scene.words[i].key in _ANY_OF:
            found = _one_of(scene, i)
        elif tag.noun is not None and i not in taken:
            found = _single(scene, i, tag.noun)
        if found is None and i not in taken:
            found = _none(scene, i)
        if found is not None:
            out.append(found)
    return out + _nationals(scene, taken)


def _nationals(scene: Scene, taken: frozenset[int]) -> list[Draft]:
    """Single victims named by a nationality that the noun table lacks."""
    at = (m.first for e in scene.entities if e.type == "NORP" for m in e.mentions if m.first and m.first not in taken)
    found = (_national(scene, i) for i in at if scene.tags[i].noun is None)
    return [d for d in found if d is not None]


_ANY_OF = frozenset({"احد", "احدي", "واحد", "باحد", "لاحد"})
_STARTERS = _ANY_OF | {"خسائر"}
_NEGATIONS = frozenset({"لم", "ولم", "فلم", "لا", "ولا"})
_WITHOUT = frozenset({"دون", "بدون", "بلا", "عدم", "ودون"})
_PASSING = frozenset({"وقوع", "سقوط", "تسجيل", "حدوث", "اي", "وجود", "من", "ان", "عن", "خسائر", "ورود"})


def _single(scene: Scene, i: int, noun: Noun) -> Draft | None:
    """A singular noun of persons that an event of harm governs, with no name to it."""
    tag = scene.tags[i]
    if noun.number != "s" or noun.kind not in HUMAN or i in scene.numeral_at or scene.type_at(i) in ("PERSON", "ORG", "LOC", "MISC"):
        return None
    other = noun.lemma == "آخر" and i > 0 and scene.tags[i - 1].event is not None and not tag.definite and _alone(scene, i + 1)
    if (collective(noun) and not other) or (
        scene.words[i].key[:1] == "و" and tag.noun_cut == 1 and i and scene.tags[i - 1].noun is not None
    ):
        return None
    if scene.type_at(i) == "NORP" and i and (_qualifies(scene, i - 1) or scene.type_at(i - 1) or scene.tags[i - 1].event is None):
        return None
    governed = _governed(scene, i, tag.definite)
    if governed is None:
        return None
    event_word, event = governed
    end = named_end(scene, i)
    if end is None:
        return None
    kind = event.kind
    if noun.kind in ("killed", "injured", "missing", "casualties") and (not kind or kind != "killed"):
        kind = noun.kind
    if kind not in CASUALTY:
        return None
    draft = Draft(i, end, tag.noun_cut, ONE, None, i)
    draft.kind, draft.implicit, draft.unit = kind, True, None if other else noun.lemma
    draft.rule = "one victim, no number"
    draft.event, draft.event_kind = event_word, event.kind
    draft.note("quantity", "one victim, no number", event_word, end)
    return draft


def _alone(scene: Scene, i: int) -> bool:
    """``وأصيب آخر في``, and not ``أصيب آخر مرة``: nothing that آخر could belong to."""
    return i >= len(scene.words) or scene.stop(i) or i in scene.temporal_at or not (_bare_noun(scene, i) or scene.words[i].key == "مره")


def _bare_noun(scene: Scene, i: int) -> bool:
    return scene.tags[i].noun is not None and scene.tags[i].noun_cut == 0 and not scene.tags[i].definite


def _qualifies(scene: Scene, i: int) -> bool:
    """Whether the noun at ``i`` takes the nationality after it as its adjective; ``وفاة تونسي`` does not."""
    event, noun = scene.tags[i].event, scene.tags[i].noun
    return noun is not None and not (
        event is not None and event.kind in CASUALTY and event.shape == "masdar" and not scene.tags[i].definite
    )


def _national(scene: Scene, i: int) -> Draft | None:
    """``وفاة تونسي``, ``إصابة مغربية``: one victim named by nationality alone."""
    event, key = scene.tags[i - 1].event, scene.words[i].key
    if event is None or event.kind not in CASUALTY or event.lemma in _LOOSE or event.shape not in ("past", "imperfect", "masdar", "either"):
        return None
    if scene.type_at(i) != "NORP" or key.startswith("ال") or not key.endswith(("ي", "يه")) or i - 1 in scene.mention_at:
        return None
    if i + 1 < len(scene.words) and (scene.type_at(i + 1) == "PERSON" or scene.words[i + 1].key.startswith("ال")):
        return None
    draft = Draft(i, i + 1, 0, ONE, None, i)
    draft.kind, draft.implicit, draft.unit, draft.rule = event.kind, True, scene.words[i].text, "one victim, no number"
    draft.event, draft.event_kind = i - 1, event.kind
    draft.note("quantity", "one victim, no number", i - 1, i + 1)
    return draft


def collective(noun: Noun) -> bool:
    """Singular in form, many or none in sense: قوة, فريق, عائلة, حالة."""
    return "collective" in claim_lexicon().cues.get(fold(noun.lemma), ())


# Verbs with another everyday sense: قضى حكما served a sentence, ضبط, أوقف stopped, فقد lost.
_LOOSE = frozenset({"قضى", "سجن", "حيد", "فقد", "فر", "لجأ"})


def _governed(scene: Scene, i: int, definite: bool) -> tuple[int, Event] | None:
    """``مقتل X``, ``أصيب X``, ``سقوط قتيل``, ``عثر على جثة``; or ``X لقي مصرعه``, ``جنديا جرح``."""
    first, last = scene.sentence(i)
    noun = scene.tags[i].noun
    for w in range(i - 1, max(first, i - 3) - 1, -1):
        event = scene.tags[w].event
        if w in scene.mention_at or (scene.stop(w)):
            break
        if event is not None and event.shape in ("past", "imperfect", "masdar", "either"):
            if event.lemma in _LOOSE:
                return None
            if event.kind in CASUALTY and event.number == "s" and not (scene.tags[w].noun is not None and scene.tags[w].definite):
                if event.preposition and w == i - 1:
                    return None
                return w, event
            if event.kind == "" and noun is not None and noun.kind not in ("killed", "injured"):
                return None
        found = noun is not None and noun.kind in ("killed", "injured") and not definite
        if found and ("result" in scene.tags[w].cues or scene.words[w].key in ("علي", "انتشال")):
            return w, Event("", "", "masdar", "object", "", "s")
        if w == i - 1 and not (event is not None or w in scene.temporal_at or "لقي" in scene.words[w].key):
            break
    if definite:
        return None
    near = i + 1
    while near < last and (scene.has(near, "again") or (near == i + 1 and scene.has(near, "service"))):
        near += 1
    for w in range(near, min(last, i + 6)):
        event = scene.tags[w].event
        if scene.words[w].text in STRONG or scene.stop(w) or w in scene.numeral_at or "that" in scene.tags[w].cues:
            return None
        if event is None:
            continue
        if event.lemma in _LOOSE or event.lemma == "فقد حياته":
            return None
        if event.shape == "masdar_own" and event.kind in CASUALTY and not scene.tags[w].event_cut:
            return w, event
        if (
            event.shape in ("past", "imperfect", "either")
            and event.kind in CASUALTY
            and event.number == "s"
            and not scene.tags[w].event_cut
            and w == near
        ):
            return (w, event) if not _object(scene, w + 1) else None
        return None
    return None


def _object(scene: Scene, w: int) -> bool:
    if w >= len(scene.words):
        return False
    noun = scene.tags[w].noun
    return w in scene.numeral_at or scene.type_at(w) == "PERSON" or (noun is not None and scene.tags[w].noun_cut == 0)


def named_end(scene: Scene, i: int) -> int | None:
    """End of the victim's text, or None where a name or a title follows: a named victim is no claim."""
    _, last = scene.sentence(i)
    end = i + 1
    if (
        end < last
        and scene.tags[end].noun is not None
        and scene.tags[end].noun_cut == 0
        and not scene.tags[end].definite
        and scene.tags[i].noun is not None
    ):
        noun = scene.tags[i].noun
        if noun is not None and noun.lemma in ("جثة", "جثمان"):
            end += 1
    while end < last and scene.type_at(end) == "NORP":
        end += 1
    if end < last and scene.type_at(end) == "PERSON":
        return None
    if _titled(scene, i, end, last):
        return None
    if (
        scene.tags[i].definite
        and end < last
        and not (
            scene.stop(end)
            or end in scene.temporal_at
            or scene.tags[end].cues - PLAIN_CLASSES
            or scene.tags[end].event
            or scene.words[end].key[0] in "بلوف"
        )
    ):
        return None  # مقتل الرقيب أول سيف
    annexed = end < last and end == i + 1 and scene.words[end].key.startswith("ال") and scene.type_at(end) != "LOC"
    if annexed and not scene.tags[i].definite and end not in scene.temporal_at:
        return None
    return end


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


def _one_of(scene: Scene, i: int) -> Draft | None:
    """``أحد الجرحى``: one of a definite group, where the group or an event names harm."""
    if i + 1 >= len(scene.words):
        return None
    tag = scene.tags[i + 1]
    noun = tag.noun
    if noun is None or noun.kind not in HUMAN or noun.number == "s":
        return None
    if not tag.definite and not (i + 2 < len(scene.words) and (scene.words[i + 2].text.startswith("ال") or scene.type_at(i + 2))):
        return None  # أحد عناصر الأمن is definite by what follows
    kind = noun.kind if noun.kind in CASUALTY else ""
    event_word = None
    first, _ = scene.sentence(i)
    for w in range(i - 1, max(first, i - 3) - 1, -1):
        event = scene.tags[w].event
        if event is not None and event.kind in CASUALTY and event.shape in ("past", "imperfect", "masdar", "either"):
            if event.lemma not in _LOOSE or w == i - 1:
                kind, event_word = event.kind, w
            break
    after = scene.tags[i + 2].event if i + 2 < len(scene.words) else None
    if (
        after is not None
        and after.kind in CASUALTY
        and after.shape in ("past", "imperfect", "either")
        and after.number == "s"
        and not scene.tags[i + 2].event_cut
    ):
        kind, event_word = after.kind, i + 2  # أحد الجرحى توفي
    if not kind:
        return None
    cut = 1 if scene.words[i].key[0] in "بل" else 0
    draft = Draft(i, i + 2, cut, ONE, None, i + 1)
    draft.kind, draft.implicit, draft.unit, draft.rule = kind, True, noun.lemma, "one of a group"
    draft.event, draft.event_kind = event_word, kind
    draft.note("quantity", "one of a group", i, i + 2)
    return draft


def _none(scene: Scene, i: int) -> Draft | None:
    """``دون إصابات``, ``لم يسقط ضحايا``, ``عدم وقوع خسائر بشرية``, ``لم يصب أحد``."""
    tag = scene.tags[i]
    noun = tag.noun
    key = scene.words[i].key
    harmed = tag.event is not None and tag.event.kind in ("injured", "killed")
    if not harmed and (noun is None or noun.kind not in _HARM) and key != "خسائر":
        return None
    first, last = scene.sentence(i)
    human_loss = key == "خسائر" and i + 1 < last and scene.words[i + 1].key.startswith("بشري")
    if (noun is None or noun.kind not in _HARM or tag.definite or (noun.number != "p" and noun.lemma != "إصابة")) and not human_loss:
        event = tag.event
        nobody = (
            event is not None
            and event.kind in ("injured", "killed")
            and i + 1 < last
            and scene.words[i + 1].key in ("احد", "اي")
            and i > first
            and scene.words[i - 1].key in _NEGATIONS
        )
        if not nobody:
            return None
        assert event is not None
        return _zero(i - 1, i + 2, event.kind, None)
    end = i + (2 if human_loss else 1)
    for w in range(i - 1, max(first, i - 7) - 1, -1):
        key = scene.words[w].key
        if scene.words[w].text in STRONG or scene.words[w].text in "،,:" or w in scene.numeral_at or scene.tags[w].cues & {"subset"}:
            return None
        if key in _WITHOUT and _passing(scene, w + 1, i):
            return _zero(w, end, _harm(noun, human_loss), noun)
        if key in _NEGATIONS and any(scene.words[v].key in _OPEN_ENDED for v in range(w, i)):
            return None
        if key in _NEGATIONS and w + 1 < i and _verb(scene, w + 1) and "انباء" not in [scene.words[v].key for v in range(w, i)]:
            return _zero(w, end, _harm(noun, human_loss), noun)
    return None


# لم يتضح ما إذا كانت هناك إصابات, لم تعرفها المدينة إلا في وفيات: no zero.
_OPEN_ENDED = frozenset({"اذا", "الا", "ما", "سوى", "سوي", "ان"})


def _passing(scene: Scene, first: int, last: int) -> bool:
    """``دون وقوع إصابات``, ``دون أن يسفر عن ضحايا``: nothing but these words between."""
    return all(scene.words[w].key in _PASSING or scene.words[w].key.startswith("اي") or _verb(scene, w) for w in range(first, last))


def _verb(scene: Scene, w: int) -> bool:
    key = scene.words[w].key
    return key[:1] in "يت" and len(key) > 2 and scene.tags[w].noun is None


def _harm(noun: Noun | None, human_loss: bool) -> str:
    return "casualties" if human_loss or noun is None else noun.kind


def _zero(first: int, last: int, kind: str, noun: Noun | None) -> Draft:
    draft = Draft(first, last, 0, _NONE, None, last - 1)
    draft.kind, draft.rule, draft.unit = kind, "explicit none", noun.lemma if noun is not None else None
    draft.note("quantity", "explicit none", first, last)
    return draft
