"""What makes a text look other than it is: direction overrides, and words whose letters come from several scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from arnews.records import Warning
from arnews.text.normalize import NormalizedText
from arnews.text.words import Word

# U+202B and its like stand in many articles and only say where a direction begins; an override turns letters and digits about.
_OVERRIDE = re.compile("[\u202d\u202e]")
_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"})


def deceptions(normalized: NormalizedText, words: Sequence[Word]) -> Iterator[Warning]:
    """A warning for the first override, and one for each different word of mixed script, where it first stands."""
    override = _OVERRIDE.search(normalized.raw)
    if override is not None:
        many = sum(1 for _ in _OVERRIDE.finditer(normalized.raw))
        message = f"direction overrides ({many}) make the text look other than it is read: U+202E turns 12 into 21"
        yield Warning(code="bidi-override", message=message, start=override.start(), end=override.end())
    told: set[str] = set()
    for i, word in enumerate(words):
        if word.kind != "latin" or not (_mixed(word.text) if not word.text.isascii() else _inside_arabic(words, i)) or word.text in told:
            continue
        told.add(word.text)
        start, end = normalized.raw_span(word.start, word.end)
        message = "a word with letters of several scripts, which look alike: its name is not the one that it seems"
        yield Warning(code="mixed-script", message=message, start=start, end=end)


def _mixed(text: str) -> bool:
    """Whether letters of several alphabets make up the word: ``СNN`` with a Cyrillic С."""
    return len({name for c in text if (name := unicodedata.name(c, "").partition(" ")[0]) in _ALPHABETS}) > 1


def _inside_arabic(words: Sequence[Word], i: int) -> bool:
    """Whether Latin letters stand between Arabic ones with no space: ``لاoور``. الـCNN and CNNالعربية have them at an end."""
    if not 0 < i < len(words) - 1:
        return False
    before, word, after = words[i - 1 : i + 2]
    return before.kind == after.kind == "arabic" and before.end == word.start and word.end == after.start
