"""The words that name a speaker: the noun phrase after a verb of saying, before it, or after نقلا عن."""

from __future__ import annotations

from arnews.claims.candidates import ends_phrase, plural
from arnews.claims.lexicon import tag
from arnews.claims.scene import COLON, QUOTES, Phrase, Scene

_LONGEST_NAME = 16


def speaker(scene: Scene, i: int, content: int, verb: str) -> Phrase | None:
    """The subject after the verb: its words up to the speech, an adjunct or a date."""
    first = i
    while first < content and (first in scene.temporal_at or scene.words[first].text in QUOTES or scene.words[first].key in _POINTING):
        first += 1  # في وقت أعلنت فيه الحكومة
    if first >= content:
        return None
    j = first
    end = min(content, first + _LONGEST_NAME)
    while j < end:
        if j in scene.mention_end and scene.mention_end[j] <= content:
            body = scene.type_at(j) == "ORG"
            j = scene.mention_end[j]
            if verb.lstrip("و") in _ACCUSING:
                break  # اتهم الحوثيون التحالف: accuser, then accused
            if (
                body
                and j < end
                and j not in scene.mention_at
                and not scene.words[j].key.startswith("ال")
                and scene.words[j].key not in ("في", "من")
            ):
                break  # يتوقع صندوق النقد الدولي نمو الاقتصاد
            continue
        key = scene.words[j].key
        closing = quoted_name(scene, j, end) if j > first else None
        if closing is not None:
            j = closing + 1  # كتيبة "شهداء الزاوية" الليبية
            continue
        if scene.words[j].text in QUOTES and j > first:
            break
        if scene.has(j, "that") or scene.words[j].text == COLON:
            break
        if key == "في" and j > first and j + 1 < content and not scene.has(j + 1, "speech_place") and not _is_adjunct(scene, j + 1):
            j += 1
            continue
        if key in ("من", "باسم") and j > first:
            j += 1
            continue
        if j > first and scene.tags[j].attribution and not scene.tags[j].noun:
            break
        if j > first and scene.tags[j].event is not None and scene.tags[j].noun is None:
            break
        if j > first and (_adjunct(scene, j, first) or ends_phrase(scene, j)):
            break
        j += 1
    while j > first + 1 and scene.words[j - 1].key in ("في", "من", "باسم"):
        j -= 1
    if j <= first or scene.stop(first) or scene.words[first].key in ("ل", "لـ"):
        return None
    at = scene.mention_at.get(first)
    cut = scene.entities[at[0]].mentions[at[1]].cut if at is not None and scene.mention_start[first] == first else 0
    if cut and verb and scene.words[first].key[cut - 1] in "لب":
        return None  # فقالت للجزيرة إن
    if scene.words[first].key in _NOT_SPEAKERS or (verb and scene.words[first].key[0] == "ل" and first not in scene.mention_at):
        return None
    return phrase(scene, first, j)


_POINTING = frozenset({"فيه", "فيها", "عنه", "عنها", "به", "بها", "خلاله", "خلالها"})
_NOT_SPEAKERS = frozenset(
    {
        "قائلا",
        "قائله",
        "قايلا",
        "قايله",
        "بالقول",
        "بقوله",
        "بقولها",
        "في",
        "خلال",
        "من",
        "ضمن",
        "بعد",
        "قبل",
        "عبر",
        "امام",
        "ذلك",
        "هذا",
        "هذه",
        "الي",
        "عن",
        "علي",
        "له",
        "لها",
        "لهم",
        "ايضا",
        "كذلك",
        "قد",
        "انه",
        "به",
        "بها",
        "فيه",
        "فيها",
        "منه",
        "منها",
        "عنه",
        "عنها",
        "عليه",
        "عليها",
        "اليه",
        "اليها",
        "لديه",
        "لديها",
        "معه",
        "معها",
    }
)


_ACCUSING = frozenset({"اتهم", "اتهمت", "يتهم", "تتهم", "اتهموا"})


def quoted_name(scene: Scene, i: int, last: int) -> int | None:
    """The closing mark of a name in quotation marks: after a noun of media, bodies and firms (``موقع "بزنس إنسايدر"``) or after ل."""
    if i == 0 or scene.words[i].text not in QUOTES or i in scene.mention_at:
        return None
    before = scene.words[i - 1].key
    if before not in ("ل", "لـ") and not (scene.tags[i - 1].cues & {"body", "titled", "place"}):
        return None
    return next((w for w in range(i + 1, min(last, i + 6)) if scene.words[w].text in QUOTES), None)


def known_as(scene: Scene, i: int) -> bool:
    """A verb of saying with its object pronoun: ``وفق ما تناقلته وسائل الإعلام``, ``حسبما أورده التقرير``."""
    key = scene.words[i].key
    return any(
        key.endswith(pronoun) and len(key) > len(pronoun) + 2 and tag(key.removesuffix(pronoun)).attribution for pronoun in ("ه", "ها")
    )


def many(scene: Scene, source: Phrase) -> bool:
    """Whether a speaker is more than one: a plural noun, or a body."""
    noun = scene.tags[source.first].noun
    key = scene.words[source.first].key
    return (
        scene.type_at(source.first) == "ORG"
        or (noun is not None and noun.number != "s")
        or plural(key)
        or "speakers" in scene.tags[source.first].cues
    )


def _is_adjunct(scene: Scene, j: int) -> bool:
    return j in scene.temporal_at or scene.has(j, "speech_place")


def _adjunct(scene: Scene, j: int, first: int) -> bool:
    """A phrase with ل or خلال that follows the speaker: لوكالة رويترز, خلال مؤتمر صحفي."""
    if j == first:
        return False
    key = scene.words[j].key
    return (key[:1] == "ل" and j not in scene.mention_at and len(key) > 3 and not _in_name(scene, j)) or key in (
        "خلال",
        "عبر",
        "امام",
        "علي",
        "لـ",
        "ل",
    )


def _in_name(scene: Scene, j: int) -> bool:
    return j in scene.mention_at and scene.mention_at.get(j) == scene.mention_at.get(j - 1)


def quoted_speaker(scene: Scene, i: int, content: int) -> Phrase | None:
    """``نقلت رويترز عن مصدر أمني قوله إن`` and ``نقلا عن مصدر``: the one who is quoted."""
    for j in range(i, min(content, i + 14)):
        if scene.words[j].key == "عن" and j + 1 < content and j > i and not scene.tags[j + 1].event:
            previous = scene.words[j - 1].key
            if previous in ("نقلا",) or scene.words[i - 1].key.lstrip("و").startswith(("نقل", "تنقل", "ينقل")):
                return speaker(scene, j + 1, content, "عن")
    return None


def speaker_before(scene: Scene, at: int, first: int) -> Phrase | None:
    """``مصدر أمني أفاد بأن``: the noun phrase right before the verb, if it can speak."""
    i = at = at - 1 if at > first + 1 and scene.words[at - 1].key == "قد" else at
    low = max(first, at - _LONGEST_NAME)
    while i > low:
        j = i - 1
        if j in scene.mention_start:
            i = scene.mention_start[j]
            continue
        if scene.stop(j) or j in scene.temporal_at or scene.tags[j].cues & _BEFORE or (scene.tags[j].event and not scene.tags[j].noun):
            break
        key = scene.words[j].key
        if key in ("حين", "فيما", "بينما"):
            break
        if scene.tags[j].noun is None and len(key) > 3 and (key[0] == "ي" or "imperfect" in scene.tags[j].cues):
            break  # another verb: الشركة يتضمن خططا ... لافتا
        i = j
    while i < at and not speaks(scene, i, i + 1):
        i += 1
    return phrase(scene, i, at) if i < at else None


_BEFORE = frozenset({"that", "clause", "subset", "reach", "result"})


def speaks(scene: Scene, first: int, last: int) -> bool:
    """Whether the words name somebody who can say something: a person, a body, or مصدر, متحدث, وزارة and their like."""
    return any(scene.has(w, "speaker") or scene.type_at(w) in ("PERSON", "ORG") for w in range(first, last))


def phrase(scene: Scene, first: int, last: int, cut: int = 0) -> Phrase:
    """The words as an argument, with the entity that they name: the last person in them, or else the first name."""
    best: tuple[int, str | None] | None = None
    for w in range(first, last):
        at = scene.mention_at.get(w)
        if at is None:
            continue
        entity = scene.entities[at[0]]
        if entity.type == "PERSON" or best is None:
            best = (at[0], entity.country)
            if entity.type == "PERSON":
                break
    mention = scene.mention_at.get(first)
    if mention is not None and not cut:
        m = scene.entities[mention[0]].mentions[mention[1]]
        cut = m.cut if m.first == first else 0
    return Phrase(first, last, cut, f"e{best[0] + 1}" if best else None, best[1] if best else None)


def resolved(scene: Scene, source: Phrase, known: Phrase | None) -> Phrase:
    """``المصدر`` after ``مصدر أمني مصري`` is that source; another name stands for itself."""
    if known is None or source.last - source.first != 1:
        return source
    key = scene.words[source.first].key[source.cut :]
    head = scene.words[known.first].key[known.cut :]
    if key.startswith("ال") and known.last - known.first > 1 and key[2:] == head.removeprefix("ال"):
        return known
    return source
