"""Text into HTML: nothing from an article can become markup, and no character in it can break a page or a file."""

from __future__ import annotations

import json
import re
from html import escape
from math import isfinite
from typing import Any

_REPLACEMENT = "\ufffd"
# Control characters that HTML forbids, and lone surrogates, which no file can hold.
_FORBIDDEN = dict.fromkeys([*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0)], _REPLACEMENT)

_SURROGATE = re.compile("[\ud800-\udfff]")
_AS_TEXT = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_TAG = re.compile("<[^<>]*>")
# The first letter that runs one way decides: Latin, Greek and Cyrillic, or Hebrew, Arabic and their presentation forms.
_STRONG = re.compile("([A-Za-z\u00c0-\u024f\u0370-\u052f])|([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])")
# A day, a period or an interval stays on its line; a list of days may break.
_UNBROKEN = 24


def clean(value: str) -> str:
    """``value`` without what neither HTML nor a file can hold."""
    return _SURROGATE.sub(_REPLACEMENT, value.translate(_FORBIDDEN))


def right_to_left(html: str) -> bool:
    """Whether the words of a piece of HTML begin in a script that runs from right to left."""
    found = _STRONG.search(_TAG.sub("", html))
    return bool(found and found[2])


def text(value: str) -> str:
    """``value`` as HTML text, also safe between double quotes."""
    return escape(clean(value), quote=True)


def isolated(value: str) -> str:
    """``value`` in an element of its own direction, so that names, digits and Latin beside it keep their order."""
    return f'<bdi dir="auto">{text(value)}</bdi>' if value else ""


def ltr(value: str) -> str:
    """``value``, a figure or a code, left to right in every page: ``≈ 11,000`` has no letter that could say so itself."""
    whole = ' style="white-space:nowrap"' if len(value) <= _UNBROKEN else ""
    return f'<bdi dir="ltr"{whole}>{text(value)}</bdi>' if value else ""


def data(value: Any) -> str:
    """``value`` as JSON for an element of a page: no ``<`` or ``&`` that could be markup, nothing that no file can hold."""
    return json.dumps(_cleaned(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_AS_TEXT)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float) and not isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list | tuple) else value
