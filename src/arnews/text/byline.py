"""Reads one line of a header: a byline, a dateline, a date line, in any order and with any separators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from arnews.text.byline_lexicon import BylineLexicon
from arnews.text.words import Word

Role = Literal["agency", "wires", "outlet", "desk", "place", "person", "label", "date", "unknown"]

_SEPARATORS = frozenset("-–—:،,/|()[]«»\"“”'•·؛~*…") | {".", "..", "..."}
_NAME_HEADS = ("عبد", "ابو", "ابن", "بن", "ام", "ال")
# A line of more words is no byline: the longest seen, of four reporters in four cities, has 16.
_MOST_WORDS = 24


class Segment(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) of a header line and the role that they play."""

    first: int
    last: int
    role: Role


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A header line taken apart. ``kind`` is what the line as a whole is; ``other`` means that it is no such line."""

    kind: Literal["byline", "date", "other"]
    segments: tuple[Segment, ...]


def parse_line(words: Sequence[Word], first: int, last: int, lexicon: BylineLexicon) -> HeaderLine:
    """Take the words ``first`` to ``last`` (exclusive) apart as a byline or date line."""
    if last - first > _MOST_WORDS:
        return HeaderLine("other", ())
    segments: list[Segment] = []
    i = start = first
    while i < last:
        run = _date_run(words, i, last, lexicon)
        if run > i or words[i].text in _SEPARATORS:
            if i > start:
                segments.extend(_classify(words, start, i, lexicon))
            if run > i:
                segments.append(Segment(i, run, "date"))
            i = start = max(run, i + 1)
        else:
            i += 1
    if last > start:
        segments.extend(_classify(words, start, last, lexicon))
    segments = _place_beside_agency(words, segments, lexicon)
    return HeaderLine(_line_kind(words, first, last, segments), tuple(segments))


def _line_kind(words: Sequence[Word], first: int, last: int, segments: list[Segment]) -> Literal["byline", "date", "other"]:
    roles = {s.role for s in segments}
    if not roles or ("unknown" in roles and not _names_may_be_rare(words, last, segments)):
        return "other"
    if roles <= {"date", "label"} and "date" in roles:
        return "date"
    if roles & {"agency", "wires", "outlet", "desk", "person"} or ("place" in roles and (len(segments) == 1 or "label" in roles)):
        return "byline"
    return "other"


def _names_may_be_rare(words: Sequence[Word], last: int, segments: list[Segment]) -> bool:
    """A reporter whose name no list has: ``أبها - لجين الأحمدي``, between a place, outlet or agency and a separator."""
    known = any(s.role in ("agency", "wires", "outlet", "place") for s in segments)
    short = all(1 < s.last - s.first <= 4 for s in segments if s.role == "unknown")
    arabic = all(words[i].kind == "arabic" for s in segments if s.role == "unknown" for i in range(s.first, s.last))
    return known and short and arabic and len(segments) <= 4


def _place_beside_agency(words: Sequence[Word], segments: list[Segment], lexicon: BylineLexicon) -> list[Segment]:
    """A place that no list has stands beside an agency, which names no reporter: ``سوروتش (تركيا): أ ف ب``."""
    if not {s.role for s in segments} & {"agency", "wires"}:
        return segments
    for n, s in enumerate(segments):
        alone = "place" not in {t.role for t in segments[:n]}
        arabic = all(w.kind == "arabic" for w in words[s.first : s.last])
        if s.role == "unknown" and alone and arabic and s.last - s.first <= 3 and words[s.first].key not in lexicon.given:
            return [*segments[:n], s._replace(role="place"), *segments[n + 1 :]]
    return segments


def _classify(words: Sequence[Word], first: int, last: int, lexicon: BylineLexicon) -> list[Segment]:
    """The roles in a stretch of words without separators."""
    out: list[Segment] = []
    i = first
    while i < last:
        source = lexicon.sources.longest(words, i, last, proclitics=False)
        place = lexicon.places.longest(words, i, last, proclitics=False)
        label = lexicon.words.longest(words, i, last, proclitics=False)
        if source and source.last == last and (place is None or place.last < last or i > first):
            out.append(Segment(i, last, source.value))  # type: ignore[arg-type]
            return out
        if place and place.last == last:
            out.append(Segment(i, last, "place"))
            return out
        if label and label.value in ("label", "title"):
            out.append(Segment(i, label.last, "label"))
            i = label.last
            continue
        tail = _tail(words, i, last, lexicon)
        if tail is not None:
            out.extend(_classify(words, i, tail[0], lexicon))
            out.append(Segment(tail[1], last, "place"))
            return out
        if source and source.last < last and lexicon.places.longest(words, source.last, last, proclitics=False):
            out.append(Segment(i, source.last, source.value))  # type: ignore[arg-type]
            i = source.last
            continue
        out.append(Segment(i, last, "person" if _is_person(words, i, last, lexicon) else "unknown"))
        return out
    return out


def _tail(words: Sequence[Word], first: int, last: int, lexicon: BylineLexicon) -> tuple[int, int] | None:
    """The place after ``من``: ``محمد الأكلبي من جدة``."""
    for j in range(max(first + 1, last - 5), last - 1):
        if words[j].key in ("من", "في"):
            place = lexicon.places.longest(words, j + 1, last, proclitics=False)
            if place and place.last == last:
                return j, j + 1
    return None


def _is_person(words: Sequence[Word], first: int, last: int, lexicon: BylineLexicon) -> bool:
    if not 2 <= last - first <= 7 or any(w.kind not in ("arabic", "latin") for w in words[first:last]):
        return False
    key = words[first].key
    return key in lexicon.given or key.startswith(_NAME_HEADS[:1]) or key in _NAME_HEADS


def _date_run(words: Sequence[Word], i: int, last: int, lexicon: BylineLexicon) -> int:
    """The end of the printed date or time that starts at word ``i``, or ``i`` when none does."""
    classes: list[str] = []
    j = end = i
    while j < last:
        word = words[j]
        entry = lexicon.dates.longest(words, j, last, proclitics=False)
        if word.kind == "number":
            classes.append("clock-time" if ":" in word.text else "full" if word.text.count("/") + word.text.count(".") == 2 else "number")
        elif entry is not None:
            classes.append(entry.value)
        elif j == i or word.text not in _SEPARATORS:
            break
        if entry is not None or word.kind == "number":
            j = end = entry.last if entry is not None else j + 1
        else:
            j += 1
    return end if _is_date(classes) else i


def _is_date(classes: list[str]) -> bool:
    seen = set(classes)
    if not classes or classes[0] in ("clock", "era"):
        return False
    if "full" in seen or "clock-time" in seen:
        return True
    if "number" in seen and seen & {"month"}:
        return True
    if classes[0] == "ago":
        return len(classes) > 1 and "ago" in classes[1:]
    return seen == {"weekday"} or ("weekday" in seen and "number" in seen)
