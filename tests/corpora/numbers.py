"""Numbers: each line a text and every number in it, whole; ``-`` where there is none.

A number is ``span == value``. Values: ``15``, ``~15`` approximate, ``>=15`` low, ``<=15`` high, ``10..15`` a range, ``many 10`` vague;
then ``%`` ``ord`` ``frac`` ``times`` for the form and ``@unit``.
"""

from __future__ import annotations

from fractions import Fraction

from arnews.pipeline import extract_numbers
from arnews.records import Quantity

from . import TESTS, Case, Corpus

Seen = list[tuple[str, Quantity, str, str | None]]
FILE = TESTS / "numbers" / "corpus.tsv"
FORMS = {"%": "percent", "ord": "ordinal", "frac": "fraction", "times": "multiplier"}


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


def case(line: str) -> Case[Seen]:
    text, *cells = line.split("\t")
    return Case(text, [] if cells == ["-"] else [expected(c) for c in cells])


def read(case: Case[Seen]) -> Seen:
    return [(n.text, n.quantity, n.form, n.unit) for n in extract_numbers(case.text)]


# A line may begin with a number sign (#1): a comment has a space after it.
LINES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]
CORPUS = Corpus("numbers", FILE, [case(line) for line in LINES], read)
