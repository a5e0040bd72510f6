"""A tracker gives the same events whatever the order and the pieces, and loses and doubles nothing when it is killed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arnews.events import StoreError, Tracker, find_events
from arnews.events.extract import occurrences
from arnews.events.grouping import group
from arnews.events.occurrence import Occurrence
from arnews.records import Analysis
from events import feeding, stories

Pair = tuple[str, Analysis]


def told(tracker: Tracker) -> bytes:
    return b"".join(f"{event.model_dump_json()}\n".encode() for event in tracker.events())


def whole(pairs: Sequence[Pair]) -> bytes:
    tracker = Tracker()
    tracker.add(pairs)
    return told(tracker)


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(stories.STORIES))), st.lists(st.integers(0, len(stories.STORIES)), max_size=5), st.booleans())
def test_neither_order_nor_pieces_nor_repetition_matter(order: list[int], cuts: list[int], twice: bool) -> None:
    read = stories.read()
    given_ = [read[n] for n in order] * (2 if twice else 1)
    tracker = Tracker()
    ends = [0, *sorted(cuts), len(given_)]
    for first, last in pairwise(ends):
        tracker.add(given_[first:last])
    assert told(tracker) == whole(read)


def test_the_memory_on_the_disk_gives_the_same(tmp_path: Path) -> None:
    read = stories.read()
    for at in range(0, len(read), 2):
        assert Tracker(tmp_path / "state").add(read[at : at + 2]) > 0 or read[at][0].startswith("-")
    assert told(Tracker(tmp_path / "state")) == whole(read)


def test_what_was_given_before_is_nothing_new(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path / "state")
    new = tracker.add(stories.read())
    assert new == sum(not name.startswith("-") for name, _, _ in stories.STORIES)
    assert tracker.add(stories.read()) == 0
    assert Tracker(tmp_path / "state").add(stories.read()) == 0
    before = {p.name: p.read_bytes() for p in (tmp_path / "state").iterdir()}
    Tracker(tmp_path / "state").add(reversed(stories.read()))
    assert {p.name: p.read_bytes() for p in (tmp_path / "state").iterdir()} == before


def test_a_torn_last_line_is_cut_off_and_written_again(tmp_path: Path) -> None:
    state = tmp_path / "state"
    Tracker(state).add(stories.read())
    expected = told(Tracker(state))
    day = state / "2015-07-23.jsonl"
    data = day.read_bytes()
    for length in (len(data) - 1, len(data) // 2, data.find(b"\n") + 1, 1, 0):
        day.write_bytes(data[:length])
        Tracker(state).add(stories.read())
        assert told(Tracker(state)) == expected


def test_other_folders_and_damaged_lines_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="a folder of its own"):
        Tracker(tmp_path / "other")
    state = tmp_path / "state"
    Tracker(state).add(stories.read())
    day = state / "2015-07-23.jsonl"
    day.write_bytes(b"nonsense\n" + day.read_bytes())
    with pytest.raises(StoreError, match="line 1"):
        list(Tracker(state).events())
    (state / "tracker.json").write_text('{"arnews":"events","version":99}', encoding="utf-8")
    with pytest.raises(StoreError, match="new folder"):
        Tracker(state)


def test_analyses_without_names_are_refused() -> None:
    with pytest.raises(TypeError, match="name of the article"):
        Tracker().add([stories.read()[0][1]])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="at least 1"):
        Tracker(window=0)


def many(tmp_path: Path, times: int) -> Path:
    """The stories again and again, each time a month later, as ``arnews batch`` would write them."""
    source = tmp_path / "analyses.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for n in range(times):
            for name, analysis in stories.read():
                found = json.loads(analysis.model_dump_json())
                day = date.fromisoformat(found["article"]["published"]["value"]) + timedelta(days=30 * n)
                found["article"]["published"]["value"] = day.isoformat()
                file.write(json.dumps({"id": f"{name}-{n}", "analysis": found}) + "\n")
    return source


def kill_until_done(tmp_path: Path, kills: int) -> None:
    source, state = many(tmp_path, 10), tmp_path / "state"
    chance = random.Random(kills)
    words = [sys.executable, feeding.__file__, str(source), str(state), "0.01"]
    died = 0
    for _ in range(kills):
        process = subprocess.Popen(words, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(chance.random() * 0.4)
        except subprocess.TimeoutExpired:
            process.kill()
            died += 1
        process.wait()
        process.stdout.close()
    assert died
    assert subprocess.run(words, check=True, capture_output=True).stdout.endswith(b"done\n")
    assert told(Tracker(state)) == whole(feeding.pairs(source))


def test_a_killed_tracker_loses_and_doubles_nothing(tmp_path: Path) -> None:
    kill_until_done(tmp_path, kills=3)


@pytest.mark.exhaustive
def test_a_tracker_killed_twenty_times_loses_and_doubles_nothing(tmp_path: Path) -> None:
    kill_until_done(tmp_path, kills=20)


def shifted(several: list[Occurrence], days: int, n: int) -> list[Occurrence]:
    def later(day: str) -> str:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if day else ""

    return [replace(o, article=f"{o.article}-{n}", published=later(o.published), start=later(o.start), end=later(o.end)) for o in several]


def test_memory_depends_on_the_window_and_not_on_the_length() -> None:
    """Two years of news hold no more at a time than two months."""
    base = sorted((o for name, a in stories.read() for o in occurrences(name, a)), key=lambda o: (o.published, o.article))

    def peak(months: int) -> int:
        tracemalloc.start()
        found = sum(1 for _ in group(o for n in range(months) for o in shifted(base, 30 * n, n)))
        _, top = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert found == months * len(stories.expected())
        return top

    peak(2)  # what is loaded once
    assert peak(24) < 1.5 * peak(2) + 200_000


def test_events_of_a_month_are_not_those_of_the_next(tmp_path: Path) -> None:
    found = find_events(feeding.pairs(many(tmp_path, 3)))
    assert len(found) == 3 * len(stories.expected())
