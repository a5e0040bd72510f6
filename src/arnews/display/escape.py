"""Text into HTML: nothing from an article can become markup, and no character in it can break a page or a file."""

from __future__ import annotations

import re
from html import escape

_REPLACEMENT = "\ufffd"
# Control characters that HTML forbids, and lone surrogates, which no file can hold.
_FORBIDDEN = dict.fromkeys([*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0)], _REPLACEMENT)

_SURROGATE = re.compile("[\ud800-\udfff]")


def text(value: str) -> str:
    """``value`` as HTML text, also safe between double quotes."""
    return escape(_SURROGATE.sub(_REPLACEMENT, value.translate(_FORBIDDEN)), quote=True)


def isolated(value: str) -> str:
    """``value`` in an element of its own direction, so that names, digits and Latin beside it keep their order."""
    return f'<bdi dir="auto">{text(value)}</bdi>' if value else ""


def ltr(value: str) -> str:
    """``value``, a figure or a code, left to right in every page: ``≈ 11,000`` has no letter that could say so itself."""
    return f'<bdi dir="ltr">{text(value)}</bdi>' if value else ""
