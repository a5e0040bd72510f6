"""Damage that other programs do to a text is told."""

from __future__ import annotations

import pytest

from arnews.text.document import read


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ﯾﺬﯿﻔﻨﺘﻟا ﺺﺨﻠﻤﻟا ٢٠٢٤", ["visual-order"]),
        ("استشهد الطفل عالء هللا جالل في غزة", ["lam-alef-swapped"]),
        ("قال وزير األمن إن اإلجراءات مستمرة", ["lam-alef-swapped"]),
        ("قال الأمين إن الإجراءات مستمرة إلى الآن", []),
        ("بلغ عدد القتلى\\n12 شخصا\\nوأصيب 30", ["literal-escape"]),
        ("قال عبد الله إن ﷲ أكبر", []),
        ("استشهد الطفل علاء الله في غزة", []),
    ],
)
def test_damage_is_told_once(text: str, codes: list[str]) -> None:
    found = read(text).warnings
    assert [w.code for w in found] == codes
    assert all(w.start is not None and w.end is not None and text[w.start : w.end] for w in found)


NEWS = "قتل خمسة جنود أمس في هجوم على نقطة عسكرية شمالي البلاد، بحسب ما أفادت مصادر أمنية."


@pytest.mark.parametrize("encoding", ["cp1252", "cp1256", "latin-1"])
@pytest.mark.parametrize("text", [NEWS, "فوز المنتخب", "لبنان: حريق في طرابلس"])
def test_letters_in_the_wrong_encoding_are_told(text: str, encoding: str) -> None:
    assert "mojibake" in [w.code for w in read(text.encode().decode(encoding, "replace")).warnings]


def test_windows_1256_read_as_latin_is_told() -> None:
    assert "mojibake" in [w.code for w in read(NEWS.encode("cp1256").decode("latin-1")).warnings]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("??? ????? ???? ??? ?? ????", ["lost-letters"]),
        ("قتل خم\ufffdة جنود", ["lost-letters"]),
        ("ماذا حدث؟؟؟ ولماذا؟؟ ومن المسؤول؟؟", []),
        ("أين هو??? قالت", []),
        ("التقى Çetin وزيرة الخارجية Élodie Müller في Ålesund", []),
        ("ضغط ظ، ط، ظ: حروف", []),
    ],
)
def test_letters_that_are_lost_are_told(text: str, codes: list[str]) -> None:
    assert [w.code for w in read(text).warnings] == codes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("رئیس جمهور ایران روز شنبه در دیدار با همتای روس خود گفت که روابط دو کشور باید گسترش یابد و این سفر نیز برای آن است", "Persian"),
        ("رئيس جمهور ايران گفت كه اين سفر براي گسترش روابط است و نيز خواهد شد", "Persian"),
        ("وزیر خارجہ نے کہا ہے کہ دونوں ملکوں کے درمیان مذاکرات اسلام آباد میں ہوں گے اور وفد آج روانہ ہو گیا", "Urdu"),
        (
            "سەرۆکی هەرێمی کوردستان لەگەڵ وەزیری دەرەوەی عێراق کۆبوونەوەی کرد و باسیان لە پەیوەندییەکان کرد، هەروەها بۆ بەغدا چوو لە کۆتایی ساڵی",
            "Kurdish",
        ),
        ("د افغانستان د بهرنیو چارو وزیر وویل چې دغه سفر به د اړیکو د پراختیا لپاره ګټور وي او په کابل کې به دوام کړي", "Pashto"),
    ],
)
def test_another_language_in_arabic_letters_is_told(text: str, language: str) -> None:
    assert [w.message.split()[4].rstrip(":") for w in read(text).warnings if w.code == "language"] == [language]


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        NEWS.replace("ي", "ی").replace("ك", "ک"),
        "التقى الرئیس الإیراني وزیر الخارجیة في طهران، وقال إن المحادثات کانت بناءة، وإن الوفد یعود غدا إلی بلاده بعد زیارة استمرت یومین",
        "قال الرئيس الإيراني «این است که می‌خواهیم» في خطابه أمس، ثم عاد إلى طهران حيث استقبله الوزراء والنواب وعدد من المسؤولين الكبار.",
        "زار وزير الخارجية كابل وكويتة وبيشاور، والتقى في گلگت وچترال قادة محليين تحدثوا عن مشكلات الحدود والمياه.",
        "",
    ],
)
def test_arabic_with_foreign_letters_is_arabic(text: str) -> None:
    assert "language" not in [w.code for w in read(text).warnings]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("استشهد الطفل عالء هللا جالل في غزة", "استشهد الطفل علاء الله جلال في غزة"),
        (
            "قال وزير األمن إن اإلجراءات ستستمر خالل األيام المقبلة في بالده",
            "قال وزير الأمن إن الإجراءات ستستمر خلال الأيام المقبلة في بلاده",
        ),
        ("وأعلنت األمم المتحدة أن سالم وخالد وطالب في المال والأعمال", "وأعلنت الأمم المتحدة أن سالم وخالد وطالب في المال والأعمال"),
        ("بلغ عدد القتلى\\n12 شخصا\\nوأصيب 30", "بلغ عدد القتلى  12 شخصا  وأصيب 30"),
        ("انتهى الهجوم.\\nوعاد الهدوء\\n\\nإلى المدينة", "انتهى الهجوم. \nوعاد الهدوء   \nإلى المدينة"),
        ("قال خالد سالم إن المال عاد", "قال خالد سالم إن المال عاد"),
    ],
)
def test_damage_that_can_be_undone_is_read_as_it_was_and_stays_where_it_is(raw: str, clean: str) -> None:
    doc = read(raw)
    assert doc.normalized.text == clean
    assert doc.span(0, len(clean)).text == raw
    assert doc.raw == raw
