"""What one article says of one occurrence, as it is stored and compared: places, days, cue words, telling words, figures."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any, NamedTuple


class Named(NamedTuple):
    """A place or party: its key (empty where the words name none), its name, and its country (of a party: its part, ``victim``)."""

    key: str
    name: str
    more: str


class Counted(NamedTuple):
    """A claim as a row: what it counts, of whom (empty for all), how many, according to whom, in which part."""

    claim: str
    kind: str
    population: str
    role: str
    low: float | None
    best: float | None
    high: float | None
    vague: bool
    unit: str | None
    source: str | None
    source_key: str
    modality: str
    start: int
    end: int
    sentence: str


@dataclass(slots=True, frozen=True)
class Occurrence:
    """One occurrence in one article. ``start`` and ``end`` are days that the words give, empty where they give none.

    ``certain`` says that the words name the day itself (``20 يوليو``), not its distance from the publication.
    """

    article: str
    number: int
    published: str
    title: str
    kinds: dict[str, int]
    cues: tuple[str, ...]
    places: tuple[Named, ...]
    start: str
    end: str
    certain: bool
    parties: tuple[Named, ...]
    words: tuple[str, ...]
    figures: tuple[Counted, ...]

    @property
    def id(self) -> str:
        """A name that depends on the article alone."""
        return sha256(f"{self.published}\n{self.article}\n{self.number}".encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def country(self) -> str:
        """The country of its place, of a sea or river that of the next place named; empty where none is known."""
        return next((p.more for p in self.places if p.more), "")

    def row(self) -> list[Any]:
        """The fields in order, for a line of JSON."""
        return [getattr(self, f.name) for f in fields(self)]


def to_line(key: str, occurrences: list[Occurrence]) -> str:
    """What one article says as a line of JSON: its identity, then its occurrences."""
    return json.dumps([key, [o.row() for o in occurrences]], ensure_ascii=False, separators=(",", ":")) + "\n"


def from_line(line: str) -> tuple[str, list[Occurrence]]:
    """The identity and occurrences of a line. Raises ``ValueError`` for a line that is not whole."""
    key, rows = json.loads(line)
    return key, [_occurrence(row) for row in rows]


def _occurrence(row: list[Any]) -> Occurrence:
    article, number, published, title, kinds, cues, places, start, end, certain, parties, words, figures = row
    return Occurrence(
        article, number, published, title, kinds, tuple(cues), tuple(Named(*p) for p in places), start, end, certain,
        tuple(Named(*p) for p in parties), tuple(words), tuple(Counted(*f) for f in figures),
    )  # fmt: skip
