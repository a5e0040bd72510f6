"""Bounds and approximators before and after a number: ``أكثر من``, ``نحو``, ``على الأقل``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from arnews.numbers.lexicon import NumberLexicon
from arnews.text.words import Word

_GAP = 2
LOOK_BACK = 9


class Prefix(NamedTuple):
    """Bounds and approximators before a number: where the number starts, what they set, proclitic letters on their first word."""

    end: int
    effects: frozenset[str]
    cut: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """Reads the bounds around the numbers of one text."""

    words: Sequence[Word]
    lexicon: NumberLexicon

    def before(self, i: int) -> Prefix:
        """The bounds that start at word ``i``; where none do, the number starts there."""
        words, before = self.words, self.lexicon.before
        end, cut = i, 0
        effects: set[str] = set()
        while end < len(words) and words[end].kind == "arabic":
            found = before.longest(words, end)
            if found is None or (effects and words[end].line != words[end - 1].line):
                break
            if end == i:
                cut = found.cut
            effects.add(found.value)
            end = found.last
        return Prefix(end, frozenset(effects), cut)

    def after(self, operand_end: int, noun: tuple[int, int] | None, core_end: int) -> tuple[int, str] | None:
        """A bound after the number, its unit or its noun: where it ends and what it sets."""
        words = self.words
        ends = [core_end, operand_end]
        if noun is not None and noun[0] >= core_end:
            ends += [noun[1] + k for k in range(_GAP + 1)]
        limit = len(words)
        for at in dict.fromkeys(ends):
            if at >= limit or words[at].line != words[core_end - 1].line:
                break
            w = words[at]
            if w.text == "+" and at == core_end and w.start == words[at - 1].end:
                return at + 1, "low"
            found = self.lexicon.after.longest(words, at, proclitics=False)
            if found is not None and not self.opens_next(found.first, found.last):
                return found.last, found.value
            if w.kind != "arabic" and at >= operand_end:
                break
        return None

    def opens_next(self, first: int, last: int) -> bool:
        """Whether a bound belongs to the number behind it: ``39 قتيلا وأكثر من 60 جريحا``, unlike ``20 شخصا وأكثر``."""
        words = self.words
        if last >= len(words) or words[last].key not in self.lexicon.grammar["than"]:
            return False
        return words[first].key.startswith("و") or (last + 1 < len(words) and words[last + 1].kind == "number")

    def start_of(self, prefix: Prefix, start: int) -> int:
        """The first word of the bounds that end where the range starts."""
        words, before = self.words, self.lexicon.before
        at = min(prefix.end, start) if prefix.end <= start else start
        best = at
        for k in range(at - 1, max(-1, at - LOOK_BACK), -1):
            found = before.longest(words, k)
            if found is not None and found.last >= best:
                best = k
        return best
