"""Tables and lines of JSON as text, by the order of ``arnews.text.encoding``: files by all their bytes, pipes by their first."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, AnyStr, BinaryIO, cast

from arnews.batch.sources import Source
from arnews.records import Warning
from arnews.text.encoding import Decoded, decode_bytes

# One article, or one line of a table: more is none, and what a small compressed file can grow to has no end.
LARGEST = 64 * 2**20
_BLOCK = 2**20
_WIDE = ("utf-16", "utf-32")


def _bounded(data: AnyStr) -> AnyStr:
    if len(data) > LARGEST:
        raise ValueError(f"more than {LARGEST >> 20} MiB in one article")
    return data


def whole_of(stream: BinaryIO) -> bytes:
    """All bytes of a stream that holds one article. Raises ``ValueError`` for more than an article can be."""
    return _bounded(stream.read(LARGEST + 1))


def decoded(data: bytes, encoding: str) -> Decoded:
    """``data`` in ``encoding``, or for ``auto`` by the order of ``decode_bytes``. Raises ``UnicodeDecodeError`` for a named one."""
    return decode_bytes(data) if encoding == "auto" else Decoded(data.decode(encoding), encoding)


class _Rest(io.RawIOBase):
    """A stream of which the first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def _head_of(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, without waiting for more than there are in a pipe."""
    return cast(io.BufferedReader, stream).read1(_BLOCK) if hasattr(stream, "read1") else stream.read(_BLOCK)


def _of_head(head: bytes) -> Decoded:
    """The encoding of the first bytes of a longer text: they may end inside a letter or a line."""
    found = decode_bytes(head)
    if not found.encoding.startswith(_WIDE) and b"\n" in head:
        found = decode_bytes(head[: head.rindex(b"\n") + 1])
    return found._replace(text="", encoding="utf-8-sig") if found.encoding == "utf-8" else found._replace(text="")


def _of_all(source: Source) -> Decoded:
    """The encoding of a file by all its bytes."""
    reader = codecs.getincrementaldecoder("utf-8")()
    head = b""
    with source.open() as stream:
        while block := stream.read(_BLOCK):
            try:
                head = head or block
                reader.decode(block)
            except UnicodeDecodeError:
                return _of_head(head + block if block is not head else block)
    return _of_head(head)


@contextmanager
def open_table(source: Source, encoding: str) -> Iterator[tuple[io.TextIOWrapper, Decoded]]:
    """The lines of a table and how they were decoded; for ``auto`` what is no UTF-8 among it is left to ``mended``."""
    with source.open() as stream:
        if encoding != "auto":
            found, whole = Decoded("", encoding), stream
        elif source.path is not None:
            found, whole = _of_all(source), stream
        else:
            head = _head_of(stream)
            found, whole = _of_head(head), cast(BinaryIO, io.BufferedReader(_Rest(head, stream)))
        errors = (
            "surrogateescape" if found.encoding == "utf-8-sig" and encoding == "auto" else "strict" if encoding != "auto" else "replace"
        )
        with io.TextIOWrapper(whole, found.encoding, errors=errors, newline="") as lines:
            yield lines, found


def mended(cells: list[str]) -> tuple[list[str], tuple[Warning, ...]]:
    """The cells of a row; those in another encoding than the rows before are decoded each by itself, which is told."""
    out: list[str] = []
    told: dict[str, Warning] = {}
    for cell in cells:
        if not cell.isascii() and any("\udc80" <= c <= "\udcff" for c in cell):
            found = decode_bytes(cell.encode("utf-8", "surrogateescape"))
            told |= {w.message: w for w in found.told()}
            out.append(found.text)
        else:
            out.append(cell)
    return out, tuple(told.values())


def json_lines(stream: BinaryIO, encoding: str) -> Iterator[Decoded | ValueError]:
    """Each line of a stream as text, or the error in its place. Raises ``ValueError`` for a line longer than an article can be.

    For ``auto`` the first block says what the encoding is; where it is pure ASCII, the first line that is not.
    """
    head = _head_of(stream)
    found = _of_head(head) if encoding == "auto" else Decoded("", encoding)
    whole = io.BufferedReader(_Rest(head, stream))
    if found.encoding.replace("_", "-").lower().startswith(_WIDE):
        with io.TextIOWrapper(whole, found.encoding, errors="replace") as lines:
            for line in iter(lambda: lines.readline(LARGEST + 1), ""):
                yield found._replace(text=_bounded(line))
        return
    settled = encoding != "auto" or not head.isascii()
    for raw in iter(lambda: whole.readline(LARGEST + 1), b""):
        try:
            yield found._replace(text=_bounded(raw).decode(found.encoding))
        except UnicodeDecodeError as error:
            if settled:
                yield error
                continue
            found = decode_bytes(raw)
            yield found
        settled = settled or not raw.isascii()
