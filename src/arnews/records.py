"""The records that arnews gives back: frozen pydantic models, one for each kind of fact.

Everything located carries ``start``, ``end`` (code-point offsets into the text as the caller gave it, end exclusive) and
``text``, and ``raw[start:end] == text`` always holds. Attached proclitics (و ف ب ل ك س) stay outside a span; combining
marks that follow a letter stay inside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from arnews.integrations.tables import TableName

SCHEMA_VERSION = "1.1"

EntityType = Literal["PERSON", "LOC", "ORG", "NORP", "MISC"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Grain = Literal["minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]
Mod = Literal[
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "MORE_THAN", "LESS_THAN",
    "MORNING", "MIDDAY", "AFTERNOON", "EVENING", "NIGHT", "DAWN",
]  # fmt: skip
NumberForm = Literal["cardinal", "ordinal", "fraction", "percent", "multiplier"]
Modality = Literal["asserted", "hedged", "planned", "denied"]
ClaimKind = Literal[
    "troops", "killed", "injured", "casualties", "missing", "displaced", "detained", "hostages", "people", "materiel",
    "attacks", "places", "money", "percent", "multiplier", "measure", "age", "count",
]  # fmt: skip


class Record(BaseModel):
    """Base of all records: immutable, hashable where its fields are, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Span(Record):
    """A stretch of the raw text: code points ``start`` to ``end`` (exclusive) and the characters there."""

    start: int = Field(description="offset of the first character in the text as given, in code points")
    end: int = Field(description="offset after the last character")
    text: str = Field(description="the characters there, as the text has them")

    def __str__(self) -> str:
        return self.text


class Warning(Record):
    """Something that the reader should know: a machine-readable ``code``, a sentence, and where it arose (or null)."""

    code: str = Field(description="what kind of warning, for programs, such as `unresolved-date`")
    message: str = Field(description="what the reader should know, in a sentence")
    start: int | None = Field(default=None, description="offset of the words that gave rise to it; null where it is about the whole text")
    end: int | None = Field(default=None, description="offset after these words")


class Published(Record):
    """The publication date or time. ``value`` is EDTF (``2025-07-12`` or ``2025-07-12T01:52``).

    ``origin`` is ``given`` when the caller passed it and ``printed`` when it was read from the text; ``span`` is the
    printed date, also when the caller's date won over it.
    """

    value: str = Field(description="the date or time in EDTF, such as `2025-07-12` or `2025-07-12T01:52`")
    origin: Literal["given", "printed"] = Field(description="`given` by the caller, or `printed` in the text")
    span: Span | None = Field(
        default=None, description="the date that the text prints, also where the caller's date won; null where it prints none"
    )

    def __str__(self) -> str:
        return self.value


class Article(Record):
    """The parts of an article, each as the span that prints it. A part that the text does not have is null or empty."""

    title: Span | None = Field(default=None, description="the headline")
    subtitle: Span | None = Field(default=None, description="the line below the headline")
    byline: Span | None = Field(default=None, description="who wrote it, as the line is printed")
    authors: tuple[Span, ...] = Field(default=(), description="each author named in the byline")
    agency: Span | None = Field(default=None, description="the news agency that the byline names")
    dateline: Span | None = Field(default=None, description="the place from which the article is filed")
    published: Published | None = Field(default=None, description="when it was published")
    captions: tuple[Span, ...] = Field(default=(), description="lines that describe pictures")
    body: tuple[Span, ...] = Field(default=(), description="the paragraphs")


class Mention(Span):
    """One place in the text that names an entity. ``normalized`` is the repaired text without diacritics."""

    normalized: str = Field(description="the repaired text without diacritics")
    score: float = Field(description="how sure the reading is, from 0 to 1")


class Links(Record):
    """Identifiers of an entity elsewhere: a GeoNames id, a Wikidata id (``Q…``); null where not known for certain."""

    geonames: int | None = Field(default=None, description="id in GeoNames; null where not known for certain")
    wikidata: str | None = Field(default=None, description="id in Wikidata (`Q…`); null where not known for certain")


class Entity(Record):
    """A person, place, organisation, group or other named thing, with every mention of it in the article.

    ``name`` is its fullest mention with proclitics off and a swallowed alef restored; ``latin`` its usual English name
    (``latin_origin`` = ``known``) or a romanisation (``romanized``); ``country`` an ISO 3166-1 alpha-2 code or null;
    ``key`` joins articles; ``roles`` are the titles that the article gives a person.
    """

    id: str = Field(description="`e1`, `e2` …, in order of first mention")
    type: EntityType = Field(description="what kind of thing it is")
    name: str = Field(description="its fullest mention, with proclitics off and a swallowed alef restored")
    latin: str | None = Field(default=None, description="its name in Latin letters; null where none is known")
    latin_origin: Literal["known", "romanized"] | None = Field(
        default=None, description="`known`, the usual English name, or `romanized`, letter by letter"
    )
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2 code of its country; null where not known")
    links: Links = Field(default=Links(), description="its ids elsewhere")
    key: str | None = Field(
        default=None,
        description="the same for the same thing in every article: `country:RU`, `geonames:1871859`, `person:sergey-lavrov`, "
        "`org:un-security-council`; `name:person:...` where no list knows it",
    )
    roles: tuple[Span, ...] = Field(default=(), description="titles that the article gives a person")
    mentions: tuple[Mention, ...] = Field(description="every place in the text that names it, in order")
    rule: str | None = Field(default=None, description="the rule that found its first mention")

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        from arnews.labels import quoted

        known = "".join(f" {part}" for part in (self.latin, self.country) if part)
        return f"<Entity {self.id} {self.type} {quoted(self.name)}{known}, {len(self.mentions)} mentions>"


class TemporalExpression(Span):
    """An expression of calendar time, resolved where the text and the publication date allow it.

    ``value`` is EDTF (levels 0-2) or a TIMEX3 period (``P3D``); ``earliest`` and ``latest`` are the first and last day
    that it can mean (ISO dates, null where open or unknown). ``begins`` and ``ends`` are TIMEX3's begin and end points of a
    length of time that the publication bounds: ``منذ يومين`` is ``P2D``, and began two days before it.
    """

    id: str = Field(description="`d1`, `d2` …, in the order of the text")
    type: DateType = Field(description="a day or longer, a time of day, a length of time, or something that repeats")
    value: str | None = Field(
        default=None, description="what it means, in EDTF, or a TIMEX3 period such as `P3D`; null where the words do not say"
    )
    earliest: str | None = Field(default=None, description="first day that it can mean (ISO); null where open or unknown")
    latest: str | None = Field(default=None, description="last day that it can mean (ISO); null where open or unknown")
    grain: Grain | None = Field(default=None, description="the smallest unit that the words give")
    mod: Mod | None = Field(default=None, description="part of the time (`MORNING`, `START`), or how close to it (`APPROX`, `BEFORE`)")
    utc_offset: int | None = Field(default=None, description="minutes ahead of UTC where the words name a time zone")
    calendar: Literal["gregorian", "hijri"] = Field(
        default="gregorian", description="the calendar that the words are in; `value` is Gregorian"
    )
    relation: Literal["absolute", "relative", "anaphoric"] = Field(
        default="absolute", description="`absolute`, `relative` to the publication, or `anaphoric`, relative to another date of the text"
    )
    alternatives: tuple[str, ...] = Field(default=(), description="values of the other readings where the words have more than one")
    rule: str = Field(description="the rule that read it")
    begins: str | None = Field(
        default=None,
        description="where a length of time begins beside the publication (ISO day or time): `منذ يومين`; null where open or not told",
    )
    ends: str | None = Field(default=None, description="where it ends (ISO day or time); null where open or not told")


class Quantity(Record):
    """How many: an exact or approximate figure in ``best``, or bounds in ``low`` and ``high``, in full units.

    ``approximate``: the words say نحو, حوالي, قرابة and the like. ``vague``: عشرات, مئات, آلاف, which set ``low`` alone.
    """

    low: int | float | None = Field(default=None, description="at least so many; null where the words set no lower bound")
    best: int | float | None = Field(default=None, description="the figure; null where the words give bounds alone")
    high: int | float | None = Field(default=None, description="at most so many; null where the words set no upper bound")
    approximate: bool = Field(default=False, description="the words say about (نحو, حوالي, قرابة)")
    vague: bool = Field(default=False, description="the words give an order of magnitude alone (عشرات, مئات), which sets `low`")

    def __str__(self) -> str:
        from arnews.labels import quantity

        return quantity(self)


class Number(Span):
    """A number in the text: its value, its form, and its unit (an ISO 4217 code for money, a named unit for measures)."""

    quantity: Quantity = Field(description="its value")
    form: NumberForm = Field(description="what kind of number it is")
    unit: str | None = Field(default=None, description="ISO 4217 code of money, name of a measure, or null")
    alternatives: tuple[Quantity, ...] = Field(default=(), description="the other values that the words can have")
    rule: str = Field(description="the rule that read it")


class Argument(Span):
    """Words that fill a place in a claim; ``ref`` is the id of the entity or date that they name here, if any."""

    ref: str | None = Field(default=None, description="id of the entity or date that these words name; null where they name none")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2 code of that entity's country, or null")


class NumericClaim(Span):
    """A number that counts or measures something in the world, with what, who, where, when and according to whom.

    ``unit`` is the counted noun in the singular as printed, an ISO 4217 code for money, or null. ``part_of`` is the id of
    the claim that this one is a subset of; ``previous`` the old total of a rise; ``per`` the period of a rate.
    """

    id: str = Field(description="`c1`, `c2` …, in the order of the text")
    quantity: Quantity = Field(description="how many")
    kind: ClaimKind = Field(description="what is counted, or what happened to it")
    unit: str | None = Field(default=None, description="the counted noun in the singular as printed, ISO 4217 code of money, or null")
    additional: bool = Field(default=False, description="so many more than before (آخرين, إضافي)")
    cumulative_since: Argument | None = Field(default=None, description="the words that say since when the total is counted")
    previous: Quantity | None = Field(default=None, description="the old total of a rise or a fall")
    per: str | None = Field(default=None, description="period of a rate, such as `day`")
    modality: Modality = Field(default="asserted", description="whether the article asserts, hedges, plans or denies it")
    source: Argument | None = Field(default=None, description="according to whom; null where the words name nobody")
    who: Argument | None = Field(default=None, description="whose number it is, or who it happened to; null where the words do not say")
    where: Argument | None = Field(default=None, description="where it happened; null where the words do not say")
    when: Argument | None = Field(default=None, description="when it happened; null where the words do not say")
    part_of: str | None = Field(default=None, description="id of the claim that this one is a part of")
    implicit: bool = Field(default=False, description="no number is written: a singular noun says one (`مقتل جندي`)")
    sentence: Span = Field(description="the sentence that it stands in")
    rule: str = Field(description="the rule that found it")

    def __str__(self) -> str:
        from arnews.labels import claim

        return claim(self)

    def __repr__(self) -> str:
        from arnews.labels import quoted

        return f"<NumericClaim {self.id} {self.quantity} {self.kind}, {self.modality} {quoted(self.text)}>"


class Quote(Span):
    """Words that somebody is reported to have said: ``text`` is what was said, without quotation marks and without أن.

    ``direct`` words stand in quotation marks; others are reported (``قال إن ...``). ``speaker`` is as printed, here or where the
    article last named whoever goes on speaking.
    """

    id: str = Field(description="`q1`, `q2` …, in the order of the text")
    speaker: Argument | None = Field(default=None, description="who said it; null where the words name nobody")
    cue: Span = Field(description="the words of saying, or the colon after a speaker in a headline")
    direct: bool = Field(description="whether the words stand in quotation marks")
    rule: str = Field(description="the rule that found it")

    def __repr__(self) -> str:
        from arnews.labels import quoted

        speaker = f", {quoted(self.speaker.text, 40)}" if self.speaker else ""
        return f"<Quote {self.id} {'direct' if self.direct else 'reported'}{speaker} {quoted(self.text)}>"


class Figure(Record):
    """One thing counted across the article: its claims in order, the value to take, and the claims that contradict it."""

    id: str = Field(description="`f1`, `f2` …")
    kind: ClaimKind = Field(description="what is counted, as in its claims")
    unit: str | None = Field(default=None, description="the counted noun, as in its claims")
    latest: Quantity = Field(description="the value to take")
    claims: tuple[str, ...] = Field(description="ids of its claims, in the order of the text")
    contradictions: tuple[str, ...] = Field(default=(), description="ids of claims that give another value for the same thing")


class Analysis(Record):
    """Everything that arnews found in one article."""

    schema_version: str = Field(default=SCHEMA_VERSION, description="version of these records")
    profile: str = Field(description="name of the normalisation that the text was read with")
    article: Article = Field(description="the parts of the article")
    entities: tuple[Entity, ...] = Field(default=(), description="persons, places, organisations, groups and other names")
    dates: tuple[TemporalExpression, ...] = Field(default=(), description="expressions of calendar time")
    quotes: tuple[Quote, ...] = Field(default=(), description="what somebody is reported to have said")
    claims: tuple[NumericClaim, ...] = Field(default=(), description="numbers that count or measure something")
    figures: tuple[Figure, ...] = Field(default=(), description="things counted across the article")
    warnings: tuple[Warning, ...] = Field(default=(), description="what the reader should know")

    def __getitem__(self, id: str) -> Entity | TemporalExpression | Quote | NumericClaim | Figure:
        """The entity, date, quotation, claim or figure with this id: ``result["e2"]``. Raises ``KeyError`` for an id that is not there."""
        for several in self._identified():
            for record in several:
                if record.id == id:
                    return record
        raise KeyError(f"no record {id!r}: ids are those of entities (e1), dates (d1), quotes (q1), claims (c1), figures (f1)")

    def __contains__(self, id: object) -> bool:
        return any(record.id == id for several in self._identified() for record in several)

    def _identified(self) -> tuple[tuple[Entity | TemporalExpression | Quote | NumericClaim | Figure, ...], ...]:
        return self.entities, self.dates, self.quotes, self.claims, self.figures

    def __str__(self) -> str:
        from arnews.display.terminal import summary

        return summary(self)

    def __repr__(self) -> str:
        from arnews.labels import quoted

        article = self.article
        published = f" {article.published}" if article.published else ""
        title = f" {quoted(article.title.text, 40)}" if article.title else ""
        return f"<Analysis{published}{title} {len(self.entities)} entities, {len(self.dates)} dates, {len(self.claims)} claims>"

    def to_frame(self, table: TableName = "claims") -> pandas.DataFrame:
        """``claims``, ``quotes``, ``entities``, ``mentions``, ``dates``, ``figures`` or ``warnings`` as a pandas frame (extra ``frames``).

        Raises ``ValueError`` for another table, ``ImportError`` where pandas is not installed.
        """
        from arnews.integrations.frames import to_frame

        return to_frame(self, table)

    def to_arrow(self, table: TableName = "claims") -> pyarrow.Table:
        """The same tables as Arrow tables of fixed schema (extra ``frames``)."""
        from arnews.integrations.frames import to_arrow

        return to_arrow(self, table)

    def to_polars(self, table: TableName = "claims") -> polars.DataFrame:
        """The same tables as polars frames (extra ``polars``)."""
        from arnews.integrations.frames import to_polars

        return to_polars(self, table)

    def _repr_html_(self) -> str:
        from arnews.display import to_html

        return to_html(self)


class Reason(Span):
    """The words that gave ``field`` of a record its value, and the name of the rule that read them."""

    field: str = Field(description="the field of the record that these words filled")
    rule: str = Field(description="the rule that read them")


class Explanation(Span):
    """Why something was found: which ``record`` (with its id, numbers have none), by which ``rule``, as what ``value``."""

    record: Literal["number", "date", "entity", "quote", "claim"] = Field(description="what kind of record it is")
    id: str | None = Field(default=None, description="its id; null for numbers, which have none")
    rule: str = Field(description="the rule that found it")
    value: str = Field(description="what it was read as")
    reasons: tuple[Reason, ...] = Field(default=(), description="the words that gave its fields")


class Failure(Record):
    """What stands in a stream in place of an analysis that could not be made: which item, and why."""

    index: int = Field(description="place of the item in the stream, from 0")
    error: str = Field(description="name of the error")
    message: str = Field(description="what went wrong")
