"""Whether a text in Arabic letters is in another language: arnews reads Arabic, and says so where it is given something else."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from arnews.lexicon import rows
from arnews.records import Warning

_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3\u06d5]+")
# A text is known by its beginning. A name or a quotation in Persian is no Persian text: that has one such word among eight, and several.
_BEGINNING, _FEWEST, _DISTINCT, _SHARE = 2000, 6, 4, 0.12
# Letters that these languages have and Arabic has not; a text without one is none of theirs.
_LETTERS = re.compile("[\u0671-\u06d3\u06d5]")
_ARABIC = "Arabic"
# ك and ي as the tables have them: Persian is also typed on Arabic keyboards.
_KEYBOARD = str.maketrans("\u0643\u064a\u0649", "\u06a9\u06cc\u06cc")


@lru_cache(maxsize=1)
def _common() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for form, language in rows("text_other_languages"):
        out.setdefault(form, set()).add(language)
    return {form: frozenset(languages) for form, languages in out.items()}


def other_language(raw: str) -> Warning | None:
    """The warning ``language`` for a text that the commonest words of another language show to be none in Arabic."""
    beginning = raw[:_BEGINNING]
    words = _WORD.findall(beginning) if _LETTERS.search(beginning) else []
    if len(words) < _FEWEST:
        return None
    common = _common()
    counted: Counter[str] = Counter()
    distinct: dict[str, set[str]] = {}
    for word in (w.translate(_KEYBOARD) for w in words):
        for language in common.get(word, ()):
            counted[language] += 1
            distinct.setdefault(language, set()).add(word)
    for language, count in counted.most_common(1):
        # What an Arabic article quotes of Persian has Arabic words round it.
        if (
            language != _ARABIC
            and count > 2 * counted[_ARABIC]
            and count >= _SHARE * len(words)
            and len(distinct[language]) >= min(_DISTINCT, len(words) // 3)
        ):
            message = f"the text reads as {language}: arnews reads Arabic, and what it finds here is not to be trusted"
            return Warning(code="language", message=message)
    return None
