"""Productions of the rules for kinds: what happened to those whom a number counts, and numbers that lean on another's noun."""

from __future__ import annotations

from arnews.claims.cases import disease
from arnews.claims.lexicon import claim_lexicon
from arnews.claims.rows import Match, register
from arnews.claims.scene import Draft
from arnews.records import Quantity
from arnews.text.fold import fold

# Kinds that the number's own words decide: no event changes them.
_OWN = frozenset({"money", "percent", "multiplier", "measure", "age"})


@register("kind")
def kind(m: Match) -> bool:
    """The number ``n`` is of the kind that the row names (``kind=killed``) or that its word ``k`` gives (``kind_of=k``).

    ``unit=`` lists the counted nouns that the row is for, ``not=`` those that it is not for; ``unless=disease`` leaves
    sentences about a disease alone.
    """
    draft, args = m.draft("n"), m.rule.args
    if draft is None or draft.kind in _OWN or draft.implicit:
        return False
    unit = fold(draft.unit or "")
    if ("unit" in args and unit not in _units(args["unit"])) or unit in _units(args.get("not", "")):
        return False
    if args.get("unless") == "disease" and disease(m.scene, draft):
        return False
    found = args.get("kind") or _kind_at(m, args["kind_of"])
    if not found:
        return False
    draft.kind, draft.rule = found, m.rule.name
    m.note(draft)
    return True


def _units(text: str) -> set[str]:
    return {fold(u) for u in text.split(",") if u}


@register("like")
def like(m: Match) -> bool:
    """``الشهداء 120 والجرحى 340``, ``7 من 10 صواريخ``: a number with no kind of its own counts what ``k`` names or counts."""
    draft, source = m.draft("n"), m.draft("k")
    if draft is None or draft.kind or draft is source:
        return False
    if draft.numeral is not None and draft.numeral.form != "cardinal":
        return False
    found = m.rule.args.get("kind") or (source.kind if source is not None else _kind_at(m, "k"))
    if not found or found in ("age", "multiplier"):
        return False
    draft.kind, draft.rule = found, m.rule.name
    if "nameless" not in m.rule.args:
        draft.unit = draft.unit or (source.unit if source is not None else _lemma_at(m, "k"))
    m.note(draft)
    return True


def _kind_at(m: Match, label: str) -> str:
    """The kind that the event or the noun at a label gives; victims of a disease are people."""
    at = m.word(label)
    if at is None:
        return ""
    tag = m.scene.tags[at]
    draft = m.draft("n")
    if tag.event is not None and "event" in m.rule.args:
        return tag.event.kind
    found = tag.noun.kind if tag.noun is not None else tag.event.kind if tag.event is not None else ""
    if tag.noun is not None and tag.noun.generic and found == "people":
        return ""
    return "people" if found == "injured" and draft is not None and disease(m.scene, draft) else found


def _lemma_at(m: Match, label: str) -> str | None:
    at = m.word(label)
    noun = m.scene.tags[at].noun if at is not None else None
    return noun.lemma if noun is not None else None


@register("decade")
def decade(m: Match) -> bool:
    """``رجل سبعيني``, ``في الأربعينيات من العمر``: an age between 70 and 79; the class named by ``by`` holds the first year."""
    at, last = m.word("n"), m.word("z")
    if at is None or any(d.first <= at < d.last for d in m.drafts):
        return False
    key = m.scene.words[at].key
    low = next((v for cut in (0, 1) if (v := claim_lexicon().values.get((m.rule.args["by"], key[cut:])))), None)
    if low is None:
        return False
    draft = Draft(at, (last if last is not None else at) + 1, 0, Quantity(low=int(low), high=int(low) + 9))
    draft.kind, draft.rule, draft.unit = "age", m.rule.name, _YEAR
    m.note(draft)
    m.drafts.append(draft)
    return True


_YEAR = "عام"
