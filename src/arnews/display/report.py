"""A report on one or many articles: one self-contained HTML file with search, filters, a timeline and the articles."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from arnews.display import article, assets, bars, escape, tables
from arnews.display.assets import Language
from arnews.records import Analysis, Argument, NumericClaim


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a report: a name to show where it has no title (a file name, say), its analysis, its text if at hand."""

    name: str
    result: Analysis
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A claim with what the filters ask for: names of place and source, first and last day, and words to find it by."""

    prefix: str
    title: str
    claim: NumericClaim
    place: str
    source: str
    earliest: str
    latest: str
    more: str


def _name(argument: Argument | None, names: Mapping[str, str]) -> str:
    if argument is None:
        return ""
    return names.get(argument.ref or "", argument.text)


def _title(item: Item, words: Mapping[str, str]) -> str:
    title = item.result.article.title
    return title.text.strip() if title and title.text.strip() else item.name or words["report.untitled"]


def _rows(number: int, item: Item, words: Mapping[str, str]) -> Iterator[_Row]:
    result = item.result
    names = {e.id: e.name for e in result.entities}
    latin = {e.id: e.latin or "" for e in result.entities}
    dates = {d.id: d for d in result.dates}
    for c in result.claims:
        when = dates.get(c.when.ref or "") if c.when else None
        refs = [a.ref for a in (c.who, c.where, c.source) if a is not None and a.ref]
        yield _Row(
            prefix=f"a{number}-",
            title=_title(item, words),
            claim=c,
            place=_name(c.where, names),
            source=_name(c.source, names),
            earliest=when.earliest or "" if when else "",
            latest=when.latest or "" if when else "",
            more=" ".join([c.sentence.text, *(latin.get(ref, "") for ref in refs)]),
        )


def _select(name: str, label: str, values: Sequence[tuple[str, str, int]], every: str) -> str:
    options = "".join(f'<option value="{escape.text(v)}">{escape.text(shown)} ({n})</option>' for v, shown, n in values)
    return f'<label>{escape.text(label)}<select name="{name}"><option value="">{escape.text(every)}</option>{options}</select></label>'


def _counted(values: Iterable[str]) -> list[tuple[str, str, int]]:
    counts = Counter(v for v in values if v)
    return [(value, value, n) for value, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def _filters(rows: Sequence[_Row], words: Mapping[str, str]) -> str:
    kinds = [(value, words[value], n) for value, _, n in _counted(r.claim.kind for r in rows)]
    every = words["report.all"]
    return (
        '<form class="filters" role="search">'
        f'<label class="wide">{words["report.search"]}'
        f'<input type="search" name="q" dir="auto" placeholder="{words["report.hint"]}"></label>'
        + _select("kind", words["report.kind"], kinds, every)
        + _select("place", words["report.place"], _counted(r.place for r in rows), every)
        + _select("source", words["report.source"], _counted(r.source for r in rows), every)
        + f'<label>{words["report.from"]}<input type="date" name="from"></label>'
        + f'<label>{words["report.to"]}<input type="date" name="to"></label>'
        + f'<button type="reset">{words["report.reset"]}</button>'
        + f'<output aria-live="polite"><b>{len(rows)}</b> / {len(rows)} {words["report.shown"]}</output></form>'
    )


def _cells(row: _Row, words: Mapping[str, str]) -> str:
    c = row.claim
    said = [escape.isolated(a.text) if a else "" for a in (c.who, c.where, c.when, c.source)]
    cells = [
        ("figure", tables.figure(c)),
        ("kind", escape.text(words[c.kind])),
        ("text", tables.link(row.prefix, c.id, c.text)),
        *zip(("who", "where", "when", "source"), said, strict=True),
        ("modality", escape.text(words[c.modality])),
        ("article", f'<a href="#{row.prefix}article">{escape.isolated(row.title)}</a>'),
    ]
    return "".join(f'<td class="col-{key}" data-label="{escape.text(words["col." + key])}">{cell}</td>' for key, cell in cells)


def _claims(rows: Sequence[_Row], words: Mapping[str, str]) -> str:
    columns = ("figure", "kind", "text", "who", "where", "when", "source", "modality", "article")
    head = "".join(f'<th scope="col">{escape.text(words["col." + key])}</th>' for key in columns)
    body = "".join(
        f'<tr data-kind="{r.claim.kind}" data-place="{escape.text(r.place)}" data-source="{escape.text(r.source)}"'
        f' data-from="{escape.text(r.earliest)}" data-to="{escape.text(r.latest)}"'
        f' data-article="{r.prefix}article" data-more="{escape.text(r.more)}">'
        f"{_cells(r, words)}</tr>"
        for r in rows
    )
    return (
        f'<section id="claims" tabindex="-1" class="arnews"><h2>{escape.text(words["claims"])}</h2>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        f'<p class="none" hidden>{escape.text(words["report.none"])}</p></section>'
    )


def _article(number: int, item: Item, language: Language, open_: bool) -> str:
    words = assets.strings(language)
    published = item.result.article.published
    day = f' <time datetime="{escape.text(published.value)}">{escape.ltr(published.value.replace("T", " "))}</time>' if published else ""
    return (
        f'<details class="arnews" id="a{number}-article"{" open" if open_ else ""}>'
        f"<summary>{escape.isolated(_title(item, words))}{day}</summary>"
        f"{article.content(item.result, item.raw, language, prefix=f'a{number}-')}</details>"
    )


def report(items: Iterable[Item | Analysis], lang: Language = "en", title: str | None = None) -> str:
    """A complete HTML document about ``items``: claims to search and filter, a timeline, and every article with its marks.

    Everything is inside the one file; its policy forbids the browser to fetch anything. ``lang`` (``en`` or ``ar``) is the
    language and the direction of the page; articles are right to left in both. Raises ``ValueError`` for another language.
    """
    words = assets.strings(lang)
    known = [item if isinstance(item, Item) else Item("", item) for item in items]
    rows = [row for number, item in enumerate(known, 1) for row in _rows(number, item, words)]
    heading = title or (_title(known[0], words) if len(known) == 1 else words["report.title"])
    script = assets.read("report.js")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    articles = "".join(_article(number, item, lang, len(known) == 1) for number, item in enumerate(known, 1))
    over_time = bars.bars([(r.earliest, r.latest) for r in rows], words)
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{words["dir"]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape.text(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape.text(heading)}</title>\n"
        f"<style>{assets.read('page.css')}{assets.read('article.css')}{assets.read('report.css')}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#claims">{words["report.skip"]}</a>\n<header><h1>{escape.isolated(heading)}</h1></header>\n<main>'
        f"{_filters(rows, words)}{over_time}{_claims(rows, words)}"
        f'<section id="articles"><h2>{words["report.articles"]} ({len(known)})</h2>{articles}</section></main>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )
