"""What the reports of an event have in common, in bounded space: places, figures, words and names, each with how often it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from arnews.events import geography
from arnews.events.extract import leading
from arnews.events.lexicon import weight
from arnews.events.occurrence import Occurrence

# So many different words, places and figures of an event are remembered; the rarest go first.
_MOST = 240
_INDEXED_WORDS = 10
_TELLING_NUMBER = 5
_FEW_PLACES, _FEW_NUMBERS = 3, 1
# Keys of names that tell one event from another; bodies and nationalities stand in every report of a war.
_TELLING_NAMES = ("person:", "name:person:", "name:misc:", "misc:")


class Profile:
    """A summary of one or many occurrences, enough to compare them with others."""

    def __init__(self, *several: Occurrence) -> None:
        self.size = 0
        self.places: dict[str, float] = {}
        self.main: Counter[str] = Counter()
        self.countries: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.numbers: dict[tuple[str, float], float] = {}
        self.words: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.days: Counter[tuple[str, str, bool]] = Counter()
        self.published: Counter[str] = Counter()
        self.articles: set[str] = set()
        for o in several:
            self.add(o)

    def add(self, o: Occurrence) -> None:
        """Take one more occurrence in."""
        self.size += 1
        self.articles.add(o.article)
        _spread(self.places, {p.key for p in o.places if geography.level(p.key) != "country"}, _FEW_PLACES)
        self.main.update(_main(o))
        if o.country:
            self.countries[o.country] += 1
        if o.published:
            self.published[o.published] += 1
        self.kinds[leading(o.kinds)] += 1
        told = totals(o)
        for kind in {k for k, _ in told}:
            _spread(self.numbers, {n for n in told if n[0] == kind}, _FEW_NUMBERS)
        self.words.update(o.words)
        self.names.update({p.key for p in o.parties if p.key.startswith(_TELLING_NAMES)})
        if o.end:
            self.days[(o.start or o.end, o.end, o.certain)] += 1
        self._prune()

    def merge(self, other: Profile) -> None:
        """Take in all that another event has."""
        self.size += other.size
        self.articles |= other.articles
        for name in _COUNTERS:
            getattr(self, name).update(getattr(other, name))
        _sum(self.places, other.places)
        _sum(self.numbers, other.numbers)
        self._prune()

    def _prune(self) -> None:
        several: tuple[dict[Any, Any], ...] = (self.words, self.places, self.names, self.numbers, self.days)
        for counts in several:
            _prune(counts)

    def kind(self) -> str:
        """The kind that most of its reports have."""
        return leading(self.kinds)

    def exact(self) -> list[str]:
        """Its main places that are less than a country, most frequent first."""
        found = ((k, n) for k, n in self.main.items() if geography.level(k) != "country")
        return [k for k, _ in sorted(found, key=lambda item: (-item[1], item[0]))]

    def country(self) -> str:
        """The country that most of its reports have; empty where none has one."""
        return min(self.countries, key=lambda k: (-self.countries[k], k), default="")

    def index(self) -> Iterator[tuple[str, object]]:
        """What another must share with it to be compared at all."""
        for place in self.places:
            yield "place", place
        for number in self.numbers:
            if number[1] >= _TELLING_NUMBER:
                yield "number", number
        for word, _ in sorted(self.words.items(), key=lambda item: (-weight(item[0]) * min(item[1], 3), item[0]))[:_INDEXED_WORDS]:
            yield "word", word
        for name in self.names:
            yield "name", name


_COUNTERS = ("main", "countries", "kinds", "words", "names", "days", "published")


def _main(o: Occurrence) -> list[str]:
    """The keys of where it was: of a place that no list knows (``حي الفردوس``) the town named with it too."""
    keys = [p.key for p in o.places[:_FEW_PLACES]]
    if not keys or geography.level(keys[0]) != "unknown":
        return keys[:1]
    return [keys[0], *[k for k in keys[1:] if geography.coordinates(k) is not None][:1]]


def _sum(ours: dict[Any, float], theirs: dict[Any, float]) -> None:
    for key, often in theirs.items():
        ours[key] = ours.get(key, 0.0) + often


def _spread(counts: dict[Any, float], keys: set[Any], few: int) -> None:
    """Count each key once; of a report with many (a day of war on all fronts) each in part, since one of many is met by chance."""
    for key in keys:
        counts[key] = counts.get(key, 0.0) + min(1.0, few / len(keys))


def totals(o: Occurrence) -> set[tuple[str, float]]:
    """The totals that an occurrence gives, by kind; orders of magnitude (``عشرات``) are none."""
    found = ((f.kind, f.best if f.best is not None else f.low) for f in o.figures if f.role == "total" and not f.vague)
    return {(kind, float(value)) for kind, value in found if value}


def _prune(counter: dict[Any, Any]) -> None:
    """Keep the most frequent, of equally frequent ones the first of the alphabet."""
    if len(counter) > 2 * _MOST:
        kept = sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
        counter.clear()
        counter.update(dict(kept))
