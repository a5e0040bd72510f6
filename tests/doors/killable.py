"""A batch in a process of its own, with a pipeline that needs no model: for tests that kill it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from arnews.batch import Columns, find_sources, read_articles, run
from arnews.records import Analysis, Article, Entity, Failure, Mention, Span


class Stub:
    """Finds one place in each text: its first word. Refuses texts that hold the word ``poison``."""

    def __init__(self, pause: float = 0.0) -> None:
        self._pause = pause

    def pipe(self, items: Iterable[Any], n_process: int = 1) -> Iterator[Analysis | Failure]:
        for index, (text, _published) in enumerate(items):
            time.sleep(self._pause)
            if "poison" in text:
                yield Failure(index=index, error="ValueError", message="poison")
                continue
            word = text.split()[0] if text.split() else ""
            start = text.find(word)
            mention = Mention(start=start, end=start + len(word), text=word, normalized=word, score=1.0)
            found = (Entity(id="e1", type="LOC", name=word, mentions=(mention,)),) if word else ()
            yield Analysis(profile="stub", article=Article(title=Span(start=0, end=len(text), text=text)), entities=found)


def main(source: str, output: str, format_: str, pause: str) -> None:
    articles = read_articles(find_sources([source]), Columns(id="id"))
    summary = run(articles, Path(output), lambda: Stub(float(pause)), format_=format_, table="entities", resume=True)  # type: ignore[arg-type]
    print(summary.articles, summary.resumed)


if __name__ == "__main__":
    main(*sys.argv[1:])
