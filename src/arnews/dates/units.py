"""From words to the units that the date grammar reads: numbers by what they can be in a date, and words of the lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from arnews.dates.model import Spec, Unit
from arnews.dates.vocabulary import Entry, first_word, guarded, is_definite, listed, spelled, vocabulary
from arnews.numbers.model import Numeral
from arnews.text.document import Document
from arnews.text.words import Word

_MARKS = {
    "/": "slash", "\\": "slash", "-": "dash", "–": "dash", "—": "dash", "(": "open", ")": "close",
    "«": "open", "»": "close", "[": "open", "]": "close",
    "=": "equals", "،": "comma", ",": "comma", "|": "bar", ":": "colon", ".": "stop",
}  # fmt: skip
_LONGEST_NUMBER = 12


def _integer(text: str) -> str:
    n = int(text)
    if len(text) == 4 and 1000 <= n <= 2999:
        return "num.y"
    if len(text) <= 2:
        return "num.a" if 1 <= n <= 12 else "num.b" if 13 <= n <= 31 else "num.o"
    return "num.o"


def number_unit(word: Word, i: int) -> Unit:
    """The unit of a word in digits: an integer by size, or a compound such as ``13/7/2025``, ``17:30`` or ``2015/2016``."""
    text = word.text
    if len(text) > _LONGEST_NUMBER:
        return Unit("plain", i, i + 1)
    if text.isdigit():
        return Unit(_integer(text), i, i + 1, 0, int(text))
    for mark, names in (("/", ("pair", "date")), (":", ("time", "time")), (".", ("dec", "date"))):
        parts = text.split(mark)
        if len(parts) in (2, 3) and all(p.isdigit() for p in parts):
            return Unit(names[len(parts) - 2], i, i + 1, 0, tuple(parts))
    hour, comma, minute = text.partition(",")
    if comma and hour.isdigit() and minute.isdigit() and len(minute) == 2:
        return Unit("dec", i, i + 1, 0, (hour, minute))
    return Unit("plain", i, i + 1)


def _time_noun(word: Word) -> bool:
    entry = vocabulary().trie.get((word.key,))
    return entry is not None and entry.kind.startswith("unit.")


def _word_number(numeral: Numeral, words: Sequence[Word]) -> Unit | None:
    """A number in words as a unit: cardinal or ordinal, with the approximators before it. None for ranges and digits."""
    q = numeral.quantity
    start, end = numeral.core
    if numeral.noun == numeral.core:
        return None  # نحو عامين: the lexicon of dates reads duals, and what stands before them, itself
    if q.low is not None and q.high is not None:
        if numeral.noun is not None and _time_noun(words[numeral.noun[0]]):
            return Unit("range", numeral.first, end, numeral.cut, (q.low, q.high))
        return None
    value = q.best if q.best is not None else q.low if q.high is None else q.high if q.low is None else None
    halved = (
        numeral.noun is not None and numeral.noun[0] >= end and numeral.last > numeral.noun[1]
    )  # خمس سنوات ونصف: the half is read by the rules
    if value is None or q.vague or (value != int(value) and not halved):
        return None
    mod = "APPROX" if q.approximate else None if q.best is not None else "MORE_THAN" if q.low is not None else "LESS_THAN"
    number = int(value)
    # Bounds and approximators belong to a length of time (``أكثر من 7 سنوات``), not to a day (``حتى 13 يوليو``).
    measured = numeral.noun is not None or numeral.unit is not None
    timed = numeral.noun is not None and _time_noun(words[numeral.noun[0]])
    if timed and numeral.noun is not None and numeral.noun[0] < start and number == 1:
        return None  # يوم واحد: the rules read both words
    first, cut = (numeral.first, numeral.cut) if measured or numeral.first == start else (start, 0)
    if not measured:
        mod = None
    if all(w.kind == "number" for w in words[start:end]):
        if end - start > 1 or not words[start].text.isdigit():
            return Unit("card", first, end, cut, number, mod or "") if timed and number >= 1000 else None  # 100 000 ساعة, 2,000 سنة
        base = number_unit(words[start], start)
        return Unit(base.kind, first, end, cut if first < start else 0, base.value, mod or "") if first < start else base
    if any(w.kind == "number" for w in words[start:end]):
        return Unit("card", first, end, cut, number, mod or "") if timed and number >= 1000 else None  # 130 ألف سنة
    if numeral.form == "ordinal":
        feminine = words[start].key.endswith("ه") or guarded(words[start].key, "firstfem")
        return Unit("ord.f" if feminine else "ord.m", first, end, cut, number, mod or "")
    if numeral.form != "cardinal":
        return None
    if number in (20, 30) and end - start == 1 and is_definite(words[start].key[cut if first == start else 0 :]):
        return Unit("ord.m", first, end, cut, number, mod or "")
    return Unit("card.y" if 1000 <= number <= 2999 else "card", first, end, cut, number, mod or "")


def _iso_time(words: Sequence[Word], i: int) -> Unit | None:
    """The clock time of an ISO date and time: ``T01:52``, ``T01:52:30Z``, ``T01:52+03:00``."""
    j = i + 2
    if j >= len(words) or words[i + 1].text != ":" or len(words[i].text) != 3 or not words[j].text[:2].isdigit():
        return None
    hour, minute = int(words[i].text[1:]), int(words[j].text[:2])
    zone = None
    last = j + 1
    if last < len(words) and words[last].text == "Z" and words[last].start == words[j].end:
        zone, last = 0, last + 1
    elif last + 1 < len(words) and words[last].text in "+-" and words[last].start == words[j].end and words[last + 1].kind == "number":
        h, _, mi = words[last + 1].text.partition(":")
        if len(h) == 2 and len(mi) in (0, 2) and (mi or "0").isdigit():
            zone = (int(h) * 60 + int(mi or 0)) * (-1 if words[last].text == "-" else 1)
            last += 2
    if hour > 23 or minute > 59:
        return None
    return Unit("clk", i, last, 0, Spec("clock", hour=hour, minute=minute, zone=zone), "iso-time")


def _listed(words: Sequence[Word], i: int, known: tuple[int, Entry] | Literal["longer"]) -> Unit | None:
    """The unit of the longest entry of the lexicon that begins at word ``i`` and stays on its line."""
    word = words[i]
    if known != "longer":
        cut, entry = known
        if entry.letters and not spelled(word, cut, entry.letters):
            return None
        return Unit(entry.kind, i, i + 1, cut, int(entry.value) if entry.kind == "ord.f" else entry.value)
    found = vocabulary().trie.longest(words, i)
    if found is not None and words[found.last - 1].line != word.line:
        end = next(j for j in range(i + 1, found.last) if words[j].line != word.line)
        found = vocabulary().trie.longest(words, i, end)
    if found is None or (found.value.letters and not spelled(word, found.cut, found.value.letters)):
        return None
    return Unit(found.value.kind, i, found.last, found.cut, found.value.value)


def read_units(doc: Document, numerals: Sequence[Numeral]) -> list[Unit]:
    """The units of a document in order; words that mean nothing to a date are one ``plain`` unit for each run."""
    words = doc.words
    numbers: dict[int, Unit] = {}
    for numeral in numerals:
        unit = _word_number(numeral, words)
        if unit is not None:
            numbers[unit.first] = unit
    # كل اثنين is every Monday, كل اثنين وعشرين يوما and اثنين من كل ثلاثة are numbers.
    singles = {n.core[0] for n in numerals if n.noun is None and n.core[1] - n.core[0] == 1}
    out: list[Unit] = [Unit("nl", 0, 0)]
    i, n = 0, len(words)
    plain = -1
    line = words[0].line if words else 0
    while i < n:
        word = words[i]
        unit = None
        if word.line != line:
            if plain >= 0:
                out.append(Unit("plain", plain, i))
                plain = -1
            out.append(Unit("nl", i, i))
            line = word.line
        kind = word.kind
        if kind == "latin" and word.text[0] == "T" and word.text[1:].isdigit():
            unit = _iso_time(words, i)
        elif kind == "punct":
            name = _MARKS.get(word.text)
            unit = Unit(name, i, i + 1) if name else None
        else:
            known = first_word(word.key)
            number = numbers.get(i)
            if known is not None:
                unit = _listed(words, i, known)
            each = unit is not None and unit.kind == "weekday?" and i in singles and plain < 0 and _picked(words, i, out)
            if number is not None and not each and (unit is None or number.last > unit.last or unit.kind in _YIELDS):
                unit = number
            elif unit is None and kind == "number":
                unit = number_unit(word, i)
        if unit is None or unit.kind == "plain":
            plain = i if plain < 0 else plain
            i += 1
            continue
        if plain >= 0:
            out.append(Unit("plain", plain, i))
            plain = -1
        out.append(unit)
        i = unit.last
    if plain >= 0:
        out.append(Unit("plain", plain, n))
    return out


def _picked(words: Sequence[Word], i: int, out: Sequence[Unit]) -> bool:
    """Whether ``اثنين`` is a Monday: ``كل اثنين``, ``أول اثنين من سبتمبر``."""
    before = out[-1].kind if out else ""
    if before == "each":
        return True
    if (
        before not in ("edge", "ord.m")
        or i + 2 >= len(words)
        or not (listed(words[i + 1].key, "ofmonth") or listed(words[i + 1].key, "inword"))
    ):
        return False
    month = first_word(words[i + 2].key)
    return month is not None and (month == "longer" or month[1].kind in ("month", "month?", "hmonth", "hmonth?", "unit.s.M"))


# A number in words takes these words to itself where both begin together (``اثنين`` is 2 before it is a Monday without ال).
_YIELDS = frozenset({"weekday?", "between", "of", "since", "during", "the"})
