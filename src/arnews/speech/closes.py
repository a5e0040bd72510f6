"""Speech that stands before its words of saying: ``"لم يبق شيء"، تقول أم سامي``, ``قتل عشرون، كما أفادت البلدية``."""

from __future__ import annotations

from arnews.grammar.units import STRONG
from arnews.speech.extent import opening, trimmed
from arnews.speech.heads import Head
from arnews.speech.model import Name, Saying
from arnews.speech.reading import Sentence
from arnews.speech.setting import Setting
from arnews.speech.speakers import capable, resolved, subject

_REACH = 120
_SHORT = 3
_DOUBTFUL = frozenset({"weak", "noun"})


def saying(sentence: Sentence, head: Head) -> Saying | None:
    """The saying that a head closes, or None where its words say nothing."""
    s, at, after = sentence.s, head.cue[0], head.cue[1]
    source = subject(s, after, sentence.last)
    verb = s.signs[at].verb
    if source is None or verb is None or not (capable(s, source) or (head.rule.args["before"] == "clause" and not verb.takes & _DOUBTFUL)):
        return None
    known = resolved(s, source, sentence.known())
    end = tail(s, source.last, sentence.last)
    if head.rule.args["before"] == "quote":
        first = opening(s, head.open, max(0, sentence.first - _REACH))
        if first is None or any(x.direct and x.last > first for x in sentence.out):
            return None
        return Saying(first + 1, head.open, source, known, head.cue, (at, end), head.open, True, True, head.rule.name)
    return _clause(sentence, head, source, known, end)


def _clause(sentence: Sentence, head: Head, source: Name, known: Name, end: int) -> Saying | None:
    s, at = sentence.s, head.cue[0]
    if head.rule.args.get("short") and (verb_doubtful(s, at) or end - source.last > _SHORT):
        return None  # تزامنا مع الذكرى، اقترح الفريق كتابة اللغة بحرفين
    start = max([segment(s, head.open, sentence.first), *(x.head[1] for x in sentence.out)])
    last = trimmed(s, start, head.open)
    if last <= start + 2 or any(x.first < last and x.last >= last for x in sentence.out):
        return None
    return Saying(start, last, source, known, head.cue, (at, end), head.open, False, True, head.rule.name)


def segment(s: Setting, at: int, first: int) -> int:
    """Where the stretch after the last full stop, dots or semicolon before ``at`` begins."""
    low = max(first, at - _REACH)
    while at > low and s.words[at - 1].text not in STRONG:
        at -= 1
    return at


def tail(s: Setting, i: int, last: int) -> int:
    """The end of a closing attribution: ``بحسب مكتب الصحة في عدن`` up to the next comma or stop."""
    while i < last and s.words[i].text not in STRONG and s.words[i].text not in "،," and not s.has(i, "dash"):
        i += 1
    return i


def verb_doubtful(s: Setting, at: int) -> bool:
    """Whether the verb has other senses than saying."""
    verb = s.signs[at].verb
    return verb is None or bool(verb.takes & _DOUBTFUL)
