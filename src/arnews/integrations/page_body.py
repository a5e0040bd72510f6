"""The body of a page: what the extractor finds, and the other places where an article stands when that is little."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from arnews.integrations.metadata import Metadata, paragraphs
from arnews.integrations.page_data import Found, find_in_data
from arnews.integrations.page_nodes import HEADER_CHARS, class_words, in_aside, short_text, text_of

# trafilatura's time grows with the square of the depth, and no page of news is so deep.
_DEEPEST = 100
# A body of fewer characters is none; another source has at least so many; a form with more is no form; nor a cell with more a figure.
_LITTLE, _SHORTEST, _MUCH, _LONGEST_CELL = 120, 40, 200, 200
# An article in JSON-LD is taken for one that a wall cuts off where it holds so much more, and most words of what is shown.
_MORE, _SHARED = 1.5, 0.5
# What never holds an article's words.
_SILENT = ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "button", "select", "textarea")
_LOOSE = frozenset({"br", "b", "strong", "i", "em", "a", "span", "font", "u", "img"})
_BOXES = ("figcaption", "div", "p", "span", "li", "h3", "h4", "h5", "a", "small", "td", "section", "strong", "b")
_MENUS = frozenset({"li", "div", "p", "td"})
_BREAK = "\u2028"
_BARS = re.compile(r"[\s|/\-–·•«»]+")
_WORDS = re.compile(r"\w+")


class Source(NamedTuple):
    """A place where an article may stand, as a warning names it, and how its paragraphs are read when they are asked for."""

    name: str
    lines: Callable[[], list[str]]


def prepare(tree: Any) -> list[Any]:
    """Take out what a page does not show, unwrap forms and tables that hold a page; returns what was taken out and may hold an article."""
    hidden = list(tree.iter("noscript", "template"))
    for element in list(tree.iter(*_SILENT)):
        element.drop_tree()
    for form in list(tree.iter("form")):
        # ASP.NET puts one round the whole page.
        shows = next(form.iter("h1", "article", "main"), None) is not None or sum(len(text_of(p)) for p in form.iter("p")) > _MUCH
        if shows or form.get("id") in ("aspnetForm", "form1", "Form") or _own_text(form) > _MUCH:
            form.drop_tag()
        else:
            form.drop_tree()
    for table in [t for t in tree.iter("table") if _is_layout(t)]:
        _unwrap(table)
    return hidden


def _own_text(form: Any) -> int:
    """The characters of the longest run of text in a form that has no paragraphs."""
    return max((_direct(e) for e in form.iter("span", "div", "td", "font")), default=0)


def _is_layout(table: Any) -> bool:
    """Whether a table lays a page out: a cell with a table, with paragraphs or with much text in it is no figure."""
    rows = list(_rows(table))
    if all(len(row) < 2 for row in rows):
        return True  # one column: the lines of a page
    for row in rows:
        for cell in row:
            inner = [e.tag for e in cell] + [e.tag for child in cell for e in child[:4]]
            if "table" in inner or inner.count("p") + inner.count("br") > 1 or _direct(cell) > _LONGEST_CELL:
                return True
    return False


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _unwrap(table: Any) -> None:
    for row in list(_rows(table)):
        for element in (*row, row, row.getparent()):
            element.tag = "div"
    table.tag = "div"


def extract(trafilatura: Any, tree: Any, url: str | None) -> list[str]:
    """The lines of the extractor, or the paragraphs of a page that it cannot read."""
    options = {"include_comments": False, "include_images": False, "with_metadata": False, "output_format": "txt"}
    try:
        text = None if tree.getroottree().xpath("/*" * _DEEPEST) else trafilatura.extract(tree, url=url, **options)
    except Exception:  # trafilatura raises what its own rules stumble over; the paragraphs are still there
        text = None
    if text:
        return [line.strip() for line in text.split("\n") if line.strip()]
    return _paragraphs(next(iter([*tree.iter("article"), *tree.iter("main")]), tree))


def sources(tree: Any, found: Metadata, hidden: Sequence[Any], data: Callable[[], Found | None]) -> list[Source]:
    """Where an article may stand that the extractor does not find, the surest first."""
    return [
        Source("articleBody of its JSON-LD", lambda: paragraphs(found.body or "")),
        Source("the updates of its live blog in JSON-LD", lambda: [line for update in found.updates for line in paragraphs(update)]),
        Source("its microdata", lambda: _longest([_paragraphs(e) for e in tree.xpath("//*[@itemprop='articleBody']")])),
        Source("the captions of its pictures", lambda: _captions(tree)),
        Source("its longest run of text", lambda: _block(tree)),
        *(Source(f"a <{e.tag}> element", partial(_paragraphs, e)) for e in hidden),
        Source("the data of its application", lambda: list(inner.lines) if (inner := data()) else []),
        Source("its description", lambda: paragraphs(found.description or "")),
    ]


def data_of(scripts: Sequence[str], titles: Sequence[str]) -> Callable[[], Found | None]:
    """The article in the data of a page's application, looked for once and only when asked."""
    kept: list[Found | None] = []

    def read() -> Found | None:
        if not kept:
            kept.append(find_in_data(scripts, titles))
        return kept[0]

    return read


def fill(body: list[str], spare: Sequence[Source], title: str | None) -> tuple[list[str], str | None]:
    """The body, or the first other source that holds more where the body is next to nothing or cut off; and which one it was."""
    shown = [line for line in body if line != title]
    size = sum(map(len, shown))
    if size >= _LITTLE:
        whole = spare[0].lines()
        if sum(map(len, whole)) > _MORE * size and _shared(shown, whole) > _SHARED:
            return whole, spare[0].name
        return body, None
    for source in spare:
        lines = source.lines()
        if sum(map(len, lines)) > max(_SHORTEST, 2 * size):
            return lines, source.name
    return body, None


def _shared(some: Sequence[str], whole: Sequence[str]) -> float:
    said = _WORDS.findall(" ".join(some))
    known = set(_WORDS.findall(" ".join(whole)))
    return sum(w in known for w in said) / max(1, len(said))


def without(body: list[str], tree: Any) -> list[str]:
    """The body without lines of captions, badges and menus, unless they are most of it: a gallery."""
    short = {form for line in body if len(line) <= HEADER_CHARS for form in (line, line.removeprefix("- "))}
    if not short:
        return body
    left_out = {
        text for text, element in _shown(tree, short) if element.tag == "figcaption" or in_aside(element) or _is_menu(element, text)
    }
    kept = [line for line in body if not {line, line.removeprefix("- ")} & left_out]
    return kept if 2 * sum(map(len, kept)) >= sum(map(len, body)) else body


def _shown(tree: Any, short: set[str]) -> Iterator[tuple[str, Any]]:
    """The elements that show one of the short lines and nothing else."""
    for element in tree.iter(*_BOXES):
        if (text := short_text(element)) in short:
            yield text, element


def _is_menu(element: Any, text: str) -> bool:
    """Whether all that an element shows are links: an item of a list, or several with bars between."""
    links = [t for a in element.iter("a") if (t := short_text(a))]
    if element.tag not in _MENUS or len(links) < (1 if element.tag == "li" else 2):
        return False
    return "".join(links).replace(" ", "") == _BARS.sub("", text)


def _paragraphs(place: Any) -> list[str]:
    # Of paragraphs inside paragraphs the outermost, or one text would come out as often as it is wrapped.
    return [t for t in (text_of(p) for p in place.xpath(".//p[not(ancestor::p)]")) if t]


def _longest(several: Sequence[list[str]]) -> list[str]:
    return max(several, key=lambda lines: sum(map(len, lines)), default=[])


def _captions(tree: Any) -> list[str]:
    marked = [e for e in tree.iter("figcaption", "div", "p", "span") if e.tag == "figcaption" or "caption" in class_words(e)]
    inner = (
        [e for e in marked if not any(other is not e and other in marked for other in e.iterancestors())] if len(marked) < 200 else marked
    )
    lines = list(dict.fromkeys(t for e in inner if (t := text_of(e))))
    return lines if len(lines) > 1 else []


def _direct(element: Any) -> int:
    """The characters that an element holds itself, with line breaks and bold words between them."""
    return len((element.text or "").strip()) + sum(len((e.tail or "").strip()) for e in element if e.tag in _LOOSE)


def _block(tree: Any) -> list[str]:
    """The lines of the element with the most text of its own: pages with ``<br>`` for paragraphs."""
    place = max(tree.iter("div", "td", "span", "section", "article", "font", "center", "main", "body"), key=_direct, default=None)
    if place is None or _direct(place) < _LITTLE:
        return []
    pieces: list[str] = [place.text or ""]
    for child in place:
        pieces += [_BREAK if child.tag not in _LOOSE or child.tag == "br" else "", "".join(child.itertext()), child.tail or ""]
    return [line for part in "".join(pieces).split(_BREAK) if (line := " ".join(part.split()))]
