"""What is asked of everybody, and how answers are scored. Standard library alone: it runs in every environment.

A gold item has a place in its text and what is said there. A find counts as right where it overlaps the item and says the same;
where several finds overlap one item, one right one is enough, and a find whose place its library does not tell is taken to be
wherever it helps.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

Item = dict[str, Any]
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_LETTERS = {"D": "DATE", "T": "TIME", "U": "DURATION", "S": "SET"}


def days(value: str | None) -> tuple[str, str] | None:
    """First and last day of an EDTF value; None for durations, for what is open and for what has no year.

    >>> days("2024-02"), days("2025-07-14/2025-07-15"), days("201X"), days("P3D")
    (('2024-02-01', '2024-02-29'), ('2025-07-14', '2025-07-15'), ('2010-01-01', '2019-12-31'), None)
    """
    if value is None:
        return None
    if "/" in value:
        first, last = (days(v) for v in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    if m := _DAY.fullmatch(value):
        return f"{m[1]}-{m[2]}-{m[3]}", f"{m[1]}-{m[2]}-{m[3]}"
    if m := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if m := re.fullmatch(r"(\d{4})-(\d\d)", value):
        if not 1 <= int(m[2]) <= 12:
            return None
        return f"{value}-01", f"{value}-{monthrange(int(m[1]), int(m[2]))[1]}"
    if re.fullmatch(r"\d{2,4}X{0,2}", value) and len(value) == 4:
        return f"{value.replace('X', '0')}-01-01", f"{value.replace('X', '9')}-12-31"
    return None


def place(text: str, words: str, at: int = 0) -> tuple[int, int]:
    start = text.index(words, at)
    return start, start + len(words)


def nth(text: str, words: str, n: int) -> tuple[int, int]:
    at = -1
    for _ in range(n):
        at = text.index(words, at + 1)
    return at, at + len(words)


def date_item(start: int, end: int, value: str | None) -> Item:
    found = days(value)
    return {"start": start, "end": end, "first": found[0] if found else None, "last": found[1] if found else None}


def dates_of_corpus(path: Path, published: str) -> list[Item]:
    """Lines of the dates corpus (``tests/dates/corpus.tsv``): a text and its expressions, or a text with none."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "text\t")):
            continue
        text, expected = line.split("\t")
        at, items = 0, []
        for cell in expected.split(" ;; ") if expected else ():
            _, value, words = cell.split("|", 2)
            start, at = place(text, words, at)
            items.append(date_item(start, at, value))
        out.append({"text": text, "published": published, "gold": items})
    return out


def dates_of_gold(path: Path) -> list[Item]:
    """Annotated articles (JSON) whose day of publication is known: without it half of their dates mean nothing."""
    out = []
    for article in json.loads(path.read_text(encoding="utf-8")):
        if article.get("published"):
            text = article["raw"]
            items = [
                date_item(*nth(text, d["text"], d.get("n") or 1), d["value"]) | {"optional": bool(d.get("optional"))}
                for d in article["dates"]
            ]
            out.append({"text": text, "published": article["published"][:10], "gold": items})
    return out


def numbers_of_corpus(path: Path) -> list[Item]:
    """Lines of the numbers corpus (``tests/numbers/corpus.tsv``): whole cardinals, ranges and bounds with a stated value.

    Percentages, ordinals, fractions, multiples and vague numbers are left out: other libraries count them apart.
    """
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("# "):
            continue
        text, *cells = line.split("\t")
        at, items = 0, []
        for cell in cells if cells != ["-"] else ():
            words, said = cell.split(" == ")
            start, at = place(text, words, at)
            value = said.partition(" @")[0].lstrip("~<>=")
            if not re.search(r"[a-z%]", value):
                items.append(number_item(text, start, at, [float(Fraction(v)) for v in value.split("..")]))
        if items:
            out.append({"text": text, "published": None, "gold": items})
    return out


def numbers_of_gold(path: Path) -> list[Item]:
    """The figures of the claims in annotated articles: all that are stated and not zero."""
    out = []
    for article in json.loads(path.read_text(encoding="utf-8")):
        text, items = article["raw"], []
        for c in article["claims"]:
            values = [float(c[k]) for k in ("low", "best", "high") if c.get(k)]
            if values and not c.get("implicit") and not c.get("optional") and not c.get("vague"):
                items.append(number_item(text, *nth(text, c["text"], c.get("n") or 1), values))
        out.append({"text": text, "published": None, "gold": items})
    return out


def number_item(text: str, start: int, end: int, values: list[float]) -> Item:
    return {"start": start, "end": end, "values": values, "digits": any(ch.isdigit() for ch in text[start:end])}


def names_of_gold(path: Path) -> list[Item]:
    """Persons, places and organisations in annotated articles, with other spans that are as good."""
    out = []
    for article in json.loads(path.read_text(encoding="utf-8")):
        text, items = article["raw"], []
        for e in article["entities"]:
            for m in e["mentions"]:
                start, end = nth(text, m["text"], m.get("n") or 1)
                also = [(k, k + len(o)) for o in m.get("also", ()) for k in range(max(0, start - len(o)), end) if text.startswith(o, k)]
                items.append({"start": start, "end": end, "type": e["type"], "also": also, "optional": bool(e.get("optional"))})
        out.append({"text": text, "published": (article.get("published") or "")[:10] or None, "gold": items})
    return out


def overlap(a: Item, b: Item) -> bool:
    return a["start"] is None or b["start"] is None or (a["start"] < b["end"] and b["start"] < a["end"])


def score_dates(texts: Sequence[Item], finds: Sequence[Sequence[Item]]) -> dict[str, int]:
    """Days, longer spans (months, years, ranges) and false finds: what overlaps no expression of the gold.

    Durations, repetitions and expressions without a known year are scored neither way.
    """
    out = {"days": 0, "days_right": 0, "spans": 0, "spans_right": 0, "false": 0, "finds": 0}
    for text, found in zip(texts, finds, strict=True):
        for item in text["gold"]:
            if item["first"] is None:
                continue
            kind = "days" if item["first"] == item["last"] else "spans"
            out[kind] += 1
            out[f"{kind}_right"] += any((f["first"], f["last"]) == (item["first"], item["last"]) and overlap(f, item) for f in found)
        out["finds"] += len(found)
        out["false"] += sum(not any(overlap(f, item) for item in text["gold"]) for f in found)
    return out


def score_numbers(texts: Sequence[Item], finds: Sequence[Sequence[Item]]) -> dict[str, int]:
    """Numbers in words and numbers with a digit in them: right where the finds there give every value of the gold."""
    out = {"words": 0, "words_right": 0, "digits": 0, "digits_right": 0}
    for text, found in zip(texts, finds, strict=True):
        for item in text["gold"]:
            kind = "digits" if item["digits"] else "words"
            out[kind] += 1
            said = {round(v, 6) for f in found if overlap(f, item) for v in f["values"]}
            out[f"{kind}_right"] += all(round(v, 6) in said for v in item["values"])
    return out


def score_names(texts: Sequence[Item], finds: Sequence[Sequence[Item]]) -> dict[str, int]:
    """Persons, places and organisations: the same words with the same type. Letters attached to a word do not count."""
    out = {"names": 0, "found": 0, "right": 0}
    for text, found in zip(texts, finds, strict=True):
        tokens = [m.span() for m in re.finditer(r"\w+", text["text"])]

        def words(start: int, end: int, tokens: list[tuple[int, int]] = tokens) -> frozenset[int]:
            return frozenset(i for i, (a, b) in enumerate(tokens) if a < end and start < b)

        gold = {(words(i["start"], i["end"]), i["type"]): i for i in text["gold"] if i["type"] in {"PERSON", "LOC", "ORG"}}
        also = {(words(*s), i["type"]): k for k, i in gold.items() for s in i["also"]}
        said = {(words(f["start"], f["end"]), f["type"]) for f in found if f["type"] in {"PERSON", "LOC", "ORG"}}
        said = {also.get(k, k) for k in said}
        out["names"] += sum(not i["optional"] for i in gold.values())
        out["right"] += sum(k in said and not i["optional"] for k, i in gold.items())
        out["found"] += sum(not (k in gold and gold[k]["optional"]) for k in said)
    return out


def phrases(texts: Iterable[Item]) -> list[Item]:
    """Each date or number of the gold as a text of its own: for libraries that read a phrase and are not made to search."""
    out = []
    for t in texts:
        for i in t["gold"]:
            words = t["text"][i["start"] : i["end"]]
            out.append({"text": words, "published": t["published"], "phrase": True, "gold": [{**i, "start": 0, "end": len(words)}]})
    return out
