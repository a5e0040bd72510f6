"""Reads the training corpora into one shape: whole words and marks with PERSON, LOC and ORG in BIO."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

Sentence = tuple[list[str], list[str]]

# The same cut as arnews.text.words: runs of Arabic letters, numbers, Latin words, single marks.
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
WORD = re.compile(
    rf"\d+(?:[.,:/]\d+)*|[\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5][\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5{_MARKS}]*"
    r"|[^\W\d_\u0600-\u06ff]+(?:['’.\-][^\W\d_\u0600-\u06ff]+)*|\.{2,}|…|\S"
)
# Every corpus names its types its own way; what is not here (nationalities, products, dates, events) is no name for this model.
TYPES = {
    "PER": "PERSON",
    "PERS": "PERSON",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "ORG": "ORG",
}
_MARK = re.compile(r"^[^\w]+$")


def read_conll(path: Path) -> list[Sentence]:
    """Sentences of a two-column file, types mapped, tokens cut as the library cuts them."""
    out: list[Sentence] = []
    for block in re.split(r"\n[ \t]*\n", path.read_text(encoding="utf-8")):
        rows = [line.rstrip("\n").split("\t") for line in block.split("\n") if line.strip()]
        rows = [r for r in rows if len(r) >= 2 and r[0].strip()]
        if rows:
            out.append(([r[0].strip() for r in rows], [r[-1].strip() for r in rows]))
    return out


def mapped(sentence: Sentence, types: dict[str, str] = TYPES) -> Sentence:
    """Map the types and cut tokens such as ``(د`` and ``أ)``, keeping marks out of the ends of names."""
    words: list[str] = []
    tags: list[str] = []
    for token, tag in zip(*sentence, strict=True):
        position, _, name = tag.partition("-")
        kind = types.get(name.upper())
        for i, piece in enumerate(WORD.findall(token)):
            words.append(piece)
            tags.append("O" if kind is None else f"{'B' if position == 'B' and i == 0 else 'I'}-{kind}")
    return words, tidy(words, tags)


def tidy(words: list[str], tags: list[str]) -> list[str]:
    """BIO made valid: no I after another type, no mark at either end of a name."""
    out = ["O"] * len(tags)
    for first, last, kind in spans(tags):
        inside = [i for i in range(first, last) if not _MARK.match(words[i])]
        if inside:
            out[inside[0]] = f"B-{kind}"
            for i in range(inside[0] + 1, inside[-1] + 1):
                out[i] = f"I-{kind}"
    return out


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Names as ``(first, last, type)``; a stray I opens a name."""
    out: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        position, _, name = tag.partition("-")
        if kind and (position != "I" or name != kind):
            out.append((start, i, kind))
            kind = ""
        if name and not kind:
            start, kind = i, name
    return out


_PROCLITICS = frozenset("وفبلك")
_ENCLITICS = frozenset(("ها", "هم", "هما", "هن", "نا", "ه"))


def rejoin(sentence: Sentence) -> Sentence:
    """Join proclitics and pronouns that WikiFANE writes as words of their own: و ب الشارقة, عاصمة ها."""
    words: list[str] = []
    tags: list[str] = []
    open_proclitic = False
    for word, tag in zip(*sentence, strict=True):
        if open_proclitic:
            head = words[-1]
            words[-1] = head + word[1:] if head[-1] == "ل" and word.startswith("ال") else head + word
            tags[-1] = tag
        elif word in _ENCLITICS and words and tag == "O" and tags[-1] == "O" and words[-1][-1:].isalpha() and len(words[-1]) > 1:
            words[-1] = (words[-1][:-1] + "ت" if words[-1].endswith("ة") else words[-1]) + word
            continue
        else:
            words.append(word)
            tags.append(tag)
        open_proclitic = word in _PROCLITICS and tag == "O"
    return words, tags


@dataclass(frozen=True)
class Split:
    """Sentences of one corpus: to train on, to tune on, and never seen."""

    train: list[Sentence]
    tune: list[Sentence]
    held_out: list[Sentence]


def contiguous(sentences: list[Sentence], held_out: list[list[float]], tune: list[list[float]], guard: int) -> Split:
    """Cut blocks of neighbouring sentences out, with ``guard`` sentences dropped on either side: documents run on."""
    n = len(sentences)
    owner = ["train"] * n
    for name, blocks in (("tune", tune), ("held_out", held_out)):
        for low, high in blocks:
            a, b = int(low * n), int(high * n)
            for i in range(max(0, a - guard), min(n, b + guard)):
                inside = a <= i < b
                owner[i] = name if inside else ("dropped" if owner[i] == "train" else owner[i])
    pick = lambda name: [s for s, o in zip(sentences, owner, strict=True) if o == name]
    return Split(pick("train"), pick("tune"), pick("held_out"))


def shingles(sentences: list[Sentence], size: int = 6) -> set[tuple[str, ...]]:
    """Runs of words, by which the same text is recognised in another corpus."""
    return {tuple(w[i : i + size]) for w, _ in sentences for i in range(len(w) - size + 1)}


def without(sentences: list[Sentence], seen: set[tuple[str, ...]], size: int = 6) -> list[Sentence]:
    """Sentences that share no run of words with the held-out text."""
    return [s for s in sentences if not any(tuple(s[0][i : i + size]) in seen for i in range(max(1, len(s[0]) - size + 1)))]


def load(data: Path, config: dict) -> dict[str, Split | list[Sentence]]:
    """All corpora: ``news`` as a :class:`Split`, the others as lists, freed of anything held out."""
    ner = data / "ner"
    news = contiguous(
        [mapped(s) for s in read_conll(ner / "cleananercorp" / "train.conll")],
        config["held_out"],
        config["tune"],
        config["guard"],
    )
    kept_apart = shingles(news.held_out) | shingles(news.tune)
    wiki = lambda part: [mapped(rejoin(s)) for s in read_conll(ner / "wikifane_gold_coarse" / f"{part}.conll")]
    aqmar = lambda part: [mapped(s) for s in read_conll(ner / "aqmar_topcoder_split" / f"{part}.conll")]
    return {
        "news": Split(without(news.train, shingles(news.held_out)), news.tune, news.held_out),
        "wikifane": without(wiki("train"), kept_apart),
        "wikifane_dev": wiki("dev"),
        "aqmar": without(aqmar("train"), kept_apart),
        "aqmar_dev": aqmar("dev"),
        "wojood": without([mapped(s) for s in read_conll(ner / "wojood_sample" / "train.conll")], kept_apart),
    }
