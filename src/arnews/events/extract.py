"""The occurrences of one article: its claims about people come together by place, day and number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from arnews.claims.lexicon import claim_lexicon
from arnews.events import geography
from arnews.events.lexicon import event_lexicon
from arnews.events.occurrence import Counted, Named, Occurrence
from arnews.events.reading import Reading, Sentence, before
from arnews.records import Analysis, Entity, NumericClaim, Span
from arnews.text.fold import fold

# What befell people is an event's toll; money, tanks and votes are not.
TOLL = frozenset({"killed", "injured", "casualties", "missing", "displaced", "detained", "hostages"})
# Older things are background of an article, not its news.
HORIZON = 60
_MOST_CLAIMS, _MOST_GROUPS, _MOST_WORDS = 200, 24, 120
_PARTIES = frozenset({"PERSON", "ORG", "NORP", "MISC"})


@dataclass(slots=True)
class _Group:
    """Claims of one occurrence in the making."""

    claims: list[NumericClaim] = field(default_factory=list)
    where: Counter[str] = field(default_factory=Counter)
    start: str = ""
    end: str = ""
    certain: bool = False
    kinds: Counter[str] = field(default_factory=Counter)
    totals: dict[tuple[str, str], set[float]] = field(default_factory=dict)
    sentences: set[int] = field(default_factory=set)


def occurrences(article: str, analysis: Analysis) -> list[Occurrence]:
    """What the article ``article`` says happened to people, one item for each place, day and number that it keeps apart."""
    claims = [c for c in analysis.claims if c.kind in TOLL and c.modality != "planned"][:_MOST_CLAIMS]
    if not claims:
        return []
    published = analysis.article.published.value[:10] if analysis.article.published else ""
    reading = Reading(analysis)
    return [_occurrence(article, n, published, group, reading, first=n == 0) for n, group in enumerate(_groups(claims, reading, published))]


def _groups(claims: list[NumericClaim], reading: Reading, published: str) -> list[_Group]:
    groups: list[_Group] = []
    owner: dict[str, _Group] = {}
    figure = {c: f.id for f in reading.analysis.figures for c in f.claims}
    of_figure: dict[str, _Group] = {}
    for claim in claims:
        if claim.cumulative_since is None or not groups:
            group = owner.get(claim.part_of or "") or _choose(claim, groups, of_figure.get(figure.get(claim.id, "")), reading)
        else:
            group = groups[-1]
        if group is None:
            group = _Group()
            groups.append(group)
        _add(group, claim, reading)
        owner[claim.id] = group
        of_figure.setdefault(figure.get(claim.id, ""), group)
    return [g for g in groups[:_MOST_GROUPS] if _is_news(g, reading, published)]


def _is_news(group: _Group, reading: Reading, published: str) -> bool:
    """Whether the group tells an occurrence: not of long ago, not of nobody, not only a running total or a standing number."""
    if group.end and published and group.end < before(published, HORIZON):
        return False
    if not (group.kinds or group.where) or all(0 in (c.quantity.best, c.quantity.high) for c in group.claims):
        return False
    told = [c for c in group.claims if c.cumulative_since is None]
    if not told:
        return bool(group.kinds["epidemic"])  # منذ ظهور الفيروس: an epidemic has no other totals
    # وجود 1.8 مليون لاجئ: refugees are there, which nothing made happen today.
    return bool(group.start) or any(c.kind != "displaced" for c in told) or _in_title(group, reading)


def _in_title(group: _Group, reading: Reading) -> bool:
    title = reading.analysis.article.title
    return title is not None and any(c.start < title.end for c in group.claims)


def _place(claim: NumericClaim, reading: Reading) -> str:
    """The key of the place where the claim says it was; empty where it says none."""
    found = reading.entity(claim.where)
    if found is not None and found.type == "LOC" and found.key and geography.happens(found.key, found.name):
        return found.key
    country = claim.where.country if claim.where else None
    return f"country:{country}" if country else ""


def generic(unit: str | None) -> bool:
    """Whether a counted noun says nothing about who (``شخص``, ``قتيل``)."""
    if unit is None:
        return True
    noun = claim_lexicon().nouns.get(fold(unit))
    return noun is not None and noun.generic


def _value(claim: NumericClaim) -> float | None:
    q = claim.quantity
    return None if q.vague else q.best if q.best is not None else q.low


def _plain(claim: NumericClaim) -> bool:
    """Whether the claim gives a total: no part, no more than before."""
    return claim.part_of is None and not claim.additional and claim.cumulative_since is None


def _counted(claim: NumericClaim) -> tuple[str, str]:
    """What the claim counts: the kind, and the group of people unless it is all."""
    return claim.kind, "" if generic(claim.unit) else claim.unit or ""


def _disagrees(group: _Group, claim: NumericClaim) -> bool:
    """Whether the claim is a total of the same people with another number: of another occurrence, or of this one on another day."""
    value = _value(claim)
    held = group.totals.get(_counted(claim))
    if held is None or value is None or not _plain(claim):
        return False
    return all(abs(value - v) > (0.1 * v if claim.quantity.approximate else 0) for v in held)


def _other_day(group: _Group, days: tuple[str, str, bool]) -> bool:
    start, end, _ = days
    if not end or not group.end:
        return False
    return before(group.start or group.end, 1) > end or before(start or end, 1) > group.end


def _other_place(group: _Group, key: str) -> bool:
    """Whether ``key`` is another place of the same level as all those of the group."""
    if not key or not group.where or key in group.where:
        return False
    rank = geography.level(key)
    held = [k for k in group.where if geography.level(k) == rank]
    if not held or rank == "unknown":
        return False
    return rank != "town" or all((geography.distance(k, key) or geography.NEAR + 1) > geography.NEAR for k in held)


def _choose(claim: NumericClaim, groups: list[_Group], mate: _Group | None, reading: Reading) -> _Group | None:
    """The group that the claim goes to, or None for a new one: by sentence, by place, by number, or the one just spoken of."""
    place, days = _place(claim, reading), reading.days(claim.when)
    fitting = [g for g in groups[-_MOST_GROUPS:] if not _other_day(g, days) and not _other_place(g, place)]
    agreeing = [g for g in fitting if not _disagrees(g, claim)]
    same = _last(agreeing, lambda g: claim.sentence.start in g.sentences)
    if same is not None or (mate is not None and any(g is mate for g in fitting)):
        return same or mate
    kinds = reading.sentence(claim.sentence).kinds
    there = _last(agreeing, lambda g: bool(place) and place in g.where)
    return there or _last(agreeing, lambda g: g is groups[-1] and compatible(kinds, g.kinds))


def _last(groups: list[_Group], fits: Callable[[_Group], bool]) -> _Group | None:
    return next((g for g in reversed(groups) if fits(g)), None)


def compatible(one: Counter[str], other: Counter[str]) -> bool:
    """Whether two counts of cue words can speak of one event: one is empty, or their first kinds are confused in reports."""
    a, b = leading(one), leading(other)
    return a == b or "other" in (a, b) or b in event_lexicon().kinds[a].joins or a in event_lexicon().kinds[b].joins


def leading(kinds: Counter[str] | dict[str, int]) -> str:
    """The kind with most points, the earlier of the table where equal; ``other`` where there are no cues."""
    table = event_lexicon().kinds
    return min(kinds, key=lambda k: (-kinds[k], table[k].rank), default="other")


def _add(group: _Group, claim: NumericClaim, reading: Reading) -> None:
    place, (start, end, certain) = _place(claim, reading), reading.days(claim.when)
    if place:
        group.where[place] += 1
    if end and (not group.end or (start and not group.start) or (certain and not group.certain)):
        group.start, group.end, group.certain = start, end, certain
    value = _value(claim)
    if value is not None and _plain(claim) and claim.modality == "asserted":
        group.totals.setdefault(_counted(claim), set()).add(value)
    if claim.sentence.start not in group.sentences:
        group.kinds.update(reading.sentence(claim.sentence).kinds)
        group.sentences.add(claim.sentence.start)
    group.claims.append(claim)


def _occurrence(article: str, number: int, published: str, group: _Group, reading: Reading, *, first: bool) -> Occurrence:
    title = reading.analysis.article.title
    said: dict[int, Sentence] = {c.sentence.start: reading.sentence(c.sentence) for c in group.claims}
    if title is not None and first:
        said[title.start] = reading.sentence(title)
    entities = list(dict.fromkeys(e for s in said.values() for e in s.entities))
    return Occurrence(
        article=article,
        number=number,
        published=published,
        title=title.text if title is not None else "",
        kinds=_kinds(said, title),
        cues=tuple(dict.fromkeys(cue for s in said.values() for cue in s.cues)),
        places=_places(group, entities, reading),
        start=group.start,
        end=group.end if group.start else "",
        certain=group.certain,
        parties=_parties(group, entities, reading),
        words=tuple(dict.fromkeys(w for s in said.values() for w in s.words))[:_MOST_WORDS],
        figures=_figures(group, reading),
    )


def _kinds(said: dict[int, Sentence], title: Span | None) -> dict[str, int]:
    """Points of the cue words by kind; those of the headline, which says what the article is about, twice."""
    kinds: Counter[str] = Counter()
    for start, sentence in said.items():
        for kind, points in sentence.kinds.items():
            kinds[kind] += points * (2 if title is not None and start == title.start else 1)
    return dict(sorted(kinds.items()))


_LEVELS = {"town": 0, "unknown": 1, "province": 2, "country": 3}


def _places(group: _Group, entities: list[Entity], reading: Reading) -> tuple[Named, ...]:
    """Where it was, said places first and the most exact of them in front; then the other places of its sentences."""
    known: dict[str, Entity] = {e.key: e for e in reading.analysis.entities if e.type == "LOC" and e.key}
    said = sorted(group.where, key=lambda k: (_LEVELS[geography.level(k)], -group.where[k], k))
    also = [e.key for e in entities if e.type == "LOC" and e.key and geography.happens(e.key, e.name)]
    if not said or geography.level(said[0]) == "country":
        # الكويت والبحرين يدينون تفجير عسير: the one place that is less than a country is where it was.
        exact = list(dict.fromkeys(k for k in also if geography.level(k) != "country" and _inside(k, said, known)))
        said = [*exact, *said] if len(exact) == 1 else said
    return tuple(_named(key, known.get(key)) for key in dict.fromkeys([*said, *also]))


def _named(key: str, entity: Entity | None) -> Named:
    found = geography.site(key)
    country = (entity.country if entity else None) or (found.country if found else "") or key.partition("country:")[2]
    return Named(key, entity.name if entity else "", country)


def _inside(key: str, said: list[str], known: dict[str, Entity]) -> bool:
    """Whether a place can lie in the countries said."""
    country = known[key].country if key in known else None
    return not said or country is None or f"country:{country}" in said


def _parties(group: _Group, entities: list[Entity], reading: Reading) -> tuple[Named, ...]:
    """Whom the figures count (``victim``), and who else stands in their sentences (``named``)."""
    victims: dict[tuple[str, str], None] = {}
    counted: set[Entity | None] = set()
    for claim in group.claims:
        if claim.who is not None:
            entity = reading.entity(claim.who)
            counted.add(entity)
            victims[(entity.key or "" if entity else "", claim.who.text)] = None
    named = [e for e in entities if e.type in _PARTIES and e.key and e not in counted and not reading.speaks(e)]
    return (*(Named(key, text, "victim") for key, text in victims), *(Named(e.key or "", e.name, "named") for e in named))


def _role(claim: NumericClaim) -> str:
    if claim.modality in ("hedged", "denied"):
        return "withheld"
    if claim.cumulative_since is not None:
        return "running"
    return "part" if claim.part_of is not None else "addition" if claim.additional else "total"


def _figures(group: _Group, reading: Reading) -> tuple[Counted, ...]:
    """The claims as rows. Where all totals of a kind are of one group (``14 جنديا``) and none of all, that group is all."""
    of_all: dict[str, set[str | None]] = {}
    for c in group.claims:
        if _role(c) == "total":
            of_all.setdefault(c.kind, set()).add(None if generic(c.unit) else c.unit)
    out = []
    for c in group.claims:
        populations = of_all.get(c.kind, set())
        alone = None not in populations and len(populations) == 1
        population = "" if generic(c.unit) or (alone and c.unit in populations and _role(c) == "total") else c.unit or ""
        source, q = reading.entity(c.source), c.quantity
        out.append(
            Counted(
                c.id, c.kind, population, _role(c), q.low, q.best, q.high, q.vague, c.unit, c.source.text if c.source else None,
                source.key or "" if source else "", c.modality, c.sentence.start, c.sentence.end, c.sentence.text,
            )
        )  # fmt: skip
    return tuple(out)
