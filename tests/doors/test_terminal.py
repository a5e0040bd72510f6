from __future__ import annotations

import pytest

from arnews import labels
from arnews.display.terminal import display_width, summary, table
from arnews.labels import FSI, PDI, isolate
from arnews.records import Analysis, Article, Quantity
from doors.sample import seed_analysis


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("لافروف", 6), ("قُتِلَ", 3), ("\u200fقال\u200e", 3), ("平壤", 4), ("٤٬٠٠٠", 5), (f"{FSI}قال{PDI}", 3)],
)
def test_display_width(text: str, columns: int) -> None:
    assert display_width(text) == columns


def test_right_to_left_cells_are_isolated_and_others_are_not() -> None:
    assert isolate("شبكة CNN") == f"{FSI}شبكة CNN{PDI}"
    assert isolate("25,000–30,000") == "25,000–30,000"


def test_controls_in_a_text_cannot_close_the_isolation_or_drive_the_terminal() -> None:
    hostile = "قال\u2069 \u202eabc\u202c \x1b[31mأحمر\nسطر"
    line = table(("text",), [(hostile,)])[1]
    assert line.count(FSI) == line.count(PDI) == 1
    assert line.endswith(PDI)
    assert not {"\x1b", "\n", "\u202e"} & set(line)


def test_columns_line_up_by_display_width() -> None:
    lines = table(("name", "n"), [("مُحَمَّد", "1"), ("John", "2"), ("平壤", "3")])
    assert len({display_width(line) for line in lines}) == 1


@pytest.mark.parametrize("width", [60, 80, 100])
def test_tables_fit_the_terminal(width: int) -> None:
    lines = summary(seed_analysis().model_copy(update={"warnings": ()}), width).splitlines()
    rows = [line for line in lines if line.startswith("  ") and not line.startswith("      ")]
    assert len(rows) > 12
    assert max(map(display_width, rows)) <= width


def test_a_pipe_gets_whole_cells() -> None:
    assert "ما بين 25 إلى 30 ألف جندي إضافي" in summary(seed_analysis(), None)


def test_an_empty_analysis_says_so() -> None:
    assert summary(Analysis(profile="p", article=Article())).startswith("Nothing found")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (Quantity(best=11000, approximate=True), "≈ 11,000"),
        (Quantity(low=25000, high=30000), "25,000–30,000"),
        (Quantity(low=100), "≥ 100"),
        (Quantity(high=7), "≤ 7"),
        (Quantity(low=10000, vague=True), "10,000s"),
        (Quantity(best=0), "0"),
        (Quantity(best=-2.5), "−2.5"),
        (Quantity(low=-12, high=-3), "−12–−3"),
        (Quantity(best=2.5), "2.5"),
        (Quantity(best=3_500_000.0), "3,500,000"),
        (Quantity(), ""),
        (Quantity(best=10**30), "1e+30"),
        (Quantity(best=10**400), "1.00000e+400"),
        (Quantity(best=float("inf")), "inf"),
    ],
)
def test_quantity_label(given: Quantity, shown: str) -> None:
    assert labels.quantity(given) == shown
