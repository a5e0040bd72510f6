"""``arnews batch``: options into a run, its progress onto the terminal, its errors into one line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from arnews.batch import BatchError, InputError, Summary, find_sources, read_articles
from arnews.batch import run as run_batch
from arnews.cli.errors import USAGE, CliError
from arnews.cli.inputs import SOME_FAILED, columns_of, known, printable

_ENDINGS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet",
    ".sqlite": "sqlite", ".sqlite3": "sqlite", ".db": "sqlite",
}  # fmt: skip
_HOLDS = {"jsonl": "JSONL holds every analysis whole", "parquet": "Parquet holds all tables", "sqlite": "SQLite holds all tables"}


def format_of(output: Path, given: str | None) -> str:
    """The format asked for, or the one that the ending of the output says, or JSONL. Raises ``CliError`` for .tsv and the like."""
    suffix = Path(output.stem).suffix if output.suffix == ".gz" else output.suffix
    if given is None and suffix and suffix not in _ENDINGS:
        raise CliError(f"{output}: unknown ending {suffix}; give --format", USAGE)
    return given or _ENDINGS.get(suffix, "jsonl")


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal where tqdm is installed; silence elsewhere."""
    bar: Any = None
    if not quiet and sys.stderr.isatty():
        try:
            from tqdm.auto import tqdm

            bar = tqdm(unit=" articles", file=sys.stderr)
        except ImportError:
            pass
    try:
        yield (lambda n: bar.update(n - bar.n)) if bar is not None else (lambda n: None)
    finally:
        if bar is not None:
            bar.close()


def run(arguments: argparse.Namespace) -> int:
    """Run the batch; the exit code is 3 where some articles could not be read."""
    output = Path(arguments.output)
    chosen: Any = format_of(output, arguments.format)
    if arguments.resume and arguments.overwrite:
        raise CliError("--resume and --overwrite exclude each other", USAGE)
    if arguments.table is not None and chosen != "csv":
        raise CliError(f"--table says what a CSV holds; {_HOLDS[chosen]}", USAGE)
    encoding = known(arguments.encoding)
    columns = columns_of(arguments)
    try:
        sources = find_sources(arguments.inputs, arguments.input_format, output)
        articles = read_articles(sources, columns, encoding, arguments.published, arguments.crawled)
        with _progress(arguments.quiet) as progress:
            summary = run_batch(
                articles,
                output,
                partial(_pipeline, not arguments.month_first, arguments.country),
                format_=chosen,
                table=arguments.table or "claims",
                workers=arguments.workers,
                resume=arguments.resume,
                overwrite=arguments.overwrite,
                progress=progress,
            )
    except (BatchError, InputError, ImportError) as error:
        raise CliError(str(error)) from None
    except BrokenExecutor:
        raise CliError(f"{output}: a worker process died (out of memory?); --resume goes on, with fewer --workers") from None
    except OSError as error:
        raise CliError(f"{error.filename or output}: {error.strerror or error}") from None
    if summary.failed or not arguments.quiet:
        print(_said(summary, output), file=sys.stderr)
    return SOME_FAILED if summary.failed else 0


def _said(summary: Summary, output: Path) -> str:
    if summary.complete:
        return f"{output}: already complete"
    failed = f", {summary.failed:,} of them could not be read" if summary.failed else ""
    before = f" ({summary.resumed:,} from before)" if summary.resumed else ""
    which = "".join(f"\n  {printable(line)}" for line in summary.failures)
    more = "\n  ..." if summary.failed > len(summary.failures) > 0 else ""
    return f"{output}: {summary.articles:,} articles{before}{failed}{which}{more}"


def _pipeline(day_first: bool = True, country: str | None = None) -> Any:
    from arnews.pipeline import Pipeline

    return Pipeline(day_first=day_first, country=country)
