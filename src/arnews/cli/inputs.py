"""Reading what the user named: a file or standard input, as text."""

from __future__ import annotations

import argparse
import codecs
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from arnews.cli.errors import USAGE, CliError

if TYPE_CHECKING:
    from arnews.batch.readers import Article, Columns
    from arnews.records import Warning
    from arnews.text.encoding import Decoded

AUTO = "auto"
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
SOME_FAILED = 3
_WIDEST = 200
_PAGE = re.compile(rb"\A\s{0,200}(?:\xef\xbb\xbf)?(?:<!--.{0,500}?-->\s{0,200})?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)


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


def printable(line: str) -> str:
    """A failure as one line of a terminal: what steers one is left out."""
    return "".join(c if c.isprintable() else " " for c in line)[:_WIDEST]


def free(name: str, overwrite: bool) -> None:
    """Raises ``CliError`` where the output ``name`` is there already and was not said to be replaced."""
    if name != "-" and not overwrite and Path(name).exists():
        raise CliError(f"{name} is there already; --overwrite replaces it")


def columns_of(arguments: argparse.Namespace) -> Columns:
    """Which columns hold what, as a command was told."""
    from arnews.batch.readers import Columns

    day_first = not arguments.month_first
    return Columns(arguments.text_column, arguments.id_column, arguments.published_column, day_first, arguments.crawled_column)


def read_articles(arguments: argparse.Namespace) -> Iterator[Article]:
    """The articles that a command names, as a batch reads them. Raises ``CliError`` with a reason in one line."""
    from arnews.batch.readers import InputError, find_sources
    from arnews.batch.readers import read_articles as read

    output = None if arguments.output == "-" else Path(arguments.output)
    encoding = known(arguments.encoding)
    try:
        sources = find_sources(arguments.inputs, arguments.input_format or "text", output)
        yield from read(sources, columns_of(arguments), encoding, arguments.published, arguments.crawled)
    except (InputError, ImportError) as error:
        raise CliError(str(error)) from None
    except OSError as error:
        raise CliError(f"{error.filename}: {error.strerror or error}") from None


def known(encoding: str) -> str:
    """``encoding``, if there is such a one. Raises ``CliError``."""
    try:
        codecs.lookup("utf-8" if encoding == AUTO else encoding)
    except LookupError:
        raise CliError(f"unknown encoding {encoding!r}", USAGE) from None
    return encoding


def read_article(
    name: str, encoding: str, kind: str | None = None, crawled: datetime | None = None
) -> tuple[str, date | datetime | None, tuple[Warning, ...]]:
    """The article in file ``name`` as text, the publication date that a web page states about itself, and warnings of both.

    ``kind`` says whether standard input or a file of unknown ending holds ``text`` or ``html``. Raises ``CliError`` with a
    reason in one line.
    """
    data = read_bytes(name)
    if not is_html(name) and kind != "html":
        if kind is None and _PAGE.match(data):
            print(f"arnews: {name} looks like a web page and is read as text; --input-format html reads its article", file=sys.stderr)
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
