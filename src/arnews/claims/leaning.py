"""Numbers that lean on another: restated in brackets, shares of a group, definite counts, units lent by the next number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arnews.claims.events import CASUALTY
from arnews.claims.lexicon import Noun, Tag, possessed
from arnews.claims.scene import Draft, Scene
from arnews.numbers.model import Numeral
from arnews.records import Quantity

_ARTICLE = "ال"


def joined_numerals(scene: Scene) -> Iterator[Numeral]:
    """The numerals of a document with those that say one number twice as one: ``4 (أربعة) جنود``, ``(12) اثني عشر عاملا``."""
    held: Numeral | None = None
    for n in scene.numerals:
        both = _restated(scene, held, n) if held is not None else None
        if both is not None:
            held = both
            continue
        if held is not None:
            yield held
        held = n
    if held is not None:
        yield held


def _restated(scene: Scene, a: Numeral, b: Numeral) -> Numeral | None:
    if a.form != "cardinal" or b.form != "cardinal" or a.quantity.best is None or a.quantity.best != b.quantity.best or a.noun == a.core:
        return None
    texts = [w.text for w in scene.words[max(0, a.first - 1) : b.last + 1]]
    inside = b.first == a.last + 1 and scene.words[a.last].text == "(" and texts[-1] == ")" and not a.unit and not a.noun
    if inside:
        return replace(a, last=b.last + 1, core=(a.core[0], b.core[1]), noun=b.noun)
    enclosed = a.first > 0 and texts[0] == "(" and b.first == a.last + 1 and scene.words[a.last].text == ")"
    if enclosed and not b.cut:
        return replace(b, first=a.first - 1, core=(a.core[0], b.core[1]), cut=0)
    return None


def bracketed(scene: Scene, draft: Draft, n: Numeral) -> None:
    """``(14) مواطنا``: the text of a claim has both brackets of its number or none."""
    whole = not n.cut and draft.first == n.first > 0 and n.last == n.core[1] and draft.last > n.last + 1
    if whole and scene.words[n.first - 1].text == "(" and scene.words[n.last].text == ")":
        draft.first = n.first - 1


def lend(numerals: Sequence[Numeral], scene: Scene) -> list[Numeral]:
    """``4.5 و9 كيلومترات``, ``30 و40%``: a number right before و and another with a unit has that unit too."""
    out = list(numerals)
    for at in range(len(out) - 2, -1, -1):
        a, b = out[at], out[at + 1]
        if not (a.form == "cardinal" and a.unit is None and a.noun is None and adjoining(scene, a, b)):
            continue
        if b.form == "percent":
            out[at] = replace(a, form="percent")
        elif b.unit is not None and b.form == "cardinal" and len(scene.words[b.last - 1].key) > 1:  # عامي 14 و37 م: a year
            out[at] = replace(a, unit=b.unit)
    return out


def adjoining(scene: Scene, a: Numeral, b: Numeral) -> bool:
    """Whether و or أو alone joins two numbers: ``7 و12``, ``7 أو 12``."""
    if b.first == a.last:
        return bool(b.cut) and scene.words[b.first].key[:1] == "و"
    return b.first == a.last + 1 and scene.has(a.last, "and")


_WHOLE_KINDS = frozenset({"time"})
_DIGITS = 1


def share(scene: Scene, n: Numeral) -> Numeral | None:
    """``ربع المقاعد``, ``ثلاثة أخماس الأعضاء``, ``نصف قيمتها``: a fraction of a group as percent; None where it is of no group."""
    at = n.last
    if at >= len(scene.words) or n.unit is not None or at in scene.temporal_at or at in scene.numeral_at:
        return None
    if scene.doc.sentence_of(at) != scene.doc.sentence_of(n.core[0]) or not _group_word(scene, at):
        return None
    q = n.quantity
    low, best, high = (round(float(v) * 100, _DIGITS) if v is not None else None for v in (q.low, q.best, q.high))
    scaled = Quantity(low=low, best=best, high=high, approximate=q.approximate, vague=q.vague)
    return replace(n, quantity=scaled, form="percent", last=at + 1, noun=None)


def _group_word(scene: Scene, at: int) -> bool:
    """Whether a word names a whole that can be shared: many things or persons, or a sum of the class ``portion``."""
    if scene.has(at, "portion"):
        return True
    found = scene.tags[at]
    owned = possessed(scene.words[at]) if found.noun is None else None
    if owned is not None and "portion" in owned.cues:
        return True
    named = owned if owned is not None else found
    if named.noun is None or named.noun_cut or named.noun.kind in _WHOLE_KINDS or scene.type_at(at) in ("LOC", "ORG", "PERSON"):
        return False
    return named.noun.number == "p"


def definite_count(scene: Scene, n: Numeral) -> Draft | None:
    """``القتلى الثلاثة``, ``وأطفالهما الأربعة``, ``قتل المهاجمون الأربعة``: persons whom a number with the article counts."""
    at = n.first - 1
    if n.form != "cardinal" or n.cut or at < 0 or n.unit is not None or (n.quantity.best or 0) < 2:
        return None
    if scene.words[n.first].kind != "arabic" or not scene.words[n.first].key.startswith(_ARTICLE) or at in scene.numeral_at:
        return None
    if scene.words[at].line != scene.words[n.first].line:
        return None
    found = scene.tags[at]
    owned = possessed(scene.words[at]) if found.noun is None else None
    named = owned if owned is not None else found
    if named.noun is None or not _named_again(scene, at, named, named.noun, owned is not None):
        return None
    draft = Draft(at, n.last, named.noun_cut, n.quantity, n)
    draft.noun = at
    return draft


def _named_again(scene: Scene, at: int, named: Tag, noun: Noun, owned: bool) -> bool:
    if noun.number != "p" or not (named.definite or owned):
        return False
    if noun.kind in CASUALTY:
        return True
    if noun.kind not in ("people", "troops"):
        return False
    if owned:
        return True
    event = scene.tags[at - 1].event if at else None
    return event is not None and event.kind in CASUALTY and event.shape != "masdar_own"
