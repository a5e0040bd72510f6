"""What many articles say of one event: which of them belong together, where and when it was, and how its toll moved."""

from __future__ import annotations

import json

import pytest

import arnews
from arnews.events import Event, find_events, why
from arnews.records import Analysis
from events import stories


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return find_events(stories.read())


def of(events: list[Event], article: str) -> Event:
    return next(e for e in events if article in {m.article for m in e.articles})


def test_reports_of_one_event_come_together_and_others_stay_apart(events: list[Event]) -> None:
    assert {frozenset(m.article for m in e.articles) for e in events} == stories.expected()


@pytest.mark.parametrize(
    ("article", "kind", "place", "country", "day"),
    [
        ("a1", "explosion", "geonames:300075", "TR", "2015-07-20"),
        ("b1", "explosion", "geonames:1138958", "AF", "2015-07-21"),
        ("c1", "sinking", "place:nile", "EG", "2015-07-22"),
        ("d1", "quake", None, "ID", "2015-07-22"),
        ("e1", "fire", None, "EG", "2015-07-23"),
        ("f1", "clash", "geonames:70225", "YE", "2015-07-23"),
    ],
)
def test_what_where_and_when(events: list[Event], article: str, kind: str, place: str | None, country: str, day: str) -> None:
    event = of(events, article)
    assert (event.kind, event.place.country, event.start, event.end) == (kind, country, day, day)
    assert place is None or event.place.key == place
    assert event.precision == "day"


def test_the_toll_is_what_the_last_days_say(events: list[Event]) -> None:
    killed = of(events, "a1")["killed"]
    assert [(r.published, r.best if r.best is not None else r.low) for r in killed.reports if r.article != "a1"] == [
        ("2015-07-21", 31), ("2015-07-22", 32), ("2015-07-23", 32),
    ]  # fmt: skip
    assert (killed.latest, killed.best) == (32, 32)
    assert killed.low is not None
    assert killed.low >= 31


def test_who_said_it_stands_with_the_figure(events: list[Event]) -> None:
    report = next(r for r in of(events, "a2")["killed"].reports if r.article == "a2")
    assert report.source is not None
    assert "داود أوغلو" in report.source
    assert "31 شخصا" in report.sentence


def test_parts_do_not_count_beside_their_whole(events: list[Event]) -> None:
    killed = of(events, "c2")["killed"]
    assert killed.best == 21
    assert all(r.role != "total" or r.unit != "طفل" for r in killed.reports)


def test_coordinates_are_those_of_the_place(events: list[Event]) -> None:
    place = of(events, "a1").place
    assert place.latitude == pytest.approx(36.98, abs=0.01)
    assert place.longitude == pytest.approx(38.43, abs=0.01)


def test_the_reasons_are_told(events: list[Event]) -> None:
    members = of(events, "a1").articles
    assert members[0].reasons == ()
    assert all(any("same place geonames:300075" in reason for reason in m.reasons) for m in members[1:])


def test_why_two_articles_are_one_event_or_two() -> None:
    read = dict(stories.read())
    assert why(read["a2"], read["a3"]).joined
    apart = why(read["a3"], read["b1"])
    assert not apart.joined
    assert any("in TR and AF" in reason or "in AF and TR" in reason for reason in apart.reasons)
    with pytest.raises(ValueError, match="counts nobody"):
        why(read["a1"], read["-1"])


def analysis(text: str, day: str) -> Analysis:
    return arnews.Pipeline(recognizer=None).analyze(text, day)


def test_hedged_and_denied_figures_never_become_the_best() -> None:
    told = [
        ("1", analysis("قتل 20 شخصا في انفجار سيارة مفخخة في مدينة الموصل العراقية اليوم الأحد.", "2015-08-02")),
        ("2", analysis("نفى الجيش العراقي مقتل 90 شخصا في انفجار السيارة المفخخة في مدينة الموصل أمس الأحد.", "2015-08-03")),
    ]
    figures = [s for e in find_events(told) for s in e.series if s.counted == "killed"]
    assert all(s.best != 90 for s in figures)
    assert any(r.role == "withheld" for s in figures for r in s.reports)


def test_running_totals_are_a_series_of_their_own() -> None:
    text = "قتل 12 شخصا في غارة على مدينة حلب السورية اليوم الأحد. وقتل أكثر من 230 ألف شخص منذ بداية النزاع في سوريا عام 2011."
    (event,) = find_events([("1", analysis(text, "2015-08-02"))])
    assert event["killed"].best == 12
    assert [s.low for s in event.series if s.running] == [230_000]


def test_what_was_long_ago_is_background() -> None:
    text = "تحيي اليابان ذكرى قنبلة هيروشيما. وقتل 140 ألف شخص في هيروشيما في عام 1945."
    assert find_events([("1", analysis(text, "2015-08-06"))]) == []


def test_articles_without_a_day_stay_among_themselves() -> None:
    dated, undated = (
        analysis("قتل 15 شخصا في تفجير في كابول.", "2015-08-02"),
        arnews.Pipeline(recognizer=None).analyze("قتل 15 شخصا في تفجير في كابول."),
    )
    found = find_events([("1", dated), ("2", undated)])
    assert len(found) == 2
    assert {e.start for e in found} == {None, "2015-08-02"}


def test_events_that_are_too_long_apart_are_two() -> None:
    text = "قتل 15 شخصا وأصيب 128 آخرون في تفجير شاحنة مفخخة في العاصمة الأفغانية كابول."
    told = [("1", analysis(text, "2015-06-01")), ("2", analysis(text, "2015-08-02"))]
    assert len(find_events(told)) == 2
    assert len(find_events(told, window=100)) == 1


def test_records_go_through_json(events: list[Event]) -> None:
    for event in events:
        assert Event.model_validate_json(event.model_dump_json()) == event
    assert json.loads(events[0].model_dump_json())["articles"]


def test_a_collection_gives_its_events() -> None:
    names, results = zip(*stories.read(), strict=True)
    found = arnews.collect(results, names).events()
    assert len(found) == len(stories.expected())
    assert found[found[0].id] == found[0]
    with pytest.raises(KeyError, match="no event"):
        found["ev-0"]
    with pytest.raises(KeyError, match="no series"):
        found[0]["displaced"]
    with pytest.raises(ValueError, match="at least 1"):
        arnews.collect(results, names).events(window=0)


def test_no_bound_is_on_the_wrong_side(events: list[Event]) -> None:
    for s in (s for e in events for s in e.series if s.best is not None):
        assert s.low is not None
        assert s.high is not None
        assert s.low <= s.best <= s.high


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("لقي 9 معتمرين مصرعهم في حادث تصادم بمحافظة الأحساء أمس. ونقل 27 مصابا إلى مستشفى الملك فهد.", "الأحساء"),
        ("قتل 7 أشخاص في انفجار قنبلة في سوق بمدينة الموصل. وقال مسؤول في الشرق الأوسط إن 7 أشخاص قتلوا.", "الموصل"),
    ],
)
def test_neither_a_hospital_nor_half_a_continent_is_where_it_was(text: str, place: str) -> None:
    (event,) = find_events([("1", analysis(text, "2015-08-02"))])
    assert event.place.name == place
