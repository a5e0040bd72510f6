"""Who said so: the scopes of attribution, in the manner of ConText, and the noun phrase that names the speaker.

Each cue (a verb, a phrase such as بحسب, a participle that carries on) opens a scope over words of its sentence, or over
quoted speech that runs on. A number takes the innermost scope that covers it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from arnews.claims.candidates import noun_phrase
from arnews.claims.clause import opens
from arnews.claims.lexicon import Attribution, claim_lexicon, tag
from arnews.claims.scene import COLON, QUOTES, REACH, STRONG, Phrase, Scene
from arnews.claims.speakers import known_as, many, phrase, quoted_speaker, resolved, speaker, speaker_before, speaks
from arnews.claims.speech import announced, speech_begins

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
            # كلفت is "she charged", not "as she pointed out".
            whole = match is not None and (match.cut == 0 or (match.cut == 1 and scene.words[i].key[0] in "وف"))
            if match is not None and whole and match.value.category != "relative":
                known = next((s.source for s in reversed(out) if s.source is not None), None)
                known = known or _subject(scene, first, i) or memory.last
                scope = _open(scene, i, match.last, match.value, first, last, known)
                if scope is not None:
                    out.append(scope)
                    i = max(i + 1, min(match.last, last))
                    continue
        i += 1
    return out


def _subject(scene: Scene, first: int, at: int) -> Phrase | None:
    """``طالب مجلس المحافظة بوقف القصف، كاشفا عن``: who the sentence is about, when a verb of saying comes later in it."""
    if at <= first + 3:
        return None
    event = scene.tags[first].event
    if event is not None and event.kind:
        return None  # قتل محمد علي ... وأضاف أن
    for w in range(first, min(at, first + 6)):
        key = scene.words[w].key
        if scene.tags[w].cues & {"preposition", "location", "onto", "since"} or scene.stop(w) or scene.words[w].kind != "arabic":
            return None
        if w > first and (scene.type_at(w) in ("PERSON", "ORG") or ("speaker" in scene.tags[w].cues and not scene.tags[w].cue_cut)):
            return speaker(scene, w, at, "-") if key[0] not in "بلك" or scene.type_at(w) else None
    return None


def _open(scene: Scene, at: int, after: int, cue: Attribution, first: int, last: int, known: Phrase | None) -> Scope | None:
    if cue.category == "preposition":
        return _preposition(scene, at, after, first, last, known)
    if cue.category == "pronoun":
        return Scope(_segment(scene, at, first), last, known, "على حد قوله points back", (at, after)) if known is not None else None
    opened = speech_begins(scene, after, last)
    content, speech = opened if opened is not None else (None, False)
    if cue.terminators == "speech" and content is not None and not (speech and announced(scene, after, content)):
        return None  # نشرت السعودية 30 ألف جندي says nothing
    if cue.category == "continuation":
        if content is None:
            return None
        source = speaker(scene, after, content, scene.words[at].key) if scene.words[at].key.startswith(("قول", "وقول")) else None
        return Scope(content, last, source or known, "carries on", (at, content))
    if content is None:
        return _suffix(scene, at, after, first, last)
    via = quoted_speaker(scene, after, content)
    if not speech and scene.words[after].key in _FIRMS and scene.words[at].key.lstrip("وف") in _RECORDING:
        return None  # سجلت الشركة انخفاضا قدره 73 بالمائة: she had it, she did not say it
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
        or scene.has(source.first, "titled")
        or scene.type_at(min(source.first + 1, source.last - 1)) == "NORP"
        or scene.type_at(source.first) == "LOC"
    )
    if source is not None and not named:
        doubtful = (
            not speech or scene.words[content - 1].key == "عن" or content - source.last > 3 or scene.words[at].key.lstrip("وف") in _TWOFOLD
        )
        source = None if doubtful else source
    if source is not None and via is None and source.last - source.first <= 2 and scene.words[source.first].key.endswith("نا"):
        source = known  # تشير معلوماتنا: those of the speaker
    if source is None and not _joined(scene, at, first):
        source, rule = speaker_before(scene, at, first), "speaker before the verb"
    if source is None:
        if scene.words[at - 1].key in ("قد", "وقد") and at > first + 1:
            return None  # وكانت وسائل التواصل (تويتر) قد أشارت إلى: the verb has its subject
        if not speech or (content - after > 2 and scene.words[at].key.lstrip("وف") in _TWOFOLD):
            return None
        if scene.words[at].key.lstrip("وف") in _TWOFOLD and not scene.tags[after].cues & {"that"}:
            return None
        source, rule = known, "same speaker as before"
        if cue.number == "p" and known is not None and not many(scene, known):
            return None  # قالوا is not what one man said
    else:
        source = resolved(scene, source, known)
    start = content
    return Scope(start, last, source, rule, (at, content)) if source is not None else None


# Verbs of saying that are also plain words: بين between, يقدر is estimated.
_TWOFOLD = frozenset(
    {"بين", "يقدر", "تقدر", "قدر", "قدرت", "يعتبر", "تعتبر", "اعتبر", "يري", "رجح", "ذكر", "يذكر", "كتب", "نشر", "نقل", "سجل"}
)


def _joined(scene: Scene, at: int, first: int) -> bool:
    """``وقال``, ``فأكد``: a verb that begins a clause of its own, with no subject before it; ``أما الوزير فأعلن`` has one."""
    if scene.words[first].key.lstrip("و") == "اما" and scene.words[at].key[0] == "ف":
        return False
    return scene.words[at].key[0] in "وف" and scene.words[at].key not in claim_lexicon().attribution_firsts


def _preposition(scene: Scene, at: int, after: int, first: int, last: int, known: Phrase | None) -> Scope | None:
    """``وفق الأمم المتحدة``, ``حسبما ذكر مسؤولون``: over the sentence before it, or what follows at its start."""
    i = after
    while i < last and i < after + 3 and (scene.words[i].key in _FILLERS or _verb(scene, i) or _whose(scene, i, last)):
        i += 1
    told = any(_verb(scene, w) for w in range(at, min(i, last)))
    if not told and any(scene.words[w].key in _WHAT for w in range(at, min(i, last))):
        if i >= last or not known_as(scene, i):
            return None  # وفق ما خطط له مسبقا
        i, told = i + 1, True
    if i >= last or scene.stop(i) or i in scene.numeral_at or i in scene.temporal_at:
        return None
    start = scene.words[i]
    if start.key.startswith("ل") and i not in scene.mention_at and scene.words[at].key.endswith("ما"):
        return None  # بحسب ما صرح به لمراسلنا, said to, not by
    cut = 1 if start.key.startswith("ل") and scene.words[after - 1].key in ("وفقا", "طبقا", "ووفقا", "وطبقا", "استنادا") else 0
    source = speaker(scene, i, last, "")
    issuer = _issuer(scene, source, last) if source is not None else None
    source = issuer or source
    if source is None or not (told or issuer is not None or _can_speak(scene, source)):
        return None  # حسب أسعار الفئة, وفق الحاجة
    source = resolved(scene, Phrase(source.first, source.last, max(cut, source.cut), source.ref, source.country), known)
    start_of_clause = _segment(scene, at, first)
    if at <= start_of_clause + 2:
        return Scope(min(source.last, last), last, source, "according to, at the head", (at, source.last))
    tail = _tail(scene, source.last, last)
    # وتتمثل البضاعة، وفق المصدر نفسه، في 2500 علبة: an aside holds for what follows it too.
    aside = scene.words[at - 1].text in _ASIDE and tail < last and scene.words[tail].text in _ASIDE and not _anew(scene, tail + 1, last)
    return Scope(start_of_clause, last if aside else at, source, "according to, after the fact", (at, tail))


def _issuer(scene: Scene, source: Phrase, last: int) -> Phrase | None:
    """``حصيلة للمرصد``, ``حسابات لرويترز``: papers that belong to who follows with ل."""
    i = source.last
    if i >= last or source.last - source.first > 2 or scene.words[source.first].key in _STATEMENTS or scene.type_at(source.first):
        return None
    key = scene.words[i].key
    if key[0] != "ل" or len(key) < 4 or not ("speaker" in tag("ا" + key if key[1] == "ل" else key[1:]).cues or scene.type_at(i) == "ORG"):
        return None
    end = scene.mention_end[i] if i in scene.mention_end else noun_phrase(scene, i, 5)[1]
    return Phrase(i, end, 1, phrase(scene, i, end).ref, phrase(scene, i, end).country)


_STATEMENTS = frozenset({"تقرير", "بيان", "بلاغ", "تصريحات", "تصريح", "متحدث", "ناطق", "مسوول", "مصدر", "مصادر", "مسوولين", "مدير", "رئيس"})


def _segment(scene: Scene, at: int, first: int) -> int:
    """Where the stretch after the last full stop, dots or semicolon before ``at`` begins."""
    low = max(first, at - REACH)
    while at > low and scene.words[at - 1].text not in STRONG:
        at -= 1
    return at


def _anew(scene: Scene, i: int, last: int) -> bool:
    """Whether a new statement begins after an aside: ``فيما``, ``وأصيب``."""
    return i >= last or scene.words[i].key in _NEW_CLAUSE or opens(scene, i)


def _can_speak(scene: Scene, source: Phrase) -> bool:
    """A person, a body, a state or its people, a title in quotation marks or Latin letters."""
    head = scene.words[source.first].key[source.cut :]
    if "speaker" in tag(head.removeprefix("لل" if head.startswith("لل") else "ل")).cues:
        return True  # وفقا لمسؤولين
    return speaks(scene, source.first, source.last) or any(
        scene.type_at(w) in ("LOC", "NORP") or scene.words[w].kind == "latin" or scene.words[w].text in QUOTES
        for w in range(source.first, source.last)
    )


_DASHES = frozenset({"-", "–", "—", "ـ"})
_WHAT = frozenset({"ما", "لما", "حسبما"})
_ASIDE = frozenset({"،", ",", "-", "–", "—"})
_NEW_CLAUSE = frozenset({"فيما", "بينما", "حيث", "لكن", "ولكن"})
_RECORDING = frozenset({"سجل", "سجلت", "يسجل", "تسجل", "سجلوا", "اظهر", "اظهرت"})
# Firms and markets have their figures: سجل المؤشر, سجلت الشركة.
_FIRMS = frozenset(
    {"شركه", "الشركه", "شركات", "الشركات", "البنك", "الموشر", "موشر", "السهم", "سهم", "المجموعه", "مجموعه", "السوق", "البورصه"}
)


def _tail(scene: Scene, i: int, last: int) -> int:
    """The end of a closing attribution: ``بحسب مكتب الصحة في عدن`` up to the next comma or stop."""
    while i < last and scene.words[i].text not in STRONG and scene.words[i].text not in _ASIDE:
        i += 1
    return i


_FILLERS = frozenset({"ما", "قد", "به", "عليه", "اليه", "اليها", "له", "لها", "عنه", "فيه"})


def _whose(scene: Scene, i: int, last: int) -> bool:
    """``وفق بيانات وزارة الصحة``: the ministry speaks; in ``وفق بيان صادر عنها`` the statement does."""
    return scene.words[i].key in _PAPERS and i + 1 < last and (scene.has(i + 1, "speaker") or scene.type_at(i + 1) in ("ORG", "PERSON"))


_PAPERS = frozenset({"بيانات", "احصاءات", "ارقام", "بيان", "تصريحات"})


def _verb(scene: Scene, i: int) -> bool:
    match = claim_lexicon().attribution.get([scene.words[i].key])
    return match is not None and match.category in ("verb", "relative")


def _suffix(scene: Scene, at: int, after: int, first: int, last: int) -> Scope | None:
    """``قتل عشرون شخصا، قال مسؤولون``: a verb of saying after a comma with nothing said after it."""
    mark = at - 2 if scene.words[at - 1].key == "كما" else at - 3 if scene.words[at - 1].key == "ما" else at - 1
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
            if any(scene.words[w].text in _DASHES for w in range(first, i)):
                return None  # واس- الرياض: a byline
            if not speaks(scene, first, i) or any(scene.tags[w].attribution and w not in scene.mention_at for w in range(first, i)):
                return None
            start = first
            while start < i and (scene.stop(start) or start in scene.skipped):
                start += 1
            return Scope(i + 1, last, phrase(scene, start, i), "speaker before a colon", (first, i + 1)) if start < i else None
        if scene.words[i].text in STRONG:
            return None
    return None
