"""Clauses by rule: where a number's own clause begins and ends, and what joins it to the number before."""

from __future__ import annotations

from arnews.claims.scene import COLON, COMMAS, QUOTES, STRONG, Draft, Scene

_AND = ("و", "ف")


def joined(scene: Scene, draft: Draft) -> bool:
    """Whether the number is tied to what precedes by و, أو or ثم: ``و5 جرحى``, ``أو ثلاثة``."""
    key = scene.words[draft.first].key
    if draft.cut and key[:1] == "و":
        return True
    return draft.first > 0 and scene.words[draft.first - 1].key in ("و", "او", "ثم", "واكثر")


def comma(scene: Scene, word: int) -> bool:
    """A mark that parts clauses but not sentences."""
    return scene.words[word].text in COMMAS


def inserted(scene: Scene, first: int, last: int) -> bool:
    """Whether the words are only time, place or marks: ``قتل، أمس السبت، خمسة``."""
    return all(
        w in scene.temporal_at or scene.stop(w) or scene.type_at(w) == "LOC" or scene.tags[w].cues & {"location", "place"}
        for w in range(first, last)
    )


def clause(scene: Scene, draft: Draft) -> tuple[int, int]:
    """The words around the number up to the nearest marks or clause-opening words on either side."""
    first, last = scene.sentence(draft.first)
    a = draft.first
    while a > first and not (comma(scene, a - 1) or scene.words[a - 1].text in STRONG or scene.words[a - 1].text == COLON):
        a -= 1
        if "clause" in scene.tags[a].cues or "that" in scene.tags[a].cues:
            break
    b = draft.last
    while b < last and not (comma(scene, b) or scene.words[b].text in STRONG):
        if opens(scene, b):
            break
        b += 1
    return a, b


def opens(scene: Scene, word: int) -> bool:
    """Whether a new finite clause begins at the word: و or ف with a verb of the tables (``وأصيب``), فيما, بينما."""
    tag = scene.tags[word]
    if tag.event is not None and tag.event_cut == 1 and tag.event_by in _AND:
        return True
    return tag.attribution and scene.words[word].key[:1] in _AND and word not in scene.mention_at


def quoted(scene: Scene, word: int) -> bool:
    """A quotation mark."""
    return scene.words[word].text in QUOTES
