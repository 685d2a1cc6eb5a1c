"""Changes over the socket, by the rules of PROTOCOL.md."""
from __future__ import annotations

import pytest
from mirror import after as after_changes
from mirror import index


def test_s2_s3_a_note_is_stored_and_everybody_hears_of_it_with_its_change_id(ana, olga):
    olga.heard()
    outcome = ana.changes(["add", "note", {"id": "n1", "kind": "challenge", "theme": "data", "text": "Datos"}], change_id="mine")
    heard, = olga.heard("changes")
    assert heard["changes"][0]["change_id"] == "mine" and heard["changes"][0]["seat"] == ana.seat
    assert heard["seq"] == outcome["seq"]
    assert ana.sees_note("n1")["text"] == "Datos"


def test_c1_a_change_is_applied_as_a_whole_or_not_at_all(ana, olga):
    olga.heard()
    before = ana.snapshot()
    outcome = ana.changes(["add", "note", {"id": "n1", "kind": "challenge", "theme": "data"}],
                          ["set", "note", "no-such-note", {"x": 1}])
    assert outcome["reason"] == "not_found" and outcome["record"] == ["note", "no-such-note"]
    assert ana.snapshot() == before and olga.heard("changes") == []


@pytest.mark.parametrize("role", ["viewer", "participant", "facilitator"])
def test_s8_snapshot_plus_changes_is_the_next_snapshot(board, fatima, role):
    reader = board.seats("Reader", role=role)
    before = reader.snapshot()
    note = fatima.adds_note("one")
    fatima.changes(["set", "note", note["id"], {"x": 5, "y": 6.5, "sdgs": [1, 17]}])
    fatima.changes(["text", "note", note["id"], 0, [3, " two"]])
    gone = fatima.adds_note("gone")
    fatima.changes(["remove", "note", gone["id"]])
    after = reader.snapshot()
    heard = [change for message in reader.heard("changes") for change in message["changes"]]
    assert after_changes(before["records"], heard) == index(after["records"])
    assert [change["seq"] for change in heard] == list(range(before["seq"] + 1, after["seq"] + 1))
