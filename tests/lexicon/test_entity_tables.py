"""The built entity tables: sound in themselves, and right about Arabic that news prints."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

import pytest

from arnews.lexicon import rows
from arnews.text.fold import fold

ISO = re.compile(r"[A-Z]{2}")
OUTSIDE_ISO = {"SU", "XK"}  # the Soviet Union; Kosovo's usual code


@lru_cache(maxsize=1)
def records() -> dict[str, tuple[str, ...]]:
    return {row[0]: row for row in rows("entity_records")}


@lru_cache(maxsize=1)
def forms() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form, entity, strength in rows("entity_forms"):
        found[fold(form)].append((entity, strength))
    return found


@lru_cache(maxsize=1)
def demonyms() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows("entity_demonyms"):
        found[row[0]].append(row[1:])
    return found


def strong(form: str) -> str | None:
    owners = [entity for entity, strength in forms()[fold(form)] if strength == "strong"]
    return owners[0] if owners else None


def countries() -> Iterator[str]:
    for row in records().values():
        yield row[5]
    for row in rows("entity_demonyms"):
        yield row[1]


def test_every_form_has_its_entity_and_every_entity_a_form() -> None:
    known = {entity for _, entity, _ in rows("entity_forms")}
    assert known == set(records())


def test_ids_are_unique_and_say_their_type() -> None:
    table = rows("entity_records")
    assert len({r[0] for r in table}) == len(table)
    prefixes = {"LOC": "loc:", "ORG": "org:", "PERSON": "per:", "MISC": "misc:"}
    assert all(r[0].startswith(prefixes[r[1]]) and r[4] for r in table)


def test_one_strong_owner_for_each_form() -> None:
    shared = {f: [e for e, s in owners if s == "strong"] for f, owners in forms().items()}
    assert {f: o for f, o in shared.items() if len(o) > 1} == {}


def test_countries_are_iso_codes() -> None:
    codes = set(countries()) - {""}
    assert all(ISO.fullmatch(c) for c in codes)
    babel = pytest.importorskip("babel")
    assert codes - OUTSIDE_ISO <= set(babel.Locale("en").territories)


def test_ids_of_geonames_and_wikidata_have_their_shape() -> None:
    assert all(re.fullmatch(r"\d*", r[6]) and re.fullmatch(r"(?:Q\d+)?", r[7]) for r in records().values())
    wikidata = Counter(r[7] for r in records().values() if r[7])
    assert [q for q, n in wikidata.items() if n > 1] == []


def test_enough_persons_and_organisations() -> None:
    kinds = Counter(r[1] for r in records().values())
    assert kinds["PERSON"] >= 1500
    assert kinds["ORG"] >= 500
    assert kinds["LOC"] >= 9000


@pytest.mark.parametrize(
    ("form", "entity"),
    [
        ("الولايات المتحدة", "loc:US"),
        ("أميركا", "loc:US"),
        ("امريكا", "loc:US"),
        ("سورية", "loc:SY"),
        ("سوريا", "loc:SY"),
        ("كوريا الشمالية", "loc:KP"),
        ("الأراضي الفلسطينية المحتلة", "loc:PS"),
        ("الكيان الصهيوني", "loc:IL"),
        ("بيونغ يانغ", "loc:pyongyang"),
        ("بيونج يانج", "loc:pyongyang"),
        ("كوباني", "loc:kobani"),
        ("عين العرب", "loc:kobani"),
        ("شمال سيناء", "loc:north-sinai"),
        ("كورسك", "loc:kursk"),
        ("المسجد الأقصى", "loc:al-aqsa-mosque"),
        ("داعش", "org:islamic-state-daesh"),
        ("تنظيم الدولة الإسلامية", "org:islamic-state-daesh"),
        ("الحوثيين", "org:houthis"),
        ("جماعة الحوثي", "org:houthis"),
        ("الناتو", "org:nato"),
        ("NATO", "org:nato"),
        ("حلف شمال الأطلسي", "org:nato"),
        ("منظمة شنغهاي للتعاون", "org:shanghai-cooperation-organisation"),
        ("منظمة شنجهاي للتعاون", "org:shanghai-cooperation-organisation"),
        ("المرصد السوري لحقوق الانسان", "org:syrian-observatory-for-human-rights"),
        ("أ ف ب", "org:agence-france-presse"),
        ("سيرجي لافروف", "per:sergey-lavrov"),
        ("لافروف", "per:sergey-lavrov"),
        ("كيم جونغ أون", "per:kim-jong-un"),
        ("كيم جونج أون", "per:kim-jong-un"),
        ("نتانياهو", "per:benjamin-netanyahu"),
        ("ترمب", "per:donald-trump"),
    ],
)
def test_spellings_of_the_press(form: str, entity: str) -> None:
    assert strong(form) == entity


@pytest.mark.parametrize("form", ["الخبر", "الدورة", "المنصور", "الشعلة", "البركة", "سبق", "الصعيد", "القصير", "الأهلي", "النصر"])
def test_everyday_words_want_context(form: str) -> None:
    owners = forms()[fold(form)]
    assert owners
    assert all(strength == "weak" for _, strength in owners)


@pytest.mark.parametrize("form", ["النور", "في", "على", "يوم", "رجل", "كان", "قال", "الحياة", "السلام"])
def test_no_everyday_word_is_a_strong_name(form: str) -> None:
    assert strong(form) is None


def test_no_persian_letters_in_places() -> None:
    assert [f for f, e, _ in rows("entity_forms") if e.startswith("loc:") and re.search("[پچژگکیہےڤ]", f)] == []


def test_capital_has_its_geonames_id_and_country() -> None:
    _, type_, kind, name, latin, country, geonames, _ = records()["loc:moscow"]
    assert (type_, kind, name, latin, country, geonames) == ("LOC", "capital", "موسكو", "Moscow", "RU", "524901")


def test_latin_names_of_the_press() -> None:
    assert records()["per:choe-son-hui"][4:6] == ("Choe Son Hui", "KP")
    assert records()["org:agence-france-presse"][4:6] == ("Agence France-Presse", "FR")
    assert records()["loc:US"][4] == "United States"


@pytest.mark.parametrize(
    ("form", "row"),
    [
        ("الروسي", ("RU", "nationality", "s", "m", "1", "Russian")),
        ("روسية", ("RU", "nationality", "s", "f", "0", "Russian")),
        ("روس", ("RU", "nationality", "p", "m", "0", "Russian")),
        ("الأميركيين", ("US", "nationality", "p", "m", "1", "American")),
        ("الأمريكيتان", ("US", "nationality", "d", "f", "1", "American")),
        ("مصريا", ("EG", "nationality", "s", "m", "0", "Egyptian")),
        ("الكورية الشمالية", ("KP", "nationality", "s", "f", "1", "North Korean")),
        ("الكوريين الجنوبيين", ("KR", "nationality", "p", "m", "1", "South Korean")),
        ("جنوب أفريقي", ("ZA", "nationality", "s", "m", "0", "South African")),
        ("الجنوب أفريقية", ("ZA", "nationality", "s", "f", "1", "South African")),
        ("أكراد", ("", "ethnic", "p", "m", "0", "Kurdish")),
        ("اليهود", ("", "religion", "p", "m", "1", "Jewish")),
        ("الأقباط", ("", "religion", "p", "m", "1", "Coptic")),
        ("الإسلاميين", ("", "political", "p", "m", "1", "Islamist")),
        ("المغاربة", ("MA", "nationality", "p", "m", "1", "Moroccan")),
    ],
)
def test_inflected_nationalities(form: str, row: tuple[str, ...]) -> None:
    assert row in demonyms()[form]


@pytest.mark.parametrize(
    "form", ["روسيا", "ليبيا", "سوريا", "تركيا", "مالي", "المالي", "القمري", "الجمهوري", "القومي", "السنة", "الحوثيين"]
)
def test_no_nationality_in_everyday_words_countries_and_groups(form: str) -> None:
    assert form not in demonyms()


def test_titles_and_heads() -> None:
    titles = {row[0]: row[1:] for row in rows("entity_titles")}
    assert titles["وزير الخارجية"] == ("head", "m")
    assert titles["نظيرته"] == ("relation", "f")
    assert titles["العقيد"] == ("rank", "m")
    assert titles["الدكتورة"] == ("honorific", "f")
    heads = {(form, type_): (inside, latin) for form, type_, inside, _, latin in rows("entity_heads")}
    assert heads["وزارة", "ORG"] == ("1", "Ministry of {}")
    assert heads["تنظيم", "ORG"][0] == heads["صحيفة", "ORG"][0] == heads["مدينة", "LOC"][0] == "0"
    assert heads["مطار", "LOC"][0] == heads["جبل", "LOC"][0] == heads["قاعدة", "LOC"][0] == "1"
    assert dict(rows("entity_fields"))["الخارجية"] == "Foreign Affairs"


def test_words_of_names() -> None:
    words = {word: (int(given), int(surname)) for word, given, surname in rows("entity_name_words")}
    assert words["حسين"][0] > 100
    assert words["الزهراني"][1] > words["الزهراني"][0]
    for everyday in ("الي", "الجيش", "مليار", "كان"):
        assert everyday not in words


def test_run_time_tables_stay_small() -> None:
    tables = ("records", "forms", "demonyms", "titles", "heads", "fields", "name_words", "romanize_words", "romanize_ngrams")
    size = sum(len("\t".join(row).encode()) + 1 for name in tables for row in rows(f"entity_{name}"))
    assert size < 6_000_000
