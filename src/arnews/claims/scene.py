"""Everything a claim rule may look at: words with their tags, numerals, dates and entities by word, sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from arnews.claims.lexicon import Tag, claim_lexicon, tag
from arnews.dates.model import Temporal
from arnews.entities.model import Found, mentions_by_word
from arnews.numbers.model import Numeral
from arnews.records import Quantity
from arnews.text.article import Layout, aside
from arnews.text.document import Document
from arnews.text.words import Word

COMMAS = frozenset({"،", ",", "-", "–", "—", "ـ", "(", ")", "[", "]", "/", "|"})
REACH = 120


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field of a claim has its value: the rule and the words ``first`` to ``last`` that it read."""

    field: str
    rule: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``first`` to ``last`` (exclusive) that fill an argument; ``ref`` and ``country`` where an entity or date names them."""

    first: int
    last: int
    cut: int = 0
    ref: str | None = None
    country: str | None = None


@dataclass(slots=True)
class Draft:
    """A claim in the making. ``first`` to ``last`` is its text in words, ``noun`` the word that names what is counted."""

    first: int
    last: int
    cut: int
    quantity: Quantity
    numeral: Numeral | None = None
    noun: int | None = None
    group: tuple[int, int] | None = None
    kind: str = ""
    rule: str = ""
    unit: str | None = None
    event: int | None = None
    event_kind: str = ""
    parent: Draft | None = None
    implicit: bool = False
    additional: bool = False
    source: Phrase | None = None
    who: Phrase | None = None
    where: Phrase | None = None
    when: Phrase | None = None
    since: Phrase | None = None
    per: str | None = None
    modality: str = "asserted"
    evidence: list[Evidence] = field(default_factory=list)

    def note(self, name: str, rule: str, first: int, last: int) -> None:
        """Record which rule and words gave field ``name``."""
        self.evidence.append(Evidence(name, rule, first, last))


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with all earlier findings by word. Indexes in ``entity_at`` and ``temporal_at`` are those of the input lists."""

    doc: Document
    words: tuple[Word, ...]
    tags: tuple[Tag, ...]
    numerals: Sequence[Numeral]
    temporals: Sequence[Temporal]
    entities: Sequence[Found]
    mention_at: dict[int, tuple[int, int]]
    mention_end: dict[int, int]
    mention_start: dict[int, int]
    temporal_at: dict[int, int]
    numeral_at: dict[int, int]
    title: tuple[int, int] | None
    skipped: frozenset[int]

    def sentence(self, word: int) -> tuple[int, int]:
        """Word range of the sentence that holds ``word``, at most ``REACH`` words to either side of it.

        The bound keeps every rule linear on text without full stops.
        """
        first, last = self.doc.sentences[self.doc.sentence_of(word)]
        return max(first, word - REACH), min(last, word + REACH)

    def has(self, word: int, cue: str) -> bool:
        """Whether the word belongs to the closed class ``cue``."""
        return cue in self.tags[word].cues

    def isa(self, word: int, group: str, *, joined: bool = False) -> bool:
        """Whether the word, as it stands, belongs to the class ``group`` of ``words.tsv``; ``joined`` passes over و before it."""
        key = self.words[word].key
        return (key.lstrip("و") if joined else key) in claim_lexicon().classes[group]

    def entity(self, word: int) -> tuple[int, Found] | None:
        """Index and entity whose mention covers the word."""
        at = self.mention_at.get(word)
        return (at[0], self.entities[at[0]]) if at is not None else None

    def type_at(self, word: int) -> str:
        """Type of the entity whose mention covers the word, or an empty string."""
        at = self.mention_at.get(word)
        return self.entities[at[0]].type if at is not None else ""

    def stop(self, word: int) -> bool:
        """Whether the word is a mark of punctuation."""
        return self.words[word].kind == "punct"


def build(doc: Document, layout: Layout, numerals: Sequence[Numeral], temporals: Sequence[Temporal], entities: Sequence[Found]) -> Scene:
    """Index the findings by word. Linear in words and findings."""
    words = doc.words
    mention_at = mentions_by_word(entities)
    held = {w: entities[i].mentions[j] for w, (i, j) in mention_at.items()}
    mention_end, mention_start = {w: m.last for w, m in held.items()}, {w: m.first for w, m in held.items()}
    temporal_at = {w: i for i, t in enumerate(temporals) for w in range(t.first, t.last)}
    numeral_at = {w: i for i, n in enumerate(numerals) for w in range(n.first, n.last)}
    tags = [tag(w.key) for w in words]
    for i, word in enumerate(words):
        if word.key == "فقد" and not (
            i + 1 in numeral_at or (i + 1 < len(words) and (words[i + 1].text.startswith("ال") or tags[i + 1].noun))
        ):
            tags[i] = Tag()  # فقد قتل: ف with قد, not "lost"
    return Scene(
        doc, words, tuple(tags), numerals, temporals, entities, mention_at, mention_end, mention_start,
        temporal_at, numeral_at, (layout.title.first, layout.title.last) if layout.title is not None else None, aside(layout),
    )  # fmt: skip
