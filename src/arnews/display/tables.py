"""Tables of entities, dates, claims and warnings as HTML. Each cell has its own direction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from arnews import labels
from arnews.display import assets, escape
from arnews.display.assets import Language
from arnews.records import Analysis, Argument, NumericClaim


def link(prefix: str, ref: str, label: str) -> str:
    """A link to the mark of record ``ref`` in the text."""
    return f'<a href="#{escape.text(prefix + ref)}">{escape.isolated(label)}</a>'


def figure(c: NumericClaim) -> str:
    """The figure of a claim."""
    return f"<b>{escape.ltr(labels.quantity(c.quantity))}</b>"


def table(name: str, heading: str, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[str]]) -> str:
    """A table with cells that are HTML already; the column label is repeated in each cell for narrow screens."""
    head = "".join(f'<th scope="col">{escape.text(label)}</th>' for _, label in columns)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td class="col-{key}" data-label="{escape.text(label)}">{cell}</td>' for (key, label), cell in zip(columns, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    if not body:
        return ""
    return (
        f'<section class="{name}"><h4>{escape.text(heading)}</h4>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></section>"
    )


def _columns(words: Mapping[str, str], *names: str) -> list[tuple[str, str]]:
    return [(name, words[f"col.{name}"]) for name in names]


def _said(argument: Argument | None) -> str:
    return escape.isolated(argument.text) if argument else ""


def all_of(result: Analysis, language: Language, prefix: str = "") -> str:
    """Claims, dates, entities and warnings, each where there is one."""
    words = assets.strings(language)
    plain, isolated, ltr = escape.text, escape.isolated, escape.ltr
    claims = [
        (
            figure(c),
            plain(words[c.kind]),
            link(prefix, c.id, c.text),
            _said(c.who),
            _said(c.where),
            _said(c.when),
            _said(c.source),
            plain(words[c.modality]),
        )
        for c in result.claims
    ]
    dates = [
        (link(prefix, d.id, d.text), plain(words[d.type]), ltr(d.value or "?"), ltr(labels.days(d)), plain(d.mod or ""))
        for d in result.dates
    ]
    entities = [
        (
            link(prefix, e.id, e.name),
            plain(words[e.type]),
            isolated(e.latin or ""),
            plain(e.country or ""),
            isolated("، ".join(dict.fromkeys(role.text for role in e.roles))),
            str(len(e.mentions)),
        )
        for e in result.entities
    ]
    warnings = [(plain(w.code), isolated(w.message)) for w in result.warnings]
    return (
        '<div class="tables">'
        + table("claims", words["claims"], _columns(words, "figure", "kind", "text", "who", "where", "when", "source", "modality"), claims)
        + table("dates", words["dates"], _columns(words, "text", "type", "value", "days", "mod"), dates)
        + table("entities", words["entities"], _columns(words, "name", "type", "latin", "country", "roles", "mentions"), entities)
        + table("warnings", words["warnings"], _columns(words, "code", "message"), warnings)
        + "</div>"
    )
