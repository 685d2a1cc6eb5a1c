"""Messages straight between the sockets and the room; the library's queues where that cannot be done at once.

The stock path wakes a green thread and packs a frame for every receiver, about 60 µs each; this one costs about 10.
A frame is written directly only while nothing else is under way to that receiver: its queue is empty, nobody holds or
awaits the socket's send lock, and it is not changing from polling to WebSocket. So order is kept. `reading` and `pings`
spare as much on the way in.
"""
from __future__ import annotations

import socket
from typing import Any

import orjson
from engineio import packet as engine_packet
from flask_socketio import SocketIO

from .frames import frame, unmask
from .pings import NEVER, Pings
from .reading import Lane, messages

__all__ = ["cast", "frame", "is_possible", "prepare", "unmask"]
_PING = frame(b"2")


def is_possible(socketio: SocketIO) -> bool:
    """Whether the library is the one this was written for; otherwise the stock path serves."""
    try:
        from engineio.socket import Socket
        from eventlet.semaphore import Semaphore
        from eventlet.websocket import RFC6455WebSocket
    except ImportError:
        return False
    return (all(hasattr(Socket, name) for name in ("_websocket_handler", "poll", "schedule_ping", "check_ping_timeout"))
            and hasattr(RFC6455WebSocket, "_handle_control_frame") and all(hasattr(Semaphore(1), name) for name in ("counter", "_waiters"))
            and hasattr(socketio.server.manager, "rooms") and hasattr(socketio.server.eio, "start_service_task"))


def prepare(socketio: SocketIO) -> None:
    """Give this server's connections the direct way in and out."""
    import eventlet
    from engineio.socket import Socket
    server = socketio.server
    pings = Pings(server.eio, _ping)

    class DirectSocket(Socket):      # type: ignore[misc]
        board_websocket: Any = None
        board_send: Any = None          # the plain socket's own, which does not wait
        board_ping_at = NEVER

        def _websocket_handler(self, websocket: Any) -> Any:
            if hasattr(websocket, "iterator"):      # not a WebSocket of before the standard
                self.board_websocket, self.board_send = websocket, websocket.socket.fd.send
                websocket.iterator = messages(websocket, Lane(server, self).takes, lambda: eventlet.sleep(0))
            return super()._websocket_handler(websocket)

        def schedule_ping(self) -> None:
            pings.schedule(self)

        def poll(self) -> Any:
            # Pings do not come through the queue, so its silence says nothing; `pings` looks after dead connections.
            if not self.upgraded:
                return super().poll()
            packets = [self.queue.get()]
            while self.queue.qsize() and packets[-1] is not None:
                packets.append(self.queue.get())
            for _ in packets:
                self.queue.task_done()
            if packets[-1] is None and len(packets) > 1:
                self.queue.put(packets.pop())
            return [] if packets == [None] else packets

    def make(eio: Any, engine_id: str) -> DirectSocket:
        return DirectSocket(eio, engine_id)
    from engineio import server as engine_server
    server.eio.start_service_task = False       # `pings` does its work
    engine_server.socket = _Sockets(engine_server.socket, make, server.eio)


class _Sockets:
    """Stands for the library's module `socket` in its server, so that only our server's connections are ours."""

    def __init__(self, stock: Any, make: Any, eio: Any) -> None:
        self._stock, self._make, self._eio = stock, make, eio

    def Socket(self, eio: Any, engine_id: str) -> Any:     # noqa: N802, the library's name
        return self._make(eio, engine_id) if eio is self._eio else self._stock.Socket(eio, engine_id)


def cast(socketio: SocketIO, event: str, message: Any, room: str) -> tuple[int, int]:
    """Send to everybody in the room. To how many it was written, for how many it was queued."""
    server = socketio.server
    text = b"2" + orjson.dumps([event, message])
    framed, queued = frame(b"4" + text), None
    sockets = server.eio.sockets
    room_members = server.manager.rooms.get("/", {}).get(room)
    everybody = list(room_members.values()) if room_members else ()
    waiting = 0
    for engine_id in everybody:
        connection = sockets.get(engine_id)
        if connection is not None and not connection.closed and not _write(connection, framed):
            if queued is None:
                queued = engine_packet.Packet(engine_packet.MESSAGE, text.decode())
            server.eio.send_packet(engine_id, queued)
            waiting += 1
    return len(everybody) - waiting, waiting


def _ping(connection: Any) -> None:
    if not _write(connection, _PING):
        connection.send(engine_packet.Packet(engine_packet.PING))


def _write(connection: Any, framed: bytes) -> bool:
    """Write the frame now; False when it has to go through the queue. A part that the kernel did not take follows
    under the send lock, which keeps everything else behind it."""
    websocket = connection.board_websocket
    if websocket is None or not connection.upgraded or connection.upgrading or connection.queue.queue:
        return False
    lock = websocket._sendlock
    if lock.counter != 1 or lock._waiters:      # `balance` says the same, in a call of its own for every receiver
        return False
    try:
        written = connection.board_send(framed)
    except BlockingIOError:
        return False
    except OSError:
        return True        # the connection is going down, its own reader will notice
    if written < len(framed):
        lock.acquire()     # free, as seen above: this does not wait
        _spawn(_finish, websocket, lock, framed[written:])
    return True


def _finish(websocket: Any, lock: Any, rest: bytes) -> None:
    try:
        websocket.socket.sendall(rest)
    except OSError:
        _hang_up(websocket)     # in the middle of a frame nothing else may follow
    finally:
        lock.release()


def _hang_up(websocket: Any) -> None:
    try:
        websocket.socket.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass                    # it is down already


def _spawn(work: Any, *arguments: Any) -> None:
    import eventlet
    eventlet.spawn_n(work, *arguments)
