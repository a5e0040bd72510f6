"""The quality gate: what arnews scores now, against the floors in ``benchmarks/floors.json``.

    python benchmarks/gate.py [--gold FILE ...]                       compare
    python benchmarks/gate.py --update                                raise the floors to what is measured
    python benchmarks/gate.py --update --allow-regression REASON      lower some too, and write down why

Scored are the corpora under ``tests`` (``share``: how many cases are read as expected; ``cases``: how many there are), both halves of the
annotated articles that the project holds with their text (``annotated.py``), and gold files (``gold.py`` says what they hold): those
given with ``--gold``, else those in the environment variable ARNEWS_GOLD (apart by the system's path separator), else those of
``../shared/gold`` that have floors.

Exit code 0: every floor is held. 1: a score is below its floor, or an update would lower one. 2: a file is missing or cannot be read.
3: a file is not the one that its floors were set with, or has no floors: ``--update`` takes it as it is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import annotated
import gold

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.json")
SHARED_GOLD = ROOT.parent / "shared" / "gold"
CORPORA = ("numbers", "dates", "claims", "entities", "articles", "bylines", "sentences", "seed")


class GateError(Exception):
    """A file that the gate needs is missing or is not what it should be."""


@dataclass(frozen=True)
class Measured:
    """The scores of one file: its name in the floors, its checksum, each metric to three digits."""

    name: str
    sha256: str
    metrics: dict[str, float]


def measure_corpora() -> list[Measured]:
    """The project's own corpora, read as the tests read them."""
    sys.path.insert(0, str(ROOT / "tests"))
    from importlib import import_module

    out = []
    for name in CORPORA:
        corpus = import_module(f"corpora.{name}").CORPUS
        right = sum(corpus.read(case) == case.expected for case in corpus.cases)
        # Rounded down: 999 of 1000 and 9999 of 10000 are both less than all.
        share = int(1000 * right / len(corpus.cases)) / 1000
        out.append(Measured(f"corpus {name}", checksum(corpus.file.read_bytes()), {"cases": len(corpus.cases), "share": share}))
    return out


def measure_gold(files: Sequence[Path], analyze: Callable[..., Any] | None = None) -> list[Measured]:
    """Gold files, by the whole pipeline. A metric that nothing in the file asks for is left out."""
    out = []
    for file in files:
        try:
            data = file.read_bytes()
            articles = json.loads(data)
        except OSError as error:
            raise GateError(f"{file}: {error.strerror}") from error
        except ValueError as error:
            raise GateError(f"{file}: not a JSON file of annotated articles: {error}") from error
        if analyze is None:
            import arnews

            analyze = arnews.analyze
        try:
            scores = gold.score(articles, analyze)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise GateError(f"{file}: not in the format of annotated articles: {type(error).__name__}: {error}") from error
        metrics = {name: round(s.value, 3) for name, s in scores.items() if s.gold}
        out.append(Measured(f"gold {file.name}", checksum(data), metrics))
    return out


def measure_halves(analyze: Callable[..., Any] | None = None) -> list[Measured]:
    """Both halves of the annotated articles under ``gold`` that come with their text."""
    if analyze is None:
        import arnews

        analyze = arnews.analyze
    out = []
    for half in ("develop", "test"):
        articles = [a.scored() for a in annotated.load(half)]
        metrics = {name: round(s.value, 3) for name, s in gold.score(articles, analyze).items() if s.gold}
        out.append(Measured(f"half {half}", checksum(json.dumps(articles, sort_keys=True).encode()), metrics))
    return out


def checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def gold_files(given: Sequence[Path] | None, floors: dict[str, Any], environ: dict[str, str]) -> list[Path]:
    if given is not None:
        return list(given)
    if environ.get("ARNEWS_GOLD"):
        return [Path(p) for p in environ["ARNEWS_GOLD"].split(os.pathsep)]
    known = [SHARED_GOLD / name.removeprefix("gold ") for name in floors["floors"] if name.startswith("gold ")]
    return [p for p in known if p.exists()]


def load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        assert isinstance(found["floors"], dict)
        assert isinstance(found["regressions"], list)
    except FileNotFoundError:
        return {"floors": {}, "regressions": []}
    except (OSError, ValueError, KeyError, TypeError, AssertionError) as error:
        raise GateError(f"{path}: not a file of floors: {type(error).__name__}: {error}") from error
    return found


def below(floors: dict[str, Any], measured: Sequence[Measured]) -> list[tuple[str, str, float, float | None]]:
    """What fell: (name, metric, floor, measured); measured is None where the metric is gone."""
    return [
        (m.name, metric, floor, m.metrics.get(metric))
        for m in measured
        for metric, floor in floors["floors"].get(m.name, {}).get("metrics", {}).items()
        if m.metrics.get(metric, -1.0) < floor
    ]


def unlike(floors: dict[str, Any], measured: Sequence[Measured]) -> list[str]:
    """Lines on what the floors were not set with."""
    out = []
    for m in measured:
        entry = floors["floors"].get(m.name)
        if entry is None:
            out.append(f"{m.name}: has no floors")
            continue
        if entry["sha256"] != m.sha256:
            out.append(f"{m.name}: its SHA-256 is {m.sha256[:12]}…, its floors were set with {entry['sha256'][:12]}…: the file has changed")
        out += [f"{m.name}: {metric} has no floor" for metric in m.metrics if metric not in entry["metrics"]]
    return out


def updated(floors: dict[str, Any], measured: Sequence[Measured], reason: str | None, day: str) -> dict[str, Any]:
    """The floors as measured, with what was lowered and why. What was not measured stays."""
    fallen = [
        {"date": day, "of": name, "metric": metric, "from": floor, "to": value, "reason": reason}
        for name, metric, floor, value in below(floors, measured)
    ]
    new = {m.name: {"sha256": m.sha256, "metrics": dict(sorted(m.metrics.items()))} for m in measured}
    return {"floors": dict(sorted({**floors["floors"], **new}.items())), "regressions": [*floors["regressions"], *fallen]}


def gate(floors_file: Path, measured: Sequence[Measured], *, update: bool, reason: str | None, say: Callable[[str], None]) -> int:
    """Compare or update; the exit code."""
    floors = load(floors_file)
    fallen, changed = below(floors, measured), unlike(floors, measured)
    for name, metric, floor, value in fallen:
        say(f"BELOW  {name}: {metric} is {'gone' if value is None else value}, its floor is {floor}")
    if update:
        if fallen and not reason:
            say("nothing written: an update lowers no floor without --allow-regression REASON")
            return 1
        new = updated(floors, measured, reason, datetime.now(UTC).date().isoformat())
        floors_file.write_text(json.dumps(new, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        say(f"{floors_file.name}: floors of {len(measured)} files as measured" + (f", {len(fallen)} lowered: {reason}" if fallen else ""))
        return 0
    for line in changed:
        say(f"UNLIKE {line}; look at what changed, then: make floors")
    if not fallen and not changed:
        say(f"gate: {sum(len(m.metrics) for m in measured)} floors held")
    return 1 if fallen else 3 if changed else 0


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="*", type=Path, metavar="FILE", help="annotated articles")
    parser.add_argument("--update", action="store_true", help="write what is measured as the floors; lowers none")
    parser.add_argument("--allow-regression", metavar="REASON", help="with --update: lower floors too, for this reason")
    parser.add_argument("--floors", type=Path, default=FLOORS, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.allow_regression is not None and (not args.update or not args.allow_regression.strip()):
        parser.error("--allow-regression takes a reason, and goes with --update")
    try:
        files = gold_files(args.gold, load(args.floors), dict(os.environ))
        measured = [*measure_gold(files), *measure_halves(), *measure_corpora()]
        for m in measured:
            print(f"{m.name}: " + "  ".join(f"{metric} {value:g}" for metric, value in m.metrics.items()))
        if not files:
            print("gold: skipped, no gold files given (--gold, ARNEWS_GOLD or ../shared/gold)")
        return gate(args.floors, measured, update=args.update, reason=args.allow_regression, say=print)
    except GateError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
