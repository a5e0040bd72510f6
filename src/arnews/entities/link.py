"""What a cluster is called and where it belongs: name, Latin name, country, links, roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from arnews.entities.cluster import Cluster
from arnews.entities.keys import name_key, record_key
from arnews.entities.latin import compose
from arnews.entities.lexicon import EntityRecord
from arnews.entities.model import Candidate, Found, MentionAt, RoleAt
from arnews.entities.namesakes import shared
from arnews.entities.scan import View
from arnews.entities.variants import variant_key
from arnews.records import Links
from arnews.text.fold import strip_marks
from arnews.text.words import cut_offset

_MOSTLY = 0.6
_AT_LEAST = 2
# An article about one country alone: its people are that country's.
_OFTEN, _NEARLY = 5, 0.8
_NO_LINKS = Links()


def link(view: View, clusters: Sequence[Cluster]) -> list[Found]:
    """The clusters as finished entities, in the order of their first mention."""
    lands = _lands(view, clusters)
    return [_found(view, one, lands) for one in clusters]


def printed(view: View, c: Candidate) -> str:
    """The words of a candidate without proclitics and diacritics, with what ل swallowed put back."""
    start = cut_offset(view.words[c.first], c.cut) if c.cut else view.words[c.first].start
    text = strip_marks(view.doc.normalized.text[start : view.words[c.last - 1].end])
    first = view.words[c.first].key
    if c.cut and first[c.cut - 1] == "ل" and first[c.cut : c.cut + 1] == "ل":
        return view.swallowed(first[c.cut :]) + " ".join(text.split())
    return " ".join(text.split())


def _found(view: View, one: Cluster, lands: Lands) -> Found:
    record = view.lexicon.records.get(one.slug) if one.slug else None
    fullest = max(one.members, key=lambda c: (_weight(view, c), -c.first))
    name = printed(view, fullest)
    if record is not None and one.type == "PERSON" and not _is_he(view, one, fullest, name, record):
        record = None
    roles = _roles(view, one)
    latin, origin = (record.latin, "known") if record is not None and record.latin else (None, None)
    record, country = _place(view, one, fullest, record, roles, lands)
    if latin is None:
        made = next((c.latin for c in one.members if c.latin), None)
        if made is not None:
            latin, origin = made, "known"
        else:
            latin, origin = compose(view, fullest, name, one.type, country)
    mentions = tuple(MentionAt(c.first, c.last, c.cut, view.words[c.last - 1].end, c.score) for c in one.members)
    links = record.links if record is not None else _NO_LINKS
    key = record_key(record) if record is not None else name_key(view, fullest, one.type, country)
    return Found(one.type, name, mentions, latin, origin, country, links, roles, fullest.rule, key)


def _is_he(view: View, one: Cluster, fullest: Candidate, name: str, record: EntityRecord) -> bool:
    """Whether a full name is that of the person of the record: ``علي بركة`` has the family name of ``نزار بركة``, and is not he."""
    form = view.forms.get(fullest.first)
    if one.slug in fullest.slugs and form is not None and form.last == fullest.last:
        return True
    return _same_given_name(name, record.name)


def _place(
    view: View, one: Cluster, fullest: Candidate, record: EntityRecord | None, roles: Sequence[RoleAt], lands: Lands
) -> tuple[EntityRecord | None, str | None]:
    """The record that the article leaves standing, and the country."""
    if record is None:
        return None, _country(view, one, roles, lands)
    if one.type == "ORG":
        return _elsewhere(view, one, record)
    if one.type != "LOC":
        return record, record.country
    said = next((c.country for c in one.members if c.country and c.slugs), None)
    if said is None:
        both, said = shared(
            view, " ".join(view.key(k, fullest.cut if k == fullest.first else 0) for k in range(fullest.first, fullest.last)), lands.order
        )
        if both and said is None:
            return None, None
    # Another place of that name: حيدر آباد في باكستان
    return (None, said) if said is not None and said != record.country else (record, record.country)


def _elsewhere(view: View, one: Cluster, record: EntityRecord) -> tuple[EntityRecord | None, str | None]:
    """Another country's body of that name: ``حزب الخضر في أستراليا`` is not the German one."""
    for c in one.members:
        form = view.forms.get(c.first)
        if form is None or form.value.strong or c.last >= view.stop[c.last - 1] or view.words[c.last].key not in view.lexicon.word("in"):
            continue
        hit = view.place(c.last + 1, strong=True)
        there = view.lexicon.records[hit.value.slugs[0]] if hit is not None else None
        if there is not None and there.kind == "country" and record.country not in (None, there.country):
            return None, there.country
    return record, record.country


def _same_given_name(name: str, known: str) -> bool:
    """Whether a full name may be that of a known person: هيروجيت سينج shares a family name with مانموهان سينج, and is not he."""
    return " " not in name or variant_key(name.split(maxsplit=1)[0]) in {variant_key(word) for word in known.split()}


def _roles(view: View, one: Cluster) -> tuple[RoleAt, ...]:
    """The titles of a person, each once: العقيد is one role however often it stands before the name."""
    seen: dict[tuple[str, ...], RoleAt] = {}
    for c in one.members:
        if c.role is not None:
            seen.setdefault(tuple(view.key(k, c.role.cut if k == c.role.first else 0) for k in range(c.role.first, c.role.last)), c.role)
    return tuple(seen.values())


def _weight(view: View, c: Candidate) -> int:
    return sum(1 for k in range(c.first, c.last) if view.words[k].kind != "punct")


class Lands:
    """The countries that an article speaks of: near a word, and over the whole text."""

    def __init__(self, view: View, at: dict[int, str]) -> None:
        self._view = view
        self._at = at
        counts = Counter(at.values())
        self.order = [land for land, _ in counts.most_common()]
        top, n = counts.most_common(1)[0] if counts else (None, 0)
        # One word is not what an article is about: الحمى المالطية, Malta fever, makes no ministry Maltese.
        self.only: str | None = top if top is not None and n >= max(_OFTEN, _NEARLY * counts.total()) else None
        self.main: str | None = top if top is not None and n >= max(_AT_LEAST, _MOSTLY * counts.total()) else None

    def inside(self, role: RoleAt) -> str | None:
        """The country of a body or place that a title names: العقيد بالحرس الثوري."""
        towards = self._view.lexicon.word("towards")
        return next(
            (self._at[k] for k in range(role.first, role.last) if k in self._at and self._view.words[k - 1].key not in towards), None
        )

    def near(self, word: int) -> str | None:
        """The country of the place named closest to the word in its sentence, else the article's one country."""
        first, last = self._view.doc.sentences[self._view.doc.sentence_of(word)]
        places = [(abs(k - word), k) for k in range(first, last) if k in self._at]
        if not places:
            before = self._view.doc.sentences[self._view.doc.sentence_of(first - 1)][0] if first else 0
            places = [(first - k, k) for k in range(before, first) if k in self._at]
        if not places and self.main is None:
            places = [(abs(k - word), k) for k in self._at]
        return self._at[min(places)[1]] if places else self.main


def _lands(view: View, clusters: Sequence[Cluster]) -> Lands:
    at: dict[int, str] = {}
    for one in clusters:
        record = view.lexicon.records.get(one.slug) if one.slug else None
        for c in one.members:
            open_ = (
                one.type == "LOC"
                and shared(view, " ".join(view.key(k, c.cut if k == c.first else 0) for k in range(c.first, c.last)), ())[0]
            )
            country = c.country or (record.country if record is not None and one.type in ("LOC", "ORG") and not open_ else None)
            if country is not None:
                at[c.first] = country
    return Lands(view, at)


def _country(view: View, one: Cluster, roles: Sequence[RoleAt], lands: Lands) -> str | None:
    own = next((c.country for c in one.members if c.country), None)
    if own is not None or one.type in ("NORP", "MISC"):
        return own
    if one.type == "PERSON":
        said = next((land for role in roles if (land := role_country(view, role) or lands.inside(role)) is not None), None)
        return (
            said
            or next((land for c in one.members if (land := _origin(view, c)) is not None), None)
            or (lands.main if roles else lands.only)
        )
    first = one.members[0]
    if one.type == "LOC":
        return lands.near(first.first)
    inside = next((land for c in one.members if (land := _within(view, c)) is not None), None)
    if inside is not None:
        return inside
    if view.key(first.first, first.cut) in view.lexicon.word("state_head") and view.heads.get(first.first) is not None:
        return lands.main
    return None


def _origin(view: View, c: Candidate) -> str | None:
    """The nationality right before a person: ``المغربي عزيز الصقلي``, ``غامبي اسمه لامين جالو``."""
    k = c.first - 1
    if k > 0 and view.words[k].key in view.lexicon.word("is_called"):
        k -= 1
    if k < 0 or view.stop[k] <= c.first:
        return None
    at = next((n for n in (k, k - 1) if n >= 0 and n in view.demonyms and view.demonyms[n].last == k + 1), None)
    country: str | None = view.demonyms[at].value.country if at is not None and view.demonyms[at].value.number == "s" else None
    return country


def _within(view: View, c: Candidate) -> str | None:
    """The country that a body's own words name, or ``في`` right after them: ``الهيئة الوطنية لإدارة الكوارث في باكستان``."""
    for k in range(c.first + 1, c.last):
        demonym = view.demonyms.get(k)
        if demonym is not None and demonym.value.country and demonym.last <= c.last:
            return str(demonym.value.country)
    inner = range(c.first + 1, c.last)
    after = (c.last + 1,) if c.last + 1 < len(view.words) and view.words[c.last].key in view.lexicon.word("in") else ()
    for k in (*inner, *after):
        hit = view.place(k, strong=True)
        if hit is not None and (k in after or hit.last <= c.last):
            land = next(view.lexicon.records[s].country for s in hit.value.slugs if view.lexicon.records[s].type == "LOC")
            if land is not None:
                return land
    return None


def role_country(view: View, role: RoleAt) -> str | None:
    """The country that a title implies: its nationality, or the one country or place that it names."""
    for k in range(role.first, role.last):
        demonym = view.demonyms.get(k)
        if demonym is not None and demonym.value.country:
            country: str | None = demonym.value.country
            return country
    for k in range(role.first, role.last):
        place = view.place(k, strong=True)
        if place is not None:
            land = view.lexicon.records[place.value.slugs[0]].country
            if land is not None and view.words[k - 1].key not in view.lexicon.word("towards"):
                return land
    return None
