"""Once in a while: how late timers are, how many people are here, what the process takes. For `/metrics`."""
from __future__ import annotations

import os
import time
from pathlib import Path

from . import metrics
from .app_parts import Parts

TICK = 0.25             # seconds between two looks at how late we are
LOOK = 4                # ticks between two looks at everything else
PAGE = os.sysconf("SC_PAGE_SIZE")


class Pulse:
    def __init__(self, parts: Parts) -> None:
        self._parts, self._cpu = parts, 0.0

    def beat(self) -> None:
        """The loop."""
        while True:
            for _ in range(LOOK):
                due = time.monotonic() + TICK
                self._parts.concurrency.sleep(TICK)
                metrics.lateness.observe(max(0.0, time.monotonic() - due))
            self.look()

    def look(self) -> None:
        presence = self._parts.presence
        metrics.connections.set(presence.count())
        metrics.boards.set(len(presence.boards()))
        metrics.seats.set(sum(len(presence.here(board_id)) for board_id in presence.boards()))
        metrics.files_waiting.set(self._parts.exporting.waiting)
        used = time.process_time()
        metrics.cpu.inc(used - self._cpu)
        self._cpu = used
        metrics.resident.set(resident_bytes())


def resident_bytes() -> int:
    """Memory of this process, 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE
    except OSError:
        return 0
