"""What each command does. Heavy modules are imported inside, when the command runs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from arnews.cli import inputs
from arnews.cli.errors import CliError

if TYPE_CHECKING:
    from arnews.records import Analysis, Warning

TABLES = ("articles", "claims", "quotes", "entities", "mentions", "dates", "figures", "warnings")


def show_help(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> int:
    """What ``arnews`` alone prints."""
    parser.print_help()
    return 0


def analyze(arguments: argparse.Namespace) -> int:
    """Read one article and print what it says."""
    text, stated, warnings = inputs.read_article(arguments.file, arguments.encoding, arguments.input_format, arguments.crawled)
    result = _told(_reader(arguments)(text, published=arguments.published or stated), warnings, text)
    if arguments.format == "json":
        print(result.model_dump_json(indent=2))
    elif arguments.format == "html":
        from arnews.display import page

        print(page(result, text))
    else:
        from arnews.display.terminal import summary, width_of

        print(summary(result, width_of(sys.stdout)))
    return 0


def _reader(arguments: argparse.Namespace) -> Callable[..., Analysis]:
    """What reads a text with the options that were given."""
    import arnews

    if arguments.month_first or arguments.country:
        return arnews.Pipeline(day_first=not arguments.month_first, country=arguments.country).analyze
    return arnews.analyze


def _told(result: Analysis, warnings: tuple[Warning, ...], text: str) -> Analysis:
    """The analysis of a text, with what reading its file had to say before its own warnings."""
    from arnews.text.letters import without_arabic

    warnings += without_arabic(text)
    return result.model_copy(update={"warnings": (*warnings, *result.warnings)}) if warnings else result


def report(arguments: argparse.Namespace) -> int:
    """Write one page about all the articles named. The exit code is 3 where some could not be read."""
    inputs.free(arguments.output, arguments.overwrite)
    from arnews.display import Item
    from arnews.display import report as page

    items, failed = [], 0
    read = _reader(arguments)
    for article in inputs.read_articles(arguments):
        if article.error is not None:
            failed += 1
            print(f"arnews: {inputs.printable(f'{article.id}: {article.error}')}", file=sys.stderr)
            continue
        result = _told(read(article.text, published=article.published), article.warnings, article.text)
        items.append(Item(Path(article.id).name, result, article.text))
    inputs.write_text(arguments.output, page(items, arguments.lang, arguments.title))
    return inputs.SOME_FAILED if failed else 0


def completion(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> int:
    """Print the completion of ``arnews`` for a shell."""
    from arnews.extras import MissingExtraError, need

    try:
        shtab = need("shtab", "completion")
    except MissingExtraError as error:
        raise CliError(str(error)) from None
    for action in _actions(parser):
        if action.dest in {"file", "inputs", "output"}:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    print(shtab.complete(parser, arguments.shell))
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from _actions(inner)


def batch(arguments: argparse.Namespace) -> int:
    """Read many articles into one output."""
    from arnews.cli.batch import run

    return run(arguments)


def events(arguments: argparse.Namespace) -> int:
    """Join what many articles report of one event."""
    from arnews.cli.events import run

    return run(arguments)


def explain(arguments: argparse.Namespace) -> int:
    """Print why each number, date, entity and claim of a text was found."""
    text = arguments.text
    if text == "-":
        text = inputs.decode(inputs.read_bytes("-"), "-", arguments.encoding).text
    import arnews
    from arnews.display.terminal import reasons, width_of
    from arnews.explanation import explain as explained
    from arnews.text.letters import without_arabic

    if arguments.month_first or arguments.country:
        pipeline = arnews.Pipeline(day_first=not arguments.month_first, country=arguments.country)
        found = explained(pipeline, text, arguments.published)
    else:
        found = arnews.explain(text, published=arguments.published)
    for warning in without_arabic(text):
        print(f"arnews: {warning.message}", file=sys.stderr)
    print(reasons(found, width_of(sys.stdout)))
    return 0


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of ``Analysis``."""
    from arnews.records import Analysis

    print(json.dumps(Analysis.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
    return 0
