"""A TCP proxy that is as bad as a network can be. Stands between clients and the board, or the board and its servers.

Each direction (`up`: towards the server, `down`: back) has its own conditions, which may change while connections are
open. What was decided about a byte stays decided: order is kept, and nothing is made up.
"""
from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, field

CHUNK = 65_536


@dataclass
class Direction:
    """How bytes travel one way. Times in seconds, rates in bytes a second."""
    delay: float = 0.0
    jitter: float = 0.0             # the delay is `delay` ± `jitter`
    rate: float = 0.0               # 0: as fast as it goes; for each connection
    dribble: int = 0                # so many bytes at a time, a moment between; 0: whole
    stall: float = 0.0              # how likely a piece is held back
    stall_for: tuple[float, float] = (2.0, 5.0)
    paused: bool = False            # nothing passes, nothing is lost
    swallow: bool = False           # nothing passes and all is lost: those connections stay half-open for good


@dataclass(eq=False)
class Pair:
    """One connection through the proxy."""
    client: asyncio.StreamWriter
    server: asyncio.StreamWriter
    dead: bool = False              # half-open: nothing passes any more, not even its end

    def reset(self) -> None:
        """Both ends get a reset, not a goodbye."""
        for each in (self.client, self.server):
            held = each.get_extra_info("socket")
            if held is not None:
                with contextlib.suppress(OSError):
                    held.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            each.transport.abort()


@dataclass(eq=False)
class FaultProxy:
    target: int
    up: Direction = field(default_factory=Direction)
    down: Direction = field(default_factory=Direction)
    refuse: bool = False            # who connects is reset at once
    port: int = 0
    seed: int = 1
    cuts: int = 0                   # connections that were cut between request and answer

    def __post_init__(self) -> None:
        self._rng = random.Random(self.seed)
        self.pairs: set[Pair] = set()
        self._cut_at: Callable[[bytes], bool] | None = None
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> FaultProxy:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, backlog=2048, limit=CHUNK)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_error: object) -> None:
        assert self._server
        self._server.close()
        self.reset_all()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def reset_all(self) -> None:
        for pair in list(self.pairs):
            pair.reset()

    def forget(self) -> None:
        """As a router that was restarted: the connections there are stay half-open for good, new ones are well."""
        for pair in self.pairs:
            pair.dead = True

    def black_hole(self) -> None:
        """Open connections are half-open for good; new ones wait, as their first packet is sent again and again."""
        self.forget()
        self.up.swallow = self.down.swallow = True

    def heal(self) -> None:
        self.up, self.down, self.refuse, self._cut_at = Direction(), Direction(), False, None

    def cut_after(self, is_request: Callable[[bytes], bool], times: int = 1) -> None:
        """The next requests reach the server and their answers reach nobody: the connection is reset after them."""
        left = [times]

        def cuts(piece: bytes) -> bool:
            if left[0] and is_request(piece):
                left[0] -= 1
                return True
            return False
        self._cut_at = cuts

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda done: done.cancelled() or done.exception())
        try:
            if self.refuse:
                Pair(writer, writer).reset()
                return
            while self.up.swallow:
                await asyncio.sleep(0.05)
            try:
                back, forth = await asyncio.open_connection("127.0.0.1", self.target, limit=CHUNK)
            except OSError:
                Pair(writer, writer).reset()
                return
            pair = Pair(writer, forth)
            self.pairs.add(pair)
            try:
                await asyncio.gather(self._carry(reader, forth, pair, True), self._carry(back, writer, pair, False))
            finally:
                self.pairs.discard(pair)
                pair.client.close()
                pair.server.close()
        except (OSError, asyncio.CancelledError):
            writer.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pair: Pair, upwards: bool) -> None:
        """What is read is written when its time has come; meanwhile more may be read, as on a long line."""
        line: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(256)
        await asyncio.gather(self._read(reader, line, upwards), self._write(line, writer, pair, upwards))

    async def _read(self, reader: asyncio.StreamReader, line: asyncio.Queue[tuple[float, bytes]], upwards: bool) -> None:
        clock, due = asyncio.get_running_loop().time, 0.0
        piece = b"first"
        while piece:
            try:
                piece = await reader.read(CHUNK)
            except OSError:
                piece = b""
            now = self.up if upwards else self.down
            wait = max(0.0, now.delay + self._rng.uniform(-now.jitter, now.jitter))
            if now.stall and self._rng.random() < now.stall:
                wait += self._rng.uniform(*now.stall_for)
            due = max(due, clock() + wait)
            await line.put((due, piece))

    async def _write(self, line: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter, pair: Pair, upwards: bool) -> None:
        clock = asyncio.get_running_loop().time
        while True:
            due, piece = await line.get()
            if (wait := due - clock()) > 0:
                await asyncio.sleep(wait)
            await self._until_open(upwards)
            if not piece:
                if not pair.dead:       # of a half-open connection the other end is not told
                    writer.close()
                return
            with contextlib.suppress(OSError):
                await self._pass(piece, writer, pair, upwards)

    async def _pass(self, piece: bytes, writer: asyncio.StreamWriter, pair: Pair, upwards: bool) -> None:
        now = self.up if upwards else self.down
        pair.dead = pair.dead or now.swallow
        if pair.dead:
            return
        # Before the request leaves, so that the answer cannot overtake.
        cut = pair.dead = upwards and self._cut_at is not None and self._cut_at(piece)
        step = now.dribble or (max(1, int(now.rate / 10)) if now.rate else CHUNK)
        for start in range(0, len(piece), step):
            part = piece[start:start + step]
            writer.write(part)
            await writer.drain()
            if now.rate:
                await asyncio.sleep(len(part) / now.rate)
            elif now.dribble:
                await asyncio.sleep(0.005)
        if cut:
            self.cuts += 1
            await asyncio.sleep(0.3)      # time enough to be stored
            pair.reset()

    async def _until_open(self, upwards: bool) -> None:
        while (self.up if upwards else self.down).paused:
            await asyncio.sleep(0.02)
