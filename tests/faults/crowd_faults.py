"""One client is bad: reads nothing, opens and never asks, guesses, sends rubbish. Nobody else may feel it."""
from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import sys
import time
from collections.abc import AsyncIterator
from typing import Any

from live.process import ROOT, LiveServer

from .line import WebSocket, device_cookie, request
from .registry import scenario
from .stage import Stage, memory
from .swarm import Swarm, take_seats

GROUP = "One bad client"
FAIR = "p95 of the others up by a fifth at most"
PROBED = "the health probe within 1 s"


class Attack:
    """An attacker's process. It attacks to the end: who is endless is still at it, who is not comes through."""

    def __init__(self, name: str, server: LiveServer, **how: Any) -> None:
        self._words = [sys.executable, "-m", "tests.faults.attackers", name, str(server.port), json.dumps(how)]
        self._process: asyncio.subprocess.Process | None = None
        self._through = False

    async def __aenter__(self) -> Attack:
        self._process = await asyncio.create_subprocess_exec(*self._words, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
        return self

    async def __aexit__(self, error: type[BaseException] | None, *_more: object) -> None:
        assert self._process
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        ended = await self._process.wait()
        assert error or self._through or ended == -signal.SIGKILL, f"the attack ended by itself, with {ended}"

    async def done(self) -> dict[str, Any]:
        """What it did, when it is through."""
        assert self._process
        said, _ = await self._process.communicate()
        assert self._process.returncode == 0, f"the attack ended with {self._process.returncode}"
        self._through = True
        answer: dict[str, Any] = json.loads(said)
        return answer


@contextlib.asynccontextmanager
async def probed(stage: Stage, server: LiveServer) -> AsyncIterator[None]:
    """Meanwhile the health probe is asked twice a second; `probe_s` is the slowest answer."""
    slowest = [0.0]

    async def probe() -> None:
        while True:
            began = time.monotonic()
            status, _ = await request(server.port, "GET", "/healthz", timeout=10)
            slowest.append(time.monotonic() - began)
            assert status == 200
            await asyncio.sleep(0.5)
    task = asyncio.create_task(probe())
    yield
    task.cancel()
    (ended,) = await asyncio.gather(task, return_exceptions=True)
    stage.figures["probe_s"] = round(max([*slowest, stage.figures.get("probe_s", 0)]), 3)
    assert isinstance(ended, asyncio.CancelledError), f"the probe failed: {ended!r}"


async def _in_turns(stage: Stage, swarm: Swarm, attack: Any, seconds: float) -> None:
    """p95 of the others without and with the attack (an asynchronous context), in turns, so that a busy machine touches
    both alike; the medians of three."""
    swarm.works()
    without, with_it = [], []
    for _ in range(stage.times(3, 1)):
        began = time.monotonic()
        await asyncio.sleep(seconds)
        without.append(swarm.p95(began))
        async with attack():
            began = time.monotonic()
            await asyncio.sleep(seconds)
            with_it.append(swarm.p95(began))
        await asyncio.sleep(1)
    stage.figures |= {"p95_calm_ms": sorted(without)[len(without) // 2], "p95_fault_ms": sorted(with_it)[len(with_it) // 2]}


@scenario("never-read", GROUP, "50 of 500 join and then never read", f"{FAIR}; memory up by 50 MB at most")
async def never_read(stage: Stage) -> None:
    server = await stage.serves()
    swarm = await stage.gathers(server, stage.times(450, 60), editors=20, pace=6)
    seats = await take_seats(server, swarm.board, stage.times(50, 10))
    before = memory(server)

    @contextlib.asynccontextmanager
    async def attack() -> AsyncIterator[None]:
        held = []
        for seat in seats:
            each = await WebSocket.opened(server.port, f"/socket.io/?EIO=4&transport=websocket&board={seat['board']}", buffer=1024)
            held.append(each)
            await each.receive()
            each.send("40" + json.dumps({"token": seat["token"]}))
            each.send("420" + json.dumps(["join", {"board": seat["board"]}]))
        yield
        stage.figures["memory_mb"] = round(max(memory(server) - before, stage.figures.get("memory_mb", 0)), 1)
        for each in held:
            each.abort()
    await _in_turns(stage, swarm, attack, stage.times(12, 4))
    await stage.judges(swarm, 10)
    assert stage.figures["memory_mb"] <= 50, "memory grew"
    stage.fair()


@scenario("half-open-requests", GROUP, "2,000 requests are begun and never finished", f"{FAIR}; {PROBED}")
async def half_open_requests(stage: Stage) -> None:
    await _beside(stage, stage.times(8, 5), "begins", count=2_000)
    stage.fair()


@scenario("connect-flood", GROUP, "200 connections a second are opened and dropped", f"{PROBED}; lost 0, twice 0, all alike within 5 s")
async def connect_flood(stage: Stage) -> None:
    await _beside(stage, stage.times(6, 4), "floods", a_second=200)


async def _beside(stage: Stage, seconds: float, name: str, **how: Any) -> None:
    """People work while that attack goes on, and the health probe is asked."""
    server = await stage.serves()
    swarm = await stage.gathers(server)

    @contextlib.asynccontextmanager
    async def attack() -> AsyncIterator[None]:
        async with Attack(name, server, **how), probed(stage, server):
            yield
    await _in_turns(stage, swarm, attack, seconds)
    await stage.judges(swarm)
    assert stage.figures["probe_s"] <= 1


@scenario("wrong-codes", GROUP, "10,000 wrong codes beside 50 people with the right one, all from one address",
          "all 50 enter, no wrong code does; lost 0, twice 0, all alike within 5 s")
async def wrong_codes(stage: Stage) -> None:
    server = await stage.serves()
    swarm = await stage.gathers(server)
    board, honest, wrong = swarm.board, [], stage.times(10_000, 500)

    async def fault() -> None:
        async with Attack("guesses", server, board=board["board"], count=wrong) as attack:
            await asyncio.sleep(1)
            for number in range(50):      # as a browser does: the page first, which makes it a device
                cookie = await device_cookie(server.port)
                status, _ = await request(server.port, "POST", f"/api/boards/{board['board']}/seats", cookie=cookie,
                                          body={"code": board["code"], "name": f"Honest {number}"})
                honest.append(status)
            stage.figures |= await attack.done()
    await stage.endures(swarm, fault)
    stage.figures["honest_in"] = honest.count(201)
    assert honest == [201] * 50, f"honest people were kept out: {honest}"
    assert not {"200", "201", "500"} & set(stage.figures["answers"])


@scenario("malformed", GROUP, "100,000 malformed frames from one participant over 25 connections",
          f"no crash; {PROBED}; memory up by 20 MB and the log by 1,000 lines at most; lost 0, twice 0, all alike within 5 s")
async def malformed(stage: Stage) -> None:
    server = await stage.serves()
    swarm = await stage.gathers(server)
    (seat,) = await take_seats(server, swarm.board, 1)
    before, lines = memory(server), _lines(server)

    async def fault() -> None:
        async with Attack("spoils", server, seat=seat, count=stage.times(100_000, 5_000)) as attack, probed(stage, server):
            stage.figures |= await attack.done()
    await stage.endures(swarm, fault)
    stage.figures |= {"memory_mb": round(memory(server) - before, 1), "log_lines": _lines(server) - lines}
    assert server.process and server.process.poll() is None
    assert stage.figures["probe_s"] <= 1 and stage.figures["memory_mb"] <= 20, "the server suffered"
    assert stage.figures["log_lines"] <= 1000, "the log was flooded"


def _lines(server: LiveServer) -> int:
    return server.log.read_text(errors="replace").count("\n")
