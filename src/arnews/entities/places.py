"""Names of places by their head word (``مدينة سوروتش``, ``مطار صنعاء``, ``ريف حلب الغربي``) and lists of places."""

from __future__ import annotations

from collections.abc import Iterator

from arnews.entities.lexicon import Head
from arnews.entities.model import Candidate
from arnews.entities.names import given, known, run
from arnews.entities.scan import Hit, View
from arnews.text.fold import fold

_ATTACHED = ("بال", "كال", "فال", "وال", "لل")
_PRONOUNS = ("ها", "هم", "هما")
_MAX_LIST = 40


def find(view: View) -> list[Candidate]:
    """Every place that a head word opens, and those joined to it in a list."""
    out: list[Candidate] = []
    for i, hit in view.heads.items():
        head: Head = hit.value
        if head.type == "LOC":
            out.extend(_facility(view, i, hit, head) if head.inside else _region(view, hit, head))
            if not head.inside and hit.cut == 1 and view.words[i].key[0] == "ب":
                out.extend(_before(view, i))
    out.extend(_prefixed(view))
    out.extend(_before_person(view))
    return out


def _before_person(view: View) -> Iterator[Candidate]:
    """An unknown place between في and a full name: ``قال المسؤول في كبكابية [آدم صالح إبراهيم]``."""
    lex = view.lexicon
    for i in range(1, len(view.words) - 2):
        if view.words[i - 1].key not in lex.word("in") or view.stop[i - 1] <= i + 2 or view.words[i].kind != "arabic":
            continue
        key = view.words[i].key
        if len(key) < 4 or lex.is_common(key) or known(view, key) or view.closed(i):
            continue
        if any(i in table for table in (view.titles, view.heads, view.demonyms)) or not all(
            known(view, view.words[k].key) for k in (i + 1, i + 2)
        ):
            continue
        if given(view, view.words[i + 1].key) and (i not in view.forms or view.place(i) is not None):
            slugs = tuple(s for s in view.forms[i].value.slugs if lex.records[s].type == "LOC") if i in view.forms else ()
            yield Candidate(i, i + 1, 0, "LOC", "place.before_person", 0.82, 2, slugs=slugs)


def _prefixed(view: View) -> Iterator[Candidate]:
    """After a preposition a place of two words that begins as places do: ``إلى أم كدادة``, ``في تل رفعت``, ``قرب بئر لحفن``."""
    lex = view.lexicon
    first = lex.word("place_first")
    for i in range(1, len(view.words) - 1):
        word, nxt = view.words[i], view.words[i + 1]
        # إم إتش are letters.
        if word.key not in first or word.text[0] == "إ" or view.stop[i] <= i + 1 or nxt.kind != "arabic" or len(nxt.key) < 3:
            continue
        before = view.words[i - 1].key
        head = view.heads.get(i - 1)
        if not (before in lex.word("place_preposition") or (head is not None and head.value.type == "LOC")):
            continue
        if view.closed(i + 1) or lex.is_common(nxt.key) or i + 1 in view.demonyms or i + 1 in view.titles or i in view.nameless:
            continue
        at = i - 1 if head is not None and head.value.inside else i
        yield Candidate(at, i + 2, 0, "LOC", "place.prefix", 0.8, 2)


def _before(view: View, i: int) -> Iterator[Candidate]:
    """An unknown place between a preposition and its region: ``في لافايت بولاية لويزيانا``."""
    for first in (i - 1, i - 2):
        if first < 1 or view.stop[first] <= i:
            return
        word = view.words[first]
        spot = view.place(first)
        if word.kind != "arabic" or view.closed(first) or (spot is None and view.common(first)) or len(word.key) < 4:
            return
        if any(first in table for table in (view.demonyms, view.titles, view.heads)) or (spot is not None and spot.last != i):
            return
        cut = spot.cut if spot is not None else 0
        if cut or view.words[first - 1].key in view.lexicon.word("place_preposition"):
            slugs = tuple(s for s in spot.value.slugs if view.lexicon.records[s].type == "LOC") if spot is not None else ()
            yield Candidate(first, i, cut, "LOC", "place.region_after", 0.8, 2, slugs=slugs)
            return


def _name(view: View, j: int, stop: int, *, cut: int = 0, open_: bool) -> tuple[int, tuple[str, ...], bool] | None:
    """A place's name at word ``j``: its end, the entities that it can be, and whether the lexicon knows it.

    ``open_``: the head is one that always has a name after it, so a definite common word is one (``محافظة الحجرة``).
    """
    lex = view.lexicon
    hit = view.place(j)
    if cut == 0 and any((at := table.get(j)) is not None and at.cut for table in (view.forms, view.heads)):
        # مستشفى [لفرانس برس], سينما [بأمريكا], سينما [بولاية لويزيانا]
        return None
    if hit is not None and hit.cut == cut:
        return hit.last, tuple(s for s in hit.value.slugs if lex.records[s].type == "LOC"), True
    word = view.words[j]
    if word.kind == "latin" and cut == 0:
        return j + 1, (), False
    key = view.key(j, cut)
    if word.kind != "arabic" or len(key) < 3 or key in lex.word("closed") or key in lex.word("generic"):
        return None
    if any((t := table.get(j)) is not None and t.cut == cut for table in (view.demonyms, view.heads, view.titles)):
        return None
    if key.startswith(_ATTACHED) or (key.startswith("و") and cut == 0 and len(key) > 5) or key.endswith(_PRONOUNS):
        return None
    if key in lex.word("place_prefix"):
        if j + 1 < stop and view.words[j + 1].kind == "arabic" and view.words[j + 1].key not in lex.word("closed"):
            return j + 2, (), False
        return None
    if key.startswith("ال"):
        if lex.is_common(key) and not open_:
            return None
        if lex.is_common(key) and key in lex.word("place_no"):
            return None
        return j + 1, (), False
    if lex.is_common(key):
        return None
    end = j + 1
    while end < stop and end - j < 3:
        nxt = view.words[end]
        if (
            nxt.kind != "arabic"
            or len(nxt.key) < 2
            or nxt.key.startswith(("ال", "و", *_ATTACHED))
            or view.closed(end)
            or lex.is_common(nxt.key)
            or view.place(end, strong=True) is not None
            or (given(view, nxt.key) and known(view, nxt.key))  # ولاية كيبي [ناصر إدريس]
        ):
            break
        if any(end in table for table in (view.demonyms, view.titles, view.heads)):
            break
        end += 1
    return end, (), False


def _region(view: View, hit: Hit, head: Head) -> Iterator[Candidate]:
    """``مدينة سوروتش`` gives سوروتش; ``محافظات حماه وحلب وحمص`` gives all three."""
    j = hit.last
    words = view.words
    stop = view.stop[hit.last - 1]
    quoted = j < len(words) and words[j].text in view.lexicon.word("quote_open")
    if quoted and j + 1 < len(words):
        j += 1
        stop = view.stop[j]
    if j >= stop:
        return
    made = _name(view, j, stop, open_=head.take == "open")
    if made is None:
        return
    end, slugs, sure = made
    if (
        not sure
        and end == j + 1
        and view.words[j].key.endswith("ه")
        and not view.definite(j)
        and fold(head.form) in view.lexicon.word("fem_head")
    ):
        # An adjective that agrees with its head is no name: منطقة نائية.
        return
    yield Candidate(j, end, 0, "LOC", "place.head", 0.9 if sure else 0.75, 2, slugs=slugs)
    if head.take == "list":
        yield from _listed(view, end)


def _listed(view: View, j: int) -> Iterator[Candidate]:
    """The further members of a list of places: each with و, or after a comma."""
    words = view.words
    line = words[j - 1].line
    for _ in range(_MAX_LIST):
        comma = False
        if j < len(words) and words[j].text in ("،", ","):
            j, comma = j + 1, True
        if j >= len(words) or words[j].line != line or words[j].kind != "arabic":
            return
        cut = 1 if words[j].key.startswith("و") and len(words[j].key) > 3 else 0
        place = view.place(j)
        if place is not None:
            cut = place.cut
        if not cut and not comma:
            return
        made = _name(view, j, view.stop[j], cut=cut, open_=False)
        if made is None or not (cut or made[2]):
            return
        end, slugs, sure = made
        yield Candidate(j, end, cut, "LOC", "place.list", 0.85 if sure else 0.7, 2, slugs=slugs)
        j = end


def _facility(view: View, i: int, hit: Hit, head: Head) -> Iterator[Candidate]:
    """``مطار صنعاء``, ``طريق العريش الساحلي``, ``ملعب فرنسا الدولي``: the head is part of the name."""
    lex = view.lexicon
    stop = view.stop[hit.last - 1]
    j = hit.last
    quoted = _quoted(view, j) if head.take == "plain" else None
    if quoted is not None:
        # فندق "النخيل"
        yield Candidate(*quoted, 0, "LOC", "place.quoted", 0.85, 2)
        return
    # عن طريق is no road.
    if (j >= stop and head.take != "fixed") or (i and view.words[i - 1].key == "عن"):
        return
    if head.take == "fixed":
        yield Candidate(i, j, hit.cut, "LOC", "place.fixed", 0.85, 2)
        return
    tails = lex.word("place_tail")
    title = view.titles.get(j)
    country = None
    slugs: tuple[str, ...] = ()
    person = view.forms.get(j)
    if title is not None and title.cut == 0 and title.value.group != "relation":
        name = run(view, title.last, 0, titled=True, limit=stop) if title.last < stop else None
        if name is None or name.known == 0:
            return
        end = name.last
    elif person is not None and person.cut == 0 and all(lex.records[s].type == "PERSON" for s in person.value.slugs):
        end = person.last
    else:
        made = _name(view, j, stop, open_=head.take == "open")
        if made is None:
            return
        end, slugs, _ = made
        if slugs and (view.place(j, strong=True) is not None):
            # شارع صلاح الدين lies in no governorate of that name.
            country = lex.records[slugs[0]].country
    while end < stop and view.words[end].key in tails:
        end += 1
    foreign = view.demonyms.get(end) if end < stop and fold(head.form) in lex.word("hospital_head") else None
    if foreign is not None and not foreign.cut and foreign.value.definite and foreign.value.country != country:
        # مستشفى خان يونس الأوروبي
        end = foreign.last
    yield Candidate(i, end, hit.cut, "LOC", "place.facility", 0.85, 2, country=country)


def _quoted(view: View, j: int) -> tuple[int, int] | None:
    """The words in quotation marks from word ``j`` on, at most four."""
    words = view.words
    if j >= len(words) or words[j].text == "(" or words[j].text not in view.lexicon.word("quote_open"):
        return None
    close = view.lexicon.word("quote_close")
    end = next((k for k in range(j + 1, min(j + 6, len(words))) if words[k].text in close or words[k].line != words[j].line), j)
    return (j + 1, end) if end > j + 1 and words[end].text in close else None
