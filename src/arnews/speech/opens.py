"""Speech that follows its words of saying: ``قال المتحدث إن``, ``مشيرا إلى أن``, ``أعلنت الوزارة وفاة خمسة``."""

from __future__ import annotations

from arnews.speech.heads import Head
from arnews.speech.lexicon import Verb
from arnews.speech.model import Name, Saying
from arnews.speech.reading import Sentence
from arnews.speech.setting import COLON, QUOTES, Setting
from arnews.speech.speakers import agrees, before, capable, name, past_openers, quoted, resolved, several, speaks, subject

_FAR = 2
_Speaker = tuple[Name | None, str]
_DOUBTFUL = frozenset({"weak", "noun"})
_TWO_OBJECTS = frozenset({"accuse", "tell"})
_SUBJECT_WITHIN = 6


def saying(sentence: Sentence, head: Head) -> Saying | None:
    """The saying of a head that opens speech, or None where the words say nothing after all."""
    s, at, after = sentence.s, head.cue[0], head.cue[1]
    verb = s.signs[at].verb
    if verb is None:
        return None
    content = _content(s, head)
    manner = head.rule.args["after"]
    found = _carried(sentence, head, verb) if verb.shape in ("participle", "own") else _said(sentence, head, verb, manner)
    if found is None:
        return None
    printed, rule = found
    source = resolved(s, printed, sentence.known() or sentence.memory.actor) if printed is not None else None
    # أشار إلى وفاة خمسة reports what أعلن وفاة خمسة only names.
    pointed = "pointed" in head.rule.args and s.has(content - 1, "toward")
    quotation = manner != "object" or pointed or _goes_on(s, content, sentence.last)
    return sentence.spoken(
        content, source, (at, after), (at, content), rule, printed=printed, quotation=quotation, after_colon=manner in ("colon", "quote"),
    )  # fmt: skip


def _content(s: Setting, head: Head) -> int:
    """The first word of what is said: after a bare أن or a colon, but ``أنه`` belongs to it."""
    manner = head.rule.args["after"]
    if manner == "colon" or (manner == "that" and s.key(head.open).endswith("ن")):
        return head.open + 1
    return head.open


def _goes_on(s: Setting, content: int, last: int) -> bool:
    """``أعلنت صد أغلب الضربات وأن الهجوم ألحق أضرارا``: after a verbal noun a statement may follow."""
    return any(s.has(w, "that") and s.key(w)[0] == "و" for w in range(content, last))


def _carried(sentence: Sentence, head: Head, verb: Verb) -> _Speaker | None:
    """Participles and قوله: the speaker after them, the one who is quoted before them, or the one who spoke last."""
    s, at, after = sentence.s, head.cue[0], head.cue[1]
    if verb.shape == "own":
        for j in range(at - 1, max(sentence.first, at - 14) - 1, -1):
            if s.key(j) == "عن" and (found := subject(s, j + 1, at)) is not None:
                return found, "one who is quoted"
        own = subject(s, after, head.open) if s.key(at).endswith("ول") else None
        known = own or sentence.known()
        return known, "carries on"
    follows = subject(s, after, head.open) if "accuse" not in verb.takes else None
    if follows is not None and speaks(s, follows.first, follows.last):
        return follows, "carries on"
    here = [x.source for x in reversed(sentence.out) if x.source is not None]
    known = next((x for x in here if agrees(s, x, verb)), here[0] if here else None) or _main_subject(sentence, at, verb)
    known = known or sentence.known(verb)
    return (known, "carries on") if known is not None else None


def _main_subject(sentence: Sentence, at: int, verb: Verb) -> Name | None:
    """``طالب مجلس المحافظة بوقف القصف، كاشفا عن``: who the sentence is about, when a word of saying comes later in it."""
    s, first = sentence.s, sentence.first
    if at <= first + 1 or s.has(first, "happened"):
        return None  # قتل محمد علي، وأضاف أن
    for w in range(first, min(at, first + _SUBJECT_WITHIN)):
        if w in s.temporal_at or s.has(w, "aside", "auxiliary", "goes_on"):
            continue
        if s.mark(w) or s.has(w, "adjunct", "that", "turn") or (s.has(w, "link") and w == first):
            return None
        bare = w == first + 1 and s.key(w).startswith("ال") and (verb.gender == "f") == s.key(w).endswith("ه")
        if (
            s.type_at(w) in ("PERSON", "ORG")
            or (s.has(w, "speaker") and not s.signs[w].cut)
            or bare
            or (s.type_at(w) == "LOC" and w == first + 1)
        ):
            mention = s.mention(w)
            found = subject(s, w, at, strict=True) if mention is None or mention[2] == 0 else None
            return found if found is not None and agrees(s, found, verb) else None
    return None


def actor(sentence: Sentence) -> Name | None:
    """The person or body that a sentence without speech is about: who may speak in the next one without being named again."""
    s, first = sentence.s, sentence.first
    if s.has(first, "happened"):
        return None
    for w in range(first, min(sentence.last, first + _SUBJECT_WITHIN)):
        if w in s.temporal_at or s.has(w, "aside", "auxiliary", "goes_on"):
            continue
        if s.mark(w) or s.has(w, "adjunct", "that", "turn") or (s.has(w, "link") and w == first):
            return None
        mention = s.mention(w)
        if (s.type_at(w) in ("PERSON", "ORG") and mention is not None and not mention[2]) or (s.has(w, "speaker") and not s.signs[w].cut):
            return subject(s, w, sentence.last, strict=True)
    return None


def _said(sentence: Sentence, head: Head, verb: Verb, manner: str) -> _Speaker | None:
    s, at, after = sentence.s, head.cue[0], head.cue[1]
    announced = manner != "object" or _announced(s, head.open)
    if at in s.mention_at or _twofold(s, at, after):
        return None
    if "paper" in verb.takes:
        return _paper(sentence, head)
    if head.relays is not None:
        found = subject(s, head.relays, head.open)
        return (found, "one who is quoted") if found is not None else None
    if "news" in verb.takes:
        found = quoted(s, after, head.open) or (subject(s, after, head.open) if manner != "object" else None)
        return (found, "one who is quoted") if found is not None else None
    # فأبلغا السلطات: a verb with an ending of its own has no subject after it.
    strict = manner == "object" or bool(verb.takes & _TWO_OBJECTS)
    found = subject(s, after, head.open, strict=strict) if verb.number == "s" else None
    if found is not None and verb.takes & _TWO_OBJECTS and not agrees(s, found, verb):
        found = None  # تقرير الفريق اتهم المجموعة
    if found is not None and not _may_say(s, found, head, verb, manner, announced, _begins(sentence, at)):
        if manner == "object":
            return None
        found = None
    if found is not None:
        return found, "verb of saying"
    return _unsaid(sentence, head, verb, manner)


def _twofold(s: Setting, at: int, after: int) -> bool:
    """``تحدث العربية`` is a language; ``بين`` and ``ذكر`` inside of a noun phrase say nothing."""
    return after < len(s.words) and s.has(after, "language")


def _announced(s: Setting, at: int) -> bool:
    """Whether ب or إلى announces the verbal noun: ``أفادت بوقوع``, ``أشار إلى وفاة``."""
    cut = s.signs[at].cut
    return (cut > 0 and s.key(at)[cut - 1] == "ب") or (at > 0 and s.has(at - 1, "disclosing"))


def _quoted(s: Setting, at: int) -> bool:
    """Whether a quotation mark opens here, or right after a colon."""
    return s.words[at].text in QUOTES or (s.words[at].text == COLON and at + 1 < len(s.words) and s.words[at + 1].text in QUOTES)


def _may_say(s: Setting, found: Name, head: Head, verb: Verb, manner: str, announced: bool, begins: bool) -> bool:
    """Whether the words after the verb are its speaker."""
    if ("noun" in verb.takes or "weak" in verb.takes) and manner != "object":
        return capable(s, found) or s.has(found.first, "kin") or (manner == "that" and begins) or (begins and _quoted(s, head.open))
    if manner != "object":
        return True
    if "weak" in verb.takes and not announced:
        return False  # أقر المجلس خطة لبناء 900 وحدة
    if "record" in verb.takes:
        # سجلت الشركة انخفاضا قدره 73 بالمائة: she had it, she did not say it
        return speaks(s, found.first, found.first + 1) and not s.has(found.first, "firm", "total")
    start = past_openers(s, found.last, head.open)
    between = sum(1 for w in range(start, head.open) if w not in s.temporal_at and not s.mark(w))
    if between > _FAR and not announced:
        return False  # وعدت الحكومة بتعزيز الأمن غداة هجوم أودى بحياة 32
    if "estimate" in verb.takes:
        return s.has(found.first, "speaker") or s.type_at(found.first) in ("ORG", "PERSON")
    return capable(s, found) or (announced and not s.key(found.first).endswith("ا"))


def _joined(sentence: Sentence, at: int) -> bool:
    """``وقال``, ``فأكد``: a verb that begins a clause of its own, with no subject before it; ``أما الوزير فأعلن`` has one."""
    s = sentence.s
    if s.has(sentence.first, "topic") and s.key(at)[0] == "ف" and s.signs[at].verb_cut:
        return False
    return s.signs[at].verb_cut == 1


def _begins(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at the verb."""
    s = sentence.s
    if _joined(sentence, at) or at == sentence.first or s.mark(at - 1):
        return True
    return s.has(at - 1, "goes_on", "turn", "auxiliary")


def _unsaid(sentence: Sentence, head: Head, verb: Verb, manner: str) -> _Speaker | None:
    """The speaker of a verb without a subject after it: the words before it, or who spoke last."""
    s, at = sentence.s, head.cue[0]
    spoken = "noun" not in verb.takes or manner == "that"
    if spoken and not _joined(sentence, at) and (found := before(s, at, sentence.first)) is not None:
        return found, "speaker before the verb"
    if manner == "object" and not _announced(s, head.open):
        return None
    if "noun" in verb.takes and not (manner in ("that", "quote", "colon") and _begins(sentence, at)):
        return None
    if not _begins(sentence, at):
        return None
    turned = at > 0 and s.has(at - 1, "turn") and s.key(at - 1).endswith(("ه", "ها"))
    known = None if sentence.out and not turned else _main_subject(sentence, at, verb)
    known = known or sentence.known(verb) or sentence.memory.actor
    if known is not None and verb.number == "p" and not several(s, known):
        known = None  # قالوا is not what one man said
    if known is None and (manner == "object" or verb.takes & _DOUBTFUL):
        return None
    return known, "same speaker as before" if known is not None else "speaker unnamed"


def _paper(sentence: Sentence, head: Head) -> _Speaker | None:
    """``جاء في بيان للوزارة أن``: the paper, or whose it is."""
    s = sentence.s
    for w in range(head.cue[1], min(head.open, head.cue[1] + 4)):
        if s.key(w) == "في" and w + 1 < head.open:
            last = next((x for x in range(w + 1, head.open) if x in s.temporal_at or s.mark(x) or s.has(x, "relative")), head.open)
            return (name(s, w + 1, last), "words of a paper") if last > w + 1 else None
    found = subject(s, head.cue[1], head.open)
    return (
        (found, "words of a paper")
        if found is not None and (s.has(found.first, "statement") or s.key(found.first).startswith("ال"))
        else None
    )
