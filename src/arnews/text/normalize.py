"""Lossless repair of Arabic text, with the offset map that leads every clean character back to the raw text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from arnews.text.decode import decode_entities, decode_mojibake
from arnews.text.fold import is_arabic_letter_or_mark
from arnews.text.offsets import Edit, OffsetMap
from arnews.text.profiles import REPAIR, Profile, Repairs, repairs

PROFILE = REPAIR.name
# Pieces held before they are joined: bounds the memory that a text with a repair at every other letter needs.
_HELD = 1 << 16


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A repaired text: ``text``, the ``raw`` text it came from, the name of the ``profile`` that made it and the offset ``map``."""

    raw: str
    text: str
    profile: str
    map: OffsetMap

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of the clean span ``start`` to ``end``."""
        return self.map.to_raw(start, end)

    def clean_span(self, start: int, end: int) -> tuple[int, int]:
        """Clean offsets of the characters that stand for any of the raw span ``start`` to ``end``."""
        return self.map.to_clean(start, end)


def normalize(raw: str, profile: Profile = REPAIR) -> NormalizedText:
    """Repair ``raw`` without losing anything that a reader sees: digits, spaces, presentation forms, invisible marks.

    Text and map are built in one pass, in time linear in the length of the text. Raises ``TypeError`` for anything but a ``str``.
    """
    if not isinstance(raw, str):
        raise TypeError(f"arnews reads str, not {type(raw).__name__}; decode bytes first, for example data.decode('utf-8')")
    if not isinstance(profile, Profile):
        raise TypeError(f"profile takes a Profile such as arnews.text.profiles.REPAIR, not {type(profile).__name__}")
    text, mapped = raw, OffsetMap()
    if profile.mojibake:
        text, mapped = decode_mojibake(text)
    if profile.entities:
        text, decoded = decode_entities(text)
        mapped = mapped.then(decoded)
    text, repaired = _Repair(repairs(profile.steps)).run(text)
    return NormalizedText(raw, text, profile.name, mapped.then(repaired))


class _Repair:
    """One run over one text: the pieces of the clean text so far, its length, and the edits."""

    __slots__ = ("clean", "done", "edits", "pieces", "rules")

    def __init__(self, rules: Repairs) -> None:
        self.rules = rules
        self.pieces: list[str] = []
        self.done: list[str] = []
        self.edits: list[Edit] = []
        self.clean = 0

    def run(self, raw: str) -> tuple[str, OffsetMap]:
        rules, same, plain = self.rules, self.rules.same, self.rules.dropped - {"\u0640"}
        at = 0
        for run in rules.find.finditer(raw):
            start, end = run.span()
            if start > at:
                self.keep(raw[at:start])
            at = start
            char = raw[start]
            # Most runs are one character that is left out or has one replacement.
            if end - start == 1 and char in plain:
                self.edits.append((self.clean, self.clean, start, end))
                at = end
                continue
            for m in rules.pieces.finditer(raw, start, end):
                if m.start() > at:
                    self.keep(raw[at : m.start()])
                if m.lastgroup == "same":
                    self.keep(m.group().translate(same))
                else:
                    self.repair(m, raw)
                at = m.end()
        if not at:
            return raw, OffsetMap()
        self.keep(raw[at:])
        return "".join((*self.done, *self.pieces)), OffsetMap(self.edits)

    def keep(self, text: str) -> None:
        """Add clean characters, none of them empty, so that the last piece always ends in the last clean character."""
        if text:
            self.pieces.append(text)
            self.clean += len(text)
            if len(self.pieces) > _HELD:
                self.done.append("".join(self.pieces[:-1]))
                del self.pieces[:-1]

    def repair(self, m: Any, raw: str) -> None:
        start, end = m.span()
        kind, found = m.lastgroup, m.group()
        if kind == "dropped":
            self.drop(found, start, end, raw)
        elif kind == "longer":
            new = self.rules.longer[found]
            self.edits.append((self.clean, self.clean + len(new), start, end))
            self.keep(new)
        elif kind == "newline":
            if end - start == 2:
                self.edits.append((self.clean, self.clean + 1, start, end))
            self.keep("\n")
        elif kind == "separator":
            ahead = end < len(raw) and raw[end].isdigit()
            digits = ahead and start > 0 and raw[start - 1].isdigit()
            # ٫٧٥ opens with its mark; "قال٫ 5" and "العليا٬ والذي" are commas.
            digits = digits or (ahead and found == "\u066b" and (start == 0 or raw[start - 1].isspace() or raw[start - 1] in "([-−%"))
            self.keep(self.rules.same[ord(found)] if digits else "\u060c")
        else:
            self.compose(found, start, end)

    def drop(self, found: str, start: int, end: int, raw: str) -> None:
        """Leave out; but a tatweel that touches no letter is a dash (``اليوم ـ الرياض``), and one after a letter belongs to it (``هـ``)."""
        stroke = len(found) - len(found.lstrip("\u0640"))
        after_letter = bool(self.pieces) and is_arabic_letter_or_mark(self.pieces[-1][-1])
        if stroke and after_letter:
            self.widen(start, start + stroke)
        elif stroke == len(found) and not (end < len(raw) and is_arabic_letter_or_mark(raw[end])):
            self.keep("-" * stroke)
            return
        else:
            stroke = 0
        if start + stroke < end:
            self.edits.append((self.clean, self.clean, start + stroke, end))

    def compose(self, mark: str, start: int, end: int) -> None:
        """Join ``mark`` to the letter before it where the two have one code point: ا and U+0654 are أ."""
        whole = unicodedata.normalize("NFC", self.pieces[-1][-1] + mark) if self.pieces else mark
        if self.pieces and len(whole) == 1:
            self.pieces[-1] = self.pieces[-1][:-1] + whole
            self.widen(start, end)
        else:
            self.keep(mark)

    def widen(self, start: int, end: int) -> None:
        """Let the last clean character stand for the raw characters up to ``end`` too; ``start`` is where its own end."""
        edits, clean = self.edits, self.clean
        while edits and edits[-1][0] == edits[-1][1] == clean:
            start = edits.pop()[2]
        if edits and edits[-1][1] == clean and edits[-1][0] < clean:
            c0, _, r0, _ = edits[-1]
            edits[-1] = (c0, clean, r0, end)
        else:
            edits.append((clean - 1, clean, start - 1, end))
