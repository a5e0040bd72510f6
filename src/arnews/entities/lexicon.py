"""The entity lexicon in memory: names, nationality words, titles and heads in one trie, loaded once and then only read."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast, get_args

from arnews import lexicon as tables
from arnews.records import EntityType, Links
from arnews.text.fold import fold
from arnews.text.words import split_words

Kind = Literal["form", "demonym", "title", "head", "word"]
Take = Literal["field", "named", "nation", "fixed", "numbered", "open", "plain", "list"]

_TABLES = (
    "entity_records", "entity_forms", "entity_demonyms", "entity_titles", "entity_heads", "entity_name_words",
    "entity_fields", "entity_org_words", "entity_realms", "mention_common", "mention_tails", "mention_words",
)  # fmt: skip
_EXTRA_COLUMNS = ("form", "type", "name", "latin", "country")

_LETTERS = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+)*")
_NO_OPENING = ("org_adjective", "place_tail", "ordinal", "no_opening")  # classes of words that begin no name

_GROUPS = frozenset({"armed_group", "party", "movement"})

Rows = Iterable[Sequence[str]]


class EntityRecord(NamedTuple):
    """What the lexicon knows of one entity, under its slug (``loc:RU``)."""

    slug: str
    type: EntityType
    kind: str
    name: str
    latin: str | None
    country: str | None
    geonames: int | None = None
    wikidata: str | None = None

    @property
    def links(self) -> Links:
        """The entity's ids elsewhere."""
        return Links(geonames=self.geonames, wikidata=self.wikidata)


class _Classes(dict[str, frozenset[str]]):
    """Closed word classes by name; one that no table fills is empty."""

    def __missing__(self, group: str) -> frozenset[str]:
        return frozenset()


class Form(NamedTuple):
    """A printed form: the entities that it can mean, the likeliest first. A weak form needs support from its context."""

    slugs: tuple[str, ...]
    strong: bool
    user: bool = False


class Demonym(NamedTuple):
    """A word of nationality, religion or political group, with its number and gender as printed."""

    country: str | None
    group: str
    number: str
    gender: str
    definite: bool
    latin: str


class Title(NamedTuple):
    """A word that announces a person: ``head`` (وزير), ``honorific`` (الدكتور), ``rank`` (العقيد), ``relation`` (نظيره)."""

    group: str
    gender: str


class Head(NamedTuple):
    """A word that opens a name (وزارة, مدينة). ``inside``: it is part of the name; ``take``: what it wants after it."""

    form: str
    type: EntityType
    inside: bool
    take: Take
    latin: str


class OrgWord(NamedTuple):
    """A word of bodies' names in English. ``group``: ``noun``, ``named`` (a noun with a proper name after it) or ``adjective``;
    ``gender`` of a noun: ``m``, ``f``, ``p`` (plural of things) or ``h`` (plural of people).
    """

    latin: str
    group: str
    gender: str


class EntityLexicon:
    """All the word knowledge of the entity step. Safe to share between threads: nothing changes after ``build``."""

    __slots__ = (
        "_nations",
        "closed",
        "common",
        "fields",
        "names",
        "no_opening",
        "openers",
        "org_words",
        "realms",
        "records",
        "root",
        "tails",
        "word",
    )

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.records: dict[str, EntityRecord] = {}
        self.names: dict[str, tuple[int, int]] = {}
        self.openers: frozenset[str] = frozenset()
        self.common: frozenset[str] = frozenset()
        self._nations: frozenset[str] = frozenset()
        self.fields: dict[str, str] = {}
        self.tails: dict[str, str] = {}
        self.org_words: dict[str, OrgWord] = {}
        # Words for a state by its form (المملكة), with the states that are called so.
        self.realms: dict[str, frozenset[str]] = {}
        self.no_opening: frozenset[str] = frozenset()
        self.closed = _Classes()
        # The folded words of one closed class (``nasab``: بن, ابن ...); called several hundred times for an article.
        self.word: Callable[[str], frozenset[str]] = self.closed.__getitem__

    @classmethod
    def load(cls, extra: str | os.PathLike[str] | Rows | None = None) -> EntityLexicon:
        """Load the shipped tables, and ``extra``: the user's own names as a TSV path or rows (form, type, name, latin, country).

        Raises ``LexiconError`` for a damaged installation and ``ValueError`` for a bad extra row.
        """
        return cls.build({name: tables.rows(name) for name in _TABLES}, extra)

    @classmethod
    def build(cls, source: Mapping[str, Rows], extra: str | os.PathLike[str] | Rows | None = None) -> EntityLexicon:
        """Make a lexicon of tables given as rows; a table that is left out is empty."""
        self = cls()
        for slug, kind, sort, name, latin, country, geonames, wikidata in _cells(source, "entity_records", 8):
            self.records[slug] = EntityRecord(
                slug,
                cast(EntityType, kind),
                sort,
                name,
                latin or None,
                country or None,
                int(geonames) if geonames else None,
                wikidata or None,
            )
        groups: dict[str, set[str]] = {}
        for form, group in _cells(source, "mention_words", 2):
            groups.setdefault(group, set()).add(fold(form))
            if " " in form or group == "not_name":
                self._add(form, "word", group)
            elif group == "title_dual":
                self._add(form, "title", Title("head", "m"))
        self.closed.update((group, frozenset(words)) for group, words in groups.items())
        self.no_opening = frozenset().union(*map(self.word, _NO_OPENING))
        self.common = frozenset(word for (word,) in _cells(source, "mention_common", 1))
        self.names = {word: (int(given), int(surname)) for word, given, surname in _cells(source, "entity_name_words", 3)}
        self._nations = frozenset(fold(row[0]) for row in _cells(source, "entity_demonyms", 7))
        self._add_forms(_cells(source, "entity_forms", 3))
        for form, country, group, number, gender, definite, latin in _cells(source, "entity_demonyms", 7):
            self._add(form, "demonym", Demonym(country or None, group, number, gender, definite == "1", latin))
        for form, group, gender in _cells(source, "entity_titles", 3):
            self._add(form, "title", Title(group, gender))
        for form, kind, inside, take, latin in _cells(source, "entity_heads", 5):
            self._add(form, "head", Head(form, cast(EntityType, kind), inside == "1", cast(Take, take), latin))
        self.fields = {fold(form): latin for form, latin in _cells(source, "entity_fields", 2)}
        for form, state in _cells(source, "entity_realms", 2):
            self.realms[fold(form)] = self.realms.get(fold(form), frozenset()) | {state}
        self.org_words = {
            fold(form).removeprefix("ال"): OrgWord(latin, group, gender)
            for form, group, gender, latin in _cells(source, "entity_org_words", 4)
        }
        self.tails = {fold(form): latin for form, latin in _cells(source, "mention_tails", 2)}
        opening = set().union(*(self.word(group) for group in ("kunya", "kunya_weak", "servant", "theophoric_first")))
        given = {word for word, (count, _) in self.names.items() if count and word not in self.common}
        # A word that people are called by too opens a name only before two more (see ``names.also``).
        given |= self.word("name_too") | {w for w, (count, _) in self.names.items() if count and w in self.common}
        self.openers = frozenset((given | opening) - self.word("no_opening"))
        if extra is not None:
            self._add_extra(extra)
        return self

    def is_common(self, key: str) -> bool:
        """Whether a folded word is a common word of the language, as it stands or under proclitics and pronoun endings."""
        common = self.common
        if key in common:
            return True
        return any(stem in common for stem in _stems(key))

    def _add(self, form: str, kind: Kind, value: object) -> None:
        self._node(form)[kind] = value

    def _node(self, form: str) -> dict[Kind, Any]:
        """What stands in the trie at the words of a form: kind to value."""
        node = self.root
        for key in _keys(form):
            node = node.setdefault(key, {})
        values: dict[Kind, Any] = node.setdefault("", {})
        return values

    def _add_forms(self, rows: Iterable[Sequence[str]]) -> None:
        for form, slug, strength in rows:
            if slug not in self.records:
                raise ValueError(f"form {form!r} names the unknown entity {slug!r}")
            node = self._node(form)
            old: Form | None = node.get("form")
            strong = strength == "strong" and not self._dubious(form, slug)
            if old is None or (strong and not old.strong):
                node["form"] = Form((slug, *(old.slugs if old else ())), strong)
            elif slug not in old.slugs:
                node["form"] = Form((*old.slugs, slug), old.strong)

    def _dubious(self, form: str, slug: str) -> bool:
        """A form that cannot stand alone although its table says so: a name that is foremost a common word (``كان``, ``اليوم``).

        Countries, capitals and the like keep theirs (قطر), and so do groups (الحوثيين). A town in no curated list (its slug
        ends in its GeoNames number) must also be no person's name and not be very short.
        """
        key = fold(form)
        if key in self.word("weak_place") or key in self.word("closed"):
            return True
        record = self.records[slug]
        if record.type == "PERSON" and (key in self.common or len(key) < 3 or self.names.get(key, (0, 0))[0] > 0 or key in self._nations):
            return True
        if record.type == "ORG" and key in self.common and record.kind not in _GROUPS:
            return True
        return slug.rpartition("-")[2].isdigit() and (key in self.common or len(key) < 3 or any(self.names.get(key, (0, 0))))

    def _add_extra(self, extra: str | os.PathLike[str] | Rows) -> None:
        for n, row in enumerate(_extra_rows(extra), 1):
            form, kind, name, latin, country = row
            if kind not in get_args(EntityType):
                raise ValueError(f"lexicon row {n}: type {kind!r} is none of {', '.join(get_args(EntityType))}")
            if not split_words(form):
                raise ValueError(f"lexicon row {n}: the form is empty")
            slug = f"user:{fold(name or form)}"
            self.records[slug] = EntityRecord(slug, cast(EntityType, kind), "user", name or form, latin or None, country or None)
            self._add(form, "form", Form((slug,), strong=True, user=True))


def _cells(source: Mapping[str, Rows], name: str, width: int) -> Iterable[Sequence[str]]:
    for row in source.get(name, ()):
        if len(row) != width:
            raise ValueError(f"table {name}: {width} cells wanted, got {list(row)}")
        yield row


def _keys(form: str) -> list[str]:
    """The folded words of a form; most are letters and blanks, and need no look at what kind of word each is."""
    return fold(form).split(" ") if _LETTERS.fullmatch(form) else [word.key for word in split_words(form)]


def _extra_rows(extra: str | os.PathLike[str] | Rows) -> Iterable[tuple[str, str, str, str, str]]:
    """The user's rows, each filled up to five cells; a header line in a file is optional."""
    rows: Rows
    if isinstance(extra, (str, os.PathLike)):
        with Path(extra).open(encoding="utf-8", newline="") as file:
            rows = [r for r in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if r and not r[0].startswith("#")]
        if rows and tuple(rows[0][:2]) == _EXTRA_COLUMNS[:2]:
            rows = rows[1:]
    else:
        rows = extra
    for n, row in enumerate(rows, 1):
        cells = [*(str(c or "").strip() for c in row), "", "", "", ""]
        if isinstance(row, str) or len(row) < 2 or len(row) > len(_EXTRA_COLUMNS):
            raise ValueError(f"lexicon row {n}: wants {', '.join(_EXTRA_COLUMNS)} (the first two are needed), got {row!r}")
        yield cells[0], cells[1], cells[2], cells[3], cells[4]


_PRONOUNS = ("هما", "ها", "هم", "نا", "ه", "ا")


def _stems(key: str) -> Iterable[str]:
    """What is left of a folded word without proclitics (و ف, ب ل ك, س before a verb) and without a pronoun or tanween ending."""
    starts = [key]
    if len(key) > 3 and key[0] in "وف":
        starts.append(key[1:])
    for s in tuple(starts):
        if len(s) > 3 and s[0] in "بلكس":
            starts.append(s[1:])
            if s.startswith("لل"):
                starts.append("ا" + s[1:])
    yield from starts[1:]
    for s in starts:
        for ending in _PRONOUNS:
            if s.endswith(ending) and len(s) - len(ending) >= 3:
                stem = s[: -len(ending)]
                yield stem
                if stem.endswith("ت"):
                    yield stem[:-1] + "ه"
