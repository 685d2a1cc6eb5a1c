"""Boards that nobody uses, old trash, old refusals and long histories, with clocks that are moved."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from mirror import Screen
from sqlalchemy import func, select

from board.keeping import daily
from board.keeping.purge import Purged, purge
from board.models import Base
from board.protocol import stamp
from hall import does


def in_days(days):
    return stamp(datetime.now(timezone.utc) + timedelta(days=days))


def keeps(fatima, days):
    does(fatima, ["set", "board", fatima.board.id, {"keep_days": days}])


def rows_of(hall, board_id):
    """How many rows a board has in each table."""
    def read(connection):
        tables = {name: table for name, table in Base.metadata.tables.items() if "board_id" in table.c}
        found = {name: connection.execute(select(func.count()).select_from(table).where(table.c.board_id == board_id)).scalar_one()
                 for name, table in tables.items()}
        found["boards"] = connection.execute(select(func.count()).select_from(Base.metadata.tables["boards"]).where(
            Base.metadata.tables["boards"].c.id == board_id)).scalar_one()
        return {name: count for name, count in found.items() if count}
    return hall.parts.database.read(read)


@pytest.mark.parametrize(("host", "chosen", "due"), [(0, 0, None), (90, 0, 90), (0, 30, 30), (90, 30, 30), (30, 0, 30)])
def test_k1_a_board_goes_when_its_time_is_over(open_hall, host, chosen, due):
    hall = open_hall(keep_days=host)
    board, other = hall.makes_board(), hall.makes_board()
    fatima, ana = board.seats("Fatima", role="facilitator"), board.seats("Ana")
    used = other.seats("Olga", role="facilitator")
    keeps(used, host or 91)
    ana.adds_note("one")
    assert ana.post("exports", json={"format": "json"}).status_code == 202
    kept = hall.parts.settings.data / "exports"
    assert len(list(kept.iterdir())) == 1
    if chosen:
        keeps(fatima, chosen)
    until = fatima.get("me").json["kept_until"]
    assert bool(until) == (due is not None) and "kept_until" not in ana.get("me").json
    if due is None:
        assert purge(hall.parts, in_days(9_999)).boards == [other.id] and rows_of(hall, board.id)
        return
    assert abs(datetime.fromisoformat(until) - datetime.now(timezone.utc) - timedelta(days=due)) < timedelta(minutes=5)
    assert purge(hall.parts, in_days(due - 0.01)).boards == [] and rows_of(hall, board.id)
    before = rows_of(hall, other.id)
    assert board.id in purge(hall.parts, in_days(due + 0.01), dry_run=True).boards and rows_of(hall, board.id)
    assert board.id in purge(hall.parts, in_days(due + 0.01)).boards
    assert rows_of(hall, board.id) == {} and list(kept.iterdir()) == [] and not ana.socket.is_connected()
    assert fatima.get("snapshot").status_code == 404
    if due < 90:
        assert rows_of(hall, other.id) == before or host == due, "no other board is touched"


def test_k1_facilitators_choose_within_the_hosts_limit(open_hall):
    fatima = open_hall(keep_days=90).makes_board().seats("Fatima", role="facilitator")
    keeps(fatima, 90)
    outcome = fatima.changes(["set", "board", fatima.board.id, {"keep_days": 91}])
    assert (outcome["reason"], outcome["limit"]) == ("limit", 90)


def test_a_change_is_use_and_the_servers_own_are_none(hall, board, ana, fatima):
    keeps(fatima, 20)
    until = fatima.get("me").json["kept_until"]
    note = ana.adds_note("one")
    does(ana, ["remove", "note", note["id"]])
    used = fatima.get("me").json["kept_until"]
    assert used > until
    seq = fatima.snapshot()["seq"]
    assert purge(hall.parts, in_days(19)).trash == 0 and purge(hall.parts, in_days(31), dry_run=True).boards == [board.id]
    hall.parts.settings.__dict__["trash_days"] = 10
    assert purge(hall.parts, in_days(15)).trash == 1
    assert fatima.snapshot()["seq"] == seq + 1 and fatima.get("me").json["kept_until"] == used


def test_old_trash_goes_with_all_that_hangs_on_it_and_nobody_notices(hall, board, ana, olga, fatima):
    old, kept = ana.adds_note("OLD"), ana.adds_note("KEPT")
    does(olga, ["add", "comment", {"id": "c1", "note": old["id"], "text": "OLD too"}],
         ["add", "comment", {"id": "c2", "note": kept["id"], "text": "x"}])
    does(olga, ["add", "comment", {"id": "c3", "note": kept["id"], "text": "OLD as well"}], ["remove", "comment", "c3"])
    does(ana, ["remove", "note", old["id"]])
    screen = Screen(olga)
    assert purge(hall.parts, in_days(29)) == Purged()
    assert purge(hall.parts, in_days(31), dry_run=True).trash == 2 and len(fatima.get("trash").json["notes"]) == 1
    assert purge(hall.parts, in_days(31)).trash == 2 and purge(hall.parts, in_days(31)).trash == 0
    assert fatima.get("trash").json["notes"] == [] and screen.is_right()
    assert rows_of(hall, board.id)["notes"] == 1 and rows_of(hall, board.id)["comments"] == 1
    assert ana.changes(["add", "note", {"id": old["id"]}])["reason"] == "invalid", "what is gone cannot be brought back"
    first = fatima.get("history").json["from"]
    for seq in range(first, fatima.snapshot()["seq"]):
        assert fatima.post("history/restore", json={"seq": seq}).status_code == 200
    assert screen.is_right() and olga.sees_note(old["id"]) is None


def test_a_note_that_came_back_in_time_stays(hall, board, ana):
    from board.keeping import purge as module
    note = ana.adds_note("one")
    does(ana, ["remove", "note", note["id"]])
    old = hall.parts.database.read(module._old_trash, in_days(1))
    does(ana, ["add", "note", {"id": note["id"]}])
    module._empty_trash(hall.parts, board.id, old[board.id])
    assert ana.sees_note(note["id"])["text"] == "one"


def test_old_refusals_go(hall, board, ana):
    assert not ana.changes(["set", "note", "none", {"text": "x"}])["ok"]
    assert purge(hall.parts, in_days(29)).refusals == 0 and purge(hall.parts, in_days(31), dry_run=True).refusals == 1
    assert purge(hall.parts, in_days(31)).refusals == 1 and purge(hall.parts, in_days(31)).refusals == 0


def test_a_long_history_begins_later_and_everything_still_fits(hall, board, ana, olga, fatima):
    ana.adds_note("FIRST", id="n1")
    for word in ("second", "third"):
        does(ana, ["set", "note", "n1", {"text": word}])
    middle = fatima.snapshot()["seq"]
    move_back(hall, board.id, middle, days=400)
    does(ana, ["set", "note", "n1", {"text": "fourth"}])
    before = {seq: fatima.get(f"history/{seq}").json["records"] for seq in (middle, middle + 1)}
    sent = does(olga, ["add", "note", {"id": "n2", "kind": "challenge", "theme": "data", "text": "x"}])
    end = fatima.snapshot()["seq"]
    assert purge(hall.parts, dry_run=True).history == middle
    assert purge(hall.parts).history == middle and purge(hall.parts).history == 0
    history = fatima.get("history").json
    assert (history["from"], history["seq"]) == (middle, end) and all(mark["seq"] >= middle for mark in history["marks"])
    assert fatima.get(f"history/{middle - 1}").status_code == 404
    assert {seq: fatima.get(f"history/{seq}").json["records"] for seq in before} == before
    assert ana.get(f"changes?since={middle - 1}").status_code == 410 and len(ana.get(f"changes?since={middle}").json["changes"]) == 2
    assert ana.joins(middle - 1).get("reload")
    assert fatima.post("history/restore", json={"seq": middle}).status_code == 200 and ana.sees_note("n1")["text"] == "third"
    assert olga.changes(["add", "note", {"id": "n3", "kind": "challenge", "theme": "data"}], change_id=sent["change_id"])["seq"] == end


def test_a_change_that_comes_again_after_its_history_is_gone_is_still_known(hall, board, ana):
    given = {"id": "n1", "kind": "challenge", "theme": "data", "text": "FIRST"}
    ana.changes(["add", "note", given], change_id="once")
    typed = ana.changes(["text", "note", "n1", 0, [5, "!"]], change_id="typed")
    move_back(hall, board.id, ana.snapshot()["seq"], days=400)
    purge(hall.parts)
    assert ana.changes(["text", "note", "n1", 0, [5, "!"]], change_id="typed")["seq"] == typed["seq"]
    assert ana.sees_note("n1")["text"] == "FIRST!"


def move_back(hall, board_id, until, *, days):
    """Make the changes up to this number older."""
    changes = Base.metadata.tables["changes"]
    hall.parts.database.write(lambda connection: connection.execute(
        changes.update().where(changes.c.board_id == board_id, changes.c.seq <= until).values(at=in_days(-days))))


def test_only_one_process_does_it_and_once_a_day(hall):
    database = hall.parts.database
    assert [database.write(daily.claim, "purge", in_days(day)) for day in (0, 0, 0.5, 1, 1, 2)] == [True, False, False, True, False, True]


def test_a_board_that_was_just_used_again_is_not_deleted(hall, board, ana, fatima, monkeypatch):
    keeps(fatima, 1)
    monkeypatch.setattr("board.keeping.purge.due", lambda *_: [board.id])
    assert purge(hall.parts, in_days(0.5)).boards == [] and fatima.get("me").status_code == 200


def test_the_command_says_what_it_does(hall, board, ana, fatima):
    keeps(fatima, 30)
    move_back(hall, board.id, fatima.snapshot()["seq"], days=31)
    runner = hall.app.test_cli_runner()
    told = runner.invoke(args=["board", "purge", "--dry-run"])
    assert told.output.startswith(f"board {board.id}\nDue: 1 boards,") and fatima.get("me").status_code == 200
    assert runner.invoke(args=["board", "purge"]).output.startswith(f"board {board.id}\nDeleted: 1 boards,")
    assert fatima.get("me").status_code == 404
