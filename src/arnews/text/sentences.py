"""Sentences of news text, as ranges of words. Each rule has a name, so that ``explain`` can say why a cut is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from arnews.lexicon import rows
from arnews.text.fold import fold_with
from arnews.text.lines import split_lines
from arnews.text.words import Word

_STOPS = frozenset({".", "!", "?", "؟", "۔"})
_PAUSES = frozenset({"..", "...", "…"})
_CLOSERS = frozenset("»”\"’')]}›") | {"“"}
_CONTINUE = frozenset("،,؛;:-–—/)")
# على opens sentences and علي is a man: ى stays.
_FOLDS = ("diacritics", "alef", "case")
_OPEN, _CLOSE = "([", ")]"
_QUOTES = frozenset('»”"’›')
# An aside of so many words closes before a sentence could end in it: (ص. 12), (د. محمد).
_ASIDE = 8
# A headline has at most so many words; a pause closes a sentence of at least so many.
_HEADLINE, _LEAST_BEFORE = 30, 4
# More than any sentence of news. A claim carries its sentence: a megabyte of ``5%`` without a stop, one sentence for all, filled 20 GB.
_MOST_WORDS, _MOST_LETTERS = 500, 5000


def split_sentences(words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Word ranges ``(first, last)``, end exclusive, that cover all words in order."""
    out: list[tuple[int, int]] = []
    for first, last in split_lines(words):
        start = first
        for end in _ends(words, first, last):
            out += _pieces(words, start, end)
            start = end
        if start < last:
            out += _pieces(words, start, last)
    return tuple(out)


def _pieces(words: Sequence[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or where it is longer than sentences are, pieces of it; no word is cut."""
    while end - start > _MOST_WORDS or (words[end - 1].end - words[start].start > _MOST_LETTERS and end - start > 1):
        reach = words[start].start + _MOST_LETTERS
        cut = start + 1
        while cut < min(start + _MOST_WORDS, end - 1) and words[cut].end <= reach:
            cut += 1
        yield start, cut
        start = cut
    yield start, end


def explain_sentences(words: Sequence[Word]) -> tuple[tuple[int, str], ...]:
    """For each stop or pause inside a line its word index and the rule that decided there: a cut ends with ``!``."""
    out: list[tuple[int, str]] = []
    for first, last in split_lines(words):
        start = first
        i = first
        while i < last:
            rule, end = _decide(words, start, i, last)
            if rule:
                out.append((i, rule))
            if end > i:
                start = end
            i = max(i + 1, end)
    return tuple(out)


def _ends(words: Sequence[Word], first: int, last: int) -> list[int]:
    """The word indexes after each sentence of one line, but the last."""
    out: list[int] = []
    start = i = first
    while i < last:
        word = words[i]
        if word.kind == "punct" or word.text[-1] == ".":
            end = _decide(words, start, i, last)[1]
            if end > i:
                if end < last:
                    out.append(end)
                start = end
                i = end
                continue
        i += 1
    return out


def _decide(words: Sequence[Word], start: int, i: int, last: int) -> tuple[str, int]:
    """The rule that decides at word ``i`` of the sentence from ``start``, and the end of the sentence or 0 for no cut."""
    text = words[i].text
    if text in _STOPS:
        end = _after_closers(words, i + 1, last)
        rule = _no_stop(words, start, i, end, last)
        return (rule, 0) if rule else ("stop!", end)
    if text in _PAUSES:
        end = _after_closers(words, i + 1, last)
        if end >= last:
            return "pause at the end of a line!", end
        if i - start < _LEAST_BEFORE or not _opens(words[end]) or words[i - 1].text in _OPEN:
            return "pause", 0
        return ("pause before an opener!", end) if _is_prose(words, start, last) else ("headline", 0)
    if text[-1] == "." and len(text) > 3 and words[i].kind == "arabic":
        if i + 1 < last and _opens(words[i + 1]):
            return "abbreviation before an opener!", i + 1
        return "abbreviation", 0
    return "", 0


def _is_prose(words: Sequence[Word], start: int, last: int) -> bool:
    """Whether a line is a paragraph: a headline has no stop at its end and is short (``أحببت الهلال في طفولتي.. ولكن الأهلي عشقي``)."""
    closed = any(w.text in _STOPS for w in words[max(start, last - 3) : last])
    return closed or last - start > _HEADLINE


def _no_stop(words: Sequence[Word], start: int, i: int, end: int, last: int) -> str:
    """The rule by which the stop at word ``i`` ends nothing, or an empty string; ``end`` is after its closing marks."""
    before = words[i - 1] if i > start else None
    after = words[i + 1] if i + 1 < last else None
    if before is None:
        return "nothing before"
    if words[i].text == "." and after is not None:
        glued = before.end == words[i].start and words[i].end == after.start
        if _is_letter(before) and (_is_letter(after) or before.kind == after.kind == "latin"):
            return "initials"
        if before.kind == "number" and i - 1 == start:
            return "list number"
        if glued and (after.key in _words("domain") or (before.kind == after.kind == "number")):
            return "domain or number"
        if before.kind == "latin" and (before.key in _words("latin") or (after.kind == "latin" and after.text[0].islower())):
            return "latin abbreviation"
    if end < last and words[end].text in _CONTINUE and words[end].line == words[i].line:
        return "sentence goes on"
    if _in_aside(words, start, i, last):
        return "aside"
    if words[i].text in "!?؟" and end > i + 1 and words[end - 1].text in _QUOTES and end < last and not _opens(words[end], bare=False):
        return "quoted question"
    return ""


def _after_closers(words: Sequence[Word], i: int, last: int) -> int:
    """The index after the stops, pauses and closing marks that follow a stop; an opening quotation mark is not one."""
    while i < last and (words[i].text in _STOPS or words[i].text in _PAUSES or words[i].text in _CLOSERS):
        straight = words[i].text in "\"'" or words[i].text == "“"
        # A straight mark closes when it touches the stop and opens when it touches the next word.
        if straight and words[i - 1].end != words[i].start:
            break
        if straight and i + 1 < last and words[i].end == words[i + 1].start and words[i + 1].kind != "punct":
            break
        i += 1
    return i


def _is_letter(word: Word) -> bool:
    return word.kind in ("arabic", "latin") and len(word.key.rstrip(".")) == 1


def _in_aside(words: Sequence[Word], start: int, i: int, last: int) -> bool:
    """Whether word ``i`` stands between brackets that are a few words apart."""
    opened = next((j for j in range(i - 1, max(start, i - _ASIDE) - 1, -1) if words[j].text in _OPEN or words[j].text in _CLOSE), None)
    if opened is None or words[opened].text in _CLOSE or (opened == start and i + 1 < last and words[i + 1].text in _CLOSE):
        return False
    return any(words[j].text in _CLOSE for j in range(i + 1, min(last, i + _ASIDE)))


def _opens(word: Word, *, bare: bool = True) -> bool:
    """Whether ``word`` begins sentences, behind و or (where ``bare``) as it is."""
    openers = _words("opener")
    text = fold_with(word.text, _FOLDS)
    return (bare and text in openers) or (text[:1] == "و" and text[1:] in openers)


@lru_cache(maxsize=8)
def _words(role: str) -> frozenset[str]:
    return frozenset(fold_with(form, _FOLDS) for form, kind in rows("text_sentence_words") if kind == role)
