"""``arnews events``: articles, or what ``arnews batch`` wrote of them, into events."""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from arnews.batch import Columns, InputError, find_sources, read_articles
from arnews.batch.writers import cell
from arnews.cli.errors import CliError
from arnews.cli.inputs import write_text
from arnews.events import Event, StoreError, Tracker
from arnews.integrations import event_tables
from arnews.records import Analysis, Failure

_CHUNK = 500
_ENDINGS = {".jsonl": "jsonl", ".csv": "csv", ".geojson": "geojson", ".json": "geojson", ".html": "html"}
Pair = tuple[str, Analysis | Failure]


def run(arguments: argparse.Namespace) -> int:
    """Read the inputs, print or write the events."""
    chosen = arguments.format or _ENDINGS.get(Path(arguments.output).suffix, "text" if arguments.output == "-" else "jsonl")
    try:
        tracker = Tracker(arguments.state, window=arguments.window)
        results = _results(arguments)
        while chunk := list(islice(results, _CHUNK)):
            tracker.add(chunk)
        events = (e for e in tracker.events() if len({m.article for m in e.articles}) >= arguments.least)
        write_text(arguments.output, _written(events, chosen, arguments).removesuffix("\n"))
    except (InputError, ImportError, StoreError, ValueError) as error:
        raise CliError(str(error)) from None
    except OSError as error:
        raise CliError(f"{error.filename}: {error.strerror or error}") from None
    return 0


def _results(arguments: argparse.Namespace) -> Iterator[Pair]:
    """Analyses with the names of their articles, from each input in turn."""
    articles = []
    for name in arguments.inputs:
        if _is_batch(Path(name)):
            yield from _analyses(Path(name))
        else:
            articles.append(name)
    if articles:
        yield from _read(articles, arguments)


def _is_batch(path: Path) -> bool:
    """Whether the file is JSONL whose first line holds an analysis."""
    if not path.is_file() or not path.name.endswith((".jsonl", ".jsonl.gz", ".ndjson")):
        return False
    with _open(path) as file:
        try:
            first = json.loads(file.readline())
        except ValueError:
            return False
    return isinstance(first, dict) and {"id", "analysis"} <= set(first)


def _open(path: Path) -> IO[str]:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def _analyses(path: Path) -> Iterator[Pair]:
    with _open(path) as file:
        for number, line in enumerate(file, 1):
            try:
                row = json.loads(line)
                if row["analysis"] is not None:
                    yield str(row["id"]), Analysis.model_validate(row["analysis"])
            except (ValueError, KeyError, TypeError):
                raise InputError(f"{path}: line {number} is no analysis of this version; run arnews batch again") from None


def _read(names: list[str], arguments: argparse.Namespace) -> Iterator[Pair]:
    from arnews.pipeline import Pipeline

    columns = Columns(arguments.text_column, arguments.id_column, arguments.published_column)
    articles = read_articles(find_sources(names, None, Path(arguments.output)), columns, arguments.encoding, arguments.published)
    pipeline = Pipeline()
    for article in articles:
        if article.error is None:
            yield article.id, next(pipeline.pipe([(article.text, article.published)]))


def _written(events: Iterable[Event], chosen: str, arguments: argparse.Namespace) -> str:
    if chosen == "jsonl":
        return "".join(f"{event.model_dump_json()}\n" for event in events)
    if chosen == "ucdp":
        return event_tables.to_ucdp(events)
    if chosen == "geojson":
        return event_tables.to_geojson(events)
    if chosen == "html":
        from arnews.display import events_page

        return events_page(events, arguments.lang)
    if chosen == "csv":
        return _csv(events, arguments.table)
    return "".join(_told(event, explain=arguments.explain) for event in events)


def _csv(events: Iterable[Event], table: str) -> str:
    import csv
    import io

    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow([name for name, _ in event_tables.COLUMNS[table]])
    lines.writerows([cell(v) for v in row] for event in events for row in event_tables.rows(event, table))
    return out.getvalue()


def _told(event: Event, *, explain: bool) -> str:
    """An event in a line, its series below it, and with ``explain`` each article with its reasons."""
    place = event.place.name or event.place.key or "?"
    days = event.start if event.start == event.end else f"{event.start}/{event.end}"
    lines = [f"{event.id}  {event.kind}  {place}  {days}  {len({m.article for m in event.articles})} articles"]
    for s in event.series:
        of = f" ({s.population})" if s.population else ""
        since = " running" if s.running else ""
        lines.append(f"    {s.counted}{of}{since}: best {s.best}, low {s.low}, high {s.high}, {len(s.reports)} reports")
    if explain:
        for m in event.articles:
            lines.append(f"  {m.published or '?'}  {m.article}  {m.title}")
            lines += [f"      {reason}" for reason in m.reasons]
    return "\n".join(lines) + "\n"
