"""What a person meets at the prompt: short forms, finding by id, clear errors, workers, a log that is silent until asked for."""

from __future__ import annotations

import copy
import logging
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime
from pathlib import Path

import pytest

import arnews
from arnews import labels
from arnews.context import Context
from arnews.labels import FSI, PDI
from arnews.lexicon import rows
from arnews.records import Analysis, Article, NumericClaim, Quantity, Span
from doors.sample import seed_analysis

NAMES = [("الأنوار", "ORG", "نادي الأنوار", "Al-Anwar Club", "AE")]
TEXTS = ["قتل 5 أشخاص في حلب.", "فاز الأنوار على ضيفه أمس.", "أصيب نحو 20 جنديا في غزة."]


def test_the_short_forms() -> None:
    result = seed_analysis()
    assert repr(result) == f"<Analysis 2025-07-12T01:52 «{FSI}روسيا وكوريا الشمالية تواصلان الحوار ال…{PDI}» 5 entities, 5 dates, 3 claims>"
    assert repr(result["e2"]) == f"<Entity e2 PERSON «{FSI}سيرجي لافروف{PDI}» Sergey Lavrov RU, 3 mentions>"
    assert repr(result["c2"]) == f"<NumericClaim c2 ≈ 11,000 troops, asserted «{FSI}نحو 11 ألف جندي{PDI}»>"
    assert repr(Analysis(profile="p", article=Article())) == "<Analysis 0 entities, 0 dates, 0 claims>"
    assert repr(arnews.collect([result])) == "<Collection of 1 articles, 3 claims>"
    assert (
        repr(arnews.Pipeline(recognizer=None, lexicon=NAMES, country="SA")) == "Pipeline(recognizer=None, lexicon=<1 rows>, country='SA')"
    )


def test_print_shows_the_table_and_a_claim_its_line() -> None:
    result = seed_analysis()
    assert "Sergey Lavrov" in str(result)
    assert "25,000–30,000" in str(result)
    assert str(result["c3"]) == (
        f"≈ 4,000 casualties, hedged · «{FSI}نحو 4 آلاف قتيل ومصاب{PDI}» · who {FSI}القوات الكورية{PDI} · source {FSI}المسؤولين{PDI}"
    )
    assert (str(result["e2"]), str(result["d2"]), str(result.article.byline)) == ("سيرجي لافروف", "أمس الجمعة", "حسين أنسي")
    assert (str(result.article.published), str(Quantity(low=5, high=7)), str(Quantity())) == ("2025-07-12T01:52", "5–7", "")


def test_a_claim_of_several_lines_or_with_controls_stays_one_isolated_line() -> None:
    hostile = "12\u2069 \x1b[31m\nشخصا"
    claim = NumericClaim(
        id="c1", start=0, end=len(hostile), text=hostile, quantity=Quantity(), kind="count",
        sentence=Span(start=0, end=len(hostile), text=hostile), rule="r",
    )  # fmt: skip
    for line in (str(claim), repr(claim), labels.quoted(hostile)):
        assert line.count(FSI) == line.count(PDI) == 1
        assert not {"\n", "\x1b"} & set(line)
    assert str(claim).startswith("count, asserted · «")


@pytest.mark.parametrize("id_", ["e2", "d3", "c1", "f1"])
def test_a_record_is_found_by_its_id(id_: str) -> None:
    result = seed_analysis()
    assert result[id_].id == id_
    assert id_ in result
    assert "e99" not in result
    with pytest.raises(KeyError, match="no record 'e99'"):
        result["e99"]


def test_where_an_argument_leads() -> None:
    result = seed_analysis()
    assert [str(result[c.who.ref]) for c in result.claims if c.who and c.who.ref] == ["كوريا الشمالية", "كوريا الشمالية"]


@pytest.mark.parametrize("one", [TEXTS[0], TEXTS[0].encode(), arnews.Page(TEXTS[0])], ids=["str", "bytes", "page"])
def test_one_text_in_place_of_many_is_a_clear_error(one) -> None:
    with pytest.raises(TypeError, match="pipe takes many texts"):
        arnews.Pipeline(recognizer=None).pipe(one)


@pytest.mark.parametrize("country", ["sa", "XX", "SAU", "", "السعودية"])
def test_an_unknown_country_is_a_clear_error(country: str) -> None:
    with pytest.raises(ValueError, match="unknown country"):
        arnews.Pipeline(recognizer=None, country=country)


def test_every_country_of_the_lexicon_is_known() -> None:
    for country in {row[1] for row in rows("number_local_currencies")}:
        assert Context(country=country).country == country


@pytest.mark.parametrize("empty", ["", " \n", b"", b"\r\n"])
def test_an_empty_page_is_a_clear_error(empty) -> None:
    with pytest.raises(ValueError, match="the page is empty"):
        arnews.from_html(empty)


@pytest.mark.parametrize(
    "published", [date(2025, 7, 12), datetime(2025, 7, 12, 1, 52), "2025-07-12", "2025-07-12T01:52", "2025-07-12 01:52"]
)
def test_published_is_a_date_or_says_one(published) -> None:
    text = "وصل الوزير أمس"
    assert arnews.analyze(text, published).dates[0].value == "2025-07-11"
    assert arnews.extract_dates(text, published)[0].value == "2025-07-11"
    assert next(arnews.Pipeline(recognizer=None).pipe([(text, published)])).dates[0].value == "2025-07-11"


def test_a_page_is_analysed_with_its_own_date_unless_another_is_given() -> None:
    page = arnews.Page("أصيب 3 جنود أمس", published=date(2025, 7, 12))
    assert arnews.analyze(page).dates[0].value == "2025-07-11"
    assert arnews.analyze(page, published="2025-07-01").dates[0].value == "2025-06-30"
    assert arnews.extract_dates(page)[0].value == "2025-07-11"
    assert arnews.extract_numbers(page)[0].quantity.best == 3
    assert [c.text for c in arnews.extract_claims(page)] == ["3 جنود"]
    assert next(arnews.Pipeline(recognizer=None).pipe([page])).dates[0].value == "2025-07-11"


def test_a_pipeline_goes_through_pickle_and_copy_with_its_options() -> None:
    pipeline = arnews.Pipeline(recognizer=None, lexicon=NAMES, day_first=False, country="SA")
    again = pickle.loads(pickle.dumps(pipeline))
    for other in (again, copy.copy(pipeline), copy.deepcopy(pipeline)):
        assert repr(other) == repr(pipeline)
        assert other.analyze(TEXTS[1]) == pipeline.analyze(TEXTS[1])
    assert pickle.loads(pickle.dumps(pipeline)) is again


@pytest.mark.parametrize("recognizer", [None, "shipped"])
def test_a_pipeline_works_in_other_processes(recognizer) -> None:
    pipeline = arnews.Pipeline(recognizer=recognizer, lexicon=NAMES)
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(pipeline.analyze, TEXTS)) == [pipeline.analyze(text) for text in TEXTS]


PROBE = """
import logging, arnews
{setup}
found = list(arnews.Pipeline(recognizer=None).pipe(["قتل 5 أشخاص", None]))
print(len(found))
"""


@pytest.mark.parametrize(("setup", "said"), [("", False), ("logging.basicConfig()", True)])
def test_the_log_is_silent_until_asked_for(setup: str, said: bool) -> None:
    done = subprocess.run([sys.executable, "-c", PROBE.format(setup=setup)], capture_output=True, check=True, text=True)
    assert done.stdout == "2\n"
    assert ("WARNING:arnews.pipeline:item 1 cannot be read: TypeError" in done.stderr) is said
    assert said or not done.stderr


def test_the_log_never_holds_the_article(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="arnews"):
        list(arnews.Pipeline(recognizer=None).pipe([TEXTS[0], 7]))
    assert len(caplog.records) >= 2
    assert "أشخاص" not in caplog.text


def test_the_record_types_are_there_by_their_names() -> None:
    assert arnews.Entity is type(seed_analysis()["e1"])
    assert isinstance(arnews.collect([]), arnews.Collection)
    assert issubclass(arnews.MissingExtraError, ImportError)
    error = pickle.loads(pickle.dumps(arnews.MissingExtraError("pandas", "frames")))
    assert (str(error), error.extra) == ('pandas is not installed: pip install "arnews[frames]"', "frames")


def test_every_field_of_every_record_has_a_sentence() -> None:
    from arnews import records

    kinds = [k for k in vars(records).values() if isinstance(k, type) and issubclass(k, records.Record)]
    assert len(kinds) > 15
    assert [(k.__name__, name) for k in kinds for name, field in k.model_fields.items() if not field.description] == []


def test_python_m_arnews_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "arnews", "--version"], capture_output=True, check=True, text=True, cwd=Path(__file__).parent
    )
    assert done.stdout == f"arnews {arnews.__version__}\n"
