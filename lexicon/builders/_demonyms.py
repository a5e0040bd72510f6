"""Inflection of nationality adjectives: every printed form of ``روسي`` out of one row.

A relative adjective in ``ـي`` makes its feminine, duals and sound plurals by rule; broken plurals (``روس``, ``أتراك``) stand in
the row. A compound of two adjectives inflects both (``الكوريين الشماليين``), one with a fixed first word only the second, and
the article stands before the first word alone or before both (``الجنوب أفريقي``, ``الجنوب الأفريقي``): written ``جنوب+أفريقي``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builders._notation import expand

# (ending, number, gender, definite too, indefinite too): after the adjective's own ي. The dual in ـين reads like the plural and
# is listed as that (``الروسيين``).
_ENDINGS = (
    ("", "s", "m", True, True),
    ("ا", "s", "m", False, True),  # وقتل مصريا: the accusative's alef
    ("ة", "s", "f", True, True),
    ("ان", "d", "m", True, True),
    ("تان", "d", "f", True, True),
    ("تين", "d", "f", True, True),
    ("ون", "p", "m", True, True),
    ("ين", "p", "m", True, True),
    ("ات", "p", "f", True, True),
)


class Inflected(NamedTuple):
    """One printed form: number (s d p), gender (m f), definite (0 1)."""

    form: str
    number: str
    gender: str
    definite: str


def inflect(adjective: str, broken: tuple[str, ...] = (), *, only_plural: bool = False) -> Iterator[Inflected]:
    """The forms of one adjective; with ``only_plural`` those alone that name people (``الجمهوريون``, not ``القصر الجمهوري``)."""
    for ending, number, gender, definite, indefinite in _ENDINGS:
        if only_plural and not (ending in ("ون", "ين") and number == "p"):
            continue
        if indefinite:
            yield Inflected(_joined(adjective, ending, ""), number, gender, "0")
        if definite:
            yield Inflected(_joined(adjective, ending, "ال"), number, gender, "1")
            if "+" in adjective:
                yield Inflected(_joined(adjective, ending, "ال").replace(" ", " ال"), number, gender, "1")
    for plural in broken:
        yield Inflected(plural, "p", "m", "0")
        yield Inflected("ال" + plural, "p", "m", "1")
        if len(plural) > 3 and plural[1:3] != "وا" and not plural.endswith(("ة", "ا", "ى")):
            # Short ones are other words (بدوا, they seemed); plurals like دواعش take no ending.
            yield Inflected(plural + "ا", "p", "m", "0")  # قتلوا أتراكا


def _joined(adjective: str, ending: str, article: str) -> str:
    if "+" in adjective:
        head, _, last = adjective.partition("+")
        return f"{article}{head} {last}{ending}"
    return " ".join(article + word + ending for word in adjective.split(" "))


def all_forms(cell: str, broken: str, *, only_plural: bool = False) -> Iterator[Inflected]:
    """The forms of all spellings in a cell; ``broken`` is the cell of broken plurals (``-``: none)."""
    plurals = tuple(s for item in broken.split(";") if item not in ("", "-") for s in expand(item))
    seen: set[Inflected] = set()
    for n, spelling in enumerate(s for item in cell.split(";") if item for s in expand(item)):
        for found in inflect(spelling, () if n else plurals, only_plural=only_plural):
            if found not in seen:
                seen.add(found)
                yield found
