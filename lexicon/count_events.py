"""How many events of casualties have a word: ``python lexicon/count_events.py ANALYSES.jsonl[.gz] ... > sources/events/words.tsv``.

Each file is one collection of news, as ``arnews batch`` writes it. Counted are the stems of headlines and of the sentences of
claims about people, once an event (where a third of its articles have them), so that the one bombing of which everybody writes
does not make its words common. The share of a word is the highest of its shares in the collections, since each has its own manner
(``باشرت``, Saudi civil defence). Only words and shares are written, no text.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from arnews.events.extract import TOLL
from arnews.events.lexicon import stem
from arnews.events.tracker import Tracker
from arnews.records import Analysis
from arnews.text.normalize import normalize
from arnews.text.words import split_words

# Below this every word is as telling as a name.
LEAST = 0.004
_PART = 3


def words(analysis: Analysis) -> set[str]:
    """The stems of the headline and of the sentences that count people; none where nobody is counted."""
    claims = [c for c in analysis.claims if c.kind in TOLL]
    spans = {c.sentence.start: c.sentence.text for c in claims}
    if claims and analysis.article.title:
        spans[analysis.article.title.start] = analysis.article.title.text
    return {stem(w.key) for text in spans.values() for w in split_words(normalize(text).text) if w.kind == "arabic"}


def shares(path: Path) -> dict[str, float]:
    """The share of events in one file that have each word."""
    tracker, said = Tracker(), {}
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["analysis"] and (found := words(analysis := Analysis.model_validate(row["analysis"]))):
                said[row["id"]] = found
                tracker.add([(row["id"], analysis)])
    counts: Counter[str] = Counter()
    events = 0
    for event in tracker.events():
        articles = {m.article for m in event.articles}
        held = Counter(word for article in articles for word in said[article])
        counts.update(word for word, n in held.items() if n * _PART >= len(articles))
        events += 1
    return {word: n / max(events, 1) for word, n in counts.items()}


def main() -> None:
    """Print the table."""
    several = [shares(Path(name)) for name in sys.argv[1:]]
    found = {word: max(s.get(word, 0.0) for s in several) for s in several for word in s}
    print("# Shares of events with casualties that have a stem, in thousandths, by lexicon/count_events.py; rarer ones are left out.")
    print("word\tshare\tsource\texample")
    for word, share in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        if share >= LEAST and len(word) > 1:
            print(f"{word}\t{share * 1000:.1f}\tcounted\t{word}")


if __name__ == "__main__":
    main()
