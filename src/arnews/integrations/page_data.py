"""The article in the data that an application carries for the browser: ``__NEXT_DATA__`` and other scripts of JSON."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Sequence
from typing import Any, NamedTuple

from arnews.integrations.metadata import paragraphs

# Names of fields, in small letters without marks between.
_TITLES = ("title", "headline", "name", "heading")
_BODIES = ("body", "content", "articlebody", "text", "html", "bodyhtml", "story", "fulltext", "contenthtml", "details", "rendered")
_BLOCKS = ("blocks", "paragraphs", "elements", "components", "children", "contents", *_BODIES)
_DATES = ("datepublished", "publishedat", "publishdate", "publicationdate", "publishedon", "published", "firstpublished", "pubdate", "date")
_AUTHORS = ("author", "authors", "writer", "byline")
# A script has at most so many characters and so many things in it that are looked at.
_LARGEST, _MOST = 4_000_000, 50_000


class Found(NamedTuple):
    """An article: its paragraphs, its date and authors as they stand there."""

    lines: tuple[str, ...]
    published: str | None
    authors: tuple[str, ...]


def find_in_data(scripts: Sequence[str], titles: Sequence[str]) -> Found | None:
    """The item whose title is the page's, with the longest body among several; None where no script has one."""
    wanted = {" ".join(t.split()) for t in titles if t}
    best: Found | None = None
    for script in scripts:
        if len(script) > _LARGEST:
            continue
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            found = _article(item, wanted)
            if found is not None and (best is None or _size(found) > _size(best)):
                best = found
    return best


def _size(found: Found) -> int:
    return sum(map(len, found.lines))


def _objects(data: Any) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    queue: deque[Any] = deque([data])
    seen = 0
    while queue and seen < _MOST:
        item = queue.popleft()
        seen += 1
        if isinstance(item, dict):
            out.append({_plain(k): v for k, v in item.items()})
            queue.extend(v for v in item.values() if isinstance(v, dict | list))
        elif isinstance(item, list):
            queue.extend(v for v in item if isinstance(v, dict | list))
    return out


def _plain(key: str) -> str:
    return "".join(c for c in key.lower() if c.isalnum())


def _article(item: dict[str, Any], wanted: set[str]) -> Found | None:
    title = next((_string(item[k]) for k in _TITLES if k in item), "")
    if not title or " ".join(paragraphs(title)) not in wanted:
        return None
    bodies = [_lines(item[k]) for k in _BLOCKS if k in item]
    lines = max(bodies, key=lambda found: sum(map(len, found)), default=[])
    published = next((v for k in _DATES if isinstance(v := item.get(k), str) and v), None)
    authors = [n for k in _AUTHORS if k in item for n in _names(item[k])]
    return Found(tuple(lines), published, tuple(dict.fromkeys(authors))) if lines else None


def _string(value: Any) -> str:
    """A title, also one that WordPress wraps: ``{"rendered": "..."}``."""
    inner = value.get("rendered") if isinstance(value, dict) else value
    return inner if isinstance(inner, str) else ""


def _lines(value: Any) -> list[str]:
    """The paragraphs in a body: a string with or without markup, or a list of blocks that hold strings."""
    out: list[str] = []
    stack = [value]
    while stack and len(out) < _MOST:
        item = stack.pop()
        if isinstance(item, str):
            out += paragraphs(item)
        elif isinstance(item, list):
            stack += reversed([v for v in item if isinstance(v, str | dict | list)])
        elif isinstance(item, dict):
            stack += reversed([v for k, v in item.items() if _plain(k) in _BLOCKS])
    return out


def _names(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    found = [i.get("name") if isinstance(i, dict) else i for i in items]
    return [n for n in found if isinstance(n, str)]
