"""Whole expressions: bounds and approximators before and after a number, and the two ends of a range or a rise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from arnews.numbers import references
from arnews.numbers.cardinals import Reader, tidy
from arnews.numbers.lexicon import PROCLITICS, Value
from arnews.numbers.model import Numeral
from arnews.numbers.operand import Operand
from arnews.numbers.operands import Operands
from arnews.records import Quantity

_BEFORE_VERB = ("و", "ف", "ل")
_DASHES = frozenset("-–—")
_LOOK_BACK = 9
_GAP = 2
_MODIFIER = 4


class Prefix(NamedTuple):
    """Bounds and approximators before a number: where the number starts, what they set, proclitic letters on their first word."""

    end: int
    effects: frozenset[str]
    cut: int


@dataclass(frozen=True, slots=True)
class Expressions:
    """Reads whole expressions in one text, over its operands."""

    operands: Operands

    def at(self, i: int) -> Numeral | None:
        """The expression that starts at word ``i``, or None."""
        prefix = self._prefix(i)
        start = prefix.end
        ranged = self._range(start, prefix)
        if ranged is not None:
            return ranged
        first = self.operands.at(start, cut=start == i or bool(prefix.effects))
        if first is None or (first.first < start and prefix.effects):
            return None
        ranged = self._open_range(i, first, prefix)
        return ranged if ranged is not None else self._single(i, first, prefix)

    def around(self, dual: Numeral | None, floor: int) -> Numeral | None:
        """A dual with the approximator right before it and the bound right after: ``نحو عامين``, ``عامين على الأقل``."""
        if dual is None or dual.cut or dual.quantity.best is None:
            return dual
        words, best, first, cut, last = self.operands.words, dual.quantity.best, dual.first, 0, dual.last
        effects: set[str] = set()
        while first > floor and words[first - 1].line == words[dual.first].line:
            k = next((k for k in range(max(floor, first - _MODIFIER), first) if self._reaches(k, first)), None)
            if k is None:
                break
            prefix = self._prefix(k)
            effects |= prefix.effects
            first, cut = k, prefix.cut
        if last < len(words) and words[last].line == words[last - 1].line:
            after = self.operands.lexicon.after.longest(words, last, proclitics=False)
            if after is not None and not self._opens_next(after.first, after.last):
                effects.add(after.value)
                last = after.last
        if not effects:
            return dual
        return replace(dual, first=first, last=last, cut=cut, quantity=self._quantity(best, "dual", effects))

    def _reaches(self, k: int, end: int) -> bool:
        """Whether bounds that start at word ``k`` end right at word ``end``."""
        prefix = self._prefix(k)
        return prefix.end == end and bool(prefix.effects)

    # --- before and after ---------------------------------------------------------------------------------------------

    def _prefix(self, i: int) -> Prefix:
        words, before = self.operands.words, self.operands.lexicon.before
        end, cut = i, 0
        effects: set[str] = set()
        while end < len(words) and words[end].kind == "arabic":
            found = before.longest(words, end)
            if found is None or (effects and words[end].line != words[end - 1].line):
                break
            if end == i:
                cut = found.cut
            effects.add(found.value)
            end = found.last
        return Prefix(end, frozenset(effects), cut)

    def _suffix(self, operand_end: int, noun: tuple[int, int] | None, core_end: int) -> tuple[int, str] | None:
        """A bound after the number, its unit or its noun: where it ends and what it sets."""
        op = self.operands
        words = op.words
        ends = [core_end, operand_end]
        if noun is not None and noun[0] >= core_end:
            ends += [noun[1] + k for k in range(_GAP + 1)]
        limit = len(words)
        for at in dict.fromkeys(ends):
            if at >= limit or words[at].line != words[core_end - 1].line:
                break
            w = words[at]
            if w.text == "+" and at == core_end and w.start == words[at - 1].end:
                return at + 1, "low"
            found = op.lexicon.after.longest(words, at, proclitics=False)
            if found is not None and not self._opens_next(found.first, found.last):
                return found.last, found.value
            if w.kind != "arabic" and at >= operand_end:
                break
        return None

    def _opens_next(self, first: int, last: int) -> bool:
        """Whether a bound belongs to the number behind it: ``39 قتيلا وأكثر من 60 جريحا``, unlike ``20 شخصا وأكثر``."""
        words = self.operands.words
        if last >= len(words) or words[last].key not in self.operands.lexicon.grammar["than"]:
            return False
        return words[first].key.startswith("و") or (last + 1 < len(words) and words[last + 1].kind == "number")

    def _quantity(self, value: Value, kind: str, effects: set[str] | frozenset[str]) -> Quantity:
        value = tidy(value)
        rough = "approx" in effects
        if kind in {"vague", "few"}:
            return Quantity(low=value, vague=True, approximate=rough)
        if "low" in effects:
            return Quantity(low=value, approximate=rough)
        if "high" in effects:
            return Quantity(high=value, approximate=rough)
        return Quantity(best=value, approximate=rough)

    def _single(self, i: int, operand: Operand, prefix: Prefix) -> Numeral:
        effects = set(prefix.effects)
        last = operand.end
        suffix = None if operand.form == "ordinal" else self._suffix(operand.end, operand.noun, operand.core[1])
        if suffix is not None:
            last = max(last, suffix[0])
            effects.add(suffix[1])
        bound = bool(prefix.effects)
        return Numeral(
            first=i if bound else operand.first,
            last=last,
            cut=prefix.cut if bound else operand.cut,
            core=operand.core,
            quantity=self._quantity(operand.value, operand.kind, effects),
            form=operand.form,
            unit=operand.unit,
            noun=operand.noun,
            alternatives=tuple(self._quantity(v, operand.kind, effects) for v in operand.alternatives),
            rule=rule_name(operand),
        )

    # --- ranges -----------------------------------------------------------------------------------------------------------

    def _range(self, start: int, prefix: Prefix) -> Numeral | None:
        """``بين A وB``, ``ما بين A إلى B``, ``من A إلى B``."""
        words = self.operands.words
        if start >= len(words):
            return None
        opened = self._opened(start)
        if opened is None:
            return None
        between, opener, cut = opened
        if opener >= len(words) or words[opener].line != words[start].line:
            return None
        inner = self._prefix(opener)
        rise = not between and self._rises(start)
        pair = self._two_ends(inner.end, between=between, falling=rise)
        if pair is None:
            return None
        low, high = pair
        prefix = Prefix(prefix.end, prefix.effects | (inner.effects & {"approx"}), prefix.cut)
        if rise:
            return self._rise(low, high)
        if low.value >= high.value:
            return None
        first = start if not prefix.effects else -1
        return self._ranged(first, cut, low, high, prefix, "range-between" if between else "range-from-to")

    def _opened(self, start: int) -> tuple[bool, int, int] | None:
        """``بين``, ``ما بين`` and ``من`` at a word: whether two ends follow joined by و, where they begin, proclitic letters."""
        words, grammar = self.operands.words, self.operands.lexicon.grammar
        openers = (grammar["between"], grammar["what"], grammar["from"])
        key, cut = words[start].key, 0
        if key[:1] in PROCLITICS and not any(key in o for o in openers) and any(key[1:] in o for o in openers):
            key, cut = key[1:], 1
        if key in grammar["from"]:
            return False, start + 1, cut
        if key in grammar["between"]:
            return True, start + 1, cut
        if key in grammar["what"] and start + 1 < len(words) and words[start + 1].key in grammar["between"]:
            return True, start + 2, cut
        return None

    def _two_ends(self, at: int, *, between: bool, falling: bool) -> tuple[Operand, Operand] | None:
        words = self.operands.words
        low = self.operands.at(at, cut=False, shared=True)
        if low is None or low.form == "ordinal":
            return None
        pair = self._other_end(low, between=between, gap=falling)
        if pair is not None and (falling or pair[0].value < pair[1].value):
            return pair
        if not between:
            return None
        # بين خمسة وعشرين: the longest reading took both ends; try the number before each و.
        op = self.operands
        for k in range(low.core[1] - 1, at, -1):
            if words[k].key[:1] != "و":
                continue
            cut_off = Operands(words[:k], op.lexicon, op.context, Reader(words[:k], op.lexicon))
            part = cut_off.at(at, cut=False, shared=True)
            if (
                part is not None
                and part.end == k
                and (pair := self._other_end(part, between=True)) is not None
                and pair[0].value < pair[1].value
            ):
                return pair
        return None

    def _other_end(self, low: Operand, *, between: bool, gap: bool = False) -> tuple[Operand, Operand] | None:
        """The second end after the first and its unit or noun."""
        op = self.operands
        words, grammar = op.words, op.lexicon.grammar
        ends = [low.end]
        if low.noun is not None and low.noun[0] == low.end:
            ends.append(low.noun[1])
        if gap:  # ارتفع من 10 قتلى أمس إلى 15, من 1.7 في المئة سنة 2019 إلى 2.5
            ends += range(ends[-1] + 1, ends[-1] + 4)
        for end in ends:
            if end >= len(words) or words[end].line != words[low.first].line:
                return None
            w = words[end]
            if end > low.end and w.kind == "punct" and w.text not in _DASHES:
                return None
            high: Operand | None = None
            if w.key in grammar["to"] or (w.key in grammar["until"] and not between) or w.text in _DASHES or w.key in grammar["and-to"]:
                after = self._prefix(end + 1)
                high = op.at(after.end, shared=True)
            elif between and (link := op.reader.linked(end)) is not None:
                after = self._prefix(link[0]) if w.key == "و" else Prefix(link[0], frozenset(), 0)
                high = op.at(after.end, cut=False, key=None if after.end != link[0] else link[1], shared=True)
            elif between and w.key[:1] == "و" and len(w.key) > 1:
                after = self._prefix(end)
                high = op.at(after.end, cut=False, shared=True) if after.end > end else None
            if high is not None and high.form != "ordinal" and high.first > low.first and _same_measure(low, high):
                return self._share(low, high), high
        return None

    def _share(self, low: Operand, high: Operand) -> Operand:
        """The scale of the far end reaches the near one: ``25 إلى 30 ألفا``, ``ثلاثة إلى خمسة ملايين``."""
        if (
            low.scale == 1
            and low.unit_kind in {None, high.unit_kind}
            and high.scale > 1
            and high.coefficient is not None
            and low.value <= high.coefficient
            and low.kind in {"digits", "words"}
        ):
            return low._replace(value=tidy(low.value * high.scale), alternatives=())
        return low

    def _open_range(self, i: int, low: Operand, prefix: Prefix) -> Numeral | None:
        """``25 إلى 30 ألفا``, ``20-30``, ``ثلاثة أو أربعة``: ends with no word before them."""
        op = self.operands
        words, grammar = op.words, op.lexicon.grammar
        end = low.end
        if low.form == "ordinal" or end + 1 >= len(words) or words[end].line != words[low.first].line:
            return None
        w = words[end]
        if w.text in _DASHES:
            return self._dashed(i, low, prefix)
        if low.kind in {"vague", "few"}:
            return None
        if w.key in grammar["over"]:
            return self._over(i, low, prefix)
        if w.key in grammar["or"]:
            high = op.at(end + 1, shared=True)
            if high is None or (high.form != low.form and low.has_unit) or high.kind in {"vague", "few"} or high.form == "ordinal":
                return None
            low = self._share(low, high)
            near = low.value < high.value <= max(2 * low.value, low.value + 1)
            return self._ranged(i, low.cut, low, high, prefix, "range-or") if near else None
        if w.key not in grammar["to"] or low.value < 1:
            return None
        pair = self._other_end(low, between=False)
        if pair is None or pair[0].value >= pair[1].value or (low.unit_kind == "percent" and pair[1].unit_kind != "percent"):
            return None
        return self._ranged(i, low.cut, *pair, prefix, "range-to")

    def _over(self, i: int, low: Operand, prefix: Prefix) -> Numeral | None:
        """``ثلاثة على أربعة``: a fraction, where both are bare and nothing is counted."""
        high = self.operands.at(low.end + 1, cut=False, shared=True)
        if high is None or any(
            x.noun or x.has_unit or x.kind not in {"words", "digits"} or not isinstance(x.value, int) for x in (low, high)
        ):
            return None
        if not 0 < low.value < high.value <= 100 or prefix.effects:
            return None
        quantity = Quantity(best=low.value / high.value)
        return Numeral(i, high.end, low.cut, (low.core[0], high.core[1]), quantity, "fraction", rule="fraction-over")

    def _dashed(self, i: int, low: Operand, prefix: Prefix) -> Numeral | None:
        op = self.operands
        words = op.words
        end = low.end
        high = op.at(end + 1, cut=False, shared=True)
        if high is None or words[end + 1].kind != "number" or high.first != end + 1:
            return None
        low = self._share(low, high)
        if low.value >= high.value or low.kind not in {"digits", "mixed"}:
            return None
        plain = high.noun is None and not high.has_unit and high.scale == 1
        if plain and max(low.value, high.value) <= 30 and references.cue_near(words, op.lexicon.cues["sport"], low.first, high.end):
            return None
        return self._ranged(i, low.cut, low, high, prefix, "range-dash")

    def _ranged(self, first: int, cut: int, low: Operand, high: Operand, prefix: Prefix, rule: str) -> Numeral:
        bound = bool(prefix.effects)
        start = first if first >= 0 else low.first
        effects = set(prefix.effects)
        last = high.end
        suffix = self._suffix(high.end, high.noun, high.core[1])
        if suffix is not None:
            last = max(last, suffix[0])
            effects.add(suffix[1])
        quantity = Quantity(low=tidy(low.value), high=tidy(high.value), approximate="approx" in effects)
        if bound:
            start, cut = self._prefix_start(prefix, start), prefix.cut
        return Numeral(
            first=start,
            last=last,
            cut=cut,
            core=(low.core[0], high.core[1]),
            quantity=quantity,
            form=high.form,
            unit=high.unit or low.unit,
            noun=high.noun,
            rule=rule,
        )

    def _prefix_start(self, prefix: Prefix, start: int) -> int:
        """The first word of the bounds that end where the range starts."""
        words, before = self.operands.words, self.operands.lexicon.before
        at = min(prefix.end, start) if prefix.end <= start else start
        best = at
        for k in range(at - 1, max(-1, at - _LOOK_BACK), -1):
            found = before.longest(words, k)
            if found is not None and found.last >= best:
                best = k
        return best

    def _rises(self, start: int) -> bool:
        words, cues = self.operands.words, self.operands.lexicon.cues["rise"]
        line = words[start].line
        for k in range(start - 1, max(-1, start - _LOOK_BACK), -1):
            w = words[k]
            if w.line != line or w.text in {".", "؛", "؟", "!"}:
                return False
            if w.key in cues or (w.key.startswith(_BEFORE_VERB) and w.key[1:] in cues):
                return True
        return False

    def _rise(self, old: Operand, new: Operand) -> Numeral:
        """``ارتفع من 10 إلى 15``: the new total, with the old one kept."""
        made = self._single(new.first, new, Prefix(new.first, frozenset(), 0))
        return Numeral(
            first=made.first,
            last=made.last,
            cut=made.cut,
            core=made.core,
            quantity=made.quantity,
            form=made.form,
            unit=made.unit or old.unit,
            noun=made.noun or old.noun,
            alternatives=made.alternatives,
            rule="rise" if new.value > old.value else "fall",
            previous=Quantity(best=tidy(old.value)),
            previous_at=(old.first, old.end),
        )


def _same_measure(low: Operand, high: Operand) -> bool:
    """Ends of one range measure in one unit: ``ثلاثة سنتات إلى 48 دولارا`` is a step and a price."""
    return not low.has_unit or (high.has_unit and low.unit_kind == high.unit_kind and low.unit == high.unit)


def rule_name(operand: Operand) -> str:
    """The name under which a single number is recorded."""
    if (
        operand.kind in {"vague", "few", "ordinal", "ordinal-digits", "ordinal-numbered", "fraction", "multiplier", "pair"}
        and operand.unit_kind is None
    ):
        return operand.kind
    if operand.unit_kind is not None:
        return operand.unit_kind
    return f"cardinal-{operand.kind}"
