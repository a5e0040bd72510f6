"""Analyses for the eye: ``to_html`` for notebooks, ``page`` for one article, ``report`` for many."""

from __future__ import annotations

from arnews.display.article import page, to_html
from arnews.display.report import Item, report

__all__ = ["Item", "page", "report", "to_html"]
