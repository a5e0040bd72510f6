"""Speech that follows its words of saying: ``قال المتحدث إن``, ``مشيرا إلى أن``, ``أعلنت الوزارة وفاة خمسة``."""

from __future__ import annotations

from typing import NamedTuple

from arnews.grammar.units import COLON, QUOTES
from arnews.speech.extent import closing
from arnews.speech.heads import Head
from arnews.speech.lexicon import Verb
from arnews.speech.model import Name, Saying
from arnews.speech.phrases import past_openers
from arnews.speech.reading import Sentence
from arnews.speech.setting import Setting
from arnews.speech.speakers import agrees, before, capable, name, quoted, resolved, several, speaks, subject

_DAMMA = "\u064f"
_FAR = 2
# A name in quotation marks has at most so many words.
_NAME = 4
_SUBJECT_WITHIN = 6
_OWN_WITHIN = 14
_PAPER_WITHIN = 4
_Speaker = tuple[Name | None, str]
_DOUBTFUL = frozenset({"weak", "noun"})
_TWO_OBJECTS = frozenset({"accuse", "tell"})


class _Case(NamedTuple):
    """A head being read: its verb, the sentence, and how the speech stands after it (``that``, ``colon``, ``quote``, ``object``)."""

    sentence: Sentence
    head: Head
    verb: Verb
    manner: str

    @property
    def s(self) -> Setting:
        return self.sentence.s

    @property
    def at(self) -> int:
        return self.head.cue[0]

    @property
    def after(self) -> int:
        return self.head.cue[1]

    @property
    def announced(self) -> bool:
        """Whether أن, a mark, or ب and إلى before a verbal noun announce it: ``أفادت بوقوع``, ``أشار إلى وفاة``."""
        at = self.head.open
        return self.manner != "object" or self.s.preposition(at) == "ب" or (at > 0 and self.s.has(at - 1, "disclosing"))

    @property
    def joined(self) -> bool:
        """``وقال``, ``فأكد``: a verb that begins a clause of its own, with no subject before it; ``أما الوزير فأعلن`` has one."""
        s, at = self.s, self.at
        if s.has(self.sentence.first, "topic") and s.key(at)[0] == "ف":
            return False
        return s.signs[at].verb_cut == 1

    @property
    def begins(self) -> bool:
        """Whether a clause begins at the verb."""
        s, at = self.s, self.at
        if self.joined or at == self.sentence.first or s.mark(at - 1) or at - 1 in s.temporal_at:
            return True
        if s.has(at - 1, "goes_on", "turn", "auxiliary", "aside"):
            return True
        return s.has(self.sentence.first, "link", "adjunct")  # وفي معرض رده على سؤال قال


def saying(sentence: Sentence, head: Head) -> Saying | None:
    """The saying of a head that opens speech, or None where the words say nothing after all."""
    s = sentence.s
    verb = s.signs[head.cue[0]].verb
    if verb is None:
        return None
    case = _Case(sentence, head, verb, head.rule.args["after"])
    found = _carried(case) if verb.shape in ("participle", "own") else _said(case)
    if found is None:
        return None
    printed, rule = found
    source = resolved(s, printed, sentence.known() or sentence.memory.actor) if printed is not None else None
    content = _content(case)
    return sentence.spoken(
        content, source, head.cue, (case.at, content), rule,
        printed=printed, quotation=_quotation(case, content), after_colon=case.manner in ("colon", "quote"),
    )  # fmt: skip


def _content(case: _Case) -> int:
    """The first word of what is said: after a bare أن or a colon, but ``أنه`` belongs to it."""
    at = case.head.open
    return at + 1 if case.manner == "colon" or (case.manner == "that" and case.s.key(at)[-1] == "ن") else at


def _quotation(case: _Case, content: int) -> bool:
    """``أشار إلى وفاة خمسة`` reports what ``أعلن وفاة خمسة`` only names; after that ``وأن`` goes on with a statement."""
    s = case.s
    if case.manner != "object" or ("pointed" in case.head.rule.args and s.has(content - 1, "toward")):
        return True
    return any(s.has(w, "that") and s.key(w)[0] == "و" for w in range(content, case.sentence.last))


def _carried(case: _Case) -> _Speaker | None:
    """Participles and قوله: the speaker after them, the one who is quoted before them, or the one who spoke last."""
    s, sentence, verb = case.s, case.sentence, case.verb
    if verb.shape == "own":
        return _own(case)
    follows = subject(s, case.after, case.head.open) if "accuse" not in verb.takes else None
    if follows is not None and speaks(s, follows.first, follows.last):
        return follows, "carries on"
    here = [x.source for x in reversed(sentence.out) if x.source is not None]
    known = next((x for x in here if agrees(s, x, verb)), here[0] if here else None) or _main_subject(case)
    known = known or sentence.known(verb)
    return (known, "carries on") if known is not None else None


def _own(case: _Case) -> _Speaker:
    """``عن مصدر أمني قوله إن``."""
    s = case.s
    for j in range(case.at - 1, max(case.sentence.first, case.at - _OWN_WITHIN) - 1, -1):
        if s.has(j, "from_whom", "toward") and (found := subject(s, j + 1, case.at)) is not None:
            return found, "one who is quoted"
    return case.sentence.known(), "carries on"


def _main_subject(case: _Case) -> Name | None:
    """``طالب مجلس المحافظة بوقف القصف، كاشفا عن``: who the sentence is about, when a word of saying comes later in it."""
    s, first, at = case.s, case.sentence.first, case.at
    if at <= first + 1:
        return None
    found = _about(case.sentence, at, first + 1 if _may_be_subject(case, first + 1) else None)
    return found if found is not None and agrees(s, found, case.verb) else None


def _may_be_subject(case: _Case, w: int) -> bool:
    """A definite noun that agrees, or a state, right after the first word: ``رفضت الحكومة``, ``قررت روسيا``."""
    s = case.s
    return s.type_at(w) == "LOC" or (s.definite(w) and (case.verb.gender == "f") == (s.key(w)[-1] == "ه"))


def actor(sentence: Sentence) -> Name | None:
    """The person or body that a sentence without speech is about: who may speak in the next one without being named again."""
    return _about(sentence, sentence.last, None)


def _about(sentence: Sentence, limit: int, also: int | None) -> Name | None:
    """The first person, body or speaker of a sentence, near its beginning and under no preposition; ``also`` a word that is one too."""
    s, first = sentence.s, sentence.first
    if s.has(first, "happened"):
        return None  # قتل محمد علي، وأضاف أن
    for w in range(first, min(limit, first + _SUBJECT_WITHIN)):
        if w in s.temporal_at or s.has(w, "aside", "auxiliary", "goes_on"):
            continue
        if s.mark(w) or s.has(w, "adjunct", "that", "turn", "whatever") or (s.has(w, "link") and w == first):
            return None
        if w == also or s.type_at(w) in ("PERSON", "ORG") or (s.has(w, "speaker") and not s.signs[w].cut):
            mention = s.mention(w)
            return subject(s, w, limit, strict=True) if mention is None or mention[2] == 0 else None
    return None


def _said(case: _Case) -> _Speaker | None:
    head, verb = case.head, case.verb
    if _otherwise(case):
        return None
    if "paper" in verb.takes:
        return _paper(case)
    if head.relays is not None or "news" in verb.takes:
        return _relayed(case)
    found = _subject(case)
    if found is not None and not _may_say(case, found):
        return None
    if found is None and "appears" in verb.takes and verb.shape == "imperfect":
        return None  # تبين أن: it turned out
    return (found, "verb of saying") if found is not None else _unsaid(case)


def _otherwise(case: _Case) -> bool:
    """``يتحدث العربية`` is a language that one speaks, and ``ويدعى سلفادور`` how one is called."""
    s = case.s
    if case.at in s.mention_at or ("only_that" in case.verb.takes and case.manner != "that"):
        return True
    if "only_quote" in case.verb.takes and not _quotes_more_than_a_name(case):
        return True  # دعا إلى أن; but دعا إلى "حوار بلا شروط مع الجميع"
    return case.after < len(s.words) and s.has(case.after, "language")


def _quotes_more_than_a_name(case: _Case) -> bool:
    if case.manner != "quote":
        return False
    end = closing(case.s, case.head.open)
    return end is not None and end - case.head.open > _NAME


def _relayed(case: _Case) -> _Speaker | None:
    """``نقلت رويترز عن مسؤول أن``, ``أفادت القناة نقلا عن ضابط بأن``: the one who is quoted."""
    s, head = case.s, case.head
    if head.relays is not None:
        found = subject(s, head.relays, head.open)
    else:
        found = quoted(s, case.after, head.open) or (subject(s, case.after, head.open) if case.manner == "that" and case.begins else None)
    return (found, "one who is quoted") if found is not None else None


def _subject(case: _Case) -> Name | None:
    if case.verb.number != "s":
        return None  # فأبلغا السلطات: a verb with an ending of its own has no subject after it
    two = bool(case.verb.takes & _TWO_OBJECTS)
    if two and case.after not in case.s.mention_at and case.s.ends(case.after, "oblique") and case.s.definite(case.after):
        return None  # ويتهم المعارضين بأنهم
    found = subject(case.s, case.after, case.head.open, strict=case.manner == "object" or two)
    return None if two and found is not None and not agrees(case.s, found, case.verb) else found  # تقرير الفريق اتهم المجموعة


def _may_say(case: _Case, found: Name) -> bool:
    """Whether the words after the verb are its speaker."""
    s = case.s
    if case.manner == "object":
        return _may_announce(case, found)
    if not case.verb.takes & _DOUBTFUL or (case.begins and "further" in case.verb.takes):
        return True
    if capable(s, found) or s.has(found.first, "kin"):
        return case.begins or "noun" not in case.verb.takes  # في اتصال بين تميم وروحاني
    return case.begins and (case.manner == "that" or _marked(s, case.head.open))


def _marked(s: Setting, at: int) -> bool:
    """Whether a quotation mark opens here, or right after a colon."""
    return s.words[at].text in QUOTES or (s.words[at].text == COLON and at + 1 < len(s.words) and s.words[at + 1].text in QUOTES)


def _may_announce(case: _Case, found: Name) -> bool:
    """Whether the words before a verbal noun or a number are who announces it."""
    s, takes = case.s, case.verb.takes
    if "weak" in takes and not (case.announced and s.has(case.head.open, "verbal_noun")):
        return False  # أقر المجلس خطة لبناء 900 وحدة
    if "record" in takes:
        # سجلت الشركة انخفاضا قدره 73 بالمائة: she had it, she did not say it
        return speaks(s, found.first, found.first + 1) and not s.has(found.first, "firm", "total")
    if not case.announced and _between(case, found) > _FAR:
        return False  # وعدت الحكومة بتعزيز الأمن غداة هجوم أودى بحياة 32
    if "estimate" in takes:
        return s.has(found.first, "speaker") or s.type_at(found.first) in ("ORG", "PERSON")
    return capable(s, found) or (case.announced and s.key(found.first)[-1] != "ا")


def _between(case: _Case, found: Name) -> int:
    s = case.s
    start = past_openers(s, found.last, case.head.open)
    return sum(1 for w in range(start, case.head.open) if w not in s.temporal_at and not s.mark(w))


def _unsaid(case: _Case) -> _Speaker | None:
    """The speaker of a verb without a subject after it: the words before it, or who spoke last."""
    s, sentence, verb, manner = case.s, case.sentence, case.verb, case.manner
    plain = "noun" not in verb.takes
    if not case.joined and (plain or manner == "that") and (found := before(s, case.at, sentence.first)) is not None:
        return found, "speaker before the verb"
    if not (case.begins and case.announced and (plain or manner != "object")):
        return None
    known = None if _impersonal(case) else _known(case)
    if known is not None:
        return known, "same speaker as before"
    return None if manner == "object" or verb.takes & _DOUBTFUL else (None, "speaker unnamed")


def _impersonal(case: _Case) -> bool:
    """``ويذكر أن``, ``يُعتقد أن``: nobody says it."""
    word = case.s.words[case.at]
    passive = word.text[case.s.signs[case.at].verb_cut + 1 :][:1] == _DAMMA
    return passive or ("impersonal" in case.verb.takes and case.verb.shape == "imperfect" and case.verb.gender == "m")


def _known(case: _Case) -> Name | None:
    """Whom a verb without a subject means: who the sentence is about, who spoke last, or whom the sentence before was about."""
    s, sentence = case.s, case.sentence
    turned = case.at > 0 and s.has(case.at - 1, "turn_he")
    known = None if sentence.out and not turned else _main_subject(case)
    known = known or sentence.known(case.verb)
    if known is None or (case.verb.gender == "f" and s.type_at(known.first) == "PERSON" and _feminine(s, sentence.memory.actor)):
        known = sentence.memory.actor or known  # قلصت الوكالة توقعاتها. وقالت إن
    # قالوا is not what one man said.
    return None if known is not None and case.verb.number == "p" and not several(s, known) else known


def _feminine(s: Setting, found: Name | None) -> bool:
    return found is not None and s.type_at(found.first) != "PERSON" and s.ends(found.first, "feminine_ending")


def _paper(case: _Case) -> _Speaker | None:
    """``جاء في بيان للوزارة أن``: the paper, or whose it is."""
    s, end = case.s, case.head.open
    for w in range(case.after, min(end - 1, case.after + _PAPER_WITHIN)):
        if s.has(w, "at_place"):
            last = next((x for x in range(w + 1, end) if _ends_paper(s, x)), end)
            return (name(s, w + 1, last), "words of a paper") if last > w + 1 else None
    found = subject(s, case.after, end)
    paper = found is not None and (s.has(found.first, "statement") or s.definite(found.first))
    return (found, "words of a paper") if paper else None


def _ends_paper(s: Setting, x: int) -> bool:
    """``بيان صادر عن الحكومة`` goes on past عن, and ends before a date or ``على الإنترنت``."""
    return x in s.temporal_at or s.mark(x) or s.has(x, "relative") or (s.has(x, "adjunct") and not s.has(x, "from_whom"))
