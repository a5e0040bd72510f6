"""Writes the trained tagger as the files that ship: ``vectors.npz``, ``network.npz`` and ``model.json``."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import gazetteers
import numpy as np
from tagger import TAGS, Tagger
from vocabulary import Arrays

from arnews.recognizers.hints import COLUMNS
from arnews.recognizers.shipped import FORMAT

FLOATS = np.float16
# What does not change while the words and their vectors stay; the rest is the network and the lists.
VECTORS = frozenset({"words", "counts", "vectors", "vector_scales", "buckets", "bucket_scales"})
EPOCH = (1980, 1, 1, 0, 0, 0)


def _lstm(module: Any, name: str) -> dict[str, np.ndarray]:
    """Gates reordered from torch's i f g o to i f o g, the three sigmoid gates halved (σ(x) = (tanh(x/2) + 1) / 2)."""

    def reorder(m: np.ndarray) -> np.ndarray:
        i, f, g, o = np.split(m, 4, axis=0)
        return np.concatenate([i * 0.5, f * 0.5, o * 0.5, g])

    part = lambda key: reorder(getattr(module, key).detach().numpy())
    sides = ("", "_reverse")
    return {
        f"{name}.inputs": np.concatenate([part(f"weight_ih_l0{s}").T for s in sides], axis=1),
        f"{name}.bias": np.concatenate([part(f"bias_ih_l0{s}") + part(f"bias_hh_l0{s}") for s in sides]),
        f"{name}.recurrent": np.stack([part(f"weight_hh_l0{s}").T for s in sides]),
    }


def network_arrays(model: Tagger) -> dict[str, np.ndarray]:
    plain = lambda t: t.detach().numpy()
    return {
        "letters": plain(model.word_input.letters.weight),
        "filters.weight": plain(model.word_input.filters.weight).transpose(2, 1, 0),
        "filters.bias": plain(model.word_input.filters.bias),
        **_lstm(model.lower, "lower"),
        **_lstm(model.upper, "upper"),
        "out.weight": plain(model.out.weight).T,
        "out.bias": plain(model.out.bias),
        "transitions": plain(model.crf.scores()),
    }


def packed(arrays: dict[str, np.ndarray]) -> bytes:
    """Arrays as the bytes of an ``.npz`` file, in the order of their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(arrays):
            part = io.BytesIO()
            np.lib.format.write_array(part, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", EPOCH), part.getvalue())
    return stream.getvalue()


def write(model: Tagger, words: Arrays, out: Path, about: dict[str, Any]) -> dict[str, Any]:
    """Write the files; the same weights give the same bytes."""
    text = lambda lines: np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)
    arrays: dict[str, np.ndarray] = {k: v.astype(FLOATS) for k, v in network_arrays(model).items()}
    arrays |= {k: text(words[k]) for k in ("words", "listed", "phrases")}
    arrays |= {k: words[k] for k in ("counts", "vectors", "buckets", "listed_bits", "phrase_bits")}
    arrays |= {k: words[k].astype(np.float32) for k in ("vector_scales", "bucket_scales")}
    parts = {
        "vectors.npz": packed({k: v for k, v in arrays.items() if k in VECTORS}),
        "network.npz": packed({k: v for k, v in arrays.items() if k not in VECTORS}),
    }
    about = {
        "format": FORMAT,
        "files": {name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in parts.items()},
        "tags": list(TAGS),
        "lists": list(gazetteers.BITS),
        "phrases": list(gazetteers.PHRASES),
        "hints": list(COLUMNS),
        **about,
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, data in parts.items():
        (out / name).write_bytes(data)
    (out / "model.json").write_text(json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return about
