"""Frames and messages: unmasking is right and quick, JSON is strict, listening sockets do not dawdle."""
from __future__ import annotations

import socket
import time

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from board import wire
from board.direct import unmask


def byte_by_byte(payload, mask, offset):
    return bytes(each ^ mask[(index + offset) % 4] for index, each in enumerate(payload))


@given(st.binary(max_size=200), st.binary(min_size=4, max_size=4), st.integers(0, 9))
def test_unmasking_is_what_the_standard_says(payload, mask, offset):
    assert unmask(payload, mask, offset) == byte_by_byte(payload, mask, offset)


@given(st.binary(max_size=100), st.binary(min_size=4, max_size=4))
def test_unmasking_twice_gives_back_what_was_there(payload, mask):
    assert unmask(unmask(payload, mask), mask) == payload


@given(st.binary(min_size=2, max_size=100), st.binary(min_size=4, max_size=4), st.data())
def test_a_frame_in_two_parts_is_unmasked_like_one(payload, mask, data):
    cut = data.draw(st.integers(0, len(payload)))
    assert unmask(payload[:cut], mask) + unmask(payload[cut:], mask, cut) == unmask(payload, mask)


def test_a_large_frame_holds_nobody_up():
    payload = bytes(100_000)
    started = time.perf_counter()
    unmask(payload, b"abcd")
    assert time.perf_counter() - started < 0.01


@pytest.mark.parametrize("value", ["\ud800", {"a": "\udfff"}, object(), {1}])
def test_what_is_no_json_is_never_sent(value):
    with pytest.raises((TypeError, orjson.JSONEncodeError)):
        wire.Json.dumps(value)


def test_c2_what_the_quick_parser_refuses_still_reaches_somebody_who_answers():
    event = wire.Json.loads('["change", {"change_id": "c", "steps": [["set", "note", "n", {"x": NaN, "text": "\\ud800"}]]}]')
    assert event[0] == "change" and event[1]["steps"][0][3]["text"] == "\ud800"


def test_a_server_hears_what_it_listens_to_without_delay():
    listener = wire.listen("127.0.0.1", 0)
    try:
        assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        with socket.create_connection(listener.getsockname()) as client:
            served, _ = listener.accept()
            client.sendall(b"x")
            assert served.recv(1) == b"x" and served.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            served.close()
    finally:
        listener.close()


def test_the_socket_server_keeps_order_and_bounds(hall):
    from board import socketio_of
    server = socketio_of(hall.app).server
    assert server.async_handlers is False
    assert server.eio.max_http_buffer_size == wire.MAX_MESSAGE > 64 * 1024
    assert server.eio.cors_allowed_origins != [], "an empty list would switch the check of Origin off"
    from engineio.payload import Payload
    assert Payload.max_decode_packets == 100
