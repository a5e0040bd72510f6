"""Spark beside ``pipe(n_process=2)``: ``python benchmarks/spark_speed.py ARTICLES.txt[.xz] [N]``.

Needs the extra ``spark`` and Java. The file holds articles separated by blank lines; N (2,000) of them, between 240 and 340
words are read, all with the shipped recogniser: by ``Pipeline.pipe`` in two processes and by Spark on ``local[2,4]`` (two
threads, a lost task is tried again), both timed after their workers have read some articles. The rows must be the same.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from comparison.articles import chosen

from arnews import Analysis, Pipeline
from arnews.integrations import spark as door

WARM_UP = 64


def by_pipe(texts: list[str]) -> tuple[list[str], float]:
    """JSON of each article and articles a second, after the first results have come."""
    results = Pipeline().pipe(texts[:WARM_UP] + texts, n_process=2)
    for _ in range(WARM_UP):
        next(results)
    start = time.perf_counter()
    rows = [r.model_dump_json() for r in results if isinstance(r, Analysis)]
    return rows, len(texts) / (time.perf_counter() - start)


def by_spark(texts: list[str], session: Any) -> tuple[list[str], float]:
    """The same by Spark, whose Python workers live on from the first job to the timed one."""
    rows = [(str(i), t) for i, t in enumerate(texts)]
    df = session.createDataFrame(rows, "id string, text string").repartition(8).cache()
    df.count()
    door.analyze_df(df.limit(WARM_UP).repartition(2), id_col="id").collect()
    start = time.perf_counter()
    found = {r["article"]: r["analysis"] for r in door.analyze_df(df, id_col="id").collect()}
    spent = time.perf_counter() - start
    return [found[key] for key, _ in rows], len(texts) / spent


def main(path: str, n: str = "2000") -> None:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    texts = chosen(Path(path), int(n))
    piped, rate = by_pipe(texts)
    print(f"pipe(n_process=2): {rate:.1f} articles a second")
    session = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    sparked, other = by_spark(texts, session)
    session.stop()
    print(f"Spark local[2,4]:  {other:.1f} articles a second, {other / rate:.0%} of pipe")
    print(f"{len(texts)} articles, rows the same: {piped == sparked}")
    sys.exit(piped != sparked)


if __name__ == "__main__":
    main(*sys.argv[1:])
