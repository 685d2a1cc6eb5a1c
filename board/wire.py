"""How messages leave: the Socket.IO server's settings, and the mending of the library's slow or open defaults.

Everything about the cost of fan-out belongs here, so that it can be made faster in one place.
"""
from __future__ import annotations

import json
import logging
import socket
from collections.abc import Callable
from typing import Any

import orjson
from flask import Flask
from flask_socketio import SocketIO

from . import direct, metrics

log = logging.getLogger(__name__)
MAX_MESSAGE = 100_000        # bytes of one socket message: a change of 64 KB and its frame
MAX_QUEUED = 500             # messages that may wait for one slow reader; beyond that it is dropped and catches up


MALFORMED_EVENT = "malformed"


class Json:
    """orjson in the shape the Socket.IO library asks for. What it refuses still reaches a handler that can answer:
    the standard parser lets NaN and lone surrogates through to `protocol`, and what no parser takes becomes an event
    of its own (the library would log a traceback for each and leave the sender waiting)."""

    @staticmethod
    def dumps(value: Any, **_ignored: Any) -> str:
        return orjson.dumps(value).decode()

    @staticmethod
    def loads(text: str | bytes, **_ignored: Any) -> Any:
        try:
            return orjson.loads(text)
        except orjson.JSONDecodeError:
            if text[:1] not in ("[", "{"):
                raise      # the transport layer tries every message as JSON first, and wants to hear that it is not
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return [MALFORMED_EVENT]


def make_socketio(app: Flask, *, async_mode: str, origins: tuple[str, ...], direct_send: bool = True) -> SocketIO:
    """The Socket.IO server. `direct_send`: write frames straight to the sockets where the library allows it."""
    from engineio.payload import Payload
    Payload.max_decode_packets = 100     # a polling client may send a burst after being away
    if async_mode == "eventlet":
        _mend_eventlet()
    socketio = SocketIO(
        app, async_mode="eventlet" if async_mode == "eventlet" else "threading",
        async_handlers=False,            # a client's changes keep their order
        manage_session=False, always_connect=False,
        cors_allowed_origins=_origin_check(origins) if origins else None,     # None: the address asked for, no other
        ping_interval=10, ping_timeout=10, max_http_buffer_size=MAX_MESSAGE, monitor_clients=True,
        http_compression=True, json=Json, cookie=None, logger=False, engineio_logger=False)
    socketio.server.board_direct = direct_send and async_mode == "eventlet" and direct.is_possible(socketio)
    if socketio.server.board_direct:
        direct.prepare(socketio)
    return socketio


def _origin_check(origins: tuple[str, ...]) -> Callable[[str | None, dict[str, Any]], bool]:
    """Who may open a socket: these origins and, as without them, the address that was asked for."""
    def may(origin: str | None, environ: dict[str, Any]) -> bool:
        scheme = environ.get("HTTP_X_FORWARDED_PROTO", environ["wsgi.url_scheme"]).split(",")[0].strip()
        host = environ.get("HTTP_X_FORWARDED_HOST", environ.get("HTTP_HOST", "")).split(",")[0].strip()
        return origin in origins or origin == f"{scheme}://{host}"
    return may


def send(socketio: SocketIO, event: str, message: Any, *, to: str) -> None:
    """Send to a room or one connection, encoded once."""
    if socketio.server.board_direct:
        written, queued = direct.cast(socketio, event, message, to)
        metrics.sent(direct=written, queued=queued)
    else:
        socketio.server.emit(event, message, to=to)
        metrics.sent(queued=sum(1 for _ in socketio.server.manager.get_participants("/", to)))


def drop_slow(socketio: SocketIO) -> int:
    """Close connections with too much waiting for them. Their clients come back and catch up by number."""
    slow = [each for each in list(socketio.server.eio.sockets.values())
            if getattr(each, "queue", None) is not None and each.queue.qsize() > MAX_QUEUED]
    for each in slow:
        each.close(wait=False, abort=True)
    metrics.slow_readers.inc(len(slow))
    return len(slow)


def close(socketio: SocketIO, connection_id: str) -> None:
    """Close one connection so that its client comes back by itself."""
    engine_id = socketio.server.manager.eio_sid_from_sid(connection_id, "/")
    connection = socketio.server.eio.sockets.get(engine_id)
    if connection is not None:
        connection.close(wait=False, abort=True)


def close_all(socketio: SocketIO) -> None:
    """Close every connection at once so that clients come back by themselves (`server.disconnect` would tell polling
    clients to stay away)."""
    for each in list(socketio.server.eio.sockets.values()):
        each.close(wait=False, abort=True)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket without Nagle's delay (connections inherit it on Linux)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.bind((host, port))
    made.listen(1024)
    return made


def _mend_eventlet() -> None:
    from eventlet import websocket

    def apply_mask(payload: bytes, mask: bytes, length: int | None = None, offset: int = 0) -> bytes:
        return direct.unmask(payload if length is None else payload[:length], mask, offset)
    websocket.RFC6455WebSocket._apply_mask = staticmethod(apply_mask)
    # Compression per receiver costs up to half of a room's time, and lets a sender choose how much work to cause.
    websocket.WebSocketWSGI._negotiate_permessage_deflate = lambda self, extensions: None
