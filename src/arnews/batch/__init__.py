"""Many articles from files into one output: in order, each exactly once, also when the run is killed and taken up again."""

from __future__ import annotations

from arnews.batch.engine import BatchError, Summary, run
from arnews.batch.readers import Columns, InputError, Source, find_sources, read_articles

__all__ = ["BatchError", "Columns", "InputError", "Source", "Summary", "find_sources", "read_articles", "run"]
