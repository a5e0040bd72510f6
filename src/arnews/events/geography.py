"""How two places relate: the same, one in the other, near, apart, or not known. Places come as keys that join articles."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Literal

from arnews.events.lexicon import Site, event_lexicon

Level = Literal["town", "province", "country", "unknown"]
_TOWNS = frozenset({"city", "capital", "district", "facility"})
_PROVINCES = frozenset({"governorate", "state", "region", "island"})
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


def distance(a: str, b: str) -> float | None:
    """Kilometres between two places on the globe; None where one has no coordinates."""
    one, other = site(a), site(b)
    if one is None or other is None or one.latitude is None or other.latitude is None:
        return None
    if one.longitude is None or other.longitude is None:
        return None
    north, east = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    h = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, h)))


def same_province(a: str, b: str) -> bool:
    """Whether two towns lie in one province, as GeoNames draws them."""
    one, other = site(a), site(b)
    return one is not None and other is not None and bool(one.province) and one.province == other.province
