"""Rule D9: who is blocked, and who was put out, comes in at no door."""
from __future__ import annotations

import pytest

from board import socketio_of

CHANGE = {"change_id": "c", "steps": [["add", "note", {"id": "n", "kind": "challenge", "theme": "data"}]]}


def blocks(fatima, person, blocked=True):
    outcome = fatima.changes(["set", "seat", person.seat, {"blocked": blocked}])
    assert outcome["ok"], outcome


def joins(person):
    person.connects()
    return person.emits("join", {"board": person.board.id}, ack=True)


def test_d9_a_blocked_seat_is_put_out_at_once_and_hears_nothing_more(ana, olga, fatima):
    again = socketio_of(ana.board.hall.app).test_client(ana.board.hall.app, auth={"token": ana.token})     # a second tab
    again.emit("join", {"board": ana.board.id}, callback=True)
    for person in (ana, olga):
        person.heard()
    blocks(fatima, ana)
    for tab in (ana.socket, again):
        assert not tab.is_connected()
    assert fatima.changes(["set", "board", ana.board.id, {"title": "Without Ana"}])["ok"]
    assert ana.seat in str(olga.heard("people"))


@pytest.mark.parametrize("path", ["me", "snapshot", "changes?since=0", "trash", "qr.svg", "export/json", "export/csv"])
def test_d9_a_blocked_seat_is_refused_forbidden_at_every_door(ana, fatima, path):
    blocks(fatima, ana)
    answer = ana.get(path)
    assert (answer.status_code, answer.json) == (403, {"error": {"reason": "forbidden"}})
    assert ana.get(path, headers={"Authorization": f"Bearer {ana.token}"}).status_code == 403
    assert ana.post("changes", json=CHANGE).status_code == 403
    assert joins(ana) == {"ok": False, "reason": "forbidden"}


def test_d9_its_device_s_cookie_takes_no_other_seat(board, ana, fatima):
    blocks(fatima, ana)
    for key in ("participant", "viewer", "facilitator"):
        answer = ana.post("seats", json={"key": board.key(key), "name": "Somebody else"})
        assert (answer.status_code, answer.json) == (403, {"error": {"reason": "forbidden"}})
    assert ana.http.post("/api/door", json={"key": board.key("participant")}).status_code == 403
    assert ana.http.get(f"/board/{board.id}").status_code == 302
    assert len(fatima.snapshot()["records"]["seat"]) == 2


def test_d9_what_was_on_its_way_is_refused(hall, board, ana, fatima):
    """A change that waits in the queue while its author is blocked."""
    queues = hall.parts.queues
    waiting, spawn = [], hall.parts.concurrency.spawn
    queues._concurrency.spawn = lambda work, *arguments: waiting.append((work, arguments))
    fatima.emits("change", {"change_id": "block", "steps": [["set", "seat", ana.seat, {"blocked": True}]]})
    ana.emits("change", CHANGE)
    queues._concurrency.spawn = spawn
    for work, arguments in waiting:
        work(*arguments)
    assert fatima.snapshot()["records"]["note"] == []


def test_d9_who_is_let_in_again_has_their_seat_and_notes(ana, fatima):
    note = ana.adds_note("Still here")
    blocks(fatima, ana)
    blocks(fatima, ana, False)
    assert joins(ana)["seat"] == ana.seat
    assert ana.sees_note(note["id"])["seat"] == ana.seat
    assert ana.adds_note()["seat"] == ana.seat


def test_d9_facilitators_cannot_be_blocked_or_put_out(board, fatima):
    other = board.seats("Femi", role="facilitator")
    assert fatima.changes(["set", "seat", other.seat, {"blocked": True}]) | {"change_id": ""} == {
        "change_id": "", "ok": False, "reason": "invalid", "field": "blocked"}
    assert fatima.changes(["set", "seat", other.seat, {"blocked": True, "role": "facilitator"}])["reason"] == "invalid"
    assert fatima.post(f"seats/{other.seat}/remove").json == {"error": {"reason": "invalid", "field": "seat"}}


def test_d9_a_blocked_seat_cannot_become_a_facilitator(board, ana, fatima):
    blocks(fatima, ana)
    assert fatima.changes(["set", "seat", ana.seat, {"role": "facilitator"}])["reason"] == "invalid"


def test_d9_a_removed_seat_s_token_is_worth_nothing(board, ana, olga, fatima):
    note = ana.adds_note()
    ana.heard()
    assert fatima.post(f"seats/{ana.seat}/remove").status_code == 200
    assert not ana.socket.is_connected()
    for path in ("me", "snapshot", "changes?since=0", "trash", "export/json"):
        assert ana.get(path).status_code == 404, path
    assert ana.post("changes", json=CHANGE).status_code == 404
    assert joins(ana) == {"ok": False, "reason": "not_found"}
    assert olga.sees_note(note["id"])


def test_d9_who_was_removed_may_come_back_as_somebody_new(board, ana, fatima):
    fatima.post(f"seats/{ana.seat}/remove")
    answer = ana.post("seats", json={"key": board.key("participant"), "name": "Ana"})
    assert answer.status_code == 201 and answer.json["seat"] != ana.seat
    assert ana.get("me").json["seat"]["id"] == answer.json["seat"]


def test_d9_only_facilitators_block_and_remove(board, ana, olga):
    assert ana.changes(["set", "seat", olga.seat, {"blocked": True}])["reason"] == "forbidden"
    assert ana.changes(["set", "seat", ana.seat, {"blocked": False}])["reason"] == "forbidden"
    assert ana.post(f"seats/{olga.seat}/remove").status_code == 403
    assert olga.get("me").status_code == 200


def test_d9_d6_nobody_of_another_board_is_removed(hall, fatima):
    elsewhere = hall.makes_board().seats("Eve")
    assert fatima.post(f"seats/{elsewhere.seat}/remove").status_code == 404
    assert elsewhere.get("me").status_code == 200
