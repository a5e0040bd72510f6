"""What the reports of an event have in common, in bounded space: places, numbers, words and parties with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from arnews.events import geography
from arnews.events.extract import leading
from arnews.events.lexicon import weight
from arnews.events.occurrence import Occurrence

_MOST = 240
_INDEXED_WORDS = 10
_TELLING_NUMBER = 5


class Profile:
    """A summary of one or many occurrences, enough to compare them with another."""

    def __init__(self, first: Occurrence) -> None:
        self.size = 0
        self.places: Counter[str] = Counter()
        self.main: Counter[str] = Counter()
        self.countries: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.numbers: Counter[tuple[str, float]] = Counter()
        self.words: Counter[str] = Counter()
        self.parties: Counter[str] = Counter()
        self.days: Counter[tuple[str, str, bool]] = Counter()
        self.articles: set[str] = set()
        self.add(first)

    def add(self, o: Occurrence) -> None:
        """Take one more occurrence in."""
        self.size += 1
        self.articles.add(o.article)
        exact = [p for p in o.places if geography.level(p.key) != "country"]
        self.places.update(p.key for p in exact)
        if o.places:
            self.main[o.places[0].key] += 1
            if o.places[0].more:
                self.countries[o.places[0].more] += 1
        self.kinds[leading(o.kinds)] += 1
        self.numbers.update(numbers(o))
        self.words.update(o.words)
        self.parties.update({p.key for p in o.parties if p.key.startswith(("person:", "name:person:", "name:misc:", "misc:"))})
        if o.end:
            self.days[(o.start or o.end, o.end, o.certain)] += 1
        for counter in (self.words, self.places, self.parties, self.numbers):
            _prune(counter)

    def kind(self) -> str:
        """The kind that most of its reports have."""
        return leading(self.kinds)

    def index(self) -> Iterator[tuple[str, object]]:
        """What a report must share with it to be compared at all."""
        for place in self.places:
            yield "place", place
        for number in self.numbers:
            if number[1] >= _TELLING_NUMBER:
                yield "number", number
        for word, _ in sorted(self.words.items(), key=lambda item: (-weight(item[0]) * min(item[1], 3), item[0]))[:_INDEXED_WORDS]:
            yield "word", word
        for party in self.parties:
            yield "party", party


def numbers(o: Occurrence) -> set[tuple[str, float]]:
    """The totals that an occurrence gives, by kind."""
    found = ((f.kind, f.best if f.best is not None else f.low) for f in o.figures if f.role == "total")
    return {(kind, value) for kind, value in found if value}


def _prune(counter: Counter[str] | Counter[tuple[str, float]]) -> None:
    """Keep the most frequent; what is equally frequent in the order of the alphabet, so that the order of reports does not matter."""
    if len(counter) > 2 * _MOST:
        kept = sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
        counter.clear()
        counter.update(dict(kept))  # type: ignore[arg-type]
