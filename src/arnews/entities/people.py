"""Persons without a title: a known given name and what follows it, أبو and بن chains, and the article's byline."""

from __future__ import annotations

from collections.abc import Iterable

from arnews.entities.model import Candidate
from arnews.entities.names import given, known, opening, run
from arnews.entities.scan import View

_SURE_GIVEN = 3
_FULL = 3


def find(view: View) -> list[Candidate]:
    """Names of two words or more that begin with a known given name."""
    out: list[Candidate] = []
    said = view.lexicon.word("reporting")
    after_said = {i for i, word in enumerate(view.words, 1) if word.key in said and view.stop[i - 1] > i}
    done = 0
    for i in sorted((view.starts | after_said) - view.nameless):
        if i < done or _headed(view, i):
            continue
        begins = opening(view, i, titled=False) if i in view.starts else None
        if begins is None:
            if i in after_said and (speaker := _speaker(view, i)) is not None:
                out.append(speaker)
                done = speaker.last
            continue
        cut, _ = begins
        name = run(view, i, cut, titled=False)
        if name is None or name.last - i < 2 or not _person(view, i, cut, name.last, name.known):
            continue
        rule = (
            "name.kunya"
            if view.key(i, cut) in view.lexicon.word("kunya")
            else "name.chain"
            if _chained(view, i, name.last)
            else "name.given"
        )
        if rule == "name.given" and name.known >= _FULL:
            rule = "name.full"
        out.append(Candidate(i, name.last, cut, "PERSON", rule, 0.85 if name.known > 1 else 0.65, 3))
        done = name.last
    return out


def _headed(view: View, i: int) -> bool:
    """Whether a definite word is the name of a body whose head stands before it: ``صحيفة الصباح``."""
    head = view.heads.get(i - 1)
    return head is not None and head.value.type == "ORG" and head.last == i and view.definite(i) and not view.definite(i - 1, head.cut)


def _speaker(view: View, i: int) -> Candidate | None:
    """Two words right after a verb of saying that no list knows, the second known or definite: ``وقالت سؤدد الصالحي``."""
    if opening(view, i, titled=True) is None or i in view.forms or (view.definite(i) and not known(view, view.words[i].key)):
        return None
    name = run(view, i, 0, titled=True)
    if name is None or not 2 <= name.last - i <= 4:
        return None
    if name.known == 0 and (view.words[i].key.startswith("ال") or name.last - i > 3 or any(k in view.forms for k in range(i, name.last))):
        return None
    return Candidate(i, name.last, 0, "PERSON", "name.speaker", 0.7 if name.known else 0.6, 3)


def _chained(view: View, i: int, last: int) -> bool:
    nasab = view.lexicon.word("nasab")
    return any(view.words[k].key in nasab for k in range(i + 1, last))


def _person(view: View, i: int, cut: int, last: int, sure: int) -> bool:
    """Whether the words are a person's name: two known words, a chain, or a common given name and an unknown family name."""
    if sure >= 2:
        return True
    key = view.key(i, cut)
    if given(view, key) < _SURE_GIVEN or (cut and view.words[i].key[:cut] != "و"):
        return False
    second = view.words[i + 1].key
    return known(view, second) or second.startswith("ال") or not view.lexicon.is_common(second)


def lines(view: View, spans: Iterable[tuple[int, int]]) -> list[Candidate]:
    """The authors that the layout found: each a word range, taken as it stands where no common word opens it."""
    return [
        Candidate(first, last, 0, "PERSON", "layout.author", 0.9, 1)
        for first, last in spans
        if last > first and view.words[first].key not in view.lexicon.common
    ]
