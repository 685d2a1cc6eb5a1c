"""The bus: what waits is bounded, a Redis in trouble is left alone, what comes is not trusted."""
from __future__ import annotations

import orjson
import pytest
import redis

from board import bus as buses
from board.bus import MOST_WAITING, RedisBus
from board.concurrency import Inline


class Enough(BaseException):
    pass


class Clocked(Inline):
    def __init__(self, most=6):
        self.pauses, self._most = [], most

    def sleep(self, seconds):
        self.pauses.append(seconds)
        if len(self.pauses) == self._most:
            raise Enough


@pytest.fixture
def bus():
    return RedisBus("redis://127.0.0.1:1/0", Clocked())


class Pipeline:
    def __init__(self, sent, fails=False):
        self.sent, self._fails = sent, fails

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def publish(self, channel, message):
        self.sent.append((channel, orjson.loads(message)))

    def execute(self):
        if self._fails:
            raise redis.TimeoutError


def test_what_waits_is_bounded_and_of_numbers_only_the_last_is_kept(bus):
    for number in range(5000):
        bus.publish("b", {"seq": number})
        bus.publish("b", {"signals": {"s": number}})
    assert bus._numbers == {"b": {"seq": 4999}}
    assert len(bus._rest) == MOST_WAITING and bus._rest[-1] == ("b", {"signals": {"s": 4999}})


def test_nobody_waits_for_a_redis_that_is_away(bus):
    bus.publish("b", {"seq": 1})       # nothing runs that could send it
    assert not bus.up


def test_it_is_left_alone_longer_each_time_and_not_told_what_is_old(bus, monkeypatch):
    bus._client = type("Client", (), {"pipeline": lambda self, transaction: Pipeline([], fails=True)})()
    turns = []

    def wait():     # every other time there is nothing to say: that is no sign of life
        turns.append(len(turns) % 2)
        if turns[-1]:
            bus.publish("b", {"come": []})
    monkeypatch.setattr(bus._wake, "wait", wait)
    with pytest.raises(Enough):
        bus._repeat("send", bus._send)
    assert bus._concurrency.pauses == [0.5, 1.0, 2.0, 4.0, 5.0, 5.0]
    assert not bus.up and not bus._rest


def test_what_is_sent_carries_who_says_it(bus, monkeypatch):
    sent = []
    bus._client = type("Client", (), {"pipeline": lambda self, transaction: Pipeline(sent)})()
    waits = iter([lambda: bus.publish("b", {"seq": 3}), lambda: bus.publish("b", {"come": ["x"], "gone": []})])

    def wait():
        act = next(waits, None)
        if act is None:
            raise Enough
        act()
    monkeypatch.setattr(bus._wake, "wait", wait)
    with pytest.raises(Enough):
        bus._send(lambda: None)
    assert sent == [("board:b", {"seq": 3, "process": bus.process}), ("board:b", {"come": ["x"], "gone": [], "process": bus.process})]


def message(data, channel=b"board:b", kind="message"):
    return {"type": kind, "channel": channel, "data": data}


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b'{"seq": 1}', b'{"process": 3}', b"x" * (buses.LONGEST + 1), b"\xff"])
def test_rubbish_is_not_heard(bus, data):
    bus.hear = lambda *_: pytest.fail("heard")
    bus._take(message(data))


def test_others_are_heard_and_oneself_is_not(bus):
    heard, listening = [], []
    bus.hear = lambda board_id, told: heard.append((board_id, told))
    bus.listening = listening.append
    for who in (bus.process, "other"):
        bus._take(message(orjson.dumps({"seq": 7, "process": who})))
    bus._take(message(1, kind="subscribe"))
    bus._take(message(1, b"board:", "subscribe"))       # the channel that only keeps the line open
    bus._take({"type": "pong", "channel": None, "data": b""})
    assert heard == [("b", {"seq": 7, "process": "other"})] and listening == ["b"]
