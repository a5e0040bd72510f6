"""How the recogniser's findings and the rules' come together, with a recogniser that says what the test tells it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from arnews.entities.engine import find, to_record
from arnews.entities.lexicon import EntityLexicon
from arnews.recognizers.base import Prediction
from arnews.text.article import layout
from arnews.text.document import read


class Says:
    """Finds given phrases, each with a type and a score, wherever they stand."""

    def __init__(self, *phrases: tuple[str, str, float]) -> None:
        self._phrases = [(tuple(p.split()), kind, score) for p, kind, score in phrases]

    def recognize(self, sentences: Sequence[Sequence[str]]) -> list[list[Prediction]]:
        out = []
        for words in sentences:
            found = []
            for phrase, kind, score in self._phrases:
                for i in range(len(words) - len(phrase) + 1):
                    if tuple(words[i : i + len(phrase)]) == phrase:
                        found.append(Prediction(i, i + len(phrase), kind, score))
            out.append(found)
        return out


def spans(text: str, lexicon: EntityLexicon, *phrases: tuple[str, str, float]) -> list[tuple[str, str]]:
    doc = read(text)
    found = find(doc, layout(doc), lexicon, Says(*phrases))
    return sorted((e.type, m.text) for f in found for e in [to_record(doc, f, "e1")] for m in e.mentions if f.type != "NORP")


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # What no rule finds is added, without its title, head, quotation marks or attached letters.
        ("عاد غورفان إلى بلده", ("غورفان", "PERSON", 0.9), [("PERSON", "غورفان")]),
        ("كتب الشيخ تيماز ذلك", ("الشيخ تيماز", "PERSON", 0.9), [("PERSON", "تيماز")]),
        ("وصلوا إلى منطقة تفرشيت ليلا", ("منطقة تفرشيت", "LOC", 0.9), [("LOC", "تفرشيت")]),
        ("صدر « غورفان » أمس", ("« غورفان »", "ORG", 0.9), [("ORG", "غورفان")]),
        ("عاد وغورفان إلى بلده", ("وغورفان", "PERSON", 0.9), [("PERSON", "غورفان")]),
        # A sure rule keeps its type and span.
        ("وصل إلى باريس أمس", ("باريس", "PERSON", 0.99), [("LOC", "باريس")]),
        ("أعلنت وزارة الدفاع الروسية", ("الدفاع الروسية", "ORG", 0.99), [("ORG", "وزارة الدفاع الروسية")]),
        # A nationality alone is no place and no body.
        ("الوفد الفرنسي غادر", ("الفرنسي", "LOC", 0.9), []),
    ],
)
def test_merge(text: str, phrase: tuple[str, str, float], expected: list[tuple[str, str]], lexicon: EntityLexicon) -> None:
    assert spans(text, lexicon, phrase) == expected


def test_a_weak_form_counts_when_the_recogniser_agrees(lexicon: EntityLexicon) -> None:
    text = "يقيم في الخبر منذ عامين"
    assert spans(text, lexicon) == []
    doc = read(text)
    (found,) = find(doc, layout(doc), lexicon, Says(("الخبر", "LOC", 0.9)))
    assert (found.latin, found.country) == ("Khobar", "SA")


def test_predictions_outside_the_sentence_are_dropped(lexicon: EntityLexicon) -> None:
    class Wrong:
        def recognize(self, sentences: Sequence[Sequence[str]]) -> list[list[Prediction]]:
            return [[Prediction(0, 99, "PERSON", 1.0), Prediction(2, 1, "LOC", 1.0), Prediction(0, 1, "THING", 1.0)] for _ in sentences]

    doc = read("عاد الرجل إلى بلده")
    assert find(doc, layout(doc), lexicon, Wrong()) == []


def test_a_bare_head_names_nothing(lexicon: EntityLexicon) -> None:
    """The quotation mark parts the head from its name: حزب "الليكود"."""
    assert spans('قال وزير من حزب "الليكود" إن القانون مر', lexicon, ("حزب", "ORG", 0.9)) == [("ORG", "الليكود")]
