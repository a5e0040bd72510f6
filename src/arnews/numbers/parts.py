"""Vague amounts and parts of a whole: ``عشرات``, ``مئات الآلاف``, ``بضعة آلاف``, ``نصف``, ``ثلثي``, ``ثلاثة أرباع``."""

from __future__ import annotations

from arnews.numbers.cardinals import TIMES_A_LOT, Cardinal, Reader, tidy
from arnews.numbers.lexicon import NumberLexicon, Value


def vague(reader: Reader, i: int, key: str, cut: int = 0) -> Cardinal | None:
    """``عشرات``, ``مئات الآلاف``, ``ملايين``, ``بضعة آلاف``: the value is the lower bound."""
    atom = reader.lexicon.words.get(key)
    if atom is None or atom.kind not in "vpb":
        return None
    end, value = i + 1, atom.value
    if atom.kind == "b":
        nxt = reader.atom(end)
        link = reader.linked(end)
        tens = reader.lexicon.words.get(link[1]) if link is not None else None
        if nxt is not None and nxt.kind == "t":
            end, value = end + 1, value + 10
        elif nxt is not None and nxt.kind == "v":
            end, value = end + 1, value * nxt.value
        elif link is not None and tens is not None and tens.kind == "T":
            end, value = link[0] + 1, value + tens.value
    while (nxt := reader.atom(end)) is not None and nxt.kind in "sp" and value * nxt.value < TIMES_A_LOT:
        if atom.kind == "p" and end == i + 1 and nxt.value <= atom.value:
            break
        value *= nxt.value
        end += 1
    return Cardinal(i, end, tidy(value), "few" if atom.kind == "b" else "vague", None, 1, atom.definite, cut=cut)


def fraction(reader: Reader, i: int, key: str, cut: int = 0) -> Cardinal | None:
    """``نصف``, ``ثلثي``, ``ثلاثة أرباع``; with a scale (``نصف مليون``) it counts and is a cardinal."""
    atom = reader.lexicon.words.get(key)
    word = reader.words[i]
    damma = "\u064f" in word.text[: cut + 3]
    if word.kind == "number":
        return _counted_parts(reader, i)
    if atom is None:
        return None
    value: Value
    if atom.kind in "fF":
        end, value = i + 1, atom.value
        # ثلثا العالم is the dual, ثلثاً the accusative.
        if key in reader.lexicon.dual_parts and "\u064b" not in word.text:
            value = reader.lexicon.dual_parts[key]
    elif (atom.kind == "g" or key in reader.lexicon.parts) and damma:
        end, value = i + 1, 1 / atom.value if atom.value > 1 else atom.value
    elif atom.kind == "u":
        return _counted_parts(reader, i, key, cut)
    else:
        return None
    scale = reader.atom(end)
    if scale is not None and scale.kind == "s":
        end, product, _ = reader.scales(end, 10**30)
        return Cardinal(i, end, tidy(value * product), "words", value, product, atom.definite, cut=cut)
    return Cardinal(i, end, value, "fraction", definite=atom.definite, cut=cut)


def _counted_parts(reader: Reader, i: int, key: str = "", cut: int = 0) -> Cardinal | None:
    nxt = reader.atom(i + 1)
    if nxt is None or nxt.kind != "r":
        return None
    count = reader.lexicon.words[key].value if key else int(reader.words[i].text) if reader.words[i].text.isdigit() else 0
    if not 2 <= count <= 9:
        return None
    value: Value = count * nxt.value
    scale = reader.atom(i + 2)
    if scale is not None and scale.kind == "s":
        end, product, _ = reader.scales(i + 2, 10**30)
        return Cardinal(i, end, tidy(value * product), "words", value, product, cut=cut)
    return Cardinal(i, i + 2, value, "fraction", cut=cut)


def of_whole(reader: Reader, i: int, key: str, cut: int) -> Cardinal | None:
    """``خمس سكان البلاد``, ``عشر الدخل``: a part in the letters of a number, before a whole that is definite.

    A number would take its ة before a masculine plural (``خمسة موظفين``), and no number stands before the article.
    """
    words, lexicon = reader.words, reader.lexicon
    value = lexicon.parts.get(key)
    atom = lexicon.words.get(key)
    if value is None or atom is None or atom.kind == "g" or i + 1 >= len(words) or words[i + 1].line != words[i].line:
        return None
    after = words[i + 2].key if i + 2 < len(words) and words[i + 2].line == words[i].line else ""
    return Cardinal(i, i + 1, value, "fraction", cut=cut) if _definite_whole(lexicon, words[i + 1].key, after) else None


def _definite_whole(lexicon: NumberLexicon, key: str, after: str) -> bool:
    """Whether a word is a whole that is known: ``السكان``, ``سكانها``, ``سكان البلاد``."""
    article, wholes = lexicon.affixes["article"], lexicon.grammar["whole"]
    if key.startswith(article):
        noun = lexicon.nouns.get(key[2:])
        return key[2:] in wholes or (noun is not None and noun.number == "p" and noun.kind != "time" and noun.gender == "m")
    if any(w in wholes and key[len(w) :] in lexicon.grammar["its"] for w in (key[:-1], key[:-2])):
        return True
    if key not in wholes or key.endswith(lexicon.affixes["feminine"]):
        return False
    return after.startswith(article) or after in lexicon.grammar["place"]
