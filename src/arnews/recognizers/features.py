"""Turns words into numbers: hashed subword vectors, letters, word-list bits, shape. Shared by training and run time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from arnews.recognizers import subwords
from arnews.recognizers.folding import fold, stem

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

# Letters that the character filters know; 0 is padding, 1 any other letter.
LETTERS = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي0abcdefghijklmnopqrstuvwxyz.,:;،؛؟!?\"'“”«»()[]{}-–—/%$&@#_+*…"
CHARS_LONG = 12
SHAPES = 8
CODES = 4
LONGEST_PHRASE = 5


@dataclass(frozen=True, slots=True)
class Rows:
    """One row for each distinct word of a call."""

    vectors: Floats  # [n, 2 * d]: the word as printed, and without its proclitics
    letters: Ints  # [n, CHARS_LONG]: ids of its letters, the middle of long words left out
    extra: Floats  # [n, 2 * bits + CODES + SHAPES]


class WordTable:
    """Vocabulary, quantised vectors, n-gram buckets and word lists; read-only."""

    def __init__(
        self,
        words: Sequence[str],
        counts: npt.NDArray[np.uint8],
        vectors: npt.NDArray[np.int8],
        vector_scales: npt.NDArray[np.float32],
        buckets: npt.NDArray[np.int8],
        bucket_scales: npt.NDArray[np.float32],
        listed: Sequence[str],
        listed_bits: npt.NDArray[np.uint16],
        bit_count: int,
        phrases: Sequence[str],
        phrase_bits: npt.NDArray[np.uint8],
        phrase_kinds: int,
    ) -> None:
        self._ids = {w: i for i, w in enumerate(words)}
        self._counts = np.exp2(counts.astype(np.float32) / 8.0).tolist()
        self._log_counts = (counts.astype(np.float32) / 255.0).tolist()
        self._vectors, self._vector_scales = vectors, vector_scales
        self._buckets, self._bucket_scales = buckets, bucket_scales
        self._bits: dict[str, int] = dict(zip(listed, listed_bits.tolist(), strict=True))
        self.bit_count = bit_count
        self._phrases = dict(zip(phrases, phrase_bits.tolist(), strict=True))
        self.phrase_kinds = phrase_kinds
        self._openers = {p.split(" ", 1)[0] for p in phrases}
        self._letters = {c: i + 2 for i, c in enumerate(LETTERS)}

    @property
    def dimension(self) -> int:
        """Length of one word vector."""
        return int(self._vectors.shape[1])

    def count(self, key: str) -> float:
        """How often a folded word was seen, to about a tenth; 0 if rarer than the vocabulary holds."""
        i = self._ids.get(key)
        return 0.0 if i is None else float(self._counts[i])

    def stems(self, keys: Sequence[str]) -> list[tuple[str, int]]:
        """Each folded word without its proclitics, with the code of what was taken."""
        return [stem(k, self.count) for k in keys]

    def vector(self, keys: Sequence[str]) -> Floats:
        """Vectors ``[n, d]`` of folded words; of an unknown one the mean of its letter n-grams."""
        return self._vector(keys, np.array([self._ids.get(k, -1) for k in keys], dtype=np.int64))

    def spelled(self, keys: Sequence[str]) -> Floats:
        """Vectors ``[n, d]`` from letter n-grams alone, as if the vocabulary held none of the words."""
        return self._vector(keys, np.full(len(keys), -1, dtype=np.int64))

    def _vector(self, keys: Sequence[str], ids: Ints) -> Floats:
        out = np.zeros((len(keys), self.dimension), dtype=np.float32)
        known = ids >= 0
        out[known] = self._vectors[ids[known]] * self._vector_scales[ids[known], None]
        unknown = np.flatnonzero(~known)
        if len(unknown):
            grams = [subwords.buckets(keys[i], len(self._buckets)) for i in unknown.tolist()]
            lengths = np.array([len(g) for g in grams])
            flat = np.concatenate(grams)
            rows = self._buckets[flat] * self._bucket_scales[flat, None]
            filled = lengths > 0
            if len(flat):
                starts = np.concatenate([[0], np.cumsum(lengths[filled])[:-1]])
                out[unknown[filled]] = np.add.reduceat(rows, starts, axis=0) / lengths[filled, None]
        return out

    def rows(self, words: Sequence[str]) -> Rows:
        """Features of distinct words as printed."""
        keys = [fold(w) for w in words]
        stemmed = self.stems(keys)
        vectors = np.concatenate([self.vector(keys), self.vector([s for s, _ in stemmed])], axis=1)
        letters = np.zeros((len(keys), CHARS_LONG), dtype=np.int64)
        extra = np.zeros((len(keys), 2 * self.bit_count + CODES + SHAPES), dtype=np.float32)
        bits = np.zeros((len(keys), 2), dtype=np.int64)
        codes = np.zeros(len(keys), dtype=np.int64)
        find = self._letters.get
        half = CHARS_LONG // 2
        for i, (key, (rest, code)) in enumerate(zip(keys, stemmed, strict=True)):
            seen = key if len(key) <= CHARS_LONG else key[:half] + key[-half:]
            letters[i, : len(seen)] = [find(c, 1) for c in seen]
            bits[i, 0] = self._bits.get(key, 0)
            bits[i, 1] = self._listed(rest)
            codes[i] = code
            extra[i, -SHAPES:] = self._shape(key)
        width = self.bit_count
        shifts = np.arange(width)
        extra[:, :width] = (bits[:, :1] >> shifts) & 1
        extra[:, width : 2 * width] = (bits[:, 1:] >> shifts) & 1
        extra[np.arange(len(keys)), 2 * width + codes] = 1.0
        return Rows(vectors, letters, extra)

    def phrases(self, keys: Sequence[str], stems: Sequence[str]) -> Floats:
        """Where listed names of several words stand: ``[n, 2 * kinds]``, their first words and their later words."""
        kinds = self.phrase_kinds
        out = np.zeros((len(keys), 2 * kinds), dtype=np.float32)
        i, n = 0, len(keys)
        while i < n:
            if stems[i] in self._openers:
                for last in range(min(n, i + LONGEST_PHRASE), i + 1, -1):
                    bits = self._phrases.get(" ".join((stems[i], *keys[i + 1 : last])), 0)
                    if bits:
                        on = [k for k in range(kinds) if bits >> k & 1]
                        out[i, on] = 1.0
                        for k in on:
                            out[i + 1 : last, kinds + k] = 1.0
                        i = last - 1
                        break
            i += 1
        return out

    def _listed(self, key: str) -> int:
        """Bits of a word, or of the word without its article where only that is listed."""
        found = self._bits.get(key, 0)
        if not found and key.startswith("ال") and len(key) > 4:
            found = self._bits.get(key[2:], 0)
        return found

    def _shape(self, key: str) -> list[float]:
        i = self._ids.get(key)
        n = len(key)
        return [
            1.0 if "0" in key else 0.0,
            1.0 if key[:1].isascii() and key[:1].isalpha() else 0.0,
            0.0 if key[:1].isalnum() else 1.0,
            1.0 if n == 1 else 0.0,
            1.0 if 1 < n <= 3 else 0.0,
            1.0 if key.startswith("ال") else 0.0,
            1.0 if i is None else 0.0,
            0.0 if i is None else self._log_counts[i],
        ]
