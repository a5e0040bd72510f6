"""Reads one line of a header: a byline, a dateline, a date line, in any order and with any separators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from arnews.text.byline_lexicon import BylineLexicon
from arnews.text.date_lines import JOINTS, date_run
from arnews.text.names import is_person
from arnews.text.words import Word

Role = Literal["agency", "wires", "outlet", "desk", "place", "person", "label", "title", "junk", "date", "unknown"]

_SEPARATORS = (JOINTS - {".", "..", "..."}) | frozenset("«»\"“”'…;")
# A line of more words is no byline: the longest seen, of four reporters in four cities, has 16.
_MOST_WORDS = 24
_SOURCES = frozenset({"agency", "wires", "outlet", "desk"})


class Segment(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) of a header line, the role that they play, and whether they could be an outlet too."""

    first: int
    last: int
    role: Role
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A header line taken apart. ``kind`` is what the line as a whole is; ``other`` means that it is no such line."""

    kind: Literal["byline", "date", "other"]
    segments: tuple[Segment, ...] = ()

    def roles(self) -> frozenset[str]:
        """The roles in the line."""
        return frozenset(s.role for s in self.segments)

    def only_person(self) -> bool:
        """Whether the line is a name and nothing else: an author's or, as well, a caption's."""
        return self.kind == "byline" and self.roles() <= {"person", "title", "junk"}


def parse_line(words: Sequence[Word], first: int, last: int, lexicon: BylineLexicon) -> HeaderLine:
    """Take the words ``first`` to ``last`` (exclusive) apart as a byline or date line."""
    if not 0 < last - first <= _MOST_WORDS:
        return HeaderLine("other")
    segments: list[Segment] = []
    i = start = first
    while i < last:
        end = date_run(words, i, last, lexicon)
        source = lexicon.source(words, i, last) if words[i].text not in _SEPARATORS else None
        if end > i or (source and i == start and (source.last == last or words[source.last].text in _SEPARATORS) and source.last - i > 2):
            segments.extend(_classify(words, start, i, lexicon))
            segments.append(Segment(i, end, "date") if end > i else Segment(i, source.last, source.kind))  # type: ignore[union-attr, arg-type]
            i = start = segments[-1].last
        elif words[i].text in _SEPARATORS:
            segments.extend(_classify(words, start, i, lexicon))
            i = start = i + 1
        else:
            i += 1
    segments.extend(_classify(words, start, last, lexicon))
    segments = _settle(words, segments, lexicon)
    return HeaderLine(_line_kind(segments), tuple(segments))


def _line_kind(segments: list[Segment]) -> Literal["byline", "date", "other"]:
    roles = {s.role for s in segments} - {"junk"}
    if not roles or "unknown" in roles:
        return "other"
    if roles <= {"date", "label"}:
        return "date" if "date" in roles else "other"
    if roles == {"outlet"} and sum(s.last - s.first for s in segments if s.role == "outlet") == 1:
        return "other"  # اليوم, الوطن: on its own a word as any
    if roles & _SOURCES or "person" in roles:
        return "byline"
    # A place alone (القاهرة) or with a label or date; but two places with a dash between them are a headline's: موسكو - كييف.
    return "byline" if sum(s.role == "place" for s in segments) == 1 else "other"


def _classify(words: Sequence[Word], first: int, last: int, lexicon: BylineLexicon) -> list[Segment]:
    """The roles in a stretch of words without separators."""
    out: list[Segment] = []
    i = first
    while i < last:
        source = lexicon.source(words, i, last)
        place = lexicon.place(words, i, last)
        label = lexicon.words.longest(words, i, last, proclitics=False)
        if place == last:
            out.append(Segment(i, last, "place", bool(source and source.last == last)))
        elif source and source.last == last:
            out.append(Segment(i, last, source.kind))  # type: ignore[arg-type]
        elif label and not (label.value == "title" and label.last == last):
            out.append(Segment(i, label.last, label.value))  # type: ignore[arg-type]
            i = label.last
            continue
        elif source and _splits(words, source.last, last, lexicon):
            out.append(Segment(i, source.last, source.kind))  # type: ignore[arg-type]
            i = source.last
            continue
        elif place > i and is_person(words, place, last, lexicon, expected=False) and not _opens_name(words, i, last, lexicon):
            # الرياض أحمد غاوي, with nothing between.
            out += [Segment(i, place, "place"), Segment(place, last, "person")]
        else:
            out.extend(_tail(words, i, last, lexicon))
        break
    return out


def _opens_name(words: Sequence[Word], i: int, last: int, lexicon: BylineLexicon) -> bool:
    """Whether a place is a given name as well, and stands in one: كريمة عبد الغني."""
    return words[i].key in lexicon.given and is_person(words, i, last, lexicon, expected=False)


def _splits(words: Sequence[Word], i: int, last: int, lexicon: BylineLexicon) -> bool:
    """Whether a place follows a source right away: ``واس الرياض``, ``«الاقتصادية» من الرياض``."""
    return lexicon.place(words, i + (words[i].key in lexicon.origin), last) == last


def _tail(words: Sequence[Word], first: int, last: int, lexicon: BylineLexicon) -> list[Segment]:
    """A stretch that may end in a place: ``محمد الأكلبي من جدة``, ``عادل السالمي لندن``."""
    if words[first].key in lexicon.origin | lexicon.inside and lexicon.place(words, first + 1, last) == last > first + 1:
        return [Segment(first + 1, last, "place")]
    for j in range(max(first + 1, last - 4), last):
        joined = words[j].key in lexicon.origin | lexicon.inside
        if (joined or j > first + 1) and lexicon.place(words, j + joined, last) == last > j + joined:
            who = _classify(words, first, j, lexicon)
            # مراسلنا في القاهرة, but ماجدة الرومي في تونس is a headline.
            sourced = words[j].key in lexicon.origin or all(s.role in _SOURCES or s.role == "label" for s in who)
            if (joined and sourced) or (not joined and is_person(words, first, j, lexicon, expected=False)):
                return [*who, Segment(j + joined, last, "place")]
    # The label of the next name, its colon behind it: علي حسن تصوير: أحمد سعيد.
    label = lexicon.words.longest(words, last - 1, last, proclitics=False)
    if last - first > 2 and label and label.value == "label" and is_person(words, first, last - 1, lexicon, expected=True):
        return [Segment(first, last - 1, "person"), Segment(last - 1, last, "label")]
    return [Segment(first, last, "person" if is_person(words, first, last, lexicon, expected=False) else "unknown")]


def _settle(words: Sequence[Word], segments: list[Segment], lexicon: BylineLexicon) -> list[Segment]:
    """Decide what the line as a whole tells: outlets with the name of a place, places and reporters that no list has."""
    out = list(segments)
    places = [n for n, s in enumerate(out) if s.role == "place"]
    # المدينة - جدة and دبي - الرياض: of two places the one that is also a newspaper is the newspaper.
    papers = [n for n in places if out[n].outlet]
    if len(places) > 1 and papers and len(out) <= 3:
        n = papers[0] if len(papers) < len(places) else papers[-1]
        out[n] = out[n]._replace(role="outlet")
    roles = {s.role for s in out}
    sourced = bool(roles & _SOURCES)
    # A country in brackets tells of the place before it, not of the reporter after: سوروتش (تركيا): أ ف ب.
    for n, s in enumerate(out):
        if s.role in ("unknown", "person") and s.last - s.first <= 3 and s.last < len(words) and n + 1 < len(out):
            bracket = words[s.last].text == "(" and out[n + 1].role == "place"
            if bracket and n == 0 and (sourced or len(out) > 2) and (s.role == "unknown" or sourced):
                out[n] = s._replace(role="place")
    roles = {s.role for s in out}
    for n, s in enumerate(out):
        hanging = words[s.last - 1].key in lexicon.origin | lexicon.inside
        if s.role != "unknown" or hanging or not (roles & (_SOURCES | {"place", "label", "title"})):
            continue
        size = s.last - s.first
        arabic = all(w.kind == "arabic" for w in words[s.first : s.last])
        person = is_person(words, s.first, s.last, lexicon, expected=True)
        agency = bool(roles & {"agency", "wires"})
        if arabic and "place" not in roles and (size == 1 or (agency and size <= 3)) and roles & {"agency", "wires", "outlet"}:
            # An agency names no reporter, and one word is no reporter's name: ضباء - الجزيرة.
            out[n] = s._replace(role="place")
            roles.add("place")
        elif person:
            out[n] = s._replace(role="person")
    return out
