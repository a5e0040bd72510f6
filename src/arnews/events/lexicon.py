"""What the event tables say: cue words with their kinds, the classes of kinds, where places lie; and how telling a word is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log2
from typing import NamedTuple

from arnews.lexicon import rows
from arnews.text.frequency import count
from arnews.text.words import cuts, without_article


class Site(NamedTuple):
    """A place of the lists: what it is, its country, and where it lies if that is known. ``province`` is a code."""

    kind: str
    country: str
    latitude: float | None
    longitude: float | None
    province: str


class Kind(NamedTuple):
    """A kind of events: its rank where words are equally many, its classes elsewhere, the kinds that reports confuse it with."""

    rank: int
    acled: str
    plover: str
    joins: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """The event tables as look-ups."""

    cues: dict[str, tuple[str, int]]
    kinds: dict[str, Kind]
    sites: dict[str, Site]
    shares: dict[str, float]
    care: frozenset[str]


@lru_cache(maxsize=1)
def event_lexicon() -> EventLexicon:
    """Read the tables once."""
    kinds = {
        kind: Kind(rank, acled, plover, frozenset(joins.split())) for rank, (kind, acled, plover, joins) in enumerate(rows("event_kinds"))
    }
    cues: dict[str, tuple[str, int]] = {}
    for form, kind, weight in rows("event_cues"):
        held = cues.get(form)
        if held is None or int(weight) > held[1]:
            cues[form] = (kind, int(weight))
    sites = {
        key: Site(kind, country, float(north) if north else None, float(east) if east else None, province)
        for key, kind, country, north, east, province in rows("event_places")
    }
    shares = {word: float(share) for word, share in rows("event_words")}
    care = frozenset(form for group, form in rows("event_sites") if group == "care")
    return EventLexicon(cues, kinds, sites, shares, care)


@lru_cache(maxsize=65536)
def stem(key: str) -> str:
    """A folded word without proclitics and article: of all cuts the form that news has most often."""
    best = max(((count(rest), rest) for _, rest in ((0, key), *cuts(key))), key=lambda pair: pair[0], default=(0.0, key))
    found = best[1] if best[0] else key
    bare = without_article(found)
    return bare if len(bare) > 2 else found


# A word that stands 16,000 times in 16 million of news, or in six of a hundred events with casualties, says nothing about which
# event it is; one that no list counts says most.
_COMMON, _RAREST = 14.0, 3.5
_USUAL, _SELDOM = 60.0, 4.0


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """How much it says that two reports share this stem, from 0 (any report has it: ``تصادم``, ``لقي``) to 1 (rare)."""
    often = log2(max(count(word), count(ARTICLE + word), 1.0))
    in_news = (_COMMON - often) / (_COMMON - _RAREST)
    share = event_lexicon().shares.get(word, 0.0)
    in_reports = log2(_USUAL / share) / log2(_USUAL / _SELDOM) if share else 1.0
    return max(0.0, min(1.0, in_news, in_reports))


# The article, letter by letter.
ARTICLE = "ا" + "ل"
