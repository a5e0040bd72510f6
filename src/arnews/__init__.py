"""arnews reads Arabic news and gives back facts that a program can use."""

from __future__ import annotations
