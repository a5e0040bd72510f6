"""What follows the head of a body's name: adjectives, a nationality or country, a purpose (``للأنباء``), joined parts."""

from __future__ import annotations

from arnews.entities.scan import View


def nation(view: View, j: int, head_key: str | None = None) -> tuple[int, str | None, str] | None:
    """A nationality or a country at word ``j``: its end, the country and its Latin adjective. ``head_key`` checks agreement."""
    if j >= len(view.words):
        return None
    hit = view.demonyms.get(j)
    if hit is not None and hit.cut == 0 and (head_key is None or agrees(view, head_key, hit.value)):
        return hit.last, hit.value.country, hit.value.latin
    return None


def country(view: View, j: int) -> tuple[int, str | None] | None:
    """A place at word ``j`` that can close a body's name in the genitive (``حكومة اليمن``): its end and country."""
    hit = view.place(j, strong=True)
    if hit is None or hit.cut:
        return None
    records = view.lexicon.records
    slug = next(s for s in hit.value.slugs if records[s].type == "LOC")
    return hit.last, records[slug].country


def agrees(view: View, head: str, demonym: object) -> bool:
    """Whether a nationality adjective can go with this head: ``الخارجية الروسي`` is no body but ends a minister's title."""
    feminine = head.endswith(("ه", "ات")) or head in view.lexicon.word("fem_body")
    gender = getattr(demonym, "gender", "")
    number = getattr(demonym, "number", "s")
    return number == "s" and bool(getattr(demonym, "definite", True)) and (gender == "f") == feminine


def adjectives(view: View, j: int, stop: int) -> int:
    """Step over adjectives that belong to a body's name: ``محكمة العدل الدولية``."""
    known = view.lexicon.word("org_adjective")
    while j < stop and (view.words[j].key in known or _relational(view, j)):
        j += 1
    return j


def _relational(view: View, j: int) -> bool:
    """A definite adjective in ي or ية that is no nationality: ``السلامة المعلوماتية``, ``التعليم الثانوي``."""
    key = view.words[j].key
    if (
        not key.startswith("ال")
        or len(key) < 7
        or key in view.lexicon.word("describing")
        or not key.endswith(("ي", "يه"))
        or key not in view.lexicon.common
    ):
        return False
    return not (view.closed(j) or any(j in table for table in (view.demonyms, view.titles, view.heads, view.forms)))


def tail(view: View, j: int, stop: int, head_key: str, *, free: bool = False) -> tuple[int, str | None]:
    """What may close a name: a nationality, a purpose (``للأنباء``), then again a nationality."""
    where = None
    for _ in range(2):
        if j < stop:
            found = nation(view, j, head_key)
            if found is not None:
                j, where = found[0], found[1]
                j = adjectives(view, j, stop)
        j = purpose(view, j, stop, free=free)
    return j, where


def purpose(view: View, j: int, stop: int, *, free: bool = False) -> int:
    """``للأنباء``, ``لحقوق الإنسان``, ``لكرة القدم``: a purpose with ل and the definite words after it. ``free``: any such."""
    lex = view.lexicon
    if j >= stop:
        return j
    key = view.words[j].key
    inner = view.heads.get(j)
    if free and inner is not None and inner.value.take == "fixed" and key.startswith("لل"):
        return inner.last  # الإدارة العامة للأمن الوطني
    if key in lex.word("purpose") or (free and key.startswith("لل") and j not in view.forms and j not in view.heads and not view.closed(j)):
        end = coordinated(view, adjectives(view, j + 1, stop), stop)
        j = _people(view, j, end, stop) if end == j + 1 else end
    elif j + 1 < stop and key in lex.word("purpose_open") and view.definite(j + 1):
        j = adjectives(view, j + 2, stop)
    return j


def _people(view: View, j: int, end: int, stop: int) -> int:
    """``للنازحين واللاجئين``, ``للقضاة والمدعين``: two groups of people whom a body is for."""
    endings = ("ين", "ات", "اه")
    if end < stop and view.words[j].key.endswith(endings) and view.words[end].key.startswith("وال") and view.words[end].key.endswith("ين"):
        return end + 1
    return end


def coordinated(view: View, j: int, stop: int) -> int:
    """Step over joined parts of a name: ``والسياحة`` (a known field), ``والاجتماعية`` (an adjective)."""
    lex = view.lexicon
    while j < stop:
        key = view.words[j].key
        if key in lex.word("list_link") and j + 1 < stop and (apart := _apart(view, j + 1, stop)) is not None:
            j = apart
            continue
        joined = key.startswith("وال") and j not in view.titles and j not in view.demonyms
        field = view.field(j, stop, joined=True) if joined else None
        if field is not None:
            j = adjectives(view, field[0], stop)
        elif key in lex.word("purpose_more") or (joined and key.endswith("يه") and key[1:] in lex.common and len(key) > 8):
            j = adjectives(view, j + 1, stop)
        else:
            break
    return j


def _apart(view: View, j: int, stop: int) -> int | None:
    """What stands after a و of its own, as it is often typed: ``وزارة التربية و التعليم``, ``كلية الآداب و العلوم الإنسانية``."""
    field = view.field(j, stop)
    if field is not None:
        return adjectives(view, field[0], stop)
    end = adjectives(view, j + 1, stop)
    return end if view.definite(j) and end > j + 1 and not any(j in table for table in (view.heads, view.titles, view.forms)) else None
