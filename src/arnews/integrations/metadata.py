"""What a web page states about its article in JSON-LD, meta tags and microdata: title, date, authors, site. Nothing is guessed."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from arnews.text.normalize import normalize

_ARTICLES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting", "TechArticle", "AdvertiserContentArticle", "SocialMediaPosting",
})  # fmt: skip
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dc.date", "dcterms.created", "date", "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_DEEPEST = 40
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The statements of a page; ``published`` is ``published_raw`` read as ISO 8601 or an e-mail date, or None."""

    title: str | None = None
    published: date | datetime | None = None
    published_raw: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None


def read_metadata(tree: Any) -> Metadata:
    """Read the head of a parsed page, an lxml tree."""
    articles = [item for script in tree.iter("script") for item in _articles(script)]
    meta = _meta(tree)
    dates = [a.get("datePublished") for a in articles] + [meta.get(name) for name in _DATES] + list(_microdata(tree))
    raw = next((d.strip() for d in dates if isinstance(d, str) and d.strip()), None)
    # A date that cannot be read gives way to one that can; which of several is the article's is the page's own order.
    read = next(((d.strip(), p) for d in dates if isinstance(d, str) and (p := parse_date(d)) is not None), None)
    authors = [name for a in articles for name in _names(a.get("author"))] or [
        meta[name] for name in _AUTHORS if name in meta and not meta[name].startswith(("http:", "https:", "@"))
    ][:1]
    sites = [name for a in articles for name in _names(a.get("publisher"))] + [meta.get("og:site_name", "")]
    titles = [a.get("headline") for a in articles] + [meta.get(name) for name in _TITLES]
    return Metadata(
        title=next((_one_line(t) for t in titles if isinstance(t, str) and t.strip()), None),
        published=read[1] if read else None,
        published_raw=_one_line(read[0] if read else raw or "") or None,
        authors=tuple(dict.fromkeys(_one_line(a) for a in authors if a.strip())),
        site=next((_one_line(s) for s in sites if s), None),
    )


def parse_date(text: str) -> date | datetime | None:
    """A date or time of ISO 8601 or an e-mail date, in any digits; None for anything else. A zone is kept."""
    clean = normalize(text).text.strip()
    if len(clean) == len("2025-07-12"):
        try:
            return date.fromisoformat(clean)
        except ValueError:
            return None
    try:
        return datetime.fromisoformat(clean)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(clean)
    except (ValueError, TypeError, IndexError, OverflowError):
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
    for element in tree.iter("time", "span", "div", "p"):
        if (element.get("itemprop") or "").lower() == "datepublished":
            yield element.get("datetime") or element.get("content") or ""


def _articles(script: Any) -> Iterator[dict[str, Any]]:
    """The items of a JSON-LD script that are articles."""
    if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
        return
    try:
        data = json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return
    stack: deque[tuple[Any, int]] = deque([(data, 0)])
    while stack:
        item, depth = stack.popleft()
        if depth > _DEEPEST:
            continue
        if isinstance(item, list):
            stack += [(i, depth + 1) for i in item]
        elif isinstance(item, dict):
            kinds = item.get("@type")
            if _ARTICLES & {k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)}:
                yield item
            stack += [(item[key], depth + 1) for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement") if key in item]


def _names(value: Any) -> list[str]:
    """The names in an author or publisher: a string, an object with a name, or a list of these."""
    items = value if isinstance(value, list) else [value]
    found = [i.get("name") if isinstance(i, dict) else i for i in items]
    return [n for n in found if isinstance(n, str) and not n.startswith(("http:", "https:"))]
