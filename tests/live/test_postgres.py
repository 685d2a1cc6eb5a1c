"""The board on PostgreSQL, in a cluster of its own: the same smoke, killed servers, and a database that stops under people."""
from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from pathlib import Path

import pytest
import sqlalchemy as sa

from live.process import LiveServer, free_port, until
from live.sockets import Polling, Socket
from live.writers import Room

KILLS = 4


class Cluster:
    """A temporary PostgreSQL of this test's own; as root it runs as the user `postgres`, which is not allowed to be root."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._folder, self.port = programs, folder, free_port()
        self._user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        self.url = f"postgresql+psycopg2://board@127.0.0.1:{self.port}/postgres"
        folder.mkdir(mode=0o700)
        if self._user:
            os.chown(folder, self._user.pw_uid, self._user.pw_gid)
        self._do("initdb", "-U", "board", "-A", "trust", "-E", "UTF8", "--no-locale")

    def start(self) -> None:
        self._do("pg_ctl", "-w", "-l", str(self._folder / "log"), "-o", f"-p {self.port} -k {self._folder} -h 127.0.0.1", "start")

    def stop(self) -> None:
        """As a crash: nobody is let finish."""
        self._do("pg_ctl", "-m", "immediate", "-w", "stop")

    def _do(self, program: str, *arguments: str) -> None:
        who = {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []} if self._user else {}
        with (self._folder / "said").open("ab") as said:       # not a pipe: the server would keep it open
            done = subprocess.run([str(self._programs / program), "-D", str(self._folder / "data"), *arguments],
                                  cwd=self._folder, stdout=said, stderr=said, **who)
        assert done.returncode == 0, (self._folder / "said").read_text()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    folder = Path("/tmp") / f"board-postgres-{os.getpid()}"      # the user postgres must be able to get there
    cluster = Cluster(found[-1].parent, folder)
    cluster.start()
    yield cluster
    cluster.stop()
    shutil.rmtree(folder)


@pytest.fixture
def server(cluster, tmp_path):
    engine = sa.create_engine(cluster.url, isolation_level="AUTOCOMMIT")
    name = f"board_{tmp_path.name[-30:]}".lower().replace("-", "_")
    with engine.connect() as connection:
        connection.execute(sa.text(f'create database "{name}"'))
    engine.dispose()
    with LiveServer(tmp_path, BOARD_DATABASE_URL=cluster.url.replace("/postgres", f"/{name}")) as server:
        server.database = cluster.url.replace("/postgres", f"/{name}")
        yield server


def stored(server, board):
    engine = sa.create_engine(server.database)
    with engine.connect() as connection:
        query = sa.text("select seq, seat_id, change_id from changes where board_id = :board order by seq")
        rows = connection.execute(query, {"board": board["board"]})
        found = [tuple(row) for row in rows]
    engine.dispose()
    return found


def test_both_transports_see_each_other(server):
    board = server.makes_board()
    ana, olga = Socket(server.seats(board, "Ana")), Polling(server.seats(board, "Olga"))
    assert ana.join()["ok"] and olga.join()["ok"]
    ana.change("one", ["add", "note", {"id": "n1", "kind": "challenge", "theme": "data", "text": "Datos"}])
    assert olga.hears("one")["ok"]
    olga.change("other", ["set", "note", "n1", {"x": 7}])
    assert ana.hears("other")["ok"]
    ana.change("typed", ["text", "note", "n1", 0, [5, " नेपाल 🎈"]])
    assert ana.hears("typed")["ok"]
    assert server.notes(ana.seat)["n1"]["text"] == "Datos नेपाल 🎈"
    ana.close()
    olga.close()


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(server):
    room = Room(server, 8, seed=3)
    for _ in range(KILLS):
        room.cycle()
    room.leave()
    room.check(stored(server, room.board))


def test_a_database_that_stops_is_told_and_everything_is_delivered_when_it_is_back(server, cluster):
    room = Room(server, 4, seed=4)
    ana = Socket(server.seats(room.board, "Ana"))
    assert ana.join()["ok"]
    until(lambda: room.count() > 20, "writers get through")
    cluster.stop()
    try:
        ana.change("stopped", ["add", "note", {"id": "n1", "kind": "challenge", "theme": "data"}])
        assert ana.hears("stopped")["reason"] == "storage"
        assert server.is_up()
    finally:
        cluster.start()
    before = room.count()

    def goes_through():
        ana.change("stopped", ["add", "note", {"id": "n1", "kind": "challenge", "theme": "data"}])
        return ana.hears("stopped")["ok"]
    until(goes_through, "the database is back")
    until(lambda: room.count() > before, "writers get through again")
    room.leave()
    room.check(stored(server, room.board))
    ana.close()
