"""What each command does. Heavy modules are imported inside, when the command runs."""

from __future__ import annotations

import argparse
import json
import sys

from arnews.cli import inputs


def analyze(arguments: argparse.Namespace) -> int:
    """Read one article and print what it says."""
    text = inputs.decode(inputs.read_bytes(arguments.file), arguments.file, arguments.encoding)
    import arnews

    result = arnews.analyze(text, published=arguments.published)
    if arguments.format == "json":
        print(result.model_dump_json(indent=2))
    elif arguments.format == "html":
        from arnews.display import page

        print(page(result, text))
    else:
        from arnews.cli.terminal import summary, width_of

        print(summary(result, width_of(sys.stdout)))
    return 0


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of ``Analysis``."""
    from arnews.records import Analysis

    print(json.dumps(Analysis.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
    return 0
