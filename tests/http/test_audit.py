"""What facilitators did: told to facilitators, without texts, and never who wrote or voted what."""
from __future__ import annotations

import csv
import io

import pytest

from hall import does


def told(person):
    """`[(action, target, detail)]`, oldest first."""
    answer = person.get("audit")
    assert answer.status_code == 200, answer.data
    return [(each["action"], each["target"], each["detail"]) for each in reversed(answer.json["entries"])]


def test_what_a_facilitator_does_is_told(board, ana, fatima):
    note = ana.adds_note("SECRET WORDS")
    board_set = lambda **fields: does(fatima, ["set", "board", board.id, fields])  # noqa: E731
    board_set(locked=True)
    board_set(private=True)
    board_set(private=False)
    board_set(title="SECRET WORDS", authors="named", timer={"start": 60})
    board_set(keep_days=30)
    does(fatima, ["add", "step", {"id": "s1", "title": "SECRET WORDS"}])
    board_set(step="s1")
    does(fatima, ["set", "theme", "data", {"locked": True}])
    does(fatima, ["set", "note", note["id"], {"hidden": "SECRET WORDS"}])
    does(fatima, ["set", "note", note["id"], {"hidden": ""}])
    does(fatima, ["remove", "note", note["id"]])
    does(fatima, ["set", "seat", ana.seat, {"role": "viewer"}])
    does(fatima, ["set", "seat", ana.seat, {"blocked": True}])
    assert fatima.post("links/viewer").status_code == fatima.post("links/code").status_code == 201
    assert fatima.post(f"seats/{ana.seat}/remove").status_code == 200
    assert fatima.get("export/csv?names=1").status_code == fatima.get("export/csv").status_code == 200
    assert told(fatima) == [
        ("lock", "board", {"locked": True}), ("private", "", {}), ("reveal", "", {}), ("settings", "", {"fields": ["authors", "title"]}),
        ("retention", "", {"keep_days": 30}), ("agenda", "step:s1", {}), ("lock", "theme:data", {"locked": True}),
        ("hide", f"note:{note['id']}", {"hidden": True}), ("hide", f"note:{note['id']}", {"hidden": False}),
        ("delete", f"note:{note['id']}", {"notes": 1}), ("role", ana.seat, {"role": "viewer"}), ("block", ana.seat, {"blocked": True}),
        ("link", "", {"purpose": "viewer"}), ("code", "", {"purpose": "code"}), ("remove", ana.seat, {}), ("export", "", {"format": "csv"})]
    assert "SECRET" not in fatima.get("audit").text + fatima.get("audit.csv").text


def test_repairs_imports_copies_and_the_recovery_link_are_told(board, ana, fatima):
    ana.adds_note("one")
    seq = fatima.snapshot()["seq"]
    ana.adds_note("two")
    assert fatima.post("undo", json={"seat": ana.seat, "minutes": 5}).json["changed"]
    assert fatima.post("history/restore", json={"seq": seq}).json["changed"]
    assert fatima.post("imports", data={"file": (io.BytesIO(b"Three\n"), "notes.txt")}).status_code == 201
    assert fatima.post("copies", json={"title": "Copy", "notes": True}).status_code == 201
    assert fatima.post("next", json={"title": "May"}).status_code == 201
    assert fatima.post("series", json={"readable": False}).status_code == 200
    board.seats("Olga", role="recovery")
    assert [action for action, _, _ in told(fatima)] == ["undo", "restore", "import", "copy", "next", "readable", "recovery"]


def test_nothing_is_told_of_what_is_refused_or_repaired_in_vain(board, ana, fatima):
    assert not fatima.changes(["set", "board", board.id, {"locked": True}], ["remove", "note", "none"])["ok"]
    ana.adds_note("one")
    fatima.post("history/restore", json={"seq": fatima.snapshot()["seq"]})
    assert told(fatima) == []


def test_k4_no_author_of_anything_anonymous_no_vote_and_nothing_private_is_told(board, ana, fatima):
    does(fatima, ["set", "board", board.id, {"authors": "nobody", "private": True}])
    before = len(told(fatima))
    does(fatima, ["add", "note", {"id": "mine", "kind": "challenge", "theme": "data", "text": "t"}])
    does(fatima, ["set", "note", "mine", {"locked": True}], ["set", "note", "mine", {"hidden": "why"}], ["remove", "note", "mine"])
    assert told(fatima)[before:] == [], "that there is a private note, and whose, is nobody's business"
    does(fatima, ["set", "board", board.id, {"private": False}])
    note = ana.adds_note("t")
    does(fatima, ["add", "round", {"id": "r1", "title": "First?", "state": "open"}])
    does(fatima, ["add", "vote", {"id": "v1", "round": "r1", "target": note["id"]}])
    does(fatima, ["remove", "vote", "v1"])
    does(fatima, ["remove", "note", note["id"]])
    assert told(fatima)[before:] == [("reveal", "", {}), ("delete", "", {"notes": 1})]


def test_what_participants_do_is_not_told(board, ana, fatima):
    note = ana.adds_note("one")
    does(ana, ["remove", "note", note["id"]])
    does(ana, ["set", "seat", ana.seat, {"name": "Anna"}])
    assert told(fatima) == [] and ana.get("audit").status_code == 403


def test_the_list_goes_back_page_by_page(board, fatima, monkeypatch):
    monkeypatch.setattr("board.audit.read.__defaults__", ("", 3))
    for day in range(1, 8):
        does(fatima, ["set", "board", board.id, {"keep_days": day}])
    found, before = [], ""
    while True:
        page = fatima.get("audit", query_string={"before": before}).json
        found += page["entries"]
        if not page["more"]:
            break
        before = f"{found[-1]['at']} {found[-1]['id']}"
    assert len({each["id"] for each in found}) == 7
    assert found == sorted(found, key=lambda each: (each["at"], each["id"]), reverse=True)


@pytest.mark.parametrize("name", ["=1+1", "Fatima"])
def test_the_file_has_names_and_no_formula(board, name):
    fatima = board.seats(name, role="facilitator")
    does(fatima, ["set", "board", board.id, {"locked": True}])
    answer = fatima.get("audit.csv")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert rows[0] == ["at", "name", "seat", "action", "target", "detail"]
    assert rows[1][1:] == [name.replace("=", "'="), fatima.seat, "lock", "board", "locked: true"]
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_who_wants_the_board_kept_on_leaves_no_word_of_it(board, fatima):
    """What the browser sends for *Keep it*: a change, so that the board is in use again, that changes nothing."""
    assert fatima.changes(["set", "board", board.id, {"leader": ""}])["ok"]
    assert told(fatima) == []
