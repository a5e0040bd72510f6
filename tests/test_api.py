"""The public functions: what they take, what they refuse, what they say."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pydantic import ValidationError

import arnews
from arnews import records

EXTRACTORS = [
    arnews.analyze, arnews.normalize, arnews.extract_entities, arnews.extract_dates, arnews.extract_numbers, arnews.extract_claims,
]  # fmt: skip


def test_public_names_are_few_and_real() -> None:
    assert len([name for name in arnews.__all__ if name.islower()]) <= 12
    assert all(getattr(arnews, name) is not None for name in arnews.__all__)
    assert set(arnews.__all__) <= set(dir(arnews))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = arnews.no_such_name


@pytest.mark.parametrize("call", EXTRACTORS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("wrong", [b"\xd9\x82", None, 7, ["قتل"]], ids=["bytes", "None", "int", "list"])
def test_anything_but_text_is_a_type_error_with_a_hint(call, wrong) -> None:
    with pytest.raises(TypeError, match="str"):
        call(wrong)


@pytest.mark.parametrize("call", [arnews.analyze, arnews.extract_dates, arnews.extract_claims], ids=lambda f: f.__name__)
@pytest.mark.parametrize("wrong", [20250712, 1752278400.0, b"2025-07-12"])
def test_a_wrong_published_is_a_clear_error(call, wrong) -> None:
    with pytest.raises(TypeError, match="published takes a datetime.date"):
        call("قال أمس", published=wrong)


@pytest.mark.parametrize("call", [arnews.analyze, arnews.extract_dates, arnews.extract_claims], ids=lambda f: f.__name__)
@pytest.mark.parametrize("wrong", ["", "2025-13-01", "12/7/2025", "أمس", "2025-07-12T25:00"])
def test_a_string_that_is_no_date_is_a_clear_error(call, wrong) -> None:
    with pytest.raises(ValueError, match="not a date such as 2025-07-12"):
        call("قال أمس", published=wrong)


def test_published_takes_a_date_or_a_datetime() -> None:
    for published in (date(2025, 7, 12), datetime(2025, 7, 12, 1, 52)):
        (found,) = arnews.extract_dates("وصل أمس الجمعة", published=published)
        assert (found.text, found.value) == ("أمس الجمعة", "2025-07-11")


def test_records_are_frozen_and_closed() -> None:
    (number,) = arnews.extract_numbers("12 ألف جندي")
    with pytest.raises(ValidationError):
        number.start = 3
    with pytest.raises(ValidationError):
        records.Span(start=0, end=1, text="ا", more=1)


def test_the_schema_describes_what_analyze_gives() -> None:
    schema = arnews.json_schema()
    assert set(schema["required"]) >= {"schema_version", "profile", "article", "entities", "dates", "claims"}
    assert set(arnews.analyze("قتل 5 أشخاص").model_dump()) == set(schema["properties"])


def test_an_article_that_prints_its_date_dates_its_words() -> None:
    text = "مقتل ثلاثة جنود\n\nالسبت 12 يوليو 2025\n\nقتل ثلاثة جنود أمس في بغداد، وفق ما أعلنته وزارة الدفاع العراقية."
    result = arnews.analyze(text)
    assert result.article.published is not None
    assert (result.article.published.value, result.article.published.origin) == ("2025-07-12", "printed")
    assert [d.value for d in result.dates if d.text == "أمس"] == ["2025-07-11"]


def test_the_callers_date_wins_over_the_printed_one_with_a_warning() -> None:
    text = "مقتل ثلاثة جنود\n\nالسبت 12 يوليو 2025\n\nقتل ثلاثة جنود أمس في بغداد."
    result = arnews.analyze(text, published=date(2025, 7, 20))
    assert result.article.published is not None
    assert (result.article.published.value, result.article.published.origin) == ("2025-07-20", "given")
    assert [d.value for d in result.dates if d.text == "أمس"] == ["2025-07-19"]
    assert any(w.code == "published-mismatch" for w in result.warnings)


def test_without_any_date_relative_words_stay_open() -> None:
    (found,) = arnews.extract_dates("وصل الوزير أمس")
    assert (found.value, found.earliest, found.latest) == (None, None, None)


@pytest.mark.parametrize("text", ["", " ", "و", "َ", "\ud800", "😀", "\u200f\u200f", "Hello, world", "\n\n\n", "ـــ"])
def test_odd_texts_give_an_empty_analysis(text: str) -> None:
    result = arnews.analyze(text)
    assert (result.entities, result.dates, result.claims) == ((), (), ())
    result.model_dump_json()


def test_your_own_names_are_found() -> None:
    pipeline = arnews.Pipeline(recognizer=None, lexicon=[("كتيبة الفجر", "ORG", "كتيبة الفجر", "Fajr Battalion", "SY")])
    (found,) = pipeline.analyze("أعلنت كتيبة الفجر انسحابها").entities
    assert (found.type, found.latin, found.country) == ("ORG", "Fajr Battalion", "SY")


def test_a_stream_keeps_its_order_and_survives_a_bad_item() -> None:
    pipeline = arnews.Pipeline(recognizer=None)
    items = ["قتل 5 أشخاص", 7, ("وصل أمس", date(2025, 7, 12)), "أصيب 3 جنود"]
    one = list(pipeline.pipe(items))
    assert [type(r).__name__ for r in one] == ["Analysis", "Failure", "Analysis", "Analysis"]
    assert (one[1].index, one[1].error) == (1, "TypeError")
    assert one[2].dates[0].value == "2025-07-11"
    assert list(pipeline.pipe(items, n_process=2)) == one


def test_each_warning_is_told_once() -> None:
    """A day that nothing resolves (أمس without a publication day), a lost surrogate: each has its place and stands there once."""
    result = arnews.analyze("قتل ثلاثة جنود أمس \ud83d في حلب، وأصيب خمسة يوم الجمعة.", published=None)
    told = [(w.code, w.start, w.end) for w in result.warnings]
    assert {code.split("-")[0] for code, _, _ in told} >= {"date", "lone"}
    assert len(told) == len(set(told))
