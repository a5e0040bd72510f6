"""What a tracker remembers, on the disk: for each day of publication a file with a line for each article that counts people.

Lines are only ever added, so that a kill can tear no more than the last one, which is cut off when the file is next read.
Nothing else is kept: events are made from the lines in the order of days and articles, whatever the order in which they came.
A day is held in memory at a time. No database is needed, and the files are read with any tool that reads JSON.
"""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from arnews.events.occurrence import Occurrence, from_line, to_line

_UNDATED = "undated"
_VERSION = 1
_DAYS_HELD = 32


class StoreError(RuntimeError):
    """A folder that holds something else, or lines that this version cannot read; the message says which."""


class Store(Protocol):
    """Where the occurrences of articles are kept until they are asked for by day."""

    def add(self, items: Iterable[tuple[str, list[Occurrence]]]) -> int:
        """Keep what is new, by identity; return how many articles that were."""

    def days(self) -> Iterator[dict[str, list[Occurrence]]]:
        """The articles of each day by identity, undated ones first, then the days in order."""


class Memory:
    """A store without a disk."""

    def __init__(self) -> None:
        self._days: dict[str, dict[str, list[Occurrence]]] = {}

    def add(self, items: Iterable[tuple[str, list[Occurrence]]]) -> int:
        """Keep what is new, by identity; return how many articles that were."""
        new = 0
        for identity, occurrences in items:
            day = self._days.setdefault(occurrences[0].published, {})
            new += identity not in day
            day.setdefault(identity, occurrences)
        return new

    def days(self) -> Iterator[dict[str, list[Occurrence]]]:
        """The articles of each day by identity, undated ones first."""
        return (self._days[day] for day in sorted(self._days))


class Folder:
    """A store in a folder, which is made where it is not there. One process writes to it at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: OrderedDict[str, set[str]] = OrderedDict()
        path.mkdir(parents=True, exist_ok=True)
        mark = path / "tracker.json"
        if not mark.exists():
            if any(p.suffix != ".new" for p in path.iterdir()):
                raise StoreError(f"{path} holds other things; a tracker needs a folder of its own")
            draft = mark.with_suffix(".new")
            draft.write_text(json.dumps({"arnews": "events", "version": _VERSION}), encoding="utf-8")
            draft.replace(mark)
        elif _version(mark) != _VERSION:
            raise StoreError(f"{path} is no tracker that this version can read; track into a new folder")

    def add(self, items: Iterable[tuple[str, list[Occurrence]]]) -> int:
        """Append what is new to the file of its day; what was given is on the disk when this returns."""
        by_day: dict[str, dict[str, list[Occurrence]]] = {}
        for identity, occurrences in items:
            by_day.setdefault(occurrences[0].published or _UNDATED, {}).setdefault(identity, occurrences)
        return sum(self._append(day, found) for day, found in sorted(by_day.items()))

    def _append(self, day: str, found: dict[str, list[Occurrence]]) -> int:
        known = self._identities(day)
        new = {identity: o for identity, o in found.items() if identity not in known}
        if new:
            data = "".join(to_line(identity, o) for identity, o in sorted(new.items())).encode("utf-8", "backslashreplace")
            with self._file(day).open("ab") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            known.update(new)
        return len(new)

    def _identities(self, day: str) -> set[str]:
        if day not in self._known:
            self._mend(day)
            self._known[day] = set(self._read(day))
            if len(self._known) > _DAYS_HELD:
                self._known.popitem(last=False)
        self._known.move_to_end(day)
        return self._known[day]

    def _mend(self, day: str) -> None:
        """Cut off a last line that a kill left without its end."""
        path = self._file(day)
        if not path.exists():
            return
        data = path.read_bytes()
        whole = data.rfind(b"\n") + 1
        if whole != len(data):
            with path.open("r+b") as file:
                file.truncate(whole)

    def _read(self, day: str) -> dict[str, list[Occurrence]]:
        path = self._file(day)
        found: dict[str, list[Occurrence]] = {}
        if not path.exists():
            return found
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if not line.endswith(b"\n"):
                    break
                try:
                    identity, occurrences = from_line(line.decode("utf-8"))
                except (ValueError, TypeError):
                    raise StoreError(f"{path}: line {number} is not one of a tracker") from None
                found.setdefault(identity, occurrences)
        return found

    def _file(self, day: str) -> Path:
        return self._path / f"{day}.jsonl"

    def days(self) -> Iterator[dict[str, list[Occurrence]]]:
        """The articles of each day by identity, undated ones first."""
        names = sorted(p.stem for p in self._path.glob("*.jsonl"))
        return (self._read(day) for day in sorted(names, key=lambda name: (name != _UNDATED, name)))


def _version(mark: Path) -> object:
    try:
        found = json.loads(mark.read_text(encoding="utf-8"))
        return found.get("version") if found.get("arnews") == "events" else None
    except (OSError, ValueError, AttributeError):
        return None
