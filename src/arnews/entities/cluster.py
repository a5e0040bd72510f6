"""Mentions of one entity brought together: the lexicon's aliases, full and short names, spelling variants, later mentions."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from arnews.entities.model import Candidate
from arnews.entities.scan import View
from arnews.entities.spelling import one_letter_apart, variant_key
from arnews.records import EntityType
from arnews.text.words import cuts

# Bounds that keep time linear in a text that is nothing but names: other clusters that share a word, and spellings of one name.
_MOST_ALIKE, _MOST_NAMES = 40, 8
_SOUNDS_ALIKE = str.maketrans("غگچڤپژؤئ", "جججفبجوي")
_PROCLITIC = frozenset("وفبلك")


@dataclass(slots=True)
class Cluster:
    """One entity in the making. ``keys`` are its names as tuples of variant keys, the fullest first found."""

    type: EntityType
    slug: str | None
    members: list[Candidate] = field(default_factory=list)
    keys: list[tuple[str, ...]] = field(default_factory=list)


def cluster(view: View, kept: Sequence[Candidate]) -> list[Cluster]:
    """Group candidates that do not overlap. Order: by first mention."""
    kept = _facilities(view, kept)
    chosen = _choose(view, kept)
    _shorten(view, kept, chosen)
    clusters: list[Cluster] = []
    by_slug: dict[tuple[str, EntityType], Cluster] = {}
    by_name: dict[tuple[EntityType, tuple[str, ...]], Cluster] = {}
    by_word: dict[tuple[EntityType, str], list[Cluster]] = {}
    # Full names first, so that a short one finds its owner wherever it stands; a headline often has only لافروف.
    order = sorted(
        range(len(kept)), key=lambda n: (kept[n].first - kept[n].last if kept[n].type in ("PERSON", "ORG") else 0, kept[n].first)
    )
    for n in order:
        c, slug = kept[n], chosen[n]
        keys = _keys(view, c)
        found = by_slug.get((slug, c.type)) if slug else None
        if found is None:
            found = by_name.get((c.type, keys))
            if found is not None and slug and found.slug and found.slug != slug:
                found = None
        if found is None:
            # Names of one person share a word. Only the latest that share it: a book has hundreds called محمد.
            alike = {id(one): one for key in keys for one in by_word.get((c.type, key), ())[-_MOST_ALIKE:]}
            found = _owner(c, keys, slug, tuple(alike.values()))
        if found is None:
            found = Cluster(c.type, slug)
            clusters.append(found)
        if slug and found.slug is None:
            found.slug = slug
        if slug:
            by_slug.setdefault((slug, c.type), found)
        fresh = (c.type, keys) not in by_name
        owner = by_name.setdefault((c.type, keys), found)
        found.members.append(c)
        if fresh or (owner is not found and keys not in found.keys[:_MOST_NAMES]):
            found.keys.append(keys)
            for key in keys:
                known = by_word.setdefault((c.type, key), [])
                if not known or known[-1] is not found:
                    known.append(found)
    for one in clusters:
        one.members.sort(key=lambda c: c.first)
    clusters.sort(key=lambda one: one.members[0].first)
    return clusters


def _facilities(view: View, kept: Sequence[Candidate]) -> list[Candidate]:
    """A word that the recogniser took for a person, and that ends a facility's name in the article, is a place: ``أورلي``."""
    tails = {view.words[c.last - 1].key for c in kept if c.rule == "place.facility" and c.last - c.first == 2}
    return [
        replace(c, type="LOC", slugs=()) if c.type == "PERSON" and c.last - c.first == 1 and c.rule == "recogniser" and view.key(c.first, c.cut) in tails else c
        for c in kept
    ]  # fmt: skip


def _shorten(view: View, kept: Sequence[Candidate], chosen: list[str | None]) -> None:
    """Take the lexicon's entity from a short form that begins or ends a fuller name of the article: ``آبي`` after ``آبي أحمد``.

    Not where the article names that entity in full too.
    """
    keys = [_keys(view, c) for c in kept]
    full = {slug for slug, k in zip(chosen, keys, strict=True) if slug and len(k) > 1}
    begun: dict[tuple[str, tuple[str, ...]], set[str | None]] = {}
    for c, k, slug in zip(kept, keys, chosen, strict=True):
        if c.type in ("PERSON", "ORG") and len(k) > 1:
            for n in range(1, min(len(k), _MOST_NAMES)):
                begun.setdefault((c.type, k[:n]), set()).add(slug)
            if c.type == "PERSON":
                begun.setdefault((c.type, k[-1:]), set()).add(slug)
    for n, (c, k) in enumerate(zip(kept, keys, strict=True)):
        slug = chosen[n]
        fuller = begun.get((c.type, k))
        if slug and fuller and slug not in fuller and ((len(k) == 1 and slug not in full) or (c.type == "ORG" and len(k) > 1)):
            chosen[n] = None


def _choose(view: View, kept: Sequence[Candidate]) -> list[str | None]:
    """For each candidate the entity that its words mean here: the one that the rest of the article speaks for."""
    records = view.lexicon.records
    sure: Counter[str] = Counter()
    lands: Counter[str] = Counter()
    for c in kept:
        if len(c.slugs) == 1:
            sure[c.slugs[0]] += 1
        land = c.country or (records[c.slugs[0]].country if len(c.slugs) == 1 else None)
        if land:
            lands[land] += 1
    out: list[str | None] = []
    for c in kept:
        if not c.slugs:
            out.append(None)
            continue
        ranked = sorted(
            range(len(c.slugs)),
            key=lambda n: (-sure[c.slugs[n]], -lands[records[c.slugs[n]].country or ""] if len(c.slugs) > 1 else 0, n),
        )
        out.append(c.slugs[ranked[0]])
    return out


def _keys(view: View, c: Candidate) -> tuple[str, ...]:
    """A candidate's words as variant keys, with particles and marks left out; of a nationality the one name for all its forms."""
    if c.type == "NORP" and c.latin:
        # الكردية and أكراد, الإسرائيلي and إسرائيلية.
        return (c.latin,)
    skip = view.lexicon.word("nasab")
    keys = [variant_key(view.key(k, c.cut if k == c.first else 0)) for k in range(c.first, c.last) if view.words[k].kind != "punct"]
    if c.type != "PERSON":
        return tuple(keys)
    return _joined_servants([k for k in keys if k not in skip] or keys, view)


def _joined_servants(keys: list[str], view: View) -> tuple[str, ...]:
    """``عبد العزيز`` and ``عبدالعزيز`` are one word here."""
    servants = view.lexicon.word("servant")
    out: list[str] = []
    for k in keys:
        if out and out[-1] in servants:
            out[-1] += k
        else:
            out.append(k)
    return tuple(out)


def _owner(c: Candidate, keys: tuple[str, ...], slug: str | None, clusters: Sequence[Cluster]) -> Cluster | None:
    """The cluster whose full name this shorter or misspelt one is; of several persons, the one named last before it."""
    fits = [
        one
        for one in clusters
        if one.type == c.type
        and not (slug and one.slug and one.slug != slug)
        and any(_same(c.type, keys, full) for full in one.keys[:_MOST_NAMES])
    ]
    if not fits and c.type == "PERSON" and len(keys) == 1:
        # كريم after كريم أحمد ساندو, where he is the only one of that first name.
        fits = [
            one for one in clusters if one.type == c.type and any(len(full) > 1 and full[0] == keys[0] for full in one.keys[:_MOST_NAMES])
        ]
        fits = fits if len(fits) == 1 else []
    if not fits:
        return None
    if c.type == "ORG" and len(fits) > 1:
        return None
    named = [max((m.first for m in one.members[-_MOST_ALIKE:] if m.first < c.first), default=-1) for one in fits]
    return fits[max(range(len(fits)), key=named.__getitem__)]


def _same(kind: EntityType, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(short) > len(full):
        short, full = full, short
    if kind == "PERSON":
        return same_person(short, full)
    if kind == "ORG":
        return len(short) > 1 and short == full[: len(short)]
    if kind == "NORP":
        return False
    return len(short) > 1 and short == full[: len(short)]


def same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: the shorter ends the longer, begins it, or leaves out its middle names."""
    if len(short) == 1:
        return short[0] == full[-1]
    if short == full[-len(short) :] or short == full[: len(short)]:
        return True
    if short[0] == full[0] and short[-1] == full[-1] and _subsequence(short, full):
        return True
    if len(short) == len(full):
        differ = [(a, b) for a, b in zip(short, full, strict=True) if a != b]
        return len(differ) == 1 and one_letter_apart(*differ[0])
    return False


def _subsequence(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    rest = iter(full)
    return all(any(w == x for x in rest) for w in short)


def later(view: View, clusters: list[Cluster], taken: set[int]) -> None:
    """Add the mentions that repeat a name found elsewhere in the article, whole or short: ``لافروف`` after سيرجي لافروف."""
    index: dict[str, list[tuple[tuple[str, ...], Cluster]]] = {}
    for one in clusters:
        if one.type == "NORP":
            continue
        for alias in _aliases(view, one):
            index.setdefault(alias[0], []).append((alias, one))
    if not index:
        return
    for entries in index.values():
        entries.sort(key=lambda e: -len(e[0]))
    named = {id(one): [c.first for c in one.members] for one in clusters}
    common = view.lexicon.common
    initials = {key[0] for key in index if key}
    for i, word in enumerate(view.words):
        if (word.key in common and word.key not in index) or word.kind not in ("arabic", "latin") or i in taken:
            continue
        for cut, key in ((0, word.key), *cuts(word.key)) if word.key[0] in _PROCLITIC else ((0, word.key),):
            # Most words are told apart by their first letter; a key is worked out only for the rest.
            if key[0].translate(_SOUNDS_ALIKE) not in initials and not key.startswith(("ء", "تش")):
                continue
            variant = variant_key(key)
            if variant not in index or (cut and word.key[cut - 1] == "س"):
                continue
            made = _repeat(view, i, cut, variant, index, taken, named)
            if made is not None:
                one, last = made
                insort(named[id(one)], i)
                one.members.append(Candidate(i, last, cut, one.type, "repeat", 0.8, 5))
                taken.update(range(i, last))
                break
    # A family name found so is no nationality: وأكد التركي after منصور التركي.
    for one in clusters:
        if one.type == "NORP":
            one.members = [c for c in one.members if not any(k in taken for k in range(c.first, c.last))]
        one.members.sort(key=lambda c: c.first)
    clusters[:] = [one for one in clusters if one.members]


def _repeat(
    view: View, i: int, cut: int, key: str, index: dict[str, list[tuple[tuple[str, ...], Cluster]]], taken: set[int],
    named: dict[int, list[int]],
) -> tuple[Cluster, int] | None:  # fmt: skip
    best: tuple[Cluster, int] | None = None
    for alias, one in index.get(key, ()):
        last = i + len(alias)
        if best is not None and last < best[1]:
            break
        if last > len(view.words) or any(k in taken for k in range(i + 1, last)):
            continue
        if all(variant_key(view.words[i + n].key) == alias[n] for n in range(1, len(alias))) and view.stop[i] >= last:
            if len(alias) == 1 and not _stands_alone(view, i, cut, one):
                continue
            # Of two with one family name, the one named last before it.
            if best is None or _before(named[id(one)], i) > _before(named[id(best[0])], i):
                best = one, last
    return best


def _before(named: list[int], i: int) -> int:
    """The last of the words ``named``, in order, that stands before word ``i``."""
    at = bisect_left(named, i)
    return named[at - 1] if at else -1


def _stands_alone(view: View, i: int, cut: int, one: Cluster) -> bool:
    """Whether one word can be the short name here: a surname that is also a nationality or a common word needs a verb of saying."""
    key = view.key(i, cut)
    if (view.closed(i) if cut == 0 else key in view.lexicon.word("closed")) or key in view.lexicon.word("ordinal"):
        # على is not علي, nor is وعلى (وعلى هامش اللقاء), and تشرين الثاني not عبد الله الثاني
        return False
    demonym = view.demonyms.get(i)
    if one.type != "PERSON":
        return demonym is None and not view.lexicon.is_common(key)
    said = i > 0 and view.words[i - 1].key in view.lexicon.word("reporting") and cut == 0
    if (demonym is not None and demonym.cut == cut) or view.place(i, strong=True) is not None:
        return said
    if i in view.titles and view.titles[i].cut == cut:
        return False
    if cut and view.lexicon.is_common(view.words[i].key) and not key.startswith("ال"):
        return False
    if key in view.lexicon.common:
        return said or key in view.lexicon.names
    return True


def _aliases(view: View, one: Cluster) -> set[tuple[str, ...]]:
    """The names to look for again: each name as printed, and of a person its endings."""
    out: set[tuple[str, ...]] = set()
    for c in one.members:
        printed = [variant_key(view.key(k, c.cut if k == c.first else 0)) for k in range(c.first, c.last)]
        if len(printed) > 1 or (len(printed[0]) > 2 and printed[0] not in view.lexicon.word("theophoric")):
            out.add(tuple(printed))
        if c.rule == "place.facility" and len(printed) == 2 and view.place(c.last - 1) is None and not view.definite(c.last - 1):
            out.add((printed[1],))
        if c.type == "PERSON" and len(printed) > 1:
            for n in range(1, len(printed)):
                tail = tuple(printed[n:])
                family = tail[0] in view.lexicon.word("family_particle") and len(tail) > 1
                if (len(tail[0]) > 2 or family) and (family or tail[0] not in view.lexicon.word("nasab")) and not _cuts_unit(view, c, n):
                    out.add(tail)
    return out


def _cuts_unit(view: View, c: Candidate, n: int) -> bool:
    """Whether a name cut before its word ``n`` would lose عبد of عبد العزيز or أبو of أبو سياف."""
    lex = view.lexicon
    before = view.key(c.first + n - 1, c.cut if n == 1 else 0)
    word = view.words[c.first + n].key
    return before in lex.word("servant") or before in lex.word("kunya") or word in lex.word("theophoric") or word in lex.word("particle")


def absorb(view: View, clusters: list[Cluster], weak: Sequence[Candidate], taken: set[int]) -> None:
    """Weak forms of the lexicon whose entity stands elsewhere in the article with better reason join it."""
    by_slug = {(one.slug, one.type): one for one in clusters if one.slug}
    for c in weak:
        if any(k in taken for k in range(c.first, c.last)):
            continue
        for slug in c.slugs:
            one = by_slug.get((slug, view.lexicon.records[slug].type))
            if one is not None and (c.last - c.first > 1 or _stands_alone(view, c.first, c.cut, one)):
                one.members.append(replace(c, type=one.type, rule="lexicon.repeat", score=0.75))
                taken.update(range(c.first, c.last))
                break
    for one in clusters:
        one.members.sort(key=lambda c: c.first)
