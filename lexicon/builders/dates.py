"""Tables of the date extractor: words of calendar time (with CLDR's month and weekday names), rules, and cues of tense."""

from __future__ import annotations

from pathlib import Path

from babel import Locale, localedata

from arnews.text.words import split_words
from builders import Table, read, table

_WORDS = ("months", "hijri", "days", "clock", "units", "relative", "seasons", "context")


def _keys(form: str) -> str:
    return " ".join(w.key for w in split_words(form))


def _cldr() -> list[tuple[str, str, str]]:
    """Month names of every Arab locale and the weekdays, as (form, kind, value)."""
    found = []
    for name in sorted(n for n in localedata.locale_identifiers() if n == "ar" or n.startswith("ar_")):
        locale = Locale.parse(name)
        for context in ("format", "stand-alone"):
            found += [(form, "month", str(n)) for n, form in locale.months[context]["wide"].items()]
            found += [(form, "weekday", str(n + 1)) for n, form in locale.days[context]["wide"].items()]
    return found


def _words(sources: Path) -> Table:
    rows: dict[str, tuple[str, str, set[str]]] = {}
    for name in _WORDS:
        for row in read(sources / f"{name}.tsv"):
            for form in row["form"].split("|"):
                key = _keys(form)
                old = rows.get(key)
                if old is not None and old[:2] != (row["kind"], row["value"]):
                    raise ValueError(f"{name}.tsv: {form} is {old[:2]} and {row['kind']} {row['value']}")
                rows[key] = (row["kind"], row["value"], (old[2] if old else set()) | {form})
    for form, kind, value in _cldr():
        key = _keys(form)
        old = rows.setdefault(key, (kind, value, set()))
        if old[1] != value or old[0].rstrip("?") != kind:
            raise ValueError(f"CLDR calls {form} {kind} {value}, the sources {old[:2]}")
        old[2].add(form)
    # Letters are kept where a word is only weakly a date, so that أب (father) is not read as آب (August).
    return table(
        ("form", "kind", "value", "letters"),
        ((key, kind, value, "|".join(sorted(forms)) if kind.endswith("?") else "") for key, (kind, value, forms) in rows.items()),
    )


def _rules(sources: Path) -> Table:
    columns = ("name", "pattern", "make", "args", "example")
    return table(columns, ([row[c] for c in columns] for row in read(sources / "rules.tsv")), sort=False)


def _listed(sources: Path, name: str, columns: tuple[str, ...]) -> Table:
    """A table of words by class, one folded form each."""
    return table(
        ("form", *columns),
        ((_keys(form), *(row[c] for c in columns)) for row in read(sources / f"{name}.tsv") for form in row["form"].split("|")),
    )


def _moment_words(sources: Path) -> Table:
    """Words of dates in columns and meta tags as they are compared: in lower case, not folded."""
    found = read(sources / "moment_words.tsv")
    return table(("form", "kind", "value"), ((form, row["kind"], row["value"]) for row in found for form in row["form"].split("|")))


def build(sources: Path) -> dict[str, Table]:
    """``dates_words``, ``dates_rules``, ``dates_tense``, ``dates_guards`` and ``dates_moment_words``."""
    return {
        "dates_words": _words(sources),
        "dates_rules": _rules(sources),
        "dates_moment_words": _moment_words(sources),
        "dates_tense": _listed(sources, "tense", ("tense",)),
        "dates_guards": _listed(sources, "guards", ("guard",)),
    }
