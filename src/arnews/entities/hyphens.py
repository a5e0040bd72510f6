"""A hyphen without spaces does not end a name: ``كيم جونغ-أون``, ``جان-بيير لوفيفر``, ``تشون-دو``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from arnews.entities.model import Candidate
from arnews.entities.scan import View

_HYPHENS = frozenset("-\u2010\u2011")
_JOINED = frozenset({"PERSON", "LOC"})


def whole(view: View, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, those that a hyphen cuts grown to the end of the hyphenated word."""
    bounds = _bounds(view)
    return [_grown(c, bounds) for c in candidates] if bounds else list(candidates)


def _grown(c: Candidate, bounds: dict[int, tuple[int, int]]) -> Candidate:
    if c.type not in _JOINED or c.tier <= 1:
        return c
    first = bounds.get(c.first, (c.first, 0))[0]
    last = max(c.last, bounds.get(c.last - 1, (0, c.last))[1])
    if (first, last) == (c.first, c.last):
        return c
    return replace(c, first=first, last=last, cut=c.cut if first == c.first else 0, slugs=(), latin=None)


def _bounds(view: View) -> dict[int, tuple[int, int]]:
    """For each word of a hyphenated name the first and last (exclusive) word of it."""
    out: dict[int, tuple[int, int]] = {}
    hyphens = [i for i, word in enumerate(view.words) if word.text in _HYPHENS]
    reached = 0
    for hyphen in hyphens:
        i = hyphen
        if i <= reached or not 0 < i < len(view.words) - 1:
            continue
        first = i - 1
        while i < len(view.words) - 1 and _joins(view, i):
            i += 2
        if i - 1 > first:
            out.update(dict.fromkeys(range(first, i), (first, i)))
        reached = i
    return out


def _joins(view: View, i: int) -> bool:
    """Whether word ``i`` is a hyphen inside a name. Not between things that are known alone: ``الرياض-واس``, ``سوريا-لبنان``."""
    before, hyphen, after = view.words[i - 1 : i + 2]
    return (
        hyphen.text in _HYPHENS
        and before.kind == after.kind == "arabic"
        and (before.end, hyphen.end) == (hyphen.start, after.start)
        and not after.key.startswith("ال")
        and not any(_alone(view, k) for k in (i - 1, i + 1))
    )


def _alone(view: View, k: int) -> bool:
    """Whether a word is a nationality, a place or body of the lexicon, or the first of a title: it is not half of a name then."""
    form = view.forms.get(k)
    body = form is not None and form.value.strong and any(view.lexicon.records[s].type == "ORG" for s in form.value.slugs)
    return body or k in view.demonyms or k in view.titles or (len(view.words[k].key) > 2 and view.place(k, strong=True) is not None)
