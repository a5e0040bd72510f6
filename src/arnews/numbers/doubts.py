"""Number words that are other words here: ست the lady, أحد one of, صفر the month, ألف the verb. Each doubt has a name."""

from __future__ import annotations

from collections.abc import Sequence

from arnews.numbers import ordinals
from arnews.numbers.lexicon import NumberLexicon
from arnews.numbers.operand import Operand
from arnews.text.words import Word

# Short feminine numbers that are also other words: ست (lady), سبع (lion), تسع (holds), عشر (tenth).
_SHORT = frozenset({"ست", "سبع", "تسع", "عشر", "ثمان", "الف"})
_NEEDS_PLURAL = frozenset({"ال" + k for k in (*_SHORT, "عشره", "سته", "خمس")})
_ONE = frozenset({"واحد", "واحده", "واحدا", "الواحد", "الواحده"})
_ONE_OF = frozenset({"من", "منهم", "منها", "منهما", "منا", "منكم", "تلو", "وراء"})
_BEFORE_ONE = frozenset({"رقم", "الرقم", "سوي", "الا", "نحو"})
_TWO = frozenset({"الاثنين", "الاثنان", "الاثنتين", "الاثنتان"})
_TANWEEN = ("\u064b", "\u064bا")


def doubt(words: Sequence[Word], lexicon: NumberLexicon, made: Operand, key: str) -> str | None:
    """The rule that keeps the number word ``key`` out because it is another word here, or None."""
    i, end = made.core
    before = words[i - 1] if i > 0 and words[i - 1].line == words[i].line else None
    after = words[end] if end < len(words) and words[end].line == words[i].line else None
    if key in _ONE and end == i + 1 and made.value == 1:
        return None if made.unit_kind is not None else _one(words, lexicon, i, before, after)
    if made.noun is not None or made.has_unit or len(words) == 1 or (i == 0 and made.end == len(words)):
        return _composed(words, made, key)
    if made.kind == "fraction":
        return _fraction(words, lexicon, made, key, after)
    if end - i > 1:
        return None
    if key in {"صفر", "الصفر"}:
        return _zero(key, before, after)
    if key in _SHORT:
        return _short(key, made, before, after)
    counts = before is not None and ordinals.plural_before(lexicon, before.key)
    if key in _NEEDS_PLURAL:
        return None if counts else "definite-without-noun"
    if key in _TWO or (key == "اثنين" and before is not None and before.key in {"يوم", "اليوم"}):
        return None if counts and key != "اثنين" else "weekday-or-both"
    return None


def _composed(words: Sequence[Word], made: Operand, key: str) -> str | None:
    """``ألف كتابا``: a noun after a thousand is never accusative, so ألف is the verb (he wrote)."""
    if key != "الف" or made.noun is None or made.core[1] - made.core[0] > 1 or made.noun[0] != made.core[1]:
        return None
    noun = words[made.noun[0]]
    return "verb-or-noun" if noun.text.endswith(_TANWEEN) or noun.key.endswith("ا") else None


def _one(words: Sequence[Word], lexicon: NumberLexicon, i: int, before: Word | None, after: Word | None) -> str | None:
    """``شخص واحد`` counts one; ``اتجاه واحد`` is one and the same, ``واحد من أهم`` one of."""
    if "أ" in words[i].text:
        return "one-of"  # وأحد المظاهر, folded, looks like واحد
    one_of = after is not None and after.key in _ONE_OF
    if before is None or before.kind == "punct":
        return "one-of" if one_of else None
    noun = ordinals.noun_before(lexicon, before.key)
    if noun is None and i > 1:
        # مكالمة فيديو واحدة: the noun stands before its complement, and agrees in gender.
        far = lexicon.nouns.get(words[i - 2].key)
        if far is not None and (far.gender == "f") == words[i].key.endswith("ه"):
            noun = far
    if (noun is not None and noun.number == "s") or before.key in lexicon.unit_firsts or before.key in _BEFORE_ONE:
        return None
    return "one-of" if one_of else "one-and-the-same"


def _fraction(words: Sequence[Word], lexicon: NumberLexicon, made: Operand, key: str, after: Word | None) -> str | None:
    """``الثالثة والنصف`` and ``العاشرة إلا ربعا`` are times of day, ``النصف الأول`` a part of a period."""
    i = made.core[0]
    last = words[i - 1].key if i > 0 else ""
    if last == "الا":
        return "clock-time"
    if not key.startswith("ال"):
        return None
    hour = words[i - 2].key if last == "و" and i > 1 else last if made.cut else ""
    if hour in lexicon.ordinals:
        return "clock-time"
    return "part-of-a-period" if after is not None and after.key in lexicon.ordinals else None


def _zero(key: str, before: Word | None, after: Word | None) -> str | None:
    """``3 صفر 1437`` and ``شهر صفر`` name the month, ``تحت الصفر`` the zero point."""
    month = before is not None and (before.kind == "number" or before.key in {"شهر", "من", "الي"})
    return "month-safar-or-zero-point" if key == "الصفر" or month or (after is not None and after.kind == "number") else None


def _short(key: str, made: Operand, before: Word | None, after: Word | None) -> str | None:
    """A short feminine number with no counted noun after it counts only where nothing else is meant."""
    if after is None or after.kind == "punct":
        return "verb-or-noun" if key == "ست" and before is not None else None
    if after.key in {"او", "الي"}:
        return None  # ثمان أو عشر سنوات
    if key == "الف":
        letter = before is not None and before.key.startswith("ال") and before.key != "الي" and not made.cut
        object_of = after.kind == "arabic" and after.key.endswith("ا") and len(after.key) > 3
        return "verb-or-noun" if letter or object_of or after.key.startswith("ال") else None  # ألف الكاتب رواية
    return "verb-or-noun" if after.kind == "arabic" and (after.key.startswith(("ال", "من")) or not after.key.endswith("ات")) else None
