"""Behaviour beyond single lines: figures, parts that add up, carried speakers, explanations, offsets, odd text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arnews.claims.engine import read_claims
from arnews.claims.explain import explain
from arnews.claims.lexicon import claim_lexicon, tag
from arnews.entities.lexicon import EntityLexicon
from arnews.lexicon import rows

from .records import claims_of, findings, line


def test_noun_table_is_large_and_covers_the_kinds() -> None:
    table = rows("claim_nouns")
    assert len({lemma for _, lemma, *_ in table}) >= 400
    assert {kind for _, _, kind, *_ in table} >= {"troops", "killed", "injured", "missing", "displaced", "detained", "hostages", "materiel"}
    for form, lemma in (("قتلي", "قتيل"), ("جنودا", "جندي"), ("رهائن", "رهينة"), ("غارتين", "غارة"), ("مفقودين", "مفقود")):
        assert claim_lexicon().nouns[form].lemma == lemma


@pytest.mark.parametrize(
    ("word", "kind", "shape"),
    [
        ("مقتل", "killed", "masdar"), ("قتلوا", "killed", "past"), ("يقتل", "killed", "imperfect"), ("وقتلت", "killed", "past"),
        ("استشهد", "killed", "past"), ("مصرعهم", "killed", "masdar_own"), ("اصيب", "injured", "past"), ("واصابه", "injured", "masdar"),
        ("اعتقال", "detained", "masdar"), ("نزحوا", "displaced", "past"), ("خطف", "hostages", "either"), ("بمقتل", "killed", "masdar"),
        ("لتقتل", "killed", "imperfect"),
    ],
)  # fmt: skip
def test_events_are_inflected_from_one_row(word: str, kind: str, shape: str) -> None:
    event = tag(word).event
    assert event is not None
    assert (event.kind, event.shape) == (kind, shape)


@pytest.mark.parametrize("word", ["سراح", "اسره", "التي", "سياره"])
def test_words_that_only_look_like_events_or_duals(word: str) -> None:
    assert tag(word).event is None


def test_details_add_up_to_the_total(lexicon: EntityLexicon) -> None:
    text = (
        "لقي أربعة أشخاص مصرعهم وأصيب 15 آخرون في حوادث منفصلة في بغداد.\n"
        "وأفاد مصدر أمني بأن ثلاثة أشخاص قتلوا وأصيب سبعة في الكرادة.\n"
        "وأضاف المصدر أن شخصا قتل وأصيب ثمانية في الموصل."
    )
    claims, _ = claims_of(text, lexicon)
    parents = {c.text: c.part_of for c in claims}
    ids = {c.text: c.id for c in claims}
    assert parents["ثلاثة أشخاص"] == parents["شخصا"] == ids["أربعة أشخاص"]
    assert parents["سبعة"] == parents["ثمانية"] == ids["15 آخرون"]
    assert {c.source.text for c in claims if c.source} == {"مصدر أمني"}


def test_quoted_speech_runs_over_sentences(lexicon: EntityLexicon) -> None:
    text = "وقال قائد الشرطة للصحفيين: «فتح مسلح النار في المدرسة. قتل خمسة أشخاص في الهجوم. وأصيب عشرة». وقتل ثلاثة في حادث آخر."
    claims, _ = claims_of(text, lexicon)
    assert [(c.text, c.source.text if c.source else None) for c in claims] == [
        ("خمسة أشخاص", "قائد الشرطة"), ("عشرة", "قائد الشرطة"), ("ثلاثة", None),
    ]  # fmt: skip


def test_figures_group_mentions_and_name_contradictions(lexicon: EntityLexicon) -> None:
    text = "مقتل 12 شخصا في بغداد\nقتل 12 شخصا في بغداد. وقالت الشرطة إن 15 شخصا قتلوا في بغداد. وأصيب 30 شخصا في الموصل."
    claims, figures = claims_of(text, lexicon)
    killed = [f for f in figures if f.kind == "killed"]
    assert [f.claims for f in killed] == [("c1", "c2"), ("c3",)]
    assert killed[0].contradictions == ("c3",)
    assert killed[1].contradictions == ("c1", "c2")
    assert {i for f in figures for i in f.claims} == {c.id for c in claims}


def test_rise_keeps_the_old_total_in_one_figure(lexicon: EntityLexicon) -> None:
    claims, figures = claims_of("قتل 10 أشخاص. ثم ارتفعت حصيلة القتلى من 10 إلى 15.", lexicon)
    assert claims[-1].previous is not None
    assert claims[-1].previous.best == 10
    assert [f.latest.best for f in figures] == [15]


def test_arguments_refer_to_entities(lexicon: EntityLexicon) -> None:
    claims, _ = claims_of("قتل ثلاثة جنود أتراك في شمال العراق أمس، وفق الأمم المتحدة.", lexicon)
    (claim,) = claims
    assert claim.who is not None
    assert claim.who.country == "TR"
    assert claim.where is not None
    assert claim.where.country == "IQ"
    assert (claim.where.ref or "").startswith("e")
    assert claim.when is not None
    assert claim.when.ref == "d1"
    assert claim.source is not None
    assert claim.source.ref is not None


def test_offsets_point_at_the_raw_text_through_marks_and_tatweel(lexicon: EntityLexicon) -> None:
    text = "قُتِـلَ خَمْسَةُ جُنُودٍ في بَغْــداد"
    claims, _ = claims_of(text, lexicon)
    assert [c.kind for c in claims] == ["killed"]
    for span in (claims[0], claims[0].where, claims[0].sentence):
        assert span is not None
        assert text[span.start : span.end] == span.text
    assert claims[0].where is not None
    assert claims[0].where.text == "بَغْــداد"


def test_explain_names_rule_and_words(lexicon: EntityLexicon) -> None:
    (found,) = explain(read_claims(*findings("قال مصدر أمني إن خمسة جنود قتلوا.", lexicon)))
    reasons = {r.field: (r.rule, r.span.text) for r in found.reasons}
    assert reasons["kind"] == ("event after its subject", "خمسة جنود")
    assert reasons["event"][1] == "قتلوا"
    assert reasons["source"] == ("verb of saying", "مصدر أمني")
    assert found.claim.kind == "killed"


@pytest.mark.parametrize(
    "text", ["", ".", "\n\n", "٪", "🙂 5 🙂", "\u202e5 قتلى\u202c", "قتل", "5", "مقتل", "أحد", "دون", "قال", "وفق", "(((", "«" * 50]
)
def test_odd_text_gives_claims_or_nothing(text: str, lexicon: EntityLexicon) -> None:
    claims, figures = claims_of(text, lexicon)
    assert len(figures) <= len(claims)
    for c in claims:
        assert text[c.start : c.end] == c.text


WORDS = st.sampled_from(
    [
        "قتل",
        "مقتل",
        "وإصابة",
        "أصيب",
        "5",
        "12",
        "خمسة",
        "أشخاص",
        "جنود",
        "قتيلا",
        "و",
        "وأصيب",
        "في",
        "بغداد",
        "قال",
        "إن",
        "مصدر",
        "أمني",
        "بينهم",
        "منهم",
        "3",
        "،",
        ".",
        ":",
        "(",
        ")",
        "«",
        "»",
        "لم",
        "دون",
        "ضحايا",
        "قد",
        "سترسل",
        "نفى",
        "أحد",
        "الجرحى",
        "بحسب",
        "الشرطة",
        "منذ",
        "عاما",
        "من",
        "إلى",
        "ارتفع",
        "عدد",
        "القتلى",
        "حصيلة",
        "فقد",
        "آخرين",
        "جثة",
        "هناك",
        "التي",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_any_mix_of_words_is_read(lexicon: EntityLexicon, words: list[str]) -> None:
    text = " ".join(words)
    claims, figures = claims_of(text, lexicon)
    ids = {c.id for c in claims}
    for c in claims:
        assert text[c.start : c.end] == c.text
        assert c.part_of is None or (c.part_of in ids and c.part_of != c.id)
    assert sorted(i for f in figures for i in f.claims) == sorted(ids)


def test_lines_are_whole() -> None:
    assert line.__doc__


def test_a_number_that_ends_a_headline_counts_nothing_of_the_next_line(lexicon: EntityLexicon) -> None:
    text = "حصيلة القتلى في الحريق ترتفع إلى 40\nعين اليوم – الرياض\nقالت الشرطة إن النار امتدت سريعا إلى الطابق العلوي."
    claims, _ = claims_of(text, lexicon)
    assert [(c.text, c.kind) for c in claims] == [("40", "killed")]
