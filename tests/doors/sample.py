"""Analyses written by hand, so that the doors are tested apart from the rules that find the facts."""

from __future__ import annotations

from pathlib import Path

from arnews.records import (
    Analysis,
    Argument,
    Article,
    Entity,
    Figure,
    Mention,
    NumericClaim,
    Published,
    Quantity,
    Quote,
    Span,
    TemporalExpression,
    Warning,
)

SEED = Path(__file__).resolve().parents[2] / "seeds" / "article.txt"


def seed_text() -> str:
    """The seed article, byte for byte."""
    return SEED.read_bytes().decode("utf-8")


def at(raw: str, text: str, n: int = 1) -> dict[str, object]:
    """The fields of a span: occurrence ``n`` of ``text`` in ``raw``."""
    start = -1
    for _ in range(n):
        start = raw.index(text, start + 1)
    return {"start": start, "end": start + len(text), "text": text}


def mentions(raw: str, *places: tuple[str, int]) -> tuple[Mention, ...]:
    return tuple(Mention(**at(raw, text, n), normalized=text, score=1.0) for text, n in places)


def seed_analysis() -> Analysis:
    """A part of what the seed article says."""
    raw = seed_text()
    paragraphs = tuple(Span(**at(raw, line)) for line in raw.split("\n")[8:] if line.strip())

    def sentence(text: str) -> Span:
        return next(p for p in paragraphs if text in p.text)

    entities = (
        Entity(
            id="e1",
            type="LOC",
            name="كوريا الشمالية",
            latin="North Korea",
            latin_origin="known",
            country="KP",
            mentions=mentions(raw, ("كوريا الشمالية", 1), ("كوريا الشمالية", 2), ("كوريا الشمالية", 6)),
        ),
        Entity(
            id="e2",
            type="PERSON",
            name="سيرجي لافروف",
            latin="Sergey Lavrov",
            latin_origin="known",
            country="RU",
            roles=(Span(**at(raw, "وزير الخارجية الروسي")),),
            mentions=mentions(raw, ("سيرجي لافروف", 1), ("لافروف", 2), ("لافروف", 3)),
        ),
        Entity(
            id="e3",
            type="ORG",
            name="CNN",
            latin="CNN",
            latin_origin="known",
            mentions=mentions(raw, ("CNN", 1)),
        ),
        Entity(id="e4", type="NORP", name="الأوكرانية", latin="Ukrainian", country="UA", mentions=mentions(raw, ("الأوكرانية", 1))),
        Entity(id="e5", type="LOC", name="كورسك", latin="Kursk", country="RU", mentions=mentions(raw, ("كورسك", 1))),
    )
    dates = (
        TemporalExpression(
            id="d1",
            **at(raw, "السبت 12 يوليو 2025 | 01:52 صباحاً"),
            type="TIME",
            value="2025-07-12T01:52",
            earliest="2025-07-12",
            latest="2025-07-12",
            grain="minute",
            mod="MORNING",
            rule="publication-line",
        ),
        TemporalExpression(
            id="d2",
            **at(raw, "أمس الجمعة"),
            type="DATE",
            value="2025-07-11",
            earliest="2025-07-11",
            latest="2025-07-11",
            grain="day",
            relation="relative",
            rule="yesterday",
        ),
        TemporalExpression(
            id="d3",
            **at(raw, "نوفمبر الماضي"),
            type="DATE",
            value="2024-11",
            earliest="2024-11-01",
            latest="2024-11-30",
            grain="month",
            relation="relative",
            rule="past-month",
        ),
        TemporalExpression(
            id="d4",
            **at(raw, "الأشهر المقبلة"),
            type="DURATION",
            value="PXM",
            earliest="2025-07-12",
            relation="relative",
            rule="coming-period",
        ),
        TemporalExpression(
            id="d5",
            **at(raw, "بين 14 و15 يوليو"),
            type="DATE",
            value="2025-07-14/2025-07-15",
            earliest="2025-07-14",
            latest="2025-07-15",
            grain="day",
            relation="relative",
            rule="between-days",
        ),
    )
    source = Argument(**at(raw, "تقارير استخباراتية"))
    claims = (
        NumericClaim(
            id="c1",
            **at(raw, "ما بين 25 إلى 30 ألف جندي إضافي"),
            quantity=Quantity(low=25000, high=30000),
            kind="troops",
            unit="جندي",
            additional=True,
            modality="hedged",
            source=source,
            who=Argument(**at(raw, "كوريا الشمالية", 6), ref="e1", country="KP"),
            when=Argument(**at(raw, "الأشهر المقبلة"), ref="d4"),
            sentence=sentence("ما بين 25"),
            rule="counted-noun",
        ),
        NumericClaim(
            id="c2",
            **at(raw, "نحو 11 ألف جندي"),
            quantity=Quantity(best=11000, approximate=True),
            kind="troops",
            unit="جندي",
            source=source,
            who=Argument(**at(raw, "كوريا الشمالية", 6), ref="e1", country="KP"),
            where=Argument(**at(raw, "منطقة كورسك الروسية"), ref="e5", country="RU"),
            when=Argument(**at(raw, "نوفمبر الماضي"), ref="d3"),
            sentence=sentence("نحو 11"),
            rule="counted-noun",
        ),
        NumericClaim(
            id="c3",
            **at(raw, "نحو 4 آلاف قتيل ومصاب"),
            quantity=Quantity(best=4000, approximate=True),
            kind="casualties",
            unit="قتيل ومصاب",
            modality="hedged",
            source=Argument(**at(raw, "المسؤولين", 2)),
            who=Argument(**at(raw, "القوات الكورية", 2)),
            sentence=sentence("نحو 4 آلاف"),
            rule="counted-noun",
        ),
    )
    return Analysis(
        profile="lossless-1",
        article=Article(
            title=Span(**at(raw, raw.split("\n", 1)[0])),
            byline=Span(**at(raw, "حسين أنسي")),
            authors=(Span(**at(raw, "حسين أنسي")),),
            published=Published(value="2025-07-12T01:52", origin="printed", span=Span(**at(raw, "السبت 12 يوليو 2025 | 01:52 صباحاً"))),
            captions=(Span(**at(raw, "وزير خارجية روسيا", 1)),),
            body=paragraphs,
        ),
        entities=entities,
        dates=dates,
        claims=claims,
        quotes=(
            Quote(
                id="q1",
                **at(raw, "ما بين 25 إلى 30 ألف جندي إضافي خلال الأشهر المقبلة"),
                speaker=source,
                cue=Span(**at(raw, "أشارت")),
                direct=False,
                rule="verb of saying",
            ),
        ),
        figures=(Figure(id="f1", kind="troops", unit="جندي", latest=Quantity(low=25000, high=30000), claims=("c1", "c2")),),
        warnings=(Warning(code="unresolved-date", message="no publication date to resolve the words against", start=5, end=9),),
    )
