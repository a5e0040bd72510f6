"""Who is compared: the libraries, where each is installed, what each is asked. Versions are pinned: a table names what it measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Task = Literal["all", "names", "dates", "numbers"]

PYTHON = "3.11"


@dataclass(frozen=True)
class Environment:
    """A virtual environment: what pip installs into it, one step after another, and the Python that it needs."""

    steps: tuple[tuple[str, ...], ...]
    python: str = PYTHON


# PyTorch first and alone: what comes after it takes the build that is there.
_TORCH = ("torch==2.13.0",)
ENVIRONMENTS = {
    "arnews": Environment(((".",),)),
    "camel_tools": Environment((_TORCH, ("camel-tools==1.6.0",))),
    "onnxruntime": Environment((("onnxruntime==1.31.1", "tokenizers", "numpy"),)),
    "stanza": Environment((_TORCH, ("stanza==1.15.0",))),
    "spacy": Environment((("spacy==3.8.18",),)),
    "dateparser": Environment((("dateparser==1.5.0",),)),
    "mahad": Environment((("mahad==0.3.0",),)),
    "puckling": Environment((("puckling==0.5.0",),), python="3.13"),
    "arabic_itn": Environment((("arabic-itn==0.1.0",),)),
    "pyarabic": Environment((("PyArabic==0.6.15",),)),
}
# Nothing is measured in these. One spells numbers out, by a library that is no contender; one makes the models with random weights.
SPELLER = Environment((("num2words==0.5.14",),))
BUILDER = Environment((_TORCH, ("transformers>=5,<6", "onnx==1.23.2", "onnxruntime==1.31.1")))


@dataclass(frozen=True)
class Contender:
    """One row: a library and what it is asked for. ``packages`` are those whose versions are told, apart by blanks.

    ``model`` names the kind of model that the row needs (``bert``, ``int8``, ``stanza``), ``optional_model`` one that it can do
    without; ``trained`` says whether its finds mean anything without a model given by the user; ``cannot`` names what the library
    does not claim to do (``spans``: months, years and ranges; ``digits``: numbers with a digit in them).
    """

    key: str
    title: str
    task: Task
    environment: str
    packages: str
    variant: str = ""
    model: str | None = None
    optional_model: str | None = None
    trained: bool = True
    cannot: tuple[str, ...] = ()


_CAMEL = "camel-tools torch transformers"
_ONNX = "onnxruntime tokenizers"
CONTENDERS = (
    Contender("arnews", "arnews", "all", "arnews", "arnews", variant="shipped"),
    Contender("arnews-rules", "arnews without its model", "all", "arnews", "arnews", variant="rules"),
    Contender("camel-tools", "camel-tools `NERecognizer`", "names", "camel_tools", _CAMEL, model="bert", trained=False),
    Contender("onnxruntime", "the same BERT, onnxruntime int8", "names", "onnxruntime", _ONNX, model="int8", trained=False),
    Contender("stanza", "Stanza `ner`", "names", "stanza", "stanza", model="stanza"),
    Contender("spacy", "spaCy blank `ar` + `ner`", "names", "spacy", "spacy", optional_model="spacy", trained=False),
    Contender("arnews-dates", "arnews `extract_dates`", "dates", "arnews", "arnews", variant="dates"),
    Contender("dateparser", "dateparser `search_dates`", "dates", "dateparser", "dateparser", variant="split"),
    Contender("dateparser-ngram", "dateparser `search_dates`, ngram", "dates", "dateparser", "dateparser", variant="ngram"),
    Contender("puckling-dates", "puckling `parse`, time", "dates", "puckling", "puckling"),
    Contender("mahad-dates", "mahad `parse_dimension`, time", "dates", "mahad", "mahad"),
    Contender("arabic-itn-dates", "arabic-itn `normalize`", "dates", "arabic_itn", "arabic-itn", cannot=("spans",)),
    Contender("arnews-numbers", "arnews `extract_numbers`", "numbers", "arnews", "arnews", variant="numbers"),
    Contender("puckling-numbers", "puckling `parse`, numeral", "numbers", "puckling", "puckling"),
    Contender("mahad-numbers", "mahad `parse_dimension`, numeral", "numbers", "mahad", "mahad"),
    Contender("arabic-itn-numbers", "arabic-itn `normalize`", "numbers", "arabic_itn", "arabic-itn", cannot=("digits",)),
    Contender("pyarabic", "pyarabic `text2number`", "numbers", "pyarabic", "PyArabic", cannot=("digits",)),
)  # fmt: skip
