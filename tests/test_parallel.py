"""The same facts whoever reads: sixteen threads, two processes started either way, another process with another hash seed."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import arnews

ROOT = Path(__file__).parents[1]
FILES = [ROOT / "seeds" / "article.txt", *sorted((ROOT / "notebooks" / "news").glob("*.txt"))]
# Prints the analyses of the files named on its command line, byte for byte.
READER = """
import pathlib, sys, arnews
for name in sys.argv[1:]:
    text = pathlib.Path(name).read_text(encoding="utf-8")
    print(arnews.analyze(text).model_dump_json())
    print([e.model_dump_json() for e in arnews.explain(text)])
"""


@pytest.fixture(scope="module")
def texts() -> list[str]:
    found = [f.read_text(encoding="utf-8") for f in FILES]
    assert len(found) >= 8
    return found


@pytest.fixture(scope="module")
def pipeline() -> arnews.Pipeline:
    return arnews.Pipeline()


@pytest.fixture(scope="module")
def one_by_one(pipeline: arnews.Pipeline, texts: list[str]) -> list[str]:
    found = [pipeline.analyze(text).model_dump_json() for text in texts]
    assert len(set(found)) == len(texts)
    return found


def test_sixteen_threads_read_what_one_reads(pipeline: arnews.Pipeline, texts: list[str], one_by_one: list[str]) -> None:
    # Neighbours are different articles, so that state shared by mistake would show.
    work = texts * 4
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(lambda text: pipeline.analyze(text).model_dump_json(), work)) == one_by_one * 4


def test_sixteen_threads_make_the_first_call_together(texts: list[str], one_by_one: list[str]) -> None:
    """Everything that is loaded at the first call is loaded once, and whole, in a process that has read nothing yet."""
    code = (
        "import sys, threading, pathlib\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "import arnews, arnews.api\n"
        "text = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8')\n"
        "start = threading.Barrier(16)\n"
        "def read(_):\n"
        "    start.wait()\n"
        "    return id(arnews.api.default_pipeline()), arnews.analyze(text).model_dump_json()\n"
        "with ThreadPoolExecutor(16) as pool:\n"
        "    ((_, only),) = set(pool.map(read, range(16)))\n"
        "sys.stdout.buffer.write(only.encode())\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(FILES[0])], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == one_by_one[0]


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_two_processes_read_what_one_reads(
    method: str, pipeline: arnews.Pipeline, texts: list[str], one_by_one: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method(method, force=True)
    try:
        # Two chunks, one for each process, and an item that cannot be read between them.
        results = list(pipeline.pipe([*texts, 7, *texts], n_process=2))
    finally:
        multiprocessing.set_start_method(before, force=True)
    failure = results.pop(len(texts))
    assert (type(failure).__name__, failure.index, failure.error) == ("Failure", len(texts), "TypeError")
    assert [r.model_dump_json() for r in results] == one_by_one * 2


def test_another_process_with_another_hash_seed_writes_the_same_bytes() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-c", READER, *map(str, FILES)],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("0", "1", "4711")
    ]
    assert len(outputs[0]) > 10_000
    assert outputs[1] == outputs[0]
    assert outputs[2] == outputs[0]
