"""How two places relate: the same, one in the other, near, apart, or not known. Places come as keys that join articles."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Literal

from arnews.events.lexicon import Site, event_lexicon
from arnews.text.fold import fold
from arnews.text.words import without_article

Level = Literal["town", "province", "country", "unknown"]
_TOWNS = frozenset({"city", "capital", "district", "facility"})
_PROVINCES = frozenset({"governorate", "state", "region", "island"})
_VAST = frozenset({"continent", "region"})
_EARTH = 6371.0
NEAR = 40.0


def site(key: str) -> Site | None:
    """What the lists know of a place."""
    return event_lexicon().sites.get(key)


def level(key: str) -> Level:
    """What kind of place a key names."""
    if key.startswith("country:"):
        return "country"
    found = site(key)
    if found is None:
        return "unknown"
    return "town" if found.kind in _TOWNS else "province" if found.kind in _PROVINCES else "unknown"


def coordinates(key: str) -> tuple[float, float] | None:
    """Degrees north and east; None where no list has them."""
    found = site(key)
    return None if found is None or found.latitude is None or found.longitude is None else (found.latitude, found.longitude)


def happens(key: str, name: str) -> bool:
    """Whether something can have happened at a place: not at a hospital, where its injured lie, nor in all of the Middle East."""
    found = site(key)
    if found is not None and not found.country and found.kind in _VAST:
        return False
    first = fold(name.split(" ", 1)[0])
    return first not in event_lexicon().care and without_article(first) not in event_lexicon().care


def distance(a: str, b: str) -> float | None:
    """Kilometres between two places on the globe; None where one has no coordinates."""
    one, other = coordinates(a), coordinates(b)
    if one is None or other is None:
        return None
    north, east = radians(other[0] - one[0]), radians(other[1] - one[1])
    h = sin(north / 2) ** 2 + cos(radians(one[0])) * cos(radians(other[0])) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, h)))
