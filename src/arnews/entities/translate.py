"""English names of bodies, put together word by word: ``المجلس الأعلى للدفاع`` → Supreme Council for Defence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from arnews.entities.lexicon import OrgWord
from arnews.entities.scan import View

_LONGEST = 3  # words of one row: خادم الحرمين الشريفين
Link = Literal["", "and", "for", "of"]


@dataclass(slots=True)
class _Noun:
    word: OrgWord
    link: Link
    definite: bool
    adjectives: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return " ".join([*reversed(self.adjectives), self.word.latin])


def translate(view: View, first: int, last: int, cut: int) -> str | None:
    """The English of a body's name whose words are all known and stand in a known order; else nothing.

    An adjective goes to the nearest noun before it that it agrees with (``جمعية القضاة التونسيين``: the judges), a noun
    without a preposition is a genitive, and ل says what for. ``حزب النهضة`` names a party by a proper name: not translated.
    """
    nouns: list[_Noun] = []
    j = first
    while j < last:
        step = _adjective(view, nouns, j) or _noun(view, nouns, j, last, cut if j == first else 0)
        if step is None:
            return None
        j = step
    if not nouns or last - first < 2:
        return None
    return " ".join(f"{n.link} {n}".strip() for n in nouns)


def _adjective(view: View, nouns: list[_Noun], j: int) -> int | None:
    """Give the adjective at word ``j`` to its noun: the word after it."""
    if not nouns:
        return None
    key = view.words[j].key
    joined = key.startswith("وال")
    bare = key[1:].removeprefix("ال") if joined else key.removeprefix("ال")
    words = view.lexicon.org_words
    for form, agreement in ((bare, ("m",)), (bare.removesuffix("ه"), ("f", "p"))):
        word = words.get(form)
        if word is not None and word.group == "adjective":
            return j + 1 if _attach(nouns, word.latin, agreement, joined=joined) else None
    hit = view.demonyms.get(j)
    if hit is not None and hit.value.latin and not hit.cut:
        demonym = hit.value
        agreement = ("h",) if demonym.number != "s" else ("f", "p") if demonym.gender == "f" else ("m",)
        return hit.last if _attach(nouns, demonym.latin, agreement, joined=False) else None
    return None


def _attach(nouns: list[_Noun], latin: str, agreement: tuple[str, ...], *, joined: bool) -> bool:
    noun = next((n for n in reversed(nouns) if n.word.gender in agreement), None)
    if noun is None or (joined and not noun.adjectives):
        return False
    if joined:
        noun.adjectives[-1] += f" and {latin}"
    else:
        noun.adjectives.append(latin)
    return True


def _noun(view: View, nouns: list[_Noun], j: int, last: int, cut: int) -> int | None:
    """Add the noun at word ``j``: the word after it."""
    for prefix, link in _PREFIXES:
        key = view.key(j, cut)
        if not key.startswith(prefix):
            continue
        rest = key[len(prefix) :]
        # A genitive follows at once: a definite noun after a definite one stands beside it, and is no part of the name.
        if nouns and link == "of" and (nouns[-1].definite or nouns[-1].word.group == "named" or nouns[-1].adjectives):
            continue
        for end in range(min(last, j + _LONGEST), j, -1):
            word = view.lexicon.org_words.get(" ".join([rest, *(w.key for w in view.words[j + 1 : end])]))
            if word is not None and word.group != "adjective" and (nouns or not prefix.startswith(("و", "ل"))):
                nouns.append(_Noun(word, link if nouns else "", prefix.endswith(("ال", "لل"))))
                return end
    return None


# What stands before a noun, with what it makes of it; the whole word first: ولاية is not و + لاية.
_PREFIXES: tuple[tuple[str, Link], ...] = (("", "of"), ("ال", "of"), ("وال", "and"), ("لل", "for"), ("و", "and"), ("ل", "for"))
