"""Analyses for the eye: ``to_html`` for notebooks, ``page`` for one article, ``report`` for many, three charts."""

from __future__ import annotations

from arnews.display.article import page, to_html
from arnews.display.charts import claims_chart, timeline, toll
from arnews.display.events import events_page
from arnews.display.report import Item, report

__all__ = ["Item", "claims_chart", "events_page", "page", "report", "timeline", "to_html", "toll"]
