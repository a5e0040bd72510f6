"""Events: what many articles report of one occurrence, and how its figures moved from day to day."""

from __future__ import annotations

from arnews.events.records import Event, Member, Party, Place, Report, Series
# from arnews.events.tracker import Tracker, find_events

__all__ = ["Event", "Member", "Party", "Place", "Report", "Series", "Tracker", "find_events"]
