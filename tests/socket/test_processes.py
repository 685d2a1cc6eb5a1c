"""Two processes on one database, step by step: what each tells its people of what the other has committed."""
from __future__ import annotations

import itertools

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from board import create_app, feed
from board.sync import BOARDS
from config import Settings
from hall import BoardInHall, Hall

AWAY = OperationalError("select", {}, Exception("away"))


class Wire:
    """Carries hints between processes, at once, while it is whole."""

    def __init__(self, *halls):
        self.whole, self.said = False, []
        self.buses = [processes(hall).bus for hall in halls]
        for bus in self.buses:
            bus.publish = lambda board_id, message, bus=bus: self.publish(bus, board_id, message)

    def publish(self, bus, board_id, message):
        self.said.append(message)
        for each in self.buses:
            if self.whole and each is not bus:
                each.hear(board_id, {**message, "process": bus.process})


def processes(hall):
    return hall.app.extensions["sockets"].processes


@pytest.fixture
def twins(open_hall):
    one = open_hall()
    app = create_app(Settings(data=one.parts.settings.data, async_mode="inline", rate_changes=0, rate_notes=0))
    app.testing = True
    other = Hall(app)
    yield one, other
    other.parts.database.dispose()


@pytest.fixture
def wire(twins):
    return Wire(*twins)


@pytest.fixture
def people(twins, wire):
    """Ana on one process, Olga (a facilitator) on the other."""
    one, other = twins
    board = one.makes_board()
    there = BoardInHall(other, {"board": board.id, "code": board.code, "links": board.links})
    ana, olga = board.seats("Ana"), there.seats("Olga", role="facilitator")
    for hall in twins:
        processes(hall).look()
    ana.heard()
    olga.heard()
    return ana, olga


def numbers(person):
    """The numbers of the changes that came, checked for holes: each message begins where the last ended."""
    messages = person.heard("changes")
    for before, after in itertools.pairwise(messages):
        assert after["after"] == before["seq"]
    return [change["seq"] for message in messages for change in message["changes"]]


def moves(person, *xs):
    return [person.changes(["set", "note", "n1", {"x": x}])["seq"] for x in xs]


@pytest.fixture
def started(people):
    ana, olga = people
    ana.adds_note(id="n1")
    processes(olga.board.hall).look()
    ana.heard()
    olga.heard()
    return people


def test_a_look_brings_what_another_process_committed_once(started, twins):
    ana, olga = started
    sent = moves(ana, 1, 2, 3)
    assert numbers(olga) == []
    processes(twins[1]).look()
    processes(twins[1]).look()
    assert numbers(olga) == sent


def test_ones_own_change_comes_after_those_of_others_before_it(started):
    ana, olga = started
    sent = moves(ana, 1, 2)
    olga.emits("change", {"change_id": "mine", "steps": [["set", "note", "n1", {"x": 9}]]})
    assert numbers(olga) == [*sent, sent[-1] + 1]


def test_a_hint_brings_it_at_once(started, wire):
    ana, olga = started
    wire.whole = True
    assert moves(ana, 1, 2) == numbers(olga)
    assert all(set(message) == {"seq"} for message in wire.said[-2:]), "no hint tells what a change is"


def test_a_hint_is_looked_up_not_believed(started, twins):
    ana, olga = started
    processes(twins[1]).neighbours._hear(olga.board.id, {"process": "liar", "seq": 10**9})
    assert olga.heard() == []
    assert [olga.changes(["set", "note", "n1", {"x": 5}])["ok"]] == [True]


def test_s6_a_number_whose_changes_were_not_sent_is_not_announced(started, twins, monkeypatch):
    ana, olga = started
    before = ana.snapshot()["seq"]
    sent = moves(ana, 1)
    with monkeypatch.context() as patch:
        patch.setattr(twins[1].parts.database, "read", lambda *_: (_ for _ in ()).throw(AWAY))
        with pytest.raises(OperationalError):
            twins[1].app.extensions["sockets"].heartbeat()
    assert [(message["seq"], message["changes"]) for message in olga.heard("changes")] == [(before, [])]
    twins[1].app.extensions["sockets"].heartbeat()
    messages = olga.heard("changes")
    assert [message["seq"] for message in messages] == sent * 2 and [len(message["changes"]) for message in messages] == [1, 0]


def test_changes_that_cannot_be_read_yet_hold_ones_own_back(started, twins, monkeypatch):
    ana, olga = started
    sent = moves(ana, 1)
    with monkeypatch.context() as patch:
        patch.setattr(feed, "_beyond", lambda *_: (_ for _ in ()).throw(AWAY))
        olga.emits("change", {"change_id": "mine", "steps": [["set", "note", "n1", {"x": 9}]]})
        assert numbers(olga) == []
    processes(twins[1]).look()
    assert numbers(olga) == [*sent, sent[-1] + 1]


def test_p8_what_is_too_far_behind_is_fetched_anew_and_secrets_follow(started, twins, monkeypatch):
    ana, olga = started
    monkeypatch.setattr(feed, "CATCH_UP", 2)
    eve = BoardInHall(twins[0], {"board": ana.board.id, "code": ana.board.code, "links": ana.board.links}).seats("Eve", role="facilitator")
    assert eve.changes(["set", "board", ana.board.id, {"private": True}])["ok"]
    sent = moves(ana, 1, 2, 3)
    processes(twins[1]).look()
    message, = olga.heard("changes")
    assert (message["after"], message["seq"], message["changes"]) == (sent[-1], sent[-1], [])
    olga.emits("signal", {"cursor": [1, 1]})
    assert olga.heard("signals") == []


@pytest.mark.parametrize("hinted", [True, False])
def test_d9_whoever_is_removed_elsewhere_is_put_out(started, twins, wire, hinted):
    ana, olga = started
    wire.whole = hinted
    assert olga.post(f"seats/{ana.seat}/remove").status_code == 200
    for _ in range(5):
        processes(twins[0]).look()
    assert not ana.socket.is_connected() and olga.socket.is_connected()


def test_a_board_that_is_gone_puts_everybody_out(started, twins):
    ana, olga = started
    with sa.create_engine(twins[0].parts.settings.database).begin() as connection:
        connection.execute(sa.text("pragma foreign_keys=on"))
        connection.execute(BOARDS.delete().where(BOARDS.c.id == ana.board.id))
    connection.engine.dispose()
    for hall in twins:
        processes(hall).look()
    assert not ana.socket.is_connected() and not olga.socket.is_connected()


def test_live_totals_are_counted_by_one_process(started, twins, wire):
    ana, olga = started
    assert olga.changes(["add", "round", {"id": "r1", "title": "First", "votes": 3, "live": True}])["ok"]
    assert olga.changes(["set", "round", "r1", {"state": "open"}])["ok"]
    processes(twins[0]).look()
    wire.whole = True
    before = ana.snapshot()["seq"]
    assert ana.changes(["add", "vote", {"id": "v1", "round": "r1", "target": "n1"}])["ok"]
    assert ana.snapshot()["seq"] == before + 2, "the vote and the total"
    assert olga.snapshot()["records"]["round"][0]["results"]["targets"][0][:2] == ["n1", 1]


def test_people_and_signals_are_passed_on_and_forgotten_with_their_process(started, twins, wire, monkeypatch):
    ana, olga = started
    wire.whole = True
    for hall in twins:
        processes(hall).neighbours._ask(ana.board.id)
    assert olga.heard("people") == [{"come": [ana.seat], "gone": []}]
    assert ana.heard("people") == [{"come": [olga.seat], "gone": []}]
    assert set(olga.joins()["here"]) == {ana.seat, olga.seat}
    ana.emits("signal", {"cursor": [1, 2], "view": [0, 0, 1, 1]})
    assert olga.heard("signals") == [{ana.seat: {"cursor": [1, 2]}}], "a view is passed on of the leader alone"
    wire.whole = False
    from board import neighbours
    late = neighbours.time.monotonic() + neighbours.EXPIRE + 1
    monkeypatch.setattr(neighbours.time, "monotonic", lambda: late)
    processes(twins[1]).neighbours.look()
    assert olga.heard("people") == [{"come": [], "gone": [ana.seat]}]


def test_who_is_on_two_processes_neither_comes_nor_goes_with_one(started, twins, wire):
    ana, olga = started
    wire.whole = True
    for hall in twins:
        processes(hall).neighbours._ask(ana.board.id)
    again = type(ana)(olga.board, ana.http, {"seat": ana.seat, "token": ana.token, "role": ana.role})
    olga.heard()
    again.joins()
    again.leaves()
    assert olga.heard("people") == []


@pytest.mark.parametrize("rubbish", [{"here": "all"}, {"come": [1, None]}, {"signals": {"x": {"cursor": "far"}}}, {"signals": []},
                                     {"seq": True}, {"seq": "7"}, {"here": [["x"]]}, {}])
def test_rubbish_from_the_bus_is_nobodys_trouble(started, twins, rubbish):
    ana, olga = started
    processes(twins[1]).neighbours._hear(olga.board.id, {"process": "x", **rubbish})
    assert olga.heard() == []
