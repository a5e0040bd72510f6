"""How the recogniser's findings and the rules' come together, with a recogniser that says what the test tells it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from arnews.entities.engine import find, to_record
from arnews.entities.lexicon import EntityLexicon
from arnews.recognizers.base import Prediction
from arnews.recognizers.hints import COLUMNS, Floats
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


class Informed(Says):
    """The same, but it has read what the rules found."""

    seen: Sequence[Floats] = ()

    def recognize_hinted(self, sentences: Sequence[Sequence[str]], hints: Sequence[Floats]) -> list[list[Prediction]]:
        self.seen = hints
        return self.recognize(sentences)


def spans(text: str, lexicon: EntityLexicon, *phrases: tuple[str, str, float], says: type[Says] = Says) -> list[tuple[str, str]]:
    doc = read(text)
    found = find(doc, layout(doc), lexicon, says(*phrases))
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
        # Of two rules the one that the recogniser agrees with, though it is the shorter.
        ("بزعامة أسامة بن لادن اندسوا وسطهم", ("أسامة بن لادن", "PERSON", 0.9), [("PERSON", "أسامة بن لادن")]),
        ("كما طالب أنان بالانسحاب", ("أنان", "PERSON", 0.9), [("PERSON", "أنان")]),
        # But a full form of the lexicon is not cut.
        ("في محافظة شمال سيناء أمس", ("سيناء", "LOC", 0.99), [("LOC", "شمال سيناء")]),
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


@pytest.mark.parametrize(
    ("text", "phrase", "alone", "informed"),
    [
        # A man here, a town in the lexicon.
        ("وقال فيرجسون إن الفريق خسر", ("فيرجسون", "PERSON", 0.95), [("LOC", "فيرجسون")], [("PERSON", "فيرجسون")]),
        ("وقال فيرجسون إن الفريق خسر", ("فيرجسون", "PERSON", 0.65), [("LOC", "فيرجسون")], [("LOC", "فيرجسون")]),
        (
            "أعلنت وزارة الدفاع الروسية",
            ("الدفاع الروسية", "ORG", 0.99),
            [("ORG", "وزارة الدفاع الروسية")],
            [("ORG", "وزارة الدفاع الروسية")],
        ),
    ],
)
def test_only_a_recogniser_that_knows_the_rules_may_contradict_a_sure_one(
    text: str, phrase: tuple[str, str, float], alone: list[tuple[str, str]], informed: list[tuple[str, str]], lexicon: EntityLexicon
) -> None:
    assert spans(text, lexicon, phrase) == alone
    assert spans(text, lexicon, phrase, says=Informed) == informed


def test_the_rules_findings_stand_beside_the_words(lexicon: EntityLexicon) -> None:
    doc = read("قال وزير الخارجية الروسي سيرجي لافروف في باريس. يقيم في الخبر منذ عامين.")
    recognizer = Informed()
    find(doc, layout(doc), lexicon, recognizer)
    first, second = recognizer.seen
    marked = lambda row: {name for name, on in zip(COLUMNS, row, strict=True) if on}
    assert [len(first), len(second)] == [b - a for a, b in doc.sentences]
    assert "TITLE" in marked(first[1])
    assert "NORP" in marked(first[3])
    assert "sure.B-PERSON" in marked(first[4])
    assert "sure.I-PERSON" in marked(first[5])
    assert marked(first[6]) <= {"COMMON"}
    assert "sure.B-LOC" in marked(first[7])
    assert "listed.B-LOC" in marked(second[2])


def test_a_nom_de_guerre_keeps_its_nisba(lexicon: EntityLexicon) -> None:
    told = ("أبو حمزة", "PERSON", 0.9)
    assert spans("قاد أبو حمزة الفرنسي المجموعة", lexicon, told, says=Informed) == [("PERSON", "أبو حمزة الفرنسي")]
