"""Words of Arabic news text, whole, each with its look-up key; proclitics are candidates, never cut blindly."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from arnews.text.fold import MARKS, fold, strip_marks

WordKind = Literal["arabic", "latin", "number", "url", "hashtag", "punct", "other"]

_LETTER = "\u0620-\u063a\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7"
_LATIN = "[^\\W\\d_\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]"
# The order decides where two kinds could start; every repetition is over one class or bounded, so time is linear.
_WORD = re.compile(
    rf"(?P<arabic>[{_LETTER}](?:[{_LETTER}{MARKS}]+|(?!\.)))"
    # أ.ف.ب and ق.م and أ.د. whole; د. before a name, but not the م. that closes "عام 2015 م."
    rf"|(?P<abbr>[{_LETTER}](?:\.[{_LETTER}])+(?![{_LETTER}{MARKS}])\.?|(?<![0-9] )(?<![0-9])[دأامص]\.(?= ?[{_LETTER}]|\Z)|[{_LETTER}])"
    r"|(?P<newline>\n+)"
    r"|(?P<number>[0-9]+(?:[.,:/][0-9]+)*)"
    r"|(?P<url>(?:[hH][tT][tT][pP][sS]?://|[wW][wW][wW]\.)[^\s<>\"«»“”\ufffd]+|[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8})"
    r"|(?P<hashtag>[#@]\w+)"
    rf"|(?P<latin>{_LATIN}[^\W_\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]*(?:['’.\-&][^\W_\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]+)*)"
    # A rule of dashes or a row of signs is one word; so is a row of marks that stand on no letter.
    rf"|(?P<punct>\.{{2,}}|(?P<sign>[^\w\s\ufffd{MARKS}])(?P=sign){{3,}}|[^\w\s\ufffd{MARKS}])"
    rf"|(?P<marks>[{MARKS}]+)"
    r"|(?P<other>[^\s\ufffd])"
)


class Word(NamedTuple):
    """One orthographic word or mark. ``start``/``end`` are offsets into the clean text, ``key`` the folded form.

    ``line`` is the number of the line it stands on (newlines are no words).
    """

    start: int
    end: int
    text: str
    key: str
    kind: WordKind
    line: int


_KINDS: dict[str, WordKind] = {
    "abbr": "arabic", "arabic": "arabic", "number": "number", "url": "url", "hashtag": "hashtag", "latin": "latin", "punct": "punct",
    "marks": "other", "other": "other",
}  # fmt: skip


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a normalised text, in order, none empty. A replaced surrogate (U+FFFD) is in no word."""
    out: list[Word] = []
    line = 0
    for m in _WORD.finditer(text):
        group = m.lastgroup
        start, end = m.span()
        if group == "newline":
            line += end - start
            continue
        word = text[start:end]
        kind = _KINDS[group]  # type: ignore[index]
        # marks that stand alone fold to nothing; no word goes without a key
        out.append(Word(start, end, word, word if kind == "punct" else fold(word) or word, kind, line))
    return tuple(out)


@lru_cache(maxsize=65536)
def cuts(key: str) -> tuple[tuple[int, str], ...]:
    """Ways to take proclitics off a folded word: ``(letters cut, rest)``, the shortest cut first; the whole word is not listed.

    A chain is one of و ف, then one of ب ل ك س. After ل the article loses its alef, and all of itself before a word in ل: ``للجنة``
    gives ``(1, "اللجنة")``, ``(1, "الجنة")`` and ``(1, "لجنة")``, in this order; the rest starts at the second ل each time. Which of
    them is a word, a lexicon must say.
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
                out += [(i + 1, "ا" + key[i + 1 :]), (i + 1, "ال" + key[i + 1 :])]
    return tuple(sorted(set(out), key=lambda c: (c[0], -len(c[1]))))


# The article, letter by letter.
_ARTICLE = "ا" + "ل"


def has_article(key: str) -> bool:
    """Whether a folded word begins with the letters of the article: ``الجنود``, and what only looks so (``الف``)."""
    return key.startswith(_ARTICLE)


def without_article(key: str) -> str:
    """A folded word without the letters of the article before it."""
    return key.removeprefix(_ARTICLE)


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
