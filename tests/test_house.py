"""Functions stay short and words stay in tables: what exceeds that is listed, and the list may only become less."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import house


def test_nothing_exceeds_what_is_listed() -> None:
    allowed = house.allowed()
    over = {name: n for (kind, name), n in house.measured().items() if n > allowed.get((kind, name), 0)}
    assert not over, "simplify these, or put their words into a table"


def test_what_became_less_is_taken_off_the_list() -> None:
    found = house.measured()
    stale = {name: n for (kind, name), n in house.allowed().items() if found.get((kind, name), 0) < n}
    assert not stale, "python benchmarks/house.py --update"


def test_the_new_rooms_have_no_exceptions() -> None:
    assert not [name for _, name in house.allowed() if name.startswith(("grammar/", "speech/", "events/"))]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('"""قتل"""\nx = 1', []),
        ('x = "قتل"', ["قتل"]),
        ('y = k in ("قتل", "جرح")', ["قتل", "جرح"]),
        ('y = k[0] in "وفبل"', []),
        ('y = k.lstrip("وف")', []),
        ('A = "ا" + "ل"', []),
    ],
)
def test_words_are_told_from_letters(code: str, found: list[str], tmp_path: Path) -> None:
    module = tmp_path / "m.py"
    module.write_text(code, encoding="utf-8")
    assert house.words(module) == found
