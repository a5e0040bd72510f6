"""Runs one contender in its own process and environment: ``python -m comparison.worker``, a job as JSON on standard input.

The job: ``module`` (of ``comparison.readers``), ``setting``, ``packages`` (whose versions are asked for), ``articles`` (pairs of
text and day of publication), ``seconds`` (of processor time to read them for; 0 stops after the first) and ``items`` (whose finds
are wanted: text, day, and whether the text is one phrase). Prints one line of JSON. Times are of the first call in a fresh
process; rates are taken after a warm-up of the first five articles. The process keeps to one core.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from importlib import import_module, metadata
from typing import Any

WARM_UP = 5


def peak_mb() -> float:
    """The most memory that this program has held. ``ru_maxrss`` would count what its parent held before it."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024 / 1e6
    except OSError:
        import resource

        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return held / 1e6 if sys.platform == "darwin" else held * 1024 / 1e6


def rate(reader: Any, articles: list[tuple[str, Any]], seconds: float) -> dict[str, Any]:
    """Articles a second of processor time: the median of passes, at least three where the time allows it."""
    for article in articles[:WARM_UP]:
        reader.run(*article)
    rates: list[float] = []
    words = sum(len(text.split()) for text, _ in articles)
    begun = time.process_time()
    while not rates or (time.process_time() - begun < seconds and len(rates) < 25):
        start = time.process_time()
        for read, article in enumerate(articles, 1):
            reader.run(*article)
            if not rates and time.process_time() - begun > 3 * seconds:
                words = sum(len(text.split()) for text, _ in articles[:read])
                return {"rate": read / (time.process_time() - begun), "read": read, "passes": 1, "words": words / read}
        rates.append(len(articles) / (time.process_time() - start))
    return {"rate": statistics.median(rates), "read": len(articles), "passes": len(rates), "words": words / len(articles)}


def finds(reader: Any, text: str, day: Any, phrase: bool) -> list[dict[str, Any]]:
    """The finds in one text, or in words that are one date or number (``phrase``), for libraries that make a difference."""
    if phrase and hasattr(reader, "phrase"):
        return reader.phrase(text, day)  # type: ignore[no-any-return]
    return reader.finds(text, reader.run(text, day))  # type: ignore[no-any-return]


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    job = json.load(sys.stdin)
    from datetime import date

    def dated(pairs: list[list[Any]]) -> list[tuple[Any, ...]]:
        return [(text, date.fromisoformat(day) if day else None, *more) for text, day, *more in pairs]

    from comparison.readers import Setting

    module = import_module(f"comparison.readers.{job['module']}")
    out: dict[str, Any] = {"python": sys.version.split()[0]}
    start, cpu = time.perf_counter(), time.process_time()
    module.imports()
    imported = time.perf_counter()
    out["import_s"], out["import_cpu_s"] = imported - start, time.process_time() - cpu
    out["versions"] = {p: metadata.version(p) for p in job["packages"]}
    if job["articles"] or job["items"]:
        before = time.perf_counter()
        reader = module.load(Setting(**job["setting"]))
        loaded = time.perf_counter()
        out["load_s"] = loaded - before
        if job["articles"]:
            articles = dated(job["articles"])
            reader.run(*articles[0])
            out["first_s"] = time.perf_counter() - before + out["import_s"]
            if job["seconds"]:
                out.update(rate(reader, articles, job["seconds"]))
                if hasattr(reader, "pieces"):
                    out["pieces"] = sum(reader.pieces(t) for t, _ in articles) / sum(len(t.split()) for t, _ in articles)
        if job["items"]:
            out["finds"] = [finds(reader, *item) for item in dated(job["items"])]
    out["peak_mb"] = peak_mb()
    print(json.dumps(out, ensure_ascii=False))


if __name__ == "__main__":
    main()
