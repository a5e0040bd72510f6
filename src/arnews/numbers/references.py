"""Numbers that count nothing: names with numbers, articles of law, telephone numbers, scores, list markers, clock times."""

from __future__ import annotations

from collections.abc import Sequence

from arnews.numbers.digits import Digits
from arnews.numbers.lexicon import PROCLITICS, NumberLexicon
from arnews.text.words import Word

_DASHES = frozenset("-–—")
_JOINED = frozenset((*PROCLITICS, "م"))
_WINDOW = 8


def _stem(key: str) -> str:
    return key[1:] if key.startswith(PROCLITICS) and len(key) > 3 else key


def head_rule(words: Sequence[Word], lexicon: NumberLexicon, first: int) -> str | None:
    """The rule of the word before a number that makes it a reference (``المادة 5``, ``قناة 24``, ``العدد رقم 12``)."""
    at = first - 1
    if at >= 0 and words[at].text in _DASHES and words[at].end == words[first].start and at > 0 and words[at - 1].end == words[at].start:
        at -= 1
    if at >= 0 and words[at].text in "([":
        at -= 1  # المادة (5) من القانون
    numbered = lexicon.grammar["numbered"]
    if at >= 0 and (words[at].key in numbered or words[at].key in lexicon.grammar["article"] or words[at].key == ":"):
        at -= 1
    if at >= 0 and words[at].key in numbered:
        at -= 1
    if at < 0 or words[at].line != words[first].line:
        return None
    key = words[at].key
    return lexicon.heads.get(key) or (lexicon.heads.get(_stem(key)) if key not in lexicon.nouns else None)


def named_day(words: Sequence[Word], lexicon: NumberLexicon, first: int, end: int) -> bool:
    """``مدينة ستة أكتوبر``, ``ثورة 25 يناير``: a number between the head of a name and a month is the name's."""
    if first == 0 or end >= len(words) or words[first - 1].line != words[first].line or words[end].key not in lexicon.cues["month"]:
        return False
    key = words[first - 1].key
    return key in lexicon.grammar["named-day"] or _stem(key) in lexicon.grammar["named-day"]


def cue_near(words: Sequence[Word], cues: frozenset[str], first: int, last: int, window: int = _WINDOW) -> bool:
    """Whether a cue word stands within ``window`` words on the same line."""
    line = words[first].line
    for i in range(max(0, first - window), min(len(words), last + window)):
        w = words[i]
        if w.line == line and w.kind == "arabic" and (w.key in cues or _stem(w.key) in cues):
            return True
    return False


def digit_rule(words: Sequence[Word], lexicon: NumberLexicon, found: Digits) -> str | None:
    """The rule that says why this digit group is no number, or None. Slash groups are judged in ``slash_rule``."""
    first, end = found.first, found.end
    w = words[first]
    n = len(words)
    before = words[first - 1] if first > 0 else None
    after = words[end] if end < n else None
    glued_before = before is not None and before.end == w.start
    glued_after = after is not None and after.start == words[end - 1].end
    if before is not None and glued_before:
        if before.kind == "latin" and before.key not in lexicon.unit_firsts:
            return "name-with-number"
        if before.kind == "arabic" and len(before.key) == 1 and before.key not in _JOINED:
            return "name-with-number"
        if before.text in _DASHES and first > 1 and words[first - 2].end == before.start:
            left = words[first - 2]
            if left.kind == "latin" or (left.kind == "arabic" and lexicon.heads.get(left.key)):
                return "name-with-number"
        if before.text == "+" and (first < 2 or words[first - 2].end != before.start) and w.text.isdigit() and len(w.text) > 6:
            return "phone-number"
        if (
            before.text in {"+", "×", "*", "_", "/", "\\", "="}
            and first > 1
            and words[first - 2].end == before.start
            and words[first - 2].kind in {"number", "latin"}
        ):
            return "formula-or-code"
        if before.text in {":", "."} and first > 1 and words[first - 2].kind == "number" and words[first - 2].end == before.start:
            return "reference"
    if after is not None and glued_after:
        if after.kind == "latin" and after.key not in lexicon.unit_firsts and found.rule != "digits-suffix":
            return "name-with-number"
        if after.text in {"×", "*", "_", "=", "\\"} or (
            after.text == "+" and end + 1 < n and words[end + 1].start == after.end and words[end + 1].kind == "number"
        ):
            return "formula-or-code"
    if w.text.isdigit() and len(w.text) >= 4 and cue_near(words, lexicon.cues["phone"], first, first - 4, 4):
        return "phone-number"
    if before is not None and before.kind == "latin" and before.line == w.line and before.key not in lexicon.unit_firsts:
        return "name-with-number"  # Galaxy Note 20: kept as a number where a counted noun or a unit follows
    named = _list_marker(words, found) or head_rule(words, lexicon, first)
    some = named == "unit-name" and after is not None and after.key == "من" and end + 1 < n and words[end + 1].line == w.line
    return None if some else named  # اعترض الجيش 7 من 10 صواريخ


def _list_marker(words: Sequence[Word], found: Digits) -> str | None:
    """``1- ``, ``2) ``, ``3. `` before what they number."""
    first, end = found.first, found.end
    if end >= len(words) or not words[first].text.isdigit() or len(words[first].text) > 2:
        return None
    after = words[end]
    if after.line != words[first].line or end + 1 >= len(words) or words[end + 1].line != after.line or words[end + 1].kind == "number":
        return None
    glued = after.start == words[first].end
    opens = first == 0 or words[first - 1].line != words[first].line
    bracket = first > 0 and words[first - 1].text == "(" and (first == 1 or words[first - 2].line != words[first].line)
    if opens and (after.text in _DASHES or after.text == ")" or (glued and after.text in {".", "/"})):
        return "list-marker"
    if bracket and after.text == ")":
        return "list-marker"
    spaced = words[end + 1].start > after.end
    if not opens and glued and spaced and after.text in _DASHES and words[first - 1].end < words[first].start:
        return "list-marker"
    if not opens and glued and after.text == ")" and not any(words[j].text == "(" for j in range(max(0, first - 12), first)):
        return "list-marker"
    return None


def slash_rule(words: Sequence[Word], lexicon: NumberLexicon, i: int) -> str | tuple[int, int]:
    """A group such as ``3/4``: its numerator and denominator where it is a fraction, else the rule that excludes it."""
    parts = words[i].text.split("/")
    if len(parts) != 2 or not all(p.isdigit() for p in parts):
        return "slash-date"
    a, b = int(parts[0]), int(parts[1])
    named = head_rule(words, lexicon, i)
    if named is not None:
        return named
    if b < 2 or a < 1 or parts[0][0] == "0" or parts[1][0] == "0" or a >= b or b > 100 or (b > 12 and b % 5):
        return "score" if b == 0 or (max(a, b) <= 9 and cue_near(words, lexicon.cues["sport"], i, i)) else "slash-date"
    after = words[i + 1] if i + 1 < len(words) and words[i + 1].line == words[i].line else None
    whole = after is not None and (
        after.key.startswith(lexicon.affixes["article"])
        or after.key in lexicon.grammar["of"]
        or after.key in lexicon.unit_firsts
        or after.key in lexicon.grammar["cooking"]
        or after.key in lexicon.words
    )
    if whole and after is not None and after.key not in lexicon.cues["date"]:
        return a, b
    before = words[i - 1] if i > 0 and words[i - 1].line == words[i].line else None
    if before is not None and before.kind == "arabic" and (before.key in lexicon.cues["date"] or _stem(before.key) in lexicon.cues["date"]):
        return "slash-date"
    if cue_near(words, lexicon.cues["sport"], i, i, 5):
        return "score"
    return a, b
