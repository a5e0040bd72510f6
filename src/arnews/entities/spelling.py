"""The key under which spelling variants of one name meet; see ``variants`` for the rules of transliteration."""

from __future__ import annotations

from functools import lru_cache

from arnews.entities.variants import variant_key as _variant_key


@lru_cache(maxsize=32768)
def variant_key(word: str) -> str:
    """The variant key of one folded word."""
    return _variant_key(word)


def one_letter_apart(a: str, b: str) -> bool:
    """One letter more, fewer or other in words of four letters or more (a slip of the keyboard: حيد, حيدر)."""
    if min(len(a), len(b)) < 3 or abs(len(a) - len(b)) > 1 or max(len(a), len(b)) < 4:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]
