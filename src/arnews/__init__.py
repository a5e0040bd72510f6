"""arnews reads Arabic news and gives back facts that a program can use: who, where, when and how many.




"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from arnews.pipeline import Pipeline, analyze

_HOME = {"Pipeline": "arnews.pipeline", "analyze": "arnews.pipeline"}

__all__ = ["Pipeline", "analyze"]


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'arnews' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)
