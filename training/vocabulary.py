"""Builds the word table that ships: quantised vectors of the commonest words, n-gram buckets, word lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gazetteers
import numpy as np

from arnews.recognizers.features import WordTable
from arnews.recognizers.folding import fold

Arrays = dict[str, Any]


def quantise(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows as int8 with one scale each."""
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-6) / 127.0
    return np.round(matrix / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def build(vector_file: Path, data: Path, size: int, use_lists: bool = True) -> Arrays:
    """Arrays of a :class:`WordTable`, from a fastText file trained on folded text and the packages' lists."""
    import fasttext

    model = fasttext.load_model(str(vector_file))
    words, counts = model.get_words(include_freq=True)
    matrix = model.get_input_matrix()
    keep = [i for i, w in enumerate(words) if w == fold(w) and w != "</s>"][:size]
    composed = np.stack([model.get_word_vector(words[i]) for i in keep])
    scale = 0.4 / float(np.sqrt((composed**2).mean()))
    vectors, vector_scales = quantise(composed * scale)
    grams, gram_scales = quantise(matrix[len(words) :] * scale)
    lists = gazetteers.build(data) if use_lists else gazetteers.Lists()
    listed = sorted(lists.bits)
    # A full name of a person as a phrase adds little to its words and weighs most.
    phrases = sorted(p for p, b in lists.phrases.items() if b & ~(1 << gazetteers.PHRASES.index("person")))
    return {
        "words": [words[i] for i in keep],
        "counts": np.minimum(255, np.round(8 * np.log2(np.asarray(counts)[keep]))).astype(np.uint8),
        "vectors": vectors,
        "vector_scales": vector_scales,
        "buckets": grams,
        "bucket_scales": gram_scales,
        "listed": listed,
        "listed_bits": np.array([lists.bits[w] for w in listed], dtype=np.uint16),
        "bit_count": len(gazetteers.BITS),
        "phrases": phrases,
        "phrase_bits": np.array([lists.phrases[p] for p in phrases], dtype=np.uint8),
        "phrase_kinds": len(gazetteers.PHRASES),
    }


def table(arrays: Arrays) -> WordTable:
    return WordTable(**arrays)
