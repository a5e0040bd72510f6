"""The lexicon: the user's own rows, weak forms, errors that say what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from arnews.entities.engine import find
from arnews.entities.lexicon import EntityLexicon
from arnews.text.article import layout
from arnews.text.document import read
from arnews.text.fold import fold

RECORDS = [
    ("loc:KH", "LOC", "city", "الخبر", "Khobar", "SA", "109323", ""),
    ("loc:DM", "LOC", "city", "الدمام", "Dammam", "SA", "110336", ""),
]
FORMS = [("الخبر", "loc:KH", "weak"), ("الدمام", "loc:DM", "strong")]
HEADS = [("مدينة", "LOC", "0", "open", "")]
TABLES = {"entity_records": RECORDS, "entity_forms": FORMS, "entity_heads": HEADS}


def spans(text: str, lexicon: EntityLexicon) -> list[tuple[str, str]]:
    doc = read(text)
    return [
        (f.type, doc.normalized.text[doc.words[m.first].start + m.cut : m.end])
        for f in find(doc, layout(doc), lexicon, None)
        for m in f.mentions
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("انتشر الخبر بين الناس", []),
        ("يسكن في مدينة الخبر", [("LOC", "الخبر")]),
        ("بين الدمام والخبر طريق سريع", [("LOC", "الدمام"), ("LOC", "الخبر")]),
        ("وصل إلى مدينة الخبر وانتشر في الخبر الخبر", [("LOC", "الخبر")] * 3),
    ],
)
def test_a_weak_form_needs_support(text: str, found: list[tuple[str, str]]) -> None:
    assert spans(text, EntityLexicon.build(TABLES)) == found


def test_the_users_rows_win(lexicon: EntityLexicon) -> None:
    own = EntityLexicon.build(TABLES, [("الخبر اليقين", "ORG", "صحيفة الخبر اليقين", "Al-Khabar Al-Yaqin", "SA")])
    doc = read("نشرت الخبر اليقين التقرير، ووصلت نسخة من والخبر اليقين إلى الدمام")
    found = find(doc, layout(doc), own, None)
    assert [(f.type, f.latin, f.country, len(f.mentions)) for f in found] == [
        ("ORG", "Al-Khabar Al-Yaqin", "SA", 2),
        ("LOC", "Dammam", "SA", 1),
    ]


def test_extra_rows_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("form\ttype\tname\tlatin\tcountry\n# a note\nلواء الصقور\tORG\n", encoding="utf-8")
    assert spans("تقدم لواء الصقور ليلا", EntityLexicon.build({}, path)) == [("ORG", "لواء الصقور")]


@pytest.mark.parametrize(
    ("row", "says"),
    [(("لواء الصقور", "GROUP"), "GROUP"), (("لواء",), "row 1"), (("", "ORG"), "empty"), ("لواء", "row 1")],
)
def test_a_bad_row_is_refused(row: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        EntityLexicon.build({}, [row])  # type: ignore[list-item]


def test_a_form_of_an_unknown_entity_is_refused() -> None:
    with pytest.raises(ValueError, match="loc:XX"):
        EntityLexicon.build({"entity_forms": [("مكان", "loc:XX", "strong")]})


def test_common_words_under_proclitics_and_pronouns(lexicon: EntityLexicon) -> None:
    assert all(lexicon.is_common(w) for w in ("كتاب", "والكتاب", "كتابها", "بكتابه", "للكتاب"))
    assert not any(lexicon.is_common(w) for w in ("لافروف", "زيلينسكي", "خدايي"))


EVERYDAY = "بيت الصدر أم بر نزوح سيول لفيف كان أفاد اليوم سلامة شباط مجرد على الهاون مولوتوف المدينة العريض حواره"


@pytest.mark.parametrize("word", EVERYDAY.split())
def test_an_everyday_word_is_no_name_by_itself(lexicon: EntityLexicon, word: str) -> None:
    form = lexicon.root.get(fold(word), {}).get("", {}).get("form")
    assert form is None or not form.strong
