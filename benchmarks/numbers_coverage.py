"""How many digit groups and number words of real news end up in a Number or are excluded by a named rule.

    python benchmarks/numbers_coverage.py FOLDER [--paragraphs 2000] [--seed 1] [--show 200]

FOLDER holds news as ``*.txt.xz``, one article after another, paragraphs on lines. ``--show N`` prints N numbers, exclusions and
misses at random with their context, to be checked by hand. No text is kept.
"""

from __future__ import annotations

import argparse
import collections
import lzma
import random
from pathlib import Path

from arnews.context import Context
from arnews.numbers.engine import exclusions, find, to_record
from arnews.numbers.lexicon import load
from arnews.text.document import read
from arnews.text.words import cuts

FILES = ("aljazeera_hespress_2022", "ant_jawhara", "saudinewsnet")


def paragraphs(folder: Path, count: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    lines: list[str] = []
    for name in FILES:
        with lzma.open(folder / f"{name}.txt.xz", "rt", encoding="utf-8") as file:
            text = file.read(30_000_000)
        lines += rng.sample([x for x in text.split("\n") if len(x.split()) >= 15], count // len(FILES) + 1)
    rng.shuffle(lines)
    return lines[:count]


def number_words() -> frozenset[str]:
    lexicon = load()
    sure = {k for k, a in lexicon.words.items() if a.kind not in "mMkgn"}
    return frozenset(sure | {k for k, o in lexicon.ordinals.items() if not o.compound} | {"احد", "احدي"})


def is_number_word(key: str, known: frozenset[str]) -> bool:
    return key in known or (key not in load().nouns and any(rest in known for _, rest in cuts(key) if key[0] in "وفبلك"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--paragraphs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    known, context = number_words(), Context()
    totals: collections.Counter[str] = collections.Counter()
    rules: collections.Counter[str] = collections.Counter()
    missed: collections.Counter[str] = collections.Counter()
    shown: list[str] = []
    for text in paragraphs(args.folder, args.paragraphs, args.seed):
        doc = read(text)
        found, out = find(doc, context), exclusions(doc, context)
        inside = {k for x in found for k in range(x.first, x.last)}
        inside |= {k for x in found for at in (x.previous_at, x.noun) if at for k in range(*at)}
        barred = {k: e.rule for e in out for k in range(e.first, e.last)}
        for i, w in enumerate(doc.words):
            kind = "digits" if w.kind == "number" else "words" if w.kind == "arabic" and is_number_word(w.key, known) else None
            if kind is None:
                continue
            state = "number" if i in inside else "excluded" if i in barred else "missed"
            totals[f"{kind} {state}"] += 1
            if state == "excluded":
                rules[barred[i]] += 1
            if state == "missed":
                missed[w.key] += 1
                shown.append(
                    "MISS  "
                    + " ".join(x.text for x in doc.words[max(0, i - 5) : i])
                    + f" [{w.text}] "
                    + " ".join(x.text for x in doc.words[i + 1 : i + 6])
                )
        for x in found:
            r = to_record(doc, x)
            q = r.quantity.model_dump(exclude_defaults=True)
            noun = " ".join(w.text for w in doc.words[slice(*x.noun)]) if x.noun else "-"
            around = (
                " ".join(w.text for w in doc.words[max(0, x.first - 5) : x.first]),
                " ".join(w.text for w in doc.words[x.last : x.last + 5]),
            )
            shown.append(f"FOUND {around[0]} [{r.text}] {around[1]}  => {q} {r.form} {r.unit} noun={noun} ({r.rule})")
        for e in out:
            left, mid, right = (
                " ".join(w.text for w in doc.words[a:b]) for a, b in ((max(0, e.first - 5), e.first), e[:2], (e.last, e.last + 5))
            )
            shown.append(f"OUT   {left} [{mid}] {right}  => {e.rule}")
    for kind in ("digits", "words"):
        all_of = sum(v for k, v in totals.items() if k.startswith(kind))
        parts = ", ".join(
            f"{s} {totals[f'{kind} {s}']} ({totals[f'{kind} {s}'] / max(1, all_of):.1%})" for s in ("number", "excluded", "missed")
        )
        print(f"{kind}: {all_of}: {parts}")
    print("excluded by:", dict(rules.most_common()))
    print("missed most:", dict(missed.most_common(40)))
    random.Random(args.seed).shuffle(shown)
    for line in shown[: args.show]:
        print(line)


if __name__ == "__main__":
    main()
