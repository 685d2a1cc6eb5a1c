"""Bad networks, made by the proxy between everybody and the board."""
from __future__ import annotations

import asyncio
from collections.abc import Callable

from .proxy import Direction, FaultProxy
from .registry import scenario
from .stage import Stage

GROUP = "Network"
KINDS: dict[str, tuple[str, Callable[[FaultProxy], None]]] = {
    "latency": ("300 ± 200 ms each way", lambda proxy: both(proxy, delay=0.3, jitter=0.2)),
    "stalls": ("1 in 20 pieces is held up for 2–5 s", lambda proxy: both(proxy, stall=0.05)),
    "dribble": ("three bytes at a time", lambda proxy: both(proxy, dribble=3)),
    "slow-line": ("32 kbit/s for each connection", lambda proxy: both(proxy, rate=4_000)),
    "silence": ("nothing passes for a while, nothing is lost", lambda proxy: both(proxy, paused=True)),
}


def both(proxy: FaultProxy, **conditions: float) -> None:
    proxy.up, proxy.down = Direction(**conditions), Direction(**conditions)    # type: ignore[arg-type]


def _enter(name: str, done: str, spoil: Callable[[FaultProxy], None]) -> None:
    @scenario(name, GROUP, f"{done}, for 15 s")
    async def play(stage: Stage) -> None:
        server = await stage.serves()
        proxy = await stage.proxy(server.port)
        swarm = await stage.gathers(server, via=proxy.port, pace=10)

        async def fault() -> None:
            spoil(proxy)
            await asyncio.sleep(stage.times(15, 3))
            proxy.heal()
        await stage.endures(swarm, fault)


for _name, (_done, _spoil) in KINDS.items():
    _enter(_name, _done, _spoil)


@scenario("resets", GROUP, "all connections are reset every half second, 20 times")
async def resets(stage: Stage) -> None:
    server = await stage.serves()
    proxy = await stage.proxy(server.port)
    swarm = await stage.gathers(server, via=proxy.port)

    async def fault() -> None:
        for _ in range(stage.times(20, 4)):
            await asyncio.sleep(0.5)
            proxy.reset_all()
    await stage.endures(swarm, fault)


@scenario("half-open", GROUP, "open connections go dead without a word, new ones are well",
          "noticed by silence: lost 0, twice 0, all alike within 22 s")
async def half_open(stage: Stage) -> None:
    server = await stage.serves()
    proxy = await stage.proxy(server.port)
    swarm = await stage.gathers(server, via=proxy.port)

    async def fault() -> None:
        proxy.forget()
    await stage.endures(swarm, fault, within=22)     # three heartbeats missed, and a try


@scenario("black-hole", GROUP, "nothing gets through for 20 s, and open connections are dead for good")
async def black_hole(stage: Stage) -> None:
    server = await stage.serves()
    proxy = await stage.proxy(server.port)
    swarm = await stage.gathers(server, via=proxy.port)

    async def fault() -> None:
        proxy.black_hole()
        await asyncio.sleep(20)
        proxy.heal()
    await stage.endures(swarm, fault)


@scenario("refused", GROUP, "every new connection is reset for 10 s, the open ones too")
async def refused(stage: Stage) -> None:
    server = await stage.serves()
    proxy = await stage.proxy(server.port)
    swarm = await stage.gathers(server, via=proxy.port)

    async def fault() -> None:
        proxy.refuse = True
        proxy.reset_all()
        await asyncio.sleep(stage.times(10, 3))
        proxy.heal()
    await stage.endures(swarm, fault)


@scenario("cut", GROUP, "the line is cut between a change and its acknowledgement, 40 times")
async def cut(stage: Stage) -> None:
    server, cuts = await stage.serves(), stage.times(40, 5)
    proxy = await stage.proxy(server.port)
    swarm = await stage.gathers(server, via=proxy.port)

    async def fault() -> None:
        proxy.cut_after(lambda piece: b'["change"' in piece, cuts)
        while proxy.cuts < cuts:
            await asyncio.sleep(0.05)
        proxy.heal()
    await stage.endures(swarm, fault)
    stage.figures["cuts"] = proxy.cuts


@scenario("retransmitted", GROUP, "every change is sent three times, at once and on every return, with resets meanwhile")
async def retransmitted(stage: Stage) -> None:
    server = await stage.serves()
    proxy = await stage.proxy(server.port)
    swarm = await stage.gathers(server, via=proxy.port, sends=3)

    async def fault() -> None:
        for _ in range(stage.times(10, 2)):
            await asyncio.sleep(1)
            proxy.reset_all()
    await stage.endures(swarm, fault)
    stage.figures["retransmissions"] = sum(person.resent for person in swarm.people)
    assert stage.figures["retransmissions"] > 0
