"""What the units of every room have in common: the marks, the proclitics before a word, and the atoms that name these.

A room says which of its layers hold the form, the proclitics and the word itself, and adds atoms of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from arnews.grammar.patterns import Alphabet, Letters
from arnews.text.fold import fold

STRONG = frozenset({".", "!", "?", "؟", "…", "..", "...", "؛", ";"})
QUOTES = frozenset({'"', "“", "”", "«", "»", "'"})
COLON = ":"
_CONJUNCTIONS, _PREPOSITIONS = ("", "و", "ف"), ("", "ب", "ل", "ك", "س")
# Every pair of a conjunction and a preposition that may stand before a word: the values of the layer of proclitics.
PROCLITICS = tuple((c, p) for c in _CONJUNCTIONS for p in _PREPOSITIONS)
_BEFORE = {"AND": (0, frozenset({"و", "ف"})), "BY": (1, frozenset("ب")), "TO": (1, frozenset("ل")), "AS": (1, frozenset("ك"))}


class Layers(NamedTuple):
    """The numbers of the layers that hold the form of a unit, its proclitics, and the word that patterns name."""

    form: int
    proclitic: int
    word: int


def proclitics(before: str) -> tuple[str, str]:
    """The value of the layer of proclitics for the letters before a word: ``وب`` gives و and ب."""
    conjunction = before[:1] if before[:1] in _CONJUNCTIONS else ""
    preposition = before[-1:] if before[-1:] in _PREPOSITIONS else ""
    return conjunction, preposition


def basic(name: str, alphabet: Alphabet, layers: Layers, forms: Mapping[str, str]) -> Letters | None:
    """What an atom stands for that every room has: a form by its name in ``forms``, a word, ``AND BY TO AS FREE``; None for others."""
    if name in forms:
        return {layers.form: alphabet.where(layers.form, lambda v: v == forms[name])}
    if not name.isascii():
        return {layers.word: frozenset({alphabet.letters[layers.word][fold(name)]})}
    if name in _BEFORE:
        place, which = _BEFORE[name]
        return {layers.proclitic: alphabet.where(layers.proclitic, lambda v: v[place] in which)}
    return {layers.proclitic: alphabet.where(layers.proclitic, lambda v: v == ("", ""))} if name == "FREE" else None


def named(letter_of: Mapping[object, str], key: str) -> str:
    """The letter of a folded word that patterns name, with or without و or ف before it; that of the empty word for others."""
    return letter_of.get(key) or (letter_of.get(key[1:], letter_of[""]) if key[0] in "وف" else letter_of[""])
