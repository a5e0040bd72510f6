"""The seed article, from end to end: the facts that an analyst takes from it."""

from __future__ import annotations

import hashlib

import pytest

import arnews
from corpora import Case
from corpora.seed import ARTICLE, CORPUS, analysis


@pytest.fixture(scope="module")
def result() -> arnews.Analysis:
    return analysis()


def test_the_seed_is_the_article_as_given() -> None:
    assert hashlib.sha256(ARTICLE.read_bytes()).hexdigest() == "1d3e34e7e797bea8021643279e9539fc937dad095c0b06936d41924f44cb95b1"


@pytest.mark.parametrize("case", CORPUS.cases, ids=lambda case: case.text)
def test_what_is_asked_of_the_seed(case: Case[list[str]]) -> None:
    assert CORPUS.read(case) == case.expected


def test_parts(result: arnews.Analysis) -> None:
    assert [c.text for c in result.article.captions] == ["وزير خارجية روسيا"]
    assert len(result.article.body) == 9
    assert result.article.body[0].text.startswith("بدأ وزير الخارجية الروسي")


def test_every_person_place_and_organisation_has_a_latin_name(result: arnews.Analysis) -> None:
    assert [e.name for e in result.entities if e.type in {"PERSON", "LOC", "ORG"} and not e.latin] == []


def test_roles(result: arnews.Analysis) -> None:
    roles = {e.latin: [r.text for r in e.roles] for e in result.entities if e.type == "PERSON"}
    assert "وزير الخارجية الروسي" in roles["Sergey Lavrov"]
    assert roles["Vladimir Putin"] == ["نظيره الروسي"]
    assert roles["Kim Jong Un"] == ["الزعيم الكوري الشمالي"]


def test_claims_refer_to_their_dates_and_names(result: arnews.Analysis) -> None:
    assert len(result.claims) == 4
    sent = result.claims[2]
    assert sent.when is not None
    assert sent.when.ref == next(d.id for d in result.dates if d.text == "نوفمبر الماضي")
    assert sent.who is not None
    assert sent.who.ref == next(e.id for e in result.entities if e.name == "كوريا الشمالية")
