"""Noun phrases that can name a speaker: where they begin, and where they end."""

from __future__ import annotations

from arnews.grammar.units import QUOTES
from arnews.speech.lexicon import sign
from arnews.speech.setting import COMMAS, Setting, quoted_name
from arnews.text.words import has_article

LONGEST = 16
_ASIDE = 12
_TITLED = 7
# No word of these classes stands inside the phrase of a speaker.
_OUTSIDE = ("that", "adjunct", "relative", "turn", "aside", "auxiliary", "not_speaker", "to", "event", "total", "toll")


def phrase_end(s: Setting, first: int, limit: int, *, strict: bool = False) -> int:
    """The end (exclusive) of the noun phrase that begins at the word."""
    last = _end(s, first, min(limit, first + LONGEST), strict)
    while last > first + 1 and s.has(last - 1, "link"):
        last -= 1
    return last


def past_openers(s: Setting, i: int, limit: int) -> int:
    """Past what stands between a verb and its subject: adverbs, dates, asides in dashes, the medium (``لوكالة رويترز``)."""
    while i < limit:
        if i in s.temporal_at or s.has(i, "aside", "pointing") or s.words[i].text in QUOTES:
            i += 1
        elif s.has(i, "at_place") and i + 1 < limit and s.has(i + 1, "in_this"):
            i += 3 if i + 2 < limit and s.has(i + 2, "in_this", "itself") else 2  # وشدد في هذا الصدد وزير الاقتصاد
        elif s.has(i, "dash") and (closing := _dash(s, i, limit)) is not None:
            i = closing + 1
        elif told_to(s, i):
            i = _medium_end(s, i, limit)
        else:
            break
    return i


def _dash(s: Setting, i: int, limit: int) -> int | None:
    return next((w for w in range(i + 1, min(limit, i + _ASIDE)) if s.has(w, "dash")), None)


def told_to(s: Setting, i: int) -> bool:
    """``لرويترز``, ``للصحافيين``, ``لـ"الأخبار"``: to whom it was said."""
    mention = s.mention(i)
    if mention is not None:
        return mention[0] == i and mention[2] > 0 and s.preposition(i) == "ل" and _medium(s, i, mention[1])
    return s.has(i, "to") or (s.has(i, "medium") and s.preposition(i) == "ل")


def _medium(s: Setting, first: int, last: int) -> bool:
    mention = s.mention(first)
    name = s.key(first)[mention[2] if mention is not None else 0 :]
    return s.has(first, "medium") or "medium" in sign(name).classes or s.words[last - 1].kind == "latin"


def _medium_end(s: Setting, i: int, limit: int) -> int:
    mention = s.mention(i)
    j = mention[1] if mention is not None else i + 1
    end = min(limit, j + _TITLED)
    while j < end:
        closing = quoted_name(s, j)
        if closing is not None:
            j = closing + 1
        elif (inside := s.mention(j)) is not None and inside[2] == 0:
            j = inside[1]
        elif s.definite(j) and not s.has(j, "speaker"):
            j += 1
        else:
            break
    return j


def may_begin(s: Setting, i: int) -> bool:
    """Whether a speaker can begin at the word: no preposition, adverb, mark or number."""
    mention = s.mention(i)
    if mention is not None:
        # A name after a preposition is no subject: فقالت للجزيرة إن.
        return mention[0] == i and not s.preposition(i)
    if s.mark(i) or i in s.numbers or s.has(i, "not_speaker", "adjunct", "link", "that", "relative", "auxiliary", "turn"):
        return False
    if s.has(i, "verbal_noun", "total") and not s.has(i, "speaker", "statement", "kin"):
        return False  # أعلن لاحقا ارتفاع التقديرات
    return not s.preposition(i) and not _for(s, i) and not s.finite(i)


def _for(s: Setting, i: int) -> bool:
    """A word that begins with ل and that no table knows whole: ``لمراسلنا``."""
    if s.has(i, "named") and not s.has(i, "medium"):
        return False  # مسؤول العلاقات لحركة حماس
    return s.key(i)[0] == "ل" and len(s.key(i)) > 3 and (s.signs[i].cut > 0 or not s.signs[i].classes)


def _end(s: Setting, first: int, limit: int, strict: bool) -> int:
    j = first
    while j < limit:
        mention = s.mention(j)
        if mention is not None and mention[1] > j:
            after, ends = _past_name(s, first, j, min(mention[1], limit), limit, strict)
            if ends:
                return after
            j = after
            continue
        closing = quoted_name(s, j) if j > first else None
        if closing is not None and closing < limit:
            j = closing + 1  # كتيبة "شهداء الزاوية" الليبية
        elif j == first or _inside(s, first, j, limit, strict):
            j += 1
        else:
            return _named_after(s, j, limit) or j
    return j


def _past_name(s: Setting, first: int, j: int, after: int, limit: int, strict: bool) -> tuple[int, bool]:
    """Past a name inside of the phrase, and whether the phrase ends there. A person ends it: nothing but titles could follow."""
    kind = s.type_at(j)
    if kind == "PERSON":
        return after, True
    if j > first and told_to(s, j) and not s.has(first, "statement"):
        return j, True  # المتحدث لوكالة الأناضول, but بيان لوكالة الأناضول
    return after, strict or (kind == "ORG" and after < limit and not _after_body(s, after))


def _inside(s: Setting, first: int, j: int, limit: int, strict: bool) -> bool:
    if s.has(first, "statement") and s.key(j)[:1] == s.key(j)[1:2] == "ل":
        return True  # تحقيق للصحيفة
    return _goes_on(s, j, limit) and not (strict and _object(s, j))


def _object(s: Setting, j: int) -> bool:
    """Whether the word can be no part of the noun phrase before it but its verb's object: ``استقبل الوزير وفد النقابة``."""
    if s.has(j, "link") or j in s.mention_at or not s.definite(j - 1):
        return False
    if s.has(j - 1, "person_title") and not s.signs[j].classes and s.key(j)[0] not in "بل":
        return False  # المهندس سامر
    return not (s.definite(j) and s.ends(j, "nisba"))


def _after_body(s: Setting, j: int) -> bool:
    """``وزارة الصحة في غزة``, ``الجيش الحر``: words that still belong to a body; ``يتوقع الصندوق نمو الاقتصاد`` has none."""
    key = s.key(j)
    return (
        j in s.mention_at
        or s.has(j, "link", "by")
        or has_article(key)
        or key[:1] == key[1:2] == "ل"
        or (key[0] == "و" and has_article(key[1:]))
    )


def _goes_on(s: Setting, j: int, limit: int) -> bool:
    """Whether the phrase of the speaker holds the word, which is not its first and in no name."""
    if s.mark(j) or j in s.temporal_at or j in s.numbers:
        return False
    if s.has(j, "by", "from_whom", "link"):
        return j + 1 < limit and _leads_on(s, j)
    if s.has(j, *_OUTSIDE) or _says(s, j) or (s.has(j, "verbal_noun") and s.definite(j - 1)):
        return False  # صاحب متجر في الحي القديم رفض كشف اسمه
    if _for(s, j):
        return s.key(j)[1] == "ل" and not s.has(j, "medium")  # القائد العام للقوات; but لمراسلنا, لوكالة
    return not looks_finite(s, j)


def _leads_on(s: Setting, j: int) -> bool:
    """Whether a preposition and what follows it belong to the phrase."""
    after = j + 1
    if s.has(j, "by"):
        return quoted_name(s, after) is not None  # مدير المركز بـ"إركام"
    if s.has(j, "from_whom"):
        return s.has(j - 1, "speaker") and (s.has(after, "speaker") or after in s.mention_at)  # نائب عن الحزب
    return not _no_place(s, after)


def _no_place(s: Setting, j: int) -> bool:
    """What follows a preposition that leads out of the phrase: ``في بيان``, ``في وقت``, ``من مقتل``."""
    return s.has(j, "place", "that", "verbal_noun", "total") or j in s.temporal_at or s.mark(j)


def _says(s: Setting, j: int) -> bool:
    """Whether the word is a form of a verb of saying, and not a noun of the same letters."""
    verb = s.signs[j].verb
    if verb is None or j in s.mention_at:
        return False
    return verb.shape in ("past", "imperfect", "relative") or (verb.shape in ("participle", "own") and "noun" not in verb.takes)


def looks_finite(s: Setting, j: int) -> bool:
    """Whether a word looks like an imperfect: ``يتضمن``."""
    key = s.key(j)
    return key[0] == "ي" and len(key) > 3 and not s.signs[j].classes and j not in s.mention_at


def _named_after(s: Setting, comma: int, limit: int) -> int | None:
    """``المتحدث باسم الوزارة، أحمد علي، إن``: the end of the name that follows in apposition."""
    if s.words[comma].text not in COMMAS or comma + 1 >= limit or s.type_at(comma + 1) != "PERSON":
        return None
    mention = s.mention(comma + 1)
    return mention[1] if mention is not None and mention[1] <= limit else None
