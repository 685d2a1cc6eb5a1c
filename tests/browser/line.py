"""A line between a browser and the server that can be made as bad as one likes, and what must hold on it."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from browser.people import BoardOnline, Person

from faults.proxy import FaultProxy


class Line:
    """A FaultProxy in a thread of its own. `url` leads through it."""

    def __init__(self, target: int) -> None:
        self.proxy = FaultProxy(target)
        self._loop = asyncio.new_event_loop()
        self._over: asyncio.Event
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        ready.wait(10)
        self.url = f"http://localhost:{self.proxy.port}"

    def is_now(self, act: Callable[[FaultProxy], Any]) -> None:
        """Change how the line is."""
        done = threading.Event()
        self._loop.call_soon_threadsafe(lambda: (act(self.proxy), done.set()))
        done.wait(10)

    def is_slow(self) -> None:
        """300 ms there and back, 400 kbit/s."""
        def slow(proxy: FaultProxy) -> None:
            for way in (proxy.up, proxy.down):
                way.delay, way.rate = 0.15, 50_000
        self.is_now(slow)

    def stalls(self, on: bool) -> None:
        self.is_now(lambda proxy: (setattr(proxy.up, "paused", on), setattr(proxy.down, "paused", on)))

    def swallows(self, on: bool) -> None:
        """Everything sent is lost without a word, and those connections stay half-open."""
        self.is_now(lambda proxy: (setattr(proxy.up, "swallow", on), setattr(proxy.down, "swallow", on)))

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(10)

    def _run(self, ready: threading.Event) -> None:
        async def serve() -> None:
            self._over = asyncio.Event()
            async with self.proxy:
                ready.set()
                await self._over.wait()
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(serve())
        self._loop.close()


@contextmanager
def line_to(board: BoardOnline) -> Iterator[Line]:
    """People who join the board meanwhile do so through the line."""
    line = Line(board.server.port)
    try:
        yield line
    finally:
        line.stop()


def faults_of_delivery(written: list[str], stored: list[str]) -> list[str]:
    """What is missing, what is there more often than it was written, what nobody wrote."""
    wrote, there = Counter(written), Counter(stored)
    return ([f"missing: {text}" for text in wrote if there[text] < wrote[text]]
            + [f"{there[text]} times: {text}" for text in wrote if there[text] > wrote[text]]
            + [f"from nowhere: {text}" for text in there if text not in wrote])


def faults_of_state(person: Person, written: list[str]) -> list[str]:
    """A page that says *saved* while something is not stored lies."""
    state = person.saved.get_attribute("data-state")
    stored = [note["text"] for note in person.board.notes()]
    return [f"says saved, not stored: {text}" for text in written if text not in stored] if state == "saved" else []
