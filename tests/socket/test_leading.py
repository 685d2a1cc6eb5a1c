"""Leading a session: the agenda's steps, what they let people do, the timer and its lock; two who lead at once."""
from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from mirror import Screen

from board import protocol, sync


def sets(facilitator, **fields):
    return facilitator.changes(["set", "board", facilitator.board.id, fields])


def board_of(person):
    return person.snapshot()["records"]["board"][0]


@pytest.fixture
def clock(monkeypatch):
    """The server's time, which a test may move."""
    class Clock:
        offset = 0.0

        def now(self):
            return protocol.stamp(datetime.fromisoformat(real()) + timedelta(seconds=self.offset))
    made, real = Clock(), protocol.now
    monkeypatch.setattr(sync, "now", made.now)
    return made


@pytest.fixture
def agenda(fatima):
    outcome = fatima.changes(["add", "step", {"id": "s1", "title": "Write", "private": True, "minutes": 10, "may": ["challenge"]}],
                             ["add", "step", {"id": "s2", "title": "Talk", "may": ["comment"]}],
                             ["add", "step", {"id": "s3", "title": "Write more", "private": True}])
    assert outcome["ok"]


def test_a_step_sets_what_people_may_privacy_and_the_timer(agenda, ana, fatima):
    assert sets(fatima, step="s1")["ok"]
    board = board_of(ana)
    assert (board["step"], board["may"], board["private"]) == ("s1", ["challenge"], True)
    assert (board["timer"]["state"], board["timer"]["seconds"], board["timer"]["lock"]) == ("running", 600, False)
    assert ana.changes(["add", "note", {"id": "n1", "kind": "solution", "theme": "data"}])["reason"] == "closed"
    assert ana.changes(["add", "note", {"id": "n1", "kind": "challenge", "theme": "data"}])["ok"]
    assert sets(fatima, step="s2")["ok"]
    board = board_of(ana)
    assert (board["may"], board["private"], board["timer"]["state"]) == (["comment"], False, "off")
    assert ana.changes(["set", "note", "n1", {"x": 1}])["reason"] == "closed"
    assert ana.changes(["add", "comment", {"id": "c", "note": "n1", "text": "Yes"}])["ok"]


def test_two_facilitators_who_go_to_the_same_step_go_there_once(board, agenda, ana, fatima):
    femi = board.seats("Femi", role="facilitator")
    assert sets(fatima, step="s1")["ok"]
    note = ana.adds_note()
    ends_at = board_of(ana)["timer"]["ends_at"]
    assert sets(fatima, private=False)["ok"]        # meanwhile she has revealed
    outcome = sets(femi, step="s1")
    assert outcome["ok"] and outcome["steps"] == [["set", "board", board.id, {"step": "s1"}]]
    assert board_of(ana)["timer"]["ends_at"] == ends_at and board_of(ana)["private"] is False
    assert not ana.sees_note(note["id"])["private"]


def test_two_facilitators_who_go_to_different_steps_are_at_the_later_one(board, agenda, fatima):
    femi = board.seats("Femi", role="facilitator")
    assert sets(fatima, step="s1")["ok"] and sets(femi, step="s2")["ok"]
    found = board_of(fatima)
    assert (found["step"], found["may"], found["private"]) == ("s2", ["comment"], False)


def test_a_step_that_somebody_removed_cannot_be_gone_to(board, agenda, fatima):
    femi = board.seats("Femi", role="facilitator")
    assert sets(femi, step="s2")["ok"] and femi.changes(["remove", "step", "s2"])["ok"]
    assert board_of(fatima)["step"] == ""
    outcome = sets(fatima, step="s2")
    assert (outcome["reason"], outcome["record"]) == ("gone", ["step", "s2"])


def test_a_step_that_is_current_and_changed_changes_what_people_may(agenda, ana, fatima):
    sets(fatima, step="s2")
    assert fatima.changes(["set", "step", "s2", {"may": ["vote", "comment"], "private": True, "minutes": 5}])["ok"]
    board = board_of(ana)
    assert (board["may"], board["private"], board["timer"]["state"]) == (["comment", "vote"], False, "off")
    assert fatima.changes(["set", "step", "s1", {"may": []}])["ok"] and board_of(ana)["may"] == ["comment", "vote"]


def test_what_is_set_beside_the_step_goes_before_it(agenda, fatima, ana):
    assert sets(fatima, step="s1", private=False, may=["vote"])["ok"]
    assert (board_of(ana)["private"], board_of(ana)["may"]) == (False, ["vote"])


def test_a_timer_that_locks_makes_the_board_read_only_when_it_has_run_out(ana, fatima, clock):
    note = ana.adds_note()["id"]
    assert sets(fatima, timer={"start": 60, "lock": True})["ok"]
    clock.offset = 59
    assert ana.changes(["set", "note", note, {"x": 1}])["ok"]
    clock.offset = 61
    for step in (["set", "note", note, {"x": 2}], ["text", "note", note, 0, ["x"]], ["remove", "note", note],
                 ["add", "note", {"id": "new", "kind": "challenge", "theme": "data"}],
                 ["add", "comment", {"id": "c", "note": note, "text": "x"}]):
        assert ana.changes(step)["reason"] == "locked", step
    assert ana.changes(["set", "seat", ana.seat, {"hand": True}])["ok"]
    assert fatima.changes(["set", "note", note, {"x": 3}])["ok"]
    assert sets(fatima, timer={"add": 30})["ok"]
    assert ana.changes(["set", "note", note, {"x": 4}])["ok"]
    clock.offset = 92
    assert ana.changes(["set", "note", note, {"x": 5}])["reason"] == "locked"
    assert sets(fatima, timer={"stop": True})["ok"]
    assert ana.changes(["set", "note", note, {"x": 6}])["ok"]


@pytest.mark.parametrize("timer", [{"start": 60}, {"start": 60, "lock": False}])
def test_a_timer_without_lock_locks_nothing(ana, fatima, clock, timer):
    sets(fatima, timer=timer)
    clock.offset = 61
    assert ana.changes(["add", "note", {"id": "new", "kind": "challenge", "theme": "data"}])["ok"]


def test_a_timer_that_pauses_does_not_run_out(ana, fatima, clock):
    sets(fatima, timer={"start": 60, "lock": True})
    clock.offset = 20.5
    sets(fatima, timer={"pause": True})
    assert board_of(ana)["timer"] == {"state": "paused", "seconds": 60, "left": 40, "ends_at": "", "lock": True}
    clock.offset = 500
    assert ana.changes(["add", "note", {"id": "new", "kind": "challenge", "theme": "data"}])["ok"]
    sets(fatima, timer={"resume": True})
    clock.offset = 541
    assert ana.changes(["set", "note", "new", {"x": 1}])["reason"] == "locked"


def test_two_who_add_a_minute_at_once_add_two(board, fatima, ana):
    femi = board.seats("Femi", role="facilitator")
    sets(fatima, timer={"start": 60})
    before = board_of(ana)["timer"]["ends_at"]
    sets(fatima, timer={"add": 60}), sets(femi, timer={"add": 60})
    took = datetime.fromisoformat(board_of(ana)["timer"]["ends_at"]) - datetime.fromisoformat(before)
    assert timedelta(seconds=118) < took <= timedelta(seconds=121)


def test_bringing_comes_once_and_is_not_in_the_way_of_who_loads_later(board, ana, fatima):
    screen = Screen(ana)
    outcome = sets(fatima, bring=[0, 0, 800, 600])
    brought = screen.shows("board", board.id)["bring"]
    assert brought == {"view": [0, 0, 800, 600], "at": outcome["at"], "seat": fatima.seat}
    assert screen.is_right()


def test_what_is_presented_must_be_seen_by_all(ana, fatima):
    note = ana.adds_note()["id"]
    assert sets(fatima, stage={"type": "note", "id": note})["ok"]
    assert board_of(ana)["stage"] == {"type": "note", "id": note, "seat": fatima.seat}
    assert fatima.changes(["set", "note", note, {"hidden": "Wait"}])["ok"]
    outcome = sets(fatima, stage={"type": "note", "id": note})
    assert (outcome["reason"], outcome["record"]) == ("gone", ["note", note])


def test_the_leader_is_somebody_of_the_board(hall, fatima):
    eve = hall.makes_board().seats("Eve")
    assert sets(fatima, leader=eve.seat)["reason"] == "invalid"
    assert sets(fatima, leader=fatima.seat)["ok"] and sets(fatima, leader="")["ok"]


def test_participants_and_viewers_lead_nothing(board, agenda, ana):
    for person in (ana, board.seats("Vera", role="viewer")):
        for fields in ({"step": "s1"}, {"private": True}, {"timer": {"start": 1}}, {"leader": person.seat}, {"bring": [0, 0, 1, 1]},
                       {"stage": None}, {"may": []}, {"moderate": True}, {"authors": "nobody"}):
            assert sets(person, **fields)["reason"] == "forbidden", fields


def test_what_is_linked_or_merged_keeps_its_kind(ana):
    challenge, solution, other = ana.adds_note(), ana.adds_note(kind="solution"), ana.adds_note()
    ana.changes(["add", "answer", {"id": "a1", "solution": solution["id"], "challenge": challenge["id"]}])
    for note, kind in ((challenge, "solution"), (solution, "challenge")):
        outcome = ana.changes(["set", "note", note["id"], {"kind": kind}])
        assert (outcome["reason"], outcome["field"]) == ("invalid", "kind")
    ana.changes(["remove", "answer", "a1"])
    assert ana.changes(["set", "note", challenge["id"], {"kind": "solution"}])["ok"]
    ana.changes(["set", "note", other["id"], {"kind": "solution"}])
    ana.changes(["set", "note", other["id"], {"merged_into": solution["id"]}])
    for note in (other, solution):
        assert ana.changes(["set", "note", note["id"], {"kind": "challenge"}])["field"] == "kind"
