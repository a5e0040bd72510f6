"""Makes a BERT of the size of AraBERT with random weights: ``python -m comparison.models FOLDER TEXT.txt[.xz]``.

It stands in for a trained model where only time and memory are measured. Its vocabulary of 64,000 pieces is learned from
TEXT, so that words fall into as many pieces as with a real one. FOLDER gets ``bert`` (the layout that camel-tools loads) and
``int8`` (the same network for onnxruntime, weights rounded to eight bits). With the folder of a real model instead of TEXT only
its int8 form is made. Runs in an environment of its own: torch, transformers, onnx, onnxruntime.
"""

from __future__ import annotations

import json
import lzma
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

PIECES = 64_000
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]


def lines(path: Path, characters: int) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        for line in file:
            yield line
            characters -= len(line)
            if characters < 0:
                return


def vocabulary(source: Path, target: Path) -> None:
    from tokenizers import BertWordPieceTokenizer

    tokenizer = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    tokenizer.train_from_iterator(
        lines(source, 30_000_000), vocab_size=PIECES, min_frequency=2, special_tokens=SPECIAL, show_progress=False
    )
    tokenizer.save_model(str(target))


def network(folder: Path) -> None:
    import torch
    from transformers import BertConfig, BertForTokenClassification

    torch.manual_seed(1)
    names = dict(enumerate(LABELS))
    config = BertConfig(vocab_size=PIECES, id2label=names, label2id={v: k for k, v in names.items()})
    model = BertForTokenClassification(config).eval()
    model.save_pretrained(folder)
    # Without this file the tokenizer takes hamzas and vowel marks off.
    (folder / "tokenizer_config.json").write_text(json.dumps({"do_lower_case": False, "model_max_length": 512}), encoding="utf-8")


def int8(folder: Path, target: Path) -> None:
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from transformers import BertForTokenClassification

    model = BertForTokenClassification.from_pretrained(folder, attn_implementation="eager").eval()
    model.config.return_dict = False
    sample = torch.ones(1, 8, dtype=torch.int64)
    inputs = ["input_ids", "attention_mask", "token_type_ids"]
    full = target / "model.onnx"
    torch.onnx.export(
        model,
        (sample, sample, sample * 0),
        str(full),
        input_names=inputs,
        output_names=["logits"],
        dynamic_axes={name: {0: "rows", 1: "pieces"} for name in [*inputs, "logits"]},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(full, target / "model.int8.onnx", weight_type=QuantType.QInt8)
    full.unlink()  # half a gigabyte that nobody reads
    for name in ("vocab.txt", "config.json"):
        shutil.copy(folder / name, target / name)


def main() -> None:
    folder, source = Path(sys.argv[1]), Path(sys.argv[2])
    bert, small = (source if source.is_dir() else folder / "bert"), folder / "int8"
    for f in {small, folder / "bert"} - {source}:
        shutil.rmtree(f, ignore_errors=True)
    small.mkdir(parents=True)
    if not source.is_dir():
        bert.mkdir()
        vocabulary(source, bert)
        network(bert)
    int8(bert, small)


if __name__ == "__main__":
    main()
