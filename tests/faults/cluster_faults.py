"""Several processes with Redis between them: Redis in every kind of trouble, processes killed and replaced, nginx in front."""
from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import Awaitable, Callable

from live.process import LiveServer
from live.servers import Nginx, Redis

from .database_faults import serves_on
from .line import request
from .proxy import Direction, FaultProxy
from .registry import KEPT, scenario
from .stage import Stage
from .swarm import Swarm, until

GROUP = "Several processes"
AWAY = "of those who come through nginx 95 % are away for 15 s at most, nobody for more than 30 s"
Spoil = Callable[[Stage, Redis, FaultProxy], Awaitable[None]]


async def _site(stage: Stage, workers: int = 2) -> tuple[LiveServer, Redis, FaultProxy, str]:
    """Processes on one PostgreSQL; they reach Redis through a proxy."""
    redis = Redis()
    stage.later(asyncio.to_thread, redis.remove)
    await asyncio.to_thread(redis.start)
    proxy = await stage.proxy(redis.port)
    server, _, database, _ = await serves_on(stage, workers=workers, BOARD_PROXIES=1, BOARD_REDIS_URL=f"redis://127.0.0.1:{proxy.port}/0")
    for port in ports(server, workers):
        await ready(port)
    return server, redis, proxy, database


def ports(server: LiveServer, workers: int = 2) -> list[int]:
    return list(range(server.port, server.port + workers))


async def ready(port: int) -> None:
    async def is_ready() -> bool:
        try:
            return (await request(port, "GET", "/readyz", timeout=2))[0] == 200
        except (OSError, TimeoutError):
            return False
    end = time.monotonic() + 60
    while not await is_ready():
        assert time.monotonic() < end, f"port {port} is not ready"
        await asyncio.sleep(0.1)


def processes(server: LiveServer) -> list[int]:
    assert server.process
    found = subprocess.run(["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True)
    return [int(pid) for pid in found.stdout.split()]


def _enter(name: str, done: str, spoil: Spoil) -> None:
    @scenario(name, GROUP, done, f"people on both processes: {KEPT}")
    async def play(stage: Stage) -> None:
        server, redis, proxy, database = await _site(stage)
        swarm = await stage.gathers(server, via=ports(server))

        async def fault() -> None:
            await spoil(stage, redis, proxy)
        await stage.endures(swarm, fault, database=database)


def _down(seconds: float) -> Spoil:
    async def spoil(stage: Stage, redis: Redis, proxy: FaultProxy) -> None:
        await asyncio.to_thread(redis.stop)
        await asyncio.sleep(stage.times(int(seconds), 4))
        await asyncio.to_thread(redis.start)
    return spoil


async def _flushed(stage: Stage, redis: Redis, proxy: FaultProxy) -> None:
    for _ in range(5):
        await asyncio.to_thread(redis.ask, "FLUSHALL")
        await asyncio.sleep(1)


async def _paused(stage: Stage, redis: Redis, proxy: FaultProxy) -> None:
    await asyncio.to_thread(redis.ask, "CLIENT", "PAUSE", 5000)
    await asyncio.sleep(5)


async def _hangs(stage: Stage, redis: Redis, proxy: FaultProxy) -> None:
    redis.hang()
    await asyncio.sleep(stage.times(15, 4))
    redis.go_on()


async def _slow(stage: Stage, redis: Redis, proxy: FaultProxy) -> None:
    proxy.up, proxy.down = Direction(delay=0.3, jitter=0.2), Direction(delay=0.3, jitter=0.2)
    await asyncio.sleep(stage.times(10, 4))
    proxy.heal()


async def _silent(stage: Stage, redis: Redis, proxy: FaultProxy) -> None:
    proxy.black_hole()
    await asyncio.sleep(stage.times(10, 4))
    proxy.heal()


_enter("redis-4s", "Redis is down for 4 s", _down(4))
_enter("redis-60s", "Redis is down for 60 s", _down(60))
_enter("redis-flushed", "FLUSHALL every second, 5 times", _flushed)
_enter("redis-paused", "CLIENT PAUSE for 5 s", _paused)
_enter("redis-hangs", "Redis takes connections and never answers, for 15 s (SIGSTOP)", _hangs)
_enter("redis-slow", "300 ± 200 ms each way between the processes and Redis for 10 s", _slow)
_enter("redis-silent", "the lines to Redis go dead without a word; new connections are well after 10 s", _silent)


@scenario("no-redis", GROUP, "two processes without any Redis", f"they look into the database: {KEPT}")
async def no_redis(stage: Stage) -> None:
    server, _, database, _ = await serves_on(stage, workers=2)
    for port in ports(server):
        await ready(port)
    swarm = await stage.gathers(server, via=ports(server))

    async def nothing() -> None:
        await asyncio.sleep(stage.times(8, 3))
    await stage.endures(swarm, nothing, database=database)


@scenario("worker-killed", GROUP, "each of 2 processes is killed (SIGKILL) in turn, 3 rounds, nginx in front",
          f"{AWAY}; lost 0, twice 0, all alike within 5 s")
async def worker_killed(stage: Stage) -> None:
    server, _, _, database = await _site(stage)
    nginx = await _nginx(stage, server)
    swarm = await stage.gathers(server, 40, via=[nginx.port, *ports(server)])

    async def fault() -> None:
        for _ in range(stage.times(3, 1)):
            for pid in processes(server):
                os.kill(pid, signal.SIGKILL)
                await until(lambda pid=pid: len(processes(server)) == 2 and pid not in processes(server), "a new one is started", 30)
                await _all_ready(server, swarm)
    await stage.endures(swarm, fault, database=database)
    _were_away(stage, swarm, nginx)


@scenario("rolling", GROUP, "all processes are replaced one after another (SIGHUP) with 100 connected, half of them through nginx",
          f"{AWAY}; nobody reloads the board; lost 0, twice 0, all alike within 5 s")
async def rolling(stage: Stage) -> None:
    server, _, _, database = await _site(stage)
    nginx = await _nginx(stage, server)
    swarm = await stage.gathers(server, stage.times(100, 30), via=[nginx.port, nginx.port, *ports(server)], pace=10)
    reloads = sum(person.reloads for person in swarm.people)

    async def fault() -> None:
        old, began = set(processes(server)), time.monotonic()
        assert server.process
        server.process.send_signal(signal.SIGHUP)
        await until(lambda: len(processes(server)) == 2 and not old & set(processes(server)), "all are replaced", 90)
        await _all_ready(server, swarm)
        stage.figures["replaced_s"] = round(time.monotonic() - began, 1)
    await stage.endures(swarm, fault, database=database)
    _were_away(stage, swarm, nginx)
    stage.figures["reloads"] = sum(person.reloads for person in swarm.people) - reloads
    assert stage.figures["reloads"] == 0


async def _all_ready(server: LiveServer, swarm: Swarm) -> None:
    for port in ports(server):
        await ready(port)
    await until(lambda: all(person.joined for person in swarm.people), "all are in again", 30)


def _were_away(stage: Stage, swarm: Swarm, nginx: Nginx) -> None:
    """Those who come through nginx; the others can only wait for their own process."""
    away = sorted(person.away for person in swarm.people if person.port == nginx.port)
    stage.figures |= {"away_p95_s": round(away[int(len(away) * 0.95) - 1], 1), "away_longest_s": round(away[-1], 1)}
    assert away[-1] > 0, "nobody felt it"
    assert stage.figures["away_p95_s"] <= 15 and away[-1] <= 30, "people were away for too long"


async def _nginx(stage: Stage, server: LiveServer) -> Nginx:
    nginx = Nginx(ports(server))
    stage.later(asyncio.to_thread, nginx.remove)
    await asyncio.to_thread(nginx.start)
    return nginx
