"""Sentence cuts, as drawn in ``sentences.txt``."""

from __future__ import annotations

import pytest

from arnews.text.document import read
from arnews.text.sentences import explain_sentences
from corpora import Case
from corpora.sentences import CORPUS


@pytest.mark.parametrize("case", CORPUS.cases, ids=lambda case: case.text)
def test_cuts_are_where_they_are_drawn(case: Case[str]) -> None:
    assert CORPUS.read(case) == case.expected


def test_the_corpus_has_many_cases_of_both_kinds() -> None:
    assert len(CORPUS.cases) >= 75
    assert sum("¦" not in case.expected for case in CORPUS.cases) >= 25


def test_every_word_is_in_exactly_one_sentence() -> None:
    doc = read("قال: «نعم.» ثم عاد.\n\nعنوان قصير.. آخر\nد. علي في عام 2015 م. وقال 3.5!")
    assert [i for a, b in doc.sentences for i in range(a, b)] == list(range(len(doc.words)))


def test_a_paragraph_wrapped_at_a_fixed_width_is_read_as_one() -> None:
    wrapped = (
        "أعلنت وزارة الدفاع في بيان صدر مساء أمس أن القوات المسلحة\n"
        "نفذت عملية واسعة في شمال البلاد استمرت نحو ثماني ساعات وأن\n"
        "الطائرات قصفت مواقع للمسلحين قرب الحدود الشرقية مما أدى إلى\n"
        "تدمير مستودعات للأسلحة وآليات عسكرية تابعة للمجموعة المسلحة\n"
        "هناك."
    )
    assert len(read(wrapped).sentences) == 1


def test_lines_of_verse_are_not_joined() -> None:
    assert len(read("يا دار\nأين أهلك\nرحلوا\nفي الليل\nولم يعودوا").sentences) == 5


def test_explain_names_the_rule_at_each_stop() -> None:
    words = read("زار د. علي القرية. وقال 3.5 مليون.. ثم عاد أ.ف.ب. اليوم.").words
    assert {words[i].text: rule for i, rule in explain_sentences(words) if rule.startswith("abbrev")} == {"أ.ف.ب.": "abbreviation"}
    assert "stop!" in [rule for _, rule in explain_sentences(words)]
