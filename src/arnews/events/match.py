"""Whether two groups of reports are of one event: points for what they share and against what they cannot share, with reasons.

A report is a group of one. Of a group every feature counts by the share of its reports that have it, so that an event that
has grown does not come to be like everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import log2, sqrt

from arnews.events import geography
from arnews.events.lexicon import event_lexicon, weight
from arnews.events.profile import Profile

# Points that two groups of reports of one event have at least.
ENOUGH = 6.0
# A figure of two fifths of the reports counts whole: tolls move.
_TOLD = 0.4
# So much that tells must be in the words of a report before it counts whole.
_LEAST_TOLD = 6.0
_SHARE = 0.15
_TOWN = 3.6
_CLASHING = 0.34
# Groups of so many reports are alike by how often they have a word.
_MANY = 3
# An event of more reports than these is the better known the more there are.
_FEW = 5
_ONE_OF = 8
_SOON = 2
_MANY_DEAD = 10
Points = list[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The points of a comparison and the reasons for them."""

    score: float
    reasons: tuple[str, ...]

    @property
    def joined(self) -> bool:
        """Whether the points are enough."""
        return self.score >= ENOUGH


def compare(a: Profile, b: Profile) -> Verdict:
    """Points for ``a`` and ``b`` being of one event."""
    found = [*_kinds(a, b), *_places(a, b), *_days(a, b), *_numbers(a, b), *_words(a, b), *_names(a, b), *_apart_in_article(a, b)]
    found += _renown(a, b, found)
    return Verdict(round(sum(points for points, _ in found), 2), tuple(f"{points:+.3g} {why}" for points, why in found))


def _renown(a: Profile, b: Profile, found: Points) -> Points:
    """Of two bombings of one town that nothing tells apart, the one of which everybody writes is more likely meant."""
    size = max(a.size, b.size)
    there = any(why.startswith("same place") for _, why in found)
    if size <= _FEW or not there or "other" in (a.kind(), b.kind()) or min(points for points, _ in found) <= -1.0:
        return []
    if a.kind() != b.kind() and not any(points >= 1 for points, why in found if why.startswith("same figures")):
        return []
    return [(round(min(2.0, log2(size / _FEW)), 2), f"an event of {size} reports")]


def _apart_in_article(a: Profile, b: Profile) -> Points:
    """What one article tells apart seldom is one event."""
    shared = len(a.articles & b.articles)
    if not shared:
        return []
    return [(-3.0 if shared > _CLASHING * min(a.size, b.size) else -0.5, f"{shared} articles tell them apart")]


def _kinds(a: Profile, b: Profile) -> Points:
    one, other = a.kind(), b.kind()
    if one == other:
        return [(1.0, f"same kind {one}")] if one != "other" else []
    if "other" in (one, other):
        return []
    kinds = event_lexicon().kinds
    if other in kinds[one].joins or one in kinds[other].joins:
        return [(0.5, f"kinds {one} and {other} are told of one event")]
    return [(-3.0, f"kinds {one} and {other}")]


def _often(counts: Mapping[str, float], key: str, size: int) -> float:
    return counts.get(key, 0) / size


def _places(a: Profile, b: Profile) -> Points:
    """Of two places the same one says most; two towns far from each other, or two countries, say that they are two events."""
    shared = [k for k in a.places if min(_often(a.places, k, a.size), _often(b.places, k, b.size)) >= _SHARE]
    if not shared:
        return _alike(a, b) or _apart(a, b)
    main = [k for k in shared if k in a.main and k in b.main and min(_often(a.main, k, a.size), _often(b.main, k, b.size)) >= _SHARE]
    best = min(main or shared, key=lambda k: (-_worth(k), k))
    points = _worth(best) * (1.0 if main else 0.5)
    return [(points, f"same place {best}" if main else f"both name {best}")]


def _alike(a: Profile, b: Profile) -> Points:
    """Of two places that no list knows, one name may be the other and more: ``مطار أبها``, ``مطار أبها الدولي``."""
    for one in a.exact()[:3]:
        for other in b.exact()[:3]:
            short, long = sorted((one, other), key=len)
            if short.startswith("name:") and "-" in short and long.startswith(f"{short}-"):
                return [(3.0, f"same place {short} and {long}")]
    return []


def _worth(key: str) -> float:
    """A capital and a province see many events of one kind, a town or a street few."""
    found = geography.site(key)
    if found is not None and found.kind == "capital":
        return 2.0
    return 1.5 if geography.level(key) == "province" else _TOWN


def _apart(a: Profile, b: Profile) -> Points:
    one, other = a.country(), b.country()
    if one and other and one not in b.countries and other not in a.countries:
        return [(-4.0, f"in {one} and {other}")]
    here, there = a.exact()[:3], b.exact()[:3]
    if not here or not there:
        return [(0.5, f"both in {one}")] if one and one == other else []
    found = [d for x in here for y in there if (d := geography.distance(x, y)) is not None]
    if not found or {geography.level(here[0]), geography.level(there[0])} & {"province", "unknown"}:
        return [(-0.5, f"places {here[0]} and {there[0]}")]
    far = min(found)
    if far <= geography.NEAR:
        return [(1.5, f"places {far:.0f} km from each other")]
    return [(-3.0, f"places {here[0]} and {there[0]}, {far:.0f} km from each other")]


def _days(a: Profile, b: Profile) -> Points:
    """Days by name (``20 يوليو``) bind. Those reckoned from the publication say more where two publications lead to one day."""
    for certain in (True, False):
        ours, theirs = ([(s, e) for s, e, c in sorted(p.days) if c or not certain] for p in (a, b))
        if not ours or not theirs:
            continue
        gap = min(_gap(x, y) for x in ours for y in theirs)
        if gap <= 1:
            points = 1.5 if certain or not a.published.keys() & b.published.keys() else 0.5
            return [(points, "same day" if gap == 0 else "days next to each other")]
        return [(-4.0 if certain else -1.0, f"{gap} days from each other")]
    return _published(a, b)


def _published(a: Profile, b: Profile) -> Points:
    """Where a report gives no day: what follows another report within two days seldom tells something else of the same place."""
    if a.published.keys() & b.published.keys():
        return []
    gap = min((_gap((x, x), (y, y)) for x in a.published for y in b.published), default=_SOON + 1)
    return [(1.0, f"published {gap} days from each other")] if gap <= _SOON else []


def _gap(a: tuple[str, str], b: tuple[str, str]) -> int:
    """Days between two stretches; 0 where they meet."""
    if a[0] <= b[1] and b[0] <= a[1]:
        return 0
    first, last = (a[1], b[0]) if a[1] < b[0] else (b[1], a[0])
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return 10**6


def _numbers(a: Profile, b: Profile) -> Points:
    """The same figure says much where it is no small or round one; twice or half of it, that it counts something else."""
    shared = sorted(n for n in a.numbers if n in b.numbers)
    if not shared:
        return _other_numbers(a, b)
    often = {n: min(a.numbers[n] / a.size, b.numbers[n] / b.size) for n in shared}
    points = sum(_telling(n[1]) * min(1.0, often[n] / _TOLD) for n in shared)
    return [(round(min(points, 4.0), 2), "same figures " + ", ".join(f"{value:g} {kind}" for kind, value in shared[:6]))]


def _other_numbers(a: Profile, b: Profile) -> Points:
    """Of kinds that both count, the figures closest to each other."""
    found: Points = []
    later = max(a.published, default="") < min(b.published, default="")
    earlier = max(b.published, default="") < min(a.published, default="")
    for kind in sorted({k for k, _ in a.numbers} & {k for k, _ in b.numbers}):
        pairs = [(x, y) for k, x in a.numbers if k == kind for j, y in b.numbers if j == kind]
        x, y = min(pairs, key=lambda pair: (max(pair) / min(pair), pair))
        rising = (later and x < y) or (earlier and y < x)
        found.append((_unequal(x, y, rising=rising), f"{x:g} and {y:g} {kind}"))
    return [max(found) if min(found)[0] > 0 else min(found)] if found else []


def _unequal(x: float, y: float, *, rising: bool) -> float:
    """Twice or half counts something else, unless the toll rose; one among many is the story of one of them (``أحد المصابين``)."""
    ratio = max(x, y) / min(x, y)
    if ratio <= (2 if rising else 1.25):
        return 0.8 if min(x, y) >= _MANY_DEAD else 0.3
    return -1.0 if ratio <= 2 else -0.5 if min(x, y) == 1 and max(x, y) > _ONE_OF else -2.5


def _telling(value: float) -> float:
    if value < 3:
        return 0.3
    return 1.0 if value < 10 or value % 10 == 0 else 2.0


def _words(a: Profile, b: Profile) -> Points:
    """Telling words that both have, against all that the shorter has."""
    small, large = (a, b) if len(a.words) <= len(b.words) else (b, a)
    shared = {w: min(_often(small.words, w, small.size), _often(large.words, w, large.size)) for w in small.words if w in large.words}
    points = sum(weight(w) ** 2 * often for w, often in shared.items())
    if not points:
        return []
    whole = min(sum(weight(w) ** 2 * n / p.size for w, n in p.words.items()) for p in (a, b))
    found = 10.0 * points / max(whole, _LEAST_TOLD)
    if min(a.size, b.size) >= _MANY:
        found = max(found, 5.0 * _cosine(a, b))
    told = sorted(shared, key=lambda w: (-(weight(w) ** 2) * shared[w], w))[:5]
    return [(round(min(4.0, found), 2), "same words " + " ".join(told))]


def _cosine(a: Profile, b: Profile) -> float:
    """Of many reports each has words of its own; what counts is which words many of them have."""
    both = sum((weight(w) * n) * (weight(w) * b.words[w]) for w, n in a.words.items() if w in b.words)
    one, other = (sqrt(sum((weight(w) * n) ** 2 for w, n in p.words.items())) for p in (a, b))
    return both / (one * other) if one and other else 0.0


def _names(a: Profile, b: Profile) -> Points:
    shared = {k: min(_often(a.names, k, a.size), _often(b.names, k, b.size)) for k in a.names if k in b.names}
    points = sum(1.5 * min(1.0, often / 0.25) for often in shared.values())
    return [(round(min(3.0, points), 2), "same names " + ", ".join(sorted(shared)[:4]))] if shared else []
