"""The parts of an article, read from its plain text: title, byline, dateline, date lines, captions, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from arnews.text.byline import HeaderLine, Segment, parse_line
from arnews.text.byline_lexicon import BylineLexicon, byline_lexicon
from arnews.text.document import Document
from arnews.text.lines import split_lines
from arnews.text.words import Word


class Part(NamedTuple):
    """One part of an article: clean offsets ``start`` and ``end``, and its words ``first`` to ``last`` (exclusive)."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of an article stand. A text that is only a body has nothing but ``body`` paragraphs.

    ``date_lines`` are printed publication dates and times (also the time under an agency's closing mark), not yet read;
    ``repeats`` are later printings of a caption; ``footers`` are closing lines that are not the reporter's words.
    """

    title: Part | None = None
    subtitle: Part | None = None
    byline: Part | None = None
    authors: tuple[Part, ...] = ()
    agency: Part | None = None
    dateline: Part | None = None
    captions: tuple[Part, ...] = ()
    body: tuple[Part, ...] = ()
    date_lines: tuple[Part, ...] = ()
    repeats: tuple[Part, ...] = ()
    footers: tuple[Part, ...] = ()


_STOPS = frozenset({".", "؟", "!", "...", "…"})
_MOST_HEADER_LINES = 12
_TITLE_WORDS = 30
_HEADER_WORDS = 14


def layout(doc: Document) -> Layout:
    """Find the parts of the article. Takes any text; what is not found is None or empty."""
    words = doc.words
    if not words:
        return Layout()
    lexicon = byline_lexicon()
    lines = split_lines(words)

    def part(first: int, last: int) -> Part:
        return Part(words[first].start, words[last - 1].end, first, last)

    parsed = [parse_line(words, a, b, lexicon) for a, b in lines[: _MOST_HEADER_LINES]]
    title, at = None, 0
    if _is_title(words, lines, parsed):
        title, at = part(*lines[0]), 1
    end = at
    while end < min(len(lines) - 1, len(parsed)) and (parsed[end].kind != "other" or _is_short(words, *lines[end])):
        end += 1
    if at == 0 and not any(p.kind != "other" for p in parsed[:end]):
        end = 0
    header = list(range(at, end))
    named = [i for i in header if parsed[i].kind == "byline"]
    dates = [part(s.first, s.last) for i in header for s in parsed[i].segments if s.role == "date" and parsed[i].kind != "other"]
    found = [s for i in named for s in parsed[i].segments]
    byline = part(*lines[named[0]]) if named else None

    captions, repeats, subtitle = [], [], None
    seen: dict[tuple[str, ...], int] = {}
    texts = {i: tuple(w.key for w in words[lines[i][0] : lines[i][1]]) for i in range(at, end)}
    counts = [*texts.values()]
    for i in header:
        if parsed[i].kind != "other":
            continue
        if texts[i] in seen:
            repeats.append(part(*lines[i]))
        elif i == 1 and title is not None and counts.count(texts[i]) == 1 and lines[i][1] - lines[i][0] > 4:
            subtitle = part(*lines[i])
        else:
            captions.append(part(*lines[i]))
        seen[texts[i]] = i

    tail = len(lines)
    footers: list[Part] = []
    while tail > end + 1:
        closing = parse_line(words, *lines[tail - 1], lexicon)
        if closing.kind == "date":
            dates.append(part(*lines[tail - 1]))
        elif _is_closing(words, *lines[tail - 1]):
            pass
        else:
            break
        footers.insert(0, part(*lines[tail - 1]))
        tail -= 1

    body = lines[end:tail]
    if body:
        inline = _inline_dateline(words, *body[0], lexicon)
        if inline is not None:
            if byline is None:
                byline = part(body[0][0], inline[1])
                found = list(inline[0].segments)
            body[0] = (inline[1], body[0][1])
    agency = next((s for s in found if s.role == "agency"), None) or next((s for s in found if s.role == "wires"), None)
    place = _place(found)
    return Layout(
        title=title,
        subtitle=subtitle,
        byline=byline,
        authors=tuple(part(s.first, s.last) for s in found if s.role == "person"),
        agency=part(agency.first, agency.last) if agency else None,
        dateline=part(place.first, place.last) if place else None,
        captions=tuple(captions),
        body=tuple(part(a, b) for a, b in body if b > a),
        date_lines=tuple(dates),
        repeats=tuple(repeats),
        footers=tuple(footers),
    )


def _place(found: Sequence[Segment]) -> Segment | None:
    return next((s for s in found if s.role == "place"), None)


def _is_short(words: Sequence[Word], first: int, last: int) -> bool:
    return last - first <= _HEADER_WORDS and words[last - 1].text not in _STOPS


def _is_title(words: Sequence[Word], lines: Sequence[tuple[int, int]], parsed: Sequence[HeaderLine]) -> bool:
    """A first line that is short and no full sentence, with more text below it."""
    first, last = lines[0]
    if len(lines) < 2 or last - first > _TITLE_WORDS or parsed[0].kind != "other":
        return False
    return words[last - 1].text != "." or last - first <= _HEADER_WORDS < lines[1][1] - lines[1][0]


def _is_closing(words: Sequence[Word], first: int, last: int) -> bool:
    """``// انتهى //`` and its like."""
    keys = [w.key for w in words[first:last] if w.kind != "punct"]
    return keys == ["انتهي"]


def _inline_dateline(words: Sequence[Word], first: int, last: int, lexicon: BylineLexicon) -> tuple[HeaderLine, int] | None:
    """The byline that opens a paragraph, up to its colon or dash: ``موسكو - رويترز: قال``, ``باريس (أ ف ب) - أعلن``."""
    best = None
    for i in range(first + 1, min(last - 1, first + 12)):
        if words[i].text in (":", "-", "–", "—"):
            line = parse_line(words, first, i, lexicon)
            known = {s.role for s in line.segments} & {"agency", "wires", "outlet", "place"}
            if line.kind == "byline" and known and all(s.role != "unknown" for s in line.segments):
                if words[i].text == ":" or (line.segments and len(line.segments) > 1):
                    best = (line, i + 1)
    return best
