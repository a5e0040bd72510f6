"""Names of bodies by their head word: ``وزارة الدفاع الروسية``, ``الجيش المصري``, ``محكمة التمييز``, ``جامعة القاهرة``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arnews.entities.lexicon import Head
from arnews.entities.model import Candidate
from arnews.entities.names import given
from arnews.entities.org_parts import adjectives, agrees, coordinated, country, nation, purpose, tail
from arnews.entities.scan import Hit, View
from arnews.text.fold import fold

_MAX = 12


def find(view: View) -> list[Candidate]:
    """Every body that a head word opens. Generic ones (``قوات الأمن``) have no name and give nothing."""
    out = []
    for i, hit in view.heads.items():
        head: Head = hit.value
        if head.type != "ORG":
            continue
        made = _inside_marks(view, i, hit, head) or _RULES[head.take](view, i, hit, head)
        if made is not None:
            out.append(made)
    return [*out, *_over(view, out), *_listed(view)]


def _inside_marks(view: View, i: int, hit: Hit, head: Head) -> Candidate | None:
    """The whole of a name in quotation marks that begins with its head: ``"مخبزة النور"``."""
    if head.take != "named" or not head.inside or hit.cut or (quoted := _quoted(view, i - 1) if i else None) is None:
        return None
    proper = quoted[1] > hit.last and (view.definite(hit.last) or not view.common(hit.last))
    return _make(view, i, quoted[1], hit, head, "org.quoted", 0.85, None) if proper and quoted[0] == i else None


def _over(view: View, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A head before the whole name of a body makes one name with it: ``قيادة شرطة دمشق``, ``رئاسة أركان الجيش اللبناني``."""
    at = {c.first: c for c in found if c.cut == 0}
    over = view.lexicon.word("over_body")
    for i, hit in view.heads.items():
        below = at.get(hit.last)
        if below is not None and below.rule != "org.numbered" and fold(hit.value.form) in over:
            yield Candidate(i, below.last, hit.cut, "ORG", "org.over", 0.85, 2, country=below.country)


def _listed(view: View) -> Iterator[Candidate]:
    """Each name in quotation marks after a dual or plural head: ``صحيفتا "ملييت" و"أقشام"``."""
    several = view.lexicon.word("media_list")
    for i, word in enumerate(view.words):
        if word.key not in several and word.key[1:] not in several:
            continue
        j = i + 1
        while j < len(view.words) and view.words[j].text != "(" and (quoted := _quoted(view, j)) is not None:
            yield Candidate(quoted[0], quoted[1], 0, "ORG", "org.quoted", 0.85, 2)
            j = quoted[1] + 1
            if j < len(view.words) and view.words[j].key in view.lexicon.word("list_link"):
                j += 1


def _owned(view: View, j: int) -> tuple[int, str | None] | None:
    """A country after ل that closes a body's name: ``الجيش الوطني لبورما``, ``البعثة الدائمة للجزائر``."""
    hit = view.place(j, strong=True) if j < len(view.words) else None
    if hit is None or hit.cut != 1 or view.key(j)[0] not in view.lexicon.word("for"):
        return None
    record = next(r for s in hit.value.slugs if (r := view.lexicon.records[s]).type == "LOC")
    return (hit.last, record.country) if record.kind == "country" else None


def _local(view: View, j: int, stop: int) -> tuple[int, str | None] | None:
    """A region with its head inside a body's name: ``شرطة مدينة شيكاغو``, ``غرفة عمليات محور تعز``."""
    if j + 1 < stop and view.words[j].key in view.lexicon.word("inner_region"):
        return country(view, j + 1)
    return None


def _make(view: View, i: int, last: int, hit: Hit, head: Head, rule: str, score: float, where: str | None) -> Candidate:
    if not head.inside and view.heads[i].last < last:
        # A nationality after an outside head describes the paper, not its name: صحيفة يديعوت أحرونوت الإسرائيلية.
        while last - 1 in view.demonyms and last - 1 > hit.last:
            last -= 1
    first = i if head.inside else hit.last
    cut = hit.cut if head.inside else 0
    return Candidate(first, last, cut, "ORG", rule, score, 2, country=where)


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
        end, more = tail(view, j, stop, key)
        return _make(view, i, end, hit, head, "org.nation", 0.85, more or where)
    j = _field_end(view, j, stop)
    j = coordinated(view, j, stop)
    end, where = tail(view, j, stop, key)
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
        return adjectives(view, field[0], stop)
    if view.words[j].key.startswith("ال"):
        return adjectives(view, j + 1, stop)
    if j + 1 < stop and view.definite(j + 1) and j + 1 not in view.demonyms:
        return adjectives(view, j + 2, stop)
    return j + 1


def _nation(view: View, i: int, hit: Hit, head: Head) -> Candidate | None:
    """الجيش, الحكومة, قوات: a body only with a nationality (``الجيش المصري``) or a country (``جيش الاحتلال``, ``شرطة دبي``)."""
    stop = min(view.stop[hit.last - 1], i + _MAX)
    j = hit.last
    key = view.key(i, hit.cut)
    last_key = view.key(hit.last - 1, hit.cut if hit.last - 1 == i else 0)
    definite = key.startswith("ال") or last_key.startswith("ال")
    j = adjectives(view, j, stop)
    if definite:
        found = (nation(view, j, key) or nation(view, j, last_key)) if j < stop else None
        if found is not None:
            end = adjectives(view, found[0], stop)
            more = nation(view, end, key) if end < stop else None
            if more is not None:
                return _make(view, i, more[0], hit, head, "org.nation", 0.85, None)
            return _make(view, i, purpose(view, end, stop), hit, head, "org.nation", 0.9, found[1])
        return _definite_named(view, i, hit, head, stop) if key in view.lexicon.word("named_too") and hit.last < stop else None
    if j < stop:
        owner = view.others.get(j)
        phrase = owner is not None and owner.cut == 0 and owner.value == "owner"
        if phrase or view.words[j].key in view.lexicon.word("owner"):
            end = owner.last if owner is not None and phrase else j + 1
            found = nation(view, end) if end < stop else None
            return _make(view, i, found[0] if found else end, hit, head, "org.owner", 0.85, found[1] if found else None)
        at = country(view, j) or (_local(view, j, stop) if key in view.lexicon.word("local_body") else None)
        if at is not None:
            return _make(view, i, at[0], hit, head, "org.country", 0.85, at[1])
    return None


def _fixed(view: View, i: int, hit: Hit, head: Head) -> Candidate | None:
    """مجلس الأمن, المحكمة العليا, الحرس الثوري: a name as it stands, with a nationality where one follows."""
    stop = min(view.stop[hit.last - 1], i + _MAX)
    key = view.key(i, hit.cut)
    j = adjectives(view, hit.last, stop)
    free = view.words[j - 1].key in view.lexicon.word("org_adjective")
    end, where = tail(view, j, stop, key, free=free)
    if where is None and end == j and end < stop:
        found = nation(view, end)
        first_definite = view.key(hit.last - 1).startswith("ال")
        if (
            found is not None
            and first_definite
            and agrees(view, view.key(hit.last - 1), view.demonyms[end].value)
            and not key.startswith("ال")
        ):
            end, where = found[0], found[1]
    if where is None and fold(head.form) in view.lexicon.word("with_owner") and (owned := _owned(view, end)) is not None:
        end, where = owned
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
    if j >= stop or fold(head.form) in lex.word("over_body"):
        return None  # في قيادة المنتخب
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
        if record.type == "ORG" and form.value.strong and key in lex.word("light_head"):
            # شركة جوجل: a body that is known without the head goes without it.
            return None
        end = adjectives(view, form.last, stop)
        end, where = tail(view, end, stop, key)
        return _make(view, i, end, hit, head, "org.named", 0.8, where or record.country)
    if fold(head.form) in lex.word("local_body") and (at := _local(view, j, stop)) is not None:
        return _make(view, i, at[0], hit, head, "org.country", 0.8, at[1])
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
            or (end > j and (view.definite(end - 1) or _chain(view, end)) and given(view, view.words[end].key))  # حزب الأحرار [مارتن غوميز]
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
        end, where = tail(view, end, stop, key)
        return _make(view, i, end, hit, head, "org.unknown", 0.7, where)
    if view.definite(j) and key in lex.word("sure_head") and not view.words[j].key.endswith("ون"):
        end = coordinated(view, adjectives(view, j + 1, stop), stop)
        end, where = tail(view, end, stop, key)
        return _make(view, i, end, hit, head, "org.sure_head", 0.75, where)
    if view.definite(j) or (j + 1 < stop and view.definite(j + 1) and view.common(j)):
        # An idafa of common words is a name only when a nationality or a purpose closes it: جمعية الهلال الأحمر السعودي.
        end = adjectives(view, j + (1 if view.definite(j) else 2), stop)
        closed, where = tail(view, end, stop, key)
        if where is None and closed == end and end < stop:
            found = nation(view, end)
            if found is not None:
                closed, where = found[0], found[1]
        # قوة الواجب المشتركة: some heads are closed by an adjective too.
        alone = j + (1 if view.definite(j) else 2)
        if closed > end or (end > alone and key in lex.word("closed_adjective")):
            return _make(view, i, closed, hit, head, "org.closed", 0.75 if closed > end else 0.8, where)
    return None


def _chain(view: View, j: int) -> bool:
    """Whether a chain of names begins: ``مركز بللسمر [حسن بن فراج]``."""
    return j + 1 < view.stop[j] and view.words[j + 1].key in view.lexicon.word("nasab")


def _definite_named(view: View, i: int, hit: Hit, head: Head, stop: int) -> Candidate | None:
    """``الهيئة العامة للطيران المدني``, ``الاتحاد السعودي لكرة القدم``: adjective, then a purpose or a nationality."""
    j = hit.last
    key = view.key(i, hit.cut)
    if view.words[j].kind == "number":
        return None
    end = adjectives(view, j, stop)
    form = view.forms.get(i)
    known = form is not None and form.value.strong and form.last == end  # الاتحاد الأوروبي [للعب دور]
    after = purpose(view, end, stop, free=not known) if end > j else end
    if after > end:
        closed, where = after, None
        found = nation(view, closed) if closed < stop else None
        if found is not None:
            closed, where = found[0], found[1]
    else:
        closed, where = tail(view, end, stop, key)
        # A nationality alone makes no name of it: الشركة الأميركية is any American company.
        if closed == end + 1 and end == j:
            return None
    if closed == end:
        party = _party(view, j, stop) if key in view.lexicon.word("party_head") else None
        if party is None:
            return None
        closed, where = party
    if not head.inside:
        return None
    return _make(view, i, closed, hit, head, "org.definite", 0.8, where)


def _party(view: View, j: int, stop: int) -> tuple[int, str | None] | None:
    """The adjectives that name a party: ``الحزب المحافظ``, ``التيار الوطني الحر``; with its nationality."""
    lex = view.lexicon
    end = j
    while end < stop and (view.words[end].key in lex.word("party_adjective") or view.words[end].key in lex.word("org_adjective")):
        end += 1
    if not any(view.words[k].key in lex.word("party_adjective") for k in range(j, end)):
        return None
    found = nation(view, end) if end < stop else None
    return (found[0], found[1]) if found is not None else (end, None)


def _royal(view: View, i: int, hit: Hit, head: Head, stop: int) -> Candidate | None:
    """``جامعة الملك سعود``, ``مركز الأمير سلطان``: a title and a name inside the name of a body."""
    from arnews.entities.names import run

    title = view.titles[hit.last]
    if title.last >= stop:
        return None
    name = run(view, title.last, 0, titled=True, limit=stop)
    if name is None or name.known == 0:
        return None
    end, where = tail(view, adjectives(view, name.last, stop), stop, view.key(i, hit.cut))
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
    if j < len(words) and words[j].line == words[i].line and words[j].key in view.lexicon.word("unit_arm"):
        j += 1
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
