"""The tense of a clause, which decides whether ``الخميس`` is behind or ahead: the nearest cue wins, as a table gives them."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from arnews.dates.vocabulary import vocabulary
from arnews.text.document import Document

Tense = Literal["past", "future"]

# How far a cue reaches, in words: before a weekday, before a day or month (whose year is a bolder guess), and after either.
BACK, NEAR, _AHEAD = 30, 14, 8


@lru_cache(maxsize=65536)
def cue(key: str) -> Tense | None:
    """The tense that a folded word puts its clause in: a listed cue, or an imperfect verb with the س of the future."""
    table, stems = vocabulary().tense, vocabulary().stems
    for start in (0, 1) if len(key) > 3 and key[0] in ("و", "ف") else (0,):
        word = key[start:]
        tense = table.get(word)
        if tense in ("future", "schedule"):
            return "future"
        if tense == "past":
            return "past"
        if tense == "noun":
            return None
        if len(word) >= 4 and word[0] == "س" and word[1] in ("ي", "ت") and not word.startswith(stems) and not key.startswith(stems):
            return "future"
    return None


def tense_at(doc: Document, first: int, last: int, back: int = BACK) -> Tense | None:
    """The tense around the words ``first`` to ``last``: the nearest cue before them in the sentence, else the nearest after."""
    words = doc.words
    begin, end = doc.sentences[doc.sentence_of(first)]
    for i in range(first - 1, max(begin, first - back) - 1, -1):
        found = cue(words[i].key)
        if found is not None:
            return found
    for i in range(last, min(end, last + _AHEAD)):
        found = cue(words[i].key)
        if found is not None:
            return found
    return None
