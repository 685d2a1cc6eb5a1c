"""Messages that cover ranges of numbers, and differ by who hears them: the rules S5, S7 and S10."""
from __future__ import annotations

import pytest
from mirror import Screen

from board import broadcast, sync


def sets(facilitator, **fields):
    assert facilitator.changes(["set", "board", facilitator.board.id, fields])["ok"]


def raw(person, event="changes"):
    return [each["args"][0] for each in person.socket.get_received() if each["name"] == event]


def test_s5_a_message_covers_its_numbers_without_a_hole(board, ana, olga, fatima):
    people = (ana, olga, fatima)
    sets(fatima, private=True)
    for person in people:
        person.heard()
    last = {person: ana.snapshot()["seq"] for person in people}
    for person in (ana, olga, ana, fatima, olga):
        for _ in range(2):
            person.emits("change", {"change_id": f"c{board.hall.parts.database.read(_seq, board.id)}", "steps": [
                ["add", "note", {"id": f"n{board.hall.parts.database.read(_seq, board.id)}", "kind": "challenge", "theme": "data"}]]})
        for each in people:
            for message in raw(each):
                assert message["after"] <= last[each] and message["seq"] >= message["after"]
                assert [c["seq"] for c in message["changes"]] == sorted({c["seq"] for c in message["changes"]})
                assert all(message["after"] < c["seq"] <= message["seq"] for c in message["changes"])
                last[each] = max(last[each], message["seq"])
    assert set(last.values()) == {ana.snapshot()["seq"]}


def _seq(connection, board_id):
    return connection.exec_driver_sql("select seq from boards where id = ?", (board_id,)).scalar_one()


def test_s5_what_its_author_alone_sees_comes_before_the_message_for_everybody(ana, olga, fatima):
    """Both cover the same numbers: the first to come is taken for all that there is."""
    sets(fatima, authors="nobody")
    ana.heard()
    ana.emits("change", {"change_id": "c", "steps": [["add", "note", {"id": "n", "kind": "challenge", "theme": "data"}]]})
    first, second = raw(ana)
    assert (first["after"], first["seq"]) == (second["after"], second["seq"])
    assert first["changes"][0]["seat"] == ana.seat and second["changes"][0]["seat"] == ""


def test_s5_what_nobody_else_sees_is_a_number_to_them_and_no_more(ana, olga, fatima):
    sets(fatima, private=True)
    olga.heard()
    seq = ana.changes(["add", "note", {"id": "n", "kind": "challenge", "theme": "data", "text": "mine"}])["seq"]
    assert [(each["seq"], each["changes"]) for each in raw(olga)] == [(seq, [])]
    assert olga.get(f"changes?since={seq - 1}").json == {"seq": seq, "changes": []}


def test_s7_the_thousand_are_numbers_not_changes_that_one_sees(ana, olga, fatima, monkeypatch):
    monkeypatch.setattr(sync, "CATCH_UP", 3)
    sets(fatima, private=True)
    seq = ana.adds_note() and ana.snapshot()["seq"]
    for _ in range(3):
        ana.adds_note()
    assert olga.get(f"changes?since={seq}").json == {"seq": seq + 3, "changes": []}
    assert olga.get(f"changes?since={seq - 1}").status_code == 410
    assert olga.joins(seq - 1)["reload"] is True


@pytest.mark.parametrize("count", [3, 60])
def test_s10_a_long_message_is_packed(board, ana, olga, fatima, count):
    sets(fatima, private=True)
    for _ in range(count):
        ana.adds_note("x" * 300)
    since = ana.snapshot()["seq"]
    shown = Screen(olga)
    messages = []
    receive = olga.socket.get_received
    olga.socket.get_received = lambda: [messages.append(each) or each for each in receive()]
    sets(fatima, private=False)
    assert shown.is_right()
    [message] = [each["args"][0] for each in messages if each["name"] == "changes" and each["args"][0]["seq"] > since]
    assert ("packed" in message, "changes" in message) == (count > 20, count <= 20)
    joined = olga.joins(since)
    assert ("packed" in joined, "changes" in joined) == (count > 20, count <= 20)
    assert len(olga.get(f"changes?since={since}").json["changes"]) == 1      # HTTP packs by itself
    assert len(str(message)) < 3000 + count * 60


def test_s10_what_is_packed_differs_by_seat_too(ana, olga, fatima, monkeypatch):
    monkeypatch.setattr(broadcast, "MANY_STEPS", 1)
    monkeypatch.setattr(broadcast, "PACKED_FROM", 10)
    screens = [Screen(person) for person in (ana, olga, fatima)]
    sets(fatima, authors="nobody")
    note = ana.adds_note("Who?")
    olga.changes(["add", "comment", {"id": "c", "note": note["id"], "text": "I know"}])
    assert [screen.shows("note", note["id"])["seat"] for screen in screens] == [ana.seat, "", ""]
    assert [screen.shows("comment", "c")["seat"] for screen in screens] == ["", olga.seat, ""]
    assert all(screen.is_right() for screen in screens)
