"""What a reader of dates can rely on: nothing is invented, contradictions are said, offsets hold, time grows with the text."""

from __future__ import annotations

import time
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arnews.context import Context
from arnews.dates import calendars
from arnews.dates.engine import find as find_dates
from arnews.dates.publication import publication
from arnews.numbers.engine import find as find_numbers
from arnews.text.article import layout
from arnews.text.document import read
from dates.reading import PUBLISHED, dates, dates_and_warnings
from number_speller import Style, cardinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وقع الهجوم في السابع من أكتوبر", "XXXX-10-07"),
        ("أعلن مطلع أبريل/نيسان الماضي", "XXXX-04"),
        ("في يوليو المقبل", "XXXX-07"),
        ("بين 14 و15 يوليو", "XXXX-07-14/XXXX-07-15"),
        ("وصل أمس", None),
        ("وصل اليوم الاثنين", None),
        ("أعلن الأحد الماضي", None),
        ("خلال العام الماضي", None),
        ("قبل ثلاثة أيام", None),
        ("في رمضان الماضي", None),
        ("الساعة الخامسة مساء", None),
        ("نهاية الأسبوع", None),
        ("في عيد الفطر", None),
    ],
)
def test_without_a_publication_date_nothing_is_invented(text: str, value: str | None) -> None:
    found, warnings = dates_and_warnings(text, None)
    assert [(d.value, d.earliest, d.latest) for d in found] == [(value, None, None)]
    assert [w.code for w in warnings] == ["date-unresolved"]
    assert all(text[w.start : w.end] == found[0].text for w in warnings)


@pytest.mark.parametrize("text", ["في 13 يوليو 2025", "عام 2012", "لمدة ثلاثة أيام", "رمضان 1445 هـ", "سنويا"])
def test_absolute_dates_need_no_publication_date(text: str) -> None:
    found, warnings = dates_and_warnings(text, None)
    assert found[0].value == dates(text)[0].value is not None
    assert warnings == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("يوم الأحد 12 يوليو 2025", "date-weekday-mismatch"),
        ("25 شوال 1436 هـ الموافق 20 أغسطس 2015 م", "date-twin-mismatch"),
        ("في 31 يونيو 2020", "date-no-such-day"),
        ("في 5 محرم 1900 هـ", "date-hijri-range"),
        ("في اليوم التالي", "date-unresolved"),
    ],
)
def test_contradictions_are_said(text: str, code: str) -> None:
    assert [w.code for w in dates_and_warnings(text)[1]] == [code]


def test_twins_may_differ_by_a_day_of_sighting() -> None:
    found, warnings = dates_and_warnings("26 شوال 1436 هـ الموافق 10 أغسطس 2015 م")
    assert (found[0].value, warnings) == ("2015-08-10", [])


def test_the_order_of_day_and_month_comes_from_the_context() -> None:
    (ours,), (theirs,), (plain,) = dates("في 3/7/2025"), dates("في 3/7/2025", day_first=False), dates("في 13/7/2025", day_first=False)
    assert (ours.value, ours.alternatives) == ("2025-07-03", ("2025-03-07",))
    assert (theirs.value, theirs.alternatives) == ("2025-03-07", ("2025-07-03",))
    assert (plain.value, plain.alternatives) == ("2025-07-13", ())


def test_a_day_without_year_or_tense_lists_the_other_year() -> None:
    (found,) = dates("في 5 نوفمبر")
    assert (found.value, found.alternatives, found.relation) == ("2025-11-05", ("2024-11-05",), "relative")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("خلال الأشهر المقبلة", "2025-07-12", None),
        ("في الأسابيع الماضية", None, "2025-07-12"),
        ("خلال الشهرين المقبلين", "2025-07-12", "2025-09-12"),
        ("في الأسبوعين الأخيرين", "2025-06-28", "2025-07-12"),
        ("لمدة ثلاثة أيام", None, None),
        ("نهاية عام 2021", "2021-12-01", "2021-12-31"),
        ("مطلع عام 2021", "2021-01-01", "2021-01-31"),
        ("منتصف عام 2021", "2021-05-01", "2021-08-31"),
        ("مطلع مايو 2021", "2021-05-01", "2021-05-10"),
        ("منتصف مايو 2021", "2021-05-11", "2021-05-20"),
        ("أواخر مايو 2021", "2021-05-21", "2021-05-31"),
        ("أواخر فبراير 2021", "2021-02-21", "2021-02-28"),
        ("الأسبوع الماضي", "2025-06-30", "2025-07-06"),
        ("الربع الأول من 2024", "2024-01-01", "2024-03-31"),
        ("عيد الأضحى الماضي", "2025-06-06", "2025-06-09"),
    ],
)
def test_first_and_last_day(text: str, earliest: str | None, latest: str | None) -> None:
    (found,) = dates(text)
    assert (found.earliest, found.latest) == (earliest, latest)


def test_hours_count_from_the_time_of_publication() -> None:
    (found,) = dates("قبل ساعتين", datetime(2025, 7, 12, 1, 30))
    assert (found.value, found.earliest, found.type) == ("2025-07-11T23:30", "2025-07-11", "TIME")
    (vague,) = dates("قبل ساعتين", date(2025, 7, 12))
    assert vague.value is None


@pytest.mark.parametrize(("zone", "minutes"), [("بتوقيت غرينتش", 0), ("بتوقيت مكة المكرمة", 180), ("GMT", 0), ("بتوقيت القاهرة", None)])
def test_the_offset_of_a_clock_time_is_kept(zone: str, minutes: int | None) -> None:
    (found,) = dates(f"الساعة 05:30 {zone}")
    assert (found.value, found.utc_offset) == ("2025-07-12T05:30", minutes)


def test_a_clock_time_takes_the_day_of_its_sentence() -> None:
    found = dates("تقام المباراة الأحد المقبل وتنطلق عند الخامسة مساء")
    assert [d.value for d in found] == ["2025-07-13", "2025-07-13T17:00"]


def test_spans_leave_proclitics_out_and_keep_marks_in() -> None:
    assert [d.text for d in dates("بيوم الخميس وللعام 2014 وبالأمس")] == ["يوم الخميس", "لعام 2014", "الأمس"]
    assert [d.text for d in dates("أمسِ الجمعةَ")] == ["أمسِ الجمعةَ"]


def test_the_weekend_follows_the_country() -> None:
    assert dates("نهاية الأسبوع المقبل")[0].value == "2025-07-19/2025-07-20"
    assert dates("نهاية الأسبوع المقبل", country="SA")[0].value == "2025-07-18/2025-07-19"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("عنوان\n\nالسبت 12 يوليو 2025 | 01:52 صباحاً\nنص الخبر يبدأ هنا ويمتد طويلا.\n", "2025-07-12T01:52"),
        ("عنوان الخبر\nالقاهرة 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس\nقال مصدر إن الوفد وصل.\n", "2015-08-10"),
    ],
)
def test_the_printed_publication_date(text: str, value: str) -> None:
    printed, warnings = publication((doc := read(text)), layout(doc), Context())
    assert printed is not None
    assert printed.span is not None
    assert (printed.value, printed.origin, warnings) == (value, "printed", [])
    assert text[printed.span.start : printed.span.end] == printed.span.text
    given_, mismatch = publication(doc, layout(doc), Context(published=date(2001, 1, 1)))
    assert given_ is not None
    assert (given_.value, given_.origin) == ("2001-01-01", "given")
    assert [w.code for w in mismatch] == ["published-mismatch"]


_BITS = ["13", "يوليو", "/", "-", "من", "بين", "و", "2025", "السبت", "مساء", "الساعة", "17:30", "الماضي", "(", ")", "هـ", "شوال", "قبل", "ثلاثة",
         "أيام", "الثالث", "اليوم", "عام", "\n", "م", "الربع", "كل", "كلمة", "،", "\u200f", "٢٠٢٠/٠٥/٠٣", "إلا", "نهاية", "99/99/9999", "0"]  # fmt: skip


@given(st.lists(st.sampled_from(_BITS), max_size=40), st.sampled_from([PUBLISHED, None, date(1, 1, 1), date(9999, 12, 31)]))
@settings(max_examples=300, deadline=None)
def test_any_mixture_is_read_without_overlap(bits: list[str], published: date | None) -> None:
    found = dates(" ".join(bits), published)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for d in found:
        assert d.earliest is None or d.latest is None or d.earliest <= d.latest


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    dates(text)


@pytest.mark.parametrize(
    "bit", ["13 ", "13/", "بين ", "من 3 إلى ", "السبت ", "(", "يوليو/", "الساعة الثالثة و", "قبل ", "الماضي ", "14 و", "عام ", "اليوم "]
)
def test_time_grows_with_the_text(bit: str) -> None:
    def seconds(n: int) -> float:
        text = bit * n
        start = time.process_time()
        dates(text)
        return time.process_time() - start

    seconds(100)
    small, large = seconds(2_000), seconds(16_000)
    assert large < 8 * 4 * max(small, 0.01)


@pytest.mark.parametrize("east", [False, True])
def test_easter_as_another_library_has_it(east: bool) -> None:
    other = pytest.importorskip("dateutil.easter")
    for year in range(1900, 2100):
        assert calendars.easter(year, east) == other.easter(year, other.EASTER_ORTHODOX if east else other.EASTER_WESTERN)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("آخر تحديث: منذ يومين", ("2025-07-10", "2025-07-12")),
        ("يعمل هنا منذ سنة وشهرين", ("2024-05-12", "2025-07-12")),
        ("سيصل الوفد خلال ثلاثة أشهر", ("2025-07-12", "2025-10-12")),
        ("انتهى البناء خلال ثلاثة أشهر", ("2025-04-12", "2025-07-12")),
        ("خلال الأيام العشرة المقبلة", ("2025-07-12", "2025-07-22")),
        ("غاب منذ أكثر من شهر", (None, "2025-07-12")),
        ("ثلاثة أشهر في العزلة", (None, None)),
        ("استمرت الهدنة لمدة أسبوع", (None, None)),
        ("وصل منذ 3 ساعات", (None, None)),
    ],
)
def test_a_length_begins_and_ends_where_the_publication_bounds_it(text: str, ends: tuple[str | None, str | None]) -> None:
    (found,) = dates(text)
    assert (found.begins, found.ends) == ends
    assert found.type == "DURATION"


def test_hours_need_the_hour_of_publication() -> None:
    (found,) = dates("وصل منذ 3 ساعات", datetime(2025, 7, 12, 14, 30))
    assert (found.begins, found.ends) == ("2025-07-12T11:30", "2025-07-12T14:30")
    (open_,), _ = dates_and_warnings("منذ يومين", None)
    assert (open_.begins, open_.ends) == (None, None)


@pytest.mark.parametrize(
    ("text", "published", "country", "value"),
    [
        ("يبدأ التسجيل الأربعاء 10/12", date(2015, 9, 20), "SA", "2015-09-23"),
        ("يبدأ التسجيل الأربعاء 10/12", date(2015, 9, 20), None, "2014-12-10"),
        ("عقد الاجتماع الاثنين 21/9", date(2015, 9, 22), "SA", "2015-09-21"),
    ],
)
def test_a_weekday_with_digits_in_saudi_text_is_hijri_where_the_weekday_says_so(
    text: str, published: date, country: str | None, value: str
) -> None:
    doc = read(text)
    context = Context(published=published, country=country)
    (found,), _ = find_dates(doc, context, find_numbers(doc, context))
    assert found.value == value


def test_every_year_in_words_and_digits_is_read() -> None:
    style = Style(oblique=True)
    for year in range(1900, 2101):
        assert [d.value for d in dates(f"في عام {cardinal(year, style)}")] == [f"{year}"], year
        assert [d.value for d in dates(f"في عام {year}")] == [f"{year}"], year
