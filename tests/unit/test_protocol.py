"""The shape of a change: what is not of this protocol is refused, with a reason and a name."""
from __future__ import annotations

import math

import pytest

from board.protocol import MAX_CHANGE_BYTES, MAX_STEPS, STATUS, Reason, Refused, is_record_id, is_whole, now, parse_change

REMOVE = ["remove", "note", "n1"]


def change(*steps, change_id="c1", **more):
    return {"change_id": change_id, "steps": list(steps), **more}


def refusal(payload):
    with pytest.raises(Refused) as caught:
        parse_change(payload)
    return caught.value.answer()


@pytest.mark.parametrize("payload", [
    None, True, 1, 1.5, "change", [], ["change"], {}, {"change_id": "c"}, {"steps": [REMOVE]}, change(REMOVE, extra=1),
    change(REMOVE, seat="s"),
    change(REMOVE, board="b"), change(REMOVE, role="facilitator"), change(REMOVE, seq=1),
    change(REMOVE, change_id=None), change(REMOVE, change_id=1), change(REMOVE, change_id=""), change(REMOVE, change_id="a" * 65),
    change(REMOVE, change_id="a b"), change(REMOVE, change_id="é"), change(REMOVE, change_id="a\n"), change(REMOVE, change_id="a/b"),
    change(REMOVE, change_id="\u0661"), change(REMOVE, change_id=["c"]), change(),
    {"change_id": "c", "steps": None}, {"change_id": "c", "steps": "x"}, {"change_id": "c", "steps": {}},
    {"change_id": "c", "steps": {"0": REMOVE}},
    change(None), change(1), change("remove"), change({}), change([]), change([None]), change([1, "note", "n1"]), change(["remove"]),
    change(["remove", "note"]), change(["remove", "note", "n1", 1]), change(["push", "note", "n1"]), change(["Remove", "note", "n1"]),
    change(["remove", 1, "n1"]), change(["remove", None, "n1"]), change(["remove", "note", 1]), change(["remove", "note", None]),
    change(["remove", "note", ""]), change(["remove", "note", "a" * 37]), change(["remove", "note", "a b"]),
    change(["remove", "note", "a.b"]),
    change(["remove", "note", "a\n"]), change(["remove", "note", ["n1"]]), change(["remove", "note", "ن"]),
    change(["add", "note", None]), change(["add", "note", []]), change(["add", "note", "n1"]), change(["add", "note", {}]),
    change(["add", "note", {"id": 1}]), change(["add", "note", {"id": None}]), change(["add", "note", {"id": ""}]),
    change(["add", "note", {"id": "a/b"}]),
    change(["add", "note", {"id": "n"}, 1]),
    change(["set", "note", "n1"]), change(["set", "note", "n1", None]), change(["set", "note", "n1", []]),
    change(["set", "note", "n1", {}]),
    change(["set", "note", "n1", "x"]), change(["set", "note", "n1", {"x": 1}, 2]),
    change(["text", "note", "n1", 0]), change(["text", "note", "n1", "0", []]), change(["text", "note", "n1", True, []]),
    change(["text", "note", "n1", 0.0, []]), change(["text", "note", "n1", -1, []]), change(["text", "note", "n1", None, []]),
    change(["text", "note", "n1", 0, None]), change(["text", "note", "n1", 0, "x"]), change(["text", "note", "n1", 0, {}]),
    change(REMOVE, ["remove"]),
    change(["set", "note", "n1", {"x": [[[[[[[1]]]]]]]}]),
    change(["set", "note", "n1", {"x": b"bytes"}]),
])
def test_c2_c3_what_is_not_of_this_protocol_is_malformed(payload):
    assert refusal(payload)["reason"] == "malformed"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 2**60, -2**60, 1e300, "\ud800", "a\udc00b", "\0", "a\0b", ["\0"],
                                   {"k": "\0"}, {"\ud800": 1}])
def test_c2_values_no_field_can_hold_are_invalid(value):
    assert refusal(change(["set", "note", "n1", {"text": value}]))["reason"] == "invalid"


@pytest.mark.parametrize("change_id", ["a", "a" * 64, "A-Z_a-z@0.9:x", "0"])
def test_c3_a_change_id_has_up_to_64_plain_characters(change_id):
    assert parse_change(change(REMOVE, change_id=change_id)).change_id == change_id


@pytest.mark.parametrize("record_id", ["a", "a" * 36, "A-Z_a@9", "-", "123e4567-e89b-12d3-a456-426614174000"])
def test_c3_an_id_has_up_to_36_plain_characters(record_id):
    assert parse_change(change(["remove", "note", record_id])).steps == [["remove", "note", record_id]]
    assert is_record_id(record_id)


def test_c4_500_steps_are_a_change_and_501_are_too_many():
    assert len(parse_change(change(*[REMOVE] * MAX_STEPS)).steps) == MAX_STEPS == 500
    assert refusal(change(*[REMOVE] * 501)) == {"reason": "limit", "limit": 500, "field": "steps"}


def test_c4_a_change_has_at_most_64_kb():
    def of_size(size):
        return change(["set", "note", "n1", {"text": "x" * size}])
    assert parse_change(of_size(MAX_CHANGE_BYTES - 200))
    assert refusal(of_size(MAX_CHANGE_BYTES)) == {"reason": "limit", "limit": 65536}
    assert refusal(change(["set", "note", "n1", {"text": "ن" * 40_000}]))["reason"] == "limit", "bytes count, not characters"


@pytest.mark.parametrize("step", [
    ["add", "note", {"id": "n1", "kind": "challenge", "theme": "data"}], ["set", "note", "n1", {"x": 1.5, "sdgs": [1]}], REMOVE,
    ["text", "note", "n1", 0, []], ["text", "note", "n1", 7, [1, "x", -2]],
])
def test_a_well_formed_step_comes_through_as_it_is(step):
    assert parse_change(change(step)).steps == [step]


@pytest.mark.parametrize(("value", "whole"), [(1, True), (0, True), (-3, True), (True, False), (1.0, False), ("1", False), (None, False)])
def test_c2_a_whole_number_is_neither_true_nor_a_string(value, whole):
    assert is_whole(value) is whole


def test_r2_every_reason_has_a_status_and_those_of_the_document():
    assert set(STATUS) == set(Reason)
    wanted = {"malformed": 400, "invalid": 400, "forbidden": 403, "locked": 403, "not_found": 404, "gone": 409, "stale": 409, "closed": 403,
              "reload": 410, "limit": 413, "too_fast": 429, "storage": 503, "unavailable": 503}
    assert {reason.value: status for reason, status in STATUS.items()} == wanted


def test_times_have_milliseconds_and_a_z():
    assert now().endswith("Z") and len(now()) == 24 and now()[10] == "T" and now()[19] == "."
