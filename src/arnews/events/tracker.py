"""Articles in, events out: at once, or fed by and by with a memory that survives a kill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from arnews.events.build import build
from arnews.events.extract import occurrences
from arnews.events.grouping import WINDOW, group
from arnews.events.match import ENOUGH, compare
from arnews.events.occurrence import Occurrence
from arnews.events.profile import Profile
from arnews.events.records import Event, Why
from arnews.events.store import Folder, Memory, Store
from arnews.records import Analysis, Failure

Results = Iterable[tuple[str, Analysis | Failure]]


class Tracker:
    """Events of a stream of articles that comes in pieces.

    ``folder`` keeps what was given, so that another process can go on with it; without one it is kept in memory. ``window``
    is how many days after its last report an event still takes new ones. The events depend on the articles alone: not on their
    order, not on the pieces in which they come, and an article that is given again changes nothing.
    """

    def __init__(self, folder: str | Path | None = None, *, window: int = WINDOW) -> None:
        if window < 1:
            raise ValueError(f"window is a number of days, at least 1, not {window}")
        self._store: Store = Memory() if folder is None else Folder(Path(folder))
        self._window = window

    def add(self, results: Results) -> int:
        """Take in analyses with the names of their articles, such as a ``Collection``; return how many with events were new.

        When this returns, they are on the disk. Failures are passed over. Raises ``TypeError`` for analyses without names.
        """
        return self._store.add(_told(results))

    def events(self) -> Iterator[Event]:
        """The events of all articles so far, each when no later article could join it, in the order in which that comes to be.

        One pass over the stored reports in the order of publication; what is held at a time depends on ``window``.
        """
        return (build(found) for found in group(_ordered(self._store), self._window))


def find_events(results: Results, *, window: int = WINDOW) -> list[Event]:
    """The events of a collection, in the order of their first days. See ``Tracker``."""
    tracker = Tracker(window=window)
    tracker.add(results)
    return sorted(tracker.events(), key=lambda e: (e.start or "", e.articles[0].published or "", e.id))


def why(first: Analysis, second: Analysis) -> Why:
    """Whether two articles report one event, and why: the two of their occurrences that have most points together.

    In a collection more than these two count: an article is compared with all reports of an event. Raises ``ValueError`` where
    one of the articles counts nobody.
    """
    ours, theirs = occurrences("first", first), occurrences("second", second)
    if not ours or not theirs:
        raise ValueError("there is nothing to join: one of the articles counts nobody killed, injured, missing, displaced or detained")
    best = max((compare(Profile(a), Profile(b)) for a in ours for b in theirs), key=lambda v: v.score)
    return Why(joined=best.joined, score=best.score, needed=ENOUGH, reasons=best.reasons)


def _told(results: Results) -> Iterator[tuple[str, list[Occurrence]]]:
    for item in results:
        if not (isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str)):
            raise TypeError(f"a tracker takes pairs (name of the article, analysis), such as a Collection gives, not {type(item).__name__}")
        name, analysis = item
        if isinstance(analysis, Analysis) and (found := occurrences(name, analysis)):
            yield _identity(name, analysis), found


def _identity(name: str, analysis: Analysis) -> str:
    """The same for the same article: its name, its day and its text."""
    parts = analysis.article
    told = [parts.published.value if parts.published else "", name, *(s.text for s in (parts.title, *parts.body) if s)]
    return sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _ordered(store: Store) -> Iterator[Occurrence]:
    for day in store.days():
        found = sorted(day.items(), key=lambda item: (item[1][0].article, item[0]))
        for _, several in found:
            yield from several
