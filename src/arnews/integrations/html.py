"""Web pages in: the article's text and what the page's metadata say of it (extra ``web``: trafilatura, lxml).

trafilatura finds the body; its dates are guesses and are not used. Date, title and authors come from JSON-LD and meta tags; where
those give no date, the date line that the page shows stays in the text, and arnews reads it as it reads a printed one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Any, NamedTuple

from arnews.extras import MissingExtraError
from arnews.integrations.metadata import Metadata, paragraphs, read_metadata
from arnews.records import Warning
from arnews.text.byline import parse_line
from arnews.text.byline_lexicon import BylineLexicon, byline_lexicon
from arnews.text.encoding import Decoded, decode_bytes
from arnews.text.normalize import normalize
from arnews.text.words import split_words

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_XML = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
# What never holds an article's words; and where the dates of other things stand.
_SILENT = ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "button", "select", "textarea")
_ASIDE = ("nav", "footer", "aside", "script", "style", "noscript")
_BLOCKS = frozenset({"time", "span", "div", "p", "li", "small", "address", "h2", "h3", "h4", "a", "strong", "b", "em", "i", "td"})
# trafilatura's time grows with the square of the depth, and no page of news is so deep.
_DEEPEST = 100
# Words in the class of a box under the headline: the article's first paragraph; what is none of it.
_LEADS = frozenset({"lead", "lede", "intro", "summary", "standfirst", "excerpt", "teaser"})
_ASIDES = frozenset({"poll", "caption", "img", "image", "photo", "edition", "logo", "share", "social", "breadcrumb", "breadcrumbs"})
_DATED = frozenset({"date", "time", "datetime", "published", "publish", "postdate", "timestamp"})
_WORD = re.compile("[a-z]+")
# A body of fewer characters is none; a lead or another source has at least, a lead at most so many; a form with more is no form.
_LITTLE, _SHORTEST, _LONGEST_LEAD, _MUCH = 120, 40, 700, 200
_ABOVE = 6
_HEADER_CHARS, _HEADER_LINES = 110, 4
_FOLLOWING = "following::*[position() <= 120]"


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


def from_html(html: str | bytes, url: str | None = None) -> Page:
    """Read the article on a page. ``url`` only helps to find the body; nothing is fetched.

    Raises ``ImportError`` without the extra ``web``, ``TypeError`` for anything but ``str`` or ``bytes``. A page without an
    article gives a ``Page`` whose ``text`` is short or empty.
    """
    if not isinstance(html, str | bytes):
        raise TypeError(f"from_html takes the page as str or bytes, not {type(html).__name__}; read the file or response first")
    lxml_html, trafilatura = _library("lxml.html"), _library("trafilatura")
    decoded = _decoded(html) if isinstance(html, bytes) else Decoded(html, "str")
    warnings = list(decoded.told())
    source = _clean(decoded.text)
    tree = _tree(lxml_html, source) if source.strip() else None
    if tree is None:
        return Page("", url=url, warnings=tuple(warnings))
    found = read_metadata(tree)
    spare = _spare(tree, found)
    _silence(tree)
    heading = next((h for h in tree.iter("h1") if _text(h) and _text(h) != found.site), None)
    title = found.title or (_text(heading) if heading is not None else None) or _page_title(tree, found)
    header = _header_lines(heading, title) if heading is not None else []
    near = _near_lines(heading) if heading is not None else None
    body = _body(trafilatura, tree, url)
    body, elsewhere = _filled(body, spare, title)
    if elsewhere is not None:
        message = f"the page shows no article that could be found; the text is from {elsewhere}"
        warnings.append(Warning(code="page-source", message=message))
    if near is not None:
        body = _with_lead([line for line in body if line not in near.asides], near.leads, title)
    return Page(
        text=_joined(title, header, body),
        title=title,
        published=found.published,
        published_raw=found.published_raw,
        authors=found.authors,
        site=found.site,
        url=url,
        warnings=tuple(warnings),
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


def _silence(tree: Any) -> None:
    for element in list(tree.iter(*_SILENT)):
        element.drop_tree()
    for form in list(tree.iter("form")):
        # ASP.NET puts one round the whole page.
        if next(form.iter("h1", "article", "main"), None) is not None or sum(len(_text(p)) for p in form.iter("p")) > _MUCH:
            form.drop_tag()
        else:
            form.drop_tree()


def _spare(tree: Any, found: Metadata) -> list[tuple[str, list[str]]]:
    """Where an article may stand that the page does not show in its body, the surest first, and its paragraphs."""
    out = [("articleBody of its JSON-LD", paragraphs(found.body or ""))]
    out += [("its microdata", _paragraphs(e)) for e in tree.xpath("//*[@itemprop='articleBody']")]
    out += [(f"a <{e.tag}> element", _paragraphs(e)) for e in tree.iter("noscript", "template")]
    return out


def _paragraphs(place: Any) -> list[str]:
    # Of paragraphs inside paragraphs the outermost, or one text would come out as often as it is wrapped.
    return [t for t in (_text(p) for p in place.xpath(".//p[not(ancestor::p)]")) if t]


def _filled(body: list[str], spare: list[tuple[str, list[str]]], title: str | None) -> tuple[list[str], str | None]:
    """The body, or the first other source that holds more where the body is next to nothing; and which one it was."""
    size = sum(len(line) for line in body if line != title)
    if size >= _LITTLE:
        return body, None
    for source, lines in spare:
        if sum(map(len, lines)) > max(_SHORTEST, 2 * size):
            return lines, source
    return body, None


class _Near(NamedTuple):
    """What stands under the headline: leads of the article, and short lines of boxes that are none of it."""

    leads: list[str]
    asides: frozenset[str]


def _near_lines(heading: Any) -> _Near:
    leads: list[str] = []
    asides: set[str] = set()
    for element in heading.xpath(_FOLLOWING):
        names = _class_words(element)
        if element.tag == "figcaption" or _in_aside(element):
            asides.add(_short_text(element))
        elif names & _LEADS or element.get("itemprop") == "description":
            text = _text(element)
            if _SHORTEST <= len(text) <= _LONGEST_LEAD:
                leads.append(text)
    return _Near(leads, frozenset(asides - {""}))


def _class_words(element: Any) -> set[str]:
    return set(_WORD.findall(f"{element.get('class') or ''} {element.get('id') or ''}".lower()))


def _with_lead(body: list[str], leads: list[str], title: str | None) -> list[str]:
    """The body with the first lead under the headline, where it does not hold it already."""
    whole = " ".join(body)
    lead = next((text for text in leads if text != title), None)
    return [lead, *body] if lead is not None and body and lead not in whole else body


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _short_text(element: Any) -> str:
    """The text of an element, or nothing when it is longer than a header line; a block that holds a page is not read to its end."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part.strip())
        if size > _HEADER_CHARS:
            return ""
    return " ".join("".join(parts).split())


def _page_title(tree: Any, found: Metadata) -> str | None:
    """The title of the browser's window, without the site's name behind a bar or dash."""
    text = next((_text(t) for t in tree.iter("title")), "")
    head, bar, tail = text.rpartition(" | ") if " | " in text else text.rpartition(" - ")
    if bar and (tail.strip() == found.site or len(tail.split()) <= 4) and len(head.split()) >= 3:
        text = head
    return text.strip() or None


def _header_lines(heading: Any, title: str | None) -> list[str]:
    """The date line and byline that the page shows below its heading, read by shape, in order."""
    lexicon = byline_lexicon()
    out: list[str] = []
    kinds: set[str] = set()
    others: set[str] = set()
    for element in heading.xpath(_FOLLOWING):
        if len(out) >= _HEADER_LINES or len(kinds) == 2:
            break
        if element.tag not in _BLOCKS or _in_aside(element) or any(a.tag in _ASIDE for a in element.iterancestors()):
            continue
        text = _short_text(element)
        if not text or text == title or text in others or any(text in line or line in text for line in out):
            continue
        kind = _kind(text, lexicon)
        if kind == "other":
            others.add(text)  # links of menus stand there by the dozen
            continue
        inner = [t for t in map(_short_text, element) if t and t != text]
        if kind == "byline" and any(_kind(t, lexicon) == "date" for t in inner):
            continue  # a box with both: its parts come next, each for a line of its own
        if kind == "date" or (kind == "byline" and "byline" not in kinds and element.tag != "a"):
            kinds.add(kind)
            out.append(text)
    return out if "date" in kinds else [*_date_above(heading, lexicon), *out]


def _date_above(heading: Any, lexicon: BylineLexicon) -> list[str]:
    """The date line right above the headline, in a box that says by its class that it is one."""
    for element in reversed(heading.xpath(f"preceding::*[position() <= {_ABOVE}]")):
        if _class_words(element) & _DATED and not any(a.tag in _ASIDE for a in element.iterancestors()):
            text = _short_text(element)
            if text and _kind(text, lexicon) == "date":
                return [text]
    return []


def _in_aside(element: Any) -> bool:
    """Whether an element or the box round it is a picture's, a poll's or the like: one with little text, not ``post with-image``."""
    return any(box is not None and _class_words(box) & _ASIDES and _short_text(box) for box in (element, element.getparent()))


def _kind(text: str, lexicon: BylineLexicon) -> str:
    words = split_words(normalize(text).text)
    return parse_line(words, 0, len(words), lexicon).kind


def _body(trafilatura: Any, tree: Any, url: str | None) -> list[str]:
    options = {"include_comments": False, "include_images": False, "with_metadata": False, "output_format": "txt"}
    try:
        text = None if tree.getroottree().xpath("/*" * _DEEPEST) else trafilatura.extract(tree, url=url, **options)
    except Exception:  # trafilatura raises what its own rules stumble over; the paragraphs are still there
        text = None
    if text:
        return [line.strip() for line in text.split("\n") if line.strip()]
    return _paragraphs(next(iter([*tree.iter("article"), *tree.iter("main")]), tree))


def _joined(title: str | None, header: list[str], body: list[str]) -> str:
    """Title, header lines and paragraphs, each once."""
    top = [line for line in (title, *header) if line]
    while body and body[0].lstrip("#-* ") in top:
        body = body[1:]
    head = "\n".join(line for line in top if line not in body[:3])
    return "\n\n".join(part for part in (head, "\n".join(body)) if part)
