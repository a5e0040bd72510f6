"""Whole articles and their parts, as pasted or scraped. A paragraph of the body is given by how it begins."""

from __future__ import annotations

from arnews.text.article import Part, layout
from arnews.text.document import read as read_document

from . import TESTS, Case, Corpus

Parts = list[tuple[str, str]]
FILE = TESTS / "text" / "articles.txt"
SINGLE = ("title", "subtitle", "byline", "agency", "dateline")
MANY = {"author": "authors", "caption": "captions", "repeat": "repeats", "date": "date_lines", "footer": "footers"}


def case(block: str) -> Case[Parts]:
    raw, parts = (part.strip("\n") for part in block.split("\n--\n"))
    named = [(name, text) for name, text in (line.split(": ", 1) for line in parts.split("\n"))]
    # The parts in any order, but the paragraphs of the body in theirs.
    return Case(raw, sorted(p for p in named if p[0] != "body") + [p for p in named if p[0] == "body"])


def read(case: Case[Parts]) -> Parts:
    """The parts found; of a paragraph, as much as is expected of it."""
    doc = read_document(case.text)
    found = layout(doc)

    def text(part: Part) -> str:
        return doc.span(part.start, part.end).text

    parts = [(name, text(part)) for name in SINGLE if (part := getattr(found, name)) is not None]
    parts += [(name, text(part)) for name, field in MANY.items() for part in getattr(found, field)]
    begins = [text for name, text in case.expected if name == "body"]
    begins += [""] * (len(found.body) - len(begins))
    body = [("body", text(part)[: len(begin) or None]) for part, begin in zip(found.body, begins, strict=False)]
    return sorted(parts) + body


BLOCKS = "\n".join(line for line in FILE.read_text(encoding="utf-8").split("\n") if not line.startswith("#")).split("\n====\n")
CORPUS = Corpus("articles", FILE, [case(block) for block in BLOCKS], read)
