"""What the header of a news text is made of: agencies, outlets, places of datelines, names, words of date lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from arnews.lexicon import rows
from arnews.text.fold import fold
from arnews.text.trie import TokenTrie
from arnews.text.words import split_words


@dataclass(frozen=True, slots=True)
class BylineLexicon:
    """Look-ups over folded words: ``sources`` (agency, wires, outlet, desk), ``words`` (label, title, from),
    ``dates`` (month, weekday, clock, label, era, ago), ``places`` and the ``given`` names of people."""

    sources: TokenTrie[str]
    words: TokenTrie[str]
    dates: TokenTrie[str]
    places: TokenTrie[bool]
    given: frozenset[str]


def _trie(table: str) -> TokenTrie[str]:
    out: TokenTrie[str] = TokenTrie()
    for form, value in rows(table):
        out.add([w.key for w in split_words(form)], value)
    return out


@lru_cache(maxsize=1)
def byline_lexicon() -> BylineLexicon:
    """The tables ``text_*`` of the lexicon, read at the first call. Raises ``LexiconError`` when one is missing or damaged."""
    places: TokenTrie[bool] = TokenTrie()
    for (form,) in rows("text_places"):
        places.add(form.split(" "), True)
    return BylineLexicon(
        sources=_trie("text_agencies"),
        words=_trie("text_byline_words"),
        dates=_trie("text_date_words"),
        places=places,
        given=frozenset(fold(form) for (form,) in rows("text_given")),
    )
