"""The shipped lexicon, read once for all tests of the entity step."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import corpora
from arnews.entities.engine import find, to_record
from arnews.entities.lexicon import EntityLexicon
from arnews.records import Entity
from arnews.text.article import layout
from arnews.text.document import read


@pytest.fixture(scope="session")
def lexicon() -> EntityLexicon:
    return corpora.lexicon()


@pytest.fixture(scope="session")
def entities(lexicon: EntityLexicon) -> Callable[[str], list[Entity]]:
    """Text in, entity records out, by the rules alone."""

    def analyse(text: str) -> list[Entity]:
        doc = read(text)
        return [to_record(doc, f, f"e{n}") for n, f in enumerate(find(doc, layout(doc), lexicon, None), 1)]

    return analyse
