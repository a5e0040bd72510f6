"""Clauses by rule: what parts them, and what joins a number to the number before."""

from __future__ import annotations

from arnews.claims.scene import COMMAS, Draft, Scene
from arnews.grammar.units import COLON, STRONG

_AND = ("و", "ف")


def joined(scene: Scene, draft: Draft) -> bool:
    """Whether the number is tied to what precedes by و, أو or ثم: ``و5 جرحى``, ``أو ثلاثة``."""
    key = scene.words[draft.first].key
    if draft.cut and key[:1] == "و":
        return True
    if draft.first > 1 and scene.isa(draft.first - 1, "to_about") and scene.isa(draft.first - 2, "besides"):
        return True  # مقتل عشرة إضافة إلى ثلاثة
    return draft.first > 0 and scene.isa(draft.first - 1, "joins")


def comma(scene: Scene, word: int) -> bool:
    """A mark that parts clauses but not sentences."""
    return scene.words[word].text in COMMAS


def inserted(scene: Scene, first: int, last: int) -> bool:
    """Whether the words are only time, place or marks: ``قتل، أمس السبت، خمسة``."""
    return all(
        w in scene.temporal_at or scene.stop(w) or scene.type_at(w) == "LOC" or scene.tags[w].cues & {"location", "place"}
        for w in range(first, last)
    )


def within(scene: Scene, draft: Draft, span: tuple[int, int]) -> tuple[int, int]:
    """The number's own clause inside ``span``: cut at the nearest commas, relative pronouns and new clauses."""
    low, high = span
    for w in range(draft.first - 1, low - 1, -1):
        if _parts(scene, w):
            low = w + 1 if scene.stop(w) or scene.isa(w, "which") else w
            break
    for w in range(draft.last, high):
        if _parts(scene, w):
            high = w
            break
    return low, high


def _parts(scene: Scene, w: int) -> bool:
    if scene.words[w].text in "،," or scene.isa(w, "which") or scene.isa(w, "new_clause"):
        return True
    tag = scene.tags[w]
    verb = tag.event is not None and tag.event_cut == 1 and tag.event_by in _AND and tag.event.shape in ("past", "imperfect", "future")
    return verb or (tag.cue_cut == 1 and bool(tag.cues & _VERBS) and scene.words[w].key[0] in _AND)


_VERBS = frozenset({"past", "imperfect"})
_LONGEST_OPENING = 14


def opening_adverbial(scene: Scene, first: int) -> tuple[int, int]:
    """The words of time or place that open a sentence before a comma (``وفي غشت 2021، قدرت الشركة``); empty where none do."""
    start = first
    while start < len(scene.words) and (scene.stop(start) or scene.isa(start, "as_for")):
        start += 1
    if start >= len(scene.words):
        return first, first
    tag, key = scene.tags[start], scene.words[start].key
    place = "location" in tag.cues or (scene.type_at(start) == "LOC" and key[0] in "وب" and scene.mention_start[start] == start)
    if not (place or start in scene.temporal_at or scene.isa(start, "opens_time", joined=True)):
        return first, first
    for w in range(start + 1, min(len(scene.words), start + _LONGEST_OPENING)):
        if scene.words[w].text in "،,":
            return start, w
        event = scene.tags[w].event
        if scene.words[w].text in STRONG or scene.words[w].text == COLON or (event is not None and event.shape in ("past", "imperfect")):
            break
        if "that" in scene.tags[w].cues or (w in scene.numeral_at and w not in scene.temporal_at):
            break
    return first, first


def opens(scene: Scene, word: int) -> bool:
    """Whether a new finite clause begins at the word: و or ف with a verb of the tables (``وأصيب``), فيما, بينما."""
    tag = scene.tags[word]
    if tag.event is not None and tag.event_cut == 1 and tag.event_by in _AND:
        return True
    return tag.attribution and scene.words[word].key[:1] in _AND and word not in scene.mention_at
