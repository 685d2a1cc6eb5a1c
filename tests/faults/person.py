"""One person of a swarm. Behaves like the browser's client (`static/js/core`): changes are kept until they are confirmed and
sent again under the same name; a hole in the numbers is asked for; told to reload, it fetches the snapshot."""
from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mirror import Unfit, apply_step, index

from hall import unpacked

from .line import Gone, WebSocket, parsed, request

# As in the browser: connection.js, incoming.js, sender.js.
FIRST_WAIT, LONGEST_WAIT, JITTER = 0.3, 4.0, 0.7
PING_SILENCE, SILENCE, ANSWER_WITHIN, CONNECT_WITHIN = 20.0, 15.0, 8.0, 8.0
AGAIN = ("too_fast", "storage", "unavailable", "reload")


class Person:
    """`sends`: how often each change is sent. `ignores_gaps` makes a client that is broken on purpose."""

    def __init__(self, seat: dict[str, Any], name: str, port: int, folder: Path, seed: int, told: Callable[[str], None],
                 sends: int = 1, ignores_gaps: bool = False) -> None:
        self.seat, self.name, self.port, self._told = seat, name, port, told
        self._sends, self._ignores_gaps = sends, ignores_gaps
        self.rng = random.Random(seed)
        self.record = (folder / f"{name}.record").open("a", buffering=1)     # append-only, read back by the checker
        self.made = 0
        self.outbox: dict[str, list[Any]] = {}
        self.flying: dict[str, float] = {}       # change_id -> when it was sent
        self.confirmed_at: dict[str, int] = {}   # told of, its number not reached yet
        self.tables: dict[str, dict[str, Any]] = {}
        self.last = -1
        self.joined = False
        self.away = 0.0                          # the longest time between two joins, in seconds
        self.reloads = self.joins = self.resent = 0
        self.troubles: dict[str, int] = {}       # reason -> how often it was told to try again
        self.path = f"/api/boards/{seat['board']}"
        self._high = 0
        self._ahead: list[dict[str, Any]] = []
        self._paused_until = self._heard_at = 0.0
        self._left_at = 0.0
        self._asking = False
        self._socket: WebSocket | None = None
        self._left: set[str] = set()             # changes that were sent at least once
        self._background: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        tries = 0
        try:
            while True:
                try:
                    async with asyncio.timeout(CONNECT_WITHIN):
                        if self.last < 0:
                            await self._reload()
                        await self._connect()
                    tries = 0
                    await self._listen()
                except (OSError, EOFError, TimeoutError, Unfit, ValueError, LookupError):  # EOFError: it went within its greeting
                    pass
                finally:
                    self._leave()
                await asyncio.sleep(self._wait(tries))
                tries += 1
        finally:
            for task in self._background:
                task.cancel()

    def change(self, *steps: Any) -> str:
        change_id = f"{self.name}.{self.made}"
        self.made += 1
        self.record.write(f"sent {change_id} {json.dumps(list(steps), ensure_ascii=False)}\n")
        self.outbox[change_id] = list(steps)
        self._pump()
        return change_id

    def tick(self, now: float) -> None:
        """What the browser's timers do."""
        if self._socket and now - self._heard_at > (SILENCE if self.joined else PING_SILENCE):
            self._socket.abort()
        if self.flying and min(self.flying.values()) < now - ANSWER_WITHIN:
            self.flying.clear()
        self._pump()

    def begin_again(self) -> None:
        """As somebody whose connection breaks."""
        if self._socket:
            self._socket.abort()

    # --- connection

    def _wait(self, tries: int) -> float:
        wait = FIRST_WAIT * 2 ** min(tries, 10)
        return min(LONGEST_WAIT, wait * (1 + JITTER * self.rng.uniform(-1, 1)))

    async def _connect(self) -> None:
        self._heard_at = time.monotonic()
        socket = self._socket = await WebSocket.opened(
            self.port, f"/socket.io/?EIO=4&transport=websocket&board={self.seat['board']}")
        await socket.receive()
        socket.send("40" + json.dumps({"token": self.seat["token"]}))
        since = self.last
        while not (packet := await socket.receive()).startswith(b"40"):
            self._take(packet)
        socket.send("420" + json.dumps(["join", {"board": self.seat["board"], "since": since}]))
        while not (packet := await socket.receive()).startswith(b"430"):
            self._take(packet)
        (answer,) = json.loads(packet[3:])
        if not answer["ok"]:
            raise Gone(answer["reason"])
        self._heard_at = time.monotonic()
        self.joined, self._high, self._ahead = True, answer["seq"], []
        self.joins += 1
        self.away = max(self.away, self._heard_at - (self._left_at or self._heard_at))
        if answer.get("reload"):
            await self._reload()
        else:
            self._hear({"after": since, **unpacked(answer)})
        self.flying.clear()
        self._pump()

    def _leave(self) -> None:
        if self.joined:
            self._left_at = time.monotonic()
        self.joined = False
        if self._socket:
            self._socket.abort()
            self._socket = None

    async def _listen(self) -> None:
        assert self._socket
        while True:
            self._take(await self._socket.receive())

    def _take(self, packet: bytes) -> None:
        self._heard_at = time.monotonic()
        if packet == b"2":
            assert self._socket
            self._socket.send("3")
        elif packet.startswith(b"42"):
            event, message = parsed(packet[2:])
            if event == "changes" and self.joined:
                self._hear(message)
            elif event == "outcome":
                self._decided(message)
        elif packet[:1] == b"1" or packet.startswith((b"41", b"44")):
            raise Gone("closed by the server")

    # --- numbers

    def _hear(self, message: dict[str, Any]) -> None:
        if self._ignores_gaps:
            message = {**message, "after": min(message["after"], self.last)}
        if message["seq"] > self.last:
            self._ahead.append(message)
        self._reached(message["seq"])

    def _reached(self, seq: int) -> None:
        self._high = max(self._high, seq)
        while due := next((each for each in self._ahead if each["after"] <= self.last < each["seq"]), None):
            for change in due["changes"]:
                if change["seq"] > self.last:
                    for step in change["steps"]:
                        apply_step(self.tables, step)
                    if change["seat"] == self.seat["seat"]:
                        self._is_acknowledged(change["change_id"], change["seq"])
                    self._told(change["change_id"])
            self.last = due["seq"]
        self._ahead = [each for each in self._ahead if each["seq"] > self.last]
        for change_id, seq in list(self.confirmed_at.items()):
            if seq <= self.last:
                self._is_acknowledged(change_id, seq)
        if self._high > self.last and not self._asking:
            self._asking = True
            task = asyncio.ensure_future(self._catch_up())
            self._background.add(task)
            task.add_done_callback(self._background.discard)

    async def _catch_up(self) -> None:
        try:
            while self._high > self.last:
                since = self.last
                try:
                    status, answer = await request(self.port, "GET", f"{self.path}/changes?since={since}", self.seat["token"])
                    if status == 410:
                        await self._reload()
                    elif status == 200:
                        self._hear({"after": since, **unpacked(answer)})
                except (OSError, TimeoutError, ValueError, LookupError):
                    pass
                if self._high > self.last:
                    await asyncio.sleep(0.3 * self.rng.uniform(0.5, 1.5))
        finally:
            self._asking = False

    async def _reload(self) -> None:
        status, snapshot = await request(self.port, "GET", f"{self.path}/snapshot", self.seat["token"])
        if status != 200:
            raise Gone(f"snapshot {status}")
        self.reloads += 1
        if snapshot["seq"] > self.last:
            self.tables, self.last = index(snapshot["records"], snapshot["own"]), snapshot["seq"]
        self._reached(self.last)

    # --- changes of mine

    def _pump(self) -> None:
        if self.joined and self._socket and time.monotonic() >= self._paused_until:
            for change_id, steps in self.outbox.items():
                if change_id not in self.flying and change_id not in self.confirmed_at:
                    self.flying[change_id] = time.monotonic()
                    packet = "42" + json.dumps(["change", {"change_id": change_id, "steps": steps}], ensure_ascii=False)
                    for _ in range(self._sends):
                        self._socket.send(packet)
                    self.resent += self._sends - 1 + (change_id in self._left)
                    self._left.add(change_id)

    def _decided(self, outcome: dict[str, Any]) -> None:
        change_id = outcome["change_id"]
        if change_id not in self.outbox:
            return
        self.flying.pop(change_id, None)
        if outcome["ok"]:
            self.confirmed_at[change_id] = outcome["seq"]
            self._reached(outcome["seq"])
        elif outcome["reason"] in AGAIN:
            reason = outcome["reason"]
            self.troubles[reason] = self.troubles.get(reason, 0) + 1
            wait = outcome.get("retry_after", 1) * (1 + 0.2 * self.rng.random())
            self._paused_until = max(self._paused_until, time.monotonic() + wait)
        else:
            del self.outbox[change_id]
            self.record.write(f"refused {change_id} {outcome['reason']}\n")

    def _is_acknowledged(self, change_id: str, seq: int) -> None:
        self.confirmed_at.pop(change_id, None)
        self.flying.pop(change_id, None)
        if self.outbox.pop(change_id, None) is not None:
            self.record.write(f"acknowledged {change_id} {seq}\n")
