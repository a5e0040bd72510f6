"""What the header of a news text is made of: agencies, outlets, places of datelines, names, words of date lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from arnews.lexicon import rows
from arnews.text.fold import fold
from arnews.text.trie import TokenTrie
from arnews.text.words import Word, split_words


class Source(NamedTuple):
    """A source named up to word ``last`` (exclusive): ``kind`` is agency, wires, outlet or desk."""

    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class BylineLexicon:
    """Look-ups over folded words: ``sources`` (agency, wires, outlet, desk) and those of single ``letters`` (أ ف ب),
    ``words`` (label, title, junk), ``dates`` (month, weekday, clock, label, era, since, ago), ``places``,
    ``given`` names, ``name_parts`` (بن), the ``closed`` words of no name, the ``open`` ones that end none, the ``prefixes`` of names,
    the prepositions before a place (``origin`` من and ``inside`` في), and what opens a line below the text (``closings``)."""

    sources: TokenTrie[str]
    letters: dict[str, str]
    words: TokenTrie[str]
    dates: TokenTrie[str]
    places: TokenTrie[bool]
    given: frozenset[str]
    closings: TokenTrie[str]
    name_parts: frozenset[str]
    closed: frozenset[str]
    open: frozenset[str]
    prefixes: tuple[str, ...]
    origin: frozenset[str]
    inside: frozenset[str]

    def source(self, words: Sequence[Word], i: int, last: int) -> Source | None:
        """The source named at word ``i``, before ``last``; letters count with dots or without, apart or glued: أ.ف.ب, أ. ف. ب, ا ف ب."""
        found = self.sources.longest(words, i, last, proclitics=False)
        best = Source(found.last, found.value) if found else None
        letters, j = "", i
        while j < last and (words[j].text == "." or len(words[j].key.replace(".", "")) <= (3 if j == i else 1)):
            letters += words[j].key.replace(".", "")
            j += 1
            if letters in self.letters and (j - i > 1 or "." in words[i].text):
                best = Source(j, self.letters[letters])
        while best and best.last < last and words[best.last].text == ".":
            best = Source(best.last + 1, best.kind)
        return best

    def place(self, words: Sequence[Word], i: int, last: int) -> int:
        """The end of the longest place at word ``i``, or ``i``."""
        found = self.places.longest(words, i, last, proclitics=False) if i < last else None
        return found.last if found else i


def _trie(pairs: Sequence[tuple[str, ...]]) -> TokenTrie[str]:
    out: TokenTrie[str] = TokenTrie()
    for form, value in pairs:
        out.add([w.key for w in split_words(form)], value)
    return out


def _forms(role: str) -> frozenset[str]:
    return frozenset(form for form, r in rows("text_name_words") if r == role)


@lru_cache(maxsize=1)
def byline_lexicon() -> BylineLexicon:
    """The tables ``text_*`` of the lexicon, read at the first call. Raises ``LexiconError`` when one is missing or damaged."""
    places: TokenTrie[bool] = TokenTrie()
    for (form,) in rows("text_places"):
        places.add(form.split(" "), True)
    sources = rows("text_agencies")
    lettered = {f: kind for f, kind in sources if all(len(part) == 1 for part in f.replace(".", " ").split())}
    return BylineLexicon(
        sources=_trie(sources),
        letters={fold(f).replace(" ", "").replace(".", ""): kind for f, kind in lettered.items()},
        words=_trie(rows("text_byline_words")),
        dates=_trie(rows("text_date_words")),
        places=places,
        given=frozenset(fold(form) for (form,) in rows("text_given")),
        closings=_trie(rows("text_closings")),
        name_parts=_forms("part"),
        closed=_forms("closed"),
        open=_forms("open"),
        prefixes=tuple(sorted(_forms("prefix"))),
        origin=_forms("from"),
        inside=_forms("in"),
    )
