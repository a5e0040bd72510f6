"""What other libraries answer on the test half of the annotated articles: ``python benchmarks/others.py [--write]``.

Dates (those whose day is known, in articles whose day of publication is) and the figures of claims are asked of each library as
``benchmarks/compare.py`` asks them, each in an environment of its own under ``--work``. Names need trained models that no package index
carries, and are left out. ``--write`` keeps the figures in ``benchmarks/history/others.jsonl`` and writes the tables of README.md and
docs/quality.md.
"""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import annotated
from compare import CONTENDERS, ENVIRONMENTS, UnavailableError, ask, prepare
from comparison.questions import Questions
from comparison.tables import put, table

HISTORY = Path(__file__).with_name("history") / "others.jsonl"
KEYS = ("arnews-dates", "dateparser", "dateparser-ngram", "mahad-dates", "arnews-numbers", "mahad-numbers", "pyarabic")


def measured(work: Path) -> dict[str, Any]:
    """The scores of every library, by its key."""
    work.mkdir(parents=True, exist_ok=True)
    gold = work / "test-half.json"
    articles = [a.scored() for a in annotated.load("test", annotated.default_texts())]
    gold.write_text(json.dumps(articles, ensure_ascii=False), encoding="utf-8")
    asked, out = Questions([gold], work), dict[str, Any]()
    for c in (c for c in CONTENDERS if c.key in KEYS):
        try:
            python = prepare(c.environment, ENVIRONMENTS[c.environment], work)
        except UnavailableError as error:
            print(f"{c.key}: {error}")
            continue
        setting = {"task": c.task, "variant": c.variant, "model": None}
        job = {"module": c.environment, "setting": setting, "packages": c.packages.split(), "articles": [], "items": [], "seconds": 0}
        scores = asked.score(c.task, lambda items, job=job, python=python: ask(python, {**job, "items": items}, work)["finds"])
        known = {k: None if k.startswith(c.cannot or "?") else v for k, v in scores["gold"].items()}
        out[c.key] = {"title": c.title, "task": c.task, **known}
    return {"date": datetime.now(UTC).date().isoformat(), "articles": len(articles), "rows": out}


def block(record: dict[str, Any]) -> str:
    """Two tables: dates and numbers."""
    of = lambda task: [r for r in record["rows"].values() if r["task"] == task]
    share = lambda r, key: f"{r[f'{key}_right']} of {r[key]}" if r[key] is not None else "–"
    dates = [[r["title"], share(r, "days"), share(r, "spans"), str(r["false"])] for r in of("dates")]
    numbers = [[r["title"], share(r, "words"), share(r, "digits")] for r in of("numbers")]
    head = f"The same {record['articles']} articles, {record['date']}"
    return "\n".join([
        table([head, "single days right", "months, years, ranges right", "finds that are no date"], dates), "",
        table([head, "numbers in words right", "numbers with digits right"], numbers),
    ])  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=annotated.ROOT / "build" / "compare", help="where environments are made")
    parser.add_argument("--write", action="store_true", help="keep the figures and write the tables")
    args = parser.parse_args()
    record = measured(args.work)
    print(block(record))
    if args.write:
        with HISTORY.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
        for page in (annotated.ROOT / "README.md", annotated.ROOT / "docs" / "quality.md"):
            page.write_text(put(page.read_text(encoding="utf-8"), "others", block(record)), encoding="utf-8")


if __name__ == "__main__":
    main()
