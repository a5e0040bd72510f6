"""One victim beside a number, without a number of his own: ``5 مدنيين وطفل``, ``شرطيان إضافة إلى مدني``, ``قتيل و3 جرحى``."""

from __future__ import annotations

from arnews.claims.events import CASUALTY
from arnews.claims.implicit import ONE, collective, named_end
from arnews.claims.kinds import HUMAN
from arnews.claims.scene import STRONG, Draft, Scene


def listed(scene: Scene, drafts: list[Draft], taken: frozenset[int]) -> list[Draft]:
    """Single victims in a list that a number opens: ``5 مدنيين وطفل``, ``20 مدنيا بينهم طفل``."""
    out: list[Draft] = []
    for d in drafts:
        if d.kind not in CASUALTY or d.implicit or d.last + 1 >= len(scene.words):
            continue
        i = d.last
        among = False
        if scene.words[i].text in "،," and i + 1 < len(scene.words):
            i += 1
        if "subset" in scene.tags[i].cues and i + 1 < len(scene.words):
            i, among = i + 1, True
        noun = scene.tags[i].noun
        cut = scene.tags[i].noun_cut
        if noun is None or noun.number != "s" or noun.kind not in HUMAN or scene.tags[i].definite or i in taken or collective(noun):
            continue
        if not (among and cut == 0) and not (cut == 1 and scene.words[i].key[0] == "و" and i == d.last):
            continue
        if noun.kind in CASUALTY or (i + 1 < len(scene.words) and scene.words[i + 1].key.startswith("ال")):
            continue
        single = Draft(i, i + 1, cut, ONE, None, i)
        single.kind, single.implicit, single.unit, single.rule = d.kind, True, noun.lemma, "one more in a list"
        single.event, single.event_kind = d.event, d.event_kind
        single.parent = d if among else d.parent
        single.note("quantity", "one more in a list", d.first, i + 1)
        out.append(single)
    seen = taken | {d.first for d in drafts} | {d.first for d in out}
    out += [s for d in drafts if d.kind in CASUALTY for s in (_besides(scene, d), _before_number(scene, d)) if s and s.first not in seen]
    return out


def _one_more(scene: Scene, i: int, d: Draft, kind: str) -> Draft | None:
    """A draft for the indefinite singular person at ``i`` whom the number of ``d`` does not hold."""
    noun, tag = scene.tags[i].noun, scene.tags[i]
    if noun is None or noun.number != "s" or noun.kind not in HUMAN or tag.definite or collective(noun) or scene.type_at(i) == "PERSON":
        return None
    end = named_end(scene, i)
    if end is None:
        return None
    single = Draft(i, end, tag.noun_cut, ONE, None, i)
    single.kind, single.implicit, single.unit, single.rule = kind, True, noun.lemma, "one more beside a number"
    single.event, single.event_kind, single.parent = d.event, d.event_kind, d.parent
    single.note("quantity", "one more beside a number", d.first, end)
    return single


def _besides(scene: Scene, d: Draft) -> Draft | None:
    """``أصيب شرطيان، إضافة إلى مدني``: somebody beside the number, in its sentence."""
    _, last = scene.sentence(d.first)
    for w in range(d.last, min(last - 2, d.last + 14)):
        if scene.words[w].text in STRONG or (w in scene.numeral_at and w not in scene.temporal_at):
            return None
        if scene.isa(w, "besides") and scene.words[w + 1].key in ("الي", "عن", "جانب"):
            at = w + 3 if scene.words[w + 1].key == "جانب" and w + 3 < last else w + 2
            return _one_more(scene, at, d, d.kind) if scene.tags[at].noun_cut == 0 else None
    return None


def _before_number(scene: Scene, d: Draft) -> Draft | None:
    """``قتيل و3 جرحى``, ``جنديا من قواته وثمانية مقاولين قتلوا``: one before the number that و joins to him."""
    if not (d.cut and scene.words[d.first].key[:1] == "و") and not (d.first and scene.words[d.first - 1].key == "و"):
        return None
    i = d.first - 1 if d.cut else d.first - 2
    if i >= 2 and scene.words[i - 1].key == "من" and d.rule == "event after its subject":
        i -= 2
    if i < 0 or scene.tags[i].noun is None or scene.tags[i].noun_cut:
        return None
    noun = scene.tags[i].noun
    assert noun is not None
    if noun.kind in ("killed", "injured"):
        return _one_more(scene, i, d, noun.kind)
    return _one_more(scene, i, d, d.kind) if d.rule == "event after its subject" else None
