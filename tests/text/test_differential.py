"""The same repairs by other libraries, where they mean the same. Where they do not: docs/normalisation.md."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarabic import araby

from arnews.text.fold import fold_with, strip_marks
from arnews.text.normalize import normalize
from arnews.text.profiles import Profile

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
arabic = st.text(st.sampled_from(LETTERS + "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652ـ 12،."), max_size=60)
FORMS = "".join(c for c in map(chr, range(0xFE70, 0xFEFD)) if unicodedata.normalize("NFKC", c)[0] not in " ـ" and unicodedata.name(c, ""))


@given(arabic)
def test_diacritics_as_pyarabic_strips_them(text: str) -> None:
    assert strip_marks(text) == araby.strip_tatweel(araby.strip_tashkeel(text))


@given(arabic)
def test_tatweel_between_letters_as_pyarabic_strips_it(text: str) -> None:
    joined = re.sub("[^" + LETTERS + "ـ]", "", text).strip("ـ")
    assert normalize(joined, Profile("tatweel-only", ("tatweel",))).text == araby.strip_tatweel(joined)


@given(arabic)
def test_alef_and_hamza_seats_as_pyarabic_takes_them_off(text: str) -> None:
    bare = strip_marks(text)
    assert fold_with(bare, ("alef", "hamza")) == araby.normalize_hamza(bare, method="tasheel")


@given(st.text(st.sampled_from(FORMS), max_size=30))
def test_presentation_forms_as_unicode_decomposes_them(text: str) -> None:
    assert normalize(text, Profile("forms-only", ("presentation",))).text == unicodedata.normalize("NFKC", text)


@given(st.text(st.sampled_from("ﻻﻼ" + LETTERS), max_size=30))
def test_ligatures_as_pyarabic_opens_them(text: str) -> None:
    assert normalize(text.replace("ﻼ", "ﻻ")).text == araby.normalize_ligature(text.replace("ﻼ", "ﻻ"))


@given(arabic)
def test_folds_as_camel_tools_normalises(text: str) -> None:
    camel = pytest.importorskip("camel_tools.utils.normalize")
    assert fold_with(text, ("alef",)) == camel.normalize_alef_ar(text)
    assert fold_with(text, ("maqsura",)) == camel.normalize_alef_maksura_ar(text)
    assert fold_with(text, ("marbuta",)) == camel.normalize_teh_marbuta_ar(text)


@given(arabic)
def test_diacritics_as_camel_tools_strips_them(text: str) -> None:
    dediac = pytest.importorskip("camel_tools.utils.dediac")
    bare = text.replace("ـ", "")
    assert fold_with(bare, ("diacritics",)) == dediac.dediac_ar(bare)


@pytest.mark.parametrize(
    ("raw", "ours", "theirs"),
    [
        ("3٫5", "3.5", "3,5"),
        ("12٬000", "12,000", "12'000"),
        ("\u200fمصر", "مصر", " مصر"),
        ("پوتين", "پوتين", "بوتين"),
        ("اليوم ـ الرياض", "اليوم - الرياض", "اليوم  الرياض"),
    ],
)
def test_where_camel_tools_cleans_otherwise(raw: str, ours: str, theirs: str) -> None:
    charmap = pytest.importorskip("camel_tools.utils.charmap")
    assert normalize(raw).text == ours
    assert charmap.CharMapper.builtin_mapper("arclean").map_string(raw) == theirs


def test_dediacritising_leaves_tatweel() -> None:
    dediac = pytest.importorskip("camel_tools.utils.dediac")
    assert dediac.dediac_ar("كـتب") == "كـتب"
    assert normalize("كـتب").text == "كتب"


def test_where_pyarabic_differs() -> None:
    assert araby.strip_tashkeel("هٰذا") == "هٰذا"
    assert strip_marks("هٰذا") == "هذا"
    assert araby.normalize_hamza("أحمد") == "ءحمد"
    assert fold_with("أحمد", ("alef",)) == "احمد"
    assert araby.normalize_alef("هٰذا") == "هاذا"
    assert fold_with("هٰذا", ("alef", "diacritics")) == "هذا"
    assert araby.normalize_ligature("ﻷن") == "لان"
    assert normalize("ﻷن").text == "لأن"
    assert araby.normalize_ligature("ﷲ") == "ﷲ"
    assert normalize("ﷲ").text == "الله"
