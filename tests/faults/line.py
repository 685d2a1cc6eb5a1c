"""The wire under a simulated person: an asyncio WebSocket and HTTP client, light enough for five hundred in one process."""
from __future__ import annotations

import asyncio
import base64
import contextlib
import gzip
import json
import os
from functools import lru_cache
from typing import Any

from hall import unpacked

LIMIT = 4_000_000


class Gone(ConnectionError):
    """The connection is no more."""


@lru_cache(4096)
def parsed(packet: bytes) -> Any:
    """A message as it came; one message goes to hundreds, so it is taken apart once. Nobody may change it."""
    event, message = json.loads(packet)
    return event, unpacked(message)


class WebSocket:
    """Frames are masked with zeros, so that a proxy can tell what passes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def opened(cls, port: int, path: str, buffer: int = 0) -> WebSocket:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=buffer or LIMIT)
        try:
            key = base64.b64encode(os.urandom(16)).decode()
            writer.write((f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 101 " not in head.split(b"\r\n")[0] + b" ":
                raise Gone(head.split(b"\r\n")[0].decode())
        except BaseException:
            writer.transport.abort()
            raise
        return cls(reader, writer)

    def send(self, text: str | bytes, opcode: int = 1) -> None:
        payload = text.encode() if isinstance(text, str) else text
        size = len(payload)
        if size < 126:
            head = bytes((0x80 | opcode, 0x80 | size))
        elif size < 65_536:
            head = bytes((0x80 | opcode, 0xFE)) + size.to_bytes(2, "big")
        else:
            head = bytes((0x80 | opcode, 0xFF)) + size.to_bytes(8, "big")
        if not self._writer.transport.is_closing():      # whoever receives hears of it
            self._writer.write(head + b"\0\0\0\0" + payload)

    async def receive(self) -> bytes:
        """The next message. Raises Gone."""
        message = b""
        try:
            while True:
                first, size = await self._reader.readexactly(2)
                if size == 126:
                    size = int.from_bytes(await self._reader.readexactly(2), "big")
                elif size == 127:
                    size = int.from_bytes(await self._reader.readexactly(8), "big")
                payload = await self._reader.readexactly(size) if size else b""
                opcode = first & 15
                if opcode == 8:
                    raise Gone("closed")
                if opcode == 9:
                    self.send(payload, 10)
                elif opcode < 3:
                    message += payload
                    if first & 0x80:
                        return message
        except (asyncio.IncompleteReadError, OSError) as error:
            raise Gone(str(error)) from None

    async def drain(self) -> None:
        await self._writer.drain()

    def abort(self) -> None:
        self._writer.transport.abort()


async def request(port: int, method: str, path: str, token: str = "", body: Any = None, timeout: float = 20,
                  cookie: str = "") -> tuple[int, Any]:
    """Status and JSON of one HTTP request. Raises OSError or TimeoutError."""
    sent = b"" if body is None else json.dumps(body).encode()
    head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Connection: close", "Accept-Encoding: gzip"]
    head += [f"Authorization: Bearer {token}"] if token else []
    head += [f"Cookie: {cookie}"] if cookie else []
    head += ["Content-Type: application/json", f"Content-Length: {len(sent)}"] if sent else []
    return _answer(await _exchange(port, "\r\n".join([*head, "", ""]).encode() + sent, timeout))


async def device_cookie(port: int) -> str:
    """What a browser is given with the first page it opens."""
    raw = await _exchange(port, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode(), 20)
    for line in raw.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n"):
        name, _, value = line.partition(": ")
        if name.lower() == "set-cookie" and value.startswith("device="):
            return value.partition(";")[0]
    raise Gone("no cookie came")


async def _exchange(port: int, sent: bytes, timeout: float) -> bytes:
    async with asyncio.timeout(timeout):
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=LIMIT)
        try:
            writer.write(sent)
            return await reader.read(-1)
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


def _answer(raw: bytes) -> tuple[int, Any]:
    head, _, body = raw.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    if not first:
        raise Gone("no answer")
    fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if fields.get("transfer-encoding") == "chunked":
        body = _joined(body)
    if len(body) < int(fields.get("content-length", 0)):
        raise Gone("cut off")
    if fields.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    return int(first.split(" ")[1]), json.loads(body) if fields.get("content-type", "").startswith("application/json") else body


def _joined(body: bytes) -> bytes:
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        count = int(size, 16)
        if count == 0:
            return whole
        whole, body = whole + body[:count], body[count + 2:]
    raise Gone("cut off")
