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
    from arnews.pipeline import Pipeline
    from arnews.records import Analysis

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Pipeline",
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

_HOME = {"Analysis": "arnews.records", "Pipeline": "arnews.pipeline"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'arnews' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME.get(name, "arnews.api")), name)


def __dir__() -> list[str]:
    return __all__
