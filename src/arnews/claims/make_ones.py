"""Productions of the rules for victims without a number: one for each singular noun of persons, and the families after them.

``رجل وابنته``, ``صحفية ومصور``, ``ثلاثة فرنسيين وبلجيكيا وتونسيا``, ``رجل وزوجته وأطفالهما الأربعة``.
"""

from __future__ import annotations

from arnews.claims.clause import joined
from arnews.claims.implicit import ONE
from arnews.claims.kinds import HUMAN
from arnews.claims.rows import Match, register
from arnews.claims.scene import Draft, Scene
from arnews.claims.sums import size
from arnews.claims.victims import collective, ill, loose, named_end, negated, unhurt
from arnews.records import Quantity
from arnews.text.words import cut_offset

# Claims that a reference to the victims (بين القتلى) is looked for in, and the members of one list.
_BACK = 40
_MOST = 12
# From eleven on the counted noun is singular.
_LAST_PLURAL = 10
_NAMED = frozenset({"PERSON", "LOC", "ORG", "MISC"})


@register("one")
def one(m: Match) -> bool:
    """One victim at ``x``, and one more for each that و joins to it.

    The kind is the row's (``kind=killed``), that of the noun, event or claim labelled ``kind_of``; ``part`` names the claim that they
    are some of. With ``object`` the noun must have the ending of an object, with ``defined`` it must follow a definite word, so that
    it is no adjective of what stands before it (``في الهجوم شرطي``). With ``joined`` the number ``n`` must be joined to it, with
    ``after`` by an event after both (``جنديا وثمانية مقاولين قتلوا``).
    """
    at, args = m.word("x"), m.rule.args
    if at is None or not _fits_place(m, at):
        return False
    kind, parent = _kind(m), m.draft(args["part"]) if "part" in args else None
    noun = m.word(args["kind_of"]) if "kind_of" in args else None
    if parent is None and noun is not None and m.scene.tags[noun].noun is not None and m.scene.tags[noun].definite:
        parent = _told_before(m, noun, kind)
    return bool(kind) and _chain(m, at, kind, parent, m.word("e"))


@register("one_more")
def one_more(m: Match) -> bool:
    """More victims after the claim ``p`` or the named victim ``p``: ``5 مدنيين وطفل``, ``رجل وزوجته وأطفالهما الأربعة``."""
    before, at = m.draft("p"), m.word("x")
    if at is None or (before is not None and (not _open(m.scene, before) or _counted_with(m.scene, before, at))):
        return False
    kind = _kind(m) if before is None or "kind_of" in m.rule.args else before.kind
    return bool(kind) and _chain(m, at, kind, before.parent if before is not None else None, before.event if before else m.word("e"))


def _open(scene: Scene, before: Draft) -> bool:
    """Whether more can follow: not ``جثتي رجل وامرأة``, where the two are named, nor dead and wounded together."""
    named = before.noun is not None and scene.has(before.noun, "remains") and not before.implicit
    return not named and (before.kind != "casualties" or before.implicit)


def _counted_with(scene: Scene, before: Draft, at: int) -> bool:
    """``150 شابا ورجلا``, ``58 أميركيا ولبنانيا``: both nouns belong to the one number."""
    noun = before.noun if at == before.last else None
    return noun is not None and not before.implicit and size(before) > _LAST_PLURAL and _accusative(scene, noun) and _accusative(scene, at)


@register("case")
def case(m: Match) -> bool:
    """``تسجيل أول حالة بجدري القرود``: one person who fell ill."""
    at = m.word("x")
    if at is None or _taken(m, at) or negated(m.scene, at) or not ill(m.scene, at + 1):
        return False
    after = m.scene.tags[at + 1].noun
    kind = "killed" if after is not None and after.kind == "killed" else "people"
    m.drafts.append(_draft(m, at, at + 1, kind, m.scene.tags[at].noun_cut))
    return True


def _fits_place(m: Match, at: int) -> bool:
    scene, args, event = m.scene, m.rule.args, m.word("e")
    found = scene.tags[event].event if event is not None else None
    if found is not None and loose(found):
        return False
    if "joined" in args and not _before_number(m.scene, m.draft("n"), after="after" in args):
        return False
    if "object" in args and not _is_object(scene, event or at, at):
        return False
    before = at - 1
    defined = scene.words[before].key.startswith("ال") or before in scene.mention_at or before in scene.temporal_at
    return defined or "defined" not in args


def _before_number(scene: Scene, number: Draft | None, *, after: bool) -> bool:
    """``قتيل و3 جرحى``: و joins the number; ``جنديا وثمانية مقاولين قتلوا``: and the event stands after both."""
    return number is not None and joined(scene, number) and (not after or number.rule == "event after its subject")


def _is_object(scene: Scene, event: int, at: int) -> bool:
    """``خطف مسلحون طبيبا``; no adjective (``متسللا عربيا``), and no other verb between (``توفي وهو ما يزال طفلا``)."""
    between = range(event + 1, at)
    if scene.words[at - 1].key.endswith("ين"):
        return False  # مقاتلين مدعومين أميركيا
    verbs = any(scene.tags[w].cues & {"past", "imperfect", "still", "clause", "that"} for w in between)
    return _accusative(scene, at) and not verbs and (scene.words[at - 1].key.startswith("ال") or not _accusative(scene, at - 1))


def _accusative(scene: Scene, at: int) -> bool:
    return scene.words[at].key.endswith("ا")


def _kind(m: Match) -> str:
    args = m.rule.args
    if "kind_of" not in args:
        return args.get("kind", "")
    label = args["kind_of"]
    draft, at = m.draft(label), m.word(label)
    if draft is not None:
        return draft.kind
    tag = m.scene.tags[at or 0]
    if tag.event is not None and label == "e":
        return tag.event.kind
    return tag.noun.kind if tag.noun is not None else ""


def _told_before(m: Match, at: int, kind: str) -> Draft | None:
    """The last number of those among whom the victims are: ``قتل 12 شخصا. وبين القتلى صحفية``."""
    before = [d for d in m.drafts if d.last <= at][-_BACK:]
    return next((d for d in reversed(before) if d.kind == kind and d.parent is None and size(d) > 1), None)


def _chain(m: Match, at: int, kind: str, parent: Draft | None, event: int | None) -> bool:
    """Drafts for the member at ``at`` and those that follow it; whether there is any."""
    scene, made, last = m.scene, 0, -1
    if negated(scene, at):
        return False
    while at >= 0 and made < _MOST and not _taken(m, at):
        found = _member(m, at, kind, first=not made and m.rule.make == "one", after=last)
        if found is None:
            break
        found.event, found.parent = event, parent
        found.event_kind = kind
        m.drafts.append(found)
        made, last = made + 1, at
        at = _next(scene, found.last)
    if made and at >= 0:
        _counted(m, at, kind, parent)
    return made > 0


def _counted(m: Match, at: int, kind: str, parent: Draft | None) -> None:
    """``بين المصابين طبيب وممرضتان``: the list goes on with a number."""
    found = next((d for d in m.drafts if d.first == at), None)
    if found is not None and found.kind in ("people", "troops") and found.event is None and found.cut:
        found.kind, found.rule, found.event_kind = kind, m.rule.name, kind
        found.parent = found.parent or parent


def _taken(m: Match, at: int) -> bool:
    return any(d.first <= at < d.last for d in m.drafts)


def _member(m: Match, at: int, kind: str, *, first: bool, after: int) -> Draft | None:
    """The victim at ``at``: a person, one named by nationality, or kin of the one before."""
    scene = m.scene
    tag = scene.tags[at]
    if not first and tag.cues & {"kin_one", "kin_two", "kin_many"}:
        return _kin(m, at, kind)
    if _national(scene, at, after):
        return _draft(m, at, at + 1, kind, _cut(scene, at))
    noun = tag.noun
    if noun is None or noun.number != "s" or noun.kind not in HUMAN or tag.definite or collective(noun) or scene.type_at(at) in _NAMED:
        return None
    end = named_end(scene, at)
    if end is None or unhurt(scene, at, kind) or _speaks(scene, end):
        return None
    return _draft(m, at, end, noun.kind if noun.kind in ("killed", "injured") else kind, tag.noun_cut)


def _speaks(scene: Scene, at: int) -> bool:
    """``مقتل طفل ومسؤول يتوعد``: the noun opens a clause of its own."""
    return at < len(scene.words) and (scene.tags[at].attribution or "imperfect" in scene.tags[at].cues) and not scene.stop(at)


def _national(scene: Scene, at: int, after: int) -> bool:
    """``وتونسيا``, ``وفرنسية``; ``وإسبانيا`` after another such is a Spaniard, not Spain."""
    kind, key = scene.type_at(at), scene.words[at].key
    if key.startswith("ال") or scene.mention_end.get(at) != at + 1:
        return False
    if kind == "LOC":
        before = after if after >= 0 else at - 1
        people = scene.type_at(before) == "NORP" or (after >= 0 and _accusative(scene, after))
        return key.endswith("يا") and people and not scene.words[before].key.startswith("ال")
    return kind == "NORP" and key.endswith(("ي", "يه", "يا"))


def _cut(scene: Scene, at: int) -> int:
    place = scene.mention_at.get(at)
    return scene.entities[place[0]].mentions[place[1]].cut if place is not None else 0


def _kin(m: Match, at: int, kind: str) -> Draft | None:
    """``وزوجته`` one, ``وطفلاها`` two, ``وأطفالهما الأربعة`` as many as the number after them says."""
    scene, cut = m.scene, m.scene.tags[at].cue_cut
    if scene.has(at, "kin_one"):
        end = at + 1
        return None if end < len(scene.words) and scene.type_at(end) == "PERSON" else _draft(m, at, end, kind, cut)
    if scene.has(at, "kin_two"):
        return _draft(m, at, at + 1, kind, cut, Quantity(best=2))
    number = scene.numeral_at.get(at + 1)
    if number is None:
        return None
    found = scene.numerals[number]
    return _draft(m, at, max(found.last, at + 2), kind, cut, found.quantity)


def _draft(m: Match, at: int, end: int, kind: str, cut: int, quantity: Quantity = ONE) -> Draft:
    scene = m.scene
    noun = scene.tags[at].noun
    draft = Draft(at, end, cut, quantity, None, at)
    own = noun is not None and not scene.tags[at].cues & {"kin_one", "kin_two", "kin_many"}
    word = scene.words[at]
    text = word.text[cut_offset(word, cut) - word.start :] if cut else word.text
    draft.kind, draft.rule, draft.implicit = kind, m.rule.name, quantity is ONE
    draft.unit = noun.lemma if own and noun is not None else text
    m.note(draft)
    return draft


def _next(scene: Scene, end: int) -> int:
    """The next member of the list: و joins it, after an adjective or a second word at most; -1 where the list has ended."""
    for at in range(end, min(end + 2, len(scene.words))):
        if scene.stop(at) or at in scene.temporal_at or scene.tags[at].event is not None or scene.tags[at].cues & {"location", "subset"}:
            return -1
        if _and(scene, at):
            return at
    return -1


def _and(scene: Scene, at: int) -> bool:
    tag = scene.tags[at]
    return scene.words[at].key[0] == "و" and (tag.noun_cut == 1 or tag.cue_cut == 1 or _cut(scene, at) == 1)
