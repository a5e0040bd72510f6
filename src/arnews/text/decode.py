"""Decodings that a text gets only when asked: HTML entities, and UTF-8 that was read in the wrong encoding."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from arnews.text.offsets import Edit, OffsetMap

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENCODINGS = ("cp1252", "cp1256", "latin-1")
# Fewer characters than this are no evidence: "é" and "Ø" are letters of their own languages.
_LEAST = 4


def _bytes_of(encoding: str) -> dict[str, int]:
    """What each character above ASCII is as a byte; a byte that the encoding leaves undefined stands for itself, as browsers read it."""
    out = {}
    for byte in range(0x80, 0x100):
        try:
            out[bytes([byte]).decode(encoding)] = byte
        except UnicodeDecodeError:
            out[chr(byte)] = byte
    return out


def decode_entities(text: str) -> tuple[str, OffsetMap]:
    """Write HTML entities as their characters: ``&quot;نعم&quot;`` as ``"نعم"``. Unknown ones stay as they are."""

    def edits() -> Iterator[tuple[int, int, str]]:
        for m in _ENTITY.finditer(text):
            new = html.unescape(m.group())
            if new != m.group():
                yield m.start(), m.end(), new

    return _replaced(text, edits)


def decode_mojibake(text: str) -> tuple[str, OffsetMap]:
    """Decode UTF-8 that was read as Windows-1252, Windows-1256 or Latin-1: ``ÙÙŠ`` and ``ظپظٹ`` are ``في``.

    A run is decoded only where all of it is valid UTF-8 and what comes out has Arabic letters.
    """
    mapped = OffsetMap()
    for encoding in _ENCODINGS:
        text, step = _decoded_from(text, _bytes_of(encoding))
        mapped = mapped.then(step)
    return text, mapped


def _decoded_from(text: str, byte_of: dict[str, int]) -> tuple[str, OffsetMap]:
    run = re.compile(f"[{re.escape(''.join(byte_of))}]{{{_LEAST},}}")

    def edits() -> Iterator[tuple[int, int, str]]:
        for m in run.finditer(text):
            try:
                decoded = bytes(byte_of[c] for c in m.group()).decode("utf-8")
            except UnicodeDecodeError:
                continue
            if sum("\u0600" <= c <= "\u06ff" for c in decoded) * 2 < len(decoded):
                continue
            at = m.start()
            for c in decoded:
                end = at + len(c.encode("utf-8"))
                yield at, end, c
                at = end

    return _replaced(text, edits)


def _replaced(text: str, edits: Callable[[], Iterator[tuple[int, int, str]]]) -> tuple[str, OffsetMap]:
    pieces: list[str] = []
    blocks: list[Edit] = []
    at = clean = 0
    for start, end, new in edits():
        pieces += (text[at:start], new)
        clean += start - at
        blocks.append((clean, clean + len(new), start, end))
        clean += len(new)
        at = end
    return ("".join((*pieces, text[at:])), OffsetMap(blocks)) if blocks else (text, OffsetMap())
