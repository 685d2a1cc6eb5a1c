"""Builds broken on purpose under the same checker: it is good when it finds fault."""
from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from live.process import ROOT

from .registry import scenario
from .stage import Stage

GROUP = "Controls"
BROKEN = Path(__file__).with_name("broken.py")


def _enter(name: str, done: str, how: str, found: str, **people: Any) -> None:
    @scenario(name, GROUP, done, f"found: “… {found} …”", control=found)
    async def play(stage: Stage) -> None:
        server = await stage.serves(script=BROKEN, BOARD_TEST_BREAK=how)
        swarm = await stage.gathers(server, 10, pace=40, **people)
        swarm.works()
        await asyncio.sleep(stage.times(5, 2))
        await stage.judges(swarm)


_enter("no-dedup", "the server forgets what it has done, and everything is sent twice", "no dedup", "stand twice", sends=2)
_enter("write-lost", "one change in twenty is acknowledged and not stored", "write lost", "acknowledged and not there")
_enter("gap-ignored", "a tenth of the messages is lost, and clients do not mind the gap", "messages lost", "sees something else",
       ignores_gaps=True)


@scenario("ack-before-commit", GROUP, "the server answers before it commits, and is killed 10 times",
          "found: “… acknowledged and not there …”", control="acknowledged and not there")
async def ack_before_commit(stage: Stage) -> None:
    server = await stage.serves(script=ROOT / "tests" / "live" / "early_answers.py")
    swarm = await stage.gathers(server, 10, pace=60)
    swarm.works()
    for _ in range(10):
        await asyncio.sleep(0.7)
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
        await asyncio.sleep(1)
    await stage.judges(swarm)


@scenario("messages-lost", "Network", "a tenth of the server's messages to a board never leaves",
          "missed numbers are asked for; all alike within 6 s")
async def messages_lost(stage: Stage) -> None:
    server = await stage.serves(script=BROKEN, BOARD_TEST_BREAK="messages lost")
    swarm = await stage.gathers(server)
    swarm.works()
    await asyncio.sleep(stage.times(10, 3))
    await stage.judges(swarm, within=6)     # the last one may be missed: a heartbeat tells of it
