"""Titles that announce a person: ``وزير الخارجية الروسي سيرجي لافروف`` gives the name and, as its role, the title."""

from __future__ import annotations

from collections.abc import Iterator

from arnews.entities.model import Candidate, RoleAt
from arnews.entities.names import Name, blocked, given, joins, known, opening, run
from arnews.entities.scan import Hit, View
from arnews.entities.spelling import one_letter_apart
from arnews.text.fold import fold

_REACH = 16


def find(view: View) -> list[Candidate]:
    """Every person whom a title announces, and those joined to them by و."""
    out: list[Candidate] = []
    done = 0
    for i in sorted(view.titles):
        if i < done:
            continue
        hit = view.titles[i]
        at = _name_after(view, i, hit)
        if at is None:
            continue
        name, rule = at
        role = RoleAt(i, name.first, hit.cut) if name.first > i else None
        role = _trim(view, role)
        out.append(Candidate(name.first, name.last, name.cut, "PERSON", rule, _score(view, name, hit), 2, role=role))
        out.extend(joined(view, name))
        done = name.first
    out.extend(_before_title(view))
    return out


def _score(view: View, name: Name, hit: Hit) -> float:
    """How sure a titled name is. One unknown word after anything but a rank or an honorific may be any word."""
    if name.known:
        return 0.9
    if name.last - name.first > 1:
        return 0.75
    return 0.7 if hit.value.group in ("rank", "honorific") and view.words[name.first].key[-1] != "ا" else 0.55


def _trim(view: View, role: RoleAt | None) -> RoleAt | None:
    """A role without the mark that parts it from the name (``وزير الشباب، محمد``)."""
    if role is None:
        return None
    last = role.last
    while last > role.first and view.words[last - 1].kind == "punct":
        last -= 1
    return RoleAt(role.first, last, role.cut)


def _name_after(view: View, i: int, hit: Hit) -> tuple[Name, str] | None:
    """Walk over the title's complement to the first word that can begin a name."""
    words = view.words
    line = words[i].line
    j = hit.last
    limit = min(len(words), i + _REACH)
    distance = 0
    comma = False
    complement = False
    while j < limit and words[j].line == line:
        word = words[j]
        if word.kind == "punct":
            # One comma, dash or slash may stand before the name: وزير الشباب والثقافة، محمد المهدي بنسعيد.
            if comma or word.text not in view.lexicon.word("name_marks"):
                return None
            comma = True
            j += 1
            continue
        if word.kind not in ("arabic",) or word.key in view.lexicon.word("title_end"):
            return None
        nested = view.titles.get(j)
        if nested is not None and nested.cut == 0:
            j = nested.last
            continue
        head = view.heads.get(j)
        if head is not None:
            j, distance, complement = head.last, distance + 1, True
            continue
        place = view.place(j)
        org = view.forms.get(j)
        person = (
            org is not None
            and org.cut == 0
            and not view.closed(j)
            and any(view.lexicon.records[s].type == "PERSON" for s in org.value.slugs)
        )
        if (
            person
            and org is not None
            and not org.value.strong
            and (j in view.demonyms or view.common(j) or word.key in view.lexicon.word("ordinal"))
        ):
            person, org = False, None
        if org is not None and person:
            return Name(_first_name(view, j, hit.last) if org.last == j + 1 else j, max(org.last, _extended(view, j)), 0, 2), "title.known"
        demonym = view.demonyms.get(j)
        if org is not None and (place is None or org.value.strong) and (org.last > j + 1 or not _is_given(view, j)):
            j, distance, complement = org.last, distance + 1, True
            continue
        if demonym is not None:
            j, complement = demonym.last, True
            continue
        if word.key in view.lexicon.fields or (word.key[0] == "و" and word.key[1:] in view.lexicon.fields):
            j, distance, complement = j + 1, distance + 1, True
            continue
        if comma and joins(view, j):
            # Another person: وزيرة المياه والبيئة، وفهد كفاين.
            return None
        begins = opening(view, j, titled=True)
        if begins is not None and (begins[1] or _may_begin(view, j, distance, comma=comma)):
            name = run(view, j, 0, titled=True, limit=None)
            if name is not None and _enough(view, name, hit, distance, complement=complement, comma=comma):
                return name, "title.name"
            return None
        if comma or not _complement(view, j):
            return None
        distance += 1
        complement = True
        j += 1
    return None


def _first_name(view: View, j: int, start: int) -> int:
    """The word before a known family name is its first name, whatever its spelling: رئيس الوزراء حيد العبادي."""
    k = j - 1
    if k < start or view.words[k].kind != "arabic" or view.definite(k) or view.closed(k) or view.words[k].key[0] in "وبل":
        return j
    if (
        any(k in table for table in (view.forms, view.demonyms, view.titles, view.heads, view.inside))
        or view.words[k].key in view.lexicon.fields
    ):
        return j
    if view.words[k].key not in view.lexicon.common:
        return k
    # حيد is a word of its own, but one letter from حيدر
    records = view.lexicon.records
    names = (records[s].name for s in view.forms[j].value.slugs if records[s].type == "PERSON")
    return k if any(one_letter_apart(view.words[k].key, fold(name.partition(" ")[0])) for name in names) else j


def _extended(view: View, j: int) -> int:
    name = run(view, j, 0, titled=True)
    return name.last if name is not None and name.known >= 2 else j


def _is_given(view: View, j: int) -> bool:
    key = view.words[j].key
    return known(view, key) and given(view, key) > 0


def _may_begin(view: View, j: int, distance: int, *, comma: bool) -> bool:
    """Whether an unknown word this far from the title can begin the name."""
    key = view.words[j].key
    if key.startswith("ال"):
        return distance == 0 and not comma
    return distance <= 3 or comma


def _enough(view: View, name: Name, hit: Hit, distance: int, *, complement: bool, comma: bool) -> bool:
    """Whether the words found make a name: one word needs its title right before it or a nationality between."""
    length = name.last - name.first
    if length == 1:
        if comma or distance > 2:
            return False
        key = view.key(name.first)
        if not known(view, key) and key.startswith("ال"):
            return not complement and hit.value.group != "relation"
        return name.known > 0 or not complement or distance <= 1
    return name.known > 0 or distance <= 4


def _complement(view: View, j: int) -> bool:
    """Whether word ``j`` can stand inside a title: a definite word, a joined one, a common noun, but no verb or particle."""
    key = view.words[j].key
    lex = view.lexicon
    if key in lex.word("title_links"):
        return True
    if key in lex.word("closed") or key in lex.word("reporting"):
        return False
    if key.startswith(("ال", "وال", "لل", "بال", "ولل", "فال")):
        return True
    return lex.is_common(key) and view.titles.get(j) is None


def joined(view: View, name: Name) -> Iterator[Candidate]:
    """The names that follow by و: ``الرئيسين أوباما وبوتين``."""
    j = name.last
    while j < len(view.words) and j < view.stop[name.first]:
        word = view.words[j]
        if not word.key.startswith("و") or len(word.key) < 4 or view.lexicon.is_common(word.key):
            return
        rest = word.key[1:]
        if blocked(view, j, 1) or not known(view, rest):
            return
        nxt = run(view, j, 1, titled=True)
        if nxt is None:
            return
        yield Candidate(j, nxt.last, 1, "PERSON", "title.joined", 0.75, 3)
        j = nxt.last


def _before_title(view: View) -> Iterator[Candidate]:
    """A name with its title after it: ``جيم كرافت قائد الشرطة``."""
    for i in sorted(view.titles):
        hit = view.titles[i]
        if hit.cut or hit.value.group not in ("head",):
            continue
        end = i - 1 if i and view.words[i - 1].text in ("،", ",") and view.words[i - 1].line == view.words[i].line else i
        start = _back(view, end)
        if start is None:
            continue
        yield Candidate(start[0], end, start[1], "PERSON", "title.after", 0.7, 3, role=RoleAt(i, _role_end(view, hit), 0))


def _back(view: View, i: int) -> tuple[int, int] | None:
    """The two or three name words right before word ``i``, if they are a name."""
    for length in (3, 2):
        first = i - length
        if first < 0 or view.stop[first] < i:
            continue
        begins = opening(view, first, titled=False)
        if begins is None:
            before = view.words[first - 1].key if first else ""
            if before not in view.lexicon.word("reporting"):
                continue
            begins = opening(view, first, titled=True)
            if begins is None:
                continue
        name = run(view, first, begins[0], titled=True, limit=i)
        if name is not None and name.last == i:
            return first, begins[0]
    return None


def _role_end(view: View, hit: Hit) -> int:
    """Where a title after the name ends: its definite complement and a nationality."""
    j = hit.last
    words = view.words
    while j < view.stop[hit.last - 1] and words[j].kind == "arabic":
        place = view.place(j + 1, strong=True) if words[j].key == "في" else None
        if place is not None:
            return place.last
        if j in view.titles or words[j].key in view.lexicon.word("closed"):
            break
        if not (view.definite(j) or j in view.demonyms or j in view.heads):
            break
        j += 1
    return j
