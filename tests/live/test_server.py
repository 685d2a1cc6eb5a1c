"""A live server as people and operators meet it: both transports, stopping, bad neighbours, slow databases."""
from __future__ import annotations

import signal
import socket
import sqlite3
import threading
from contextlib import closing

import pytest
import requests
import websocket
from websocket import ABNF

from live.process import LiveServer, until
from live.sockets import Polling, Socket


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with LiveServer(tmp_path_factory.mktemp("live")) as server:
        yield server


@pytest.fixture
def board(server):
    return server.makes_board()


@pytest.fixture
def enters(server, board):
    """Somebody who has a seat and is connected."""
    opened = []

    def enter(name="Ana", kind=Socket, role="participant", joins=True):
        client = kind(server.seats(board, name, role))
        opened.append(client)
        if joins:
            assert client.join()["ok"]
        return client
    yield enter
    for client in opened:
        client.close()


def note(note_id, text=""):
    return ["add", "note", {"id": note_id, "kind": "challenge", "theme": "data", "text": text}]


def see_each_other(one, other):
    one.change("one", note("n1", "Datos"))
    assert other.hears("one")["steps"][0][2]["text"] == "Datos"
    other.change("other", ["set", "note", "n1", {"x": 7}])
    assert one.hears("other")["ok"] and one.hears("one")["seq"] + 1 == other.hears("other")["seq"]


def test_who_cannot_use_websockets_polls_and_both_see_each_other(enters):
    see_each_other(enters("Ana"), enters("Olga", Polling))


def test_the_same_on_threads(tmp_path):
    with LiveServer(tmp_path, BOARD_ASYNC_MODE="threading") as server:
        board = server.makes_board()
        ana, olga = Socket(server.seats(board, "Ana")), Polling(server.seats(board, "Olga"))
        assert ana.join()["ok"] and olga.join()["ok"]
        see_each_other(ana, olga)
        ana.close()
        olga.close()
        assert server.stop(15) == 0


def test_a_page_of_another_origin_gets_no_socket(server, board):
    seat = server.seats(board, "Ana")
    with pytest.raises(websocket.WebSocketBadStatusException):
        Socket(seat, origin="http://elsewhere.example")
    Socket(seat, origin=server.url).close()


@pytest.mark.parametrize("mode", ["eventlet", "threading"])
def test_a_server_that_is_stopped_stores_what_waits_and_says_so(tmp_path, mode):
    with LiveServer(tmp_path, BOARD_ASYNC_MODE=mode) as server:
        board = server.makes_board()
        ana = Socket(server.seats(board, "Ana"))
        ana.join()
        for number in range(300):
            ana.change(f"c{number}", note(f"n{number}"))
        ana.hears("c0")
        assert server.stop(15) == 0
        assert ana.hears_event("notice") == {"kind": "restart"}
        decided = {}
        try:
            while True:
                ana.listen(1)
        except (ConnectionError, OSError, websocket.WebSocketException):
            pass
        for event, message in ana.came:
            if event == "changes":
                decided |= {change["change_id"]: True for change in message["changes"]}
            elif event == "outcome":
                decided[message["change_id"]] = message["ok"]
                assert message["ok"] or message["reason"] == "unavailable"
        ana.close()
        with closing(sqlite3.connect(tmp_path / "board.db")) as database:
            stored = {row[0] for row in database.execute("select change_id from changes where change_id like 'c%'")}
        assert {name for name, ok in decided.items() if ok} <= stored
        assert not stored & {name for name, ok in decided.items() if not ok}
        server.start()
        again = Socket(ana.seat)
        again.join()
        for number in range(300):      # the rest has no outcome yet: sent again, it counts once
            again.change(f"c{number}", note(f"n{number}"))
        again.hears("c299")
        assert len(server.notes(ana.seat)) == 300
        again.close()


def test_a_server_that_is_being_stopped_is_sent_nobody_and_still_stores(tmp_path):
    with LiveServer(tmp_path) as server:
        ana = Socket(server.seats(server.makes_board(), "Ana"))
        assert ana.join()["ok"]
        with closing(sqlite3.connect(tmp_path / "board.db", isolation_level=None, timeout=10)) as other, requests.Session() as line:
            assert line.get(server.url + "/readyz", timeout=5).ok
            other.execute("begin immediate")
            ana.change("waits", note("n1"))
            server.process.send_signal(signal.SIGTERM)
            until(lambda: line.get(server.url + "/readyz", timeout=5).status_code == 503, "it is not ready while it drains", 4)
            other.execute("rollback")
        assert ana.hears("waits")["ok"]
        assert server.process.wait(20) == 0
        ana.close()


def test_a_change_that_is_too_big_is_answered_and_a_monstrous_frame_hurts_only_its_sender(enters):
    ana, olga, spoiler = enters("Ana"), enters("Olga"), enters("Ivo")
    spoiler.change("big", note("n1", "x" * 70_000))
    assert spoiler.hears("big")["reason"] == "limit"
    with pytest.raises((ConnectionError, OSError, websocket.WebSocketException)):
        spoiler.raw.send_binary(b"x" * 1_000_000)
        while True:
            spoiler.listen(20)
            spoiler.raw.send("3")
    ana.change("fine", note("n2"))
    assert olga.hears("fine")["ok"]


def test_rubbish_frames_are_survived(enters):
    ana = enters("Ana")
    for rubbish in ("", "9", "42", "42[", '42["change"', "42{}", '42["change",null]', '42["nothing",{}]', "451-[]", "4x", "\ud7ff" * 50):
        spoiler = enters("Ivo")
        try:
            spoiler.raw.send(rubbish)
            spoiler.raw.send(b"\xff\x00", ABNF.OPCODE_BINARY)
        except (OSError, websocket.WebSocketException):
            pass
    ana.change("fine", note("n1"))
    assert ana.hears("fine")["ok"]


def test_two_hundred_half_open_connections_do_not_keep_others_out(server, enters):
    ana = enters("Ana")
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    try:
        for each in idle:
            each.send(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")      # and never the end
        assert requests.get(server.url + "/healthz", timeout=5).ok
        ana.change("c", note("n1"))
        assert ana.hears("c")["ok"]
    finally:
        for each in idle:
            each.close()


def test_a_database_that_makes_one_board_wait_holds_up_nobody_else(server, board, enters, tmp_path):
    """Another process holds the write lock: a change waits for it, while the other board is read and answered."""
    writer = enters("Ana")
    elsewhere = server.makes_board()
    reader = Socket(server.seats(elsewhere, "Olga"))
    assert reader.join()["ok"]
    with closing(sqlite3.connect(server.folder / "board.db", isolation_level=None, timeout=10)) as other:
        other.execute("begin immediate")
        writer.change("waits", note("n1"))
        for _ in range(3):
            assert server.get(reader.seat, "snapshot", timeout=5) and requests.get(server.url + "/readyz", timeout=5).ok
            assert reader.join()["ok"]
        writer.listen(0.1)          # who had waited for the writer would come after the outcome, five seconds later
        assert not any(event == "outcome" or event == "changes" and message["changes"] for event, message in writer.came)
        other.execute("rollback")
    assert writer.hears("waits")["ok"]
    reader.close()


def test_a_crowd_may_join_at_once(server, board, enters):
    enters("Ana").change("c", note("n1", "hello"))
    until(lambda: requests.get(server.url + "/healthz", timeout=5).ok, "healthy")
    seats = [server.seats(board, f"P{n}") for n in range(5)]
    seen: list[int] = []
    people = [threading.Thread(target=lambda seat=seat: seen.append(len(server.notes(seat)))) for seat in seats for _ in range(6)]
    for each in people:
        each.start()
    for each in people:
        each.join()
    assert seen == [1] * 30
