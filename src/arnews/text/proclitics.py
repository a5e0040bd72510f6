"""Proclitics of a word, as annotation: which letters of ``وبالقاهرة`` are و, ب and ال. The word itself stays whole.

Decided by how often the word and what would remain of it occur, and by what stands before the word elsewhere: a real
proclitic takes no second و, no ال and no preposition in front of it (``وزير`` has ``ووزير`` and ``الوزير``, ``وقال`` has neither).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from arnews.lexicon import rows
from arnews.text.frequency import count
from arnews.text.words import Word, cut_offset

_CONJUNCTIONS, _PREPOSITIONS, _FUTURE = "وف", "بلك", "س"
# How often at most a word may occur for each time that its rest does, if it is a proclitic and that rest. Measured on news, see docs.
_RATIO = {"و": 4.0, "ف": 2.0, "ب": 4.0, "ل": 4.0, "ك": 0.6, "س": 2.5}
# A rest rarer than this is no known word; and the share of a word's occurrences that have ال or a preposition before it as a whole.
_KNOWN = 12.0
_WHOLE_SHARE = 0.04
_SHORTEST = 2
_FREQUENT = 400.0


class Proclitics(NamedTuple):
    """``letters`` of the key taken by the proclitics ``parts`` (the article is named, but not among the letters), and the ``rest``.

    ``rest`` is the folded word behind them, with the article's alef put back after ل.
    """

    letters: int
    parts: tuple[str, ...]
    rest: str


@lru_cache(maxsize=1)
def _settled() -> dict[str, int]:
    """Words whose proclitics counting gets wrong, and how many letters those take: none for ``كان``, one for ``وإن``."""
    return {form: int(letters) for form, letters in rows("text_whole")}


@lru_cache(maxsize=65536)
def proclitics(key: str) -> Proclitics:
    """The proclitics of a folded word: ``وبالقاهره`` gives ``(2, ("و", "ب", "ال"), "القاهره")`` and ``وزير`` gives none.

    A rest that nobody counted keeps its letters: the word is whole rather than cut blindly.
    """
    parts: list[str] = []
    letters, rest = 0, key
    while True:
        step = _first(rest, parts)
        if step is None:
            break
        parts.append(rest[0])
        letters += 1
        rest = step
    if rest.startswith("ال") and len(rest) > 3 and _has_article(rest):
        parts.append("ال")
    return Proclitics(letters, tuple(parts), rest)


def proclitics_of(word: Word) -> Proclitics:
    """The proclitics of a word of a document; a word that is not Arabic has none."""
    return proclitics(word.key) if word.kind == "arabic" else Proclitics(0, (), word.key)


def stem_start(word: Word) -> int:
    """Clean offset in ``word`` after its proclitics (the article stays): where ``القاهرة`` starts in ``وبالقاهرة``."""
    return cut_offset(word, proclitics_of(word).letters)


def _first(key: str, before: list[str]) -> str | None:
    """What remains of ``key`` behind its first letter, if that letter is a proclitic after those ``before`` it."""
    settled = _settled().get(key)
    if settled is not None:
        return key[1:] if settled else None
    if len(key) <= _SHORTEST or not _may_follow(key[0], before):
        return None
    letter = key[0]
    if letter == "ل" and key[1] == "ل":
        # للامم has lost its alef, للبنان never had one.
        article, bare = count("ا" + key[1:]), count(key[1:])
        return None if max(article, bare) < _KNOWN else "ا" + key[1:] if article >= bare else key[1:]
    rest = key[1:]
    if letter == "س" and rest[0] not in "اتين":
        return None
    known = count(rest)
    if rest in _settled() or (rest.startswith("ال") and len(rest) > 4 and known >= _KNOWN):
        return rest
    if known < _KNOWN and rest.startswith("ال") and len(rest) > 5 and not count(key):
        return rest
    if known < _KNOWN:
        inner = _first(rest, [*before, letter])
        if inner is None or count(inner) < _KNOWN:
            return None
        known = count(inner) / 8
    whole = count(key)
    # A frequent word that begins with a true و would be met behind a second one (ووصل); so its count alone says less: وغيرها.
    often = 8 if letter in _CONJUNCTIONS and whole >= _FREQUENT else 1
    if whole > _RATIO[letter] * often * known or _stands_whole(key, letter) > _WHOLE_SHARE * max(whole, _KNOWN):
        return None
    return rest


def _may_follow(letter: str, before: list[str]) -> bool:
    """The order is و or ف, then ب ل ك or س, each once."""
    if letter in _CONJUNCTIONS:
        return not before
    return letter in _PREPOSITIONS + _FUTURE and not (before and before[-1] in _PREPOSITIONS + _FUTURE)


def _stands_whole(key: str, letter: str) -> float:
    """How often ``key`` stands behind what cannot stand before a proclitic."""
    found = count("ال" + key) + count("وال" + key) + count("بال" + key) + count("لل" + key)
    if letter in _CONJUNCTIONS:
        return found + count("و" + key) + count("ف" + key)
    if letter == "س":
        return found
    # للوزير is ل + الوزير, so it says nothing about لوزير.
    return found + count("ب" + key) + count("ك" + key) + (0.0 if letter == "ل" else count("ل" + key))


def _has_article(key: str) -> bool:
    return count(key[2:]) > 0 or count(key) > 0
