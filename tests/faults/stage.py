"""What a scenario stands on: a folder, servers and proxies that are cleared away, people, the figures it finds."""
from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from live.process import ROOT, LiveServer

from .checker import Verdict, check
from .proxy import FaultProxy
from .swarm import Swarm

SLACK = 5.0         # milliseconds
CALM = 100.0        # milliseconds: a p95 above that without any fault tells of the machine, and not of the board
CONVERGED = 5.0     # seconds from the healing until all have everything


class Impossible(Exception):
    """This machine cannot make the fault, or cannot tell what it does; the text says what is missing."""


class Stage:
    def __init__(self, folder: Path, quick: bool) -> None:
        self.folder, self.quick = folder, quick
        self.figures: dict[str, Any] = {}
        self._after = contextlib.AsyncExitStack()
        self._swarms = 0

    async def __aenter__(self) -> Stage:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._after.aclose()

    def times(self, whole: int, quick: int) -> int:
        """How often or how long: the whole, or for a quick run."""
        return quick if self.quick else whole

    # --- who is there

    async def serves(self, *, script: Path = ROOT / "run.py", folder: Path | None = None, workers: int = 1, **settings: Any) -> LiveServer:
        folder = folder or self.folder / f"server{self._swarms}"
        folder.mkdir(exist_ok=True)
        server = LiveServer(folder, script, workers, **settings)
        self.later(asyncio.to_thread, server.stop if workers > 1 else server.kill, *([30] if workers > 1 else []))
        await asyncio.to_thread(server.start)
        return server

    async def proxy(self, target: int) -> FaultProxy:
        return await self._after.enter_async_context(FaultProxy(target))

    async def gathers(self, server: LiveServer, count: int = 20, **more: Any) -> Swarm:
        self._swarms += 1
        folder = self.folder / f"records{self._swarms}"
        folder.mkdir()
        swarm = await Swarm.gathers(server, folder, count, seed=self._swarms, **more)
        self.later(swarm.leaves)
        return swarm

    def later(self, work: Callable[..., Awaitable[Any]], *arguments: Any) -> None:
        """When the scenario is over, however it ended; the last comes first."""
        self._after.push_async_callback(work, *arguments)

    # --- what is found

    async def endures(self, swarm: Swarm, fault: Callable[[], Awaitable[None]], *, calm: int = 3, within: float = CONVERGED,
                      database: str = "") -> Verdict:
        """People work; the fault comes and is healed at its end; all must agree soon after, and nothing may be lost."""
        calm = self.times(calm, 1)
        swarm.works()
        await asyncio.sleep(calm)
        began = time.monotonic()
        await fault()
        healed = time.monotonic()
        self.figures |= {"p95_calm_ms": swarm.p95(began - calm, began), "p95_fault_ms": swarm.p95(began, healed)}
        return await self.judges(swarm, within, database)

    async def judges(self, swarm: Swarm, within: float = CONVERGED, database: str = "") -> Verdict:
        took = trouble = None
        try:
            took = await swarm.agrees(within)
        except AssertionError as error:
            trouble = str(error)
        verdict = await check(swarm, database or sqlite(swarm.server))
        self.figures |= {"sent": verdict.sent, "acknowledged": verdict.acknowledged, "lost": verdict.lost, "twice": verdict.twice,
                         "converged_s": took and round(took, 2)}
        assert not trouble and not verdict.faults, "; ".join([*([trouble] if trouble else []), *verdict.faults[:5]])
        assert verdict.sent == verdict.acknowledged > 0
        return verdict

    def fair(self) -> None:
        """Others' p95 may rise by a fifth (and by what a clock of a busy machine shows anyway), not by more."""
        calm, attacked = self.figures["p95_calm_ms"], self.figures["p95_fault_ms"]
        assert calm and attacked, f"too little was seen to tell: p95 {calm} ms before, {attacked} ms meanwhile"
        if calm > CALM:
            raise Impossible(f"the machine is too busy to tell: p95 {calm} ms without the fault")
        assert attacked <= calm * 1.2 + SLACK, f"p95 of the others rose from {calm} to {attacked} ms"


def sqlite(server: LiveServer) -> str:
    return f"sqlite:///{server.folder / 'board.db'}"


def memory(server: LiveServer) -> float:
    """Resident megabytes."""
    assert server.process
    pages = int(Path(f"/proc/{server.process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
