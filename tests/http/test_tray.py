"""The form before the session, and the tray that it fills."""
from __future__ import annotations

import pytest

NOTE = {"kind": "challenge", "theme": "data", "text": "No census"}


@pytest.fixture
def form(board, fatima):
    """Opens the form; what its link carries."""
    assert fatima.changes(["set", "board", board.id, {"collecting": True, "question": "What is hard?"}])["ok"]
    answer = fatima.post("links/form")
    assert answer.status_code == 201 and f"/form/{board.id}#" in answer.json["link"]
    return answer.json["link"].split("#")[1]


def sends(hall, board, key, *notes, **more):
    return hall.http().post(f"/api/boards/{board.id}/form/notes", json={"key": key, "notes": list(notes), **more})


def test_who_has_the_link_is_asked(hall, board, form):
    asked = hall.http().post(f"/api/boards/{board.id}/form", json={"key": form}).json
    assert asked["question"] == "What is hard?" and len(asked["themes"]) == 5
    assert set(asked) == {"title", "language", "question", "associations", "themes"}


def test_f6_what_is_sent_waits_in_the_tray_and_nobody_else_hears(hall, board, form, fatima, ana):
    ana.heard()
    assert sends(hall, board, form, NOTE, {**NOTE, "kind": "solution", "text": " Count "}, {**NOTE, "text": "  "},
                 association="MuAN", language="ne").status_code == 201
    found = fatima.get("tray").json["notes"]
    assert [(each["kind"], each["text"], each["association"], each["language"]) for each in found] in (
        [("challenge", "No census", "MuAN", "ne"), ("solution", "Count", "MuAN", "ne")],
        [("solution", "Count", "MuAN", "ne"), ("challenge", "No census", "MuAN", "ne")])
    assert ana.heard("changes") == [] and ana.get("tray").status_code == 403 and "No census" not in ana.get("export/json").text
    assert "No census" not in ana.get("snapshot").text


def test_a_facilitator_puts_it_on_the_board(hall, board, form, fatima, ana):
    sends(hall, board, form, NOTE, {**NOTE, "text": "Later"}, association="MuAN")
    first, second = sorted(fatima.get("tray").json["notes"], key=lambda each: each["text"], reverse=True)
    answer = fatima.post("tray/bring", json={"ids": [first["id"]]})
    assert answer.status_code == 201 and answer.json["added"]["note"] == [first["id"]]
    note, = ana.snapshot()["records"]["note"]
    assert (note["text"], note["association"], note["seat"]) == ("No census", "MuAN", "")
    assert [each["id"] for each in fatima.get("tray").json["notes"]] == [second["id"]]
    assert fatima.post("tray/bring", json={"ids": [first["id"]]}).status_code == 404, "not twice"
    assert fatima.post("tray/remove", json={"ids": [second["id"], "x"]}).json == {"removed": 1}
    assert fatima.get("tray").json["notes"] == []


def test_two_who_bring_the_same_at_once_bring_it_once(hall, board, form, fatima, ana, monkeypatch):
    from board import tray
    sends(hall, board, form, NOTE)
    one, = fatima.get("tray").json["notes"]
    monkeypatch.setattr(tray, "remove", lambda connection, board_id, ids: 0)       # the other is as far as this
    assert fatima.post("tray/bring", json={"ids": [one["id"]]}).status_code == 201
    assert fatima.post("tray/bring", json={"ids": [one["id"]]}).status_code == 404
    assert len(ana.snapshot()["records"]["note"]) == 1


def test_associations_stay_unknown_where_the_board_says_so(hall, board, form, fatima, ana):
    fatima.changes(["set", "board", board.id, {"authors": "nobody"}])
    sends(hall, board, form, NOTE, association="MuAN")
    fatima.post("tray/bring", json={"ids": [each["id"] for each in fatima.get("tray").json["notes"]]})
    note, = ana.snapshot()["records"]["note"]
    assert (note["association"], note["anonymous"]) == ("", "all")


def test_one_takes_back_what_one_sent(hall, board, form, fatima):
    receipt = sends(hall, board, form, NOTE).json
    other = sends(hall, board, form, {**NOTE, "text": "Other"}).json
    http = hall.http()
    path = f"/api/boards/{board.id}/form/take_back"
    assert http.post(path, json={"batch": other["batch"], "secret": receipt["secret"]}).status_code == 404
    assert http.post(path, json=receipt).json == {"taken_back": 1}
    assert http.post(path, json=receipt).status_code == 404
    assert [each["text"] for each in fatima.get("tray").json["notes"]] == ["Other"]


@pytest.mark.parametrize("how", ["closed", "archived", "replaced", "wrong", "participant's"])
def test_d3_a_form_that_is_not_open_takes_nothing(hall, board, form, fatima, how):
    if how in ("closed", "archived"):
        fatima.changes(["set", "board", board.id, {"collecting": False} if how == "closed" else {"archived": True}])
    elif how == "replaced":
        fatima.post("links/form")
    key = {"wrong": "x" * 32, "participant's": board.key("participant")}.get(how, form)
    answer = sends(hall, board, key, NOTE)
    assert answer.json["error"]["reason"] == ("closed" if how in ("closed", "archived") else "not_found")
    assert fatima.get("tray").json["notes"] == []


def test_the_form_s_key_opens_no_board(hall, board, form):
    http = hall.http()
    assert http.post("/api/door", json={"key": form}).status_code == 404
    assert http.post(f"/api/boards/{board.id}/seats", json={"key": form, "name": "Eve"}).status_code == 404


def test_wrong_keys_are_limited(hall, board, form):
    http = hall.http()
    answers = [http.post(f"/api/boards/{board.id}/form", json={"key": "wrong"}).status_code for _ in range(12)]
    assert answers[:10] == [404] * 10 and answers[-1] == 429


@pytest.mark.parametrize(("given", "reason", "field"), [
    ({"notes": []}, "invalid", "notes"), ({"notes": "x"}, "malformed", None), ({"notes": [NOTE] * 51}, "limit", "notes"),
    ({"notes": [{**NOTE, "text": "x" * 2001}]}, "limit", "notes[0].text"),
    ({"notes": [NOTE, {**NOTE, "kind": "idea"}]}, "invalid", "notes[1].kind"),
    ({"notes": [{**NOTE, "theme": "never"}]}, "invalid", "notes[0].theme"),
    ({"notes": [{**NOTE, "text": "\x00"}]}, "invalid", "notes[0].text"),
    ({"notes": [{**NOTE, "more": 1}]}, "invalid", "notes[0]"), ({"notes": [{**NOTE, "text": " "}]}, "invalid", "notes"),
    ({"notes": [NOTE], "association": "x" * 61}, "limit", "association"), ({"notes": [NOTE], "language": "?"}, "invalid", "language"),
    ({"notes": [NOTE], "name": "Ana"}, "malformed", None)])
def test_what_cannot_be_is_refused_and_nothing_kept(hall, board, form, fatima, given, reason, field):
    error = hall.http().post(f"/api/boards/{board.id}/form/notes", json={"key": form, **given}).json["error"]
    assert (error["reason"], error.get("field")) == (reason, field) and fatima.get("tray").json["notes"] == []


def test_a_flood_is_held_back(hall, board, form):
    http = hall.http()
    http.get("/")       # a device of its own
    codes = [http.post(f"/api/boards/{board.id}/form/notes", json={"key": form, "notes": [NOTE]}).status_code for _ in range(15)]
    assert codes[0] == 201 and 429 in codes
