"""Damaged data of the installation itself: bytes turned and ends cut off give an error that says so, or the same reading as before."""

from __future__ import annotations

import random
import re
from importlib import resources
from pathlib import Path

import pytest

from arnews import lexicon
from arnews.lexicon import LexiconError, rows
from arnews.recognizers import shipped

TABLES = sorted(p.name.removesuffix(".tsv") for p in Path(str(resources.files("arnews.lexicon") / "data")).iterdir() if p.suffix == ".tsv")
MODEL = resources.files("arnews.models.ner")
WORDS = ["وصل", "الرئيس", "الروسي", "فلاديمير", "بوتين", "إلى", "باريس"]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """``data`` with a bit turned, cut short, with something put in, or with two parts exchanged."""
    at = chance.randrange(len(data))
    way = chance.randrange(4)
    if way == 0:
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    if way == 1:
        return data[:at]
    if way == 2:
        return data[:at] + chance.randbytes(chance.randint(1, 9)) + data[at:]
    return data[at:] + data[:at]


@pytest.mark.parametrize("name", TABLES)
def test_a_damaged_table_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (lexicon._DATA / f"{name}.tsv").read_bytes()
    before = rows(name)
    monkeypatch.setattr(lexicon, "_DATA", tmp_path)
    chance = random.Random(name)
    for n in range(12):
        data = damaged(whole, chance)
        (tmp_path / f"{name}.tsv").write_bytes(data)
        if data == whole:
            assert rows(name) == before
            continue
        with pytest.raises(LexiconError, match="reinstall"):
            rows(name)
        assert n < 12
    (tmp_path / f"{name}.tsv").unlink()
    with pytest.raises(LexiconError, match="reinstall"):
        rows(name)


def test_a_damaged_description_of_the_model_is_refused_or_reads_the_same(tmp_path: Path) -> None:
    whole = (MODEL / "model.json").read_bytes()
    linked(tmp_path)
    before = shipped.load().recognize([WORDS])
    chance = random.Random(7)
    refused = 0
    # Flips of all the file, and as many in what is read: the names of tags and lists, the size, the checksum.
    read = [at for key in (b'"tags"', b'"lists"', b'"phrases"', b'"files"', b'"format"', b'"sha256"') for at in _value(whole, key)]
    for n in range(30):
        at = chance.choice(read)
        turned = whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :]
        (tmp_path / "model.json").write_bytes(turned if n % 2 else damaged(whole, chance))
        try:
            after = shipped.read(tmp_path)
        except shipped.ModelError:
            refused += 1
        else:
            assert after.recognize([WORDS]) == before
    assert refused > 10


def linked(folder: Path) -> None:
    for name in shipped.FILES:
        (folder / name).symlink_to(Path(str(MODEL / name)))


def _value(data: bytes, key: bytes) -> range:
    start = data.index(key)
    return range(start, start + 90)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "null",
        "7",
        '"x"',
        "{}",
        '{"format": 1}',
        '{"format": 3, "files": []}',
        '{"format": 3, "files": {"vectors.npz": "x", "network.npz": 3}}',
        "[" * 100_000,
    ],
)
def test_another_json_is_no_model(text: str, tmp_path: Path) -> None:
    linked(tmp_path)
    (tmp_path / "model.json").write_text(text)
    with pytest.raises(shipped.ModelError, match="reinstall"):
        shipped.read(tmp_path)


def test_a_pickled_array_is_not_loaded() -> None:
    """No code runs from a model: numpy is told to take no objects."""
    source = (Path(shipped.__file__)).read_text("utf-8")
    assert "allow_pickle=False" in source
    everything = "".join(p.read_text("utf-8") for p in Path(shipped.__file__).parents[1].rglob("*.py"))
    forbidden = r"(?<![.\w])(?:eval|exec|__import__)\(|\bpickle\.load|\bmarshal\b|allow_pickle=True|\bos\.system|shell=True|yaml\.load"
    assert re.findall(forbidden, everything) == []
