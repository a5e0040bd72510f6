"""Words of calendar time, read once from the lexicon, and the look-up of a word with its proclitics."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

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
    """The trie of all entries, its single words, the first words of longer entries, cues of tense, stems that only look like
    the future, guard words by class, and words as they are printed by what they say of a whole text."""

    trie: TokenTrie[Entry]
    single: dict[str, Entry]
    longer: frozenset[str]
    kinds: frozenset[str]
    tense: dict[str, str]
    stems: tuple[str, ...]
    guards: dict[str, frozenset[str]]
    raw: dict[str, tuple[str, ...]]


@cache
def vocabulary() -> Vocabulary:
    """The lexicon of dates, built on first use and read-only afterwards."""
    trie: TokenTrie[Entry] = TokenTrie()
    single: dict[str, Entry] = {}
    longer = set()
    kinds = set()
    for form, kind, value, letters in rows("dates_words"):
        keys = form.split(" ")
        # A unit of time carries its length in the kind: unit.s.M is a singular month.
        entry = Entry(f"{kind}.{value}" if kind.startswith("unit.") else kind, value, tuple(letters.split("|")) if letters else ())
        trie.add(keys, entry)
        kinds.add(entry.kind)
        if len(keys) == 1:
            single[form] = entry
        else:
            longer.add(keys[0])
    guards: dict[str, set[str]] = {}
    for form, guard in rows("dates_guards"):
        guards.setdefault(guard, set()).add(form)
    cues = rows("dates_tense")
    # سيطر is a verb of the past and the beginning of the noun سيطرة: the two are kept apart.
    tense = {form: cue for form, cue in cues if cue != "not-future"}
    stems = tuple(sorted(form for form, cue in cues if cue == "not-future"))
    raw: dict[str, tuple[str, ...]] = {}
    for form, kind, _ in rows("dates_moment_words"):
        raw[kind] = (*raw.get(kind, ()), form)
    classes = {g: frozenset(f) for g, f in guards.items()}
    return Vocabulary(trie, single, frozenset(longer), frozenset(kinds), tense, stems, classes, raw)


@lru_cache(maxsize=65536)
def first_word(key: str) -> tuple[int, Entry] | Literal["longer"] | None:
    """What a folded word can be: nothing, an entry by itself (with the letters cut off it), or the first word of a longer entry."""
    words = vocabulary()
    candidates = ((0, key), *cuts(key))
    if any(k in words.longer for _, k in candidates):
        return "longer"
    return next(((cut, words.single[k]) for cut, k in candidates if k in words.single), None)


def guarded(key: str, guard: str) -> bool:
    """Whether a folded word, with or without proclitics, is in a class of guard words."""
    words = vocabulary().guards[guard]
    return key in words or any(rest in words for _, rest in cuts(key))


def listed(key: str, guard: str) -> bool:
    """Whether a folded word is itself in a class of guard words, as it stands."""
    return key in vocabulary().guards[guard]


def is_definite(key: str) -> bool:
    """Whether a folded word begins with the article, as ``اليوم`` does."""
    return key[:2] in vocabulary().guards["article"]


_HAMZA = ("أ", "إ", "آ")


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
