"""Phrases of attribution: ``وفق الأمم المتحدة``, ``حسبما ذكر مسؤولون``, ``على حد قوله``, an agency in brackets."""

from __future__ import annotations

from arnews.speech.closes import segment, tail
from arnews.speech.extent import trimmed
from arnews.speech.heads import Head
from arnews.speech.lexicon import sign
from arnews.speech.model import Name, Saying
from arnews.speech.reading import Sentence
from arnews.speech.setting import COMMAS, QUOTES, Setting
from arnews.speech.speakers import capable, name, phrase_end, resolved, speaks, subject

_FILLED = 4


def saying(sentence: Sentence, head: Head) -> Saying | None:
    """The saying of a phrase of attribution, or None where it names nobody who speaks."""
    s, (at, after) = sentence.s, head.cue
    known = sentence.known()
    if head.rule.args.get("own"):
        start = segment(s, at, sentence.first)
        end = trimmed(s, start, at)
        if known is None or end <= start:
            return None
        return Saying(start, end, known, known, head.cue, head.cue, sentence.last, False, not sentence.out, head.rule.name)
    if head.rule.args.get("agency"):
        return _bracketed(sentence, head)
    source = _who(s, at, after, sentence.last)
    if source is None:
        return None
    return _placed(sentence, head, source, resolved(s, source, known))


def _bracketed(sentence: Sentence, head: Head) -> Saying | None:
    """``أصيب 12 شخصا (رويترز).``: the agency that reports the sentence."""
    s, at = sentence.s, head.cue[0]
    source = name(s, *head.cue)
    start = segment(s, at - 1, sentence.first)
    if sentence.out or at - start < 4:
        return None
    return Saying(start, at - 1, source, source, head.cue, (at - 1, head.cue[1] + 1), at - 1, False, False, head.rule.name)


def _who(s: Setting, at: int, after: int, last: int) -> Name | None:
    i, told = after, False
    while (
        i < last
        and i < after + _FILLED
        and (s.has(i, "whatever", "pointing", "auxiliary") or s.finite(i) or _told(s, i) or _whose(s, i, last))
    ):
        told = told or s.finite(i) or _told(s, i)
        i += 1
    whatever = any(s.has(w, "whatever") for w in range(at, min(i, last)))
    if (whatever and not told) or i >= last or s.mark(i) or i in s.numbers or i in s.temporal_at:
        return None  # وفق ما خطط له مسبقا
    cut = 1 if s.key(i)[0] == "ل" and i not in s.mention_at and s.words[after - 1].key.endswith("ا") else 0
    if whatever and s.key(i)[0] == "ل" and i not in s.mention_at:
        return None  # بحسب ما صرح به لمراسلنا, said to, not by
    source = _phrase(s, i, last, cut)
    if source is None or "no_voice" in sign(s.key(source.first)[source.cut :]).classes:
        return None  # وفقا لقانون الأسواق
    issued = _issuer(s, source, last)
    source = issued or source
    return source if told or issued is not None or _can_speak(s, source) else None


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
    return (
        s.has(i, "figures")
        and not s.key(i).startswith("ال")
        and i + 1 < last
        and not s.key(i + 1).endswith("ي")
        and (
            (s.has(i + 1, "speaker") and not s.signs[i + 1].cut) or (s.type_at(i + 1) in ("ORG", "PERSON") and not s.mention(i + 1)[2])  # type: ignore[index]
        )
    )


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
        speaks(s, source.first, source.last)
        or capable(s, source)
        or any(s.words[w].kind == "latin" or s.words[w].text in QUOTES for w in range(source.first, source.last))
    )


def _placed(sentence: Sentence, head: Head, source: Name, known: Name) -> Saying | None:
    """Over what precedes it in its sentence, or what follows where it stands at the head."""
    s, at = sentence.s, head.cue[0]
    start = segment(s, at, sentence.first)
    if at <= start + 2:
        content = source.last
        while content < sentence.last and (s.mark(content) or s.has(content, "that")) and s.words[content].text not in QUOTES:
            content += 1
        return sentence.spoken(content, known, head.cue, (at, content), head.rule.name, printed=source)
    end = tail(s, source.last, sentence.last)
    # وتتمثل البضاعة، وفق المصدر نفسه، في 2500 علبة: an aside holds for what follows it too.
    aside = _pause(s, at - 1) and end < sentence.last and _pause(s, end) and not _anew(s, end + 1, sentence.last)
    last = trimmed(s, start, at)
    reach = sentence.last if aside else at
    if last <= start:
        return None
    covered = any(x.first <= start + 1 or x.first < at for x in sentence.out if x.quotation)
    return Saying(start, last, source, known, head.cue, (at, end), reach, False, not covered, head.rule.name)


def _pause(s: Setting, i: int) -> bool:
    return s.words[i].text in COMMAS or s.has(i, "dash")


def _anew(s: Setting, i: int, last: int) -> bool:
    """Whether a new statement begins after an aside: ``فيما``, ``وأصيب``."""
    return i >= last or s.has(i, "turn") or (s.key(i)[0] == "و" and len(s.key(i)) > 3)
