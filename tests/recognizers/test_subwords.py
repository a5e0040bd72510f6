"""Hashed letter n-grams."""

from __future__ import annotations

from arnews.recognizers.subwords import buckets


def fnv1a(data: bytes) -> int:
    """FNV-1a with bytes read as signed, written out the slow way."""
    h = 2166136261
    for b in data:
        h = ((h ^ ((b - 256 if b > 127 else b) & 0xFFFFFFFF)) * 16777619) % 2**32
    return h


def test_every_run_of_three_to_five_letters_is_hashed() -> None:
    padded = "<بوتين>"
    runs = [padded[i : i + n] for i in range(len(padded)) for n in (3, 4, 5) if i + n <= len(padded)]
    assert sorted(buckets("بوتين", 1000)) == sorted(fnv1a(r.encode()) % 1000 for r in runs)


def test_neighbouring_spellings_share_most_of_their_runs() -> None:
    one, other, far = (set(buckets(w, 1 << 20).tolist()) for w in ("زيلينسكي", "زيلنسكي", "القاهره"))
    assert len(one & other) > 5 > len(one & far)


def test_short_and_odd_words_have_few_runs_or_none() -> None:
    assert len(buckets("", 10)) == 0
    assert len(buckets("و", 10)) == 1
    assert len(buckets("\ud800", 10)) == 1
