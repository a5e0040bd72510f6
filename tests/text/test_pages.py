"""Saved pages in the manner of the systems that Arabic outlets run on: title, authors, date with zone and body of each."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from arnews.dates.ago import read_ago
from arnews.integrations.html import from_html

pytest.importorskip("trafilatura")


def _scoring() -> Any:
    path = Path(__file__).parents[2] / "benchmarks" / "pages.py"
    spec = importlib.util.spec_from_file_location("benchmark_of_pages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


SCORING = _scoring()
PAGES = SCORING.load()
# A channel's name stands where the headline of a post should; two short lines that the extractor takes for the text as well.
KNOWN = {"telegram-preview": {"title"}, "joomla15": {"no other lines"}, "aspnet-labels": {"no other lines"}}


def test_there_are_sixty_pages_and_more() -> None:
    assert len(PAGES) >= 60
    assert len({p.manner for p in PAGES}) >= 60


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_a_page_is_read_whole(page: Any) -> None:
    judged = SCORING.judge(page, SCORING.by_arnews(page))
    assert {name for name, ok in judged.items() if not ok} == KNOWN.get(page.name, set())


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_the_body_is_never_worse_than_the_extractors(page: Any) -> None:
    ours, theirs = SCORING.by_arnews(page).body, SCORING.by_trafilatura(page).body or ""
    for paragraph in page.body:
        assert paragraph in SCORING.plain(ours) or paragraph not in SCORING.plain(theirs)
    for line in page.never:
        assert line not in SCORING.plain(ours) or line in SCORING.plain(theirs)


SAVED = datetime.fromisoformat("2023-10-02T11:05+03:00")


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("منذ ساعتين", "2023-10-02T09:05+03:00"),
        ("منذ ثلاث ساعات", "2023-10-02T08:05+03:00"),
        ("آخر تحديث منذ ٤ دقائق", "2023-10-02T11:01+03:00"),
        ("2 hours ago", "2023-10-02T09:05+03:00"),
        ("قبل 3 أيام", "2023-09-29"),
        ("منذ يومين", "2023-09-30"),
        ("أمس", "2023-10-01"),
        ("اليوم 10:30", "2023-10-02T10:30+03:00"),
    ],
)
def test_an_age_counts_back_from_when_the_page_was_saved(text: str, then: str) -> None:
    assert read_ago(text, SAVED) == (datetime.fromisoformat(then) if "T" in then else date.fromisoformat(then))


@pytest.mark.parametrize("text", ["منذ أسبوعين", "قبل شهر", "منذ 99999999999999999999 ساعة", "12 يوليو", "ساعتين", "منذ 2017", "5/7", ""])
def test_what_is_no_exact_age_is_none(text: str) -> None:
    assert read_ago(text, SAVED) is None


def test_an_age_is_no_date_without_the_moment_that_the_page_was_saved() -> None:
    html = next(p for p in PAGES if p.name == "relative-date").html()
    assert from_html(html).published is None
    assert "منذ ساعتين" in from_html(html).text


def test_only_a_description_is_told() -> None:
    found = from_html(next(p for p in PAGES if p.name == "video-description").html())
    assert [w.code for w in found.warnings] == ["page-source"]
    assert "description" in found.warnings[0].message
