"""Place phrases of a sentence: what follows في, ب, قرب, شمال and the like, the named place of an event, a place struck."""

from __future__ import annotations

from dataclasses import dataclass

from arnews.claims.lexicon import claim_lexicon, tag
from arnews.claims.scene import Phrase, Scene
from arnews.claims.speakers import phrase
from arnews.grammar.units import QUOTES, STRONG
from arnews.text.words import has_article, without_article

_LONGEST = 14
_LONGEST_ASIDE = 25
_OPENING = frozenset({'"', "“", "«"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place phrase; ``named`` where it holds a LOC entity. ``opener`` is the word that starts it, preposition included."""

    opener: int
    phrase: Phrase
    named: bool


def places(scene: Scene, first: int, last: int, heads: frozenset[int]) -> list[Place]:
    """All place phrases of the words ``first`` to ``last``, neighbours joined, without those of reporting words."""
    out: list[Place] = []
    aside = _asides(scene, first, last)
    i = first
    while i < last:
        if i in heads or i in scene.temporal_at or i in scene.skipped or i in aside:
            i += 1
            continue
        start, cut = _opening(scene, i, last)
        if start is None:
            i += 1
            continue
        if scene.isa(start, "of") and start + 1 < last:
            start += 1  # بالقرب من ساو باولو
        end = _run(scene, start, last, heads)
        bare = end - start == 1 and has_article(scene.words[start].key[cut:]) and scene.type_at(start) != "LOC"
        vague = end - start == 1 and scene.type_at(start) != "LOC" and "area" in tag(scene.words[start].key[cut:]).cues
        if end <= start or bare or vague:
            i = max(i + 1, end)  # في الموقع, في المركز: names no place
            continue
        named = any(scene.type_at(w) == "LOC" for w in range(start, end))
        if out and _touching(scene, out[-1].phrase.last, i):
            before = out.pop()
            joint = _loc_phrase(scene, before.phrase.first, end, before.phrase.cut)
            out.append(Place(before.opener, joint, before.named or named))
        else:
            out.append(Place(i, _loc_phrase(scene, start, end, cut), named))
        i = end
    return out


def _asides(scene: Scene, first: int, last: int) -> frozenset[int]:
    """Words between dashes or brackets with no number among them: they say something else."""
    out: set[int] = set()
    opened: tuple[int, str] | None = None
    for i in range(first, last):
        text = scene.words[i].text
        if opened is not None and ((opened[1] == "(" and text == ")") or (opened[1] == "-" and text in "-–—")):
            inside = range(opened[0], i)
            if len(inside) <= _LONGEST_ASIDE and not any(w in scene.numeral_at for w in inside):
                out.update(inside)
            opened = None
        elif opened is None and text == "(":
            opened = (i, "(")
        elif opened is None and text in "-–—" and len(text) == 1:
            opened = (i, "-")
    return frozenset(out)


def _loc_phrase(scene: Scene, first: int, last: int, cut: int) -> Phrase:
    found = phrase(scene, first, last, cut)
    for w in range(first, last):
        at = scene.mention_at.get(w)
        if at is not None and scene.entities[at[0]].type == "LOC":
            return Phrase(first, last, cut, f"e{at[0] + 1}", scene.entities[at[0]].country)
    return found


def _site(key: str) -> bool:
    """Whether the claim table itself has the word as a place; the general noun table is too wide for that (الجهة)."""
    sites = claim_lexicon().sites
    return key in sites or without_article(key) in sites


def _place_word(scene: Scene, i: int) -> bool:
    if scene.type_at(i) == "LOC":
        return True
    here = scene.tags[i]
    if "place" in here.cues:
        return True
    return here.noun is not None and here.noun.kind == "places" and here.noun_cut == 0 and _site(scene.words[i].key)


def _opening(scene: Scene, i: int, last: int) -> tuple[int | None, int]:
    """Word where a place phrase begins if one opens at word ``i``, and the letters to cut off it."""
    here, key, kind = scene.tags[i], scene.words[i].key, scene.type_at(i)
    if kind in ("ORG", "PERSON", "MISC") or (key[0] == "ب" and any(scene.isa(w, "linking") for w in range(max(0, i - 4), i))):
        return None, 0  # يربط منطقة البلد بمحطة القطار
    if kind == "LOC":
        return _named_opening(scene, i)
    if "onto" in here.cues:
        ahead = _past_quantifier(scene, i + 1, last)
        if ahead < last and ("place" in scene.tags[ahead].cues or scene.type_at(ahead) == "LOC"):
            return ahead, 0
        # على إحدى طرق منطقة جازان
        return (ahead + 1, 0) if i + 1 < ahead < last - 1 and "place" in scene.tags[ahead + 1].cues else (None, 0)
    if scene.isa(i, "at_hand") and (i + 1 >= last or scene.type_at(i + 1) != "LOC"):
        return None, 0  # لدى عبورهما جسرا: a time, لدى كافة الدول: an owner
    if "location" in here.cues:
        plain = "direction" in here.cues or "region" in here.cues
        if plain and _origin(scene, i):
            return None, 0
        return _after_opener(scene, i if plain else i + 1, last, here.cue_cut if plain else 0)
    # بولاية, بمنطقة, بشارع: the preposition is attached to the place noun.
    for cut in (1, 2):
        if len(key) > cut + 2 and key[cut - 1] == "ب" and (cut == 1 or key[0] in "وف") and _is_place_key(key[cut:]):
            return i, cut
    # ضرب مدينة سوروتش: a place noun with its name after a verb of striking or witnessing.
    if "place" in here.cues and not here.cue_cut and i + 1 < last and _struck(scene, i):
        name = i + 2 if scene.type_at(i + 1) == "NORP" and i + 2 < last else i + 1
        if scene.type_at(name) == "LOC":
            return i, 0
    return None, 0


def _origin(scene: Scene, i: int) -> bool:
    """``200 مهاجر من شمال أفريقيا``: where they come from; ``بالقرب من وسط المدينة`` is where it happened."""
    return i > 0 and scene.isa(i - 1, "of") and not (i > 1 and scene.isa(i - 2, "near"))


def _struck(scene: Scene, i: int) -> bool:
    """``هز انفجاران العاصمة مقديشو``, ``شهدت مدينة حلب``: a verb of striking or witnessing, its subject perhaps between."""
    for w in range(i - 1, max(-1, i - 4), -1):
        if "hits" in scene.tags[w].cues:
            return True
        if scene.stop(w) or scene.tags[w].cues & {"location", "onto", "preposition", "that"}:
            return False
    return False


def _named_opening(scene: Scene, i: int) -> tuple[int | None, int]:
    """``ببغداد``, ``حرب اليمن``, ``شهدت حلب``, ``جنوب لبنان``: a name that its preposition or the word before it makes a place."""
    at = scene.mention_at[i]
    mention = scene.entities[at[0]].mentions[at[1]]
    if mention.first != i:
        return None, 0
    if mention.cut:
        return (i, mention.cut) if "ب" in scene.words[i].key[: mention.cut] else (None, 0)
    if i > 1 and "direction" in scene.tags[i - 1].cues and _origin(scene, i - 1):
        return None, 0
    if (i and scene.tags[i - 1].cues & {"place_event", "direction"}) or _struck(scene, i):
        return i, 0
    return None, 0


def _is_place_key(rest: str) -> bool:
    found = tag(rest)
    return "place" in found.cues or "direction" in found.cues or (found.noun is not None and found.noun.kind == "places" and _site(rest))


def _past_quantifier(scene: Scene, start: int, last: int) -> int:
    """The word after ``إحدى``, ``عدد من``, ``مختلف``: في عدد من أحياء حلب."""
    while start + 1 < last and scene.isa(start, "some_of"):
        start += 2 if scene.isa(start + 1, "of") else 1
    return start


def _after_opener(scene: Scene, start: int, last: int, cut: int) -> tuple[int | None, int]:
    """A place must follow within three words, with no event or date between: ``في حوادث منفصلة`` is no place."""
    start = _past_quantifier(scene, start, last)
    if start + 1 < last and scene.isa(start, "that_place") and _is_place_key(without_article(scene.words[start + 1].key)):
        return start, 0  # في هذا الحي
    for w in range(start, min(last, start + 4)):
        if scene.stop(w) or w in scene.temporal_at or "place_none" in scene.tags[w].cues:
            return None, 0
        if _place_word(scene, w):
            # في انهيار مبنى, في فيضانات تيزنيت: the place is what follows the event.
            own = w == start or bool(scene.tags[start].cues & {"location", "direction", "region", "place"})
            if own:
                return start, cut
            at = scene.mention_at.get(w)
            return w, scene.entities[at[0]].mentions[at[1]].cut if at is not None else 0
        if scene.isa(w, "of") and w > start:
            continue
        here = scene.tags[w]
        if w > start and not here.cues & {"location", "direction"}:
            return None, 0
        if w == start and (here.event is not None or (here.noun is not None and here.noun.kind == "attacks") or w in scene.numeral_at):
            return None, 0
        if w == start and scene.type_at(w):
            return None, 0
    return None, 0


def _run(scene: Scene, start: int, last: int, heads: frozenset[int]) -> int:
    """The end of a place phrase: names whole, place nouns, directions, adjectives up to the next other word."""
    i = start
    end = min(last, start + _LONGEST)
    while i < end:
        if i in scene.temporal_at or i in heads or scene.words[i].text in STRONG:
            break
        if i in scene.mention_end and scene.type_at(i) in ("LOC", "NORP"):
            if i > start and scene.type_at(i) == "LOC" and _foreign(scene, i):
                break
            i = max(i + 1, scene.mention_end[i])
            continue
        if scene.words[i].text in _OPENING and i > start and (_place_word(scene, i - 1) or _is_place_key(scene.words[i - 1].key[1:])):
            closing = next((w for w in range(i + 1, min(end, i + 5)) if scene.words[w].text in QUOTES), None)
            if closing is not None:
                i = closing + 1  # حي "ساوث بنك" بمدينة لندن
                continue
        if i in scene.numeral_at or scene.stop(i):
            break
        near = i > start and scene.isa(i, "of") and (scene.isa(i - 1, "near") or _parts_of(scene, start, i, end))
        if (
            i == start
            or near
            or (i == start + 1 and (scene.isa(start, "that_place") or (scene.isa(start, "aboard") and not scene.isa(i, "some_of"))))
            or _place_word(scene, i)
            or scene.tags[i].cues & {"direction", "location", "place"}
            or _adjective(scene, i)
        ):
            i += 1
            continue
        break
    while (
        i > start + 1
        and "location" in scene.tags[i - 1].cues
        and not _place_word(scene, i - 1)
        and "direction" not in scene.tags[i - 1].cues
    ):
        i -= 1
    return i


def _parts_of(scene: Scene, start: int, i: int, last: int) -> bool:
    """``أنحاء متفرقة من الضفة الغربية``, ``مناطق عدة من البلاد``: the whole after the parts."""
    parts = scene.tags[start].cues | tag(scene.words[start].key[1:]).cues
    return i - start <= 2 and bool(parts & {"region", "area"}) and i + 1 < last and _place_word(scene, i + 1)


def _adjective(scene: Scene, i: int) -> bool:
    """A definite adjective after a place (الساحل الغربي), an indefinite one after an indefinite noun (مناطق متفرقة)."""
    here, key = scene.tags[i], scene.words[i].key
    if here.event is not None or here.cues or here.attribution or here.noun is not None or not _place_word(scene, i - 1):
        return False
    before = scene.words[i - 1].key
    if "place" in scene.tags[i - 1].cues and not has_article(before) and key[0] not in "وفبلك" and i not in scene.mention_at:
        return not key.endswith("ا") or len(key) > 3  # غابة أجدير, منطقة خمودة: a name that no list has
    if has_article(key):
        return scene.type_at(i - 1) != "LOC" or key[-1] in "هيى"  # بغداد الجديدة, but not فتحت قوات في أوكرانيا النار
    definite = has_article(scene.words[i - 1].key) or scene.type_at(i - 1) == "LOC"
    return not definite and key[0] not in "وفبلكيت" and not key.endswith("ا")


def _foreign(scene: Scene, i: int) -> bool:
    """A name with ل or ك does not go on a place phrase; و lists places and does."""
    at = scene.mention_at[i]
    m = scene.entities[at[0]].mentions[at[1]]
    return m.first == i and m.cut > 0 and scene.words[i].key[m.cut - 1] in "لك"


def _touching(scene: Scene, end: int, opener: int) -> bool:
    """Two place phrases with nothing but a mark or a bracket between are one: ``في مدينة سوروتش (جنوب) قرب الحدود``."""
    if opener < end:
        return True
    gap = range(end, opener)
    if len(gap) > 4:
        return False
    return all(scene.words[w].text in ("،", ",", "(", ")") or "direction" in scene.tags[w].cues for w in gap)
