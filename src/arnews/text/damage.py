"""What another program did to a text before it came here: letters in the order of the eye, swapped or spelled-out ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from arnews.records import Warning

# Letters that a PDF draws in their joined shapes.
_PRESENTED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]{3,}")
_DAMAGES = (
    (
        "lam-alef-swapped",
        # األمن for الأمن: an alef with hamza between alef and lam begins no word of Arabic. So does هللا for الله.
        re.compile(r"(?<!\w)[وفبكت]?(?:ا[أإآ]ل|ه(?:ل){2}ا(?!\w))"),
        "lam and alef have changed places, as in text copied from a PDF: names with them are not found",
    ),
    (
        "literal-escape",
        re.compile(r"(?<=[\u0600-\u06ff .،])\\[nrt](?=[\u0600-\u06ff0-9 ])"),
        "a line break is spelled out as \\n or the like",
    ),
)


def damages(raw: str) -> Iterator[Warning]:
    """A warning for each kind of damage that another program did to the text, where it first shows."""
    for found in _PRESENTED.finditer(raw):
        first, last = (unicodedata.name(c, "") for c in (found.group()[0], found.group()[-1]))
        if first.endswith("FINAL FORM") and last.endswith("INITIAL FORM"):
            message = "letters stand in the order of the eye, as a PDF draws them: words are read backwards"
            yield Warning(code="visual-order", message=message, start=found.start(), end=found.end())
            break
    for code, pattern, message in _DAMAGES:
        if (hit := pattern.search(raw)) is not None:
            yield Warning(code=code, message=message, start=hit.start(), end=hit.end())
