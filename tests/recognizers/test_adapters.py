"""Adapters: with models made up on the spot where the packages are installed, with stand-ins where not."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from arnews.recognizers import camel, spacy_model, transformers
from arnews.recognizers.base import Recognizer

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "وصل", "بوتين", "إلى", "باريس", ".", "ا", "##ا"]


class Pieces:
    """A tokenizer that makes nothing of marks of direction, as BERT's does."""

    def tokenize(self, word: str) -> list[str]:
        return list(word.strip("\u200f\u200e \ufeff"))


class CamelLike:
    """Labels as camel-tools does: one for each word that has pieces, and only for those."""

    def __init__(self) -> None:
        self.tokenizer = Pieces()
        self.rows: list[list[str]] = []

    def predict(self, sentences: list[list[str]]) -> list[list[str]]:
        self.rows = sentences
        return [["B-LOC" if w == "باريس" else "O" for w in row if self.tokenizer.tokenize(w)] for row in sentences]


def test_a_word_without_pieces_does_not_shift_the_labels() -> None:
    found = camel.CamelRecognizer(CamelLike()).recognize([["\u200f", "وصل", "", "إلى", "باريس"], [], ["باريس"]])
    assert [[(p.first, p.last, p.type) for p in one] for one in found] == [[(4, 5, "LOC")], [], [(0, 1, "LOC")]]


def test_sentences_share_rows_while_they_fit() -> None:
    model = CamelLike()
    sentence = ["وصل"] * 20 + ["باريس"]  # 65 pieces: three of them to a row
    found = camel.CamelRecognizer(model).recognize([sentence] * 7)
    assert [len(r) for r in model.rows] == [63, 63, 21]
    assert all([(p.first, p.last) for p in one] == [(20, 21)] for one in found)


def test_nothing_is_asked_for_no_sentences() -> None:
    assert camel.CamelRecognizer(CamelLike()).recognize([]) == []


def test_a_str_as_sentence_is_refused() -> None:
    with pytest.raises(TypeError, match="list of words"):
        camel.CamelRecognizer(CamelLike()).recognize(["باريس"])


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"config\.json"):
        camel.load(tmp_path)


@pytest.mark.parametrize(
    ("module", "package", "extra"),
    [(camel, "camel_tools", "camel"), (transformers, "transformers", "transformers"), (spacy_model, "spacy", "spacy")],
)
def test_a_missing_package_names_its_extra(module: Any, package: str, extra: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    real = builtins.__import__

    def absent(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=package)
        return real(name, *args, **kwargs)

    (tmp_path / "config.json").write_text("{}")
    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(ImportError, match=rf"arnews\[{extra}\]"):
        module.load(tmp_path)


def _tiny_bert(folder: Path) -> None:
    library = pytest.importorskip("transformers")
    torch = pytest.importorskip("torch")
    torch.manual_seed(0)
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    labels = ["O", "B-PERS", "I-PERS", "B-LOC", "I-LOC"]
    config = library.BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=300, id2label=dict(enumerate(labels)), label2id={n: i for i, n in enumerate(labels)},
    )  # fmt: skip
    library.BertForTokenClassification(config).save_pretrained(folder)
    library.BertTokenizerFast(vocab_file=str(folder / "vocab.txt"), do_lower_case=False).save_pretrained(folder)


def _check(recognizer: Recognizer) -> None:
    sentences: list[Sequence[str]] = [
        ["وصل", "بوتين", "إلى", "باريس", "."], [], ["\u200f", "", "باريس"], ["ا" * 100_000], ["وصل", "باريس"] * 400,
    ]  # fmt: skip
    found = recognizer.recognize(sentences)
    assert len(found) == len(sentences)
    assert any(found)
    assert not found[1]
    for words, one in zip(sentences, found, strict=True):
        assert all(0 <= p.first < p.last <= len(words) and 0 <= p.score <= 1 for p in one)
    assert found == recognizer.recognize(sentences)


def test_a_transformers_model_runs(tmp_path: Path) -> None:
    _tiny_bert(tmp_path)
    _check(transformers.load(tmp_path))


def test_camel_tools_runs_without_its_catalogue(tmp_path: Path) -> None:
    pytest.importorskip("camel_tools")
    _tiny_bert(tmp_path)
    _check(camel.load(tmp_path))


def test_a_spacy_pipeline_runs() -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("ar")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "باريس"}, {"label": "DATE", "pattern": "أمس"}])
    _check(spacy_model.SpacyRecognizer(nlp))
