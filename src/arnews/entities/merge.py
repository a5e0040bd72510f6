"""One finding for each word: which of two overlapping candidates stays, by stated rules.

1. The user's own names win over everything, then what the layout says (authors, agency).
2. A longer span wins over a shorter one inside it: ``جامعة الملك سعود`` over ``الملك سعود``, ``الجيش المصري`` over ``المصري``.
3. Where neither holds the other, the lower tier wins, then the higher score, then the earlier.
4. The recogniser adds what no rule found; where it and a rule differ, a sure rule keeps span and type, an unsure one
   yields to a sure recogniser.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from arnews.entities.model import Candidate

_FIXED_TIER = 1
_STRUCTURE = 0.3


def merge(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates that do not overlap, in the order of the text."""
    taken: dict[int, Candidate] = {}
    kept: list[Candidate] = []
    for c in sorted(_united(candidates), key=_rank):
        if any(k in taken for k in range(c.first, c.last)):
            continue
        for k in range(c.first, c.last):
            taken[k] = c
        kept.append(c)
    return sorted(kept, key=lambda c: c.first)


def _united(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates of one span and type as one: the best of them with what the others know (role, entity, country)."""
    groups: dict[tuple[int, int, str], list[Candidate]] = {}
    for c in candidates:
        groups.setdefault((c.first, c.last, c.type), []).append(c)
    out = []
    for group in groups.values():
        if len(group) == 1:
            best = group[0]
        else:
            best = replace(
                min(group, key=_rank),
                role=next((c.role for c in group if c.role is not None), None),
                slugs=next((c.slugs for c in group if c.slugs), ()),
                country=next((c.country for c in group if c.country), None),
                latin=next((c.latin for c in group if c.latin), None),
            )
        out.append(best)
    return out


def _rank(c: Candidate) -> tuple[int, int, int, float, int]:
    fixed = c.tier if c.tier <= _FIXED_TIER else _FIXED_TIER + 1
    late = 1 if c.type == "NORP" or c.tier >= 9 else 0
    # The words around outweigh a list where both read one span: منطقة العبيدي is a place though العبيدي is a minister's name.
    structure = _STRUCTURE if c.rule.startswith(("place.head", "place.list", "title.")) else 0.0
    return (fixed, late, -(c.last - c.first), -c.score - structure + c.tier * 0.1, c.first)
