"""Cardinal numbers in words, digits and both: the grammar of groups below a thousand and their scales."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from arnews.numbers import digits, enclosed
from arnews.numbers.lexicon import Atom, NumberLexicon, Value
from arnews.text.words import Word

TIMES_A_LOT = 10**21


class Cardinal(NamedTuple):
    """A number as read: words ``first`` to ``end``, the value, and how it is built.

    ``coefficient`` and ``scale`` belong to its last group, so that a range can share the scale (``25 إلى 30 ألفا``).
    ``kind``: ``digits``, ``words``, ``mixed``, ``vague``, ``few``, ``fraction``, ``multiplier``, ``dual-scale``, ``pair``. ``cut``:
    proclitic letters on the first word.
    """

    first: int
    end: int
    value: Value
    kind: str
    coefficient: Value | None = None
    scale: Value = 1
    definite: bool = False
    groups: int = 1
    alternatives: tuple[Value, ...] = ()
    thousands: Value | None = None
    cut: int = 0


class Group(NamedTuple):
    """A coefficient with its scales: ``خمسة عشر ألفا``, ``مئتي مليون``, ``3.5 مليون``."""

    end: int
    value: Value
    scale: Value
    coefficient: Value | None
    kind: str
    definite: bool = False
    alternatives: tuple[Value, ...] = ()
    thousands: Value | None = None
    first: int = -1


def tidy(value: Value) -> Value:
    """An integral float as an int; other floats without the dust of binary multiplication."""
    if isinstance(value, float):
        clean = round(value, 9)
        if abs(clean - value) <= 1e-14 * abs(value):
            value = clean
        if value.is_integer():
            return int(value)
    return value


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads cardinals at word positions of one text."""

    words: Sequence[Word]
    lexicon: NumberLexicon

    def linked(self, i: int) -> tuple[int, str] | None:
        """Where the atom after a conjunction stands: (word, key) for ``وخمسين``, ``و خمسين`` and ``و500``."""
        words = self.words
        if i >= len(words):
            return None
        key = words[i].key
        if key == "و" and i + 1 < len(words):
            return i + 1, words[i + 1].key
        if key[:1] == "و" and key[1:] in self.lexicon.grammar["one-joined"] and i + 1 < len(words):
            # مئة وأحد عشر, ألف وأحد وعشرون: folded, وأحد looks like واحد.
            nxt = self.atom(i + 1)
            tens = self.lexicon.words.get(words[i + 1].key[1:]) if words[i + 1].key[:1] == "و" else None
            if words[i + 1].key == "و" and i + 2 < len(words):
                tens = self.atom(i + 2)
            return (i, key[1:]) if (nxt is not None and nxt.kind == "t") or (tens is not None and tens.kind == "T") else None
        if key[0] == "و" and len(key) > 2 and key not in self.lexicon.words and key[1:] in self.lexicon.words:
            return i, key[1:]
        return None

    def atom(self, i: int) -> Atom | None:
        """The number word at ``i``, whole."""
        return self.lexicon.words.get(self.words[i].key) if i < len(self.words) else None

    def _below_hundred(self, i: int, key: str) -> tuple[int, Value, bool] | None:
        atom = self.lexicon.words.get(key)
        if atom is None:
            return None
        kind = atom.kind
        if kind == "g":
            return None
        if kind in {"u", "a"}:
            nxt = self.atom(i + 1)
            if nxt is not None and nxt.kind == "t" and not nxt.definite:
                return i + 2, atom.value + 10, atom.definite
            link = self.linked(i + 1)
            if link is not None:
                tens = self.lexicon.words.get(link[1])
                if tens is not None and tens.kind == "T":
                    return link[0] + 1, atom.value + tens.value, atom.definite
            return (i + 1, atom.value, atom.definite) if kind == "u" else None
        if kind == "b":
            return None
        if kind in "tTez":
            return i + 1, atom.value, atom.definite
        return None

    def _below_thousand(self, i: int, key: str) -> tuple[int, Value, bool] | None:
        atom = self.lexicon.words.get(key)
        if atom is None:
            return None
        value: Value
        if atom.kind in "hH":
            end, value, definite = i + 1, atom.value, atom.definite
        else:
            low = self._below_hundred(i, key)
            if low is None:
                return None
            end, value, definite = low
            nxt = self.atom(end)
            if not (atom.kind == "u" and 3 <= value <= 9 and nxt is not None):
                return low
            if not ((nxt.kind == "h" and nxt.value == 100) or (nxt.kind == "v" and nxt.value == 100 and not nxt.definite)):
                return low
            end, value = end + 1, value * 100
        link = self.linked(end)
        if link is not None and self.words[link[0]].kind != "number":
            low = self._below_hundred(*link)
            if low is not None and 0 < low[1] < 100:
                after = self.atom(low[0])
                # ألف ومئة وثلاثمئة: the three belongs to a hundred of its own.
                if not (after is not None and after.kind == "h" and low[1] < 10):
                    return low[0], value + low[1], definite
        return end, value, definite

    def _decimal(self, end: int, value: Value) -> tuple[int, Value]:
        """``ثلاثة فاصلة خمسة``, ``اثنين فاصلة سبعة خمسة``: what follows فاصلة stands behind the point, a number or digit by digit."""
        words = self.words
        if end + 1 >= len(words) or words[end].key not in self.lexicon.grammar["decimal"]:
            return end, value
        at, run = self._digit_run(end + 1)
        if at < len(words) and words[at].kind == "number" and words[at].text.isdigit() and not run.strip("0"):
            return at + 1, float(f"{value}.{run}{words[at].text}")
        if not isinstance(value, int):
            return end, value
        low = self._below_thousand(at, words[at].key) if at < len(words) and not run.strip("0") else None
        if low is not None:
            return low[0], float(f"{value}.{run}{low[1]}")
        return (at, float(f"{value}.{run}")) if run else (end, value)

    def _digit_run(self, at: int) -> tuple[int, str]:
        """Numbers below ten one after another, each a digit; not the first of ``أربعة عشر``, ``خمسة وعشرون`` or ``ثلاث مئة``."""
        run = ""
        while (atom := self.atom(at)) is not None and atom.kind in "zu" and not atom.definite:
            nxt, link = self.atom(at + 1), self.linked(at + 1)
            tens = self.lexicon.words.get(link[1]) if link is not None else None
            if atom.kind == "u" and ((nxt is not None and nxt.kind in "th") or (tens is not None and tens.kind == "T")):
                break
            run += str(atom.value)
            at += 1
        return at, run

    def _half(self, end: int) -> tuple[int, Value] | None:
        """A fraction linked with و: ``ونصف``, ``وربع``, ``وثلاثة أرباع``."""
        link = self.linked(end)
        if link is None:
            return None
        at, key = link
        atom = self.lexicon.words.get(key)
        if atom is None:
            return None
        if atom.kind in "fFn" and not (atom.kind == "f" and atom.definite):
            return at + 1, atom.value
        nxt = self.atom(at + 1)
        if atom.kind == "u" and nxt is not None and nxt.kind == "r":
            return at + 2, atom.value * nxt.value
        return None

    def scales(self, end: int, limit: Value) -> tuple[int, Value, bool]:
        """Scale words at ``end``: their product (``مليون``, ``ألف مليون``), and whether the last has the article."""
        scale: Value = 1
        definite = False
        while (atom := self.atom(end)) is not None and atom.kind in "sp" and scale * atom.value < min(limit, TIMES_A_LOT):
            if scale > 1 and (atom.value <= scale or definite):
                break
            scale *= atom.value
            definite = atom.definite
            end += 1
        return end, scale, definite

    def group(self, i: int, key: str, limit: Value) -> Group | None:
        """One group: coefficient and scale, a bare scale or its dual. Its scale is below ``limit``."""
        word = self.words[i]
        if word.kind == "number":
            return self._digit_group(i, limit)
        atom = self.lexicon.words.get(key)
        if atom is None:
            return None
        kind = atom.kind
        if kind == "s":
            if atom.value >= limit:
                return None
            end, more, _ = self.scales(i + 1, limit)
            if more > 1 and more >= atom.value:  # ألف مليون, ألف ألف
                first = atom.value * (2 if key.endswith("ا") and atom.value >= 1000 else 1)
                return Group(end, first * more, first * more, first, "words", atom.definite)
            if self._construct_dual(i, key):
                return Group(i + 1, 2 * atom.value, atom.value, 2, "dual-scale", atom.definite)
            return Group(i + 1, atom.value, atom.value, None, "words", atom.definite)
        if kind == "S":
            if atom.value >= limit:
                return None
            end, more, _ = self.scales(i + 1, limit)
            if more > atom.value:
                return Group(end, 2 * atom.value * more, atom.value * more, 2 * atom.value, "dual-scale", atom.definite)
            return Group(i + 1, 2 * atom.value, atom.value, 2, "dual-scale", atom.definite)
        below = self._below_thousand(i, key)
        if below is None:
            return None
        end, value, definite = below
        end, value = self._decimal(end, value)
        return self._scaled(i, end, value, limit, "words", definite)

    def _construct_dual(self, i: int, key: str) -> bool:
        """``ألفا جندي`` is two thousand, ``ألفاً`` and ``15 ألفا`` are not: a counted noun must follow, and no tanween stand."""
        if not key.endswith("ا") or self.words[i].text.endswith(("\u064b", "\u064bا")) or i + 1 >= len(self.words):
            return False
        nxt = self.words[i + 1].key
        noun = self.lexicon.nouns.get(nxt)
        return (noun is not None and noun.number == "s" and not nxt.endswith("ا")) or nxt in self.lexicon.unit_firsts

    def _scaled(self, i: int, end: int, value: Value, limit: Value, kind: str, definite: bool) -> Group | None:
        half = self._half(end) if limit > TIMES_A_LOT else None
        if half is not None:
            after = self.atom(half[0])
            if after is not None and after.kind == "s" and not after.definite:
                stop, scale, _ = self.scales(half[0], limit)
                if scale > 1:
                    return Group(stop, (value + half[1]) * scale, scale, value + half[1], kind, definite, first=i)
        stop, scale, _ = self.scales(end, limit)
        if scale > 1 and value == 0:
            return None
        return Group(stop, value * scale, scale, value, kind, definite, first=i)

    def _digit_group(self, i: int, limit: Value) -> Group | None:
        found = digits.read(self.words, i)
        if found.value is None:
            return None
        end, value = self._decimal(found.end, found.value)
        first, others = found.first, found.alternatives
        if (pair := enclosed.turned(self.words, i)) is not None:
            end, value, others = pair.end, pair.value, (pair.other,)
        outside = enclosed.behind(self.words, first, end)
        if outside > end and (outer := self.atom(outside)) is not None and outer.kind in "sp":
            end, first = outside, first - 1  # (100) ألف دولار
        elif pair is not None:
            end, value, others = found.end, found.value, found.alternatives
        made = self._scaled(i, end, value, limit, "digits", False)
        if made is None:
            return None
        thousands = found.thousands
        if made.scale > 1:
            others = tuple(v * made.scale for v in others)
            thousands = None
        kind = "mixed" if made.end > found.end else "digits"
        return made._replace(alternatives=others, thousands=thousands, kind=kind, first=first)

    def cardinal(self, i: int, key: str, cut: int = 0, *, most: int = 8) -> Cardinal | None:
        """The longest cardinal at word ``i``, whose key without proclitics is ``key``, of at most ``most`` groups."""
        first = self.group(i, key, 10**30)
        if first is None:
            return None
        value, end, group, count, kind = self._sum(first, most)
        half = self._half(end)
        if half is not None and first.coefficient != 0:
            end, value = self._with_half(half, value, group, end)
        end, value = self._less(end, value, group)
        return Cardinal(
            first.first if first.first >= 0 and first.first < i else i,
            end,
            tidy(value),
            kind,
            group.coefficient if count == 1 else None,
            group.scale,
            first.definite,
            count,
            tuple(tidy(v) for v in first.alternatives) if count == 1 else (),
            first.thousands if count == 1 and end == first.end else None,
            cut,
        )

    def _sum(self, first: Group, most: int) -> tuple[Value, int, Group, int, str]:
        """The groups that follow the first, each below the scale of the one before: value, end, last group, how many, kind.

        A larger scale after a sum multiplies it, once: ``ألف ومئتا مليون``, ``ألفان وثلاثمئة مليون وخمسة آلاف``.
        """
        value, end, group, count, kind, multiplied = first.value, first.end, first, 1, first.kind, False
        while count < most:
            nxt = self._next(end, group.scale)
            if nxt is None:
                stop, scale, _ = self.scales(end, TIMES_A_LOT) if count > 1 and not multiplied else (end, 1, False)
                if scale <= first.scale or not isinstance(value, int):
                    break
                value, end, multiplied = value * scale, stop, True
                group = group._replace(scale=scale)
                continue
            value += nxt.value
            end, group, count = nxt.end, nxt, count + 1
            if nxt.kind != kind:
                kind = "mixed" if {nxt.kind, kind} & {"digits", "mixed"} else "words"
        return value, end, group, count, kind

    def _next(self, end: int, limit: Value) -> Group | None:
        """The group after و whose value is below the scale of the one before it."""
        link = self.linked(end) if limit > 1 else None
        if link is None:
            return None
        at, key = link
        nxt = self.group(at, key, limit)
        if nxt is None or nxt.value >= limit or nxt.value <= 0 or isinstance(nxt.value, float) or nxt.first not in {at, -1}:
            return None
        return None if self._is_fraction_of_scale(at, key) else nxt

    def _less(self, end: int, value: Value, group: Group) -> tuple[int, Value]:
        """``مليون إلا ربعا``, ``عشرة إلا ربعا``."""
        if end + 1 < len(self.words) and self.words[end].key in self.lexicon.grammar["less"]:
            atom = self.atom(end + 1)
            if atom is not None and atom.kind == "f" and not atom.definite:
                return end + 2, value - atom.value * group.scale
        return end, value

    def _is_fraction_of_scale(self, at: int, key: str) -> bool:
        atom = self.lexicon.words.get(key)
        nxt = self.atom(at + 1)
        return atom is not None and atom.kind == "u" and nxt is not None and nxt.kind == "r"

    def _with_half(self, half: tuple[int, Value], value: Value, group: Group, end: int) -> tuple[int, Value]:
        """``مليون ونصف المليون`` and ``مليون ونصف`` add half a million, ``مليار ونصف مليون`` half a million too."""
        after = self.atom(half[0])
        if after is not None and after.kind == "s" and (group.scale > 1 or not after.definite):
            if after.value <= group.scale:
                return half[0] + 1, value + half[1] * after.value
            return end, value
        if after is not None and after.kind == "h" and after.value == 100 and value >= 100 and value % 100 == 0:
            return half[0] + 1, value + half[1] * 100  # مئة ونصف المئة
        return half[0], value + half[1] * (group.scale if group.scale > 1 else 1)
