"""Names of bodies by their head word: ``وزارة الدفاع الروسية``, ``الجيش المصري``, ``محكمة التمييز``, ``جامعة القاهرة``."""

from __future__ import annotations

from arnews.entities.lexicon import Head
from arnews.entities.model import Candidate
from arnews.entities.scan import Hit, View

_MAX = 12


def find(view: View) -> list[Candidate]:
    """Every body that a head word opens. Generic ones (``قوات الأمن``) have no name and give nothing."""
    out = []
    for i, hit in view.heads.items():
        head: Head = hit.value
        if head.type != "ORG":
            continue
        made = _RULES[head.take](view, i, hit, head)
        if made is not None:
            out.append(made)
    return out


def nation(view: View, j: int, head_key: str | None = None) -> tuple[int, str | None, str] | None:
    """A nationality or a country at word ``j``: its end, the country and its Latin adjective. ``head_key`` checks agreement."""
    if j >= len(view.words):
        return None
    hit = view.demonyms.get(j)
    if hit is not None and hit.cut == 0 and (head_key is None or agrees(head_key, hit.value)):
        return hit.last, hit.value.country, hit.value.latin
    return None


def country(view: View, j: int) -> tuple[int, str | None] | None:
    """A place at word ``j`` that can close a body's name in the genitive (``حكومة اليمن``): its end and country."""
    hit = view.place(j, strong=True)
    if hit is None or hit.cut:
        return None
    records = view.lexicon.records
    slug = next(s for s in hit.value.slugs if records[s].type == "LOC")
    return hit.last, records[slug].country


def agrees(head: str, demonym: object) -> bool:
    """Whether a nationality adjective can go with this head: ``الخارجية الروسي`` is no body but ends a minister's title."""
    feminine = head.endswith(("ه", "ات")) or head in _FEMININE
    gender = getattr(demonym, "gender", "")
    number = getattr(demonym, "number", "s")
    return number == "s" and bool(getattr(demonym, "definite", True)) and (gender == "f") == feminine


_FEMININE = frozenset({"قوات", "القوات", "وسائل", "اجهزه"})


def _make(view: View, i: int, last: int, hit: Hit, head: Head, rule: str, score: float, where: str | None) -> Candidate:
    if not head.inside and view.heads[i].last < last:
        # A nationality after an outside head describes the paper, not its name: صحيفة يديعوت أحرونوت الإسرائيلية.
        while last - 1 in view.demonyms and last - 1 > hit.last:
            last -= 1
    first = i if head.inside else hit.last
    cut = hit.cut if head.inside else 0
    return Candidate(first, last, cut, "ORG", rule, score, 2, country=where)


def _adjectives(view: View, j: int, stop: int) -> int:
    """Step over adjectives that belong to a body's name: ``محكمة العدل الدولية``."""
    known = view.lexicon.word("org_adjective")
    while j < stop and (view.words[j].key in known or _relational(view, j)):
        j += 1
    return j


def _relational(view: View, j: int) -> bool:
    """A definite adjective in ي or ية that is no nationality: ``السلامة المعلوماتية``, ``التعليم الثانوي``."""
    key = view.words[j].key
    if not key.startswith("ال") or len(key) < 7 or not key.endswith(("ي", "يه")) or key not in view.lexicon.common:
        return False
    return not (view.closed(j) or any(j in table for table in (view.demonyms, view.titles, view.heads, view.forms)))


def _tail(view: View, j: int, stop: int, head_key: str, *, free: bool = False) -> tuple[int, str | None]:
    """What may close a name: a nationality, a purpose (``للأنباء``), then again a nationality."""
    where = None
    for _ in range(2):
        if j < stop:
            found = nation(view, j, head_key)
            if found is not None:
                j, where = found[0], found[1]
                j = _adjectives(view, j, stop)
        j = _purpose(view, j, stop, free=free)
    return j, where


def _purpose(view: View, j: int, stop: int, *, free: bool = False) -> int:
    """``للأنباء``, ``لحقوق الإنسان``, ``لكرة القدم``: a purpose with ل and the definite words after it. ``free``: any such."""
    lex = view.lexicon
    if j >= stop:
        return j
    key = view.words[j].key
    if key in lex.word("purpose") or (free and key.startswith("لل") and j not in view.forms and j not in view.heads and not view.closed(j)):
        j = _coordinated(view, _adjectives(view, j + 1, stop), stop)
    elif j + 1 < stop and key in lex.word("purpose_open") and view.definite(j + 1):
        j = _adjectives(view, j + 2, stop)
    return j


def _coordinated(view: View, j: int, stop: int) -> int:
    """Step over joined parts of a name: ``والسياحة`` (a known field), ``والاجتماعية`` (an adjective)."""
    lex = view.lexicon
    while j < stop:
        key = view.words[j].key
        joined = key.startswith("وال") and j not in view.titles and j not in view.demonyms
        field = view.field(j, stop, joined=True) if joined else None
        if field is not None:
            j = _adjectives(view, field[0], stop)
        elif key in lex.word("purpose_more") or (joined and key.endswith("يه") and key[1:] in lex.common and len(key) > 8):
            j = _adjectives(view, j + 1, stop)
        else:
            break
    return j


def _field(view: View, i: int, hit: Hit, head: Head) -> Candidate | None:
    """وزارة and its like take a definite field, joined fields, adjectives and a nationality: always a name."""
    stop = min(view.stop[hit.last - 1], i + _MAX)
    j = hit.last
    key = view.key(hit.last - 1, hit.cut if hit.last - 1 == i else 0)
    if j >= stop:
        return None
    if not _field_word(view, j, stop):
        found = nation(view, j, key) if head.inside else None
        if found is None or not key.startswith("ال"):
            return _named(view, i, hit, head)
        j, where = found[0], found[1]
        end, more = _tail(view, j, stop, key)
        return _make(view, i, end, hit, head, "org.nation", 0.85, more or where)
    j = _field_end(view, j, stop)
    j = _coordinated(view, j, stop)
    end, where = _tail(view, j, stop, key)
    if where is None:
        at = country(view, end) if end < stop else None
        if at is not None and head.take == "field":
            place = view.place(end, strong=True)
            if place is not None and view.lexicon.records[place.value.slugs[0]].kind == "country":
                end, where = at
    return _make(view, i, end, hit, head, "org.field", 0.85, where)


def _field_word(view: View, j: int, stop: int) -> bool:
    lex = view.lexicon
    key = view.words[j].key
    if view.field(j, stop) is not None:
        return True
    if key in lex.word("generic") or key in lex.word("closed"):
        return False
    return view.definite(j) and j not in view.demonyms and j not in view.titles


def _field_end(view: View, j: int, stop: int) -> int:
    """The end of one field: a known one, else ``الشؤون الإسلامية``, ``شؤون الأسرى``, ``حقوق الإنسان``."""
    field = view.field(j, stop)
    if field is not None:
        return _adjectives(view, field[0], stop)
    if view.words[j].key.startswith("ال"):
        return _adjectives(view, j + 1, stop)
    if j + 1 < stop and view.definite(j + 1) and j + 1 not in view.demonyms:
        return _adjectives(view, j + 2, stop)
    return j + 1


def _nation(view: View, i: int, hit: Hit, head: Head) -> Candidate | None:
    """الجيش, الحكومة, قوات: a body only with a nationality (``الجيش المصري``) or a country (``جيش الاحتلال``, ``شرطة دبي``)."""
    stop = min(view.stop[hit.last - 1], i + _MAX)
    j = hit.last
    key = view.key(i, hit.cut)
    last_key = view.key(hit.last - 1, hit.cut if hit.last - 1 == i else 0)
    definite = key.startswith("ال") or last_key.startswith("ال")
    j = _adjectives(view, j, stop)
    if definite:
        found = (nation(view, j, key) or nation(view, j, last_key)) if j < stop else None
        if found is not None:
            end = _adjectives(view, found[0], stop)
            more = nation(view, end, key) if end < stop else None
            if more is not None:
                return _make(view, i, more[0], hit, head, "org.nation", 0.85, None)
            return _make(view, i, _purpose(view, end, stop), hit, head, "org.nation", 0.9, found[1])
        return None
    if j < stop:
        owner = view.others.get(j)
        phrase = owner is not None and owner.cut == 0 and owner.value == "owner"
        if phrase or view.words[j].key in view.lexicon.word("owner"):
            end = owner.last if owner is not None and phrase else j + 1
            found = nation(view, end) if end < stop else None
            return _make(view, i, found[0] if found else end, hit, head, "org.owner", 0.85, found[1] if found else None)
        at = country(view, j)
        if at is not None:
            return _make(view, i, at[0], hit, head, "org.country", 0.85, at[1])
    return None


def _fixed(view: View, i: int, hit: Hit, head: Head) -> Candidate | None:
    """مجلس الأمن, المحكمة العليا, الحرس الثوري: a name as it stands, with a nationality where one follows."""
    stop = min(view.stop[hit.last - 1], i + _MAX)
    key = view.key(i, hit.cut)
    j = _adjectives(view, hit.last, stop)
    free = view.words[j - 1].key in view.lexicon.word("org_adjective")
    end, where = _tail(view, j, stop, key, free=free)
    if where is None and end == j and end < stop:
        found = nation(view, end)
        first_definite = view.key(hit.last - 1).startswith("ال")
        if found is not None and first_definite and agrees(view.key(hit.last - 1), view.demonyms[end].value) and not key.startswith("ال"):
            end, where = found[0], found[1]
    return _make(view, i, end, hit, head, "org.fixed", 0.85, where)


def _named(view: View, i: int, hit: Hit, head: Head) -> Candidate | None:
    """شركة, جامعة, حزب, جماعة, قناة: a name only with a proper word after it, known or in no common use."""
    lex = view.lexicon
    stop = min(view.stop[hit.last - 1], i + _MAX)
    j = hit.last
    key = view.key(i, hit.cut)
    quoted = _quoted(view, j)
    if quoted is not None:
        return _quoted_name(view, i, hit, head, quoted)
    if j >= stop:
        return None
    if key.startswith("ال"):
        return _definite_named(view, i, hit, head, stop)
    word = view.words[j]
    form = view.forms.get(j)
    if word.kind == "latin":
        end = j
        while end < stop and view.words[end].kind == "latin":
            end += 1
        return _make(view, i, end, hit, head, "org.latin", 0.8, None)
    if form is not None and form.cut == 0:
        record = lex.records[form.value.slugs[0]]
        if not head.inside:
            # صحيفة الرياض is the paper; حركة حماس has its own form.
            if record.type == "LOC" and head.take == "named" and key in lex.word("media_head"):
                return _make(view, i, form.last, hit, head, "org.media", 0.8, record.country)
            return None
        end = _adjectives(view, form.last, stop)
        end, where = _tail(view, end, stop, key)
        return _make(view, i, end, hit, head, "org.named", 0.8, where or record.country)
    if word.kind != "arabic" or (j in view.titles and view.titles[j].cut == 0 and key not in lex.word("royal_head")):
        return None
    if j in view.titles and view.titles[j].cut == 0:
        return _royal(view, i, hit, head, stop)
    if word.key in lex.word("generic") or word.key in lex.word("closed") or j in view.demonyms:
        return None
    return _unknown(view, i, hit, head, stop)


def _unknown(view: View, i: int, hit: Hit, head: Head, stop: int) -> Candidate | None:
    """A name in no list: words that are no common words, or a definite one after a head that always has a name."""
    lex = view.lexicon
    j = hit.last
    key = view.key(i, hit.cut)
    end = j
    while (
        end < stop
        and end - j < 3
        and view.words[end].kind == "arabic"
        and not view.common(end)
        and view.words[end].key not in lex.word("closed")
    ):
        if (
            end in view.demonyms
            or (end > j and (end in view.titles or end in view.heads))
            or ((hit_at := view.forms.get(end)) is not None and hit_at.cut)
        ):
            break
        end += 1
    if (
        end == j + 1
        and end < stop
        and view.definite(end)
        and end not in view.demonyms
        and not view.definite(j)
        and key in lex.word("idafa_head")
    ):
        # A rare common noun with its genitive (لجنة انتقاء المرشحين) is no proper name.
        return None
    if end > j:
        end, where = _tail(view, end, stop, key)
        return _make(view, i, end, hit, head, "org.unknown", 0.7, where)
    if view.definite(j) and key in lex.word("sure_head") and not view.words[j].key.endswith("ون"):
        end = _coordinated(view, _adjectives(view, j + 1, stop), stop)
        end, where = _tail(view, end, stop, key)
        return _make(view, i, end, hit, head, "org.sure_head", 0.75, where)
    if view.definite(j) or (j + 1 < stop and view.definite(j + 1) and view.common(j)):
        # An idafa of common words is a name only when a nationality or a purpose closes it: جمعية الهلال الأحمر السعودي.
        end = _adjectives(view, j + (1 if view.definite(j) else 2), stop)
        closed, where = _tail(view, end, stop, key)
        if where is None and closed == end and end < stop:
            found = nation(view, end)
            if found is not None:
                closed, where = found[0], found[1]
        if closed > end:
            return _make(view, i, closed, hit, head, "org.closed", 0.75, where)
    return None


def _definite_named(view: View, i: int, hit: Hit, head: Head, stop: int) -> Candidate | None:
    """``الهيئة العامة للطيران المدني``, ``الاتحاد السعودي لكرة القدم``: adjective, then a purpose or a nationality."""
    j = hit.last
    key = view.key(i, hit.cut)
    if view.words[j].kind == "number":
        return None
    end = _adjectives(view, j, stop)
    purpose = _purpose(view, end, stop, free=True) if end > j else end
    if purpose > end:
        closed, where = purpose, None
        found = nation(view, closed) if closed < stop else None
        if found is not None:
            closed, where = found[0], found[1]
    else:
        closed, where = _tail(view, end, stop, key)
        # A nationality alone makes no name of it: الشركة الأميركية is any American company.
        if closed == end + 1 and end == j:
            return None
    if closed == end or not head.inside:
        return None
    return _make(view, i, closed, hit, head, "org.definite", 0.8, where)


def _royal(view: View, i: int, hit: Hit, head: Head, stop: int) -> Candidate | None:
    """``جامعة الملك سعود``, ``مركز الأمير سلطان``: a title and a name inside the name of a body."""
    from arnews.entities.names import run

    title = view.titles[hit.last]
    if title.last >= stop:
        return None
    name = run(view, title.last, 0, titled=True, limit=stop)
    if name is None or name.known == 0:
        return None
    end, where = _tail(view, _adjectives(view, name.last, stop), stop, view.key(i, hit.cut))
    return _make(view, i, end, hit, head, "org.royal", 0.8, where)


def _quoted(view: View, j: int) -> tuple[int, int] | None:
    """The words inside quotation marks that open at word ``j``, at most five."""
    if j >= len(view.words) or view.words[j].text not in view.lexicon.word("quote_open"):
        return None
    for k in range(j + 1, min(j + 7, len(view.words))):
        if view.words[k].text in view.lexicon.word("quote_close"):
            return (j + 1, k) if k > j + 1 else None
        if view.words[k].line != view.words[j].line:
            return None
    return None


def _quoted_name(view: View, i: int, hit: Hit, head: Head, quoted: tuple[int, int]) -> Candidate | None:
    if head.type != "ORG" or view.key(i, hit.cut) in view.lexicon.word("no_quote"):
        return None
    first, last = quoted
    media = view.key(i, hit.cut) in view.lexicon.word("media_head")
    return Candidate(first, last, 0, "ORG", "org.quoted", 0.96 if media else 0.75, 2 if media else 3)


def _numbered(view: View, i: int, hit: Hit, head: Head) -> Candidate | None:
    """``اللواء الخامس عشر``, ``القناة 13 الإسرائيلية``: a head that a number names."""
    words = view.words
    ordinals = view.lexicon.word("ordinal")
    j = hit.last
    if j >= len(words) or words[j].line != words[i].line:
        return None
    if words[j].kind == "number":
        j += 1
    else:
        while j < view.stop[i] and words[j].key in ordinals:
            j += 1
    if j == hit.last:
        return _named(view, i, hit, head)
    found = nation(view, j, view.key(i, hit.cut)) if j < len(words) else None
    return _make(view, i, found[0] if found else j, hit, head, "org.numbered", 0.8, found[1] if found else None)


_RULES = {
    "field": _field,
    "nation": _nation,
    "fixed": _fixed,
    "named": _named,
    "numbered": _numbered,
    "open": _named,
    "plain": _named,
    "list": _named,
}
