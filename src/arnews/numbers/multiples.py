"""Twice and pairs: ``ضعف``, ``ضعفي``, ``زوج من``."""

from __future__ import annotations

from collections.abc import Sequence

from arnews.numbers.lexicon import NumberLexicon
from arnews.numbers.operand import Operand
from arnews.text.words import Word


def multiplier(words: Sequence[Word], lexicon: NumberLexicon, i: int, key: str, cut: int) -> Operand | None:
    """``ضعفي``, ``ضعفا``, ``ضعف``: twice. ضعف is also weakness: it needs إلى, ب or a counted amount beside it."""
    atom = lexicon.words[key]
    if (atom.kind == "m" or key in lexicon.grammar["twice"]) and ("\u064b" in words[i].text or not _doubles(words, lexicon, i, key)):
        return None
    return Operand(i, i + 1, (i, i + 1), cut, 2, "multiplier", "multiplier", has_unit=True)


def _doubles(words: Sequence[Word], lexicon: NumberLexicon, i: int, key: str) -> bool:
    """Whether ضعف is twice: ``ضعف عدد``, ``بلغ ضعف الإنتاج``, ``إلى الضعف``; not ``بسبب ضعف حجم``, ``أدى إلى ضعف الأداء``."""
    cues, grammar = lexicon.cues, lexicon.grammar
    if len(words) == 1:
        return True
    nxt = words[i + 1].key if i + 1 < len(words) and words[i + 1].line == words[i].line else ""
    before = words[i - 1].key if i > 0 and words[i - 1].line == words[i].line else ""
    far = words[i - 2].key if i > 1 else ""
    if before in cues["cause"]:
        return False
    if nxt in cues["amount"] or (nxt[2:] in cues["amount"] and nxt.startswith(lexicon.affixes["article"])):
        return True
    if before in grammar["than"]:
        return far in cues["more-than"]
    if before in grammar["onward"]:
        return key.startswith(lexicon.affixes["article"])
    return before in cues["before-multiple"]


def pair(words: Sequence[Word], lexicon: NumberLexicon, i: int, cut: int) -> Operand | None:
    """``زوج من الأحذية``: two of them."""
    if i + 2 < len(words) and words[i + 1].key in lexicon.grammar["of"] and words[i + 2].key.startswith(lexicon.affixes["article"]):
        return Operand(i, i + 1, (i, i + 1), cut, 2, "cardinal", "pair", noun=(i + 2, i + 3))
    return None
