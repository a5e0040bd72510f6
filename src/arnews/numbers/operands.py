"""One number with what belongs to it: article, sign, unit, counted noun; before ranges and bounds are read around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from arnews.context import Context
from arnews.numbers import counted, digits, doubts, enclosed, halves, multiples, ordinals, parts, references, units
from arnews.numbers.cardinals import Cardinal, Reader
from arnews.numbers.lexicon import PROCLITICS, NumberLexicon
from arnews.numbers.measured import Measures
from arnews.numbers.operand import Operand
from arnews.text.words import Word, cuts

_LISTED = frozenset({"article-of-law", "law-reference", "name-with-number", "channel", "verse", "document-number", "address"})


@dataclass(frozen=True, slots=True)
class Operands:
    """Reads operands in one text; ``excluded`` collects the word ranges that named rules keep out."""

    words: Sequence[Word]
    lexicon: NumberLexicon
    context: Context
    reader: Reader
    measures: Measures
    excluded: list[tuple[int, int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, words: Sequence[Word], lexicon: NumberLexicon, context: Context) -> Operands:
        """The reader of operands of these words."""
        reader = Reader(words, lexicon)
        return cls(words, lexicon, context, reader, Measures(words, lexicon, context, reader))

    def keys(self, i: int, *, cut: bool) -> list[tuple[int, str]]:
        """The readings of word ``i``: whole, then with proclitics off where ``cut`` allows."""
        key = self.words[i].key
        out = [(0, key)]
        if cut and key[:1] in PROCLITICS and key not in self.lexicon.words and key not in self.lexicon.ordinals:
            out += cuts(key)
        return out

    def at(self, i: int, *, cut: bool = True, key: str | None = None, shared: bool = False) -> Operand | None:
        """The operand at word ``i``; ``shared`` readings skip the checks that need a neighbour (inside ranges)."""
        if i >= len(self.words):
            return None
        w = self.words[i]
        if w.kind == "number":
            return self._digits(i, i, 0, definite=False)
        if w.kind in {"punct", "latin"}:
            return self._signed(i)
        if w.kind != "arabic":
            return None
        if w.key in self.lexicon.grammar["minus"] and i + 1 < len(self.words) and self.words[i + 1].kind in {"number", "arabic"}:
            below = self.at(i + 1, cut=False, shared=True)
            if below is None or below.form not in {"cardinal", "percent"} or below.noun is not None:
                return None
            return below._replace(first=i, core=(i, below.core[1]), value=-below.value, alternatives=tuple(-v for v in below.alternatives))
        article = _article(self.lexicon, w.key)
        if article is not None and i + 1 < len(self.words) and self.words[i + 1].kind == "number" and self.words[i + 1].start - w.end <= 1:
            return self._digits(i + 1, i, article, definite=True)
        for letters, word_key in [(0, key)] if key is not None else self.keys(i, cut=cut):
            found = self._in_words(i, word_key, letters, shared)
            if found is not None:
                return found
        return None

    # --- digits -----------------------------------------------------------------------------------------------------

    def _signed(self, i: int) -> Operand | None:
        """``$10``, ``-5``, ``%5``, ``.77``: a mark and then digits."""
        words = self.words
        if words[i].text in enclosed.CLOSING:
            made = self._digits(i + 1, i + 1, 0, definite=False) if i + 1 < len(words) and words[i + 1].kind == "number" else None
            if made is None or (made.first > i and enclosed.behind(words, i + 1, made.end) == made.end):
                return None
            return made if made.first == i else made._replace(first=i, end=made.end + 1)  # نحو (30) عاما
        for j in (i + 1, i + 2):
            if j < len(words) and words[j].kind == "number":
                read = digits.read(words, j)
                if read.first <= i and read.value is not None:
                    return self._digits(j, read.first, 0, definite=False)
                found = units.before(words, self.lexicon, j, self.context)
                if found is not None and found.first <= i:
                    return self._digits(j, j, 0, definite=False)
                return None
        return None

    def _digits(self, i: int, first: int, cut: int, *, definite: bool) -> Operand | None:
        words, lexicon = self.words, self.lexicon
        w = words[i]
        if "/" in w.text:
            return self._slash(i)
        read = digits.read(words, i)
        if read.value is None:
            self.excluded.append((read.first, read.end, read.rule))
            return None
        card = parts.fraction(self.reader, i, w.key) or self.reader.cardinal(i, w.key)
        if card is None:
            return None
        if definite:
            card = card._replace(first=first, definite=True, cut=cut)
        elif card.kind == "digits" and w.text.isdigit() and (part := halves.mixed_fraction(self.reader, card.end)) is not None:
            card = card._replace(end=card.end + 1, value=card.value + part)
        rule = references.digit_rule(words, lexicon, read) or self._listed(read.first)
        if references.named_day(words, lexicon, read.first, read.end):
            self.excluded.append((read.first, read.end, "name-of-day"))
            return None
        if (
            rule in _LISTED
            and w.text.isdigit()
            and len(w.text) <= 2
            and read.end < len(words)
            and words[read.end].key in lexicon.cues["month"]
        ):
            rule = None  # محضر 23 ديسمبر
        made = self.measures.finish(card, "fraction" if card.kind == "fraction" else "cardinal")
        if rule == "list-marker" and self._bracketed_count(made, read.first):
            rule = None  # (12) شهيدا
        strong = rule in {"name-with-number", "formula-or-code", "reference"} and read.first == i and i > 0 and words[i - 1].end == w.start
        if rule is not None and (
            strong or rule in {"phone-number", "list-marker"} or (made.noun is None and not made.has_unit and card.kind == "digits")
        ):
            self.excluded.append((read.first, read.end, rule))
            return None
        if definite and made.noun is None and not made.has_unit and card.kind == "digits" and isinstance(card.value, int):
            return self._definite_digits(made, first)
        if self._is_number_word_before(first) and made.noun is None and not made.has_unit and card.kind == "digits":
            if len(w.text) >= 5 or not isinstance(card.value, int):
                self.excluded.append((read.first, read.end, "identifier"))
                return None
            return made._replace(form="ordinal", kind="ordinal-numbered")
        return made

    def _bracketed_count(self, made: Operand, first: int) -> bool:
        """Whether digits in brackets at the start of a line count what follows: ``(12) شهيدا``, ``(5) قتلى``; not ``(3) أهداف الخطة``."""
        if first == 0 or self.words[first - 1].text != "(":
            return False
        if made.has_unit:
            return True
        noun = self.lexicon.nouns.get(self.words[made.noun[0]].key) if made.noun is not None else None
        if noun is None:
            return False
        return (made.value > 10 and noun.number == "s") or (2 < made.value <= 10 and noun.number == "p" and noun.kind == "persons")

    def _listed(self, first: int) -> str | None:
        """The rule of the number before و: المادتين 192 و197."""
        if (
            first < 2
            or not (self.words[first - 1].key in {"و", "،"} or self.words[first - 1].key in self.lexicon.grammar["or"])
            or not self.excluded
        ):
            return None
        _, end, rule = self.excluded[-1]
        return rule if end == first - 1 and rule in _LISTED else None

    def _is_number_word_before(self, first: int) -> bool:
        return first > 0 and self.words[first - 1].key in self.lexicon.grammar["numbered-joined"]

    def _definite_digits(self, made: Operand, first: int) -> Operand | None:
        before = self.words[first - 1] if first > 0 else None
        if before is not None and before.kind == "arabic" and ordinals.plural_before(self.lexicon, before.key):
            return made
        return made._replace(form="ordinal", kind="ordinal-digits")

    def _slash(self, i: int) -> Operand | None:
        verdict = references.slash_rule(self.words, self.lexicon, i)
        if isinstance(verdict, str):
            self.excluded.append((i, i + 1, verdict))
            return None
        card = Cardinal(i, i + 1, verdict[0] / verdict[1], "fraction")
        return self.measures.finish(card, "fraction")

    # --- words ------------------------------------------------------------------------------------------------------

    def _in_words(self, i: int, key: str, cut: int, shared: bool) -> Operand | None:
        lexicon = self.lexicon
        atom = lexicon.words.get(key)
        if atom is None:
            if key in lexicon.ordinals and not shared:
                return self._ordinal(i, key, cut)
            return halves.and_a_half(self.reader, i, key, cut) or (self.measures.lone_unit(i) if key in lexicon.unit_firsts else None)
        if atom.kind in "mM":
            twice = multiples.multiplier(self.words, lexicon, i, key, cut)
            if twice is None:
                self.excluded.append((i, i + 1, "weakness"))
            return twice
        if atom.kind == "k":
            return multiples.pair(self.words, lexicon, i, cut)
        if "\u0651" in self.words[i].text and key in lexicon.grammar["thousand-or-verb"] and key == self.words[i].key:
            self.excluded.append((i, i + 1, "verb-or-noun"))
            return None
        part = parts.fraction(self.reader, i, key, cut) or parts.of_whole(self.reader, i, key, cut)
        card = parts.vague(self.reader, i, key, cut) or part or self.reader.cardinal(i, key, cut)
        if card is None:
            if not shared and atom.kind in "ar":
                self.excluded.append((i, i + 1, ("weekday" if atom.definite else "one-of") if atom.kind == "a" else "noun-not-fraction"))
            return None
        if key in lexicon.grammar["one"] and card.end > i + 1 and i > 0 and self.measures.unit_before(i) is not None:
            card = Cardinal(i, i + 1, 1, "words", 1)  # ريال واحد وخمسون هللة
        card = card._replace(cut=cut)
        in_the = cut or (i > 0 and self.words[i - 1].key in lexicon.grammar["in"])
        if key in lexicon.grammar["the-hundred"] and card.end == i + 1 and in_the:
            self.excluded.append((i, card.end, "percent-without-number"))
            return None
        if atom.definite and atom.kind in "ThHu" and card.kind in {"words", "mixed"} and not shared:
            turned = self._definite(card, key)
            if turned is not None:
                return turned
        if references.named_day(self.words, lexicon, i, card.end):
            self.excluded.append((i, card.end, "name-of-day"))
            return None
        made = self.measures.finish(card, "fraction" if card.kind == "fraction" else "cardinal")
        reason = None if shared else doubts.doubt(self.words, self.lexicon, made, key)
        if reason is not None:
            self.excluded.append((i, card.end, reason))
            return None
        return made

    def _definite(self, card: Cardinal, key: str) -> Operand | None:
        """``العشرون`` after a singular is an ordinal (الذكرى العشرون), after a plural a cardinal (الدول العشرون)."""
        atom = self.lexicon.words[key]
        first, end = card.first, card.end
        affixes = self.lexicon.affixes
        if atom.kind == "u" and not (20 < card.value < 100 and key in self.lexicon.grammar["the-one"]):
            return None
        century = ordinals.noun_before(self.lexicon, self.words[first - 1].key) if first > 0 and not card.cut else None
        singular = century is not None and century.number == "s" and self.words[first - 1].key.startswith(affixes["definite"])
        nxt = None if singular else counted.counted(self.words, self.lexicon, end, card.value, definite=True)
        if nxt is not None or units.after(self.words, self.lexicon, end, self.context) is not None:
            return None
        before = self.words[first - 1] if first > 0 else None
        if before is not None and before.kind == "arabic" and ordinals.plural_before(self.lexicon, before.key):
            return None
        if (
            before is not None
            and not card.cut
            and before.line == self.words[first].line
            and before.kind == "arabic"
            and not before.key.startswith(affixes["definite"])
        ):
            return None
        end, value = ordinals.after_hundred(self.reader, end, int(card.value))
        link = self.reader.linked(end) or self._linked_ordinal(end)
        rest = ordinals.ordinal(self.reader, *link, 0) if link is not None and value % 100 == 0 else None
        if rest is not None and rest.value < 100:
            end, value = rest.end, value + rest.value  # المئة والخامسة والعشرون
        return Operand(first, end, (first, end), card.cut, value, "ordinal", "ordinal")

    def _linked_ordinal(self, end: int) -> tuple[int, str] | None:
        """The ordinal joined by و at word ``end``: (word, key)."""
        key = self.words[end].key if end < len(self.words) else ""
        return (end, key[1:]) if key.startswith(self.lexicon.affixes["and-the"]) and key[1:] in self.lexicon.ordinals else None

    def _ordinal(self, i: int, key: str, cut: int) -> Operand | None:
        found = ordinals.ordinal(self.reader, i, key, cut)
        if found is None:
            if key not in self.lexicon.grammar["second"] or not (i > 0 and self.words[i - 1].kind == "number"):
                self.excluded.append((i, i + 1, "verb-or-noun"))
            return None
        rule = references.head_rule(self.words, self.lexicon, i)
        if rule in {"unit-name", "article-of-law", "channel", "verse"}:
            self.excluded.append((i, found.end, rule))
            return None
        return Operand(i, found.end, (i, found.end), cut, found.value, "ordinal", "ordinal")


def _article(lexicon: NumberLexicon, key: str) -> int | None:
    """The proclitic letters before an article that is a word by itself (``ال 24 ساعة``, ``بال 24``); None for other words."""
    if key in lexicon.grammar["article"]:
        return 0
    if key not in lexicon.grammar["article-joined"]:
        return None
    return len(key) - (1 if key.endswith(lexicon.affixes["to-the"]) else 2)
