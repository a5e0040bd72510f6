"""Features of words from a small table."""

from __future__ import annotations

import numpy as np
import pytest

from arnews.recognizers.features import CHARS_LONG, CODES, SHAPES, WordTable

VOCABULARY = ["في", "الرياض", "موسكو", "باريس", "جنوب"]
BITS = 3  # given name, city, demonym


@pytest.fixture
def table() -> WordTable:
    rng = np.random.default_rng(0)
    draw = lambda n: (rng.integers(-127, 128, size=(n, 4)).astype(np.int8), rng.uniform(0.01, 0.02, size=n).astype(np.float32))
    vectors, scales = draw(len(VOCABULARY))
    buckets, bucket_scales = draw(50)
    return WordTable(
        words=VOCABULARY,
        counts=np.array([160, 100, 90, 90, 80], dtype=np.uint8),
        vectors=vectors,
        vector_scales=scales,
        buckets=buckets,
        bucket_scales=bucket_scales,
        listed=["الرياض", "رياض", "محمد", "موسكو"],
        listed_bits=np.array([2, 1, 1, 2], dtype=np.uint16),
        bit_count=BITS,
        phrases=["جنوب السودان", "سان فرانسيسكو"],
        phrase_bits=np.array([1, 1], dtype=np.uint8),
        phrase_kinds=2,
    )


def test_a_proclitic_changes_the_first_vector_and_not_the_second(table: WordTable) -> None:
    rows = table.rows(["الرياض", "بالرياض"])
    d = table.dimension
    assert not np.allclose(rows.vectors[0, :d], rows.vectors[1, :d])
    np.testing.assert_array_equal(rows.vectors[0, d:], rows.vectors[1, d:])
    codes = rows.extra[:, 2 * BITS : 2 * BITS + CODES].argmax(axis=1)
    assert codes.tolist() == [0, 2]


def test_list_bits_are_read_with_and_without_the_proclitic(table: WordTable) -> None:
    rows = table.rows(["موسكو", "وموسكو", "المحمد", "في"])
    assert rows.extra[:, :BITS].tolist() == [[0, 1, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]]
    assert rows.extra[:, BITS : 2 * BITS].tolist() == [[0, 1, 0], [0, 1, 0], [1, 0, 0], [0, 0, 0]]


def test_an_unknown_word_gets_the_mean_of_its_runs(table: WordTable) -> None:
    known, unknown = table.vector(["موسكو", "زيلينسكي"])
    np.testing.assert_allclose(unknown, table.spelled(["زيلينسكي"])[0])
    assert not np.allclose(known, table.spelled(["موسكو"])[0])


def test_listed_names_of_several_words_are_marked_first_and_later(table: WordTable) -> None:
    words = ["في", "جنوب", "السودان", "وسان", "فرانسيسكو"]
    marks = table.phrases(words, ["في", "جنوب", "السودان", "سان", "فرانسيسكو"])
    assert marks[:, 0].tolist() == [0, 1, 0, 1, 0]
    assert marks[:, 2].tolist() == [0, 0, 1, 0, 1]


@pytest.mark.parametrize("word", ["", "،", "\u200f", "🙂", "\ud800", "x" * 1_000_000, "ا" * 1_000_000, "2015", "É", "\x00"])
def test_any_word_has_features(table: WordTable, word: str) -> None:
    rows = table.rows([word])
    assert rows.vectors.shape == (1, 8)
    assert rows.letters.shape == (1, CHARS_LONG)
    assert rows.extra.shape == (1, 2 * BITS + CODES + SHAPES)
    assert np.isfinite(rows.vectors).all()
    assert np.isfinite(rows.extra).all()
