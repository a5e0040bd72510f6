"""The corpora of lines in the manner of news: what each line is and how it must read, for the tests and for the gate.

A corpus is a file under ``tests``, the cases in it, and a ``read`` that says what arnews makes of a case; the case is read as
expected where ``read(case) == case.expected``. The tests assert it line by line, ``benchmarks/gate.py`` counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

from arnews.entities.lexicon import EntityLexicon

TESTS = Path(__file__).parents[1]
T = TypeVar("T")


@dataclass(frozen=True)
class Case(Generic[T]):
    """One case: a text, and what must come out."""

    text: str
    expected: T


@dataclass(frozen=True)
class Corpus(Generic[T]):
    """A file of cases. ``file`` holds the text and what is expected of it, and is what a checksum is made of."""

    name: str
    file: Path
    cases: list[Case[T]]
    read: Callable[[Case[T]], T]


def lines(file: Path) -> list[str]:
    """The lines of a file without the empty ones and the comments."""
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@cache
def lexicon() -> EntityLexicon:
    """The shipped lexicon of names, read once."""
    return EntityLexicon.load()
