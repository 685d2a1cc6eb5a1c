"""Lists and figures for facilitators: moderation, the progress of a vote, suggestions."""
from __future__ import annotations

import pytest


def private(fatima, board, **settings):
    assert fatima.changes(["set", "board", board.id, {"private": True, **settings}])["ok"]


def test_private_notes_are_listed_only_where_the_board_says_so(board, ana, fatima):
    private(fatima, board)
    ana.adds_note("for Ana's eyes")
    assert fatima.get("moderation").json == {"private": [], "hidden": []}
    fatima.changes(["set", "board", board.id, {"moderate": True}])
    listed, = fatima.get("moderation").json["private"]
    assert listed == {"id": listed["id"], "kind": "challenge", "theme": "data", "text": "for Ana's eyes", "language": ""}


def test_a_hidden_note_is_listed_with_the_reason_and_without_its_author(board, ana, fatima):
    note = ana.adds_note("names a person")
    fatima.changes(["set", "note", note["id"], {"hidden": "about a third person"}])
    listed, = fatima.get("moderation").json["hidden"]
    assert listed == {"id": note["id"], "kind": "challenge", "theme": "data", "text": "names a person", "language": "",
                      "hidden": "about a third person"}
    fatima.changes(["set", "note", note["id"], {"hidden": ""}])
    assert fatima.get("moderation").json["hidden"] == []


def test_a_private_note_that_was_hidden_is_not_listed_once_moderation_is_off(board, ana, fatima):
    private(fatima, board, moderate=True)
    note = ana.adds_note("private and bad")
    fatima.changes(["set", "note", note["id"], {"hidden": "rude"}])
    assert [each["id"] for each in fatima.get("moderation").json["hidden"]] == [note["id"]]
    fatima.changes(["set", "board", board.id, {"moderate": False}])
    assert fatima.get("moderation").json == {"private": [], "hidden": []}


def test_who_has_finished_is_counted_and_nothing_else(board, ana, olga, fatima):
    one, two = ana.adds_note("one"), ana.adds_note("two")
    fatima.changes(["add", "round", {"id": "r1", "title": "First", "votes": 2, "state": "open"}])
    assert fatima.get("rounds/r1/progress").json == {"people": 2, "voted": 0, "finished": 0}
    ana.changes(["add", "vote", {"id": "v1", "round": "r1", "target": one["id"]}])
    assert fatima.get("rounds/r1/progress").json == {"people": 2, "voted": 1, "finished": 0}
    ana.changes(["add", "vote", {"id": "v2", "round": "r1", "target": two["id"]}])
    olga.changes(["set", "seat", olga.seat, {"done_for": "r1"}])
    assert fatima.get("rounds/r1/progress").json == {"people": 2, "voted": 1, "finished": 2}
    assert fatima.get("rounds/never/progress").status_code == 404


def test_suggestions_are_for_notes_that_stand_alone_and_everybody_sees(board, ana, fatima):
    same = [ana.adds_note("The census data of our municipality is ten years old") for _ in range(2)]
    hidden = ana.adds_note("The census data of our municipality is ten years old")
    fatima.changes(["set", "note", hidden["id"], {"hidden": "double"}])
    elsewhere = ana.adds_note("The census data of our municipality is ten years old", theme="capacity")
    found = fatima.post("suggestions", json={}).json["suggestions"]
    assert [(each["theme"], each["duplicates"], sorted(each["notes"])) for each in found] == [
        ("data", True, sorted(each["id"] for each in same))]
    assert fatima.post("suggestions", json={"theme": "capacity"}).json == {"suggestions": []} and elsewhere


@pytest.mark.parametrize("body", [[], {"themes": []}, {"theme": 1}, {"theme": "a b"}, {"theme": ""}])
def test_bad_input_for_suggestions_is_refused(board, fatima, body):
    answer = fatima.post("suggestions", json=body)
    assert answer.status_code == 400 and answer.json["error"]["reason"] in ("malformed", "invalid")
