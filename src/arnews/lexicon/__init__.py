"""The lexicon at run time: generated tables (one TSV each) and the loader that checks them.

A table's first line is ``#sha256`` and the digest of all that follows, its second line names the columns.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files

_DATA = files("arnews.lexicon") / "data"
# The members of the Arab League and Western Sahara, by ISO 3166-1.
ARAB_STATES = frozenset({
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN",
    "YE",
})  # fmt: skip


class LexiconError(RuntimeError):
    """A lexicon table is missing or is not what was built: arnews should be reinstalled."""


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of table ``name``, each a tuple of strings in the order of its header.

    Raises ``LexiconError`` when the file is missing or damaged. Not cached: a caller builds its own look-up once and keeps
    that.
    """
    try:
        data = (_DATA / f"{name}.tsv").read_bytes()
    except OSError as error:
        raise LexiconError(f"lexicon table {name!r} cannot be read; reinstall arnews") from error
    first, _, body = data.partition(b"\n")
    if first != b"#sha256 " + hashlib.sha256(body).hexdigest().encode():
        raise LexiconError(f"lexicon table {name!r} is damaged; reinstall arnews")
    return [tuple(line.split("\t")) for line in body.decode("utf-8").split("\n")[1:] if line]
