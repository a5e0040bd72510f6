"""Labels of other models as predictions: their BIO schemes and type names."""

from __future__ import annotations

from collections.abc import Sequence

from arnews.recognizers.base import Prediction

# Names of types in public Arabic models; what is not here is not a type of arnews.
TYPES = {
    "PER": "PERSON",
    "PERS": "PERSON",
    "PERSON": "PERSON",
    "LOC": "LOC",
    "LOCATION": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "ORG": "ORG",
    "ORGANIZATION": "ORG",
    "MISC": "MISC",
    "MIS": "MISC",
}


def predictions(labels: Sequence[str], scores: Sequence[float] | None = None) -> list[Prediction]:
    """Names from one label a word (``B-PERS``, ``I-PERS``, ``O``; also ``PER`` alone); a stray I opens a name.

    ``scores`` gives how sure the model is of each label; without it every score is 1.
    """
    out: list[Prediction] = []
    first, kind = 0, ""
    for i, label in enumerate([*labels, "O"]):
        position, name = _parts(label)
        if kind and (position != "I" or name != kind):
            sure = 1.0 if scores is None else sum(scores[first:i]) / (i - first)
            out.append(Prediction(first, i, kind, round(float(sure), 4)))
            kind = ""
        if name and not kind:
            first, kind = i, name
    return out


def _parts(label: str) -> tuple[str, str]:
    position, dash, name = label.partition("-")
    if not dash:
        position, name = "I", label
    if position in ("E", "M", "L"):
        position = "I"
    elif position in ("S", "U"):
        position = "B"
    return position, TYPES.get(name.upper(), "")


def cut_words(sentences: Sequence[Sequence[str]], longest: int = 60) -> list[list[str]]:
    """The words with the rest of very long ones left out: a model's tokenizer makes hundreds of pieces of them."""
    for sentence in sentences:
        if isinstance(sentence, str):
            raise TypeError("a sentence is a list of words, not a str: each of its letters would be read as a word")
    return [[word[:longest] for word in sentence] for sentence in sentences]
