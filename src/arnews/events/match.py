"""Whether a report is of an event: points for what they share and against what they cannot share, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arnews.events import geography
from arnews.events.extract import leading
from arnews.events.lexicon import event_lexicon, weight
from arnews.events.occurrence import Occurrence
from arnews.events.profile import Profile, numbers

# Points that two reports of one event have at least.
ENOUGH = 6.0
# A word counts as the event's where so many of its reports have it.
_SHARE = 0.06


@dataclass(frozen=True, slots=True)
class Verdict:
    """The points of a comparison and the reasons for them."""

    score: float
    reasons: tuple[str, ...]

    @property
    def joined(self) -> bool:
        """Whether the points are enough."""
        return self.score >= ENOUGH


def compare(o: Occurrence, event: Profile) -> Verdict:
    """Points of ``o`` as a report of ``event``. One article speaks of an event once; what else it tells apart stays apart."""
    if o.article in event.articles:
        return Verdict(-99.0, ("-99 the article itself tells them apart",))
    found = [*_kinds(o, event), *_places(o, event), *_days(o, event), *_numbers(o, event), *_words(o, event), *_parties(o, event)]
    return Verdict(round(sum(points for points, _ in found), 2), tuple(f"{points:+.3g} {why}" for points, why in found))


Points = list[tuple[float, str]]


def _kinds(o: Occurrence, event: Profile) -> Points:
    a, b = leading(o.kinds), event.kind()
    kinds = event_lexicon().kinds
    if a == b:
        return [(1.0, f"same kind {a}")] if a != "other" else []
    if "other" in (a, b):
        return []
    if b in kinds[a].joins or a in kinds[b].joins:
        return [(0.5, f"kinds {a} and {b} are reported of one event")]
    return [(-3.0, f"kinds {a} and {b}")]


def _places(o: Occurrence, event: Profile) -> Points:
    """Of two places the same one says most; two towns far from each other, or two countries, say that they are two events."""
    here = [p.key for p in o.places if geography.level(p.key) != "country"]
    shared = [k for k in here if event.places[k] >= max(1.0, _SHARE * event.size)]
    if shared:
        best = max(shared, key=lambda k: (event.places[k], k))
        main = o.places[0].key == best or event.main[best] > 0
        return [(3.0 if main else 2.0, f"same place {best}")]
    return _apart(o, event, here)


def _apart(o: Occurrence, event: Profile, here: list[str]) -> Points:
    country = o.places[0].more if o.places else ""
    other = event.countries.most_common(1)[0][0] if event.countries else ""
    if country and other and country not in event.countries:
        return [(-4.0, f"in {country} and {other}")]
    there = [k for k, _ in event.main.most_common(3) if geography.level(k) != "country"]
    if not here or not there:
        return [(1.0, f"both in {country}")] if country and country == other else []
    distance = min((d for a in here[:3] for b in there if (d := geography.distance(a, b)) is not None), default=None)
    if distance is not None and distance <= geography.NEAR:
        return [(1.5, f"places {distance:.0f} km from each other")]
    if any(geography.level(k) in ("province", "unknown") for k in (here[0], there[0])) or distance is None:
        return [(-0.5, f"places {here[0]} and {there[0]}, how far is not known")]
    return [(-3.0, f"places {here[0]} and {there[0]}, {distance:.0f} km from each other")]


def _days(o: Occurrence, event: Profile) -> Points:
    if not o.end or not event.days:
        return []
    gaps = {_gap((o.start or o.end, o.end), (start, end)): certain for (start, end, certain) in event.days}
    gap = min(gaps)
    if gap <= 1:
        return [(1.0, f"same day {o.end}" if gap == 0 else "days next to each other")]
    if o.certain and any(certain for _, _, certain in event.days) and gaps[gap]:
        return [(-4.0, f"{gap} days from each other, both by name")]
    return [(-1.5, f"{gap} days from each other")] if gap > 1 else []


def _gap(a: tuple[str, str], b: tuple[str, str]) -> int:
    """Days between two stretches; 0 where they meet."""
    if a[0] <= b[1] and b[0] <= a[1]:
        return 0
    first, last = (a[1], b[0]) if a[1] < b[0] else (b[1], a[0])
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return 10**6


def _numbers(o: Occurrence, event: Profile) -> Points:
    """The same figure says much where it is no small or round one; a tenth of it, that it counts something else."""
    mine = numbers(o)
    shared = sorted(n for n in mine if n in event.numbers)
    if shared:
        points = sum(_telling(value) for _, value in shared)
        return [(min(points, 4.0), "same figures " + ", ".join(f"{value:g} {kind}" for kind, value in shared))]
    for kind in sorted({k for k, _ in mine}):
        ours = max(v for k, v in mine if k == kind)
        theirs = max((v for k, v in event.numbers if k == kind), default=0.0)
        if theirs and max(ours, theirs) > 2 * min(ours, theirs):
            return [(-2.0, f"{ours:g} and {theirs:g} {kind}")]
        if theirs:
            return [(-0.5, f"{ours:g} and {theirs:g} {kind}")]
    return []


def _telling(value: float) -> float:
    if value < 3:
        return 0.5
    return 1.0 if value < 10 or value % 10 == 0 else 2.0


def _words(o: Occurrence, event: Profile) -> Points:
    least = max(1.0, _SHARE * event.size)
    shared = [w for w in o.words if event.words[w] >= least]
    points = sum(weight(w) for w in shared)
    if not points:
        return []
    whole = sum(weight(w) for w in o.words)
    found = min(4.0, 8.0 * points / max(whole, 4.0)) if whole else 0.0
    told = sorted(shared, key=lambda w: (-weight(w), w))[:5]
    return [(round(found, 2), "same words " + " ".join(told))]


def _parties(o: Occurrence, event: Profile) -> Points:
    shared = sorted({p.key for p in o.parties if p.key in event.parties})
    return [(min(3.0, 1.5 * len(shared)), "same names " + ", ".join(shared[:4]))] if shared else []
