"""Where somebody speaks: each row of ``rules.tsv`` finds one manner of saying so, and a production says where the speech stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from arnews.grammar.rules import Hit, Registry, Rule, hits, possible, read_rules
from arnews.speech.phrases import looks_finite
from arnews.speech.setting import Setting, alphabet, atom
from arnews.text.words import has_article


class Head(NamedTuple):
    """A way of saying at words ``cue``; ``open`` is the word that opens the speech or closes it, ``first`` the first word of all.

    ``relays`` is the word where it is said from whom (``أفادت القناة نقلا عن ضابط``).
    """

    rule: Rule
    cue: tuple[int, int]
    open: int
    first: int
    relays: int | None = None


Production = Callable[[Setting, Hit], Head | None]
register: Registry[Production] = Registry()


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The rules of heads, compiled on first use."""
    return read_rules("speech_rules", atom, alphabet())


def heads(s: Setting) -> list[list[Head]]:
    """The readings of each cue, in the order of the cues, those of earlier rules first. Linear: patterns are bounded."""
    found: dict[int, list[Head]] = {}
    for rule in possible(rules(), s.text):
        make = register[rule.make]
        for hit in hits(rule, s.text):
            head = make(s, hit)
            if head is not None:
                found.setdefault(head.cue[0], []).append(head)
    return [found[cue] for cue in sorted(found)]


def _head(s: Setting, hit: Hit, open_: int) -> Head:
    v = s.units[hit.units["v"]]
    return Head(hit.rule, (v.first, v.last), open_, s.units[hit.first].first)


@register("opens")
def opens(s: Setting, hit: Hit) -> Head | None:
    """The speech begins at ``t``: after أن, a colon or a quotation mark, or with what is announced."""
    v, t = s.units[hit.units["v"]], s.units[hit.units["t"]]
    before = t.first - 1
    if before > v.first:
        if hit.rule.args["after"] == "object" and _construct(s, before):
            return None  # لجنة تحقيق, قسم رصد: the noun belongs to the speaker
        if hit.rule.args["after"] == "that" and looks_finite(s, before):
            return None  # أعلنت نموذجا يوصف بأنه
    head = _head(s, hit, t.first)
    return head._replace(relays=s.units[hit.units["a"]].last) if "relayed" in hit.rule.args else head


def _construct(s: Setting, i: int) -> bool:
    bare = s.key(i)[s.signs[i].cut :]
    return s.has(i, "speaker") and not has_article(bare) and i not in s.mention_at


@register("closes")
def closes(s: Setting, hit: Hit) -> Head | None:
    """The speech stands before the words of saying, up to the unit that the match begins with."""
    return _head(s, hit, s.units[hit.first].first)


@register("accords")
def accords(s: Setting, hit: Hit) -> Head | None:
    """A phrase of attribution, before or after what it holds for."""
    v = s.units[hit.units["v"]]
    return _head(s, hit, v.last)
