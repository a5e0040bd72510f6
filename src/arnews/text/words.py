"""Words of Arabic news text, whole, each with its look-up key; proclitics are candidates, never cut blindly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from arnews.text.fold import MARKS, fold, strip_marks

WordKind = Literal["arabic", "latin", "number", "url", "hashtag", "punct", "other"]

_WORD = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>\"«»“”]+)"
    r"|(?P<hashtag>[#@]\w+)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*)"
    rf"|(?P<arabic>[\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5][\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5{MARKS}]*)"
    r"|(?P<latin>[^\W\d_\u0600-\u06ff]+(?:['’.\-][^\W\d_\u0600-\u06ff]+)*)"
    r"|(?P<newline>\n+)"
    r"|(?P<punct>\.{2,}|…|[^\w\s])"
    r"|(?P<other>\S)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One orthographic word or mark. ``start``/``end`` are offsets into the clean text, ``key`` the folded form.

    ``line`` is the number of the line it stands on (newlines are no words).
    """

    start: int
    end: int
    text: str
    key: str
    kind: WordKind
    line: int


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a normalised text, in order, none empty."""
    out: list[Word] = []
    line = 0
    for m in _WORD.finditer(text):
        kind = m.lastgroup
        if kind == "newline":
            line += len(m.group())
            continue
        word = m.group()
        out.append(Word(m.start(), m.end(), word, fold(word) if kind != "punct" else word, kind, line))  # type: ignore[arg-type]
    return tuple(out)


@lru_cache(maxsize=65536)
def cuts(key: str) -> tuple[tuple[int, str], ...]:
    """Ways to take proclitics off a folded word: ``(letters cut, rest)``, the shortest cut first; the whole word is not listed.

    A chain is one of و ف, then one of ب ل ك س. After ل the article loses its alef, so ``للامم`` gives ``(1, "لامم")`` and
    ``(1, "الامم")``: the rest starts at the second ل either way. Which of them is a word, a lexicon must say.
    """
    out: list[tuple[int, str]] = []
    at = 0
    if len(key) > 2 and key[0] in "وف":
        at = 1
        out.append((1, key[1:]))
    for i in {0, at}:
        if len(key) > i + 2 and key[i] in "بلكس":
            out.append((i + 1, key[i + 1 :]))
            if key[i] == "ل" and key[i + 1] == "ل":
                out.append((i + 1, "ا" + key[i + 1 :]))
    return tuple(sorted(set(out), key=lambda c: (c[0], len(c[1]))))


def cut_offset(word: Word, letters: int) -> int:
    """Clean offset in ``word`` after its first ``letters`` letters and the marks that follow them."""
    if len(word.key) == word.end - word.start:
        return word.start + letters
    seen = 0
    for i, c in enumerate(word.text):
        if strip_marks(c):
            if seen == letters:
                return word.start + i
            seen += 1
    return word.end
