"""arnews reads Arabic news and gives back facts that a program can use: who, where, when and how many.

Names are imported when they are first used, so that ``import arnews`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from arnews.api import (
        analyze,
        collect,
        explain,
        extract_claims,
        extract_dates,
        extract_entities,
        extract_numbers,
        from_html,
        json_schema,
        normalize,
    )
    from arnews.events import Event, Tracker
    from arnews.extras import MissingExtraError
    from arnews.integrations.frames import Collection
    from arnews.integrations.html import Page
    from arnews.pipeline import Pipeline
    from arnews.records import (
        Analysis,
        Argument,
        Article,
        Entity,
        Explanation,
        Failure,
        Figure,
        Links,
        Mention,
        Number,
        NumericClaim,
        Published,
        Quantity,
        Quote,
        Reason,
        Span,
        TemporalExpression,
    )

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Argument",
    "Article",
    "Collection",
    "Entity",
    "Event",
    "Explanation",
    "Failure",
    "Figure",
    "Links",
    "Mention",
    "MissingExtraError",
    "Number",
    "NumericClaim",
    "Page",
    "Pipeline",
    "Published",
    "Quantity",
    "Quote",
    "Reason",
    "Span",
    "TemporalExpression",
    "Tracker",
    "__version__",
    "analyze",
    "collect",
    "explain",
    "extract_claims",
    "extract_dates",
    "extract_entities",
    "extract_numbers",
    "from_html",
    "json_schema",
    "normalize",
]

_HOME = {
    "Event": "arnews.events",
    "Tracker": "arnews.events",
    "Collection": "arnews.integrations.frames",
    "MissingExtraError": "arnews.extras",
    "Page": "arnews.integrations.html",
    "Pipeline": "arnews.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'arnews' has no attribute {name!r}")
    from importlib import import_module

    home = _HOME.get(name) or ("arnews.records" if name[0].isupper() else "arnews.api")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return __all__
