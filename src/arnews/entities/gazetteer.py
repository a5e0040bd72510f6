"""What the lexicon names outright: strong forms alone, weak forms only with support from the words around them."""

from __future__ import annotations

from arnews.entities.lexicon import Form
from arnews.entities.model import Candidate
from arnews.entities.names import Name
from arnews.entities.scan import Hit, View
from arnews.entities.titles import joined
from arnews.records import EntityType


def find(view: View) -> list[Candidate]:
    """The longest form at each word. A weak one needs a reason (``support``) and else waits for the recogniser."""
    records = view.lexicon.records
    out = []
    for i, hit in view.forms.items():
        if i in view.nameless or _particle(view, i, hit):
            continue
        form: Form = hit.value
        kind = records[form.slugs[0]].type
        if not form.strong:
            reason = support(view, i, hit)
            if reason is None:
                continue
            kind = reason
        if (
            kind == "LOC"
            and (_media(view, i) or _credit(view, i, hit))
            and (any(records[s].type == "ORG" for s in form.slugs) or _beside_mark(view, i))
        ):
            kind = "ORG"
        if kind == "NORP" or _misread(view, i, hit, form):
            continue
        slugs = tuple(s for s in form.slugs if records[s].type == kind)
        tier = 0 if form.user else 2
        score = 0.95 if form.strong else 0.8
        first, cut = (i, hit.cut) if form.user else _start(view, i, hit, kind)
        rule = "lexicon.user" if form.user else "lexicon.strong" if form.strong else "lexicon.weak"
        out.append(Candidate(first, _last(view, first, hit, kind), cut, kind, rule, score, tier, slugs=slugs))
        if kind == "PERSON" and form.strong:
            out += joined(view, Name(first, hit.last, cut, 1))
    return out


def _start(view: View, i: int, hit: Hit, kind: str) -> tuple[int, int]:
    """Where the name begins in a form that has more: مدينة غزة names غزة, الشيخة حسينة names حسينة."""
    head, title = view.heads.get(i), view.titles.get(i)
    if (
        kind == "LOC"
        and head is not None
        and not head.value.inside
        and head.value.type == "LOC"
        and head.last < hit.last
        and head.cut == hit.cut
    ):
        return head.last, 0
    if (
        kind == "ORG"
        and head is not None
        and not head.value.inside
        and head.value.type == "ORG"
        and head.last < hit.last
        and head.cut == hit.cut
    ):
        # حركة حماس, قناة الميادين: the head is outside where the lexicon knows the name without it.
        bare = view.forms.get(head.last)
        if bare is not None and bare.last == hit.last and set(bare.value.slugs) & set(hit.value.slugs):
            return head.last, 0
    if kind == "PERSON" and title is not None and title.last < hit.last and title.cut == hit.cut and view.definite(i, hit.cut):
        return title.last, 0
    return i, hit.cut


def _last(view: View, first: int, hit: Hit, kind: str) -> int:
    """Where the name ends in a form with a word that describes it: القدس [المحتلة]."""
    described = kind == "LOC" and hit.last - first == 2 and view.words[hit.last - 1].key in view.lexicon.word("place_describing")
    return hit.last - 1 if described else hit.last


def weak(view: View) -> list[Candidate]:
    """Weak forms without support: proposals that count only when something else in the article agrees."""
    records = view.lexicon.records
    return [
        Candidate(i, hit.last, hit.cut, records[hit.value.slugs[0]].type, "lexicon.unsupported", 0.3, 9, slugs=hit.value.slugs)
        for i, hit in view.forms.items()
        if not hit.value.strong and i not in view.nameless and not _particle(view, i, hit)
    ]


def _particle(view: View, i: int, hit: Hit) -> bool:
    """A closed word is no name (كان the city) and opens none, but for a place or body of several words: أم درمان, فجر ليبيا."""
    named = hit.last - i > 1 and view.lexicon.records[hit.value.slugs[0]].type in ("LOC", "ORG")
    return hit.cut == 0 and view.closed(i) and not named


def support(view: View, i: int, hit: Hit) -> EntityType | None:
    """The type for which the neighbours of a weak form speak, or None.

    A place: in a list with sure places (``حماه وحلب``), in brackets or before them with a sure place, opening a dateline.
    """
    records = view.lexicon.records
    if hit.cut and view.key(i, hit.cut) in view.lexicon.common:
        return None
    kinds = {records[s].type for s in hit.value.slugs}
    if "LOC" in kinds:
        if _joined(view, i, hit) or _bracketed(view, i, hit):
            return "LOC"
        if _dateline(view, i, hit) or _after_in(view, i, hit):
            return "LOC"
    if "ORG" in kinds and _media(view, i):
        return "ORG"
    return None


def _sure_place(view: View, i: int) -> Hit | None:
    return view.place(i, strong=True) if 0 <= i < len(view.words) else None


def _joined(view: View, i: int, hit: Hit) -> bool:
    """A neighbour in a list with و is a sure place."""
    if hit.last < len(view.words):
        nxt = _sure_place(view, hit.last)
        if nxt is not None and nxt.cut == 1 and view.words[hit.last].key[0] == "و" and view.stop[hit.last - 1] > hit.last:
            return True
    if hit.cut == 1 and view.words[i].key[0] == "و":
        for first in range(max(0, i - 3), i):
            before = _sure_place(view, first)
            if before is not None and before.last == i:
                return True
    return False


def _bracketed(view: View, i: int, hit: Hit) -> bool:
    """``سوروتش (تركيا)``: a sure place in brackets right after it."""
    words = view.words
    j = hit.last
    return (
        j + 2 < len(words)
        and words[j].text == "("
        and (p := _sure_place(view, j + 1)) is not None
        and p.last < len(words)
        and words[p.last].text == ")"
    )


def _dateline(view: View, i: int, hit: Hit) -> bool:
    """First on its line and followed by a dash, colon or bracket, or last after them on a short line."""
    words = view.words
    first = i == 0 or words[i - 1].line != words[i].line
    j = hit.last
    return (
        first and hit.cut == 0 and j < len(words) and words[j].line == words[i].line and words[j].text in view.lexicon.word("dateline_mark")
    )


def _after_in(view: View, i: int, hit: Hit) -> bool:
    """``في جنين``: one of the places that are also words, but hardly after this preposition; not before an adjective of theirs."""
    words, lex = view.words, view.lexicon
    if i == 0 or hit.cut or words[i].key not in lex.word("place_after_in") or words[i - 1].key not in lex.word("place_preposition"):
        return False
    after = words[hit.last].key if view.stop[i] > hit.last else ""
    return not (after.endswith("ه") and not after.startswith("ال") and lex.is_common(after) and after not in lex.word("closed"))


def _media(view: View, i: int) -> bool:
    before = i - 2 if i > 1 and view.words[i - 1].text in view.lexicon.word("quote_open") else i - 1
    head = view.heads.get(before)
    return head is not None and head.last == before + 1 and view.key(before, head.cut) in view.lexicon.word("media_head")


def _credit(view: View, i: int, hit: Hit) -> bool:
    """In quotation marks beside a place or a colon at the head of the article: ``بيروت: «الشرق الأوسط»``."""
    words = view.words
    marks = view.lexicon.word("quote_open")
    return (
        i > 0
        and words[i].line <= 4
        and words[i - 1].text in marks
        and words[i - 1].text != "("
        and hit.last < len(words)
        and words[hit.last].kind == "punct"
    )


def _beside_mark(view: View, i: int) -> bool:
    """A colon or dash right before the quotation mark: بيروت: «الشرق الأوسط» credits the paper."""
    return i > 1 and view.words[i - 2].text in view.lexicon.word("dateline_mark") and view.words[i - 2].line == view.words[i].line


def _misread(view: View, i: int, hit: Hit, form: Form) -> bool:
    """A word that is a nationality here (``جنسيات سورية``) although it is also the country's name (``في سورية``)."""
    demonym = view.demonyms.get(i)
    if demonym is None or demonym.last != hit.last or demonym.cut != hit.cut or hit.last - i != 1:
        return False
    before = view.words[i - 1]
    if i == 0 or view.stop[i - 1] <= i or before.kind != "arabic":
        return False
    if demonym.value.definite:
        # السوق السعودية, unlike في السعودية.
        return hit.cut == 0 and view.definite(i - 1) and not view.closed(i - 1) and view.place(i - 1) is None
    if hit.cut and (view.words[i].key[0] != "و" or i - 1 in view.demonyms):
        return view.words[i].key[0] == "و"
    return before.key in view.lexicon.word("before_adjective") or (
        before.key.endswith(("ه", "ات"))
        and not before.key.startswith("ال")
        and before.key not in view.lexicon.word("closed")
        and view.lexicon.is_common(before.key)
    )
