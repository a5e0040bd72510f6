"""Normalisation profiles: which repairs a text gets, as data. The profile's name stands in every result.

A repair keeps all that a reader sees: it writes a presentation form as its letters, a Persian look-alike as the Arabic letter,
any digit as 0-9, and leaves out what has no width. Nothing is folded: hamzas, diacritics, ى and ة stay (see ``fold``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from arnews.lexicon import rows

# The steps of the table ``text_repairs``; "composition" joins a letter and its hamza or madda, "surrogates" are written as U+FFFD.
REPAIRS = (
    "tatweel", "bidi", "zero-width", "spaces", "controls", "newlines", "digits", "separators", "lookalikes", "presentation",
    "composition", "surrogates",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """``steps`` of repair, and two decodings that are done only when asked for: HTML ``entities`` and ``mojibake``.

    ``name`` identifies it in results: ``repair-1`` is the default, ``repair-1+entities+mojibake`` does all.
    """

    name: str
    steps: tuple[str, ...] = REPAIRS
    entities: bool = False
    mojibake: bool = False

    def __post_init__(self) -> None:
        unknown = set(self.steps) - set(REPAIRS)
        if unknown:
            raise ValueError(f"unknown repair steps: {', '.join(sorted(unknown))}; there are {', '.join(REPAIRS)}")

    def with_options(self, *, entities: bool = False, mojibake: bool = False) -> Profile:
        """This profile with the decodings asked for, under the name that says so."""
        name = self.name + "+entities" * (entities and not self.entities) + "+mojibake" * (mojibake and not self.mojibake)
        return replace(self, name=name, entities=self.entities or entities, mojibake=self.mojibake or mojibake)


REPAIR = Profile("repair-1")
PLAIN = Profile("plain-1", ())


@dataclass(frozen=True, slots=True)
class Repairs:
    """The steps of a profile, ready to run. ``find`` finds a run of characters to repair, ``pieces`` takes it apart.

    ``same`` maps characters one to one, ``longer`` to several; ``dropped`` are left out.
    """

    find: re.Pattern[str]
    pieces: re.Pattern[str]
    same: dict[int, str]
    longer: dict[str, str]
    dropped: frozenset[str]
    dash: bool
    compose: bool


@lru_cache(maxsize=16)
def repairs(steps: tuple[str, ...]) -> Repairs:
    """Compile ``steps`` from the lexicon table ``text_repairs``, once for each set of steps."""
    same: dict[int, str] = {}
    longer: dict[str, str] = {}
    dropped: set[str] = set()
    for step, old, new in rows("text_repairs"):
        if step in steps:
            char, text = chr(int(old, 16)), "".join(chr(int(c, 16)) for c in new.split(" ") if c)
            if not text:
                dropped.add(char)
            elif len(text) == 1:
                same[ord(char)] = text
            else:
                longer[char] = text
    if "surrogates" in steps:
        same.update((c, "\ufffd") for c in range(0xD800, 0xE000))
    # ٫ and ٬ stand between digits, elsewhere somebody's keyboard wrote them for a comma: "العليا٬ والذي".
    separators = {0x66B, 0x66C} & set(same)
    single = _class(chr(c) for c in same if c not in separators)
    drops, several = _class(dropped), _class(longer)
    kinds = [f"(?P<same>[{single}]+)"] if single else []
    kinds += [f"(?P<dropped>[{drops}]+)"] if drops else []
    kinds += [f"(?P<longer>[{several}])"] if several else []
    kinds += ["(?P<newline>\r\n?)"] if "newlines" in steps else []
    kinds += ["(?P<mark>[\u0653-\u0655])"] if "composition" in steps else []
    kinds += [f"(?P<separator>[{_class(map(chr, separators))}])"] if separators else []
    every = single + drops + several + "\r" * ("newlines" in steps) + "\u0653-\u0655" * ("composition" in steps)
    every += _class(map(chr, separators))
    # One class, written out before its repetition: the regex engine then skips ahead to its characters.
    find = re.compile(f"[{every}][{every}\n]*") if every else re.compile("(?!)")
    pieces = re.compile("|".join(kinds)) if kinds else re.compile("(?!)")
    return Repairs(find, pieces, same, longer, frozenset(dropped), "\u0640" in dropped, "composition" in steps)


def _class(characters: object) -> str:
    """Characters as the ranges of a regex class."""
    points = sorted(map(ord, characters))  # type: ignore[call-overload]
    out: list[str] = []
    at = 0
    while at < len(points):
        end = at
        while end + 1 < len(points) and points[end + 1] == points[end] + 1:
            end += 1
        out.append(f"\\U{points[at]:08x}-\\U{points[end]:08x}")
        at = end + 1
    return "".join(out)
