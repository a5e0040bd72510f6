"""Matching folds: what two spellings of one word share. For look-ups only, never for the text that is shown."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache

with warnings.catch_warnings():
    # Python 3.12 and newer warns of its backslashes in strings that are not raw, in the middle of the user's first call.
    warnings.simplefilter("ignore", SyntaxWarning)
    from pyarabic import araby

# pyarabic's letter classes: tanween, short vowels, shadda, sukun, maddah and hamza marks, dagger alef, Quranic signs; and tatweel.
MARKS = "".join(dict.fromkeys((*araby.DIACRITICS, *araby.SMALL, araby.TATWEEL)))
_MARKS = re.compile(f"[{MARKS}]+")
_FOLDS: dict[str, dict[str, str]] = {
    "alef": dict.fromkeys((araby.ALEF_HAMZA_ABOVE, araby.ALEF_HAMZA_BELOW, araby.ALEF_MADDA, araby.ALEF_WASLA), araby.ALEF),
    "maqsura": {araby.ALEF_MAKSURA: araby.YEH},
    "marbuta": {araby.TEH_MARBUTA: araby.HEH},
    "hamza": {araby.WAW_HAMZA: araby.WAW, araby.YEH_HAMZA: araby.YEH},
    # Letters that Arabic newspapers write for p, v, ch, zh and hard g: پوتين, ڤيينا.
    "foreign": {"پ": "ب", "ڤ": "ف", "ڥ": "ف", "ڨ": "ق", "چ": "ج", "ژ": "ز", "گ": "ك", "ڭ": "ك", "ڴ": "ك"},
}
FOLDS = ("diacritics", *_FOLDS, "case")
LOOKUP = ("diacritics", "alef", "maqsura", "marbuta", "case")


def _table(names: tuple[str, ...]) -> dict[int, str]:
    return {ord(k): v for name in names if name in _FOLDS for k, v in _FOLDS[name].items()}


_LOOKUP = _table(LOOKUP)


def is_arabic_letter_or_mark(char: str) -> bool:
    """Whether ``char`` is a letter of the Arabic block or a mark on one."""
    return "\u0610" <= char <= "\u06ff" and (char.isalpha() or char in MARKS)


def strip_marks(text: str) -> str:
    """Remove diacritics and tatweel: ``قُتِلَ`` and ``قـتل`` become ``قتل``."""
    return _MARKS.sub("", text) if _MARKS.search(text) else text


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The look-up key of a word: no marks, one alef (أ إ آ ٱ → ا), ى → ي, ة → ه, Latin in lower case.

    Every letter keeps its place (folding maps one letter to one letter), so that a cut in the key is a cut in the word.
    """
    return _lower(strip_marks(text).translate(_LOOKUP))


def fold_with(text: str, names: tuple[str, ...]) -> str:
    """Fold ``text`` with the folds ``names``, any of ``FOLDS``; ``hamza`` also makes ؤ and ئ their seats, ``foreign`` پ a ب.

    Raises ``ValueError`` for a name that is no fold.
    """
    unknown = set(names) - set(FOLDS)
    if unknown:
        raise ValueError(f"unknown folds: {', '.join(sorted(unknown))}; there are {', '.join(FOLDS)}")
    text = strip_marks(text) if "diacritics" in names else text
    text = text.translate(_table(names))
    return _lower(text) if "case" in names else text


def _lower(text: str) -> str:
    # İ in lower case is two characters: such a word keeps its capitals, so that every letter keeps its place.
    lower = text.lower()
    return lower if len(lower) == len(text) else text
