"""The pipeline: text in, analysis out. Loaded once, read-only afterwards, safe to share between threads."""

from __future__ import annotations

import gc
import logging
import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache, partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from arnews import records
from arnews.claims import engine as claims
from arnews.context import Context, Moment, Readable, Text, given
from arnews.dates import engine as dates
from arnews.dates.model import Temporal
from arnews.dates.publication import publication
from arnews.entities import engine as entities
from arnews.entities.lexicon import EntityLexicon
from arnews.entities.model import Found
from arnews.numbers import engine as numbers
from arnews.numbers.model import Numeral
from arnews.recognizers import shipped
from arnews.recognizers.base import Recognizer
from arnews.speech import engine as speech
from arnews.speech.model import Speech
from arnews.text.article import Layout, Part, layout
from arnews.text.document import Document, read

Item = Text | tuple[Text, Moment | None]
LexiconSource = str | Path | Sequence[Sequence[str]]
_CHUNK = 16
_LOG = logging.getLogger(__name__)
# Without a handler Python prints warnings on standard error: a library is silent until its user asks for more.
logging.getLogger("arnews").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Findings:
    """What the steps found in one text, in their own types: what the records of an ``Analysis`` are made from."""

    document: Document
    layout: Layout
    context: Context
    published: records.Published | None
    numerals: list[Numeral]
    temporals: list[Temporal]
    entities: list[Found]
    speech: Speech
    claims: claims.Reading
    warnings: list[records.Warning]


class Pipeline:
    """Everything that reading an article takes, loaded once.

    ``recognizer``: ``"shipped"`` (the model in the wheel), ``None`` (lexicon and rules alone: faster), ``"camel"``
    (camel-tools, extra ``camel``), or any object with the ``Recognizer`` protocol. ``lexicon``: your own names, as the path
    of a TSV file or as rows ``(form, type, name, latin, country)``. ``day_first`` reads ``3/7`` as 3 July; ``country``
    (ISO 3166-1 alpha-2) settles ريال and فدان; an unknown one raises ``ValueError``. A pipeline can be pickled: another
    process makes it anew from these options, once, however often it arrives.
    """

    def __init__(
        self,
        *,
        recognizer: Literal["shipped", "camel"] | Recognizer | None = "shipped",
        lexicon: LexiconSource | None = None,
        day_first: bool = True,
        country: str | None = None,
    ) -> None:
        self._options: dict[str, Any] = {"recognizer": recognizer, "lexicon": lexicon, "day_first": day_first, "country": country}
        self._context = Context(day_first=day_first, country=country)
        self._lexicon = EntityLexicon.load(lexicon)
        self._recognizer = _recognizer(recognizer)
        _LOG.debug("loaded %r", self)

    def __repr__(self) -> str:
        plain = {"recognizer": "shipped", "lexicon": None, "day_first": True, "country": None}
        said = (f"{name}={_in_short(value)}" for name, value in self._options.items() if value is not plain[name])
        return f"Pipeline({', '.join(said)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (_Packed(type(self), sha256(pickle.dumps(self._options)).digest(), self._options),)

    def analyze(self, text: Text, published: Moment | None = None) -> records.Analysis:
        """Read one article: a ``str``, or a page as ``from_html`` gives it, whose date counts where ``published`` is left out.

        ``published`` is a date or an ISO string. Raises ``TypeError`` for anything else, ``ValueError`` for a string that is
        no date.
        """
        found = self.find(text, published)
        doc = found.document
        return records.Analysis(
            profile=doc.normalized.profile,
            article=_article(doc, found.layout, found.published),
            entities=tuple(entities.to_record(doc, e, f"e{i}") for i, e in enumerate(found.entities, 1)),
            dates=tuple(dates.to_record(doc, d, f"d{i}") for i, d in enumerate(found.temporals, 1)),
            quotes=tuple(speech.to_records(doc, found.speech)),
            claims=tuple(claims.to_records(found.claims)),
            figures=tuple(found.claims.figures()),
            warnings=tuple(found.warnings),
        )

    def find(self, text: Text, published: Moment | None = None) -> Findings:
        """The same as ``analyze`` before the records are made: for explanations and for other doors."""
        raw, day = given(text, published)
        context = replace(self._context, published=day)
        doc = read(raw)
        parts = layout(doc)
        stated, warnings = publication(doc, parts, context)
        context = _dated(context, stated)
        numerals = numbers.find(doc, context)
        temporals, more = dates.find(doc, context, numerals)
        warnings += more
        named = entities.find(doc, parts, self._lexicon, self._recognizer)
        said = speech.find(doc, parts, numerals, temporals, named)
        reading = claims.read_claims(doc, parts, numerals, temporals, named, context, said)
        warnings = [*doc.warnings, *warnings]
        return Findings(doc, parts, context, stated, numerals, temporals, named, said, reading, warnings)

    def pipe(self, items: Iterable[Item], n_process: int = 1) -> Iterator[records.Analysis | records.Failure]:
        """Read many articles, in order, as a stream: each item is a text (or page) or a pair ``(text, published)``.

        An item that cannot be read gives a ``Failure`` and never stops the rest. ``n_process`` above 1 reads in that many
        processes, each with a pipeline of its own made from the same options; a bounded number of items is held at a time.
        Raises ``TypeError`` for one text in place of many.
        """
        if isinstance(items, str | bytes | Readable):
            raise TypeError("pipe takes many texts, such as a list; one text goes to analyze(text)")
        return self._stream(enumerate(items), n_process)

    def _stream(self, numbered: Iterator[tuple[int, Item]], n_process: int) -> Iterator[records.Analysis | records.Failure]:
        if n_process <= 1:
            yield from (_safely(self, i, item) for i, item in numbered)
            return
        with ProcessPoolExecutor(n_process, initializer=partial(_start_worker, self._options)) as pool:
            waiting: deque[Future[list[records.Analysis | records.Failure]]] = deque()
            while chunk := list(islice(numbered, _CHUNK)):
                waiting.append(pool.submit(_work, chunk))
                if len(waiting) > 2 * n_process:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()


def _in_short(value: object) -> str:
    """An option in a line: a list of a thousand names is said by its length."""
    if isinstance(value, str | bool):
        return repr(value)
    return f"<{len(value)} rows>" if isinstance(value, Sequence) else str(value) if isinstance(value, Path | None) else type(value).__name__


@dataclass(frozen=True, slots=True)
class _Packed:
    """A pipeline on its way to another process: its options, and a ``key`` that is the same for the same ones."""

    kind: type[Pipeline]
    key: bytes
    options: dict[str, Any] = field(compare=False)


@lru_cache(maxsize=4)
def _made(packed: _Packed) -> Pipeline:
    """A pipeline that was pickled. Kept, since ``ProcessPoolExecutor.map(pipeline.analyze, texts)`` sends it with every text."""
    return packed.kind(**packed.options)


def extract_numbers(text: Text) -> tuple[records.Number, ...]:
    """Every number in ``text``, in order, with its quantity, form and unit. Needs no model.

    Raises ``TypeError`` for anything but a ``str`` or a page.
    """
    doc = read(given(text, None)[0])
    return tuple(numbers.to_record(doc, n) for n in numbers.find(doc, Context()))


def extract_dates(text: Text, published: Moment | None = None) -> tuple[records.TemporalExpression, ...]:
    """Every expression of calendar time in ``text``, in order, resolved against ``published``. Needs no model.

    Without ``published`` the date that the text prints in its head is used, if there is one. Raises ``TypeError`` for a
    ``text`` that is not a ``str`` or a page, or a ``published`` that is not a date or a string; ``ValueError`` for a string
    that is no date.
    """
    raw, day = given(text, published)
    context = Context(published=day)
    doc = read(raw)
    stated, _ = publication(doc, layout(doc), context)
    context = _dated(context, stated)
    found, _ = dates.find(doc, context, numbers.find(doc, context))
    return tuple(dates.to_record(doc, d, f"d{i}") for i, d in enumerate(found, 1))


def _dated(context: Context, stated: records.Published | None) -> Context:
    """The context with the date that the article states, unless the caller gave one."""
    if context.published is not None or stated is None:
        return context
    return replace(context, published=datetime.fromisoformat(stated.value))


def _article(doc: Document, parts: Layout, published: records.Published | None) -> records.Article:
    def span(part: Part | None) -> records.Span | None:
        return None if part is None else doc.span(part.start, part.end)

    def spans(several: Iterable[Part]) -> tuple[records.Span, ...]:
        return tuple(doc.span(p.start, p.end) for p in several)

    return records.Article(
        title=span(parts.title),
        subtitle=span(parts.subtitle),
        byline=span(parts.byline),
        authors=spans(parts.authors),
        agency=span(parts.agency),
        dateline=span(parts.dateline),
        published=published,
        captions=spans(parts.captions),
        body=spans(parts.body),
    )


def _recognizer(choice: Literal["shipped", "camel"] | Recognizer | None) -> Recognizer | None:
    if choice == "shipped":
        return shipped.load()
    if choice == "camel":
        from arnews.recognizers import camel

        return camel.load()
    if isinstance(choice, str):
        raise ValueError(f"recognizer is 'shipped', 'camel', None or an object with recognize(sentences), not {choice!r}")
    return choice


_worker: Pipeline


def _start_worker(options: Mapping[str, object]) -> None:
    # Set once when a worker process starts and only read afterwards: a process pool has no other place for it.
    global _worker  # noqa: PLW0603
    _worker = Pipeline(**options)  # type: ignore[arg-type]
    # The lexicon is for good: the collector need not look through it again and again (a sixth of the time).
    gc.freeze()


def _work(chunk: list[tuple[int, Item]]) -> list[records.Analysis | records.Failure]:
    return [_safely(_worker, i, item) for i, item in chunk]


def _safely(pipeline: Pipeline, index: int, item: Item) -> records.Analysis | records.Failure:
    try:
        text, published = item if isinstance(item, tuple) else (item, None)
        return pipeline.analyze(text, published)
    except Exception as error:  # a bad item must not stop a stream of thousands
        _LOG.warning("item %d cannot be read: %s: %s", index, type(error).__name__, error)
        return records.Failure(index=index, error=type(error).__name__, message=str(error))
