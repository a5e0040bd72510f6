"""One number read with its unit and noun: what ranges and bounds are built from."""

from __future__ import annotations

from typing import NamedTuple

from arnews.numbers.lexicon import Value
from arnews.records import NumberForm


class Operand(NamedTuple):
    """A number in words ``first`` to ``end``; ``core`` is the number words alone.

    ``coefficient`` and ``scale`` are those of a number of one group (25 and 1,000 of ``25 ألفا``), which a range shares.
    """

    first: int
    end: int
    core: tuple[int, int]
    cut: int
    value: Value
    form: NumberForm
    kind: str
    unit: str | None = None
    unit_kind: str | None = None
    noun: tuple[int, int] | None = None
    alternatives: tuple[Value, ...] = ()
    coefficient: Value | None = None
    scale: Value = 1
    has_unit: bool = False
