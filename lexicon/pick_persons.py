"""Pick the persons of arabic-name-romanizer (names from Wikidata, CC0) that news is about: ``python lexicon/pick_persons.py DATA_FOLDER``.

A full name of the package is taken when the corpora have it often, its last word is no mere given name (``محمد علي`` is
anybody), and its Latin spelling is a spelling of those Arabic letters (the package also pairs different persons of one family).
Writes ``sources/entities/persons_wikidata.tsv``: the printed spelling, the count and a phrase from the text.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import arabic_name_romanizer

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from attest import SOURCES, texts, write  # noqa: E402
from builders import _notation, read  # noqa: E402

from arnews.entities.romanize import romanize  # noqa: E402
from arnews.text.fold import fold  # noqa: E402
from arnews.text.words import cuts  # noqa: E402

AT_LEAST = {"saudinewsnet": 5, "aljazeera_hespress_2022": 4, "ant_jawhara": 4, "arwiki_2017_sample": 9}
_OPENERS = {"عبد", "بن", "ابو", "ابن", "ام", "ال", "ولد", "بنت"}
_SKELETON = str.maketrans({"v": "f", "c": "k", "q": "k", "z": "s", "p": "b", "d": "t", "j": "g"})
_DIGRAPHS = (("ch", "s"), ("sh", "s"), ("kh", "k"), ("gh", "g"), ("th", "t"))
_CLOSE = 0.34
_COMMON_SURNAME = 25
Row = tuple[str, str, int]
Seen = dict[str, dict[str, tuple[int, str, str]]]  # name, corpus: count, printed spelling, phrase


def package() -> tuple[dict[str, list[Row]], dict[str, Counter[str]]]:
    """Full names by folded Arabic: (Latin, country, count); and how often each word is a given name or a surname."""
    path = Path(arabic_name_romanizer.__file__).parent / "resources" / "names.sqlite3"
    names: dict[str, list[Row]] = defaultdict(list)
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
        query = "select arabic_key, latin, country, count from full_names where source = 'wikidata'"
        for arabic, latin, country, count in base.execute(query):
            names[fold(arabic)].append((latin, country, count))
        for arabic, role, count in base.execute("select arabic_key, role, count from units"):
            roles[fold(arabic)][role] += count
    return {a: r for a, r in names.items() if _whole(a, roles)}, roles


def _whole(arabic: str, roles: dict[str, Counter[str]]) -> bool:
    words = arabic.split()
    if words[0] in _OPENERS - {"عبد", "ابو"} or len(words) - sum(w in _OPENERS for w in words) < 2 or len(words) > 5:
        return False
    last = words[-1]
    return words[-2] not in ("عبد",) and (last.startswith("ال") or roles[last]["surname"] > 2 * roles[last]["given"])


def skeleton(latin: str) -> str:
    """The consonants of a Latin name, alike ones as one letter, doubles single."""
    out = ""
    plain = _notation.slug(latin)
    for two, one in _DIGRAPHS:
        plain = plain.replace(two, one)
    for c in plain.translate(_SKELETON):
        if c not in "aeiouywh-" and not out.endswith(c):
            out += c
    return out


def distance(a: str, b: str) -> float:
    """Edit distance as a share of the longer one."""
    line = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, line[0] = line[0], i
        for j, y in enumerate(b, 1):
            before, line[j] = line[j], min(line[j] + 1, line[j - 1] + 1, before + (x != y))
    return line[-1] / max(len(a), len(b), 1)


def count(names: Iterable[str], corpora: dict[str, Iterable[list[str]]]) -> Seen:
    """For each name and corpus: the count, the usual printed spelling, a phrase."""
    wanted = set(names)
    firsts = {n.split()[0] for n in wanted}
    seen: Seen = defaultdict(dict)
    for corpus, lines in corpora.items():
        spelt: dict[str, Counter[str]] = defaultdict(Counter)
        phrase: dict[str, str] = {}
        for words in lines:
            keys = [fold(w) for w in words]
            for i, k in enumerate(keys):
                for cut, first in ((0, k), *cuts(k)):
                    if first in firsts:
                        name = first
                        for j in range(i + 1, min(i + 5, len(keys))):
                            name += " " + keys[j]
                            if name in wanted:
                                spelt[name][" ".join([words[i][cut:], *words[i + 1 : j + 1]])] += 1
                                phrase.setdefault(name, " ".join(words[max(0, i - 1) : j + 2]))
        for name, found in spelt.items():
            seen[name][corpus] = (sum(found.values()), max(found, key=lambda f: (found[f], f)), phrase[name])
    return seen


def pick(names: dict[str, list[Row]], roles: dict[str, Counter[str]], seen: Seen, known: set[str]) -> list[dict[str, str]]:
    """The rows, sorted by name. The country of a name that many may bear (``محمد المصري``) stays open."""
    rows = []
    for name, by_corpus in sorted(seen.items()):
        often = {c: f for c, f in by_corpus.items() if f[0] >= AT_LEAST.get(c, 5)}
        if not often or name in known:
            continue
        corpus, (total, spelling, phrase) = max(often.items(), key=lambda f: (f[1][0], f[0]))
        ours = skeleton(romanize(spelling))
        latin, _, _ = min(names[name], key=lambda r: (distance(ours, skeleton(r[0])), -r[2], r[0]))
        if distance(ours, skeleton(latin)) > _CLOSE or len(latin.split()) < 2:
            continue
        countries = {r[1] for r in names[name]}
        anybody = roles[name.split()[-1]]["surname"] > _COMMON_SURNAME
        country = countries.pop() if len(countries) == 1 and not anybody else ""
        source = f"arabic-name-romanizer {corpus}:{total}"
        rows.append({"latin": latin, "country": country, "forms": spelling, "wikidata": "", "source": source, "example": phrase})
    return rows


def known_forms() -> set[str]:
    """The folded forms of the persons written by hand."""
    return {fold(f.text) for row in read(SOURCES / "persons.tsv") for f in _notation.forms(row["forms"])}


def main() -> None:
    """Count, pick and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder / "text"
    corpora: dict[str, Iterable[list[str]]] = {p.name.removesuffix(".txt.xz"): texts(p) for p in sorted(folder.glob("*.txt.xz"))}
    names, roles = package()
    rows = pick(names, roles, count(names, corpora), known_forms())
    write(SOURCES / "persons_wikidata.tsv", ["latin", "country", "forms", "wikidata", "source", "example"], rows)
    print(len(rows), "persons")


if __name__ == "__main__":
    main()
