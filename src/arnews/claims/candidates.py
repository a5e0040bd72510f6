"""Which numerals count something in the world: each becomes a draft with its text and its counted noun."""

from __future__ import annotations

from dataclasses import replace

from arnews.claims.leaning import bracketed, definite_count, joined_numerals, lend, share
from arnews.claims.lexicon import PLAIN_CLASSES, claim_lexicon, lemma_is, possessed
from arnews.claims.scene import COMMAS, Draft, Scene
from arnews.claims.uncounted import in_name, masked, pointing, score
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
        if named is not None and not masked(scene, n):
            out.append(named)
            continue
        counted = share(scene, n) if _fraction(n) else n
        if counted is None or pointing(scene, counted) or _excluded(scene, counted):
            continue
        out.append(_draft(scene, _turned(scene, counted)))
    return out


def _fraction(n: Numeral) -> bool:
    return n.form == "fraction" and n.unit is None and (n.quantity.best or n.quantity.high or n.quantity.low or 0) < 1


def _excluded(scene: Scene, n: Numeral) -> bool:
    return n.form in _BAD_FORMS or masked(scene, n) or in_name(scene, n) or score(scene, n)


def _turned(scene: Scene, n: Numeral) -> Numeral:
    """``لا يغطي أكثر من 30%``: under a negated verb a lower bound is an upper one."""
    q, at = n.quantity, n.first - 1
    if q.low is None or q.best is not None or q.high is not None or q.vague or n.first == n.core[0] or at < 1:
        return n
    negated = scene.has(at - 1, "negative") and scene.has(at, "suffices")
    return replace(n, quantity=q.model_copy(update={"low": None, "high": q.low})) if negated else n


_ARTICLE = "ال"


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
    indefinite = not tag.definite and i not in scene.temporal_at
    if tag.noun is not None and tag.noun_cut == 0 and (indefinite or (n.quantity.vague and tag.definite)):
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
    end = len(scene.words)
    draft.last += _whose(scene, draft)
    draft.last += _free(scene, draft.last, "service") and construct_dual(scene, draft)  # رجلي شرطة
    if draft.noun is not None and draft.group is None and draft.last + 1 < end and _free(scene, draft.last, "of"):
        draft.group = _group(scene, draft.last + 1)  # قتيلا من المدنيين, شخصا من عائلة واحدة: who they were
    while _free(scene, draft.last, "again"):
        draft.additional = draft.additional or scene.has(draft.last, "added")
        draft.last += 1


def _free(scene: Scene, at: int, name: str) -> bool:
    """Whether a word of the class stands there without a proclitic."""
    return at < len(scene.words) and scene.has(at, name) and not scene.tags[at].cue_cut


def _whose(scene: Scene, draft: Draft) -> bool:
    """``جثتي رجلين``: a dual of bodies with the dual of those whose they are."""
    body = scene.tags[draft.noun].noun if draft.noun is not None else None
    if body is None or body.number != "d" or not lemma_is(body.lemma, "remains") or draft.last >= len(scene.words):
        return False
    whose = scene.tags[draft.last].noun
    return whose is not None and whose.kind in _PERSONS and scene.tags[draft.last].noun_cut == 0


def construct_dual(scene: Scene, draft: Draft) -> bool:
    """``رجلي شرطة``, ``ضابطا أمن``: a dual that has lost its ن before the noun that it belongs to."""
    n = draft.numeral
    return (
        n is not None and n.noun == n.core and n.quantity.best == 2 and draft.noun is not None and scene.words[draft.noun].key[-1] in "اي"
    )


def _specified(scene: Scene, n: Numeral, i: int) -> bool:
    """A noun that no table has, by the form that its number asks for: ``50 زربية``, ``19 طوافة``, ``35 مصحفا``."""
    word = scene.words[i]
    value = n.quantity.best or n.quantity.low or n.quantity.high or 0
    if value < 11 or value % 1 or 1900 <= value <= 2100 or i in scene.temporal_at or _known_otherwise(scene, i):
        return False
    after_and = n.cut or scene.words[n.first - 1].key == "و"
    if word.key[0] in "وفبلك" or word.key.endswith("يا") or (word.key.endswith("يه") and after_and):
        return False
    return word.text.endswith("ة") or (11 <= value % 100 <= 99 and word.key.endswith("ا"))


def _known_otherwise(scene: Scene, i: int) -> bool:
    """A name, a verb or a word of a closed class, or one too short or definite to be a counted noun."""
    word, tag = scene.words[i], scene.tags[i]
    if i in scene.mention_at or word.kind != "arabic" or word.key.startswith(_ARTICLE) or len(word.key) < 4:
        return True
    return tag.event is not None or bool(tag.cues - PLAIN_CLASSES) or tag.attribution or tag.modality


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
