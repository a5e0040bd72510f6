"""Fuzz one entry point: ``python benchmarks/fuzz/run.py TARGET --runs N [--out FOLDER] [--plain]``.

Guided by the branches that an input takes (``pip install atheris`` beside arnews with its extras), which finds inputs; the ones that
found something new stay in FOLDER/TARGET.corpus. ``--plain`` changes the words of these and of the seeds at random, without atheris and
some twenty times as fast, which makes numbers. Findings do not stop the run: each kind (exception and the line that
raised it) is written once to FOLDER with the input that showed it, smallest first. ``--input FILE`` runs one saved input and nothing else.
The last line of ``FOLDER/TARGET.log`` says how many executions took how long.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
SEEDS = {"html": "html", "batch": "batch"}
# The first character of an input to these says which kind of page or file it is.
FIRST = {"html": "012345012345AZz", "batch": "\0\1\2\3\4\5\6\7"}


class Watch:
    """Runs a target, counts, keeps the smallest input of each kind of failure."""

    def __init__(self, name: str, run: Callable[[bytes], None], folder: Path, mode: str) -> None:
        self._run, self._name, self._folder, self._mode = run, name, folder, mode
        self._count, self._began, self._cpu = 0, time.time(), time.process_time()
        self._found: dict[str, int] = {}

    def __call__(self, data: bytes) -> None:
        self._count += 1
        try:
            self._run(data)
        except Exception as error:
            self._keep(data, error)
        if self._count % 5000 == 0:
            self.log()

    def _keep(self, data: bytes, error: Exception) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if "arnews" in f.filename] or frames
        key = f"{type(error).__name__} {Path(ours[-1].filename).name}:{ours[-1].lineno}"
        if self._found.get(key, len(data) + 1) <= len(data):
            return
        self._found[key] = len(data)
        stem = self._folder / f"{self._name}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"
        stem.with_suffix(".input").write_bytes(data)
        stem.with_suffix(".txt").write_text(f"{key}\n{error!r}\n{''.join(traceback.format_tb(error.__traceback__))}", "utf-8", "replace")

    def log(self) -> None:
        done = {
            "target": self._name, "mode": self._mode, "began": round(self._began),
            "executions": self._count, "seconds": round(time.time() - self._began),
            "cpu_seconds": round(time.process_time() - self._cpu), "kinds_of_failure": len(self._found),
        }  # fmt: skip
        with (self._folder / f"{self._name}.log").open("a", encoding="utf-8") as file:
            file.write(json.dumps(done) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target")
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--out", type=Path, default=Path("fuzz-out"))
    parser.add_argument("--longest", type=int, default=256, help="bytes of an input")
    parser.add_argument("--guided", default="arnews", help="modules whose branches guide the search, with commas between")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--words", type=int, default=9, help="of a plain input, at most")
    parser.add_argument("--seed", type=int, default=0, help="of chance, for plain runs")
    parser.add_argument("--input", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.input:
        from targets import TARGETS

        TARGETS[args.target](args.input.read_bytes())
    elif args.plain:
        plain(args)
    else:
        guided(args)


def folders(args: argparse.Namespace) -> tuple[Path, Path]:
    """The folder of inputs found and that of the seeds."""
    corpus = args.out / f"{args.target}.corpus"
    corpus.mkdir(exist_ok=True)
    return corpus, HERE / "seeds" / SEEDS.get(args.target, "text")


def guided(args: argparse.Namespace) -> None:
    import atheris

    with atheris.instrument_imports(include=args.guided.split(","), enable_loader_override=False):
        import targets
    from texts import dictionary

    words = args.out / "words.dict"
    words.write_text(dictionary(), "utf-8")
    options = [f"-dict={words}", f"-runs={args.runs}", f"-max_len={args.longest}", "-timeout=60", "-rss_limit_mb=6000"]
    watch = Watch(args.target, targets.TARGETS[args.target], args.out, "guided")
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={args.out}/", *map(str, folders(args))], watch)
    atheris.Fuzz()


def plain(args: argparse.Namespace) -> None:
    from targets import TARGETS
    from texts import mutated, text_of

    known = [text_of(f.read_bytes()) for folder in folders(args) for f in sorted(folder.iterdir())]
    watch = Watch(args.target, TARGETS[args.target], args.out, "plain")
    chance = random.Random(args.seed)
    for _ in range(args.runs):
        text = mutated(chance.choice(known), chance.choice(known), chance, args.words)
        if args.target in FIRST:
            text = chance.choice(FIRST[args.target]) + text
        watch(text.encode("utf-8", "surrogatepass"))
    watch.log()


if __name__ == "__main__":
    main()
