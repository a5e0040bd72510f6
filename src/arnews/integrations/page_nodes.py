"""What the readers of a page share: the text of an element, the words of its class, and which boxes are none of the article."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import Any

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Where other things than the article stand, by their element and by the words of their class.
ASIDE = ("nav", "footer", "aside", "script", "style", "noscript")
ASIDES = frozenset({
    "poll", "caption", "img", "image", "photo", "edition", "logo", "share", "sharing", "social", "breadcrumb", "breadcrumbs", "crumbs",
    "ad", "ads", "advert", "adspot", "advertisement", "badge", "comment", "comments", "links", "tags", "counter", "paywall", "newsletter",
    "subscribe", "related", "recommendations", "breaking", "ticker", "copyright", "rating",
})  # fmt: skip
_OTHERS = frozenset({
    "comment", "comments", "commentlist", "respond", "disqus", "related", "sidebar", "widget", "recommended", "recommendations", "popular",
})  # fmt: skip
# A header line is at most so long.
HEADER_CHARS = 110
_LONGEST_NAMES = 500


def text_of(element: Any) -> str:
    """The text of an element in one line."""
    return " ".join("".join(element.itertext()).split())


def short_text(element: Any) -> str:
    """The text of an element with spaces between its parts, or nothing when it is longer than a header line: a block that holds a
    page is not read to its end."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part.strip())
        if size > HEADER_CHARS:
            return ""
    return " ".join(" ".join(parts).split())


def class_words(element: Any) -> frozenset[str]:
    """The words of an element's class and id, in small letters: ``itemIntroText`` and ``item-intro`` both have ``intro``."""
    return _split(f"{element.get('class') or ''} {element.get('id') or ''}")


@lru_cache(maxsize=4096)
def _split(names: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(names[:_LONGEST_NAMES]))


def in_aside(element: Any) -> bool:
    """Whether an element or the box round it is a picture's, a poll's or the like: one with little text, not ``post with-image``."""
    return any(box is not None and class_words(box) & ASIDES and short_text(box) for box in (element, element.getparent()))


def inside(element: Any, tags: tuple[str, ...] = ASIDE) -> bool:
    """Whether an element stands in one of ``tags``; a footer inside an article is the article's own."""
    around = [a.tag for a in element.iterancestors()]
    own = "article" in around
    return any(tag in tags and not (tag == "footer" and own) for tag in takewhile(lambda t: t != "body", around))


def in_other_box(element: Any) -> bool:
    """Whether an element stands in a box of comments, of other articles or at the side."""
    return any(class_words(a) & _OTHERS for a in takewhile(lambda e: e.tag not in ("body", "article", "main"), element.iterancestors()))


def other_article(element: Any, heading: Any) -> bool:
    """Whether an element stands in an ``<article>`` that does not hold the heading: a card of another one, a reader's comment."""
    own = next((a for a in element.iterancestors("article")), None)
    return own is not None and not any(a is own for a in heading.iterancestors("article"))
