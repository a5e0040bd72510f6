"""Words of nationality, religion and political group (NORP), where they belong to no longer name."""

from __future__ import annotations

from arnews.entities.model import Candidate
from arnews.entities.scan import View


def find(view: View) -> list[Candidate]:
    """Every nationality word of the lexicon; ``merge`` drops those inside a name (``الجيش المصري``)."""
    return [
        Candidate(
            i, hit.last, hit.cut, "NORP", f"demonym.{hit.value.group}", 0.9, 6, country=hit.value.country, latin=hit.value.latin or None
        )
        for i, hit in view.demonyms.items()
    ]
