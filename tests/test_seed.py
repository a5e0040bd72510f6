"""The seed article, from end to end: the facts that an analyst takes from it."""

from __future__ import annotations

from pathlib import Path

import pytest

import arnews

SEED = Path(__file__).parents[1] / "seeds" / "article.txt"


@pytest.fixture(scope="module")
def result() -> arnews.Analysis:
    return arnews.analyze(SEED.read_text(encoding="utf-8"))


def test_the_seed_is_the_article_as_given() -> None:
    import hashlib

    raw = SEED.read_bytes()
    assert hashlib.sha256(raw).hexdigest() == "1d3e34e7e797bea8021643279e9539fc937dad095c0b06936d41924f44cb95b1"


def test_parts(result: arnews.Analysis) -> None:
    a = result.article
    assert a.title is not None
    assert a.title.text.startswith("روسيا وكوريا الشمالية")
    assert a.title.text.endswith("بحذر")
    assert a.published is not None
    assert (a.published.value, a.published.origin) == ("2025-07-12T01:52", "printed")
    assert [c.text for c in a.captions] == ["وزير خارجية روسيا"]
    assert a.byline is not None
    assert a.byline.text == "حسين أنسي"
    assert len(a.body) == 9
    assert a.body[0].text.startswith("بدأ وزير الخارجية الروسي")


@pytest.mark.parametrize(
    ("name", "type_", "latin", "country", "forms"),
    [
        ("سيرجي لافروف", "PERSON", "Sergey Lavrov", "RU", {"سيرجي لافروف", "لافروف"}),
        ("كيم جونج أون", "PERSON", "Kim Jong Un", "KP", {"كيم جونج أون"}),
        ("تشوي سون هوي", "PERSON", "Choe Son Hui", "KP", {"تشوي سون هوي"}),
        ("دونالد ترامب", "PERSON", "Donald Trump", "US", {"دونالد ترامب"}),
        ("بيونغ يانغ", "LOC", "Pyongyang", "KP", {"بيونغ يانغ", "بيونج يانج"}),
        ("كورسك", "LOC", "Kursk", "RU", {"كورسك"}),
        ("أوكرانيا", "LOC", "Ukraine", "UA", {"أوكرانيا"}),
        ("وزارة الخارجية الروسية", "ORG", "Ministry of Foreign Affairs of Russia", "RU", {"وزارة الخارجية الروسية"}),
        ("منظمة شنغهاي للتعاون", "ORG", "Shanghai Cooperation Organisation", None, {"منظمة شنغهاي للتعاون"}),
    ],
)
def test_who_and_where(result: arnews.Analysis, name: str, type_: str, latin: str, country: str | None, forms: set[str]) -> None:
    (entity,) = [e for e in result.entities if e.name == name]
    assert (entity.type, entity.latin, entity.country) == (type_, latin, country)
    assert {m.text for m in entity.mentions} == forms


def test_every_person_place_and_organisation_has_a_latin_name(result: arnews.Analysis) -> None:
    assert [e.name for e in result.entities if e.type in {"PERSON", "LOC", "ORG"} and not e.latin] == []


def test_roles(result: arnews.Analysis) -> None:
    roles = {e.latin: [r.text for r in e.roles] for e in result.entities if e.type == "PERSON"}
    assert "وزير الخارجية الروسي" in roles["Sergey Lavrov"]
    assert roles["Vladimir Putin"] == ["نظيره الروسي"]
    assert roles["Kim Jong Un"] == ["الزعيم الكوري الشمالي"]


def test_when(result: arnews.Analysis) -> None:
    values = {d.text: d.value for d in result.dates}
    assert values["أمس الجمعة"] == "2025-07-11"
    assert values["13 يوليو الجاري"] == "2025-07-13"
    assert values["نوفمبر الماضي"] == values["نوفمبر 2024"] == "2024-11"
    assert values["بين 14 و15 يوليو"] == "2025-07-14/2025-07-15"
    assert values["الأشهر المقبلة"] == "PXM"


def test_how_many(result: arnews.Analysis) -> None:
    more, triple, sent, lost = result.claims
    assert (more.text, more.quantity.low, more.quantity.high, more.kind) == ("ما بين 25 إلى 30 ألف جندي إضافي", 25000, 30000, "troops")
    assert (more.additional, more.modality, more.unit) == (True, "hedged", "جندي")
    assert (triple.quantity.best, triple.kind, triple.quantity.approximate) == (3, "multiplier", True)
    assert (sent.quantity.best, sent.quantity.approximate, sent.modality) == (11000, True, "asserted")
    assert sent.when is not None
    assert sent.when.ref == next(d.id for d in result.dates if d.text == "نوفمبر الماضي")
    assert sent.who is not None
    assert sent.who.ref == next(e.id for e in result.entities if e.name == "كوريا الشمالية")
    assert (lost.quantity.best, lost.kind, lost.modality) == (4000, "casualties", "hedged")
    assert lost.source is not None
    assert lost.source.text == "المسؤولين"
