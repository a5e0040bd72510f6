"""What happened to the counted ones: the event word that governs a number, found by stated rules from near to far."""

from __future__ import annotations

from dataclasses import dataclass

from arnews.claims.clause import comma, inserted, joined
from arnews.claims.lexicon import Event, claim_lexicon, lemma_is
from arnews.claims.scene import COLON, STRONG, Draft, Scene
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
    return Governor(i, event, event.kind, "event after its subject", False) if _agrees(scene, i, draft, event) else None


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
    words, tags = scene.words, scene.tags
    first, _ = scene.sentence(draft.first)
    preposition = _prepositional(scene, draft)
    low = max(first, draft.first - _WINDOW)
    wall = previous.last if previous is not None else first
    i = draft.first - 1
    while i >= low:
        if i < wall:
            return None
        if words[i].text in STRONG or words[i].text == COLON:
            return None
        tag = tags[i]
        event = tag.event
        if event is not None and i not in scene.mention_at and i not in scene.temporal_at and not _nominal(scene, i):
            if _lacks_preposition(scene, i, event, draft.first):
                i -= 1
                continue  # عمل القضاء من خلال تعيين 4: the judiciary
            if event.shape in ("masdar_own", "relative"):
                # مصرعهم closes its own clause; شنها has its object already.
                return None
            if event.counted == "subject" and event.number == "p" and event.shape == "past":
                return None  # 300 ألف ماتوا ولا يزال 60 ألفا: a plural verb has its subject before it
            near = draft.first - i <= 2 or inserted(scene, i + 1, draft.first)
            if preposition and not _admits(event, preposition, scene, i, draft):
                return None
            if event.shape != "masdar_own" and lemma_is(event.lemma, "loses"):
                # فقد 12 بحارا حياتهم
                later = _after(scene, draft)
                if later is not None and later.event.shape == "masdar_own":
                    return later
            if event.kind == "" or _reaches(scene, i, draft, event):
                return Governor(i, event, _combined(scene, i, event), "event before the number", near)
            return None
        if "that" in tag.cues or (tag.attribution and i not in scene.mention_at and tag.event is None and _says(scene, i)):
            return None
        if comma(scene, i) and i != draft.first - 1 and not _passable(scene, i, draft):
            return None
        i -= 1
    return None


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


def _after(scene: Scene, draft: Draft) -> Governor | None:
    """The verb after its subject: ``42 حوثيا قتلوا``, ``20 مدنيا، بينهم طفل، قتلوا``, ``لقي ثلاثة مصرعهم``."""
    words, tags = scene.words, scene.tags
    _, last = scene.sentence(draft.first)
    subset = False
    for i in range(draft.last, min(last, draft.last + 18)):
        if words[i].text in STRONG:
            return None
        tag = tags[i]
        if "subset" in tag.cues:
            subset = True
        if i in scene.numeral_at and i not in scene.temporal_at and not subset:
            return _both_of_them(scene, i, min(last, draft.last + 18)) if draft.quantity.best == 2 else None
        if (
            comma(scene, i)
            and not subset
            and not _resumes(scene, i + 1, last)
            and not _closes(scene, i, last)
            and not (i + 1 < last and "subset" in tags[i + 1].cues)
        ):
            return None
        if scene.has(i, "counted_among") and i + 1 < last:
            counted_as = tags[i + 1].noun
            if counted_as is not None and counted_as.kind in CASUALTY:
                return Governor(
                    i, Event(counted_as.lemma, counted_as.kind, "masdar_own", "subject", "", "s"), counted_as.kind, "counted among", True
                )
        event = tag.event
        if event is None or i in scene.mention_at:
            if "that" in tag.cues or (tag.attribution and tag.event is None and not tag.noun and words[i].key[:1] in "وف"):
                return None
            continue
        if " " in event.lemma and lemma_is(event.lemma.split()[0], "loses") and not _lost(scene, draft.first - 4, i):
            continue
        if event.shape == "masdar_own" and words[i].key.endswith(_DUAL) and (draft.quantity.best or 0) > 2:
            continue  # رجلان ... تقل خمسة أشخاص لقيا مصرعهما
        if event.shape == "masdar_own" and event.kind in CASUALTY and tag.event_cut == 0:
            return Governor(i, event, event.kind, "event after its subject", False)
        if tag.event_cut and words[i].key[0] in "وف":
            return None
        if event.kind == "people" and draft.noun is None and event.shape in ("past", "imperfect"):
            return Governor(i, event, "people", "event after its subject", False)
        if event.shape in ("past", "imperfect", "either") and event.kind in CASUALTY and _agrees(scene, i, draft, event):
            return Governor(i, event, event.kind, "event after its subject", False)
        if event.shape != "masdar":
            return None
    return None


def _both_of_them(scene: Scene, first: int, last: int) -> Governor | None:
    """``رجلان داخل الطائرة التي كانت تقل خمسة لقيا مصرعهما``: the dual belongs to the two, whatever stands between."""
    for i in range(first, last):
        event = scene.tags[i].event
        if scene.words[i].text in STRONG or scene.words[i].text in "،,":
            return None
        if event is not None and event.shape == "masdar_own" and event.kind in CASUALTY and scene.words[i].key.endswith(_DUAL):
            return Governor(i, event, event.kind, "event after its subject", False)
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
