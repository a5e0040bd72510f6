"""The public functions, on a default pipeline that is loaded at the first call and kept."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from arnews import explanation
from arnews.context import Moment, Text
from arnews.integrations.frames import collect
from arnews.pipeline import Pipeline, extract_dates, extract_numbers
from arnews.records import Analysis, Entity, Explanation, NumericClaim
from arnews.text.normalize import normalize

if TYPE_CHECKING:
    from datetime import datetime

    from arnews.integrations.html import Page

__all__ = [
    "analyze",
    "collect",
    "default_pipeline",
    "explain",
    "extract_claims",
    "extract_dates",
    "extract_entities",
    "extract_numbers",
    "from_html",
    "json_schema",
    "normalize",
]


def default_pipeline() -> Pipeline:
    """The pipeline behind the functions here: the shipped recogniser, the shipped lexicon, day before month."""
    # A cache alone lets every thread that comes before the first is done load a lexicon of its own.
    with _loading:
        return _default_pipeline()


_loading = Lock()


@cache
def _default_pipeline() -> Pipeline:
    return Pipeline()


def analyze(text: Text, published: Moment | None = None) -> Analysis:
    """Read one article: its parts, entities, dates and numeric claims, each with its exact characters in ``text``.

    ``text`` is a ``str``, or a page as ``from_html`` gives it; it is not kept in the result, so keep it where you need it.
    ``published``, a date or an ISO string, anchors relative dates (``أمس``, ``نوفمبر الماضي``); left out, the date of the page
    or the one that the article prints is used, and where there is none, relative dates stay unresolved with a warning. Raises
    ``TypeError`` for another ``text`` or ``published``, ``ValueError`` for a string that is no date.
    """
    return default_pipeline().analyze(text, published)


def extract_entities(text: Text) -> tuple[Entity, ...]:
    """The named entities of ``text``, clustered, in order of first mention. Raises ``TypeError`` for anything but a ``str`` or a page."""
    return default_pipeline().analyze(text).entities


def extract_claims(text: Text, published: Moment | None = None) -> tuple[NumericClaim, ...]:
    """The numeric claims of ``text`` in order. The ids in their arguments are those that ``analyze`` gives for the same text."""
    return default_pipeline().analyze(text, published).claims


def explain(text: Text, published: Moment | None = None) -> tuple[Explanation, ...]:
    """Why each number, date, entity and claim of ``text`` was found: the rule that fired and the words that it read."""
    return explanation.explain(default_pipeline(), text, published)


def from_html(html: str | bytes, url: str | None = None, *, crawled: datetime | None = None) -> Page:
    """The article on a web page: its text, for ``analyze``, and what the page's metadata say of it (extra ``web``).

    ``crawled`` is when the page was saved, from which an age (``منذ ساعتين``) that it prints in place of a date counts back.
    Raises ``MissingExtraError`` where the extra is not installed, ``ValueError`` for a page with nothing in it.
    """
    from arnews.integrations import html as pages

    if isinstance(html, str | bytes) and not html.strip():
        raise ValueError("the page is empty: from_html takes its HTML, as a response or a file holds it")
    return pages.from_html(html, url, crawled=crawled)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of ``Analysis``, as a dictionary; its ``schema_version`` names the version."""
    return Analysis.model_json_schema(mode="serialization")
