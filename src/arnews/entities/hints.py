"""The findings of the rules as marks on words for the recogniser, which learnt when to believe them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from arnews.entities.merge import merge
from arnews.entities.model import Candidate
from arnews.entities.scan import View
from arnews.recognizers.hints import Floats, filled

_SURE = 0.8
_NAMES = frozenset({"PERSON", "LOC", "ORG"})


def marks(view: View, ruled: Sequence[Candidate], weak: Sequence[Candidate]) -> Floats:
    """``[words, columns]``: names by rule, sure and guessed, weak forms of the lexicon, nationalities, titles, common words."""
    return filled(len(view.words), _names(view, ruled, weak), _words(view))


def _names(view: View, ruled: Sequence[Candidate], weak: Sequence[Candidate]) -> Iterable[tuple[str, int, int, str]]:
    for c in merge(ruled):
        if c.type in _NAMES:
            yield "sure" if c.score >= _SURE else "guessed", c.first, c.last, c.type
    records = view.lexicon.records
    for c in weak:
        for kind in {records[s].type for s in c.slugs} & _NAMES:
            yield "listed", c.first, c.last, kind


def _words(view: View) -> Iterable[tuple[int, int, str]]:
    for i, hit in view.demonyms.items():
        yield i, hit.last, "NORP"
    for i, hit in view.titles.items():
        yield i, hit.last, "TITLE"
    common = view.lexicon.common
    for i, word in enumerate(view.words):
        if word.key in common:
            yield i, i + 1, "COMMON"
