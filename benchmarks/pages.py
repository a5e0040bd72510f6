"""What arnews, trafilatura and htmldate find on the pages in ``tests/pages``: ``python benchmarks/pages.py [OPTION]``.

The pages are written for this, in the manner of the content management systems that Arabic outlets run on, and ``expected.jsonl`` holds of
each its title, authors, date with zone, the paragraphs of its body and lines that are none of it. ``--errors`` says what arnews finds
otherwise, ``--speed`` how long ``from_html`` takes beside the extractor alone, ``--write`` puts the table into ``docs/quality.md``.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "tests" / "pages"
TABLE = ROOT / "docs" / "quality.md"
FIELDS = ("title", "authors", "day", "date with hour and zone", "all paragraphs", "no other lines")


@dataclass(frozen=True)
class Page:
    """A page and what stands on it: ``body`` paragraphs, ``never`` lines of other things, ``crawled`` when it was saved."""

    name: str
    manner: str
    title: str
    authors: list[str]
    date: str
    body: list[str]
    never: list[str]
    crawled: str | None = None

    def html(self) -> bytes:
        """The page as it was saved."""
        return (PAGES / f"{self.name}.html").read_bytes()


@dataclass(frozen=True)
class Found:
    """What a tool says of a page; a field that it does not give is None."""

    title: str | None = None
    authors: list[str] | None = None
    date: str | None = None
    body: str | None = None
    gives: Sequence[str] = field(default=FIELDS)


def load() -> list[Page]:
    """All pages, in order."""
    lines = (PAGES / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [Page(**json.loads(line)) for line in lines]


def by_arnews(page: Page) -> Found:
    """``from_html`` and, where the page states no date or author, what its text prints."""
    from arnews.integrations.html import from_html
    from arnews.pipeline import Pipeline

    crawled = datetime.fromisoformat(page.crawled) if page.crawled else None
    read = from_html(page.html(), crawled=crawled)
    article = _pipeline(Pipeline).analyze(read.text, read.published).article
    head, gap, body = read.text.partition("\n\n")
    return Found(
        title=read.title,
        authors=list(read.authors) or list(dict.fromkeys(a.text for a in article.authors)),
        date=article.published.value if article.published else None,
        body=body if gap else head,
    )


_RULED: list[Any] = []


def _pipeline(kind: Any) -> Any:
    if not _RULED:
        _RULED.append(kind(recognizer=None))
    return _RULED[0]


def by_trafilatura(page: Page) -> Found:
    """The extractor with its own metadata."""
    import trafilatura

    read: Any = trafilatura.bare_extraction(page.html(), include_comments=False, with_metadata=True)
    gives = [f for f in FIELDS if f != "date with hour and zone"]
    if read is None:
        return Found(gives=gives)
    authors = [a.strip() for a in (read.author or "").split(";") if a.strip()]
    return Found(read.title, authors, read.date, read.text or "", gives)


def by_htmldate(page: Page) -> Found:
    """The day that htmldate finds, the original one and not that of a change."""
    import htmldate

    data = page.html()
    try:
        day = htmldate.find_date(data.decode("utf-8", "replace") if b"\0" not in data else data.decode("utf-16"), original_date=True)
    except Exception:
        day = None
    return Found(date=day, gives=["day"])


TOOLS: dict[str, Callable[[Page], Found]] = {"arnews": by_arnews, "trafilatura": by_trafilatura, "htmldate": by_htmldate}


def plain(text: str) -> str:
    """A text in one line, without marks of no width."""
    return " ".join(text.replace("\u200b", "").split())


def _instant(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def judge(page: Page, found: Found) -> dict[str, bool]:
    """Whether each field that the tool gives is right."""
    text = plain(found.body or "")
    right = {
        "title": found.title is not None and plain(found.title) == plain(page.title),
        "authors": sorted(found.authors or []) == sorted(page.authors),
        "day": found.date is not None and found.date[:10] == page.date[:10],
        "date with hour and zone": found.date is not None and _instant(found.date) == _instant(page.date),
        "all paragraphs": all(plain(p) in text for p in page.body),
        "no other lines": not any(plain(n) in text for n in page.never),
    }
    return {name: ok for name, ok in right.items() if name in found.gives}


def overlap(page: Page, found: Found) -> float:
    """F1 of the words of the body."""
    said, meant = Counter(plain(found.body or "").split()), Counter(plain(" ".join(page.body)).split())
    return 2 * (said & meant).total() / max(1, said.total() + meant.total())


def table(pages: Sequence[Page]) -> str:
    """The Markdown table of all tools."""
    columns: dict[str, list[str]] = {}
    for tool, read in TOOLS.items():
        found = [read(p) for p in pages]
        judged = [judge(p, f) for p, f in zip(pages, found, strict=True)]
        cells = [str(sum(j[name] for j in judged)) if name in judged[0] else "" for name in FIELDS]
        words = statistics.mean(overlap(p, f) for p, f in zip(pages, found, strict=True))
        whole = sum(all(j.values()) for j in judged) if len(judged[0]) == len(FIELDS) else ""
        columns[tool] = [*cells, f"{words:.3f}" if "all paragraphs" in judged[0] else "", str(whole)]
    names = [*FIELDS, "words of the body, F1", "everything"]
    lines = [f"| of {len(pages)} pages | " + " | ".join(TOOLS) + " |", "|---" * (1 + len(TOOLS)) + "|"]
    return "\n".join([*lines, *(f"| {n} | " + " | ".join(columns[t][i] for t in TOOLS) + " |" for i, n in enumerate(names))])


def speed(pages: Sequence[Page], rounds: int = 5) -> str:
    """Pages a second of ``from_html`` and of the extractor on the same pages, the best of some rounds."""
    import trafilatura

    from arnews.integrations.html import from_html

    data = [p.html() for p in pages]
    ways: dict[str, Callable[[bytes], Any]] = {
        "from_html": from_html,
        "trafilatura, text alone": lambda d: trafilatura.extract(d, include_comments=False),
        "trafilatura, with metadata": lambda d: trafilatura.bare_extraction(d, include_comments=False, with_metadata=True),
    }
    best = dict.fromkeys(ways, 0.0)
    for _ in range(rounds):
        for name, way in ways.items():
            began = time.process_time()
            for d in data:
                way(d)
            best[name] = max(best[name], len(data) / (time.process_time() - began))
    return "\n".join(f"{name}: {rate:.0f} pages a second" for name, rate in best.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--errors", "--write", "--speed"):
        parser.add_argument(option, action="store_true")
    args = parser.parse_args()
    pages = load()
    if args.errors:
        for page in pages:
            found = by_arnews(page)
            if wrong := [name for name, ok in judge(page, found).items() if not ok]:
                print(f"{page.name}: {', '.join(wrong)}\n    {found.title!r} {found.authors} {found.date}\n    {found.body!r}")
        return
    if args.speed:
        print(speed(pages))
        return
    out = table(pages)
    print(out)
    if args.write:
        text = TABLE.read_text(encoding="utf-8")
        head, _, rest = text.partition("<!-- pages -->\n")
        _, _, tail = rest.partition("<!-- /pages -->")
        TABLE.write_text(f"{head}<!-- pages -->\n{out}\n<!-- /pages -->{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
