"""What a web page states about its article in JSON-LD, meta tags and microdata: title, date, authors, site. Nothing is guessed."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from typing import Any

from arnews.dates.moment import read_moment
from arnews.text.article import split_names
from arnews.text.byline import parse_line
from arnews.text.byline_lexicon import BylineLexicon, byline_lexicon
from arnews.text.normalize import normalize
from arnews.text.words import split_words

_ARTICLES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting", "TechArticle", "AdvertiserContentArticle", "SocialMediaPosting",
})  # fmt: skip
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dc.date", "dcterms.created", "date", "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published", "dc:date", "dc:created", "dcterms.date", "dc.date.created", "published_time",
    "article:published", "article_date_original", "publication_date", "publicationdate", "published", "created", "citation_date",
    "video:release_date", "ya:ovs:upload_date", "article:publication_date", "article:publish_date", "bt:pubdate", "og:pubdate",
    "published-date", "published_date", "publish_time", "pub_date", "originalpublicationdate", "displaydate", "rnews:datepublished",
    "datecreated", "uploaddate",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "dc:creator",
    "parsely-author",
    "sailthru.author",
    "article:author_name",
    "citation_author",
    "cxenseparse:author",
)
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")
# Properties of RDFa on any element, and names of attributes that hold a machine's date.
_PROPERTIES = frozenset({"dc:date", "dc:created", "dc:issued", "schema:datepublished", "schema:datecreated", "datepublished"})
_STAMPS = ("data-time", "data-date", "data-datetime", "data-timestamp", "data-unixtime", "data-published", "data-ts")
_OUTLETS = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "WebSite"})
_DEEPEST, _LONGEST_NAME = 40, 100
_NEAR = "following::*[position() <= 40]"
# A comma before the bracket that closes, which JSON does not allow and templates leave.
_COMMA = re.compile(r",(\s*[}\]])")
_TAG = re.compile(r"<[^<>]{1,200}>")
_BREAK = re.compile(r"</p>|<br\s*/?>", re.IGNORECASE)
_BETWEEN = re.compile(r"\s[-–—|/]\s|[|()\[\]،,]")
_SITE_BARS = (" - ", " | ", " – ", " — ", " :: ", " » ", " « ", " : ", ": ", " ‹ ", " › ", " · ", " • ", " / ")
_NO_AUTHORS = frozenset({"admin", "administrator", "editor", "webmaster", "root", "user", "unknown", "null", "none"})
_PUBLISHED = re.compile(r"\b(?:published|entry-date|posted|op-published)\b")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The statements of a page; ``published`` is ``published_raw`` read as a date, or None; ``body`` the article as JSON-LD holds it,
    ``updates`` those of a live blog."""

    title: str | None = None
    published: date | datetime | None = None
    published_raw: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    body: str | None = None
    updates: tuple[str, ...] = ()
    description: str | None = None


def read_metadata(tree: Any) -> Metadata:
    """Read the head of a parsed page, an lxml tree."""
    articles = [item for script in tree.iter("script") for item in _articles(script)]
    meta = _meta(tree)
    published, raw = _stated_date(tree, articles, meta)
    site = _first([n for a in articles for n in _names(a.get("publisher"))] + [meta.get("og:site_name")])
    title = _first([a.get("headline") for a in articles] + [meta.get(name) for name in _TITLES])
    return Metadata(
        title=_bare(title, site) if title else None,
        published=published,
        published_raw=raw,
        authors=_stated_authors(tree, articles, meta, site),
        site=site,
        body=max(_texts(articles), key=len, default=None),
        updates=tuple(u for a in articles for u in _updates(a.get("liveBlogUpdate"))),
        description=next((meta[name] for name in _DESCRIPTIONS if name in meta), None),
    )


def _first(stated: Sequence[Any]) -> str | None:
    """The first statement that is a text, in one line and with its entities as characters."""
    return next((_one_line(unescape(s)) for s in stated if isinstance(s, str) and s.strip()), None)


def _stated_date(tree: Any, articles: list[dict[str, Any]], meta: dict[str, str]) -> tuple[date | datetime | None, str | None]:
    """The date and how it is written. One that cannot be read gives way to one that can; else the page's own order counts."""
    stated = [
        *(_string(a.get("datePublished")) for a in articles),
        *(meta.get(name) for name in _DATES),
        *_microdata(tree),
        *_times(tree),
        *(_string(a.get("dateCreated")) for a in articles),
    ]
    dates = [d.strip() for d in stated if isinstance(d, str) and d.strip()]
    for text in dates:
        if (found := parse_date(text)) is not None:
            return found, _one_line(text) or None
    return None, (_one_line(dates[0]) or None) if dates else None


def _stated_authors(tree: Any, articles: list[dict[str, Any]], meta: dict[str, str], site: str | None) -> tuple[str, ...]:
    """The authors of JSON-LD, of marked elements or of a meta tag, without what is no name."""
    tags = [meta[name] for name in _AUTHORS if name in meta and not meta[name].startswith(("http:", "https:", "@"))]
    stated = [name for a in articles for name in _people(a.get("author"))] or list(_marked_people(tree)) or tags[:1]
    return tuple(dict.fromkeys(name for s in stated for name in clean_authors(_one_line(unescape(s)), site)))


def _bare(title: str, site: str | None) -> str:
    """The title without the site's name, also where it stands twice: المرفأ | عنوان | المرفأ."""
    once = without_site(title, site)
    return without_site(once, site) if once != title else title


def _updates(value: Any) -> list[str]:
    """The texts of a live blog's entries."""
    return _texts([i for i in (value if isinstance(value, list) else [value]) if isinstance(i, dict)])


def _texts(items: list[dict[str, Any]]) -> list[str]:
    return [t for i in items if isinstance(t := i.get("articleBody") or i.get("text"), str) and t.strip()]


def _people(value: Any) -> list[str]:
    """The names of authors that are not said to be an outlet."""
    items = value if isinstance(value, list) else [value]
    return [n for i in items if not (isinstance(i, dict) and _kinds(i) & _OUTLETS) for n in _names(i)]


def _kinds(item: dict[str, Any]) -> set[str]:
    kinds = item.get("@type")
    return {k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)}


def _marked_people(tree: Any) -> Iterator[str]:
    """Names that microdata and RDFa mark as the author's: of the first element that has one."""
    for element in tree.xpath("//*[@itemprop='author' or @rel='schema:author' or @property='schema:author' or @property='dc:creator']"):
        inner = element.xpath(".//*[@itemprop='name' or @property='schema:name']") or [element]
        names = [n for e in inner if (n := (e.get("content") or " ".join("".join(e.itertext()).split()))) and len(n) < _LONGEST_NAME]
        if names:
            yield from names
            return


def paragraphs(markup: str) -> list[str]:
    """The paragraphs of an article that stands in a string, with its tags and entities or without."""
    text = _TAG.sub(" ", _BREAK.sub("\n", unescape(markup)))
    return [line for line in map(_one_line, unescape(text).split("\n")) if line]


def without_site(title: str, site: str | None) -> str:
    """A title without the name of the site before or behind it."""
    for bar in _SITE_BARS if site else ():
        head, found, tail = title.rpartition(bar)
        if found and tail.strip() == site and head.strip():
            return head.strip()
        head, found, tail = title.partition(bar)
        if found and head.strip() == site and tail.strip():
            return tail.strip()
    return title


def clean_authors(author: str, site: str | None) -> list[str]:
    """The names in a statement of the author: no city, no agency or outlet, no name of the site, no brackets."""
    lexicon = byline_lexicon()
    if people := _byline_people(author, lexicon):
        return people
    parts = [part.strip() for part in _BETWEEN.split(author) if part.strip()]
    names = [part for part in parts if part != site and part.lower() not in _NO_AUTHORS and not _place_or_source(part, lexicon)]
    # One word beside a city is the outlet: (أبوظبي - المرفأ).
    return [name for name in names if len(names) == len(parts) or " " in name]


def _byline_people(author: str, lexicon: BylineLexicon) -> list[str]:
    """The people of a statement that is a byline: ``القاهرة: منال درويش وسامح فوزي``."""
    clean = normalize(author).text
    words = split_words(clean)
    line = parse_line(words, 0, len(words), lexicon)
    if line.kind != "byline" or "outlet" in line.roles():
        return []
    found = [p for s in line.segments if s.role == "person" for p in split_names(words, s, lexicon)]
    return [clean[p.start : p.end] for p in found]


def _place_or_source(text: str, lexicon: BylineLexicon) -> bool:
    words = split_words(normalize(text).text)
    source = lexicon.source(words, 0, len(words)) if words else None
    return not words or lexicon.place(words, 0, len(words)) == len(words) or (source is not None and source.last == len(words))


def parse_date(text: str) -> date | datetime | None:
    """A date or time in any form that ``read_moment`` knows, in any digits; None for anything else. A zone is kept."""
    try:
        return read_moment(text)
    except ValueError:
        return None


def _one_line(text: str) -> str:
    """Without line breaks, and without half characters: JSON can spell one (``\\ud800``), and no file can hold it."""
    return _SURROGATE.sub("\ufffd", " ".join(text.split()))


def _meta(tree: Any) -> dict[str, str]:
    """Meta tags by lower-case name or property; the first of a name counts."""
    out: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = (element.get("content") or "").strip()
        if name and content:
            out.setdefault(name, content)
    return out


def _microdata(tree: Any) -> Iterator[str]:
    for element in tree.xpath("//*[@itemprop or @property]"):
        marks = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower().split()
        if element.tag != "meta" and _PROPERTIES & set(marks):
            yield element.get("datetime") or element.get("content") or ""


def _string(value: Any) -> Any:
    """A number of seconds as the string that a date would be."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _times(tree: Any) -> Iterator[str]:
    """The machine's dates of elements under the headline (``<time datetime>``, ``<abbr title>``, ``data-time``), then of those below."""
    heading = next(iter(tree.iter("h1")), None)
    for element in heading.xpath(_NEAR) if heading is not None else ():
        if not any(a.tag in ("nav", "footer", "aside") for a in element.iterancestors()):
            yield from _stamps(element)
    yield from _other_times(tree, heading)


def _other_times(tree: Any, heading: Any) -> Iterator[str]:
    """The times below the text of the article, or the only one of a page without a headline."""
    times = [t for t in tree.iter("time") if t.get("datetime") and not any(a.tag in ("nav", "aside") for a in t.iterancestors())]
    own = set(heading.iterancestors("article")) if heading is not None else set()
    yield from (t.get("datetime") for t in times if _PUBLISHED.search(t.get("class") or "") and own & set(t.iterancestors("article")))
    if heading is None and len({t.get("datetime") for t in times}) == 1:
        yield times[0].get("datetime")


def _stamps(element: Any) -> Iterator[str]:
    if element.tag == "time":
        yield element.get("datetime") or element.get("title") or ""
    if element.tag == "abbr":
        yield element.get("title") or ""
    yield from (element.get(name) or "" for name in _STAMPS)


def _articles(script: Any) -> Iterator[dict[str, Any]]:
    """The items of a JSON-LD script that are articles."""
    if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
        return
    data = _json(script.text or "")
    stack: deque[tuple[Any, int]] = deque([(data, 0)])
    while stack:
        item, depth = stack.popleft()
        if depth > _DEEPEST:
            continue
        if isinstance(item, list):
            stack += [(i, depth + 1) for i in item]
        elif isinstance(item, dict):
            if _ARTICLES & _kinds(item):
                yield item
            stack += [(item[key], depth + 1) for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement") if key in item]


def _json(source: str) -> Any:
    for text in (source, _COMMA.sub(r"\1", source)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _names(value: Any) -> list[str]:
    """The names in an author or publisher: a string, an object with a name, or a list of these."""
    items = value if isinstance(value, list) else [value]
    found = [i.get("name") if isinstance(i, dict) else i for i in items]
    return [n for n in found if isinstance(n, str) and not n.startswith(("http:", "https:"))]
