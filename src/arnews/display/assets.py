"""The files that stand beside this module: words of the pages, style sheets, script."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

Language = Literal["en", "ar"]


@cache
def read(name: str) -> str:
    """The text of the file ``name``."""
    return (files("arnews.display") / name).read_text(encoding="utf-8")


@cache
def strings(language: Language) -> Mapping[str, str]:
    """The words of the pages in ``language``. Raises ``ValueError`` for a language that has none."""
    found: dict[str, dict[str, str]] = tomllib.loads(read("strings.toml"))
    if language not in found:
        raise ValueError(f"lang takes 'en' or 'ar', not {language!r}")
    return found[language]
