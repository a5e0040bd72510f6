"""A document as the step of speech sees it: words with their signs, earlier findings by word, and the units that rules run over.

The atoms of patterns, besides any word itself (``عن``, with or without و or ف):

====================  ====================================================================================================
``SAY`` ``SAY[news]`` a verb of saying; one that takes what the brackets say (see ``verbs.tsv``)
``PART``              a participle that carries on: مشيرا
``ITS``               قوله, قولها
``ACCORDING`` ``OWN`` a phrase of attribution; على حد قوله
``IS[that]``          a word of a class of ``words.tsv``
``WHAT``              what can be announced: a verbal noun or a total, with ب or without; a number
``HEAD``              any unit that can stand between a verb of saying and what is said
``NAME[ORG]`` ``N``   a name; a number
``DATE``              a date or time
``COMMA DASH STOP``   marks, and the end of a sentence
``COLON QUOTE``       a colon; a quotation mark
``OPEN CLOSE``        brackets
``AND BY TO FREE``    proclitics before the word: و or ف, ب, ل, none
====================  ====================================================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from arnews.dates.model import Temporal
from arnews.entities.model import Found, mentions_by_word
from arnews.grammar.patterns import Alphabet, Letters, PatternError, literals
from arnews.grammar.units import COLON, PROCLITICS, QUOTES, STRONG, Layers, basic, named, proclitics
from arnews.lexicon import rows
from arnews.numbers.model import Numeral
from arnews.speech.lexicon import ATTACHED, Sign, sign, speech_lexicon
from arnews.text.article import Layout, aside
from arnews.text.document import Document
from arnews.text.fold import fold
from arnews.text.words import Word, has_article

OPENING, CLOSING = frozenset({"“", "«"}), frozenset({"”", "»"})
COMMAS = frozenset({"،", ","})
_LONGEST_QUOTED_NAME = 6
FORM, TYPE, VERB, CLASS, PROCLITIC, WORD = range(6)
_FORMS = (
    "number", "date", "name", "comma", "dash", "stop", "colon", "open", "close", "quote", "according", "own", "skipped", "word",
)  # fmt: skip
_TYPES = ("", "PERSON", "LOC", "ORG", "NORP", "MISC")
_SIMPLE = {
    "N": "number", "DATE": "date", "COMMA": "comma", "DASH": "dash", "STOP": "stop", "COLON": "colon", "OPEN": "open",
    "CLOSE": "close", "QUOTE": "quote", "ACCORDING": "according", "OWN": "own",
}  # fmt: skip
_FINITE = ("past", "imperfect")
_ATTACHED = frozenset({"ب", "ل", "ك"})


class Unit(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) as one unit."""

    first: int
    last: int


@dataclass(slots=True)
class Setting:
    """A document with what earlier steps found, by word."""

    doc: Document
    words: tuple[Word, ...]
    signs: tuple[Sign, ...]
    entities: Sequence[Found]
    mention_at: dict[int, tuple[int, int]]
    temporal_at: dict[int, int]
    numbers: frozenset[int]
    skipped: frozenset[int]
    units: list[Unit] = field(default_factory=list)
    text: str = ""

    def has(self, word: int, *classes: str) -> bool:
        """Whether the word belongs to one of the classes."""
        return not self.signs[word].classes.isdisjoint(classes)

    def key(self, word: int) -> str:
        """The folded form of a word."""
        return self.words[word].key

    def type_at(self, word: int) -> str:
        """Type of the entity whose mention covers the word, or an empty string."""
        at = self.mention_at.get(word)
        return self.entities[at[0]].type if at is not None else ""

    def mention(self, word: int) -> tuple[int, int, int] | None:
        """First word, last word (exclusive) and proclitic letters of the mention that covers the word."""
        at = self.mention_at.get(word)
        if at is None:
            return None
        m = self.entities[at[0]].mentions[at[1]]
        return m.first, m.last, m.cut

    def definite(self, word: int) -> bool:
        """Whether the word begins with the article."""
        return has_article(self.words[word].key) and self.words[word].kind == "arabic"

    def preposition(self, word: int) -> str:
        """The letter ب, ل or ك that hangs on the word, or an empty string."""
        mention = self.mention(word)
        cut = (mention[2] if mention[0] == word else 0) if mention is not None else self.signs[word].cut
        letter = self.words[word].key[cut - 1] if cut else ""
        return letter if letter in _ATTACHED else ""

    def ends(self, word: int, group: str) -> bool:
        """Whether the word ends as the class ``group`` of endings says."""
        key, classes = self.words[word].key, speech_lexicon().classes
        return any(group in classes.get(key[-n:], ()) for n in (1, 2))

    def mark(self, word: int) -> bool:
        """Whether the word is a mark of punctuation."""
        return self.words[word].kind == "punct"

    def finite(self, word: int) -> bool:
        """Whether the word is a verb of saying in a finite form, and not inside a name."""
        verb = self.signs[word].verb
        return verb is not None and verb.shape in _FINITE and word not in self.mention_at


def build(doc: Document, layout: Layout, numerals: Sequence[Numeral], temporals: Sequence[Temporal], entities: Sequence[Found]) -> Setting:
    """Index the findings by word, and make the units. Linear in words and findings."""
    mention_at = mentions_by_word(entities)
    temporal_at = {w: i for i, t in enumerate(temporals) for w in range(t.first, t.last)}
    setting = Setting(
        doc, doc.words, tuple(sign(w.key) for w in doc.words), entities, mention_at, temporal_at,
        frozenset(w for n in numerals if n.form != "ordinal" for w in range(n.first, n.last)), aside(layout),
    )  # fmt: skip
    _units(setting)
    return setting


@lru_cache(maxsize=1)
def alphabet() -> Alphabet:
    """The letters of each layer; read once."""
    lexicon = speech_lexicon()
    named = sorted({fold(w) for row in rows("speech_rules") for w in literals(row[2])})
    return Alphabet([
        _FORMS,
        _TYPES,
        [None, *sorted({(v.shape, v.takes) for v in lexicon.verbs.values()}, key=lambda v: (v[0], sorted(v[1])))],
        sorted({frozenset[str](), *lexicon.classes.values(), *_attached()}, key=sorted),
        PROCLITICS,
        ["", *named],
    ])  # fmt: skip


def _attached() -> set[frozenset[str]]:
    return {some & ATTACHED for some in speech_lexicon().classes.values()}


def atom(name: str, args: tuple[str, ...]) -> Letters:
    """The letters that an atom of a pattern stands for; see the table at the head of this module."""
    letters = alphabet()
    if name in _BY_NAME:
        return _BY_NAME[name](letters, args)
    found = basic(name, letters, Layers(FORM, PROCLITIC, WORD), _SIMPLE)
    if found is None:
        raise PatternError(f"no atom {name!r}")
    return found


def _shaped(*shapes: str) -> Callable[[Alphabet, tuple[str, ...]], Letters]:
    def found(letters: Alphabet, args: tuple[str, ...]) -> Letters:
        known = {t for v in speech_lexicon().verbs.values() for t in v.takes}
        if strange := set(args) - known:
            raise PatternError(f"no verb takes {strange.pop()!r}")
        wanted = set(args)
        return {
            FORM: letters.where(FORM, lambda v: v == "word"),
            VERB: letters.where(VERB, lambda v: v is not None and v[0] in shapes and (not wanted or bool(v[1] & wanted))),
        }

    return found


def _class(letters: Alphabet, args: tuple[str, ...]) -> Letters:
    known = {c for some in speech_lexicon().classes.values() for c in some}
    if strange := set(args) - known:
        raise PatternError(f"no class {strange.pop()!r} in words.tsv")
    return {CLASS: letters.where(CLASS, lambda v: bool(v & set(args)))}


def _head(letters: Alphabet, args: tuple[str, ...]) -> Letters:
    return {
        FORM: letters.where(FORM, lambda v: v not in ("stop", "colon", "quote", "number", "according", "own")),
        VERB: letters.where(VERB, lambda v: v is None or v[0] == "relative" or (v[0] in _FINITE and "noun" in v[1])),
    }


_BY_NAME: dict[str, Callable[[Alphabet, tuple[str, ...]], Letters]] = {
    "NAME": lambda letters, args: {
        FORM: letters.where(FORM, lambda v: v == "name"), TYPE: letters.where(TYPE, lambda v: not args or v in args)
    },
    "SAY": _shaped(*_FINITE),
    "PART": _shaped("participle"),
    "ITS": _shaped("own"),
    "IS": _class,
    "HEAD": _head,
    "WORD": lambda letters, args: {FORM: letters.where(FORM, lambda v: v == "word")},
}  # fmt: skip


def _units(setting: Setting) -> None:
    letters: list[str] = []
    words, signs, units = setting.words, setting.signs, setting.units
    ends = {last for _, last in setting.doc.sentences}
    special = {*setting.mention_at, *setting.temporal_at, *setting.numbers, *setting.skipped}
    plain = alphabet().letters[FORM]["word"] + alphabet().letters[TYPE][""]
    i, end = 0, len(words)
    while i < end:
        start = i
        # Nearly all units are words that nothing is known of but their letters.
        if i not in special and not signs[i].phrase and words[i].kind != "punct":
            form, i = "word", i + 1
            letters.append(plain + _known(words[start].key))
        else:
            i, form, kind = _form(setting, start)
            letters.append(_letters(setting, start, form, kind))
        units.append(Unit(start, i))
        ended = i in ends or (i - start > 1 and any(w in ends for w in range(start + 1, i)))
        if ended and form != "stop":
            units.append(Unit(i, i))
            letters.append(_mark("stop"))
    setting.text = "".join(letters)


def _form(setting: Setting, i: int) -> tuple[int, str, str]:
    """The last word (exclusive) of the unit that begins at ``i``, its form, and its type where it is a name."""
    if i in setting.skipped:
        return i + 1, "skipped", ""
    at = setting.temporal_at.get(i)
    if at is not None:
        last = i + 1
        while setting.temporal_at.get(last) == at:
            last += 1
        return last, "date", ""
    mention = setting.mention(i)
    if mention is not None and mention[0] == i:
        return mention[1], "name", setting.type_at(i)
    if i in setting.numbers:
        return i + 1, "number", ""
    closing = quoted_name(setting, i)
    if closing is not None:
        return closing + 1, "name", ""
    if setting.signs[i].phrase and mention is None:
        match = speech_lexicon().phrases.longest(setting.words, i, len(setting.words))
        # كحسب is no phrase; only و and ف stand before one.
        if match is not None and (match.cut == 0 or (match.cut == 1 and setting.words[i].key[0] in "وف")):
            return match.last, match.value, ""
    return i + 1, _plain(setting, i), ""


def _plain(setting: Setting, i: int) -> str:
    text = setting.words[i].text
    if setting.words[i].kind != "punct":
        return "word"
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
    return "dash" if setting.has(i, "dash") else "comma"


def quoted_name(setting: Setting, i: int) -> int | None:
    """The closing mark of a name in quotation marks: after a noun of media, bodies and firms (``موقع "بزنس إنسايدر"``) or after ل."""
    if i == 0 or setting.words[i].text not in QUOTES or i in setting.mention_at:
        return None
    if not setting.has(i - 1, "named", "to", "by"):
        return None
    limit = min(len(setting.words), i + _LONGEST_QUOTED_NAME)
    return next((w for w in range(i + 1, limit) if setting.words[w].text in QUOTES), None)


def _letters(setting: Setting, i: int, form: str, kind: str) -> str:
    table = alphabet().letters
    if form == "word":
        return table[FORM][form] + table[TYPE][""] + _known(setting.words[i].key)
    key = setting.words[i].key
    if form == "name":
        mention = setting.mention(i)
        before = key[: mention[2]] if mention is not None else ""
        classes = setting.signs[i].classes
        return "".join((
            table[FORM][form], table[TYPE][kind], table[VERB][None], table[CLASS].get(classes) or table[CLASS][frozenset()],
            _proclitics(before), table[WORD][""],
        ))  # fmt: skip
    if form in ("according", "own"):
        return _mark(form)[:-2] + _proclitics(key[:1] if key[0] in "وف" else "") + table[WORD][""]
    return _mark(form)


@lru_cache(maxsize=32)
def _mark(form: str) -> str:
    table = alphabet().letters
    return "".join((table[FORM][form], table[TYPE][""], table[VERB][None], table[CLASS][frozenset()], _proclitics(""), table[WORD][""]))


@lru_cache(maxsize=65536)
def _known(key: str) -> str:
    """The letters of verb, classes, proclitic and word of a folded word."""
    table, found = alphabet().letters, sign(key)
    verb = (found.verb.shape, found.verb.takes) if found.verb is not None else None
    cut = max(found.verb_cut, found.cut)
    word = named(table[WORD], key)
    return table[VERB][verb] + (table[CLASS].get(found.classes) or table[CLASS][frozenset()]) + _proclitics(key[:cut]) + word


@lru_cache(maxsize=256)
def _proclitics(before: str) -> str:
    return alphabet().letters[PROCLITIC][proclitics(before)]
