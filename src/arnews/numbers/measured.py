"""What belongs to one number: its unit with the unit's parts, its sign below zero, its counted noun, the noun said a second time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from arnews.context import Context
from arnews.numbers import counted, digits, enclosed, halves, ordinals, units
from arnews.numbers.cardinals import Cardinal, Reader, tidy
from arnews.numbers.lexicon import NumberLexicon, Value
from arnews.numbers.operand import Operand
from arnews.numbers.units import UnitAt
from arnews.records import NumberForm
from arnews.text.fold import fold
from arnews.text.proclitics import proclitics
from arnews.text.words import Word

_NAMED_BEFORE_ONE = 3  # words of a unit before واحد: ليرة سورية جديدة واحدة
_COUNTED = frozenset({"money", "measure"})


@dataclass(frozen=True, slots=True)
class Measures:
    """Reads what follows and precedes a number in one text; ``usage`` keeps whether it writes its thousands with a dot."""

    words: Sequence[Word]
    lexicon: NumberLexicon
    context: Context
    reader: Reader
    usage: list[bool] = field(default_factory=list)

    def dotted(self) -> bool:
        """Whether the text writes its thousands with a dot: looked up once, where a number asks."""
        if not self.usage:
            self.usage.append(digits.dotted(self.words, self.lexicon))
        return self.usage[0]

    def finish(self, card: Cardinal, form: NumberForm) -> Operand:
        """Add the unit or the counted noun to a cardinal or fraction."""
        words, lexicon = self.words, self.lexicon
        end, first = card.end, card.first
        behind = enclosed.behind(words, first, end) if card.kind == "digits" else end
        unit = units.after(words, lexicon, behind, self.context)
        if unit is not None and behind > end:
            card = card._replace(first=first - 1)  # (50) ريالا
        ahead = units.before(words, lexicon, first, self.context) if words[first].kind == "number" else None
        if unit is None and ahead is not None:
            percent = ahead.unit.kind == "percent"
            return Operand(
                ahead.first, end, (first, end), 0, card.value, "percent" if percent else form, card.kind,
                None if percent else ahead.name, ahead.unit.kind, None, card.alternatives, card.coefficient, card.scale, True,
            )  # fmt: skip
        if card.thousands is not None and card.thousands != card.value and self._in_thousands(card.thousands, unit, behind):
            card = card._replace(value=card.thousands, alternatives=(card.value,))
        if unit is not None:
            return self._with_unit(card, unit, form, ahead)
        return self._with_noun(card, form, behind)

    def _in_thousands(self, value: Value, unit: UnitAt | None, behind: int) -> bool:
        """Whether ``3.500`` is 3,500 here: money, something that has no thousandths (``26.971 فحصا``), or the usage of the text."""
        if unit is not None:
            return unit.unit.kind == "money" or (self.dotted() and unit.unit.kind == "measure")
        if any(counted.counted(self.words, self.lexicon, behind, n, definite=False) is not None for n in (100, value)):
            return True
        return self.dotted()

    # --- nouns ------------------------------------------------------------------------------------------------------

    def _with_noun(self, card: Cardinal, form: NumberForm, behind: int) -> Operand:
        words, lexicon = self.words, self.lexicon
        value, end, first, core = card.value, card.end, card.first, (card.first, card.end)
        one = value == 1 and first > 0 and card.kind == "words"
        unit = self.unit_before(first, definite=card.definite) if one else None
        if unit is not None:
            return self._one(card, unit, form)
        below = self.below_zero(end, value)
        if below is not None and card.kind in {"words", "digits"}:
            return Operand(first, below[0], core, card.cut, below[1], form, card.kind)
        noun = counted.counted(words, lexicon, behind, value, definite=card.kind in {"vague", "few"})
        if behind > end and noun is not None and noun.noun is None:
            noun = None  # between marks, only a noun that the lexicon knows
        more = self._more(noun, value) if noun is not None and noun.word == end and isinstance(value, int) else None
        if more is not None:
            lemma = noun.noun.lemma if noun is not None and noun.noun is not None and noun.noun.kind == "time" else None
            return Operand(first, more[0], core, card.cut, value + more[1], form, "and-a-half", lemma, None, (end, end + 1))
        if noun is not None and isinstance(value, int) and 1000 <= value <= 2100 and first > 0 and self._dated(first):
            noun = None  # سنة 2003 أيام فلان
        name = noun.noun.lemma if noun is not None and noun.noun is not None and noun.noun.kind == "time" else None
        at = (noun.word, noun.word + 1) if noun is not None else None
        if at is None and value == 1 and first > 0 and card.kind == "words":
            before = ordinals.noun_before(lexicon, words[first - 1].key)
            known = before is not None and before.number == "s" and before.lemma not in lexicon.grammar["lemma-number"]
            if known and words[first - 1].line == words[first].line:
                at = (first - 1, first)
        return Operand(
            first, end, core, card.cut, value, form, card.kind, name, None, at, card.alternatives, card.coefficient, card.scale, False
        )

    def _more(self, noun: counted.Counted | None, value: Value) -> tuple[int, Value] | None:
        """What is added after the noun, which then stands inside the number: ``ثلاث سنوات ونصف``, ``مئة كتاب وكتابين``."""
        if noun is None:
            return None
        part = halves.part_after(self.reader, noun.word + 1, self.words[noun.word].key)
        if part is not None or noun.noun is None or noun.noun.kind == "time" or not _round(value):
            return part
        link = self._after_and(noun.word + 1)
        if link is None:
            return None
        dual, single, key = self.lexicon.duals.get(link[1]), self.lexicon.nouns.get(link[1]), self.words[noun.word].key
        # كتاب is a book and, in other vowels, writers: the word itself said again is the same noun.
        if dual is not None and dual.number == "d" and (dual.lemma == noun.noun.lemma or fold(dual.lemma) == key):
            return link[0] + 1, 2
        one = link[1] == key or (single is not None and single.number == "s" and single.lemma == noun.noun.lemma)
        return (link[0] + 1, 1) if one else None

    def _after_and(self, end: int) -> tuple[int, str] | None:
        """The word after و at word ``end`` of the same line: (word, key)."""
        words = self.words
        if end >= len(words) or words[end].line != words[end - 1].line or words[end].key[:1] != "و":
            return None
        key = words[end].key[1:]
        if not key:
            return (end + 1, words[end + 1].key) if end + 1 < len(words) else None
        return end, key

    def _dated(self, first: int) -> bool:
        """Whether a word of years or a month stands before a number that can be a year."""
        key = self.words[first - 1].key
        return key in self.lexicon.cues["month"] or key.endswith(self.lexicon.affixes["year"])

    # --- units ------------------------------------------------------------------------------------------------------

    def unit_before(self, first: int, *, definite: bool = False) -> UnitAt | None:
        """The unit of money or measure that ends right before واحد: ``كيلوغرام واحد``, ``بدولار أمريكي واحد``.

        ``للكيلوغرام الواحد`` (``definite``) is a rate and counts nothing; ``كلنا وطن واحد`` holds no ton.
        """
        low = max(0, first - _NAMED_BEFORE_ONE)
        for k in range(low, first):
            word = self.words[k]
            if word.line != self.words[first].line or word.kind != "arabic":
                continue
            found = self.lexicon.units.longest(self.words, k)
            if found is None or found.last != first or found.value.kind not in _COUNTED or found.value.dual:
                continue
            if found.cut and (definite or proclitics(word.key).letters < found.cut):
                return None
            return UnitAt(k, first, found.value, units.name_of(self.lexicon, found.value, self.context), found.cut)
        return None

    def _one(self, card: Cardinal, unit: UnitAt, form: NumberForm) -> Operand:
        """``دولار واحد وخمسة سنتات``, ``درجة واحدة تحت الصفر``: the unit stands before the one it counts."""
        end, value = self.and_parts(card.end, 1, unit)
        return Operand(
            unit.first, end, (card.first, card.end), unit.cut, value, form, card.kind, unit.name, unit.unit.kind, None,
            card.alternatives, None, 1, True,
        )  # fmt: skip

    def lone_unit(self, i: int) -> Operand | None:
        """``دينار و250 مليما``, ``دولار ونصف``: one unit of money and parts of it."""
        if not any(w.key[:1] == "و" for w in self.words[i + 1 : i + 1 + _NAMED_BEFORE_ONE]):
            return None
        found = self.lexicon.units.longest(self.words, i)
        if found is None or found.value.dual or found.value.kind != "money":
            return None
        key = self.words[i].key[found.cut :]
        if key.endswith(self.lexicon.affixes["feminine"]) or key in self.lexicon.grammar["many-money"]:
            return None
        if found.last < len(self.words) and self.words[found.last].key in self.lexicon.grammar["one"]:
            return None  # ريال واحد وخمسون هللة
        unit = UnitAt(i, found.last, found.value, units.name_of(self.lexicon, found.value, self.context), found.cut)
        end, value = self.and_parts(found.last, 1, unit)
        if end == found.last:
            return None
        return Operand(i, end, (i, end), found.cut, value, "cardinal", "and-a-half", unit.name, "money", None, has_unit=True)

    def _with_unit(self, card: Cardinal, unit: UnitAt, form: NumberForm, ahead: UnitAt | None) -> Operand:
        kind, name, end, value, first = unit.unit.kind, unit.name, unit.end, card.value, card.first
        if kind == "percent":
            form, name = "percent", None
        elif kind == "point":
            form = "percent"
        elif kind == "multiplier":
            form, name = "multiplier", None
        elif kind in _COUNTED:
            end, value = self.and_parts(end, value, unit)
        if ahead is not None and ahead.unit.kind == "money":
            first = ahead.first
        return Operand(
            first, end, (card.first, card.end), card.cut, tidy(value), form, card.kind, name, kind, None, card.alternatives,
            card.coefficient, card.scale, True,
        )  # fmt: skip

    def and_parts(self, end: int, value: Value, unit: UnitAt) -> tuple[int, Value]:
        """Where an amount ends with all that belongs to its unit, and what it comes to: parts after و, below zero, the unit again."""
        if unit.unit.kind == "money":
            stop, more = self._subunits(end, value, unit.name)
            if stop > end:
                return stop, more
        if isinstance(value, int) and (unit.unit.kind == "measure" or value < 3):
            part = halves.part_after(self.reader, end, self.words[unit.first].key[unit.cut :])
            if part is not None:
                return part[0], value + part[1]
        if unit.name is not None and unit.name.split(" ")[0] in self.lexicon.grammar["lemma-degree"]:
            return self.below_zero(end, value) or (end, value)
        again = self._again(end, unit) if _round(value) else None
        return (again[0], value + again[1]) if again is not None else (end, value)

    def below_zero(self, end: int, value: Value) -> tuple[int, Value] | None:
        """``خمس درجات تحت الصفر``: where it ends and the value with its sign; None where no zero follows."""
        words, grammar = self.words, self.lexicon.grammar
        if end + 1 >= len(words) or words[end].key not in grammar["beside-zero"] or words[end].line != words[end - 1].line:
            return None
        at = end + 2 if words[end + 1].key in grammar["degree-of-zero"] and end + 2 < len(words) else end + 1
        if words[at].key not in grammar["the-zero"]:
            return None
        return at + 1, -value if words[end].key in grammar["below"] else value

    def _again(self, end: int, unit: UnitAt) -> tuple[int, int] | None:
        """``مئة دينار ودينارين``, ``مئتي درهم ودرهما``: the unit said again, for two or one more."""
        link = self._after_and(end)
        if link is None:
            return None
        at, key = link
        found = self.lexicon.units.get([key])
        if found is None or found.name != unit.unit.name or key.endswith(self.lexicon.affixes["feminine"]):
            return None
        return (at + 1, 2 if found.dual else 1) if key not in self.lexicon.grammar["many-money"] else None

    def _subunits(self, end: int, value: Value, code: str | None) -> tuple[int, Value]:
        """``10 دولارات و20 سنتا``: the parts of the unit after و."""
        link = self.reader.linked(end)
        part = self.reader.cardinal(*link) if link is not None else None
        if part is None:
            return end, value
        unit = units.after(self.words, self.lexicon, part.end, self.context)
        if unit is None or unit.unit.kind != "subunit":
            return end, value
        parts = self.lexicon.subunits
        share = parts.get((unit.unit.name, code or ""), parts.get((unit.unit.name, ""), 0))
        return (unit.end, tidy(value + part.value / share)) if share and 0 < part.value < share else (end, value)


def _round(value: Value) -> bool:
    return isinstance(value, int) and value >= 100 and value % 100 == 0
