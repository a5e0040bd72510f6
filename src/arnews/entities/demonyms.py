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
        if not _describes(view, i)
    ]


def _describes(view: View, i: int) -> bool:
    """An adjective of a thing and no nationality here: ``الطرق الصحراوية`` (the desert's), ``هذا البلد الأفريقي``."""
    lex = view.lexicon
    before = view.words[i - 1].key if i and view.stop[i - 1] > i else ""
    key = view.key(i, view.demonyms[i].cut)
    if key in lex.word("demonym_rare"):
        return before not in lex.word("demonym_noun")
    return before in lex.word("area_noun") and view.demonyms[i].value.country is None
