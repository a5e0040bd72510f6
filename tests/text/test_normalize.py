"""Repairs: what each step does, that doing it twice changes nothing, and that every letter leads back to where it stood."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from arnews.text.article import layout
from arnews.text.document import read
from arnews.text.fold import FOLDS, fold, fold_with
from arnews.text.normalize import normalize
from arnews.text.profiles import PLAIN, REPAIR, REPAIRS, Profile

sys.path.insert(0, str(Path(__file__).parents[1]))
from strategies import news_like

ALL = REPAIR.with_options(entities=True, mojibake=True)

# Letters, marks and signs that the steps meet each other in.
ODD = "اويهلبمنـ\u064b\u064e\u0651\u0653\u0654\u0655\u0670\u200b\u200d\u200e\u200f\u202b\u2069\ufeff\u00ad ٣۴5٫٬٪،.\r\n\t\u00a0\u2028\x1aکیۀےﻻﷲﷺﺍﺃﻭﻱ\ufe71\ufc60\ud83d\udd25😀é&;-"
odd = st.text(st.sampled_from(ODD), max_size=24)
texts = st.one_of(news_like, odd, st.text(max_size=40))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("ﻣﺼﺮ", "مصر"),
        ("ﻻ ﺇﻟﻪ", "لا إله"),
        ("صلى الله عليه ﷺ", "صلى الله عليه صلى الله عليه وسلم"),
        ("الرئيــــس", "الرئيس"),
        ("1436هـ", "1436ه"),
        ("اليوم ـ الرياض", "اليوم - الرياض"),
        ("وهو ــ كما قيل ــ آمن", "وهو -- كما قيل -- آمن"),
        ("لـ«داعش»", "ل«داعش»"),
        ("\u200fمصر\u200f", "مصر"),
        ("10\u00a0ملايين\u202fدولار", "10 ملايين دولار"),
        ("١٢٬٠٠٠ و٣٫٥٪", "12,000 و3.5%"),
        ("۱۲ آذر", "12 آذر"),
        ("العليا٬ والذي", "العليا، والذي"),
        ("وعرضها، ٫إذ", "وعرضها، ،إذ"),
        ("کییف", "كييف"),
        ("ھذا", "هذا"),
        ("القاهرۀ", "القاهرة"),
        ("ا\u0653لاف", "آلاف"),
        ("ا\u0654حمد", "أحمد"),
        ("مسو\u0654ول", "مسؤول"),
        ("ر\u064a\u0654يس", "رئيس"),
        ("ﻻ\u0654ن", "لأن"),
        ("سطر\r\nآخر\rثالث\u2028رابع", "سطر\nآخر\nثالث\nرابع"),
        ("الوطن.\x1a\x1aمن", "الوطن.  من"),
        ("قُتِلَ الجنديُّ", "قُتِلَ الجنديُّ"),
        ("أحمد إلى مدرسة على", "أحمد إلى مدرسة على"),
        ("پوتين وڤيينا", "پوتين وڤيينا"),
        ("CNN وСША", "CNN وСША"),
        ("&quot;نعم&quot;", "&quot;نعم&quot;"),
        ("a\ud83db", "a\ufffdb"),
    ],
)
def test_default_repairs(raw: str, clean: str) -> None:
    found = normalize(raw)
    assert found.text == clean
    assert found.raw == raw
    assert found.profile == "repair-1"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("&quot;نعم&quot;&nbsp;قال", '"نعم" قال'),
        ("&#1605;&#x635;&#1585;", "مصر"),
        ("AT&T &unknown; &amp;amp;", "AT&T &unknown; &amp;"),
        ("مصر".encode().decode("cp1252"), "مصر"),
        ("قال سوريا".encode().decode("cp1256"), "قال سوريا"),
        ("Café à Paris", "Café à Paris"),
    ],
)
def test_decodings_when_asked(raw: str, clean: str) -> None:
    assert normalize(raw, ALL).text == clean
    assert normalize(raw, ALL).profile == "repair-1+entities+mojibake"


def test_a_profile_is_data_with_a_name() -> None:
    digits = Profile("digits-only", ("digits",))
    assert normalize("ـ٣٠ ﻣﺼﺮ", digits).text == "ـ30 ﻣﺼﺮ"
    assert normalize("ـ٣٠", digits).profile == "digits-only"
    assert normalize("ـ٣٠\r\n", PLAIN).text == "ـ٣٠\r\n"
    assert set(REPAIR.steps) == set(REPAIRS)
    with pytest.raises(ValueError, match="unknown repair steps: dediacritise"):
        Profile("bad", ("dediacritise",))


@pytest.mark.parametrize("bad", [None, b"abc", 3, ["a"]])
def test_only_text_is_read(bad: object) -> None:
    with pytest.raises(TypeError, match="arnews reads str"):
        normalize(bad)  # type: ignore[arg-type]


@given(texts)
@example("ا\u200d\u0654")
@example("\u200fـ\u064b")
@example("ﹱـ")
def test_repairing_twice_is_repairing_once(raw: str) -> None:
    once = normalize(raw).text
    assert normalize(once).text == once


@given(st.one_of(odd, st.text(st.sampled_from("&amp;#1605quot; مØ§Ù"), max_size=30)))
def test_decoding_keeps_offsets(raw: str) -> None:
    found = normalize(raw, ALL)
    assert found.map.to_raw(0, len(found.text))[1] <= len(raw)
    assert normalize(raw, PLAIN).text == raw


@given(texts)
def test_letters_lead_back_to_letters_that_repair_to_them(raw: str) -> None:
    found = normalize(raw)
    for i, char in enumerate(found.text):
        start, end = found.raw_span(i, i + 1)
        assert 0 <= start < end <= len(raw)
        repaired = normalize(raw[start:end]).text
        # A dash or comma depends on its neighbours; every other character is what its own raw characters are repaired to.
        assert char in repaired or (char in "-،,." and raw[start] in "ـ٫٬") or char == "\n"


@given(texts)
def test_raw_spans_of_words_sentences_and_parts_repair_to_them(raw: str) -> None:
    doc = read(raw)
    spans = [(w.start, w.end) for w in doc.words]
    spans += [(doc.words[a].start, doc.words[b - 1].end) for a, b in doc.sentences]
    found = layout(doc)
    parts = [
        found.title,
        found.subtitle,
        found.byline,
        found.agency,
        found.dateline,
        *found.authors,
        *found.captions,
        *found.body,
        *found.footers,
    ]
    spans += [(p.start, p.end) for p in parts if p is not None]
    for start, end in spans:
        span = doc.span(start, end)
        assert doc.raw[span.start : span.end] == span.text
        assert span.start < span.end
        span.model_dump_json()
        if "\ufffd" not in doc.normalized.text[start:end]:
            a, b = doc.normalized.clean_span(span.start, span.end)
            assert a <= start < end <= b


@pytest.mark.parametrize(
    ("raw", "word", "text"),
    [
        ("و\u200fمـصـر\u064f ", "ومصرُ", "و\u200fمـصـر\u064f"),
        ("سنة 1436 هــ.", "ه", "هــ"),
        ("ا\u0654حمد", "أحمد", "ا\u0654حمد"),
        ("\ufeffﻻعب", "لاعب", "ﻻعب"),
        ("كِتَابٌ", "كِتَابٌ", "كِتَابٌ"),
    ],
)
def test_a_word_keeps_its_marks_and_strokes(raw: str, word: str, text: str) -> None:
    doc = read(raw)
    found = next(w for w in doc.words if w.text == word)
    assert doc.span(found.start, found.end).text == text


def test_spans_stop_at_a_lone_surrogate() -> None:
    doc = read("قال الوزير \ud83d إن الهدنة صامدة")
    assert [w.text for w in doc.words] == ["قال", "الوزير", "إن", "الهدنة", "صامدة"]
    span = doc.span(doc.words[0].start, doc.words[-1].end)
    assert span.text == "قال الوزير"
    assert [(w.code, w.start, w.end) for w in doc.warnings] == [("lone-surrogate", 11, 12)]


def test_a_replacement_character_that_was_there_is_no_surrogate() -> None:
    doc = read("قال \ufffd الوزير")
    assert doc.warnings == ()
    assert doc.span(doc.words[0].start, doc.words[-1].end).text == "قال \ufffd الوزير"


@pytest.mark.parametrize(
    "unit", ["\u064e", "ـ", "\u200e\u202b", "ا", "ا\u0654", "ا\u200f", "ﻻ", "٣", "٣ا", "\r\n", "٫", "&", "\ud83d", "ـ "], ids=ascii
)
def test_time_grows_with_length_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        raw = unit * (length // len(unit))
        began = time.process_time()
        normalize(raw)
        return time.process_time() - began

    seconds(1000)
    short = min(seconds(8_000) for _ in range(3))
    # Ten times the text may take ten times as long; a hundred times would be quadratic.
    assert min(seconds(80_000) for _ in range(2)) < 35 * short + 0.05


def test_folds_by_name() -> None:
    assert fold("الرَّئِيسُ أحمد إلى القاهرة CNN") == "الرئيس احمد الي القاهره cnn"
    assert fold_with("مسؤول رئيس", ("hamza",)) == "مسوول رييس"
    assert fold_with("پوتين ڤيينا", ("foreign",)) == "بوتين فيينا"
    assert fold_with("قُتِلَ", ("diacritics",)) == "قتل"
    assert fold_with("أحمد", ()) == "أحمد"
    assert {"diacritics", "alef", "maqsura", "marbuta", "hamza", "foreign", "case"} == set(FOLDS)
    with pytest.raises(ValueError, match="unknown folds: stem"):
        fold_with("قال", ("stem",))


@given(texts)
def test_folding_twice_is_folding_once_and_keeps_each_letter(raw: str) -> None:
    text = normalize(raw).text
    for name in FOLDS:
        assert fold_with(fold_with(text, (name,)), (name,)) == fold_with(text, (name,))
    assert len(fold(text)) == len(fold_with(text, ("diacritics",)))
