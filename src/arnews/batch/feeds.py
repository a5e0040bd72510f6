"""RSS and Atom files: an article for each item, with its title, its text as the feed holds it, its date, its author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from xml.etree import ElementTree

from arnews.integrations.metadata import clean_authors, paragraphs
from arnews.text.encoding import Decoded, decode_bytes

_DECLARED = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# What XML does not allow and feeds hold: controls, an & of its own, entities of HTML.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,31});)?")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,20000}\]\s*)?>", re.IGNORECASE)
_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf")
# The text of an item, the longest of these; its day, the first of these that it has.
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubdate", "published", "date", "issued", "created")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed: ``changed`` is when it was last changed, for one that states no other date."""

    key: str
    text: str
    published: str = ""
    changed: str = ""


def is_feed(head: bytes) -> bool:
    """Whether a file that begins so is a feed: ``.xml`` is the ending of much else."""
    return any(root in head.lower() for root in _ROOTS)


def read_feed(data: bytes, encoding: str = "auto") -> tuple[Decoded, Iterator[Item]]:
    """How a feed was decoded, and its items. Raises ``ValueError`` for what is no feed."""
    declared = _DECLARED.search(data[:500])
    found = decode_bytes(data, declared.group(1).decode("ascii") if declared else None) if encoding == "auto" else None
    found = found or Decoded(data.decode(encoding), encoding)
    # Entities that a document declares itself are left out with their declaration, so that none can grow.
    source = _DOCTYPE.sub("", _CONTROL.sub(" ", _DECLARATION.sub("", found.text.lstrip("\ufeff"))), count=1)
    try:
        root = ElementTree.fromstring(_ENTITY.sub(_character, source))
    except ElementTree.ParseError as error:
        raise ValueError(f"not XML: {error}") from None
    items = [e for e in root.iter() if _name(e) in ("item", "entry")]
    if not items and _name(root) not in ("rss", "feed", "rdf"):
        raise ValueError(f"no RSS or Atom feed, but <{_name(root)}>")
    return found, map(_item, items)


def _character(found: re.Match[str]) -> str:
    """An entity of HTML as its character, any other & as one."""
    if found.group(1) is None:
        return "&amp;"
    text = unescape(found.group())
    return text if text != found.group() else f"&amp;{found.group(1)};"


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2].lower()


def _item(element: ElementTree.Element) -> Item:
    fields: dict[str, str] = {}
    for child in element:
        text = _href(child) if _name(child) == "link" else "".join(child.itertext()).strip()
        if text:
            fields.setdefault(_name(child), text)
    title = " ".join(paragraphs(fields.get("title", "")))
    authors = clean_authors(_any(fields, ("creator", "author")), None)
    head = "\n".join(line for line in (title, *authors[:4]) if line and "@" not in line)
    body = "\n".join(line for line in _longest_text(element) if line != title)
    return Item(
        key=_any(fields, ("guid", "id", "link")),
        text="\n\n".join(part for part in (head, body) if part),
        published=_any(fields, _DATES),
        changed=_any(fields, ("updated", "modified")),
    )


def _any(fields: dict[str, str], names: tuple[str, ...]) -> str:
    """The first of some fields that an item has."""
    return next((fields[name] for name in names if name in fields), "")


def _href(link: ElementTree.Element) -> str:
    """The address of a link as RSS has it inside, or Atom in an attribute; not that of a file or of comments."""
    return (link.text or "").strip() or (link.get("href") or "" if link.get("rel") in (None, "alternate") else "")


def _longest_text(element: ElementTree.Element) -> list[str]:
    """The paragraphs of the longest text of an item; ``media:description`` is that of a picture."""
    texts = [c for c in element if _name(c) in _TEXTS and "search.yahoo" not in c.tag]
    return max((paragraphs(_markup(c)) for c in texts), key=lambda lines: sum(map(len, lines)), default=[])


def _markup(element: ElementTree.Element) -> str:
    """The content of an element with its tags, where these are elements of the feed (Atom's xhtml) and no text."""
    if len(element) == 0:
        return element.text or ""
    breaks = {"p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"}
    parts: list[str] = []
    for part in element.iter():
        parts += ["</p>" if _name(part) in breaks else "", part.text or "", part.tail or "" if part is not element else ""]
    return "".join(parts)
