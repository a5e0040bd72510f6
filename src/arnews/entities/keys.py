"""One key for the same thing across articles: the lexicon's record where there is one, else a normalised name marked as such."""

from __future__ import annotations

from arnews.entities.lexicon import EntityRecord
from arnews.entities.model import Candidate
from arnews.entities.scan import View
from arnews.entities.spelling import variant_key
from arnews.records import EntityType

# The first part of a record's key, by the first part of its slug in the tables.
_KINDS = {"per": "person", "loc": "place", "org": "org", "misc": "misc", "user": "user"}


def record_key(record: EntityRecord) -> str:
    """``country:RU``, ``geonames:1871859``, ``person:sergey-lavrov``, ``org:un-security-council``, ``user:...`` of the caller's rows."""
    prefix, _, rest = record.slug.partition(":")
    if record.type == "LOC" and prefix == "loc":
        if rest.isupper():
            return f"country:{rest}"
        if record.geonames is not None:
            return f"geonames:{record.geonames}"
    return f"{_KINDS.get(prefix, prefix)}:{rest.replace(' ', '-')}"


def name_key(view: View, c: Candidate, kind: EntityType, country: str | None) -> str:
    """``name:person:...`` and its like: the words of the fullest mention under ``variant_key``; of a nationality its English name.

    A body carries its country and loses the word that says it, so that ``وزارة الدفاع الروسية`` and the ``وزارة الدفاع`` of an
    article about Russia are one (``name:org:RU:وزاره-الدفاع``), and those of two countries are two.
    """
    if kind == "NORP" and c.latin:
        return f"norp:{c.latin.lower().replace(' ', '-')}"
    said = _said(view, c, country) if kind == "ORG" else frozenset()
    skip = view.lexicon.word("nasab") if kind == "PERSON" else frozenset()
    kept = [k for k in range(c.first, c.last) if view.words[k].kind != "punct" and k not in said]
    words = [view.key(k, c.cut if k == c.first else 0) for k in kept]
    parts = [variant_key(w) for w in words if w not in skip] or [variant_key(w) for w in words]
    land = f"{country}:" if kind == "ORG" and country else ""
    return f"name:{kind.lower()}:{land}{'-'.join(parts)}"


def _said(view: View, c: Candidate, country: str | None) -> frozenset[int]:
    """The words after the first that say nothing but the country."""
    out: set[int] = set()
    for k in range(c.first + 1, c.last):
        hit = view.demonyms.get(k)
        if hit is not None and country and hit.value.country == country and hit.last <= c.last:
            out.update(range(k, hit.last))
    return frozenset(out)
