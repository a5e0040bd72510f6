"""Places that share a name: the country, province or nationality that stands beside one says which it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from arnews.entities.model import Candidate
from arnews.entities.scan import View

_REGIONS = frozenset({"country", "region", "governorate", "state", "district"})


def settled(view: View, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, places with the country that stands beside them (``طرابلس شمال لبنان``) and the entities that lie there."""
    records = view.lexicon.records
    out = []
    for c in candidates:
        land = beside(view, c) if c.type == "LOC" and c.slugs and records[c.slugs[0]].kind != "country" else None
        if land is None or land == records[c.slugs[0]].country:
            out.append(c)
            continue
        there = tuple(s for s in c.slugs if records[s].country == land)
        out.append(replace(c, slugs=there or c.slugs, country=land))
    return out


def beside(view: View, c: Candidate) -> str | None:
    """The country that the words right after a place put it in, or None.

    ``فالنسيا بفنزويلا``, ``فالنسيا الفنزويلية``, ``في لندن بمقاطعة أونتاريو الكندية``, ``طرابلس شمالي لبنان``, ``إلى طرابلس في لبنان``.
    """
    j = c.last
    if j >= len(view.words) or view.stop[c.last - 1] <= j:
        return _bracketed(view, j)
    demonym = view.demonyms.get(j)
    if demonym is not None and demonym.value.definite and not demonym.cut and demonym.value.gender == "f":
        return _nation(view, j)
    key = view.words[j].key
    lex = view.lexicon
    at = view.place(j)
    if at is not None and at.cut == 1 and key[0] in lex.word("in_prefix"):
        return _land(view, j)
    head = view.heads.get(j)
    if head is not None and head.value.type == "LOC" and head.cut == 1 and key[0] in lex.word("in_prefix") and head.last < view.stop[j]:
        inner = view.place(head.last)
        end = inner.last if inner is not None else head.last + 1
        return (_nation(view, end) if end < view.stop[j] else None) or _land(view, head.last)
    after_in = key in lex.word("in") and _preposition(view, c)
    return _land(view, j + 1) if (after_in or key in lex.word("direction")) and j + 1 < view.stop[j] else None


def _preposition(view: View, c: Candidate) -> bool:
    if c.cut:
        return view.words[c.first].key[c.cut - 1] in view.lexicon.word("in_prefix") | view.lexicon.word("for")
    before = view.words[c.first - 1].key if c.first else ""
    places = view.lexicon.word("place_preposition")
    return before in places or (before[:1] == "و" and before[1:] in places)


def _nation(view: View, j: int) -> str | None:
    hit = view.demonyms.get(j)
    return hit.value.country if hit is not None and not hit.cut and hit.value.definite and hit.value.group == "nationality" else None


def _land(view: View, j: int) -> str | None:
    """The country of the country or province at word ``j``, if it is sure."""
    hit = view.place(j, strong=True)
    if hit is None:
        return None
    record = next(r for s in hit.value.slugs if (r := view.lexicon.records[s]).type == "LOC")
    return record.country if record.kind in _REGIONS else None


def _bracketed(view: View, j: int) -> str | None:
    if j + 2 < len(view.words) and view.words[j].text == "(":
        hit = view.place(j + 1, strong=True)
        return _land(view, j + 1) if hit is not None and hit.last < len(view.words) and view.words[hit.last].text == ")" else None
    return None


def shared(view: View, name: str, lands: Iterable[str]) -> tuple[bool, str | None]:
    """Whether a place shares its name with another as well known (``طرابلس``), and which of their countries the article names most."""
    found = False
    best = None
    for group, words in view.lexicon.closed.items():
        if group.startswith("namesake_") and name in words:
            found = True
    if found:
        best = next((land for land in lands if name in view.lexicon.word(f"namesake_{land}")), None)
    return found, best
