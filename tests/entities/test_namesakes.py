"""Places that share a name, and the country that stands beside them."""

from __future__ import annotations

import pytest

import arnews


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("انفجرت قنبلة في قرطبة بالأرجنتين.", "قرطبة", "AR"),
        ("أقيم المعرض في برمنغهام بولاية ألاباما الأميركية.", "برمنغهام", "US"),
        ("وصل القطار إلى طرابلس شمالي لبنان.", "طرابلس", "LB"),
        ("وقعت هزة قرب غرناطة في نيكاراغوا.", "غرناطة", "NI"),
        ("فاضت الأنهار في حيدر آباد الباكستانية.", "حيدر آباد", "PK"),
        ("وقعت هزة في طرابلس.", "طرابلس", None),
        ("وصل السفير إلى باريس، ثم غادر إلى قطر.", "باريس", "FR"),
        ("اجتمع وفد من موسكو مع مسؤولين في القاهرة.", "موسكو", "RU"),
    ],
)
def test_country(text: str, name: str, country: str | None) -> None:
    found = {m.text: e.country for e in arnews.extract_entities(text) for m in e.mentions}
    assert found[name] == country


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("انسحب اللواء الخامس عشر من المدينة.", "15th Brigade"),
        ("انضم اللواء 22 مشاة إلى القوات.", "22nd Infantry Brigade"),
        ("قالت القناة 8 المغربية ذلك.", "Moroccan Channel 8"),
    ],
)
def test_numbered_bodies(text: str, latin: str) -> None:
    assert [e.latin for e in arnews.extract_entities(text) if e.type == "ORG"] == [latin]
