"""Fill the ``source`` and ``example`` cells of the entity sources out of real text: ``python lexicon/attest.py TEXT_FOLDER``.

For each row with an empty ``source`` the forms are counted in every corpus of the folder (``NAME.txt.xz``, one text a line).
``source`` becomes the corpus that has most of them and the count there (``saudinewsnet:412``), ``example`` two to six words
around one of them; a row that no corpus has becomes ``hand``, with its own first form as the example.
"""

from __future__ import annotations

import argparse
import csv
import lzma
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from builders import _demonyms, _notation  # noqa: E402

from arnews.text.fold import fold  # noqa: E402
from arnews.text.normalize import normalize  # noqa: E402
from arnews.text.words import cuts, split_words  # noqa: E402

SOURCES = HERE / "sources" / "entities"
Key = tuple[str, ...]


def key(form: str) -> Key:
    """The folded words of a form."""
    return tuple(w.key for w in split_words(normalize(form).text))


def row_forms(row: dict[str, str]) -> list[str]:
    """The forms whose occurrences attest a row, whichever column its table keeps them in."""
    if "adjective" in row:
        return [f.form for f in _demonyms.all_forms(row["adjective"], row["broken"], only_plural=row["use"] == "plural")]
    return [f.text for f in _notation.forms(row.get("forms") or row["form"])]


class Counter:
    """Counts word sequences in texts and keeps one place of each."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.counts = {k: 0 for k in keys if k}
        self.seen: dict[Key, list[str]] = {}
        self._by_first: dict[str, list[Key]] = {}
        for k in self.counts:
            self._by_first.setdefault(k[0], []).append(k)

    def read(self, words: list[str]) -> None:
        """Count in one text, given as its printed words."""
        keys = [fold(w) for w in words]
        for i, k in enumerate(keys):
            for first in (k, *(rest for _, rest in cuts(k) if rest in self._by_first)):
                for candidate in self._by_first.get(first, ()):
                    n = len(candidate)
                    if n == 1 or tuple(keys[i + 1 : i + n]) == candidate[1:]:
                        self.counts[candidate] += 1
                        if candidate not in self.seen and n <= 6:
                            self.seen[candidate] = words[max(0, i - 1) : i + max(n + 1, 2)][:6]


def texts(path: Path) -> Iterator[list[str]]:
    """The texts of a corpus, each as its printed words."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield [w.text for w in split_words(normalize(line).text)]


def attest(rows: list[dict[str, str]], corpora: dict[str, Iterable[list[str]]]) -> None:
    """Fill the empty ``source`` and ``example`` cells of ``rows`` in place."""
    empty = [(row, [key(f) for f in row_forms(row)]) for row in rows if not row["source"]]
    best: list[tuple[int, str, str]] = [(0, "hand", "")] * len(empty)
    for name, corpus in corpora.items():
        counter = Counter({k for _, keys in empty for k in keys})
        for words in corpus:
            counter.read(words)
        for n, (_, keys) in enumerate(empty):
            found = {k: counter.counts.get(k, 0) for k in keys}
            total = sum(found.values())
            if total > best[n][0]:
                top = max(found, key=lambda k: (len(k) > 1 and found[k] > 2, found[k]))
                best[n] = (total, f"{name}:{total}", " ".join(counter.seen.get(top, top)))
    for (row, _), (_, source, example) in zip(empty, best, strict=True):
        row["source"] = source
        row["example"] = row["example"] or example or row_forms(row)[0]


def main() -> None:
    """Attest all sources."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    corpora = {p.name.removesuffix(".txt.xz"): p for p in sorted(parser.parse_args().folder.glob("*.txt.xz"))}
    for path in sorted(SOURCES.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            rows, columns = list(reader), list(reader.fieldnames or ())
        if "example" in columns and any(not r["source"] for r in rows):
            attest(rows, {name: texts(p) for name, p in corpora.items()})
            write(path, columns, rows)


def write(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    """Write a source table."""
    path.write_text("".join("\t".join(line) + "\n" for line in (columns, *([r[c] for c in columns] for r in rows))), encoding="utf-8")


if __name__ == "__main__":
    main()
