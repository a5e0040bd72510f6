"""Ordinals: ``الثالثة``, ``الخامس عشر``, ``الحادي والعشرون``, ``الأول بعد المئة``, ``الـ14``, ``رقم 3``."""

from __future__ import annotations

from typing import NamedTuple

from arnews.numbers.cardinals import Reader
from arnews.numbers.lexicon import PROCLITICS, Noun, NumberLexicon


class OrdinalAt(NamedTuple):
    """An ordinal: words ``first`` to ``end``, its place in the order, and the proclitic letters on its first word."""

    first: int
    end: int
    value: int
    cut: int
    rule: str = "ordinal"


def ordinal(reader: Reader, i: int, key: str, cut: int) -> OrdinalAt | None:
    """The ordinal in words at ``i``, or None."""
    known = reader.lexicon.ordinals.get(key)
    if known is None:
        return None
    end, value = i + 1, known.value
    nxt = reader.atom(end)
    if nxt is not None and nxt.kind == "t" and not nxt.definite and value < 10:
        end, value = end + 1, value + 10
    else:
        link = reader.linked(end)
        tens = reader.lexicon.words.get(link[1]) if link is not None else None
        if link is not None and tens is not None and tens.kind == "T" and (tens.definite or not known.definite) and value < 10:
            end, value = link[0] + 1, value + tens.value  # type: ignore[assignment]
        elif known.compound or (key in reader.lexicon.grammar["ordinal-or-word"] and not _stands(reader, i, key)):
            return None
    return OrdinalAt(i, *after_hundred(reader, end, value), cut)


def _stands(reader: Reader, i: int, key: str) -> bool:
    """ثانية and ثوان are seconds, أولى also a verb: without the article they need a noun before or after that says otherwise."""
    words, lexicon = reader.words, reader.lexicon
    if len(words) == 1:
        return True
    before = words[i - 1].key if i > 0 else ""
    if key in lexicon.grammar["second"]:
        return before.endswith("ه") and before not in lexicon.words and words[i - 1].kind == "arabic"
    if i + 1 >= len(words):
        return False
    after = words[i + 1].key
    return (
        after in lexicon.nouns
        or after.endswith(lexicon.affixes["feminine"])
        or (after.startswith(lexicon.affixes["article"]) and len(after) > 4)
    )


def after_hundred(reader: Reader, end: int, value: int) -> tuple[int, int]:
    """``الأول بعد المئة`` is the hundred-and-first, ``الخامس والعشرون بعد الثلاث مئة`` the 325th, ``الأول بعد الألف`` the 1,001st."""
    words = reader.words
    if end + 1 >= len(words) or words[end].key not in reader.lexicon.grammar["after"]:
        return end, value
    hundred = reader.cardinal(end + 1, words[end + 1].key)
    if hundred is None or not hundred.definite or not isinstance(hundred.value, int) or hundred.value < 100 or value >= 100:
        return end, value
    return after_hundred(reader, hundred.end, value + hundred.value) if hundred.value % 100 == 0 else (hundred.end, value + hundred.value)


def noun_before(lexicon: NumberLexicon, key: str) -> Noun | None:
    """The noun that this word is, with or without article and proclitics of one letter."""
    article = lexicon.affixes["article"]
    found = lexicon.nouns.get(key)
    if found is None and key.startswith(article):
        found = lexicon.nouns.get(key[2:]) or lexicon.duals.get(key[2:])
    if found is None and key.startswith(PROCLITICS) and len(key) > 3:
        rest = key[1:]
        found = lexicon.nouns.get(rest[2:] if rest.startswith(article) else rest[1:] if key.startswith(lexicon.affixes["to-the"]) else rest)
    return found


def plural_before(lexicon: NumberLexicon, key: str) -> bool:
    """Whether the word before a definite number is a plural, so that the number counts it: ``الدول الـ27``."""
    noun = noun_before(lexicon, key)
    if noun is not None:
        return noun.number in "pd" and not (noun.number == "p" and key.removeprefix(lexicon.affixes["article"][0]) in lexicon.twofold)
    return key.endswith(lexicon.affixes["feminine"]) or (key.endswith(lexicon.affixes["sound"]) and len(key) > 5)
