"""Every regular expression that arnews compiles, on texts made to be hard for it. Run as a program: prints what grew too fast, as JSON.

A program of its own, because the compiler has to be watched before arnews is imported, and because a pattern that takes exponential
time would never give the tests their process back.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

SHORT, LONG = 1000, 4000
# Under this many seconds of processor time a text of LONG characters is read in no more than some 0.5 microseconds each.
FAST = 0.002
GROWTH = 8  # 4 were linear, 16 the square
MOST_LETTERS = 10


def watched() -> dict[tuple[Any, int], str]:
    """Patterns compiled by modules of arnews from now on, with the module."""
    seen: dict[tuple[Any, int], str] = {}
    real = re._compile  # type: ignore[attr-defined]

    def compiled(pattern: Any, flags: int) -> Any:
        module = str(sys._getframe(2).f_globals.get("__name__", ""))
        if module.startswith("arnews") and isinstance(pattern, str | bytes):
            seen.setdefault((pattern, int(flags)), module)
        return real(pattern, flags)

    re._compile = compiled  # type: ignore[attr-defined]
    return seen


def use_everything(seed: str) -> None:
    """Import every module and walk through every door, so that what is compiled late is compiled too."""
    from importlib import import_module
    from pkgutil import walk_packages

    import arnews
    from arnews.display import report
    from arnews.pipeline import Pipeline
    from arnews.text.normalize import normalize
    from arnews.text.profiles import PLAIN, REPAIR

    for module in walk_packages(arnews.__path__, "arnews."):
        # A door whose library is not installed stays shut.
        with suppress(ModuleNotFoundError):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    result = Pipeline(recognizer=None).analyze(seed)
    report([result])
    normalize(seed, REPAIR.with_options(entities=True, mojibake=True))
    normalize(seed, PLAIN)


def letters(pattern: Any) -> list[str]:
    """Characters that parts of the pattern match: its literals, and the ends and a member of its classes."""
    found: dict[str, None] = {}

    def walk(items: Any) -> None:
        for op, value in items:
            name = str(op)
            if name in ("LITERAL", "NOT_LITERAL"):
                found[chr(value)] = None
            elif name == "RANGE":
                found.update(dict.fromkeys(map(chr, value)))
            elif name == "CATEGORY":
                found[{"SPACE": " ", "DIGIT": "1", "WORD": "ب"}[str(value).split("_")[-1]]] = None
            elif name == "ANY":
                found["ب"] = None
            elif name == "IN":
                walk(value)
            elif name == "BRANCH":
                for branch in value[1]:
                    walk(branch)
            elif isinstance(value, tuple):
                for part in value:
                    if isinstance(part, parser.SubPattern):
                        walk(part)

    walk(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags))
    return list(found)


def hard(pattern: Any, size: int) -> Iterator[str]:
    """Texts of one letter, of two in turn, and of many, each whole and with an end that does not fit."""
    known = letters(pattern)
    known = known[:: max(1, len(known) // MOST_LETTERS)]
    units = [*known, *map("".join, pairwise(known)), "".join(known)]
    for unit in units:
        if unit:
            text = (unit * (size // len(unit) + 1))[:size]
            yield text
            yield text + "\x01"


def seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def ways(pattern: Any, text: Any) -> Iterator[Callable[[], object]]:
    yield lambda: deque(pattern.finditer(text), maxlen=0)
    yield lambda: pattern.fullmatch(text)


def too_fast(pattern: Any) -> list[str]:
    found = []
    binary = isinstance(pattern.pattern, bytes)
    for short, long in zip(hard(pattern, SHORT), hard(pattern, LONG), strict=True):
        a, b = (t.encode("latin-1", "ignore") if binary else t for t in (short, long))
        for small, large in zip(ways(pattern, a), ways(pattern, b), strict=True):
            # A busy machine may slow one measurement down, not each of three.
            if all((took := seconds(large)) > FAST and took > GROWTH * max(seconds(small), FAST / GROWTH) for _ in range(3)):
                found.append(f"{short[:12]!r}... took {took:.3f} s")
    return found


def main() -> None:
    seen = watched()
    use_everything((Path(__file__).parents[2] / "seeds" / "article.txt").read_text("utf-8"))
    checked = {f"{module}: {pattern!r}": too_fast(re.compile(pattern, flags)) for (pattern, flags), module in list(seen.items())}
    print(json.dumps({"patterns": len(checked), "modules": sorted(set(seen.values())), "slow": {k: v for k, v in checked.items() if v}}))


if __name__ == "__main__":
    main()
