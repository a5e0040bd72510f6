"""Libraries that arnews leads to and does not bring: one error says which extra brings them."""

from __future__ import annotations

from typing import Any


class MissingExtraError(ImportError):
    """A library that a door leads to is not installed; the message says how to install it."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f'{package} is not installed: pip install "arnews[{extra}]"')
        self.package = package
        self.extra = extra

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.package, self.extra)


def need(library: str, extra: str) -> Any:
    """The library with this import name. Raises ``MissingExtraError`` naming ``extra`` where it is not installed."""
    from importlib import import_module

    try:
        return import_module(library)
    except ImportError as error:
        raise MissingExtraError(library.partition(".")[0], extra) from error
