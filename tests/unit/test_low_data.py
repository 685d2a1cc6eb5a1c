"""Readers on a costly line: what is gathered, in which order it comes, and that nothing is missing or twice."""
from __future__ import annotations

import base64
import gzip
import json
import random

import pytest
from later import Later

from board.low_data import LowData


class Room:
    """One board whose messages go through; `sent` is what the low readers got."""

    def __init__(self):
        self.later, self.sent = Later(), []
        self.low = LowData(self.later, lambda connection, event, message: self.sent.append((connection, event, message)))

    def heard(self):
        sent, self.sent = self.sent, []
        return [(connection, event, *opened(message)) if event == "changes" else (connection, event, message)
                for connection, event, message in sent]


def opened(message):
    changes = json.loads(gzip.decompress(base64.b64decode(message["packed"]))) if "packed" in message else message["changes"]
    return message["after"], message["seq"], [change["seq"] for change in changes]


def changes(first, last, seat="olga", text=""):
    made = [{"seq": seq, "change_id": f"c{seq}", "seat": seat, "at": "x", "steps": [["text", "note", "n", seq, [text or "a"]]]}
            for seq in range(first, last + 1)]
    return {"after": first - 1, "seq": last, "changes": made}


@pytest.fixture
def room():
    made = Room()
    made.low.enter("b", "one", "ana")
    return made


def test_e4_changes_of_others_are_gathered_into_one_range(room):
    room.low.hear("b", "changes", changes(1, 1))
    room.low.hear("b", "changes", changes(2, 4))
    assert room.heard() == []
    room.later.run()
    assert room.heard() == [("one", "changes", 0, 4, [1, 2, 3, 4])]
    room.later.run()
    assert room.heard() == []


def test_e4_ones_own_change_comes_at_once_with_what_was_held_before_it(room):
    room.low.hear("b", "changes", changes(1, 2))
    room.low.hear("b", "changes", changes(3, 3, seat="ana"))
    assert room.heard() == [("one", "changes", 0, 3, [1, 2, 3])]


def test_e4_what_only_this_seat_sees_comes_behind_what_was_held(room):
    room.low.enter("b", "two", "bea")
    room.low.hear("b", "changes", changes(1, 2))
    room.low.hear("b/ana", "changes", changes(3, 3))
    assert room.heard() == [("one", "changes", 0, 2, [1, 2])], "then the caller sends to that seat's room; the other waits"


def test_e4_a_range_that_does_not_join_is_told_apart(room):
    room.low.hear("b", "changes", changes(1, 2))
    room.low.hear("b", "changes", changes(5, 6))
    room.later.run()
    assert room.heard() == [("one", "changes", 0, 2, [1, 2]), ("one", "changes", 4, 6, [5, 6])]


def test_e4_the_heartbeat_brings_what_is_held_and_the_time(room):
    room.low.hear("b", "changes", changes(1, 2))
    room.low.hear("b", "changes", {"after": 2, "seq": 2, "changes": [], "now": "noon"})
    [(_, _, message)] = room.sent
    assert message["now"] == "noon" and opened(message) == (0, 2, [1, 2])


def test_e4_no_cursor_drag_or_typing_comes_and_of_views_the_last(room):
    for x in range(9):
        room.low.hear("b", "signals", {"olga": {"cursor": [x, 0], "typing": "n", "drag": {"n": [x, 0]}}, "host": {"view": [x, 0, 9, 9]}})
    room.low.hear("b", "signals", {"olga": {"cursor": [1, 1]}})
    room.later.run()
    assert room.heard() == [("one", "signals", {"host": {"view": [8, 0, 9, 9]}})]


def test_e4_of_counts_the_last_is_enough_and_notices_come_at_once(room):
    room.low.hear("b", "counts", {"private": {"data": 1}})
    room.low.hear("b", "counts", {"private": {"data": 2}})
    room.low.hear("b", "notice", {"kind": "restart"})
    assert room.heard() == [("one", "notice", {"kind": "restart"})]
    room.later.run()
    assert room.heard() == [("one", "counts", {"private": {"data": 2}})]


def test_long_ranges_are_packed_once_for_all(room):
    room.low.enter("b", "two", "bea")
    room.low.hear("b", "changes", changes(1, 40, text="A sentence about the census. "))
    room.later.run()
    [(_, _, first), (_, _, second)] = room.sent
    assert first is second and len(first["packed"]) < len(json.dumps(changes(1, 40, text="A sentence about the census. "))) / 4


def test_a_packed_message_keeps_its_place(room):
    room.low.hear("b", "changes", changes(1, 2))
    packed = {"after": 2, "seq": 3, "packed": base64.b64encode(gzip.compress(json.dumps(changes(3, 3)["changes"]).encode())).decode()}
    room.low.hear("b", "changes", packed)
    room.low.hear("b", "changes", changes(4, 4))
    room.later.run()
    assert [each[2:] for each in room.heard()] == [(0, 2, [1, 2]), (2, 3, [3]), (3, 4, [4])]


def test_who_left_is_told_nothing(room):
    room.low.hear("b", "changes", changes(1, 1))
    room.low.leave("b", "one")
    room.later.run()
    room.low.hear("b", "changes", changes(2, 2))
    assert room.heard() == []


@pytest.mark.parametrize("seed", range(20))
def test_whatever_comes_every_reader_has_all_of_it_once_and_in_order(seed):
    """Readers come, go silent, write themselves; ranges of any length come, some packed: each ends with the whole line."""
    chance, room, at = random.Random(seed), Room(), 0
    seats = {f"connection{number}": f"seat{number}" for number in range(4)}
    for connection, seat in seats.items():
        room.low.enter("b", connection, seat)
    for _ in range(60):
        count = chance.randint(1, 5)
        message = changes(at + 1, at + count, seat=chance.choice([*seats.values(), "other"]))
        at += count
        if chance.random() < 0.2:
            message = {"after": message["after"], "seq": at,
                       "packed": base64.b64encode(gzip.compress(json.dumps(message["changes"]).encode())).decode()}
        room.low.hear("b", "changes", message)
        if chance.random() < 0.3:
            room.later.run()
    room.later.run()
    heard = room.heard()
    for connection in seats:
        last, got = 0, []
        for who, _, after, seq, numbers in heard:
            if who == connection:
                assert after <= last, "a gap"
                got += [number for number in numbers if number > last]
                last = seq
        assert got == list(range(1, at + 1))
