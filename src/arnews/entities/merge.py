"""One finding for each word: which of two overlapping candidates stays, by stated rules.

1. The user's own names win over everything, then what the layout says (authors, agency).
2. A longer span wins over a shorter one inside it: ``جامعة الملك سعود`` over ``الملك سعود``, ``الجيش المصري`` over ``المصري``.
3. Where neither holds the other, the lower tier wins, then the higher score, then the earlier.
4. The recogniser adds what no rule found; where it and a rule differ, a sure rule keeps span and type, an unsure one
   yields to a sure recogniser.
"""

from __future__ import annotations

from collections.abc import Iterable

from arnews.entities.model import Candidate

_FIXED_TIER = 1


def merge(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates that do not overlap, in the order of the text."""
    taken: dict[int, Candidate] = {}
    kept: list[Candidate] = []
    for c in sorted(candidates, key=_rank):
        if any(k in taken for k in range(c.first, c.last)):
            continue
        for k in range(c.first, c.last):
            taken[k] = c
        kept.append(c)
    return sorted(kept, key=lambda c: c.first)


def _rank(c: Candidate) -> tuple[int, int, int, float, int]:
    fixed = c.tier if c.tier <= _FIXED_TIER else _FIXED_TIER + 1
    late = 1 if c.type == "NORP" or c.tier >= 9 else 0
    return (fixed, late, -(c.last - c.first), -c.score + c.tier * 0.1, c.first)
