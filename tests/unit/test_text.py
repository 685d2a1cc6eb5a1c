"""Deltas: what two people type at once ends the same for both, in every script."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board import text

ALPHABET = "abc \n«»éœ" "سلامة" "ेखलनक्ष" "😀👩🏽‍🚀🇳🇵" "\u200d\u200f\u0301"
texts = st.text(alphabet=ALPHABET, max_size=12)


@st.composite
def deltas(draw, length):
    """A well-formed delta that fits a text of `length` characters."""
    parts, left = [], length
    for _ in range(draw(st.integers(0, 5))):
        sort = draw(st.sampled_from(["keep", "delete", "insert"]))
        if sort == "insert":
            part = draw(st.text(alphabet=ALPHABET, min_size=1, max_size=4))
        elif left == 0:
            continue
        else:
            size = draw(st.integers(1, left))
            left -= size
            part = size if sort == "keep" else -size
        if parts and kind(parts[-1]) == kind(part):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def kind(part):
    return "insert" if isinstance(part, str) else "keep" if part > 0 else "delete"


@st.composite
def two_people(draw):
    base = draw(texts)
    return base, draw(deltas(len(base))), draw(deltas(len(base)))


@st.composite
def one_after_the_other(draw):
    base = draw(texts)
    first = draw(deltas(len(base)))
    return base, first, draw(deltas(len(text.apply(base, first))))


@given(two_people())
def test_t1_two_people_end_with_the_same_text(pair):
    base, one, two = pair
    left = text.apply(text.apply(base, one), text.transform(two, one, "right"))
    right = text.apply(text.apply(base, two), text.transform(one, two, "left"))
    assert left == right


@given(two_people())
def test_t1_nothing_anybody_inserted_is_lost(pair):
    base, one, two = pair
    merged = text.apply(text.apply(base, one), text.transform(two, one, "right"))
    wanted = sorted("".join(part for part in one + two if isinstance(part, str)))
    for character in wanted:
        assert merged.count(character) >= wanted.count(character)


@given(one_after_the_other())
def test_a_composed_delta_does_what_the_two_did(pair):
    base, first, second = pair
    assert text.apply(base, text.compose(first, second)) == text.apply(text.apply(base, first), second)


@given(one_after_the_other(), st.data())
def test_t1_a_delta_fits_whatever_it_is_transformed_over(pair, data):
    base, first, second = pair
    mine = data.draw(deltas(len(base)))
    for earlier in (first, second):
        mine = text.transform(mine, earlier, "right")
    merged = text.apply(text.apply(text.apply(base, first), second), text.check(mine))
    assert all(part in merged for part in mine if isinstance(part, str))


@given(two_people())
def test_what_is_made_here_is_well_formed(pair):
    base, one, two = pair
    for made in (text.compose(one, text.transform(two, one, "right")), text.transform(one, two, "left"), text.splice(base, base + "x")):
        assert text.check(made) is made


@given(two_people())
def test_reach_and_growth_are_what_applying_shows(pair):
    base, one, _ = pair
    assert text.reach(one) <= len(base) and len(text.apply(base, one)) == len(base) + text.growth(one)


@given(texts, texts)
def test_a_splice_turns_one_text_into_the_other(before, after):
    made = text.splice(before, after)
    assert text.apply(before, made) == after and len([part for part in made if isinstance(part, str)]) <= 1


@given(texts, st.data())
def test_an_inverted_order_of_sides_swaps_two_insertions_at_one_place(base, data):
    at = data.draw(st.integers(0, len(base)))
    keep = [at] if at else []
    first = text.apply(text.apply(base, [*keep, "1"]), text.transform([*keep, "2"], [*keep, "1"], "right"))
    assert first[at:at + 2] == "12"


@pytest.mark.parametrize(("base", "delta", "wanted"), [
    ("سلام", [2, "X"], "سلXام"),
    ("नेपाल", [1, -1, "ा"], "नापाल"),
    ("👩🏽‍🚀 go", [4, -3], "👩🏽‍🚀"),
    ("😀😁", [1, "-", -1], "😀-"),
    ("e\u0301", [1, -1], "e"),
])
def test_deltas_count_code_points_in_any_script(base, delta, wanted):
    assert text.apply(base, text.check(delta)) == wanted


@pytest.mark.parametrize("delta", [
    None, "x", 3, {}, [0], [""], [1, 1], [-1, -1], ["a", "b"], [1.0], [1.5], [True], [False], [None], [[1]], [{"a": 1}], [1, "a", 0],
])
def test_a_delta_that_is_not_well_formed_is_found_out(delta):
    with pytest.raises(text.BadDelta):
        text.check(delta)


@pytest.mark.parametrize("delta", [[4], [-4], [3, -1], [1, "x", 3], [-2, 2], [10**18], [-10**18]])
def test_a_delta_that_reaches_beyond_the_text_is_found_out(delta):
    with pytest.raises(text.BadDelta):
        text.apply("abc", text.check(delta))


def test_what_follows_the_last_component_is_kept():
    assert text.apply("abcdef", ["x"]) == "xabcdef" and text.apply("abcdef", [1, -1]) == "acdef" and text.apply("abc", []) == "abc"
