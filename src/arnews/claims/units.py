"""The units that the rules of claims are written in: words and marks, and whole numbers, dates and names as one unit each.

What a unit is known to be stands in seven layers, each with an alphabet of its own (see ``arnews.grammar.patterns``). The atoms of
patterns:

======================  ==================================================================================================
``N`` ``N[killed]``     a number that is a claim; with the kind that it has so far (``-`` none yet)
``BARE`` ``COUNTED``    a number without and with its own noun (``N&BARE``)
``DATE``                a date, time or length of time
``NAME[ORG,LOC]``       a name of an entity
``COMMA STOP COLON``    marks: ، - ( ), the end of a sentence or the beginning of the text, a colon
``OPEN CLOSE QUOTE``    brackets and quotation marks
``W``                   a word that is none of these
``PLAIN``               a word that is no noun of the tables: a verb, or a noun that they lack
``NOUN[people,s,def]``  a noun of the tables: kinds, number (s d p), ``def`` or ``indef``
``EVENT[killed,past]``  an event word: kinds (``act`` for none), shapes, numbers (``s d p``)
``IS[subset]``          a word of a class of ``cues.tsv``; names of places and nouns of places are ``IS[place]`` too
``AND TO BY AS``        a proclitic before it: و or ف, ل, ب, ك
``FREE``                no proclitic
``SAY ACCORDING``       a verb of saying, a phrase of attribution
``بين``                  the word itself, with or without و or ف
======================  ==================================================================================================
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from arnews.claims.lexicon import Noun, Tag, claim_lexicon, tag
from arnews.claims.scene import COMMAS, Draft, Scene
from arnews.grammar.patterns import Alphabet, Letters, PatternError, literals
from arnews.grammar.units import COLON, PROCLITICS, QUOTES, STRONG, Layers, basic, named, proclitics
from arnews.lexicon import rows
from arnews.text.fold import fold

FORM, NAME, NOUN, EVENT, CUES, PROCLITIC, WORD = range(7)
FORMS = ("number", "date", "name", "comma", "stop", "colon", "open", "close", "quote", "skipped", "word")
TYPES = ("", "PERSON", "LOC", "ORG", "NORP", "MISC", "bare", "counted")
# The rule tables, one for each field, in the order in which they run.
FIELDS = ("kind", "part", "one", "modality", "who", "where")
_KINDS = (
    "", "troops", "killed", "injured", "casualties", "missing", "displaced", "detained", "hostages", "people", "materiel", "attacks",
    "places", "money", "percent", "multiplier", "measure", "age", "count", "time",
)  # fmt: skip
_NUMBERS = ("s", "d", "p")
_SHAPES = ("past", "imperfect", "future", "either", "relative", "masdar", "masdar_own")
_SIMPLE = {
    "W": "word", "DATE": "date", "COMMA": "comma", "STOP": "stop", "COLON": "colon", "OPEN": "open", "CLOSE": "close", "QUOTE": "quote",
}  # fmt: skip
_SAID = ("", "verb", "preposition", "pronoun", "continuation", "relative")


class Unit(NamedTuple):
    """Words ``first`` to ``last`` of the document as one unit; ``draft`` is the number's claim."""

    first: int
    last: int
    draft: Draft | None = None


@dataclass(slots=True)
class Units:
    """The units of a document in order, their letters, and the text that patterns run over."""

    scene: Scene
    units: list[Unit]
    letters: list[str]
    text: str = ""

    def draft(self, at: int | None) -> Draft | None:
        """The claim of the unit ``at``."""
        return self.units[at].draft if at is not None else None

    def update(self, drafts: Sequence[Draft]) -> None:
        """Make the numbers say what is known of their claims by now, and each new claim a unit."""
        for draft in drafts:
            # The end of a sentence takes no words: it stands before the unit that begins there.
            low = bisect_left(self.units, (draft.first, draft.first + 1), key=lambda u: (u.first, u.last))
            high = bisect_left(self.units, (draft.last, draft.last), key=lambda u: (u.first, u.last))
            if low < len(self.units) and self.units[low].first == draft.first:
                unit = Unit(draft.first, draft.last, draft)
                self.units[low : max(high, low + 1)] = [unit]
                self.letters[low : max(high, low + 1)] = [_letters(self.scene, unit)]
        self.text = "".join(self.letters)


@lru_cache(maxsize=1)
def alphabet() -> Alphabet:
    """The letters of each layer; read once."""
    nouns = [(k, n, d) for k in _KINDS for n in ("", *_NUMBERS) for d in (False, True)]
    events = [(k, s, n) for k in _KINDS for s in _SHAPES for n in ("", *_NUMBERS)]
    return Alphabet([FORMS, TYPES, [None, *nouns], [None, *events], _classed(), PROCLITICS, ["", *_words()]])


def _words() -> list[str]:
    """The words that patterns name, folded."""
    patterns = (row[2] for field in FIELDS for row in rows(f"claim_rules_{field}"))
    return sorted({fold(w) for pattern in patterns for w in literals(pattern)})


def _classed() -> list[tuple[frozenset[str], str]]:
    """Every set of classes that a word may have, alone and with ``place``, and with each sort of attribution."""
    sets = {frozenset(), *map(frozenset, claim_lexicon().cues.values())}
    sets |= {frozenset({c}) for some in sets for c in some}
    sets |= {some | {"place"} for some in sets}
    return [(some, said) for some in sorted(sets, key=sorted) for said in _SAID]


def atom(name: str, args: tuple[str, ...]) -> Letters:
    """The letters that an atom of a pattern stands for; see the table at the head of this module."""
    letters = alphabet()
    if name in _BY_NAME:
        return _BY_NAME[name](letters, args)
    found = basic(name, letters, Layers(FORM, PROCLITIC, WORD), _SIMPLE)
    if found is None:
        raise PatternError(f"no atom {name!r}")
    return found


def _number(letters: Alphabet, args: tuple[str, ...]) -> Letters:
    kinds = {"" if a == "-" else a for a in args}
    found = {FORM: letters.where(FORM, lambda v: v == "number")}
    return found | ({NOUN: letters.where(NOUN, lambda v: v is not None and v[0] in kinds)} if kinds else {})


def _shape(value: str) -> Letters:
    return {FORM: alphabet().where(FORM, lambda v: v == "number"), NAME: alphabet().where(NAME, lambda v: v == value)}


def _name(letters: Alphabet, args: tuple[str, ...]) -> Letters:
    found = {FORM: letters.where(FORM, lambda v: v == "name")}
    return found | ({NAME: letters.where(NAME, lambda v: v in args)} if args else {})


def _reading(letters: Alphabet, layer: int, args: tuple[str, ...], places: tuple[tuple[int, dict[str, Any]], ...]) -> Letters:
    """Letters of a layer whose readings hold one of the arguments in each of the places that the arguments speak of."""
    wanted = [(place, {known[a] for a in args if a in known}) for place, known in places]
    strange = [a for a in args if not any(a in known for _, known in places)]
    if strange:
        raise PatternError(f"unknown {strange[0]!r}")
    return {layer: letters.where(layer, lambda v: v is not None and all(not some or v[place] in some for place, some in wanted))}


_ANY_KIND: dict[str, Any] = {k or "act": k for k in _KINDS}


def _noun(letters: Alphabet, args: tuple[str, ...]) -> Letters:
    numbers: dict[str, Any] = {n: n for n in _NUMBERS}
    found = _reading(letters, NOUN, args, ((0, _ANY_KIND), (1, numbers), (2, {"def": True, "indef": False})))
    return {FORM: letters.where(FORM, lambda v: v != "number")} | dict(found)


def _plain(letters: Alphabet) -> Letters:
    return {FORM: letters.where(FORM, lambda v: v == "word"), NOUN: letters.where(NOUN, lambda v: v is None)}


def _event(letters: Alphabet, args: tuple[str, ...]) -> Letters:
    shapes: dict[str, Any] = {s: s for s in _SHAPES}
    numbers: dict[str, Any] = {n: n for n in _NUMBERS}
    return _reading(letters, EVENT, args, ((0, _ANY_KIND), (1, shapes), (2, numbers)))


def _cue(letters: Alphabet, args: tuple[str, ...]) -> Letters:
    known = {c for some in claim_lexicon().cues.values() for c in some}
    if strange := set(args) - known:
        raise PatternError(f"no class {strange.pop()!r} in cues.tsv")
    return {CUES: letters.where(CUES, lambda v: bool(v[0] & set(args)))}


def _said(letters: Alphabet, categories: tuple[str, ...]) -> Letters:
    return {CUES: letters.where(CUES, lambda v: v[1] in categories)}


_BY_NAME: dict[str, Callable[[Alphabet, tuple[str, ...]], Letters]] = {
    "N": _number,
    "BARE": lambda letters, args: _shape("bare"),
    "COUNTED": lambda letters, args: _shape("counted"),
    "NAME": _name,
    "NOUN": _noun,
    "EVENT": _event,
    "IS": _cue,
    "SAY": lambda letters, args: _said(letters, ("verb",)),
    "PLAIN": lambda letters, args: _plain(letters),
    "ACCORDING": lambda letters, args: _said(letters, ("preposition",)),
}


def build_units(scene: Scene) -> Units:
    """The units of a document before it has claims; ``Units.update`` puts them in. Linear in its words."""
    units: list[Unit] = [Unit(0, 0)]
    letters: list[str] = [_end()]
    ends = {last for _, last in scene.doc.sentences}
    special = {*scene.mention_at, *scene.temporal_at, *scene.skipped}
    words = scene.words
    i, end = 0, len(words)
    while i < end:
        # Nearly all units are words that nothing is known of but their letters.
        if i not in special and words[i].kind == "arabic":
            units.append(Unit(i, i + 1))
            letters.append(_plain_word(words[i].key))
            i += 1
        else:
            unit = _unit(scene, i)
            units.append(unit)
            letters.append(_letters(scene, unit))
            i = unit.last
        if i in ends and words[i - 1].text not in STRONG:
            units.append(Unit(i, i))
            letters.append(_end())
    return Units(scene, units, letters)


def _unit(scene: Scene, i: int) -> Unit:
    if i in scene.temporal_at:
        at, last = scene.temporal_at[i], i + 1
        while scene.temporal_at.get(last) == at:
            last += 1
        return Unit(i, last)
    if i in scene.mention_end and scene.mention_start[i] == i:
        return Unit(i, scene.mention_end[i])
    return Unit(i, i + 1)


def _letters(scene: Scene, unit: Unit) -> str:
    table = alphabet().letters
    i = unit.first
    key = scene.words[i].key
    known = _known(key)
    if unit.draft is not None:
        d = unit.draft
        kind = table[NOUN][(d.kind or _kind_of(scene, d), "", False)]
        shape = "counted" if d.noun is not None else "bare"
        return "".join((
            table[FORM]["number"], table[NAME][shape], kind, _none(EVENT), _none(CUES), _proclitics(key[: d.cut]), _word(key),
        ))  # fmt: skip
    form = _form(scene, unit)
    if form == "word":
        return _plain_word(key)
    if form == "name":
        at = scene.mention_at[i]
        cut = scene.entities[at[0]].mentions[at[1]].cut
        return "".join((
            table[FORM][form], table[NAME][scene.type_at(i)], known[0], _none(EVENT),
            _placed(known[2]) if scene.type_at(i) == "LOC" else known[2], _proclitics(key[:cut]), _word(key),
        ))  # fmt: skip
    return table[FORM][form] + _nothing() + _word(key)


@lru_cache(maxsize=65536)
def _plain_word(key: str) -> str:
    """The letters of a word that is no name and no part of a date."""
    return alphabet().letters[FORM]["word"] + _none(NAME) + _known(key) + _word(key)


@lru_cache(maxsize=65536)
def _known(key: str) -> str:
    """The letters of noun, event, classes and proclitic of a folded word."""
    table, found = alphabet().letters, tag(key)
    noun = (found.noun.kind, found.noun.number, found.definite) if found.noun is not None else None
    event = (found.event.kind, found.event.shape, found.event.number) if found.event is not None else None
    said = _attribution(key, found)
    cuts = ((found.noun, found.noun_cut), (found.event, found.event_cut), (found.cues, found.cue_cut))
    cut = max((cut for reading, cut in cuts if reading), default=0)
    return "".join((
        table[NOUN].get(noun) or _none(NOUN),
        table[EVENT].get(event) or _none(EVENT),
        table[CUES].get((_classes(found), said)) or table[CUES][(frozenset(), said)],
        _proclitics(key[:cut]),
    ))  # fmt: skip


def _classes(found: Tag) -> frozenset[str]:
    """The classes of a word; a noun of places is one of ``place``."""
    return found.cues | {"place"} if found.noun is not None and found.noun.kind == "places" else found.cues


@lru_cache(maxsize=4096)
def _placed(letter: str) -> str:
    """The same classes, and ``place``: a name of a place is one."""
    table = alphabet().letters[CUES]
    cues, said = next(value for value, known in table.items() if known == letter)
    return table[cues | {"place"}, said]


@lru_cache(maxsize=8)
def _none(layer: int) -> str:
    """The letter of a layer that says nothing."""
    empty: tuple[Any, ...] = ("word", "", None, None, (frozenset(), ""), ("", ""), "")
    return alphabet().letters[layer][empty[layer]]


@lru_cache(maxsize=1)
def _nothing() -> str:
    """The layers from names to proclitics of a mark or a date."""
    return "".join(_none(layer) for layer in range(NAME, WORD))


def _kind_of(scene: Scene, draft: Draft) -> str:
    noun: Noun | None = scene.tags[draft.noun].noun if draft.noun is not None else None
    return noun.kind if noun is not None else ""


def _form(scene: Scene, unit: Unit) -> str:
    i = unit.first
    text = scene.words[i].text
    if i in scene.skipped:
        return "skipped"
    if i in scene.temporal_at:
        return "date"
    if scene.mention_start.get(i) == i:
        return "name"
    if text in STRONG:
        return "stop"
    if text == COLON:
        return "colon"
    if text in QUOTES:
        return "quote"
    if text in "([":
        return "open"
    if text in ")]":
        return "close"
    return "comma" if text in COMMAS else "word"


def _attribution(key: str, tag: Tag) -> str:
    if not tag.attribution:
        return ""
    table = claim_lexicon().attribution
    found = table.get([key]) or (table.get([key[1:]]) if key[0] in "وف" else None)
    return found.category if found is not None else ""


@lru_cache(maxsize=256)
def _proclitics(before: str) -> str:
    """The letter for the proclitics ``before`` a word."""
    return alphabet().letters[PROCLITIC][proclitics(before)]


def _word(key: str) -> str:
    return named(alphabet().letters[WORD], key)


@lru_cache(maxsize=1)
def _end() -> str:
    """The end of a sentence that has no mark."""
    return alphabet().letters[FORM]["stop"] + _nothing() + _none(WORD)
