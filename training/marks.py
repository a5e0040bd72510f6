"""The rules' marks on training sentences, as the recogniser gets them at run time."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from arnews.entities import gazetteer, hints
from arnews.entities.engine import rules
from arnews.entities.lexicon import EntityLexicon
from arnews.entities.scan import View
from arnews.recognizers.hints import COLUMNS, Floats
from arnews.text.document import read
from corpora import Sentence

# Sentences read together; the rules look at neighbours within a line alone, so that this only saves time.
TOGETHER = 40
_CLOSING = frozenset(".،,:؛;؟!)]»…")
_OPENING = frozenset("([«")
_FIRST = tuple(i for i, name in enumerate(COLUMNS) if ".B-" in name)


@lru_cache(maxsize=1)
def _lexicon() -> EntityLexicon:
    return EntityLexicon.load()


def running_text(sentences: list[list[str]]) -> tuple[str, list[tuple[int, int]]]:
    """Sentences as text, one a line, closing marks joined to the word before; and the characters of each word in it."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for words in sentences:
        glued = True
        for word in words:
            if not glued and word not in _CLOSING:
                parts.append(" ")
                at += 1
            parts.append(word)
            places.append((at, at + len(word)))
            at += len(word)
            glued = word in _OPENING
        parts.append("\n")
        at += 1
    return "".join(parts), places


def of_sentences(sentences: list[Sentence]) -> list[Floats]:
    """One array ``[words, columns]`` for each sentence."""
    out: list[Floats] = []
    for first in range(0, len(sentences), TOGETHER):
        out += _of_group([re.sub(r"\s", "", "\x00".join(words)).split("\x00") for words, _ in sentences[first : first + TOGETHER]])
    return out


def _of_group(group: list[list[str]]) -> list[Floats]:
    text, places = running_text(group)
    doc = read(text)
    total = np.zeros((len(places), len(COLUMNS)), dtype=np.float32)
    if doc.words:
        view = View(doc, _lexicon())
        found = hints.marks(view, rules(view), gazetteer.weak(view))
        owner = np.full(len(text) + 1, -1)
        for i, (a, b) in enumerate(places):
            owner[a:b] = i
        done = -1
        for word, row in zip(doc.words, found, strict=True):
            span = doc.span(word.start, word.end)
            for i in {int(k) for k in owner[span.start : span.end] if k >= 0}:
                if i > done or not total[i].any():
                    total[i] = np.maximum(total[i], row)
                done = max(done, i)
    out, at = [], 0
    for words in group:
        out.append(total[at : at + len(words)])
        at += len(words)
    return out
