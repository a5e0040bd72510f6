"""A key that the usual spelling variants of one foreign name share, for clustering mentions inside one article.

Not for look-ups across texts: two different names can share a key. What it evens out, each with the pair that asked for it:
the letter for g (``بيونغ يانغ``, ``بيونج يانج``), ``تش`` and ``ش`` (``تشافيز``, ``شافيز``), hamza and its seats (``مسؤول``),
the last vowel (``حماة``, ``حماه``; ``درعة``, ``درعا``), doubled letters, the space before ``الله`` (``نصر الله``, ``نصرالله``), and in
words of six letters or more, which are mostly foreign, the vowels inside (``نتنياهو``, ``نتانياهو``; ``زيلينسكي``, ``زيلنسكي``).
Short words keep their vowels: ``حسن`` is not ``حسين``, ``سلمان`` not ``سليمان``.
"""

from __future__ import annotations

import re

from arnews.text.fold import fold

_SAME = str.maketrans({"غ": "ج", "گ": "ج", "چ": "ج", "ڤ": "ف", "پ": "ب", "ژ": "ج", "ؤ": "و", "ئ": "ي", "ء": None})
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<=.)[اوي](?=.)")
_GOD = re.compile(r"(\w)(الله)(?!\w)")
_ALLAH = "الله"
_LONG = 6
_ARTICLE = "ال"


def variant_key(text: str) -> str:
    """The key of a name of one or more words, without spaces. Empty only for a text without letters or digits."""
    return "".join(_word_key(word) for word in _GOD.sub(r"\1 \2", fold(text)).replace("-", " ").split())


def _word_key(word: str) -> str:
    article = _ARTICLE if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 2 else ""
    bare = word[len(article) :].translate(_SAME).replace("تش", "ش")
    long = len(bare) >= _LONG
    bare = _DOUBLE.sub(r"\1", bare) if word != _ALLAH else bare
    if len(bare) > 2 and bare[-1] == "ه" and word != _ALLAH:
        bare = bare[:-1] + "ا"
    return article + (_VOWELS.sub("", bare) if long else bare)
