"""One pass over the words: what the lexicon says at each of them, with proclitics tried where it knows the rest."""

from __future__ import annotations

from typing import Any, NamedTuple

from arnews.entities.lexicon import Demonym, EntityLexicon, Form, Head, Title
from arnews.text.document import Document
from arnews.text.words import Word, cuts

_MARKS = frozenset({"punct", "other"})
_BREAKS = frozenset({"punct", "other", "number", "url"})
_PROCLITICS = frozenset("وفبلكس")
_HYPHENS = frozenset("-\u2010\u2011")
_LONGEST_FIELD = 6  # words: الشؤون الإسلامية والأوقاف والدعوة والإرشاد


class Hit(NamedTuple):
    """Words up to ``last`` (exclusive), ``cut`` letters off the first, and what stands there."""

    last: int
    cut: int
    value: Any


class View:
    """A document and what the lexicon finds in it: for each kind, the longest hit at each word index.

    ``starts`` are the words that can open a person's name;
    ``stop[i]`` is the end of the stretch (words without a mark between them on one line) that word ``i`` stands in.
    """

    __slots__ = ("demonyms", "doc", "forms", "heads", "inside", "lexicon", "nameless", "others", "starts", "stop", "titles", "words")

    def __init__(self, doc: Document, lexicon: EntityLexicon) -> None:
        self.doc = doc
        self.words: tuple[Word, ...] = doc.words
        self.lexicon = lexicon
        self.forms: dict[int, Hit] = {}
        self.demonyms: dict[int, Hit] = {}
        self.titles: dict[int, Hit] = {}
        self.heads: dict[int, Hit] = {}
        self.others: dict[int, Hit] = {}
        self.starts: set[int] = set()
        lines, self.stop = _ends(self.words)
        self._scan(lines)
        # The second word of a nationality of two (الكوري الشمالي) opens nothing of its own.
        # Phrases in which nothing is a name: مسقط رأس, نصيب الأسد, the كورونا virus.
        self.nameless = frozenset(k for i, hit in self.others.items() if hit.value in ("owner", "not_name") for k in range(i, hit.last))
        self.inside = frozenset(k for i, hit in self.demonyms.items() for k in range(i + 1, hit.last))

    def _scan(self, lines: list[int]) -> None:
        root = self.lexicon.root
        common = self.lexicon.common
        words = self.words
        by_kind = {"form": self.forms, "demonym": self.demonyms, "title": self.titles, "head": self.heads, "word": self.others}
        openers, starts, names = self.lexicon.openers, self.starts, self.lexicon.names
        for i, word in enumerate(words):
            key = word.key
            if key in root:
                self._walk(root[key], i, lines[i], 0, by_kind)
            if key in openers:
                starts.add(i)
            if key in common:
                continue
            if word.kind == "arabic" and key not in names and key[0] in _PROCLITICS:
                # A whole common word or name is not cut (وكان is not و + كان, the city; كامل not ك + أمل); س goes before verbs alone.
                for cut, rest in cuts(key):
                    if rest in openers:
                        starts.add(i)
                    # Nor is ف cut from a short one: فرانس is not ف + رانس, Reims.
                    if rest in root and key[cut - 1] != "س" and (key[cut - 1] != "ف" or len(rest) > 4):
                        self._walk(root[rest], i, lines[i], cut, by_kind)
            elif word.kind == "hashtag" and key[1:] in root:
                self._walk(root[key[1:]], i, i + 1, 1, by_kind)

    def _walk(self, node: dict[str, Any], i: int, end: int, cut: int, by_kind: dict[str, dict[int, Hit]]) -> None:
        words = self.words
        j = i + 1
        while True:
            found = node.get("")
            if found is not None:
                for kind, value in found.items():
                    table = by_kind[kind]
                    old = table.get(i)
                    if old is None or j > old.last:
                        table[i] = Hit(j, cut, value)
            if j >= end:
                return
            nxt = node.get(words[j].key)
            if nxt is None and words[j].text in _HYPHENS and j + 1 < end and words[j - 1].end == words[j].start:
                j += 1  # باريس سان-جيرمان is written with a blank in the lexicon
                nxt = node.get(words[j].key)
            if nxt is None:
                return
            node = nxt
            j += 1

    def key(self, i: int, cut: int = 0) -> str:
        """The folded word without its first ``cut`` letters; where ل swallowed an alef (``لليمن``), the alef is back."""
        key = self.words[i].key
        if cut and key[cut - 1] == "ل" and key[cut : cut + 1] == "ل":
            return self.swallowed(key[cut:]) + key[cut:]
        return key[cut:]

    def swallowed(self, rest: str) -> str:
        """What a ل before the folded ``rest`` in ل took away: ا of ``لليمن``, ال of ``للجنة`` and ``لليكود``, nothing of ``للبنان``."""
        root = self.lexicon.root
        return next((lost for lost in ("ا", "ال", "") if lost + rest in root), "ا")

    def form(self, i: int) -> tuple[Hit, Form] | None:
        """The name that the lexicon knows at word ``i``."""
        hit = self.forms.get(i)
        return None if hit is None else (hit, hit.value)

    def place(self, i: int, *, strong: bool = False) -> Hit | None:
        """The hit at word ``i`` if the lexicon knows it as a place (``strong``: as nothing that needs support)."""
        hit = self.forms.get(i)
        if hit is None or (strong and not hit.value.strong):
            return None
        records = self.lexicon.records
        return hit if any(records[s].type == "LOC" for s in hit.value.slugs) else None

    def demonym(self, i: int) -> tuple[Hit, Demonym] | None:
        """The word of nationality at word ``i``."""
        hit = self.demonyms.get(i)
        return None if hit is None else (hit, hit.value)

    def title(self, i: int) -> tuple[Hit, Title] | None:
        """The title at word ``i``."""
        hit = self.titles.get(i)
        return None if hit is None else (hit, hit.value)

    def head(self, i: int) -> tuple[Hit, Head] | None:
        """The head word of a name at word ``i``."""
        hit = self.heads.get(i)
        return None if hit is None else (hit, hit.value)

    def field(self, i: int, stop: int, *, joined: bool = False) -> tuple[int, str] | None:
        """The longest field of work from word ``i`` on (``الموارد المائية والري``): the word after it, and its Latin name.

        ``joined``: with a و before it too, ``والشؤون الإسلامية``.
        """
        fields = self.lexicon.fields
        for end in range(min(stop, i + _LONGEST_FIELD), i, -1):
            words = " ".join(w.key for w in self.words[i:end])
            latin = fields.get(words) or (fields.get(words[1:]) if joined and words.startswith("و") else None)
            if latin is not None:
                return end, latin
        return None

    def definite(self, i: int, cut: int = 0) -> bool:
        """Whether the word begins with the article (after ``cut`` letters)."""
        key = self.key(i, cut)
        return len(key) > 3 and key.startswith("ال")

    def closed(self, i: int) -> bool:
        """Whether the word is a preposition, pronoun, conjunction or another that no name has in it (``على``, unlike ``علي``)."""
        word = self.words[i]
        return word.key in self.lexicon.word("closed") and not (word.key in self.lexicon.word("name_twin") and word.text.endswith("ي"))

    def common(self, i: int, cut: int = 0) -> bool:
        """Whether the word is a common word of the language."""
        return self.lexicon.is_common(self.key(i, cut))


def _ends(words: tuple[Word, ...]) -> tuple[list[int], list[int]]:
    """For each word the end of its line, and the end of its stretch: the words on one line up to a mark, a number or an address."""
    lines = [len(words)] * len(words)
    stops = [len(words)] * len(words)
    line, stop, line_no = len(words), len(words), -1
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word.line != line_no:
            line = stop = i + 1
            line_no = word.line
        lines[i] = line
        if word.kind in _BREAKS:
            # A mark is a stretch of its own; a number or an address ends one, and goes on.
            stops[i] = i + 1 if word.kind in _MARKS else stop
            stop = i
        else:
            stops[i] = stop
    return lines, stops
