"""Whole articles and their parts, as listed in ``articles.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from arnews.text.article import Layout, Part, layout
from arnews.text.document import Document, read

_LINES = (Path(__file__).parent / "articles.txt").read_text(encoding="utf-8").split("\n")
CASES = [
    tuple(part.strip("\n") for part in case.split("\n--\n"))
    for case in "\n".join(line for line in _LINES if not line.startswith("#")).split("\n====\n")
]
_SINGLE = ("title", "subtitle", "byline", "agency", "dateline")
_MANY = {"author": "authors", "caption": "captions", "repeat": "repeats", "date": "date_lines", "footer": "footers", "body": "body"}


def texts(doc: Document, found: Layout) -> list[tuple[str, str]]:
    def text(part: Part) -> str:
        return doc.span(part.start, part.end).text

    out = [(name, text(part)) for name in _SINGLE if (part := getattr(found, name)) is not None]
    return out + [(name, text(part)) for name, field in _MANY.items() for part in getattr(found, field)]


@pytest.mark.parametrize(("raw", "parts"), CASES, ids=[raw.split("\n")[0][:40] for raw, _ in CASES])
def test_parts(raw: str, parts: str) -> None:
    expected = [tuple(line.split(": ", 1)) for line in parts.split("\n")]
    doc = read(raw)
    found = texts(doc, layout(doc))
    assert sorted(f for f in found if f[0] != "body") == sorted(e for e in expected if e[0] != "body")
    bodies, starts = [t for n, t in found if n == "body"], [t for n, t in expected if n == "body"]
    assert len(bodies) == len(starts)
    assert all(b.startswith(s) for b, s in zip(bodies, starts, strict=True))


@pytest.mark.parametrize(
    "raw", ["", " ", "\n\n", ".", "ـ", "\u200f", "😀", "\ud83d", "1", "(", "قال", "عنوان\n", "\u202b\n\u202c", "a\n" * 50]
)
def test_any_text_has_a_layout(raw: str) -> None:
    doc = read(raw)
    found = layout(doc)
    assert all(doc.raw[s.start : s.end] == s.text for p in found.body for s in [doc.span(p.start, p.end)])


def test_every_word_of_the_body_is_in_one_paragraph_and_none_is_lost() -> None:
    raw = "عنوان الخبر\nالقاهرة - رويترز\nقال المصدر إن الهدنة صامدة في المدينة كلها.\nوأضاف أن السكان عادوا."
    doc = read(raw)
    found = layout(doc)
    assert found.title is not None
    assert found.byline is not None
    spans = [(p.first, p.last) for p in (found.title, found.byline, *found.body)]
    assert [i for a, b in spans for i in range(a, b)] == list(range(len(doc.words)))
