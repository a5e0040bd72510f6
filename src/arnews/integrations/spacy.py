"""arnews as a spaCy component: ``nlp.add_pipe("arnews")`` on a pipeline of your own, with your own tokens.

It fills ``doc.ents``, ``doc.spans["dates"]``, ``doc.spans["claims"]`` and ``doc._.arnews`` (the ``Analysis``). spaCy's Arabic
tokens keep proclitics, so a span is widened to whole tokens (``لأوكرانيا`` for ``أوكرانيا``); exact offsets are in the records.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from arnews.pipeline import Pipeline
from arnews.records import Analysis

_KEY = "arnews"
_PUBLISHED = "arnews_published"


def _analysis(doc: Doc) -> Analysis | None:
    data = doc.user_data.get(_KEY)
    return None if data is None else Analysis.model_validate_json(data)


def _get_published(doc: Doc) -> date | datetime | None:
    value = doc.user_data.get(_PUBLISHED)
    if value is None:
        return None
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


def _set_published(doc: Doc, value: date | datetime | None) -> None:
    if value is not None and not isinstance(value, date):
        raise TypeError(f"doc._.published takes a datetime.date or datetime.datetime, not {type(value).__name__}")
    doc.user_data[_PUBLISHED] = None if value is None else value.isoformat()


def _register() -> None:
    # Kept in user_data as text: a Doc goes through bytes in nlp.pipe(n_process=2), in DocBin and to disk.
    if not Doc.has_extension("arnews"):
        Doc.set_extension("arnews", getter=_analysis)
    if not Doc.has_extension("published"):
        Doc.set_extension("published", getter=_get_published, setter=_set_published)


class Component:
    """The component; ``keep_ents`` leaves entities that are there already and adds only what does not touch them."""

    def __init__(self, pipeline: Pipeline, keep_ents: bool = False) -> None:
        self._pipeline = pipeline
        self._keep = keep_ents
        _register()

    def __call__(self, doc: Doc) -> Doc:
        """Read ``doc.text``; relative dates resolve against ``doc._.published`` or the date that the text prints."""
        result = self._pipeline.analyze(doc.text, doc._.published)
        doc.user_data[_KEY] = result.model_dump_json()
        found = [_span(doc, m.start, m.end, e.type, e.id, e.links.wikidata or "") for e in result.entities for m in e.mentions]
        named = filter_spans(s for s in found if s is not None)
        if self._keep:
            taken = {t.i for s in doc.ents for t in s}
            named = [*doc.ents, *(s for s in named if not taken & {t.i for t in s})]
        doc.set_ents(named)
        doc.spans["dates"] = [s for d in result.dates if (s := _span(doc, d.start, d.end, d.type, d.id)) is not None]
        doc.spans["claims"] = [s for c in result.claims if (s := _span(doc, c.start, c.end, c.kind, c.id)) is not None]
        return doc


def _span(doc: Doc, start: int, end: int, label: str, id_: str, kb_id: str = "") -> Span | None:
    span: Any = doc.char_span(start, end, label=label, kb_id=kb_id, alignment_mode="expand", span_id=id_)
    return span if span is not None and len(span) else None


def create(nlp: Language, name: str, recognizer: Any, day_first: bool, country: str | None, keep_ents: bool) -> Component:
    """The factory behind ``nlp.add_pipe("arnews", config={...})``; its options are those of ``arnews.Pipeline``."""
    return Component(Pipeline(recognizer=recognizer, day_first=day_first, country=country), keep_ents)


# spaCy finds the factory by this call, which it makes itself through the entry point of this module.
Language.factory(
    "arnews",
    default_config={"recognizer": "shipped", "day_first": True, "country": None, "keep_ents": False},
    assigns=["doc.ents", "doc.spans", "doc._.arnews"],
    func=create,
)
