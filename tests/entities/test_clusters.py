"""One entity for all the ways in which an article names it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from arnews.entities.cluster import same_person
from arnews.records import Entity

Analyse = Callable[[str], list[Entity]]


def named(found: list[Entity], kind: str) -> dict[str, list[str]]:
    return {e.name: [m.text for m in e.mentions] for e in found if e.type == kind}


def test_short_name_joins_the_full_one_before_and_after_it(entities: Analyse) -> None:
    text = "لافروف يصل إلى أنقرة\nوصل وزير الخارجية الروسي سيرغي لافروف إلى أنقرة. وقال لافروف إن المحادثات صعبة."
    assert named(entities(text), "PERSON") == {"سيرغي لافروف": ["لافروف", "سيرغي لافروف", "لافروف"]}


def test_family_name_goes_to_the_person_named_last(entities: Analyse) -> None:
    text = "قال الدكتور سمير العطار إن الخطة جاهزة، وأيد الدكتور ماجد العطار ذلك. وختم العطار بأن العمل يبدأ غدا."
    assert named(entities(text), "PERSON") == {"سمير العطار": ["سمير العطار"], "ماجد العطار": ["ماجد العطار", "العطار"]}


def test_spellings_of_one_city(entities: Analyse) -> None:
    found = entities("غادر الوفد بيونغ يانغ صباحا، ووصفت بيونج يانج اللقاء بالمثمر.")
    assert named(found, "LOC") == {"بيونغ يانغ": ["بيونغ يانغ", "بيونج يانج"]}


def test_names_of_one_body(entities: Analyse) -> None:
    found = entities("قالت الأمم المتحدة إن الوضع خطير، وأعلنت منظمة الأمم المتحدة زيادة المساعدات.")
    assert list(named(found, "ORG").values()) == [["الأمم المتحدة", "منظمة الأمم المتحدة"]]


def test_ministry_with_and_without_its_country(entities: Analyse) -> None:
    found = entities("نفت وزارة الخارجية التركية النبأ. وأضافت وزارة الخارجية أن السفير باق.")
    assert named(found, "ORG") == {"وزارة الخارجية التركية": ["وزارة الخارجية التركية", "وزارة الخارجية"]}


def test_ministries_of_two_countries_stay_apart(entities: Analyse) -> None:
    found = entities("التقى وفد وزارة الخارجية التركية وفد وزارة الخارجية المصرية.")
    assert len(named(found, "ORG")) == 2


def test_a_place_named_again_without_its_head(entities: Analyse) -> None:
    found = entities("وقع الحادث في بلدة زرقين. وقال سكان زرقين إن الطريق خطير.")
    assert named(found, "LOC") == {"زرقين": ["زرقين", "زرقين"]}


def test_a_family_name_that_is_a_nationality_needs_a_verb_of_saying(entities: Analyse) -> None:
    found = entities("صرح اللواء منصور التركي بذلك. وأكد التركي أن الحالة مستقرة. وزار الوفد التركي المكان.")
    assert named(found, "PERSON") == {"منصور التركي": ["منصور التركي", "التركي"]}
    assert named(found, "NORP") == {"التركي": ["التركي"]}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("لافروف", "سيرغي لافروف", True),
        ("صياد خدايي", "حسن صياد خدايي", True),
        ("محمد سلمان", "محمد عبدالعزيز سلمان", True),
        ("حيد العبادي", "حيدر العبادي", True),
        ("سمير العطار", "ماجد العطار", False),
        ("محمد", "محمد العطار", False),
        ("علي حسن", "حسن علي", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    short, full = sorted((tuple(one.split()), tuple(other.split())), key=len)
    assert same_person(short, full) is same


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال رئيس الوزراء الياباني شينزو آبي وممثلون عن اليابان إن الاتفاق قريب.", ["شينزو آبي"]),
        ("التقى نهرو وغاندي في دلهي قبل ذلك بعام.", ["نهرو", "غاندي"]),
    ],
)
def test_names_joined_by_wa_are_cut_there(entities: Analyse, text: str, names: list[str]) -> None:
    assert list(named(entities(text), "PERSON")) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("استشهد شاب في جنين برصاص الجنود.", ["جنين"]),
        ("ولد الطفل بعد فحص جنين سليم.", []),
        ("ضربت سيول جارفة وسط البلاد.", []),
        ("وصل الوفد صباحا إلى خان يونس.", ["خان يونس"]),
    ],
)
def test_a_place_that_is_also_a_word(entities: Analyse, text: str, found: list[str]) -> None:
    assert list(named(entities(text), "LOC")) == found


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("اعتقلت قوات الاحتلال شابا.", "Occupation forces"),
        ("اعتقلت قوات الاحتلال الإسرائيلي شابا.", "Israeli occupation forces"),
    ],
)
def test_the_occupation_in_english(entities: Analyse, text: str, latin: str) -> None:
    assert [e.latin for e in entities(text) if e.type == "ORG"] == [latin]


def test_all_forms_of_a_nationality_are_one_entity(entities: Analyse) -> None:
    found = [e for e in entities("قال أكراد إن الفصائل الكردية ترفض، والتقى مسؤول تركي نظيره الكردي ثم أتراكا.") if e.type == "NORP"]
    assert [(e.latin, [m.text for m in e.mentions]) for e in found] == [
        ("Kurdish", ["أكراد", "الكردية", "الكردي"]),
        ("Turkish", ["تركي", "أتراكا"]),
    ]


def test_a_preposition_or_an_ordinal_is_no_short_name(entities: Analyse) -> None:
    """على is spelt like علي where final yeh loses its dots, and تشرين الثاني is a month."""
    found = entities("سجل اللاعب عبد الحليم علي هدفا على أرضه، وهنأه الملك عبد الله الثاني يوم 5 تشرين الثاني على فوزه.")
    mentions = [m for texts in named(found, "PERSON").values() for m in texts]
    assert "عبد الله الثاني" in mentions
    assert not {"على", "الثاني"} & set(mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وجهت رسالة للجنة الأولمبية الدولية أمس.", "اللجنة الأولمبية الدولية"),
        ("انضم نائبان لليكود أمس.", "الليكود"),
        ("سلم الكتاب لليمن.", "اليمن"),
        ("سلم الكتاب للبنان.", "لبنان"),
    ],
)
def test_what_a_lam_before_a_lam_swallowed_is_put_back(entities: Analyse, text: str, name: str) -> None:
    assert [e.name for e in entities(text)] == [name]
