"""Words that name somebody as an argument of a claim."""

from __future__ import annotations

from arnews.claims.scene import Phrase, Scene


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
