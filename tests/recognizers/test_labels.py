"""Labels of other models."""

from __future__ import annotations

import pytest

from arnews.recognizers.base import Prediction
from arnews.recognizers.labels import cut_words, predictions


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["O", "B-PERS", "I-PERS", "O"], [(1, 3, "PERSON")]),
        (["B-LOC", "B-LOC"], [(0, 1, "LOC"), (1, 2, "LOC")]),
        (["I-ORG", "I-ORG"], [(0, 2, "ORG")]),  # a stray I opens a name
        (["B-ORG", "I-LOC"], [(0, 1, "ORG"), (1, 2, "LOC")]),
        (["PER", "PER", "O"], [(0, 2, "PERSON")]),
        (["B-PERSON", "E-PERSON", "S-GPE"], [(0, 2, "PERSON"), (2, 3, "LOC")]),
        (["B-DATE", "I-DATE"], []),
        ([], []),
    ],
)
def test_labels_become_names(labels: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert [(p.first, p.last, p.type) for p in predictions(labels)] == expected


def test_a_score_is_the_mean_over_the_words() -> None:
    assert predictions(["B-LOC", "I-LOC", "O"], [1.0, 0.5, 0.1]) == [Prediction(0, 2, "LOC", 0.75)]


def test_a_str_is_not_a_sentence() -> None:
    with pytest.raises(TypeError, match="list of words"):
        cut_words(["دولار"])
