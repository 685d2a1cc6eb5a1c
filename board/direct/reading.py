"""From a WebSocket to the handlers of the frequent events, without the library's layers in between.

The library reads each frame in four calls and unpacks a message three times over; that, not the database, bounds how
many changes a second one process takes. What is not one of these events goes on to the library as if nothing happened.
"""
from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from typing import Any

import orjson

from .frames import CONTROL, TEXT, FrameError, FrameReader

log = logging.getLogger(__name__)
BUFFER = 65_536
SLICE = 0.002           # seconds of one client's messages before the others have their turn
WAITED = 0.0005         # seconds after which they had it already
EVENTS = ("change", "signal")
_PONG = b"3"
_EVENT = b'42["'        # an event in the default namespace, without acknowledgement


class Lane:
    """Takes a connection's frequent messages out of its stream."""

    def __init__(self, server: Any, connection: Any) -> None:
        self._server, self._connection = server, connection
        self._sid = ""
        self._handlers: dict[bytes, Callable[..., Any]] = {}

    def takes(self, message: bytes) -> bool:
        """Whether this was one of ours, and is done."""
        connection = self._connection
        if not connection.upgraded or connection.closed:
            return False
        if message == _PONG:
            connection.schedule_ping()
            return True
        if message[:4] != _EVENT or not self._is_ready():
            return False
        handler = self._handlers.get(message[4:message.find(b'"', 4)])
        if handler is None:
            return False
        try:
            event = orjson.loads(message[2:])
        except orjson.JSONDecodeError:
            return False                # the library's parser takes more, and answers for what it cannot take
        if len(event) != 2:
            return False
        try:
            handler(self._sid, event[1])
        except Exception:
            log.exception("a handler failed")
        return True

    def _is_ready(self) -> bool:
        """Whether the client has opened the default namespace, which may close again."""
        manager = self._server.manager
        if not self._sid:
            self._sid = manager.sid_from_eio_sid(self._connection.sid, "/") or ""
            known = self._server.handlers.get("/", {})
            self._handlers = {name.encode(): known[name] for name in EVENTS if name in known}
        return bool(self._sid) and manager.is_connected(self._sid, "/")


def messages(websocket: Any, takes: Callable[[bytes], bool], pause: Callable[[], None],
             clock: Callable[[], float] = time.perf_counter) -> Iterator[str | bytes]:
    """What comes from the client and is nobody's business here. Closes the WebSocket when the client breaks the protocol."""
    from eventlet.websocket import ConnectionClosedError
    from eventlet.websocket import FailedConnectionError as Failed
    reader, receive = FrameReader(websocket.max_frame_length), websocket.socket.recv
    began = asked = clock()
    try:
        while data := receive(BUFFER):
            now = clock()
            if now - asked > WAITED:
                began = now
            for opcode, payload in reader.feed(data):
                if opcode >= CONTROL:
                    websocket._handle_control_frame(opcode, payload)
                elif opcode != TEXT:
                    yield payload
                elif not takes(payload):
                    yield payload.decode()
                if clock() - began > SLICE:
                    pause()
                    began = clock()
            asked = clock()
    except (FrameError, Failed) as error:
        websocket.close(close_data=(error.status, str(error)))
    except UnicodeDecodeError:
        websocket.close(close_data=(1007, "text must be UTF-8"))
    except ConnectionClosedError:
        return
    except Exception:
        websocket.close(close_data=(1011, "internal error"))
        raise
