"""One number with what belongs to it: article, sign, unit, counted noun; before ranges and bounds are read around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from arnews.context import Context
from arnews.numbers import counted, digits, doubts, enclosed, halves, ordinals, references, units
from arnews.numbers.cardinals import Cardinal, Reader, tidy
from arnews.numbers.lexicon import PROCLITICS, NumberLexicon, Value
from arnews.numbers.operand import Operand
from arnews.records import NumberForm
from arnews.text.words import Word, cuts

_LISTED = frozenset({"article-of-law", "law-reference", "name-with-number", "channel", "verse", "document-number", "address"})


@dataclass(frozen=True, slots=True)
class Operands:
    """Reads operands in one text; ``excluded`` collects the word ranges that named rules keep out."""

    words: Sequence[Word]
    lexicon: NumberLexicon
    context: Context
    reader: Reader
    excluded: list[tuple[int, int, str]] = field(default_factory=list)

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
            below = self.at(i + 1, cut=False)
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
        card = self.reader.fraction(i, w.key) or self.reader.cardinal(i, w.key)
        if card is None:
            return None
        if definite:
            card = card._replace(first=first, definite=True, cut=cut)
        elif card.kind == "digits" and w.text.isdigit() and (part := halves.mixed_fraction(self.reader, card.end)) is not None:
            card = card._replace(end=card.end + 1, value=card.value + part)
        rule = references.digit_rule(words, lexicon, read) or self._listed(read.first)
        if (
            rule in _LISTED
            and w.text.isdigit()
            and len(w.text) <= 2
            and read.end < len(words)
            and words[read.end].key in lexicon.cues["month"]
        ):
            rule = None  # محضر 23 ديسمبر
        made = self.finish(card, "fraction" if card.kind == "fraction" else "cardinal")
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
        return self.finish(card, "fraction")

    # --- words ------------------------------------------------------------------------------------------------------

    def _in_words(self, i: int, key: str, cut: int, shared: bool) -> Operand | None:
        lexicon = self.lexicon
        atom = lexicon.words.get(key)
        if atom is None:
            if key in lexicon.ordinals and not shared:
                return self._ordinal(i, key, cut)
            return halves.and_a_half(self.reader, i, key, cut)
        if atom.kind in "mM":
            return self._multiplier(i, key, cut)
        if atom.kind == "k":
            return self._pair(i, cut)
        if "\u0651" in self.words[i].text and key in lexicon.grammar["thousand-or-verb"] and key == self.words[i].key:
            self.excluded.append((i, i + 1, "verb-or-noun"))
            return None
        card = self.reader.vague(i, key, cut) or self.reader.fraction(i, key, cut) or self.reader.cardinal(i, key, cut)
        if card is None:
            if not shared and atom.kind in "ar":
                self.excluded.append((i, i + 1, ("weekday" if atom.definite else "one-of") if atom.kind == "a" else "noun-not-fraction"))
            return None
        card = card._replace(cut=cut)
        in_the = cut or (i > 0 and self.words[i - 1].key in lexicon.grammar["in"])
        if key in lexicon.grammar["the-hundred"] and card.end == i + 1 and in_the:
            self.excluded.append((i, card.end, "percent-without-number"))
            return None
        if atom.definite and atom.kind in "ThHu" and card.kind in {"words", "mixed"} and not shared:
            turned = self._definite(card, key)
            if turned is not None:
                return turned
        made = self.finish(card, "fraction" if card.kind == "fraction" else "cardinal")
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

    def _multiplier(self, i: int, key: str, cut: int) -> Operand | None:
        """``ضعفي``, ``ضعفا``, ``ضعف``: twice. ضعف is also weakness: it needs إلى, ب or a counted amount beside it."""
        words = self.words
        atom = self.lexicon.words[key]
        if (atom.kind == "m" or key in self.lexicon.grammar["twice"]) and ("\u064b" in words[i].text or not self._doubles(i, key)):
            self.excluded.append((i, i + 1, "weakness"))
            return None
        return Operand(i, i + 1, (i, i + 1), cut, 2, "multiplier", "multiplier", has_unit=True)

    def _doubles(self, i: int, key: str) -> bool:
        """Whether ضعف is twice: ``ضعف عدد``, ``بلغ ضعف الإنتاج``, ``إلى الضعف``; not ``بسبب ضعف حجم``, ``أدى إلى ضعف الأداء``."""
        words, cues, grammar = self.words, self.lexicon.cues, self.lexicon.grammar
        if len(words) == 1:
            return True
        nxt = words[i + 1].key if i + 1 < len(words) and words[i + 1].line == words[i].line else ""
        before = words[i - 1].key if i > 0 and words[i - 1].line == words[i].line else ""
        far = words[i - 2].key if i > 1 else ""
        if before in cues["cause"]:
            return False
        if nxt in cues["amount"] or (nxt[2:] in cues["amount"] and nxt.startswith(self.lexicon.affixes["article"])):
            return True
        if before in grammar["than"]:
            return far in cues["more-than"]
        if before in grammar["onward"]:
            return key.startswith(self.lexicon.affixes["article"])
        return before in cues["before-multiple"]

    def _pair(self, i: int, cut: int) -> Operand | None:
        words = self.words
        lexicon = self.lexicon
        if i + 2 < len(words) and words[i + 1].key in lexicon.grammar["of"] and words[i + 2].key.startswith(lexicon.affixes["article"]):
            return Operand(i, i + 1, (i, i + 1), cut, 2, "cardinal", "pair", noun=(i + 2, i + 3))
        return None

    # --- what follows -----------------------------------------------------------------------------------------------

    def finish(self, card: Cardinal, form: NumberForm) -> Operand:
        """Add the unit or the counted noun to a cardinal or fraction."""
        words, lexicon = self.words, self.lexicon
        value, end, first = card.value, card.end, card.first
        alternatives = card.alternatives
        core = (first, end)
        behind = enclosed.behind(words, first, end) if card.kind == "digits" else end
        unit = units.after(words, lexicon, behind, self.context)
        if unit is not None and behind > end:
            card = card._replace(first=first - 1)  # (50) ريالا
        ahead = units.before(words, lexicon, first, self.context) if words[first].kind == "number" else None
        if unit is None and ahead is not None:
            return Operand(
                ahead.first,
                end,
                core,
                0,
                value,
                "percent" if ahead.unit.kind == "percent" else form,
                card.kind,
                None if ahead.unit.kind == "percent" else ahead.name,
                ahead.unit.kind,
                None,
                alternatives,
                card.coefficient,
                card.scale,
                True,
            )
        if (
            card.thousands is not None
            and card.thousands != value
            and (
                (unit is not None and unit.unit.kind == "money")
                or (unit is None and counted.counted(words, lexicon, behind, 100, definite=False) is not None)
            )
        ):
            value, alternatives = card.thousands, (value,)
        if unit is not None:
            return self._with_unit(card, unit, value, alternatives, form, ahead)
        noun = counted.counted(words, lexicon, behind, value, definite=card.kind in {"vague", "few"})
        if behind > end and noun is not None and noun.noun is None:
            noun = None  # between marks, only a noun that the lexicon knows
        if (
            noun is not None
            and noun.word == end
            and isinstance(value, int)
            and (part := halves.part_after(self.reader, end + 1, words[end].key)) is not None
        ):
            # ثلاث سنوات ونصف: the half follows the noun, which stands inside the number.
            lemma = noun.noun.lemma if noun.noun is not None and noun.noun.kind == "time" else None
            return Operand(first, part[0], core, card.cut, value + part[1], form, "and-a-half", lemma, None, (end, end + 1))
        if noun is not None and isinstance(value, int) and 1000 <= value <= 2100 and first > 0 and self._dated(first):
            noun = None  # سنة 2003 أيام فلان
        name = noun.noun.lemma if noun is not None and noun.noun is not None and noun.noun.kind == "time" else None
        at = (noun.word, noun.word + 1) if noun is not None else None
        if at is None and value == 1 and first > 0 and card.kind == "words":
            before = ordinals.noun_before(lexicon, words[first - 1].key)
            if (
                before is not None
                and before.number == "s"
                and before.lemma not in lexicon.grammar["lemma-number"]
                and words[first - 1].line == words[first].line
            ):
                at = (first - 1, first)
            one = units.after(words, lexicon, first - 1, self.context) if first > 0 else None
            if one is not None and one.end == first and one.unit.kind in {"money", "measure"}:
                # كيلوغرام واحد, دولار واحد: the unit stands before the one it counts.
                return Operand(first - 1, end, core, 0, value, form, card.kind, one.name, one.unit.kind, None, alternatives, None, 1, True)
        return Operand(
            first, end, core, card.cut, value, form, card.kind, name, None, at, alternatives, card.coefficient, card.scale, False
        )

    def _dated(self, first: int) -> bool:
        """Whether a word of years or a month stands before a number that can be a year."""
        key = self.words[first - 1].key
        return key in self.lexicon.cues["month"] or key.endswith(self.lexicon.affixes["year"])

    def _with_unit(
        self, card: Cardinal, unit: units.UnitAt, value: Value, others: tuple[Value, ...], form: NumberForm, ahead: units.UnitAt | None
    ) -> Operand:
        words = self.words
        kind, name, end = unit.unit.kind, unit.name, unit.end
        first = card.first
        if kind == "percent":
            form, name = "percent", None
        elif kind == "point":
            form = "percent"
        elif kind == "multiplier":
            form, name = "multiplier", None
        elif kind == "money":
            end, value = self._subunits(end, value, name)
        elif kind == "measure" and isinstance(value, int) and (part := halves.part_after(self.reader, end, words[end - 1].key)) is not None:
            end, value = part[0], value + part[1]
        elif (
            name is not None
            and name.split(" ")[0] in self.lexicon.grammar["lemma-degree"]
            and end + 1 < len(words)
            and words[end + 1].key in self.lexicon.grammar["the-zero"]
            and words[end].key in self.lexicon.grammar["beside-zero"]
        ):
            value = -value if words[end].key in self.lexicon.grammar["below"] else value
            end += 2
        if ahead is not None and ahead.unit.kind == "money":
            first = ahead.first
        return Operand(
            first,
            end,
            (card.first, card.end),
            card.cut,
            tidy(value),
            form,
            card.kind,
            name,
            kind,
            None,
            others,
            card.coefficient,
            card.scale,
            True,
        )

    def _subunits(self, end: int, value: Value, code: str | None) -> tuple[int, Value]:
        """``10 دولارات و20 سنتا``: the parts of the unit after و."""
        link = self.reader.linked(end)
        if link is None:
            return end, value
        part = self.reader.cardinal(*link)
        if part is None:
            return end, value
        unit = units.after(self.words, self.lexicon, part.end, self.context)
        if unit is None or unit.unit.kind != "subunit":
            return end, value
        parts = self.lexicon.subunits
        share = parts.get((unit.unit.name, code or ""), parts.get((unit.unit.name, ""), 0))
        return (unit.end, value + part.value / share) if share and 0 < part.value < share else (end, value)


def _article(lexicon: NumberLexicon, key: str) -> int | None:
    """The proclitic letters before an article that is a word by itself (``ال 24 ساعة``, ``بال 24``); None for other words."""
    if key in lexicon.grammar["article"]:
        return 0
    if key not in lexicon.grammar["article-joined"]:
        return None
    return len(key) - (1 if key.endswith(lexicon.affixes["to-the"]) else 2)
