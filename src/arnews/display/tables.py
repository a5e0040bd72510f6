"""Tables of claims, quotations, dates, entities and warnings as HTML. Each cell has its own direction."""

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


def table(name: str, heading: str, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[str]], right: bool = False) -> str:
    """A table with cells that are HTML already; the column label is repeated in each cell for narrow screens.

    ``right`` says that the page runs from right to left. Where it does not, cells of Arabic still stand on the right.
    """
    side = "right" if right else "left"
    head = "".join(f'<th scope="col" style="text-align:{side}">{escape.text(label)}</th>' for _, label in columns)
    body = "".join(f"<tr>{''.join(_cell(right, column, cell) for column, cell in zip(columns, row, strict=True))}</tr>" for row in rows)
    if not body:
        return ""
    return (
        f'<section class="{name}"><h4>{escape.text(heading)}</h4><div class="scroll" style="overflow-x:auto">'
        f'<table cellpadding="4"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></section>'
    )


def _cell(right: bool, column: tuple[str, str], cell: str) -> str:
    key, label = column
    side = "right" if right or escape.right_to_left(cell) else "left"
    return f'<td class="col-{key}" data-label="{escape.text(label)}" style="text-align:{side};vertical-align:top">{cell}</td>'


def _columns(words: Mapping[str, str], *names: str) -> list[tuple[str, str]]:
    return [(name, words[f"col.{name}"]) for name in names]


def _said(argument: Argument | None) -> str:
    return escape.isolated(argument.text) if argument else ""


def all_of(result: Analysis, language: Language, prefix: str = "") -> str:
    """Claims, quotations, dates, entities and warnings, each where there is one."""
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
    quotes = [
        (isolated(q.text), _said(q.speaker), link(prefix, q.id, q.cue.text), plain(words["direct" if q.direct else "reported"]))
        for q in result.quotes
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
    shown = (
        ("claims", ("figure", "kind", "text", "who", "where", "when", "source", "modality"), claims),
        ("quotes", ("quote", "speaker", "cue", "manner"), quotes),
        ("dates", ("text", "type", "value", "days", "mod"), dates),
        ("entities", ("name", "type", "latin", "country", "roles", "mentions"), entities),
        ("warnings", ("code", "message"), warnings),
    )
    right = words["dir"] == "rtl"
    several = (table(name, words[name], _columns(words, *columns), rows, right) for name, columns, rows in shown)
    return f'<div class="tables">{"".join(several)}</div>'
