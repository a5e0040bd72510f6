"""Number words that are other words here: ست the lady, أحد one of, صفر the month, ألف the verb. Each doubt has a name."""

from __future__ import annotations

from collections.abc import Sequence

from arnews.numbers import ordinals
from arnews.numbers.lexicon import NumberLexicon
from arnews.numbers.operand import Operand
from arnews.text.words import Word

_TANWEEN = ("\u064b", "\u064bا")


def doubt(words: Sequence[Word], lexicon: NumberLexicon, made: Operand, key: str) -> str | None:
    """The rule that keeps the number word ``key`` out because it is another word here, or None."""
    i, end = made.core
    before = words[i - 1] if i > 0 and words[i - 1].line == words[i].line else None
    after = words[end] if end < len(words) and words[end].line == words[i].line else None
    grammar = lexicon.grammar
    if key in grammar["one"] and end == i + 1 and made.value == 1:
        return None if made.unit_kind is not None else _one(words, lexicon, i, before, after)
    if made.noun is not None or made.has_unit or len(words) == 1 or (i == 0 and made.end == len(words)):
        return _composed(words, lexicon, made, key)
    if made.kind == "fraction":
        return _fraction(words, lexicon, made, key, after)
    counts = before is not None and ordinals.plural_before(lexicon, before.key)
    if end - i > 1:
        atom = lexicon.words.get(key)
        twelve = atom is not None and atom.kind == "a" and atom.definite and made.value == 12
        return "definite-without-noun" if twelve and not counts else None  # المعدة والاثني عشر
    if key in grammar["zero"]:
        return _zero(lexicon, key, before, after)
    if key in grammar["short"]:
        return _short(lexicon, key, made, before, after)
    if key in grammar["short-definite"]:
        return None if counts else "definite-without-noun"
    if key in grammar["both"] or (key in grammar["two"] and before is not None and before.key in grammar["day"]):
        return None if counts and key not in grammar["two"] else "weekday-or-both"
    return None


def _composed(words: Sequence[Word], lexicon: NumberLexicon, made: Operand, key: str) -> str | None:
    """``ألف كتابا``: a noun after a thousand is never accusative, so ألف is the verb (he wrote)."""
    if (
        key not in lexicon.grammar["thousand-or-verb"]
        or made.noun is None
        or made.core[1] - made.core[0] > 1
        or made.noun[0] != made.core[1]
    ):
        return None
    noun = words[made.noun[0]]
    return "verb-or-noun" if noun.text.endswith(_TANWEEN) or noun.key.endswith("ا") else None


def _one(words: Sequence[Word], lexicon: NumberLexicon, i: int, before: Word | None, after: Word | None) -> str | None:
    """``شخص واحد`` counts one; ``اتجاه واحد`` is one and the same, ``واحد من أهم`` one of."""
    if "أ" in words[i].text:
        return "one-of"  # وأحد المظاهر, folded, looks like واحد
    if _of_each(words, lexicon, i + 1):
        return None
    one_of = after is not None and after.key in lexicon.grammar["one-of"]
    if before is None or before.kind == "punct":
        return "one-of" if one_of else None
    noun = ordinals.noun_before(lexicon, before.key)
    if noun is None and i > 1:
        # مكالمة فيديو واحدة: the noun stands before its complement, and agrees in gender.
        far = lexicon.nouns.get(words[i - 2].key)
        if far is not None and (far.gender == "f") == words[i].key.endswith("ه"):
            noun = far
    if (noun is not None and noun.number == "s") or before.key in lexicon.unit_firsts or before.key in lexicon.grammar["before-one"]:
        return None
    return "one-of" if one_of else "one-and-the-same"


def _of_each(words: Sequence[Word], lexicon: NumberLexicon, at: int) -> bool:
    """Whether ``من كل`` or ``من بين كل`` and a number follow: ``واحد من كل خمسة`` is a share."""
    grammar = lexicon.grammar
    if at + 1 < len(words) and (words[at + 1].key in grammar["between"] or words[at + 1].key in grammar["out-of"]):
        at += 1
    if at + 2 >= len(words) or words[at + 1].key not in grammar["each"]:
        return False
    return words[at + 2].kind == "number" or words[at + 2].key in lexicon.words


def _fraction(words: Sequence[Word], lexicon: NumberLexicon, made: Operand, key: str, after: Word | None) -> str | None:
    """``الثالثة والنصف`` and ``العاشرة إلا ربعا`` are times of day, ``النصف الأول`` a part of a period."""
    i = made.core[0]
    last = words[i - 1].key if i > 0 else ""
    if last in lexicon.grammar["less"]:
        return "clock-time"
    if not key.startswith(lexicon.affixes["article"]):
        return None
    hour = words[i - 2].key if last == "و" and i > 1 else last if made.cut else ""
    if hour in lexicon.ordinals:
        return "clock-time"
    return "part-of-a-period" if after is not None and after.key in lexicon.ordinals else None


def _zero(lexicon: NumberLexicon, key: str, before: Word | None, after: Word | None) -> str | None:
    """``3 صفر 1437`` and ``شهر صفر`` name the month, ``تحت الصفر`` the zero point."""
    month = before is not None and (before.kind == "number" or before.key in lexicon.grammar["before-safar"])
    return (
        "month-safar-or-zero-point"
        if key in lexicon.grammar["the-zero"] or month or (after is not None and after.kind == "number")
        else None
    )


def _short(lexicon: NumberLexicon, key: str, made: Operand, before: Word | None, after: Word | None) -> str | None:
    """A short feminine number with no counted noun after it counts only where nothing else is meant."""
    grammar, article = lexicon.grammar, lexicon.affixes["article"]
    if after is None or after.kind == "punct":
        return "verb-or-noun" if key in grammar["lady"] and before is not None else None
    if after.key in grammar["or"] or after.key in grammar["onward"]:
        return None  # ثمان أو عشر سنوات
    if key in grammar["thousand-or-verb"]:
        letter = before is not None and before.key.startswith(article) and before.key not in grammar["onward"] and not made.cut
        object_of = after.kind == "arabic" and after.key.endswith("ا") and len(after.key) > 3
        return "verb-or-noun" if letter or object_of or after.key.startswith(article) else None  # ألف الكاتب رواية
    other = after.key.startswith((*article, *lexicon.affixes["of"])) or not after.key.endswith(lexicon.affixes["feminine"])
    return "verb-or-noun" if after.kind == "arabic" and other else None
