"""The pipeline: text in, analysis out. Loaded once, read-only afterwards, safe to share between threads."""

from __future__ import annotations
