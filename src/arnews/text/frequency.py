"""How often a folded word occurs in Arabic news: counts, rounded to quarters of a power of two."""

from __future__ import annotations

from functools import lru_cache

from arnews.lexicon import rows


@lru_cache(maxsize=1)
def _levels() -> dict[str, int]:
    found: dict[str, int] = {}
    for level, words in rows("text_frequency"):
        step, word = int(level), ""
        for coded in words.split(" "):
            word = word[: int(coded[0])] + coded[1:]
            found[word] = step
    return found


def level(key: str) -> int | None:
    """Four times the binary logarithm of the count of the folded word ``key``, or None when it is not among the 72,000 most frequent."""
    return _levels().get(key)


def count(key: str) -> float:
    """The count of the folded word ``key`` in some 16 million words, within a tenth; 0 when it is rare."""
    found = _levels().get(key)
    return 0.0 if found is None else 2.0 ** (found / 4)
