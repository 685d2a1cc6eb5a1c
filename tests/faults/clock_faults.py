"""Clocks that are wrong, or jump while people work. Order comes from numbers, never from times."""
from __future__ import annotations

import asyncio
import sqlite3
import struct
from contextlib import closing
from datetime import datetime
from pathlib import Path

from live.process import LiveServer

from .disk_faults import GROUP, shim
from .registry import scenario
from .stage import Stage

HOUR, DAY = 3600, 86_400
JUMPS = [HOUR, -HOUR, 400 * DAY, -400 * DAY, 0]


async def _serves(stage: Stage, clock: Path) -> LiveServer:
    _set(clock, 0)
    return await stage.serves(LD_PRELOAD=shim(stage, "clock"), FAULT_CLOCK=clock)


def _set(clock: Path, seconds: int) -> None:
    with clock.open("r+b" if clock.exists() else "wb") as file:
        file.write(struct.pack("q", seconds))


def _took_effect(server: LiveServer) -> bool:
    """The times of the changes show every jump: otherwise nothing was tried."""
    with closing(sqlite3.connect(server.folder / "board.db", timeout=10)) as database:
        times = [datetime.fromisoformat(at) for (at,) in database.execute("select at from changes order by seq")]
    steps = [(later - earlier).total_seconds() for earlier, later in zip(times, times[1:], strict=False)]
    return max(steps) > 0.9 * HOUR and min(steps) < -0.9 * HOUR


@scenario("clock-jumps", GROUP, "the server's clock jumps by ±1 hour and ±400 days, every 4 s while people work",
          "nobody is put out; lost 0, twice 0, all alike within 5 s")
async def clock_jumps(stage: Stage) -> None:
    clock = stage.folder / "clock"
    server = await _serves(stage, clock)
    swarm = await stage.gathers(server)
    joins = sum(person.joins for person in swarm.people)

    async def fault() -> None:
        for jump in JUMPS:
            _set(clock, jump)
            await asyncio.sleep(stage.times(4, 1))
    await stage.endures(swarm, fault)
    stage.figures["put_out"] = sum(person.joins for person in swarm.people) - joins
    assert stage.figures["put_out"] == 0, "connections were lost to the clock"
    assert _took_effect(server)


@scenario("clock-restarts", GROUP, "the server is started anew with a clock that is 1 hour or 400 days off, either way",
          "the same people are in again; lost 0, twice 0, all alike within 5 s")
async def clock_restarts(stage: Stage) -> None:
    clock = stage.folder / "clock"
    server = await _serves(stage, clock)
    swarm = await stage.gathers(server)

    async def fault() -> None:
        for jump in [HOUR, -HOUR] if stage.quick else JUMPS:
            await asyncio.to_thread(server.kill)
            _set(clock, jump)
            await asyncio.to_thread(server.start)
            await asyncio.sleep(2)
    await stage.endures(swarm, fault)
    assert _took_effect(server)
