"""Many analyses in a notebook: a table of the articles and one of their claims, the first of each, digits kept beside Arabic."""

from __future__ import annotations

from collections.abc import Sequence

from arnews.display import assets, escape, tables
from arnews.display.assets import Language
from arnews.records import Analysis, Argument, Failure

MOST = 20


def to_html(items: Sequence[tuple[str, Analysis | Failure]], lang: Language = "en", most: int = MOST) -> str:
    """An HTML fragment about named analyses: style and two tables of at most ``most`` rows; no script, nothing from outside.

    Raises ``ValueError`` for another language.
    """
    words = assets.strings(lang)
    right = words["dir"] == "rtl"
    read = [(name, result) for name, result in items if isinstance(result, Analysis)]
    claims = [(name, claim) for name, result in read for claim in result.claims]
    parts = (
        (
            "articles",
            "report.articles",
            ("article", "title", "published", "entities", "dates", "claims"),
            [_article(*i) for i in items[:most]],
        ),
        ("claims", "claims", ("article", "figure", "kind", "text", "who", "where", "when", "source"), []),
    )
    parts[1][3].extend(
        (
            escape.isolated(name), tables.figure(c), escape.text(words[c.kind]), escape.isolated(c.text),
            *map(_said, (c.who, c.where, c.when, c.source)),
        )
        for name, c in claims[:most]
    )  # fmt: skip
    shown = []
    for (name, heading, columns, rows), count in zip(parts, (len(items), len(claims)), strict=True):
        labelled = [(key, words[f"col.{key}"]) for key in columns]
        more = f" · {words['collection.first'].format(len(rows))}" if count > len(rows) else ""
        shown.append(tables.table(name, f"{words[heading]} ({count:,}){more}", labelled, rows, right))
    return (
        f"<style>{assets.read('article.css')}</style>"
        f'<div class="arnews" lang="{lang}" dir="{words["dir"]}">{"".join(shown) or escape.text(words["collection.empty"])}</div>'
    )


def _said(argument: Argument | None) -> str:
    return escape.isolated(argument.text) if argument else ""


def _article(name: str, result: Analysis | Failure) -> tuple[str, ...]:
    if isinstance(result, Failure):
        return (escape.isolated(name), escape.isolated(f"{result.error}: {result.message}"), "", "", "", "")
    title, published = result.article.title, result.article.published
    counts = (str(len(found)) for found in (result.entities, result.dates, result.claims))
    return (
        escape.isolated(name),
        escape.isolated(title.text if title else ""),
        escape.ltr(published.value.replace("T", " ") if published else ""),
        *counts,
    )
