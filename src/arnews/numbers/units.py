"""Units after and before a number: percent, points, money, measures, multipliers; and what an area is in square metres."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from arnews.context import Context
from arnews.numbers.lexicon import NumberLexicon, Unit, Value, load
from arnews.text.trie import Match
from arnews.text.words import Word

_LONG_ENOUGH = 5


class UnitAt(NamedTuple):
    """A unit in the text: words ``first`` to ``end``, the unit, its name by the country's usage, proclitic letters on its first word."""

    first: int
    end: int
    unit: Unit
    name: str | None
    cut: int = 0


def square_metres(amount: Value, unit: str, country: str | None) -> float | None:
    """An area in square metres, for فدان and دونم by the size that ``country`` (ISO 3166-1 alpha-2) gives them; None where unknown."""
    areas = load().areas
    size = areas.get((unit, country or "")) or areas.get((unit, ""))
    return None if size is None else amount * size


def name_of(lexicon: NumberLexicon, unit: Unit, context: Context) -> str:
    """The ISO code, or the word itself where several countries share it and none is given (ريال)."""
    if not unit.name.startswith("@"):
        return unit.name
    word = unit.name[1:]
    return lexicon.local.get((word, context.country or ""), word)


def _longest(words: Sequence[Word], lexicon: NumberLexicon, i: int) -> Match[Unit] | None:
    return lexicon.units.longest(words, i, proclitics=False) if words[i].key in lexicon.unit_firsts else None


def after(words: Sequence[Word], lexicon: NumberLexicon, end: int, context: Context) -> UnitAt | None:
    """The unit that starts at word ``end``, right after a number on its line."""
    if end >= len(words) or words[end].line != words[max(0, end - 1)].line:
        return None
    found = _longest(words, lexicon, end)
    of_the = end + 1 < len(words) and words[end + 1].key.startswith(lexicon.affixes["article"])
    if found is None and of_the and words[end].key in lexicon.grammar["of"]:
        found = _longest(words, lexicon, end + 1)  # مليون من الدولارات
        if found is not None and found.value.kind not in {"money", "measure"}:
            return None
    if found is None or found.value.dual:
        return None
    word = words[end]
    if word.text == "م" and _is_era(words, lexicon, end):
        return None
    if len(word.key) == 1 and word.kind in {"arabic", "latin"} and word.start != words[end - 1].end and word.text != "م":
        return None
    if word.kind == "latin" and len(word.key) <= 3 and word.text.isupper() and found.value.kind == "measure" and len(word.key) == 1:
        return None
    return UnitAt(found.first, found.last, found.value, name_of(lexicon, found.value, context))


def _is_era(words: Sequence[Word], lexicon: NumberLexicon, end: int) -> bool:
    """Whether م after a number is ميلادي: ``2012م``, ``القرن 16م``."""
    year = words[end - 1].text.isdigit() and len(words[end - 1].text) == 4
    head = words[end - 2].key if end > 1 else ""
    return year or head.endswith(lexicon.affixes["era"])


def before(words: Sequence[Word], lexicon: NumberLexicon, first: int, context: Context) -> UnitAt | None:
    """A currency symbol, an ISO code or a percent sign before the digits: ``$10``, ``€ 5``, ``USD 10``, ``%5``."""
    if first == 0 or words[first].kind != "number":
        return None
    at = first - 1
    w = words[at]
    if w.kind not in {"punct", "latin", "other"} or w.line != words[first].line:
        return None
    if w.text == "$" and at > 0 and words[at - 1].end == w.start and words[at - 1].kind == "latin":
        found = _longest(words, lexicon, at - 1)
        if found is not None and found.last == first:
            return UnitAt(at - 1, first, found.value, name_of(lexicon, found.value, context))
    found = _longest(words, lexicon, at)
    if found is None or found.last != first or found.value.kind not in {"money", "percent"}:
        return None
    near = w.end == words[first].start
    if w.text == "%" and at > 0 and words[at - 1].kind == "number":
        return None
    if not near and at > 0 and words[at - 1].kind == "number" and words[at - 1].end + 1 >= w.start:
        return None
    if w.kind == "latin" and not (w.text.isupper() and (near or words[first].start == w.end + 1)):
        return None
    return UnitAt(at, first, found.value, name_of(lexicon, found.value, context))


def dual(words: Sequence[Word], lexicon: NumberLexicon, i: int, context: Context, *, ranged: bool = False) -> UnitAt | None:
    """A unit in the dual, a number by itself: ``كيلومترين``, ``دولارين``; ``ranged``: the other end of a range names its unit."""
    found = lexicon.units.longest(words, i)
    if found is None or not found.value.dual:
        return None
    if (
        not ranged
        and len(words[i].key) - found.cut < _LONG_ENOUGH
        and (found.last >= len(words) or words[found.last].key not in lexicon.grammar["of"])
    ):
        return None  # طنين من الحشيش measures, طنين الأذن is a noise
    if found.last < len(words) and found.value.kind == "money" and words[found.last].key.endswith(lexicon.affixes["dual"]):
        # ريالين سعوديين, ليرتين تركيتين: the singular names the currency.
        one, of = words[i].key[found.cut : -2], words[found.last].key[:-2]
        feminine = one.endswith("ت") and of.endswith("ت")
        full = lexicon.units.get([one[:-1] + "ه", of[:-1] + "ه"] if feminine else [one, of])
        if full is not None:
            return UnitAt(i, found.last + 1, full, name_of(lexicon, full, context))
    return UnitAt(i, found.last, found.value, name_of(lexicon, found.value, context))
