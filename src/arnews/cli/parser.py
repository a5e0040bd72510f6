"""The commands and their options. Only the standard library is imported here, so that ``--help`` answers at once."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from functools import partial

from arnews.cli import commands

_EXIT_CODES = "Exit codes: 0 done, 1 failed (file missing, not readable, not UTF-8), 2 wrong usage, 130 interrupted."
_BATCH_EXIT_CODES = f"{_EXIT_CODES} 3: done, but some articles could not be read; the output says which."


def moment(text: str) -> date | datetime:
    """A publication date (``2025-07-12``) or time (``2025-07-12T01:52``) from the command line."""
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2025-07-12 or 2025-07-12T01:52") from None


class _Version(argparse.Action):
    """``--version`` that looks the version up only when asked: reading package metadata costs as much as the rest."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"arnews {version('arnews')}")
        parser.exit()


def country(text: str) -> str:
    """An ISO 3166-1 alpha-2 code from the command line."""
    from arnews.context import Context

    try:
        Context(country=text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def _text_input(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--published", type=moment, metavar="DATE", help="publication date, YYYY-MM-DD (default: as the article prints it)"
    )
    command.add_argument(
        "--encoding", default="auto", help="encoding of the input, such as windows-1256 (default: found out, with a warning)"
    )
    order = command.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_false", dest="month_first", default=False, help="read 3/7/2025 as 3 July (the default)")
    order.add_argument("--month-first", action="store_true", help="read 3/7/2025 as 7 March")
    command.add_argument(
        "--country", type=country, metavar="CC", help="whose riyal or feddan is meant, such as SA (default: nobody's, they stay open)"
    )


def _columns(command: argparse.ArgumentParser) -> None:
    command.add_argument("--text-column", default="text", metavar="NAME", help="column or field of the text (default: text)")
    command.add_argument("--id-column", metavar="NAME", help="column or field of an id (default: file name and row)")
    command.add_argument("--published-column", metavar="NAME", help="column or field of the publication date")
    command.add_argument("--crawled-column", metavar="NAME", help="column or field of when a page was saved")


def _crawled(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--crawled",
        type=_instant,
        metavar="TIME",
        help="when pages were saved, which an age (منذ ساعتين) in place of a date counts back from",
    )


def _instant(text: str) -> datetime:
    found = moment(text)
    if not isinstance(found, datetime):
        raise argparse.ArgumentTypeError(f"{text!r} has no hour, such as 2025-07-12T01:52 has")
    return found


def build_parser() -> argparse.ArgumentParser:
    """The parser of ``arnews``; each command leaves its function in ``run``."""
    parser = argparse.ArgumentParser(
        prog="arnews",
        description="Reads Arabic news and gives back who, where, when and how many.",
        epilog=_EXIT_CODES,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    parser.set_defaults(run=partial(commands.show_help, parser))
    found = parser.add_subparsers(title="commands", metavar="COMMAND")

    analyze = found.add_parser("analyze", help="read one article", epilog=_EXIT_CODES, allow_abbrev=False)
    analyze.add_argument("file", metavar="FILE", help="a text or HTML file, or - for standard input")
    analyze.add_argument("--format", choices=("table", "json", "html"), default="table", help="what to print (default: table)")
    analyze.add_argument("--input-format", choices=("text", "html"), help="of standard input and unknown endings (default: text)")
    _text_input(analyze)
    _crawled(analyze)
    analyze.set_defaults(run=commands.analyze)

    _add_report(found.add_parser("report", help="one page about one or many articles", epilog=_BATCH_EXIT_CODES, allow_abbrev=False))
    _add_batch(found.add_parser("batch", help="read many articles into one output", epilog=_BATCH_EXIT_CODES, allow_abbrev=False))

    _add_events(found.add_parser("events", help="join what many articles report of one event", epilog=_EXIT_CODES, allow_abbrev=False))

    explain = found.add_parser("explain", help="print which rule found what in a text, and why", epilog=_EXIT_CODES, allow_abbrev=False)
    explain.add_argument("text", metavar="TEXT", help="a sentence, or - for standard input")
    _text_input(explain)
    explain.set_defaults(run=commands.explain)

    schema = found.add_parser("schema", help="print the JSON Schema of the analysis", allow_abbrev=False)
    schema.set_defaults(run=commands.schema)

    completion = found.add_parser(
        "completion", help="print what makes a shell complete these commands (extra completion)", allow_abbrev=False
    )
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"), help="the shell")
    completion.set_defaults(run=partial(commands.completion, parser))
    return parser


def _add_report(report: argparse.ArgumentParser) -> None:
    report.add_argument("inputs", metavar="INPUT", nargs="+", help="what batch reads: folders, text, HTML and other files, or -")
    report.add_argument("-o", "--output", required=True, metavar="REPORT.html", help="the page to write, or - for standard output")
    report.add_argument("--overwrite", action="store_true", help="replace the output where it is there already")
    report.add_argument("--lang", choices=("en", "ar"), default="en", help="language of headings and filters (default: en)")
    report.add_argument("--title", help="heading of the page")
    report.add_argument(
        "--input-format",
        choices=("text", "html", "csv", "json", "jsonl", "feed"),
        help="of standard input and unknown endings (default: text)",
    )
    _columns(report)
    _text_input(report)
    _crawled(report)
    report.set_defaults(run=commands.report)


def _add_batch(batch: argparse.ArgumentParser) -> None:
    batch.add_argument(
        "inputs", metavar="INPUT", nargs="+", help="folders, text, HTML, CSV, Excel, JSON, JSONL, RSS, Atom or Parquet files, or -"
    )
    batch.add_argument("-o", "--output", required=True, metavar="OUT", help="file to write; a folder for Parquet")
    batch.add_argument("--format", choices=("jsonl", "csv", "parquet", "sqlite"), help="of the output (default: by its ending, else JSONL)")
    batch.add_argument("--table", choices=commands.TABLES, help="which table a CSV holds (default: claims)")
    batch.add_argument(
        "--input-format", choices=("text", "html", "csv", "json", "jsonl", "feed"), help="of standard input and unknown endings"
    )
    _columns(batch)
    batch.add_argument("--workers", type=_workers, default=1, metavar="N", help="processes that read at the same time (default: 1)")
    batch.add_argument("--resume", action="store_true", help="go on with a run that was stopped")
    batch.add_argument("--overwrite", action="store_true", help="replace the output, drop unfinished work")
    batch.add_argument("--quiet", action="store_true", help="no progress, no summary unless articles failed")
    _text_input(batch)
    _crawled(batch)
    batch.set_defaults(run=commands.batch)


def _add_events(events: argparse.ArgumentParser) -> None:
    events.add_argument("inputs", metavar="INPUT", nargs="*", help="JSONL of arnews batch, or articles as arnews batch takes them")
    events.add_argument("-o", "--output", default="-", metavar="OUT", help="file to write, - for standard output (default)")
    events.add_argument(
        "--format", choices=("text", "jsonl", "csv", "ucdp", "geojson", "html"), help="of the output (default: by its ending, else text)"
    )
    events.add_argument("--table", choices=("events", "reports"), default="events", help="which table a CSV holds (default: events)")
    events.add_argument("--state", metavar="FOLDER", help="remember the articles here and go on with those of former runs")
    events.add_argument("--window", type=_days, default=14, metavar="DAYS", help="how long an event waits for a report (default: 14)")
    events.add_argument("--least", type=_days, default=1, metavar="N", help="leave out events of fewer articles (default: 1)")
    events.add_argument("--lang", choices=("en", "ar"), default="en", help="language of a page (default: en)")
    events.add_argument("--explain", action="store_true", help="print each article and why it was joined")
    events.add_argument("--text-column", default="text", metavar="NAME", help="column or field of the text (default: text)")
    events.add_argument("--id-column", metavar="NAME", help="column or field of an id (default: file name and row)")
    events.add_argument("--published-column", metavar="NAME", help="column or field of the publication date")
    _text_input(events)
    events.set_defaults(run=commands.events)


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)


def _workers(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")
    return int(text)
