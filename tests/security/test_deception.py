"""Text that looks other than it is: told, not hidden."""

from __future__ import annotations

import pytest

from arnews.pipeline import Pipeline
from arnews.text.document import read


def codes(text: str) -> list[tuple[str, str]]:
    return [(w.code, text[w.start : w.end]) for w in read(text).warnings if w.start is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل \u202e12\u202c شخصا في \u202dحلب\u202c", [("bidi-override", "\u202e")]),
        ("نقلت شبكة СNN عن شبكة СNN", [("mixed-script", "СNN")]),
        ("قال الرئيس Рutin إنه", [("mixed-script", "Рutin")]),
        ("قال لاvروف في موسكو", [("mixed-script", "v")]),
        ("قتل 5 \ud83d في", [("lone-surrogate", "\ud83d")]),
    ],
)
def test_what_deceives_is_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "نقلت شبكة الـCNN عن «CNNالعربية» أن Café وСИА وΣκάι قالت",
        "\u202bقال الرئيس\u202c \u2067أمس\u2069 في \u200fالقاهرة\u200f",
        "قال کييف ایران ترامپ لافروڤ",
        "على @cnn و#غزة وhttps://example.org/а",
    ],
)
def test_what_news_does_is_no_deception(text: str) -> None:
    assert codes(text) == []


def test_a_name_under_an_override_is_read_where_it_stands() -> None:
    text = "قال وزير الخارجية الروسي \u202eسيرغي لافروف\u202c إن 12 جنديا قتلوا"
    result = Pipeline(recognizer=None).analyze(text)
    assert "bidi-override" in [w.code for w in result.warnings]
    assert "Sergey Lavrov" in [e.latin for e in result.entities]
    assert all(text[m.start : m.end] == m.text for e in result.entities for m in e.mentions)
