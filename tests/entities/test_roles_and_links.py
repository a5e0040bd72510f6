"""Roles, countries, Latin names and links of entities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import arnews
from arnews.records import Entity

Analyse = Callable[[str], list[Entity]]


def one(found: list[Entity], kind: str) -> Entity:
    (entity,) = [e for e in found if e.type == kind]
    return entity


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("التقى وزير الخارجية الروسي سيرغي لافروف الصحفيين.", "سيرغي لافروف", "وزير الخارجية الروسي", "RU"),
        ("وقال الرئيس البوليفي رودريغو باز إن بلاده مستعدة.", "رودريغو باز", "الرئيس البوليفي", "BO"),
        ("واتصل بنظيره الغاني صامويل أوكودزيتو.", "صامويل أوكودزيتو", "نظيره الغاني", "GH"),
        ("وصرح رئيس البرلمان الكيني موسيس ويتانغولا.", "موسيس ويتانغولا", "رئيس البرلمان الكيني", "KE"),
        ("قال ديفيد موريسون قائد الشرطة إن التحقيق مستمر.", "ديفيد موريسون", "قائد الشرطة", None),
    ],
)
def test_role_and_nationality(text: str, name: str, role: str, country: str | None, entities: Analyse) -> None:
    person = one(entities(text), "PERSON")
    assert (person.name, [r.text for r in person.roles], person.country) == (name, [role], country)
    assert all(text[r.start : r.end] == r.text for r in person.roles)


def test_a_role_is_given_once(entities: Analyse) -> None:
    found = entities("وصل العقيد نادر الحلبي فجرا. وغادر العقيد نادر الحلبي مساء.")
    assert [r.text for r in one(found, "PERSON").roles] == ["العقيد"]


@pytest.mark.parametrize(
    ("text", "latin", "country"),
    [
        ("أكدت وزارة الخارجية الروسية ذلك.", "Ministry of Foreign Affairs of Russia", "RU"),
        ("أعلنت وزارة الداخلية البريطانية ذلك.", "Ministry of Interior of the United Kingdom", "GB"),
        ("نشرت وزارة التعليم العالي والبحث العلمي المصرية النتائج.", "Ministry of Higher Education and Scientific Research of Egypt", "EG"),
        ("انسحب الجيش الإثيوبي.", "Ethiopian Army", "ET"),
        ("رفضت الحكومة اليمنية العرض.", "Government of Yemen", "YE"),
    ],
)
def test_bodies_by_pattern(text: str, latin: str, country: str, entities: Analyse) -> None:
    body = one(entities(text), "ORG")
    assert (body.latin, body.latin_origin, body.country) == (latin, "known", country)


def test_a_ministry_without_its_country_takes_the_only_one_of_the_article(entities: Analyse) -> None:
    found = entities("عمان - أعلنت وزارة الصحة اليوم تسجيل حالتين في إربد والزرقاء.")
    assert one(found, "ORG").country == "JO"


def test_one_word_does_not_give_a_ministry_its_country(entities: Analyse) -> None:
    found = entities("دعت وزارة الصحة إلى الوقاية من الحمى المالطية.")
    assert one(found, "ORG").country is None


def test_a_ministry_stays_without_country_between_two(entities: Analyse) -> None:
    found = entities("وصل الوفد من فرنسا إلى ألمانيا ثم إلى بولندا، وقالت وزارة الصحة إن الفحوص سليمة.")
    assert one(found, "ORG").country is None


def test_city_has_country_latin_and_geonames(entities: Analyse) -> None:
    city = one(entities("وصلت السفينة إلى الإسكندرية."), "LOC")
    assert (city.latin, city.latin_origin, city.country) == ("Alexandria", "known", "EG")
    assert city.links.geonames is not None


def test_a_place_no_list_knows_takes_the_country_named_beside_it(entities: Analyse) -> None:
    found = {e.name: e for e in entities("وقع الهجوم في بلدة زرقين شمال العراق.") if e.type == "LOC"}
    assert found["زرقين"].country == "IQ"
    assert found["زرقين"].latin_origin == "romanized"


def test_swallowed_alef_comes_back_in_the_name_only(entities: Analyse) -> None:
    text = "سلمت الدول تقريرا للأمم المتحدة."
    body = one(entities(text), "ORG")
    assert body.name == "الأمم المتحدة"
    assert [m.text for m in body.mentions] == ["لأمم المتحدة"]


def test_nationality_inside_a_body_is_not_listed_again(entities: Analyse) -> None:
    found = entities("قصف الجيش السوداني مواقع المتمردين، وقال مسؤول سوداني إن العملية انتهت.")
    assert [m.text for e in found if e.type == "NORP" for m in e.mentions] == ["سوداني"]


def test_a_shared_family_name_does_not_make_a_stranger_famous() -> None:
    """هيروجيت سينج, a police officer, is not Manmohan Singh, also where he is سينج later on."""
    text = "قال قائد الشرطة هيروجيت سينج إن الأشخاص لقوا حتفهم. وقال سينج عبر الهاتف إن المنازل انهارت."
    (person,) = [e for e in arnews.Pipeline(recognizer=None).analyze(text).entities if e.type == "PERSON"]
    assert (person.name, person.latin_origin, person.country, person.links.wikidata) == ("هيروجيت سينج", "romanized", None, None)


@pytest.mark.parametrize(
    ("text", "name", "latin"),
    [
        ("شاركت القوات في عملية عاصفة الحزم.", "عاصفة الحزم", "Operation Decisive Storm"),
        ("فاز الكاتب بجائزة نوبل للسلام.", "جائزة نوبل للسلام", "Nobel Peace Prize"),
        ("يشارك المنتخب في كأس العالم.", "كأس العالم", "FIFA World Cup"),
        ("وقع الطرفان اتفاق أوسلو.", "اتفاق أوسلو", "Oslo Accords"),
    ],
)
def test_events_operations_prizes_and_agreements(text: str, name: str, latin: str, entities: Analyse) -> None:
    found = one(entities(text), "MISC")
    assert (found.name, found.latin) == (name, latin)


def test_words_that_also_name_an_operation_are_no_event(entities: Analyse) -> None:
    assert not [e for e in entities("سعى المعلم إلى إعادة الأمل إلى تلاميذه، ورفعوا غصن الزيتون.") if e.type == "MISC"]


def test_a_title_on_another_line_is_nobodys_role() -> None:
    found = arnews.extract_entities("لقاء مرتقب مع وزير خارجية روسيا\nحسين أنسي\nموسكو - قال الوزير إن اللقاء مهم.")
    assert [e.roles for e in found if e.type == "PERSON"] == [()]
