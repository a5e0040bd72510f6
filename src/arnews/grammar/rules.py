"""Rules as rows of a table, and where they match.

A row has a name, the field that it fills, a pattern, what it makes of a match, and an example with what must come of it; a test fires
every example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from arnews.grammar.patterns import Alphabet, Atom, Pattern, compile_pattern
from arnews.lexicon import rows

P = TypeVar("P")


class Rule(NamedTuple):
    """One row: ``make`` names a production of the room, ``args`` are its settings (``kind=killed near``)."""

    name: str
    field: str
    pattern: Pattern
    make: str
    args: Mapping[str, str]
    example: str
    expected: str


class Hit(NamedTuple):
    """A match of a rule: the index of each labelled unit, and of the first and the unit after the last."""

    rule: Rule
    units: Mapping[str, int]
    first: int
    last: int

    def get(self, label: str) -> int | None:
        """The unit with this label, or None where the pattern left it out."""
        return self.units.get(label)


class Registry(Generic[P]):
    """The productions of a room by the names that its rule tables use."""

    def __init__(self) -> None:
        self._known: dict[str, P] = {}

    def __call__(self, name: str) -> Callable[[P], P]:
        """Make a production known under ``name``: a decorator. Raises ``ValueError`` where two have one name."""

        def known(production: P) -> P:
            if name in self._known:
                raise ValueError(f"two productions are called {name!r}")
            self._known[name] = production
            return production

        return known

    def __getitem__(self, name: str) -> P:
        return self._known[name]

    def names(self) -> frozenset[str]:
        """All names."""
        return frozenset(self._known)


def read_rules(table: str, atom: Atom, alphabet: Alphabet) -> tuple[Rule, ...]:
    """The rows of a rule table, compiled, in their order. Raises ``PatternError`` where a pattern is misspelt."""
    return tuple(
        Rule(name, field, compile_pattern(pattern, atom, alphabet), make, arguments(args), example, expected)
        for name, field, pattern, make, args, example, expected in rows(table)
    )


def arguments(text: str) -> dict[str, str]:
    """``kind=killed near`` as a mapping; a word alone is ``1``, a dash is nothing."""
    pairs = (part.partition("=") for part in text.split() if part != "-")
    return {name: value or "1" for name, _, value in pairs}


def hits(rule: Rule, text: str) -> Iterator[Hit]:
    """The matches of a rule, one for each unit that can begin one, from left to right."""
    width, regex = rule.pattern.width, rule.pattern.regex
    at = 0
    while m := regex.search(text, at):
        start, end = m.span()
        labelled = {k: m.start(k) // width for k in regex.groupindex if m.start(k) >= 0}
        yield Hit(rule, labelled, start // width, end // width)
        at = start + width


def possible(rules: Sequence[Rule], text: str) -> list[Rule]:
    """The rules whose letters the text has."""
    present = frozenset(text)
    # The first need is the rarest, and rules out nearly all.
    likely = [r for r in rules if not r.pattern.needs or not present.isdisjoint(r.pattern.needs[0])]
    return [rule for rule in likely if rule.pattern.possible(present)]
