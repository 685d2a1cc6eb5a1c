"""WebSocket frames (RFC 6455, section 5) without any input or output: bytes in, messages out."""
from __future__ import annotations

from collections.abc import Iterator

CONTINUATION, TEXT, BINARY = 0, 1, 2
CONTROL = 8         # and above: close, ping, pong
_KNOWN = frozenset((0, 1, 2, 8, 9, 10))


class FrameError(Exception):
    """The other side breaks the protocol; `status` is the code to close with (RFC 6455, 7.4.1)."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class FrameReader:
    """Takes what a client sends, in whatever pieces it comes. `most`: bytes of one message."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._rest = b""                    # of a frame that is not whole yet
        self._needed = 2                    # bytes before it is worth looking at it again
        self._parts: list[bytes] = []       # of a message in several frames
        self._kind = 0
        self._size = 0

    def feed(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """`(opcode, payload)` of every message and control frame that is complete now. Raises FrameError."""
        if self._rest:
            data = self._rest + data
        if len(data) < self._needed:
            self._rest = data
            return
        self._rest, self._needed, start, end = b"", 2, 0, len(data)
        while end - start >= 2:
            first, second = data[start], data[start + 1]
            size, head = second & 127, 6
            if size == 126:
                head = 8
                size = int.from_bytes(data[start + 2:start + 4], "big") if end - start >= 4 else -1
            elif size == 127:
                head = 14
                size = int.from_bytes(data[start + 2:start + 10], "big") if end - start >= 10 else -1
            self._check(first, second, size)
            whole = start + head + size
            if size < 0 or whole > end:
                self._needed = head if size < 0 else whole - start
                break
            body = start + head
            payload = unmask(data[body:whole], data[body - 4:body])
            start = whole
            opcode = first & 15
            if opcode >= CONTROL or first & 128 and not self._kind:        # nearly all messages are in one frame
                yield opcode, payload
            else:
                yield from self._join(opcode, payload, bool(first & 128))
        self._rest = data[start:] if start else data

    def _check(self, first: int, second: int, size: int) -> None:
        opcode = first & 15
        if first & 0x70:
            raise FrameError(1002, "no extension was agreed on")
        if opcode not in _KNOWN:
            raise FrameError(1002, "unknown opcode")
        if not second & 128:
            raise FrameError(1002, "a client must mask its frames")
        if opcode >= CONTROL:
            if not first & 128 or second & 127 > 125:
                raise FrameError(1002, "a control frame is short and in one piece")
            return
        if bool(opcode) == bool(self._kind):
            raise FrameError(1002, "a continuation without a beginning" if not opcode else "a message within another")
        if self._size + size > self._most:
            raise FrameError(1009, f"a message may have {self._most} bytes")

    def _join(self, opcode: int, payload: bytes, is_last: bool) -> Iterator[tuple[int, bytes]]:
        self._kind = opcode or self._kind
        self._parts.append(payload)
        # A frame counts for a little even if it is empty, or there could be any number of them.
        self._size += len(payload) + 1
        if is_last:
            message, kind = b"".join(self._parts), self._kind
            self._parts, self._kind, self._size = [], 0, 0
            yield kind, message


def frame(payload: bytes) -> bytes:
    """A text message as one unmasked frame."""
    size = len(payload)
    if size < 126:
        return bytes((0x81, size)) + payload
    if size < 65536:
        return b"\x81\x7e" + size.to_bytes(2, "big") + payload
    return b"\x81\x7f" + size.to_bytes(8, "big") + payload


def unmask(payload: bytes, mask: bytes, offset: int = 0) -> bytes:
    """Undo a frame's masking (5.3) as one big-integer operation: eventlet does it byte by byte in Python, 40 ms for
    100 KB in which nobody else is served."""
    if not payload:
        return b""
    start = offset & 3
    turned = mask[start:] + mask[:start]
    pattern = (turned * (len(payload) // 4 + 1))[:len(payload)]
    return (int.from_bytes(payload, "little") ^ int.from_bytes(pattern, "little")).to_bytes(len(payload), "little")
