"""Where and when: the nearest fitting argument inside the number's stretch of the clause, then the sentence; else null.

The stretch of a number runs from the number before it to the number after it. Order of search: after the number in its
stretch, before it in its stretch, later in the sentence, earlier in the sentence. Reporting words (``وقال في بيان اليوم``)
give neither place nor time. Nothing is carried over from another sentence, except where فيها or هناك points back.
"""

from __future__ import annotations

from arnews.claims.candidates import noun_phrase
from arnews.claims.events import CASUALTY
from arnews.claims.places import Place
from arnews.claims.scene import Draft, Phrase, Scene
from arnews.grammar.units import QUOTES, STRONG
from arnews.speech.model import Saying, Speech
from arnews.text.words import has_article

_NEARNESS = (
    "after it in its clause", "before it in its clause", "later in the sentence", "earlier in the sentence",
    "later, unnamed", "earlier, unnamed",
)  # fmt: skip


def stretch(draft: Draft, neighbours: tuple[Draft | None, Draft | None], first: int, last: int) -> tuple[int, int]:
    """Words from the end of the number before to the start of the number after, inside the sentence."""
    before, after = neighbours
    low = max(first, before.last) if before is not None else first
    high = min(last, after.first) if after is not None else last
    return low, high


def _rank(scene: Scene, first: int, draft: Draft, span: tuple[int, int]) -> tuple[int, int] | None:
    """Nearness class and distance of an argument that begins at ``first``; None across بعد أن, which opens an earlier event."""
    if first >= draft.last:
        if any(_earlier(scene, w) for w in range(draft.last, first)):
            return None
        if first < span[1] and any(scene.isa(w, "meanwhile") for w in range(draft.last, first)):
            return None
        if any(_turns(scene, w) for w in range(draft.last, first)):
            return None
        return (0, first - draft.last) if first < span[1] else (2, first - draft.last)
    if first >= span[0] and not any(_fresh(scene, w) for w in range(first, draft.first)):
        return 1, draft.first - first
    return 3, draft.first - first


def _turns(scene: Scene, w: int) -> bool:
    """``كما وقع``, ``في حين``: the next event of a list, with a place of its own."""
    return (
        (scene.isa(w, "when_clause") and w > 0 and scene.isa(w - 1, "in", joined=True))
        or (scene.isa(w, "as_well") and w + 1 < len(scene.words) and (scene.tags[w + 1].event is not None or scene.has(w + 1, "result")))
        or (scene.isa(w, "next_one") and w > 0 and scene.stop(w - 1))
    )


def _earlier(scene: Scene, w: int) -> bool:
    more = w + 1 < len(scene.words)
    if scene.isa(w, "in_reply") and more and scene.isa(w + 1, "on"):
        return True  # قتل شرطيين ردا على هجوم في سوروتش
    return scene.isa(w, "once") or (scene.isa(w, "before_after") and more and scene.isa(w + 1, "that_verb"))


def _fresh(scene: Scene, w: int) -> bool:
    """``وكان الأعنف بين 20 حريقا``: a clause of its own."""
    return scene.isa(w, "was") or scene.isa(w, "meanwhile")


def where(scene: Scene, draft: Draft, found: list[Place], span: tuple[int, int], said: Speech) -> None:
    """Set the place of a draft from the places around it; what somebody says after the number has places of its own."""
    pointed = _pointed(scene, draft, span)
    if pointed is not None:
        draft.where = pointed
        draft.note("where", "there points back", pointed.first, pointed.last)
        return
    best: tuple[tuple[int, int, int], Place] | None = None
    for place in found:
        if place.phrase.first < draft.last and draft.first < place.phrase.last:
            continue
        ranked = _rank(scene, place.phrase.first, draft, span)
        if ranked is None or (place.phrase.first >= draft.last and _elsewhere(scene, draft, place.phrase.first, ranked[0], said)):
            continue
        rank, distance = ranked
        if not place.named and place.phrase.last - place.phrase.first == 1 and has_article(scene.words[place.phrase.first].key):
            rank += 2  # في الموقع, في المدينة: a name says more
        if rank >= 2 and not place.named and distance > 14:
            continue
        score = (rank, 0 if place.named else 1, distance)
        if best is None or score < best[0]:
            best = (score, place)
    if best is None or best[0][0] >= 2 or not best[1].named:
        best_topic = _topic(scene, draft)
        if best_topic is not None:
            draft.where = best_topic
            draft.note("where", "place before a colon in a headline", best_topic.first, best_topic.last)
            return
    if best is None:
        return
    draft.where = best[1].phrase
    draft.note("where", _NEARNESS[best[0][0]],
               best[1].phrase.first, best[1].phrase.last)  # fmt: skip


def _elsewhere(scene: Scene, draft: Draft, at: int, rank: int, said: Speech) -> bool:
    """Whether a place after the number is part of another statement: ``900 شخص، وأوضح أن اللجنة تعمل في حي النخيل``."""
    if said.at(at) is not said.at(draft.first):
        return True
    meets = (v for v in range(draft.last, at) if scene.isa(v, "meeting"))
    if any(_ahead(scene, v - 1) for v in meets):
        return True  # قبل محادثات سلام في مينسك
    told = (w for w in range(draft.last, at) if scene.tags[w].attribution and scene.words[w].key[0] == "و" and scene.stop(w - 1))
    return rank == 0 and any(scene.has(v, "that") for w in told for v in range(w, min(at, w + 6)))


def opened(scene: Scene, draft: Draft, found: list[Place], opening: tuple[int, int], said: Speech) -> None:
    """Place and time from the words that open the sentence (``وفي غشت 2021، قدرت``), where the number's clause names none."""
    if draft.where is None and found and found[-1].named:
        draft.where = found[-1].phrase
        draft.note("where", "opens the sentence", draft.where.first, draft.where.last)
    if draft.when is None:
        when(scene, draft, opening, opening, said)


def _pointed(scene: Scene, draft: Draft, span: tuple[int, int]) -> Phrase | None:
    """``رفح لا تزال تحتضن أربع كتائب فيها``, ``عدد المقيمين هناك``: the place named before."""
    first, _ = scene.sentence(draft.first)
    for w in [*range(draft.last, min(span[1], draft.last + 4)), *range(max(span[0], draft.first - 3), draft.first)]:
        if "there" in scene.tags[w].cues:
            for v in range(min(w, draft.first) - 1, first - 1, -1):
                if scene.type_at(v) == "LOC":
                    a, b = scene.mention_start[v], scene.mention_end[v]
                    at = scene.mention_at[v]
                    e = scene.entities[at[0]]
                    return Phrase(a, b, e.mentions[at[1]].cut, f"e{at[0] + 1}", e.country)
            return None
        if scene.words[w].text in STRONG:
            return None
    return None


def _topic(scene: Scene, draft: Draft) -> Phrase | None:
    """``اليمن: مقتل 20 حوثيا``: the place before the colon of a headline."""
    first, _ = scene.sentence(draft.first)
    for w in range(first, min(draft.first, first + 5)):
        if scene.words[w].text == ":" and w > first and scene.type_at(w - 1) == "LOC" and scene.mention_start[w - 1] == first:
            at = scene.mention_at[first]
            return Phrase(first, w, 0, f"e{at[0] + 1}", scene.entities[at[0]].country)
    return None


def when(scene: Scene, draft: Draft, span: tuple[int, int], limits: tuple[int, int], attributions: Speech) -> None:
    """Set the time of a draft from the dates inside ``limits``."""
    first, last = limits
    own = attributions.at(draft.first)
    best: tuple[tuple[int, int], int] | None = None
    seen: set[int] = set()
    for w in range(first, last):
        t = scene.temporal_at.get(w)
        if t is None or t in seen:
            continue
        seen.add(t)
        temporal = scene.temporals[t]
        if first < w < draft.first and _own_since(scene, w, draft):
            continue
        if w in attributions.heads or w in scene.skipped or not _usable(scene, t) or attributions.at(w) is not own:
            continue
        score = _rank(scene, temporal.first, draft, span)
        if score is not None and temporal.type == "DURATION" and w and "since" in scene.tags[w - 1].cues:
            score = (score[0] + 4, score[1])  # منذ سنوات says how long, not when
        if score is not None and temporal.type == "DURATION" and w and scene.isa(w - 1, "extent"):
            score = (score[0] + 4, score[1])  # أقرت اليوم مساعدات على مدى ست سنوات
        if temporal.type == "SET" and any(scene.temporal_at.get(v, t) != t for v in range(temporal.last, min(last, temporal.last + 4))):
            continue  # 432 ألف برميل يوميا في مايو المقبل
        if _other_time(scene, w, first):
            continue
        if w >= draft.last and any(_ahead(scene, v) for v in range(draft.last, w)):
            continue  # قبل الانتخابات التي تجري الثلاثاء
        if score is not None and w >= draft.last and sum(scene.words[v].text in "،," for v in range(draft.last, w)) >= 3:
            score = (score[0] + 4, score[1])  # three clauses on, the time is another event's
        if score is not None and (best is None or score < best[0]):
            best = (score, t)
    if best is None:
        _this_period(scene, draft, span)
        _reported(scene, draft, own)
        return
    t = best[1]
    draft.when = _extent(scene, t)
    loose = ", how long" if best[0][0] >= 4 else ""
    draft.note("when", _NEARNESS[best[0][0] % 4] + loose, draft.when.first, draft.when.last)


def _reported(scene: Scene, draft: Draft, own: Saying | None) -> None:
    """``أفادت مصادر أمس الثلاثاء بمقتل 24``: a verbal noun after the verb of saying is one clause with it; after أن it is not."""
    if own is None or draft.when is not None or draft.kind not in CASUALTY or not _one_clause(scene, draft, own):
        return
    times = {scene.temporal_at[w] for w in range(*own.head) if w in scene.temporal_at}
    if len(times) == 1 and _usable(scene, t := times.pop()):
        draft.when = _extent(scene, t)
        draft.note("when", "told and done in one clause", draft.when.first, draft.when.last)


def _one_clause(scene: Scene, draft: Draft, own: Saying) -> bool:
    """Whether what is said hangs on the verb of saying as a verbal noun: ``أعلن ... انتشال جثامين ثلاثة``."""
    before = own.first - 1
    if before < 0 or not own.first <= draft.first <= own.first + _SAID_AT_ONCE:
        return False
    return not scene.has(before, "that") and (not scene.stop(before) or scene.words[before].text in "»”")


# How far into what is told the number may stand, in words.
_SAID_AT_ONCE = 8


def _other_time(scene: Scene, w: int, first: int) -> bool:
    """A time to measure against (``مقارنة بالثلث الثالث من العام الماضي``, ``أدنى مستوى منذ مارس``) or that of a publication."""
    if any(scene.isa(v, "worst") for v in range(max(first, w - 7), w)) and not scene.isa(w - 1, "in"):
        return True  # الأسوأ من نوعه خلال العام الجاري
    if "since" in scene.tags[w - 1].cues if w else False:
        return any(scene.isa(v, "record") or scene.isa(v, "worst") for v in range(max(first, w - 9), w))
    if w - 2 >= first and scene.isa(w - 2, "law_number"):
        return True  # المرسوم التشريعي رقم 39 لعام 2013
    for v in range(w - 1, max(first, w - 7) - 1, -1):
        near = (scene.isa(v, "against") and w - v <= 2) or (scene.isa(v, "published") and w - v <= 3)
        near = near or (scene.isa(v, "than") and w - v == 1 and scene.isa(w, "unit_year"))
        if near or scene.isa(v, "compared"):
            return True
        if v in scene.numeral_at:
            return scene.isa(v - 1, "compared") or scene.isa(v - 1, "against")  # مقابل 32 الأسبوع الماضي, مقارنة بالربع الأخير
        if (scene.stop(v) and scene.words[v].text not in QUOTES) or (scene.tags[v].event is not None and w - v > 2):
            return False
    return False


def _ahead(scene: Scene, w: int) -> bool:
    return scene.isa(w, "ahead_of") and w not in scene.temporal_at


def _own_since(scene: Scene, w: int, draft: Draft) -> bool:
    """``منذ بدء الحرب في السابع من أكتوبر، حيث يقدر``: the start of another clause's state is no time of this number."""
    opened = any("since" in scene.tags[v].cues for v in range(max(0, w - 6), w))
    return opened and any(scene.words[v].text in "،," for v in range(w, draft.first))


def _usable(scene: Scene, t: int) -> bool:
    """Durations count with خلال, في, منذ before them; ``غداة`` and ``اليوم التالي`` belong to another event."""
    temporal = scene.temporals[t]
    if temporal.relation == "anaphoric":
        return False
    if temporal.type == "DURATION":
        first = temporal.first
        if temporal.cut and scene.words[first].key[:1] == "ب":
            return True
        return scene.isa(first, "over_time") or (first > 0 and scene.isa(first - 1, "over_time", joined=True))
    return True


def _extent(scene: Scene, t: int) -> Phrase:
    """The expression, with its twin where ``منذ X وحتى Y`` makes one stretch of time."""
    temporal = scene.temporals[t]
    last = temporal.last
    if temporal.type == "DURATION" and last + 1 < len(scene.words) and scene.isa(last, "of") and not scene.stop(last + 1):
        # خلال شهر من دخولها حيز التنفيذ
        return Phrase(temporal.first, noun_phrase(scene, last + 1, 4)[1], temporal.cut, f"d{t + 1}")
    for w in range(last, min(len(scene.words), last + 3)):
        if scene.isa(w, "up_to") and w + 1 < len(scene.words):
            other = scene.temporal_at.get(w + 1)
            if other is not None and other != t:
                last = scene.temporals[other].last
            break
        if scene.words[w].text not in "،,":
            break
    return Phrase(temporal.first, last, temporal.cut, f"d{t + 1}")


def _this_period(scene: Scene, draft: Draft, span: tuple[int, int]) -> None:
    """``خلال هذه الفترة``: a time that only points back."""
    _, last = scene.sentence(draft.first)
    for w in range(draft.last, last - 2):
        if scene.isa(w, "during") and scene.isa(w + 1, "this") and scene.isa(w + 2, "period"):
            draft.when = Phrase(w + 1, w + 3)
            draft.note("when", "this period", w, w + 3)
            return


def since(scene: Scene, draft: Draft) -> None:
    """``منذ بدء الحرب``, ``منذ 2011``: the start of a running total, later in the sentence or before the number."""
    first, last = scene.sentence(draft.first)
    for w in [*range(draft.last, min(last, draft.last + 20)), *range(draft.first - 1, max(first, draft.first - 20) - 1, -1)]:
        if "since" not in scene.tags[w].cues or w + 1 >= last or _other_time(scene, w + 1, first):
            continue
        t = scene.temporal_at.get(w + 1)
        if t is not None and scene.temporals[t].type != "DURATION":
            draft.since = Phrase(scene.temporals[t].first, scene.temporals[t].last, scene.temporals[t].cut, f"d{t + 1}")
        elif scene.tags[w + 1].cues & {"begin", "war"}:
            end = noun_phrase(scene, w + 1, 4)[1]
            while (
                end < min(last, w + 6)
                and not scene.stop(end)
                and (scene.tags[end].cues & {"war"} or end in scene.mention_at or scene.isa(end, "in_on"))
            ):
                end += 1
            draft.since = Phrase(w + 1, end)
        else:
            continue
        draft.note("cumulative_since", "since", w, draft.since.last)
        return


def of_source(scene: Scene, draft: Draft, own: Saying | None) -> None:
    """``أعلن الدفاع المدني في لبنان انتشال ثلاثة``: where nothing else is named, the place of the body that says so in one clause."""
    said = draft.source
    if draft.where is not None or said is None or draft.kind not in _HAPPENING or own is None or not _one_clause(scene, draft, own):
        return
    for w in range(said.first + 1, said.last):
        at = scene.mention_at.get(w)
        if at is None or scene.entities[at[0]].type != "LOC" or scene.mention_start[w] != w:
            continue
        cut = scene.entities[at[0]].mentions[at[1]].cut
        if scene.isa(w - 1, "in") or scene.words[w].key[:cut] == "ب":
            draft.where = Phrase(w, scene.mention_end[w], cut, f"e{at[0] + 1}", scene.entities[at[0]].country)
            draft.note("where", "place of the body that says so", w, draft.where.last)
            return


_HAPPENING = CASUALTY | {"attacks", "people"}


def rate(scene: Scene, draft: Draft, periods: dict[str, str]) -> None:
    """``رحلتين أسبوعيا``, ``450 مريضا يوميا``: the period of a rate."""
    for w in range(draft.last, min(len(scene.words), draft.last + 3)):
        if scene.stop(w):
            return
        found = periods.get(scene.words[w].key)
        if found is not None:
            draft.per = found
            draft.note("per", "rate", w, w + 1)
            return
