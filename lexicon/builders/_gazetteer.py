"""What the entity tables are gathered in, and the rules that keep them sound: unique ids, one owner for each strong form."""

from __future__ import annotations

from dataclasses import dataclass, field

from arnews.text.fold import fold
from builders._notation import STRONG, WEAK, Form

RECORD_COLUMNS = ("entity", "type", "kind", "name", "latin", "country", "geonames", "wikidata")
FORM_COLUMNS = ("form", "entity", "strength")


@dataclass
class Gazetteer:
    """Entities and their forms, entered from the best source to the worst: a form keeps the strong owner it got first."""

    records: dict[str, tuple[str, ...]] = field(default_factory=dict)
    forms: list[tuple[str, str, str]] = field(default_factory=list)
    owners: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(
        self,
        entity: str,
        type_: str,
        kind: str,
        latin: str,
        country: str,
        forms: list[Form],
        *,
        geonames: str = "",
        wikidata: str = "",
        name: str = "",
    ) -> None:
        """Enter an entity. Its name is its first form unless given. Raises ``ValueError`` on an id already taken or no form."""
        if entity in self.records:
            raise ValueError(f"two rows make the id {entity!r}; give one of them another Latin name")
        if not forms:
            raise ValueError(f"{entity!r} has no form")
        self.records[entity] = (entity, type_, kind, name or forms[0].text, latin, country, geonames, wikidata)
        for form in forms:
            self._add_form(entity, form)

    def more_forms(self, entity: str, forms: list[Form]) -> None:
        """Further spellings of an entity that is there already."""
        for form in forms:
            self._add_form(entity, form)

    def _add_form(self, entity: str, form: Form) -> None:
        key = fold(form.text)
        mine = self.owners.setdefault(key, {})
        if mine.get(entity) in (STRONG, form.strength):
            return
        strength = form.strength
        if STRONG in (s for e, s in mine.items() if e != entity):
            strength = WEAK  # دوما near Damascus owns the word; the village in the West Bank needs its context
        if entity in mine:
            self.forms = [f for f in self.forms if (f[1], fold(f[0])) != (entity, key)]
        mine[entity] = strength
        self.forms.append((form.text, entity, strength))

    def taken(self, form: str) -> bool:
        """Whether any entity has a form with the same folded letters."""
        return fold(form) in self.owners
