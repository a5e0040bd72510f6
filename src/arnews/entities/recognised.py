"""What the recogniser adds: its predictions as candidates, trimmed to the conventions of spans, checked against the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from arnews.entities.hints import marks
from arnews.entities.model import Candidate
from arnews.entities.names import called, known
from arnews.entities.organisations import nation
from arnews.entities.scan import View
from arnews.recognizers.hints import Hinted
from arnews.records import EntityType
from arnews.text.words import cuts

if TYPE_CHECKING:
    from arnews.recognizers.base import Recognizer

SURE = 0.8
_LIKELY = 0.7
_TYPES = frozenset({"PERSON", "LOC", "ORG", "MISC"})
_ARTICLE = "ال"
_DEFINITE = ("لل", "وال", "بال")
# Rules whose finding is whole: the recogniser may not cut it.
_WHOLE = ("lexicon.strong", "name.full", "title.full", "misc.")
_HOLDS = ("org.country", "org.over", "org.fixed", "org.definite")
_TIER = 4
# From here the recogniser settles which of two rules is right about where a name ends.
_AGREED = 0.5
# From here a recogniser that has read what the rules say may contradict a sure one.
_CERTAIN = 0.7
# What the shipped recogniser gives below this is right about every second time.
_HEARD = 0.55


def author_words(layout: Any) -> Iterable[tuple[int, int]]:
    """Word ranges of the authors that the layout found."""
    return [(part.first, part.last) for part in layout.authors]


def find(view: View, recognizer: Recognizer, ruled: Sequence[Candidate], weak: Sequence[Candidate]) -> list[Candidate]:
    """Rules and recogniser together: what each may keep of the other's (see ``merge``), not yet without overlaps."""
    informed = isinstance(recognizer, Hinted)
    predicted = list(_predictions(view, recognizer, ruled, weak))
    spans: set[tuple[int, int, str]] = {(c.first, c.last, c.type) for c in ruled}
    predicted_at = _by_word(predicted)
    stays = [c for c in ruled if c.tier <= 1 or c.type in ("NORP", "MISC") or not _doubted(c, predicted_at, spans, informed=informed)]
    ruled_at = _by_word(stays)
    weak_at = {(c.first, c.last): c for c in weak}
    out = []
    for p in predicted:
        if not _welcome(p, ruled_at):
            continue
        twin = weak_at.get((p.first, p.last))
        if twin is not None and any(view.lexicon.records[s].type == p.type for s in twin.slugs):
            if p.type == "PERSON" and p.last - p.first == 1 and p.score < SURE and view.common(p.first, twin.cut):
                # أنه سعيد للغاية: a weak name that is also a word wants a sure recogniser.
                continue
            slugs = tuple(s for s in twin.slugs if view.lexicon.records[s].type == p.type)
            out.append(replace(p, cut=twin.cut, slugs=slugs, rule="recogniser.lexicon"))
        else:
            out.append(p)
    return stays + out


def _by_word(candidates: Iterable[Candidate]) -> dict[int, list[Candidate]]:
    out: dict[int, list[Candidate]] = {}
    for c in candidates:
        for k in range(c.first, c.last):
            out.setdefault(k, []).append(c)
    return out


def _predictions(view: View, recognizer: Recognizer, ruled: Sequence[Candidate], weak: Sequence[Candidate]) -> Iterable[Candidate]:
    words = view.words
    sentences = view.doc.sentences
    texts = [[w.text for w in words[a:b]] for a, b in sentences]
    heard = 0.0
    doubtful = 2.0  # a common word alone is no person (الرازي, in books) unless a recogniser that knows it for common is sure
    if isinstance(recognizer, Hinted):
        heard, doubtful = _HEARD, SURE
        marked = marks(view, ruled, weak)
        found = recognizer.recognize_hinted(texts, [marked[a:b] for a, b in sentences])
    else:
        found = recognizer.recognize(texts)
    for (start, end), predictions in zip(sentences, found, strict=True):
        for p in predictions:
            if p.type in _TYPES and p.score >= heard and 0 <= p.first < p.last <= end - start:
                for first, last in (
                    _people(view, start + p.first, start + p.last) if p.type == "PERSON" else ((start + p.first, start + p.last),)
                ):
                    made = _trimmed(view, first, last, p.type, p.score, doubtful)
                    if made is not None:
                        yield made


def _people(view: View, first: int, last: int) -> Iterable[tuple[int, int]]:
    """A span of several persons joined by و, one by one: ``خالد العلي وسعيد جعفر``."""
    for k in range(first + 1, last):
        key = view.words[k].key
        if (
            key[0] == "و"
            and len(key) > 3
            and not known(view, key)
            and (k - first >= 2 or key[1:] in view.lexicon.names)
            and not view.common(k)
        ):
            yield first, k
            first = k
    yield first, last


def _trimmed(view: View, first: int, last: int, kind: str, score: float, doubtful: float) -> Candidate | None:
    """The span by our conventions: no marks at its ends, no title before a person, no outside head, no proclitics."""
    words = view.words
    while first < last and words[first].kind in ("punct", "other", "number"):
        first += 1
    while first < last and words[last - 1].kind in ("punct", "other"):
        last -= 1
    while first < last:
        title, head = view.titles.get(first), view.heads.get(first)
        if kind == "PERSON" and title is not None and title.last < last and (view.definite(first) or not known(view, words[first].key)):
            first = title.last
        elif head is not None and not head.value.inside and head.last < last and head.value.type == kind:
            first = head.last
        elif kind in ("PERSON", "LOC") and (view.closed(first) or called(view, first)) and first + 1 < last:
            first += 1
        else:
            break
    if first >= last or not any(w.kind in ("arabic", "latin") for w in words[first:last]):
        return None
    if (
        view.closed(first)
        or first in view.nameless
        or (last - first == 1 and words[first].key in view.lexicon.word("theophoric"))
        or (kind == "PERSON" and last - first == 1 and _describing(view, first))
        or (kind in ("PERSON", "LOC") and last - first == 1 and view.common(first) and first not in view.forms and score < doubtful)
        or (last - first == 1 and first in view.demonyms and view.demonyms[first].cut == 0)
    ):
        return None
    cut = proclitics(view, first, kind)
    if kind == "PERSON":
        last = _person_end(view, first, last)
    if kind == "ORG" and _outside(view, first):
        while last - 1 > first and last - 1 in view.demonyms:
            last -= 1
    elif kind == "ORG":
        closing = nation(view, last, view.key(first, cut)) if last < len(words) and view.stop[last - 1] > last else None
        if closing is not None:
            last = closing[0]
    if kind == "ORG" and view.key(first, cut).removeprefix(_ARTICLE) in view.lexicon.word("event_head"):
        kind = "MISC"
    head = view.heads.get(first)
    if kind == "ORG" and head is not None and head.value.type == "LOC" and head.value.inside and head.last < last:
        # مستشفى إيخيلوف is a place, whoever found it
        kind = "LOC"
    elif kind == "ORG":
        last = body_end(view, first, last)
    if kind == "ORG" and _nameless(view, first, last):
        return None
    if kind == "ORG" and last - first > 1 and all(view.words[k].key in view.lexicon.word("generic") for k in range(first + 1, last)):
        return None
    return Candidate(first, last, cut, cast(EntityType, kind), "recogniser", score, _TIER)


def body_end(view: View, first: int, last: int) -> int:
    """A body's name ends before the object of its verb (``رفضت نقابة المحامين [المشروع]``) and before ``بالرباط``.

    After a definite word a definite noun is no part of a name: only an adjective can follow there.
    """
    while last - 1 > first + 1:
        k = last - 1
        where = view.place(k)
        attached = where is not None and where.cut == 1 and view.words[k].key[0] in view.lexicon.word("in_prefix")
        definite = view.definite(k - 1) or view.words[k - 1].key.startswith(_DEFINITE)
        if not attached and not (_object(view, first, k) and definite and _complete(view, first, k)):
            break
        last = k
    # قوات الأمن [البلدة القديمة]: a place of fixed words is no part of it.
    return next(
        (k for k in range(first + 1, last) if (h := view.heads.get(k)) is not None and h.value.type == "LOC" and h.value.take == "fixed"),
        last,
    )


def _object(view: View, first: int, k: int) -> bool:
    """Whether a definite word is a common noun, and no adjective that a name may end in."""
    lex = view.lexicon
    key = view.words[k].key
    if not view.definite(k) or key in lex.word("org_adjective") or key in lex.word("party_adjective") or key.endswith(("ي", "يه", "ون")):
        return False
    return key in lex.common and k not in view.demonyms and not _adjectival(view, first, k)


def _adjectival(view: View, first: int, k: int) -> bool:
    """Whether a definite word can be an adjective of the head or of the word before it: ``المتحدة`` of ``الأمم``, unlike ``المشروع``."""
    key = view.words[k].key
    feminine = key.endswith("ه")
    nouns = (view.key(first), view.words[k - 1].key)
    if not (key.startswith("الم") or key in view.lexicon.word("late_adjective")):
        return False
    return (
        any(noun.endswith(("ه", "ات")) or noun in view.lexicon.word("fem_body") for noun in nouns)
        if feminine
        else not nouns[0].endswith("ه")
    )


def _complete(view: View, first: int, last: int) -> bool:
    """Whether the words before make a name of their own: a head with a definite word or more after it."""
    head = view.heads.get(first)
    return head is not None and (head.last < last or (head.last == last and last - first > 1))


def _describing(view: View, first: int) -> bool:
    """A word alone that is no person: ``كان بروفسورا في``, ``سوداني مولود في``."""
    key = view.words[first].key
    after = view.words[first + 1].key if first + 1 < view.stop[first] else ""
    if after in view.lexicon.word("in") and key in view.lexicon.word("described_in"):
        return True
    return key.endswith("ا") and not known(view, key) and (key in view.lexicon.common or key[:-1] in view.lexicon.common)


def _nameless(view: View, first: int, last: int) -> bool:
    """A letter or two left of an acronym, a bare head (``حزب`` before a quotation mark), or one with ``سعودية`` alone."""
    if last - first == 1:
        short = len(view.words[first].key) < 3 and view.words[first].kind == "arabic"
        return short or (first in view.heads and not view.definite(first))
    demonym = view.demonyms.get(last - 1)
    return demonym is not None and not demonym.value.definite and last - first == 2 and first in view.heads


def _outside(view: View, first: int) -> bool:
    """Whether a head that is no part of the name stands right before it (صحيفة, or with a quotation mark between)."""
    before = first - 2 if first > 1 and view.words[first - 1].kind == "punct" else first - 1
    head = view.heads.get(before)
    return head is not None and not head.value.inside and head.last == before + 1


def _person_end(view: View, first: int, last: int) -> int:
    """A person's name ends before a title (أبو همام القائد), a word of a closed class, a verb of saying or a mark."""
    said = view.lexicon.word("reporting")
    for k in range(first + 1, last):
        title = view.titles.get(k)
        ends = title is not None and (title.last - k > 1 or not known(view, view.words[k].key))
        if (
            ends
            or view.closed(k)
            or view.words[k].key in view.lexicon.word("name_end")
            or view.words[k].key in said
            or view.words[k].text in ("،", ",", ":", "(", ")")
        ):
            return k
    return last


def proclitics(view: View, i: int, kind: str) -> int:
    """How many letters to cut off the first word of a name: where a lexicon, the article or the article ال shows the rest."""
    word = view.words[i]
    if word.kind != "arabic":
        return 0
    for table in (view.forms, view.heads):
        hit = table.get(i)
        if hit is not None:
            return hit.cut
    key = word.key
    if known(view, key) or key in view.lexicon.word("kunya"):
        return 0
    best = 0
    for cut, rest in cuts(key):
        if key[cut - 1] == "س" or len(rest) < 3:
            continue
        if (
            # وكالات is not و + ك + الات.
            (rest.startswith("ال") and len(rest) > 4)
            or known(view, rest)
            or rest in view.lexicon.word("kunya")
            or rest in view.lexicon.word("servant")
            or (cut == 1 and rest in view.lexicon.common and kind == "ORG")
        ):
            best = cut
    if best:
        return best
    # و stands before a name far oftener than it begins one that no list knows.
    return 1 if key[0] == "و" and len(key) > 4 else 0


def _welcome(p: Candidate, by_word: dict[int, list[Candidate]]) -> bool:
    """Whether a prediction adds to the rules' findings or may overrule them."""
    others = {id(c): c for k in range(p.first, p.last) for c in by_word.get(k, ())}.values()
    for c in others:
        if c.tier <= 1:
            return False
        if c.type == "NORP":
            continue
        inside = p.first <= c.first and c.last <= p.last
        same = (c.first, c.last) == (p.first, p.last)
        if same:
            if c.score >= SURE:
                return False
            continue
        if inside and (p.type in (c.type, "ORG")):
            if c.rule.startswith("lexicon.strong") and p.score < SURE:
                return False
            continue
        if c.score >= SURE:
            return False
    return True


def _doubted(c: Candidate, predicted_at: dict[int, list[Candidate]], spans: set[tuple[int, int, str]], *, informed: bool) -> bool:
    """Whether a rule's finding is spoken against. ``spans`` are those of all rules; ``informed`` is a recogniser that has read them.

    Where two rules differ, the one that the recogniser reads too stays: ``أسامة بن لادن`` and not ``أسامة بن لادن اندسوا``. An
    informed recogniser that is certain gives another type to the same words (``وقال فيرجسون``, a man here and a town in the
    lexicon) and ends a person's name sooner; a guess it does not share is dropped. An unsure rule yields to any sure recogniser.
    """
    there = {id(p): p for k in range(c.first, c.last) for p in predicted_at.get(k, ())}.values()
    whole = c.rule.startswith(_WHOLE)  # شمال سيناء is a governorate, whatever the recogniser makes of سيناء
    for p in there:
        within = c.first <= p.first and p.last <= c.last
        same = (p.first, p.last) == (c.first, c.last)
        if same and p.type == c.type:
            return False
        # الزعيم حيد العبادي: a title has said where the name begins.
        # شرطة مدينة شيكاغو holds a place.
        holds = c.rule in _HOLDS and p.type == "LOC" and p.first > c.first
        kept = within and (whole or holds or (c.rule.startswith("title.") and p.first > c.first))
        if (p.first, p.last, p.type) in spans and p.score >= _AGREED and not kept and not (same and c.score >= SURE):
            return True
        # A nom de guerre keeps its nisba: أبو حمزة الفرنسي.
        sooner = p.first == c.first and within and p.type == c.type == "PERSON" and not whole and c.rule != "name.kunya"
        if informed and p.score >= _CERTAIN and (same or sooner):
            return True
    if c.score >= SURE:
        return False
    return any(p.type != c.type and p.score >= SURE for p in there) or (not there and (informed or c.score < _LIKELY))
