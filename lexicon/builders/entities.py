"""Tables of the entity step: places, nationalities, bodies, persons, titles and heads, the words of names, romanisation."""

from __future__ import annotations

from pathlib import Path

from arnews.text.fold import fold
from builders import Table, read, table
from builders._demonyms import all_forms
from builders._gazetteer import FORM_COLUMNS, RECORD_COLUMNS, Gazetteer
from builders._names import common_words, everyday_words, name_words, ngrams, spellings
from builders._notation import forms, slug
from builders._places import Cities, add_cities, add_countries, add_places


def build(sources: Path) -> dict[str, Table]:
    """All entity tables."""
    gazetteer = Gazetteer()
    cities = Cities()
    add_countries(gazetteer, sources)
    add_places(gazetteer, sources, cities)
    _add_named(gazetteer, sources / "orgs.tsv", "org", "ORG")
    _add_named(gazetteer, sources / "events.tsv", "misc", "MISC")
    _add_named(gazetteer, sources / "persons.tsv", "per", "PERSON")
    _add_named(gazetteer, sources / "persons_wikidata.tsv", "per", "PERSON", more=True)
    common = common_words(sources)
    names = name_words(sources, common)
    add_cities(gazetteer, cities, common, {row[0] for row in names.rows} | everyday_words(sources, "place"))
    return {
        "entity_records": table(RECORD_COLUMNS, gazetteer.records.values()),
        "entity_forms": table(FORM_COLUMNS, gazetteer.forms),
        "entity_demonyms": _demonyms(sources, {key for key, owners in gazetteer.owners.items() if any(map(_is_country, owners))}),
        "entity_titles": _titles(sources),
        "entity_heads": _plain(sources / "heads.tsv", "form", "type", "inside", "take", "latin"),
        "entity_name_words": names,
        "entity_romanize_words": spellings(sources),
        "entity_romanize_ngrams": ngrams(sources),
        "entity_org_words": _plain(sources / "org_words.tsv", "form", "class", "gender", "latin"),
        "entity_realms": _plain(sources / "realms.tsv", "form", "country"),
        "entity_fields": _plain(sources / "fields.tsv", "form", "latin"),
    }


def _is_country(entity: str) -> bool:
    return entity.startswith("loc:") and entity[4:].isupper()


def _add_named(gazetteer: Gazetteer, path: Path, prefix: str, type_: str, *, more: bool = False) -> None:
    """Enter the rows of a table; with ``more`` a row whose id is taken adds its spellings to that entity."""
    for row in read(path):
        entity = f"{prefix}:{slug(row['latin'])}"
        found = forms(row["forms"])
        if more and entity in gazetteer.records:
            gazetteer.more_forms(entity, found)
        else:
            kind = row.get("kind", "person")
            gazetteer.add(entity, type_, kind, row["latin"], row["country"], found, wikidata=row["wikidata"])


def _demonyms(sources: Path, countries: set[str]) -> Table:
    rows = []
    for row in read(sources / "demonyms.tsv"):
        for found in all_forms(row["adjective"], row["broken"], only_plural=row["use"] == "plural"):
            if row["use"] == "feminine" and (found.gender, found.number) != ("f", "s"):
                continue  # الانتهاكات الحوثية; الحوثيون are a body
            if found.form.endswith("ا") and fold(found.form) in countries:
                continue  # سوريا and روسيا are the countries, though they are also the accusatives سوريًا and روسيًا
            rows.append((found.form, row["country"], row["class"], found.number, found.gender, found.definite, row["latin"]))
    return table(("form", "country", "class", "number", "gender", "definite", "latin"), rows)


def _titles(sources: Path) -> Table:
    rows = [(f.text, r["class"], r["gender"]) for r in read(sources / "titles.tsv") for f in forms(r["forms"])]
    return table(("form", "class", "gender"), rows)


def _plain(path: Path, *names: str) -> Table:
    """A table of some columns of its source."""
    return table(names, (tuple(row[n] for n in names) for row in read(path)))
