"""What the claim tables say about one word: the counted noun, the event, and the closed classes that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from arnews.lexicon import rows
from arnews.text.fold import fold
from arnews.text.trie import TokenTrie
from arnews.text.words import Word, cuts


class Noun(NamedTuple):
    """A counted noun. ``generic`` nouns (شخص, قتيل) say nothing about who; ``number`` is s, d or p."""

    lemma: str
    kind: str
    generic: bool
    number: str


class Event(NamedTuple):
    """A form of an event word. ``kind`` is empty for acts (أرسل); ``shape`` past, imperfect, future, relative, masdar, masdar_own."""

    lemma: str
    kind: str
    shape: str
    counted: str
    preposition: str
    number: str


class Attribution(NamedTuple):
    """A phrase of attribution in the manner of ConText; ``gender`` and ``number`` of verbs, for their subjects."""

    category: str
    direction: str
    scope: str
    terminators: str
    gender: str
    number: str


class Marker(NamedTuple):
    """A phrase of modality in the manner of ConText."""

    category: str
    direction: str
    scope: str
    terminators: str
    shape: str


# What the classes of the general noun table say where the claim table has no row. Its places and materiel are wider than
# the kinds of a claim (وزارة, مسار, قارورة); time words count nothing by themselves.
CLASS_KINDS = {"persons": "people", "places": "count", "materiel": "count", "acts": "count", "other": "count", "time": "time"}


@dataclass(frozen=True, slots=True)
class ClaimLexicon:
    """The claim tables as look-ups by folded form."""

    nouns: dict[str, Noun]
    events: dict[str, Event]
    attribution: TokenTrie[Attribution]
    attribution_firsts: frozenset[str]
    modality: TokenTrie[Marker]
    modality_firsts: frozenset[str]
    cues: dict[str, frozenset[str]]
    money: frozenset[str]
    sites: frozenset[str]
    periods: dict[str, str]
    classes: dict[str, frozenset[str]]
    values: dict[tuple[str, str], str]


@lru_cache(maxsize=1)
def claim_lexicon() -> ClaimLexicon:
    """Read the tables once."""
    attribution: TokenTrie[Attribution] = TokenTrie()
    modality: TokenTrie[Marker] = TokenTrie()
    firsts: tuple[set[str], set[str]] = (set(), set())
    for literal, *rest in rows("claim_attribution"):
        attribution.add(literal.split(), Attribution(*rest))
        firsts[0].add(literal.split()[0])
    for literal, *rest in rows("claim_modality"):
        modality.add(literal.split(), Marker(*rest))
        firsts[1].add(literal.split()[0])
    classes: dict[str, set[str]] = {}
    for group, word in rows("claim_words"):
        classes.setdefault(group, set()).add(word)
    cues: dict[str, set[str]] = {}
    periods: dict[str, str] = {}
    values: dict[tuple[str, str], str] = {}
    for category, literal, value in rows("claim_cues"):
        cues.setdefault(literal, set()).add(category)
        if value:
            values[category, literal] = value
        if category == "per":
            periods[literal] = value
    nouns = {fold(form): Noun(lemma, CLASS_KINDS.get(group, "count"), False, number) for form, lemma, number, _, group in rows("nouns")}
    sites = frozenset(form for form, _, kind, *_ in rows("claim_nouns") if kind == "places")
    nouns.update({form: Noun(lemma, kind, generic == "1", number) for form, lemma, kind, generic, number in rows("claim_nouns")})
    return ClaimLexicon(
        nouns=nouns,
        events={form: Event(*rest) for form, *rest in rows("claim_events")},
        attribution=attribution,
        attribution_firsts=frozenset(firsts[0]),
        modality=modality,
        modality_firsts=frozenset(firsts[1]),
        cues={k: frozenset(v) for k, v in cues.items()},
        money=frozenset(unit.lstrip("@") for _, unit, kind, _ in rows("number_units") if kind == "money"),
        sites=sites,
        periods=periods,
        classes={name: frozenset(words) for name, words in classes.items()},
        values=values,
    )


@dataclass(frozen=True, slots=True)
class Tag:
    """What one folded word can be. Each ``*_cut`` counts the proclitic letters in front of that reading.

    ``cues`` are the classes of the whole word or of what follows و or ف; ``cue_cut`` says which.
    """

    noun: Noun | None = None
    noun_cut: int = 0
    definite: bool = False
    event: Event | None = None
    event_cut: int = 0
    event_by: str = ""
    cues: frozenset[str] = frozenset()
    cue_cut: int = 0
    attribution: bool = False
    modality: bool = False


_EMPTY: frozenset[str] = frozenset()
NO_TAG = Tag()
_FUNCTION = frozenset({"that", "clause", "preposition", "onto", "since", "there"})
_VERBAL = frozenset({"result", "rise", "stat"})


# Classes that name a function word for one rule alone: they say nothing about the words around.
PLAIN_CLASSES = frozenset({
    "before_number", "of", "by", "who", "among", "between", "and", "what", "negative", "no_longer", "each", "one", "single", "moves",
    "passing_time", "portion", "compares", "armed", "armed_act", "befalls", "assault", "downs", "carry", "verdict", "come_back",
})  # fmt: skip


def _bare(rest: str) -> tuple[str, bool]:
    """A word without its article: الجنود gives (جنود, True), and لقتلى after the ل of للقتلى stays as it is."""
    return (rest[2:], True) if rest.startswith("ال") and len(rest) > 4 else (rest, False)


@lru_cache(maxsize=65536)
def tag(key: str) -> Tag:
    """The readings of a folded word, whole before cut: ``وقتل`` is ``قتل`` after one letter."""
    lexicon = claim_lexicon()
    readings = [(0, key), *cuts(key)]
    noun, noun_cut, definite = None, 0, False
    event, event_cut = None, 0
    cues, cue_cut = _EMPTY, 0
    for cut, rest in readings:
        if noun is None:
            bare, article = _bare(rest)
            noun = lexicon.nouns.get(rest) or (lexicon.nouns.get(bare) if article else None)
            if noun is not None:
                noun_cut, definite = cut, article
        if event is None:
            event = lexicon.events.get(rest)
            event_cut = cut
        if not cues and (cut == 0 or (cut == 1 and key[0] in "وف")):
            cues = lexicon.cues.get(rest, _EMPTY)
            cue_cut = cut
        elif not cues and cut:
            # بوقوع, لارتفاع: verbal nouns of the closed classes after a preposition.
            cues = lexicon.cues.get(rest, _EMPTY) & _VERBAL
            cue_cut = cut
    # A proclitic ب ل ك stands before verbal nouns only: لقتل is "to kill", but لقتلوا "they would have killed".
    by = key[event_cut - 1] if event is not None and event_cut else ""
    if by == "س":
        event = None  # سراح is no future of راح; futures are in the table
    elif event is not None and by in "بلك" and by and event.shape not in ("masdar", "masdar_own"):
        if by == "ل" and event.shape == "imperfect":
            pass  # لتقتل وتصيب 22
        else:
            event = event._replace(shape="masdar") if event.shape in ("past", "either") and event.number == "s" else None
    attribution = any(rest in lexicon.attribution_firsts for _, rest in readings)
    modality = any(rest in lexicon.modality_firsts for _, rest in readings)
    if noun is not None and event is not None and event.shape in ("masdar_own", "relative") and noun_cut == event_cut:
        event = None  # أسرة is a family, not "his capture"
    if cues & _FUNCTION:
        # التي is no dual of آلة.
        noun, noun_cut, definite = None, 0, False
    if noun is None and event is None and not cues and not attribution and not modality:
        return NO_TAG
    return Tag(noun, noun_cut, definite, event, event_cut, by, cues, cue_cut, attribution, modality)


def among(lemma: str, group: str) -> bool:
    """Whether a lemma belongs to the class ``group`` of ``words.tsv``."""
    return fold(lemma) in claim_lexicon().classes[group]


def of_class(key: str, name: str) -> bool:
    """Whether a folded word stands in the class ``name`` of ``cues.tsv``."""
    return name in claim_lexicon().cues.get(key, _EMPTY)


@lru_cache(maxsize=4096)
def lemma_is(lemma: str, name: str) -> bool:
    """Whether a lemma of the tables (``عملية``) stands in the class ``name``."""
    return of_class(fold(lemma), name)


@lru_cache(maxsize=1)
def _suffixes() -> tuple[str, ...]:
    found = (literal for category, literal in claim_lexicon().values if category == "suffix")
    return tuple(sorted(found, key=lambda s: (-len(s), s)))


_SHORTEST_STEM = 3
_TA, _HA = "ت", "ه"


def possessed(word: Word) -> Tag | None:
    """The reading of a noun that has a pronoun of possession: ``أطفالهما``, ``ضحاياها``, ``قيمتها``; ``مدرسية`` has none."""
    return None if word.text.endswith(_TA_MARBUTA) else _possessed(word.key)


_TA_MARBUTA = "ة"


@lru_cache(maxsize=65536)
def _possessed(key: str) -> Tag | None:
    for suffix in _suffixes():
        stem = key.removesuffix(suffix)
        if stem == key or len(stem) < _SHORTEST_STEM:
            continue
        for whole in (stem, stem[:-1] + _HA) if stem.endswith(_TA) else (stem,):
            found = tag(whole)
            if found.noun is not None and not found.definite:
                return found
    return None
