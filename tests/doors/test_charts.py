from __future__ import annotations

import sys

import pytest

from arnews.display import claims_chart, timeline
from arnews.integrations.frames import collect
from arnews.records import Analysis, Article, Failure
from doors.sample import seed_analysis

altair = pytest.importorskip("altair")


def values(chart: object) -> list[dict[str, object]]:
    spec = chart.to_dict()  # type: ignore[attr-defined]
    return list(spec["data"]["values"])


def test_the_timeline_holds_each_date_with_both_ends() -> None:
    rows = values(timeline(seed_analysis()))
    assert [(r["text"], r["from"], r["to"]) for r in rows][1:3] == [
        ("أمس الجمعة", "2025-07-11", "2025-07-11"),
        ("نوفمبر الماضي", "2024-11-01", "2024-11-30"),
    ]
    assert "الأشهر المقبلة" not in {r["text"] for r in rows}


def test_the_chart_of_claims_draws_ranges_and_points() -> None:
    rows = values(claims_chart(seed_analysis()))
    assert [(r["low"], r["high"]) for r in rows] == [(25000, 30000), (11000, 11000), (4000, 4000)]
    assert rows[0]["figure"] == "25,000–30,000"


def test_charts_of_many_and_of_none() -> None:
    many = collect([seed_analysis(), Failure(index=1, error="E", message="m"), seed_analysis()])
    assert len(values(claims_chart(many))) == 6
    assert len(values(timeline([seed_analysis()] * 3))) == 12
    empty = Analysis(profile="p", article=Article())
    assert timeline(empty).to_dict()
    assert claims_chart(empty).to_dict()


def test_a_chart_shows_itself_without_a_connection() -> None:
    chart = claims_chart(seed_analysis()).properties(width=300)
    shown = chart._repr_mimebundle_()
    assert set(shown) - {"image/png"} == {"application/vnd.vegalite.v5+json", "text/plain"}
    spec = shown["application/vnd.vegalite.v5+json"]
    assert spec["$schema"].endswith("/v5.json")
    assert spec["width"] == 300
    assert len(spec["layer"]) == 3


def test_a_renderer_that_the_user_enabled_is_used() -> None:
    with altair.renderers.enable("html"):
        assert "text/html" in timeline(seed_analysis())._repr_mimebundle_()


def test_labels_are_set_apart_as_right_to_left() -> None:
    # Otherwise a canvas draws the number of «12 شخصا» on its left.
    for chart in (claims_chart(seed_analysis()), timeline(seed_analysis())):
        spec = chart.to_dict()
        for layer in spec["layer"]:
            (made,) = layer["transform"]
            assert layer["encoding"]["y"]["field"] == made["as"]
            assert (made["calculate"][1], made["calculate"][-2]) == ("\u2067", "\u2069")


def test_a_chart_carries_a_picture_where_it_can_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("vl_convert")
    from arnews.display import picture

    for chart in (claims_chart(seed_analysis()), timeline(seed_analysis())):
        drawn = chart._repr_mimebundle_()["image/png"]
        assert drawn.startswith(b"\x89PNG")
        # Width and height stand in the head of the file: a picture of something, at twice the size for sharp screens.
        width, height = (int.from_bytes(drawn[at : at + 4], "big") for at in (16, 20))
        assert width > 500
        assert height > 150
    assert picture.png({"mark": "no such mark"}) is None
    assert (
        picture.png(
            {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "data": {"url": "https://example.org/x.json"}, "mark": "no"}
        )
        is None
    )


def test_without_the_library_that_draws_a_chart_shows_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert set(claims_chart(seed_analysis())._repr_mimebundle_()) == {"application/vnd.vegalite.v5+json", "text/plain"}
