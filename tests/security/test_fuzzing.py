"""The targets of the fuzzer on its seeds, on what it has found so far, and on some bytes of chance. The long runs: docs/fuzzing.md."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import invariants
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from targets import TARGETS
from texts import text_of

from arnews.pipeline import Pipeline, extract_dates, extract_numbers
from arnews.text.document import read

SEEDS = Path(__file__).parents[2] / "benchmarks" / "fuzz" / "seeds"
# Those whose libraries may be missing, and those that take milliseconds.
NEEDS = {"html": "trafilatura", "batch": "openpyxl", "spark": "pyarrow", "roundtrip": "pyarrow"}
SLOW = {"html", "display", "model", "spark"}


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_and_chance(name: str) -> None:
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    folder = SEEDS / (name if (SEEDS / name).is_dir() else "text")
    seeds = sorted(f.read_bytes() for f in folder.iterdir())
    for data in seeds:
        TARGETS[name](data)

    @settings(max_examples=20 if name in SLOW else 60, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.sampled_from(seeds), st.binary(max_size=24), st.integers(0, 200), st.integers(0, 40))
    def changed(seed: bytes, new: bytes, at: int, gone: int) -> None:
        TARGETS[name](seed[: at % (len(seed) + 1)] + new + seed[at % (len(seed) + 1) + gone :])

    changed()


def test_bytes_become_texts_with_everything_in_them() -> None:
    text = text_of("قتل 5".encode() + b"\x84 \xed\xa0\x80\xed\xbf\xbf")
    assert text.startswith("قتل 5 نحو ")
    assert text.endswith("\ud800\udfff")


# --- found by fuzzing, and mended


@pytest.mark.parametrize("day", [date(5, 1, 1), datetime(1, 1, 1, 0, 1), date(99, 12, 31)])
@pytest.mark.parametrize("text", ["في تسعينيات القرن الماضي ومطلع العام", "خلال العقد الماضي", "القرن الماضي", "قبل 3 قرون"])
def test_a_decade_before_the_first_year_has_no_days(text: str, day: date) -> None:
    for d in extract_dates(text, day):
        invariants.records(text, d)
        assert d.earliest is None or d.earliest >= "0001"


def test_a_preposition_at_the_end_of_a_byline_is_no_place() -> None:
    result = Pipeline(recognizer=None).analyze("في 25 شوال واس - المئة 1436")
    assert result.article.dateline is None
    invariants.analysis("في 25 شوال واس - المئة 1436", result)


@pytest.mark.parametrize("text", ["أنفق دينارين أن يصمد", "قال إنه دفع دولارين إن صح الخبر", "باعه بدولارين ين"])
def test_a_dual_before_a_word_that_is_nothing_but_its_ending(text: str) -> None:
    (number,) = extract_numbers(text)
    assert number.quantity.best == 2


def test_half_a_character_that_json_ld_spells_out() -> None:
    html = pytest.importorskip("arnews.integrations.html")
    pytest.importorskip("trafilatura")
    statement = r'{"@type": "NewsArticle", "headline": "مقتل \ud800 خمسة", "author": "أحمد \udfff", "datePublished": "\ud800"}'
    page = html.from_html(f'<script type="application/ld+json">{statement}</script><h1>عنوان</h1><p>نص</p>')
    assert page.title == "مقتل \ufffd خمسة"
    for value in (page.text, page.title, page.published_raw, *page.authors):
        value.encode("utf-8")


# --- found by giving it too much


def test_a_claim_does_not_carry_a_megabyte_of_sentence() -> None:
    text = "ارتفع 5% " * 3000
    result = Pipeline(recognizer=None).analyze(text)
    assert len(result.claims) > 2000
    assert max(len(c.sentence.text) for c in result.claims) <= 6000
    assert len({id(c.sentence) for c in result.claims}) < 30


def test_a_sentence_as_long_as_news_has_is_one() -> None:
    doc = read("قال " + "المتحدث باسم الوزارة، " * 90 + "إن الهدنة صامدة. وأضاف.")
    assert len(doc.sentences) == 2
    assert sum(b - a for a, b in doc.sentences) == len(doc.words)


def test_paragraphs_inside_paragraphs_come_out_once() -> None:
    html = pytest.importorskip("arnews.integrations.html")
    pytest.importorskip("trafilatura")
    inner = "قتل خمسة أشخاص في حلب أمس"
    deep = "<p><table><tr><td>" * 300 + inner + "</td></tr></table></p>" * 300
    assert html.from_html(f"<h1>عنوان</h1>{deep}").text.count(inner) <= 1
