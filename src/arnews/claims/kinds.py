"""What was counted: the kind of a claim from the form of its number, its event and its counted noun.

The steps of ``_STEPS`` are asked in their order; the first that knows a kind decides. Idioms are rows of ``rules_kind.tsv``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from arnews.claims import cases, totals
from arnews.claims.candidates import construct_dual, plural
from arnews.claims.clause import joined
from arnews.claims.events import CASUALTY, Governor, govern
from arnews.claims.lexicon import Noun, claim_lexicon, lemma_is, of_class, possessed, tag
from arnews.claims.scene import Draft, Scene
from arnews.records import ClaimKind
from arnews.text.fold import fold

HUMAN = CASUALTY | {"troops", "people"}
PERSONS = ("people", "troops")
_YIELDING = frozenset({"injured", "missing", "displaced", "detained", "hostages"})
# A kind and the name of the rule that gave it.
Answer = tuple[str, str] | None


@dataclass(slots=True)
class Counted:
    """A draft under question with what its words say."""

    scene: Scene
    draft: Draft
    previous: Draft | None
    last_kind: str
    noun: Noun | None
    governor: Governor | None = None
    kind: str = ""
    group: str = ""

    @property
    def human(self) -> bool:
        """Whether persons can be counted here."""
        bare = self.draft.noun is None or self.draft.numeral is not None
        return self.kind in HUMAN or (not self.kind and bare)


def noun_of(scene: Scene, draft: Draft) -> Noun | None:
    """The tables' entry for the counted noun; a nationality that the tables lack counts as people."""
    if draft.noun is None:
        return None
    found = scene.tags[draft.noun].noun
    if found is not None:
        return found
    key = scene.words[draft.noun].key
    if construct_dual(scene, draft):
        single = tag(key[draft.cut : -1]).noun
        return single._replace(number="d") if single is not None else None
    if scene.type_at(draft.noun) == "NORP":
        text = scene.words[draft.noun].text
        return Noun(text[:-2] if plural(key) else text, "people", False, "p")
    owned = possessed(scene.words[draft.noun])
    return owned.noun if owned is not None else None


def classify(scene: Scene, draft: Draft, previous: Draft | None, last_kind: str) -> bool:
    """Set kind, unit and rule of a draft; False where the number counts nothing that the words name."""
    if draft.numeral is not None and _by_form(scene, draft):
        return True
    noun = noun_of(scene, draft)
    if noun is not None and noun.kind == "time":
        return False
    it = Counted(scene, draft, previous, last_kind, noun, govern(scene, draft, previous))
    if _again(it):
        assert previous is not None
        draft.unit = previous.unit  # 7 منصات بحرية ... و6 أخرى
        return _set(draft, previous.kind, "of the same as the number before") if previous.kind else False
    _weigh(it)
    answer = next((a for step in _STEPS if (a := step(it)) is not None), None)
    return _set(draft, *answer) if answer is not None else False


def _weigh(it: Counted) -> None:
    """Put the event, the noun and the group into the question and its draft."""
    draft, noun = it.draft, it.noun
    if it.governor is not None:
        draft.event, draft.event_kind = it.governor.word, it.governor.kind
        draft.note("event", it.governor.rule, it.governor.word, it.governor.word + 1)
    if noun is not None and lemma_is(noun.lemma, "armed") and not _armed(it):
        it.noun = noun._replace(kind="places" if _housing(it) else "count")
    draft.unit = _unit(it)
    it.kind = it.noun.kind if it.noun is not None else ""
    it.group = _group_kind(it.scene, draft)


def _set(draft: Draft, kind: str, rule: str) -> bool:
    draft.kind, draft.rule = kind, rule
    return True


def _again(it: Counted) -> bool:
    draft = it.draft
    if draft.noun is not None or draft.last == 0 or it.governor is not None or it.previous is None:
        return False
    return of_class(it.scene.words[draft.last - 1].key, "another")


def _unit(it: Counted) -> str | None:
    """The counted noun in the singular; a noun that no table has stands as printed, without the ending of the accusative."""
    draft = it.draft
    if it.noun is not None:
        return it.noun.lemma if not lemma_is(it.noun.lemma, "again") else None
    if draft.noun is None:
        return None
    text = it.scene.words[draft.noun].text
    key = it.scene.words[draft.noun].key
    value = draft.quantity.best or draft.quantity.low or draft.quantity.high or 0
    if 11 <= value % 100 <= 99 and key.endswith("ا") and len(key) > _SHORTEST:
        return text.rstrip(_MARKS).removesuffix("ا")  # 130 مطبخا
    if text.endswith(("ا" + _TANWEEN, _TANWEEN + "ا")):
        return text.rstrip("ا" + _TANWEEN)  # 100 مطبخاً
    return text


_SHORTEST = 3
_TANWEEN = "\u064b"
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


def _armed(it: Counted) -> bool:
    """``عملية عسكرية`` but ``عملية جراحية``, ``عبوة ناسفة`` but ``عبوة حليب``: arms or attacks by what stands beside them."""
    scene, draft = it.scene, it.draft
    if it.governor is not None and lemma_is(it.governor.event.lemma, "armed_act"):
        return True
    return any(scene.has(w, "military") for w in range(max(0, draft.first - 2), min(len(scene.words), draft.last + 3)))


def _housing(it: Counted) -> bool:
    last = it.draft.last
    return it.noun is not None and lemma_is(it.noun.lemma, "dwelling") and last < len(it.scene.words) and it.scene.has(last, "housing")


# The form of the number.


def _by_form(scene: Scene, draft: Draft) -> bool:
    """Money, percent, multipliers, measures and ages: the number's own words say what it is."""
    n = draft.numeral
    assert n is not None
    if n.form == "multiplier" and not _compares(scene, draft):
        draft.unit = _TIMES
        return _set(draft, "count", "times")
    if n.form in ("percent", "multiplier"):
        draft.unit = "%" if n.form == "percent" else _FOLD
        kind: ClaimKind = "percent" if n.form == "percent" else "multiplier"
        return _set(draft, kind, "form of the number")
    if n.unit is None:
        return False
    draft.unit = n.unit
    if lemma_is(n.unit, "barrel") and draft.last < len(scene.words) and scene.has(draft.last, "explosive"):
        return _set(draft, "materiel", "barrel bombs")
    if n.unit.lstrip("@") in claim_lexicon().money or lemma_is(n.unit, "coin"):
        return _set(draft, "money", "unit of the number")
    if time_unit(n.unit):
        draft.rule = "duration"
        return True
    return _set(draft, "measure", "unit of the number")


# The units of times and of multiples, as records print them.
_TIMES, _FOLD = "مرة", "ضعف"


def _compares(scene: Scene, draft: Draft) -> bool:
    """``ثلاث مرات`` multiplies after ب or a verb of rising (``ارتفع بثلاث مرات``, ``أكثر بمرتين``), else it counts times."""
    if not any(of_class(scene.words[w].key, "times") for w in range(draft.first, draft.last)):
        return True
    around = [*range(max(0, draft.first - 6), draft.first), *range(draft.last, min(len(scene.words), draft.last + 1))]
    return any(scene.has(w, "rise") or scene.has(w, "compares") for w in around)


def time_unit(unit: str) -> bool:
    """Whether a unit of a number is one of time; ``بضعة عقود`` are decades, not contracts."""
    if lemma_is(unit, "long_time"):
        return True
    found = claim_lexicon().nouns.get(fold(unit))
    return found is not None and found.kind == "time"


# The steps, in the order in which they are asked.


def _both(it: Counted) -> Answer:
    return ("casualties", "dead and wounded together") if cases.both(it.scene, it.draft, it.noun) else None


def _cases(it: Counted) -> Answer:
    """``خمس حالات وفاة``, ``20 حالة إصابة``: what befell the cases; those of a disease are people."""
    if it.noun is None or not lemma_is(it.noun.lemma, "case"):
        return None
    case = cases.case(it.scene, it.draft)
    if case:
        return case, "cases of"
    if it.previous is not None and it.previous.rule == "cases of" and it.previous.unit == it.draft.unit and joined(it.scene, it.draft):
        return it.previous.kind, "cases of"  # 77 حالة وفاة في إقليم و32 حالة في آخر
    return None


def _bodies(it: Counted) -> Answer:
    """``العثور على جثث 24 مهاجرا``, ``رفات 13 شخصا``: the bodies stand before the number of persons."""
    at = it.draft.first - 1
    if it.kind not in (*PERSONS, "casualties") or it.draft.numeral is None or at < 0 or not it.scene.has(at, "remains"):
        return None
    return "killed", "bodies of"


def _apposition(it: Counted) -> Answer:
    """``9 أجانب رهائن``, ``سقط 52 شخصا قتلى``: a noun beside the counted one says what befell them."""
    scene, at = it.scene, it.draft.last
    beside = scene.tags[at].noun if at < len(scene.words) else None
    if beside is None or it.kind not in PERSONS or (it.noun is not None and lemma_is(it.noun.lemma, "case")):
        return None
    if it.kind == "people" and beside.kind == "hostages" and not scene.tags[at].definite:
        return "hostages", "in apposition"
    if beside.kind in ("killed", "injured") and cases.bare(scene, at):
        pair = scene.tags[at + 1].noun if at + 1 < len(scene.words) else None
        both_ways = pair is not None and {pair.kind, beside.kind} == {"killed", "injured"}
        return "casualties" if both_ways else beside.kind, "in apposition"
    return None


def _governed(it: Counted) -> Answer:
    """The event says what befell the counted persons; a noun of harm of their own outranks one that stands far."""
    governor, kind = it.governor, it.kind
    if governor is None or governor.kind not in CASUALTY or not it.human:
        return None
    if kind in ("killed", "casualties"):
        return kind, "counted noun"
    if kind in _YIELDING and (not governor.near or (kind == "hostages" and governor.kind == "detained")):
        return _harmed(it)
    if cases.infection(it.scene, it.draft, governor):
        return "people", "infected, not injured"
    if governor.kind == "displaced" and _fighters(it):
        return "troops", "fighters in flight"
    if not kind and it.group and it.group not in HUMAN:
        return it.group, "group counted"
    return governor.kind, governor.rule


def _harmed(it: Counted) -> Answer:
    """``120 إصابة بالفيروس``, ``المصابين الثلاثة بالفيروس``: those whom a disease has are people."""
    if it.kind == "injured" and cases.disease(it.scene, it.draft):
        return "people", "cases of a disease"
    return it.kind, "counted noun"


def _fighters(it: Counted) -> bool:
    """``فر العشرات من مقاتلي التنظيم``, ``فر 50 مسلحا``."""
    if it.noun is not None:
        return it.noun.kind == "troops" or lemma_is(it.noun.lemma, "fighter")
    return it.group == "troops"


def _acting(it: Counted) -> Answer:
    """``شارك المئات``, ``تظاهر آلاف``: who takes part is a person."""
    governor, draft = it.governor, it.draft
    if governor is None or governor.kind != "people" or (it.kind and not (it.noun is not None and it.noun.generic)):
        return None
    if not (governor.near or draft.quantity.vague or (draft.noun is None and draft.first - governor.word <= 4)):
        return None
    if it.noun is None and draft.noun is not None and it.scene.words[draft.noun].text.endswith("ة"):
        return None  # شاركت 19 طوافة
    return "people", governor.rule


def _victims_among(it: Counted) -> Answer:
    if it.kind not in PERSONS and (it.kind or it.draft.noun is not None):
        return None
    scene, draft = it.scene, it.draft
    before = it.previous
    if before is not None and before.rule == _AMONG and joined(scene, draft) and draft.first - before.last <= 1:
        return before.kind, _AMONG  # وبين القتلى 5 نساء و3 أطفال
    among = totals.among(scene, draft) or totals.lost_by_then(scene, draft) or totals.of_those(scene, draft, it.previous)
    return (among, _AMONG) if among else None


_AMONG = "among the victims"


def _crew(it: Counted) -> Answer:
    """``40 عنصرا من فرق الإطفاء``: crews that save and heal are people."""
    if it.kind != "troops":
        return None
    scene, last = it.scene, it.draft.last
    for w in range(last, min(len(scene.words), last + 4)):
        if scene.stop(w) or w in scene.numeral_at or scene.has(w, "location"):
            return None
        if scene.has(w, "crew"):
            return "people", "civilian crew"
    return None


def _by_noun(it: Counted) -> Answer:
    if not it.kind:
        return None
    if it.kind == "injured":
        return _harmed(it)
    if it.noun is not None and it.kind == "people" and it.noun.generic:
        total = totals.total(it.scene, it.draft, it.last_kind)
        if total:
            return total, "total of"
        if lemma_is(it.noun.lemma, "case") and not cases.disease(it.scene, it.draft):
            return "count", "counted noun"
    return it.kind, "counted noun"


def _by_total(it: Counted) -> Answer:
    total = totals.total(it.scene, it.draft, it.last_kind)
    return (total, "total of") if total else None


def _by_group(it: Counted) -> Answer:
    scene, draft, previous = it.scene, it.draft, it.previous
    if draft.noun is not None:
        return "count", "other counted noun"
    shared = previous is not None and previous.kind in CASUALTY and joined(scene, draft) and draft.first - previous.last <= 6
    if it.group in HUMAN and shared:
        assert previous is not None
        return previous.kind, "shared with the number before"  # 7 قتلى في صفوف المسلحين و3 من الجيش
    if it.group:
        return it.group, "group counted"
    if draft.last < len(scene.words) and scene.isa(draft.last, "of_persons"):
        return "people", "of them"  # تم إنقاذ 97 منهم
    if draft.quantity.vague and it.governor is not None and lemma_is(it.governor.event.lemma, "moves"):
        return "people", "moved"  # ترحيل مئات الآلاف
    return None


_STEPS: tuple[Callable[[Counted], Answer], ...] = (
    _both, _cases, _bodies, _apposition, _governed, _acting, _victims_among, _crew, _by_noun, _by_total, _by_group,
)  # fmt: skip


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
