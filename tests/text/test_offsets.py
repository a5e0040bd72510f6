"""The offset map: both ways, composed, against a slow oracle that maps letter by letter."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from arnews.text.offsets import OffsetMap

STEPS = st.lists(st.tuples(st.integers(0, 4), st.sampled_from([(0, 1), (0, 2), (1, 2), (2, 1), (1, 3), (3, 2), (2, 2)])), max_size=8)


def built(steps: list[tuple[int, tuple[int, int]]], tail: int, clean: int | None = None) -> tuple[OffsetMap, int, int]:
    """A map with its clean and raw length; with ``clean`` given, no longer than that and filled up to it."""
    edits, c, r = [], 0, 0
    for gap, (new, old) in steps:
        if clean is not None and c + gap + new > clean:
            break
        c, r = c + gap, r + gap
        edits.append((c, c + new, r, r + old))
        c, r = c + new, r + old
    tail = tail if clean is None else clean - c
    return OffsetMap(edits), c + tail, r + tail


maps = st.builds(built, STEPS, st.integers(0, 3))


@given(maps)
def test_characters_keep_their_order_and_cover_their_raw_text(made: tuple[OffsetMap, int, int]) -> None:
    found, clean, raw = made
    spans = [found.to_raw(i, i + 1) for i in range(clean)]
    assert all(0 <= a <= b <= raw for a, b in spans)
    assert spans == sorted(spans)


@given(maps, st.data())
def test_a_span_is_its_first_and_last_character(made: tuple[OffsetMap, int, int], data: st.DataObject) -> None:
    found, clean, _ = made
    start = data.draw(st.integers(0, clean))
    end = data.draw(st.integers(start, clean))
    if start < end:
        assert found.to_raw(start, end) == (found.to_raw(start, start + 1)[0], found.to_raw(end - 1, end)[1])
    else:
        a, b = found.to_raw(start, end)
        assert a == b


@given(maps, st.data())
def test_raw_spans_lead_to_every_character_that_stands_for_them(made: tuple[OffsetMap, int, int], data: st.DataObject) -> None:
    found, clean, raw = made
    start = data.draw(st.integers(0, raw))
    end = data.draw(st.integers(start, raw))
    a, b = found.to_clean(start, end)
    oracle = [c for c in range(clean) if found.raw_start(c) < end and found.raw_end(c + 1) > start] if start < end else []
    assert (a, b) == (oracle[0], oracle[-1] + 1) if oracle else a == b


@given(maps, st.data())
def test_there_and_back_holds_what_was_given(made: tuple[OffsetMap, int, int], data: st.DataObject) -> None:
    found, clean, _ = made
    start = data.draw(st.integers(0, clean))
    end = data.draw(st.integers(start, clean))
    if start < end and found.to_raw(start, end)[0] < found.to_raw(start, end)[1]:
        a, b = found.to_clean(*found.to_raw(start, end))
        assert a <= start
        assert end <= b


@given(maps, STEPS, st.data())
def test_composition_is_one_map_after_the_other(
    outer: tuple[OffsetMap, int, int], steps: list[tuple[int, tuple[int, int]]], data: st.DataObject
) -> None:
    b, clean, middle = outer
    a, _, _ = built(steps, 0, clean=middle)
    whole = a.then(b)
    start = data.draw(st.integers(0, clean))
    end = data.draw(st.integers(start, clean))
    if start < end:
        assert whole.to_raw(start, end) == a.to_raw(*b.to_raw(start, end))


@given(maps)
def test_the_empty_map_changes_nothing(made: tuple[OffsetMap, int, int]) -> None:
    found = made[0]
    assert found.then(OffsetMap()) == found == OffsetMap().then(found)


@given(maps)
def test_a_map_is_a_value(made: tuple[OffsetMap, int, int]) -> None:
    found = made[0]
    again = OffsetMap(found.edits)
    assert found == again
    assert hash(found) == hash(again)
    assert pickle.loads(pickle.dumps(found)) == found
    assert not hasattr(found, "__dict__")
