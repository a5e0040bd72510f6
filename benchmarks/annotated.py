"""The annotated articles under ``gold``: their format, the halves to develop on and to test on, and texts put back into standoff files.

``gold/wikinews`` holds articles with their text. ``gold/standoff`` holds what was marked in articles whose text may not be passed on:
offsets and values, with the SHA-256 of the text. ``load`` takes such texts from folders of ``ID.txt`` files, of JSON Lines with ``id``
and ``raw``, or of corpora (``SOURCE.txt.xz``, articles with an empty line between, found by their checksum), and refuses one whose
checksum differs. ``gold/first`` and ``gold/second`` hold, by offsets too, two independent readings of some of the articles.

    python benchmarks/annotated.py                     check every file, and say how much there is in each half
    python benchmarks/annotated.py --add FILE --articles JSONL [--into FOLDER]      write annotated articles into ``gold``
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

ROOT = Path(__file__).parents[1]
FOLDERS = ("wikinews", "standoff", "first", "second")
GOLD = ROOT / "gold"
SHARED_TEXTS = (ROOT.parent / "shared" / "to_annotate", ROOT.parent / "shared" / "text")
Split = Literal["develop", "test"]
Kind = Literal[
    "troops", "killed", "injured", "casualties", "missing", "displaced", "detained", "hostages", "people", "materiel", "attacks",
    "places", "money", "percent", "multiplier", "measure", "age", "count",
]  # fmt: skip
Mod = Literal[
    "START",
    "MID",
    "END",
    "APPROX",
    "BEFORE",
    "AFTER",
    "MORE_THAN",
    "LESS_THAN",
    "MORNING",
    "MIDDAY",
    "AFTERNOON",
    "EVENING",
    "NIGHT",
    "DAWN",
]
# The places that an annotation names, by the table that they stand in.
PLACES = {"entities": (), "dates": (), "claims": ("source", "where", "when", "who"), "quotes": ("speaker", "cue")}
ARTICLE = ("title", "byline", "agency", "dateline_place", "body_starts_with")


class GoldError(Exception):
    """A gold file is not what it should be, or the text for it is missing."""


def day(value: str | None) -> str | None:
    if value is not None:
        date.fromisoformat(value)
    return value


def several(value: Any) -> Any:
    """One name, as some readers wrote it, is a list of one."""
    return (value,) if isinstance(value, str) else value


Several = Annotated[tuple[str, ...] | None, BeforeValidator(several)]
Day = Annotated[str | None, BeforeValidator(day)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(Strict):
    """Words of the text, the ``n``-th time that they stand there, counted from 1. ``also``: other spans that are as good.

    ``optional`` counts neither when missed nor when found; ``also`` is heeded of mentions.
    """

    text: str = Field(min_length=1)
    n: int = Field(default=1, ge=1)
    also: tuple[str, ...] = ()
    optional: bool = False


class Mention(Place):
    """One place where an entity is named."""


class Entity(Strict):
    name: str = Field(min_length=1)
    type: Literal["PERSON", "LOC", "ORG", "NORP", "MISC"]
    mentions: tuple[Mention, ...] = Field(min_length=1)
    latin: str | None = None
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    optional: bool = False


class Date(Place):
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    earliest: Day
    latest: Day
    mod: Mod | None


class Claim(Place):
    low: float | None
    best: float | None
    high: float | None
    vague: bool
    approximate: bool
    kind: Kind
    unit: str | None
    modality: Literal["asserted", "hedged", "planned", "denied"]
    source: str | None
    where: str | None
    when: str | None
    who: str | None
    part_of: int | None = Field(ge=0)
    implicit: bool = False

    @model_validator(mode="after")
    def says_a_number(self) -> Claim:
        if self.low is self.best is self.high is None:
            raise ValueError(f"{self.text}: neither low, best nor high")
        return self


class Quote(Place):
    speaker: str | None
    cue: str | None
    direct: bool


class Parts(Strict):
    title: str | None = None
    byline: str | None = None
    authors: Several = None
    agency: str | None = None
    dateline_place: str | None = None
    body_starts_with: str | None = None


class AnnotatedArticle(Strict):
    """One article and what was marked in it. ``quotes`` is null where quotations were not read."""

    id: str
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    source: str
    licence: str
    attribution: str
    published: Day
    raw: str
    article: Parts
    entities: tuple[Entity, ...]
    dates: tuple[Date, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...] | None
    notes: str | None = None

    @model_validator(mode="after")
    def holds_together(self) -> AnnotatedArticle:
        """The text is the one that was read, every place is in it, no mention stands twice, and every whole is another claim."""
        if checksum(self.raw) != self.sha256:
            raise ValueError("the text is not the one that was annotated")
        mentions = [offsets(self.raw, m) for e in self.entities for m in e.mentions]
        if len(set(mentions)) != len(mentions):
            raise ValueError("a mention stands twice")
        for place in (*self.dates, *self.claims, *(self.quotes or ())):
            offsets(self.raw, place)
        for i, claim in enumerate(self.claims):
            if claim.part_of is not None and (claim.part_of == i or claim.part_of >= len(self.claims)):
                raise ValueError(f"{claim.text}: part of claim {claim.part_of}")
        for words in self.named():
            if words not in self.raw:
                raise ValueError(f"not in the text: {words}")
        return self

    def scored(self) -> dict[str, Any]:
        """The article as the scorers take it: they know optional entities only, so optional mentions are entities of their own."""
        row = self.model_dump(mode="json")
        for e in list(row["entities"]):
            free = [m for m in e["mentions"] if m["optional"]]
            if free and not e["optional"]:
                e["mentions"] = [m for m in e["mentions"] if not m["optional"]]
                row["entities"].append({**e, "mentions": free, "optional": True})
        row["entities"] = [e for e in row["entities"] if e["mentions"]]
        return row

    def places(self) -> Iterator[Place]:
        """Everything that stands somewhere in the text."""
        yield from (m for e in self.entities for m in e.mentions)
        yield from (*self.dates, *self.claims, *(self.quotes or ()))

    def named(self) -> Iterator[str]:
        """All the words of the text that values name without saying where they stand."""
        values = [getattr(c, key) for c in self.claims for key in PLACES["claims"]]
        values += [getattr(q, key) for q in self.quotes or () for key in PLACES["quotes"]]
        values += [getattr(self.article, key) for key in ARTICLE] + [other for place in self.places() for other in place.also]
        return (v for v in values if v is not None)


def checksum(raw: str) -> str:
    return hashlib.sha256(raw.encode("utf-8")).hexdigest()


def file_name(article_id: str) -> str:
    """An id as the name of a file, without its suffix: some ids are paths."""
    return article_id.replace("/", "_")


def split_of(article_id: str) -> Split:
    """The half that an article belongs to, for good: by a hash of its id."""
    return "test" if hashlib.sha256(article_id.encode("utf-8")).digest()[0] % 2 else "develop"


def offsets(raw: str, place: Place) -> tuple[int, int]:
    start = -1
    for _ in range(place.n):
        start = raw.find(place.text, start + 1)
        if start < 0:
            raise ValueError(f"not in the text {place.n} times: {place.text}")
    return start, start + len(place.text)


def nearest(raw: str, words: str | None, to: int) -> list[int] | None:
    """Where the occurrence of some words stands that is nearest to an offset."""
    if words is None:
        return None
    starts, at = [], raw.find(words)
    while at >= 0:
        starts.append(at)
        at = raw.find(words, at + 1)
    start = min(starts, key=lambda s: (abs(s - to), s))
    return [start, start + len(words)]


def _placed(raw: str, row: dict[str, Any], place: Place) -> None:
    row["at"] = list(offsets(raw, place))
    row["also"] = [nearest(raw, other, row["at"][0]) for other in place.also]


def standoff(article: AnnotatedArticle) -> dict[str, Any]:
    """An article without its text: every place as ``[start, end]``, values and names of entities as they are; no notes."""
    raw, out = article.raw, article.model_dump(mode="json", exclude={"raw", "notes", "article"})
    for entity, marked in zip(out["entities"], article.entities, strict=True):
        for mention, m in zip(entity["mentions"], marked.mentions, strict=True):
            _placed(raw, mention, m)
    for table, keys in PLACES.items():
        for row, place in zip(out[table] or (), getattr(article, table) or (), strict=True):
            if isinstance(place, Place):
                _placed(raw, row, place)
            for key in keys:
                row[key] = nearest(raw, row[key], row["at"][0])
    out["article"] = {key: nearest(raw, getattr(article.article, key), 0) for key in ARTICLE}
    out["article"]["authors"] = [nearest(raw, a, 0) for a in article.article.authors] if article.article.authors else None
    for row in (*(m for e in out["entities"] for m in e["mentions"]), *out["dates"], *out["claims"], *(out["quotes"] or ())):
        del row["text"], row["n"]
    return out


def with_text(bare: dict[str, Any], raw: str) -> dict[str, Any]:
    """The article that ``standoff`` made ``bare`` of."""
    if checksum(raw) != bare["sha256"]:
        raise GoldError(f"{bare['id']}: the text given is not the one that was annotated")
    cut = lambda at: None if at is None else raw[at[0] : at[1]]

    def place(row: dict[str, Any]) -> dict[str, Any]:
        start, end = row["at"]
        text = raw[start:end]
        n = sum(raw.startswith(text, i) for i in range(start + 1))
        rest = {k: v for k, v in row.items() if k != "at"}
        return {"text": text, "n": n, **rest, "also": [cut(other) for other in row["also"]]}

    out = {**bare, "raw": raw}
    out["entities"] = [{**e, "mentions": [place(m) for m in e["mentions"]]} for e in bare["entities"]]
    out["dates"] = [place(d) for d in bare["dates"]]
    for table in ("claims", "quotes"):
        if bare[table] is not None:
            out[table] = [{**place(row), **{key: cut(row[key]) for key in PLACES[table]}} for row in bare[table]]
    out["article"] = {key: cut(value) for key, value in bare["article"].items() if key != "authors"}
    out["article"]["authors"] = [cut(a) for a in bare["article"]["authors"]] if bare["article"]["authors"] else None
    return out


def texts_in(folder: Path) -> dict[str, str]:
    """Texts by id: of ``ID.txt`` files, and of JSON Lines with ``id`` and ``raw``."""
    found = {p.stem: p.read_bytes().decode("utf-8") for p in sorted(folder.glob("*.txt"))}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "id" in row and "raw" in row:
                found[file_name(row["id"])] = row["raw"]
    return found


@cache
def corpus(path: Path) -> dict[str, str]:
    """The articles of a corpus of 600 to 2,000 characters, those that were annotated out of one, by their checksum."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        articles = (a.strip() for a in file.read().split("\n\n"))
        return {checksum(a): a for a in articles if 600 <= len(a) <= 2000}


def texts_of(bare: Sequence[dict[str, Any]], folders: Sequence[Path]) -> dict[str, str]:
    """The texts of standoff files by the names of the files; those that no folder has are not among them."""
    found: dict[str, str] = {}
    for folder in folders:
        found |= texts_in(folder)
    for row in bare:
        paths = [f / f"{row['source']}.txt.xz" for f in folders]
        for path in (p for p in paths if file_name(row["id"]) not in found and p.exists()):
            if row["sha256"] in corpus(path):
                found[file_name(row["id"])] = corpus(path)[row["sha256"]]
    return found


def default_texts() -> tuple[Path, ...]:
    """The folders that the environment variable ARNEWS_GOLD_TEXTS names, else the shared ones where they are there."""
    given = os.environ.get("ARNEWS_GOLD_TEXTS")
    return tuple(map(Path, given.split(os.pathsep))) if given else tuple(f for f in SHARED_TEXTS if f.is_dir())


def load(split: Split | None = None, texts: Sequence[Path] = (), gold: Path = GOLD) -> list[AnnotatedArticle]:
    """The annotated articles of a half (of both without ``split``), by id. Without ``texts`` those that come with theirs.

    Raises ``GoldError`` where a file is not in the format, or where ``texts`` lacks one or has another in its place.
    """
    articles = [_checked(path, _row(path)) for path in sorted((gold / "wikinews").glob("*.json"))]
    if texts:
        articles += _standoff(gold / "standoff", texts)
    return sorted((a for a in articles if split is None or split_of(a.id) == split), key=lambda a: a.id)


def load_again(folder: str, texts: Sequence[Path], gold: Path = GOLD) -> list[AnnotatedArticle]:
    """The first or the second reading of the articles that were read twice; those of Wikinews take their texts from ``gold/wikinews``."""
    own = {file_name(a.id): a.raw for a in load(gold=gold)}
    return sorted(_standoff(gold / folder, texts, own), key=lambda a: a.id)


def _row(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _standoff(folder: Path, texts: Sequence[Path], own: Mapping[str, str] | None = None) -> list[AnnotatedArticle]:
    bare = [(p, _row(p)) for p in sorted(folder.glob("*.json"))]
    known = texts_of([row for _, row in bare], texts) | dict(own or {})
    for path, row in bare:
        if path.stem not in known:
            raise GoldError(f"{', '.join(map(str, texts))}: no text for {row['id']}")
    return [_checked(path, with_text(row, known[path.stem])) for path, row in bare]


def _checked(path: Path, row: dict[str, Any]) -> AnnotatedArticle:
    try:
        article = AnnotatedArticle.model_validate(row)
    except ValueError as error:
        raise GoldError(f"{path}: {error}") from error
    if file_name(article.id) != path.stem:
        raise GoldError(f"{path}: holds {article.id}")
    return article


def add(annotated: Iterable[dict[str, Any]], articles: Iterable[dict[str, Any]], folder: str, gold: Path = GOLD) -> int:
    """Write annotated articles into a folder of ``gold``, one file each; all but those of ``wikinews`` without their text. The number."""
    of, n = {row["id"]: row for row in articles}, 0
    for row in annotated:
        if row["id"] not in of:
            continue
        source = of[row["id"]]
        title, bare = source["raw"].split("\n", 1)[0].strip(), folder != "wikinews"
        article = AnnotatedArticle.model_validate(
            {
                "sha256": source["sha256"], "source": source["source"], "licence": source["licence"], "raw": source["raw"], "quotes": None,
                "attribution": source["source"] if bare else f"«{title}», Arabic Wikinews, CC BY 2.5",
                **{key: value for key, value in row.items() if key in AnnotatedArticle.model_fields and key != "raw"},
            }
        )  # fmt: skip
        (gold / folder).mkdir(parents=True, exist_ok=True)
        data = standoff(article) if bare else article.model_dump(mode="json", exclude_defaults=False)
        (gold / folder / f"{file_name(article.id)}.json").write_text(
            json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        n += 1
    return n


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--add", nargs="+", type=Path, metavar="FILE", help="annotated articles, JSON arrays")
    parser.add_argument("--articles", type=Path, help="the articles that they are of, JSON Lines with id, sha256, source, licence, raw")
    parser.add_argument("--into", choices=FOLDERS, default="wikinews", help="with their text, without it, or a reading to compare")
    parser.add_argument("--texts", type=Path, nargs="*", default=default_texts(), help="folders with the texts of the standoff files")
    args = parser.parse_args(argv)
    if args.add:
        rows = [row for path in args.add for row in json.loads(path.read_text(encoding="utf-8"))]
        articles = map(json.loads, args.articles.read_text(encoding="utf-8").splitlines())
        print(f"{add(rows, articles, args.into)} articles written")
        return 0
    for half in ("develop", "test"):
        articles = load(half, args.texts)
        counts = {t: sum(len(getattr(a, t) or ()) for a in articles) for t in PLACES}
        implicit = sum(c.implicit for a in articles for c in a.claims)
        print(f"{half}: {len(articles)} articles, {counts}, {implicit} of the claims implicit")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
