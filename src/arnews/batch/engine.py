"""The run itself: articles in, results out in the same order, with a checkpoint after each chunk."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from arnews.batch.readers import Article
from arnews.batch.writers import TABLES, Format, Result, Writer, writer
from arnews.records import SCHEMA_VERSION, Analysis, Failure
from arnews.text.letters import without_arabic

_TOLD = 5


class BatchError(RuntimeError):
    """A run that cannot start or go on as asked; the message says what would do."""


class Reader(Protocol):
    """What a run needs of ``arnews.Pipeline``."""

    def pipe(self, items: Iterable[Any], n_process: int = 1) -> Iterator[Analysis | Failure]:
        """Analyses in the order of ``items``, each ``(text, published)``."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many articles the output holds, how many of them as errors, and how many of these a former run had done.

    ``failures`` says of the first that this run could not read which they are and why. ``complete`` is true where there was
    nothing left to do: the output of a former run is whole and was not touched.
    """

    articles: int = 0
    failed: int = 0
    resumed: int = 0
    complete: bool = False
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Checkpoint:
    options: dict[str, str]
    articles: int
    failed: int
    position: int
    digest: str

    def save(self, path: Path) -> None:
        draft = path.with_name(path.name + ".new")
        draft.unlink(missing_ok=True)
        with draft.open("x", encoding="utf-8") as file:
            json.dump({name: getattr(self, name) for name in self.__slots__}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)

    @classmethod
    def load(cls, path: Path) -> _Checkpoint:
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            raise BatchError(f"{path}: not a checkpoint that this version can read; start anew with --overwrite") from None


def run(
    articles: Iterable[Article],
    output: Path,
    pipeline: Callable[[], Reader],
    *,
    format_: Format = "jsonl",
    table: str = "claims",
    workers: int = 1,
    resume: bool = False,
    overwrite: bool = False,
    progress: Callable[[int], None] = lambda n: None,
) -> Summary:
    """Read ``articles`` and write ``output`` (a folder for Parquet, else a file); it appears when all is done.

    Until then the work lies beside it in ``.part`` and ``.progress``; ``resume`` takes it up after the last chunk that
    reached the disk and checks that the articles before it are the same as then. ``pipeline`` makes the reader, once it is
    needed. ``progress`` is called with the number of articles done so far. Raises ``BatchError`` where the output is there
    already, where there is unfinished work and neither ``resume`` nor ``overwrite`` was given, and where the articles or
    options of the unfinished work were others.
    """
    part, mark = output.with_name(output.name + ".part"), output.with_name(output.name + ".progress")
    options = {"format": format_, "table": table if format_ == "csv" else "", "schema": SCHEMA_VERSION}
    if resume and output.exists() and not part.exists():
        mark.unlink(missing_ok=True)
        return Summary(complete=True)
    _prepare(output, part, mark, resume=resume, overwrite=overwrite)
    if format_ == "parquet" and output.is_dir() and (other := {p.name for p in output.iterdir()} - set(TABLES)):
        raise BatchError(f"{output} holds other things ({sorted(other)[0]}); it is not replaced")
    done = _Checkpoint.load(mark) if resume and mark.exists() else _Checkpoint(options, 0, 0, 0, "")
    if done.options != options:
        raise BatchError(f"{output}: the unfinished run had other options ({done.options}); give the same, or --overwrite")
    stream, digest = _skip(iter(articles), done, output)
    sink = writer(part, output, format_, table)
    sink.start(done.position)
    resumed = done.articles
    failures: list[str] = []
    try:
        results = _told(_results(_fingerprinted(stream, digest), pipeline, workers), failures)
        done = _write_all(results, sink, done, mark, progress)
        sink.finish()
    finally:
        sink.close()
    _replace(part, output)
    mark.unlink(missing_ok=True)
    return Summary(done.articles, done.failed, resumed, failures=tuple(failures))


def _prepare(output: Path, part: Path, mark: Path, *, resume: bool, overwrite: bool) -> None:
    for path in (part, mark):
        if path.is_symlink() and not overwrite:
            raise BatchError(f"{path} is a link, which no run of arnews made; remove it")
    if overwrite:
        for path in (part, mark):
            _remove(path)
    elif output.exists():
        raise BatchError(f"{output} is there already; --overwrite replaces it")
    elif (part.exists() or mark.exists()) and not resume:
        raise BatchError(f"{part} holds an unfinished run: --resume goes on with it, --overwrite starts anew")
    if not output.parent.is_dir():
        raise BatchError(f"{output.parent}: no such folder")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _replace(part: Path, output: Path) -> None:
    if part.is_dir():
        _remove(output)  # a folder cannot be renamed onto another
    part.replace(output)


class _Digest:
    """A running fingerprint of the articles handed out, so that resuming on other articles is noticed."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, article: Article) -> str:
        published = article.published.isoformat() if isinstance(article.published, date | datetime) else ""
        for field in (article.id, article.text, published, article.error or ""):
            data = field.encode("utf-8", "surrogatepass")
            self._hash.update(len(data).to_bytes(8, "big") + data)
        return self._hash.hexdigest()


def _skip(articles: Iterator[Article], done: _Checkpoint, output: Path) -> tuple[Iterator[Article], _Digest]:
    digest = _Digest()
    reached = ""
    count = 0
    for article in islice(articles, done.articles):
        reached = digest.add(article)
        count += 1
    if count != done.articles or reached != done.digest:
        raise BatchError(f"{output}: the inputs are not those of the unfinished run; give the same, or --overwrite")
    return articles, digest


def _fingerprinted(articles: Iterator[Article], digest: _Digest) -> Iterator[tuple[Article, str]]:
    for article in articles:
        yield article, digest.add(article)


def _results(articles: Iterator[tuple[Article, str]], pipeline: Callable[[], Reader], workers: int) -> Iterator[tuple[Result, str]]:
    """Each article's result and the fingerprint up to it. Articles with an error do not go through the pipeline but keep their place."""
    waiting: deque[tuple[Article, str]] = deque()

    def texts() -> Iterator[tuple[str, date | datetime | None]]:
        for article, reached in articles:
            waiting.append((article, reached))
            if article.error is None:
                yield article.text, article.published

    def failed() -> Iterator[tuple[Result, str]]:
        while waiting and waiting[0][0].error is not None:
            article, reached = waiting.popleft()
            yield (article.id, Failure(index=0, error="InputError", message=article.error or "")), reached

    for result in pipeline().pipe(texts(), n_process=workers):
        yield from failed()
        article, reached = waiting.popleft()
        yield (article.id, _warned(result, article)), reached
    yield from failed()


def _warned(result: Analysis | Failure, article: Article) -> Analysis | Failure:
    """The result with what reading the article's file has to say put before its own warnings."""
    warnings = (*article.warnings, *without_arabic(article.text))
    if not warnings or isinstance(result, Failure):
        return result
    return result.model_copy(update={"warnings": (*warnings, *result.warnings)})


def _told(results: Iterator[tuple[Result, str]], failures: list[str]) -> Iterator[tuple[Result, str]]:
    """The same results; the first of those that failed are noted in ``failures``."""
    for (key, result), reached in results:
        if isinstance(result, Failure) and len(failures) < _TOLD:
            failures.append(f"{key}: {result.message}")
        yield (key, result), reached


def _write_all(
    results: Iterator[tuple[Result, str]], sink: Writer, done: _Checkpoint, mark: Path, progress: Callable[[int], None]
) -> _Checkpoint:
    progress(done.articles)
    first = True
    while True:
        chunk: list[Result] = []
        reached = done.digest
        for result, reached in islice(results, sink.chunk):  # noqa: B007
            chunk.append(result)
            progress(done.articles + len(chunk))
        if not chunk and not (first and done.articles == 0):
            return done
        # An input without articles still gives an output: a header, an empty table.
        position = sink.write(chunk)
        failed = done.failed + sum(isinstance(r, Failure) for _, r in chunk)
        done = _Checkpoint(done.options, done.articles + len(chunk), failed, position, reached)
        done.save(mark)
        first = False
