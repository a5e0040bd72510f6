"""Claims without a number: one victim (``مقتل جندي``) and explicit none (``دون إصابات``, ``لم يسقط ضحايا``)."""

from __future__ import annotations

from arnews.claims.events import CASUALTY
from arnews.claims.kinds import HUMAN
from arnews.claims.lexicon import Event, Noun, claim_lexicon
from arnews.claims.scene import Draft, Scene
from arnews.claims.victims import collective, ill, loose, named_end, negated, unhurt
from arnews.grammar.units import QUOTES
from arnews.records import Quantity
from arnews.text.fold import fold

ONE = Quantity(best=1)
NONE = Quantity(best=0)
_HARM = frozenset({"killed", "injured", "casualties", "missing"})


def implicit(scene: Scene, taken: frozenset[int]) -> list[Draft]:
    """Drafts for single victims and explicit nones, in order; ``taken`` are the words of numbers already read."""
    out: list[Draft] = []
    for i, tag in enumerate(scene.tags):
        if tag.noun is None and tag.event is None and "any_of" not in tag.cues and "losses" not in tag.cues:
            continue
        if i in scene.skipped or i in scene.temporal_at:
            continue
        found = None
        if scene.has(i, "any_of"):
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


def _single(scene: Scene, i: int, noun: Noun) -> Draft | None:
    """A singular noun of persons that an event of harm governs, with no name to it."""
    tag = scene.tags[i]
    other = scene.has(i, "other_one") and _follows_event(scene, i) and not tag.definite and _alone(scene, i + 1)
    if not _person(scene, i, noun, other=other):
        return None
    governed = _governed(scene, i, tag.definite)
    end = named_end(scene, i) if governed is not None else None
    if governed is None or end is None or negated(scene, i) or unhurt(scene, i, governed[1].kind):
        return None
    event_word, event = governed
    kind = _harm_to(noun, event)
    if kind not in CASUALTY:
        return None
    kind = "people" if kind == "injured" and ill(scene, end) else kind
    draft = Draft(i, end, tag.noun_cut, ONE, None, i)
    draft.kind, draft.implicit, draft.unit = kind, True, None if other else noun.lemma
    draft.rule = "one victim, no number"
    draft.event, draft.event_kind = event_word, event.kind
    draft.note("quantity", "one victim, no number", event_word, end)
    return draft


def _follows_event(scene: Scene, i: int) -> bool:
    return i > 0 and scene.tags[i - 1].event is not None


def _person(scene: Scene, i: int, noun: Noun, *, other: bool) -> bool:
    """Whether the word can be one person: no name, no body of many, not joined to another noun, no adjective of nationality."""
    tag = scene.tags[i]
    if noun.number != "s" or noun.kind not in HUMAN or i in scene.numeral_at or scene.type_at(i) in ("PERSON", "ORG", "LOC", "MISC"):
        return False
    if collective(noun) and not other:
        return False
    if scene.words[i].key[:1] == "و" and tag.noun_cut == 1 and i and scene.tags[i - 1].noun is not None:
        return False
    return scene.type_at(i) != "NORP" or i == 0 or not _adjective(scene, i)


def _adjective(scene: Scene, i: int) -> bool:
    return _qualifies(scene, i - 1) or scene.type_at(i - 1) != "" or scene.tags[i - 1].event is None


def _harm_to(noun: Noun, event: Event) -> str:
    """The kind of the event, or that of the noun where the event does not kill (``سقوط جريح``)."""
    return noun.kind if noun.kind in _HARM and event.kind != "killed" else event.kind


def _alone(scene: Scene, i: int) -> bool:
    """``وأصيب آخر في``, and not ``أصيب آخر مرة``: nothing that آخر could belong to."""
    return i >= len(scene.words) or scene.stop(i) or i in scene.temporal_at or not (_bare_noun(scene, i) or scene.has(i, "once"))


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
    if event is None or event.kind not in CASUALTY or loose(event) or event.shape not in ("past", "imperfect", "masdar", "either"):
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


Governed = tuple[int, Event]
_FINITE = ("past", "imperfect", "either")
_BEFORE = (*_FINITE, "masdar")


def _governed(scene: Scene, i: int, definite: bool) -> Governed | None:
    """``مقتل X``, ``أصيب X``, ``سقوط قتيل``, ``عثر على جثة``; or ``X لقي مصرعه``, ``جنديا جرح``."""
    found, decided = _event_before(scene, i, definite)
    if found is not None or decided or definite:
        return found
    return _event_after(scene, i)


def _event_before(scene: Scene, i: int, definite: bool) -> tuple[Governed | None, bool]:
    """The event in the three words before the noun, and whether they decide that there is none."""
    first, _ = scene.sentence(i)
    noun = scene.tags[i].noun
    hurt = noun is not None and noun.kind in ("killed", "injured")
    for w in range(i - 1, max(first, i - 3) - 1, -1):
        if w in scene.mention_at or scene.stop(w):
            break
        event = scene.tags[w].event
        if event is not None and event.shape in _BEFORE:
            found, decided = _decides(scene, i, w, event, hurt=hurt)
            if decided:
                return found, True
        if hurt and not definite and scene.tags[w].cues & {"result", "found_on"}:
            return (w, Event("", "", "masdar", "object", "", "s")), True
        if w == i - 1 and not _lets_on(scene, w):
            break
    return None, False


def _decides(scene: Scene, i: int, w: int, event: Event, *, hurt: bool) -> tuple[Governed | None, bool]:
    """What an event before the noun makes of it, and whether that is the end of the search."""
    if loose(event):
        return None, True
    if _harms(scene, w, event):
        none = bool(event.preposition) and w == i - 1
        return (None if none else (w, event)), True
    return None, event.kind == "" and not hurt


def _harms(scene: Scene, w: int, event: Event) -> bool:
    return event.kind in CASUALTY and event.number == "s" and not (scene.tags[w].noun is not None and scene.tags[w].definite)


def _lets_on(scene: Scene, w: int) -> bool:
    """Whether the event may stand before the word right before the noun: ``قتل أمس جندي``, ``لقي مصرعه شاب``."""
    return scene.tags[w].event is not None or w in scene.temporal_at or scene.has(w, "meets")


def _event_after(scene: Scene, i: int) -> Governed | None:
    _, last = scene.sentence(i)
    near = i + 1
    while near < last and (scene.has(near, "again") or (near == i + 1 and scene.has(near, "service"))):
        near += 1
    for w in range(near, min(last, i + 6)):
        event = scene.tags[w].event
        if scene.stop(w) or w in scene.numeral_at or "that" in scene.tags[w].cues:
            return None
        if event is not None:
            return (w, event) if _befell(scene, i, w, event, near=w == near) else None
    return None


def _befell(scene: Scene, i: int, w: int, event: Event, *, near: bool) -> bool:
    """Whether the event ``w`` after the noun is what happened to it."""
    if loose(event) or "loose_after" in claim_lexicon().cues.get(fold(event.lemma), ()):
        return False
    if event.kind not in CASUALTY or scene.tags[w].event_cut:
        return False
    if event.shape == "masdar_own":
        return _own(scene, i, w)
    return event.shape in _FINITE and event.number == "s" and near and not _object(scene, w + 1)


def _own(scene: Scene, i: int, w: int) -> bool:
    """Whether the pronoun of ``إصابتها`` can be that of the noun at ``i``: no man is meant in ``رئيس الهيئة إصابتها``."""
    return scene.words[w].key.endswith("ها") == scene.words[i].key.endswith("ه") or not scene.words[w].key.endswith(("ه", "ها"))


def _object(scene: Scene, w: int) -> bool:
    if w >= len(scene.words):
        return False
    noun = scene.tags[w].noun
    return w in scene.numeral_at or scene.type_at(w) == "PERSON" or (noun is not None and scene.tags[w].noun_cut == 0)


def _one_of(scene: Scene, i: int) -> Draft | None:
    """``أحد الجرحى``: one of a definite group, where the group or an event names harm."""
    noun = scene.tags[i + 1].noun if i + 1 < len(scene.words) else None
    if noun is None or noun.kind not in HUMAN or noun.number == "s" or not _definite_group(scene, i + 1):
        return None
    event_word = _fate(scene, i)
    event = scene.tags[event_word].event if event_word is not None else None
    kind = event.kind if event is not None else noun.kind if noun.kind in CASUALTY else ""
    if not kind:
        return None
    cut = 1 if scene.words[i].key[0] in "بل" else 0
    draft = Draft(i, i + 2, cut, ONE, None, i + 1)
    draft.kind, draft.implicit, draft.unit, draft.rule = kind, True, noun.lemma, "one of a group"
    draft.event, draft.event_kind = event_word, kind
    draft.note("quantity", "one of a group", i, i + 2)
    return draft


def _definite_group(scene: Scene, w: int) -> bool:
    """``أحد الجرحى``; ``أحد عناصر الأمن`` is definite by what follows."""
    after = w + 1
    return scene.tags[w].definite or (after < len(scene.words) and (scene.words[after].text.startswith("ال") or scene.type_at(after) != ""))


def _fate(scene: Scene, i: int) -> int | None:
    """The event of harm around ``أحد الجرحى``: after it (``أحد الجرحى توفي``), else before."""
    after = scene.tags[i + 2].event if i + 2 < len(scene.words) else None
    if after is not None and after.kind in CASUALTY and after.shape in _FINITE and after.number == "s" and not scene.tags[i + 2].event_cut:
        return i + 2
    first, _ = scene.sentence(i)
    for w in range(i - 1, max(first, i - 3) - 1, -1):
        event = scene.tags[w].event
        if event is not None and event.kind in CASUALTY and event.shape in _BEFORE and (not loose(event) or w == i - 1):
            return w
    return None


def _none(scene: Scene, i: int) -> Draft | None:
    """``دون إصابات``, ``لم يسقط ضحايا``, ``عدم وقوع خسائر بشرية``, ``لم يصب أحد``."""
    tag = scene.tags[i]
    noun = tag.noun
    first, last = scene.sentence(i)
    human_loss = scene.has(i, "losses") and i + 1 < last and scene.has(i + 1, "of_men")
    if noun is None or noun.kind not in _HARM or tag.definite or (noun.number != "p" and not scene.has(i, "injury")):
        return _nobody(scene, i, first, last) if not human_loss else _without(scene, i, i + 2, first, noun, True)
    return _without(scene, i, i + 1, first, noun, False)


def _nobody(scene: Scene, i: int, first: int, last: int) -> Draft | None:
    """``لم يصب أحد``: nobody by a negated verb."""
    event = scene.tags[i].event
    if event is None or event.kind not in CASUALTY or i + 1 >= last or i <= first or loose(event):
        return None
    return _zero(scene, i - 1, i + 2, event.kind, None) if scene.has(i + 1, "anybody") and scene.has(i - 1, "negation") else None


def _without(scene: Scene, i: int, end: int, first: int, noun: Noun | None, human_loss: bool) -> Draft | None:
    """The victims of whom a word before them says that there are none."""
    for w in range(i - 1, max(first, i - 7) - 1, -1):
        cues = scene.tags[w].cues
        if (scene.stop(w) and scene.words[w].text not in QUOTES) or w in scene.numeral_at or "subset" in cues:
            return None
        if "without" in cues and _passing(scene, w + 1, i):
            return _zero(scene, w, end, _harm(noun, human_loss), noun)
        if "negation" in cues:
            return _zero(scene, w, end, _harm(noun, human_loss), noun) if _none_happened(scene, w, i) else None
    return None


def _none_happened(scene: Scene, w: int, i: int) -> bool:
    """Whether the negation ``w`` says that there are no victims ``i``, and not something else about them.

    No zero: ``لم يتضح ما إذا كانت هناك إصابات``, ``لم تعرفها إلا في وفيات``, ``لم ترد أنباء عن``, ``حتى لا تتسبب في سقوط قتلى``,
    ``لا يعرف سبب إصابة``.
    """
    if w + 1 >= i or not _verb(scene, w + 1) or scene.has(w + 1, "about") or (w and scene.has(w - 1, "purpose")):
        return False
    if scene.words[i].key[0] == "ب" and scene.tags[i].noun_cut == 1:
        return False
    if any(scene.tags[v].cues & {"but", "reports", "open_ended"} for v in range(w, i)):
        return False
    return scene.has(i - 1, "passing") or scene.has(i - 1, "result") or not scene.has(i, "injury")


def _passing(scene: Scene, first: int, last: int) -> bool:
    """``دون وقوع إصابات``, ``دون أن يسفر عن ضحايا``: nothing but these words between."""
    return all(scene.has(w, "passing") or _verb(scene, w) for w in range(first, last))


def _verb(scene: Scene, w: int) -> bool:
    key = scene.words[w].key
    return key[:1] in "يت" and len(key) > 2 and scene.tags[w].noun is None


def _harm(noun: Noun | None, human_loss: bool) -> str:
    return "casualties" if human_loss or noun is None else noun.kind


def _zero(scene: Scene, first: int, last: int, kind: str, noun: Noun | None) -> Draft:
    draft = Draft(first, last, 0, NONE, None, last - 1)
    draft.kind, draft.rule, draft.unit = kind, "explicit none", noun.lemma if noun is not None else None
    draft.note("quantity", "explicit none", first, last)
    return draft
