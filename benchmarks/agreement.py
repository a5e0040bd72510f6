"""How far two careful readers agree: one reading of the same articles scored against the other, field by field, as arnews is scored.

    python benchmarks/agreement.py              the table, from gold/second and the first reading in gold/first
    python benchmarks/agreement.py --write      also into gold/README.md

``gold/second`` holds what a second reader marked who saw neither the first reading nor arnews. What was settled afterwards stands in
``gold/wikinews`` and ``gold/standoff``; ``gold/first`` keeps the first reading of those articles, so that the agreement can be counted
again.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import annotated
import gold
from comparison.tables import put


def as_result(article: annotated.AnnotatedArticle) -> gold.Gold:
    """An annotated article in the form in which arnews answers."""
    raw = article.raw

    def span(place: annotated.Place) -> dict[str, Any]:
        start, end = annotated.offsets(raw, place)
        return {"start": start, "end": end, "text": place.text}

    def argument(words: str | None) -> dict[str, Any] | None:
        return {"text": words} if words is not None else None

    entities = [{"type": e.type, "country": e.country, "mentions": [span(m) for m in e.mentions]} for e in article.entities]
    dates = [span(d) | {k: getattr(d, k) for k in ("type", "value", "earliest", "latest", "mod")} for d in article.dates]
    claims = [
        span(c)
        | {"id": f"c{n}", "kind": c.kind, "modality": c.modality, "implicit": c.implicit}
        | {"quantity": {k: getattr(c, k) for k in ("low", "best", "high", "approximate", "vague")}}
        | {k: argument(getattr(c, k)) for k in annotated.PLACES["claims"]}
        | {"part_of": f"c{c.part_of}" if c.part_of is not None else None}
        for n, c in enumerate(article.claims)
    ]
    quotes = [
        span(q) | {"id": f"q{n}", "speaker": argument(q.speaker), "cue": argument(q.cue), "direct": q.direct}
        for n, q in enumerate(article.quotes or ())
    ]
    return {"entities": entities, "dates": dates, "claims": claims, "quotes": quotes}


def agreement(first: Sequence[annotated.AnnotatedArticle], second: Sequence[annotated.AnnotatedArticle]) -> list[dict[str, gold.Score]]:
    """The scores of the second reading against the first, article by article."""
    of = {a.id: a for a in second}
    return [gold.score_one(a.scored(), as_result(of[a.id])) for a in first if a.id in of]


def table(each: Sequence[dict[str, gold.Score]]) -> str:
    """Each field with its agreement, the interval and how many the first reader marked."""
    scores, spread = gold.total(each), gold.intervals(each)
    lines = ["| field | agreement (95 %) | marked by the first |", "|---|---|---|"]
    for name, s in scores.items():
        if name != "articles read":
            low, high = spread[name]
            lines.append(f"| {name} | {s.value:.2f} ({low:.2f}-{high:.2f}) | {s.gold} |")
    return "\n".join(lines) + "\n"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="*", default=annotated.default_texts(), help="folders with the texts")
    parser.add_argument("--write", action="store_true", help="put the table into gold/README.md")
    args = parser.parse_args(argv)
    each = agreement(annotated.load_again("first", args.texts), annotated.load_again("second", args.texts))
    block = f"{len(each)} articles read twice:\n\n" + table(each)
    print(block)
    if args.write:
        page = annotated.GOLD / "README.md"
        page.write_text(put(page.read_text(encoding="utf-8"), "agreement", block), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
