"""One analysis as HTML: the article right to left with its marks, and tables of what was found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from arnews.display import assets, escape, marks, tables
from arnews.display.assets import Language
from arnews.records import Analysis, Article, Span

LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the page: its part of the article, its raw offset, its words."""

    part: str
    start: int
    text: str


def _parts(article: Article) -> list[tuple[str, Span]]:
    one = (
        ("title", article.title),
        ("subtitle", article.subtitle),
        ("published", article.published.span if article.published else None),
        ("byline", article.byline),
        ("agency", article.agency),
    )
    found = [(name, span) for name, span in one if span is not None]
    found += [("caption", span) for span in article.captions]
    found += [("body", span) for span in article.body]
    # The dateline opens the first paragraph in most articles: it is a part of its own only where no paragraph holds it.
    return found + ([("dateline", article.dateline)] if article.dateline else [])


def blocks(result: Analysis, raw: str | None = None) -> list[Block]:
    """The paragraphs to show, in order and apart from each other: lines of ``raw``, or without it the spans of the article."""
    parts = sorted(_parts(result.article), key=lambda item: (item[1].start, -item[1].end))
    if raw is not None:
        return list(_lines(raw, parts))
    found: list[Block] = []
    reached = 0
    spans = parts or [("body", c.sentence) for c in result.claims]
    for name, span in spans:
        if span.start >= reached and span.text.strip():
            found.append(Block(name, span.start, span.text))
            reached = span.end
    return found


def _lines(raw: str, parts: Sequence[tuple[str, Span]]) -> Iterator[Block]:
    """The lines of ``raw``, each with the first of the ``parts``, in order of their start, that it shares a character with."""
    named = [part for part in parts if part[0] != "dateline"]
    start = at = 0
    for line in raw.split("\n"):
        end = start + len(line)
        while at < len(named) and named[at][1].end <= start:
            at += 1
        if line.strip():
            found = at < len(named) and named[at][1].start < end
            yield Block(named[at][0] if found else "body", start, line)
        start = end + 1


def text(result: Analysis, raw: str | None, language: Language, prefix: str, limit: int | None) -> str:
    """The article with its marks, as HTML. Past ``limit`` characters it stops with a line that says so."""
    waiting = list(reversed(marks.of(result, language, prefix)))
    open_marks: list[marks.Mark] = []
    out: list[str] = []
    shown = 0
    for block in blocks(result, raw):
        if limit is not None and shown + len(block.text) > limit and shown:
            out.append(f'<p class="note" dir="{assets.strings(language)["dir"]}">{assets.strings(language)["truncated"]}</p>')
            break
        words = block.text[:limit]
        shown += len(words)
        end = block.start + len(words)
        while waiting and waiting[-1].start < end:
            open_marks.append(waiting.pop())
        open_marks = [m for m in open_marks if m.end > block.start]
        tag = {"title": "h2", "subtitle": "h3"}.get(block.part, "p")
        out.append(f'<{tag} class="{block.part}" style="text-align:right">{marks.highlight(words, block.start, open_marks)}</{tag}>')
    return f'<div class="text" dir="rtl" lang="ar" style="line-height:2">{"".join(out)}</div>'


def legend(language: Language) -> str:
    """The key to the marks."""
    words = assets.strings(language)
    item = '<li style="display:inline-block;margin-right:12px"><mark class="{0}" style="{1}">{2}</mark></li>'
    keys = " ".join(item.format(name, marks.inline(name), escape.text(words[name])) for name in marks.KINDS)
    return f'<ul class="legend" aria-label="{escape.text(words["legend"])}" style="padding:0">{keys}</ul>'


def content(result: Analysis, raw: str | None, language: Language, prefix: str = "", limit: int | None = None) -> str:
    """The article, its legend and its tables, without style sheet."""
    return legend(language) + text(result, raw, language, prefix, limit) + tables.all_of(result, language, prefix)


def to_html(result: Analysis, raw: str | None = None, lang: Language = "en", limit: int | None = LIMIT) -> str:
    """An HTML fragment for a notebook or a page of your own: style, article and tables; no script, nothing from outside.

    ``raw`` is the text that was analysed; without it the parts of the article are shown, which is nearly all of it.
    ``lang`` is the language of headings (``en`` or ``ar``); ``limit`` the number of characters of article to show
    (``None`` for all). Raises ``ValueError`` for another language.
    """
    words = assets.strings(lang)
    # Two articles in one notebook must not share ids, or a link in the second leads into the first.
    prefix = f"an-{hashlib.sha256(repr(result.model_dump()).encode('utf-8', 'replace')).hexdigest()[:8]}-"
    return (
        f"<style>{assets.read('article.css')}</style>"
        f'<div class="arnews" lang="{lang}" dir="{words["dir"]}">{content(result, raw, lang, prefix, limit)}</div>'
    )


def page(result: Analysis, raw: str | None = None, lang: Language = "en") -> str:
    """A complete HTML document of one analysis; see ``to_html``."""
    title = result.article.title.text if result.article.title else "arnews"
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{assets.strings(lang)["dir"]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape.text(title)}</title>\n<style>{assets.read('page.css')}</style>\n</head>\n<body>\n"
        f"<main>{to_html(result, raw, lang, limit=None)}</main>\n</body>\n</html>"
    )
