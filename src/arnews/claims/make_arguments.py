"""Productions of the rules for arguments: whom a number counts or who acts, and where, in the words of a pattern."""

from __future__ import annotations

from arnews.claims.rows import Match, register
from arnews.claims.scene import Draft, Phrase, Scene
from arnews.claims.speakers import phrase
from arnews.claims.who import modifiers
from arnews.text.words import has_article


def _cut(scene: Scene, first: int) -> int:
    """Letters of a preposition before a word that heads a phrase: ``لمقاتلين``."""
    at = scene.mention_at.get(first)
    if at is not None:
        mention = scene.entities[at[0]].mentions[at[1]]
        return mention.cut if mention.first == first else 0
    return scene.tags[first].noun_cut


def _phrase(m: Match, label: str) -> Phrase | None:
    """The noun phrase, or with ``name`` in the row the name alone, that begins at a label."""
    at = m.hit.get(label)
    if at is None:
        return None
    unit, scene = m.units.units[at], m.scene
    last = unit.last if "name" in m.rule.args or unit.last - unit.first > 1 else _agreeing(scene, unit.first, modifiers(scene, unit.first))
    return phrase(scene, unit.first, last, _cut(scene, unit.first))


def _agreeing(scene: Scene, first: int, last: int) -> int:
    """``الآبار ملوثة``: what is said of a definite noun has no article, and is no part of its phrase."""
    if has_article(scene.words[first].key):
        for w in range(first + 1, last):
            if scene.tags[w].noun is None and w not in scene.mention_at and not has_article(scene.words[w].key):
                return last if scene.isa(w, "of") else w
    return last


def _definite(scene: Scene, first: int) -> bool:
    """Whether a word can head the group that a share is of: a definite noun, a name, a noun of the tables."""
    key = scene.words[first].key
    noun = scene.tags[first].noun
    if noun is not None and noun.kind == "time":
        return False  # بارتفاع قدره 0,3 في المائة من أسبوع لآخر
    return has_article(key) or first in scene.mention_at or noun is not None


def _set(m: Match, draft: Draft, field: str, found: Phrase | None) -> bool:
    if found is None or getattr(draft, field) is not None:
        return False
    setattr(draft, field, found)
    draft.note(field, m.rule.name, found.first, found.last)
    return True


@register("group")
def group(m: Match) -> bool:
    """``x`` names those whom ``n`` counts, or who acts: ``80 % من الأنفاق``, ``90 جثة لمقاتلين``, ``أصدر بشار الأسد مرسومين``."""
    draft, at = m.draft("n"), m.word("x")
    if draft is None or at is None or not _definite(m.scene, at):
        return False
    return _set(m, draft, "who", _phrase(m, "x"))


@register("of_them")
def of_them(m: Match) -> bool:
    """``93 منهم``: those whom the whole counts, else the persons told of before."""
    draft = m.draft("n")
    whole = draft.parent if draft is not None else None
    if draft is None or whole is None:
        return False
    counted = whole.who
    if counted is None and whole.noun is not None and whole.kind == "people":
        counted = phrase(m.scene, whole.noun, whole.noun + 1)
    return _set(m, draft, "who", counted)


@register("total_of")
def total_of(m: Match) -> bool:
    """``عدد الأشخاص المنحدرين من أصول مهاجرة``: whose number it is, where more is said of them than that they are persons."""
    draft, at, scene = m.draft("n"), m.word("x"), m.scene
    if draft is None or at is None or not _definite(scene, at):
        return False
    noun, found = scene.tags[at].noun, _phrase(m, "x")
    if "any" not in m.rule.args and noun is not None and noun.generic and (found is None or found.last - found.first < 2):
        return False
    return _set(m, draft, "who", found)


@register("same")
def same(m: Match) -> bool:
    """``2.4 مليار يورو (2.6 مليار دولار)``: the sum in brackets is the same in other money."""
    told, draft = m.draft("w"), m.draft("n")
    if told is None or draft is None:
        return False
    if draft.where is None:
        draft.where = told.where
    return _set(m, draft, "who", told.who)


@register("place")
def place(m: Match) -> bool:
    """``x`` is the place of ``n``, where nothing nearer is: ``وصل 181 ألفا إلى إيطاليا``."""
    draft = m.draft("n")
    return draft is not None and _set(m, draft, "where", _phrase(m, "x"))
