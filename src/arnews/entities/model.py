"""What the entity step passes around: word ranges first, records only at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from arnews.records import EntityType, Links


@dataclass(frozen=True, slots=True)
class RoleAt:
    """A title as printed: words ``first`` to ``last`` (exclusive), ``cut`` proclitic letters off the first."""

    first: int
    last: int
    cut: int = 0


@dataclass(frozen=True, slots=True)
class MentionAt:
    """One mention: words ``first`` to ``last`` (exclusive), ``cut`` proclitic letters off the first word.

    ``end`` is the clean offset after its last character, ``score`` how sure the finder is (0 to 1).
    """

    first: int
    last: int
    cut: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """One entity of an article with all its mentions, before it becomes a record. ``rule`` says what found it first."""

    type: EntityType
    name: str
    mentions: tuple[MentionAt, ...]
    latin: str | None = None
    latin_origin: str | None = None
    country: str | None = None
    links: Links = field(default_factory=Links)
    roles: tuple[RoleAt, ...] = ()
    rule: str = ""
    key: str = ""


def mentions_by_word(entities: Sequence[Found]) -> dict[int, tuple[int, int]]:
    """For each word of a mention the number of its entity and that of the mention; a nationality inside a name yields to the name."""
    out: dict[int, tuple[int, int]] = {}
    for i, e in enumerate(entities):
        for j, m in enumerate(e.mentions):
            for w in range(m.first, m.last):
                if w not in out or entities[out[w][0]].type == "NORP":
                    out[w] = i, j
    return out


@dataclass(frozen=True, slots=True)
class Candidate:
    """One rule's proposal. ``slugs`` are the entities of the lexicon that the words can mean, the likeliest first.

    ``country`` is what the words themselves imply (``الجيش المصري`` gives EG); ``latin`` a name made from a pattern;
    ``tier`` orders rules where spans overlap: the lower wins, then the longer.
    """

    first: int
    last: int
    cut: int
    type: EntityType
    rule: str
    score: float
    tier: int
    slugs: tuple[str, ...] = ()
    country: str | None = None
    latin: str | None = None
    role: RoleAt | None = None
