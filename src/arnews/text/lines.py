"""Lines of a text as ranges of words; lines that a column width broke are put together again."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from arnews.text.words import Word

_STOPS = frozenset({".", "..", "...", "…", "!", "?", "؟", ":", "»", '"', "”"})
# A paragraph broken by a column has this many lines at least, each (but the last) at least so full, so wide, and mostly no full sentence.
_LEAST_LINES = 4
_FULL = 0.8
_NARROWEST, _WIDEST = 40, 120


def split_lines(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Word ranges, end exclusive, of the lines that have words. A paragraph wrapped at a fixed width counts as one line."""
    lines: list[tuple[int, int]] = []
    first = 0
    for i in range(1, len(words)):
        if words[i].line != words[first].line:
            lines.append((first, i))
            first = i
    if words:
        lines.append((first, len(words)))
    if len(lines) < _LEAST_LINES:
        return lines
    out: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and words[lines[end][0]].line == words[lines[end - 1][0]].line + 1:
            end += 1
        out.extend(_joined(words, lines[at:end]))
        at = end
    return out


def _joined(words: Sequence[Word], block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """One paragraph of a block of lines without blank lines between them, if a column broke it; else the block as it is."""
    if len(block) < _LEAST_LINES:
        return block
    widths = [words[b - 1].end - words[a].start for a, b in block[:-1]]
    usual = median(widths)
    if not _NARROWEST <= usual <= _WIDEST or min(widths) < _FULL * usual or max(widths) > usual / _FULL:
        return block
    open_ends = sum(words[b - 1].text not in _STOPS for _, b in block[:-1])
    return [(block[0][0], block[-1][1])] if open_ends * 3 >= 2 * len(widths) else block
