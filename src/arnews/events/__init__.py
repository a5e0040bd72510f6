"""Events: what many articles report of one occurrence, and how its figures moved from day to day."""

from __future__ import annotations

from arnews.events.records import Event, Member, Party, Place, Report, Series, Why
from arnews.events.store import StoreError
from arnews.events.tracker import Tracker, find_events, why

__all__ = ["Event", "Member", "Party", "Place", "Report", "Series", "StoreError", "Tracker", "Why", "find_events", "why"]
