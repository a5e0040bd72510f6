"""What happened to the counted ones: the event word that governs a number, found by stated rules from near to far."""

from __future__ import annotations

from dataclasses import dataclass

from arnews.claims.clause import comma, inserted, joined
from arnews.claims.lexicon import Event, claim_lexicon, lemma_is
from arnews.claims.scene import Draft, Scene
from arnews.grammar.units import COLON, STRONG
from arnews.text.fold import fold

_WINDOW = 25
# The pronoun of two (حتفهما).
_DUAL = "هما"
CASUALTY = frozenset({"killed", "injured", "casualties", "missing", "displaced", "detained", "hostages"})


@dataclass(frozen=True, slots=True)
class Governor:
    """The event at ``word`` and the kind that it gives; ``near`` where it stands right before the number."""

    word: int
    event: Event
    kind: str
    rule: str
    near: bool


def govern(scene: Scene, draft: Draft, previous: Draft | None) -> Governor | None:
    """The event that governs the number: before it in its clause, shared with the number it is joined to, or after it."""
    found = _before(scene, draft, previous)
    relative = _relative(scene, draft)
    # 5 أشخاص قتلوا وأكثر من 20 آخرين أصيبوا: a plural verb belongs to the subject before it.
    if found is not None and found.kind and not (relative is not None and found.event.number == "p"):
        return found
    if relative is not None or found is not None:
        return relative or found
    if previous is not None and _carries(scene, draft, previous) and previous.event is not None:
        event = scene.tags[previous.event].event
        if event is not None:
            return Governor(previous.event, event, previous.event_kind, "shared with the number before", False)
    return _after(scene, draft)


def _relative(scene: Scene, draft: Draft) -> Governor | None:
    """``استقبل المستشفى 4 أشخاص أصيبوا``: a clause without a relative pronoun right after the counted noun says what befell them."""
    i = draft.last
    if i >= len(scene.words) or i in scene.mention_at:
        return None
    event = scene.tags[i].event
    if event is None or event.shape != "past" or event.kind not in CASUALTY or scene.tags[i].event_cut or event.number == "s":
        return None
    return Governor(i, event, event.kind, _AFTER, False) if _agrees(scene, i, draft, event) else None


def _carries(scene: Scene, draft: Draft, previous: Draft) -> bool:
    """``ثلاثة جنود و5 مدنيين``: joined by و with no clause between."""
    if not joined(scene, draft) or draft.first - previous.last > 8:
        return False
    return not any(scene.words[w].text in STRONG for w in range(previous.last, draft.first))


def _prepositional(scene: Scene, draft: Draft) -> str:
    """The preposition that stands before the number (``في``, ``إلى``, a proclitic ب ل), or nothing."""
    if draft.cut:
        letters = scene.words[draft.first].key[: draft.cut].lstrip("وف")
        if letters:
            return letters[-1]
    before = draft.first - 1
    return scene.words[before].key if before >= 0 and scene.has(before, "before_number") else ""


def _before(scene: Scene, draft: Draft, previous: Draft | None) -> Governor | None:
    first, _ = scene.sentence(draft.first)
    low = max(first, draft.first - _WINDOW, previous.last if previous is not None else first)
    for i in range(draft.first - 1, low - 1, -1):
        text, tag = scene.words[i].text, scene.tags[i]
        if text in STRONG or text == COLON:
            return None
        event = tag.event
        if event is not None and i not in scene.mention_at and i not in scene.temporal_at and not _nominal(scene, i):
            if not _lacks_preposition(scene, i, event, draft.first):
                return _takes(scene, draft, i, event)
            continue  # عمل القضاء من خلال تعيين 4: the judiciary
        if "that" in tag.cues or (tag.attribution and i not in scene.mention_at and event is None and _says(scene, i)):
            return None
        if comma(scene, i) and i != draft.first - 1 and not _passable(scene, i, draft):
            return None
    return None


def _takes(scene: Scene, draft: Draft, i: int, event: Event) -> Governor | None:
    """The event at ``i`` as the governor of the number after it, if it can take it."""
    if event.shape in ("masdar_own", "relative"):
        return None  # مصرعهم closes its own clause; شنها has its object already
    if event.counted == "subject" and event.number == "p" and event.shape == "past":
        return None  # 300 ألف ماتوا ولا يزال 60 ألفا: a plural verb has its subject before it
    preposition = _prepositional(scene, draft)
    if preposition and not _admits(event, preposition, scene, i, draft):
        return None
    if lemma_is(event.lemma, "loses"):
        later = _after(scene, draft)
        if later is not None and later.event.shape == "masdar_own":
            return later  # فقد 12 بحارا حياتهم
    if event.kind and not _reaches(scene, i, draft, event):
        return None
    near = draft.first - i <= 2 or inserted(scene, i + 1, draft.first)
    return Governor(i, event, _combined(scene, i, event), "event before the number", near)


def _says(scene: Scene, i: int) -> bool:
    """Whether the word is a verb of saying; على, which opens على لسان, is none."""
    if scene.tags[i].noun is not None:
        return False
    key = scene.words[i].key
    found = claim_lexicon().attribution.get([key]) or (claim_lexicon().attribution.get([key[1:]]) if key[0] in "وف" else None)
    return found is not None and found.category != "preposition"


def _nominal(scene: Scene, i: int) -> bool:
    """``الإصابة``, ``التفجير``: a verbal noun with its article, or a counted noun of the same letters, governs nothing."""
    tag = scene.tags[i]
    event = tag.event
    if event is None or event.shape != "masdar" or tag.noun is None:
        return False
    if scene.words[i].key.startswith("ال") and tag.event_cut == 0:
        return False  # القبض على, القضاء على have the article as events
    return tag.definite or (tag.noun.number != "s" and tag.noun.kind in _COUNTED)


_COUNTED = CASUALTY | {"people", "troops", "attacks"}


def _lacks_preposition(scene: Scene, i: int, event: Event, last: int) -> bool:
    """``القضاء`` or ``يقضي`` with no على after it is another word."""
    if not event.kind or event.preposition != _ON:
        return False
    return not any(scene.words[w].key.startswith(_ON_FOLDED) for w in range(i + 1, last))


_ON, _ON_FOLDED = "على", "علي"


def _admits(event: Event, preposition: str, scene: Scene, i: int, draft: Draft) -> bool:
    """``القبض على ثلاثة``, ``أودى بحياة``: the event takes its object through this preposition right after it."""
    if lemma_is(event.lemma, "finishes") and preposition.lstrip("و") == _ON_FOLDED:
        return draft.first - i <= 2  # قضت على عشرات الإرهابيين
    if event.preposition and preposition.lstrip("و") == fold(event.preposition):
        return draft.first - i <= 3
    # نزوح ما يصل إلى, وفاة ما لا يقل عن stand inside the number; مقتل أكثر من too.
    return False


def _reaches(scene: Scene, i: int, draft: Draft, event: Event) -> bool:
    """A verbal noun is completed by its first noun: ``مقتل الجندي في 3 هجمات`` does not kill the attacks."""
    if event.shape == "masdar":
        # القبض على فلان ومحاصرة ثلاثة آخرين: the verbal noun has its object.
        return draft.first - i <= 6 and not any(scene.type_at(w) == "PERSON" for w in range(i + 1, draft.first))
    return True


def _passable(scene: Scene, i: int, draft: Draft) -> bool:
    """A comma on the way back to the event: the words after it are only time and place."""
    return inserted(scene, i + 1, draft.first)


def _combined(scene: Scene, i: int, event: Event) -> str:
    """``مقتل وإصابة 10``, ``قتل وأصيب``: two events over one number are casualties."""
    if i > 0 and event.kind in ("killed", "injured") and scene.tags[i].event_cut == 1 and scene.words[i].key[0] == "و":
        other = scene.tags[i - 1].event
        if other is not None and _paired(other, event) and not _has_subject(scene, i - 1):
            return "casualties"
    if i > 1 and event.kind in ("killed", "injured") and scene.has(i - 1, "and"):
        other = scene.tags[i - 2].event
        if other is not None and _paired(other, event):
            return "casualties"
    return event.kind


def _has_subject(scene: Scene, verb: int) -> bool:
    """``شخصا قتل وأصيب ثمانية``: the first verb has its own subject before it."""
    if verb == 0 or scene.tags[verb - 1].noun is None or scene.tags[verb].event_cut:
        return False
    noun = scene.tags[verb - 1].noun
    return noun is not None and noun.kind in ("people", "troops")


def _paired(one: Event, other: Event) -> bool:
    """Two verbs or two verbal nouns over one number; ``قتلوا وأصيب العشرات`` has a subject for each."""
    if {one.kind, other.kind} != {"killed", "injured"} or "masdar_own" in (one.shape, other.shape):
        return False
    alike = "either" in (one.shape, other.shape) or (one.shape == "masdar") == (other.shape == "masdar")
    return alike and one.number == other.number == "s"


_AFTER = "event after its subject"
_FARTHEST = 18


def _after(scene: Scene, draft: Draft) -> Governor | None:
    """The verb after its subject: ``42 حوثيا قتلوا``, ``20 مدنيا، بينهم طفل، قتلوا``, ``لقي ثلاثة مصرعهم``."""
    last = min(scene.sentence(draft.first)[1], len(scene.words))
    subset = False
    for i in range(draft.last, min(last, draft.last + _FARTHEST)):
        tag = scene.tags[i]
        subset = subset or "subset" in tag.cues
        if i in scene.numeral_at and i not in scene.temporal_at and not subset and scene.words[i].text not in STRONG:
            return _both_of_them(scene, i, min(last, draft.last + _FARTHEST)) if draft.quantity.best == 2 else None
        if scene.words[i].text in STRONG or (not subset and _parted(scene, i, last)):
            return None
        counted = _counted_among(scene, i, last)
        if counted is not None:
            return counted
        if tag.event is None or i in scene.mention_at:
            if "that" in tag.cues or (tag.attribution and tag.event is None and not tag.noun and scene.words[i].key[:1] in "وف"):
                return None
        elif not _of_others(scene, draft, i, tag.event):
            if _follows(scene, draft, i, tag.event):
                return Governor(i, tag.event, tag.event.kind, _AFTER, False)
            if tag.event.shape != "masdar" or (tag.event_cut and scene.words[i].key[0] in "وف"):
                return None
    return None


def _parted(scene: Scene, i: int, last: int) -> bool:
    """A comma after which the clause of the number does not go on."""
    if not comma(scene, i) or _resumes(scene, i + 1, last) or _closes(scene, i, last):
        return False
    return not (i + 1 < last and scene.has(i + 1, "subset"))


def _counted_among(scene: Scene, i: int, last: int) -> Governor | None:
    """``لا يزال 6 في عداد المفقودين``."""
    noun = scene.tags[i + 1].noun if i + 1 < last and scene.has(i, "counted_among") else None
    if noun is None or noun.kind not in CASUALTY:
        return None
    return Governor(i, Event(noun.lemma, noun.kind, "masdar_own", "subject", "", "s"), noun.kind, "counted among", True)


def _of_others(scene: Scene, draft: Draft, i: int, event: Event) -> bool:
    """``حياتهم`` with no verb of loss is their life; ``مصرعهما`` of two is not of five (``رجلان ... تقل خمسة أشخاص لقيا مصرعهما``)."""
    if " " in event.lemma and lemma_is(event.lemma.split()[0], "loses") and not _lost(scene, draft.first - 4, i):
        return True
    return event.shape == "masdar_own" and scene.words[i].key.endswith(_DUAL) and (draft.quantity.best or 0) > 2


def _follows(scene: Scene, draft: Draft, i: int, event: Event) -> bool:
    """Whether the event at ``i`` is what befell the number before it."""
    cut = scene.tags[i].event_cut
    if event.shape == "masdar_own" and event.kind in CASUALTY and cut == 0:
        return True
    if cut and scene.words[i].key[0] in "وف":
        return False
    if event.kind == "people" and draft.noun is None and event.shape in ("past", "imperfect"):
        return True
    return event.shape in ("past", "imperfect", "either") and event.kind in CASUALTY and _agrees(scene, i, draft, event)


def _both_of_them(scene: Scene, first: int, last: int) -> Governor | None:
    """``رجلان داخل الطائرة التي كانت تقل خمسة لقيا مصرعهما``: the dual belongs to the two, whatever stands between."""
    for i in range(first, last):
        event = scene.tags[i].event
        if scene.words[i].text in STRONG or scene.words[i].text in "،,":
            return None
        if event is not None and event.shape == "masdar_own" and event.kind in CASUALTY and scene.words[i].key.endswith(_DUAL):
            return Governor(i, event, event.kind, _AFTER, False)
    return None


def _resumes(scene: Scene, i: int, last: int) -> bool:
    """``19 عنصرا من الجيش، قتلوا في هجمات``: a plural verb right after the comma goes with the number before it."""
    event = scene.tags[i].event if i < last else None
    return event is not None and event.shape == "past" and event.kind in CASUALTY and event.number == "p" and not scene.tags[i].event_cut


def _lost(scene: Scene, first: int, last: int) -> bool:
    """Whether a form of فقد or خسر stands there: حياتهم alone is just their life."""
    for w in range(max(0, first), last):
        event = scene.tags[w].event
        if event is not None and lemma_is(event.lemma, "loses"):
            return True
    return False


def _closes(scene: Scene, i: int, last: int) -> bool:
    """A comma pair around words of time and place, or a bracket."""
    return scene.words[i].text in "()" or any(comma(scene, j) and inserted(scene, i + 1, j) for j in range(i + 1, min(last, i + 7)))


def _agrees(scene: Scene, i: int, draft: Draft, event: Event) -> bool:
    """After its subject a verb agrees in number; and it is passive or intransitive when no object follows."""
    value = draft.quantity.best or draft.quantity.low or draft.quantity.high or 0
    number = event.number
    if number == "s" and value != 1 and not (draft.noun is None and value > 10):
        return i + 1 >= len(scene.words) or (scene.words[i].key.endswith("ت") and value > 2)
    if event.counted == "subject":
        return True
    return not _has_object(scene, i + 1)


def _has_object(scene: Scene, i: int) -> bool:
    """``مسلحون قتلوا خمسة``: a number, a name or a definite noun after the verb is its object."""
    if i >= len(scene.words) or scene.stop(i) or i in scene.temporal_at:
        return False
    tag, key = scene.tags[i], scene.words[i].key
    if key == "و":
        return False
    if i in scene.numeral_at:
        return key[0] != "و" or scene.has(i, "one")  # 5 أشخاص قتلوا وأكثر من 20 أصيبوا
    if tag.cues & _ADJUNCTS or key[0] in "بل" or tag.event is not None or (tag.attribution and i not in scene.mention_at):
        return False  # قتلوا مشيرة إلى
    if key[0] in "وف" and (key.startswith("وال") or 1 in (tag.noun_cut, tag.cue_cut) or i in scene.mention_at or tag.attribution):
        return False
    # رميا, حرقا, جميعا: an adverb, no object.
    return not (key.endswith("ا") and not key.startswith("ال") and tag.noun is None and i not in scene.mention_at)


_ADJUNCTS = frozenset({"location", "clause", "that", "subset", "since", "until", "preposition", "onto", "there", "again"})
