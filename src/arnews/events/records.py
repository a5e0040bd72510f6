"""The records of events: what happened where and when, and a series of reports for each thing that was counted."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from arnews.records import ClaimKind, Modality, Record

EventKind = Literal[
    "quake", "sinking", "flood", "epidemic", "explosion", "fire", "accident", "attack", "clash", "kidnap", "arrest", "displacement",
    "deployment", "other",
]  # fmt: skip
Role = Literal["total", "part", "addition", "running", "withheld"]


class Place(Record):
    """Where an event was, as exactly as its reports agree on."""

    key: str | None = Field(default=None, description="the key of the place, as in `Entity.key`; null where no report names one")
    name: str | None = Field(default=None, description="its name, as most reports have it")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2 code; null where not known")
    latitude: float | None = Field(default=None, description="degrees north; null where no list has them")
    longitude: float | None = Field(default=None, description="degrees east; null where no list has them")
    precision: Literal["town", "province", "country", "unknown"] = Field(
        default="unknown", description="what kind of place it is; `unknown` for one that no list knows"
    )


class Party(Record):
    """Somebody whom the reports name: by key where an entity was found, else by their words."""

    key: str | None = Field(default=None, description="the key of the entity; null where the words name none")
    name: str = Field(description="the name, or the words of the report")
    reports: int = Field(description="how many reports name it")


class Report(Record):
    """One figure of one article: when, where it stands, how many, according to whom."""

    published: str | None = Field(description="the day on which the article was published (ISO); null where not known")
    article: str = Field(description="the article, by the name that it has in the collection")
    claim: str = Field(description="id of the claim in its article")
    low: int | float | None = Field(description="at least so many; null where the words set no lower bound")
    best: int | float | None = Field(description="the figure; null where the words give bounds alone")
    high: int | float | None = Field(description="at most so many; null where the words set no upper bound")
    unit: str | None = Field(description="the counted noun, as in the claim")
    source: str | None = Field(description="according to whom; null where the words name nobody")
    modality: Modality = Field(description="whether the article asserts, hedges, plans or denies it")
    role: Role = Field(
        description="`total`; `part` of a total; an `addition` to one; a `running` total since a day; or `withheld`: hedged or denied"
    )
    start: int = Field(description="offset of the sentence in the text of its article")
    end: int = Field(description="offset after the sentence")
    sentence: str = Field(description="the sentence")


class Series(Record):
    """One thing counted through all reports, and what they come to by the rules of the documentation."""

    counted: ClaimKind = Field(description="what is counted, as in the claims")
    population: str | None = Field(
        default=None, description="of whom, where the reports count one group (soldiers, children); null for all"
    )
    running: bool = Field(default=False, description="a total since some day, which began before the event")
    latest: int | float | None = Field(default=None, description="the total that the last day of reports gives most often")
    low: int | float | None = Field(default=None, description="the least that a source still says")
    best: int | float | None = Field(default=None, description="the figure to take; null where reports give bounds alone")
    high: int | float | None = Field(default=None, description="the most that a source still says")
    reports: tuple[Report, ...] = Field(description="every report of it, oldest first")
    contradictions: tuple[str, ...] = Field(
        default=(), description="`article claim` of each standing total that gives another figure than `best`"
    )


class Member(Record):
    """An article of an event, and why it was joined to the articles before it."""

    article: str = Field(description="the article, by the name that it has in the collection")
    published: str | None = Field(description="the day on which it was published (ISO); null where not known")
    title: str = Field(description="its headline; empty where it has none")
    score: float = Field(description="points of the reasons together; 0 for the first article")
    reasons: tuple[str, ...] = Field(default=(), description="why it is of this event: `+3.6 same place geonames:300075` and the like")


class Why(Record):
    """Whether two articles report one event, and the points for and against it."""

    joined: bool = Field(description="whether the points are enough")
    score: float = Field(description="the points together")
    needed: float = Field(description="the points that two reports of one event have at least")
    reasons: tuple[str, ...] = Field(description="each with its points: `+3.6 same place geonames:300075`")


class Event(Record):
    """One occurrence as many articles report it."""

    id: str = Field(description="the same for the same first report, whatever comes later")
    kind: EventKind = Field(description="what kind of event it was")
    acled: str | None = Field(default=None, description="nearest event type of ACLED; null where none fits")
    plover: str | None = Field(default=None, description="nearest event type of PLOVER; null where none fits")
    cues: tuple[str, ...] = Field(default=(), description="words that say so, most frequent first, folded")
    place: Place = Field(default=Place(), description="where it was")
    start: str | None = Field(default=None, description="its first day (ISO)")
    end: str | None = Field(default=None, description="its last day (ISO)")
    precision: Literal["day", "days", "published", "unknown"] = Field(
        default="unknown",
        description="`day` or `days`, as reports say; `published`: no report says, the days are those of the reports",
    )
    actors: tuple[Party, ...] = Field(default=(), description="armed groups, states and persons in the sentences of the figures")
    victims: tuple[Party, ...] = Field(default=(), description="whom the figures count")
    series: tuple[Series, ...] = Field(default=(), description="one for each thing counted")
    articles: tuple[Member, ...] = Field(description="its articles in order of publication, each with the reasons")

    def __getitem__(self, counted: str) -> Series:
        """The series of all those ``killed``, ``injured`` and so on. Raises ``KeyError`` where nothing of that kind was counted."""
        for series in self.series:
            if series.counted == counted and series.population is None and not series.running:
                return series
        raise KeyError(f"no series {counted!r}; there are {', '.join(dict.fromkeys(s.counted for s in self.series)) or 'none'}")

    def __repr__(self) -> str:
        from arnews.labels import quoted

        toll = next((f", {s.best:,} {s.counted}" for s in self.series if s.best is not None), "")
        where = quoted(self.place.name) if self.place.name else "?"
        return f"<Event {self.kind} {where} {self.start or '?'}{toll}, {len(self.articles)} articles>"
