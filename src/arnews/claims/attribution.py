"""Who said so: the scopes of attribution, in the manner of ConText, and the noun phrase that names the speaker.

Each cue (a verb, a phrase such as بحسب, a participle that carries on) opens a scope over words of its sentence, or over
quoted speech that runs on. A number takes the innermost scope that covers it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from arnews.claims.lexicon import Attribution, claim_lexicon
from arnews.claims.scene import COLON, QUOTES, STRONG, Phrase, Scene
from arnews.claims.speakers import phrase, quoted_speaker, resolved, speaker, speaker_before, speaks

_LONGEST_HEAD = 24
_SILENCE = 4


@dataclass(frozen=True, slots=True)
class Scope:
    """Words ``first`` to ``last`` said by ``source``; the reporting words before the speech are ``head``."""

    first: int
    last: int
    source: Phrase | None
    rule: str
    head: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attributions:
    """All scopes of a document in order of their first words, and the heads, whose places and dates are not the event's."""

    scopes: tuple[Scope, ...]
    starts: tuple[int, ...]
    heads: frozenset[int]

    def at(self, word: int) -> Scope | None:
        """The innermost scope that covers ``word``."""
        i = bisect_right(self.starts, word) - 1
        # Scopes nest a few deep at most; the bound keeps the search constant.
        for scope in self.scopes[max(0, i - 7) : i + 1][::-1]:
            if scope.first <= word < scope.last:
                return scope
        return None


def attributions(scene: Scene) -> Attributions:
    """Find all scopes, sentence by sentence. Linear: each cue looks at a bounded window."""
    scopes: list[Scope] = []
    memory = _Memory()
    before = False
    for first, last in scene.doc.sentences:
        found = _sentence(scene, first, last, memory)
        if not found and before and memory.last is not None and _goes_on(scene, first, last):
            found = [Scope(first, last, memory.last, "كما goes on with what was said", (first, first))]
        before = bool(found)
        scopes.extend(found)
        memory.close(scene, first, last, found)
        if memory.quoted is not None and not found:
            scopes.append(Scope(first, memory.until or last, memory.quoted, "quoted speech runs on", (first, first)))
            if memory.until is not None:
                memory.quoted = memory.until = None
    scopes.sort(key=lambda s: (s.first, -s.last))
    heads = frozenset(w for s in scopes for w in range(*s.head))
    return Attributions(tuple(scopes), tuple(s.first for s in scopes), heads)


def _goes_on(scene: Scene, first: int, last: int) -> bool:
    """``كما لقي 115 مسلحا حتفهم`` right after reported speech is still reported."""
    return scene.words[first].key in ("كما", "وكما") and first + 1 < last and not scene.has(first + 1, "that")


class _Memory:
    """The last speaker, and the speaker whose quotation is still open."""

    def __init__(self) -> None:
        self.last: Phrase | None = None
        self.quoted: Phrase | None = None
        self.until: int | None = None
        self.silent = 0

    def close(self, scene: Scene, first: int, last: int, found: list[Scope]) -> None:
        """After a sentence: does its quotation stay open?"""
        depth, closed = (1 if self.quoted is not None else 0), None
        for i in range(first, last):
            text = scene.words[i].text
            if text in "“«":
                depth += 1
            elif text in "”»":
                depth, closed = max(0, depth - 1), i
            elif text == '"':
                depth, closed = (0, i) if depth else (1, closed)
        if depth and found and found[-1].source is not None:
            self.quoted, self.until = found[-1].source, None
        elif not depth and self.quoted is not None:
            self.until = closed if not found else None
            if found:
                self.quoted = None
        if found:
            self.last = next((s.source for s in reversed(found) if s.source is not None), self.last)
            self.silent = 0
        else:
            self.silent += 1
            if self.silent > _SILENCE:
                self.last = None  # too long ago for وأضاف to mean him


def _sentence(scene: Scene, first: int, last: int, memory: _Memory) -> list[Scope]:
    lexicon = claim_lexicon()
    out: list[Scope] = []
    headline = _headline(scene, first, last)
    if headline is not None:
        out.append(headline)
        memory.last = headline.source
    i = first
    while i < last:
        if scene.tags[i].attribution and i not in scene.temporal_at:
            match = lexicon.attribution.longest(scene.words, i, last)
            if match is not None and match.cut <= 1 and match.value.category != "relative":
                known = next((s.source for s in reversed(out) if s.source is not None), memory.last)
                scope = _open(scene, i, match.last, match.value, first, last, known)
                if scope is not None:
                    out.append(scope)
                    i = max(i + 1, min(match.last, last))
                    continue
        i += 1
    return out


def _open(scene: Scene, at: int, after: int, cue: Attribution, first: int, last: int, known: Phrase | None) -> Scope | None:
    if cue.category == "preposition":
        return _preposition(scene, at, after, first, last, known)
    opened = _content(scene, after, last)
    content, speech = opened if opened is not None else (None, False)
    if cue.terminators == "speech" and content is not None and not (speech and _opened(scene, after, content)):
        return None  # نشرت السعودية 30 ألف جندي says nothing
    if cue.category == "continuation":
        if content is None:
            return None
        source = speaker(scene, after, content, scene.words[at].key) if scene.words[at].key.startswith(("قول", "وقول")) else None
        return Scope(content, last, source or known, "carries on", (at, content))
    if content is None:
        return _suffix(scene, at, after, first, last)
    via = quoted_speaker(scene, after, content)
    source = via or speaker(scene, after, content, scene.words[at].key)
    rule = "verb of saying"
    if source is not None and not speech and content - source.last > 2:
        # وعدت الحكومة بتعزيز الأمن غداة هجوم أودى بحياة 32: the number is not what the government said.
        return None
    # An unknown name may speak before أن, but not before a bare object: in يقدر عدد المقيمين the total is no speaker.
    named = (
        source is None
        or via is not None
        or speaks(scene, source.first, min(source.last, source.first + 2))
        or scene.type_at(source.first) == "LOC"
    )
    if source is not None and not named:
        doubtful = not speech or content - source.last > 3 or scene.words[at].key.lstrip("وف") in _TWOFOLD
        source = None if doubtful else source
    if source is None:
        source, rule = speaker_before(scene, at, first), "speaker before the verb"
    if source is None:
        if not speech or (content - after > 2 and scene.words[at].key.lstrip("وف") in _TWOFOLD):
            return None
        if scene.words[at].key.lstrip("وف") in _TWOFOLD and not scene.tags[after].cues & {"that"}:
            return None
        source, rule = known, "same speaker as before"
    else:
        source = resolved(scene, source, known)
    start = content
    return Scope(start, last, source, rule, (at, content)) if source is not None else None


def _opened(scene: Scene, after: int, content: int) -> bool:
    """Whether أن, a colon or a quotation mark opens the speech, and no preposition does (``الواصل بين مدينتين``)."""
    marks = range(max(after, content - 1), min(content + 1, len(scene.words)))
    return any(scene.has(w, "that") or scene.words[w].text == COLON or scene.words[w].text in QUOTES for w in marks)


def _content(scene: Scene, i: int, last: int) -> tuple[int, bool] | None:
    """First word of what is said, and whether a word or mark of speech opens it (أن, a colon, a quotation mark).

    Otherwise it is the direct object: a number, an event or a total (``أعلن الجيش مقتل خمسة``, ``أفادت بوقوع 40 قتيلا``).
    """
    words, tags = scene.words, scene.tags
    stop = min(last, i + _LONGEST_HEAD)
    start = i
    while i < stop:
        key = words[i].key
        if tags[i].cues and "that" in tags[i].cues:
            return (i + 1 if len(key) <= 3 else i), True
        if words[i].text == COLON and i + 1 < last:
            return i + 1, True
        if words[i].text in QUOTES and i not in scene.mention_at and i + 1 < last and words[i + 1].kind == "arabic" and i > start:
            return i, True
        if words[i].text in STRONG:
            return None
        if i in scene.numeral_at and i not in scene.temporal_at and i not in scene.mention_at:
            return i, False
        event = tags[i].event
        if (
            event is not None
            and event.shape in ("masdar", "either")
            and (event.kind or i > start)
            and i not in scene.mention_at
            and not (tags[i].noun and tags[i].definite)
        ):
            return i, bool(tags[i].event_by) or words[i - 1].key in ("الي", "عن")
        if tags[i].cues & _OBJECTS and i not in scene.mention_at and (i > start or not tags[i].cues & {"stat"}):
            return i, (tags[i].cue_cut > 0 and key[tags[i].cue_cut - 1] in "بل") or words[i - 1].key in ("الي", "عن")
        i += 1
    return None


_OBJECTS = frozenset({"result", "rise", "stat"})
# Verbs of saying that are also plain words: بين between, يقدر is estimated.
_TWOFOLD = frozenset(
    {"بين", "يقدر", "تقدر", "قدر", "قدرت", "يعتبر", "تعتبر", "اعتبر", "يري", "رجح", "ذكر", "يذكر", "كتب", "نشر", "نقل", "سجل"}
)


def _preposition(scene: Scene, at: int, after: int, first: int, last: int, known: Phrase | None) -> Scope | None:
    """``وفق الأمم المتحدة``, ``حسبما ذكر مسؤولون``: over the sentence before it, or what follows at its start."""
    i = after
    while i < last and i < after + 3 and (scene.words[i].key in _FILLERS or _verb(scene, i)):
        i += 1
    if i >= last or scene.stop(i) or i in scene.numeral_at or i in scene.temporal_at:
        return None
    start = scene.words[i]
    if start.key.startswith("ل") and i not in scene.mention_at and scene.words[at].key.endswith("ما"):
        return None  # بحسب ما صرح به لمراسلنا, said to, not by
    cut = 1 if start.key.startswith("ل") and scene.words[after - 1].key in ("وفقا", "طبقا", "ووفقا", "وطبقا", "استنادا") else 0
    source = speaker(scene, i, last, "")
    if source is None:
        return None
    source = resolved(scene, Phrase(source.first, source.last, max(cut, source.cut), source.ref, source.country), known)
    if scene.words[at].key.startswith(("نقل", "ونقل")) and at > first and not scene.stop(at - 1):
        pass
    if at <= first + 2:
        return Scope(min(source.last, last), last, source, "according to, at the head", (at, source.last))
    return Scope(first, at, source, "according to, after the fact", (at, _tail(scene, source.last, last)))


def _tail(scene: Scene, i: int, last: int) -> int:
    """The end of a closing attribution: ``بحسب مكتب الصحة في عدن`` up to the next comma or stop."""
    while i < last and scene.words[i].text not in STRONG and scene.words[i].text not in "،,":
        i += 1
    return i


_FILLERS = frozenset({"ما", "قد", "به", "عليه", "بيانات", "احصاءات", "ارقام", "بيان", "تصريحات"})


def _verb(scene: Scene, i: int) -> bool:
    match = claim_lexicon().attribution.get([scene.words[i].key])
    return match is not None and match.category in ("verb", "relative")


def _suffix(scene: Scene, at: int, after: int, first: int, last: int) -> Scope | None:
    """``قتل عشرون شخصا، قال مسؤولون``: a verb of saying after a comma with nothing said after it."""
    mark = at - 2 if scene.words[at - 1].key == "كما" else at - 1
    if at <= first + 3 or scene.words[mark].text not in "،,-":
        return None
    source = speaker(scene, after, last, "")
    if source is None or not speaks(scene, source.first, source.last):
        return None
    return Scope(first, at, source, "said, after the fact", (at, _tail(scene, source.last, last)))


def _headline(scene: Scene, first: int, last: int) -> Scope | None:
    """``الجيش: مقتل خمسة جنود``: a speaker before the colon at the head of a line, not a place or a topic."""
    for i in range(first + 1, min(last, first + 8)):
        if scene.words[i].text == COLON:
            if i + 1 >= last or scene.words[i].line != scene.words[first].line:
                return None
            if not speaks(scene, first, i) or any(scene.tags[w].attribution and w not in scene.mention_at for w in range(first, i)):
                return None
            start = first
            while start < i and (scene.stop(start) or start in scene.skipped):
                start += 1
            return Scope(i + 1, last, phrase(scene, start, i), "speaker before a colon", (first, i + 1)) if start < i else None
        if scene.words[i].text in STRONG:
            return None
    return None
