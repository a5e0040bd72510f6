"""The offset map between two versions of one text: a small immutable value that maps spans both ways and composes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where a clean text stands in its raw text.

    Only edits that change the length are kept: ``edits`` holds ``(clean_start, clean_end, raw_start, raw_end)`` in order.
    Between two edits both texts run side by side, so an untouched text has an empty map.
    """

    edits: tuple[tuple[int, int, int, int], ...] = ()

    def raw_start(self, clean: int) -> int:
        """Raw offset of the clean character at ``clean`` (its first raw character)."""
        i = bisect_right(self.edits, (clean, clean + 1 << 62, 0, 0)) - 1
        # A deletion right before this character stands outside the span: step over every edit that ends here.
        if i < 0:
            return clean
        _, c1, r0, r1 = self.edits[i]
        if clean < c1:
            return r0
        return r1 + (clean - c1)

    def raw_end(self, clean: int) -> int:
        """Raw offset after the last raw character of the clean characters that end at ``clean`` (exclusive)."""
        if clean == 0:
            return 0
        last = clean - 1
        i = bisect_right(self.edits, (last, last + 1 << 62, 0, 0)) - 1
        if i < 0:
            return clean
        _, c1, _, r1 = self.edits[i]
        if last < c1:
            return r1
        return r1 + (clean - c1)

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Map a clean span to the raw span of the same characters; an empty span maps to one point."""
        if not self.edits:
            return start, end
        first = self.raw_start(start)
        return (first, first) if end <= start else (first, self.raw_end(end))
