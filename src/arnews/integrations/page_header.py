"""What stands round the headline of a page: the headline itself, the date line and byline that the page shows, the lead beside the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from arnews.dates.moment import read_moment
from arnews.integrations.metadata import clean_authors
from arnews.integrations.page_nodes import (
    ASIDE,
    HEADER_CHARS,
    class_words,
    in_aside,
    in_other_box,
    inside,
    other_article,
    short_text,
    text_of,
)
from arnews.text.byline import parse_line
from arnews.text.byline_lexicon import BylineLexicon, byline_lexicon
from arnews.text.date_lines import date_run, is_change
from arnews.text.normalize import normalize
from arnews.text.words import split_words

_BLOCKS = frozenset({
    "time", "span", "div", "p", "li", "small", "address", "h2", "h3", "h4", "a", "strong", "b", "em", "i", "td", "font", "dd", "header",
    "abbr", "cite", "ul", "dl", "footer",
})  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4")
# Elements behind which a line of its own begins where a page has no paragraphs.
_BREAKS = frozenset({"br", "hr", "b", "strong", "small", "font", "img", "span", "a"})
# Words in the class of a box under the headline: the article's first paragraph, its date, its author.
_LEADS = frozenset({"lead", "lede", "intro", "summary", "standfirst", "excerpt", "teaser", "announce", "chapo", "spot", "abstract", "sapo"})
_DATED = frozenset({"date", "time", "datetime", "published", "publish", "postdate", "timestamp", "created", "createdate"})
_AUTHORED = frozenset({"author", "authors", "writer", "byline", "reporter", "columnist", "by", "createdby", "source"})
_CLOCK = re.compile(r"[0-9٠-٩]{1,2}:[0-9٠-٩]{2}")
_SHORTEST_LEAD, _LONGEST_LEAD = 40, 700
_ABOVE, _LINES = 8, 4
_FOLLOWING = "following::*[position() <= 120]"
# A headline has at least so many words where only the window's title says that it is one, and a date in a line of others so few.
_FEWEST, _MOST_WORDS = 3, 16
_OPENING = 30


class Header(NamedTuple):
    """The lines that the page shows (date, byline), the authors that elements of it name, and a lead that the body lacks."""

    lines: list[str]
    authors: tuple[str, ...]
    lead: str | None


def find_heading(tree: Any, title: str | None, window: str, site: str | None) -> Any:
    """The element that holds the headline, or None.

    The one that the metadata or the window's title repeats, the longest first: the first ``<h1>`` of many themes is their logo.
    """
    said = " ".join(f"{title or ''} {window}".split())
    headings = _headings(tree, site)
    repeated = [(text, h) for text, h in headings if text in said and not inside(h, ("nav", "footer"))]
    text, found = max(repeated, key=lambda pair: len(pair[0]), default=("", None))
    if found is not None and (found.tag == "h1" or len(text.split()) >= _FEWEST):
        return found
    first = next((h for text, h in headings if h.tag == "h1" and not _is_home(h)), None)
    return first if first is not None else _unmarked(tree, said, site)


def _headings(tree: Any, site: str | None) -> list[tuple[str, Any]]:
    return [(text, h) for h in tree.iter(*_HEADINGS) if (text := text_of(h)) and text != site]


def _is_home(heading: Any) -> bool:
    """Whether all of a heading leads to the front page: a logo."""
    return any(a.get("href") in ("/", "./", "index.php") and text_of(a) == text_of(heading) for a in heading.iter("a"))


def _unmarked(tree: Any, said: str, site: str | None) -> Any:
    """A headline that is no ``<h1>``: ``<span id="lblTitle">``, ``<td class="contentheading">``, ``<font><b>``."""
    best, size = None, 0
    for element in tree.iter("span", "div", "td", "b", "strong", "font", "p", "a", "h5", "h6"):
        text = " ".join((element.text or "").split())
        if len(text) > size and len(text.split()) >= _FEWEST and text in said and text != site and not inside(element):
            best, size = element, len(text)
    return best


def read_header(heading: Any, title: str | None, body: Sequence[str], site: str | None) -> Header:
    """Read what stands round ``heading``; ``body`` is the article's text, line by line."""
    lexicon = byline_lexicon()
    following = heading.xpath(_FOLLOWING)
    before = _before_body(following, body, title)
    reader = _read_lines(following, before, heading, title)
    authors = _marked(following, before, heading, site)
    lines = _completed(reader, list(_above(heading, lexicon)), authors, lexicon)
    lead = next((t for t in _leads(following[:before], heading, title) if t not in " ".join(body)), None)
    return Header(lines, authors, lead)


def _read_lines(following: Sequence[Any], before: int, heading: Any, title: str | None) -> _Lines:
    """The lines between headline and body, and where date or byline are missing there those below."""
    reader = _Lines(byline_lexicon(), title)
    for text, element in _candidates(following[:before]):
        reader.add(text, element)
    if reader.done():
        return reader
    for text, element in _candidates(following[before:]):
        if element is not None and not other_article(element, heading) and not in_other_box(element):
            reader.add(text, element)
    return reader


def _completed(reader: _Lines, above: list[tuple[str, str]], authors: tuple[str, ...], lexicon: BylineLexicon) -> list[str]:
    """The lines, with a date or byline from above the headline or inside another line where they have none."""
    lines = reader.lines()
    if not reader.dates:
        inner = next((d for text in reader.others if (d := _date_inside(text, lexicon))), None)
        lines = [*[t for t, kind in above if kind == "date"][:1], *([inner] if inner else []), *lines][:_LINES]
    if not reader.bylines:
        written = [t for t, kind in above if kind == "byline"][:1]
        lines = [*lines, *(written or [a for a in authors if a not in lines])]
    return lines


def _before_body(following: Sequence[Any], body: Sequence[str], title: str | None) -> int:
    """How many of the elements stand before the one that opens the article's text."""
    openings = {line.lstrip("- ")[:_OPENING] for line in body if line != title and len(line) > _OPENING}
    for n, element in enumerate(following):
        opening = " ".join((element.text or "").split())[:_OPENING]
        if len(opening) == _OPENING and opening in openings and not class_words(element) & _LEADS:
            return n
    return len(following)


def _candidates(elements: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """The lines that elements show, and those that stand between line breaks."""
    for element in elements:
        if element.tag in _BLOCKS and not in_aside(element) and not inside(element):
            yield short_text(element), element
            own = " ".join((element.text or "").split()).strip(" -|،") if len(element) else ""
            if 0 < len(own) <= HEADER_CHARS:
                yield own, None  # بقلم: سامر العلي | <time>
        if element.tag in _BREAKS and element.tail and len(element.tail) < 2 * HEADER_CHARS:
            tail = " ".join(element.tail.split()).strip(" -|")
            if 0 < len(tail) <= HEADER_CHARS:
                yield tail, None


class _Lines:
    """Date lines and bylines among the lines under a headline, read by shape, in order."""

    def __init__(self, lexicon: BylineLexicon, title: str | None) -> None:
        self._lexicon, self._title = lexicon, title
        self.dates: list[str] = []
        self._changes: list[str] = []
        self.bylines: list[str] = []
        self._order: list[str] = []
        self.others: dict[str, None] = {}

    def done(self) -> bool:
        return bool(self.dates and self.bylines)

    def lines(self) -> list[str]:
        """What the page shows, without the day of a change where it has that of publication too."""
        left_out = set(self._changes) if len(self.dates) > 0 else set()
        return [line for line in self._order if line not in left_out][:_LINES]

    def add(self, text: str, element: Any) -> None:
        if not text or text == self._title or text in self.others or any(text in line or line in text for line in self._order):
            return
        kind = _kind(text, self._lexicon)
        if kind == "other":
            self.others[text] = None  # links of menus stand there by the dozen
        elif kind == "date":
            self._add_date(text)
        elif not self.bylines and self._is_byline(text, element):
            self.bylines.append(text)
            self._order.append(text)

    def _is_byline(self, text: str, element: Any) -> bool:
        if element is None:
            return True
        # A box with both: its parts come next, each for a line of its own.
        if any(_kind(t, self._lexicon) == "date" for t in map(short_text, element.iterdescendants()) if t and t != text):
            return False
        return element.tag != "a" or bool(class_words(element) & _AUTHORED) or element.get("rel") == "author"

    def _add_date(self, text: str) -> None:
        words = split_words(normalize(text).text)
        first = next((i for i, w in enumerate(words) if w.kind != "punct"), 0)
        if is_change(words, first, len(words), self._lexicon):
            self._changes.append(text)
        elif self.dates and not _CLOCK.search(self.dates[-1]) and _is_clock(text) and self._order[-1] == self.dates[-1]:
            # The day in one box and the hour in the next.
            self._order[-1] = self.dates[-1] = f"{self.dates[-1]} {text}"
            return
        else:
            self.dates.append(text)
        self._order.append(text)


def _is_clock(text: str) -> bool:
    """Whether a line is an hour without a day."""
    if not _CLOCK.search(text):
        return False
    try:
        return read_moment(text) is None
    except ValueError:
        return True


def _kind(text: str, lexicon: BylineLexicon) -> str:
    words = split_words(normalize(text).text)
    return parse_line(words, 0, len(words), lexicon).kind


def _roles(text: str) -> frozenset[str]:
    words = split_words(normalize(text).text)
    return parse_line(words, 0, len(words), byline_lexicon()).roles()


def _date_inside(text: str, lexicon: BylineLexicon) -> str | None:
    """A full day with other words beside it: ``السبت 12 تموز 2025 الساعة 07:41 الأمن والقضاء``."""
    clean = normalize(text).text
    words = split_words(clean)
    if not 0 < len(words) <= 2 * _MOST_WORDS or clean.endswith((".", "؟", "?", ":")):
        return None
    i = 0
    while i < len(words):
        end = date_run(words, i, len(words), lexicon)
        found = clean[words[i].start : words[end - 1].end] if end > i else ""
        try:
            if found and len(words) - (end - i) <= _MOST_WORDS and read_moment(found) is not None:
                return found
        except ValueError:
            pass
        i = max(end, i + 1)
    return None


def _above(heading: Any, lexicon: BylineLexicon) -> Iterator[tuple[str, str]]:
    """The date line and byline right above the headline, in boxes that say by their class that they are ones."""
    for element in reversed(heading.xpath(f"preceding::*[position() <= {_ABOVE}]")):
        words = class_words(element)
        wanted = {"date"} if words & _DATED else {"byline"} if words & _AUTHORED else set()
        if wanted and not inside(element, ASIDE):
            text = short_text(element)
            if text and (kind := _kind(text, lexicon)) in wanted:
                yield text, kind


def _marked(following: Sequence[Any], before: int, heading: Any, site: str | None) -> tuple[str, ...]:
    """Names in elements that say that they hold the author: ``rel="author"`` anywhere, a class of one before the body."""
    for n, element in enumerate(following):
        stated = "author" in (element.get("rel") or "").split() or (element.get("itemprop") or "") == "author"
        classed = n < before and bool(class_words(element) & _AUTHORED - {"source", "by"})
        if (stated or classed) and not other_article(element, heading) and (names := _names(short_text(element), stated, site)):
            return names
    return ()


def _names(text: str, stated: bool, site: str | None) -> tuple[str, ...]:
    """The names in the text of an author's element; where only its class says so, they must look like a person's."""
    if not text or any(c.isdigit() for c in text) or not (stated or "person" in _roles(text)):
        return ()
    names = clean_authors(text, site)
    return tuple(names) if names and all(2 <= len(name.split()) <= 5 for name in names) else ()


def _leads(elements: Sequence[Any], heading: Any, title: str | None) -> list[str]:
    """Paragraphs between headline and body that boxes hold as leads."""
    out: list[str] = []
    for element in elements:
        if class_words(element) & _LEADS or element.get("itemprop") == "description":
            text = text_of(element)
            cards = any(a.tag in ("li", "aside") for a in element.iterancestors())
            if _SHORTEST_LEAD <= len(text) <= _LONGEST_LEAD and text != title and not cards and not other_article(element, heading):
                out.append(text)
    return out
