"""Settings of the property tests here: no deadline for one example, since a busy machine is not an error."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("text", deadline=None)
settings.load_profile("text")
