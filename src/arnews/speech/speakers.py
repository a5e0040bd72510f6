"""The words that name a speaker: the noun phrase after a verb of saying, before it, or after عن."""

from __future__ import annotations

from arnews.speech.lexicon import Verb, sign
from arnews.speech.model import Name
from arnews.speech.setting import COMMAS, QUOTES, Setting, quoted_name

LONGEST = 16
_ASIDE = 12
_TITLED = 7


def subject(s: Setting, i: int, limit: int, *, strict: bool = False) -> Name | None:
    """The subject that stands after its verb, in words ``i`` to ``limit``: its words up to an adjunct, a date or a verb.

    ``strict``: an object may follow it (``اتهم الحوثيون التحالف``), so that it ends with the first name, or where no adjective follows.
    """
    first = past_openers(s, i, limit)
    if first >= limit or not _may_begin(s, first):
        return None
    last = phrase_end(s, first, limit, strict=strict)
    return name(s, first, last) if last > first else None


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
        elif s.has(i, "dash") and (closing := _dash(s, i, limit)) is not None:
            i = closing + 1
        elif _told_to(s, i):
            i = _medium_end(s, i, limit)
        else:
            break
    return i


def _dash(s: Setting, i: int, limit: int) -> int | None:
    return next((w for w in range(i + 1, min(limit, i + _ASIDE)) if s.has(w, "dash")), None)


def _told_to(s: Setting, i: int) -> bool:
    """``لرويترز``, ``للصحافيين``, ``لـ"الأخبار"``: to whom it was said."""
    mention = s.mention(i)
    if mention is not None:
        return mention[0] == i and mention[2] > 0 and s.key(i)[mention[2] - 1] == "ل" and _medium(s, i, mention[1])
    return s.has(i, "to") or (s.has(i, "medium") and s.signs[i].cut > 0 and s.key(i)[s.signs[i].cut - 1] == "ل")


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
        elif s.key(j).startswith("ال") and not s.has(j, "speaker") and not s.mark(j):
            j += 1
        else:
            break
    return j


def _may_begin(s: Setting, i: int) -> bool:
    """Whether a speaker can begin at the word: no preposition, adverb, mark or number."""
    mention = s.mention(i)
    if mention is not None:
        # A name after a preposition is no subject: فقالت للجزيرة إن.
        return mention[0] == i and (mention[2] == 0 or s.key(i)[mention[2] - 1] not in "لبك")
    if s.mark(i) or i in s.numbers or s.has(i, "not_speaker", "adjunct", "link", "that", "relative", "auxiliary", "turn"):
        return False
    if s.has(i, "verbal_noun", "total") and not s.has(i, "speaker", "statement", "kin"):
        return False  # أعلن لاحقا ارتفاع التقديرات
    sign = s.signs[i]
    return not _attached(s, i) and (s.key(i)[0] != "ل" or bool(sign.classes)) and not s.finite(i)


def _end(s: Setting, first: int, limit: int, strict: bool) -> int:
    j = first
    person = False
    while j < limit:
        mention = s.mention(j)
        if mention is not None and mention[1] > j:
            kind = s.type_at(j)
            if kind == "PERSON":
                return min(mention[1], limit)
            if j > first and _told_to(s, j) and not _owns(s, first, j):
                return j  # لوكالة الأناضول
            j = min(mention[1], limit)
            if strict or (kind == "ORG" and j < limit and not _after_body(s, j)):
                return j
            continue
        closing = quoted_name(s, j) if j > first else None
        if closing is not None and closing < limit:
            j = closing + 1  # كتيبة "شهداء الزاوية" الليبية
        elif (
            j == first
            or (s.has(first, "statement") and s.key(j)[:1] == s.key(j)[1:2] == "ل")
            or (_goes_on(s, j, limit) and not (strict and _object(s, j)))
        ):
            j += 1
        elif s.words[j].text in COMMAS and not person:
            return _named_after(s, j, limit) or j
        else:
            break
    return j


def _owns(s: Setting, first: int, j: int) -> bool:
    """``الأمين العام للأمم المتحدة``, ``بيان لوزارة الدفاع``: the name after ل belongs to the phrase."""
    return s.has(first, "statement")


def _object(s: Setting, j: int) -> bool:
    """Whether the word can be no part of the noun phrase before it but its verb's object: ``استقبل الوزير وفد النقابة``."""
    if s.has(j, "link") or j in s.mention_at or not s.key(j - 1).startswith("ال"):
        return False
    if s.has(j - 1, "person_title") and not s.signs[j].classes and s.key(j)[0] not in "بل":
        return False  # المهندس سامر
    key = s.key(j)
    return not (key.startswith("ال") and key.endswith(("ي", "يه")))


def _after_body(s: Setting, j: int) -> bool:
    """``وزارة الصحة في غزة``, ``الجيش الحر``: words that still belong to a body; ``يتوقع الصندوق نمو الاقتصاد`` has none."""
    return j in s.mention_at or s.has(j, "link", "by") or s.key(j).startswith(("ال", "لل", "وال"))


def _goes_on(s: Setting, j: int, limit: int) -> bool:
    """Whether the phrase of the speaker holds the word, which is not its first and in no name."""
    if s.mark(j) or j in s.temporal_at or j in s.numbers:
        return False
    if s.has(j, "by"):
        return j + 1 < limit and quoted_name(s, j + 1) is not None  # مدير المركز بـ"إركام"
    if s.key(j) == "عن":
        return s.has(j - 1, "speaker") and j + 1 < limit and (s.has(j + 1, "speaker") or j + 1 in s.mention_at)  # نائب عن الحزب
    if s.has(j, "link"):
        after = j + 1
        return after < limit and not (s.has(after, "place", "that", "verbal_noun", "total") or after in s.temporal_at or s.mark(after))
    if s.has(j, "that", "adjunct", "relative", "turn", "aside", "auxiliary", "not_speaker", "to", "event", "total", "toll") or s.finite(j):
        return False
    verb = s.signs[j].verb
    if verb is not None and (verb.shape == "relative" or (verb.shape in ("participle", "own") and "noun" not in verb.takes)):
        return False
    key = s.key(j)
    if s.has(j, "verbal_noun") and s.key(j - 1).startswith("ال"):
        return False  # صاحب متجر في الحي القديم رفض كشف اسمه
    if key[0] == "ل" and len(key) > 3 and (s.signs[j].cut or not s.signs[j].classes):
        return key[1] == "ل" and not s.has(j, "medium")  # القائد العام للقوات; but لمراسلنا, لوكالة
    return not looks_finite(s, j)


def looks_finite(s: Setting, j: int) -> bool:
    """Whether a word looks like an imperfect: ``يتضمن``."""
    key = s.key(j)
    return key[0] == "ي" and len(key) > 3 and not s.signs[j].classes and j not in s.mention_at


def _named_after(s: Setting, comma: int, limit: int) -> int | None:
    """``المتحدث باسم الوزارة، أحمد علي، إن``: the end of the name that follows in apposition."""
    mention = s.mention(comma + 1) if comma + 1 < limit else None
    return mention[1] if mention is not None and s.type_at(comma + 1) == "PERSON" and mention[1] <= limit else None


def before(s: Setting, at: int, first: int) -> Name | None:
    """``مصدر أمني أفاد بأن``, ``الشركة التي قالت إن``: the noun phrase right before the verb, if it can speak."""
    i = at
    verb = s.signs[at].verb
    if i > first + 1 and verb is not None and s.has(i - 1, "masculine" if verb.gender == "f" else "feminine"):
        return None  # المكتب الذي قالت إنه: another says it
    while i > first + 1 and (s.has(i - 1, "relative") or s.key(i - 1) in ("قد", "فقد")):
        i -= 1
    end, low = i, max(first, i - LONGEST)
    if i > low and s.key(i - 1).endswith("ا") and not s.signs[i - 1].classes and i - 1 not in s.mention_at:
        return None  # تلا المتحدث بيانا قال فيه
    if i > low and s.words[i - 1].text in COMMAS and i < at:
        i = end = i - 1  # الوزير أحمد علي، الذي قال
    while i > low:
        j = i - 1
        mention = s.mention(j)
        if mention is not None and mention[1] > j:
            i = mention[0]
            continue
        if s.mark(j) or j in s.temporal_at or s.finite(j) or looks_finite(s, j):
            break
        if end < at and i < end and s.key(j).startswith("ال") and i not in s.mention_at and not s.key(i).startswith("ال"):
            break  # التقى الوفد رئيسة البعثة التي قالت
        if s.has(j, "adjunct") and not s.has(j, "link", "turn"):
            return None  # ردا على سؤال عن إيران قال
        if s.has(j, "that", "relative", "turn", "auxiliary", "aside"):
            break
        i = j
    while i < end and not _may_start(s, i):
        i += 1
    while end > i + 1 and s.has(end - 1, "link"):
        end -= 1
    return name(s, i, end) if i < end else None


def _may_start(s: Setting, i: int) -> bool:
    if i in s.mention_at:
        return _first_of_mention(s, i) and (s.type_at(i) in ("PERSON", "ORG", "LOC") or s.has(i, "speaker"))
    return s.has(i, "speaker") and not _attached(s, i)


def _attached(s: Setting, i: int) -> bool:
    """Whether a preposition hangs on the word: ``وبالأرقام``."""
    mention = s.mention(i)
    cut = (mention[2] if mention[0] == i else 0) if mention is not None else s.signs[i].cut
    return cut > 0 and s.key(i)[cut - 1] in "بلك"


def _first_of_mention(s: Setting, i: int) -> bool:
    mention = s.mention(i)
    return mention is not None and mention[0] == i and mention[2] == 0


def quoted(s: Setting, i: int, limit: int) -> Name | None:
    """``نقلت رويترز عن مصدر أمني``: the one who is quoted, after the first عن of the words."""
    for j in range(i, min(limit, i + LONGEST)):
        if s.key(j) == "عن" and j + 1 < limit:
            return subject(s, j + 1, limit)
    return None


def speaks(s: Setting, first: int, last: int) -> bool:
    """Whether the words name somebody who can say something: a person, a body, or مصدر, متحدث, وزارة and their like."""
    return any(s.has(w, "speaker") or s.type_at(w) in ("PERSON", "ORG") for w in range(first, last))


def capable(s: Setting, found: Name) -> bool:
    """A speaker who may announce something: one who speaks, a state or its people, a titled medium."""
    return (
        speaks(s, found.first, min(found.last, found.first + 2))
        or s.has(found.first, "named", "statement")
        or s.type_at(found.first) in ("LOC", "NORP")
        or s.type_at(min(found.first + 1, found.last - 1)) == "NORP"
    )


def agrees(s: Setting, found: Name, verb: Verb) -> bool:
    """Whether a speaker may be the subject of the verb: ``وأضافت`` is no man of title, ``وأضاف`` no ministry. Names agree with both."""
    if not verb.gender or s.type_at(found.first) in ("PERSON", "LOC"):
        return True
    feminine = s.key(found.first).endswith("ه") or s.key(found.first).endswith("ات") or s.has(found.first, "many")
    if verb.gender == "f":
        return feminine or s.type_at(found.first) == "ORG"
    return not feminine or s.has(found.first, "many")


def several(s: Setting, found: Name) -> bool:
    """Whether a speaker is more than one: a plural noun, or a body."""
    key = s.key(found.first)
    return s.type_at(found.first) == "ORG" or s.has(found.first, "many") or key.endswith(("ون", "ين", "ات"))


def name(s: Setting, first: int, last: int, cut: int = 0) -> Name:
    """The words as a speaker, with the entity that they name: the person in them, else the body, else the place that they begin with.

    A nationality alone names nobody: ``مسؤول ليبي`` has the country and no entity.
    """
    best: tuple[int, int, str | None] | None = None
    country: str | None = None
    ranks = {"PERSON": 3, "ORG": 2, "MISC": 1}
    for w in range(first, last):
        at = s.mention_at.get(w)
        if at is None:
            continue
        entity = s.entities[at[0]]
        country = country or entity.country
        rank = ranks.get(entity.type, 1 if entity.type == "LOC" and w == first else 0)
        if rank and (best is None or rank > best[0]):
            best = (rank, at[0], entity.country)
    mention = s.mention(first)
    if mention is not None and not cut and mention[0] == first:
        cut = mention[2]
    return Name(first, last, cut, f"e{best[1] + 1}" if best else None, best[2] if best else country)


def resolved(s: Setting, source: Name, known: Name | None) -> Name:
    """``المصدر`` after ``مصدر أمني مصري`` is that source, and ``البيان`` is who issued it; another name stands for itself."""
    if known is None:
        return source
    words = source.last - source.first
    if words == 1 or (words == 2 and s.has(source.last - 1, "itself")):
        if s.has(source.first, "points_back") and s.signs[source.first].cut == 0:
            return known
        key, head = s.key(source.first)[source.cut :], s.key(known.first)[known.cut :]
        if key.startswith("ال") and known.last - known.first > 1 and key[2:] == head.removeprefix("ال"):
            return known
    return source
