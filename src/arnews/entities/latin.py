"""Latin names that are put together: ministries and other bodies from patterns, everybody else from romanisation."""

from __future__ import annotations

from arnews.entities.model import Candidate
from arnews.entities.scan import View
from arnews.records import EntityType
try:
    from arnews.entities.romanize import romanize
except ImportError:
    romanize = lambda n: n


def person_or_place(name: str, kind: EntityType, country: str | None) -> tuple[str | None, str | None]:
    """A romanised name; Latin letters stay as they are."""
    if name.isascii():
        return name, "known"
    latin = romanize(name)
    return (latin, "romanized") if latin else (None, None)


def organisation(view: View, c: Candidate, name: str, country: str | None) -> tuple[str | None, str | None]:
    """``وزارة الخارجية الروسية`` → Ministry of Foreign Affairs of Russia; without a pattern, romanised."""
    if name.isascii():
        return name, "known"
    head = view.heads.get(c.first)
    if head is not None and head.value.inside and head.value.latin:
        made = _pattern(view, c, head.last, head.value.latin, country)
        if made is not None:
            return made, "known"
    latin = romanize(name)
    return (latin, "romanized") if latin else (None, None)


def _pattern(view: View, c: Candidate, j: int, pattern: str, country: str | None) -> str | None:
    lex = view.lexicon
    fields: list[str] = []
    nation: str | None = None
    adjective: str | None = None
    while j < c.last:
        demonym = view.demonyms.get(j)
        place = view.place(j)
        key = view.words[j].key
        if demonym is not None:
            adjective = demonym.value.latin
            nation = _country_name(view, demonym.value.country)
            j = demonym.last
            continue
        two = f"{key} {view.words[j + 1].key}" if j + 1 < c.last else ""
        bare = key[1:] if key.startswith("و") else key
        if two in lex.fields:
            fields.append(lex.fields[two])
            j += 2
        elif bare in lex.fields:
            fields.append(lex.fields[bare])
            j += 1
        elif place is not None:
            nation = lex.records[place.value.slugs[0]].latin
            j = place.last
        else:
            return None
    if "{}" in pattern:
        if not fields:
            return None
        made = pattern.format(_listed(fields))
    elif fields:
        return None
    else:
        made = pattern
    if "[nation]" in made:
        return made.replace("[nation]", adjective) if adjective else None
    if nation is None:
        nation = _country_name(view, country)
    return f"{made} of {nation}" if nation else made


def _listed(fields: list[str]) -> str:
    return fields[0] if len(fields) == 1 else ", ".join(fields[:-1]) + " and " + fields[-1]


def _country_name(view: View, country: str | None) -> str | None:
    record = view.lexicon.records.get(f"loc:{country}") if country else None
    if record is None or record.latin is None:
        return None
    return f"the {record.latin}" if record.latin.startswith("United ") else record.latin
