"""Virtual environments under the work folder: made once, taken as they are while their requirements stay the same."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from comparison.registry import Environment

ROOT = Path(__file__).parents[2]
# What an environment has before anything is installed into it.
_NOT_COUNTED = {"pip", "setuptools", "_distutils_hack", "distutils-precedence.pth", "pkg_resources"}


class UnavailableError(RuntimeError):
    """An environment that cannot be made here; the message says why in a few words."""


def interpreter(wanted: str) -> str:
    """The path of Python ``wanted`` (``3.13``): this one if it fits, else one on the path or under pyenv."""
    if sys.version_info[:2] == tuple(map(int, wanted.split("."))):
        return sys.executable
    for candidate in [shutil.which(f"python{wanted}"), *sorted(Path.home().glob(f".pyenv/versions/{wanted}.*/bin/python"))]:
        if candidate and subprocess.run([candidate, "-c", ""], capture_output=True, check=False).returncode == 0:
            return str(candidate)
    raise UnavailableError(f"no Python {wanted}")


@cache
def prepare(name: str, wanted: Environment, work: Path) -> Path:
    """The Python of environment ``name``, made or brought up to date first. Raises ``UnavailableError``.

    arnews itself is installed anew in each run, from this repository as it stands.
    """
    folder = work / "venv" / name
    python = folder / "bin" / "python"
    note = folder / "requirements.txt"
    said = "\n".join(" ".join(step) for step in wanted.steps) + "\n"
    own = wanted.steps[0] == (".",)
    if python.exists() and note.exists() and note.read_text(encoding="utf-8") == said and not own:
        return python
    if not python.exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([interpreter(wanted.python), "-m", "venv", str(folder)], check=True)
        _pip(python, "--upgrade", "pip")
    for step in wanted.steps:
        _pip(python, *step)
    if own:
        _pip(python, "--force-reinstall", "--no-deps", ".")
    note.write_text(said, encoding="utf-8")
    return python


def _pip(python: Path, *what: str) -> None:
    done = subprocess.run([str(python), "-m", "pip", "install", "--quiet", *what], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        last = [line for line in done.stderr.splitlines() if "ERROR" in line]
        raise UnavailableError(f"cannot be installed: {last[-1] if last else done.stderr[-200:]}")


def installed_mb(python: Path) -> float:
    """Disk that the packages of an environment take, dependencies and byte code included, pip and setuptools not."""
    site = next((python.parents[1] / "lib").glob("python3.*/site-packages"))
    return sum(_size(p) for p in site.iterdir() if p.name not in _NOT_COUNTED and not re.match(r"(pip|setuptools)-.*-info$", p.name))


def _size(path: Path) -> float:
    files = [path] if path.is_file() else [Path(folder, f) for folder, _, files in os.walk(path) for f in files]
    return sum(f.lstat().st_blocks * 512 for f in files) / 1e6


def folder_mb(path: Path | None) -> float | None:
    """Disk that a model takes; none where there is no model of its own."""
    return None if path is None else _size(path)
