"""The model's own view of a word. The weights depend on it: a change here needs a new training."""

from __future__ import annotations

from collections.abc import Callable

# Letters of a word beyond this are not looked at; the longest Arabic word in 20 million is shorter.
MAX_LETTERS = 40

_INVISIBLE = (
    *range(0x0610, 0x061B),
    *range(0x064B, 0x0660),
    0x0670,
    *range(0x06D6, 0x06EE),
    0x0640,
    0x00AD,
    0xFEFF,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
_DIGITS = (*range(0x30, 0x3A), *range(0x660, 0x66A), *range(0x6F0, 0x6FA))
# Outlets differ in hamza, final yeh and teh marbuta (أحمد احمد, المصرى المصري); Persian keyboards send ی ک.
_FOLDED = str.maketrans(
    dict.fromkeys(_INVISIBLE)
    | dict.fromkeys(_DIGITS, "0")
    | {ord(a): b for a, b in zip("أإآٱىةیکھہەےگڤپچژؤئ", "اااايهيكهههيكفبجزوي", strict=True)}
)


def fold(word: str) -> str:
    """The key of a word: marks off, one alef, ى as ي, ة as ه, every digit 0, Latin in lower case, 40 letters at most."""
    return word[: 2 * MAX_LETTERS].translate(_FOLDED).lower()[:MAX_LETTERS]


def stem(key: str, count: Callable[[str], float]) -> tuple[str, int]:
    """Take proclitics off a folded word where what remains is the commoner word, and say which were taken.

    ``count`` gives how often a key was seen (0 if never). The code is 0 none, 1 و or ف, 2 one of ب ل ك س, 3 both. The
    article returns where ل swallowed it: للامم becomes الامم.
    """
    code = 0
    own = count(key)
    if len(key) > 3 and key[0] in "وف":
        rest = key[1:]
        # وزير is no و + زير: the rest has to be about as common; ف begins many more words of its own than و (فؤاد).
        seen = max(count(rest), _best_preposition(rest, count)[1])
        if seen > own * (0.7 if key[0] == "و" else 6.0):
            key, own, code = rest, count(rest), 1
    rest, seen = _best_preposition(key, count)
    if seen > own:
        return rest, code + 2
    return key, code


def _best_preposition(key: str, count: Callable[[str], float]) -> tuple[str, float]:
    """The rest after ب ل and its count; for لل the rest with its article. ك counts before the article alone: كوفي, وكالة."""
    if len(key) < 4 or (key[0] not in "بل" and key[:3] != "كال"):
        return key, 0.0
    rest = "ا" + key[1:] if key[:2] == "لل" else key[1:]
    return rest, count(rest)
