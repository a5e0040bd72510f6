"""What can go wrong on the command line and be told in one line."""

from __future__ import annotations

FAILED = 1
USAGE = 2


class CliError(Exception):
    """An error to show as one line, and the exit code it ends with."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code
