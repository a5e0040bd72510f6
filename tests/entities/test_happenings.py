"""Laws, agreements, wars, events, days and ships; and what looks like one and has no name."""

from __future__ import annotations

import pytest

import arnews


def named(text: str) -> list[str]:
    return [m.text for e in arnews.extract_entities(text) if e.type == "MISC" for m in e.mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أقر النواب قانون الخدمة المدنية أمس.", "قانون الخدمة المدنية"),
        ("صدر المرسوم التشريعي رقم 12 لسنة 2019 أمس.", "المرسوم التشريعي رقم 12 لسنة 2019"),
        ('وقع الطرفان اتفاقية "دايتون" في الخريف.', "دايتون"),
        ('انسحبت البلاد من معاهدة "السماء المفتوحة".', "السماء المفتوحة"),
        ('غرقت السفينة "روبيمار" قرب المخا.', "روبيمار"),
        ("تعود القذيفة إلى الحرب العالمية الأولى.", "الحرب العالمية الأولى"),
        ("افتتح الوزير مهرجان قرطاج أمس.", "مهرجان قرطاج"),
        ("يحتفل العالم باليوم العالمي للمرأة.", "اليوم العالمي للمرأة"),
    ],
)
def test_a_head_and_its_name(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "ناقش المجلس قانونا جديدا.",
        "قرأ النائب القانون كله.",
        "وقعت معركة عنيفة في الحي.",
        "اندلعت الحرب الروسية على أوكرانيا قبل أشهر.",
        "وصلت سفينة محملة بالقمح.",
        "اختتم المؤتمر أعماله.",
    ],
)
def test_no_name(text: str) -> None:
    assert named(text) == []
