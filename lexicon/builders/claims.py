"""The tables of the claim extractor: counted nouns, events and their inflections, attribution, modality, cue words.

Sources: ``nouns.tsv`` (what a counted noun says about the kind), ``events.tsv`` (one row for each verb with its stems and
verbal nouns; the inflected forms are made here), ``attribution.tsv`` and ``modality.tsv`` (literal, category, direction,
scope, terminators, in the manner of ConText), ``cues.tsv`` (small closed classes) and ``verbs.tsv`` (imperfects and futures
attested in news, which no affix rule can tell from nouns: سيارة is no future of يارة).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from arnews.text.fold import fold
from builders import Table, read, table

# Form, number (s p d), and what it is: verbs agree in the plural only after their subject.
Form = tuple[str, str]
_OBJECT_PRONOUNS = ("ه", "ها", "هم", "هما")


def past(stem: str) -> Iterator[Form]:
    """Third persons of the past: ``قتل`` gives قتل قتلت قتلوا قتلا قتلتا قتلن; a weak end is dropped (``قضى``: قضت قضوا قضيا)."""
    yield stem, "s"
    if stem.endswith(("ى", "ا")):
        base = stem[:-1]
        yield base + "ت", "s"
        yield base + "وا", "p"
        yield base + "يا", "d"
        yield base + "تا", "d"
    elif stem.endswith("ي"):
        yield stem + "ت", "s"
        yield stem[:-1] + "وا", "p"
        yield stem + "ا", "d"
        yield stem + "تا", "d"
    else:
        yield from ((stem + "ت", "s"), (stem + "وا", "p"), (stem + "ا", "d"), (stem + "تا", "d"), (stem + "ن", "p"))


def imperfect(stem: str) -> Iterator[Form]:
    """Third persons of the imperfect, indicative and shortened: ``قتل`` gives يقتل تقتل يقتلون يقتلوا يقتلان يقتلا."""
    base = stem[:-1] if stem.endswith(("ى", "ي", "و")) else stem
    dual = base + "ي" if stem.endswith(("ى", "ي")) else stem
    for prefix in "يت":
        yield prefix + stem, "s"
        yield prefix + base + "ون", "p"
        yield prefix + base + "وا", "p"
        yield prefix + dual + "ان", "d"
        yield prefix + dual + "ا", "d"


def with_objects(stem: str) -> Iterator[Form]:
    """The past with an object pronoun, as relative clauses have it: ``شنها``, ``ارتكبته``, ``نفذتها``."""
    base = stem[:-1] + "ا" if stem.endswith("ى") else stem
    fem = stem[:-1] + "ت" if stem.endswith("ى") else stem + "ت"
    for pronoun in _OBJECT_PRONOUNS:
        yield base + pronoun, "s"
        yield fem + pronoun, "s"
        yield base.rstrip("ا") + "و" + pronoun, "p"


def plurals(lemma: str, listed: str) -> Iterator[str]:
    """Plural forms: ``ون`` and ``ات`` stand for the sound plurals, anything else is printed as it is."""
    base = lemma[:-1] if lemma.endswith("ة") else lemma
    for item in listed.split():
        if item == "ون":
            yield from (base + "ون", base + "ين", base + "و", base + "ي")
        elif item == "ات":
            yield base + "ات"
        elif item != "-":
            yield item
            if not item.endswith(("ى", "اء", "ة", "ات", "ون", "ين")):
                yield item + "ا"


def duals(lemma: str) -> Iterator[str]:
    """``قتيل`` gives قتيلان قتيلين; a ta marbuta opens (``غارة``: غارتان غارتين)."""
    base = lemma[:-1] + "ت" if lemma.endswith("ة") else lemma[:-1] + "ي" if lemma.endswith("ى") else lemma
    yield base + "ان"
    yield base + "ين"
    if lemma.endswith("ة"):
        yield base + "ا"
        yield base + "ي"


def singulars(lemma: str) -> Iterator[str]:
    """The singular and its indefinite accusative (``قتيلا``)."""
    yield lemma
    if not lemma.endswith(("ة", "ى", "اء")):
        yield lemma + "ا"


def nouns(sources: Path) -> Table:
    """``form, lemma, kind, generic, number``: the first row that claims a form keeps it, singulars before plurals."""
    found: dict[str, tuple[str, ...]] = {}
    rows = read(sources / "nouns.tsv")
    for number in "spd":
        for row in rows:
            lemma = row["lemma"]
            forms = {"s": singulars(lemma), "p": plurals(lemma, row["plurals"]), "d": duals(lemma)}[number]
            for form in forms:
                found.setdefault(fold(form), (fold(form), lemma, row["kind"], row["generic"], number))
    return table(("form", "lemma", "kind", "generic", "number"), found.values())


def events(sources: Path) -> Table:
    """``form, lemma, kind, shape, counted, preposition, number``.

    ``shape`` is past, imperfect, future, relative, masdar, either or masdar_own.
    """
    found: dict[str, tuple[str, ...]] = {}

    def add(form: str, shape: str, number: str, row: dict[str, str]) -> None:
        key = fold(form)
        kind = "" if row["kind"] == "act" else row["kind"]
        held = found.get(key)
        if held is not None and held[1] == row["lemma"] and held[3] == "past" and shape == "masdar":
            shape = "either"  # قتل, نشر: a verb or a verbal noun
            found[key] = (*held[:3], shape, *held[4:])
        found.setdefault(key, (key, row["lemma"], kind, shape, row["counted"], row["preposition"].strip("-"), number))

    rows = read(sources / "events.tsv")
    # Past forms first: قتل 5 is a verb far more often than the verbal noun of the same letters.
    for row in rows:
        for stem in row["past"].split():
            if stem != "-":
                for form, number in past(stem):
                    add(form, "past", number, row)
        for stem in row["imperfect"].split():
            if stem != "-":
                for form, number in imperfect(stem):
                    add(form, "imperfect", number, row)
                    add("س" + form, "future", number, row)
    for row in rows:
        for noun in row["masdar"].split():
            if noun.startswith("="):
                add(noun[1:], "masdar_own", "s", row)  # حياتهم, لإصابات: close their clause as they stand
            elif noun != "-":
                add(noun, "masdar", "s", row)
                for pronoun in ("ه", "ها", "هم", "هما", "هن"):
                    add((noun[:-1] + "ت" if noun.endswith("ة") else noun) + pronoun, "masdar_own", "s", row)
    for row in rows:
        for stem in row["past"].split():
            if stem != "-":
                for form, number in with_objects(stem):
                    add(form, "relative", number, row)
    return table(("form", "lemma", "kind", "shape", "counted", "preposition", "number"), found.values())


def attribution(sources: Path) -> Table:
    """``literal, category, direction, scope, terminators, gender, number`` with the verbs inflected."""
    found: dict[str, tuple[str, ...]] = {}

    def add(literal: str, row: dict[str, str], category: str, gender: str, number: str) -> None:
        key = " ".join(fold(w) for w in literal.split())
        found.setdefault(key, (key, category, row["direction"], row["scope"], row["terminators"], gender, number))

    for row in read(sources / "attribution.tsv"):
        if row["category"] != "verb":
            add(row["literal"], row, row["category"], "", "")
            continue
        for form, number in past(row["literal"]):
            add(form, row, "verb", "f" if form.endswith("ت") and form != row["literal"] else "m", number)
            if form == row["literal"] or form.endswith("ت"):
                for pronoun in ("ه", "ها"):
                    add((form[:-1] + "ا" if form.endswith("ى") else form) + pronoun, row, "relative", "", number)
        if row["imperfect"] != "-":
            for form, number in imperfect(row["imperfect"]):
                add(form, row, "verb", "f" if form.startswith("ت") else "m", number)
    return table(("literal", "category", "direction", "scope", "terminators", "gender", "number"), found.values())


def modality(sources: Path) -> Table:
    """``literal, category, direction, scope, terminators, shape`` with the verbs inflected."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read(sources / "modality.tsv"):
        forms: list[str] = []
        if row["shape"] == "literal":
            forms = [row["literal"]]
        else:
            if row["literal"] != "-":
                forms += [form for form, _ in past(row["literal"])]
            if row["imperfect"] != "-":
                forms += [form for form, _ in imperfect(row["imperfect"])]
        for form in forms:
            key = " ".join(fold(w) for w in form.split())
            found.setdefault(key, (key, row["category"], row["direction"], row["scope"], row["terminators"], row["shape"]))
    for row in read(sources / "verbs.tsv"):
        if row["category"] == "future":
            key = fold(row["literal"])
            found.setdefault(key, (key, "plan", "forward", "clause", "release", "verb"))
    return table(("literal", "category", "direction", "scope", "terminators", "shape"), found.values())


def cues(sources: Path) -> Table:
    """``category, literal, value``: closed classes of words, folded."""
    rows = [(r["category"], fold(r["literal"]), r["value"].strip("-")) for r in read(sources / "cues.tsv")]
    rows += [("imperfect", fold(r["literal"]), "") for r in read(sources / "verbs.tsv") if r["category"] == "imperfect"]
    return table(("category", "literal", "value"), rows)


def words(sources: Path) -> Table:
    """``class, word``: the words that rules ask for by the name of their class, folded; a lemma of a verb stands as it is written."""
    return table(("class", "word"), [(r["class"], fold(r["word"])) for r in read(sources / "words.tsv")])


_RULES = ("name", "field", "pattern", "make", "args", "example", "expected")


def rules(sources: Path, field: str) -> Table:
    """One field's rules in the order in which they run, each pattern with one space between its atoms."""
    rows = [tuple(" ".join(r[c].split()) for c in _RULES) for r in read(sources / f"rules_{field}.tsv")]
    return table(_RULES, rows, sort=False)


def build(sources: Path) -> dict[str, Table]:
    """All tables of the domain."""
    fields = sorted(path.stem.removeprefix("rules_") for path in sources.glob("rules_*.tsv"))
    return {f"claim_rules_{field}": rules(sources, field) for field in fields} | {
        "claim_nouns": nouns(sources),
        "claim_events": events(sources),
        "claim_attribution": attribution(sources),
        "claim_modality": modality(sources),
        "claim_cues": cues(sources),
        "claim_words": words(sources),
    }
