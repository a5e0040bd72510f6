"""Reading what the user named: a file or standard input, as text."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from arnews.cli.errors import USAGE, CliError

if TYPE_CHECKING:
    from arnews.records import Warning
    from arnews.text.encoding import Decoded

AUTO = "auto"
HTML_SUFFIXES = (".html", ".htm", ".xhtml")


def read_bytes(name: str) -> bytes:
    """The bytes of the file ``name``, or of standard input for ``-``. Raises ``CliError`` with a reason in one line."""
    try:
        if name == "-":
            return sys.stdin.buffer.read()
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise CliError(f"{name}: no such file") from None
    except IsADirectoryError:
        raise CliError(f"{name}: is a folder, not a file") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise CliError(f"{name}: {getattr(error, 'strerror', None) or error}") from None


def decode(data: bytes, name: str, encoding: str) -> Decoded:
    """``data`` as text. A byte order mark is dropped before offsets are counted; line ends stay as they are."""
    from arnews.text.encoding import Decoded, decode_bytes

    if encoding == AUTO:
        return decode_bytes(data)
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        label = "UTF-8" if encoding.startswith("utf-8") else encoding
        hint = "; if it is an older Arabic file, try --encoding windows-1256" if label == "UTF-8" else ""
        raise CliError(f"{name}: not {label} (byte {error.start}){hint}") from None
    except LookupError:
        raise CliError(f"unknown encoding {encoding!r}", USAGE) from None


def is_html(name: str) -> bool:
    """Whether the name says that the file is a web page."""
    return name.lower().endswith(HTML_SUFFIXES)


def read_article(name: str, encoding: str, crawled: datetime | None = None) -> tuple[str, date | datetime | None, tuple[Warning, ...]]:
    """The article in file ``name`` as text, the publication date that a web page states about itself, and warnings of both.

    Raises ``CliError`` with a reason in one line.
    """
    data = read_bytes(name)
    if not is_html(name):
        decoded = decode(data, name, encoding)
        return decoded.text, None, decoded.told()
    from arnews.integrations import html

    try:
        page = html.from_html(data if encoding == AUTO else decode(data, name, encoding).text, crawled=crawled)
    except ImportError as error:
        raise CliError(f"{name}: {error}") from None
    return page.text, page.published, page.warnings


def write_text(name: str, text: str) -> None:
    """Write ``text`` to the file ``name`` (UTF-8) or to standard output for ``-``: whole or not at all."""
    if name == "-":
        print(text)
        return
    target = Path(name)
    part = target.with_name(f".{target.name}.part")
    try:
        part.unlink(missing_ok=True)  # never through a link that somebody put there
        with part.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        part.replace(target)
    except (OSError, ValueError) as error:
        raise CliError(f"{name}: {getattr(error, 'strerror', None) or error}") from None
