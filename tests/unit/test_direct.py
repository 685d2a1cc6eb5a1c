"""The direct way in and out, beside the library: what is ours is taken, all else goes on to the library untouched."""
from __future__ import annotations

import time
from types import SimpleNamespace

import orjson
import pytest
from masked import sent

from board import direct
from board.direct.frames import BINARY, CONTINUATION
from board.direct.pings import NEVER, Pings
from board.direct.reading import SLICE, WAITED, Lane, messages

CLOSE = 8


class Server:
    """As much of the Socket.IO server as the lane asks for."""

    def __init__(self):
        self.got, self.connected = [], True
        self.handlers = {"/": {"change": lambda *given: self.got.append(("change", *given)),
                               "signal": lambda *given: self.got.append(("signal", *given)), "join": None}}
        self.manager = SimpleNamespace(sid_from_eio_sid=lambda engine_id, _: f"sid of {engine_id}", is_connected=lambda *_: self.connected)


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def connection():
    made = SimpleNamespace(sid="e", upgraded=True, closed=False, pings=0)
    made.schedule_ping = lambda: setattr(made, "pings", made.pings + 1)
    return made


def test_changes_and_signals_reach_their_handlers(server, connection):
    lane = Lane(server, connection)
    assert lane.takes('42["change",{"change_id":"c","steps":["é"]}]'.encode())
    assert lane.takes(b'42["signal",{"cursor":[1,2]}]')
    assert server.got == [("change", "sid of e", {"change_id": "c", "steps": ["é"]}), ("signal", "sid of e", {"cursor": [1, 2]})]


def test_a_pong_is_noted(server, connection):
    assert Lane(server, connection).takes(b"3") and connection.pings == 1


@pytest.mark.parametrize("message", [
    b"", b"2", b"2probe", b"3probe", b"5", b"40", b'40{"token":"t"}', b"41", b'42["join",{}]', b'421["change",{}]',
    b'42/other,["change",{}]', b'42["change",{}', b'42["change",NaN]', b'42["change","\xff"]', b'42["change"]', b'42["change",1,2]',
    b'42["change', b'42["chang\\u0065",{}]', b'451-["change",{"_placeholder":true,"num":0}]', b"42[]", b'42{"a":1}'])
def test_all_else_goes_on_to_the_library(server, connection, message):
    assert not Lane(server, connection).takes(message)
    assert server.got == []


def test_nothing_is_taken_before_or_after_its_time(server, connection):
    lane, message = Lane(server, connection), b'42["change",{}]'
    server.connected = False
    assert not lane.takes(message)
    server.connected, connection.upgraded = True, False
    assert not lane.takes(message) and not lane.takes(b"3")
    connection.upgraded, connection.closed = True, True
    assert not lane.takes(message)


def test_a_handler_that_fails_ends_nothing(server, connection, caplog):
    def fail(*_given):
        raise RuntimeError("a bug")
    server.handlers["/"]["change"] = fail
    assert Lane(server, connection).takes(b'42["change",{}]')
    assert "a handler failed" in caplog.text


class WebSocket:
    """Gives these pieces to whoever reads, and remembers how it was closed."""

    max_frame_length = 1000

    def __init__(self, *pieces):
        self._pieces, self.closed_with, self.controls = list(pieces), None, []
        self.socket = SimpleNamespace(recv=lambda size: self._pieces.pop(0) if self._pieces else b"")

    def _handle_control_frame(self, opcode, payload):
        self.controls.append((opcode, payload))

    def close(self, close_data):
        self.closed_with = close_data[0]


def heard(*pieces, takes=lambda message: False, pause=lambda: None, clock=time.perf_counter):
    websocket = WebSocket(*pieces)
    return list(messages(websocket, takes, pause, clock)), websocket


def test_what_is_not_taken_comes_as_the_library_expects_it():
    got, websocket = heard(sent("é".encode()) + sent(b"\x00\x01", BINARY) + sent(b"", CLOSE))
    assert got == ["é", b"\x00\x01"] and websocket.controls == [(CLOSE, b"")] and websocket.closed_with is None


def test_what_is_taken_does_not_come():
    assert heard(sent(b"ours") + sent(b"theirs"), takes=lambda message: message == b"ours")[0] == ["theirs"]


@pytest.mark.parametrize(("stream", "status"), [
    (sent(b"\xff\xfe"), 1007), (sent(b"x", reserved=0x40), 1002), (sent(b"x" * 1001), 1009), (sent(b"x", CONTINUATION), 1002)])
def test_who_breaks_the_protocol_is_told_and_left(stream, status):
    got, websocket = heard(sent(b"before") + stream, sent(b"after"))
    assert got == ["before"] and websocket.closed_with == status


def test_one_who_sends_without_end_lets_others_have_their_turn():
    now, turns, done = [0.0], [], []

    def takes(message):
        done.append(message)
        now[0] += SLICE * 0.3        # so long it takes
        return True
    heard(*[sent(b"x") * 6] * 4, takes=takes, pause=lambda: turns.append(len(done)), clock=lambda: now[0])
    assert turns == [4, 8, 12, 16, 20, 24]


def test_one_who_was_waited_for_need_not_let_others_have_their_turn_again():
    now, turns = [0.0], []
    websocket = WebSocket(sent(b"x"), sent(b"y"))
    receive = websocket.socket.recv

    def slowly(size):
        now[0] += WAITED + SLICE
        return receive(size)
    websocket.socket.recv = slowly
    list(messages(websocket, lambda message: True, lambda: turns.append(1), lambda: now[0]))
    assert turns == []


# --- pings


class Pinged:
    def __init__(self, sid):
        self.sid, self.closed, self.closing, self.last_ping, self.board_ping_at, self.checked = sid, False, False, time.time(), NEVER, 0

    def check_ping_timeout(self):
        self.checked += 1


@pytest.fixture
def clocked(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    sockets = {}
    server = SimpleNamespace(ping_interval=10, ping_timeout=10, sockets=sockets, start_background_task=lambda work: None)
    written = []
    return SimpleNamespace(now=now, sockets=sockets, written=written, pings=Pings(server, written.append))


def test_a_ping_is_due_within_the_interval_and_once(clocked):
    one = clocked.sockets["a"] = Pinged("a")
    clocked.pings.schedule(one)
    assert one.last_ping is None and 1008 <= one.board_ping_at <= 1010
    clocked.now[0] = 1007
    clocked.pings.tick()
    assert clocked.written == []
    clocked.now[0] = 1010
    clocked.pings.tick()
    clocked.pings.tick()
    assert clocked.written == [one] and one.last_ping == 1010


def test_those_who_came_together_are_not_pinged_together(clocked):
    crowd = [Pinged(str(index)) for index in range(50)]
    for each in crowd:
        clocked.pings.schedule(each)
    assert len({each.board_ping_at for each in crowd}) > 40


def test_one_who_does_not_answer_is_looked_at_by_the_library(clocked):
    one = clocked.sockets["a"] = Pinged("a")
    clocked.pings.schedule(one)
    clocked.now[0] = 1010
    clocked.pings.tick()
    clocked.now[0] = 1019
    clocked.pings.tick()
    assert one.checked == 0
    clocked.now[0] = 1020.5
    clocked.pings.tick()
    assert one.checked == 1


def test_closed_ones_are_forgotten(clocked):
    clocked.sockets["a"], clocked.sockets["b"] = Pinged("a"), Pinged("b")
    clocked.sockets["a"].closed, clocked.sockets["b"].closing = True, True
    clocked.pings.tick()
    assert list(clocked.sockets) == ["b"]


# --- writing


class Lock:
    counter, _waiters = 1, ()

    def acquire(self):
        self.counter -= 1

    def release(self):
        self.counter += 1


def receiver(take=lambda framed: len(framed)):
    written = []

    def send(framed):
        count = take(framed)
        written.append(bytes(framed[:count]))
        return count
    websocket = SimpleNamespace(_sendlock=Lock(), socket=SimpleNamespace(
        sendall=lambda rest: written.append(bytes(rest)), shutdown=lambda how: written.append("hung up")))
    return SimpleNamespace(board_websocket=websocket, board_send=send, upgraded=True, upgrading=False, closed=False, written=written,
                           queue=SimpleNamespace(queue=[]))


def test_a_free_receiver_gets_the_frame_at_once():
    one = receiver()
    assert direct._write(one, b"frame") and one.written == [b"frame"]


@pytest.mark.parametrize("busy", [
    lambda one: one.queue.queue.append("before"), lambda one: setattr(one, "upgrading", True), lambda one: setattr(one, "upgraded", False),
    lambda one: one.board_websocket._sendlock.acquire(), lambda one: setattr(one.board_websocket._sendlock, "_waiters", ["somebody"]),
    lambda one: setattr(one, "board_websocket", None)],
    ids=["queue", "upgrading", "polling", "sending", "about to send", "no-websocket"])
def test_a_busy_receiver_gets_it_through_the_queue(busy):
    one = receiver()
    busy(one)
    assert not direct._write(one, b"frame") and one.written == []


def test_a_full_receiver_gets_it_through_the_queue():
    def full(framed):
        raise BlockingIOError
    assert not direct._write(receiver(full), b"frame")


def test_a_broken_receiver_is_its_readers_matter():
    def broken(framed):
        raise ConnectionResetError
    assert direct._write(receiver(broken), b"frame")


def test_the_rest_of_a_frame_follows_before_anything_else(monkeypatch):
    later = []
    monkeypatch.setattr(direct, "_spawn", lambda work, *given: later.append((work, given)))
    one = receiver(lambda framed: 2)
    assert direct._write(one, b"frame")
    assert not direct._write(one, b"next"), "the lock keeps everything else behind"
    work, given = later[0]
    work(*given)
    assert one.written == [b"fr", b"ame"] and one.board_websocket._sendlock.counter == 1


def test_who_gets_only_a_part_of_a_frame_is_hung_up_on(monkeypatch):
    monkeypatch.setattr(direct, "_spawn", lambda work, *given: work(*given))
    one = receiver(lambda framed: 2)

    def fail(rest):
        raise TimeoutError
    one.board_websocket.socket.sendall = fail
    assert direct._write(one, b"frame") and one.written == [b"fr", "hung up"]


def test_a_room_gets_one_message():
    one, gone, slow = receiver(), receiver(), receiver()
    gone.closed = True
    slow.queue.queue.append("before")
    queued = []
    eio = SimpleNamespace(sockets={"1": one, "2": gone, "3": slow}, send_packet=lambda *given: queued.append((given[0], given[1].data)))
    manager = SimpleNamespace(rooms={"/": {"room": {"a": "1", "b": "2", "c": "3", "d": "4"}}})
    socketio = SimpleNamespace(server=SimpleNamespace(eio=eio, manager=manager))
    assert direct.cast(socketio, "changes", {"seq": 1}, "room") == (3, 1)
    text = b'2["changes",' + orjson.dumps({"seq": 1}) + b"]"
    assert one.written == [direct.frame(b"4" + text)] and gone.written == [] and queued == [("3", text.decode())]
    assert direct.cast(socketio, "changes", {}, "nobody here") == (0, 0)
