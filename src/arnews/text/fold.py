"""Matching folds: what two spellings of one word share. For look-ups only, never for the text that is shown."""

from __future__ import annotations

import re

# Tanween, short vowels, shadda, sukun, maddah and hamza marks, dagger alef, Quranic signs, and tatweel.
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
_MARKS = re.compile(f"[{MARKS}]+")
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"})


def strip_marks(text: str) -> str:
    """Remove diacritics and tatweel: ``قُتِلَ`` and ``قـتل`` become ``قتل``."""
    return _MARKS.sub("", text) if _MARKS.search(text) else text


def fold(text: str) -> str:
    """The look-up key of a word: no marks, one alef (أ إ آ ٱ → ا), ى → ي, ة → ه, Latin in lower case.

    Every letter keeps its place (folding maps one letter to one letter), so that a cut in the key is a cut in the word.
    """
    key = strip_marks(text).translate(_LETTERS)
    return key.lower() if not key.islower() and key.lower() != key and len(key.lower()) == len(key) else key
