"""Where reported speech begins after its verb: أن, a colon, a quotation mark, عن, or the direct object."""

from __future__ import annotations

from arnews.claims.scene import COLON, QUOTES, STRONG, Scene
from arnews.claims.speakers import quoted_name

_LONGEST_HEAD = 24


def speech_begins(scene: Scene, i: int, last: int) -> tuple[int, bool] | None:
    """First word of what is said, and whether a word or mark of speech opens it (أن, a colon, a quotation mark).

    Otherwise it is the direct object: a number, an event or a total (``أعلن الجيش مقتل خمسة``, ``أفادت بوقوع 40 قتيلا``).
    """
    words, tags = scene.words, scene.tags
    stop = min(last, i + _LONGEST_HEAD)
    start = i
    while i < stop:
        key = words[i].key
        if tags[i].cues and "that" in tags[i].cues and not (i > start and words[i - 1].key in _TEMPORAL_THAT):
            return (i + 1 if len(key) <= 3 else i), True
        closing = quoted_name(scene, i, stop)
        if closing is not None:
            medium = words[i - 1].key in ("ل", "لـ")
            i = closing + 1  # ذكر موقع "بزنس إنسايدر" أن, قال مصدر لـ«الشرق الأوسط» إن
            if medium and i < last and not scene.stop(i) and not scene.has(i, "that"):
                return i, True  # أكد مصدر لـ«الشرق الأوسط» سيطرة القوات على 3 مواقع
            continue
        if words[i].text == COLON and i + 1 < last:
            return i + 1, True
        if words[i].text in QUOTES and i not in scene.mention_at and i + 1 < last and words[i + 1].kind == "arabic" and i > start:
            return i, True
        if words[i].text in STRONG:
            return None
        if i in scene.numeral_at and i not in scene.temporal_at and i not in scene.mention_at:
            return i, False
        event = tags[i].event
        if (
            event is not None
            and event.shape in ("masdar", "either")
            and (event.kind or i > start)
            and i not in scene.mention_at
            and not (tags[i].noun and tags[i].definite)
        ):
            return i, bool(tags[i].event_by) or words[i - 1].key in ("الي", "عن")
        if key == "عن" and i > start and words[start - 1].key.lstrip("وف") in _DISCLOSING and i + 1 < last:
            return i + 1, True
        if (
            tags[i].cues & _OBJECTS
            and i not in scene.mention_at
            and (i > start or not tags[i].cues & {"stat"})
            and words[i - 1].key != "في"
        ):
            return i, (tags[i].cue_cut > 0 and key[tags[i].cue_cut - 1] in "بل") or words[i - 1].key in ("الي", "عن")
        i += 1
    return None


def announced(scene: Scene, after: int, content: int) -> bool:
    """Whether أن, a colon or a quotation mark opens the speech, and no preposition does (``الواصل بين مدينتين``)."""
    marks = range(max(after, content - 1), min(content + 1, len(scene.words)))
    return any(scene.has(w, "that") or scene.words[w].text == COLON or scene.words[w].text in QUOTES for w in marks)


_OBJECTS = frozenset({"result", "rise", "stat"})
_DISCLOSING = frozenset({"اعلن", "اعلنت", "كشف", "كشفت", "تعلن", "يعلن", "تكشف", "يكشف", "اعلنوا"})
# بعد أن, منذ أن open a clause of time, not what somebody said.
_TEMPORAL_THAT = frozenset({"بعد", "قبل", "منذ", "حتي", "دون", "رغم", "الا", "بمجرد", "وبعد", "وقبل", "ومنذ"})
