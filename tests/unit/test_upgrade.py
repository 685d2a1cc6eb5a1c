"""A database of the previous release is brought up and goes on working."""
from __future__ import annotations

import pytest
from earlier import BOARD, KEY, fill, older

from board import create_app, db
from config import Settings
from hall import BoardInHall, Hall


@pytest.mark.parametrize("revision", ["0002", "0003"])
def test_a_database_of_an_earlier_release_goes_on_working(tmp_path, revision):
    url = older(tmp_path / "board.db", revision)
    fill(url)
    db.migrate(url)
    app = create_app(Settings(data=tmp_path, async_mode="inline", rate_changes=0))
    board = BoardInHall(Hall(app), {"board": BOARD, "code": "ABCDEFGH", "links": {"facilitator": f"#{KEY}"}})
    fatima = board.seats("Fatima", role="facilitator")
    assert fatima.sees_note("n1")["text"] == "Old words" and len(fatima.get("trash").json["notes"]) == 1
    assert fatima.get("changes?since=0").json["seq"] == 3
    assert fatima.changes(["set", "board", BOARD, {"keep_days": 30}], ["set", "note", "n1", {"text": "New words"}])["ok"]
    assert [each["action"] for each in fatima.get("audit").json["entries"]] == ["retention"]
    assert fatima.get("me").json["kept_until"] and fatima.get("history").json["from"] == 0
    other = board.seats("Other", role="facilitator")
    assert other.http.delete(f"/api/boards/{BOARD}/seats/me?notes=keep").status_code == 200
    app.extensions["board"].database.dispose()
