from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import arnews
from doors.sample import seed_text

spacy = pytest.importorskip("spacy")


@pytest.fixture(scope="module")
def nlp() -> Any:
    found = spacy.blank("ar")
    found.add_pipe("arnews")
    return found


def test_the_component_is_found_by_its_name_alone(nlp: Any) -> None:
    assert nlp.pipe_names == ["arnews"]
    assert nlp.analyze_pipes()["summary"]["arnews"]["assigns"] == ["doc.ents", "doc.spans", "doc._.arnews"]


def test_a_doc_holds_what_the_analysis_holds(nlp: Any) -> None:
    doc, result = nlp(seed_text()), arnews.analyze(seed_text())
    assert doc._.arnews == result
    names = {(e.label_, e.text) for e in doc.ents}
    assert {("PERSON", "سيرجي لافروف"), ("LOC", "كوريا الشمالية"), ("ORG", "CNN")} <= names
    assert [(s.id_, s.label_) for s in doc.spans["dates"]] == [(d.id, d.type) for d in result.dates]
    assert [(s.id_, s.label_) for s in doc.spans["claims"]] == [(c.id, c.kind) for c in result.claims]
    # spaCy keeps a proclitic on its token: the span is the token, the record is exact.
    assert any(s.text.endswith("نحو 4 آلاف قتيل ومصاب") for s in doc.spans["claims"])


def test_mentions_of_one_entity_share_its_id(nlp: Any) -> None:
    doc = nlp(seed_text())
    lavrov = next(e.id for e in doc._.arnews.entities if e.name == "سيرجي لافروف")
    assert {s.text for s in doc.ents if s.id_ == lavrov} == {"سيرجي لافروف", "لافروف"}


def test_the_publication_date_is_the_callers(nlp: Any) -> None:
    doc = nlp.make_doc("زار الوزير موسكو أمس.")
    doc._.published = date(2025, 7, 12)
    assert [d.value for d in nlp(doc)._.arnews.dates] == ["2025-07-11"]
    with pytest.raises(TypeError, match=r"datetime\.date"):
        doc._.published = "2025-07-12"


def test_docs_survive_bytes(nlp: Any) -> None:
    from spacy.tokens import DocBin

    doc = nlp(seed_text())
    (again,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert again._.arnews == doc._.arnews
    assert [e.text for e in again.ents] == [e.text for e in doc.ents]


def test_entities_of_another_component_can_be_kept() -> None:
    nlp = spacy.blank("ar")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "MINE", "pattern": "لافروف"}])
    nlp.add_pipe("arnews", config={"keep_ents": True, "recognizer": None})
    ents = [(e.label_, e.text) for e in nlp("زار لافروف موسكو").ents]
    assert ("MINE", "لافروف") in ents
    assert ("LOC", "موسكو") in ents


@pytest.mark.parametrize("text", ["", " ", "\u200f", "😀", "قال"])
def test_any_text_passes(nlp: Any, text: str) -> None:
    assert nlp(text)._.arnews is not None
