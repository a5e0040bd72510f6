"""Ages: numbers of years that the words give as somebody's age, which are claims and not durations."""

from __future__ import annotations

from arnews.claims.leaning import adjoining
from arnews.claims.lexicon import lemma_is
from arnews.claims.scene import Scene
from arnews.numbers.model import Numeral

_OLDEST = 130
# How far before the number the word of age (عمره, سن) may stand.
_REACH = 5


def ages(scene: Scene) -> list[tuple[Numeral, int, int, str | None]]:
    """Each numeral that is an age, its word range with the word for years, and the unit where it is not years (شهر)."""
    out: list[tuple[Numeral, int, int, str | None]] = []
    for at, n in enumerate(scene.numerals):
        span = age(scene, n)
        if span is None and out and out[-1][0] is scene.numerals[at - 1] and adjoining(scene, scene.numerals[at - 1], n):
            span = _years(scene, n)  # في سن 7 و12 عاما
        if span is not None:
            out.append((n, *span, n.unit if n.unit is not None and lemma_is(n.unit, "infant") else None))
    return out


def _years(scene: Scene, n: Numeral) -> tuple[int, int] | None:
    """The number with its word for years, or None where it has none."""
    word = _year_word(scene, n)
    return (n.first, max(n.last, word + 1)) if word is not None and n.form == "cardinal" else None


def _year_word(scene: Scene, n: Numeral) -> int | None:
    last = n.last
    if last > n.core[1] and scene.has(last - 1, "year"):
        return last - 1
    if n.noun is not None and scene.has(n.noun[0], "year"):
        return n.noun[0]
    return last if last < len(scene.words) and scene.has(last, "year") else None


def age(scene: Scene, n: Numeral) -> tuple[int, int] | None:
    """Word range of the age with its word for years, or None: ``(58 عاما)``, ``يبلغ من العمر 51 عاما``, ``عمره 14``."""
    if n.form != "cardinal" or (n.unit is not None and not _age_unit(n.unit)):
        return None
    years = _year_word(scene, n)
    if years is not None:
        end = max(n.last, years + 1)
        return (n.first, end) if _of_years(scene, n, end) else None
    if n.noun is not None and n.unit is None:
        return None  # في الأربعينيات من العمر ومراهقان
    if (n.quantity.best or n.quantity.low or n.quantity.high or 0) > _OLDEST:
        return None
    if n.unit is not None and lemma_is(n.unit, "infant"):
        return (n.first, n.last) if n.first and scene.has(n.first - 1, "age") else None  # رضيعة عمرها شهران
    return (n.first, n.last) if _said_before(scene, n.first) else None


def _of_years(scene: Scene, n: Numeral, end: int) -> bool:
    """Whether a number with a word for years is an age by its brackets, by a verb before it or by a word of age near it."""
    if _enclosed(scene, n.first, end) or _died_at(scene, n.first) or _reached(scene, n.first):
        return True
    if (n.quantity.best or n.quantity.low or n.quantity.high or 0) > _OLDEST:
        return False
    _, stop = scene.sentence(n.first)
    return _said_before(scene, n.first) or any(scene.has(w, "age") for w in range(end, min(stop, end + 3)))


def _age_unit(unit: str) -> bool:
    return lemma_is(unit, "year") or lemma_is(unit, "infant")


def _enclosed(scene: Scene, first: int, end: int) -> bool:
    """``(58 عاما)``, ``(58 عاما، ...``."""
    words = scene.words
    return first > 0 and words[first - 1].text == "(" and end < len(words) and words[end].text in ")،,"


def _died_at(scene: Scene, word: int) -> bool:
    """``توفي الكاتب عن 94 عاما``."""
    if word < 2 or not scene.has(word - 1, "aged"):
        return False
    first, _ = scene.sentence(word)
    events = (scene.tags[w].event for w in range(max(first, word - 14), word))
    return any(e is not None and e.kind == "killed" for e in events)


def _reached(scene: Scene, word: int) -> bool:
    """``رجل يبلغ 30 عاما``: a person stands right before the verb."""
    if word < 2 or not scene.has(word - 1, "years_age"):
        return False
    first, _ = scene.sentence(word)
    for w in range(word - 2, max(first, word - 4) - 1, -1):
        noun = scene.tags[w].noun
        if scene.stop(w) or w in scene.numeral_at or "clause" in scene.tags[w].cues:
            return False
        if scene.type_at(w) == "PERSON" or (
            noun is not None and noun.kind in _PERSONS and noun.number == "s" and not scene.has(w, "collective")
        ):
            return True
    return False


_PERSONS = frozenset({"people", "troops", "killed", "injured", "detained", "hostages", "missing"})


def _said_before(scene: Scene, word: int) -> bool:
    """A word of age before the number, with no other number and no event of harm between."""
    first, _ = scene.sentence(word)
    for w in range(word - 1, max(first, word - _REACH) - 1, -1):
        event = scene.tags[w].event
        if scene.stop(w) or w in scene.numeral_at or (event is not None and event.kind):
            return False  # وفاة كهل في العقد الخامس من عمره وجرح 3
        if scene.has(w, "age") and scene.type_at(w) != "PERSON":
            return True
    return False
