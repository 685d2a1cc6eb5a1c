"""The rules E and D over the socket: joining, answers, presence, signals."""
from __future__ import annotations

import pytest

from board import presence, socketio_of
from board.presence import clean_signal
from board.sockets import _catch_up

CHANGE = {"change_id": "c", "steps": [["add", "note", {"id": "n", "kind": "challenge", "theme": "data"}]]}


def connects(board, auth=None, cookies=None):
    headers = {"Cookie": cookies} if cookies else None
    return socketio_of(board.hall.app).test_client(board.hall.app, auth=auth, headers=headers)


@pytest.mark.parametrize("payload", [
    None, "x", 1, [], {}, {"board": None}, {"board": 1}, {"board": ["b"]}, {"since": 1}, {"board": "BOARD", "role": "facilitator"},
    {"board": "BOARD", "low": 1}, {"board": "BOARD", "low": "yes"}, {"board": "BOARD", "low": None},
    {"board": "BOARD", "since": "1"}, {"board": "BOARD", "since": True}, {"board": "BOARD", "since": 1.0}, {"board": "BOARD", "since": -1}])
def test_e1_a_join_that_is_none_is_answered_malformed(board, ana, payload):
    if isinstance(payload, dict) and payload.get("board") == "BOARD":
        payload = {**payload, "board": board.id}
    answer = ana.emits("join", payload, ack=True)
    assert answer["ok"] is False and answer["reason"] == "malformed"


@pytest.mark.parametrize("name", ["", "x" * 12, "\0", "../" * 4, "ABCDEFGHJKLM", "é" * 12, "\ud800"])
def test_e1_d6_a_board_there_is_none_of_is_not_found(ana, name):
    socketio_of(ana.board.hall.app).server._handle_eio_message(
        ana.socket.eio_sid, '27["join",{"board":"' + name.encode("unicode_escape").decode().replace("\\x", "\\u00") + '"}]')
    ana.socket.get_received()
    assert ana.socket.acks["args"] == [{"ok": False, "reason": "not_found"}]


def test_e1_a_bug_is_answered_too(hall, board, ana, monkeypatch):
    monkeypatch.setattr("board.sockets.access.take_seat", lambda *_: 1 / 0)
    assert ana.emits("join", {"board": board.id}, ack=True) == {"ok": False, "reason": "unavailable", "retry_after": 5}
    monkeypatch.setattr("board.sockets.parse_change", lambda *_: 1 / 0)
    ana.heard()
    ana.emits("change", CHANGE)
    assert ana.heard() == [("outcome", {"change_id": "c", "ok": False, "reason": "unavailable", "retry_after": 5})]


def test_e1_a_stopped_database_is_answered_storage(hall, board, ana, monkeypatch):
    from sqlalchemy.exc import OperationalError

    def refuse(*_):
        raise OperationalError("SELECT", {}, Exception("gone"))
    monkeypatch.setattr(hall.parts.database, "read", refuse)
    assert ana.emits("join", {"board": board.id}, ack=True) == {"ok": False, "reason": "storage", "retry_after": 2}


def test_e1_draining_is_answered_unavailable(hall, ana):
    hall.parts.queues.closed = True
    assert ana.changes(*CHANGE["steps"]) | {"change_id": ""} == {"change_id": "", "ok": False, "reason": "unavailable", "retry_after": 3}
    assert ana.post("changes", json=CHANGE).status_code == 503


def test_e2_before_join_nothing_is_changed_and_nothing_heard(board, ana):
    person = board.seats("Late", joins=False)
    person.connects()
    person.emits("change", CHANGE)
    person.emits("signal", {"cursor": [1, 1]})
    assert person.heard() == [("outcome", {"change_id": "c", "ok": False, "reason": "not_found"})]
    ana.adds_note()
    assert person.heard() == []


@pytest.mark.parametrize("auth", [None, {}, {"token": ""}, {"token": None}, {"token": 1}, {"token": "wrong"}, {"token": ["x"]}, "token",
                                  {"token": "\0"}])
def test_d6_who_has_no_seat_does_not_join(board, auth):
    socket = connects(board, auth)
    assert socket.emit("join", {"board": board.id}, callback=True) == {"ok": False, "reason": "not_found"}


def test_d6_a_seat_of_another_board_opens_nothing_here(hall, board):
    eve = hall.makes_board().seats("Eve", role="facilitator")
    assert connects(board, {"token": eve.token}).emit("join", {"board": board.id}, callback=True) == {"ok": False, "reason": "not_found"}
    cookie = f"seat-{board.id}={eve.token}"
    assert connects(board, cookies=cookie).emit("join", {"board": board.id}, callback=True) == {"ok": False, "reason": "not_found"}


def test_d1_the_cookie_opens_the_socket_as_the_token_does(board, ana):
    answer = connects(board, cookies=f"other=1; seat-{board.id}={ana.token}").emit("join", {"board": board.id}, callback=True)
    assert answer["ok"] and answer["seat"] == ana.seat and answer["role"] == "participant"


@pytest.mark.parametrize("cookies", ["", ";;;", "=", 'seat-BOARD="', "seat-BOARD", "\x01=\x02", "a" * 9000])
def test_e1_broken_cookies_are_no_seat(board, cookies):
    answer = connects(board, cookies=cookies.replace("BOARD", board.id)).emit("join", {"board": board.id}, callback=True)
    assert answer == {"ok": False, "reason": "not_found"}


def test_one_connection_stays_on_one_board(hall, board, ana):
    other = hall.makes_board()
    http = ana.http
    made = http.post(f"/api/boards/{other.id}/seats", json={"key": other.key("viewer"), "name": "Ana"}).json
    socket = connects(board, cookies=f"seat-{board.id}={ana.token}; seat-{other.id}={made['token']}")
    assert socket.emit("join", {"board": board.id}, callback=True)["ok"]
    assert socket.emit("join", {"board": other.id}, callback=True) == {"ok": False, "reason": "forbidden"}


def test_d5_the_role_is_read_anew_for_every_change(ana, fatima):
    assert ana.changes(["add", "note", {"id": "n1", "kind": "challenge", "theme": "data"}])["ok"]
    fatima.changes(["set", "seat", ana.seat, {"role": "viewer"}])
    assert ana.changes(["set", "note", "n1", {"x": 1}])["reason"] == "forbidden"
    assert ana.post("changes", json={"change_id": "h", "steps": [["set", "note", "n1", {"x": 1}]]}).status_code == 403
    fatima.changes(["set", "seat", ana.seat, {"role": "facilitator"}])
    assert ana.changes(["set", "theme", "data", {"title": "Data"}])["ok"]


def test_two_tabs_are_one_seat(ana, olga):
    second = connects(ana.board, {"token": ana.token})
    answer = second.emit("join", {"board": ana.board.id}, callback=True)
    assert answer["seat"] == ana.seat and sorted(answer["here"]) == sorted([ana.seat, olga.seat])
    olga.heard()
    second.disconnect()
    assert olga.heard("people") == [], "the first tab is still here"
    ana.leaves()
    assert olga.heard("people") == [{"come": [], "gone": [ana.seat]}]


def test_people_come_and_go(board, ana):
    ana.heard()
    olga = board.seats("Olga", joins=False)
    answer = olga.joins()
    assert sorted(answer["here"]) == sorted([ana.seat, olga.seat]) and answer["seat"] == olga.seat
    assert {"come": [olga.seat], "gone": []} in ana.heard("people")
    olga.leaves()
    signals = [message for name, message in ana.heard() if name in ("people", "signals")]
    assert {"come": [], "gone": [olga.seat]} in signals and {olga.seat: {"cursor": None, "drag": None, "typing": None}} in signals


def test_an_empty_board_keeps_nothing_of_who_was_there(hall, ana):
    ana.emits("signal", {"cursor": [1, 1]})
    ana.leaves()
    assert hall.parts.presence.boards() == [] and hall.parts.presence.count() == 0
    assert hall.parts.presence._signals == {} and hall.app.extensions["sockets"]._connections == {}


@pytest.mark.parametrize("signal", [
    {"cursor": [1, 2.5]}, {"cursor": None}, {"drag": {"n1": [1, 2]}}, {"drag": None}, {"drag": {}}, {"typing": "n1"}, {"typing": None},
    {"cursor": [-1_000_000, 1_000_000], "drag": {"n1": [0, 0]}, "typing": "n1"}])
def test_e3_a_signal_is_passed_on_and_neither_stored_nor_numbered(ana, olga, signal):
    before = ana.snapshot()
    olga.heard()
    ana.emits("signal", signal)
    assert olga.heard() == [("signals", {ana.seat: signal})]
    assert ana.snapshot() == before


BAD_SIGNALS = [
    None, 1, "x", [], {}, {"cursor": [1]}, {"cursor": [1, 2, 3]}, {"cursor": "1,2"}, {"cursor": [True, 1]}, {"cursor": ["1", 2]},
    {"cursor": [1e9, 0]},
    {"cursor": [10**400, 0]}, {"cursor": [float("nan"), 0]}, {"cursor": [float("inf"), 0]}, {"cursor": {"x": 1}}, {"typing": 1},
    {"typing": ""},
    {"typing": "a b"}, {"typing": "\ud800"}, {"drag": []}, {"drag": {"n1": 1}}, {"drag": {"n1": [1]}}, {"drag": {"a b": [1, 1]}},
    {"drag": {"\ud800": [1, 1]}},
    {"drag": {"": [1, 1]}}, {"drag": {f"n{n}": [0, 0] for n in range(501)}}, {"name": "Ana"}, {"cursor": [1, 1], "view": "x"},
    {"cursor": [1, 1], "seat": "x"}]


@pytest.mark.parametrize("signal", BAD_SIGNALS, ids=lambda signal: repr(signal)[:40])
def test_e3_a_malformed_signal_is_dropped_without_a_word(ana, olga, signal):
    assert clean_signal(signal) is None
    olga.heard(), ana.heard()
    ana.emits("signal", None if "\\u" in repr(signal) or "nan" in repr(signal) or "1000000000000" in repr(signal) else signal)
    assert olga.heard() == [] == ana.heard()


class Waiting:
    """A tick that comes when the test says so."""

    def __init__(self):
        self.work = []

    def spawn(self, work, *arguments):
        self.work.append(lambda: work(*arguments))

    def sleep(self, seconds):
        pass

    def ticks(self):
        work, self.work = self.work, []
        for each in work:
            each()


@pytest.fixture
def room():
    sent, waiting = [], Waiting()
    made = presence.Presence(waiting, lambda board_id, event, message: sent.append((board_id, event, message)))
    made.enter("b", "ana", "1"), made.enter("b", "olga", "2")
    waiting.ticks()
    sent.clear()
    return made, waiting, sent


def test_e3_signals_are_merged_over_a_short_time(room):
    made, waiting, sent = room
    for x in range(10):
        made.signal("b", "ana", {"cursor": [x, 0]})
    made.signal("b", "ana", {"drag": {"n1": [1, 1]}})
    made.signal("b", "ana", {"drag": {"n2": [2, 2]}})
    made.signal("b", "olga", {"typing": "n1"})
    waiting.ticks()
    assert sent == [("b", "signals", {"ana": {"cursor": [9, 0], "drag": {"n1": [1, 1], "n2": [2, 2]}}, "olga": {"typing": "n1"}})]
    waiting.ticks()
    assert len(sent) == 1


def test_who_comes_and_goes_within_a_tick_is_told_once(room):
    made, waiting, sent = room
    for connection in range(5):
        made.enter("b", "eve", str(connection))
        made.leave("b", "eve", str(connection))
    waiting.ticks()
    assert ("b", "people", {"come": [], "gone": ["eve"]}) in sent and len([each for each in sent if each[1] == "people"]) == 1
    made.leave("b", "nobody", "9"), made.leave("nowhere", "nobody", "9")
    waiting.ticks()


def test_e3_signals_beyond_the_rate_are_dropped_rather_than_delayed(hall, ana, olga, monkeypatch):
    from board.sockets import SIGNALS_A_SECOND
    connection = next(each for each in hall.app.extensions["sockets"]._connections.values() if each.seat_id == ana.seat)
    monkeypatch.setattr(connection.signals, "_clock", lambda at=connection.signals._at: at)
    connection.signals._level = connection.signals.burst
    olga.heard()
    for x in range(SIGNALS_A_SECOND + 20):
        ana.emits("signal", {"cursor": [x, 0]})
    assert len(olga.heard("signals")) == SIGNALS_A_SECOND
    assert ana.changes(*CHANGE["steps"])["ok"], "changes are not held back by signals"


def test_e1_who_sends_much_that_is_refused_is_read_more_slowly(hall, ana, olga, monkeypatch):
    from board.sockets import REFUSALS_AT_ONCE
    slept = []
    monkeypatch.setattr(hall.parts.concurrency, "sleep", slept.append)
    for connection in hall.app.extensions["sockets"]._connections.values():
        monkeypatch.setattr(connection.refusals, "_clock", lambda at=connection.refusals._at: at)
    for _ in range(REFUSALS_AT_ONCE):
        ana.emits("change", {"steps": None})
    assert not slept
    ana.emits("change", {"steps": None})
    assert slept == [0.01]
    olga.emits("change", {"steps": None})
    assert len(slept) == 1, "each for oneself"


def test_e4_who_spares_the_line_hears_changes_and_no_pointers(board, ana, olga):
    ana.joins(low=True)
    olga.emits("signal", {"cursor": [1, 2], "typing": "n"})
    note = olga.adds_note("Seen all the same")
    heard = ana.heard()
    assert [name for name, _ in heard] == ["changes"]
    assert heard[0][1]["changes"][0]["steps"][0][2]["id"] == note["id"]


def test_e4_joining_again_changes_it_without_a_gap(board, ana, olga):
    seq = ana.joins(low=True)["seq"]
    olga.adds_note("one")
    answer = ana.joins(since=seq, low=False)
    assert [change["seq"] for change in answer["changes"]] == [seq + 1]
    olga.emits("signal", {"cursor": [1, 2]})
    olga.adds_note("two")
    assert [name for name, _ in ana.heard()] == ["signals", "changes"]
    ana.joins(since=seq, low=True)
    olga.emits("signal", {"cursor": [3, 4]})
    assert ana.heard("signals") == []


def test_e4_who_has_left_is_not_gathered_for(board, ana, olga):
    ana.joins(low=True)
    ana.leaves()
    olga.adds_note("nobody there")
    ana.joins(low=True)
    olga.adds_note("there again")
    assert len(ana.heard("changes")) == 1


def test_e4_who_is_gone_before_being_let_in_is_not_gathered_for(hall, board, ana, monkeypatch):
    sockets = hall.app.extensions["sockets"]
    ana.leaves()
    ana.connects()

    def hangs_up(*given):
        for connection_id in list(sockets._connections):
            sockets.on_disconnect(connection_id)
        return _catch_up(*given)
    monkeypatch.setattr("board.sockets._catch_up", hangs_up)
    assert ana.emits("join", {"board": board.id, "low": True}, ack=True) == {"ok": False, "reason": "not_found"}
    assert not sockets._low_data._boards
