"""What each command does. Heavy modules are imported inside, when the command runs."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from arnews.cli import inputs

if TYPE_CHECKING:
    from arnews.records import Analysis, Warning

TABLES = ("articles", "claims", "entities", "mentions", "dates", "figures", "warnings")


def show_help(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> int:
    """What ``arnews`` alone prints."""
    parser.print_help()
    return 0


def analyze(arguments: argparse.Namespace) -> int:
    """Read one article and print what it says."""
    text, stated, warnings = inputs.read_article(arguments.file, arguments.encoding)
    result = _analysis(text, arguments.published or stated, warnings)
    if arguments.format == "json":
        print(result.model_dump_json(indent=2))
    elif arguments.format == "html":
        from arnews.display import page

        print(page(result, text))
    else:
        from arnews.display.terminal import summary, width_of

        print(summary(result, width_of(sys.stdout)))
    return 0


def _analysis(text: str, published: date | datetime | None, warnings: tuple[Warning, ...]) -> Analysis:
    """The analysis of a text, with what reading its file had to say before its own warnings."""
    import arnews

    result = arnews.analyze(text, published=published)
    return result.model_copy(update={"warnings": (*warnings, *result.warnings)}) if warnings else result


def report(arguments: argparse.Namespace) -> int:
    """Write one page about all the articles named."""
    texts = [(name, *inputs.read_article(name, arguments.encoding)) for name in arguments.files]
    from arnews.display import Item
    from arnews.display import report as page

    items = [Item(Path(name).name, _analysis(text, arguments.published or day, told), text) for name, text, day, told in texts]
    inputs.write_text(arguments.output, page(items, arguments.lang, arguments.title))
    return 0


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

    print(reasons(arnews.explain(text, published=arguments.published), width_of(sys.stdout)))
    return 0


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of ``Analysis``."""
    from arnews.records import Analysis

    print(json.dumps(Analysis.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
    return 0
