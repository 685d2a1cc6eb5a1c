"""A network that loses, delays, repeats and reorders messages and cuts connections, all from one seed."""
from __future__ import annotations

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Weather:
    loss: float = 0.0
    twice: float = 0.0
    slowest: int = 3            # ticks a message takes at most
    in_order: bool = True       # as TCP delivers; otherwise each message finds its own way
    cut: float = 0.0            # a tick, for each connection


CALM = Weather(slowest=1)


class Network:
    """Messages under way. `carry` takes an open-check: what arrives at a closed connection is gone."""

    def __init__(self, rng: random.Random, weather: Weather) -> None:
        self.rng, self.weather, self.now = rng, weather, 0
        self._flying: list[tuple[int, int, Callable[[], bool], Callable[..., None], tuple[Any, ...]]] = []
        self._count = 0
        self._latest: dict[Any, int] = {}

    def carry(self, way: Any, is_open: Callable[[], bool], arrive: Callable[..., None], *message: Any) -> bool:
        """False when the message is lost on the way."""
        weather = self.weather
        if self.rng.random() < weather.loss:
            return False
        self._launch(way, is_open, arrive, message)
        if self.rng.random() < weather.twice:
            self._launch(way, is_open, arrive, message)
        return True

    def tick(self) -> None:
        self.now += 1
        while self._flying and self._flying[0][0] <= self.now:
            _, _, is_open, arrive, message = heapq.heappop(self._flying)
            if is_open():
                arrive(*message)

    @property
    def quiet(self) -> bool:
        return not self._flying

    def _launch(self, way: Any, is_open: Callable[[], bool], arrive: Callable[..., None], message: tuple[Any, ...]) -> None:
        due = self.now + self.rng.randint(1, self.weather.slowest)
        if self.weather.in_order:
            due = self._latest[way] = max(due, self._latest.get(way, 0))
        self._count += 1
        heapq.heappush(self._flying, (due, self._count, is_open, arrive, message))
