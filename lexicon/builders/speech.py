"""The tables of speech: verbs of saying with their forms, phrases of attribution, closed classes of words, and the rules of heads.

Sources: ``verbs.tsv`` (one row for each verb of saying with its stems; ``takes`` says what may follow: ``object`` a verbal noun or a
number, ``news`` the one quoted after عن, ``paper`` a paper after في; ``weak`` verbs say something only before أن, a colon or a quotation
mark, ``noun`` ones are nouns or prepositions too), ``phrases.tsv``, ``words.tsv`` and ``rules.tsv``. What the events and totals of the
claims say about verbal nouns holds here too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from arnews.text.fold import fold
from builders import Table, read, table
from builders.claims import Form, events, imperfect, past

_PRONOUNS = ("ه", "ها", "هم", "هما")
_TOTALS = frozenset({"result", "rise", "stat"})
_RULES = ("name", "field", "pattern", "make", "args", "example", "expected")


def _forms(row: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """``form, shape, gender, number`` of a verb of saying; the second persons that look like them are left out."""
    said: list[Form] = list(past(row["past"]))
    for form, number in said:
        yield form, "past", "f" if form != row["past"] and form.endswith("ت") else "m", number
    if row["imperfect"] != "-":
        for form, number in imperfect(row["imperfect"]):
            yield form, "imperfect", "f" if form.startswith("ت") else "m", number
    if row["participle"] != "-":
        base = row["participle"]
        yield from ((base + "ا", "participle", "m", "s"), (base + "ة", "participle", "f", "s"), (base + "ين", "participle", "m", "p"))
    if row["noun"] != "-":
        yield "بال" + row["noun"], "participle", "", "s"  # رد بالقول إن
        yield from ((row["noun"] + p, "own", "f" if p == "ها" else "m", "s" if len(p) < 2 or p == "ها" else "p") for p in _PRONOUNS)
    for form, number in said[:2]:
        stem = form[:-1] + "ا" if form.endswith("ى") else form
        yield from ((stem + p, "relative", "f" if form.endswith("ت") else "m", number) for p in ("ه", "ها"))


def verbs(sources: Path) -> Table:
    """``form, lemma, shape, takes, gender, number``: a past keeps its form from what else it could be."""
    found: dict[str, tuple[str, ...]] = {}
    rows = [(row, forms) for row in read(sources / "verbs.tsv") for forms in [list(_forms(row))]]
    for wanted in ("past", "imperfect", "own", "participle", "relative"):
        for row, forms in rows:
            for form, shape, gender, number in forms:
                if shape == wanted:
                    found.setdefault(fold(form), (fold(form), row["past"], shape, row["takes"].strip("-"), gender, number))
    return table(("form", "lemma", "shape", "takes", "gender", "number"), found.values())


def words(sources: Path) -> Table:
    """``category, literal``: the closed classes, and verbal nouns also with the pronouns that hang on them (``رفضه``)."""
    rows = [(r["category"], fold(r["literal"])) for r in read(sources / "words.tsv")]
    # لكن متحدثا باسم: the accusative of a speaker
    bare = [fold(r["literal"]) for r in read(sources / "words.tsv") if r["category"] == "speaker"]
    rows += [("speaker", word + "ا") for word in bare if not word.startswith("ال") and word[-1] not in "هايوت"]
    claims = sources.parent / "claims"
    nouns = [r["literal"] for r in read(sources / "words.tsv") if r["category"] == "verbal_noun"]
    nouns += [n for r in read(claims / "events.tsv") for n in r["masdar"].split() if n != "-" and not n.startswith("=")]
    for noun in nouns:
        base = noun[:-1] + "ت" if noun.endswith("ة") else noun
        rows += [("verbal_noun", fold(form)) for form in (noun, noun + "ا", *(base + p for p in _PRONOUNS))]
    # بحسب مصادر طبية أصيب: verbs that the events of the claims know
    finite = [row for row in events(claims).rows if row[3] in ("past", "either", "imperfect", "future", "relative")]
    rows += [("event", row[0]) for row in finite] + [("happened", row[0]) for row in finite if row[2]]
    rows += [("total", fold(r["literal"])) for r in read(claims / "cues.tsv") if r["category"] in _TOTALS]
    return table(("category", "literal"), rows)


def phrases(sources: Path) -> Table:
    """``literal, category``: folded words of phrases of attribution."""
    return table(
        ("literal", "category"),
        ((" ".join(fold(w) for w in r["literal"].split()), r["category"]) for r in read(sources / "phrases.tsv")),
    )


def rules(sources: Path) -> Table:
    """The rules in the order in which they are tried."""
    return table(_RULES, [tuple(" ".join(r[c].split()) for c in _RULES) for r in read(sources / "rules.tsv")], sort=False)


def build(sources: Path) -> dict[str, Table]:
    """All tables of the domain."""
    return {
        "speech_verbs": verbs(sources),
        "speech_words": words(sources),
        "speech_phrases": phrases(sources),
        "speech_rules": rules(sources),
    }
