"""The corpus: lines in the manner of outlets of every region, with what each date in them is, and lines that have none.

``expected`` holds ``TYPE.MOD|value|text`` for each date (D date, T time, U duration, S set), separated by ``;;``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dates.reading import dates

_LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "corpus.tsv").read_text("utf-8").splitlines()
    if not line.startswith(("#", "text\t"))
]
_LETTER = {"DATE": "D", "TIME": "T", "DURATION": "U", "SET": "S"}


def test_the_corpus_is_large_and_has_both_kinds() -> None:
    assert len(_LINES) >= 600
    assert sum(not expected for _, expected in _LINES) >= 200
    assert len({text for text, _ in _LINES}) == len(_LINES)


@pytest.mark.parametrize(("text", "expected"), _LINES, ids=[text for text, _ in _LINES])
def test_line(text: str, expected: str) -> None:
    got = " ;; ".join(f"{_LETTER[d.type]}{'.' + d.mod if d.mod else ''}|{d.value}|{d.text}" for d in dates(text))
    assert got == expected
