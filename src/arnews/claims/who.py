"""Who was counted or who acted: the victims of casualties, the side that has or sends troops, the doer of acts."""

from __future__ import annotations

from arnews.claims.candidates import noun_phrase, persons
from arnews.claims.events import CASUALTY
from arnews.claims.kinds import HUMAN, noun_of
from arnews.claims.lexicon import among
from arnews.claims.scene import Draft, Phrase, Scene
from arnews.claims.speakers import phrase
from arnews.grammar.units import QUOTES, STRONG
from arnews.text.words import has_article

_ACTS = frozenset({"attacks", "count", "materiel"})


def who(scene: Scene, draft: Draft) -> None:
    """Set the group of a draft, or leave it null where the words are only شخص, قتيل, مصاب."""
    found: Phrase | None = None
    rule = ""
    if draft.kind in CASUALTY:
        found, rule = _victims(scene, draft)
    elif draft.kind == "troops":
        found, rule = _side(scene, draft)
    elif draft.kind == "people":
        found, rule = _counted(scene, draft)
        if found is None:
            found, rule = _total_group(scene, draft), "whose number it is"
    elif draft.kind == "age":
        found, rule = _aged(scene, draft)
    elif draft.kind == "multiplier":
        found, rule = _measured(scene, draft)
    elif draft.kind in _ACTS:
        found, rule = _doer(scene, draft)
    if found is not None:
        draft.who = found
        draft.note("who", rule, found.first, found.last)


def _counted(scene: Scene, draft: Draft) -> tuple[Phrase | None, str]:
    """The counted noun with its modifiers, or the group after من."""
    noun = noun_of(scene, draft)
    if draft.noun is not None and noun is not None and among(noun.lemma, "remains"):
        i = draft.noun + 1
        other = scene.tags[i].noun if i < len(scene.words) else None
        if other is not None and other.kind in ("people", "troops") and not other.generic and scene.tags[i].noun_cut == 0:
            return phrase(scene, i, modifiers(scene, i)), "whose body"
    if draft.noun is not None and noun is not None and not noun.generic:
        end = modifiers(scene, draft.noun)
        return phrase(scene, draft.noun, end, scene.tags[draft.noun].noun_cut), "counted noun"
    if draft.noun is not None and noun is not None and among(noun.lemma, "member") and draft.noun + 1 < len(scene.words):
        # أفراد الإطفاء, أفراد الشرطة: the construct names them.
        i = draft.noun + 1
        if has_article(scene.words[i].key) or scene.type_at(i) in ("ORG", "NORP"):
            return phrase(scene, draft.noun, modifiers(scene, draft.noun)), "counted noun"
    if draft.group is not None:
        return phrase(scene, *_trim(scene, *draft.group)), "group after of"
    if draft.noun is not None and noun is None and draft.kind in HUMAN and draft.numeral is not None and not draft.numeral.unit:
        return phrase(scene, draft.noun, modifiers(scene, draft.noun)), "counted noun"
    if draft.last < len(scene.words):
        # أشخاص ليبيين, قتيلا مدنيا: a nationality or a noun of persons in apposition.
        i = draft.last
        other = scene.tags[i].noun
        if scene.type_at(i) == "NORP" or (
            other is not None
            and other.kind in ("people", "troops")
            and not other.generic
            and scene.tags[i].noun_cut == 0
            and i not in scene.numeral_at
        ):
            first = draft.noun if draft.noun is not None else i
            return phrase(scene, first, modifiers(scene, i)), "modifier of the counted noun"
    return None, ""


def _trim(scene: Scene, first: int, last: int) -> tuple[int, int]:
    while last > first + 1 and scene.stop(last - 1):
        last -= 1
    return first, last


def modifiers(scene: Scene, noun: int) -> int:
    """The end of the counted noun's phrase: adjectives, nationalities, and من with a group (``مجندا من قوات الأمن``)."""
    _, last = scene.sentence(noun)
    i = noun_phrase(scene, noun, 6)[1]
    if i + 2 < last and scene.isa(i, "of") and scene.words[i + 1].text in QUOTES:
        closing = next((w for w in range(i + 2, min(last, i + 7)) if scene.words[w].text in QUOTES), None)
        return i if closing is None else closing + 1  # عناصر من «الفرقة 30»
    group = i + 1 < last and scene.isa(i, "of") and "no_group" not in scene.tags[i + 1].cues and persons(scene, i + 1)
    if group:
        i = noun_phrase(scene, i + 1, 6)[1]
    return min(i, last)


def _victims(scene: Scene, draft: Draft) -> tuple[Phrase | None, str]:
    found, rule = _counted(scene, draft)
    if found is not None:
        return found, rule
    topic = _total_group(scene, draft)
    if topic is not None:
        return topic, "whose number it is"
    event = scene.tags[draft.event].event if draft.event is not None else None
    if event is not None and among(event.lemma, "loss"):
        return _subject(scene, draft.event or 0, draft), "who bore the loss"
    loss = _loss(scene, draft)
    if loss is not None:
        return _subject(scene, loss, draft), "who bore the loss"
    if draft.last < len(scene.words) and "subset" in scene.tags[draft.last].cues and draft.last + 1 not in scene.numeral_at:
        return _antecedent(scene, draft), "of them points back"
    return None, ""


def _loss(scene: Scene, draft: Draft) -> int | None:
    """``تكبدت خسائر بشرية تقدر بنحو 4 آلاف``: a verb of loss earlier in the clause."""
    first, _ = scene.sentence(draft.first)
    for w in range(draft.first - 1, max(first, draft.first - 9) - 1, -1):
        if scene.words[w].text in STRONG or scene.words[w].text in "،,":
            return None
        event = scene.tags[w].event
        if event is not None and among(event.lemma, "loss") and event.shape != "masdar":
            return w
    return None


def _total_group(scene: Scene, draft: Draft) -> Phrase | None:
    """``عدد القتلى المدنيين ارتفع إلى``: a noun of persons after the noun of the total."""
    first, _ = scene.sentence(draft.first)
    for w in range(draft.first - 1, max(first, draft.first - 16) - 1, -1):
        if scene.words[w].text in STRONG or (w in scene.numeral_at and w not in scene.temporal_at):
            return None
        if "stat" in scene.tags[w].cues:
            for v in range(w + 1, min(draft.first, w + 6)):
                noun = scene.tags[v].noun
                if noun is not None and noun.kind in ("people", "troops") and not noun.generic and noun.number == "p":
                    end = v + 1
                    while end < draft.first and scene.type_at(end) == "NORP":
                        end += 1
                    return phrase(scene, v, end)
                if scene.type_at(v) == "NORP":
                    return phrase(scene, v, scene.mention_end[v])
                if scene.tags[v].cues & {"reach", "location", "clause"}:
                    return None
            return None
    return None


def _antecedent(scene: Scene, draft: Draft) -> Phrase | None:
    """The persons that منهم points back to: the nearest plural noun of persons before the number."""
    first, _ = scene.sentence(draft.first)
    for w in range(draft.first - 1, first - 1, -1):
        noun = scene.tags[w].noun
        if noun is not None and noun.kind in ("people", "troops") and noun.number == "p" and not noun.generic and w not in scene.numeral_at:
            return phrase(scene, w, modifiers(scene, w))
    return None


def _side(scene: Scene, draft: Draft) -> tuple[Phrase | None, str]:
    """``جنود أتراك``, ``كتائب لحماس``, ``جندي من القوات الخاصة``; else who sent them."""
    if draft.noun is not None:
        end = modifiers(scene, draft.noun)
        _, last = scene.sentence(draft.noun)
        if end < last and scene.type_at(end) in ("ORG", "LOC") and scene.words[end].key[:1] == "ل":
            end = scene.mention_end[end]
        if any(scene.type_at(w) in ("NORP", "ORG", "LOC") for w in range(draft.noun, end)):
            return phrase(scene, draft.noun, end), "nationality or side of the troops"
    if draft.group is not None:
        return phrase(scene, *draft.group), "group after of"
    if draft.event is not None:
        event = scene.tags[draft.event].event
        if event is not None and not event.kind:
            found = _subject(scene, draft.event, draft)
            if found is not None:
                return found, "subject of the act"
    return None, ""


def _doer(scene: Scene, draft: Draft) -> tuple[Phrase | None, str]:
    """``خرقا ارتكبتها جماعة الحوثي``, ``شن التحالف 5 غارات``, ``اتهم الحوثيون التحالف بارتكاب``."""
    _, last = scene.sentence(draft.first)
    for w in range(draft.last, min(last, draft.last + 5)):
        event = scene.tags[w].event
        if scene.stop(w):
            break
        if event is not None and event.shape == "relative":
            found = _named(scene, w + 1, min(last, w + 7))
            if found is not None:
                return found, "subject of the relative verb"
    if draft.event is not None:
        event = scene.tags[draft.event].event
        if event is not None and not event.kind:
            accused = _accused(scene, draft.event)
            if accused is not None:
                return accused, "the accused"
            if draft.kind == "count" and among(event.lemma, "holding"):
                return None, ""  # وكانت مكتبة الموصل تضم مليون مصدر: no act
            found = _subject(scene, draft.event, draft)
            if found is not None:
                return found, "subject of the act"
    return None, ""


def _named(scene: Scene, first: int, last: int) -> Phrase | None:
    """A noun phrase at ``first`` that names somebody."""
    if first >= last or scene.stop(first) or first in scene.temporal_at:
        return None
    a, b = noun_phrase(scene, first, last - first)
    if a in scene.mention_end and scene.type_at(a) != "NORP":
        b = _names(scene, a, b)  # سلمت واشنطن الجيش العراقي: the giver, then the receiver
    if any(
        scene.type_at(w) in ("ORG", "LOC", "PERSON", "NORP") or "speaker" in scene.tags[w].cues or _force(scene, w) for w in range(a, b)
    ):
        return phrase(scene, a, b)
    return None


def _names(scene: Scene, first: int, last: int) -> int:
    """The end of the name at ``first`` and of names joined to it by و."""
    end = scene.mention_end[first]
    while end < last and end in scene.mention_end and scene.words[end].key[0] == "و":
        end = scene.mention_end[end]
    return end


def _force(scene: Scene, w: int) -> bool:
    noun = scene.tags[w].noun
    return noun is not None and noun.kind in ("troops", "people") and noun.number == "p" and w not in scene.numeral_at


def _accused(scene: Scene, event: int) -> Phrase | None:
    """``اتهم الحوثيون التحالف والقوات الحكومية بارتكاب 5365 خرقا``: the object of اتهم."""
    if "ب" not in scene.tags[event].event_by:
        return None
    first, _ = scene.sentence(event)
    for w in range(event - 1, max(first, event - 14) - 1, -1):
        if scene.isa(w, "accuse", joined=True):
            names = [v for v in range(w + 1, event) if scene.type_at(v) in ("ORG", "LOC", "PERSON") and scene.mention_start[v] == v]
            if len(names) >= 2:
                after = scene.mention_end[names[0]]
                return phrase(scene, after if has_article(scene.words[after].key) else names[1], event)
            return None
    return None


def _subject(scene: Scene, event: int, draft: Draft) -> Phrase | None:
    """The subject of the verb at ``event``: between it and the number, or what the clause is about."""
    if event < draft.first:
        found = _named(scene, event + 1, draft.first)
        if found is not None:
            return found
    first, _ = scene.sentence(event)
    for w in range(event - 1, first - 1, -1):
        # بعد أن كانت قد أرسلت keeps the subject of the clause before it.
        if (("that" in scene.tags[w].cues or scene.isa(w, "that_joined")) and not scene.isa(w - 1, "after_before")) or scene.words[
            w
        ].text == ":":
            found = _topic(scene, w + 1, event)
            if found is not None:
                return found
    return _topic(scene, first, event)


def _topic(scene: Scene, start: int, event: int) -> Phrase | None:
    """The first name after ``start`` that no preposition governs: what the clause is about."""
    w = start
    while w < event:
        kind = scene.type_at(w)
        if kind in ("ORG", "LOC", "PERSON"):
            at = scene.mention_at[w]
            mention = scene.entities[at[0]].mentions[at[1]]
            prepositional = (mention.cut and scene.words[w].key[mention.cut - 1] in "بلك") or (w > start and _preposed(scene, w - 1))
            if not prepositional:
                return phrase(scene, w, scene.mention_end[w])
            w = scene.mention_end[w]
            continue
        if kind == "NORP" and w > start and (_force(scene, w - 1) or scene.tags[w - 1].cues & {"body", "speaker"}):
            return phrase(scene, w - 1, scene.mention_end[w])
        w += 1
    return None


def _preposed(scene: Scene, w: int) -> bool:
    return bool(scene.tags[w].cues & {"location", "onto", "preposition"})


def _aged(scene: Scene, draft: Draft) -> tuple[Phrase | None, str]:
    """``المسلح (58 عاما)``: the person right before the bracket, or the nearest person before in the clause."""
    first, _ = scene.sentence(draft.first)
    for w in range(draft.first - 1, max(first, draft.first - 9) - 1, -1):
        if scene.type_at(w) == "PERSON":
            return phrase(scene, scene.mention_start[w], scene.mention_end[w]), "person before the age"
        noun = scene.tags[w].noun
        if noun is not None and noun.kind in HUMAN and not noun.generic:
            return phrase(scene, w, w + 1), "person before the age"
    return None, ""


def _measured(scene: Scene, draft: Draft) -> tuple[Phrase | None, str]:
    """``سيزيد عدد القوات الكورية إلى ثلاثة أضعاف``: what the total is of."""
    first, _ = scene.sentence(draft.first)
    for w in range(draft.first - 1, max(first, draft.first - 16) - 1, -1):
        if scene.words[w].text in STRONG:
            break
        if "stat" in scene.tags[w].cues and w + 1 < draft.first:
            a, b = noun_phrase(scene, w + 1, min(8, draft.first - w - 1))
            if any(scene.tags[v].noun or scene.type_at(v) for v in range(a, b)):
                return phrase(scene, a, b), "whose number it is"
    return None, ""
