"""Header lines taken apart, as listed in ``bylines.tsv``."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from arnews.text.article import Part, layout
from arnews.text.document import read

ROWS = list(
    csv.DictReader(
        (line for line in (Path(__file__).parent / "bylines.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
TITLE = "توقيع اتفاق جديد لتبادل الأسرى بين الطرفين"
BODY = "وقع ممثلو الطرفين أمس اتفاقا جديدا لتبادل مئات الأسرى برعاية دولية، وفق ما أعلنه المتحدث باسم الوسطاء في مؤتمر صحفي عقد في ختام المحادثات."


@pytest.mark.parametrize("row", ROWS, ids=[r["line"] for r in ROWS])
def test_second_line(row: dict[str, str]) -> None:
    doc = read(f"{TITLE}\n{row['line']}\n{BODY}")
    found = layout(doc)

    def text(part: Part | None) -> str:
        return "" if part is None else doc.span(part.start, part.end).text

    expected = row["line"].removeprefix("Next Previous ")
    assert text(found.title) == TITLE
    assert text(found.byline) == (expected if row["kind"] == "byline" else "")
    assert text(found.dateline) == row["place"]
    assert text(found.agency) == row["agency"]
    assert ";".join(map(text, found.authors)) == row["authors"]
    if row["kind"] == "date":
        assert [text(d) for d in found.date_lines] == [row["line"]]
    elif row["kind"] == "other":
        assert not found.date_lines
    assert [text(p) for p in found.body] == [BODY]


def test_the_corpus_has_many_cases_of_each_kind() -> None:
    assert len(ROWS) >= 100
    assert {k: sum(r["kind"] == k for r in ROWS) >= n for k, n in (("byline", 60), ("date", 18), ("other", 15))} == dict.fromkeys(
        ("byline", "date", "other"), True
    )
