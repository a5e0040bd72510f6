"""Hashed letter n-grams, as fastText counts them, for words that the vocabulary does not hold."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

SHORTEST, LONGEST = 3, 5


def buckets(key: str, size: int) -> npt.NDArray[np.int64]:
    """Bucket of each letter n-gram of ``<key>`` from 3 to 5 letters, as in fastText's dictionary.

    The hash is FNV-1a over UTF-8 with signed bytes, modulo ``size``.
    """
    letters = [_signed(c) for c in f"<{key}>"]
    n = len(letters)
    out: list[int] = []
    for i in range(n - SHORTEST + 1):
        h = 2166136261
        for length, letter in enumerate(letters[i : i + LONGEST], 1):
            for b in letter:
                h = ((h ^ b) * 16777619) & 0xFFFFFFFF
            if length >= SHORTEST:
                out.append(h % size)
    return np.array(out, dtype=np.int64)


@lru_cache(maxsize=4096)
def _signed(letter: str) -> tuple[int, ...]:
    """UTF-8 bytes of a letter, sign-extended to 32 bits."""
    return tuple(b if b < 128 else b | 0xFFFFFF00 for b in letter.encode("utf-8", "replace"))
