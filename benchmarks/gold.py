"""Scores on annotated articles: names, dates and claims that were found, against those that a reader marked.

    python benchmarks/gold.py test                        the half that nobody tunes on: scores, each with its 95 % interval
    python benchmarks/gold.py develop --errors            the half to develop on, and what was missed, too many or otherwise in it
    python benchmarks/gold.py test --record DAY           also add them to benchmarks/history/gold.jsonl, and write the tables

A gold file is a JSON array of articles with ``raw``, ``published`` and what was marked in it: ``entities`` with ``mentions``, ``dates``,
``claims``. A place is given by its words, ``text``, and ``n`` where they stand more than once. ``optional`` counts neither when missed
nor when found, ``also`` gives other spans of a mention that are as good. Spans are compared by the words that they touch, so that an
attached letter or a quotation mark more or less does not matter.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import annotated

Gold = dict[str, Any]
Words = frozenset[int]
T = TypeVar("T", bound=Hashable)
NAMED = ("PERSON", "LOC", "ORG")
APART = ("NORP", "MISC")
MARKS = "\u064b-\u0652\u0670\u0640\u200c-\u200f"
WORD = re.compile(rf"[^\W_](?:[{MARKS}]*[^\W_])*|[%٪$€£]")
# Common nouns that a short name looks like (الجيش, الحزب): annotators differ over whether one is a mention, so it is not scored.
_COMMON = (
    "الشرطة التحالف المرصد المنسقية اللجنة الجبهة الحرس الحكومة البرلمان الوكالة الوزارة المجلس الجيش التنظيم "
    "الحركة الجماعة السلطات المحكمة الشركة الهيئة المنظمة الشرعية المملكة الغرب الشرق الخليج المركز الجامعة الحزب "
    "النظام المقاومة القوات"
)
COMMON = frozenset(_COMMON.split())
# Words that do not make two arguments of a claim the same: في بغداد and في حلب share no place.
_EMPTY = (
    "في من إلى على عن مع أن إن ما لا هو هي التي الذي هذا هذه ذلك تلك كل أي قد بعد قبل منذ عند بين مدينة محافظة "
    "منطقة قرية بلدة ولاية إقليم مصدر مصادر وكالة عام سنة يوم شهر شخص أشخاص شخصا"
)
EMPTY = frozenset(_EMPTY.split())


@dataclass
class Score:
    """How many were marked, found, and both. A rate has only the first and the last."""

    gold: int = 0
    found: int = 0
    both: int = 0
    rate: bool = False

    @property
    def precision(self) -> float:
        return self.both / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.both / self.gold if self.gold else 0.0

    @property
    def value(self) -> float:
        """F1, or for a rate the share."""
        p, r = self.precision, self.recall
        return r if self.rate else 2 * p * r / (p + r) if p + r else 0.0


@dataclass
class Scores:
    """All metrics by name."""

    of: dict[str, Score] = field(default_factory=dict)

    def add(self, name: str, gold: int, found: int, both: int) -> None:
        score = self.of.setdefault(name, Score())
        score.gold += gold
        score.found += found
        score.both += both

    def right(self, name: str, hits: Iterable[bool]) -> None:
        """Add to a rate: one more asked for each of ``hits``."""
        score = self.of.setdefault(name, Score(rate=True))
        for hit in hits:
            score.gold += 1
            score.both += hit


@dataclass(frozen=True)
class Article:
    """The words of a raw text, and where things touch them."""

    raw: str
    bounds: list[tuple[int, int]]

    def touched(self, start: int, end: int) -> Words:
        return frozenset(i for i, (a, b) in enumerate(self.bounds) if a < end and start < b)

    def place(self, marked: Gold) -> tuple[int, int]:
        start = -1
        for _ in range(marked.get("n") or 1):
            start = self.raw.index(marked["text"], start + 1)
        return start, start + len(marked["text"])

    def marked(self, items: Iterable[Gold]) -> list[tuple[Words, Gold]]:
        return [(self.touched(*self.place(x)), x) for x in items]

    def found(self, items: Iterable[Gold]) -> list[tuple[Words, Gold]]:
        return [(self.touched(x["start"], x["end"]), x) for x in items]

    def common(self, start: int, end: int) -> bool:
        """Whether a span is only a common noun, a proclitic (والجيش) or a swallowed alef (للجيش, للجنة) aside."""
        word = self.raw[start:end].strip()
        return bool({word, word[1:], "ا" + word, "ال" + word} & COMMON)


Item = tuple[frozenset[T], Gold]


def likeness(a: frozenset[T], b: frozenset[T]) -> float:
    return len(a & b) / len(a | b) if a & b else 0.0


def matched(
    marked: Sequence[Item[T]], found: Sequence[Item[T]], fits: Callable[[Gold, Gold], bool], *, last_first: bool = False
) -> list[tuple[int, int, float]]:
    """One-to-one pairs as (index, index, likeness), the most alike first; among equals the first ones, or the last."""
    pairs = [(alike, i, j) for i, (a, x) in enumerate(marked) for j, (b, y) in enumerate(found) if (alike := likeness(a, b)) and fits(x, y)]
    pairs.sort(key=lambda p: (-p[0], -p[1], -p[2]) if last_first else (-p[0], p[1], p[2]))
    left, right, out = set(), set(), []
    for alike, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((i, j, alike))
    return out


def same_type(a: Gold, b: Gold) -> bool:
    return bool(a["type"] == b["type"])


def score(golds: Iterable[Gold], analyze: Callable[..., Any]) -> dict[str, Score]:
    """Every metric over the articles, by name. ``articles read`` is the share that was analysed without an error.

    ``analyze(raw, published=date or None)`` gives an ``Analysis``, or the same as a dictionary.
    """
    return total(score_each(golds, analyze))


def score_each(golds: Iterable[Gold], analyze: Callable[..., Any]) -> list[dict[str, Score]]:
    """The same, article by article."""
    return [score_one(gold, read(gold, analyze)) for gold in golds]


def read(gold: Gold, analyze: Callable[..., Any]) -> Gold | None:
    """What was found in an article, or None where it cannot be read."""
    published = gold.get("published")
    try:
        result = analyze(gold["raw"], published=date.fromisoformat(published[:10]) if published else None)
        return result if isinstance(result, dict) else dict(json.loads(result.model_dump_json()))
    except Exception:  # an article that cannot be read has nothing found in it, and counts
        return None


def score_one(gold: Gold, result: Gold | None) -> dict[str, Score]:
    scores = Scores()
    text = Article(gold["raw"], [m.span() for m in WORD.finditer(gold["raw"])])
    scores.right("articles read", [result is not None])
    result = result or {"entities": [], "dates": [], "claims": []}
    names(scores, text, gold["entities"], result["entities"])
    dates(scores, text, gold["dates"], result["dates"])
    claims(scores, text, gold["claims"], result["claims"])
    if gold.get("quotes") is not None:
        quotes(scores, text, gold["quotes"], result.get("quotes") or [])
    return scores.of


def total(several: Iterable[dict[str, Score]]) -> dict[str, Score]:
    out: dict[str, Score] = {}
    for scores in several:
        for name, s in scores.items():
            t = out.setdefault(name, Score(rate=s.rate))
            t.gold, t.found, t.both = t.gold + s.gold, t.found + s.found, t.both + s.both
    return dict(sorted(out.items()))


def intervals(each: Sequence[dict[str, Score]], draws: int = 1000, seed: int = 7) -> dict[str, tuple[float, float]]:
    """The 95 % interval of every metric: articles drawn anew with replacement, ``draws`` times."""
    source, values = random.Random(seed), dict[str, list[float]]()
    for _ in range(draws):
        for name, s in total(source.choices(each, k=len(each))).items():
            values.setdefault(name, []).append(s.value)
    return {name: (sorted(v)[int(0.025 * len(v))], sorted(v)[int(0.975 * len(v))]) for name, v in values.items()}


def names(scores: Scores, text: Article, gold: list[Gold], result: list[Gold]) -> None:
    """Mentions by words and type, entities by their mentions (half of them shared), and the country of those that match."""
    also: dict[tuple[Words, str], Words] = {}
    marked: list[tuple[frozenset[Words], Gold]] = []
    wanted, free = set(), set()
    for entity in gold:
        spans = set()
        for mention in entity["mentions"]:
            start, end = text.place(mention)
            if text.common(start, end):
                continue
            here = text.touched(start, end)
            spans.add(here)
            (free if entity.get("optional") else wanted).add((here, entity["type"]))
            for other in mention.get("also", []):
                at = text.raw.find(other, max(0, start - len(other) + 1))
                while 0 <= at < end:
                    also[text.touched(at, at + len(other)), entity["type"]] = here
                    at = text.raw.find(other, at + 1)
        if spans:
            marked.append((frozenset(spans), entity))
    seen: set[tuple[Words, str]] = set()
    found: list[tuple[frozenset[Words], Gold]] = []
    for entity in result:
        places = [text.touched(m["start"], m["end"]) for m in entity["mentions"] if not text.common(m["start"], m["end"])]
        spans = {also.get((here, entity["type"]), here) for here in places}
        seen |= {(here, entity["type"]) for here in spans}
        if spans and entity["type"] in NAMED:
            found.append((frozenset(spans), entity))
    seen -= free
    for kind in NAMED + APART:
        counts = [sum(k == kind for _, k in some) for some in (wanted, seen, wanted & seen)]
        scores.add(f"mentions.{kind}", *counts)
        if kind in NAMED:
            scores.add("mentions", *counts)
    scored = [m for m in marked if not m[1].get("optional") and m[1]["type"] in NAMED]
    pairs = matched(scored, found, same_type, last_first=True)
    good = [(scored[i][1], found[j][1]) for i, j, alike in pairs if alike >= 0.5]
    merged = lambda items: [(frozenset[int]().union(*spans), entity) for spans, entity in items]
    forgiven = {j for _, j, _ in matched(merged(m for m in marked if m[1].get("optional")), merged(found), same_type)}
    scores.add("entities", len(scored), len(found) - len(forgiven - {j for _, j, _ in pairs}), len(good))
    scores.right("entities.country", [a["country"] == b.get("country") for a, b in good if a.get("country")])


def dates(scores: Scores, text: Article, gold: list[Gold], result: list[Gold]) -> None:
    """Dates by overlapping words; ``value`` and ``days`` count those that are right in it too."""
    marked, found = text.marked(gold), text.found(result)
    pairs = [(marked[i][1], found[j][1]) for i, j, _ in matched(marked, found, lambda a, b: True)]
    real = [(a, b) for a, b in pairs if not a.get("optional")]
    wanted, given = sum(not d.get("optional") for d in gold), len(found) - (len(pairs) - len(real))
    scores.add("dates.span", wanted, given, len(real))
    scores.add("dates.value", wanted, given, sum(a.get("value") == b.get("value") for a, b in real))
    same_days = [all(a.get(end) == b.get(end) for end in ("earliest", "latest")) for a, b in real]
    scores.add("dates.days", wanted, given, sum(same_days))
    scores.right("dates.type", [a["type"] == b.get("type") for a, b in real])
    scores.right("dates.mod", [(a.get("mod") or None) == (b.get("mod") or None) for a, b in real])


def number(value: float | None) -> float | None:
    return None if value is None else round(float(value), 6)


def same_numbers(gold: Gold, claim: Gold) -> bool:
    """The same figure: the same best where there is one, else the same bounds; of a vague one (عشرات) the lower."""
    quantity = claim.get("quantity") or {}
    low, best, high = (number(gold.get(key)) == number(quantity.get(key)) for key in ("low", "best", "high"))
    if gold.get("vague"):
        return bool(quantity.get("vague")) and low
    return best if gold.get("best") is not None else low and high


def stems(text: str) -> set[str]:
    """The words that carry meaning, each also without و ف ب ل ك and ال before it."""
    words = [w for w in re.findall(r"\w+", text) if w not in EMPTY]
    return {*words, *(re.sub("^[وف]?[بلك]?(ال|لل)?", "", w) or w for w in words if len(w) > 3)}


def words_of(argument: Any) -> str:
    return (argument.get("text") if isinstance(argument, dict) else argument) or ""


def claims(scores: Scores, text: Article, gold: list[Gold], result: list[Gold]) -> None:
    """Claims by overlapping words and the same figure; kind, modality, relations and arguments over those that match."""
    marked, found = text.marked(gold), text.found(result)
    free = [m for m in marked if m[1].get("optional")]
    implicit = [m for m in marked if m[1].get("implicit") and not m[1].get("optional")]
    wanted = [m for m in marked if not m[1].get("implicit") and not m[1].get("optional")]
    pairs = [(wanted[i][1], found[j][1]) for i, j, _ in matched(wanted, found, same_numbers)]
    taken = {id(claim) for _, claim in pairs}
    rest = [f for f in found if id(f[1]) not in taken]
    unsaid = [j for _, j, _ in matched(implicit, rest, same_numbers)]
    forgiven = {*unsaid, *(j for _, j, _ in matched(free, rest, same_numbers))}
    extra = sum(j not in forgiven and not claim.get("implicit") for j, (_, claim) in enumerate(rest))
    scores.right("claims.implicit recall", [n < len(unsaid) for n in range(len(implicit))])
    scores.add("claims.numbers", len(wanted), len(pairs) + extra, len(pairs))
    scores.add("claims.kind", len(wanted), len(pairs) + extra, sum(a["kind"] == b["kind"] for a, b in pairs))
    marked_of = {b.get("id"): a for a, b in pairs}
    for a, b in pairs:
        quantity = b.get("quantity") or {}
        scores.right("claims.approximate", [bool(a.get("approximate")) == bool(quantity.get("approximate"))])
        said, read = a.get("modality", "asserted"), b.get("modality", "asserted")
        scores.add("claims.not asserted", said != "asserted", read != "asserted", said == read != "asserted")
        whole, part = a.get("part_of"), b.get("part_of")
        same_whole = whole is not None and part is not None and marked_of.get(part) is gold[whole]
        scores.add("claims.part_of", whole is not None, part is not None, same_whole)
        for name in ("source", "where", "when", "who"):
            want, got = words_of(a.get(name)), words_of(b.get(name))
            scores.add(f"claims.{name}", bool(want), bool(got), bool(stems(want) & stems(got)))


def quotes(scores: Scores, text: Article, gold: list[Gold], result: list[Gold]) -> None:
    """Quotations whose words are shared by half; ``quotes.speaker`` counts those with the right speaker too."""
    marked, found = text.marked(gold), text.found(result)
    pairs = [(gold[i], result[j]) for i, j, alike in matched(marked, found, lambda a, b: True) if alike >= 0.5]
    scores.add("quotes.span", len(gold), len(result), len(pairs))
    scores.add("quotes.speaker", len(gold), len(result), sum(same_speaker(a, b) for a, b in pairs))
    scores.right("quotes.direct", [bool(a["direct"]) == bool(b.get("direct")) for a, b in pairs])


def same_speaker(gold: Gold, quote: Gold) -> bool:
    want, got = words_of(gold.get("speaker")), words_of(quote.get("speaker"))
    return bool(stems(want) & stems(got)) or not (want or got)


def errors(gold: Gold, result: Gold | None) -> Iterable[str]:
    """What differs in one article, a line each: what was marked and not found (-), found and not marked (+), or has another value (!)."""
    text = Article(gold["raw"], [m.span() for m in WORD.finditer(gold["raw"])])
    result = result or {"entities": [], "dates": [], "claims": []}
    wanted = {
        (text.touched(*text.place(m)), e["type"]): m["text"] for e in gold["entities"] if not e.get("optional") for m in e["mentions"]
    }
    seen = {(text.touched(m["start"], m["end"]), e["type"]): m["text"] for e in result["entities"] for m in e["mentions"]}
    yield from (f"- {kind} {words}" for (here, kind), words in wanted.items() if (here, kind) not in seen)
    yield from (f"+ {kind} {words}" for (here, kind), words in seen.items() if (here, kind) not in wanted)
    yield from _differ(text, gold["dates"], result["dates"], lambda a, b: True, ("value", "earliest", "latest", "type", "mod"))
    flat = [{**c, **{key: words_of(c.get(key)) or None for key in ("source", "where", "when", "who")}} for c in result["claims"]]
    keys = ("kind", "modality", "source", "where", "when", "who")
    yield from _differ(text, gold["claims"], flat, same_numbers, keys)
    if gold.get("quotes") is not None:
        yield from _quotes_differ(text, gold["quotes"], result.get("quotes") or [])


def _quotes_differ(text: Article, gold: list[Gold], result: list[Gold]) -> Iterable[str]:
    pairs = [(i, j) for i, j, alike in matched(text.marked(gold), text.found(result), lambda a, b: True) if alike >= 0.5]
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from (f"- quote of {g['speaker']}: {g['text']}" for i, g in enumerate(gold) if i not in left)
    yield from (f"+ quote of {words_of(r.get('speaker'))}: {r['text']}" for j, r in enumerate(result) if j not in right)
    for i, j in pairs:
        if not same_speaker(gold[i], result[j]):
            yield f"! {gold[i]['text']}: speaker {words_of(result[j].get('speaker'))} instead of {gold[i]['speaker']}"


def _differ(text: Article, gold: list[Gold], result: list[Gold], fits: Callable[[Gold, Gold], bool], keys: Sequence[str]) -> Iterable[str]:
    marked, found = text.marked(gold), text.found(result)
    pairs = [(i, j) for i, j, _ in matched(marked, found, fits)]
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from (f"- {g['text']}" for i, g in enumerate(gold) if i not in left and not g.get("optional"))
    yield from (f"+ {r['text']}" for j, r in enumerate(result) if j not in right)
    for i, j in pairs:
        for key in keys:
            want, got = gold[i].get(key), result[j].get(key)
            alike = (
                bool(stems(want or "") & stems(got or "")) if key in ("source", "where", "when", "who") and want and got else want == got
            )
            if not alike:
                yield f"! {gold[i]['text']}: {key} {got} instead of {want}"


HISTORY = Path(__file__).with_name("history") / "gold.jsonl"


# The lines of the README's table: what is asked, and the metrics that answer it.
LINES = (
    ("names: mentions of persons / places / organisations", ("mentions.PERSON", "mentions.LOC", "mentions.ORG")),
    ("names: brought together / with their country", ("entities", "entities.country")),
    ("dates: found / value / first and last day", ("dates.span", "dates.value", "dates.days")),
    ("claims: figure / and what happened to the counted", ("claims.numbers", "claims.kind")),
    ("claims: source / where / when / who", ("claims.source", "claims.where", "claims.when", "claims.who")),
    ("claims: hedged, planned or denied / part of a whole", ("claims.not asserted", "claims.part_of")),
    ("claims: one victim without a number", ("claims.implicit recall",)),
    ("quotations: words / words and speaker", ("quotes.span", "quotes.speaker")),
)


def short(rows: Sequence[Gold]) -> str:
    """The README's table: the last scores of the test half, each with its interval."""
    row = next(r for r in reversed(rows) if r["split"] == "test")
    lines = [f"| {row['articles']} articles that nobody tunes on, {row['day']} | F1 or share, % (95 % interval) |", "|---|---|"]
    for asked, metrics in LINES:
        if any(m not in row["scores"] for m in metrics):
            continue  # what was not scored yet when the row was written
        values = [row["scores"][m] for m in metrics]
        lines.append(f"| {asked} | " + " / ".join(f"{100 * v[0]:.0f} ({100 * v[1]:.0f}-{100 * v[2]:.0f})" for v in values) + " |")
    return "\n".join(lines) + "\n"


def full(rows: Sequence[Gold]) -> str:
    """Every metric of both halves, the first scores beside the last."""
    ends = [r for half in ("develop", "test") for r in _first_and_last([r for r in rows if r["split"] == half])]
    head = [f"{row['split']}, {row['day']}, {row['articles']} articles" for row in ends]
    lines = ["| metric | " + " | ".join(head) + " |", "|---" * (len(head) + 1) + "|"]
    for name in ends[0]["scores"]:
        cells = [f"{v[0]:.3f} ({v[1]:.2f}-{v[2]:.2f}), n {v[3]}" if (v := row["scores"].get(name)) else "–" for row in ends]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _first_and_last(rows: list[Gold]) -> list[Gold]:
    """The last scores, and the first ones of as many articles: those of fewer do not compare."""
    rows = [r for r in rows if r["articles"] == rows[-1]["articles"]]
    return [rows[0], rows[-1]] if len(rows) > 1 else rows


def history() -> list[Gold]:
    return [json.loads(line) for line in HISTORY.read_text(encoding="utf-8").splitlines()]


def write(root: Path) -> None:
    """The tables of the README and of docs/quality.md, from the history. Both halves must have been recorded."""
    from comparison.tables import put

    rows = history()
    if {r["split"] for r in rows} != {"develop", "test"}:
        return
    for page, block in ((root / "README.md", short(rows)), (root / "docs" / "quality.md", full(rows))):
        page.write_text(put(page.read_text(encoding="utf-8"), "gold", block), encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", choices=("develop", "test"))
    parser.add_argument("--texts", type=Path, nargs="*", default=annotated.default_texts(), help="folders with the texts of standoff files")
    parser.add_argument("--errors", action="store_true", help="print what differs; of the half to develop on only")
    parser.add_argument("--record", metavar="DAY", help=f"add the scores to {HISTORY.name} under this day")
    args = parser.parse_args(argv)
    if args.errors and args.split == "test":
        parser.error("errors of the test half are read by nobody")
    import arnews

    golds = [a.scored() for a in annotated.load(args.split, args.texts)]
    if not golds:
        parser.error(f"no annotated articles under {annotated.GOLD}")
    results = [read(g, arnews.analyze) for g in golds]
    each = [score_one(g, r) for g, r in zip(golds, results, strict=True)]
    if args.errors:
        for g, r in zip(golds, results, strict=True):
            print(g["id"], *errors(g, r), sep="\n    ")
    scores, spread = total(each), intervals(each)
    print(f"{args.split}: {len(golds)} articles")
    for name, s in scores.items():
        low, high = spread[name]
        print(f"{name:24} {s.value:.3f}  [{low:.3f}, {high:.3f}]" + (f"  n {s.gold}" if s.rate else f"  marked {s.gold}, found {s.found}"))
    if args.record:
        row = {"day": args.record, "split": args.split, "articles": len(golds), "version": arnews.__version__}
        row["scores"] = {k: [round(s.value, 3), *(round(x, 3) for x in spread[k]), s.gold, s.found, s.both] for k, s in scores.items()}
        with HISTORY.open("a", encoding="utf-8") as handle:
            handle.write(json.dumps(row, ensure_ascii=False) + "\n")
        write(annotated.ROOT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
