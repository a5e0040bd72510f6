"""Numerals that count nothing: they point back, belong to a date or a name, or are a score or a list's numbering."""

from __future__ import annotations

from arnews.claims.lexicon import lemma_is, of_class
from arnews.claims.scene import Scene
from arnews.numbers.model import Numeral


def pointing(scene: Scene, n: Numeral) -> bool:
    """``الصحافيون الثلاثة`` points back; ``ضعف`` alone is weakness; ``الفريق الواحد`` counts nothing."""
    key = scene.words[n.core[0]].key[n.cut if n.first == n.core[0] else 0 :]
    if of_class(key, "one") and n.form == "cardinal" and not _rate(scene, n) and not _goals(scene, n):
        return _only_one(scene, n, key)
    return _rate(scene, n) or _goals(scene, n) or _idiom(scene, n, key) or _named_before(scene, n, key)


def _rate(scene: Scene, n: Numeral) -> bool:
    """``30 حالة لكل 100000 مواطن``: the base of a rate."""
    return n.form == "cardinal" and n.first > 0 and scene.has(n.first - 1, "each")


def _goals(scene: Scene, n: Numeral) -> bool:
    noun = scene.tags[n.noun[0]].noun if n.noun is not None else None
    return noun is not None and lemma_is(noun.lemma, "goal") and _match(scene, n)


def _idiom(scene: Scene, n: Numeral, key: str) -> bool:
    """``ضعف`` alone, ``بين المطرقة والسندان`` (an anvil, not two props), ``وقوف الأمة صفا واحدا``."""
    weakness = of_class(key, "weakness") and n.core[1] - n.core[0] == 1 and not _weighed(scene, n.last)
    unity = of_class(key, "single") and n.first > 0 and scene.has(n.first - 1, "unity")
    return weakness or unity or of_class(key, "anvil")


def _named_before(scene: Scene, n: Numeral, key: str) -> bool:
    """``الصحافيون الثلاثة``: a number with the article after its noun."""
    if of_class(key, "thousand"):
        return False  # ألفا جندي: folded, the first letters look like the article
    definite = key.startswith(_ARTICLE) and scene.words[n.core[0]].kind == "arabic" and len(key) > 3
    round_number = n.first < n.core[0] and n.noun is not None  # حوالي المئة قتيل
    return definite and not n.quantity.vague and n.noun != n.core and not round_number


_ARTICLE = "ال"


def _weighed(scene: Scene, at: int) -> bool:
    """``ضعف الميزانية``, ``ضعف ما كان``: a multiple of something."""
    return at < len(scene.words) and (scene.words[at].key.startswith(_ARTICLE) or scene.has(at, "what"))


def _only_one(scene: Scene, n: Numeral, key: str) -> bool:
    """``الفريق الواحد``, ``من أسرة واحدة`` count nothing; ``قتل واحد`` and ``متر واحد`` do."""
    if key.startswith(_ARTICLE):
        return True
    if n.unit is not None and n.quantity.best == 1:
        return False
    if n.first > 1 and scene.has(n.first - 1, "family") and (scene.has(n.first - 2, "of") or scene.tags[n.first - 1].cue_cut):
        return True  # مصرع 4 من أسرة واحدة
    events = (scene.tags[w].event for w in range(max(0, n.first - 4), n.first))
    return not any(e is not None and e.kind for e in events)


_MOST_GOALS = 12


def _match(scene: Scene, n: Numeral) -> bool:
    """``يفوز بثلاثة أهداف مقابل هدف`` is a score; ``أحرز 72 هدفا خلال 187 مباراة`` is a count."""
    if (n.quantity.best or 0) > _MOST_GOALS:
        return False
    return any("match" in scene.tags[w].cues for w in range(max(0, n.first - 10), min(len(scene.words), n.last + 4)))


def masked(scene: Scene, n: Numeral) -> bool:
    """Part of a date, a clock time or a duration, or in a line that is no prose."""
    if n.noun == n.core and "clause" in scene.tags[n.core[0]].cues:
        return True  # التي is no dual
    return any(w in scene.temporal_at or w in scene.skipped for w in range(n.core[0], n.core[1]))


def in_name(scene: Scene, n: Numeral) -> bool:
    """``القناة 13``, ``المادة 140``, ``مجموعة 5+1``: the number names its noun. Also inside the name of an entity."""
    if n.unit is not None or n.form != "cardinal":
        return False
    return _inside_entity(scene, n) or (scene.words[n.core[0]].kind == "number" and (_label(scene, n) or _glued(scene, n)))


def _inside_entity(scene: Scene, n: Numeral) -> bool:
    first = n.core[0]
    at = scene.mention_at.get(first)
    if at is None or scene.entities[at[0]].type == "NORP" or scene.mention_at.get(n.core[1] - 1) != at:
        return False
    mention = scene.entities[at[0]].mentions[at[1]]
    # مدنيين in a list can be mistaken for a name; a name that starts with the number and ends with it is none.
    return mention.first < first or mention.last > n.core[1]


def _label(scene: Scene, n: Numeral) -> bool:
    """``تونس 01`` (a telephone number), ``القناة 13``."""
    first = n.core[0]
    text = scene.words[first].text
    if n.noun is not None:
        return False
    phone = len(text) > 1 and text[0] == "0" and "." not in text
    return phone or (first > 0 and scene.has(first - 1, "name_before") and not _totalled(scene, first - 1))


def _glued(scene: Scene, n: Numeral) -> bool:
    """``5+1``, ``#7``: a mark without a space before or after the digits."""
    words, (first, after) = scene.words, n.core
    if first > 0 and words[first - 1].text in ("+", "/", "#", "№") and words[first - 1].end == words[first].start:
        return True
    return after < len(words) and words[after].text == "+" and words[after].start == words[after - 1].end


def _totalled(scene: Scene, head: int) -> bool:
    """``يبلغ عدد أفراد الكتيبة 800`` is no battalion of that number: a verb of amount and a noun of total stand before it."""
    near = range(max(0, head - 5), head)
    return any(scene.has(w, "reach") for w in near) and any(scene.has(w, "stat") for w in near)


def score(scene: Scene, n: Numeral) -> bool:
    """``3-1`` and ``(2-0)``, and numbered list heads ``1-``, ``2)``."""
    (first, last), words = n.core, scene.words
    plain = n.noun is None and n.unit is None and n.form == "cardinal" and words[first].kind == "number"
    if not plain or (n.quantity.best or 0) >= _HIGHEST_SCORE:
        return False
    if _dash(scene, last) and last + 1 < len(words) and words[last + 1].kind == "number":
        return True
    if _dash(scene, first - 1) and first > 1 and words[first - 2].kind == "number":
        return True
    head = first == 0 or words[first - 1].line != words[first].line
    return head and last < len(words) and words[last].text in _LIST_MARKS


_HIGHEST_SCORE = 100
_LIST_MARKS = ("-", "–", ")", ".", "/", "\u0640")


def _dash(scene: Scene, at: int) -> bool:
    return 0 <= at < len(scene.words) and scene.words[at].text in "-–:"
