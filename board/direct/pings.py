"""One clock for the pings of all connections. The library keeps a green thread and two timers for each of them."""
from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any

TICK = 0.5          # seconds
NEVER = float("inf")


class Pings:
    """`write(connection)` sends a ping. Dead connections are closed by the library's own check."""

    def __init__(self, server: Any, write: Callable[[Any], None]) -> None:
        self._server, self._write = server, write
        self._running = False

    def schedule(self, connection: Any) -> None:
        """The client has just been heard of: the next ping is due in a while, not the same for all who came together."""
        if connection.last_ping:
            connection.last_ping = None
            connection.board_ping_at = time.time() + self._server.ping_interval * random.uniform(0.8, 1)    # noqa: S311  # nosec B311  # spreads pings, no secret
            if not self._running:
                self._running = True
                self._server.start_background_task(self._run)

    def tick(self) -> None:
        at = time.time()
        for connection in list(self._server.sockets.values()):
            if connection.closed:
                self._server.sockets.pop(connection.sid, None)
            elif connection.closing:
                continue
            elif connection.board_ping_at <= at:
                connection.board_ping_at, connection.last_ping = NEVER, at
                self._write(connection)
            elif connection.last_ping and at - connection.last_ping > self._server.ping_timeout:
                connection.check_ping_timeout()

    def _run(self) -> None:
        while True:
            self._server.sleep(TICK)
            try:
                self.tick()
            except Exception:
                self._server.logger.exception("the pings failed")
