"""Titles that announce a person: ``وزير الخارجية الروسي سيرجي لافروف`` gives the name and, as its role, the title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from arnews.entities.model import Candidate, RoleAt
from arnews.entities.names import Name, blocked, given, joins, known, opening, run
from arnews.entities.scan import Hit, View
from arnews.entities.spelling import one_letter_apart
from arnews.text.fold import fold

_REACH = 16
_ROLE = 8


def find(view: View, named: Iterable[Candidate] = ()) -> list[Candidate]:
    """Every person whom a title announces, and those joined to them by و. ``named`` are the bodies and places of other rules."""
    out: list[Candidate] = []
    ends: dict[int, int] = {}
    for c in named:
        ends[c.first] = max(c.last, ends.get(c.first, 0))
    done = 0
    for i in sorted(view.titles):
        if i < done:
            continue
        hit = view.titles[i]
        at = _name_after(view, i, hit, ends)
        if at is None:
            continue
        name, rule, walk = at
        if walk.body is not None and walk.body[1] == name.first:
            out.append(Candidate(*walk.body, 0, "ORG", "org.titled", 0.82, 2))
        role = RoleAt(i, name.first, hit.cut) if name.first > i else None
        role = _trim(view, role)
        if rule == "title.name" and _odd(view, name):
            rule = "title.full"
        out.append(Candidate(name.first, name.last, name.cut, "PERSON", rule, _score(view, name, hit), 2, role=role))
        out.extend(joined(view, name))
        done = name.first
    out.extend(_before_title(view))
    return out


def _odd(view: View, name: Name) -> bool:
    """Whether a name has particles or common words in it, at which a recogniser would end it: ``خيرت فان دايك``, ``وليد طبيب``."""
    lex = view.lexicon
    inner = [view.words[k].key for k in range(name.first + 1, name.last)]
    return any(key in lex.word("particle") or key in lex.word("nasab") or key in lex.common for key in inner)


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


@dataclass(slots=True)
class _Walk:
    """Where a walk over a title's complement stands: the word, how many nouns it passed, and whether there was a comma or a complement.

    ``body`` is a head with one definite word that no rule made a body (``كتيبة الفرسان``): it is one where the name follows at once.
    """

    j: int
    distance: int = 0
    comma: bool = False
    complement: bool = False
    body: tuple[int, int] | None = None

    def past(self, j: int, nouns: int = 1) -> None:
        self.j, self.distance, self.complement = j, self.distance + nouns, True


def _name_after(view: View, i: int, hit: Hit, ends: Mapping[int, int]) -> tuple[Name, str, _Walk] | None:
    """Walk over the title's complement to the first word that can begin a name. ``ends``: bodies and places, first word to last."""
    words = view.words
    walk = _Walk(hit.last)
    for k in range(i + 1, hit.last):
        head = view.heads.get(k)
        if head is not None and head.last == hit.last and (head.value.type == "ORG" or head.value.take in ("open", "list")):
            # زعيم حزب [الأحرار]: the title's last word is the head of a body, and takes its complement first.
            _past_head(view, walk, k, head, ends)
            break
    limit = min(len(words), i + _REACH)
    while walk.j < limit and words[walk.j].line == words[i].line:
        word = words[walk.j]
        if word.kind == "punct":
            # One comma, dash or slash may stand before the name: وزير الشباب والثقافة، محمد المهدي بنسعيد.
            if walk.comma or word.text not in view.lexicon.word("name_marks"):
                return None
            walk.comma = True
            walk.j += 1
            continue
        if word.kind != "arabic" or word.key in view.lexicon.word("title_end"):
            return None
        if _nested(view, walk) or _body(view, walk, ends):
            continue
        found = _known_person(view, walk.j, hit)
        if found is not None:
            return found, "title.known", walk
        if _lexical(view, walk):
            continue
        if joins(view, walk.j) and (walk.comma or known(view, word.key[1:])) and not known(view, word.key):
            # Another person: وزيرة المياه والبيئة، وفهد كفاين; مدير هيئة السياحة ويوسف الوهيب.
            return None
        begins = opening(view, walk.j, titled=True)
        if begins is not None and (begins[1] or _may_begin(view, walk.j, walk.distance, comma=walk.comma)):
            name = run(view, walk.j, 0, titled=True, limit=None)
            if name is not None and _enough(view, name, hit, walk.distance, complement=walk.complement, comma=walk.comma):
                return name, "title.name", walk
            return None
        if walk.comma or not _complement(view, walk.j):
            return None
        walk.past(walk.j + 1)
    return None


def with_role(view: View, c: Candidate) -> Candidate:
    """The person with the title that ends right before the name, whoever found it: ``الرئيس التونسي [الباجي قائد السبسي]``."""
    lowest = max(0, c.first - _ROLE)
    for k in range(lowest, c.first):
        hit = view.titles.get(k)
        if hit is None or hit.last > c.first or view.stop[k] <= c.first or hit.value.group == "relation":
            continue
        between = range(hit.last, c.first)
        if all(n in view.demonyms or n in view.titles or _complement(view, n) or view.place(n) is not None for n in between):
            return replace(c, role=RoleAt(k, c.first, hit.cut))
    return c


def _nested(view: View, walk: _Walk) -> bool:
    """Step over a title inside the title; not over ``العريف / سلطان فهد أحمد``, where it is a name."""
    nested = view.titles.get(walk.j)
    if nested is None or nested.cut or (walk.comma and opening(view, walk.j, titled=False) is not None):
        return False
    walk.j = nested.last
    return True


def _body(view: View, walk: _Walk, ends: Mapping[int, int]) -> bool:
    """Step over the head of a body or place with what belongs to it."""
    head = view.heads.get(walk.j)
    if head is None:
        return False
    _past_head(view, walk, walk.j, head, ends)
    return True


def _past_head(view: View, walk: _Walk, k: int, head: Hit, ends: Mapping[int, int]) -> None:
    j = head.last
    end = max(ends.get(k, 0), ends.get(j, 0))
    if end > j:
        walk.past(end)
        return
    walk.past(j)
    if j < view.stop[k] and view.definite(j) and not head.value.form.startswith("ال") and j not in view.titles and j not in view.forms:
        if view.key(k, head.cut if k == head.last - 1 else 0) in view.lexicon.word("titled_head"):
            walk.body = (k if head.value.inside else j, j + 1)
        walk.past(j + 1)


def _known_person(view: View, j: int, hit: Hit) -> Name | None:
    """A person of the lexicon at word ``j``, with the words before and after that belong to the name."""
    lex = view.lexicon
    form = view.forms.get(j)
    if form is None or form.cut or view.closed(j) or not any(lex.records[s].type == "PERSON" for s in form.value.slugs):
        return None
    if not form.value.strong and (j in view.demonyms or view.common(j) or view.words[j].key in lex.word("ordinal")):
        return None
    return Name(_first_name(view, j, hit.last) if form.last == j + 1 else j, max(form.last, _extended(view, j)), 0, 2)


def _lexical(view: View, walk: _Walk) -> bool:
    """Step over a place or body of the lexicon, a nationality, a field of work."""
    j = walk.j
    word, form = view.words[j], view.forms.get(j)
    if (
        form is not None
        and (view.place(j) is None or form.value.strong)
        and (form.last > j + 1 or not _is_given(view, j))
        and (form.value.strong or not any(view.lexicon.records[s].type == "PERSON" for s in form.value.slugs))
    ):
        walk.past(form.last)
        return True
    demonym = view.demonyms.get(j)
    if demonym is not None:
        walk.past(demonym.last, 0)
        return True
    if word.key in view.lexicon.fields or (word.key[0] == "و" and word.key[1:] in view.lexicon.fields):
        walk.past(j + 1)
        return True
    return False


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
        if not (view.definite(j) or view.words[j].key.startswith("لل") or j in view.demonyms or j in view.heads):
            break
        j += 1
    return j
