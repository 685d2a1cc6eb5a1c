"""The timer: what each command makes of it, by the server's clock alone."""
from __future__ import annotations

import pytest

from board.protocol import Refused
from board.records import timer
from board.rights import is_locked

NOON, LATER = "2024-03-21T12:00:00.000Z", "2024-03-21T12:01:30.000Z"
FIVE = timer.after(timer.OFF, {"start": 300, "lock": False}, NOON)


def test_it_ends_by_the_clock_of_the_server():
    assert FIVE == {"state": "running", "seconds": 300, "left": 300, "ends_at": "2024-03-21T12:05:00.000Z", "lock": False}
    assert timer.left(FIVE, LATER) == 210 and timer.left(FIVE, "2024-03-21T13:00:00.000Z") == 0


def test_it_goes_on_where_it_paused():
    paused = timer.after(FIVE, {"pause": True}, LATER)
    assert (paused["state"], paused["left"], paused["ends_at"]) == ("paused", 210, "")
    assert timer.after(paused, {"pause": True}, "2024-03-21T12:03:00.000Z") == paused
    resumed = timer.after(paused, {"resume": True}, "2024-03-21T12:10:00.000Z")
    assert (resumed["state"], resumed["ends_at"]) == ("running", "2024-03-21T12:13:30.000Z")
    assert timer.after(resumed, {"resume": True}, "2024-03-21T12:11:00.000Z") == resumed


def test_two_who_add_a_minute_add_two():
    once = timer.after(FIVE, {"add": 60}, LATER)
    assert timer.after(once, {"add": 60}, LATER)["ends_at"] == "2024-03-21T12:07:00.000Z"


def test_a_minute_added_after_the_end_begins_anew():
    assert timer.after(FIVE, {"add": 60}, "2024-03-21T12:30:00.000Z")["ends_at"] == "2024-03-21T12:31:00.000Z"


def test_less_than_nothing_is_the_end():
    assert timer.after(FIVE, {"add": -600}, LATER)["ends_at"] == LATER


def test_what_is_off_stays_off():
    for command in ({"pause": True}, {"resume": True}, {"add": 60}, {"stop": True}):
        assert timer.after(timer.OFF, command, NOON) == timer.OFF


def test_it_never_grows_over_ten_hours():
    with pytest.raises(Refused) as caught:
        timer.after(FIVE, {"add": 36_000}, NOON)
    assert caught.value.answer() == {"reason": "limit", "field": "timer", "limit": 36_000}


@pytest.mark.parametrize(("lock", "now", "locked"), [(True, LATER, False), (True, "2024-03-21T12:05:00.000Z", True),
                                                     (False, "2024-03-21T13:00:00.000Z", False)])
def test_the_board_is_locked_once_a_timer_that_locks_has_run_out(lock, now, locked):
    board = {"locked": False, "timer": timer.after(timer.OFF, {"start": 300, "lock": lock}, NOON)}
    assert is_locked(board, now) is locked
    assert not is_locked({"locked": False, "timer": timer.after(board["timer"], {"pause": True}, NOON)}, now)
