"""Bytes as text, by one order for files, pages and tables; a guess is always told.

1. a byte order mark (UTF-8, UTF-16, UTF-32); 2. UTF-16 or UTF-32 without one, by the zero bytes that no text has; 3. strict UTF-8;
4. what the page or caller declares, where it gives Arabic; 5. ISO-8859-6 or Windows-1256, whichever reads as Arabic; 6. UTF-8 with
its broken bytes as U+FFFD.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from arnews.records import Warning

# The four bytes of UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
# Character sets of pages: ``unicode_escape``, ``hex`` and ``undefined`` are codecs of Python too.
_CHARSETS = ("utf-8", "utf-16", "utf-32", "cp", "iso8859", "mac-")
_SAMPLE = 65_536
# The high bytes of Latin and Arabic letters in UTF-16: neither stands in a text of one byte a letter.
_HIGH = b"\x00\x06"
# Six of ten Arabic letters on a page are one of these; read in the wrong code page they are others.
_COMMON = frozenset("الينمورتبع")
# A page in UTF-8 with a few broken bytes is no other encoding.
_BROKEN = 20


class Decoded(NamedTuple):
    """The text, the encoding it was read in, and a warning where that was a guess or is not what was declared."""

    text: str
    encoding: str
    warning: Warning | None = None

    def told(self) -> tuple[Warning, ...]:
        """The warning, where there is one."""
        return () if self.warning is None else (self.warning,)


def decode_bytes(data: bytes, declared: str | None = None) -> Decoded:
    """``data`` as text; ``declared`` is the encoding that a page or a caller names. Never raises; see the module for the order."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, errors="replace").lstrip("\ufeff"), encoding)
    if (wide := _wide(data[:_SAMPLE])) is not None:
        return Decoded(data.decode(wide, errors="replace"), wide, _guess(wide, declared))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _old(data, _known(declared))
    strange = declared is not None and _known(declared) != "utf-8" and not data.isascii()
    return Decoded(text, "utf-8", _guess("utf-8", declared) if strange else None)


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, or None."""
    size = len(data) // 4 * 4
    if size < 8:
        return None
    quarters = [data[n:size:4] for n in range(4)]
    zero = [q.count(0) * 4 / size for q in quarters]
    if zero[3] > 0.9 and zero[2] > 0.9:
        return "utf-32-le"
    if zero[0] > 0.9 and zero[1] > 0.9:
        return "utf-32-be"
    high = [sum(data[n:size:2].count(b) for b in _HIGH) * 2 / size for n in range(2)]
    if max(high) < 0.7 or min(high) > 0.2:
        return None
    return "utf-16-le" if high[1] > high[0] else "utf-16-be"


def _known(name: str | None) -> str | None:
    try:
        known = codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return None
    if known in ("utf-8-sig", "ascii"):
        return "utf-8"
    return known if known.startswith(_CHARSETS) else None


def _old(data: bytes, declared: str | None) -> Decoded:
    """Bytes that are not UTF-8: what is declared, or an Arabic code page, or UTF-8 with holes."""
    broken = data.decode("utf-8", errors="replace")
    if broken.count("\ufffd") * _BROKEN < len(broken) and _arabic(broken) > 0:
        return Decoded(broken, "utf-8", _guess("utf-8 with broken bytes", declared))
    for name in (declared, _page(data)):
        if name is None or name == "utf-8":
            continue
        text = data.decode(name, errors="replace")
        if _arabic(text) * 2 > sum(c > "\x7f" for c in text):
            return Decoded(text, name, None if name == declared else _guess(name, declared))
    if declared is not None and declared != "utf-8":
        return Decoded(data.decode(declared, errors="replace"), declared)
    return Decoded(data.decode("cp1256", errors="replace"), "cp1256", _guess("cp1256", declared))


def _page(data: bytes) -> str:
    """The Arabic code page in which the bytes have more of the commonest letters."""
    sample = data[:_SAMPLE]
    try:
        older = sample.decode("iso8859-6")
    except UnicodeDecodeError:
        return "cp1256"
    newer = sample.decode("cp1256", errors="replace")
    return "iso8859-6" if sum(c in _COMMON for c in older) > sum(c in _COMMON for c in newer) else "cp1256"


def _arabic(text: str) -> int:
    return sum("\u0600" <= c <= "\u06ff" for c in text)


def _guess(found: str, declared: str | None) -> Warning:
    said = f"it declares {declared[:40]!r}" if declared else "nothing is declared"
    return Warning(code="encoding", message=f"read as {found} ({said}); give the encoding if the letters are wrong")
