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

from arnews.pipeline import Pipeline, extract_dates

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
