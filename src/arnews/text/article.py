"""The parts of an article, read from its plain text: title, byline, dateline, date lines, captions, paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from arnews.text.byline import HeaderLine, Segment, parse_line
from arnews.text.byline_lexicon import BylineLexicon, byline_lexicon
from arnews.text.closing import find_closing
from arnews.text.document import Document
from arnews.text.lines import split_lines
from arnews.text.words import Word, cut_offset


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
    ``captions`` has each caption once and ``repeats`` its later printings; ``footers`` are closing lines that are not the
    reporter's words. ``byline`` is the line as printed, ``authors`` the names in it without titles.
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


def aside(parts: Layout) -> frozenset[int]:
    """The words of lines that are no prose: byline, authors, agency, dateline, date lines, footers."""
    several = (parts.byline, parts.agency, parts.dateline, *parts.authors, *parts.date_lines, *parts.footers)
    return frozenset(w for part in several if part is not None for w in range(part.first, part.last))


Line = tuple[int, int]

_STOPS = frozenset({".", "؟", "!", "...", "…", ":"})
_HEADER_LINES = 12
_TITLE_WORDS = 30
# A caption or subtitle has at most so many words; a paragraph has more, or a full stop.
_SHORT, _SUBTITLE_LEAST = 14, 5
# Lines below the last byline or date line that may still be captions.
_LOOSE_LINES = 2


def layout(doc: Document) -> Layout:
    """Find the parts of the article. Takes any text; what is not found is None or empty."""
    words = doc.words
    if not words:
        return Layout()
    lexicon = byline_lexicon()
    lines = split_lines(words)
    parsed = _parsed(words, lines[:_HEADER_LINES], lexicon)
    title = _title(words, lines, parsed)
    end = _header_end(words, lines, parsed, title)
    header = [i for i in range(end) if i != title]
    closing = find_closing(words, lines[end:], lexicon)
    body = closing.body

    found = [(i, s) for i in header if parsed[i].kind != "other" for s in parsed[i].segments]
    dates = [s for _, s in found if s.role == "date"]
    bylines = [_without_junk(lines[i], parsed[i]) for i in header if parsed[i].kind == "byline"]
    segments = [s for i, s in found if parsed[i].kind == "byline"]
    if body:
        inline = _inline_dateline(words, body[0], lexicon)
        if inline is not None:
            line, start = inline
            if not bylines:
                bylines, segments = [(body[0][0], start)], list(line.segments)
                dates += [s for s in segments if s.role == "date"]
            body = [(start, body[0][1]), *body[1:]]
    if not bylines and closing.byline is not None:
        bylines, segments = [closing.byline[0]], list(closing.byline[1])
    agency = (
        _first(segments, "agency") or _first(closing.segments, "agency") or _first(segments, "wires") or _first(closing.segments, "wires")
    )
    subtitle, captions, repeats = _captions(words, lines, parsed, header, title)
    return Layout(
        title=None if title is None else _part(words, lines[title]),
        subtitle=None if subtitle is None else _part(words, lines[subtitle]),
        byline=_part(words, bylines[0]) if bylines else None,
        authors=tuple(a for s in segments if s.role == "person" for a in split_names(words, s, lexicon)),
        agency=None if agency is None else _part(words, agency[:2]),
        dateline=next((_part(words, s[:2]) for s in segments if s.role == "place"), None),
        captions=tuple(_part(words, lines[i]) for i in captions),
        body=tuple(_part(words, line) for line in body if line[1] > line[0]),
        date_lines=tuple(_part(words, s[:2]) for s in (*dates, *closing.dates)),
        repeats=tuple(_part(words, lines[i]) for i in repeats),
        footers=tuple(_part(words, line) for line in closing.footers),
    )


def _parsed(words: Sequence[Word], lines: Sequence[Line], lexicon: BylineLexicon) -> list[HeaderLine]:
    """The first lines taken apart. A name alone is no byline on the first line (a title) or when printed twice (a caption)."""
    out = [parse_line(words, a, b, lexicon) for a, b in lines]
    texts = [tuple(w.key for w in words[a:b]) for a, b in lines]
    return [
        HeaderLine("other")
        if (n == 0 and _is_heading(p, out[1:2])) or (p.only_person() and (texts.count(texts[n]) > 1 or _is_told_of(texts[n], texts[0])))
        else p
        for n, p in enumerate(out)
    ]


def _is_told_of(name: tuple[str, ...], heading: tuple[str, ...]) -> bool:
    """Whether the headline names the person inside: a caption then. A columnist's name opens it: محمد حسن: كيف نكتب."""
    return any(heading[i : i + len(name)] == name for i in range(1, len(heading) - len(name) + 1))


def _is_heading(first: HeaderLine, below: Sequence[HeaderLine]) -> bool:
    """Whether a first line that could be a byline is the title: a name alone (أفراح المرهش), or one with a byline below it."""
    if first.kind != "byline":
        return False
    # ماجدة الرومي في تونس is a title: without a source, label or date a first line proves nothing.
    return first.roles() <= {"person", "title", "junk", "place"} or any(p.kind == "byline" for p in below)


def _part(words: Sequence[Word], span: Line) -> Part:
    first, last = span
    return Part(words[first].start, words[last - 1].end, first, last)


def _first(segments: Iterable[Segment], role: str) -> Segment | None:
    return next((s for s in segments if s.role == role), None)


def _is_short(words: Sequence[Word], line: Line) -> bool:
    return line[1] - line[0] <= _SHORT and words[line[1] - 1].text not in _STOPS


def _title(words: Sequence[Word], lines: Sequence[Line], parsed: Sequence[HeaderLine]) -> int | None:
    """The index of the title's line: the first that is no byline or date line, if it is no paragraph and text follows it."""
    at = next((i for i, p in enumerate(parsed[:4]) if p.kind == "other"), None)
    if at is None or at + 1 >= len(lines):
        return None
    first, last = lines[at]
    below = parsed[at + 1].kind if at + 1 < len(parsed) else "other"
    if last - first > _TITLE_WORDS:
        return None
    if words[last - 1].text == "." and words[last - 1].kind == "punct":
        # Headlines have no full stop: such a line is a title only when a byline or date line says so.
        return at if below != "other" else None
    return at


def _header_end(words: Sequence[Word], lines: Sequence[Line], parsed: Sequence[HeaderLine], title: int | None) -> int:
    """The index of the first line of the body: below the title, the lines of byline and date, and short lines between and after them."""
    start = 0 if title is None else title + 1
    if title is None and parsed[0].kind == "other":
        return 0
    end = i = start
    while i < min(len(parsed), len(lines) - 1) and (parsed[i].kind != "other" or _is_short(words, lines[i])):
        i += 1
        if parsed[i - 1].kind != "other":
            end = i
    loose = end
    while loose < i and loose - end < _LOOSE_LINES:
        loose += 1
    # Short lines right above a paragraph are captions or a subtitle; more of them, or with no paragraph below, are the text itself.
    stands = loose > end and loose == i and not _is_short(words, lines[loose])
    return loose if stands and (title is not None or end > start) else end


def _captions(
    words: Sequence[Word], lines: Sequence[Line], parsed: Sequence[HeaderLine], header: Sequence[int], title: int | None
) -> tuple[int | None, list[int], list[int]]:
    """The lines of the subtitle, the captions, and of captions printed again."""
    texts = {i: tuple(w.key for w in words[lines[i][0] : lines[i][1]]) for i in range(len(parsed))}
    heading = texts.get(title) if title is not None else None
    subtitle: int | None = None
    captions: list[int] = []
    repeats: list[int] = []
    for i in header:
        if parsed[i].kind != "other" or parsed[i].roles() == {"junk"}:
            continue
        if texts[i] == heading or texts[i] in [texts[c] for c in captions]:
            repeats.append(i)
        elif (
            title is not None
            and i == title + 1
            and lines[i][1] - lines[i][0] >= _SUBTITLE_LEAST
            and list(texts.values()).count(texts[i]) == 1
        ):
            subtitle = i
        else:
            captions.append(i)
    return subtitle, captions, repeats


def _without_junk(line: Line, parsed: HeaderLine) -> Line:
    """A byline without the names of buttons before it: ``Next Previous عين اليوم – جدة``."""
    first = line[0]
    for s in parsed.segments:
        if s.role != "junk" or s.first != first:
            break
        first = s.last
    return (first, line[1])


def split_names(words: Sequence[Word], s: Segment, lexicon: BylineLexicon) -> list[Part]:
    """The names in a segment: ``محمد مصطفى وسوسن حسين`` are two."""
    starts = [s.first]
    starts += [
        i
        for i in range(s.first + 2, s.last - 1)
        if words[i].key[0] == "و" and words[i].key[1:] in lexicon.given and words[i].key not in lexicon.given
    ]
    out = []
    for n, i in enumerate(starts):
        last = starts[n + 1] if n + 1 < len(starts) else s.last
        start = words[i].start if n == 0 else cut_offset(words[i], 1)
        out.append(Part(start, words[last - 1].end, i, last))
    return out


def _inline_dateline(words: Sequence[Word], line: Line, lexicon: BylineLexicon) -> tuple[HeaderLine, int] | None:
    """The byline that opens a paragraph, up to its colon or dash: ``موسكو - رويترز: قال``, ``باريس (أ ف ب) - أعلن``, ``(القاهرة) قال``."""
    first, last = line
    best = None
    for i in range(first + 1, min(last - 1, first + _SHORT)):
        mark = words[i].text
        if mark not in (":", "-", "–", "—", ")"):
            continue
        parsed = parse_line(words, first, i + (mark == ")"), lexicon)
        roles = parsed.roles()
        known = roles & {"agency", "wires", "outlet", "place"}
        if parsed.kind != "byline" or not known:
            continue
        alone = len(parsed.segments) == 1
        bracketed = mark == ")" and words[first].text == "(" and roles == {"place"}
        if mark == ":" or (mark == ")" and (bracketed or roles & {"agency", "wires"})) or (mark not in ":)" and not alone):
            best = (parsed, i + 1)
    return best
