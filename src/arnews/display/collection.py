"""Many analyses in a notebook: a table of the articles and one of their claims, the first of each, digits kept beside Arabic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from arnews.display import assets, escape, tables
from arnews.display.assets import Language
from arnews.records import Analysis, Argument, Failure, NumericClaim

MOST = 20
_ARTICLE = ("article", "title", "published", "entities", "dates", "claims")
_CLAIM = ("article", "figure", "kind", "text", "who", "where", "when", "source")


def to_html(items: Sequence[tuple[str, Analysis | Failure]], lang: Language = "en", most: int = MOST) -> str:
    """An HTML fragment about named analyses: style and two tables of at most ``most`` rows; no script, nothing from outside.

    Raises ``ValueError`` for another language.
    """
    words = assets.strings(lang)
    claims = [(name, claim) for name, result in items if isinstance(result, Analysis) for claim in result.claims]
    shown = _first("articles", words["report.articles"], _ARTICLE, [_article(*item) for item in items[:most]], len(items), words)
    shown += _first("claims", words["claims"], _CLAIM, [_claim(name, c, words) for name, c in claims[:most]], len(claims), words)
    return (
        f"<style>{assets.read('article.css')}</style>"
        f'<div class="arnews" lang="{lang}" dir="{words["dir"]}">{shown or escape.text(words["collection.empty"])}</div>'
    )


def _first(name: str, heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]], count: int, words: Mapping[str, str]) -> str:
    """A table of the first of ``count`` rows, which says so."""
    more = f" · {words['collection.first'].format(len(rows))}" if count > len(rows) else ""
    labelled = [(key, words[f"col.{key}"]) for key in columns]
    return tables.table(name, f"{heading} ({count:,}){more}", labelled, rows, words["dir"] == "rtl")


def _claim(name: str, c: NumericClaim, words: Mapping[str, str]) -> tuple[str, ...]:
    said = map(_said, (c.who, c.where, c.when, c.source))
    return (escape.isolated(name), tables.figure(c), escape.text(words[c.kind]), escape.isolated(c.text), *said)


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
