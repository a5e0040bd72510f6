"""Latin spelling of Arabic names as the English-language press would print them: ``حسين أنسي`` becomes ``Hussein Ansi``.

A word is looked up first (usual spellings, ``entity_romanize_words``); otherwise a joint n-gram model over aligned letter pieces
(``entity_romanize_ngrams``, learned from pairs of Arabic and Latin name words) finds the likeliest spelling. Particles follow
their own rules: ``بن`` is ``bin``, the article ``al-``, ``عبد`` joins what follows (``Abdulrahman``), ``الله`` what precedes.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from functools import lru_cache

from arnews.lexicon import rows
from arnews.text.fold import fold, strip_marks

_BEAM = 3
_EDGE = 0
_ORDER = 5
_OPTIONS = 8  # Latin spellings tried for one Arabic piece, the likeliest without regard to its neighbours
_UNSEEN = 1500
_LONGEST = 24  # letters; a longer "word" is no name, and is spelt letter by letter
_ARTICLE = "ال"
_LOWER = frozenset({"bin", "ibn", "bint", "al", "de", "da", "du", "la", "van", "von", "der", "den"})
_ROMAN = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi"})
_LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d",
    "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ى": "a", "ة": "a", "ء": "", "ئ": "i",
    "ؤ": "u", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g", "ژ": "zh",
}  # fmt: skip

# One scheme, the usual English one: what the pairs have of German, French and Italian spelling is left out (شريف is no Schrief).
_OTHER_SCHEMES = {"ش": ("c", "x", "sz", "sch"), "خ": ("ch", "j", "x", "c", "q"), "ج": ("dj", "dz", "c"), "ق": ("c", "g"), "ك": ("ch",)}


@dataclass(frozen=True, slots=True)
class _Model:
    """``words``: folded word to spelling; ``pieces``: Arabic piece to (id, Latin); ``follows``: history to costs; ``backoffs``."""

    words: dict[str, str]
    pieces: dict[str, list[tuple[int, str]]]
    follows: dict[tuple[int, ...], dict[int, int]]
    backoffs: dict[tuple[int, ...], int]


@lru_cache(maxsize=1)
def _model() -> _Model:
    pieces: dict[str, list[tuple[int, str]]] = {}
    follows: dict[tuple[int, ...], dict[int, int]] = {}
    backoffs: dict[tuple[int, ...], int] = {}
    for history, backoff, cells in rows("entity_romanize_ngrams"):
        if history == "piece":
            arabic, _, latin = cells.partition("=")
            if not _usual(arabic, latin):
                continue
            pieces.setdefault(arabic, []).append((int(backoff), latin))
            continue
        key = tuple(map(int, history.split()))
        backoffs[key] = int(backoff)
        follows[key] = {int(i): int(cost) for i, cost in (c.split(":") for c in cells.split(" "))}
    alone = follows[()]
    pieces = {arabic: heapq.nsmallest(_OPTIONS, found, key=lambda p: (alone.get(p[0], _UNSEEN), p)) for arabic, found in pieces.items()}
    return _Model({row[0]: row[1] for row in rows("entity_romanize_words")}, pieces, follows, backoffs)


def _usual(arabic: str, latin: str) -> bool:
    """Whether a spelling belongs to the scheme: ش is sh, and neither sch nor ch (but in ``تش``)."""
    return len(arabic) > 1 or not any(other in latin for other in _OTHER_SCHEMES.get(arabic, ()))


def romanize(name: str) -> str:
    """The name in Latin letters, words capitalised. Words that hold no Arabic letter stay as they are."""
    words = strip_marks(name).replace("-", " - ").split()
    out: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) else ""
        if fold(word) == "عبد" and after:
            out.append(_servant(after))
            at += 2
        elif fold(after) == "الله" and fold(word) not in ("ابو", "بن", "ايه"):
            out.append(_joined(_capital(_spell(word)), "allah"))
            at += 2
        else:
            out.append(_spell(word))
            at += 1
    return _written(out)


def naive(name: str) -> str:
    """The name by a letter table alone: what ``romanize`` is measured against."""
    return " ".join("".join(_LETTERS.get(c, c) for c in strip_marks(word)).capitalize() for word in name.split())


def _written(words: list[str]) -> str:
    shown = [w if w.partition("-")[0] in _LOWER and n else _capital(w) for n, w in enumerate(words)]
    return " ".join(shown).replace(" - ", "-")


def _capital(word: str) -> str:
    if word in _ROMAN:
        return word.upper()
    if word.startswith("al-"):
        return "Al-" + word[3:]
    return word[:1].upper() + word[1:]


def _servant(rest: str) -> str:
    key = fold(rest)
    if key == "الله":
        return "Abdullah"
    if key.startswith(_ARTICLE):
        return "Abdul" + _spell(rest[2:]).removeprefix("al-").lower()
    return "Abd" + _spell(rest).removeprefix("al-").lower()


def _joined(first: str, last: str) -> str:
    """``Nasr`` + ``allah``; a vowel before it gives way: ``Ata`` + ``allah`` is ``Atallah``."""
    return first.rstrip("aeiou") + last


@lru_cache(maxsize=16384)
def _spell(word: str) -> str:
    """One word, in lower case but for what the word list prints otherwise."""
    model = _model()
    key = fold(word)
    known = model.words.get(key)
    if known is not None:
        return known
    if not any("\u0621" <= c <= "\u06d3" for c in word):
        return word
    if key.startswith("عبدال") and len(key) > 6:
        return "Abdullah" if key == "عبدالله" else "Abdul" + _spell(word[5:]).removeprefix("al-").lower()
    if word.startswith(_ARTICLE) and len(word) > 4:
        rest = _spell(word[2:])
        return "al-" + rest[:1].upper() + rest[1:]
    return _decode(word, model)


def _decode(word: str, model: _Model) -> str:
    """The cheapest Latin spelling of a word under the n-gram model."""
    if len(word) > _LONGEST:
        return "".join(_LETTERS.get(c, "") for c in word)
    beams: list[dict[tuple[int, ...], tuple[int, str]]] = [{} for _ in range(len(word) + 1)]
    beams[0][(_EDGE,)] = (0, "")
    for at in range(len(word)):
        one = model.pieces.get(word[at]) or [(-1, _LETTERS.get(word[at], ""))]
        steps = [(one, beams[at + 1])]
        if at + 1 < len(word) and (two := model.pieces.get(word[at : at + 2])) is not None:
            steps.append((two, beams[at + 2]))
        for history, (cost, latin) in heapq.nsmallest(_BEAM, beams[at].items(), key=_by_cost):
            levels, unseen = _levels(history, cost, model)
            for options, target in steps:
                for piece, letters in options:
                    total = unseen
                    for costs, so_far in levels:
                        if piece in costs:
                            total = so_far + costs[piece]
                            break
                    state = (*history, piece)[1 - _ORDER :]
                    old = target.get(state)
                    if old is None or total < old[0] or (total == old[0] and latin + letters < old[1]):
                        target[state] = (total, latin + letters)
    ended = []
    for history, (cost, latin) in beams[-1].items():
        levels, unseen = _levels(history, cost, model)
        ended.append((next((so_far + costs[_EDGE] for costs, so_far in levels if _EDGE in costs), unseen), latin))
    return min(ended)[1]


def _by_cost(item: tuple[tuple[int, ...], tuple[int, str]]) -> tuple[int, str]:
    return item[1]


def _levels(history: tuple[int, ...], cost: int, model: _Model) -> tuple[list[tuple[dict[int, int], int]], int]:
    """What may follow ``history``, from its longest known ending down, each with the cost so far; and the cost of an unseen piece."""
    levels = []
    while True:
        found = model.follows.get(history)
        if found is not None:
            levels.append((found, cost))
            cost += model.backoffs[history]
        if not history:
            return levels, cost + _UNSEEN
        history = history[1:]
