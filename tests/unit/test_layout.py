"""Free places: a note that lands by itself never covers another."""
from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.layout import GAP, HEAD, NOTE, PAD, Occupancy, columns, free_place

places = st.fixed_dictionaries({"x": st.integers(-400, 1500) | st.floats(-400, 1500), "y": st.integers(-400, 1500) | st.floats(-400, 1500)})


def overlap(one, other):
    return abs(one["x"] - other["x"]) < NOTE and abs(one["y"] - other["y"]) < NOTE


def cells(count):
    """Every cell in reading order, as PROTOCOL.md's rule has it, found the slow way."""
    across = columns(count + 1)
    index = 0
    while True:
        yield {"x": PAD + index % across * (NOTE + GAP), "y": HEAD + index // across * (NOTE + GAP)}
        index += 1


@given(st.lists(places, max_size=25))
def test_c10_a_free_place_never_overlaps(notes):
    place = free_place(notes)
    assert not any(overlap(place, note) for note in notes)


@given(st.lists(places, max_size=25))
def test_c10_it_is_the_first_that_is_free(notes):
    wanted = next(cell for cell in cells(len(notes)) if not any(overlap(cell, note) for note in notes))
    assert free_place(notes) == wanted


@given(st.lists(places, max_size=15), st.lists(st.integers(0, 14), max_size=10))
def test_what_is_taken_away_leaves_no_trace(notes, taken):
    zone = Occupancy()
    for note in notes:
        zone.add(note["x"], note["y"])
    left = dict(enumerate(notes))
    for index in taken:
        if index in left:
            note = left.pop(index)
            zone.take_away(note["x"], note["y"])
    x, y = zone.free_place()
    assert {"x": x, "y": y} == free_place(list(left.values()))


def test_c10_a_hundred_who_add_at_once_do_not_cover_each_other():
    notes = []
    for _ in range(100):
        notes.append(free_place(notes))
    assert not any(overlap(one, other) for index, one in enumerate(notes) for other in notes[:index])


@pytest.mark.parametrize(("count", "wanted"), [(0, 4), (1, 4), (10, 4), (11, 5), (24, 6), (100, 13), (10_000, 123)])
def test_a_zone_grows_about_three_wide_to_two_high(count, wanted):
    assert columns(count) == wanted == max(4, math.ceil(math.sqrt(1.5 * count)))
