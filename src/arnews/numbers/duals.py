"""Duals that are numbers: ``قتيلان``, ``كيلومترين``, ``دينارين و250 مليما``, ``درجتين تحت الصفر``."""

from __future__ import annotations

from arnews.numbers import counted, units
from arnews.numbers.lexicon import Value
from arnews.numbers.operand import Operand
from arnews.numbers.operands import Operands
from arnews.records import NumberForm
from arnews.text.words import cuts

_DISTANCE_REACH = 3


def unit_dual(op: Operands, i: int, *, ranged: bool = False) -> Operand | None:
    """A unit in the dual with what belongs to it."""
    words, lexicon = op.words, op.lexicon
    found = units.dual(words, lexicon, i, op.context, ranged=ranged)
    if found is None:
        return None
    names = lexicon.grammar["dual-or-name"]
    if (words[i].key in names or any(k in names for _, k in cuts(words[i].key))) and not _distance(op, i):
        return None
    cut = next((c for c, k in cuts(words[i].key) if words[i].key not in lexicon.unit_firsts and k in lexicon.unit_firsts), 0)
    end, value = op.measures.and_parts(found.end, 2, found._replace(cut=cut))
    return Operand(i, end, (i, found.end), cut, value, "cardinal", "dual", found.name, found.unit.kind, None, has_unit=True)


def _distance(op: Operands, i: int) -> bool:
    """Whether ``ميلان`` is a length and no city: a word of distance stands shortly before, or what it is measured from follows."""
    words, distance = op.words, op.lexicon.grammar["distance"]
    near = any(w.key in distance and w.line == words[i].line for w in words[max(0, i - _DISTANCE_REACH) : i])
    return near or (i + 1 < len(words) and words[i + 1].key in op.lexicon.grammar["of-distance"])


def noun_dual(op: Operands, i: int, *, described: bool = False) -> Operand | str | None:
    """A counted noun in the dual, or the rule that says why it is no number; ``described``: another dual stands right before it."""
    words, lexicon = op.words, op.lexicon
    found = counted.dual(words, lexicon, i)
    if found is None:
        return None
    noun, cut, rule = found
    if described and cut == 0:
        return "dual-after-dual"  # جنديين تركيين, جثتي رجلين: the second dual describes the first.
    if rule.startswith("!"):
        return rule[1:]
    last = i + 1
    if last < len(words) and words[last].key in lexicon.grammar["after-dual"]:
        last += 1
    last, value = _and_part(op, last) if noun.kind in {"time", "other"} else (last, 2)
    form: NumberForm = "multiplier" if noun.lemma in lexicon.grammar["lemma-time"] else "cardinal"
    name = noun.lemma if noun.kind == "time" and form == "cardinal" else None
    return Operand(i, last, (i, i + 1), cut, value, form, rule, name, None, (i, i + 1))


def _and_part(op: Operands, last: int) -> tuple[int, Value]:
    """``ساعتين ونصف``: where it ends, and what it comes to."""
    link = op.reader.linked(last)
    atom = op.lexicon.words.get(link[1]) if link is not None else None
    if link is None or atom is None or atom.kind != "f" or atom.definite:
        return last, 2
    return link[0] + 1, 2 + atom.value


def range_end(op: Operands, i: int, *, joined: bool = False) -> Operand | None:
    """An end of a range in the dual: ``من كيلومترين إلى أربعة``, ``بين قتيلين وثلاثة``; not of a length of time, which dates read.

    ``joined``: the word carries the و of ``بين دولار ودولارين``.
    """
    if i >= len(op.words) or op.words[i].kind != "arabic":
        return None
    unit = unit_dual(op, i, ranged=True)
    if unit is not None:
        return unit if unit.cut == joined else None
    noun = noun_dual(op, i)
    if not isinstance(noun, Operand) or noun.cut != joined or noun.unit is not None or noun.form != "cardinal" or noun.kind != "dual":
        return None
    return noun


def low_one(op: Operands, i: int) -> Operand | None:
    """One unit as the low end: ``من دولار إلى دولارين``."""
    words, lexicon = op.words, op.lexicon
    found = lexicon.units.longest(words, i, proclitics=False) if words[i].key in lexicon.unit_firsts else None
    if found is None or found.value.dual or found.value.kind not in {"money", "measure"}:
        return None
    if words[i].key.endswith(lexicon.affixes["feminine"]) or words[i].key in lexicon.grammar["many-money"]:
        return None
    name = units.name_of(lexicon, found.value, op.context)
    return Operand(i, found.last, (i, found.last), 0, 1, "cardinal", "words", name, found.value.kind, None, has_unit=True)
