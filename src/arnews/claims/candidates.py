"""Which numerals count something in the world: each becomes a draft with its text and its counted noun."""

from __future__ import annotations

from dataclasses import replace

from arnews.claims.lexicon import claim_lexicon
from arnews.claims.scene import COMMAS, Draft, Scene
from arnews.numbers.model import Numeral

_BAD_FORMS = frozenset({"ordinal"})


def candidates(scene: Scene) -> list[Draft]:
    """Drafts for the numerals that are no date, ordinal, name or score, in order."""
    out: list[Draft] = []
    for n in scene.numerals:
        if out and out[-1].noun == out[-1].first and n.first == out[-1].last and n.noun == (n.first, n.last) and not n.cut:
            # جثتي رجلين: the second dual only agrees with the first.
            out[-1].last = n.last
            continue
        if n.form == "fraction" and n.unit is None and (n.quantity.best or n.quantity.high or n.quantity.low or 0) < 1:
            continue
        if _pointing(scene, n):
            continue
        if n.form in _BAD_FORMS or _masked(scene, n) or _in_name(scene, n) or _score(scene, n):
            continue
        out.append(_draft(scene, n))
    return out


def _pointing(scene: Scene, n: Numeral) -> bool:
    """``الصحافيون الثلاثة`` points back; ``ضعف`` alone is weakness; ``الفريق الواحد`` counts nothing."""
    key = scene.words[n.core[0]].key[n.cut if n.first == n.core[0] else 0 :]
    after = scene.words[n.last].key if n.last < len(scene.words) else ""
    if key == "ضعف" and n.core[1] - n.core[0] == 1 and not after.startswith(("ال", "ما")):
        return True
    before = scene.words[n.first - 1].key if n.first else ""
    if n.noun is not None and scene.tags[n.noun[0]].noun is not None and scene.tags[n.noun[0]].noun.lemma == "هدف" and _match(scene, n):  # type: ignore[union-attr]
        return True
    if before in ("لكل", "كل", "ولكل") and n.form == "cardinal":
        return True  # 30 حالة لكل 100000 مواطن: the base of a rate
    if key == "سندان":
        return True  # بين المطرقة والسندان: an anvil, not two props
    if key == "واحدا" and before.lstrip("و") in ("صفا", "يدا", "جسدا"):
        return True  # وقوف الأمة صفا واحدا
    if key in ("واحد", "واحده", "الواحد", "الواحده"):
        first = max(0, n.first - 4)
        return key.startswith("ال") or not any(scene.tags[w].event is not None and scene.tags[w].event.kind for w in range(first, n.first))  # type: ignore[union-attr]
    if key in _THOUSANDS:
        return False
    return key.startswith("ال") and scene.words[n.core[0]].kind == "arabic" and not n.quantity.vague and n.noun != n.core and len(key) > 3


# ألفا جندي, نحو ألفي مهاجر: folded, the first letters of "thousand" look like the article.
_THOUSANDS = frozenset({"الفا", "الفي", "الفان", "الفين", "الاف"})


_MOST_GOALS = 12


def _match(scene: Scene, n: Numeral) -> bool:
    """``يفوز بثلاثة أهداف مقابل هدف`` is a score; ``أحرز 72 هدفا خلال 187 مباراة`` is a count."""
    if (n.quantity.best or 0) > _MOST_GOALS:
        return False
    return any("match" in scene.tags[w].cues for w in range(max(0, n.first - 10), min(len(scene.words), n.last + 4)))


def _masked(scene: Scene, n: Numeral) -> bool:
    """Part of a date, a clock time or a duration, or in a line that is no prose."""
    if n.noun == n.core and "clause" in scene.tags[n.core[0]].cues:
        return True  # التي is no dual
    return any(w in scene.temporal_at or w in scene.skipped for w in range(n.core[0], n.core[1]))


def _in_name(scene: Scene, n: Numeral) -> bool:
    """``القناة 13``, ``المادة 140``, ``مجموعة 5+1``: the number names its noun. Also inside the name of an entity."""
    first = n.core[0]
    if n.unit is not None or n.form != "cardinal":
        return False
    at = scene.mention_at.get(first)
    if at is not None and scene.entities[at[0]].type != "NORP" and scene.mention_at.get(n.core[1] - 1) == at:
        mention = scene.entities[at[0]].mentions[at[1]]
        # مدنيين in a list can be mistaken for a name; a name that starts with the number and ends with it is none.
        if mention.first < first or mention.last > n.core[1]:
            return True
    digits = scene.words[first].kind == "number"
    if not digits:
        return False
    text = scene.words[first].text
    if len(text) > 1 and text[0] == "0" and "." not in text and n.noun is None:
        return True  # تونس 01, a telephone number
    before, after = first - 1, n.core[1]
    if before >= 0 and n.noun is None and scene.has(before, "name_before") and not _totalled(scene, before):
        return True
    if before >= 0 and scene.words[before].text in ("+", "/", "#", "№") and scene.words[before].end == scene.words[first].start:
        return True
    return after < len(scene.words) and scene.words[after].text == "+" and scene.words[after].start == scene.words[after - 1].end


def _totalled(scene: Scene, head: int) -> bool:
    """``يبلغ عدد أفراد الكتيبة 800`` is no battalion of that number: a verb of amount and a noun of total stand before it."""
    near = range(max(0, head - 5), head)
    return any(scene.has(w, "reach") for w in near) and any(scene.has(w, "stat") for w in near)


def _score(scene: Scene, n: Numeral) -> bool:
    """``3-1`` and ``(2-0)``, and numbered list heads ``1-``, ``2)``."""
    first, last = n.core
    words = scene.words
    if words[first].kind != "number" or n.noun is not None or n.unit is not None or n.form != "cardinal":
        return False
    after = words[last] if last < len(words) else None
    before = words[first - 1] if first else None
    small = (n.quantity.best or 0) < 100
    if after is not None and after.text in "-–:" and last + 1 < len(words) and words[last + 1].kind == "number" and small:
        return True
    if before is not None and before.text in "-–:" and first > 1 and words[first - 2].kind == "number" and small:
        return True
    head = before is None or before.line != words[first].line
    return head and after is not None and after.text in ("-", "–", ")", ".", "/", "ـ") and small


def _draft(scene: Scene, n: Numeral) -> Draft:
    words, tags = scene.words, scene.tags
    draft = Draft(n.first, n.last, n.cut, n.quantity, n)
    end = len(words)
    if n.noun is not None and n.noun != n.core and scene.doc.sentence_of(n.noun[0]) != scene.doc.sentence_of(n.core[0]):
        n = replace(n, noun=None)  # a headline ends with the number
    if n.noun is not None and n.noun != n.core and words[n.noun[0]].key in claim_lexicon().attribution_firsts:
        n = replace(n, noun=None)  # بلغ عدد المصابين 70 حسبما ذكر
    if n.noun is not None and scene.has(n.noun[0], "again") and n.noun != n.core:
        draft.additional = draft.additional or scene.has(n.noun[0], "added")
        draft.last = max(n.last, n.noun[1])
    elif n.noun is not None and n.noun != n.core and _plural_verb(scene, n.noun[0]):
        pass  # قتلوا و12 أصيبوا
    elif n.noun is not None:
        draft.noun = n.noun[0]
        draft.last = max(n.last, n.noun[1])
    elif n.form == "cardinal" and n.unit is None:
        i = n.last
        if i + 1 < end and words[i].text == ")" and n.first and words[n.first - 1].text == "(":
            i += 1  # (28) أسرة
        if i < end and not scene.stop(i) and scene.doc.sentence_of(i) == scene.doc.sentence_of(n.core[0]):
            if words[i].key == "من" and i + 1 < end:
                draft.group = _group(scene, i + 1)
                _twice_two(scene, draft, n)  # دبلوماسيين اثنين من السفارة
            elif words[i].key == "اخري":
                pass
            elif tags[i].noun is not None and tags[i].noun_cut == 0 and not tags[i].definite and i not in scene.temporal_at:
                draft.noun, draft.last = i, i + 1
            elif n.quantity.vague and tags[i].noun is not None and tags[i].definite and tags[i].noun_cut == 0:
                draft.noun, draft.last = i, i + 1  # مئات المتطرفين
            elif (scene.type_at(i) == "NORP" and not words[i].key.startswith("ال")) or _specified(scene, n, i):
                draft.noun, draft.last = i, i + 1
            else:
                _twice_two(scene, draft, n)
        elif draft.noun is None:
            _twice_two(scene, draft, n)
    body = tags[draft.noun].noun if draft.noun is not None else None
    if body is not None and body.lemma == "جثة" and body.number == "d" and draft.last < end:
        whose = tags[draft.last].noun
        if whose is not None and whose.kind in _PERSONS and tags[draft.last].noun_cut == 0:
            draft.last += 1  # جثتي رجلين
    if draft.last < end and words[draft.last].key in SERVICES and construct_dual(scene, draft):
        draft.last += 1  # رجلي شرطة
    if draft.noun is not None and draft.last < end:
        # قتيلا من المدنيين, شخصا من عائلة واحدة: who they were.
        i = draft.last
        if words[i].key == "من" and i + 1 < end:
            draft.group = _group(scene, i + 1)
    while draft.last < end and scene.has(draft.last, "again") and tags[draft.last].cue_cut == 0:
        draft.additional = draft.additional or scene.has(draft.last, "added")
        draft.last += 1
    return draft


# ضابط شرطة, رجل أمن: the service that somebody is of.
SERVICES = frozenset({"شرطه", "امن", "جيش", "مرور", "اطفاء", "اسعاف", "حراسه"})


def construct_dual(scene: Scene, draft: Draft) -> bool:
    """``رجلي شرطة``, ``ضابطا أمن``: a dual that has lost its ن before the noun that it belongs to."""
    n = draft.numeral
    return (
        n is not None and n.noun == n.core and n.quantity.best == 2 and draft.noun is not None and scene.words[draft.noun].key[-1] in "اي"
    )


def _specified(scene: Scene, n: Numeral, i: int) -> bool:
    """A noun that no table has, by the form that its number asks for: ``50 زربية``, ``19 طوافة``, ``35 مصحفا``."""
    word, tag = scene.words[i], scene.tags[i]
    value = n.quantity.best or n.quantity.low or n.quantity.high or 0
    if i in scene.mention_at or i in scene.temporal_at or word.kind != "arabic" or value < 11 or value % 1 or 1900 <= value <= 2100:
        return False
    if tag.event is not None or tag.cues or tag.attribution or tag.modality or word.key.startswith("ال") or len(word.key) < 4:
        return False
    if word.key[0] in "وفبلك" or word.key.endswith("يا") or (word.key.endswith("يه") and (n.cut or scene.words[n.first - 1].key == "و")):
        return False
    return word.text.endswith("ة") or (11 <= value % 100 <= 99 and word.key.endswith("ا"))


def _plural_verb(scene: Scene, i: int) -> bool:
    event = scene.tags[i].event
    return event is not None and event.shape == "past" and scene.words[i].key.endswith("وا") and scene.tags[i].noun is None


def _twice_two(scene: Scene, draft: Draft, n: Numeral) -> None:
    """``عسكريين آخرين اثنين``, ``موقوفين اثنين``: the noun stands before its number."""
    if n.quantity.best != 2 or n.cut or scene.words[n.core[0]].kind != "arabic":
        return
    i = n.first - 1
    while i > 0 and scene.has(i, "again"):
        i -= 1
    if i >= 0 and i not in scene.numeral_at and scene.tags[i].noun is not None and scene.words[i].key[-2:] in ("ين", "ان"):
        draft.additional = draft.additional or i < n.first - 1
        draft.first, draft.noun, draft.cut = i, i, scene.tags[i].noun_cut


def _group(scene: Scene, i: int) -> tuple[int, int] | None:
    """The group that a partitive من names: its noun phrase, from word ``i``."""
    if scene.stop(i) or i in scene.temporal_at or i in scene.numeral_at:
        return None
    mention = scene.mention_at.get(i)
    if (mention is not None and scene.entities[mention[0]].type == "LOC") or "no_group" in scene.tags[i].cues:
        return None
    if any(scene.words[w].key in _RECEIVING for w in range(max(0, i - 8), i - 1)):
        return None  # تسلم الصليب الأحمر 15 رهينة من الفصائل: from them, not of them
    return noun_phrase(scene, i) if persons(scene, i) or scene.tags[i].noun is not None else None


_RECEIVING = frozenset(
    {
        "تسلم",
        "تسلمت",
        "وتسلم",
        "وتسلمت",
        "يتسلم",
        "استلم",
        "استلمت",
        "استعاد",
        "استعادت",
        "استرد",
        "استردت",
        "تسليم",
        "استلام",
        "تلقت",
        "تلقي",
    }
)


def persons(scene: Scene, i: int) -> bool:
    """Whether word ``i`` heads a phrase of persons: a noun of persons, a body or nation, or a sound plural (المصلين, صحافيي)."""
    noun = scene.tags[i].noun
    if noun is not None and (noun.kind in _PERSONS or noun.generic):
        return True
    if any(scene.type_at(w) in ("ORG", "NORP", "PERSON") for w in range(i, min(i + 3, len(scene.words))) if not scene.stop(w)):
        return True
    if "body" in scene.tags[i].cues:
        return True
    key = scene.words[i].key
    return plural(key)


def plural(key: str) -> bool:
    """A sound masculine plural by its ending: المصلين, صحافيي, دبلوماسيينا, عناصرنا has none."""
    return (len(key) > 4 and key.endswith(("ين", "ون", "يي", "يو"))) or (len(key) > 6 and key.endswith(("ينا", "ييها", "ييهم")))


def noun_phrase(scene: Scene, first: int, limit: int = 8) -> tuple[int, int]:
    """A noun phrase from word ``first``: up to a verb, a preposition, a number, a date or a mark; names are taken whole."""
    i = first
    end = min(len(scene.words), first + limit)
    while i < end:
        if i in scene.mention_end:
            if i > first and scene.type_at(i) == "LOC" and scene.type_at(i - 1) == "NORP":
                break  # غادر 600 سائح روسي شرم الشيخ
            i = max(i + 1, scene.mention_end[i])
            continue
        if i > first and (ends_phrase(scene, i)):
            break
        if scene.words[i].text in COMMAS or scene.stop(i):
            break
        i += 1
    return first, max(i, first + 1)


def ends_phrase(scene: Scene, i: int) -> bool:
    """Whether a noun phrase cannot run over word ``i``: marks, dates, numbers, prepositions, conjunctions, events."""
    tag = scene.tags[i]
    if scene.stop(i) or i in scene.temporal_at or i in scene.numeral_at:
        return True
    if tag.cues & _ENDING_CUES:
        return True
    if tag.event is not None and tag.event.kind and tag.event_by == "و":
        return True  # جنديين وإصابة 24
    if scene.words[i].key == "و" or "stat" in tag.cues:
        return True
    if tag.event is not None and (tag.event.shape != "masdar" or tag.event_cut) and tag.noun is None:
        return True
    return _verb_or_adjunct(scene, i)


def _verb_or_adjunct(scene: Scene, i: int) -> bool:
    """``صحفية تحمل الجنسية``, ``ممرض بصدد تهريب``, ``شاب وإحراق مركبته``: verbs and words with a preposition or a و of their own."""
    if i in scene.mention_at:
        return False
    tag, key = scene.tags[i], scene.words[i].key
    if "past" in tag.cues or (len(key) > 3 and key.endswith("وا") and tag.noun is None):
        return True  # دبلوماسيا فرنسيا جاء, جندي روسي لقوا, المحكوم عليهم عوقبوا
    if tag.noun is not None and tag.noun_cut == 0:
        return False
    if key[-1] == "ا" and tag.noun is None and not key.startswith("ال") and i and scene.words[i - 1].key.startswith("ال"):
        return True  # الدبلوماسيين الأوروبيين ردا: an indefinite accusative cannot agree with a definite noun
    if tag.attribution or (len(key) > 3 and (key[0] == "ي" or "imperfect" in tag.cues)):
        return True  # سياح وفق ما ذكر
    if len(key) > 4 and key[:2] in ("سي", "ست") and tag.noun is None:
        return True
    if len(key) > 3 and key[0] in "بل" and key not in ("باسم",):
        return True
    return key[0] == "و" and len(key) > 3 and not key.startswith("وال") and (tag.noun is None or tag.noun.kind not in _PERSONS)


_PERSONS = frozenset({"people", "troops", "killed", "injured", "displaced", "detained", "hostages"})


_ENDING_CUES = frozenset(
    {"that", "subset", "clause", "location", "reach", "result", "since", "until", "none", "onto", "there", "preposition"}
)
