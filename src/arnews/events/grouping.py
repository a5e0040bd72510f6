"""Reports into events in one pass over a stream in the order of publication, with what is open held in a window of days.

Each report is compared with the open events that share something telling with it, and goes to the best of them if the points
are enough. What it costs depends on the window, not on the length of the stream.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from arnews.events.match import Verdict, compare
from arnews.events.occurrence import Occurrence
from arnews.events.profile import Profile
from arnews.events.reading import before

WINDOW = 14
# A place where everything happens shares nothing telling; the newest of its events are looked at.
_MOST_SHARING, _MOST_COMPARED = 200, 30


@dataclass(slots=True)
class Open:
    """An event that may still get reports."""

    profile: Profile
    last: str
    members: list[tuple[Occurrence, Verdict]] = field(default_factory=list)
    keys: set[tuple[str, object]] = field(default_factory=set)


def group(stream: Iterable[Occurrence], window: int = WINDOW) -> Iterator[Open]:
    """Events out of occurrences that come in the order of publication; each as soon as no report can join it any more."""
    board = _Board()
    day = ""
    for o in stream:
        if o.published != day:
            day = o.published
            yield from board.close(before(day, window) if day else "")
        board.place(o)
    yield from board.close(None)


class _Board:
    """The open events, by what a report must share with them."""

    def __init__(self) -> None:
        self._open: dict[int, Open] = {}
        self._sharing: dict[tuple[str, object], dict[int, None]] = {}
        self._next = 0

    def place(self, o: Occurrence) -> None:
        """Join the occurrence to its event, or begin one."""
        mine = Profile(o)
        found = self._best(mine)
        number, verdict = found or (self._next, Verdict(0.0, ()))
        if found is None:
            self._next += 1
            event = self._open[number] = Open(mine, o.published)
        else:
            event = self._open[number]
            event.profile.add(o)
            event.last = max(event.last, o.published)
        event.members.append((o, verdict))
        self._index(number, event)

    def _best(self, mine: Profile) -> tuple[int, Verdict] | None:
        """The open event with most points, the older one of two; None where none has enough."""
        found = [(n, compare(mine, self._open[n].profile)) for n in self._candidates(mine)]
        return max((f for f in found if f[1].joined), key=lambda f: (f[1].score, -f[0]), default=None)

    def _candidates(self, mine: Profile) -> list[int]:
        shared: Counter[int] = Counter()
        for key in mine.index():
            points = 3 if key[0] == "place" else 1
            for n in self._sharing.get(key, ()):
                shared[n] += points
        return [n for n, _ in sorted(shared.items(), key=lambda item: (-item[1], -item[0]))[:_MOST_COMPARED]]

    def _index(self, number: int, event: Open) -> None:
        for key in event.profile.index():
            if key in event.keys:
                continue
            event.keys.add(key)
            held = self._sharing.setdefault(key, {})
            held[number] = None
            if len(held) > _MOST_SHARING:
                oldest = next(iter(held))
                del held[oldest]

    def close(self, day: str | None) -> Iterator[Open]:
        """Hand out the events without a report since ``day``, all of them for None."""
        done = [n for n, event in self._open.items() if day is None or event.last < day]
        for n in done:
            event = self._open.pop(n)
            self._forget(n, event)
            other = self._best(event.profile)
            if other is None:
                yield event
            else:
                self._absorb(other[0], event, other[1])

    def _forget(self, number: int, event: Open) -> None:
        for key in event.keys:
            held = self._sharing.get(key)
            if held is not None:
                held.pop(number, None)
                if not held:
                    del self._sharing[key]

    def _absorb(self, number: int, event: Open, verdict: Verdict) -> None:
        """What two groups of reports together show, their first reports alone may not: a closing event goes into an open one."""
        into = self._open[number]
        into.profile.merge(event.profile)
        into.last = max(into.last, event.last)
        first, *rest = event.members
        into.members += [(first[0], verdict), *rest]
        self._index(number, into)
