"""The key that joins one thing across articles."""

from __future__ import annotations

import pytest

import arnews


def keys(text: str) -> dict[str, str | None]:
    return {m.text: e.key for e in arnews.extract_entities(text) for m in e.mentions}


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("وصل الوفد إلى روسيا.", "روسيا", "country:RU"),
        ("وصل الوفد إلى بوخارست.", "بوخارست", "geonames:683506"),
        ("قال سيرغي لافروف إن الموقف ثابت.", "سيرغي لافروف", "person:sergey-lavrov"),
        ("اجتمع مجلس الأمن الدولي أمس.", "مجلس الأمن الدولي", "org:un-security-council"),
        ("دعا السوريون إلى الهدوء.", "السوريون", "norp:syrian"),
        ("قال محمد بن علي العتيبي إن الطريق مفتوح.", "محمد بن علي العتيبي", "name:person:محمد-علي-العتيبي"),
    ],
)
def test_key(text: str, name: str, key: str) -> None:
    assert keys(text)[name] == key


def test_spellings_and_short_names_share_a_key() -> None:
    assert keys("زار سيرجي لافروف عمان.")["سيرجي لافروف"] == keys("وقال وزير الخارجية الروسي لافروف ذلك.")["لافروف"]


def test_a_body_carries_its_country() -> None:
    russian = keys("قالت وزارة الدفاع الروسية ذلك.")["وزارة الدفاع الروسية"]
    short = keys("قالت وزارة الدفاع إن روسيا صامدة، وإن موسكو آمنة، وإن الجيش الروسي باق.")["وزارة الدفاع"]
    other = keys("قالت وزارة الدفاع اليمنية ذلك.")["وزارة الدفاع اليمنية"]
    assert russian == short != other


def test_the_callers_own_names() -> None:
    pipeline = arnews.Pipeline(lexicon=[("نادي الفجر", "ORG", "نادي الفجر", "Fajr Club", "TN")])
    assert [e.key for e in pipeline.analyze("فاز نادي الفجر أمس.").entities] == ["user:نادي-الفجر"]
