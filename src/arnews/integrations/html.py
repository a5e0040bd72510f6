"""Web pages in: the article's text and what the page's metadata say of it (extra ``web``: trafilatura, lxml).

trafilatura finds the body; its dates are guesses and are not used. Date, title and authors come from JSON-LD and meta tags; where
those give no date, the date line that the page shows stays in the text, and arnews reads it as it reads a printed one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Any

from arnews.dates.ago import read_ago
from arnews.extras import MissingExtraError
from arnews.integrations.metadata import Metadata, clean_authors, parse_date, read_metadata
from arnews.integrations.page_body import data_of, extract, fill, prepare, sources, without
from arnews.integrations.page_data import Found
from arnews.integrations.page_header import Header, find_heading, read_header
from arnews.integrations.page_nodes import text_of as _text
from arnews.records import Warning
from arnews.text.encoding import Decoded, decode_bytes

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_XML = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Page:
    """An article read from a web page.

    ``text`` is what ``arnews.analyze`` takes: title, the date and byline that the page shows, and the paragraphs. ``published``
    is the date (a ``datetime`` where the page gives a time) of ``published_raw``, as JSON-LD or a meta tag states it; both are
    None where neither does. ``warnings`` tell of a guessed encoding and of words that came from elsewhere than the page's body.
    """

    text: str
    title: str | None = None
    published: date | datetime | None = None
    published_raw: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    warnings: tuple[Warning, ...] = ()


def from_html(html: str | bytes, url: str | None = None, *, crawled: datetime | None = None) -> Page:
    """Read the article on a page. ``url`` only helps to find the body; nothing is fetched.

    ``crawled`` is when the page was saved: an age that it prints in place of a date (``منذ ساعتين``) is counted back from there, and is
    no date without it. Raises ``ImportError`` without the extra ``web``, ``TypeError`` for anything but ``str`` or ``bytes``. A page
    without an article gives a ``Page`` whose ``text`` is short or empty.
    """
    if not isinstance(html, str | bytes):
        raise TypeError(f"from_html takes the page as str or bytes, not {type(html).__name__}; read the file or response first")
    lxml_html, trafilatura = _library("lxml.html"), _library("trafilatura")
    decoded = _decoded(html) if isinstance(html, bytes) else Decoded(html, "str")
    source = _clean(decoded.text)
    tree = _tree(lxml_html, source) if source.strip() else None
    return Page("", url=url, warnings=decoded.told()) if tree is None else _read(tree, trafilatura, decoded, url, crawled)


def _read(tree: Any, trafilatura: Any, decoded: Decoded, url: str | None, crawled: datetime | None) -> Page:
    """The article of a parsed page."""
    found = read_metadata(tree)
    scripts = [s.text for s in tree.iter("script") if s.text and (s.get("type") or "") == "application/json"]
    window = next((_text(t) for t in tree.iter("title")), "")
    hidden = prepare(tree)
    heading = find_heading(tree, found.title, window, found.site)
    title = _title(found, _text(heading) if heading is not None else None, window)
    data = data_of(scripts, (title or "", window))
    body, elsewhere = fill(extract(trafilatura, tree, url), sources(tree, found, hidden, data), title)
    header = read_header(heading, title, body, found.site) if heading is not None else Header([], (), None)
    body = [*([header.lead] if header.lead is not None and body else []), *without(body, tree)]
    inner = data() if elsewhere is not None else None
    published, raw = _published(found, header, inner, crawled)
    return Page(
        text=_joined(title, header.lines, body),
        title=title,
        published=published,
        published_raw=raw,
        authors=found.authors or header.authors or _data_authors(found, inner),
        site=found.site,
        url=url,
        warnings=(*decoded.told(), *_elsewhere(elsewhere)),
    )


def text_of(html: str | bytes) -> str:
    """The text of ``from_html``."""
    return from_html(html).text


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(name.partition(".")[0], "web") from error


def _decoded(data: bytes) -> Decoded:
    """Bytes as text, by the order of ``arnews.text.encoding``; the page declares its charset in its head."""
    declared = _DECLARED.search(data[:4096])
    return decode_bytes(data, declared.group(1).decode("ascii") if declared else None)


def _clean(source: str) -> str:
    return _CONTROL.sub(" ", _XML.sub("", _SURROGATE.sub("\ufffd", source.lstrip("\ufeff"))))


def _tree(lxml_html: Any, source: str) -> Any:
    """The page's tree. The parser fetches nothing, expands no entities of its own and takes trees of any size."""
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=True, recover=True, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(source, parser=parser, ensure_head_body=True)
    except (ValueError, lxml_html.etree.ParserError):
        return None


def _elsewhere(source: str | None) -> tuple[Warning, ...]:
    """The warning that the text is from another place than the page's body."""
    message = f"the page shows no article that could be found; the text is from {source}"
    return (Warning(code="page-source", message=message),) if source is not None else ()


def _title(found: Metadata, heading: str | None, window: str) -> str | None:
    """The title that the metadata states, or the headline, or the window's title; without the name of the site.

    Where the statement is the headline with something behind a bar or dash (``عنوان - 26.01.2016, موقع``), the headline is the title.
    """
    if found.title is None:
        return heading or _page_title(window, found)
    rest = found.title.removeprefix(heading) if heading else found.title
    return heading if heading and rest != found.title and rest.lstrip()[:1] in tuple("-–—|:«»/") and rest[:1] == " " else found.title


def _published(found: Metadata, header: Header, inner: Found | None, crawled: datetime | None) -> tuple[date | datetime | None, str | None]:
    """The date that the page states, else that of its application's data, else an age that it prints; and how it is written."""
    if found.published is not None:
        return found.published, found.published_raw
    if inner is not None and inner.published is not None and (read := parse_date(inner.published)) is not None:
        return read, inner.published
    for line in header.lines if crawled is not None else ():
        if parse_date(line) is None and crawled is not None and (then := read_ago(line, crawled)) is not None:
            return then, line
    return None, found.published_raw


def _data_authors(found: Metadata, inner: Found | None) -> tuple[str, ...]:
    return tuple(name for a in inner.authors for name in clean_authors(a, found.site)) if inner is not None else ()


def _page_title(window: str, found: Metadata) -> str | None:
    """The title of the browser's window, without the site's name behind a bar or dash."""
    head, bar, tail = window.rpartition(" | ") if " | " in window else window.rpartition(" - ")
    if bar and (tail.strip() == found.site or len(tail.split()) <= 4) and len(head.split()) >= 3:
        window = head
    return window.strip() or None


def _joined(title: str | None, header: list[str], body: list[str]) -> str:
    """Title, header lines and paragraphs, each once."""
    top = [line for line in (title, *header) if line]
    while body and _is_top(body[0], top):
        body = body[1:]
    head = "\n".join(line for line in top if line not in body[:3])
    return "\n\n".join(part for part in (head, "\n".join(body)) if part)


def _is_top(line: str, top: list[str]) -> bool:
    """Whether a line of the body is title and header over again, glued or with marks: ``عنوان20/08/2025 09:22:00 م``."""
    rest = line
    for known in sorted(top, key=len, reverse=True):
        rest = rest.replace(known, " ", 1)
    return rest != line and not rest.strip(" #-*|")
