"""Where a new note lands in its theme's zone. The browser's twin is static/js/core/layout.js; vectors keep them equal."""
from __future__ import annotations

import math

NOTE, GAP, PAD, HEAD = 160, 16, 20, 56
PITCH = NOTE + GAP


def columns(count: int) -> int:
    """Columns of a zone that holds `count` notes: four, then about three wide to two high."""
    return max(4, math.ceil(math.sqrt(1.5 * count)))


def free_place(notes: list[dict[str, float]]) -> dict[str, int]:
    """The first free cell, row by row, beside `notes` (their `x` and `y` within the zone)."""
    zone = Occupancy()
    for note in notes:
        zone.add(note["x"], note["y"])
    x, y = zone.free_place()
    return {"x": x, "y": y}


class Occupancy:
    """Which cells of a zone are covered, kept up to date as notes come and go."""

    def __init__(self) -> None:
        self.count = 0
        self._covered: dict[tuple[int, int], int] = {}

    def add(self, x: float, y: float) -> None:
        self.count += 1
        for cell in _cells(x, y):
            self._covered[cell] = self._covered.get(cell, 0) + 1

    def take_away(self, x: float, y: float) -> None:
        self.count -= 1
        for cell in _cells(x, y):
            if self._covered[cell] == 1:
                del self._covered[cell]
            else:
                self._covered[cell] -= 1

    def free_place(self) -> tuple[int, int]:
        across, index = columns(self.count + 1), 0
        while (index % across, index // across) in self._covered:
            index += 1
        return PAD + (index % across) * PITCH, HEAD + (index // across) * PITCH


def _cells(x: float, y: float) -> list[tuple[int, int]]:
    return [(column, row) for column in _span(x - PAD) for row in _span(y - HEAD)]


def _span(offset: float) -> range:
    """Indices i >= 0 with |i * PITCH - offset| < NOTE."""
    first = math.floor((offset - NOTE) / PITCH) + 1
    last = math.ceil((offset + NOTE) / PITCH) - 1
    return range(max(0, first), last + 1)
