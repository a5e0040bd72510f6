"""A state called by its form: ``المملكة`` is Saudi Arabia in an article about Saudi Arabia, and nobody's in one about none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from arnews.entities.cluster import Cluster
from arnews.entities.model import Candidate
from arnews.entities.scan import View
from arnews.text.words import cuts

_MOSTLY = 0.8
_SCORE = 0.7


def add(view: View, clusters: list[Cluster], taken: set[int]) -> None:
    """Add mentions of the state that the article names, where four fifths of its states of that form are one."""
    realms = view.lexicon.realms
    found = list(_words(view, taken))
    if not found:
        return
    counts = _states(view, clusters)
    for i, cut, form in found:
        fitting = Counter({state: n for state, n in counts.items() if state in realms[form]})
        if not fitting:
            continue
        state, n = fitting.most_common(1)[0]
        if n < _MOSTLY * fitting.total():
            continue
        slug = f"loc:{state}"
        one = next((c for c in clusters if c.slug == slug and c.type == "LOC"), None)
        if one is None:
            one = Cluster("LOC", slug)
            clusters.append(one)
        one.members.append(Candidate(i, i + 1, cut, "LOC", "realm", _SCORE, 5, slugs=(slug,)))
        one.members.sort(key=lambda c: c.first)
    clusters.sort(key=lambda c: c.members[0].first)


def is_form(view: View, c: Candidate) -> bool:
    """Whether a candidate is nothing but such a word: the recogniser knows that المملكة is a place, and not which."""
    return c.last - c.first == 1 and not c.slugs and view.key(c.first, c.cut) in view.lexicon.realms


def _words(view: View, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """Each word of a state's form that stands alone: its place, its proclitics, the form."""
    realms = view.lexicon.realms
    for i, word in enumerate(view.words):
        if i in taken or word.key[-1:] != "ه":
            continue
        for cut in (0, *(c for c, _ in cuts(word.key))):
            form = view.key(i, cut)
            if form in realms:
                if not _qualified(view, i):
                    yield i, cut, form
                break


def _qualified(view: View, i: int) -> bool:
    """An adjective follows and says which: المملكة القديمة of the Pharaohs, السلطنة العثمانية."""
    j = i + 1
    return view.stop[i] > j and (j in view.demonyms or (view.definite(j) and view.words[j].key.endswith("ه")))


def _states(view: View, clusters: list[Cluster]) -> Counter[str]:
    records = view.lexicon.records
    counts: Counter[str] = Counter()
    for one in clusters:
        record = records.get(one.slug) if one.slug and one.type != "PERSON" else None
        for c in one.members:
            state = c.country or (record.country if record is not None else None)
            if state is not None:
                counts[state] += 1
    return counts
