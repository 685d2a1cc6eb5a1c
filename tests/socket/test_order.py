"""S9: a client's changes keep their order, also when one of them has to be sent again."""
from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from board import sockets


@pytest.fixture
def failing(hall, monkeypatch):
    """The database takes nothing while the list is not empty; each commit takes one out."""
    failures, write = [], hall.parts.database.write

    def sometimes(work, *arguments):
        if failures:
            failures.pop()
            raise OperationalError("commit", {}, Exception("away"))
        return write(work, *arguments)
    monkeypatch.setattr(hall.parts.database, "write", sometimes)
    return failures


def test_s9_what_was_sent_behind_a_change_that_must_come_again_is_answered_alike(ana, failing):
    note = ana.adds_note("one")
    first, second = ["set", "note", note["id"], {"x": 1}], ["set", "note", note["id"], {"x": 2}]
    failing.append("once")
    assert ana.changes(first, change_id="first")["reason"] == "storage"
    assert ana.changes(second, change_id="second")["reason"] == "storage"
    assert ana.changes(first, change_id="first")["ok"]
    assert ana.changes(second, change_id="second")["ok"]
    assert ana.sees_note(note["id"])["x"] == 2


def test_s9_a_change_that_was_given_up_does_not_hold_up_the_next_for_long(ana, failing, monkeypatch):
    failing.append("once")
    assert ana.changes(["set", "seat", ana.seat, {"name": "A"}], change_id="given-up")["reason"] == "storage"
    assert ana.changes(["set", "seat", ana.seat, {"name": "B"}], change_id="next")["reason"] == "storage"
    assert ana.changes(["set", "seat", ana.seat, {"name": "B"}], change_id="next")["ok"]
    failing.append("once")
    monkeypatch.setattr(sockets, "TIME_TO_RETRY", 0)
    assert ana.changes(["set", "seat", ana.seat, {"name": "C"}], change_id="too")["reason"] == "storage"
    assert ana.changes(["set", "seat", ana.seat, {"name": "D"}], change_id="last")["ok"]
