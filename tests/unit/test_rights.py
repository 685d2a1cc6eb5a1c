"""The lock at the end of the timer, and what no table row says. Who may do what is in tests/socket/test_authorization.py."""
from __future__ import annotations

import pytest

from board.protocol import Refused
from board.rights import ACTIONS, ROLES, TABLE, Right, at_least, is_locked, require

OFF = {"state": "off", "seconds": 0, "left": 0, "ends_at": "", "lock": False}
BOARD = {"locked": False, "edit_right": "own", "may": list(ACTIONS), "timer": OFF}
ANA = {"id": "ana", "role": "participant", "association": ""}
NOON, LATER = "2024-03-21T12:00:00.000Z", "2024-03-21T12:00:00.001Z"


@pytest.mark.parametrize(("timer", "locked"), [
    (OFF, False), ({**OFF, "lock": True}, False), ({**OFF, "state": "running", "ends_at": NOON}, False),
    ({**OFF, "state": "running", "ends_at": NOON, "lock": True}, True),
    ({**OFF, "state": "running", "ends_at": LATER, "lock": True}, False),
    ({**OFF, "state": "paused", "lock": True}, False)])
def test_a_timer_locks_when_it_has_run_out(timer, locked):
    assert is_locked({**BOARD, "timer": timer}, NOON) is locked
    assert is_locked({**BOARD, "timer": timer, "locked": True}, NOON) is True


def test_roles_are_ordered():
    assert [[at_least(one, other) for other in ROLES] for one in ROLES] == [[True, False, False], [True, True, False], [True, True, True]]


def test_the_actions_of_the_table_are_those_a_board_may_list():
    assert {action for rule in TABLE.values() for action in rule.actions} - {"kind", "own kind"} <= set(ACTIONS)
    assert {rule.whose for rule in TABLE.values()} == {"any", "mine", "author", "edit_right", "interpreter"}


@pytest.mark.parametrize("right", Right)
def test_who_has_no_role_has_no_right(right):
    with pytest.raises(ValueError):
        require(right, {**ANA, "role": ""}, BOARD)


def test_a_lock_is_told_before_whose_it_is_and_that_before_what_is_open():
    note = {"seat": "olga", "association": "", "kind": "challenge", "anonymous": "", "locked": True}
    for settings, within, reason in (({"may": []}, [note], "locked"), ({"may": []}, [], "forbidden"),
                                     ({"may": [], "edit_right": "everyone"}, [], "closed")):
        with pytest.raises(Refused, match=reason):
            require(Right.NOTE_EDIT, ANA, {**BOARD, **settings}, note, within=within, now=NOON)
