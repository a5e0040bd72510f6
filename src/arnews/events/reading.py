"""What a sentence says of an event: its cue words by kind, its telling words, the entities that it names."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from arnews.events.lexicon import event_lexicon, stem, weight
from arnews.records import Analysis, Argument, Entity, Span
from arnews.text.normalize import normalize
from arnews.text.words import cuts, split_words, without_article

_TELLING = 0.3


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one sentence (or headline) says."""

    kinds: Counter[str]
    cues: tuple[str, ...]
    words: tuple[str, ...]
    entities: tuple[Entity, ...]


class Reading:
    """An analysis by sentence, each read once."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.entities = {e.id: e for e in analysis.entities}
        self.dates = {d.id: d for d in analysis.dates}
        found = sorted((m.start, n) for n, e in enumerate(analysis.entities) for m in e.mentions)
        self._starts, self._named = [start for start, _ in found], [n for _, n in found]
        self._sentences: dict[tuple[int, int], Sentence] = {}
        self.sources = {c.source.ref for c in analysis.claims if c.source is not None}
        # A place counts as a place, not once more as a word; a spokesman speaks of every event of his town.
        names = {m.normalized for e in analysis.entities if e.type == "LOC" or self.speaks(e) for m in e.mentions}
        self._skipped = {stem(w.key) for name in names for w in split_words(name)}

    def speaks(self, entity: Entity) -> bool:
        """Whether the article names the entity because it says something, or holds an office."""
        return entity.id in self.sources or (entity.type == "PERSON" and bool(entity.roles))

    def sentence(self, span: Span) -> Sentence:
        """The sentence at ``span``."""
        at = (span.start, span.end)
        if at not in self._sentences:
            self._sentences[at] = self._read(span)
        return self._sentences[at]

    def _read(self, span: Span) -> Sentence:
        keys = [w.key for w in split_words(normalize(span.text).text) if w.kind == "arabic"]
        kinds: Counter[str] = Counter()
        cues = []
        for form, kind, points in _cues(keys):
            kinds[kind] += points
            cues.append(form)
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        named = dict.fromkeys(self._named[first:last])
        words = tuple(w for w in dict.fromkeys(map(stem, keys)) if len(w) > 1 and w not in self._skipped and weight(w) >= _TELLING)
        return Sentence(kinds, tuple(cues), words, tuple(self.analysis.entities[n] for n in named))

    def entity(self, argument: Argument | None) -> Entity | None:
        """The entity that fills an argument."""
        return self.entities.get(argument.ref) if argument is not None and argument.ref else None

    def days(self, argument: Argument | None) -> tuple[str, str, bool]:
        """First and last day of a ``when`` of at most a week, and whether its words name the day itself; empty for any other."""
        found = self.dates.get(argument.ref) if argument is not None and argument.ref else None
        if found is None or found.earliest is None or found.latest is None:
            return "", "", False
        if _length(found.earliest, found.latest) > _LONGEST:
            # A month or a year says only that it is not later.
            return "", found.latest, False
        return found.earliest, found.latest, found.relation == "absolute" or found.rule in _NAMED


_LONGEST = 7
# Rules of dates that read a day by its number, of a year that the publication gives (``17 تموز``, ``الاثنين 27 يوليو``).
_NAMED = frozenset({"day-month", "day-relative", "weekday-day", "weekday-pair"})


def _length(first: str, last: str) -> int:
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return 10**6


def before(day: str, days: int) -> str:
    """The day so many days before ``day`` (ISO); the first of all days where there is none."""
    try:
        return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return ""


def _forms(key: str) -> list[str]:
    bare = [key, *(rest for _, rest in cuts(key))]
    return list(dict.fromkeys([*bare, *(without_article(k) for k in bare)]))


def _cues(keys: list[str]) -> list[tuple[str, str, int]]:
    """Cue words in order with kind and points; of two words that are one cue the pair counts."""
    table = event_lexicon().cues
    found: list[tuple[str, str, int]] = []
    skip = -1
    for i, key in enumerate(keys):
        if i == skip:
            continue
        after = (keys[i + 1], without_article(keys[i + 1])) if i + 1 < len(keys) else ()
        forms = _forms(key)
        pair = next((p for f in forms for a in after if (p := f"{f} {a}") in table), None)
        hit = pair or next((f for f in forms if f in table), None)
        if hit is not None:
            found.append((hit, *table[hit]))
            skip = i + 1 if pair else -1
    return found
