"""The entity step: every rule proposes, ``merge`` decides, ``cluster`` brings mentions together, ``link`` names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from arnews.entities import (
    credits,
    demonyms,
    gazetteer,
    happenings,
    hyphens,
    namesakes,
    organisations,
    people,
    places,
    realms,
    recognised,
    titles,
)
from arnews.entities.cluster import absorb, cluster, later
from arnews.entities.lexicon import EntityLexicon
from arnews.entities.link import link
from arnews.entities.merge import merge
from arnews.entities.model import Candidate, Found
from arnews.entities.scan import View
from arnews.records import Entity, Mention
from arnews.text.document import Document
from arnews.text.fold import strip_marks
from arnews.text.words import cut_offset

if TYPE_CHECKING:
    from arnews.recognizers.base import Recognizer


# A rule's guess below this counts only where the recogniser can speak against it.
_ALONE = 0.6


def find(doc: Document, layout: Any, lexicon: EntityLexicon, recognizer: Recognizer | None) -> list[Found]:
    """The entities of a document, in the order of their first mention. ``recognizer`` may be None: then rules alone."""
    if not doc.words:
        return []
    view = View(doc, lexicon)
    ruled = [*rules(view), *credits.find(view), *people.lines(view, recognised.author_words(layout))]
    weak = gazetteer.weak(view)
    ruled = recognised.find(view, recognizer, ruled, weak) if recognizer is not None else [c for c in ruled if c.score >= _ALONE]
    kept = namesakes.settled(view, merge(c for c in hyphens.whole(view, ruled) if not realms.is_form(view, c)))
    kept = [titles.with_role(view, c) if c.type == "PERSON" and c.role is None else c for c in kept]
    clusters = cluster(view, kept)
    taken = {k for c in kept if c.type != "NORP" for k in range(c.first, c.last)}
    absorb(view, clusters, weak, taken)
    later(view, clusters, taken)
    realms.add(view, clusters, taken)
    return link(view, clusters)


def rules(view: View) -> list[Candidate]:
    """What the rules and the lexicon propose, before anything is decided."""
    named = [*organisations.find(view), *places.find(view)]
    return [
        *titles.find(view, named),
        *named,
        *happenings.find(view),
        *people.find(view),
        *gazetteer.find(view),
        *demonyms.find(view),
    ]


def to_record(doc: Document, found: Found, id: str) -> Entity:
    """A found entity as a record with raw offsets. A mention that would hold half a character is cut to whole ones."""
    mentions = []
    text = doc.normalized.text
    for m in found.mentions:
        start = cut_offset(doc.words[m.first], m.cut) if m.cut else doc.words[m.first].start
        span = doc.span(start, m.end)
        mentions.append(Mention(start=span.start, end=span.end, text=span.text, normalized=strip_marks(text[start : m.end]), score=m.score))
    roles = []
    for r in found.roles:
        word = doc.words[r.first]
        roles.append(doc.span(cut_offset(word, r.cut) if r.cut else word.start, doc.words[r.last - 1].end))
    return Entity(
        id=id, type=found.type, name=found.name, latin=found.latin, latin_origin=cast(Any, found.latin_origin), country=found.country,
        links=found.links, key=found.key or None, roles=tuple(roles), mentions=tuple(mentions), rule=found.rule or None,
    )  # fmt: skip
