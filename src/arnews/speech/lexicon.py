"""What the tables of speech say about one word: a verb of saying, and the closed classes that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from arnews.lexicon import rows
from arnews.text.trie import TokenTrie
from arnews.text.words import cuts

_AND = ("و", "ف")
ATTACHED = frozenset({"verbal_noun", "total", "speaker", "medium", "named", "statement"})
_EMPTY: frozenset[str] = frozenset()


class Verb(NamedTuple):
    """A form of a verb of saying: ``shape`` past, imperfect, participle, own (``قوله``) or relative (``أعلنته``)."""

    lemma: str
    shape: str
    takes: frozenset[str]
    gender: str
    number: str


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """The tables as look-ups by folded form."""

    verbs: dict[str, Verb]
    classes: dict[str, frozenset[str]]
    phrases: TokenTrie[str]
    phrase_firsts: frozenset[str]


@lru_cache(maxsize=1)
def speech_lexicon() -> SpeechLexicon:
    """Read the tables once."""
    takes: dict[str, frozenset[str]] = {}
    verbs: dict[str, Verb] = {}
    for form, lemma, shape, some, gender, number in rows("speech_verbs"):
        kinds = takes.setdefault(some, frozenset(some.split(",")) - {""})
        verbs[form] = Verb(lemma, shape, kinds, gender, number)
    classes: dict[str, set[str]] = {}
    for category, literal in rows("speech_words"):
        classes.setdefault(literal, set()).add(category)
    phrases: TokenTrie[str] = TokenTrie()
    firsts: set[str] = set()
    for literal, category in rows("speech_phrases"):
        phrases.add(literal.split(), category)
        firsts.add(literal.split()[0])
    same: dict[frozenset[str], frozenset[str]] = {}
    shared = {form: same.setdefault(frozenset(some), frozenset(some)) for form, some in classes.items()}
    return SpeechLexicon(verbs, shared, phrases, frozenset(firsts))


class Sign(NamedTuple):
    """What one folded word can be in speech. ``verb_cut`` and ``cut`` count the proclitic letters before each reading."""

    verb: Verb | None = None
    verb_cut: int = 0
    classes: frozenset[str] = _EMPTY
    cut: int = 0
    phrase: bool = False


_NOTHING = Sign()


def _classes(key: str, joined: bool) -> tuple[frozenset[str], int]:
    """The classes of a word, whole before cut, and the letters cut."""
    known = speech_lexicon().classes
    whole = known.get(key)
    if whole:
        return whole, 0
    for cut, rest in cuts(key):
        found = known.get(rest, _EMPTY)
        found = found if cut == 1 and joined else found & ATTACHED
        if found:
            return found, cut
    return _EMPTY, 0


@lru_cache(maxsize=65536)
def sign(key: str) -> Sign:
    """The readings of a folded word, whole before cut. Verbs take و and ف before them, nouns also ب ل ك."""
    lexicon = speech_lexicon()
    joined = key[:1] in _AND and len(key) > 2
    verb, verb_cut = lexicon.verbs.get(key), 0
    if verb is None and joined:
        verb = lexicon.verbs.get(key[1:])
        verb_cut = int(verb is not None)
    classes, cut = _classes(key, joined)
    phrase = key in lexicon.phrase_firsts or (joined and key[1:] in lexicon.phrase_firsts)
    if verb is None and not classes and not phrase:
        return _NOTHING
    return Sign(verb, verb_cut, classes, cut, phrase)
