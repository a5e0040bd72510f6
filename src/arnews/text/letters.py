"""Whether a text is one that arnews reads at all: that nothing is found in an English text says nothing about what it tells."""

from __future__ import annotations

import re

from arnews.records import Warning

# Letters of Arabic and of the languages that write with it, and their presentation forms; no digits, marks or punctuation.
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdff\ufe70-\ufefc]")


def without_arabic(text: str) -> tuple[Warning, ...]:
    """The warning ``no-arabic`` where ``text`` holds no Arabic letter, else nothing."""
    if _ARABIC.search(text):
        return ()
    return (Warning(code="no-arabic", message="the text holds no Arabic letters" if text.strip() else "the text is empty"),)
