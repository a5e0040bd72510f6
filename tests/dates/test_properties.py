"""Every day in every absolute form reads back: a sample here, the whole by ``-m exhaustive``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hijridate import Hijri
from hypothesis import given, settings
from hypothesis import strategies as st

from dates.reading import dates

FAMILIES = {
    "eg": ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    "sy": ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"],
    "tn": ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    "ma": ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"],
    "mr": ["يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغشت", "شتمبر", "أكتوبر", "نوفمبر", "دجمبر"],
}
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
ORDINALS = (
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر|الحادي عشر|الثاني عشر|الثالث عشر|الرابع عشر|الخامس عشر|السادس عشر|"
    "السابع عشر|الثامن عشر|التاسع عشر|العشرين|الحادي والعشرين|الثاني والعشرين|الثالث والعشرين|الرابع والعشرين|الخامس والعشرين|"
    "السادس والعشرين|السابع والعشرين|الثامن والعشرين|التاسع والعشرين|الثلاثين|الحادي والثلاثين"
)
DAY_WORDS = [w for part in ORDINALS.split("|") for w in (part.split() if part.count(" ") > 2 else [part])]
HIJRI = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
]
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)


def forms(d: date) -> Iterator[str]:
    """The absolute forms of a day, in every family of month names."""
    yield f"{d.day}/{d.month}/{d.year}"
    yield f"{d.day:02d}/{d.month:02d}/{d.year}".translate(ARABIC)
    yield f"{d.day} / {d.month} / {d.year} م"
    yield f"{d.day}-{d.month}-{d.year}"
    yield f"{d.day:02d}.{d.month:02d}.{d.year}"
    yield d.isoformat()
    yield f"{d.year}/{d.month:02d}/{d.day:02d}"
    week = WEEKDAYS[d.weekday()]
    for names in FAMILIES.values():
        month = names[d.month - 1]
        yield f"{d.day} {month} {d.year}"
        yield f"{d.day} {month} {d.year}م".translate(ARABIC)
        yield f"{week} {d.day} {month} {d.year}"
        yield f"يوم {week} الموافق {d.day} {month} {d.year}"
        yield f"{DAY_WORDS[d.day - 1]} من {month} {d.year}"
        yield f"{DAY_WORDS[d.day - 1]} من شهر {month} عام {d.year}"
    a, b = FAMILIES["eg"][d.month - 1], FAMILIES["sy"][d.month - 1]
    for twin in (f"{a}/{b}", f"{b}/{a}", f"{b} ({a})", f"{a} ({b})", f"{b} - {a}"):
        yield f"{d.day} {twin} {d.year}"


def check(d: date) -> None:
    every = list(forms(d))
    found = dates("\n".join(f"وقع في {form}" for form in every), None)
    day = d.isoformat()
    assert [(x.text, x.value, x.earliest, x.latest) for x in found] == [(form, day, day, day) for form in every]
    # Only digits can mean another day.
    assert all(x.text[0].isdigit() and not any(c.isalpha() for c in x.text.rstrip(" م")) for x in found if x.alternatives)


def check_hijri(year: int, month: int, day: int) -> None:
    greg = date(*Hijri(year, month, day).to_gregorian().datetuple())
    name, era = HIJRI[month - 1], f"{year} هـ"
    week = WEEKDAYS[greg.weekday()]
    every = [
        f"{day} {name} {era}",
        f"{DAY_WORDS[day - 1]} من {name} {era}",
        f"{week} {day} {name} {year}هـ",
        f"{day}/{month}/{year}هـ",
        f"{day} {name} {era} الموافق {greg.day} {FAMILIES['eg'][greg.month - 1]} {greg.year} م",
    ]
    found = dates("\n".join(f"وقع في {form}" for form in every), None)
    assert [(x.text, x.value) for x in found] == [(form, greg.isoformat()) for form in every]


def test_the_days_in_words_are_31() -> None:
    assert len(DAY_WORDS) == 31


@given(st.dates(FIRST, LAST))
@settings(max_examples=60, deadline=None)
def test_a_day_reads_back(d: date) -> None:
    check(d)


@given(st.integers(1343, 1500), st.integers(1, 12), st.integers(1, 29))
@settings(max_examples=60, deadline=None)
def test_a_hijri_day_reads_back(year: int, month: int, day: int) -> None:
    # The tables of the year 1343 give Ramadan 28 days.
    check_hijri(year, month, min(day, Hijri(year, month, 1).month_length()))


@given(st.dates(date(1980, 1, 1), date(2060, 12, 31)), st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_weekdays_lie_within_a_week_of_the_publication(published: date, weekday: int) -> None:
    name = WEEKDAYS[weekday]
    (past,), (last,), (following,), (ahead,) = (dates(t, published) for t in
        (f"أعلن الوزير {name}", f"أعلن الوزير {name} الماضي", f"يصل الوفد {name} المقبل", f"سيصل الوفد {name}"))  # fmt: skip
    days = [date.fromisoformat(d.value or "") for d in (past, last, following, ahead)]
    assert all(d.weekday() == weekday for d in days)
    assert [0 <= (published - days[0]).days <= 6, 1 <= (published - days[1]).days <= 7] == [True, True]
    assert [1 <= (days[2] - published).days <= 7, 1 <= (days[3] - published).days <= 7] == [True, True]


@pytest.mark.exhaustive
@pytest.mark.parametrize("year", range(FIRST.year, LAST.year + 1))
def test_every_day_of_a_year(year: int) -> None:
    d = date(year, 1, 1)
    while d.year == year:
        check(d)
        d += timedelta(days=1)


@pytest.mark.exhaustive
@pytest.mark.parametrize("year", range(1343, 1501))
def test_every_day_of_a_hijri_year(year: int) -> None:
    for month in range(1, 13):
        for day in range(1, Hijri(year, month, 1).month_length() + 1):
            check_hijri(year, month, day)
