"""What stands below the reporter's text: an agency's closing mark and time, tags, links, sources, a name at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from arnews.text.byline import Segment, parse_line
from arnews.text.byline_lexicon import BylineLexicon
from arnews.text.words import Word

Line = tuple[int, int]

_STOPS = frozenset({".", "!", "؟", "..", "...", "»", '"', "”"})
_LONGEST = 40
_SOURCES = frozenset({"agency", "wires", "outlet", "label", "date"})


@dataclass(slots=True)
class Closing:
    """The lines of ``body`` that remain, the ``footers`` below, the ``dates`` and ``segments`` in those, a ``byline`` at the end."""

    body: list[Line]
    footers: list[Line] = field(default_factory=list)
    dates: list[Segment] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    byline: tuple[Line, tuple[Segment, ...]] | None = None


def find_closing(words: Sequence[Word], lines: Sequence[Line], lexicon: BylineLexicon) -> Closing:
    """Take closing lines off the end of ``lines``; the first line always stays."""
    out = Closing(list(lines))
    while len(out.body) > 1:
        first, last = out.body[-1]
        parsed = parse_line(words, first, last, lexicon)
        roles = parsed.roles()
        if parsed.kind == "date":
            out.dates[:0] = [s for s in parsed.segments if s.role == "date"]
        elif parsed.kind == "byline" and roles <= _SOURCES:
            out.segments += parsed.segments
        elif parsed.kind == "byline" and "person" in roles and out.byline is None:
            out.byline = ((first, last), parsed.segments)
        elif not _opens(words, first, last, lexicon) or last - first > _LONGEST:
            break
        out.footers.insert(0, out.body.pop())
    if out.body:
        _cut_tail(words, out, lexicon)
    return out


def _opens(words: Sequence[Word], i: int, last: int, lexicon: BylineLexicon) -> bool:
    while i < last and words[i].kind == "punct":
        i += 1
    return i < last and lexicon.closings.longest(words, i, last, proclitics=False) is not None


def _cut_tail(words: Sequence[Word], out: Closing, lexicon: BylineLexicon) -> None:
    """Tags that run on in the last paragraph (``… إصابات. سمات الدفاع المدني``), and an agency in brackets at its end."""
    first, last = out.body[-1]
    for i in range(max(first + 3, last - _LONGEST), last - 1):
        entry = lexicon.closings.longest(words, i, last, proclitics=False) if words[i - 1].text in _STOPS else None
        if entry is not None and entry.value in ("tags", "link", "more") and words[i].start > words[i - 1].end:
            out.body[-1] = (first, i)
            out.footers.insert(0, (i, last))
            last = i
            break
    at = next((i for i in range(last - 1, max(first, last - 8), -1) if words[i].text == "("), None)
    if at is not None and words[last - 1].text in (")", "."):
        parsed = parse_line(words, at, last, lexicon)
        if parsed.kind == "byline" and parsed.roles() <= {"agency", "wires"}:
            out.segments += parsed.segments
