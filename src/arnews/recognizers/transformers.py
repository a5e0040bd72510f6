"""Token-classification models of the transformers library behind the protocol (extra ``transformers``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from arnews.extras import MissingExtraError
from arnews.recognizers.base import Prediction, Recognizer
from arnews.recognizers.labels import cut_words, predictions

BATCH = 8
# A word of which the tokenizer makes nothing has no label of its own.
OUTSIDE = "O"


class TransformersRecognizer:
    """Runs a model and its fast tokenizer; a word takes the label of its first piece."""

    def __init__(self, model: Any, tokenizer: Any) -> None:
        if not getattr(tokenizer, "is_fast", False):
            raise ValueError("a fast tokenizer is needed: the slow ones do not say which word a piece came from")
        self._model = model.eval()
        self._tokenizer = tokenizer
        self._longest = min(512, int(getattr(model.config, "max_position_embeddings", 512)))

    def recognize(self, sentences: Sequence[Sequence[str]]) -> list[list[Prediction]]:
        """One list of predictions for each sentence; one that is too long for the model is read in pieces."""
        words = cut_words(sentences)
        labels = [[OUTSIDE] * len(s) for s in words]
        scores = [[1.0] * len(s) for s in words]
        asked = sorted((n for n, s in enumerate(words) if s), key=lambda n: len(words[n]))
        for at in range(0, len(asked), BATCH):
            self._label([(n, words[n]) for n in asked[at : at + BATCH]], labels, scores)
        return [predictions(one, sure) for one, sure in zip(labels, scores, strict=True)]

    def _label(self, group: list[tuple[int, list[str]]], labels: list[list[str]], scores: list[list[float]]) -> None:
        import torch

        encoded = self._tokenizer(
            [s for _, s in group], is_split_into_words=True, truncation=True, max_length=self._longest, padding=True,
            return_overflowing_tokens=True, return_tensors="pt",
        )  # fmt: skip
        owner = encoded.pop("overflow_to_sample_mapping").tolist()
        with torch.inference_mode():
            sure, best = self._model(**encoded).logits.softmax(dim=-1).max(dim=-1)
        names = self._model.config.id2label
        for row, sample in enumerate(owner):
            number, before = group[sample][0], None
            for k, word in enumerate(encoded.word_ids(row)):
                if word is not None and word != before:
                    labels[number][word] = names[int(best[row, k])]
                    scores[number][word] = float(sure[row, k])
                before = word


def load(model: str | Path) -> Recognizer:
    """A recogniser from a folder, or from a name that transformers knows. Raises ``ImportError`` without transformers and torch."""
    try:
        from transformers import AutoModelForTokenClassification, AutoTokenizer
    except ImportError as error:
        raise MissingExtraError("transformers and torch", "transformers") from error
    tokenizer = AutoTokenizer.from_pretrained(str(model), use_fast=True, add_prefix_space=True)
    return TransformersRecognizer(AutoModelForTokenClassification.from_pretrained(str(model)), tokenizer)
