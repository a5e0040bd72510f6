"""The records that arnews gives back: frozen pydantic models, one for each kind of fact.

Everything located carries ``start``, ``end`` (code-point offsets into the text as the caller gave it, end exclusive) and
``text``, and ``raw[start:end] == text`` always holds. Attached proclitics (و ف ب ل ك س) stay outside a span; combining
marks that follow a letter stay inside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from arnews.integrations.tables import TableName

SCHEMA_VERSION = "1.0"

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

    start: int
    end: int
    text: str


class Warning(Record):
    """Something that the reader should know: a machine-readable ``code``, a sentence, and where it arose (or null)."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class Published(Record):
    """The publication date or time. ``value`` is EDTF (``2025-07-12`` or ``2025-07-12T01:52``).

    ``origin`` is ``given`` when the caller passed it and ``printed`` when it was read from the text; ``span`` is the
    printed date, also when the caller's date won over it.
    """

    value: str
    origin: Literal["given", "printed"]
    span: Span | None = None


class Article(Record):
    """The parts of an article, each as the span that prints it. A part that the text does not have is null or empty."""

    title: Span | None = None
    subtitle: Span | None = None
    byline: Span | None = None
    authors: tuple[Span, ...] = ()
    agency: Span | None = None
    dateline: Span | None = None
    published: Published | None = None
    captions: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()


class Mention(Span):
    """One place in the text that names an entity. ``normalized`` is the repaired text without diacritics."""

    normalized: str
    score: float


class Links(Record):
    """Identifiers of an entity elsewhere: a GeoNames id, a Wikidata id (``Q…``); null where not known for certain."""

    geonames: int | None = None
    wikidata: str | None = None


class Entity(Record):
    """A person, place, organisation, group or other named thing, with every mention of it in the article.

    ``name`` is its fullest mention with proclitics off and a swallowed alef restored; ``latin`` its usual English name
    (``latin_origin`` = ``known``) or a romanisation (``romanized``); ``country`` an ISO 3166-1 alpha-2 code or null;
    ``roles`` the titles that the article gives a person.
    """

    id: str
    type: EntityType
    name: str
    latin: str | None = None
    latin_origin: Literal["known", "romanized"] | None = None
    country: str | None = None
    links: Links = Links()
    roles: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...]
    rule: str | None = None


class TemporalExpression(Span):
    """An expression of calendar time, resolved where the text and the publication date allow it.

    ``value`` is EDTF (levels 0-2) or a TIMEX3 period (``P3D``); ``earliest`` and ``latest`` are the first and last day
    that it can mean (ISO dates, null where open or unknown).
    """

    id: str
    type: DateType
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    grain: Grain | None = None
    mod: Mod | None = None
    utc_offset: int | None = None
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    relation: Literal["absolute", "relative", "anaphoric"] = "absolute"
    alternatives: tuple[str, ...] = ()
    rule: str


class Quantity(Record):
    """How many: an exact or approximate figure in ``best``, or bounds in ``low`` and ``high``, in full units.

    ``approximate``: the words say نحو, حوالي, قرابة and the like. ``vague``: عشرات, مئات, آلاف, which set ``low`` alone.
    """

    low: int | float | None = None
    best: int | float | None = None
    high: int | float | None = None
    approximate: bool = False
    vague: bool = False


class Number(Span):
    """A number in the text: its value, its form, and its unit (an ISO 4217 code for money, a named unit for measures)."""

    quantity: Quantity
    form: NumberForm
    unit: str | None = None
    alternatives: tuple[Quantity, ...] = ()
    rule: str


class Argument(Span):
    """Words that fill a place in a claim; ``ref`` is the id of the entity or date that they name here, if any."""

    ref: str | None = None
    country: str | None = None


class NumericClaim(Span):
    """A number that counts or measures something in the world, with what, who, where, when and according to whom.

    ``unit`` is the counted noun in the singular as printed, an ISO 4217 code for money, or null. ``part_of`` is the id of
    the claim that this one is a subset of; ``previous`` the old total of a rise; ``per`` the period of a rate.
    """

    id: str
    quantity: Quantity
    kind: ClaimKind
    unit: str | None = None
    additional: bool = False
    cumulative_since: Argument | None = None
    previous: Quantity | None = None
    per: str | None = None
    modality: Modality = "asserted"
    source: Argument | None = None
    who: Argument | None = None
    where: Argument | None = None
    when: Argument | None = None
    part_of: str | None = None
    implicit: bool = False
    sentence: Span
    rule: str


class Figure(Record):
    """One thing counted across the article: its claims in order, the value to take, and the claims that contradict it."""

    id: str
    kind: ClaimKind
    unit: str | None = None
    latest: Quantity
    claims: tuple[str, ...]
    contradictions: tuple[str, ...] = ()


class Analysis(Record):
    """Everything that arnews found in one article."""

    schema_version: str = SCHEMA_VERSION
    profile: str
    article: Article
    entities: tuple[Entity, ...] = ()
    dates: tuple[TemporalExpression, ...] = ()
    claims: tuple[NumericClaim, ...] = ()
    figures: tuple[Figure, ...] = ()
    warnings: tuple[Warning, ...] = ()

    def to_frame(self, table: TableName = "claims") -> pandas.DataFrame:
        """``claims``, ``entities``, ``mentions``, ``dates``, ``figures`` or ``warnings`` as a pandas frame (extra ``frames``).

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

    field: str
    rule: str


class Explanation(Span):
    """Why something was found: which ``record`` (with its id, numbers have none), by which ``rule``, as what ``value``."""

    record: Literal["number", "date", "entity", "claim"]
    id: str | None = None
    rule: str
    value: str
    reasons: tuple[Reason, ...] = ()


class Failure(Record):
    """What stands in a stream in place of an analysis that could not be made: which item, and why."""

    index: int
    error: str
    message: str
