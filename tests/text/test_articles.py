"""Whole articles and their parts, as listed in ``articles.txt``."""

from __future__ import annotations

import pytest

from arnews.text.article import layout
from arnews.text.document import read
from corpora import Case
from corpora.articles import CORPUS, Parts


@pytest.mark.parametrize("case", CORPUS.cases, ids=lambda case: case.text.split("\n")[0][:40])
def test_parts(case: Case[Parts]) -> None:
    assert CORPUS.read(case) == case.expected


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
