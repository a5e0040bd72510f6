"""Which numerals count something in the world: each becomes a draft with its text and its counted noun."""

from __future__ import annotations

from dataclasses import replace

from arnews.claims.leaning import bracketed, definite_count, joined_numerals, lend, share
from arnews.claims.lexicon import PLAIN_CLASSES, claim_lexicon, lemma_is, of_class, possessed
from arnews.claims.scene import COMMAS, Draft, Scene
from arnews.numbers.model import Numeral

_BAD_FORMS = frozenset({"ordinal"})


def candidates(scene: Scene) -> list[Draft]:
    """Drafts for the numerals that are no date, ordinal, name or score, in order."""
    out: list[Draft] = []
    for n in lend(list(joined_numerals(scene)), scene):
        if out and out[-1].noun == out[-1].first and n.first == out[-1].last and n.noun == (n.first, n.last) and not n.cut:
            # جثتي رجلين: the second dual only agrees with the first.
            out[-1].last = n.last
            continue
        named = definite_count(scene, n)
        if named is not None and not _masked(scene, n):
            out.append(named)
            continue
        counted = share(scene, n) if _fraction(n) else n
        if counted is None or _pointing(scene, counted) or _excluded(scene, counted):
            continue
        out.append(_draft(scene, _turned(scene, counted)))
    return out


def _fraction(n: Numeral) -> bool:
    return n.form == "fraction" and n.unit is None and (n.quantity.best or n.quantity.high or n.quantity.low or 0) < 1


def _excluded(scene: Scene, n: Numeral) -> bool:
    return n.form in _BAD_FORMS or _masked(scene, n) or _in_name(scene, n) or _score(scene, n)


def _turned(scene: Scene, n: Numeral) -> Numeral:
    """``لا يغطي أكثر من 30%``: under a negated verb a lower bound is an upper one."""
    q, at = n.quantity, n.first - 1
    if q.low is None or q.best is not None or q.high is not None or q.vague or n.first == n.core[0] or at < 1:
        return n
    negated = scene.has(at - 1, "negative") and scene.has(at, "suffices")
    return replace(n, quantity=q.model_copy(update={"low": None, "high": q.low})) if negated else n


def _pointing(scene: Scene, n: Numeral) -> bool:
    """``الصحافيون الثلاثة`` points back; ``ضعف`` alone is weakness; ``الفريق الواحد`` counts nothing."""
    key = scene.words[n.core[0]].key[n.cut if n.first == n.core[0] else 0 :]
    if of_class(key, "weakness") and n.core[1] - n.core[0] == 1 and not _weighed(scene, n.last):
        return True
    noun = scene.tags[n.noun[0]].noun if n.noun is not None else None
    if noun is not None and lemma_is(noun.lemma, "goal") and _match(scene, n):
        return True
    if n.form == "cardinal" and n.first and scene.has(n.first - 1, "each"):
        return True  # 30 حالة لكل 100000 مواطن: the base of a rate
    if of_class(key, "anvil"):
        return True  # بين المطرقة والسندان: an anvil, not two props
    if of_class(key, "one") and n.form == "cardinal":
        return _only_one(scene, n, key)
    if of_class(key, "single") and n.first and scene.has(n.first - 1, "unity"):
        return True  # وقوف الأمة صفا واحدا
    if of_class(key, "thousand"):
        return False  # ألفا جندي: folded, the first letters look like the article
    definite = key.startswith(_ARTICLE) and scene.words[n.core[0]].kind == "arabic" and len(key) > 3
    round_number = n.first < n.core[0] and n.noun is not None  # حوالي المئة قتيل
    return definite and not n.quantity.vague and n.noun != n.core and not round_number


_ARTICLE = "ال"


def _weighed(scene: Scene, at: int) -> bool:
    """``ضعف الميزانية``, ``ضعف ما كان``: a multiple of something."""
    return at < len(scene.words) and (scene.words[at].key.startswith(_ARTICLE) or scene.has(at, "what"))


def _only_one(scene: Scene, n: Numeral, key: str) -> bool:
    """``الفريق الواحد``, ``من أسرة واحدة`` count nothing; ``قتل واحد`` and ``متر واحد`` do."""
    if key.startswith(_ARTICLE):
        return True
    if n.unit is not None and n.quantity.best == 1:
        return False
    if n.first > 1 and scene.has(n.first - 1, "family") and (scene.has(n.first - 2, "of") or scene.tags[n.first - 1].cue_cut):
        return True  # مصرع 4 من أسرة واحدة
    events = (scene.tags[w].event for w in range(max(0, n.first - 4), n.first))
    return not any(e is not None and e.kind for e in events)


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
    draft = Draft(n.first, n.last, n.cut, n.quantity, n)
    n = _own_noun(scene, n)
    if n.noun is not None and n.noun != n.core and scene.has(n.noun[0], "again"):
        draft.additional = scene.has(n.noun[0], "added")
        draft.last = max(n.last, n.noun[1])
    elif n.noun is not None and n.noun != n.core and _plural_verb(scene, n.noun[0]):
        pass  # قتلوا و12 أصيبوا
    elif n.noun is not None:
        draft.noun = n.noun[0]
        draft.last = max(n.last, n.noun[1])
    elif n.form == "cardinal" and n.unit is None:
        _next_noun(scene, draft, n)
    _trailing(scene, draft)
    bracketed(scene, draft, n)
    return draft


def _own_noun(scene: Scene, n: Numeral) -> Numeral:
    """The number without a noun of another sentence (a headline ends with it), or that opens a source (``70 حسبما ذكر``)."""
    if n.noun is None or n.noun == n.core:
        return n
    apart = scene.doc.sentence_of(n.noun[0]) != scene.doc.sentence_of(n.core[0])
    return replace(n, noun=None) if apart or scene.words[n.noun[0]].key in claim_lexicon().attribution_firsts else n


def _next_noun(scene: Scene, draft: Draft, n: Numeral) -> None:
    """The counted noun or the group after a number that has none of its own by agreement."""
    words, i = scene.words, n.last
    if i + 1 < len(words) and words[i].text == ")" and n.first and words[n.first - 1].text == "(":
        i += 1  # (28) أسرة
    if i >= len(words) or scene.stop(i) or scene.doc.sentence_of(i) != scene.doc.sentence_of(n.core[0]):
        if draft.noun is None:
            _twice_two(scene, draft, n)
    elif scene.has(i, "of") and not scene.tags[i].cue_cut and i + 1 < len(words):
        draft.group = _group(scene, i + 1)
        if not _group_noun(scene, draft, n):
            _twice_two(scene, draft, n)  # دبلوماسيين اثنين من السفارة
    elif scene.has(i, "another") and not scene.tags[i].cue_cut:
        pass
    elif _counts(scene, n, i):
        draft.noun, draft.last = i, i + 1
    else:
        _twice_two(scene, draft, n)


def _counts(scene: Scene, n: Numeral, i: int) -> bool:
    """Whether the word after a number is what it counts."""
    tag = scene.tags[i]
    if tag.noun is not None and tag.noun_cut == 0:
        if (not tag.definite and i not in scene.temporal_at) or (n.quantity.vague and tag.definite):
            return True  # مئات المتطرفين
    return (scene.type_at(i) == "NORP" and not scene.words[i].key.startswith(_ARTICLE)) or _specified(scene, n, i)


def _group_noun(scene: Scene, draft: Draft, n: Numeral) -> bool:
    """``العشرات من مقاتلي التنظيم``: the plural of persons that heads a group is the counted noun."""
    at = n.last + 1
    if draft.group is None or draft.group[0] != at or not n.quantity.vague or at in scene.mention_at:
        return False
    noun = scene.tags[at].noun
    if noun is None or noun.number != "p" or noun.kind not in _PERSONS or scene.tags[at].noun_cut or scene.has(at, "collective"):
        return False
    draft.noun, draft.last = at, at + 1
    return True


def _trailing(scene: Scene, draft: Draft) -> None:
    """What belongs to the text of a claim after its noun: ``جثتي رجلين``, ``رجلي شرطة``, ``آخرين``; and who they were."""
    words, tags, end = scene.words, scene.tags, len(scene.words)
    body = tags[draft.noun].noun if draft.noun is not None else None
    if body is not None and lemma_is(body.lemma, "remains") and body.number == "d" and draft.last < end:
        whose = tags[draft.last].noun
        if whose is not None and whose.kind in _PERSONS and tags[draft.last].noun_cut == 0:
            draft.last += 1  # جثتي رجلين
    if draft.last < end and scene.has(draft.last, "service") and not tags[draft.last].cue_cut and construct_dual(scene, draft):
        draft.last += 1  # رجلي شرطة
    if draft.noun is not None and draft.group is None and draft.last + 1 < end:
        # قتيلا من المدنيين, شخصا من عائلة واحدة: who they were.
        if scene.has(draft.last, "of") and not tags[draft.last].cue_cut and words[draft.last].kind == "arabic":
            draft.group = _group(scene, draft.last + 1)
    while draft.last < end and scene.has(draft.last, "again") and tags[draft.last].cue_cut == 0:
        draft.additional = draft.additional or scene.has(draft.last, "added")
        draft.last += 1


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
    if (
        tag.event is not None
        or tag.cues - PLAIN_CLASSES
        or tag.attribution
        or tag.modality
        or word.key.startswith("ال")
        or len(word.key) < 4
    ):
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
    if any(scene.has(w, "receiving") for w in range(max(0, i - 8), i - 1)):
        return None  # تسلم الصليب الأحمر 15 رهينة من الفصائل: from them, not of them
    return noun_phrase(scene, i) if persons(scene, i) or scene.tags[i].noun is not None else None


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
    owned = possessed(scene.words[i]) if noun is None else None  # ستة من أبنائها
    return plural(key) or (owned is not None and owned.noun is not None and owned.noun.kind in _PERSONS and owned.noun.number == "p")


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
