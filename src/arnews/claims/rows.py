"""The rules of claims at work: each row of the rule tables runs over the units of a document, and its production fills a field.

A production is registered by its name and takes what matched; it says False where it makes nothing of the match after all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from arnews.claims.scene import Draft, Scene
from arnews.claims.units import Units, alphabet, atom
from arnews.grammar.rules import Hit, Registry, Rule, hits, possible, read_rules


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match in its document."""

    scene: Scene
    units: Units
    hit: Hit
    drafts: list[Draft]

    @property
    def rule(self) -> Rule:
        """The row that matched."""
        return self.hit.rule

    def draft(self, label: str) -> Draft | None:
        """The claim with this label."""
        return self.units.draft(self.hit.get(label))

    def word(self, label: str) -> int | None:
        """The first word of the unit with this label."""
        at = self.hit.get(label)
        return self.units.units[at].first if at is not None else None

    def note(self, draft: Draft) -> None:
        """Write down that this rule gave the field."""
        units = self.units.units
        draft.note(self.rule.field, self.rule.name, units[self.hit.first].first, units[self.hit.last - 1].last)


Production = Callable[[Match], bool]
register: Registry[Production] = Registry()


@lru_cache(maxsize=8)
def rules(field: str) -> tuple[Rule, ...]:
    """The rules of one field, compiled on first use."""
    return read_rules(f"claim_rules_{field}", atom, alphabet())


def run(units: Units, drafts: list[Draft], field: str) -> None:
    """Apply the rules of a field to the claims found so far; a rule may change them and add to the list."""
    units.update(drafts)
    for rule in possible(rules(field), units.text):
        make = register[rule.make]
        made = [make(Match(units.scene, units, hit, drafts)) for hit in hits(rule, units.text)]
        if any(made):
            units.update(drafts)  # later rows lean on what this one found
