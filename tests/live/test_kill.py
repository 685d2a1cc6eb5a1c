"""The server is killed under twenty writers, again and again: nothing acknowledged is lost, nothing is there twice."""
from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from live.process import LiveServer
from live.writers import Room

CYCLES = int(os.environ.get("BOARD_TEST_KILLS", "12"))
WRITERS = 20


def stored(folder: Path, board: str) -> list[tuple[int, str, str]]:
    with closing(sqlite3.connect(folder / "board.db", timeout=10)) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        return database.execute("select seq, seat_id, change_id from changes where board_id = ? order by seq", [board]).fetchall()


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(tmp_path, record_property):
    with LiveServer(tmp_path) as server:
        room = Room(server, WRITERS, seed=1)
        for _ in range(CYCLES):
            room.cycle()
        room.leave()
        rows = stored(tmp_path, room.board["board"])
        record_property("acknowledged", room.count())
        print(f"{CYCLES} kills, {room.count()} changes acknowledged, {len(room.lost(rows))} lost")
        room.check(rows)


def test_a_server_that_answers_before_it_commits_is_noticed(tmp_path):
    with LiveServer(tmp_path, Path(__file__).with_name("early_answers.py")) as server:
        room = Room(server, WRITERS, seed=2)
        for _ in range(10):
            room.cycle()
            if lost := room.lost(stored(tmp_path, room.board["board"])):
                break
        room.abandon()
        assert lost
