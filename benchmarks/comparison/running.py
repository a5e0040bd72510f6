"""How a contender is started: in its own environment, with one thread, and nothing of the caller's; and on what machine."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from pathlib import Path
from typing import Any

from comparison.environments import UnavailableError

BENCHMARKS = Path(__file__).parents[1]
LIMIT = 600  # seconds after which a process is given up


def machine() -> dict[str, Any]:
    """What figures depend on, and nothing that says whose machine it is."""
    info = Path("/proc/cpuinfo")
    names = [line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cpu": names[0] if names else platform.processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(memory),
        "system": f"{platform.system()} {platform.machine()}",
        "load": round(os.getloadavg()[0], 2),
    }


def surroundings(work: Path) -> dict[str, str]:
    """The environment of a contender: one thread, no network for models, a home of its own, nothing of the caller's."""
    home = work.resolve() / "home"
    home.mkdir(parents=True, exist_ok=True)
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "LANG", "SYSTEMROOT", "TMPDIR"}}
    threads = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR", "RAYON")}
    offline = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "CAMELTOOLS_DATA": str(work.resolve() / "camel")}
    return {**kept, **threads, **offline, "TOKENIZERS_PARALLELISM": "false", "HOME": str(home), "PYTHONUTF8": "1"}


def ask(python: Path, job: dict[str, Any], work: Path) -> dict[str, Any]:
    """What the worker says to a job. Raises ``UnavailableError`` with the last line of what went wrong."""
    try:
        done = subprocess.run(
            [str(python), "-m", "comparison.worker"],
            input=json.dumps(job),
            cwd=BENCHMARKS,
            env=surroundings(work),
            capture_output=True,
            text=True,
            check=False,
            timeout=LIMIT,
        )
    except subprocess.TimeoutExpired as error:
        raise UnavailableError(f"not done after {LIMIT} s") from error
    if done.returncode:
        raise UnavailableError((done.stderr.strip().splitlines() or ["ended without a word"])[-1][:200])
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]
