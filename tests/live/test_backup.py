"""The drill: a backup while twenty people write hard, restored elsewhere, is a moment of the board with everything in it that
was acknowledged before the backup began."""
from __future__ import annotations

import os
import subprocess
import sys

import pytest
import requests
from moments import CONTENT

from board.keeping import backup
from board.keeping.archive import BackupError
from live.process import ROOT, LiveServer, until
from live.servers import Postgres
from live.writers import Room


def command(folder, database, *arguments):
    """`board …` as an operator types it; what it said."""
    environment = {**{name: value for name, value in os.environ.items() if not name.startswith("BOARD_")}, "BOARD_DATA": str(folder),
                   **({"BOARD_DATABASE_URL": database} if database else {})}
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", "flask", "--app", "run:make_app", "board", *map(str, arguments)],
                          cwd=ROOT, env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def content(records):
    return {(name, each["id"]): {field: each[field] for field in fields} for name, fields in CONTENT.items() for each in records[name]}


def works(state):
    try:
        return state()
    except (AssertionError, requests.RequestException):
        return None


def is_refused(folder, body, why):
    """What a plain copy, or one that was cut off, comes to."""
    (folder / "bad.backup").write_bytes(body)
    with pytest.raises(BackupError, match=why):
        backup.verify(folder / "bad.backup")


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request, tmp_path):
    """The address of one for the board that is used, and one for where the backup goes; "" for SQLite's file."""
    if request.param == "sqlite":
        yield "", ""
        return
    with Postgres() as cluster:
        yield cluster.database("used"), cluster.database("fresh")


def test_a_backup_under_load_holds_what_was_acknowledged_before_it(tmp_path, databases):
    used, fresh = (tmp_path / "used"), (tmp_path / "fresh")
    for folder in (used, fresh):
        folder.mkdir()
    with LiveServer(used, **({"BOARD_DATABASE_URL": databases[0]} if databases[0] else {})) as server:
        room = Room(server, 20, seed=5)
        fatima = server.seats(room.board, "Fatima", "facilitator")
        until(lambda: room.count() > 300, "writers get through")
        before = [seq for writer in room.writers for seq in list(writer.acknowledged.values())]
        file = tmp_path / "drill.backup"
        status, said = command(used, databases[0], "backup", file)
        assert status == 0, said
        assert room.count() > len(before), "people went on writing meanwhile"
        is_refused(tmp_path, file.read_bytes()[:-2000], "no whole backup")
        if not databases[0]:
            is_refused(tmp_path, (used / "board.db").read_bytes(), "no whole backup")
        room.leave()
        status, said = command(fresh, databases[1], "restore", file)
        assert status == 0, said
        with LiveServer(fresh, **({"BOARD_DATABASE_URL": databases[1]} if databases[1] else {})) as restored:
            there = {**fatima, "url": restored.url}
            snapshot = restored.get(there, "snapshot")
            seq = snapshot["seq"]
            assert max(before) <= seq and len(before) > 300
            then = server.get(fatima, f"history/{seq}")["records"]
            assert content(snapshot["records"]) == content(then), "the board as it was at that number"
            assert len(restored.get(there, f"changes?since={max(0, seq - 900)}")["changes"]) == min(seq, 900)
            again = restored.seats(room.board, "Somebody new")
            assert until(lambda: works(lambda: restored.get(again, "snapshot"))["seq"] > seq, "work goes on there")
