"""Spawned work that waits until a test runs it."""
from __future__ import annotations

from typing import Any

from board.concurrency import Inline, Work


class Later(Inline):
    def __init__(self) -> None:
        self.work: list[tuple[Work, tuple[Any, ...]]] = []

    def spawn(self, work: Work, *arguments: Any) -> None:
        self.work.append((work, arguments))

    def run(self) -> None:
        while self.work:
            work, arguments = self.work.pop(0)
            work(*arguments)
