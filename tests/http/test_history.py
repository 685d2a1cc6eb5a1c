"""The history: any moment as it was, restoring it, undoing what one person did, and nothing secret on the way."""
from __future__ import annotations

import random

import pytest
from moments import content, deed, moment, seq_of


@pytest.mark.parametrize("seed", range(8))
def test_a_moment_is_what_was_seen_then_and_can_be_restored_and_that_undone(board, ana, olga, fatima, seed):
    chance, seen = random.Random(seed), {}
    for number in range(60):
        who, steps = deed(chance, [ana, olga, fatima, fatima], number)
        who.changes(*steps)
        seen[seq_of(fatima)] = content(fatima)
    for seq in chance.sample(sorted(seen), 6):
        assert content(fatima, moment(fatima, seq)["records"]) == seen[seq]
    for seq in chance.sample(sorted(seen), 4):
        before = seq_of(fatima)
        now = content(fatima)
        answer = fatima.post("history/restore", json={"seq": seq})
        assert answer.status_code == 200, answer.data
        assert content(fatima) == seen[seq] == content(ana), (seed, seq)
        assert fatima.post("history/restore", json={"seq": before}).status_code == 200
        assert content(fatima) == now, "a repair can be taken back"


def test_everybody_hears_a_restore_as_one_change(board, ana, fatima):
    from mirror import after
    note = ana.adds_note("words")
    seq = seq_of(fatima)
    ana.changes(["remove", "note", note["id"]])
    before = ana.snapshot()
    ana.heard()
    answer = fatima.post("history/restore", json={"seq": seq}).json
    changes = [change for message in ana.heard("changes") for change in message["changes"]]
    assert [change["seq"] for change in changes] == [answer["seq"]] and answer["changed"] == 1
    assert after(before["records"], changes)["note"] == {note["id"]: ana.sees_note(note["id"])}


def test_a_restore_to_now_changes_nothing_and_says_so(ana, fatima):
    ana.adds_note()
    seq = seq_of(fatima)
    assert fatima.post("history/restore", json={"seq": seq}).json == {"seq": seq, "changed": 0} and seq_of(fatima) == seq


@pytest.mark.parametrize("body", [{}, {"seq": "1"}, {"seq": -1}, {"seq": 10_000}, {"seq": True}, [], {"seq": 1, "more": 1}])
def test_a_number_that_is_none_of_the_history_is_refused(ana, fatima, body):
    ana.adds_note()
    assert fatima.post("history/restore", json=body).status_code in (400, 404)
    assert fatima.get("history/99999999999999999999").status_code == 404


def test_private_and_hidden_notes_are_in_no_history_and_no_restore_touches_them(board, ana, olga, fatima):
    open_note = ana.adds_note("open")
    start = seq_of(fatima)
    fatima.changes(["set", "board", board.id, {"private": True}])
    ana.changes(["add", "note", {"id": "p1", "kind": "challenge", "theme": "data", "text": "PRIVATE"}])
    hidden = seq_of(fatima)
    assert "PRIVATE" not in fatima.get(f"history/{hidden}").text
    fatima.post("history/restore", json={"seq": start})
    assert any(each["id"] == "p1" for each in ana.snapshot()["own"]["note"]), "what is private is left alone"
    fatima.changes(["set", "board", board.id, {"private": False}])
    revealed = seq_of(fatima)
    assert "PRIVATE" in fatima.get(f"history/{revealed}").text and "PRIVATE" not in fatima.get(f"history/{hidden}").text
    fatima.changes(["set", "note", "p1", {"hidden": "rude"}])
    assert "PRIVATE" not in fatima.get(f"history/{revealed}").text, "hidden now, hidden then"
    fatima.post("history/restore", json={"seq": start})
    assert open_note["id"] in {each["id"] for each in olga.snapshot()["records"]["note"]}
    fatima.changes(["set", "note", "p1", {"hidden": ""}])
    assert olga.sees_note("p1")["text"] == "PRIVATE"


def test_an_anonymous_author_is_in_no_history(board, ana, olga, fatima):
    fatima.changes(["set", "board", board.id, {"authors": "nobody"}])
    note = ana.adds_note("who wrote this?")
    ana.changes(["add", "comment", {"id": "m1", "note": note["id"], "text": "and this?"}])
    ana.changes(["add", "reaction", {"id": "r1", "note": note["id"], "sign": "like"}])
    shown = moment(fatima, seq_of(fatima))["records"]
    assert [(each["seat"], each["association"]) for each in shown["note"] + shown["comment"]] == [("", "")] * 2
    assert [each["seat"] for each in shown["reaction"]] == [""]
    before = seq_of(fatima)
    fatima.changes(["remove", "note", note["id"]])
    olga.heard()
    fatima.post("history/restore", json={"seq": before})
    heard = str(olga.heard())
    assert ana.seat not in heard and "UNGL" not in heard
    assert olga.sees_note(note["id"])["seat"] == "" and ana.snapshot()["own"]["note"][0]["seat"] == ana.seat


def test_a_moment_before_much_changes_has_a_name(board, ana, fatima):
    notes = [ana.adds_note(str(number)) for number in range(6)]
    before = seq_of(fatima)
    fatima.changes(*(["remove", "note", each["id"]] for each in notes))
    fatima.post("history/restore", json={"seq": before})
    marks = fatima.get("history").json["marks"]
    assert [(each["seq"], each["reason"]) for each in marks] == [(0, "start"), (before, "delete"), (before + 1, "restore")]


def test_the_way_along_a_session_has_points(ana, fatima):
    for number in range(30):
        ana.adds_note(str(number))
    found = fatima.get("history").json
    assert found["from"] == 0 and found["seq"] == seq_of(fatima) == found["points"][-1]["seq"]
    assert [each["seq"] for each in found["points"]] == list(range(1, found["seq"] + 1))


def test_what_one_person_did_is_undone_and_what_others_did_stays(board, ana, olga, fatima):
    hers, both, olgas = (who.adds_note(text) for who, text in ((ana, "hers"), (ana, "both"), (olga, "olga's")))
    seq = seq_of(fatima)
    fatima.changes(["set", "board", board.id, {"edit_right": "everyone"}])
    for id_ in (hers["id"], both["id"]):
        olga.changes(["set", "note", id_, {"x": 999}])
    olga.changes(["set", "note", hers["id"], {"text": "vandal"}])
    olga.changes(["set", "note", both["id"], {"text": "vandal"}])
    ana.changes(["set", "note", both["id"], {"text": "mended"}])
    olga.changes(["remove", "note", hers["id"]])
    olga.changes(["add", "cluster", {"id": "c1", "theme": "data", "title": "Mine", "x": 0, "y": 0, "w": 100, "h": 100}])
    before = seq_of(fatima)
    assert fatima.post("undo", json={"seat": olga.seat, "minutes": 5}).json["changed"] >= 3
    records = fatima.snapshot()["records"]
    found = {each["id"]: each for each in records["note"]}
    assert found[hers["id"]]["text"] == "hers" and found[hers["id"]]["x"] == hers["x"]
    assert found[both["id"]]["text"] == "mended" and found[both["id"]]["x"] == both["x"]
    assert olgas["id"] not in found and records["cluster"] == []
    assert fatima.post("history/restore", json={"seq": before}).json["changed"] >= 3 and seq
    assert olgas["id"] in {each["id"] for each in fatima.snapshot()["records"]["note"]}


def test_to_undo_what_is_anonymous_would_tell_whose_it_is(board, ana, fatima):
    fatima.changes(["set", "board", board.id, {"authors": "nobody"}])
    ana.adds_note("unknown")
    fatima.changes(["set", "board", board.id, {"authors": "named", "private": True}])
    ana.changes(["add", "note", {"id": "p1", "kind": "challenge", "theme": "data"}])
    assert fatima.post("undo", json={"seat": ana.seat, "minutes": 60}).json["changed"] == 0
    assert len(fatima.snapshot()["records"]["note"]) == 1 and len(ana.snapshot()["own"]["note"]) == 2


@pytest.mark.parametrize("body", [{}, {"seat": "x"}, {"seat": "x", "minutes": 0}, {"seat": "x", "minutes": 601}, {"seat": "", "minutes": 5},
                                  {"seat": 1, "minutes": 5}, {"seat": "x", "minutes": "5"}])
def test_bad_input_for_undo_is_refused(ana, fatima, body):
    ana.adds_note()
    assert fatima.post("undo", json=body).status_code in (400, 413)


def test_nothing_to_undo_is_said(ana, olga, fatima):
    ana.adds_note()
    assert fatima.post("undo", json={"seat": olga.seat, "minutes": 5}).json["changed"] == 0
    assert fatima.post("undo", json={"seat": "nobody", "minutes": 5}).json["changed"] == 0
