"""One frame for a whole room, written straight to its sockets; the library's queues where that cannot be done at once.

The stock path wakes a green thread and packs a frame for every receiver, about 60 µs each; this one costs about 10.
A frame is written directly only while nothing else is under way to that receiver: its queue is empty, nobody holds or
awaits the socket's send lock, and it is not changing from polling to WebSocket. So order is kept.
"""
from __future__ import annotations

from typing import Any

from engineio import packet as engine_packet
from flask_socketio import SocketIO
from socketio import packet


def is_possible(socketio: SocketIO) -> bool:
    """Whether the library is the one this was written for; otherwise the stock path serves."""
    try:
        from engineio.socket import Socket
        from eventlet.semaphore import Semaphore
    except ImportError:
        return False
    return hasattr(Socket, "_websocket_handler") and hasattr(Semaphore, "balance") and hasattr(socketio.server.manager, "get_participants")


def prepare() -> None:
    """Let each Engine.IO connection remember its WebSocket."""
    from engineio.socket import Socket
    if hasattr(Socket, "board_websocket"):
        return
    stock = Socket._websocket_handler

    def remember(self: Any, websocket: Any) -> Any:
        self.board_websocket = websocket
        return stock(self, websocket)
    Socket.board_websocket = None
    Socket._websocket_handler = remember


def cast(socketio: SocketIO, event: str, message: Any, room: str) -> tuple[int, int]:
    """Send to everybody in the room. To how many it was written, for how many it was queued."""
    server = socketio.server
    text = server.packet_class(packet.EVENT, namespace="/", data=[event, message]).encode()
    framed, queued = frame(b"4" + text.encode()), engine_packet.Packet(engine_packet.MESSAGE, text)
    sockets = server.eio.sockets
    everybody = list(server.manager.get_participants("/", room))
    waiting = 0
    for _, engine_id in everybody:
        connection = sockets.get(engine_id)
        if connection is not None and not connection.closed and not _write(connection, framed):
            server.eio.send_packet(engine_id, queued)
            waiting += 1
    return len(everybody) - waiting, waiting


def frame(payload: bytes) -> bytes:
    """A text message as one unmasked WebSocket frame (RFC 6455, 5.2)."""
    size = len(payload)
    if size < 126:
        return bytes((0x81, size)) + payload
    if size < 65536:
        return b"\x81\x7e" + size.to_bytes(2, "big") + payload
    return b"\x81\x7f" + size.to_bytes(8, "big") + payload


def _write(connection: Any, framed: bytes) -> bool:
    """Write the frame now; False when it has to go through the queue. A part that the kernel did not take follows
    under the send lock, which keeps everything else behind it."""
    websocket = connection.board_websocket
    if websocket is None or not connection.upgraded or connection.upgrading or connection.queue.qsize():
        return False
    lock = websocket._sendlock
    if lock.balance != 1:
        return False
    try:
        written = websocket.socket.fd.send(framed)
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
        pass               # as above
    finally:
        lock.release()


def _spawn(work: Any, *arguments: Any) -> None:
    import eventlet
    eventlet.spawn_n(work, *arguments)
