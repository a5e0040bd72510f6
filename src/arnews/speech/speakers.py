"""Who speaks: the subject after a verb of saying or before it, the one after عن, and the entity that the words name."""

from __future__ import annotations

from arnews.grammar.units import QUOTES
from arnews.speech.lexicon import Verb
from arnews.speech.model import Name
from arnews.speech.phrases import LONGEST, looks_finite, may_begin, past_openers, phrase_end
from arnews.speech.setting import COMMAS, Setting
from arnews.text.words import has_article, without_article

_RANKS = {"PERSON": 3, "ORG": 2, "MISC": 1}


def subject(s: Setting, i: int, limit: int, *, strict: bool = False) -> Name | None:
    """The subject that stands after its verb, in words ``i`` to ``limit``: its words up to an adjunct, a date or a verb.

    ``strict``: an object may follow it (``اتهم الحوثيون التحالف``), so that it ends with the first name, or where no adjective follows.
    """
    first = past_openers(s, i, limit)
    if first >= limit or not may_begin(s, first):
        return None
    last = phrase_end(s, first, limit, strict=strict)
    return name(s, first, last) if last > first else None


def before(s: Setting, at: int, first: int) -> Name | None:
    """``مصدر أمني أفاد بأن``, ``الشركة التي قالت إن``: the noun phrase right before the verb, if it can speak."""
    end = _phrase_before(s, at, first)
    if end is None:
        return None
    start = _start_of(s, end, max(first, end - LONGEST), in_relative=end < at)
    if start is None:
        return None
    start = _first_of(s, start, end, at)
    while end > start + 1 and s.has(end - 1, "link"):
        end -= 1
    return name(s, start, end) if start < end else None


def _first_of(s: Setting, start: int, end: int, at: int) -> int:
    """The word of the phrase with which a speaker can begin; ``end`` where there is none."""
    if s.has(start, "accusative") and not (start and s.has(start - 1, "that", "turn")):
        return end  # تلقت بلاغا يفيد بأن; but لكن متحدثا أكد
    found = next((w for w in range(start, end) if _may_start(s, w)), end)
    alone = end > 1 and s.definite(end - 1) and (s.signs[end - 2].phrase or s.mark(end - 2))
    return end - 1 if found == end < at and alone and s.has(end, "relative") else found  # وفق السليطي الذي أضاف


def _phrase_before(s: Setting, at: int, first: int) -> int | None:
    """The end of the phrase before the verb, past قد and relative pronouns; None where another says it."""
    verb, i = s.signs[at].verb, at
    if i > first + 1 and verb is not None and s.has(i - 1, "masculine" if verb.gender == "f" else "feminine"):
        return None  # المكتب الذي قالت إنه
    while i > first + 1 and s.has(i - 1, "relative", "already"):
        i -= 1
    if i > first and s.key(i - 1)[-1] == "ا" and not s.signs[i - 1].classes and i - 1 not in s.mention_at:
        return None  # تلا المتحدث بيانا قال فيه
    return i - 1 if first < i < at and s.words[i - 1].text in COMMAS else i  # الوزير أحمد علي، الذي قال


def _start_of(s: Setting, end: int, low: int, *, in_relative: bool) -> int | None:
    """The first word of the phrase that ends at ``end``; None where a preposition governs it (``ردا على سؤال عن إيران قال``)."""
    i = end
    while i > low:
        j = i - 1
        mention = s.mention(j)
        if mention is not None and mention[1] > j:
            i = mention[0]
            continue
        if s.has(j, "adjunct") and not s.has(j, "link", "turn"):
            return None
        if _parts(s, j) or (in_relative and i < end and _two_phrases(s, j, i)):
            break
        i = j
    return i


def _parts(s: Setting, j: int) -> bool:
    if s.mark(j) or j in s.temporal_at or s.finite(j) or looks_finite(s, j):
        return True
    return s.has(j, "that", "relative", "turn", "auxiliary", "aside")


def _two_phrases(s: Setting, j: int, i: int) -> bool:
    """``التقى الوفد رئيسة البعثة التي قالت``: a definite noun, and another phrase after it."""
    return s.definite(j) and i not in s.mention_at and not s.definite(i)


def _may_start(s: Setting, i: int) -> bool:
    mention = s.mention(i)
    if mention is not None:
        whole = mention[0] == i and mention[2] == 0
        return whole and not (i and s.has(i - 1, "link")) and (s.type_at(i) in ("PERSON", "ORG", "LOC") or s.has(i, "speaker"))
    return s.has(i, "speaker") and not s.preposition(i)


def quoted(s: Setting, i: int, limit: int) -> Name | None:
    """``نقلت رويترز عن مصدر أمني``: the one who is quoted, after the first عن of the words."""
    for j in range(i, min(limit, i + LONGEST)):
        if s.has(j, "from_whom") and j + 1 < limit:
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
    many = s.has(found.first, "many")
    feminine = many or s.ends(found.first, "feminine_ending")
    if verb.gender == "f":
        return feminine or s.type_at(found.first) == "ORG"
    return many or not feminine


def several(s: Setting, found: Name) -> bool:
    """Whether a speaker is more than one: a plural noun, or a body."""
    return s.type_at(found.first) == "ORG" or s.has(found.first, "many") or s.ends(found.first, "plural_ending")


def name(s: Setting, first: int, last: int, cut: int = 0) -> Name:
    """The words as a speaker, with the entity that they name: the person in them, else the body, else the place that they begin with.

    A nationality alone names nobody: ``مسؤول ليبي`` has the country and no entity.
    """
    if last - first > 2 and s.words[first].text in QUOTES and s.words[last - 1].text in QUOTES:
        first, last = first + 1, last - 1
    best, named, country = 0, -1, None
    for w in range(first, last):
        at = s.mention_at.get(w)
        if at is None:
            continue
        entity = s.entities[at[0]]
        rank = _RANKS.get(entity.type, int(entity.type == "LOC" and w == first))
        country = entity.country if rank > best else country or entity.country
        if rank > best:
            best, named = rank, at[0]
    mention = s.mention(first)
    if mention is not None and not cut and mention[0] == first:
        cut = mention[2]
    return Name(first, last, cut, f"e{named + 1}" if best else None, country)


def resolved(s: Setting, source: Name, known: Name | None) -> Name:
    """``المصدر`` after ``مصدر أمني مصري`` is that source, and ``البيان`` is who issued it; another name stands for itself."""
    words = source.last - source.first
    if known is None or words > 2 or (words == 2 and not s.has(source.last - 1, "itself")):
        return source
    if s.has(source.first, "points_back") and s.signs[source.first].cut == 0:
        return known
    key, head = s.key(source.first)[source.cut :], s.key(known.first)[known.cut :]
    same = has_article(key) and known.last - known.first > 1 and without_article(key) == without_article(head)
    return known if same else source
