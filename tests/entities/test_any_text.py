"""Any text goes through: no crash, offsets that point at the words, time that grows with the length and no faster."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arnews.entities.engine import find, to_record
from arnews.entities.lexicon import EntityLexicon
from arnews.records import Entity
from arnews.text.article import layout
from arnews.text.document import read

PIECES = st.sampled_from(
    [
        "وزير",
        "الخارجية",
        "الروسي",
        "سيرغي",
        "لافروف",
        "بن",
        "أبو",
        "عبد",
        "الله",
        "آل",
        "الرئيس",
        "وزارة",
        "الدفاع",
        "مدينة",
        "محافظات",
        "حلب",
        "وحمص",
        "للأمم",
        "المتحدة",
        "،",
        ".",
        "(",
        ")",
        "«",
        "»",
        '"',
        "-",
        "/",
        "13",
        "٢٠",
        "مطار",
        "طريق",
        "الشيخ",
        "الملك",
        "نظيره",
        "و",
        "ف",
        "ل",
        "CNN",
        "#غزة",
        "\n",
        "كوريا",
        "الشمالية",
        "ـــ",
        "مُحَمَّدٌ",
        "😀",
        "\u200f",
        "\u202b",
        "لل",
        "ال",
    ]
)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_spans_are_the_text(text: str) -> None:
    doc = read(text)
    for n, found in enumerate(find(doc, layout(doc), _LEXICON[0], None), 1):
        record = to_record(doc, found, f"e{n}")
        assert record.mentions
        for m in (*record.mentions, *record.roles):
            assert text[m.start : m.end] == m.text != ""


@given(st.lists(PIECES, max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_no_word_is_named_twice(text: str) -> None:
    doc = read(text)
    words = [k for f in find(doc, layout(doc), _LEXICON[0], None) for m in f.mentions for k in range(m.first, m.last)]
    assert len(words) == len(set(words))


_LEXICON: list[EntityLexicon] = []


@pytest.fixture(autouse=True, scope="module")
def _loaded(lexicon: EntityLexicon) -> None:
    _LEXICON.append(lexicon)


@pytest.mark.parametrize(
    "unit", ["بن محمد ", "وزير ", "محافظات حلب وحمص ", "« ", "الرئيس ", "لل ", "أبو ", "سيرغي لافروف ثم قال لافروف ", "مدينة "]
)
def test_time_is_linear(unit: str, lexicon: EntityLexicon) -> None:
    def seconds(repeats: int) -> float:
        doc = read(unit * repeats)
        parts = layout(doc)
        start = time.process_time()
        find(doc, parts, lexicon, None)
        return time.process_time() - start

    seconds(200)
    small, large = min(seconds(1000) for _ in range(3)), min(seconds(8000) for _ in range(2))
    assert large < 24 * max(small, 0.002)


def test_threads_share_a_lexicon(lexicon: EntityLexicon, entities: Callable[[str], list[Entity]]) -> None:
    texts = [
        f"قال وزير الخارجية {name} إن الوفد غادر {place}." for name in ("سامح شكري", "أيمن الصفدي") for place in ("باريس", "بغداد")
    ] * 5
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(entities, texts)) == [entities(t) for t in texts]
