"""Finds printed publication dates and times by their shape. Nothing is read here: the date rules do that with the span."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from arnews.text.byline_lexicon import BylineLexicon
from arnews.text.words import Word

JOINTS = frozenset("-–—_:،,/|()[]{}.•·؛~*") | {"..", "..."}


_CHANGED = "changed"
_SIGNS = ("+", "-", "−", "–")


def is_change(words: Sequence[Word], i: int, last: int, lexicon: BylineLexicon) -> bool:
    """Whether the printed date at word ``i`` is that of a change (آخر تحديث) and not of publication."""
    entry = lexicon.dates.longest(words, i, last, proclitics=False)
    return entry is not None and entry.value == _CHANGED


def date_run(words: Sequence[Word], i: int, last: int, lexicon: BylineLexicon) -> int:
    """The end of the printed date or time that starts at word ``i`` (before ``last``), or ``i`` when none does.

    ``السبت 12 يوليو 2025 | 01:52 صباحا``, ``25 شوال 1436 هـ الموافق 10 أغسطس 2015 م``, ``آخر تحديث: منذ 3 ساعات``, ``2025-07-12 14:30``.
    """
    classes: list[str] = []
    j = end = i
    while j < last:
        word = words[j]
        entry = lexicon.dates.longest(words, j, last, proclitics=False)
        if entry is not None and entry.value == _CHANGED and _is_date(classes):
            break  # نشر في 20/8/2025 | آخر تحديث 21/8/2025: a date of its own
        if word.kind == "number":
            dashed = _dashed(words, j, last)
            classes.append("full" if dashed > j + 1 else _number(word.text))
            j = end = dashed
        elif entry is not None:
            classes.append(entry.value)
            j = end = entry.last
        elif classes and classes[-1] == "clock" and _is_offset(words, j, last):
            j = end = j + 2
        elif j > i and word.text in JOINTS:
            j += 1
        else:
            break
    return end if _is_date(classes) else i


def _is_offset(words: Sequence[Word], i: int, last: int) -> bool:
    """Whether a sign and hours follow a zone: UTC+3, and not ص - 3 مايو."""
    return words[i].text in _SIGNS and words[i - 1].kind == "latin" and i + 1 < last and words[i + 1].kind == "number"


def _number(text: str) -> str:
    if ":" in text:
        return "time"
    return "full" if text.count("/") == 2 or text.count(".") == 2 else "number"


def _dashed(words: Sequence[Word], i: int, last: int) -> int:
    """The end of ``2025-07-12`` at word ``i``, or ``i + 1``."""
    run = words[i : min(i + 5, last)]
    if len(run) == 5 and [w.kind for w in run[::2]] == ["number"] * 3 and run[1].text == run[3].text and run[1].text in "-–":
        glued = all(a.end == b.start for a, b in pairwise(run))
        return i + 5 if glued and 4 in {len(run[0].text), len(run[4].text)} else i + 1
    return i + 1


def _is_date(classes: list[str]) -> bool:
    """Whether words of these classes, in this order, are a date or a time: a lone number, month or ``اليوم`` is not."""
    seen = set(classes)
    # GMT 17:27 17.03.2020 opens with its zone.
    if not classes or classes[0] == "era" or (classes[0] == "clock" and not seen >= {"full", "time"}):
        return False
    if seen & {"full", "time"}:
        return True
    if "number" in seen and seen & {"month", "weekday"}:
        return True
    if "since" in seen:
        return "ago" in seen
    return seen == {"weekday"}
