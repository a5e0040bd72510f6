"""The offset map between two versions of one text: a small immutable value that maps spans both ways and composes."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

Edit = tuple[int, int, int, int]


class OffsetMap:
    """Where the characters of a clean text stand in its raw text.

    The two texts run side by side except at the ``edits``, blocks ``(clean_start, clean_end, raw_start, raw_end)`` in order:
    every clean character of a block stands for all of the block's raw characters, and a block without clean characters is a
    deletion. An untouched text has an empty map. Blocks are kept as four columns of 64-bit integers, 32 bytes a block, so
    that a text of 10 MB with an edit at every other letter still fits; they are never changed after ``__init__``.
    """

    __slots__ = ("_c0", "_c1", "_r0", "_r1")
    _c0: array[int]
    _c1: array[int]
    _r0: array[int]
    _r1: array[int]

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        c0, c1, r0, r1 = array("q"), array("q"), array("q"), array("q")
        for a, b, c, d in edits:
            c0.append(a)
            c1.append(b)
            r0.append(c)
            r1.append(d)
        self._c0, self._c1, self._r0, self._r1 = c0, c1, r0, r1

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The blocks as tuples."""
        return tuple(zip(self._c0, self._c1, self._r0, self._r1, strict=True))

    def __len__(self) -> int:
        return len(self._c0)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OffsetMap) and self.edits == other.edits

    def __hash__(self) -> int:
        return hash(self.edits)

    def __repr__(self) -> str:
        return f"OffsetMap({len(self)} edits)"

    def raw_start(self, clean: int) -> int:
        """Raw offset of the clean character at ``clean`` (its first raw character)."""
        i = bisect_right(self._c0, clean) - 1
        if i < 0:
            return clean
        # A deletion right before this character stands outside its span: the last block that starts here decides.
        return self._r0[i] if clean < self._c1[i] else self._r1[i] + clean - self._c1[i]

    def raw_end(self, clean: int) -> int:
        """Raw offset after the last raw character of the clean character before ``clean`` (so of a span that ends there)."""
        if clean <= 0:
            return 0
        last = clean - 1
        i = bisect_right(self._c0, last) - 1
        if i < 0:
            return clean
        return self._r1[i] if last < self._c1[i] else self._r1[i] + clean - self._c1[i]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Map a clean span to the raw span of the same characters; an empty span maps to one point."""
        if not self._c0:
            return start, end
        first = self.raw_start(start)
        return (first, first) if end <= start else (first, self.raw_end(end))

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """Map a raw span to the span of all clean characters that stand for any of it; one of deleted characters is empty."""
        if not self._c0:
            return start, end
        first = self._clean_at(start)
        return (first, first) if end <= start else (first, max(first, self._clean_before(end)))

    def _clean_at(self, raw: int) -> int:
        """The first clean character whose raw characters end after ``raw``."""
        i = bisect_right(self._r1, raw) - 1
        clean = raw if i < 0 else self._c1[i] + raw - self._r1[i]
        if i + 1 < len(self._c0) and clean > self._c0[i + 1]:
            clean = self._c0[i + 1]
        return clean

    def _clean_before(self, raw: int) -> int:
        """The clean offset after the last character whose raw characters start before ``raw``."""
        i = bisect_left(self._r0, raw) - 1
        if i < 0:
            return raw
        return self._c1[i] if raw <= self._r1[i] else self._c1[i] + raw - self._r1[i]

    def then(self, other: OffsetMap) -> OffsetMap:
        """The map of two repairs in a row: this one made the text that ``other`` starts from.

        ``a.then(b).to_raw(s, e) == a.to_raw(*b.to_raw(s, e))`` for every span that is not empty.
        """
        if not other._c0:
            return self
        if not self._c0:
            return other
        return OffsetMap(_composed(self, other))


def _composed(inner: OffsetMap, outer: OffsetMap) -> Iterable[Edit]:
    """The blocks of ``inner.then(outer)``: those of ``outer`` led back to raw, between them those of ``inner`` led to clean."""
    i, n = 0, len(inner)
    shift = done = 0  # clean offset less middle offset in this stretch; the middle offset where the stretch begins
    for c0, c1, m0, m1 in (*outer.edits, (0, 0, None, None)):
        while i < n and (m0 is None or inner._c0[i] <= m0):
            a, b = inner._c0[i], inner._c1[i]
            if m0 is not None and a == m0 < b:
                break
            start, end = max(a, done), b if m0 is None else min(b, m0)
            if start < end or (a == b and a >= done):
                yield start + shift, end + shift, inner._r0[i], inner._r1[i]
            if m0 is not None and b > m0:
                break
            i += 1
        if m0 is None or m1 is None:
            return
        raw0 = inner.raw_start(m0)
        yield c0, c1, raw0, inner.raw_end(m1) if m1 > m0 else raw0
        while i < n and inner._c1[i] <= m1 and inner._c0[i] < m1:
            i += 1
        shift, done = c1 - m1, m1
