"""Whole expressions: bounds and approximators before and after a number, and the two ends of a range or a rise."""

from __future__ import annotations

from dataclasses import dataclass, replace

from arnews.numbers import duals, references, shares
from arnews.numbers.bounds import LOOK_BACK, Bounds, Prefix
from arnews.numbers.cardinals import tidy
from arnews.numbers.lexicon import PROCLITICS, Value
from arnews.numbers.model import Numeral
from arnews.numbers.operand import Operand
from arnews.numbers.operands import Operands
from arnews.records import Quantity

_BEFORE_VERB = ("و", "ف", "ل")
_DASHES = frozenset("-–—")
_MODIFIER = 4


# How far a verb of rising may stand before its numbers, in words: ارتفعت حصيلة ضحايا الزلزال الذي ضرب محافظة كرمان أمس من 12 إلى 31.
_FARTHEST_RISE = 20


@dataclass(frozen=True, slots=True)
class Expressions:
    """Reads whole expressions in one text, over its operands."""

    operands: Operands
    bounds: Bounds

    def at(self, i: int) -> Numeral | None:
        """The expression that starts at word ``i``, or None."""
        prefix = self.bounds.before(i)
        start = prefix.end
        ranged = self._range(start, prefix)
        if ranged is not None:
            return ranged
        first = self.operands.at(start, cut=start == i or bool(prefix.effects))
        if first is None:
            low = self._dual_before_range(start)
            return (self._open_range(i, low, prefix) or shares.share(self.operands, low)) if low is not None else None
        if first.first < start and prefix.effects:
            return None
        ranged = shares.share(self.operands, first) or shares.of_noun(self.operands, first) or self._open_range(i, first, prefix)
        return ranged if ranged is not None else self._single(i, first, prefix)

    def _dual_before_range(self, start: int) -> Operand | None:
        """``كيلومترين إلى ثلاثة``, ``قتيلين أو ثلاثة``: a dual where the word of a range follows."""
        words, joining = self.operands.words, self.operands.lexicon.grammar["after-low-dual"]
        if not any(w.key in joining for w in words[start + 1 : start + 3]):
            return None
        return duals.range_end(self.operands, start)

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
            prefix = self.bounds.before(k)
            effects |= prefix.effects
            first, cut = k, prefix.cut
        if last < len(words) and words[last].line == words[last - 1].line:
            after = self.operands.lexicon.after.longest(words, last, proclitics=False)
            if after is not None and not self.bounds.opens_next(after.first, after.last):
                effects.add(after.value)
                last = after.last
        if not effects:
            return dual
        return replace(dual, first=first, last=last, cut=cut, quantity=self._quantity(best, "dual", effects))

    def _reaches(self, k: int, end: int) -> bool:
        """Whether bounds that start at word ``k`` end right at word ``end``."""
        prefix = self.bounds.before(k)
        return prefix.end == end and bool(prefix.effects)

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
        suffix = None if operand.form == "ordinal" else self.bounds.after(operand.end, operand.noun, operand.core[1])
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
        inner = self.bounds.before(opener)
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
        openers = grammar["range-opener"]
        key, cut = words[start].key, 0
        if key not in openers:
            if key[:1] not in PROCLITICS or key[1:] not in openers:
                return None
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
        op = self.operands
        low = op.at(at, cut=False, shared=True) or (duals.range_end(op, at) or duals.low_one(op, at) if at < len(words) else None)
        if low is None or low.form == "ordinal":
            return None
        pair = self._other_end(low, between=between, gap=falling)
        if pair is not None and (falling or pair[0].value < pair[1].value):
            return pair
        if not between:
            return None
        # بين خمسة وعشرين: the longest reading took both ends; try the number before each و.
        for k in range(low.core[1] - 1, at, -1):
            if words[k].key[:1] != "و":
                continue
            cut_off = Operands.of(words[:k], op.lexicon, op.context)
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
        words = self.operands.words
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
            high = self._far_end(end, between=between)
            if high is not None and high.form != "ordinal" and high.first > low.first and _same_measure(low, high):
                return self._below_zero(self._share(low, high), high)
        return None

    def _far_end(self, end: int, *, between: bool) -> Operand | None:
        """The second end, where the word at ``end`` joins it: ``إلى``, ``حتى`` or a dash; ``و`` after ``بين``."""
        op = self.operands
        w, grammar = op.words[end], op.lexicon.grammar
        if w.key in grammar["to"] or (w.key in grammar["until"] and not between) or w.text in _DASHES or w.key in grammar["and-to"]:
            at = self.bounds.before(end + 1).end
            return op.at(at, shared=True) or duals.range_end(op, at)
        if not between or w.key[:1] != "و":
            return None
        link = op.reader.linked(end)
        if link is not None:
            at = self.bounds.before(link[0]).end if w.key == "و" else link[0]
            return op.at(at, cut=False, key=None if at != link[0] else link[1], shared=True) or duals.range_end(op, at)
        at = self.bounds.before(end).end
        return op.at(at, cut=False, shared=True) if at > end else duals.range_end(op, end, joined=True)

    def _below_zero(self, low: Operand, high: Operand) -> tuple[Operand, Operand]:
        """``بين 5 و10 درجات تحت الصفر``: the sign of the far end holds for the near one, which is then the warmer."""
        words, grammar = self.operands.words, self.operands.lexicon.grammar
        shared = not low.has_unit or (low.value == 1 and low.noun is None)
        if not (shared and low.value > 0 > high.value and low.value < -high.value and words[high.end - 1].key in grammar["the-zero"]):
            return low, high
        return low._replace(value=high.value, alternatives=()), high._replace(value=-low.value, alternatives=())

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
        suffix = self.bounds.after(high.end, high.noun, high.core[1])
        if suffix is not None:
            last = max(last, suffix[0])
            effects.add(suffix[1])
        quantity = Quantity(low=tidy(low.value), high=tidy(high.value), approximate="approx" in effects)
        if bound:
            start, cut = self.bounds.start_of(prefix, start), prefix.cut
        return Numeral(
            first=start,
            last=last,
            cut=cut,
            core=(low.core[0], high.core[1]),
            quantity=quantity,
            form=high.form,
            unit=high.unit or low.unit,
            noun=high.noun or (low.noun if low.kind == "dual" else None),
            rule=rule,
        )

    def _rises(self, start: int) -> bool:
        words, cues = self.operands.words, self.operands.lexicon.cues["rise"]
        line = words[start].line
        for k in range(start - 1, max(-1, start - _FARTHEST_RISE), -1):
            w = words[k]
            if w.line != line or w.text in {".", "؛", "؟", "!"} or (w.kind == "number" and start - k > LOOK_BACK):
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
    if low.kind == "dual" and not high.has_unit and high.noun is None:
        return True  # من كيلومترين إلى ثلاثة
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
