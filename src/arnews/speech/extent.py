"""How far speech goes: quotation marks that belong together, and where reported speech ends."""

from __future__ import annotations

from collections.abc import Sequence

from arnews.grammar.units import QUOTES, STRONG
from arnews.speech.heads import Head
from arnews.speech.setting import CLOSING, COMMAS, OPENING, Setting

_LONGEST_QUOTATION = 600
_LEAST_FRAGMENT = 4
_SUBJECT = 10
_LEAST_STATEMENT = 2
_LOOSE = STRONG | COMMAS | {"(", "["}


def closing(s: Setting, at: int) -> int | None:
    """The mark that closes the quotation that ``at`` opens; None where none does within 600 words."""
    text, depth = s.words[at].text, 0
    for w in range(at + 1, min(len(s.words), at + _LONGEST_QUOTATION)):
        mark = s.words[w].text
        if mark not in QUOTES:
            continue
        if text in OPENING and mark in OPENING and mark != "“":
            depth += 1
        elif text in OPENING and mark in CLOSING and depth:
            depth -= 1
        elif mark == text or mark in CLOSING or text in CLOSING or mark == "“":
            return w
    return None


def opening(s: Setting, at: int, first: int) -> int | None:
    """The mark that opens the quotation that ``at`` closes, at word ``first`` or later."""
    text = s.words[at].text
    for w in range(at - 1, max(first, at - _LONGEST_QUOTATION) - 1, -1):
        mark = s.words[w].text
        if mark in QUOTES and (mark == text or mark in OPENING):
            return w
    return None


def statement_end(s: Setting, content: int, last: int, later: Sequence[Head]) -> int:
    """Where what is reported from ``content`` on ends: before the next words of saying of its sentence, or with the sentence."""
    last = _carried(s, content, last)
    for head in later:
        if head.first >= last:
            break
        if head.cue[0] > content and (end := _before(s, head, content)) is not None:
            return trimmed(s, content, end)
    return trimmed(s, content, last)


def _carried(s: Setting, content: int, last: int) -> int:
    """``، مشيرا إلى``: the words of the speaker end where a participle after a comma carries on, also where it opens no speech."""
    for w in range(content + 2, last):
        verb = s.signs[w].verb
        if verb is not None and verb.shape == "participle" and "noun" not in verb.takes and s.words[w - 1].text in COMMAS:
            return w - 1
    return last


def _before(s: Setting, head: Head, content: int) -> int | None:
    """Where the statement before a head ends, or None where the head is a part of that statement (``قواعد تقول إسرائيل إنها``)."""
    at = min(head.first, head.cue[0])
    for w in range(at - 1, max(content, at - _SUBJECT), -1):
        if s.words[w].text in COMMAS and s.has(w + 1, "turn"):
            return w  # لكن متحدثا باسم الاتحاد أكد أن
    joined = s.signs[head.cue[0]].verb_cut == 1 and head.rule.make != "accords"
    while at > content and s.has(at - 1, "turn", "goes_on", "auxiliary", "relative"):
        at -= 1
        joined = joined or s.has(at, "turn", "goes_on")
    if at - content < _LEAST_STATEMENT:
        return None  # يشير إلى أنه وفقا لدراسة
    if at > content and s.words[at - 1].text in COMMAS:
        return at - 1
    if at > content and s.mark(at - 1) and s.has(at - 1, "dash"):
        return at - 1
    return at if joined else None


def trimmed(s: Setting, first: int, last: int) -> int:
    """Without the marks at the end, and without the وذلك before ``وفق``."""
    while last > first and (s.words[last - 1].text in _LOOSE or s.has(last - 1, "dash", "which_is")):
        last -= 1
    return last


def fragments(s: Setting, first: int, last: int) -> list[tuple[int, int]]:
    """Words in quotation marks inside of reported speech that are no name: ``إن الرفع "سيكون محدودا ودقيقا"``."""
    out: list[tuple[int, int]] = []
    w = first
    while w < last:
        if s.words[w].text in QUOTES and w not in s.mention_at:
            end = closing(s, w)
            if end is None or end >= last + 1:
                break
            if end - w > _LEAST_FRAGMENT and not (s.mention(w + 1) or (0, 0, 0))[1] >= end and w > 0 and not s.has(w - 1, "named", "to"):
                out.append((w + 1, end))
            w = end
        w += 1
    return out
