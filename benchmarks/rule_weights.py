"""How often each rule of claims decides a field in real news: ``python benchmarks/rule_weights.py ARTICLES.txt[.xz] [--articles 2000]``.

ARTICLES holds articles apart by blank lines; those of 240 to 340 words are read, evenly spread, by rules and lexicon alone. A rule that
decides nothing in thousands of articles is an idiom that news seldom has, or fitted to its example: read it before you keep it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from comparison.articles import chosen

from arnews import Pipeline
from arnews.claims.rows import rules
from arnews.claims.units import FIELDS


def weights(texts: list[str]) -> Counter[tuple[str, str]]:
    """How many fields each row gave, by its field and name; zeros are there too."""
    pipeline = Pipeline(recognizer=None)
    reasons = (e for t in texts for d in pipeline.find(t).claims.drafts for e in d.evidence)
    told = Counter((e.field, e.rule) for e in reasons)
    return Counter({(field, rule.name): told[field, rule.name] for field in FIELDS for rule in rules(field)})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    args = parser.parse_args()
    texts = chosen(args.file, args.articles)
    found = weights(texts)
    for field in FIELDS:
        print(f"{field}: " + ", ".join(f"{name} {n}" for (of, name), n in found.most_common() if of == field))
    print(f"{len(texts)} articles: {sum(not n for n in found.values())} of {len(found)} rules decided nothing")


if __name__ == "__main__":
    main()
