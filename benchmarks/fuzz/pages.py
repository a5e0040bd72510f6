"""Changed pages into ``from_html``: ``python benchmarks/fuzz/pages.py --runs 100000 [--seed 0] [--out FOLDER]``.

Pages of ``tests/pages`` are changed as damage, templates and attackers change them: tags dropped, doubled, swapped, left open, nested; cut
off anywhere; two pages spliced; attributes and JSON-LD broken; bytes that are none of the encoding; another encoding than the declared one.
What is checked: no exception, a text that any file can hold, dates that are dates, and no page that takes a second. Each kind of failure is
kept once, with the smallest page that showed it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from arnews.integrations.html import Page, from_html

PAGES = Path(__file__).resolve().parents[2] / "tests" / "pages"
TAG = re.compile(rb"<[^<>]{1,400}>")
SAVED = (None, datetime(2025, 7, 12, 9, 30), datetime(2024, 2, 29, tzinfo=UTC), datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59))
PIECES = (
    b"<form>", b"</form>", b"<table><tr><td>", b"</table>", b"<template>", b"<noscript>", b"<article>", b"</article>", b"<h1>",
    b"</h1>", b"<p>", b"</p>", b"<br>", b"<li><a href='/'>", b"<time datetime='2025-07-12T99:99'>", b"<time datetime='0000-00-00'>",
    b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#x10ffff;", b"&#0;", b"&nbsp;", b"&&&", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd8",
    b"\xed\xa0\x80", b"<meta charset=utf-16>", b"<meta charset=hex>", b"<meta name=author content='- - -'>",
    b"<meta property='article:published_time' content='32/13/99999'>",
    b'<script type="application/ld+json">{"@type":"NewsArticle","articleBody":', b'<script type="application/json">[[[[',
    b'{"@graph":[{"@type":["NewsArticle"],"author":[[[{}]]],"liveBlogUpdate":{"articleBody":7}}]}',
    "منذ 99999999999999999999 ساعة".encode(), "قبل 3 أيام".encode(), "أمس".encode(), "\u202e".encode(), b"<svg><style>",
    b"<span class='author'>", b"<div itemprop=author><i itemprop=name>",
)  # fmt: skip


def _cut(page: bytes, chance: random.Random) -> bytes:
    return page[: chance.randrange(1, len(page) + 1)]


def _insert(page: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(page) + 1)
    return page[:at] + chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 40)) + page[at:]


def _tags(page: bytes, chance: random.Random) -> bytes:
    """A tag dropped, doubled or put where another stood."""
    tags = list(TAG.finditer(page))
    if not tags:
        return page
    one, other = chance.choice(tags), chance.choice(tags)
    new = chance.choice((b"", one.group() * 2, other.group()))
    return page[: one.start()] + new + page[one.end() :]


def _bytes(page: bytes, chance: random.Random) -> bytes:
    out = bytearray(page)
    for _ in range(chance.randrange(1, 12)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _drop(page: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(page))
    return page[:start] + page[start + chance.randrange(1, 400) :] or b"<"


def _encode(page: bytes, chance: random.Random) -> bytes:
    return page.decode("utf-8", "replace").encode(chance.choice(("cp1256", "utf-16", "utf-16-le", "iso8859-6", "utf-32")), "replace")


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_cut, _insert, _insert, _tags, _tags, _tags, _bytes, _drop, _encode)


def changed(pages: list[bytes], chance: random.Random) -> bytes:
    """One of the pages, or two of them spliced, changed in one to six ways."""
    page = chance.choice(pages)
    if chance.random() < 0.15:
        other = chance.choice(pages)
        page = page[: chance.randrange(len(page))] + other[chance.randrange(len(other)) :]
    for _ in range(chance.randint(1, 6)):
        page = chance.choice(WAYS)(page or b"<", chance)
    return page


def check(data: bytes, chance: random.Random) -> Page:
    """Read a page and see that what comes out can be used."""
    began = time.process_time()
    page = from_html(data, crawled=chance.choice(SAVED))
    assert time.process_time() - began < 1, "a page took a second"
    for text in (page.text, page.title or "", *page.authors, page.site or "", page.published_raw or ""):
        text.encode("utf-8")
        assert "\x00" not in text
    assert page.published is None or isinstance(page.published, date)
    return page


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("fuzz-out"))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    pages = [p.read_bytes() for p in sorted(PAGES.glob("*.html"))]
    chance = random.Random(args.seed)
    kinds: dict[str, int] = {}
    texts = dated = 0
    began, cpu = time.time(), time.process_time()
    for n in range(1, args.runs + 1):
        data = changed(pages, chance)
        try:
            page = check(data, chance)
            texts += len(page.text) > 200
            dated += page.published is not None
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__} {Path(frame.filename).name}:{frame.lineno}"
            if kinds.get(kind, len(data) + 1) > len(data):
                kinds[kind] = len(data)
                (args.out / f"pages-{abs(hash(kind)):x}.html").write_bytes(data)
                (args.out / f"pages-{abs(hash(kind)):x}.txt").write_text(f"{kind}\n{traceback.format_exc()}", "utf-8", "replace")
        if n % 5000 == 0 or n == args.runs:
            said = {"runs": n, "with_text": texts, "with_date": dated, "kinds_of_failure": kinds, "seconds": round(time.time() - began),
                    "cpu_seconds": round(time.process_time() - cpu)}  # fmt: skip
            with (args.out / "pages.log").open("a", encoding="utf-8") as log:
                log.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
