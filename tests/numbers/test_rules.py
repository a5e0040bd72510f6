"""What a numeral carries beyond its value: noun, unit by country, alternatives, the old total of a rise, why a group is none."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from arnews.context import Context
from arnews.numbers.engine import exclusions, find, to_record
from arnews.numbers.model import Numeral
from arnews.numbers.units import square_metres
from arnews.records import Quantity
from arnews.text.document import Document, read


def only(text: str, country: str | None = None) -> tuple[Document, Numeral]:
    doc = read(text)
    found = find(doc, Context(country=country))
    assert len(found) == 1, [(x.rule, x.quantity) for x in found]
    return doc, found[0]


def noun_of(text: str) -> str | None:
    doc, n = only(text)
    return None if n.noun is None else " ".join(w.text for w in doc.words[slice(*n.noun)])


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("قتل ثلاثة جنود في الهجوم", "جنود"),
        ("أصيب 15 شخصا", "شخصا"),
        ("نزح مئة ألف مدني", "مدني"),
        ("وصل تسعة آلاف من أفراد الإطفاء", "أفراد"),
        ("وصل 100 من الجنود", "الجنود"),
        ("فر مئات المستوطنين", "المستوطنين"),
        ("فر العشرات من السكان المدنيين", None),
        ("سقط قتيلان", "قتيلان"),
        ("أصيب شخص واحد", "شخص"),
        ("قتل 32 شخصا على الأقل", "شخصا"),
        ("قتل نحو 20 في الغارة", None),
        ("قتل 20 وأصيب آخرون", None),
        ("قتل 20 بجروح", None),
        ("بلغ 300 مليون دولار", None),
        ("بين 5 و7 سنوات", "سنوات"),
        ("تسلم 25 حاسبا آليا", "حاسبا"),
    ],
)
def test_the_noun_that_belongs_is_taken(text: str, noun: str | None) -> None:
    assert noun_of(text) == noun


def test_a_bound_after_the_noun_takes_it_in() -> None:
    _, n = only("قتل 32 شخصا على الأقل")
    assert (n.first, n.last, n.noun) == (1, 5, (2, 3))
    _, n = only("قتل 32 شخصا أمس")
    assert (n.first, n.last, n.noun) == (1, 2, (2, 3))


def test_proclitics_are_cut_from_the_span() -> None:
    for text, span in (("وبنحو 4 آلاف", "نحو 4 آلاف"), ("فبخمسة جنود", "خمسة"), ("ولأكثر من 30", "أكثر من 30"), ("وللثلاثة", "لثلاثة")):
        doc, n = only(text)
        assert to_record(doc, n).text == span


def test_spans_are_raw_characters_whatever_the_text_hides() -> None:
    raw = "قُتِلَ \u200fثَلَاثَةُ\u200e جُنُودٍ وأُصيب ١٬٢٠٠\u200f شخص"
    doc = read(raw)
    records = [to_record(doc, n) for n in find(doc, Context())]
    assert [r.quantity.best for r in records] == [3, 1200]
    assert all(raw[r.start : r.end] == r.text for r in records)


@pytest.mark.parametrize(
    ("text", "country", "unit"),
    [
        ("1000 ريال", "SA", "SAR"),
        ("1000 ريال", "YE", "YER"),
        ("1000 ريال", None, "ريال"),
        ("1000 ريال قطري", "SA", "QAR"),
        ("50 جنيها", "EG", "EGP"),
        ("50 جنيها", "SD", "SDG"),
        ("50 ليرة", "LB", "LBP"),
        ("50 درهما", "MA", "MAD"),
        ("50 دينارا", "TN", "TND"),
        ("50 دولارا", None, "USD"),
        ("50 دولارا كنديا", "US", "CAD"),
    ],
)
def test_money_words_of_several_countries(text: str, country: str | None, unit: str) -> None:
    assert only(text, country)[1].unit == unit


def test_areas_have_the_size_of_their_country() -> None:
    assert square_metres(10, "فدان", "EG") == pytest.approx(42008.3)
    assert square_metres(10, "دونم", "IQ") == 25000
    assert square_metres(10, "دونم", "PS") == 10000
    assert square_metres(10, "فدان", None) is None
    assert square_metres(2, "هكتار", None) == 20000


@pytest.mark.parametrize(
    ("text", "best", "others"),
    [
        ("3,500", 3500, [3.5]),
        ("3.500", 3.5, [3500]),
        ("3.500 ريال", 3500, [3.5]),
        ("3.500 جندي", 3500, [3.5]),
        ("1,250 مليون", 1250 * 10**6, [1.25 * 10**6]),
        ("25799,52", 25799.52, []),
        ("1,234,567", 1234567, []),
        ("42ر2", 2.42, [42.2]),
    ],
)
def test_ambiguous_separators_list_the_other_reading(text: str, best: float, others: list[float]) -> None:
    n = only(text)[1]
    assert n.quantity.best == best
    assert [a.best for a in n.alternatives] == others


def test_a_rise_is_the_new_total_and_keeps_the_old() -> None:
    doc, n = only("ارتفع عدد القتلى من 10 إلى 15 قتيلا")
    assert (n.rule, n.quantity, n.previous) == ("rise", Quantity(best=15), Quantity(best=10))
    assert n.previous_at == (4, 5)
    assert to_record(doc, n).text == "15"
    assert only("انخفضت النسبة من 7% إلى 5%")[1].rule == "fall"
    assert only("تتراوح أعمارهم من 10 إلى 15 سنة")[1].quantity == Quantity(low=10, high=15)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("الساعة 10:30", "clock-time"),
        ("في 13/7/2025", "slash-date"),
        ("هاتف 920001234", "phone-number"),
        ("طائرة إف-16", "name-with-number"),
        ("المادة 5 من الدستور", "article-of-law"),
        ("القرار رقم 1701", "law-reference"),
        ("اللواء الخامس عشر", "unit-name"),
        ("فاز الأهلي 2-1", "score"),
        ("1- اللجنة الأمنية", "list-marker"),
        ("بين البلدين", "definite-dual"),
        ("مدينتي طنطا والإسكندرية", "dual-before-names"),
        ("إحدى المدن", "one-of"),
        ("في اتجاه واحد", "one-and-the-same"),
        ("تشرين الثاني", "month-name"),
        ("الملك محمد السادس", "regnal"),
        ("ضعف الأداء", "weakness"),
        ("نصف النهائي", "competition-round"),
    ],
)
def test_what_is_no_number_has_a_named_reason(text: str, rule: str) -> None:
    doc = read(text)
    assert find(doc, Context()) == []
    assert rule in {e.rule for e in exclusions(doc, Context())}


def test_numerals_are_in_order_and_apart() -> None:
    text = "قتل 3 جنود وأصيب بين 10 و20 شخصا على الأقل، منهم طفلان و5 نساء، وخسروا مليوني دولار و3/4 المعدات في نحو ساعة ونصف."
    found = find(read(text), Context())
    assert len(found) == 7
    assert all(a.last <= b.first for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u064b",
        "ـ",
        "-",
        "$",
        "ال",
        "و",
        "من",
        "بين",
        "بين و",
        "من إلى",
        "نحو",
        "5",
        "\ud800",
        "🙂",
        "ل" * 50,
        "5 5 5 5",
        "/",
        "1/0",
        "%",
        "ما بين",
        "ناقص",
        "ألف",
        "و و و",
        "3.",
        ".3.",
        "--3",
        "١٫",
        "½",
    ],
)
def test_any_scrap_of_text_is_read(text: str) -> None:
    doc = read(text)
    for n in find(doc, Context()):
        r = to_record(doc, n)
        assert doc.raw[r.start : r.end] == r.text
    exclusions(doc, Context())


@pytest.mark.parametrize(
    "piece", ["و", "ألف ", "بين 5 ", "من ", "1 ", "1-", "1,", "مئة و", "نحو ", "أكثر من ", "ثلاثة و", "ربع و", "الأول ", "3 سنوات و"]
)
def test_time_grows_with_the_length(piece: str) -> None:
    def seconds(count: int) -> float:
        doc = read(piece * count)
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            find(doc, Context())
            best = min(best, time.process_time() - start)
        return best

    seconds(50)
    short, long = seconds(400), seconds(3200)
    assert long < 40 * max(short, 0.002)
