"""Patterns over the units of a text, compiled to plain regular expressions.

A unit (a word, a mark, a whole number, date or name) is written as a block of letters, one for each *layer* of what is known of it: its
form, its noun, its event. No letter belongs to two layers and every block begins with a letter of the first layer, so that an expression
can only match whole units. What an atom stands for is said by the room that owns the layers.

    d=DAYNUM OF? m=MON            an atom, a label, an optional one
    EVENT[killed] (TIME|PLACE){0,2} n=N   arguments, a group, a bounded repetition
    AND&NOUN[people,s]  !COMMA    both at once, anything but
    بين                            the word itself, with or without و or ف before it

A repetition has a bound (``{0,4}``, ``?``), so that the time to match is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

# The letters of one layer that an atom admits, by the number of the layer; a layer that it does not name admits all.
Letters = Mapping[int, frozenset[str]]
Atom = Callable[[str, tuple[str, ...]], Letters]

_TOKEN = re.compile(
    r"(?P<label>(?<![a-z])[a-z]+)="
    r"|(?P<atom>!?[^\W\d_a-z][^\W&\[a-z]*(?:\[[^\]]*\])?(?:&!?[^\W\d_a-z][^\W&\[a-z]*(?:\[[^\]]*\])?)*)"
    r"|(?P<times>\{\d+,\d+\})|(?P<mark>[()|?])|\s+"
)
_ATOM = re.compile(r"(?P<not>!?)(?P<name>[^\W&\[a-z]+)(?:\[(?P<args>[^\]]*)\])?")


class PatternError(ValueError):
    """A pattern that cannot be read, or that names what is not there."""


class Pattern(NamedTuple):
    """A compiled pattern. A text that lacks all letters of one of ``needs`` cannot match it; ``width`` letters make a unit."""

    regex: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    width: int

    def possible(self, present: frozenset[str]) -> bool:
        """Whether a text with these letters can match."""
        return not any(present.isdisjoint(need) for need in self.needs)


class Alphabet:
    """The layers of a grammar, each with the values that it may hold, and the letter of each value."""

    def __init__(self, layers: Sequence[Sequence[Any]]) -> None:
        """``layers`` lists the values of each layer; a value may stand in one layer only once."""
        self.letters: list[dict[Any, str]] = []
        self.all: list[frozenset[str]] = []
        at = 0x4E00  # ideographs: thousands of letters, none of them special in a regular expression
        for values in layers:
            layer: dict[Any, str] = {}
            for value in values:
                layer[value] = chr(at)
                at += 1
            self.letters.append(layer)
            self.all.append(frozenset(layer.values()))

    @property
    def width(self) -> int:
        """Letters in a block."""
        return len(self.letters)

    def where(self, layer: int, test: Callable[[Any], bool]) -> frozenset[str]:
        """The letters of ``layer`` whose values pass the test."""
        return frozenset(letter for value, letter in self.letters[layer].items() if test(value))


def _members(text: str, atom: Atom, alphabet: Alphabet) -> dict[int, frozenset[str]]:
    """The letters that each layer of a block may have under ``A&!B``."""
    found: dict[int, frozenset[str]] = {}
    for part in text.split("&"):
        m = _ATOM.fullmatch(part)
        if m is None:
            raise PatternError(f"bad atom {part!r}")
        args = tuple(a for a in (m["args"] or "").split(",") if a)
        letters = atom(m["name"], args)
        if m["not"]:
            if len(letters) != 1:
                raise PatternError(f"{part!r} says no to more than one layer")
            letters = {layer: alphabet.all[layer] - some for layer, some in letters.items()}
        for layer, some in letters.items():
            found[layer] = found[layer] & some if layer in found else some
    return found


def _block(members: Mapping[int, frozenset[str]], alphabet: Alphabet) -> str:
    layers = (members.get(n) if n else members.get(0, alphabet.all[0]) for n in range(alphabet.width))
    return "".join("." if some is None else f"[{''.join(sorted(some))}]" for some in layers)


def compile_pattern(pattern: str, atom: Atom, alphabet: Alphabet) -> Pattern:
    """The regular expression of ``pattern``. Raises ``PatternError`` where it is misspelt, or an atom can never match."""
    out: list[str] = []
    needs: list[frozenset[str]] = []
    label, depth = "", 0
    for m in _tokens(pattern):
        if m["label"]:
            label = m["label"]
        elif m["atom"]:
            members = _members(m["atom"], atom, alphabet)
            if not all(members.values()):
                raise PatternError(f"{m['atom']!r} in {pattern!r} stands for nothing")
            if depth == 0 and pattern[m.end() : m.end() + 1] not in ("?", "{"):
                needs.extend(some for layer, some in members.items() if some != alphabet.all[layer])
            out.append(f"(?P<{label}>{_block(members, alphabet)})" if label else f"(?:{_block(members, alphabet)})")
            label = ""
        else:
            depth += {"(": 1, ")": -1}.get(m.group(), 0)
            out.append({"(": "(?:"}.get(m.group(), m.group().strip()))
    if depth or label:
        raise PatternError(f"{pattern!r} does not end well")
    # An alternative at the outermost level needs neither side; the rarest need comes first, because most texts lack it.
    rare_first = () if _alternates(pattern) else tuple(sorted(dict.fromkeys(needs), key=len))
    return Pattern(re.compile("".join(out)), rare_first, alphabet.width)


def _tokens(pattern: str) -> Iterator[re.Match[str]]:
    at = 0
    for m in _TOKEN.finditer(pattern):
        if m.start() != at:
            break
        at = m.end()
        yield m
    if at != len(pattern):
        raise PatternError(f"bad pattern {pattern!r} at {at}")


def _alternates(pattern: str) -> bool:
    depth = 0
    for c in pattern:
        depth += {"(": 1, ")": -1}.get(c, 0)
        if c == "|" and not depth:
            return True
    return False


def literals(pattern: str) -> list[str]:
    """The words that a pattern names by themselves."""
    names = (a["name"] for m in _TOKEN.finditer(pattern) if m["atom"] for part in m["atom"].split("&") if (a := _ATOM.fullmatch(part)))
    return [n for n in names if not n.isascii()]
