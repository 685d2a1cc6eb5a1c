"""Erasure, retention and their rewriting of the past on PostgreSQL: the same as on SQLite, where it is looked at closely."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone

from board import create_app, db
from board.keeping import daily
from board.keeping.purge import purge
from board.models import Base
from board.protocol import stamp
from config import Settings
from hall import Hall
from live.servers import Postgres


def in_days(days):
    return stamp(datetime.now(timezone.utc) + timedelta(days=days))


def rows_with(database, word):
    def read(connection):
        return [name for name, table in Base.metadata.tables.items() for row in connection.execute(table.select())
                if word in str(tuple(row))]
    return database.read(read)


def test_erasure_and_retention_on_postgresql(tmp_path):
    with Postgres() as cluster:
        url = cluster.database("keeping")
        db.migrate(url)
        app = create_app(Settings(data=tmp_path, database_url=url, async_mode="inline", rate_changes=0, rate_notes=0))
        hall = Hall(app)
        board = hall.makes_board()
        ana, fatima = board.seats("Anastasia"), board.seats("Fatima", role="facilitator")
        note, gone = ana.adds_note("Xylophone one"), ana.adds_note("Xylophone two")
        theirs = fatima.adds_note("theirs")
        comment = {"id": "c1", "note": theirs["id"], "text": "Xylophone"}
        ana.changes(["text", "note", note["id"], 0, [13, " typed"]], ["add", "comment", comment])
        ana.changes(["remove", "note", gone["id"]])
        assert not ana.changes(["set", "note", "none", {"text": "x"}])["ok"]
        seq = fatima.snapshot()["seq"]
        assert ana.http.delete(f"/api/boards/{board.id}/seats/me?notes=delete").status_code == 200
        assert rows_with(hall.parts.database, "Xylophone") == rows_with(hall.parts.database, "Anastasia") == []
        assert fatima.get(f"changes?since={seq}").status_code == 410 and fatima.get(f"history/{seq}").status_code == 200
        fatima.changes(["remove", "note", theirs["id"]], ["set", "board", board.id, {"keep_days": 500}])
        assert purge(hall.parts, in_days(31)).trash == 1 and fatima.get("trash").json["notes"] == []
        done = purge(hall.parts, in_days(400))
        assert done.history == fatima.snapshot()["seq"] == fatima.get("history").json["from"] and not done.boards
        assert purge(hall.parts, in_days(501)).boards == [board.id] and rows_with(hall.parts.database, board.id) == []
        assert [hall.parts.database.write(daily.claim, "purge", in_days(day)) for day in (0, 0, 1)] == [True, False, True]
        hall.parts.database.dispose()
