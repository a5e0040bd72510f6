"""Counted nouns: the noun that belongs to a number by agreement, and duals that are numbers themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from arnews.numbers.lexicon import PROCLITICS, Noun, NumberLexicon, Value
from arnews.text.words import Word, cuts

_FATHA, _SUKUN = "\u064e", "\u0652"
_JOINING, _BOUND, _IMPERFECT = ("و", "ف"), ("ب", "ل", "ك"), ("ي", "ت")


class Counted(NamedTuple):
    """The counted noun: its word and, where the lexicon knows it, what it is."""

    word: int
    noun: Noun | None


def lookup(lexicon: NumberLexicon, key: str) -> Noun | None:
    """The noun of this folded word, with or without the article."""
    return lexicon.nouns.get(key) or (lexicon.nouns.get(key[2:]) if key.startswith(lexicon.affixes["article"]) else None)


def counted(words: Sequence[Word], lexicon: NumberLexicon, end: int, value: Value, *, definite: bool) -> Counted | None:
    """The noun that the number ending at ``end`` counts: by lexicon, by ``من``, or by the shape that agreement asks for."""
    if end >= len(words):
        return None
    w = words[end]
    if w.kind != "arabic" or w.line != words[end - 1].line:
        return None
    if w.key in lexicon.grammar["of"]:
        return _partitive(words, lexicon, end + 1)
    noun = lexicon.nouns.get(w.key)
    if noun is not None:
        return Counted(end, noun)
    if w.key.startswith(lexicon.affixes["article"]):
        noun = lexicon.nouns.get(w.key[2:])
        return Counted(end, noun) if noun is not None and definite else None
    if w.key in lexicon.cues["not-counted"] or w.key in lexicon.words or w.key in lexicon.ordinals or not isinstance(value, int):
        return None
    year = 1900 <= value <= 2100  # منذ 2014 متتبعا: a year counts only what the lexicon knows
    return Counted(end, None) if not year and _agrees(w, value, lexicon) else None


def _partitive(words: Sequence[Word], lexicon: NumberLexicon, at: int) -> Counted | None:
    """``تسعة آلاف من أفراد الإطفاء``, ``100 من الجنود``: the noun after من, definite or bound, in the plural."""
    if at >= len(words) or words[at].kind != "arabic":
        return None
    noun = lookup(lexicon, words[at].key)
    return Counted(at, noun) if noun is not None and noun.number == "p" else None


def _agrees(w: Word, value: int, lexicon: NumberLexicon) -> bool:
    """Whether an unknown word has the shape of what this number counts: plural after 3-10, accusative singular after 11-99."""
    key, last = w.key, value % 100
    if len(key) < 3 or (key.startswith(_JOINING) and len(key) > 3) or (key.startswith(_BOUND) and key[1] == "ا"):
        return False
    if value <= 10:
        return value >= 3 and key.endswith(lexicon.affixes["plural"]) and not key.startswith(_IMPERFECT)
    if 11 <= last <= 99:
        return w.text.endswith(("\u064b", "\u064bا")) or (key.endswith("ا") and len(key) > 3 and not key.startswith(PROCLITICS[:4]))
    return False


def dual(words: Sequence[Word], lexicon: NumberLexicon, i: int) -> tuple[Noun, int, str] | None:
    """A dual at word ``i`` that is a number: the noun, the proclitic letters cut and the rule; or the rule that excludes it."""
    w = words[i]
    for cut, key in ((0, w.key), *((c, k) for c, k in cuts(w.key) if w.key[:1] in PROCLITICS)):
        noun = lexicon.duals.get(key)
        if noun is not None:
            if noun.number == "c":
                return _construct(words, lexicon, i, noun, cut)
            return noun, cut, "dual"
        noun = lexicon.voweled_duals.get(key)
        if noun is not None and (not key.endswith(lexicon.affixes["genitive"]) or _voweled(lexicon, w)):
            return noun, cut, "dual"
        noun = lexicon.bound_duals.get(key)
        if noun is not None and i + 1 < len(words) and words[i + 1].key in lexicon.cues["service"] and words[i + 1].line == w.line:
            return noun, cut, "dual-construct"  # رجلي شرطة, جنديا حراسة; رجلي and عنصري alone are my man and racist
        if key.startswith(lexicon.affixes["article"]):
            noun = lexicon.duals.get(key[2:])
            if noun is not None:
                # خلال العامين الماضيين is a length of time, الأمناء العامين an adjective.
                before = words[i - 1].key if i > 0 else ""
                adjective = before.startswith(lexicon.affixes["article"]) and before not in lexicon.grammar["to"] and not cut
                return noun, cut, "dual-definite-time" if noun.kind == "time" and not adjective else "!definite-dual"
    return None


def _voweled(lexicon: NumberLexicon, w: Word) -> bool:
    """``مسلحَين``, ``مسلحَيْنِ``: the vowel that tells the dual from the plural."""
    text = w.text.replace(_SUKUN, "")
    return any(_FATHA + ending in text for ending in lexicon.affixes["genitive"])


def _construct(words: Sequence[Word], lexicon: NumberLexicon, i: int, noun: Noun, cut: int) -> tuple[Noun, int, str] | None:
    """``جثتي رجلين`` counts; ``مدينتي طنطا والإسكندرية`` names its two; ``مدينتي`` and ``زوجتي`` alone are my city and my wife."""
    if i + 1 >= len(words) or words[i + 1].kind != "arabic":
        return None
    nxt = words[i + 1].key
    known = nxt in lexicon.nouns or nxt in lexicon.duals or nxt in lexicon.voweled_duals
    if known and not nxt.startswith(lexicon.affixes["article"]):
        return noun, cut, "dual-construct"
    return noun, cut, "!dual-before-names"
