"""The grammar engine: each unit of a text is one letter, each rule a regular expression over those letters.

A rule has a name, a pattern of kinds (``d=DAYNUM OF? m=MON``), the production that makes one unit of what it matched, and an
example. Rules run in the order of the table, each once over the whole text, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from arnews.context import Context
from arnews.dates.model import Unit
from arnews.dates.vocabulary import vocabulary
from arnews.lexicon import rows
from arnews.text.document import Document

# What a name in a pattern stands for. A name that is not here is a kind itself, in upper case (MON, UNIT_S_Y for unit.s.Y).
SETS: Mapping[str, tuple[str, ...]] = {
    "NUM": ("num.a", "num.b", "num.y", "num.o"),
    "SMALL": ("num.a", "num.b"),
    "DAYNUM": ("num.a", "num.b", "ord.m", "firstday"),
    "COUNT": ("num.a", "num.b", "num.y", "num.o", "card", "card.y"),
    "GMONTH": ("month", "month?"),
    "HMONTH": ("hmonth", "hmonth?"),
    "YEAR": ("num.y", "card.y"),
    "M": ("m",),
    "HALVES": ("half", "halfyear"),
    "YEAR1": ("unit.s.Y", "unit.S.Y"),
    "UNIT1": tuple(f"unit.s.{u}" for u in ("TS", "TM", "TH", "D", "W", "M", "Y", "DE", "CE")),
    "UNITDEF": tuple(f"unit.S.{u}" for u in ("D", "W", "M", "Y", "DE", "CE")),
    "UNIT2": tuple(f"unit.v.{u}" for u in ("TS", "TM", "TH", "D", "W", "M", "Y", "DE", "CE")),
    "UNIT2DEF": tuple(f"unit.X.{u}" for u in ("TH", "D", "W", "M", "Y", "DE", "CE")),
    "UNITS": tuple(f"unit.u.{u}" for u in ("TS", "TM", "TH", "D", "W", "M", "Y", "DE", "CE")),
    "UNITSDEF": tuple(f"unit.V.{u}" for u in ("TS", "TM", "TH", "D", "W", "M", "Y", "DE", "CE")),
    "ANYMONTH": ("mon", "mon?"),
    "SOMEDAY": ("day", "wdy", "rd", "hol"),
    "DATED": ("day", "wdy", "rd", "mon", "yr", "per", "hol"),
    "PARTS": ("part", "partadv"),
    "AMPM": ("part", "partadv", "ampm", "m"),
    "ERAS": ("era", "m"),
    "WEAKDAY": ("weekday?",),
    "HOURNUM": ("num.a", "num.b", "num.y", "num.o", "ord.f", "time", "dec", "card"),
    "UNITMIN": ("unit.s.TM", "unit.u.TM"),
    "CLOCKPART": ("part", "partadv", "ampm", "m"),
    "SPAN": ("during", "since", "ago", "hence", "jail"),
    "PREP": ("in", "since", "until", "during", "to", "ago", "hence", "of", "between"),
    "HOURFIRST": ("ord.f", "num.a"),
    "DAYOPEN": ("unit.s.D", "in", "since", "until", "of"),
    "SEP": ("slash", "dash"),
}
_TOKEN = re.compile(r"(?P<label>(?<![a-z])[a-z]+)=|(?P<name>[A-Z][A-Z0-9_]*)|(?P<mark>[()|?])|\s+")


class Rule(NamedTuple):
    """A compiled rule. A text that lacks all letters of one of ``needs`` cannot match it."""

    name: str
    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    make: str
    args: Mapping[str, str]
    example: str


class World(NamedTuple):
    """The text, what is known of it beforehand, and the first words of numbers that count something."""

    doc: Document
    context: Context
    counted: frozenset[int]


class Match(NamedTuple):
    """What a production sees: the labelled units, the neighbours, and the text around them."""

    units: Mapping[str, Unit]
    first: Unit
    last: Unit
    rule: str
    before: Unit | None
    after: Unit | None
    args: Mapping[str, str]
    doc: Document
    context: Context
    counted: frozenset[int]

    def get(self, label: str) -> Unit | None:
        """The unit with this label, or None where the pattern left it out."""
        return self.units.get(label)

    def tight(self) -> bool:
        """Whether the words of the match follow each other without spaces."""
        words = self.doc.words[self.first.first : self.last.last]
        return all(a.end == b.start for a, b in pairwise(words))


Production = Callable[[Match], Unit | None]


class Grammar(NamedTuple):
    """All rules, and the letter of each kind of unit."""

    rules: tuple[Rule, ...]
    letters: Mapping[str, str]


def _kinds(name: str, known: frozenset[str]) -> tuple[str, ...]:
    if name in SETS:
        return SETS[name]
    for kind in (name.lower(), name.lower().replace("_", ".")):
        if kind in known:
            return (kind,)
    unit = name.split("_")
    if len(unit) == 3 and unit[0] == "UNIT":
        return (f"unit.{_NUMBER[unit[1]]}.{unit[2]}",)
    raise ValueError(f"no kind {name}")


_NUMBER = {"S": "s", "SD": "S", "D": "v", "DD": "X", "C": "c", "P": "u", "PD": "V"}
_DERIVED = frozenset({
    "plain", "nl", "mon", "mon?", "day", "yr", "wdy", "rd", "per", "clk", "dur", "set", "int", "hol", "dead",
    "open", "close", "slash", "dash", "comma", "bar", "colon", "stop", "num.a", "num.b", "num.y", "num.o",
    "date", "pair", "time", "dec", "ord.m", "ord.f", "card", "card.y", "ampm", "range",
})  # fmt: skip


@cache
def grammar() -> Grammar:
    """The rules of the lexicon, compiled on first use and read-only afterwards."""
    known = vocabulary().kinds.union(_DERIVED, *SETS.values())
    letters = {kind: chr(0x4E00 + i) for i, kind in enumerate(sorted(known))}
    compiled = []
    for name, pattern, make, args, example in rows("dates_rules"):
        regex, needs = _regex(pattern, known, letters)
        compiled.append(Rule(name, re.compile(regex), needs, make, _arguments(args), example))
    return Grammar(tuple(compiled), letters)


def _arguments(text: str) -> dict[str, str]:
    return dict.fromkeys(text.split(), "1") if text != "-" else {}


def _regex(pattern: str, known: frozenset[str], letters: Mapping[str, str]) -> tuple[str, tuple[frozenset[str], ...]]:
    out: list[str] = []
    needs: list[frozenset[str]] = []
    at, label, depth = 0, "", 0
    for m in _TOKEN.finditer(pattern):
        if m.start() != at:
            raise ValueError(f"bad pattern {pattern!r} at {at}")
        at = m.end()
        if m["label"]:
            label = m["label"]
        elif m["name"]:
            kinds = "".join(letters[k] for k in _kinds(m["name"], known))
            chars = f"[{kinds}]"
            if depth == 0 and pattern[at : at + 1] != "?":
                needs.append(frozenset(kinds))
            out.append(f"(?P<{label}>{chars})" if label else chars)
            label = ""
        elif m["mark"]:
            depth += {"(": 1, ")": -1}.get(m["mark"], 0)
            out.append("(?:" if m["mark"] == "(" else m["mark"])
    if at != len(pattern):
        raise ValueError(f"bad pattern {pattern!r} at {at}")
    # The fewest letters first: what is rare rules a text out soonest.
    return "".join(out), tuple(sorted(needs, key=len))


def apply(rule: Rule, make: Production, text: str, units: list[Unit], world: World, letters: Mapping[str, str]) -> tuple[str, list[Unit]]:
    """Run one rule over the units: what it matches and its production accepts becomes one unit."""
    pieces: list[str] = []
    out: list[Unit] = []
    at = pos = 0
    n = len(units)
    search = rule.pattern.search
    while m := search(text, pos):
        start, end = m.span()
        labelled = {k: units[m.start(k)] for k in rule.pattern.groupindex if m.start(k) >= 0}
        match = Match(labelled, units[start], units[end - 1], rule.name, units[start - 1] if start else None,
                      units[end] if end < n else None, rule.args, *world)  # fmt: skip
        made = make(match)
        if made is None:
            pos = start + 1
            continue
        pieces.append(text[at:start])
        out.extend(units[at:start])
        # A production may leave words at either end of its match outside; they become plain.
        pieces.append(letters[made.kind])
        out.append(Unit(made.kind, made.first, made.last, made.cut, made.value, made.rule or rule.name))
        at = pos = end
    if not out:
        return text, units
    pieces.append(text[at:])
    out.extend(units[at:])
    return "".join(pieces), out


def parse(units: Sequence[Unit], makes: Mapping[str, Production], world: World, trace: list[Unit] | None = None) -> list[Unit]:
    """Apply every rule in turn and return what remains; ``trace`` collects every unit that a rule made on the way."""
    rules, letters = grammar()
    found = list(units)
    text = "".join([letters[u.kind] for u in found])
    present = frozenset(text)
    for rule in rules:
        for need in rule.needs:
            if present.isdisjoint(need):
                break
        else:
            if rule.pattern.search(text) is None:
                continue
            before = {id(u) for u in found} if trace is not None else ()
            text, found = apply(rule, makes[rule.make], text, found, world, letters)
            present = frozenset(text)
            if trace is not None:
                trace.extend(u for u in found if id(u) not in before)
    return found
