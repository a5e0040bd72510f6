"""The corpus: each line a text and every number in it, whole; ``-`` where there is none.

A number is ``span == value``. Values: ``15``, ``~15`` approximate, ``>=15`` low, ``<=15`` high, ``10..15`` a range, ``many 10`` vague;
then ``%`` ``ord`` ``frac`` ``times`` for the form and ``@unit``.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from arnews.context import Context
from arnews.numbers.engine import find, to_record
from arnews.records import Number, Quantity
from arnews.text.document import read

FORMS = {"%": "percent", "ord": "ordinal", "frac": "fraction", "times": "multiplier"}
LINES = [
    line for line in (Path(__file__).parent / "corpus.tsv").read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")
]


def quantity(text: str) -> Quantity:
    rough = text.startswith("~")
    text = text.removeprefix("~")
    if text.startswith("many "):
        return Quantity(low=float(text[5:]), vague=True)
    if ".." in text:
        low, high = text.split("..")
        return Quantity(low=float(low), high=float(high), approximate=rough)
    if text.startswith(">="):
        return Quantity(low=float(text[2:]), approximate=rough)
    if text.startswith("<="):
        return Quantity(high=float(text[2:]), approximate=rough)
    return Quantity(best=float(Fraction(text)), approximate=rough)


def expected(cell: str) -> tuple[str, Quantity, str, str | None]:
    span, value = cell.split(" == ")
    value, _, unit = value.partition(" @")
    form = "cardinal"
    for mark, name in FORMS.items():
        if value.endswith(" " + mark):
            form, value = name, value.removesuffix(" " + mark)
    return span, quantity(value), form, unit or None


def seen(number: Number) -> tuple[str, Quantity, str, str | None]:
    return number.text, number.quantity, number.form, number.unit


def test_the_corpus_is_large_enough() -> None:
    assert len(LINES) >= 400
    assert sum(line.endswith("\t-") for line in LINES) >= 120


@pytest.mark.parametrize("line", LINES)
def test_line(line: str) -> None:
    text, *cells = line.split("\t")
    doc = read(text)
    records = [to_record(doc, n) for n in find(doc, Context())]
    assert all(text[r.start : r.end] == r.text for r in records)
    assert [seen(r) for r in records] == ([] if cells == ["-"] else [expected(c) for c in cells])


@pytest.mark.parametrize("line", [x for x in LINES if x.endswith("\t-")])
def test_negative_lines_inside_a_sentence(line: str) -> None:
    """What is no number alone is none after other words either."""
    text = line.partition("\t")[0]
    if text[0] in "123(+" or text.startswith("نحو"):
        return
    doc = read(f"قال المتحدث إن {text}")
    assert find(doc, Context()) == []
