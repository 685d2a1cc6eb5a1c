"""A seat erased, and all that is kept about one. Every test looks for words that must be nowhere any more."""
from __future__ import annotations

import pytest
from mirror import Screen

from board import repair
from board.models import Base
from board.protocol import ParsedChange
from hall import does

NAME, TEXT = "Anastasia-Zenobia", "Xylophone-Quagmire"


def lives(board, ana, olga, fatima):
    """Everything by which a person leaves traces."""
    ana.adds_note(f"{TEXT} undone")
    assert fatima.post("undo", json={"seat": ana.seat, "minutes": 5}).json["changed"]
    note = ana.adds_note(f"{TEXT} one")
    does(ana, ["text", "note", note["id"], 0, [len(TEXT) + 4, f" {TEXT} typed"]])
    does(ana, ["set", "note", note["id"], {"text": f"{TEXT} two"}])
    does(ana, ["add", "note", {"id": "gone", "kind": "solution", "theme": "data", "text": f"{TEXT} deleted"}])
    does(ana, ["add", "answer", {"id": "a1", "solution": "gone", "challenge": note["id"]}])
    does(ana, ["remove", "note", "gone"])
    theirs = olga.adds_note("Olga's own")
    does(olga, ["add", "comment", {"id": "c1", "note": note["id"], "text": "Olga says"}])
    does(ana, ["add", "comment", {"id": "c2", "note": theirs["id"], "text": f"{TEXT} said"}])
    does(ana, ["add", "comment", {"id": "c3", "note": theirs["id"], "text": f"{TEXT} taken back"}], ["remove", "comment", "c3"])
    does(ana, ["add", "reaction", {"id": "r1", "note": theirs["id"], "sign": "like"}])
    does(ana, ["add", "translation", {"id": "t1", "note": note["id"], "language": "es", "text": f"{TEXT} traducido"}])
    does(olga, ["set", "note", theirs["id"], {"merged_into": note["id"]}])
    does(fatima, ["add", "round", {"id": "v", "title": "First?", "state": "open", "live": True}])
    does(ana, ["add", "vote", {"id": "v1", "round": "v", "target": note["id"]}])
    assert not ana.changes(["set", "note", note["id"], {"kind": "poem"}])["ok"]
    assert ana.changes(["text", "note", note["id"], 99, [f"{TEXT} refused"]])["reason"] == "invalid"
    does(ana, ["set", "seat", ana.seat, {"name": f"{NAME} II", "hand": True}])
    does(fatima, ["set", "board", board.id, {"leader": ana.seat}], ["set", "seat", ana.seat, {"role": "viewer"}])
    does(fatima, ["set", "seat", ana.seat, {"role": "participant"}])
    assert ana.post("exports", json={"format": "json"}).status_code == 202
    assert fatima.post("exports", json={"format": "json", "names": True}).status_code == 202
    does(olga, ["add", "note", {"id": "late", "kind": "challenge", "theme": "data", "text": "late"}])
    return note["id"], theirs["id"]


def everywhere(hall):
    """Every byte that is kept: the database with its log, and the files of exports."""
    folder = hall.parts.settings.data
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "board.db-shm")


def rows_with(hall, word):
    """The tables of the rows in which the word stands."""
    def read(connection):
        return [name for name, table in Base.metadata.tables.items() for row in connection.execute(table.select())
                if word in str(tuple(row))]
    return hall.parts.database.read(read)


def asked(person):
    """All that a facilitator can ask for."""
    seq = person.snapshot()["seq"]
    first = person.get("history").json["from"]
    paths = ["snapshot", "changes?since=0", f"changes?since={seq - 1}", "trash", "history", "audit", "audit.csv", "exports",
             "participation", "export/json?names=1", "export/csv?names=1", *(f"history/{number}" for number in range(first, seq + 1))]
    return "".join(person.get(path).text for path in paths)


@pytest.fixture
def ana(board):
    return board.seats(NAME, "UNGL")


@pytest.fixture(params=["reading all", "one by one"])
def many(request, monkeypatch):
    """What hangs on somebody's notes is read in one way or the other, by how many they are."""
    monkeypatch.setattr("board.erasure.MANY", 0 if request.param == "reading all" else 100)


@pytest.mark.parametrize("notes", ["keep", "delete"])
@pytest.mark.parametrize("by", ["self", "facilitator"])
@pytest.mark.usefixtures("many")
def test_k2_no_byte_of_an_erased_person_is_left(hall, board, ana, olga, fatima, notes, by):
    ids = lives(board, ana, olga, fatima)
    assert TEXT.encode() in everywhere(hall) and NAME.encode() in everywhere(hall), "the search itself finds what is there"
    screens = [Screen(olga), Screen(fatima)]
    answer = ana.http.delete(f"/api/boards/{board.id}/seats/me?notes={notes}") if by == "self" else \
        fatima.http.delete(f"/api/boards/{board.id}/seats/{ana.seat}?notes={notes}")
    assert answer.status_code == 200, answer.data
    assert all(screen.is_right() for screen in screens)
    left, told = everywhere(hall), asked(fatima) + asked_of(olga)
    for secret in [NAME, *([TEXT] if notes == "delete" else [])]:
        assert secret.encode() not in left and secret not in told, secret
    assert rows_with(hall, ana.seat) == ["changes"], "only the change that took it away names the seat"
    shown = olga.sees_note(ids[0])
    assert (shown is None) if notes == "delete" else (shown["seat"], shown["anonymous"], shown["association"]) == ("", "name", "UNGL")
    assert olga.sees_note(ids[1])["merged_into"] == ("" if notes == "delete" else ids[0]) and olga.sees_note("late")
    assert ana.get("snapshot").status_code == 404 and not ana.socket.is_connected()


def asked_of(person):
    return "".join(person.get(path).text for path in ("snapshot", "changes?since=1", "trash", "export/json", "series"))


def test_k3_who_was_away_loads_anew_and_ends_with_the_same(board, ana, olga, fatima):
    lives(board, ana, olga, fatima)
    since = olga.snapshot()["seq"]
    olga.leaves()
    ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=delete")
    does(fatima, ["set", "board", board.id, {"title": "After"}])
    assert olga.joins(since).get("reload") and olga.get(f"changes?since={since}").status_code == 410
    seq = olga.snapshot()["seq"]
    assert [change["seq"] for change in olga.joins(seq - 1)["changes"]] == [seq]


@pytest.mark.parametrize("notes", ["keep", "delete"])
def test_every_moment_of_the_history_can_still_be_seen_and_restored(board, ana, olga, fatima, notes):
    lives(board, ana, olga, fatima)
    first, last = fatima.get("history").json["from"], fatima.snapshot()["seq"]
    ana.http.delete(f"/api/boards/{board.id}/seats/me?notes={notes}")
    for seq in range(first, last + 1):
        assert fatima.get(f"history/{seq}").status_code == 200
    screen = Screen(olga)
    for seq in range(first, last + 1, 3):
        assert fatima.post("history/restore", json={"seq": seq}).status_code == 200, seq
    assert screen.is_right()
    assert (TEXT in asked(fatima)) == (notes == "keep") and NAME not in asked(fatima)


def test_k2_votes_stay_counted_and_only_reactions_with_a_name_go(board, ana, olga, fatima):
    note = olga.adds_note("one")
    does(ana, ["add", "reaction", {"id": "named", "note": note["id"], "sign": "like"}])
    does(fatima, ["set", "board", board.id, {"authors": "nobody"}], ["add", "round", {"id": "v", "title": "First?", "state": "open"}])
    does(ana, ["add", "reaction", {"id": "unnamed", "note": note["id"], "sign": "heart"}])
    for number in (1, 2):
        does(ana, ["add", "vote", {"id": f"v{number}", "round": "v", "target": note["id"]}])
    does(olga, ["add", "vote", {"id": "v3", "round": "v", "target": note["id"]}])
    ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=keep")
    assert [each["id"] for each in olga.snapshot()["records"]["reaction"]] == ["unnamed"]
    does(fatima, ["set", "round", "v", {"state": "closed"}])
    results = fatima.snapshot()["records"]["round"][0]["results"]
    assert (results["voters"], results["targets"][0][1]) == (2, 3)


@pytest.mark.parametrize("notes", ["keep", "delete"])
def test_k2_a_facilitator_who_erases_somebody_learns_nothing_of_what_was_anonymous(board, ana, olga, fatima, notes):
    does(fatima, ["set", "board", board.id, {"authors": "nobody"}])
    note = ana.adds_note("whose?")
    trash = ana.adds_note("whose was that?")
    does(ana, ["add", "comment", {"id": "c1", "note": note["id"], "text": "and this?"}], ["remove", "note", trash["id"]])
    does(ana, ["add", "reaction", {"id": "r1", "note": note["id"], "sign": "like"}])
    names = ("note", "comment", "reaction")

    def seen(person):
        return {name: person.snapshot()["records"][name] for name in names}, person.get("trash").json
    before = seen(fatima)
    fatima.heard()
    fatima.http.delete(f"/api/boards/{board.id}/seats/{ana.seat}?notes={notes}")
    steps = [step for message in fatima.heard("changes") for change in message["changes"] for step in change["steps"]]
    assert steps == [["remove", "seat", ana.seat]] and seen(fatima) == before


def test_private_notes_of_who_is_erased(board, ana, olga, fatima):
    does(fatima, ["set", "board", board.id, {"private": True}])
    does(ana, ["add", "note", {"id": "p1", "kind": "challenge", "theme": "data", "text": TEXT}])
    screen = Screen(olga)
    ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=keep")
    assert TEXT not in asked(fatima) and screen.is_right()
    does(fatima, ["set", "board", board.id, {"private": False}])
    assert screen.shows("note", "p1")["seat"] == "" and screen.is_right()


def test_an_erasure_is_remembered_before_it_is_committed(hall, board, ana, monkeypatch):
    """Else one whose server stops just then comes back with the next restored backup."""
    def stops():
        raise KeyboardInterrupt
    monkeypatch.setattr(hall.parts.database, "empty_log", stops)        # the first thing after the commit
    with pytest.raises(KeyboardInterrupt):
        ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=keep")
    assert ana.seat in (hall.parts.settings.data / "erased").read_text()


def test_an_erasure_that_cannot_be_remembered_is_not_made(hall, board, ana):
    (hall.parts.settings.data / "erased").mkdir()
    assert ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=keep").status_code == 503
    assert ana.get("me").status_code == 200


def test_the_last_facilitator_and_another_facilitator_are_refused(board, ana, fatima):
    refused = {"reason": "invalid", "field": "role"}
    assert fatima.http.delete(f"/api/boards/{board.id}/seats/me?notes=keep").json["error"] == refused
    assert not (board.hall.parts.settings.data / "erased").exists()
    other = board.seats("Other", role="facilitator")
    assert fatima.http.delete(f"/api/boards/{board.id}/seats/{other.seat}?notes=keep").json["error"] == refused
    assert fatima.http.delete(f"/api/boards/{board.id}/seats/me?notes=keep").status_code == 200
    assert other.get("audit").json["entries"][0]["seat"] == "" and other.snapshot()["records"]["board"][0]["id"] == board.id


@pytest.mark.parametrize("query", ["", "?notes=", "?notes=all", "?notes=keep&more=1"])
def test_a_wish_that_is_none_is_refused(board, ana, query):
    assert ana.http.delete(f"/api/boards/{board.id}/seats/me{query}").status_code == 400
    assert ana.get("me").status_code == 200


def test_a_seat_that_is_not_there_is_not_found(board, fatima):
    assert fatima.http.delete(f"/api/boards/{board.id}/seats/nobody?notes=keep").status_code == 404


def test_a_board_on_which_somebody_was_erased_goes_out_and_comes_in_again(hall, board, ana, olga, fatima):
    lives(board, ana, olga, fatima)
    ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=keep")
    assert hall.http().post("/api/boards/import", json=fatima.get("export/json").json).status_code == 201


def test_a_plan_made_before_the_erasure_brings_nothing_back(board, ana, olga, fatima):
    theirs = olga.adds_note("one")
    does(ana, ["add", "comment", {"id": "c1", "note": theirs["id"], "text": TEXT}])
    database, seq = board.hall.parts.database, fatima.snapshot()["seq"]
    plan = database.read(repair.plan_moment, board.id, seq)
    ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=delete")
    board.hall.parts.queues.submit_and_wait(board.id, fatima.seat, ParsedChange("late", []),
                                            act=lambda context: repair.carry_out(context, plan, "restore", whole=True))
    assert TEXT not in asked(fatima)


def test_k5_all_that_is_kept_about_a_person_is_theirs_to_have(board, ana, olga, fatima):
    note, _ = lives(board, ana, olga, fatima)
    does(fatima, ["set", "board", board.id, {"private": True, "authors": "nobody"}])
    does(ana, ["add", "note", {"id": "p1", "kind": "challenge", "theme": "data", "text": "private"}])
    answer = ana.get("seats/me/data")
    found = answer.json
    assert answer.headers["Content-Disposition"].startswith("attachment") and found["seat"]["name"] == f"{NAME} II"
    assert {each["id"] for each in found["notes"]} >= {note, "gone", "p1"} and len(found["notes"]) == 4
    assert [each["id"] for each in found["comments"]] == ["c2", "c3"]
    assert [each["id"] for each in found["votes"]] == ["v1"] and [each["id"] for each in found["reactions"]] == ["r1"]
    assert [each["id"] for each in found["translations"]] == ["t1"]
    assert len(found["devices"]) == 1 and len(found["exports"]) == 1 and found["refused"] == 2
    assert len(found["changes"]) > 10 and set(found["changes"][0]) == {"seq", "at"}
    assert "Olga" not in answer.text


def test_what_is_kept_covers_every_table_that_names_a_seat():
    """A new table that does must be erased and told of too."""
    named = {table.name for table in Base.metadata.tables.values() if {"seat", "seat_id", "deleted_by"} & set(table.c.keys())}
    assert named == {"notes", "comments", "reactions", "translations", "votes", "tokens", "changes", "refusals", "exports", "audit"}
