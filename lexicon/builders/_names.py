"""Words of persons' names: how often each is a given name or a surname, and how it is spelt in Latin letters."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from pathlib import Path

import arabic_name_romanizer

from arnews.text.fold import fold
from builders import Table, read, table

_WORD = re.compile(r"[\u0621-\u063a\u0641-\u064a]{2,}")
_DICTIONARY_AT_LEAST = 2
_BEARERS_PER_USE = 1 / 66  # an everyday word with fewer bearers for each use in news is no name (``الجيش``, ``رئيس``)
_ONCE = 1


def common_words(sources: Path) -> dict[str, int]:
    """Counts in news of the folded words that are frequent there."""
    return {row["word"]: int(row["count"]) for row in read(sources / "common_words.tsv")}


def everyday_words(sources: Path, use: str) -> set[str]:
    """Folded words written down as everyday ones that no count tells from names: of places or of persons (``use``)."""
    return {fold(row["form"]) for row in read(sources / "everyday.tsv") if row["use"] == use}


def name_words(sources: Path, common: dict[str, int]) -> Table:
    """``word, given, surname``: bearers on Wikidata by role, and words of foreign names as surnames, everyday words left out."""
    given: Counter[str] = Counter()
    surname: Counter[str] = Counter()
    for word, role, count in _units():
        if role != "unknown":
            (given if role == "given" else surname)[word] += count
    for row in read(sources / "romanize_dictionary.tsv"):
        word = fold(row["form"])
        if word not in given and word not in surname:
            surname[word] += int(row["count"])
    rows = []
    never = everyday_words(sources, "name")
    for word in given.keys() | surname.keys():
        bearers = given[word] + surname[word]
        if not _WORD.fullmatch(word) or bearers <= _ONCE or word in never or bearers < common.get(word, 0) * _BEARERS_PER_USE:
            continue
        rows.append((word, str(given[word]), str(surname[word])))
    return table(("word", "given", "surname"), rows)


def spellings(sources: Path) -> Table:
    """``form, latin``: the usual spelling of the frequent name words, hand-written ones first."""
    known: dict[str, str] = {}
    for row in read(sources / "romanize_names.tsv"):
        known.setdefault(fold(row["form"]), row["latin"])
    learned: dict[str, tuple[int, str]] = {}
    for row in read(sources / "romanize_dictionary.tsv"):
        key, count = fold(row["form"]), int(row["count"])
        if count >= _DICTIONARY_AT_LEAST and (count, row["latin"]) > learned.get(key, (0, "")):
            learned[key] = (count, row["latin"])
    for key, (_, latin) in learned.items():
        known.setdefault(key, latin)
    return table(("form", "latin"), known.items())


def ngrams(sources: Path) -> Table:
    """The n-gram model as learned."""
    rows = read(sources / "romanize_ngrams.tsv")
    return table(("history", "backoff", "follows"), [(r["history"], r["backoff"], r["follows"]) for r in rows], sort=False)


def _units() -> list[tuple[str, str, int]]:
    path = Path(arabic_name_romanizer.__file__).parent / "resources" / "names.sqlite3"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
        query = "select arabic_key, role, sum(count) from units where source = 'wikidata' group by arabic_key, role"
        found = base.execute(query).fetchall()
    totals: defaultdict[tuple[str, str], int] = defaultdict(int)
    for key, role, count in found:
        totals[fold(key), role] += count
    return [(word, role, count) for (word, role), count in totals.items()]
