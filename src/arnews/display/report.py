"""A report on one or many articles: one self-contained HTML file with search, filters, a timeline and the articles."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping

from arnews.display import assets, escape, marks, report_data
from arnews.display.assets import Language
from arnews.display.report_data import Item
from arnews.records import Analysis

__all__ = ["Item", "report"]

_SCRIPTS = ("report_text.js", "report_article.js", "report_time.js", "report_page.js")
_STYLES = ("page.css", "article.css", "report.css")
_COLUMNS = ("figure", "kind", "text", "who", "where", "when", "source", "modality", "article")


def _select(name: str, label: str, every: str) -> str:
    return f'<label>{escape.text(label)}<select name="{name}"><option value="">{escape.text(every)}</option></select></label>'


def _filters(words: Mapping[str, str]) -> str:
    selects = "".join(_select(name, words[f"report.{name}"], words["report.all"]) for name in ("kind", "place", "source"))
    days = "".join(f'<label>{words[f"report.{name}"]}<input type="date" name="{name}"></label>' for name in ("from", "to"))
    return (
        '<form class="filters" role="search">'
        f'<label class="wide">{words["report.search"]}'
        f'<input type="search" name="q" dir="auto" placeholder="{words["report.hint"]}"></label>{selects}'
        f'<div class="days">{days}</div><button type="reset">{words["report.reset"]}</button>'
        '<output aria-live="polite"></output></form>'
    )


def _claims(words: Mapping[str, str]) -> str:
    head = "".join(
        f'<th scope="col" class="col-{key}"><button type="button" data-sort="{key}">{escape.text(words["col." + key])}</button></th>'
        for key in _COLUMNS
    )
    return (
        f'<section id="claims" tabindex="-1" class="arnews"><h2>{escape.text(words["claims"])} <span class="count"></span></h2>'
        f'<button type="button" class="csv">{words["report.csv"]}</button>'
        f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody></tbody></table></div>'
        f'<p class="none" hidden>{escape.text(words["report.none"])}</p><div class="pages" hidden></div></section>'
    )


def _script() -> str:
    parts = "\n".join(assets.read(name) for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}\n}})();\n'


def report(items: Iterable[Item | Analysis], lang: Language = "en", title: str | None = None) -> str:
    """A complete HTML document about ``items``: claims to search, filter and sort, a timeline, and every article with its marks.

    Everything is inside the one file; its policy forbids the browser to fetch anything. Tables are shown in pages and articles
    made when they are opened, so that thousands of articles stay quick. ``lang`` (``en`` or ``ar``) is the language and the
    direction of the page; articles are right to left in both. Raises ``ValueError`` for another language.
    """
    words = assets.strings(lang)
    known = [item if isinstance(item, Item) else Item("", item) for item in items]
    heading = title or (report_data.title(known[0], words) if len(known) == 1 else words["report.title"])
    script = _script()
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'"
    )
    data = {"words": dict(words), "marks": marks.KINDS, "articles": [report_data.of(item, words) for item in known]}
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{words["dir"]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape.text(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape.text(heading)}</title>\n"
        f"<style>{''.join(map(assets.read, _STYLES))}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#claims">{words["report.skip"]}</a>\n<header><h1>{escape.isolated(heading)}</h1></header>\n<main>'
        f"<p class='no-script'>{words['report.script']}</p>"
        f'{_filters(words)}<section class="timeline" hidden></section>{_claims(words)}'
        f'<section id="articles"><h2>{words["report.articles"]} <span class="count"></span></h2><div class="list"></div>'
        f'<div class="pages" hidden></div></section></main>\n'
        f'<div id="data" hidden>{escape.data(data)}</div>\n<script>{script}</script>\n</body>\n</html>\n'
    )
