"""Many people on one board, some of whom work; how long a change takes until others see it, and how long until all agree."""
from __future__ import annotations

import asyncio
import random
import statistics
import time
from pathlib import Path
from typing import Any

from live.process import LiveServer

from .line import request
from .person import Person

SHARED = [f"shared-{n}" for n in range(5)]
TICK = 0.25
MOST_WAITING = 20       # changes of one person that are not confirmed; then they wait and see


class Swarm:
    """`pace`: changes a second of all together, made by the first `editors`."""

    def __init__(self, server: LiveServer, board: dict[str, Any], folder: Path, *, editors: int, pace: float, seed: int = 1) -> None:
        self.server, self.board, self.folder = server, board, folder
        self.people: list[Person] = []
        self.started: dict[str, Any] = {}
        self._editors, self._pace, self._rng = editors, pace, random.Random(seed)
        self._made_at: dict[str, float] = {}
        self._seen_after: list[tuple[float, float]] = []     # when, how long after it was made
        self._tasks: list[asyncio.Task[None]] = []
        self._working: asyncio.Task[None] | None = None

    @classmethod
    async def gathers(cls, server: LiveServer, folder: Path, count: int, *, editors: int = 8, pace: float = 20, via: int | list[int] = 0,
                      seed: int = 1, board: dict[str, Any] | None = None, seats: list[dict[str, Any]] | None = None,
                      **more: Any) -> Swarm:
        """Everybody is there and sees the board. `via`: the port they come by, or several in turn."""
        board = board or await asyncio.to_thread(server.makes_board)
        swarm = cls(server, board, folder, editors=editors, pace=pace, seed=seed)
        ports = via if isinstance(via, list) else [via or server.port]
        seats = seats or await take_seats(server, board, count)
        swarm.people = [Person(seat, f"p{seed}x{n}", ports[n % len(ports)], folder, seed * 1000 + n, swarm._sees, **more)
                        for n, seat in enumerate(seats)]
        status = 0
        while status != 200:       # a broken server may be late
            status, swarm.started = await request(server.port, "GET", f"/api/boards/{board['board']}/snapshot", seats[0]["token"])
        for n, person in enumerate(swarm.people):
            swarm._tasks.append(asyncio.create_task(person.run()))
            if n % 20 == 19:
                await asyncio.sleep(0.05)
        swarm._tasks.append(asyncio.create_task(swarm._ticks()))
        await until(lambda: all(person.joined for person in swarm.people), "everybody is there", 60)
        first = swarm.people[0]
        for n, note in enumerate(SHARED):
            first.change(["add", "note", {"id": note, "kind": "challenge", "theme": "data", "x": n * 200, "y": 0}])
        await swarm.agrees(30)
        return swarm

    # --- what they do

    def works(self) -> None:
        self._working = asyncio.create_task(self._work())

    async def rests(self) -> None:
        """Nothing new is made; what was made is still under way."""
        if self._working:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)
            self._working = None

    async def leaves(self) -> None:
        await self.rests()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for person in self.people:
            person.record.close()

    async def _work(self) -> None:
        due = time.monotonic()
        while True:
            self.one_change()
            due = max(due + 1 / self._pace, time.monotonic() - 0.5)     # after a hiccup: not all at once
            await asyncio.sleep(max(0, due - time.monotonic()))

    def one_change(self) -> None:
        """Somebody adds a note, moves one of theirs or one of everybody's, or types into one of theirs."""
        person = self._rng.choice(self.people[:self._editors])
        if len(person.outbox) >= MOST_WAITING:
            return
        mine = [f"{person.name}-{n}" for n in range(person.made) if f"{person.name}-{n}" in person.tables.get("note", {})][-5:]
        way, number = self._rng.random(), person.made
        step: list[Any]
        if not mine or way < 0.3:
            step = ["add", "note", {"id": f"{person.name}-{number}", "kind": "solution", "theme": "data", "text": "", "x": 0, "y": 0}]
        elif way < 0.5:
            step = ["set", "note", self._rng.choice(SHARED), {"x": number, "y": self._rng.randrange(1000)}]
        else:
            note = person.tables["note"][self._rng.choice(mine)]
            typing = any(each[0] == "text" for steps in person.outbox.values() for each in steps)
            if way < 0.75 or typing or len(note["text"]) > 1500:
                step = ["set", "note", note["id"], {"x": number}]
            else:      # a word that stands once in the world
                delta: list[Any] = [len(note["text"])] if note["text"] else []
                step = ["text", "note", note["id"], note["text_rev"], [*delta, f"<{person.name}.{number}>"]]
        self._made_at[f"{person.name}.{number}"] = time.monotonic()
        person.change(step)

    # --- what they are told

    @property
    def was_told(self) -> bool:
        """Somebody heard that nothing is stored."""
        return any("storage" in person.troubles for person in self.people)

    async def is_told(self) -> None:
        await until(lambda: self.was_told, "people are told that nothing is stored", 20)

    # --- what is measured

    def _sees(self, change_id: str) -> None:
        made = self._made_at.get(change_id)
        if made is not None:
            self._seen_after.append((made, time.monotonic() - made))

    def p95(self, since: float, until: float | None = None) -> float:
        """Milliseconds from a change's making to its being seen, over all who see it; of those made in that time."""
        found = [after for made, after in self._seen_after if made >= since and (until is None or made < until)]
        return round(statistics.quantiles(found, n=20)[18] * 1000, 1) if len(found) > 20 else 0.0

    async def number(self) -> int:
        """The board's number by the server."""
        first = self.people[0]
        status, answer = await request(self.server.port, "GET", f"{first.path}/changes?since=0", first.seat["token"])
        if status == 410:
            status, answer = await request(self.server.port, "GET", f"{first.path}/snapshot", first.seat["token"])
        assert status == 200, status
        number: int = answer["seq"]
        return number

    async def agrees(self, seconds: float) -> float:
        """Wait until everything is delivered and everybody is at the board's number; how long that took, or AssertionError."""
        began = time.monotonic()
        await self.rests()
        await until(lambda: all(person.joined and not person.outbox for person in self.people), self._who_does_not, seconds)
        number = await self.number()
        await until(lambda: all(person.joined and person.last >= number for person in self.people), self._who_does_not,
                    max(1, seconds - (time.monotonic() - began)))
        return time.monotonic() - began

    def _who_does_not(self) -> str:
        away = [person for person in self.people if not person.joined]
        owing = [person for person in self.people if person.outbox]
        lasts = sorted({person.last for person in self.people})
        return (f"all agree: {len(away)} not joined, {len(owing)} with changes not delivered, numbers {lasts[:3]}…{lasts[-1]}, "
                f"troubles {[person.troubles for person in owing[:3]]}")

    async def _ticks(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            now = time.monotonic()
            for person in self.people:
                person.tick(now)


async def take_seats(server: LiveServer, board: dict[str, Any], count: int) -> list[dict[str, Any]]:
    key, one_by_one = board["links"]["participant"].split("#")[1], asyncio.Semaphore(10)

    async def take(number: int) -> dict[str, Any]:
        async with one_by_one:
            status, made = await request(server.port, "POST", f"/api/boards/{board['board']}/seats",
                                         body={"key": key, "name": f"Person {number}"})
            assert status == 201, made
            return {"board": board["board"], "url": server.url, **made}
    return await asyncio.gather(*(take(number) for number in range(count)))


async def until(state: Any, what: Any, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not state():
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds:g} s: {what() if callable(what) else what}")
        await asyncio.sleep(0.02)
