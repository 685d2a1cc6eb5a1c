"""Spawning, sleeping and handing work to operating-system threads, in the three ways a board can be served.

`eventlet`: one thread of green threads; database work goes to a small pool of OS threads so that nothing stalls.
`threading`: plain threads. `inline`: everything at once on the caller's thread, which makes tests deterministic.
Besides `run.py` this is the only module that knows eventlet.
"""
from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

Work = Callable[..., Any]


class Concurrency:
    """What the rest of the program may do at the same time. `native_threads`: offloaded work runs on OS threads
    beside green ones, so locks made by patched modules must not be shared with it."""

    mode = "threading"
    native_threads = False

    def spawn(self, work: Work, *arguments: Any) -> None:
        threading.Thread(target=work, args=arguments, daemon=True).start()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def offload(self, work: Work, *arguments: Any) -> Any:
        """Run blocking work without holding up anybody else; returns what it returns, raises what it raises."""
        return work(*arguments)

    def lock(self) -> Any:
        return threading.Lock()

    def event(self) -> Any:
        return threading.Event()


class Inline(Concurrency):
    mode = "inline"

    def spawn(self, work: Work, *arguments: Any) -> None:
        work(*arguments)

    def sleep(self, seconds: float) -> None:
        pass


class Green(Concurrency):
    """Needs `eventlet.monkey_patch()` before anything else is imported; `run.py` does that."""

    mode = "eventlet"
    native_threads = True

    def __init__(self) -> None:
        import eventlet
        import eventlet.tpool
        self._eventlet, self._tpool = eventlet, eventlet.tpool

    def spawn(self, work: Work, *arguments: Any) -> None:
        self._eventlet.spawn_n(work, *arguments)

    def sleep(self, seconds: float) -> None:
        self._eventlet.sleep(seconds)

    def offload(self, work: Work, *arguments: Any) -> Any:
        return self._tpool.execute(work, *arguments)


def start(mode: str) -> Concurrency:
    return {"eventlet": Green, "threading": Concurrency, "inline": Inline}[mode]()
