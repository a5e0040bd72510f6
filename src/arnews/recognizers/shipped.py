"""The recogniser that ships in the wheel: read once per process, plain numpy, nothing written afterwards."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

from arnews.recognizers.base import Prediction, Recognizer
from arnews.recognizers.features import WordTable
from arnews.recognizers.folding import MAX_LETTERS, fold
from arnews.recognizers.hints import COLUMNS, Floats
from arnews.recognizers.network import Network, pack
from arnews.recognizers.threads import SingleThreaded

FORMAT = 3
# Words and vectors change rarely, the network with every training: apart, so that a new network adds 3 MB to what is kept, not 23.
FILES = ("vectors.npz", "network.npz")
# The model was trained on pieces of at most this many words; longer sentences are cut at a mark before it.
LONGEST = 120
# Words worked on together: bounds memory on long texts without slowing one article down.
TOGETHER = 4096
_CUTS = frozenset(".؛;،,:!؟?…")
_loading = Lock()
_TAG, _NAME = re.compile("O|[BI]-(?:PERSON|LOC|ORG|MISC)"), re.compile("[a-z_]+")


class ModelError(RuntimeError):
    """The model file is missing, cut short, changed or of another format."""


class ShippedRecognizer:
    """Tags PERSON, LOC and ORG, best with the marks of the rules beside the words. Safe to share between threads."""

    def __init__(self, table: WordTable, network: Network) -> None:
        self._table = table
        self._network = network
        self._single_threaded = SingleThreaded()

    def recognize(self, sentences: Sequence[Sequence[str]]) -> list[list[Prediction]]:
        """Names of each sentence, given as whole words and marks; a sentence may be empty or of any length."""
        return self.recognize_hinted(sentences, [np.zeros((len(s), len(COLUMNS)), dtype=np.float32) for s in sentences])

    def recognize_hinted(self, sentences: Sequence[Sequence[str]], hints: Sequence[Floats]) -> list[list[Prediction]]:
        """The same with what the rules found: for each sentence an array ``[words, columns]`` (``arnews.recognizers.hints``)."""
        out: list[list[Prediction]] = [[] for _ in sentences]
        for group in _groups(sentences):
            with self._single_threaded:
                tags, sure = self._tag(
                    [words for _, _, words in group],
                    np.concatenate([hints[number][offset : offset + len(words)] for number, offset, words in group]),
                )
            at = 0
            for number, offset, words in group:
                end = at + len(words)
                out[number].extend(self._names(words, tags[at:end], sure[at:end], offset))
                at = end
        return out

    def _tag(self, pieces: Sequence[Sequence[str]], hints: Floats) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Tag ids and marginals of all words, one piece after another; no piece is empty and lengths fall."""
        distinct: dict[str, int] = {}
        index = np.array([distinct.setdefault(w, len(distinct)) for words in pieces for w in words], dtype=np.int64)
        surface = list(distinct)
        keys = [fold(w) for w in surface]
        stems = [s for s, _ in self._table.stems(keys)]
        rows = self._table.rows(surface)
        phrases = []
        at = 0
        for words in pieces:
            ids = index[at : at + len(words)].tolist()
            phrases.append(self._table.phrases([keys[i] for i in ids], [stems[i] for i in ids]))
            at += len(words)
        packed = pack(np.array([len(words) for words in pieces], dtype=np.int64))
        listed = rows.extra[:, : 2 * self._table.bit_count][index]
        beside = np.concatenate([np.concatenate(phrases), hints, listed], axis=1)
        return self._network.decode(self._network.emissions(rows, index, beside, packed), packed)

    def _names(self, words: Sequence[str], tags: npt.NDArray[np.int64], sure: npt.NDArray[np.float32], offset: int) -> Iterator[Prediction]:
        names = self._network.tags
        first = None
        for i, tag in enumerate([*tags.tolist(), 0]):
            if first is not None and not names[tag].startswith("I-"):
                yield Prediction(offset + first, offset + i, names[tags[first]][2:], round(float(sure[first:i].mean()), 4))
                first = None
            if names[tag].startswith("B-"):
                first = i


def _groups(sentences: Sequence[Sequence[str]]) -> Iterator[list[tuple[int, int, list[str]]]]:
    """Pieces ``(sentence, offset, words)`` worked on together, the longest first."""
    group: list[tuple[int, int, list[str]]] = []
    size = 0
    for number, sentence in enumerate(sentences):
        for offset, words in _pieces([w[: 2 * MAX_LETTERS] for w in sentence]):
            if size + len(words) > TOGETHER and group:
                yield sorted(group, key=lambda p: -len(p[2]))
                group, size = [], 0
            group.append((number, offset, words))
            size += len(words)
    if group:
        yield sorted(group, key=lambda p: -len(p[2]))


def _pieces(words: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Cut a long sentence after a mark in the second half of each window."""
    at = 0
    while len(words) - at > LONGEST:
        end = next((i + 1 for i in range(at + LONGEST - 1, at + LONGEST // 2, -1) if words[i] in _CUTS), at + LONGEST)
        yield at, words[at:end]
        at = end
    if at < len(words):
        yield at, words[at:]


def load() -> Recognizer:
    """The shipped recogniser, one for the whole process.

    Raises :class:`ModelError` where the model file is missing or is not the file that was built.
    """
    with _loading:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> ShippedRecognizer:
    return read(resources.files("arnews.models.ner"))


def read(folder: Traversable) -> ShippedRecognizer:
    """Read ``model.json``, ``vectors.npz`` and ``network.npz`` of a folder and check them."""
    try:
        about: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(f"the named-entity model in {folder} cannot be read ({error}): reinstall arnews") from error
    if not isinstance(about, dict) or not isinstance(about.get("files", {}), dict):
        raise ModelError(f"model.json in {folder} is damaged: reinstall arnews")
    if about.get("format") != FORMAT:
        raise ModelError(f"the named-entity model has format {about.get('format')}, this arnews reads {FORMAT}: reinstall arnews")
    arrays: dict[str, npt.NDArray[Any]] = {}
    for name in FILES:
        arrays |= _arrays(folder / name, about.get("files", {}).get(name))
    if not (_names_of(about, "tags", _TAG) and _names_of(about, "lists", _NAME) and _names_of(about, "phrases", _NAME)):
        raise ModelError("model.json is damaged: the names of its tags or lists are none: reinstall arnews")
    table = WordTable(
        words=_lines(arrays["words"]),
        counts=arrays["counts"],
        vectors=arrays["vectors"],
        vector_scales=arrays["vector_scales"].astype(np.float32),
        buckets=arrays["buckets"],
        bucket_scales=arrays["bucket_scales"].astype(np.float32),
        listed=_lines(arrays["listed"]),
        listed_bits=arrays["listed_bits"],
        bit_count=len(about["lists"]),
        phrases=_lines(arrays["phrases"]),
        phrase_bits=arrays["phrase_bits"],
        phrase_kinds=len(about["phrases"]),
    )
    return ShippedRecognizer(table, Network(arrays, about["tags"]))


def _arrays(file: Traversable, expected: object) -> dict[str, npt.NDArray[Any]]:
    """The arrays of a file that is, byte for byte, the one that was built."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ModelError(f"the named-entity model's {file.name} cannot be read ({error}): reinstall arnews") from error
    if expected != {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}:
        raise ModelError(f"the named-entity model is damaged: {file.name} ({len(data)} bytes) is not what was built: reinstall arnews")
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def _names_of(about: dict[str, Any], key: str, form: re.Pattern[str]) -> bool:
    """Whether ``key`` is a list of different names of this form."""
    names = about.get(key)
    return isinstance(names, list) and len({*map(str, names)}) == len(names) > 0 and all(form.fullmatch(str(n)) for n in names)


def _lines(data: npt.NDArray[np.uint8]) -> list[str]:
    return data.tobytes().decode("utf-8").split("\n") if len(data) else []
