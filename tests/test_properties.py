"""What holds for any text at all."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings

import arnews
from strategies import located, texts

RELAXED = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@RELAXED
@given(texts)
def test_every_record_points_at_its_characters(raw: str) -> None:
    result = arnews.analyze(raw, published=date(2025, 7, 12))
    for span in located(result):
        assert raw[span.start : span.end] == span.text
        assert not any("\ud800" <= c <= "\udfff" for c in span.text)
    result.model_dump_json()


@RELAXED
@given(texts)
def test_extractors_point_at_their_characters(raw: str) -> None:
    for extract in (arnews.extract_numbers, arnews.extract_dates, arnews.extract_entities, arnews.extract_claims):
        for span in located(extract(raw)):
            assert raw[span.start : span.end] == span.text


@RELAXED
@given(texts)
def test_normalising_twice_changes_nothing(raw: str) -> None:
    once = arnews.normalize(raw).text
    assert arnews.normalize(once).text == once


@RELAXED
@given(texts)
def test_references_lead_somewhere(raw: str) -> None:
    result = arnews.analyze(raw, published=date(2025, 7, 12))
    ids = {x.id for x in (*result.entities, *result.dates)}
    claims = {c.id for c in result.claims}
    for c in result.claims:
        for argument in (c.source, c.who, c.where, c.when, c.cumulative_since):
            assert argument is None or argument.ref is None or argument.ref in ids
        assert c.part_of is None or (c.part_of in claims and c.part_of != c.id)
    for f in result.figures:
        assert set(f.claims) <= claims
        assert set(f.contradictions) <= claims
    assert len(ids) == len(result.entities) + len(result.dates)
