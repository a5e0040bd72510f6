"""Whether words of a header line look like a person's name: a list of given names, and how rare the other words are."""

from __future__ import annotations

from collections.abc import Sequence

from arnews.text.byline_lexicon import BylineLexicon
from arnews.text.frequency import count
from arnews.text.words import Word

_VERB_LETTERS = ("ي", "ت", "س")
# Counts in the word list: a name of a reporter is mostly below the first, a common noun or verb above the second.
_RARE, _COMMON = 70.0, 1500.0
_MOST_WORDS = 6


def is_person(words: Sequence[Word], first: int, last: int, lexicon: BylineLexicon, *, expected: bool) -> bool:
    """Whether the words ``first`` to ``last`` (exclusive) are a name; ``expected`` says that a name is likely where they stand."""
    run = words[first:last]
    if not (1 < len(run) <= _MOST_WORDS) or any(w.kind not in ("arabic", "latin") or w.key in lexicon.closed for w in run):
        return False
    if all(w.kind == "latin" for w in run):
        return all(w.text[0].isupper() for w in run) and expected
    keys = [w.key for w in run]
    if any(_is_verb(k, lexicon) for k in keys[1:]) or keys[-1] in lexicon.open:
        return False
    if _is_name(keys[0], lexicon):
        return all(_is_name(k, lexicon) or k.startswith("ال") or count(k) < _COMMON for k in keys[1:])
    limit = _COMMON / 2 if expected else _RARE
    if len(keys) > 4 or _is_verb(keys[0], lexicon) or count(keys[0]) >= limit or keys[0].startswith("ال"):
        return False
    # هايل الشمري: a rare word and a family name with an article.
    return all(_is_name(k, lexicon) or count(k) < limit or (k.startswith("ال") and k[-1] == "ي") for k in keys[1:])


def _is_name(key: str, lexicon: BylineLexicon) -> bool:
    """A given name, a part of names (بن), or و and a given name: ``محمد مصطفى وسوسن حسين``."""
    if key in lexicon.given or key in lexicon.name_parts or key.startswith(lexicon.prefixes):
        return True
    return key[0] == "و" and key[1:] in lexicon.given


def _is_verb(key: str, lexicon: BylineLexicon) -> bool:
    return (
        key.startswith(_VERB_LETTERS)
        and len(key) > 3
        and key not in lexicon.given
        and (count(key) > _RARE or (key[0] == "ي" and count(key) > 0))
    )
