from __future__ import annotations

import pytest

from arnews.entities.lexicon import EntityLexicon


@pytest.fixture(scope="session")
def lexicon() -> EntityLexicon:
    return EntityLexicon.load()
