"""Tables of the number extractor: number words, ordinals, modifiers, units and money, exclusions, and the counted nouns."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from babel.numbers import get_territory_currencies

from builders import Table, read, table

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from arnews.text.fold import fold, strip_marks
from arnews.text.words import split_words

_HUNDREDS = {"ثلاث": 300, "ثلث": 300, "تلت": 300, "تلات": 300, "أربع": 400, "ربع": 400, "خمس": 500, "ست": 600, "سبع": 700,
             "ثمان": 800, "ثماني": 800, "ثمن": 800, "تمن": 800, "تمان": 800, "تسع": 900}  # fmt: skip
_HUNDRED = ("مئة", "مائة", "مية", "ميت", "مائه")
_WORDS_OF_ARABIC = ("ar", "ar_EG", "ar_SA", "ar_AE", "ar_MA", "ar_TN", "ar_DZ", "ar_LB")


def phrase(text: str) -> str:
    """A phrase as the folded words that the reader will see, one space apart."""
    return " ".join(w.key for w in split_words(strip_marks(text)))


def _definite(form: str) -> str:
    return "ال" + form


def _number_words(sources: Path) -> Iterator[tuple[str, str, str, str]]:
    rows = [(r["form"], r["kind"], r["value"]) for r in read(sources / "words.tsv")]
    rows += [(stem + hundred, "h", str(value)) for stem, value in _HUNDREDS.items() for hundred in _HUNDRED]
    for form, kind, value in rows:
        yield fold(form), kind, value, "0"
        yield fold(_definite(form)), kind, value, "1"


def _ordinals(sources: Path) -> Iterator[tuple[str, str, str, str]]:
    for r in read(sources / "ordinals.tsv"):
        yield fold(r["form"]), r["value"], r["use"], "0"
        yield fold(_definite(r["form"])), r["value"], r["use"], "1"


def _cldr_money() -> Iterator[tuple[str, str]]:
    """Currency names and symbols of CLDR's Arabic locales: (form, ISO 4217)."""
    for name in _WORDS_OF_ARABIC:
        locale = Locale.parse(name)
        for code, printed in locale.currencies.items():
            yield printed, code
        for code, forms in locale._data["currency_names_plural"].items():
            for printed in forms.values():
                yield printed, code
        for code, symbol in locale.currency_symbols.items():
            if len(symbol) > 1 and symbol != code:
                yield symbol, code


def _dual_first(forms: Iterable[str]) -> set[str]:
    """Those forms whose first word is the dual of another form's first word: كيلومترين beside كيلومتر."""
    firsts = {f.split()[0] for f in forms if f.split()}
    out = set()
    for f in forms:
        head = (f.split() or [""])[0]
        if head.endswith(("ين", "ان")) and len(head) > 3:
            base = head[:-2]
            if base in firsts or (base.endswith("ت") and base[:-1] + "ه" in firsts):
                out.add(f)
    return out


def _units(sources: Path) -> Iterator[tuple[str, str, str, str]]:
    by_unit: dict[tuple[str, str], list[str]] = {}
    taken: set[str] = set()
    for r in read(sources / "units.tsv"):
        key = phrase(r["form"])
        if key not in taken:
            taken.add(key)
            by_unit.setdefault((r["kind"], r["unit"]), []).append(key)
    # Hand-written rows win: CLDR calls the Lebanese pound جنيه لبناني and knows no اورو.
    for printed, code in _cldr_money():
        key = phrase(printed)
        words = key.split()
        if key and key not in taken and len(words) <= 4 and not any(c.isdigit() for c in key) and len(key) > 2:
            taken.add(key)
            by_unit.setdefault(("money", code), []).append(key)
    for (kind, unit), forms in by_unit.items():
        dual = _dual_first(forms)
        for f in forms:
            yield f, unit, kind, "d" if f in dual else "s"
            first, *rest = f.split()
            definite = "ال" + first
            # مليارات الدولارات, عشرات الكيلومترات: the unit takes the article after a vague plural.
            if kind in {"money", "measure", "subunit"} and first.isalpha() and not first.isascii() and len(first) > 2:
                both = " ".join([definite, *("ال" + w if kind == "money" and w.isalpha() else w for w in rest)])
                if both not in taken:
                    taken.add(both)
                    yield both, unit, kind, "s"


def _local(sources: Path) -> Iterator[tuple[str, str, str]]:
    for r in read(sources / "local_currencies.tsv"):
        known = set(get_territory_currencies(r["country"], tender=True, non_tender=True, start_date=None)) or {r["currency"]}
        if r["currency"] not in known and r["country"] != "PS":
            raise ValueError(f"local_currencies.tsv: CLDR does not know {r['currency']} in {r['country']}")
        yield r["word"], r["country"], r["currency"]


def _phrases(rows: Iterable[dict[str, str]], *columns: str) -> Iterator[tuple[str, ...]]:
    for r in rows:
        yield (phrase(r["form"]), *(r[c] for c in columns))


# --- counted nouns -----------------------------------------------------------------------------------------------------


def _stem(lemma: str) -> str:
    """What dual endings attach to: مدينة → مدينت, مستشفى → مستشفي, لقاء → لقاء."""
    if lemma.endswith("ة"):
        return lemma[:-1] + "ت"
    return lemma[:-1] + "ي" if lemma.endswith("ى") else lemma


def _joined(stem: str, ending: str) -> str:
    # لقاء + ين → لقاءين; عبء and شيء take ئ; ملجأ + ان → ملجآن.
    if stem.endswith("أ") and ending[0] == "ا":
        return stem[:-1] + "آ" + ending[1:]
    if stem.endswith("أ"):
        return stem + ending
    return stem + ending


def _noun_forms(lemma: str, plural: str) -> Iterator[tuple[str, str]]:
    """Every printed form of a noun with its number: s, d, p, and c for the construct dual."""
    defective = lemma.endswith(("اض", "ام", "اج")) and plural.startswith(("قضاة", "محام", "ناج"))
    yield lemma, "s"
    if not lemma.endswith(("ة", "اء", "ى", "ا", "أ")):
        yield lemma + "ا", "s"
    if defective or lemma in {"مصل", "ناد"}:
        yield lemma + "ي", "s"
        yield lemma + "يا", "s"
    stem = lemma + "ي" if defective or lemma in {"مصل", "ناد"} else _stem(lemma)
    sound = "+ون" in plural.split("|")
    yield _joined(stem, "ان"), "d"
    # مسلحين is the plural unless its vowels say otherwise: مسلحَين.
    yield (_joined(stem, "َين"), "d") if sound else (_joined(stem, "ين"), "d")
    if lemma.endswith("ة"):
        yield _joined(stem, "ا"), "c"
        yield _joined(stem, "ي"), "c"
    for p in plural.split("|"):
        if p == "+ون":
            yield lemma + "ون", "p"
            yield lemma + "ين", "p"
            yield lemma + "ي", "k"
        elif p != "-":
            yield p, "p"
            if not p.endswith(("ة", "اء", "ى", "ا", "ات", "ين", "ون")):
                yield p + "ا", "p"


def _nouns(sources: Path) -> Iterator[tuple[str, str, str, str, str]]:
    rows = read(sources / "nouns.tsv")
    lemmas = {r["lemma"] for r in rows}
    taken: dict[str, str] = {}
    no_dual = {r["form"] for r in read(sources / "exclusions.tsv") if r["rule"] == "not-a-dual"}
    for r in rows:
        for form, number in _noun_forms(r["lemma"], r["plural"]):
            # One form, one reading: a noun's own singular or plural wins over another noun's dual or construct (مدني, ميدان).
            if number in {"c", "k", "d"} and form in lemmas:
                continue
            if form in no_dual:
                continue
            if number == "k":  # مسلحي (gunmen of): a bound plural, too like a nisba to be worth a row
                continue
            if taken.setdefault(form, r["lemma"]) == r["lemma"]:
                yield form, r["lemma"], number, r["gender"], r["class"]


def build(sources: Path) -> dict[str, Table]:
    """The tables of the numbers domain."""
    return {
        "number_words": table(("key", "kind", "value", "definite"), _number_words(sources)),
        "number_ordinals": table(("key", "value", "use", "definite"), _ordinals(sources)),
        "number_modifiers": table(("phrase", "place", "effect"), _phrases(read(sources / "modifiers.tsv"), "place", "effect")),
        "number_units": table(("phrase", "unit", "kind", "number"), _units(sources)),
        "number_local_currencies": table(("word", "country", "currency"), _local(sources)),
        "number_exclusions": table(
            ("phrase", "rule"), _phrases((r for r in read(sources / "exclusions.tsv") if r["rule"] != "not-a-dual"), "rule")
        ),
        "number_heads": table(("phrase", "rule"), _phrases(read(sources / "heads.tsv"), "rule")),
        "number_cues": table(("phrase", "use"), _phrases(read(sources / "cues.tsv"), "use")),
        "number_grammar": table(
            ("form", "role"),
            (
                (form if r["role"].startswith("lemma-") else phrase(form), r["role"])
                for r in read(sources / "grammar.tsv")
                for form in r["form"].split("|")
            ),
        ),
        "number_area_units": table(
            ("unit", "country", "square_metres"),
            ((r["unit"], r["country"], r["square_metres"]) for r in read(sources / "area_units.tsv")),
        ),
        "number_subunits": table(
            ("unit", "currency", "parts"),
            ((r["unit"], r["currency"], r["parts"]) for r in read(sources / "subunits.tsv")),
        ),
        "nouns": table(("form", "lemma", "number", "gender", "class"), _nouns(sources)),
    }
