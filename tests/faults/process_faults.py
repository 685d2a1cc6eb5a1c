"""The server's process ends: killed under people who write, or stopped and started with five hundred connected."""
from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable

from .line import request
from .registry import scenario
from .stage import Stage
from .swarm import Swarm, until

GROUP = "One process"


@scenario("kill", GROUP, "kill -9 under 20 writers at a random moment, 200 times", "lost 0, twice 0, the database is whole")
async def kill(stage: Stage) -> None:
    server, cycles = await stage.serves(), stage.times(200, 3)
    swarm, rng = await stage.gathers(server, pace=60), random.Random(1)
    swarm.works()
    for _ in range(cycles):
        before = sum(person.made - len(person.outbox) for person in swarm.people)
        await until(lambda before=before: sum(p.made - len(p.outbox) for p in swarm.people) > before, "writers get through", 60)
        await asyncio.sleep(rng.uniform(0.05, 0.4))
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
    stage.figures["kills"] = cycles
    await stage.judges(swarm)


@scenario("restart", GROUP, "SIGTERM and a new start with 500 connected",
          "95 % back within 15 s, all within 30 s, same seats, nobody reloads the board; lost 0, twice 0")
async def restart(stage: Stage) -> None:
    server = await stage.serves()
    swarm = await stage.gathers(server, stage.times(500, 60), editors=20, pace=5)

    async def stop() -> None:
        assert await asyncio.to_thread(server.stop, 20) == 0
    await _come_back(stage, swarm, stop)


@scenario("kill-connected", GROUP, "kill -9 and a new start with 200 connected",
          "95 % back within 15 s, all within 30 s, same seats, nobody reloads the board; lost 0, twice 0")
async def kill_connected(stage: Stage) -> None:
    server = await stage.serves()
    swarm = await stage.gathers(server, stage.times(200, 30), editors=20, pace=10)

    async def kill() -> None:
        await asyncio.to_thread(server.kill)
    await _come_back(stage, swarm, kill)


async def _come_back(stage: Stage, swarm: Swarm, end: Callable[[], Awaitable[None]]) -> None:
    """All after the server's end and a new start."""
    reloads = sum(person.reloads for person in swarm.people)
    joins = {person.name: person.joins for person in swarm.people}

    async def fault() -> None:
        began = time.monotonic()
        await end()
        await asyncio.to_thread(swarm.server.start)
        stage.figures["down_s"] = round(time.monotonic() - began, 1)
        back = await times_back(swarm, joins, began)
        stage.figures |= {"back_p95_s": back[int(len(back) * 0.95) - 1], "back_all_s": back[-1], "back": back[::max(1, len(back) // 50)]}
        assert stage.figures["back_p95_s"] <= 15 and stage.figures["back_all_s"] <= 30, "not back in time"
    await stage.endures(swarm, fault)
    stage.figures["reloads"] = sum(person.reloads for person in swarm.people) - reloads
    assert stage.figures["reloads"] == 0, "people loaded the whole board again"
    for person in swarm.people:
        status, me = await request(swarm.server.port, "GET", f"{person.path}/me", person.seat["token"])
        assert status == 200 and me["seat"]["id"] == person.seat["seat"], f"{person.name} came back as another"


async def times_back(swarm: Swarm, joins: dict[str, int], began: float) -> list[float]:
    """Seconds until each one is in again, in ascending order."""
    back: dict[str, float] = {}

    def all_back() -> bool:
        for person in swarm.people:
            if person.name not in back and person.joins > joins[person.name] and person.joined:
                back[person.name] = round(time.monotonic() - began, 2)
        return len(back) == len(swarm.people)
    await until(all_back, lambda: f"{len(back)} of {len(swarm.people)} are back", 60)
    return sorted(back.values())
