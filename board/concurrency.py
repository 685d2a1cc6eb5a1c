"""Spawning, sleeping and handing work to operating-system threads, in the three ways a board can be served.

`eventlet`: one thread of green threads; database work goes to a small pool of OS threads so that nothing stalls.
`threading`: plain threads. `inline`: everything at once on the caller's thread, which makes tests deterministic.
Besides `run.py` this is the only module that knows eventlet.
"""
from __future__ import annotations

import importlib
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

Work = Callable[..., Any]


class ProcessFailed(Exception):
    """A process of ours did not do its work. `status` is its exit status (negative: the signal that ended it), None when it
    took too long or could not be started; `output` what it wrote before."""

    def __init__(self, message: str, status: int | None = None, output: bytes = b"") -> None:
        super().__init__(message)
        self.status, self.output = status, output


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

    def process(self, arguments: list[str], given: bytes, seconds: float) -> bytes:
        """Run a program with `given` as its input; what it writes. Raises ProcessFailed."""
        try:
            done = self.offload(_run_process, self._subprocess, arguments, given, seconds)
        except (OSError, subprocess.SubprocessError) as error:
            raise ProcessFailed(type(error).__name__) from error
        if done.returncode:
            raise ProcessFailed(f"status {done.returncode}: {done.stdout[:200]!r}", done.returncode, done.stdout)
        output: bytes = done.stdout
        return output

    _subprocess: Any = subprocess

    def lock(self) -> Any:
        return threading.Lock()

    def reentrant_lock(self) -> Any:
        return threading.RLock()

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
        self._subprocess = eventlet.patcher.original("subprocess")      # it waits on an OS thread, not on the hub

    def spawn(self, work: Work, *arguments: Any) -> None:
        self._eventlet.spawn_n(work, *arguments)

    def sleep(self, seconds: float) -> None:
        self._eventlet.sleep(seconds)

    def offload(self, work: Work, *arguments: Any) -> Any:
        return self._tpool.execute(work, *arguments)


def native(name: str) -> Any:
    """A module as it is without green threads, for work that runs on threads of the operating system."""
    patcher = sys.modules.get("eventlet.patcher")
    return patcher.original(name) if patcher else importlib.import_module(name)


def _run_process(subprocess: Any, arguments: list[str], given: bytes, seconds: float) -> Any:
    return subprocess.run(      # nosec B603  # programs of ours, by path, without a shell
        arguments, input=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds, check=False)


def start(mode: str) -> Concurrency:
    return {"eventlet": Green, "threading": Concurrency, "inline": Inline}[mode]()
