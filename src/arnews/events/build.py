"""A group of reports as an ``Event``: what most of them say, and the series of their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal, cast

from arnews.events import geography
from arnews.events.grouping import Open
from arnews.events.lexicon import event_lexicon
from arnews.events.occurrence import Named, Occurrence
from arnews.events.profile import Profile
from arnews.events.records import Event, EventKind, Member, Party, Place
from arnews.events.series import series

_MOST_PARTIES, _MOST_CUES = 6, 8
_LOCATED = 0.25
# So many reports that name the day outweigh those that reckon it.
_NAMED = 0.08


def build(group: Open) -> Event:
    """The event of a group. Its id is that of its first report, in the order of publication."""
    members = sorted(group.members, key=lambda m: (m[0].published, m[0].article, m[0].number))
    occurrences = [o for o, _ in members]
    profile = group.profile
    kind = profile.kind()
    known = event_lexicon().kinds[kind]
    start, end, precision = _days(profile, occurrences)
    cues = Counter(cue for o in occurrences for cue in o.cues)
    return Event(
        id=f"ev-{occurrences[0].id}",
        kind=cast(EventKind, kind),
        acled=known.acled or None,
        plover=known.plover or None,
        cues=tuple(_ranked(cues)[:_MOST_CUES]),
        place=_place(profile, occurrences),
        start=start,
        end=end,
        precision=precision,
        actors=_parties(occurrences, "named"),
        victims=_parties(occurrences, "victim"),
        series=series(occurrences),
        articles=tuple(
            Member(article=o.article, published=o.published or None, title=o.title, score=v.score, reasons=v.reasons) for o, v in members
        ),
    )


def _usual(values: Iterable[str]) -> str | None:
    """The most frequent of the values that are not empty."""
    return next(iter(_ranked(Counter(v for v in values if v))), None)


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda k: (-counts[k], k))


def _days(profile: Profile, occurrences: list[Occurrence]) -> tuple[str | None, str | None, Literal["day", "days", "published", "unknown"]]:
    """The days that most reports give, those by name before those reckoned from the publication; else the days of publication."""
    days = profile.days
    if days:
        named = sum(n for (_, _, certain), n in days.items() if certain)
        chosen = [d for d in days if d[2]] if named >= _NAMED * sum(days.values()) else list(days)
        start, end, _ = min(chosen, key=lambda d: (-days[d], d))
        return start, end, "day" if start == end else "days"
    published = [o.published for o in occurrences if o.published]
    if not published:
        return None, None, "unknown"
    return min(published), max(published), "published"


def _place(profile: Profile, occurrences: list[Occurrence]) -> Place:
    """The most frequent main place that is less than a country, unless hardly a report has one; else the country.

    A place without coordinates has those of the town that most reports name with it.
    """
    key = _main(occurrences) or f"country:{profile.country()}"
    if key == "country:":
        return Place()
    told = [p for o in occurrences for p in o.places if p.key == key]
    known = geography.site(key)
    country = (known.country if known else "") or _usual(p.more for p in told) or profile.country() or None
    north, east = _coordinates(key, country, profile)
    name = _usual(p.name for p in told)
    return Place(key=key, name=name, country=country, latitude=north, longitude=east, precision=geography.level(key))


def _main(occurrences: list[Occurrence]) -> str | None:
    """The usual main place, unless hardly a report has one that is less than a country."""
    main = Counter(o.places[0].key for o in occurrences if o.places)
    exact = [k for k in _ranked(main) if geography.level(k) != "country"]
    return exact[0] if exact and sum(main[k] for k in exact) >= _LOCATED * sum(main.values()) else None


def _coordinates(key: str, country: str | None, profile: Profile) -> tuple[float | None, float | None]:
    if geography.level(key) == "country":
        return None, None
    for k in (key, *profile.exact()):
        found, at = geography.site(k), geography.coordinates(k)
        if found is not None and at is not None and found.country == country:
            return at
    return None, None


def _parties(occurrences: Iterable[Occurrence], part: str) -> tuple[Party, ...]:
    """Whom reports name in that part, most of them first; words without an entity by themselves."""
    found: dict[str, list[Named]] = {}
    for o in occurrences:
        for party in {p.key or p.name: p for p in o.parties if p.more.split(" ")[0] == part}.values():
            found.setdefault(party.key or party.name, []).append(party)
    several = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))[:_MOST_PARTIES]
    return tuple(Party(key=p[0].key or None, name=_ranked(Counter(q.name for q in p))[0], reports=len(p)) for _, p in several)
