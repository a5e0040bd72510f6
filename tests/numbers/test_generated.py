"""Every integer to 9,999, random ones to 10**15, ordinals and mixed forms against the speller in ``spell.py``."""

from __future__ import annotations

import random

import pytest

from arnews.context import Context
from arnews.numbers.engine import find
from arnews.text.document import read
from number_speller import SCALES, STYLES, Style, cardinal, construct, ordinal, thousands_of

CONTEXT = Context()


def whole(text: str) -> tuple[object, str] | str:
    """Value and form where the text is one number from end to end, else what was found instead."""
    doc = read(text)
    found = find(doc, CONTEXT)
    if len(found) == 1 and (found[0].first, found[0].last) == (0, len(doc.words)):
        return found[0].quantity.best, found[0].form
    return f"{text}: {[(x.first, x.last, x.quantity.best, x.rule) for x in found]}"


def wrong(cases: list[tuple[str, int]], form: str = "cardinal") -> list[tuple[str, int, object]]:
    """The first ten cases that are misread."""
    bad = []
    for text, value in cases:
        got = whole(text)
        if got != (value, form):
            bad.append((text, value, got))
    return bad[:10]


def sampled(n: int, count: int = 1) -> list[Style]:
    """Styles for one integer, the same ones in every run."""
    return [STYLES[(n * 7919 + k * 97) % len(STYLES)] for k in range(count)]


def test_every_integer_to_9999() -> None:
    assert wrong([(cardinal(n, s), n) for n in range(10_000) for s in sampled(n)]) == []


def test_random_integers_to_the_trillions() -> None:
    rng = random.Random(20250712)
    numbers = [int(10 ** rng.uniform(4, 15)) for _ in range(20_000)]
    assert wrong([(cardinal(n, sampled(n)[0]), n) for n in numbers]) == []


def test_round_numbers_and_borders() -> None:
    numbers = [c * scale for scale, _, _ in SCALES for c in (*range(1, 130), 200, 250, 300, 999)]
    assert wrong([(cardinal(n, s), n) for n in numbers for s in sampled(n, 3)]) == []


def _coefficients(counts: range, styles: int) -> list[tuple[str, int]]:
    """Coefficients of a thousand and more before million and milliard, with and without a part below; none that ends in 1 or 2,
    which nobody writes before a scale (ألف وواحد مليون)."""
    out = []
    for count in counts:
        if count % 100 in (1, 2):
            continue
        for scale, one, many in SCALES[1:3]:
            rest = (count * 7919) % 999_000 if count % 3 == 0 else 0
            for s in sampled(count, styles):
                if not s.digits:
                    out.append((thousands_of(count, s, one, many, rest), count * scale + rest))
    return out


def test_coefficients_of_a_thousand_and_more_before_a_larger_scale() -> None:
    assert wrong(_coefficients(range(1000, 10_000), 1)) == []
    assert wrong(_coefficients(range(10_000, 1_000_000, 997), 1)) == []


@pytest.mark.exhaustive
def test_coefficients_in_many_styles() -> None:
    assert wrong(_coefficients(range(1000, 10_000), 8)) == []
    assert wrong(_coefficients(range(10_000, 1_000_000, 97), 2)) == []


def test_mixed_digits_and_scales() -> None:
    rng = random.Random(7)
    numbers = [int(10 ** rng.uniform(3.1, 12)) for _ in range(3_000)]
    styles = [Style(digits=True), Style(digits=True, apart=True), Style(digits=True, plain=True, oblique=True)]
    assert wrong([(cardinal(n, styles[n % 3]), n) for n in numbers if n % 1000 != 0 or n >= 3000]) == []


def test_construct_duals_before_a_noun() -> None:
    for n in (200, 2_000, 2_000_000, 2_000_000_000, 2_000_000_000_000):
        for s in STYLES[:: len(STYLES) // 48]:
            text = f"{construct(n, s)} جندي"
            (found,) = find(read(text), CONTEXT)
            assert (found.quantity.best, found.noun, found.core) == (n, (1, 2), (0, 1)), text


def test_ordinals_to_999() -> None:
    cases = [(ordinal(n, feminine=bool(n % 2), oblique=bool(n % 3), hundred=("مئة", "مائة")[n % 2]), n) for n in range(1, 1000)]
    cases += [(ordinal(n, feminine=not n % 2, oblique=not n % 3), n) for n in range(1, 200)]
    assert wrong(cases, "ordinal") == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("thousand", range(10))
def test_every_integer_in_every_style(thousand: int) -> None:
    spelled = {(cardinal(n, s), n) for n in range(thousand * 1000, thousand * 1000 + 1000) for s in STYLES}
    assert wrong(sorted(spelled)) == []


@pytest.mark.exhaustive
def test_random_integers_in_many_styles() -> None:
    rng = random.Random(1)
    numbers = [int(10 ** rng.uniform(4, 15)) for _ in range(20_000)]
    assert wrong([(cardinal(n, s), n) for n in numbers for s in sampled(n, 8)]) == []
