"""Which files a batch reads: folders are walked in order of name, compressed files are opened by their ending."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from arnews.batch.feeds import is_feed

Kind = Literal["text", "html", "csv", "excel", "jsonl", "json", "parquet", "feed", "xls"]

_KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".csv": "csv", ".tsv": "csv",
    ".xlsx": "excel", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".parquet": "parquet",
    ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".xml": "feed", ".xls": "xls",
}  # fmt: skip
_OPENERS: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
STDIN = "-"
_HEAD = 2048


class InputError(ValueError):
    """An input that no article can be read from; the message names it and says what would do."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file: ``name`` as it appears in ids, its path (None for standard input), its kind, its compression's ending."""

    name: str
    path: Path | None
    kind: Kind
    compression: str = ""

    def open(self) -> BinaryIO:
        """The decompressed bytes of the file. Raises ``OSError``."""
        if self.path is None:
            return sys.stdin.buffer
        if not self.compression:
            return self.path.open("rb")
        return cast(BinaryIO, _OPENERS[self.compression](self.path, "rb"))

    def seekable(self) -> BinaryIO:
        """The same in memory where the file is compressed or a pipe: for formats that are read from their end."""
        if self.path is not None and not self.compression:
            return self.path.open("rb")
        with self.open() as stream:
            return io.BytesIO(stream.read())


def printable(name: str) -> str:
    """A file name that JSON can hold: bytes that are not UTF-8 become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _kind(name: str) -> tuple[Kind | None, str]:
    suffixes = [s.lower() for s in Path(name).suffixes[-2:]]
    compression = suffixes.pop() if suffixes and suffixes[-1] in _OPENERS else ""
    return (_KINDS.get(suffixes[-1]) if suffixes else None), compression


def _walk(folder: Path, skip: Path | None) -> Iterator[Path]:
    # Links to folders are not followed: they can lead in a circle or out of the folder that the user named.
    for here, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(d for d in folders if not d.startswith(".") and (skip is None or (Path(here) / d).resolve() != skip))
        for name in sorted(files):
            path = Path(here) / name
            if name.startswith(".") or (skip is not None and path.resolve() == skip):
                continue
            if stat.S_ISREG(path.stat().st_mode if path.exists() else 0):
                yield path


def _holds_feed(source: Source) -> bool:
    """Whether an ``.xml`` file of a folder is a feed: site maps and settings have that ending too."""
    try:
        with source.open() as stream:
            return is_feed(stream.read(_HEAD))
    except (OSError, EOFError, lzma.LZMAError):
        return True  # what is wrong with it is told where it is read


def _in_folder(folder: Path, skip: Path | None) -> list[Source]:
    """The files of a folder that may hold articles, in order of name. Raises ``InputError`` where there are none."""
    inside = [(p, *_kind(p.name)) for p in _walk(folder, skip)]
    files = [Source(printable(p.relative_to(folder).as_posix()), p, k, c) for p, k, c in inside if k is not None]
    files = [s for s in files if s.kind != "feed" or _holds_feed(s)]
    if not files:
        raise InputError(f"{printable(str(folder))}: no files of text, HTML, CSV, Excel, JSON, JSONL, RSS, Atom or Parquet in this folder")
    return sorted(files, key=lambda s: s.name)


def find_sources(inputs: Iterable[str], kind: Kind | None = None, output: Path | None = None) -> list[Source]:
    """The files that ``inputs`` (files, folders, ``-``) name, in order. In folders, files of unknown ending are passed over.

    ``kind`` says what standard input and files of unknown ending hold; ``output`` is left out where it lies in a folder
    that is read. Raises ``InputError``.
    """
    skip = output.resolve() if output is not None else None
    found: list[Source] = []
    for given in inputs:
        if given == STDIN:
            found.append(Source("stdin", None, kind or "jsonl"))
            continue
        path = Path(given)
        if path.is_dir():
            found += _in_folder(path, skip)
        elif path.exists():
            known, compression = _kind(path.name)
            if (use := known or kind) is None:
                raise InputError(f"{printable(given)}: unknown ending; say what it holds with --input-format")
            found.append(Source(printable(given), path, use, compression))
        else:
            raise InputError(f"{printable(given)}: no such file or folder")
    return found
