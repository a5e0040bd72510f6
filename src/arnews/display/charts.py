"""Charts for a notebook, made with Altair (extra ``charts``): when things happened, how many, and how a toll moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from arnews import labels
from arnews.display.front_end import layer_chart
from arnews.events.records import Event
from arnews.extras import need
from arnews.integrations.frames import Collection
from arnews.records import Analysis

if TYPE_CHECKING:
    import altair

# Okabe and Ito's colours, which colour-blind readers tell apart.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9", "#8C8C8C")
# Six shapes beside seven colours: there are more kinds than colours that stay apart, and no two kinds share both.
_SHAPES = ("circle", "square", "triangle-up", "cross", "diamond", "triangle-down")
# A chart draws its labels from left to right: unless they are set apart as right to left, the number of 12 شخصا ends up last.
_SENTENCE = 200
_WORDS = "'\u2067' + datum.text + '\u2069'"


def _altair() -> Any:
    return need("altair", "charts")


def _analyses(results: Analysis | Collection | Iterable[Analysis]) -> Iterator[tuple[str, Analysis]]:
    """Each analysis with the title to show for it. Failures have nothing to draw."""
    if isinstance(results, Analysis):
        results = (results,)
    found = (result for _, result in results) if isinstance(results, Collection) else results
    for result in found:
        if isinstance(result, Analysis):
            yield result.article.title.text if result.article.title else "", result


def timeline(results: Analysis | Collection | Iterable[Analysis]) -> altair.LayerChart:
    """The dates of one or many articles as bars from their first to their last day; open and unresolved ones are left out."""
    alt = _altair()
    rows = [
        {"text": d.text, "from": d.earliest, "to": d.latest, "value": d.value or "", "type": d.type, "article": title}
        for title, result in _analyses(results)
        for d in result.dates
        if d.earliest and d.latest
    ]
    base = (
        alt.Chart(alt.Data(values=rows))
        .transform_calculate(words=_WORDS)
        .encode(
            x=alt.X("from:T", title=None),
            y=alt.Y("words:N", title=None, sort=alt.EncodingSortField("from"), axis=alt.Axis(labelLimit=260)),
            color=alt.Color("type:N", title=None, scale=alt.Scale(domain=["DATE", "TIME", "DURATION", "SET"], range=list(_COLOURS[:4]))),
            tooltip=[alt.Tooltip("words:N", title="text"), "value:N", "from:N", "to:N", "article:N"],
        )
    )
    chart: altair.LayerChart = layer_chart()(layer=[base.mark_bar(height=8).encode(x2="to:T"), base.mark_point(filled=True, size=70)])
    return chart


def claims_chart(results: Analysis | Collection | Iterable[Analysis]) -> altair.LayerChart:
    """The figures of one or many articles on a logarithmic scale: a point for the best, a line from low to high.

    Claims of nothing and claims without a figure are left out: a logarithm has no place for them.
    """
    alt = _altair()
    rows: list[dict[str, object]] = []
    for title, result in _analyses(results):
        for c in result.claims:
            low, high = (bound if bound is not None else c.quantity.best for bound in (c.quantity.low, c.quantity.high))
            points = [v for v in (low, c.quantity.best, high) if v is not None and 0 < v < 1e300]
            if points:
                rows.append(
                    {
                        "text": c.text, "kind": c.kind, "figure": labels.quantity(c.quantity), "low": float(min(points)),
                        "high": float(max(points)), "who": c.who.text if c.who else "", "where": c.where.text if c.where else "",
                        "source": c.source.text if c.source else "", "article": title, "order": len(rows),
                    }
                )  # fmt: skip
    base = (
        alt.Chart(alt.Data(values=rows))
        .transform_calculate(words=_WORDS)
        .encode(
            x=alt.X("low:Q", title=None, scale=alt.Scale(type="log")),
            y=alt.Y("words:N", title=None, sort=alt.EncodingSortField("order"), axis=alt.Axis(labelLimit=320)),
            tooltip=[alt.Tooltip("words:N", title="text"), "figure:N", "kind:N", "who:N", "where:N", "source:N", "article:N"],
        )
    )
    # The line has no colour of its own: colour and shape share one legend only where each layer has both.
    ends = base.mark_point(filled=True, size=80).encode(
        color=alt.Color("kind:N", title=None, scale=alt.Scale(range=list(_COLOURS))),
        shape=alt.Shape("kind:N", title=None, scale=alt.Scale(range=list(_SHAPES))),
    )
    chart: altair.LayerChart = layer_chart()(
        layer=[base.mark_rule(strokeWidth=3, color="#8C8C8C").encode(x2="high:Q"), ends, ends.encode(x="high:Q")]
    )
    return chart


def toll(event: Event) -> altair.LayerChart:
    """How an event's figures moved: a point for each report by day, a line through the figure that most reports of a day give.

    Totals alone are drawn, one colour for each thing counted; a report that gives at least so many stands at that number.
    """
    alt = _altair()
    rows = [
        {
            "published": r.published, "value": float(value), "counted": s.counted, "article": r.article, "source": r.source or "",
            "text": r.sentence[:_SENTENCE], "usual": False,
        }
        for s in event.series
        if s.population is None and not s.running
        for r in s.reports
        if r.role == "total" and r.published and (value := r.best if r.best is not None else r.low) is not None and value < 1e300
    ]  # fmt: skip
    counts = Counter((str(row["counted"]), str(row["published"]), row["value"]) for row in rows)
    usual = {(kind, day): value for (kind, day, value), _ in sorted(counts.items(), key=lambda item: (item[1], item[0][2]))}
    for row in rows:
        row["usual"] = usual[(str(row["counted"]), str(row["published"]))] == row["value"]
    base = (
        alt.Chart(alt.Data(values=rows))
        .transform_calculate(words=_WORDS)
        .encode(
            x=alt.X("published:T", title=None),
            y=alt.Y("value:Q", title=None),
            color=alt.Color("counted:N", title=None, scale=alt.Scale(range=list(_COLOURS))),
        )
    )
    points = base.mark_point(filled=True, size=70, opacity=0.6).encode(
        shape=alt.Shape("counted:N", title=None, scale=alt.Scale(range=list(_SHAPES))),
        tooltip=[
            "published:T",
            "value:Q",
            "counted:N",
            "source:N",
            "article:N",
            alt.Tooltip("words:N", title="text"),
        ],
    )
    line = base.transform_filter("datum.usual").mark_line(interpolate="step-after")
    chart: altair.LayerChart = layer_chart()(layer=[line, points])
    return chart
