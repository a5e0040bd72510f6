"""Dates: lines in the manner of outlets of every region, with what each date in them is, and lines that have none.

``expected`` holds ``TYPE.MOD|value|text`` for each date (D date, T time, U duration, S set), separated by ``;;``.
"""

from __future__ import annotations

from dates.reading import dates

from . import TESTS, Case, Corpus, lines

FILE = TESTS / "dates" / "corpus.tsv"
LETTER = {"DATE": "D", "TIME": "T", "DURATION": "U", "SET": "S"}


def case(line: str) -> Case[str]:
    text, expected = line.split("\t")
    return Case(text, expected)


def read(case: Case[str]) -> str:
    return " ;; ".join(f"{LETTER[d.type]}{'.' + d.mod if d.mod else ''}|{d.value}|{d.text}" for d in dates(case.text))


CORPUS = Corpus("dates", FILE, [case(line) for line in lines(FILE)[1:]], read)
