"""Where a person's name begins and ends, by its words alone: known name words, بن and أبو chains, and what is no common word."""

from __future__ import annotations

from typing import NamedTuple

from arnews.entities.scan import View
from arnews.lexicon import ARAB_STATES
from arnews.text.words import cuts

_ATTACHED = ("بال", "كال", "فال", "وال", "لل")
_MAX_WORDS = 6
_MAX_CHAIN = 14
_OFTEN_GIVEN = 5
_MOSTLY_GIVEN = 20


class Name(NamedTuple):
    """Words ``first`` to ``last`` (exclusive), ``cut`` letters off the first. ``known``: how many are known name words."""

    first: int
    last: int
    cut: int
    known: int


def given(view: View, key: str) -> int:
    """How often the folded word is a given name in the name lists (0 = never)."""
    found = view.lexicon.names.get(key)
    return found[0] if found else 0


def known(view: View, key: str) -> bool:
    """Whether the folded word is in the name lists and not foremost a common word."""
    return key in view.lexicon.names and key not in view.lexicon.common


def also(view: View, i: int, cut: int = 0) -> bool:
    """Whether word ``i`` is a common word or an indefinite title that people are called by too: ``انتصار``, ``رائد``, ``أمين``."""
    lex = view.lexicon
    key = view.key(i, cut)
    if key in lex.word("name_too"):
        return True
    if i in view.demonyms and not view.demonyms[i].value.definite:
        return given(view, key) >= _MOSTLY_GIVEN  # تركي عثمان عادل
    return key in lex.common and given(view, key) >= _OFTEN_GIVEN and key not in lex.word("no_name_too") and key not in lex.word("closed")


def _followed(view: View, i: int) -> bool:
    """Whether two more name words follow word ``i``, the first a given name: ``رائد [محمد علي] وشاح``."""
    if i + 2 >= view.stop[i]:
        return False
    second = view.words[i + 1].key
    return (known(view, second) and given(view, second) > 0 and not blocked(view, i + 1, 0)) and (
        known(view, view.words[i + 2].key) or also(view, i + 2)
    )


def opening(view: View, i: int, *, titled: bool) -> tuple[int, bool] | None:
    """How many letters to cut off word ``i`` for a name to begin there, and whether it is a known given name.

    ``titled``: a title stands before it, so an unknown word is enough, and nothing is cut.
    """
    word = view.words[i]
    if word.kind != "arabic":
        return None
    lex = view.lexicon
    if _particle_opening(view, i, 0) or (also(view, i) and _followed(view, i)):
        return 0, True
    if called(view, i) or view.closed(i) or _tanween(word.text) or word.key in lex.no_opening:
        return None
    if known(view, word.key) and given(view, word.key) and not blocked(view, i, 0, place=not titled):
        return 0, True
    if not titled:
        for cut, rest in cuts(word.key):
            if word.key[cut - 1] == "س" or rest.startswith("ال"):
                continue
            if _particle_opening(view, i, cut) or (word.key[0] == "و" and cut == 1 and also(view, i, cut) and _followed(view, i)):
                return cut, True
            if len(rest) > 2 and known(view, rest) and given(view, rest) and not lex.is_common(word.key):
                return cut, True
        return None
    if len(word.key) < 3 or blocked(view, i, 0) or lex.is_common(word.key) or word.key.startswith(_ATTACHED):
        return None
    return 0, False


def _tanween(text: str) -> bool:
    """An accusative ending (``قصاصًا``) stands on common words and adverbs, not inside names in the news."""
    return "\u064b" in text


def called(view: View, i: int) -> bool:
    """Whether باسم here says what something is called (``المعروف باسم``, ``المتحدث باسم``) and is not the name Bassem."""
    return view.words[i].key == "باسم" and i > 0 and view.words[i - 1].key in view.lexicon.word("called")


def blocked(view: View, i: int, cut: int, *, place: bool = True) -> bool:
    """Whether word ``i`` is a title, a head, a word of nationality or (``place``) a sure place, and so no part of a name."""
    if i in view.inside:
        return True
    for table in (view.titles, view.heads, view.demonyms):
        hit = table.get(i)
        if hit is not None and hit.cut == cut:
            return True
    where = view.place(i, strong=True) if place else None
    return where is not None and where.cut == cut


def _particle_opening(view: View, i: int, cut: int) -> bool:
    """أبو X, أم X (X a name word), ابن X, عبد ال...: a name begins, whatever the next word means."""
    lex = view.lexicon
    key = view.key(i, cut)
    nxt = i + 1
    if nxt >= view.stop[i]:
        return False
    follow = view.words[nxt].key
    if key in lex.word("kunya"):
        return view.place(i, strong=True) is None and len(follow) > 2 and not view.closed(nxt)
    if key in lex.word("kunya_weak"):
        return known(view, follow) and view.place(i) is None
    if key in lex.word("servant"):
        return follow.startswith("ال") and len(follow) > 3
    if follow in lex.word("theophoric"):
        return key in lex.word("theophoric_first")
    return False


def run(view: View, i: int, cut: int, *, titled: bool, limit: int | None = None) -> Name | None:
    """The name that begins at word ``i`` with ``cut`` letters off; None when its first word cannot begin one."""
    lex = view.lexicon
    words = view.words
    stop = min(view.stop[i], limit if limit is not None else len(words), i + _MAX_CHAIN)
    nasab, particles = lex.word("nasab"), lex.word("particle")
    key = view.key(i, cut)
    sure = 1 if known(view, key) or also(view, i, cut) else 0
    j = i + 1
    if (
        key in lex.word("kunya")
        or key in lex.word("kunya_weak")
        or key in lex.word("servant")
        or (j < stop and words[j].key in lex.word("theophoric") and key in lex.word("theophoric_first"))
    ):
        j, sure = i + 2, 2
    chained = False
    unknown = 0 if sure else 1
    units = 1
    while j < stop:
        key = words[j].key
        if key in nasab and j + 1 < stop and _can_follow(view, j + 1):
            j = _unit(view, j + 1, stop)
            sure += 1
            units += 1
            chained = True
            continue
        if j - i >= _MAX_WORDS and not chained:
            break
        if key in particles and j + 1 < stop and _can_follow(view, j + 1):
            j = _unit(view, j + 1, stop)
            units += 1
            continue
        step = _unit(view, j, stop)
        if step - j > 1:
            sure += 1
            units += 1
            j = step
            continue
        verdict = _continues(view, j, units, unknown, titled=titled, chained=chained)
        if verdict is None:
            break
        sure += verdict
        unknown += 1 - verdict
        units += 1
        j += 1
    return Name(i, min(j, stop), cut, sure)


def _can_follow(view: View, i: int) -> bool:
    """Whether a word can follow بن or a particle: anything but a word of the closed classes."""
    word = view.words[i]
    return word.kind == "arabic" and len(word.key) > 1 and not view.closed(i)


def _unit(view: View, i: int, stop: int) -> int:
    """The end of one name word at ``i``, with what it takes along: عبد العزيز, نصر الله, سيف الدين, أبو بكر."""
    lex = view.lexicon
    key = view.words[i].key
    if i + 1 < stop:
        follow = view.words[i + 1].key
        if key in lex.word("servant") and follow.startswith("ال") and len(follow) > 3:
            return i + 2
        if follow in lex.word("theophoric") and key in lex.word("theophoric_first"):
            return i + 2
        if (
            key in lex.word("kunya")
            and view.words[i].text[0] != "آ"
            and _can_follow(view, i + 1)
            and (known(view, follow) or not joins(view, i + 1))
            and view.place(i, strong=True) is None
        ):
            # Not آبي وممثلون: Abe is no kunya, and و begins what is joined.
            return i + 2
    return i + 1


def _continues(view: View, j: int, length: int, unknown: int, *, titled: bool, chained: bool) -> int | None:
    """1 when word ``j`` is a known name word that goes on the name, 0 when it may be one, None when the name ends before it."""
    lex = view.lexicon
    word = view.words[j]
    if word.kind != "arabic" or len(word.key) < 2 or view.closed(j) or _tanween(word.text) or word.key in lex.word("name_end"):
        return None
    key = word.key
    if _word_name(view, j, length, titled=titled):
        return 1
    if length == 2 and view.words[j - 1].key in lex.word("ordinal"):
        return None  # الملك محمد السادس [بوسام]
    if length == 1 and titled and key in lex.word("ordinal") and view.definite(j) and known(view, view.words[j - 1].key):
        return 1  # الملكة مارغريت الثانية
    demonym = view.demonyms.get(j)
    if demonym is not None and demonym.cut == 0:
        # A nisba is a family name after one name or in a chain (أبو قتادة التونسي), a nationality after a full one.
        surname = lex.names.get(key, (0, 0))[1]
        return 0 if demonym.value.definite and (length == 1 or chained or (surname > 0 and length <= 2)) and _nisba(view, j) else None
    if length <= 3 and _foreign_family(view, j, length):
        return 1
    if length == 1 and j in view.titles and view.titles[j].last == j + 1 and lex.names.get(key, (0, 0))[1] > 0 and key.startswith("ال"):
        # A title that is also a family name: نادر الخطيب, but not أحمد الدكتور.
        return 1 if j + 1 >= view.stop[j] or not known(view, view.words[j + 1].key) else None
    if blocked(view, j, 0):
        return None
    if known(view, key):
        return 1
    if length >= 2 and key[0] == "و":
        return None
    if any(j in table for table in (view.titles, view.heads, view.demonyms)) or joins(view, j) or key.startswith(_ATTACHED):
        return None
    if key.startswith("ال") and len(key) > 4:
        if lex.is_common(key) or (length >= 2 and not chained and view.definite(j - 1) and key[-1] != "ي"):
            # After a family name the object: جاسم الياسين [الخبر], unlike أحمد التيجاني الهزاوي.
            return None
        return 0
    if lex.is_common(key) or length >= 4:
        return None
    if unknown >= (3 if titled else 1) and not chained:
        return None
    return 0


def _word_name(view: View, j: int, length: int, *, titled: bool) -> bool:
    """Whether a common word or title is a name here: between two name words, or last in a long name, before a new clause.

    ``محمد انتصار علي``; ``عدي محمود حكيم حرب``; ``الدكتور وليد طبيب بأن``.
    """
    lex = view.lexicon
    key = view.words[j].key
    if key in lex.word("name_adverb") or not (key in lex.common or j in view.titles or j in view.demonyms or key in lex.word("family_too")):
        return False
    after = view.words[j + 1] if j + 1 < view.stop[j] else None
    if also(view, j) and after is not None and not joins(view, j + 1):
        if known(view, after.key) and not blocked(view, j + 1, 0):
            return True
        if length >= 2 and _names_before(view, j, 2) and (also(view, j + 1) or after.key in lex.word("family_too")):
            return True
    if key in lex.word("name_adverb"):
        return False  # قتل محمد علي [صباح أمس]
    if after is not None and (view.definite(j + 1) or j + 1 in view.demonyms or j + 1 in view.titles or known(view, after.key)):
        return False
    if after is not None and not lex.is_common(after.key) and not view.closed(j + 1):
        return False  # محمد أمين سلامة [ضيف بوليتيكا]
    family = lex.names.get(key, (0, 0))[1] > 0 or key in lex.word("family_too") or key in lex.word("name_too")
    if family and length >= 2 and _names_before(view, j, 2) and (view.titles[j].last == j + 1 if j in view.titles else True):
        return True
    said = after is not None and after.key in lex.word("that")
    return titled and said and length == 1 and not view.definite(j) and key[-1] != "ا" and key not in lex.word("reporting")


def _names_before(view: View, j: int, count: int) -> bool:
    """Whether the ``count`` words before word ``j`` are name words."""
    return all(known(view, view.words[k].key) or also(view, k) for k in range(j - count, j))


def _foreign_family(view: View, j: int, length: int) -> bool:
    """A town for a family name, after a given name that no verb of going stands before: ``سجل روبرتو باجيو``, unlike ``زار محمد دمشق``."""
    where = view.place(j, strong=True)
    if where is None or where.cut or where.last != j + 1 or view.definite(j):
        return False
    record = view.lexicon.records[where.value.slugs[0]]
    first = view.words[j - 1].key
    going = view.lexicon.word("going")
    return (
        record.kind == "city"
        and record.country not in ARAB_STATES  # of Arab towns family names are made with ي
        and (known(view, first) and given(view, first) > 0 if length == 1 else _names_before(view, j, length))
        and not any(view.words[k].key in going for k in range(max(0, j - 3), j - 1))
    )


def joins(view: View, j: int) -> bool:
    """Whether و stands before a known name or opening particle: ``وعامر``, ``وأبو`` begin the next one."""
    lex = view.lexicon
    key = view.words[j].key
    if key[0] != "و" or len(key) < 4:
        return False
    rest = key[1:]
    # What no list knows: ويلسون and واتسون are written with و for a W.
    foreign = key[1] in "ايو"
    return (
        (len(key) > 4 and not foreign)
        or known(view, rest)
        or rest in lex.word("kunya")
        or rest in lex.word("servant")
        or rest.startswith("ال")
    )


def _nisba(view: View, j: int) -> bool:
    """Whether a definite singular masculine nationality word can be the family name here: nothing definite follows it."""
    value = view.demonyms[j].value
    return bool(value.gender == "m" and value.number == "s")
