"""Ages: numbers of years that the words give as somebody's age, which are claims and not durations."""

from __future__ import annotations

from arnews.claims.scene import Scene
from arnews.numbers.model import Numeral


def age(scene: Scene, n: Numeral) -> tuple[int, int] | None:
    """Word range of the age with its word for years, or None: ``(58 عاما)``, ``يبلغ من العمر 51 عاما``, ``عمره 14``."""
    words = scene.words
    if n.form != "cardinal" or (n.unit is not None and n.unit not in ("عام", "سنة")):
        return None
    last = n.last
    years = last - 1 if last > n.core[1] and "year" in scene.tags[last - 1].cues else None
    if years is None and n.noun is not None and "year" in scene.tags[n.noun[0]].cues:
        years = n.noun[0]
    if years is None and last < len(words) and "year" in scene.tags[last].cues:
        years = last
    end = max(last, years + 1) if years is not None else last
    if years is not None and n.first > 0 and words[n.first - 1].text == "(" and end < len(words) and words[end].text in ")،,":
        return n.first, end
    if years is not None and n.first > 1 and words[n.first - 1].key in ("عن", "ناهز") and _died(scene, n.first):
        return n.first, end
    value = n.quantity.best or n.quantity.low or n.quantity.high or 0
    if value > 130:
        return None
    first, stop = scene.sentence(n.first)
    for w in range(n.first - 1, max(first, n.first - 5) - 1, -1):
        event = scene.tags[w].event
        if scene.stop(w) or w in scene.numeral_at or (event is not None and event.kind):
            break  # وفاة كهل في العقد الخامس من عمره وجرح 3
        if "age" in scene.tags[w].cues and scene.type_at(w) != "PERSON":
            return n.first, end
    if years is not None:
        for w in range(end, min(stop, end + 3)):
            if "age" in scene.tags[w].cues:
                return n.first, end
    return None


def _died(scene: Scene, word: int) -> bool:
    """``توفي الكاتب عن 94 عاما``."""
    first, _ = scene.sentence(word)
    events = (scene.tags[w].event for w in range(max(first, word - 14), word))
    return any(e is not None and e.kind == "killed" for e in events)
