"""What another program did to a text before it came here: letters in the order of the eye, swapped or spelled-out ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from arnews.records import Warning
from arnews.text.fold import fold
from arnews.text.frequency import count

# Letters that a PDF draws in their joined shapes.
_PRESENTED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]{3,}")
# The second bytes of Arabic letters in UTF-8, as Windows-1252 and Windows-1256 show them.
_SECOND_LATIN = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2010-\u2026\u2030\u2039\u203a\u20ac\u2122\ufffd"
_SECOND_ARABIC = (
    "\u00a0-\u00bf\u060c\u061b\u061f\u067e\u0679\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u0152\u0153\u0192\u02c6\u200c-\u200f"
    "\u2010-\u2026\u2030\u2039\u203a\u20ac\u2122\ufffd"
)
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
    (
        "mojibake",
        # Ù‚ØªÙ„ and ظ‚طھظ„ are قتل in UTF-8, read in another encoding; ÇáÃãÓ is الأمس in Windows-1256, read as Latin.
        re.compile(f"(?:[\u00d8-\u00db][{_SECOND_LATIN}]){{2}}|(?:[\u0637\u0638][{_SECOND_ARABIC}]){{3}}|\u00c7\u00e1[\u00c0-\u00ff]{{3}}"),
        "letters were read in the wrong encoding: decode the file anew, or read it with the option mojibake",
    ),
    (
        "lost-letters",
        re.compile(r"[?]{3,60} [?]{2,60} [?]{2,60}"),
        "question marks stand where letters were: what a program without Arabic wrote cannot be read any more",
    ),
    (
        "lost-letters",
        re.compile("[\u0621-\u064a]\ufffd|\ufffd[\u0621-\u064a]"),
        "a letter was lost where the text was decoded (U+FFFD): words with it are not found",
    ),
)


# A pair of letters that change places, each with what stood there before.
_SWAPS = (
    (re.compile(r"^([وفبكت]?)ا([أإآ])ل"), r"\1ال\2"),
    (re.compile(r"ه(ل)(ل)ا$"), r"ا\1\2ه"),
)
_ALEF_LAM = "ال"
_ARABIC = re.compile("[\u0621-\u064a]{3,40}")
_ESCAPE = re.compile(r"(?:\\[nrt]){1,8}(?=[\u0600-\u06ff0-9 ])")
_STOPS = (".", "!", "؟", "?", ":", "…")
# A word is none of Arabic below the one count, and a usual one from the other up.
_SELDOM, _OFTEN = 1.0, 20.0


def damages(raw: str) -> Iterator[Warning]:
    """A warning for each kind of damage that another program did to the text, where it first shows."""
    for found in _PRESENTED.finditer(raw):
        first, last = (unicodedata.name(c, "") for c in (found.group()[0], found.group()[-1]))
        if first.endswith("FINAL FORM") and last.endswith("INITIAL FORM"):
            message = "letters stand in the order of the eye, as a PDF draws them: words are read backwards"
            yield Warning(code="visual-order", message=message, start=found.start(), end=found.end())
            break
    told: set[str] = set()
    for code, pattern, message in _DAMAGES:
        if code not in told and (hit := pattern.search(raw)) is not None:
            told.add(code)
            yield Warning(code=code, message=message, start=hit.start(), end=hit.end())


def undone(text: str, codes: Collection[str]) -> str:
    """The clean text with the damages of ``codes`` undone that can be, character for character: every offset stays what it is.

    Lam and alef change places again (األمن, هللا; inside a word only where no text has it and many have the other: عالء, خالل). A line
    break that is spelled out becomes one where it is doubled or a sentence ends before it, else the space that separates two words.
    """
    if "literal-escape" in codes:
        text = _ESCAPE.sub(_break, text)
    if "lam-alef-swapped" in codes:
        text = _ARABIC.sub(lambda m: _unswapped(m.group()), text)
    return text


def _break(found: re.Match[str]) -> str:
    size = found.end() - found.start()
    ends = found.string[: found.start()].rstrip()[-1:] in _STOPS
    return (" " * (size - 1) + "\n") if size > 2 or ends else " " * size


def _unswapped(word: str) -> str:
    for wrong, right in _SWAPS:
        word = wrong.sub(right, word)
    at = word.find(_ALEF_LAM, 1)
    if at > 0 and count(fold(word)) < _SELDOM:
        other = word[:at] + _ALEF_LAM[::-1] + word[at + 2 :]
        return other if count(fold(other)) >= _OFTEN else word
    return word
