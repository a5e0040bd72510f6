"""Words of calendar time, read once from the lexicon, and the look-up of a word with its proclitics."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from arnews.lexicon import rows
from arnews.text.fold import strip_marks
from arnews.text.trie import TokenTrie
from arnews.text.words import Word, cuts


class Entry(NamedTuple):
    """The kind and value of a word, and the spellings that count (empty: every spelling of the folded word)."""

    kind: str
    value: str
    letters: tuple[str, ...]


class Vocabulary(NamedTuple):
    """The trie of all entries, the first words in it, cues of tense, and guard words by class."""

    trie: TokenTrie[Entry]
    starts: frozenset[str]
    tense: dict[str, str]
    guards: dict[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    """The lexicon of dates, built on first use and read-only afterwards."""
    trie: TokenTrie[Entry] = TokenTrie()
    starts = set()
    for form, kind, value, letters in rows("dates_words"):
        keys = form.split(" ")
        trie.add(keys, Entry(kind, value, tuple(letters.split("|")) if letters else ()))
        starts.add(keys[0])
    guards: dict[str, set[str]] = {}
    for form, guard in rows("dates_guards"):
        guards.setdefault(guard, set()).add(form)
    return Vocabulary(trie, frozenset(starts), dict(rows("dates_tense")), {g: frozenset(f) for g, f in guards.items()})  # type: ignore[arg-type]


@lru_cache(maxsize=65536)
def may_start(key: str) -> bool:
    """Whether a folded word can begin an entry, with or without proclitics."""
    starts = vocabulary().starts
    return key in starts or any(rest in starts for _, rest in cuts(key))


def guarded(key: str, guard: str) -> bool:
    """Whether a folded word, with or without proclitics, is in a class of guard words."""
    words = vocabulary().guards[guard]
    return key in words or any(rest in words for _, rest in cuts(key))


_HAMZA = "أإآ"


def spelled(word: Word, cut: int, letters: tuple[str, ...]) -> bool:
    """Whether the letters of ``word`` allow one of the spellings: أب is not آب, but اب may be; باب is not ب + آب."""
    text = strip_marks(word.text)[cut:]
    for form in letters:
        first = strip_marks(form.split(" ")[0])
        if cut and text == first:
            return True
        if (
            not cut
            and len(first) == len(text)
            and all(a == b or not (a in _HAMZA and b in _HAMZA) for a, b in zip(text, first, strict=True))
        ):
            return True
    return False
