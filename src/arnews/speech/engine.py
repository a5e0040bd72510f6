"""Speech: who says what in a document, sentence by sentence, and its quotations as records."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from arnews.dates.model import Temporal
from arnews.entities.model import Found
from arnews.grammar.units import COLON, STRONG
from arnews.numbers.model import Numeral
from arnews.records import Argument, Quote
from arnews.speech import accords, closes, opens
from arnews.speech.extent import fragments
from arnews.speech.heads import heads
from arnews.speech.lexicon import sign, speech_lexicon
from arnews.speech.model import Name, Saying, Speech
from arnews.speech.reading import Memory, Sentence
from arnews.speech.setting import build
from arnews.speech.speakers import name, speaks
from arnews.text.article import Layout
from arnews.text.document import Document
from arnews.text.words import cut_offset

_MAKE = {"opens": opens.saying, "closes": closes.saying, "accords": accords.saying}
_LONGEST_SPEAKER = 8


def find(doc: Document, layout: Layout, numerals: Sequence[Numeral], temporals: Sequence[Temporal], entities: Sequence[Found]) -> Speech:
    """All that somebody says, in the order of the text. Takes any text, in time linear in its words."""
    s = build(doc, layout, numerals, temporals, entities)
    found = heads(s)
    starts = [some[0].cue[0] for some in found]
    memory = Memory()
    out: list[Saying] = []
    for first, last in doc.sentences:
        here = found[bisect_left(starts, first) : bisect_left(starts, last)]
        out += _sentence(Sentence(s, first, last, here, memory))
    out.sort(key=lambda x: (x.first, -x.last))
    return Speech(tuple(out), tuple(x.first for x in out), frozenset(w for x in out for w in range(*x.head)))


def _sentence(sentence: Sentence) -> list[Saying]:
    memory = sentence.memory
    headline = _headline(sentence)
    if headline is not None:
        sentence.out.append(headline)
    _heads(sentence)
    if not sentence.out and memory.spoke and memory.last is not None and _goes_on(sentence):
        first, last, known = sentence.first, sentence.last, memory.last
        sentence.out.append(
            Saying(first, last, known, known, (first, first), (first, first), last, False, False, "goes on with what was said")
        )
    memory.actor = None if sentence.out else opens.actor(sentence)
    memory.close(sentence)
    return [*sentence.out, *_fragments(sentence)]


def _heads(sentence: Sentence) -> None:
    """The first reading of each head that holds, from left to right; the same words open once (``أظهرت دراسة نشرت أمس أن``)."""
    memory, opened = sentence.memory, set[int]()
    for readings in sentence.heads:
        cue = readings[0].cue[0]
        if cue < memory.until or any(x.head[0] <= cue < x.named for x in sentence.out):
            continue  # inside of what is quoted already, or of the words of reporting
        for head in readings:
            saying = _MAKE[head.rule.make](sentence, head) if head.open not in opened else None
            if saying is not None:
                sentence.out.append(saying)
                opened.add(head.open)
                memory.until = max(memory.until, saying.last if saying.direct else 0)
                break


def _goes_on(sentence: Sentence) -> bool:
    """``كما لقي 115 مسلحا حتفهم`` right after reported speech is still reported."""
    s, first = sentence.s, sentence.first
    if s.has(first, "goes_on"):
        return first + 1 < sentence.last and not s.has(first + 1, "that")
    # وبحسب الهيئة، قتل 77 شخصا. وتوفي 22 آخرون: figures of one paper.
    return sentence.memory.accorded and s.has(first, "happened") and s.key(first)[0] == "و"


def _fragments(sentence: Sentence) -> list[Saying]:
    """Words in quotation marks inside of what is reported, where no saying of their own holds them."""
    out = []
    for x in sentence.out:
        for first, last in fragments(sentence.s, x.first, x.last) if x.quotation and not x.direct else ():
            if not any(other is not x and other.first <= first < other.last for other in sentence.out):
                out.append(Saying(first, last, x.speaker, x.source, x.cue, x.cue, last, True, True, "words of the speaker", inner=True))
    return out


def _headline(sentence: Sentence) -> Saying | None:
    """``الجيش: مقتل خمسة جنود``: a speaker before the colon at the head of a line, not a place or a topic."""
    s, first = sentence.s, sentence.first
    colon = _colon(sentence)
    if colon is None or not speaks(s, first, colon):
        return None
    if any(s.has(w, "dash") or (s.signs[w].verb is not None and w not in s.mention_at) for w in range(first, colon)):
        return None  # واس- الرياض: a byline
    start = next((w for w in range(first, colon) if not s.mark(w) and w not in s.skipped), colon)
    if start == colon:
        return None
    sentence.memory.last = found = name(s, start, colon)
    return sentence.spoken(colon + 1, found, (colon, colon + 1), (first, colon + 1), "speaker before a colon", after_colon=True)


def _colon(sentence: Sentence) -> int | None:
    """The colon near the beginning of a line, with words after it on the same line."""
    s, first, last = sentence.s, sentence.first, sentence.last
    if first and s.words[first - 1].line == s.words[first].line:
        return None
    for i in range(first + 1, min(last, first + _LONGEST_SPEAKER)):
        if s.words[i].text in STRONG:
            return None
        if s.words[i].text == COLON:
            return i if i + 1 < last and s.words[i].line == s.words[first].line else None
    return None


def to_records(doc: Document, speech: Speech) -> list[Quote]:
    """The quotations of a document as records, in order; the id of each is ``q`` and its place in the list, from 1."""
    quoted = [x for x in speech.sayings if x.quotation and x.last > x.first]
    return [_record(doc, x, f"q{n}") for n, x in enumerate(quoted, 1)]


def _record(doc: Document, saying: Saying, id: str) -> Quote:
    words = doc.words
    span = doc.span(words[saying.first].start, words[saying.last - 1].end)
    at = words[saying.cue[0]]
    found = sign(at.key)
    cut = found.verb_cut if found.verb is not None else int(found.phrase and at.key not in speech_lexicon().phrase_firsts)
    cue = doc.span(cut_offset(at, cut) if cut else at.start, words[saying.cue[1] - 1].end)
    return Quote(
        start=span.start, end=span.end, text=span.text, id=id, speaker=argument(doc, saying.speaker), cue=cue, direct=saying.direct,
        rule=saying.rule,
    )  # fmt: skip


def argument(doc: Document, found: Name | None) -> Argument | None:
    """A speaker as a record."""
    if found is None:
        return None
    words = doc.words
    start = cut_offset(words[found.first], found.cut) if found.cut else words[found.first].start
    span = doc.span(start, words[found.last - 1].end)
    return Argument(start=span.start, end=span.end, text=span.text, ref=found.ref, country=found.country)
