"""What was counted: the kind of a claim from the form of its number, its event and its counted noun."""

from __future__ import annotations

from arnews.claims.candidates import construct_dual, plural
from arnews.claims.clause import joined
from arnews.claims.events import CASUALTY, Governor, govern
from arnews.claims.lexicon import Noun, claim_lexicon, tag
from arnews.claims.scene import STRONG, Draft, Scene
from arnews.records import ClaimKind
from arnews.text.fold import fold

HUMAN = CASUALTY | {"troops", "people"}
_YIELDING = frozenset({"injured", "missing", "displaced", "detained", "hostages"})


def noun_of(scene: Scene, draft: Draft) -> Noun | None:
    """The tables' entry for the counted noun; a nationality that the tables lack counts as people."""
    if draft.noun is None:
        return None
    found = scene.tags[draft.noun].noun
    if found is None and construct_dual(scene, draft):
        single = tag(scene.words[draft.noun].key[draft.cut : -1]).noun
        return single._replace(number="d") if single is not None else None
    if found is None and scene.type_at(draft.noun) == "NORP":
        text = scene.words[draft.noun].text
        return Noun(text[:-2] if text.endswith(("يين", "يون")) else text, "people", False, "p")
    return found


def classify(scene: Scene, draft: Draft, previous: Draft | None, last_kind: str) -> bool:
    """Set kind, unit and rule of a draft; False where the number counts nothing that the words name."""
    numeral = draft.numeral
    if numeral is not None and _by_form(scene, draft):
        return True
    noun = noun_of(scene, draft)
    if noun is not None and noun.kind == "time":
        return False
    governor = govern(scene, draft, previous)
    if draft.noun is None and draft.last > 0 and scene.words[draft.last - 1].key == "اخري" and governor is None and previous is not None:
        draft.unit = previous.unit  # 7 منصات بحرية ... و6 أخرى
        return _set(draft, previous.kind, "of the same as the number before") if previous.kind else False
    if governor is not None:
        draft.event, draft.event_kind = governor.word, governor.kind
        draft.note("event", governor.rule, governor.word, governor.word + 1)
    if noun is not None and noun.lemma in _ARMED and not _armed(scene, draft, governor):
        housing = noun.lemma == "وحدة" and draft.last < len(scene.words) and "housing" in scene.tags[draft.last].cues
        noun = noun._replace(kind="places" if housing else "count")
    unit = noun.lemma if noun is not None else (scene.words[draft.noun].text if draft.noun is not None else None)
    draft.unit = unit if noun is None or noun.lemma != "آخر" else None
    both = _both(scene, draft, noun)
    if both:
        return _set(draft, "casualties", "dead and wounded together")
    if noun is not None and noun.lemma == "حالة":
        case = _case(scene, draft)
        if case:
            return _set(draft, case, "cases of")
    kind = noun.kind if noun is not None else ""
    group = _group_kind(scene, draft)
    if kind in ("people", "troops") and draft.numeral is not None and _bodies(scene, draft.first - 1):
        return _set(draft, "killed", "bodies of")
    beside = scene.tags[draft.last].noun if draft.last < len(scene.words) else None
    if kind == "people" and beside is not None and beside.kind == "hostages" and not scene.tags[draft.last].definite:
        return _set(draft, "hostages", "in apposition")  # 9 أجانب رهائن
    if (
        kind in ("people", "troops")
        and unit != "حالة"
        and beside is not None
        and beside.kind in ("killed", "injured")
        and _bare(scene, draft.last)
    ):
        pair = scene.tags[draft.last + 1].noun if draft.last + 1 < len(scene.words) else None
        both_ways = pair is not None and {pair.kind, beside.kind} == {"killed", "injured"}
        return _set(draft, "casualties" if both_ways else beside.kind, "in apposition")  # سقط 52 شخصا قتلى
    human = kind in HUMAN or (not kind and (draft.noun is None or numeral is not None))
    if governor is not None and governor.kind in CASUALTY and human:
        if kind in ("killed", "casualties"):
            return _set(draft, kind, "counted noun")
        if kind in _YIELDING and (not governor.near or (kind == "hostages" and governor.kind == "detained")):
            return _set(draft, kind, "counted noun")
        if _infection(scene, draft, governor):
            return _set(draft, "people" if draft.noun is not None else "count", "infected, not injured")
        if not kind and group and group not in HUMAN:
            return _set(draft, group, "group counted")
        return _set(draft, governor.kind, governor.rule)
    if (
        governor is not None
        and governor.kind == "people"
        and (governor.near or draft.quantity.vague or (draft.noun is None and draft.first - governor.word <= 4))
        and (not kind or (noun is not None and noun.generic))
        and not (noun is None and draft.noun is not None and scene.words[draft.noun].text.endswith("ة"))  # شاركت 19 طوافة
    ):
        return _set(draft, "people", governor.rule)
    if kind in ("people", "troops") or (not kind and draft.noun is None):
        among = _among(scene, draft) or _lost_by_then(scene, draft) or _of_those(scene, draft, previous)
        if among:
            return _set(draft, among, "among the victims")
    if kind:
        if kind == "injured" and unit == "إصابة" and _disease(scene, draft):
            return _set(draft, "count", "cases of a disease")
        if kind == "people" and noun is not None and noun.generic:
            total = _total(scene, draft, last_kind)
            if total:
                return _set(draft, total, "total of")
            if noun.lemma == "حالة":
                return _set(draft, "count", "counted noun")
        return _set(draft, kind, "counted noun")
    total = _total(scene, draft, last_kind)
    if total:
        return _set(draft, total, "total of")
    if draft.noun is not None:
        return _set(draft, "count", "other counted noun")
    if group in HUMAN and previous is not None and previous.kind in CASUALTY and joined(scene, draft) and draft.first - previous.last <= 6:
        return _set(draft, previous.kind, "shared with the number before")  # 7 قتلى في صفوف المسلحين و3 من الجيش
    if group:
        return _set(draft, group, "group counted")
    if draft.last < len(scene.words) and scene.words[draft.last].key in _OF_THEM:
        return _set(draft, "people", "of them")  # تم إنقاذ 97 منهم
    return False


_OF_THEM = frozenset({"منهم", "منهن", "منهما"})


# Nouns that are arms or attacks only by what stands beside them: عملية عسكرية but عملية جراحية, عبوة ناسفة but عبوة حليب.
_ARMED = frozenset(
    {"عملية", "حملة", "مواجهة", "محاولة", "عبوة", "قطعة", "منصة", "منظومة", "بطارية", "هجمة", "مسيرة", "حزام", "رأس", "وحدة", "فرقة"}
)


def _armed(scene: Scene, draft: Draft, governor: Governor | None) -> bool:
    if governor is not None and governor.event.lemma in ("شن", "فجر", "زرع", "قصف", "أطلق", "أسقط", "اعترض"):
        return True
    return any("military" in scene.tags[w].cues for w in range(max(0, draft.first - 2), min(len(scene.words), draft.last + 3)))


def _set(draft: Draft, kind: str, rule: str) -> bool:
    draft.kind, draft.rule = kind, rule
    return True


def _by_form(scene: Scene, draft: Draft) -> bool:
    """Money, percent, multipliers, measures and ages: the number's own words say what it is."""
    n = draft.numeral
    assert n is not None
    if n.form == "multiplier" and not _compares(scene, draft):
        draft.unit = "مرة"
        return _set(draft, "count", "times")
    if n.form in ("percent", "multiplier"):
        draft.unit = "%" if n.form == "percent" else "ضعف"
        kind: ClaimKind = "percent" if n.form == "percent" else "multiplier"
        return _set(draft, kind, "form of the number")
    if n.unit is None:
        return False
    draft.unit = n.unit
    if n.unit == "برميل" and draft.last < len(scene.words) and scene.words[draft.last].key.startswith("متفجر"):
        return _set(draft, "materiel", "barrel bombs")
    if n.unit.lstrip("@") in claim_lexicon().money or n.unit in _SMALL_MONEY:
        return _set(draft, "money", "unit of the number")
    if _time_unit(n.unit):
        draft.rule = "duration"
        return True
    return _set(draft, "measure", "unit of the number")


_SMALL_MONEY = frozenset({"سنت", "هللة", "فلس", "قرش", "سنتيم", "بنس", "مليم", "كوبيك"})


def _compares(scene: Scene, draft: Draft) -> bool:
    """``ثلاث مرات`` multiplies after ب or a verb of rising (``ارتفع بثلاث مرات``, ``أكثر بمرتين``), else it counts times."""
    words = scene.words
    if not any(words[w].key.lstrip("ال").startswith(("مره", "مرات", "مرت")) for w in range(draft.first, draft.last)):
        return True
    around = [*range(max(0, draft.first - 6), draft.first), *range(draft.last, min(len(words), draft.last + 1))]
    return any(
        "rise" in scene.tags[w].cues or words[w].key in ("اكثر", "اكبر", "اعلي", "اضعاف", "اقل", "يفوق", "تفوق", "يعادل") for w in around
    )


def _time_unit(unit: str) -> bool:
    if unit in ("عقد", "قرن"):
        return True  # بضعة عقود: decades, not contracts
    found = claim_lexicon().nouns.get(fold(unit))
    return found is not None and found.kind == "time"


def _both(scene: Scene, draft: Draft, noun: Noun | None) -> bool:
    """``17 قتيلا وجريحا``, ``60 بين قتيل وجريح``: one number for dead and wounded."""
    tags, words = scene.tags, scene.words
    i = draft.last
    if draft.noun is not None and noun is not None and noun.kind in ("killed", "injured") and i < len(words) and words[i].key[:1] == "و":
        other = tags[i].noun
        if (
            other is not None
            and tags[i].noun_cut == 1
            and tags[i].definite == tags[draft.noun].definite
            and {other.kind, noun.kind} == {"killed", "injured"}
            and other.number == noun.number
        ):
            draft.unit = f"{noun.lemma} و{other.lemma}"
            draft.last = i + 1
            return True
    _, last = scene.sentence(draft.first)
    for j in range(i, min(last, i + 7)):
        if words[j].text in STRONG or (j in scene.numeral_at):
            return False
        if words[j].key in ("بين", "مابين") and j + 2 < last:
            a, b = tags[j + 1].noun, tags[j + 2].noun
            return a is not None and b is not None and {a.kind, b.kind} == {"killed", "injured"}
    return False


def _group_kind(scene: Scene, draft: Draft) -> str:
    """Kind of the group in ``22 من ميليشيا الحوثي``, ``3 من القوات``, ``تسعة من رجال المقاومة``: persons where they are named."""
    if draft.group is None:
        return ""
    first, last = draft.group
    for w in range(first, last):
        noun = scene.tags[w].noun
        if noun is not None:
            return noun.kind if noun.kind not in ("count", "places", "time") else ""
        if scene.type_at(w) in ("ORG", "NORP") or plural(scene.words[w].key):
            return "people"
    return ""


def _bodies(scene: Scene, i: int) -> bool:
    """``العثور على جثث 24 مهاجرا``: the bodies stand before the number of persons."""
    noun = scene.tags[i].noun if i >= 0 else None
    return noun is not None and noun.lemma in ("جثة", "جثمان", "رفات") and scene.tags[i].noun_cut == 0


def _among(scene: Scene, draft: Draft) -> str:
    """``من بين القتلى 4 أطباء``, ``من بين قتلى المعارضة ثلاثة``: kind of the victims among whom they were."""
    first, _ = scene.sentence(draft.first)
    for i in range(draft.first - 1, max(first, draft.first - 4), -1):
        noun = scene.tags[i].noun
        if noun is None or noun.kind not in CASUALTY:
            continue
        of_them = not draft.cut and noun.number == "p" and scene.words[i - 1].key.lstrip("و") in ("بين", "ضمن", "من")
        definite = scene.tags[i].definite or (i + 1 < draft.first and scene.words[i + 1].key.startswith("ال"))
        return noun.kind if of_them and definite else ""
    return ""


def _of_those(scene: Scene, draft: Draft, previous: Draft | None) -> str:
    """``غالبية القتلى من السوريين، وبينهم ثمانية``: kind of the victims that بينهم points back to, where no number told theirs."""
    first, _ = scene.sentence(draft.first)
    at = next((w for w in range(draft.first - 1, max(first, draft.first - 3) - 1, -1) if "subset" in scene.tags[w].cues), None)
    if at is None or (previous is not None and previous.first >= first):
        return ""
    for w in range(at - 1, max(first, at - 16) - 1, -1):
        noun = scene.tags[w].noun
        if noun is not None and noun.number == "p" and noun.kind in HUMAN and scene.words[w - 1].key != "من":
            return noun.kind if noun.kind in CASUALTY and scene.tags[w].definite else ""
    return ""


def _bare(scene: Scene, i: int) -> bool:
    """An indefinite word with no proclitic."""
    return scene.tags[i].noun_cut == 0 and not scene.tags[i].definite


_CASES = frozenset({"توفي", "قتل", "أصاب", "اعتقل", "خطف", "نزح"})


def _case(scene: Scene, draft: Draft) -> str:
    """``خمس حالات وفاة``, ``20 حالة إصابة``: what befell the cases; those of a disease are a count."""
    i = draft.last
    if i >= len(scene.words) or scene.stop(i):
        return ""
    noun, event = scene.tags[i].noun, scene.tags[i].event
    kind = noun.kind if noun is not None and _bare(scene, i) else ""
    if kind not in CASUALTY and event is not None and event.lemma in _CASES and not scene.tags[i].event_cut:
        kind = event.kind
    if kind not in CASUALTY or (kind == "injured" and _disease(scene, draft)):
        return ""
    return kind


def _disease(scene: Scene, draft: Draft) -> bool:
    first, last = scene.sentence(draft.first)
    return any(
        "disease" in scene.tags[w].cues or (scene.words[w].key[0] == "ب" and "disease" in tag(scene.words[w].key[1:]).cues)
        for w in range(first, last)
    )


def _infection(scene: Scene, draft: Draft, governor: Governor) -> bool:
    """``إصابة 20 شخصا بفيروس كورونا`` is no wound."""
    return governor.kind == "injured" and governor.event.lemma == "أصاب" and _disease(scene, draft)


def _estimated(scene: Scene, verb: int, draft: Draft) -> int | None:
    """``يقدرون قتلى الجيش الروسي ب 15 ألفا``: the victims themselves are the object of the estimate."""
    if not draft.cut and scene.words[draft.first - 1].key not in ("ب", "بـ"):
        return None
    for w in range(verb + 1, min(verb + 5, draft.first)):
        noun = scene.tags[w].noun
        if noun is not None and noun.kind in CASUALTY and noun.number == "p" and scene.tags[w].noun_cut == 0:
            return w
    return None


def _total(scene: Scene, draft: Draft, last_kind: str) -> str:
    """``حصيلة القتلى إلى 52``, ``عدد المقيمين ب 1.5 مليون``, ``بلغ عدد الجرحى 30``: the noun that the total is of."""
    words, tags = scene.words, scene.tags
    first, _ = scene.sentence(draft.first)
    i = draft.first - 1
    # يقارب 6 آلاف, يتجاوز 200: the verb is the first word of the quantity.
    head = draft.numeral.core[0] if draft.numeral is not None else draft.first
    reach = next((w for w in range(draft.first, head) if "reach" in tags[w].cues), None)
    low = max(first, draft.first - 24)
    while i >= low and words[i].text not in STRONG:
        cues = tags[i].cues
        if (
            reach is None
            and (i in scene.numeral_at and i not in scene.temporal_at)
            and (
                draft.numeral is None
                or draft.numeral.previous_at is None
                or not (draft.numeral.previous_at[0] <= i < draft.numeral.previous_at[1])
            )
        ):
            return ""
        if "reach" in cues and reach is None:
            reach = i
        if "stat" in cues and i not in scene.mention_at:
            break
        estimated = _estimated(scene, i, draft) if "estimate" in cues else None
        if estimated is not None:
            i, reach = estimated - 1, i
            break
        i -= 1
    else:
        return ""
    # The number must be what the total comes to: right after the head verb, or after إلى, ب, عن, على.
    if reach is None and draft.first - i > 4 and not any("reach" in tags[w].cues for w in range(max(low, i - 2), i)):
        return ""
    for w in range(i + 1, draft.first):
        noun = tags[w].noun
        if noun is not None and noun.kind in HUMAN and w not in scene.mention_at:
            draft.note("kind", "total of", i, w + 1)
            pair = tags[w + 1].noun if words[w + 1].key[:1] == "و" and w + 1 < draft.first else None
            if pair is not None and {noun.kind, pair.kind} == {"killed", "injured"}:
                draft.unit = draft.unit or f"{noun.lemma} و{pair.lemma}"
                return "casualties"  # عدد القتلى والجرحى تجاوز 200
            if draft.noun is None:
                draft.unit = noun.lemma
                if not noun.generic:
                    draft.group = draft.group or (w, w + 1)
            return noun.kind
        event = tags[w].event
        if event is not None and event.kind and (event.shape == "masdar" or (event.shape == "past" and words[w - 1].key in _WHO)):
            return event.kind  # عدد الذين قتلوا
        if scene.type_at(w) == "NORP" or (scene.type_at(w) == "ORG" and noun is None):
            return "people"  # عدد التونسيين
    if words[i].key.lstrip("و") in ("الرقم", "العدد") and last_kind in HUMAN:
        draft.note("kind", "the number before", i, i + 1)
        return last_kind  # يزداد هذا الرقم بنحو 6 ملايين
    if words[i].key.lstrip("و").startswith(("حصيل", "الحصيل", "محصل")):
        draft.note("kind", "toll", i, i + 1)
        return last_kind if last_kind in CASUALTY else "killed"
    return ""


def _lost_by_then(scene: Scene, draft: Draft) -> str:
    """``عدد الصحفيين الذين لقوا حتفهم إلى 435 صحفيا``: what befell the persons whose number it is."""
    first, _ = scene.sentence(draft.first)
    for w in range(draft.first - 1, max(first + 1, draft.first - 16), -1):
        if scene.words[w].key in _WHO and "stat" in scene.tags[w - 2].cues and scene.tags[w - 1].noun is not None:
            events = (scene.tags[v].event for v in range(w + 1, min(draft.first, w + 4)))
            return next((e.kind for e in events if e is not None and e.kind in CASUALTY), "")
    return ""


_WHO = frozenset({"الذين", "من", "اللواتي"})
