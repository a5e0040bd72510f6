from __future__ import annotations

import pytest

import corpora
from arnews.entities.lexicon import EntityLexicon


@pytest.fixture(scope="session")
def lexicon() -> EntityLexicon:
    return corpora.lexicon()
