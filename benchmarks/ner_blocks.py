"""Names on newswire that the model never saw: ``python benchmarks/ner_blocks.py DATA_DIR [--part held_out] [--show]``.

Scores the shipped model alone, the rules and lexicon alone, and the whole pipeline on the tuning and held-out blocks of
CleanANERcorp (``training/config.toml``). Span micro-F1 over PERSON, LOC and ORG, exact span and type.

Treatment: the model alone reads the corpus's own sentences, without the marks of the rules. For the pipeline ten neighbouring
sentences, about an article's length, are put together as running text, a sentence a line, closing marks joined to the word
before. Its mentions are widened to whole words, since the corpus leaves proclitics on (``بالقاهرة``); its NORP and MISC are left
out, as they are from the corpus. In the second line bodies that are a common noun with a nationality (``الجيش الإسرائيلي``) are
set aside: names by the conventions of the library, while the corpus marks their nationality alone, as MISC.
``--show`` prints every error, for the tuning blocks only: the held-out blocks are for one measure of what ships.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

TRAINING = Path(__file__).resolve().parent.parent / "training"
sys.path.insert(0, str(TRAINING))
import marks  # noqa: E402

import corpora  # noqa: E402
from arnews.pipeline import Pipeline  # noqa: E402
from arnews.recognizers import shipped  # noqa: E402
from arnews.recognizers.base import Recognizer  # noqa: E402

TYPES = ("PERSON", "LOC", "ORG")
TOGETHER = 10
Span = tuple[int, int, str]


def joined(sentences: list[corpora.Sentence]) -> tuple[str, list[tuple[int, int]], list[Span]]:
    """Running text, the characters of each word in it, and the names as ranges of words."""
    text, places = marks.running_text([words for words, _ in sentences])
    names: list[Span] = []
    at = 0
    for words, tags in sentences:
        names += [(at + a, at + b, kind) for a, b, kind in corpora.spans(tags)]
        at += len(words)
    return text, places, names


def national(found: set[Span], gold: set[Span], other: set[int]) -> set[Span]:
    """Bodies that end in a word of the corpus's MISC, begin before it, and share no word with a name of the corpus."""
    named = {k for a, b, _ in gold for k in range(a, b)}
    return {s for s in found if s[2] == "ORG" and s[1] - 1 in other and s[0] not in other and not named.intersection(range(s[0], s[1]))}


def by_pipeline(pipeline: Pipeline, text: str, places: list[tuple[int, int]]) -> list[Span]:
    """The pipeline's mentions as ranges of whole words."""
    owner = {c: i for i, (a, b) in enumerate(places) for c in range(a, b)}
    return [
        (owner[m.start], owner[m.end - 1] + 1, e.type)
        for e in pipeline.analyze(text).entities
        if e.type in TYPES
        for m in e.mentions
        if m.start in owner and m.end - 1 in owner
    ]


def by_model(recognizer: Recognizer, sentences: list[corpora.Sentence]) -> list[Span]:
    """The model's names, counted over the words of all sentences."""
    out: list[Span] = []
    at = 0
    for (words, _), found in zip(sentences, recognizer.recognize([w for w, _ in sentences]), strict=True):
        out += [(at + p.first, at + p.last, p.type) for p in found]
        at += len(words)
    return out


def line(label: str, found: Iterable[Span], gold: Iterable[Span]) -> str:
    """Precision, recall and F1 in percent over all types, then F1 by type."""
    found, gold = set(found), set(gold)
    counts = {k: [sum(k in ("all", s[-1]) for s in part) for part in (found, gold, found & gold)] for k in ("all", *TYPES)}
    score = {k: [100 * hit / max(1, n), 100 * hit / max(1, m), 200 * hit / max(1, n + m)] for k, (n, m, hit) in counts.items()}
    kinds = "  ".join(f"{k} {score[k][2]:.1f}" for k in TYPES)
    return f"{label:9s} P {score['all'][0]:.1f} R {score['all'][1]:.1f} F1 {score['all'][2]:.1f}   {kinds}"


def cause(span: Span, others: set[Span]) -> str:
    """How a span of one side differs from the other side's."""
    over = [o for o in others if o[0] < span[1] and span[0] < o[1]]
    if any(o[:2] == span[:2] for o in over):
        return "type"
    if any(o[2] == span[2] for o in over):
        return "boundary"
    return "type and boundary" if over else "alone"


def show(words: list[str], found: set[Span], gold: set[Span]) -> None:
    for span in sorted(found ^ gold):
        mine = span in found
        near = " ".join([*words[max(0, span[0] - 4) : span[0]], "[", *words[span[0] : span[1]], "]", *words[span[1] : span[1] + 3]])
        print("   ", "+" if mine else "-", cause(span, gold if mine else found), span[2], "|", near)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", choices=("tune", "held_out"), help="one part alone")
    parser.add_argument("--model", type=Path, help="a folder with another model")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    config = tomllib.loads((TRAINING / "config.toml").read_text(encoding="utf-8"))
    split = config["split"]
    tagged = corpora.read_conll(options.data / "ner" / "cleananercorp" / "train.conll")
    types = corpora.TYPES | {"MISC": "MISC"}
    news = corpora.contiguous([corpora.mapped(s, types) for s in tagged], split["held_out"], split["tune"], split["guard"])
    recognizer = shipped.read(options.model) if options.model else shipped.load()
    pipelines = {"rules": Pipeline(recognizer=None), "pipeline": Pipeline(recognizer=recognizer)}
    for part in [options.part] if options.part else ["tune", "held_out"]:
        sentences: list[corpora.Sentence] = getattr(news, part)
        words = [w for text, _ in sentences for w in text]
        gold: set[Span] = set()
        other: set[int] = set()
        found: dict[str, set[Span]] = {"model": set(by_model(recognizer, sentences))} | {k: set() for k in pipelines}
        at = 0
        for first in range(0, len(sentences), TOGETHER):
            text, places, names = joined(sentences[first : first + TOGETHER])
            gold |= {(at + a, at + b, kind) for a, b, kind in names if kind in TYPES}
            other |= {at + k for a, b, kind in names if kind not in TYPES for k in range(a, b)}
            for k, pipeline in pipelines.items():
                found[k] |= {(at + a, at + b, kind) for a, b, kind in by_pipeline(pipeline, text, places)}
            at += len(places)
        print(f"{part}: {len(sentences)} sentences, {len(gold)} names")
        for k, spans in found.items():
            print(" ", line(k, spans, gold))
            if k == "pipeline":
                print(" ", line("  aside", spans - national(spans, gold, other), gold))
                causes = Counter(
                    ("spurious " if s in spans else "missed ") + s[2] + " " + cause(s, gold if s in spans else spans) for s in spans ^ gold
                )
                print("   ", "; ".join(f"{k} {n}" for k, n in sorted(causes.items())))
        if options.show and part == "tune":
            show(words, found["pipeline"], gold)


if __name__ == "__main__":
    main()
