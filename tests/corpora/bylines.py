"""Second lines of articles as outlets print them, and what is in them: kind (byline, date, other), dateline place, agency, authors."""

from __future__ import annotations

import csv

from arnews.text.article import Part, layout
from arnews.text.document import read as read_document

from . import TESTS, Case, Corpus, lines

Row = dict[str, str]
FILE = TESTS / "text" / "bylines.tsv"
TITLE = "توقيع اتفاق جديد لتبادل الأسرى بين الطرفين"
BODY = "وقع ممثلو الطرفين أمس اتفاقا جديدا لتبادل مئات الأسرى برعاية دولية، وفق ما أعلنه المتحدث باسم الوسطاء في مؤتمر صحفي عقد في ختام المحادثات."


def case(row: Row) -> Case[Row]:
    byline = row["line"].removeprefix("Next Previous ") if row["kind"] == "byline" else ""
    parts = {"title": TITLE, "byline": byline, "place": row["place"], "agency": row["agency"], "authors": row["authors"], "body": BODY}
    return Case(row["line"], parts | {"date": row["line"] if row["kind"] == "date" else ""})


def read(case: Case[Row]) -> Row:
    """The parts of an article that has the case as its second line; ``authors`` are apart by ``;``, a date inside a byline is left out."""
    doc = read_document(f"{TITLE}\n{case.text}\n{BODY}")
    found = layout(doc)

    def text(*parts: Part | None) -> str:
        return ";".join("" if part is None else doc.span(part.start, part.end).text for part in parts)

    return {
        "title": text(found.title), "byline": text(found.byline), "place": text(found.dateline), "agency": text(found.agency),
        "authors": text(*found.authors), "body": text(*found.body), "date": "" if found.byline else text(*found.date_lines),
    }  # fmt: skip


ROWS = list(csv.DictReader(lines(FILE), delimiter="\t", quoting=csv.QUOTE_NONE))
CORPUS = Corpus("bylines", FILE, [case(row) for row in ROWS], read)
