"""The key under which spelling variants of one name meet; see ``variants`` for the rules of transliteration."""

from __future__ import annotations

from functools import lru_cache

from arnews.entities.variants import variant_key as _variant_key


@lru_cache(maxsize=32768)
def variant_key(word: str) -> str:
    """The variant key of one folded word."""
    return _variant_key(word)
