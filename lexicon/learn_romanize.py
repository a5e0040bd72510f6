"""Learn the romanisation of name words: ``python lexicon/learn_romanize.py DATA_FOLDER [--check]``.

Reads ``names/wd_arabic_80.txt`` and ``names/google_ar2en.txt`` (Arabic name words with their Latin spelling) and writes two
compact sources, each with the SHA-256 of its origins in the header: ``romanize_dictionary.tsv`` (the usual spelling of the words
that occur often) and ``romanize_ngrams.tsv`` (a joint n-gram model over aligned letter pieces). ``names/wd_arabic_20.txt`` is
read to leave out every pair that the test split holds, and for nothing else. ``--check`` compares the hashes and writes nothing.

Alignment: expectation maximisation over all ways to cut a pair into pieces of one Arabic letter (or one of a few digraphs)
with up to three Latin letters. The model: a Witten-Bell n-gram over the best cutting of each pair.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE / "sources" / "entities"
ORIGINS = ("names/wd_arabic_80.txt", "names/google_ar2en.txt")
TEST = "names/wd_arabic_20.txt"

_DIGRAPHS = {"تش", "دج", "كس", "اي", "او", "يو", "وو", "يي", "نغ", "نج"}
_MAX_LATIN = 3
_ORDER = 5
_ROUNDS = 5
_SAMPLE = 5  # the alignment is learned on every fifth pair: thousands of words settle what letter stands for what
_KEEP = (0, 1, 1, 2, 2, 3)  # an n-gram of this length is kept when seen so often
_MAX_PIECES = 24  # Latin pieces kept for one Arabic piece
Pair = tuple[str, str]
History = tuple[int, ...]


def load(folder: Path) -> dict[Pair, int]:
    """The pairs to learn from with their counts, without any that the test split has."""
    test = set(_wikidata(folder / TEST))
    pairs: Counter[Pair] = Counter(_wikidata(folder / ORIGINS[0]))
    for line in (folder / ORIGINS[1]).read_text(encoding="utf-8").splitlines():
        arabic, latin = line.split("\t")
        pairs[arabic, latin.strip()] += 1
    learned: Counter[Pair] = Counter()
    for (arabic, latin), n in pairs.items():
        if (arabic, latin) not in test:
            learned[arabic, _plain(latin)] += n
    return {p: n for p, n in learned.items() if p not in test and _clean(p)}


def _plain(latin: str) -> str:
    """Without the accents that English drops: ``kösen`` is ``kosen``."""
    return "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))


def _wikidata(path: Path) -> dict[Pair, int]:
    out: dict[Pair, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, arabic, count = line.split("\t")
        out[arabic.replace(" ", ""), latin] = int(count)
    return out


def _clean(pair: Pair) -> bool:
    arabic, latin = pair
    return len(arabic) > 1 and 1 < len(latin) <= 3 * len(arabic) + 1 and all("\u0621" <= c <= "\u064a" for c in arabic)


def _edges(arabic: str, latin: str) -> list[tuple[int, int, int, int]]:
    n, m = len(arabic), len(latin)
    edges = []
    for i in range(n):
        for width in (1, 2):
            if i + width > n or (width == 2 and arabic[i : i + 2] not in _DIGRAPHS):
                continue
            for j in range(m + 1):
                for k in range(width - 1, _MAX_LATIN + 1):
                    if j + k <= m:
                        edges.append((i, j, i + width, j + k))
    return edges


def expectation(pairs: dict[Pair, int], weights: dict[Pair, float]) -> dict[Pair, float]:
    """One round: expected counts of the pieces, turned into probabilities."""
    counts: dict[Pair, float] = defaultdict(float)
    for (arabic, latin), seen in pairs.items():
        n, m = len(arabic), len(latin)
        edges = [(i, j, i2, j2, weights.get((arabic[i:i2], latin[j:j2]), 1e-7)) for i, j, i2, j2 in _edges(arabic, latin)]
        forward = defaultdict(float, {(0, 0): 1.0})
        for i, j, i2, j2, w in edges:
            if (i, j) in forward:
                forward[i2, j2] += forward[i, j] * w
        total = forward.get((n, m), 0.0)
        if total <= 0:
            continue
        backward = defaultdict(float, {(n, m): 1.0})
        for i, j, i2, j2, w in reversed(edges):
            if (i2, j2) in backward:
                backward[i, j] += backward[i2, j2] * w
        scale = (1 + math.log(seen)) / total
        for i, j, i2, j2, w in edges:
            if (i, j) in forward and (i2, j2) in backward:
                counts[arabic[i:i2], latin[j:j2]] += forward[i, j] * w * backward[i2, j2] * scale
    whole = sum(counts.values())
    return {p: c / whole for p, c in counts.items() if c > 0.05}


def best_cut(pair: Pair, weights: dict[Pair, float]) -> list[Pair] | None:
    """The likeliest cutting of a pair into pieces."""
    arabic, latin = pair
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {(0, 0): (0.0, None)}
    for i, j, i2, j2 in _edges(arabic, latin):
        w = weights.get((arabic[i:i2], latin[j:j2]))
        if w is None or (i, j) not in best:
            continue
        score = best[i, j][0] + math.log(w)
        if (i2, j2) not in best or score > best[i2, j2][0]:
            best[i2, j2] = (score, (i, j))
    at: tuple[int, int] | None = (len(arabic), len(latin))
    if at not in best:
        return None
    pieces: list[Pair] = []
    while at is not None and at != (0, 0):
        before = best[at][1]
        assert before is not None
        pieces.append((arabic[before[0] : at[0]], latin[before[1] : at[1]]))
        at = before
    return pieces[::-1]


def ngrams(cuts: list[tuple[list[Pair], float]], allowed: set[Pair]) -> tuple[list[Pair], dict[History, tuple[float, dict[int, float]]]]:
    """Witten-Bell n-grams over the cuttings: history to (log of its backoff weight, logs of what follows)."""
    names = [("", ""), *sorted(allowed)]  # 0 is the edge of the word
    ids = {p: n for n, p in enumerate(names)}
    seen: dict[tuple[int, ...], dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for pieces, weight in cuts:
        line = [0, *(ids[p] for p in pieces), 0]
        for at in range(1, len(line)):
            for n in range(min(at, _ORDER - 1) + 1):
                seen[tuple(line[at - n : at])][line[at]] += weight
    prob: dict[tuple[int, ...], dict[int, float]] = {}
    backoff: dict[tuple[int, ...], float] = {}
    for history in sorted(seen, key=lambda h: (len(h), h)):
        follow = {w: c for w, c in seen[history].items() if c >= _KEEP[len(history) + 1] or len(history) == 0}
        if not follow:
            continue
        total, kinds = sum(seen[history].values()), len(seen[history])
        lam = total / (total + kinds)
        prob[history] = {w: lam * c / total + (1 - lam) * _lower(history[1:], w, prob, backoff, len(names)) for w, c in follow.items()}
        kept = sum(prob[history].values())
        below = sum(_lower(history[1:], w, prob, backoff, len(names)) for w in follow) if history else 0.0
        backoff[history] = max(1e-4, (1 - kept)) / max(1e-4, 1 - below)
    return names, {h: (math.log(backoff[h]), {w: math.log(p) for w, p in f.items()}) for h, f in prob.items()}


def _lower(history: History, word: int, prob: dict[History, dict[int, float]], backoff: dict[History, float], size: int) -> float:
    weight = 1.0
    while True:
        found = prob.get(history, {}).get(word)
        if found is not None:
            return weight * found
        if not history:
            return weight / size
        weight *= backoff.get(history, 1.0)
        history = history[1:]


def learn(folder: Path) -> tuple[list[list[str]], list[list[str]]]:
    """Rows of the dictionary and of the n-gram table."""
    pairs = load(folder)
    sample = dict(list(pairs.items())[::_SAMPLE])
    weights: dict[Pair, float] = {}
    start = 1e-3
    for arabic, latin in sample:
        for i, j, i2, j2 in _edges(arabic, latin):
            weights[arabic[i:i2], latin[j:j2]] = start * 0.3 ** max(0, j2 - j - 1)
    for _ in range(_ROUNDS):
        weights = expectation(sample, weights)
    by_arabic: dict[str, list[tuple[float, Pair]]] = defaultdict(list)
    for piece, weight in weights.items():
        by_arabic[piece[0]].append((weight, piece))
    allowed = {p for found in by_arabic.values() for _, p in sorted(found, reverse=True)[:_MAX_PIECES]}
    weights = {p: w for p, w in weights.items() if p in allowed}
    cuts = [(cut, 1 + math.log(n)) for p, n in pairs.items() if (cut := best_cut(p, weights))]
    names, table = ngrams(cuts, allowed)
    rows = [["piece", str(n), f"{a}={b}"] for n, (a, b) in enumerate(names)]
    for history in sorted(table, key=lambda h: (len(h), h)):
        weight, follow = table[history]
        cells = " ".join(f"{w}:{round(-100 * p)}" for w, p in sorted(follow.items()))
        rows.append([" ".join(map(str, history)), str(round(-100 * weight)), cells])
    return dictionary(pairs), rows


def dictionary(pairs: dict[Pair, int]) -> list[list[str]]:
    """The usual Latin spelling of each Arabic word that is frequent and mostly spelt one way."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for (arabic, latin), n in pairs.items():
        spellings[arabic][latin] += n
    rows = []
    for arabic, found in sorted(spellings.items()):
        latin, n = max(found.items(), key=lambda f: (f[1], f[0]))
        if n >= 2 and n * 3 >= sum(found.values()):
            rows.append([arabic, latin, str(n)])
    return rows


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def origins(folder: Path) -> list[str]:
    """Header lines that name the origins and their hashes."""
    return [f"#origin {name} sha256 {digest(folder / name)}" for name in ORIGINS]


def main() -> int:
    """Learn and write, or check the hashes of the origins."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    header = origins(args.folder)
    targets = [OUT / "romanize_dictionary.tsv", OUT / "romanize_ngrams.tsv"]
    if args.check:
        stale = [t.name for t in targets if t.read_text(encoding="utf-8").splitlines()[: len(header)] != header]
        print("made from other files:" if stale else "origins are the same", *stale)
        return 1 if stale else 0
    tables = learn(args.folder)
    for path, columns, rows in zip(targets, (("form", "latin", "count"), ("history", "backoff", "follows")), tables, strict=True):
        path.write_text("\n".join([*header, "\t".join(columns), *("\t".join(r) for r in rows)]) + "\n", encoding="utf-8")
        print(path.name, len(rows), "rows", path.stat().st_size, "bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
