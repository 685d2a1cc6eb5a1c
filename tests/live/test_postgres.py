"""The board on PostgreSQL, in a cluster of its own: the same smoke, killed servers, and a database that stops under people."""
from __future__ import annotations

import pytest
import sqlalchemy as sa

from live.process import LiveServer, until
from live.servers import Postgres
from live.sockets import Polling, Socket
from live.writers import Room

KILLS = 4


@pytest.fixture(scope="module")
def cluster():
    with Postgres() as cluster:
        yield cluster


@pytest.fixture
def server(cluster, tmp_path):
    database = cluster.database(tmp_path.name)
    with LiveServer(tmp_path, BOARD_DATABASE_URL=database) as server:
        server.database = database
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
