"""What the reader knows before the first word: passed along with every call, never global."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, Protocol, runtime_checkable

# ISO 3166-1 alpha-2, and XK, which stands for Kosovo in use. The lexicon knows usage of few of them, so it cannot say which there are.
_CODES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH "
    "CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN "
    "GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI "
    "LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM "
    "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD "
    "TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
)
_COUNTRIES = frozenset(_CODES.split())


@dataclass(frozen=True, slots=True)
class Context:
    """Publication date, day-month order of all-digit dates, and the country whose usage settles ambiguous words.

    ``published`` anchors relative dates (a ``datetime`` also carries the time); ``day_first`` reads ``13/7`` and ``3/7``
    with the day before the month, as the Arab press prints them; ``country`` (ISO 3166-1 alpha-2) settles ريال or فدان.
    """

    published: date | datetime | None = None
    day_first: bool = True
    country: str | None = None
    calendar: Literal["gregorian", "hijri"] = "gregorian"

    def __post_init__(self) -> None:
        if self.published is not None and not isinstance(self.published, date):
            raise TypeError(f"published takes a datetime.date or datetime.datetime, or an ISO string, not {type(self.published).__name__}")
        if self.country is not None and self.country not in _COUNTRIES:
            raise ValueError(f"unknown country {self.country!r}: two capital letters are needed, such as 'SA' (ISO 3166-1 alpha-2)")

    @property
    def day(self) -> date | None:
        """The publication day, without its time."""
        p = self.published
        return p.date() if isinstance(p, datetime) else p


@runtime_checkable
class Readable(Protocol):
    """A text that knows its publication date, as ``from_html`` gives one."""

    @property
    def text(self) -> str:
        """The text of the article."""

    @property
    def published(self) -> date | datetime | None:
        """When it was published, if it is known."""


Text = str | Readable
Moment = date | datetime | str


def given(text: Text, published: Moment | None) -> tuple[str, date | datetime | None]:
    """Text and date of what a caller hands over: a date in words of ISO 8601 is read, a page brings its own where none is given.

    Raises ``ValueError`` for a string that is no date, ``TypeError`` for anything else that is none.
    """
    if isinstance(text, Readable):
        return text.text, moment(text.published if published is None else published)
    return text, moment(published)


def moment(value: Any) -> Any:
    """``value`` as a date, or as a ``datetime`` where it is a string with a time. Anything but a string comes back as it is."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"published is {value!r}, not a date such as 2025-07-12 or 2025-07-12T01:52") from None
