"""What the number extractor knows, read once from the generated tables.

Kinds of number words (column ``kind`` of ``number_words``):
``z`` zero, ``u`` 1-9, ``a`` 1 and 2 in compounds only (أحد عشر, اثنا عشر), ``t`` ten, ``e`` 11-19 in one word, ``T`` the tens,
``h`` a hundred or hundreds in one word, ``H`` two hundred, ``s`` a scale, ``S`` its dual, ``p`` its plural, ``v`` the vague
plurals عشرات and مئات, ``f`` a fraction, ``g`` a fraction that needs its damma (خُمس beside خمس), ``F`` its dual, ``r`` its plural,
``b`` بضعة, ``k`` زوج, ``m`` ضعف, ``M`` its dual, ``n`` a fraction only after و (ثلاثة ونص).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from arnews.lexicon import rows
from arnews.text.fold import fold
from arnews.text.trie import TokenTrie

Value = int | float
# The letters that Arabic writes onto the front of a word.
PROCLITICS = ("و", "ف", "ب", "ل", "ك")


class Atom(NamedTuple):
    """One number word: its kind, its value, and whether it carries the article."""

    kind: str
    value: Value
    definite: bool


class Ordinal(NamedTuple):
    """One ordinal word; ``compound`` ones (حادي) need عشر or a ten after them."""

    value: int
    compound: bool
    definite: bool


class Unit(NamedTuple):
    """A unit: its name or ISO 4217 code, its kind, and whether the word itself is a dual (كيلومترين)."""

    name: str
    kind: str
    dual: bool


class Noun(NamedTuple):
    """A form of a counted noun: s, d (dual), c (construct dual), p; its gender and semantic class."""

    lemma: str
    number: str
    gender: str
    kind: str


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """All tables, keyed by folded words. Read-only after loading.

    ``hot`` words can be numbers by themselves; other ``starts`` (bounds, units, first words of phrases) need one soon after.
    """

    words: dict[str, Atom]
    ordinals: dict[str, Ordinal]
    before: TokenTrie[str]
    after: TokenTrie[str]
    units: TokenTrie[Unit]
    nouns: dict[str, Noun]
    duals: dict[str, Noun]
    voweled_duals: dict[str, Noun]
    bound_duals: dict[str, Noun]
    twofold: frozenset[str]  # plurals of one noun that are another noun in the singular: كتاب
    exclusions: TokenTrie[str]
    heads: dict[str, str]
    cues: dict[str, frozenset[str]]
    grammar: dict[str, frozenset[str]]
    affixes: dict[str, tuple[str, ...]]  # beginnings and endings of words
    parts: dict[str, Value]
    dual_parts: dict[str, Value]
    regnal: TokenTrie[str]
    local: dict[tuple[str, str], str]
    areas: dict[tuple[str, str], float]
    subunits: dict[tuple[str, str], int]
    unit_firsts: frozenset[str]
    hot: frozenset[str]
    starts: frozenset[str]


def _number(text: str) -> Value:
    value = Fraction(text)
    return int(value) if value.denominator == 1 else float(value)


def _grammar() -> dict[str, tuple[str, ...]]:
    """Words of the grammar by the part they play; ``affix-``: beginnings and endings of words, ``lemma-``: lemmas as printed."""
    found: dict[str, list[str]] = {}
    for form, role in rows("number_grammar"):
        found.setdefault(role, []).append(form)
    return {role: tuple(forms) for role, forms in found.items()}


@cache
def load() -> NumberLexicon:
    """The lexicon of this process, built on first use. Raises ``LexiconError`` when a table is missing or damaged."""
    words: dict[str, Atom] = {}
    parts: dict[str, Value] = {}
    dual_parts: dict[str, Value] = {}
    for key, kind, value, definite in rows("number_words"):
        if kind == "g" and definite == "0":
            parts[key] = _number(value)
        elif kind == "F":
            dual_parts[key] = _number(value)
        # الفا is the accusative of ألف and the construct dual, ثلثا the dual and the accusative: the reader decides.
        # خمس, سبع and عشر are numbers first: the fraction reading asks for the damma of خُمس at the place itself.
        if key not in words or words[key].kind == "g" or (kind in "fsS" and not (words[key].kind == "s" and kind == "S")):
            words[key] = Atom(kind, _number(value), definite == "1")
    ordinals = {k: Ordinal(int(v), use == "compound", d == "1") for k, v, use, d in rows("number_ordinals")}
    hot = set(starts := set(words) | set(ordinals))
    before: TokenTrie[str] = TokenTrie()
    after: TokenTrie[str] = TokenTrie()
    for text, place, effect in rows("number_modifiers"):
        (before if place == "before" else after).add(text.split(), effect)
        if place == "before":
            starts.add(text.split()[0])
    units: TokenTrie[Unit] = TokenTrie()
    unit_firsts = set()
    for text, name, kind, number in rows("number_units"):
        units.add(text.split(), Unit(name, kind, number == "d"))
        unit_firsts.add(text.split()[0])
        if number == "d":
            hot.add(text.split()[0])
        if number == "d" or kind in {"money", "percent", "measure"}:
            starts.add(text.split()[0])
    nouns: dict[str, Noun] = {}
    duals: dict[str, Noun] = {}
    voweled: dict[str, Noun] = {}
    for form, lemma, number, gender, kind in rows("nouns"):
        noun = Noun(lemma, number, gender, kind)
        key = fold(form)
        if "\u064e" in form:
            voweled[key] = noun
        elif number in "dc":
            duals.setdefault(key, noun)
        elif key not in nouns or number == "p":
            nouns[key] = noun
        if number == "s" and kind == "time":
            starts.add(key)
    roles = _grammar()
    grammar = {role: frozenset(forms) for role, forms in roles.items()}
    affixes = {role.removeprefix("affix-"): forms for role, forms in roles.items() if role.startswith("affix-")}
    # A form that is also a singular or plural is no dual, and a number word is neither: شعبان, ثلاثين.
    duals = {k: v for k, v in duals.items() if k not in nouns and k not in words}
    # رجلي شرطة, رجلا شرطة: without its nun a masculine dual is another word too, so these are kept apart.
    oblique = affixes["genitive"]
    persons = {k[:-2]: v for k, v in duals.items() if v.number == "d" and k.endswith(oblique) and (v.kind, v.gender) == ("persons", "m")}
    bound = {k + ending: v for k, v in persons.items() for ending in ("ي", "ا")}
    hot |= set(duals) | set(voweled) | set(bound) | grammar["article"] | set(affixes["to-the"]) | grammar["minus"]
    hot |= {affixes["article"][0] + k for k, v in duals.items() if v.number == "d"}
    exclusions: TokenTrie[str] = TokenTrie()
    for text, rule in rows("number_exclusions"):
        exclusions.add(text.split(), rule)
        starts.add(text.split()[0])
    heads = {row[0]: row[1] for row in rows("number_heads")}
    cues: dict[str, set[str]] = {}
    regnal: TokenTrie[str] = TokenTrie()
    for text, use in rows("number_cues"):
        if use == "regnal":
            regnal.add(text.split(), use)
            starts.add(text.split()[0])
        else:
            cues.setdefault(use, set()).add(text)
    local = {(word, country): code for word, country, code in rows("number_local_currencies")}
    areas = {(unit, country.strip("-")): float(size) for unit, country, size in rows("number_area_units")}
    subunits = {(unit, code.strip("-")): int(parts) for unit, code, parts in rows("number_subunits")}
    starts |= grammar["between"] | grammar["what"] | grammar["from"] | hot
    return NumberLexicon(
        words,
        ordinals,
        before,
        after,
        units,
        nouns,
        duals,
        voweled,
        bound,
        frozenset(k for v in duals.values() if (k := fold(v.lemma)) in nouns and nouns[k].number == "p"),
        exclusions,
        heads,
        {k: frozenset(v) for k, v in cues.items()},
        grammar,
        affixes,
        parts,
        dual_parts,
        regnal,
        local,
        areas,
        subunits,
        frozenset(unit_firsts),
        frozenset(hot),
        frozenset(starts),
    )
