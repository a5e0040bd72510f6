"""Latin names that are put together: ministries and other bodies from patterns, everybody else from romanisation."""

from __future__ import annotations

from typing import NamedTuple

from arnews.entities.model import Candidate
from arnews.entities.romanize import romanize
from arnews.entities.scan import View
from arnews.entities.translate import translate
from arnews.records import EntityType


class Latin(NamedTuple):
    """A Latin name and how it was obtained: ``known`` or ``romanized``."""

    name: str | None
    origin: str | None


def compose(view: View, c: Candidate, name: str, kind: EntityType, country: str | None) -> Latin:
    """The Latin name of an entity that no record names.

    ``وزارة الخارجية الروسية`` → Ministry of Foreign Affairs of Russia, ``مطار صنعاء`` → Sanaa Airport,
    ``المجلس الأعلى للدفاع`` → Supreme Council for Defence; a name in Latin letters stays; the rest is romanised.
    """
    if name.isascii():
        return Latin(name, "known")
    made = None
    head = view.heads.get(c.first)
    if kind in ("ORG", "LOC") and head is not None and head.value.inside and head.value.latin and head.last <= c.last:
        if head.value.take == "numbered" and (numbered := _numbered(view, c, head.last, head.value.latin)) is not None:
            return numbered
        made = _pattern(view, c, head.last, head.value.latin, country if head.value.take == "field" else None)
        if made is not None and made.origin == "known":
            return made
    if kind == "ORG" and (english := translate(view, c.first, c.last, c.cut)):
        return Latin(english, "known")
    if kind in ("ORG", "MISC") and _words(view, c, head.last if head is not None and made is not None else c.first):
        # A name of common words is translated or has none: it is never romanised word by word.
        return Latin(None, None)
    return made or _romanized(name)


def _words(view: View, c: Candidate, first: int) -> bool:
    """Whether the words that no table translates hold two common words or more, or one beside a head."""
    common = sum(view.lexicon.is_common(view.key(k, c.cut if k == c.first else 0)) for k in range(first, c.last))
    return common > (1 if first == c.first else 0) and c.last - c.first > 1


def _numbered(view: View, c: Candidate, j: int, pattern: str) -> Latin | None:
    """``اللواء الخامس عشر`` is the 15th Brigade, ``القناة 13`` Channel 13; arms that no table knows leave it without a name."""
    number = 0
    while j < c.last:
        word = view.words[j]
        value = int(word.key) if word.kind == "number" and word.key.isdigit() else view.lexicon.ordinals.get(word.key)
        if value is None:
            break
        number += value
        j += 1
    rest = [w for k in range(j, c.last) if (w := _arm(view, k)) is not None]
    if not number or len(rest) < c.last - j:
        return None
    said = (
        pattern if view.key(c.first, c.cut) not in view.lexicon.word("counted_head") else f"{_ordinal(number)} {' '.join([*rest, pattern])}"
    )
    return Latin(said if said != pattern else " ".join([*rest, pattern, str(number)]), "known")


def _arm(view: View, k: int) -> str | None:
    demonym = view.demonyms.get(k)
    if demonym is not None and demonym.value.latin:
        return str(demonym.value.latin)
    return view.lexicon.tails.get(view.words[k].key)


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _romanized(name: str) -> Latin:
    latin = romanize(name)
    return Latin(latin, "romanized") if latin else Latin(None, None)


class _Parts:
    """What follows a head, sorted: fields of work, nationalities, places and words that must be romanised."""

    def __init__(self, view: View, j: int, last: int) -> None:
        self.fields: list[str] = []
        self.adjectives: list[str] = []
        self.nation: str | None = None
        self.place: str | None = None
        self.tails: list[str] = []
        self.owner: str | None = None
        self.rest: list[str] = []
        lex = view.lexicon
        while j < last:
            demonym, place, key = view.demonyms.get(j), view.place(j, strong=True), view.words[j].key
            field = view.field(j, last, joined=True)
            if demonym is not None and demonym.value.latin:
                self.adjectives.append(demonym.value.latin)
                self.nation = country_name(view, demonym.value.country)
                j = demonym.last
            elif field is not None:
                j = field[0]
                self.fields.append(field[1])
            elif key in lex.tails and key in lex.word("owner"):
                self.owner = lex.tails[key]
                j += 1
            elif place is not None and place.last <= last:
                record = lex.records[place.value.slugs[0]]
                self.place = record.latin
                if record.kind == "country":
                    self.nation = country_name(view, record.country)
                j = place.last
            elif key in lex.tails and self.place:
                self.tails.append(lex.tails[key])
                j += 1
            else:
                self.rest.append(view.words[j].text)
                j += 1


def _pattern(view: View, c: Candidate, j: int, pattern: str, country: str | None) -> Latin | None:
    parts = _Parts(view, j, c.last)
    if "[nation]" in pattern:
        if len(parts.adjectives) >= 1 and not parts.rest:
            return Latin(pattern.replace("[nation]", "-".join(parts.adjectives)), "known")
        if not parts.rest and not parts.fields and not parts.place and not parts.owner:
            return Latin(" ".join(pattern.replace("[nation]", "").split()), "known")
        if parts.place and not parts.rest:
            return Latin(f"{' '.join(pattern.replace('[nation]', '').split())} of {parts.nation or parts.place}", "known")
        if parts.rest and not parts.adjectives and (owner := romanize(" ".join(parts.rest))):
            return Latin(pattern.replace("[nation]", owner), "romanized")
        return None
    nation = parts.nation
    if "{}" not in pattern:
        if parts.rest or parts.fields:
            return None
        if parts.owner:
            made = " ".join([*parts.adjectives, parts.owner if not parts.adjectives else parts.owner.lower(), pattern.lower()])
            return Latin(made, "known")
        land = nation or parts.place
        return Latin(f"{pattern} of {land}" if land else pattern, "known")
    if parts.rest:
        inner = romanize(" ".join(parts.rest))
        if inner is None or parts.fields:
            return None
        made = pattern.format(inner)
        return Latin(f"{made} ({', '.join(parts.adjectives)})" if parts.adjectives else made, "romanized")
    if parts.fields:
        made = pattern.format(_listed(parts.fields))
        nation = nation or country_name(view, country)
        return Latin(f"{made} of {nation}" if nation else made, "known")
    if parts.place:
        return Latin(pattern.format(" ".join([*parts.tails, parts.place])), "known")
    if parts.adjectives:
        return Latin(pattern.format(" ".join(parts.adjectives)), "known")
    return None


def _listed(fields: list[str]) -> str:
    return fields[0] if len(fields) == 1 else ", ".join(fields[:-1]) + " and " + fields[-1]


def country_name(view: View, country: str | None) -> str | None:
    """The country's English name as it stands after *of*."""
    record = view.lexicon.records.get(f"loc:{country}") if country else None
    if record is None or record.latin is None:
        return None
    return f"the {record.latin}" if record.latin.startswith("United ") else record.latin
