"""Numeric claims: numbers of a document with what they count, who, where, when, according to whom and how sure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from arnews.claims import (
    arguments,
    kinds,
    make_arguments,
    make_kinds,
    make_modality,
    make_ones,
    make_parts,
    make_zeros,
    relations,
    rows,
    sums,
)
from arnews.claims.ages import ages
from arnews.claims.candidates import candidates
from arnews.claims.clause import opening_adverbial, within
from arnews.claims.events import CASUALTY
from arnews.claims.figures import figures
from arnews.claims.implicit import implicit
from arnews.claims.lexicon import claim_lexicon
from arnews.claims.modality import Reach, modality, reaches
from arnews.claims.places import Place, places
from arnews.claims.scene import REACH, Draft, Phrase, Scene, build
from arnews.claims.units import Units, build_units
from arnews.claims.who import who
from arnews.context import Context
from arnews.dates.model import Temporal
from arnews.entities.model import Found
from arnews.numbers.model import Numeral
from arnews.records import Argument, Figure, NumericClaim, Span
from arnews.speech.model import Name, Speech
from arnews.text.article import Layout
from arnews.text.document import Document
from arnews.text.words import cut_offset

# The rooms whose productions the rule tables name.
PRODUCTIONS = (make_arguments, make_kinds, make_modality, make_ones, make_parts, make_zeros)


@dataclass(frozen=True, slots=True)
class Reading:
    """The claims of a document before they become records: the scene they stand in and the drafts in order."""

    scene: Scene
    drafts: tuple[Draft, ...]

    def figures(self) -> list[Figure]:
        """One figure for each thing counted."""
        return figures(list(self.drafts))


def read_claims(
    doc: Document,
    layout: Layout,
    numerals: Sequence[Numeral],
    temporals: Sequence[Temporal],
    entities: Sequence[Found],
    context: Context,
    speech: Speech,
) -> Reading:
    """The claims of a document in the order of the text, with the evidence of each field. Takes any text."""
    scene = build(doc, layout, numerals, temporals, entities)
    units = build_units(scene)
    drafts = _kinds(scene, units)
    if not drafts:
        return Reading(scene, ())
    relations.subsets(scene, drafts)
    rows.run(units, drafts, "part")
    drafts = [d for d in drafts if d.kind]
    relations.discharged(scene, drafts)
    _arguments(scene, drafts, speech, context)
    rows.run(units, drafts, "modality")
    sums.sums(scene, drafts)
    for field in ("who", "where"):
        rows.run(units, drafts, field)
    for draft in drafts:
        arguments.of_source(scene, draft, speech.at(draft.first))
    return Reading(scene, tuple(drafts))


def _kinds(scene: Scene, units: Units) -> list[Draft]:
    """Candidates with their kinds; those that may still be part of another keep an empty kind."""
    drafts = candidates(scene)
    old = _ages(scene)
    aged = {w for a in old for w in range(a.first, a.last)}
    drafts = sorted([d for d in drafts if d.first not in aged] + old, key=lambda d: d.first)
    previous: Draft | None = None
    last_kind = ""
    for draft in drafts:
        if draft.kind:
            continue
        first, _ = scene.sentence(draft.first)
        kinds.classify(scene, draft, previous if previous is not None and previous.first >= first else None, last_kind)
        previous = draft
        last_kind = draft.kind or last_kind
    rows.run(units, drafts, "kind")
    taken = frozenset(w for d in drafts for w in range(d.first, d.last))
    drafts += implicit(scene, taken)
    rows.run(units, drafts, "one")
    return sorted(drafts, key=lambda d: (d.first, d.last))


def _ages(scene: Scene) -> list[Draft]:
    """Ages, also those that were masked as durations."""
    out: list[Draft] = []
    for n, first, last, unit in ages(scene):
        draft = Draft(first, last, n.cut, n.quantity, n)
        draft.kind, draft.rule, draft.unit = "age", "years of age", unit or _YEAR
        draft.note("kind", "years of age", first, last)
        out.append(draft)
    return out


_YEAR = "عام"


def _arguments(scene: Scene, drafts: list[Draft], said: Speech, context: Context) -> None:
    """Source, who, where, when and modality of each draft, sentence by sentence."""
    lexicon = claim_lexicon()
    current = -1
    found: list[Place] = []
    marks: list[Reach] = []
    for n, draft in enumerate(drafts):
        index = scene.doc.sentence_of(draft.first)
        if index != current:
            current = index
            found = places(scene, *scene.doc.sentences[index], said.heads)
            marks = reaches(scene, *scene.doc.sentences[index], said.heads)
        first, last = scene.sentence(draft.first)
        before = drafts[n - 1] if n and drafts[n - 1].first >= first else None
        after = drafts[n + 1] if n + 1 < len(drafts) and drafts[n + 1].first < last else None
        span = arguments.stretch(draft, (before, after), first, last)
        saying = said.at(draft.first)
        if saying is not None and saying.source is not None and not (draft.kind == "age" and 0 <= draft.first - saying.source.last <= 1):
            # قال فريد (22 عاما): the age of the speaker is told by the writer.
            draft.source = _phrase(saying.source)
            draft.note("source", saying.rule, saying.source.first, saying.source.last)
        who(scene, draft)
        if draft.kind in ("percent", "multiplier", "money", "measure", "count", "places"):
            # A size, a share or a count of things has the place and time of its own clause only; victims share those of the sentence.
            opening = opening_adverbial(scene, first)
            first, last = within(scene, draft, (first, last))
            span = max(span[0], first), min(span[1], last)
        else:
            opening = first, first
        if draft.kind != "age":
            arguments.where(scene, draft, _inside(found, first, last), span, said)
            arguments.when(scene, draft, span, (first, last), said)
            if opening[1] <= first:
                arguments.opened(scene, draft, _inside(found, *opening), opening, said)
            arguments.since(scene, draft)
        arguments.rate(scene, draft, lexicon.periods)
        if draft.kind == "age":
            continue  # how old somebody is hangs on no plan or doubt around it
        modality(scene, draft, _near(marks, draft))
        if draft.modality == "asserted" and _ahead(scene, draft, context):
            draft.modality = "planned"
            draft.note(
                "modality",
                "time still to come",
                draft.when.first if draft.when else draft.first,
                draft.when.last if draft.when else draft.last,
            )


def _inside(found: list[Place], first: int, last: int) -> list[Place]:
    low = bisect_left(found, first, key=lambda p: p.phrase.first)
    high = bisect_left(found, last, key=lambda p: p.phrase.first)
    return found[low:high]


def _near(marks: list[Reach], draft: Draft) -> list[Reach]:
    """The markers close enough to bind, and those that hold for the whole sentence."""
    if len(marks) <= 8:
        return marks
    low = bisect_left(marks, draft.first - REACH, key=lambda m: m.first)
    high = bisect_left(marks, draft.first + REACH, key=lambda m: m.first)
    return marks[low:high]


def _ahead(scene: Scene, draft: Draft, context: Context) -> bool:
    """Whether the claim's time lies after the publication day."""
    if draft.when is None or draft.when.ref is None or context.day is None or draft.when.first >= draft.first + 40:
        return False
    if draft.kind == "people" and any(scene.words[w].text in "،,؛" for w in range(draft.last, draft.when.first)):
        return False  # 40 مليون شخص، ومن المتوقع أن يزداد بحلول 2030
    event = scene.tags[draft.event].event if draft.event is not None else None
    if event is not None and event.shape == "past":
        return False
    if draft.kind in CASUALTY and (event is None or event.shape not in ("imperfect", "future")):
        return False
    earliest = scene.temporals[int(draft.when.ref[1:]) - 1].earliest
    return earliest is not None and earliest > context.day.isoformat()


def _phrase(name: Name) -> Phrase:
    return Phrase(name.first, name.last, name.cut, name.ref, name.country)


def _argument(scene: Scene, found: Phrase | None) -> Argument | None:
    if found is None:
        return None
    words = scene.words
    start = cut_offset(words[found.first], found.cut) if found.cut else words[found.first].start
    end = words[found.last - 1].end
    span = scene.doc.span(start, end)
    return Argument(start=span.start, end=span.end, text=span.text, ref=found.ref, country=found.country)


def to_records(reading: Reading) -> list[NumericClaim]:
    """The drafts as records; the id of each is ``c`` and its place in the list, from 1."""
    ids = {id(d): f"c{n}" for n, d in enumerate(reading.drafts, 1)}
    sentences: dict[int, Span] = {}  # one for all claims in it
    return [_record(reading.scene, d, ids, sentences) for d in reading.drafts]


def _record(scene: Scene, draft: Draft, ids: dict[int, str], sentences: dict[int, Span]) -> NumericClaim:
    words = scene.words
    start = cut_offset(words[draft.first], draft.cut) if draft.cut else words[draft.first].start
    span = scene.doc.span(start, words[draft.last - 1].end)
    number = scene.doc.sentence_of(draft.first)
    if number not in sentences:
        first, last = scene.doc.sentences[number]
        sentences[number] = scene.doc.span(words[first].start, words[last - 1].end)
    parent = ids.get(id(draft.parent)) if draft.parent is not None else None
    return NumericClaim(
        start=span.start,
        end=span.end,
        text=span.text,
        id=ids[id(draft)],
        quantity=draft.quantity,
        kind=draft.kind,  # type: ignore[arg-type]
        unit=draft.unit,
        additional=draft.additional,
        cumulative_since=_argument(scene, draft.since),
        previous=draft.numeral.previous if draft.numeral is not None else None,
        per=draft.per,
        modality=draft.modality,  # type: ignore[arg-type]
        source=_argument(scene, draft.source),
        who=_argument(scene, draft.who),
        where=_argument(scene, draft.where),
        when=_argument(scene, draft.when),
        part_of=parent,
        implicit=draft.implicit,
        sentence=sentences[number],
        rule=draft.rule,
    )
