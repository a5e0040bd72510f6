"""Clauses by rule: what parts them, and what joins a number to the number before."""

from __future__ import annotations

from arnews.claims.scene import COMMAS, Draft, Scene

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


def opens(scene: Scene, word: int) -> bool:
    """Whether a new finite clause begins at the word: و or ف with a verb of the tables (``وأصيب``), فيما, بينما."""
    tag = scene.tags[word]
    if tag.event is not None and tag.event_cut == 1 and tag.event_by in _AND:
        return True
    return tag.attribution and scene.words[word].key[:1] in _AND and word not in scene.mention_at
