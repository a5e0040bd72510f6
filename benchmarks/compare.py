"""arnews side by side with other libraries, on the same articles and the same questions.

    python benchmarks/compare.py --text ARTICLES.txt[.xz] [--gold GOLD.json ...] [--articles 40] [--work build/compare]

Each library runs in a process of its own, on one core and with one thread, in a virtual environment under ``--work`` that is made
when it is not there yet. What is measured, and how, stands above the tables that the run writes into README.md and
docs/comparison.md; the figures behind them are appended to benchmarks/history/compare.jsonl. ``--tables`` writes the tables
anew from the last line of that file and runs nothing.

ARTICLES holds articles apart by blank lines: N of them with 240 to 340 words are read. GOLD is annotated articles, as
benchmarks/comparison/scoring.py reads them. ``--model bert=FOLDER``, ``stanza=FOLDER``, ``spacy=FOLDER`` give a trained model; without
one, names are read by a network with random weights, for its cost, and not scored.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from comparison import tables
from comparison.articles import chosen
from comparison.environments import ROOT, UnavailableError, folder_mb, installed_mb, prepare
from comparison.questions import Questions
from comparison.registry import BUILDER, CONTENDERS, ENVIRONMENTS, Contender
from comparison.running import BENCHMARKS, ask, machine, surroundings

HISTORY = BENCHMARKS / "history" / "compare.jsonl"
FRESH = 2  # processes that read one article, beside the one that reads them all
# One day for all articles, so that relative dates are worked out too.
PUBLISHED = "2015-08-10"


def models(given: dict[str, Path], work: Path, text: Path, wanted: set[str]) -> dict[str, Path]:
    """Folder of each kind of model: the given ones, and a BERT with random weights where none is given."""
    out = dict(given)
    if not wanted & {"bert", "int8"}:
        return out
    folder = work / ("models-given" if "bert" in given else "models")
    if not (folder / "int8" / "model.int8.onnx").exists():
        say("making the models")
        python = prepare("builder", BUILDER, work)
        source = given.get("bert", text).resolve()
        command = [str(python), "-m", "comparison.models", str(folder.resolve()), str(source)]
        subprocess.run(command, cwd=BENCHMARKS, check=True, capture_output=True)
    return {"bert": folder / "bert", "int8": folder / "int8", **out}


def measure(c: Contender, options: argparse.Namespace, folders: dict[str, Path], texts: list[str], asked: Questions) -> dict[str, Any]:
    """One row: cost on the articles, then scores. What cannot be measured is left out, with a ``note`` that says why."""
    row: dict[str, Any] = {"key": c.key, "title": c.title, "task": c.task}
    kind = c.model or c.optional_model or ""
    folder = folders.get(kind)
    try:
        python = prepare(c.environment, ENVIRONMENTS[c.environment], options.work)
        row |= {"packages_mb": installed_mb(python), "model_mb": folder_mb(folder)}
        setting = {"task": c.task, "variant": c.variant, "model": str(folder.resolve()) if folder else None}
        job = {"module": c.environment, "setting": setting, "packages": c.packages.split(), "articles": [], "items": [], "seconds": 0}
        if c.model and folder is None:
            return row | _kept(ask(python, job, options.work), "python", "versions", "import_s") | {"note": "no model offline"}
        articles = [[t, PUBLISHED] for t in texts]
        full = ask(python, {**job, "articles": articles, "seconds": options.seconds}, options.work)
        fresh = [ask(python, {**job, "articles": articles[:1]}, options.work) for _ in range(FRESH)]
        row |= full | {k: statistics.median(r[k] for r in [full, *fresh]) for k in ("import_s", "load_s", "first_s")}
        if c.trained or {"int8": "bert"}.get(kind, kind) in options.model:
            scores = asked.score(c.task, lambda items: ask(python, {**job, "items": items}, options.work)["finds"])
            row["scores"] = {name: {k: None if k.startswith(c.cannot or "?") else v for k, v in s.items()} for name, s in scores.items()}
        else:
            row["note"] = "random weights" if c.model else "untrained"
    except UnavailableError as error:
        row |= {"note": "failed", "error": str(error)}
    return row


def _kept(found: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {k: found[k] for k in keys}


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def run(options: argparse.Namespace) -> dict[str, Any]:
    options.work.mkdir(parents=True, exist_ok=True)
    texts = chosen(options.text, options.articles)
    contenders = [c for c in CONTENDERS if not options.only or c.key in options.only or c.environment in options.only]
    record: dict[str, Any] = {
        "date": datetime.now(UTC).date().isoformat(),
        "provisional": options.provisional,
        "machine": machine(),
        "articles": {"name": options.text.name.split(".")[0], "read": len(texts), "words": statistics.mean(len(t.split()) for t in texts)},
    }
    asked = Questions(options.gold, options.work)
    record["questions"] = asked.sizes
    folders = models(options.model, options.work, options.text, {c.model or "" for c in contenders})
    record["rows"] = []
    for c in contenders:
        say(c.key)
        record["rows"].append(measure(c, options, folders, texts, asked))
    if not options.no_footprint:
        say("footprint")
        python = prepare("arnews", ENVIRONMENTS["arnews"], options.work)
        command = [str(python), str(BENCHMARKS / "footprint.py"), str(options.text.resolve()), "--json"]
        command += ["--articles", str(options.footprint_articles)]
        done = subprocess.run(command, env=surroundings(options.work), stdout=subprocess.PIPE, text=True, check=True)
        record["footprint"] = json.loads(done.stdout)
    return record


def rounded(value: Any) -> Any:
    """Figures to four digits: more is noise."""
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return [rounded(v) for v in value] if isinstance(value, list | tuple) else value


def _model(said: str) -> tuple[str, Path]:
    kind, _, folder = said.partition("=")
    if kind not in {"bert", "stanza", "spacy"} or not Path(folder).is_dir():
        raise argparse.ArgumentTypeError(f"{said!r} is not bert=, stanza= or spacy= and a folder")
    return kind, Path(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, help="articles apart by blank lines")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="annotated articles")
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--footprint-articles", type=int, default=300)
    parser.add_argument(
        "--seconds", type=float, default=15, help="processor time to read the articles for, again and again; at most thrice this"
    )
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "compare", help="where environments and models are made")
    parser.add_argument("--model", type=_model, nargs="*", default=[], metavar="KIND=FOLDER")
    parser.add_argument("--only", nargs="*", default=[], help="keys of contenders or names of environments; writes no tables")
    parser.add_argument("--provisional", action="store_true", help="the machine has other work: say so above the tables")
    parser.add_argument("--no-footprint", action="store_true")
    parser.add_argument("--tables", action="store_true", help="write the tables from the last run and stop")
    options = parser.parse_args()
    options.model = dict(options.model)
    if not options.tables:
        if options.text is None:
            parser.error("--text is needed")
        record = rounded(run(options))
        if options.only:
            print(json.dumps(record, indent=1, ensure_ascii=False))
            return
        HISTORY.parent.mkdir(exist_ok=True)
        with HISTORY.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    last = json.loads(HISTORY.read_text(encoding="utf-8").splitlines()[-1])
    tables.write(ROOT, last)


if __name__ == "__main__":
    main()
