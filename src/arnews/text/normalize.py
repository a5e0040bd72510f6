"""Lossless repair of Arabic text, with the offset map that leads every clean character back to the raw text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from arnews.text.offsets import OffsetMap

PROFILE = "repair-1"

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c"
_DROPPED = "\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_SAME_LENGTH = {
    **{chr(0x660 + d): str(d) for d in range(10)},
    **{chr(0x6F0 + d): str(d) for d in range(10)},
    "\u066b": ".", "\u066c": ",", "\u066a": "%",
    "\u06a9": "ك", "\u06cc": "ي", "\u06c1": "ه", "\u06be": "ه", "\u06d5": "ه", "\u06c0": "ة",
    "\u0085": "\n", "\u2028": "\n", "\u2029": "\n",
    **dict.fromkeys("\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c", " "),
}  # fmt: skip
_FIX = re.compile(
    f"[{_DROPPED}]+|\r\n?|[{_SPACES}\u0660-\u0669\u06f0-\u06f9\u066a-\u066c\u06a9\u06cc\u06c0\u06c1\u06be\u06d5\u0085\u2028\u2029]"
    "|[اوي][\u0653-\u0655]|[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]|[\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A repaired text: ``text``, the ``raw`` text it came from, the ``profile`` that made it and the offset ``map``."""

    raw: str
    text: str
    profile: str
    map: OffsetMap

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of the clean span ``start`` to ``end``."""
        return self.map.to_raw(start, end)


def _repaired(found: str) -> str:
    if found in _SAME_LENGTH:
        return _SAME_LENGTH[found]
    if found[0] == "\r":
        return "\n"
    if "\ud800" <= found <= "\udfff":
        return "\ufffd"
    if "\ufb50" <= found[0] <= "\ufefc" and found[0] != "\ufeff":
        return unicodedata.normalize("NFKC", found)
    if found[0] in "اوي" and len(found) == 2:
        return unicodedata.normalize("NFC", found)
    return ""


def normalize(raw: str) -> NormalizedText:
    """Repair ``raw`` without losing anything that a reader sees: digits, spaces, presentation forms, invisible marks.

    Raises ``TypeError`` for anything but a ``str``. Linear in the length of the text.
    """
    if not isinstance(raw, str):
        raise TypeError(f"arnews reads str, not {type(raw).__name__}; decode bytes first, for example data.decode('utf-8')")
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    at = clean = 0
    for m in _FIX.finditer(raw):
        start, end = m.span()
        new = _repaired(m.group())
        if new == m.group():
            continue
        pieces.append(raw[at:start])
        pieces.append(new)
        clean += start - at
        if len(new) != end - start:
            edits.append((clean, clean + len(new), start, end))
        clean += len(new)
        at = end
    if not pieces:
        return NormalizedText(raw, raw, PROFILE, OffsetMap())
    pieces.append(raw[at:])
    return NormalizedText(raw, "".join(pieces), PROFILE, OffsetMap(tuple(edits)))
