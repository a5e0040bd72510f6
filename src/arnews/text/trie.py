"""A trie over words: the longest entry of a lexicon at each word, with proclitics tried where the lexicon knows the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from arnews.text.words import Word, cuts

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """Words ``first`` to ``last`` (exclusive), ``cut`` proclitic letters off the first, and the entry's ``value``."""

    first: int
    last: int
    cut: int
    value: T


class TokenTrie(Generic[T]):
    """Maps sequences of folded words to values. Build with ``add``, then only read."""

    __slots__ = ("_root",)

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def add(self, keys: Sequence[str], value: T) -> None:
        """Enter ``value`` under the folded words ``keys``; a later value for the same words replaces an earlier one."""
        node = self._root
        for k in keys:
            node = node.setdefault(k, {})
        node[""] = value

    def get(self, keys: Sequence[str]) -> T | None:
        """The value of exactly these folded words, or None."""
        node: Any = self._root
        for k in keys:
            # The empty key holds the value of the words so far: no word is empty.
            node = node.get(k) if k else None
            if node is None:
                return None
        value: T | None = node.get("")
        return value

    def longest(self, words: Sequence[Word], i: int, end: int | None = None, *, proclitics: bool = True) -> Match[T] | None:
        """The longest entry that starts at word ``i`` (before ``end``); the whole first word wins over one with letters cut."""
        stop = len(words) if end is None else end
        best = self._walk(words, i, stop, words[i].key, 0)
        if proclitics and words[i].kind == "arabic":
            for cut, rest in cuts(words[i].key):
                if rest in self._root:
                    found = self._walk(words, i, stop, rest, cut)
                    if found is not None and (best is None or found.last > best.last):
                        best = found
        return best

    def _walk(self, words: Sequence[Word], i: int, stop: int, key: str, cut: int) -> Match[T] | None:
        node: Any = self._root.get(key) if key else None
        best: Match[T] | None = None
        j = i
        while node is not None:
            j += 1
            if "" in node:
                best = Match(i, j, cut, node[""])
            if j >= stop:
                break
            node = node.get(words[j].key) if words[j].key else None
        return best
