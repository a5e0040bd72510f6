"""Phrases of attribution: ``وفق الأمم المتحدة``, ``حسبما ذكر مسؤولون``, ``على حد قوله``, an agency in brackets."""

from __future__ import annotations

from arnews.grammar.units import QUOTES
from arnews.speech.closes import segment, tail
from arnews.speech.extent import trimmed
from arnews.speech.heads import Head
from arnews.speech.lexicon import sign
from arnews.speech.model import Name, Saying
from arnews.speech.phrases import phrase_end
from arnews.speech.reading import Sentence
from arnews.speech.setting import COMMAS, Setting
from arnews.speech.speakers import capable, name, resolved, speaks, subject

_FILLED = 4
_THAT_WITHIN = 25


def saying(sentence: Sentence, head: Head) -> Saying | None:
    """The saying of a phrase of attribution, or None where it names nobody who speaks."""
    s, (at, after) = sentence.s, head.cue
    known = sentence.known()
    if head.rule.args.get("own"):
        return _own(sentence, head, known)
    if head.rule.args.get("agency"):
        return _bracketed(sentence, head)
    source = _who(s, at, after, sentence.last)
    if source is None:
        return None
    return _placed(sentence, head, source, resolved(s, source, known))


def _own(sentence: Sentence, head: Head, known: Name | None) -> Saying | None:
    """``على حد قوله``: of whoever spoke last."""
    start = segment(sentence.s, head.cue[0], sentence.first)
    end = trimmed(sentence.s, start, head.cue[0])
    if known is None or end <= start:
        return None
    return Saying(start, end, known, known, head.cue, head.cue, sentence.last, False, not sentence.out, head.rule.name)


def _bracketed(sentence: Sentence, head: Head) -> Saying | None:
    """``أصيب 12 شخصا (رويترز).``: the agency that reports the sentence."""
    s, at = sentence.s, head.cue[0]
    source = name(s, *head.cue)
    start = segment(s, at - 1, sentence.first)
    if sentence.out or at - start < 4:
        return None
    return Saying(start, at - 1, source, source, head.cue, (at - 1, head.cue[1] + 1), at - 1, False, False, head.rule.name)


def _who(s: Setting, at: int, after: int, last: int) -> Name | None:
    """Who is named after the phrase, past ``ما أعلنته`` and ``بيانات``; None where nobody who speaks is."""
    i, told = _past_fillers(s, after, min(last, after + _FILLED), last)
    whatever = any(s.has(w, "whatever") for w in range(at, min(i, last)))
    if (whatever and not told) or i >= last or not _wordy(s, i):
        return None  # وفق ما خطط له مسبقا
    attached = s.key(i)[0] == "ل" and i not in s.mention_at
    if whatever and attached:
        return None  # بحسب ما صرح به لمراسلنا, said to, not by
    source = _phrase(s, i, last, int(attached and s.key(after - 1)[-1] == "ا"))
    if source is None or "no_voice" in sign(s.key(source.first)[source.cut :]).classes:
        return None  # وفقا لقانون الأسواق
    issued = _issuer(s, source, last)
    if issued is not None:
        return issued
    return source if told or _can_speak(s, source) else None


def _wordy(s: Setting, i: int) -> bool:
    return not (s.mark(i) or i in s.numbers or i in s.temporal_at)


def _past_fillers(s: Setting, i: int, limit: int, last: int) -> tuple[int, bool]:
    """Past ``ما``, ``به``, verbs of saying and papers that belong to who follows; whether a verb was among them."""
    told = False
    while i < limit:
        verb = s.finite(i) or _told(s, i)
        if not (verb or s.has(i, "whatever", "pointing", "auxiliary") or _whose(s, i, last)):
            break
        told = told or verb
        i += 1
    return i, told


def _phrase(s: Setting, i: int, last: int, cut: int) -> Name | None:
    mention = s.mention(i)
    if cut or (mention is not None and mention[2]):
        return name(s, i, phrase_end(s, i, last), cut)
    return subject(s, i, last)


def _told(s: Setting, i: int) -> bool:
    """A verb of saying with its object pronoun: ``وفق ما أوردته وسائل الإعلام``."""
    verb = s.signs[i].verb
    return verb is not None and verb.shape == "relative"


def _whose(s: Setting, i: int, last: int) -> bool:
    """``وفق بيانات وزارة الصحة``: the ministry speaks; in ``وفق بيان صادر عنها`` the statement does."""
    after = i + 1
    if not s.has(i, "figures") or s.definite(i) or after >= last or s.preposition(after):
        return False
    return (s.has(after, "speaker") and not s.ends(after, "nisba")) or s.type_at(after) in ("ORG", "PERSON")


def _issuer(s: Setting, source: Name, last: int) -> Name | None:
    """``حصيلة للمرصد``, ``حسابات لرويترز``: papers that belong to who follows with ل."""
    i = source.last
    if i >= last or source.last - source.first > 2 or not s.has(source.first, "statement") or s.has(source.first, "speaker"):
        return None  # بيان للجيش speaks for the army by itself
    key = s.key(i)
    if key[0] != "ل" or len(key) < 4:
        return None
    mention = s.mention(i)
    if mention is not None and s.type_at(i) == "ORG":
        return name(s, i, mention[1])
    rest = ("ا" + key[1:]) if key[1] == "ل" else key[1:]
    if "speaker" not in sign(rest).classes:
        return None
    return name(s, i, phrase_end(s, i, last), 1)


def _can_speak(s: Setting, source: Name) -> bool:
    """A person, a body, a state or its people, a title in quotation marks or Latin letters."""
    return (
        speaks(s, source.first, min(source.last, source.first + 2))
        or capable(s, source)
        or any(s.words[w].kind == "latin" or s.words[w].text in QUOTES for w in range(source.first, source.last))
    )


def _placed(sentence: Sentence, head: Head, source: Name, known: Name) -> Saying | None:
    """Over what precedes it in its sentence, or what follows where it stands at the head."""
    s, at = sentence.s, head.cue[0]
    start = segment(s, at, sentence.first)
    if at <= start + 2:
        return _at_the_head(sentence, head, source, known)
    last = trimmed(s, start, at)
    return _after_the_fact(sentence, head, source, known, start, last) if last > start else None


def _at_the_head(sentence: Sentence, head: Head, source: Name, known: Name) -> Saying | None:
    s, at = sentence.s, head.cue[0]
    # ووفقا للبيان، الذي نشرته الصحيفة اليوم، فإن المشاركين سيتدربون
    ahead = range(source.last, min(sentence.last, source.last + _THAT_WITHIN))
    content = next((w for w in ahead if s.has(w, "that") and s.key(w)[0] == "ف"), source.last)
    while content < sentence.last and (s.mark(content) or s.has(content, "that")) and s.words[content].text not in QUOTES:
        content += 1
    return sentence.spoken(content, known, head.cue, (at, content), head.rule.name, printed=source)


def _after_the_fact(sentence: Sentence, head: Head, source: Name, known: Name, start: int, last: int) -> Saying:
    s, at = sentence.s, head.cue[0]
    end = tail(s, source.last, sentence.last)
    # وتتمثل البضاعة، وفق المصدر نفسه، في 2500 علبة: an aside holds for what follows it too.
    aside = _pause(s, at - 1) and end < sentence.last and _pause(s, end) and not _anew(s, end + 1, sentence.last)
    reach = sentence.last if aside else at
    after = trimmed(s, end + 1, sentence.last) if aside else end
    if aside and after - end - 1 > last - start and not sentence.out:
        # وتعد البحيرة، بحسب العلماء، الأقدم في القارة: the longer part of the statement that it parts.
        whole = Saying(start, last, source, known, head.cue, (at, end), reach, False, False, head.rule.name)
        sentence.out.append(whole)
        start, last = end + 1, after
        return Saying(start, last, source, known, head.cue, head.cue, reach, False, True, head.rule.name, inner=True)
    covered = any(x.first <= start + 1 or x.first < at for x in sentence.out if x.quotation)
    return Saying(start, last, source, known, head.cue, (at, end), reach, False, not covered, head.rule.name)


def _pause(s: Setting, i: int) -> bool:
    return s.words[i].text in COMMAS or s.has(i, "dash")


def _anew(s: Setting, i: int, last: int) -> bool:
    """Whether a new statement begins after an aside: ``فيما``, ``وأصيب``."""
    return i >= last or s.has(i, "turn") or (s.key(i)[0] == "و" and len(s.key(i)) > 3)
