"""The short notation of the hand-written entity sources, and names for things.

Forms of one entity stand in one cell, divided by ``;``. ``{غ|ج}`` is a choice between spellings (``بيون{غ|ج}``), ``~`` before a
form makes it weak. In the name of a person ``*`` (strong) or ``~`` (weak) before a word opens the short form: ``سيرجي *لافروف``
gives ``سيرجي لافروف`` and ``لافروف``, both strong.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import NamedTuple

_CHOICE = re.compile(r"\{([^{}]*)\}")
_LATIN = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ə": "a", "ð": "d", "þ": "th", "+": " plus"} | dict.fromkeys("ʻ’'‘", "")
)
STRONG, WEAK = "strong", "weak"


class Form(NamedTuple):
    """One spelling and whether it suffices alone (``strong``) or wants context (``weak``)."""

    text: str
    strength: str


def expand(text: str) -> list[str]:
    """All spellings that the choices in ``text`` allow: ``يان{غ|ج}`` gives two."""
    parts = _CHOICE.split(text)
    return ["".join(c) for c in itertools.product(*(p.split("|") if i % 2 else [p] for i, p in enumerate(parts)))]


def forms(cell: str) -> list[Form]:
    """The forms of a cell, in order, without repeats."""
    out: dict[str, str] = {}
    for item in filter(None, (i.strip() for i in cell.split(";"))):
        weak = item.startswith("~")
        for spelling in expand(item.removeprefix("~")):
            for text, strength in _with_short(spelling, WEAK if weak else STRONG):
                if out.get(text) != STRONG:
                    out[text] = strength
    return [Form(t, s) for t, s in out.items()]


def _with_short(spelling: str, strength: str) -> list[Form]:
    at = max(spelling.find("*"), spelling.find("~"))
    if at < 0:
        return [Form(spelling, strength)]
    full = spelling[:at] + spelling[at + 1 :]
    return [Form(full, strength), Form(spelling[at + 1 :], STRONG if spelling[at] == "*" else WEAK)]


def slug(latin: str) -> str:
    """The ASCII name used in ids: ``Şanlıurfa`` gives ``sanliurfa``."""
    plain = unicodedata.normalize("NFKD", latin.lower().translate(_LATIN))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
