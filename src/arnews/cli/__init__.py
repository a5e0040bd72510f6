"""The command line: ``arnews analyze``, ``arnews schema`` and their like. Exit codes: 0 done, 1 failed, 2 wrong usage."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from arnews.cli.errors import FAILED, CliError
from arnews.cli.parser import build_parser

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; ``argv`` are its words (those of the process if left out). Returns the exit code.

    Errors that a user can mend are one line on standard error. A reader that closes the pipe early (``| head``) ends the
    command quietly, Ctrl-C ends it with 130.
    """
    _speak_utf8()
    arguments = build_parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except CliError as error:
        # Names from the command line may hold bytes that the locale could not read: show them as what they are, UTF-8.
        print("arnews:", str(error).encode("utf-8", "surrogateescape").decode("utf-8", "replace"), file=sys.stderr)
        return error.code
    except BrokenPipeError:
        # Python flushes standard output once more at exit: give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except RuntimeError as error:
        from arnews.lexicon import LexiconError

        if not isinstance(error, LexiconError):
            raise
        print(f"arnews: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 130
    return code


def _speak_utf8() -> None:
    # Arabic under LC_ALL=C would be \u escapes or an error; every terminal of today reads UTF-8.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
