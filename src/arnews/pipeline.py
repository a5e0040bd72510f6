"""The pipeline: text in, analysis out. Loaded once, read-only afterwards, safe to share between threads."""

from __future__ import annotations

import importlib
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

from arnews import records
from arnews.context import Context
from arnews.text.document import read


def _stage(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return None


class Pipeline:
    def __init__(self, *, recognizer: Any = "shipped", lexicon: Any = None, day_first: bool = True, country: str | None = None) -> None:
        self._context = Context(day_first=day_first, country=country)
        self._lexicon = None
        self._recognizer = None
        mod = _stage("arnews.entities.lexicon")
        if mod is not None:
            try:
                self._lexicon = mod.EntityLexicon.load(lexicon) if lexicon is not None else mod.EntityLexicon.load()
            except Exception as e:
                print('no entities yet:', e)
        if recognizer == "shipped":
            mod = _stage("arnews.recognizers.shipped")
            try:
                self._recognizer = mod.load() if mod is not None else None
            except Exception as e:
                print('no model yet:', str(e)[:40])
        elif recognizer is not None:
            self._recognizer = recognizer

    def analyze(self, text: str, published: date | datetime | None = None) -> records.Analysis:
        doc = read(text)
        art = _stage('arnews.text.article')
        parts = art.layout(doc) if art else None
        context = replace(self._context, published=published)
        warnings: list[Any] = []
        numerals: list[Any] = []
        temporals: list[Any] = []
        found: list[Any] = []
        claims: list[Any] = []
        figures: list[Any] = []
        printed = None
        numbers, dates, entities, claim = (
            _stage(f"arnews.{x}.engine") for x in ("numbers", "dates", "entities", "claims")
        )
        if numbers:
            numerals = numbers.find(doc, context)
        if dates:
            printed, w = dates.publication(doc, context)
            warnings += w
            if context.published is None and printed is not None:
                v = printed.value
                context = replace(context, published=datetime.fromisoformat(v) if "T" in v else date.fromisoformat(v))
            temporals, w = dates.find(doc, context, numerals)
            warnings += w
        if entities and self._lexicon is not None:
            found = entities.find(doc, parts, self._lexicon, self._recognizer)
        if claim:
            claims, figures, w = claim.find(doc, parts, numerals, temporals, found, context)
            warnings += w
        return records.Analysis(
            profile=str(getattr(doc.normalized, "profile", "")),
            article=records.Article(),
            entities=tuple(entities.to_record(doc, f, f"e{i}") for i, f in enumerate(found, 1)) if entities else (),
            dates=tuple(dates.to_record(doc, t, f"d{i}") for i, t in enumerate(temporals, 1)) if dates else (),
            claims=tuple(claims),
            figures=tuple(figures),
            warnings=tuple(warnings),
        )


@cache
def default() -> Pipeline:
    return Pipeline()


def analyze(text: str, published: date | datetime | None = None) -> records.Analysis:
    return default().analyze(text, published)
