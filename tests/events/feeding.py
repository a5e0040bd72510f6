"""A tracker that is fed in a process of its own: for tests that kill it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from arnews.events import Tracker
from arnews.records import Analysis


def pairs(source: Path) -> list[tuple[str, Analysis]]:
    with source.open(encoding="utf-8") as file:
        return [(row["id"], Analysis.model_validate(row["analysis"])) for row in map(json.loads, file)]


def main(source: str, folder: str, pause: str) -> None:
    told = pairs(Path(source))
    print("ready", flush=True)
    for at in range(0, len(told), 3):
        Tracker(folder).add(told[at : at + 3])
        time.sleep(float(pause))
    print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
