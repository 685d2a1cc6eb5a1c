"""Where a new note lands in its theme's zone. The browser's twin is static/js/core/layout.js; vectors keep them equal."""
from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

NOTE, GAP, PAD, HEAD = 160, 16, 20, 56
PITCH = NOTE + GAP
CARD_WIDTH, CARD_HEIGHT = 240, 88      # of a collapsed cluster
MOST_CELLS = 400      # counted in one direction: nobody looks for a free place beyond


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
    """Which cells of a zone are covered, kept up to date as notes and clusters come and go."""

    def __init__(self) -> None:
        self.count = 0
        self._covered: dict[tuple[int, int], int] = {}
        self._full_up_to = (0, 0)       # columns, and the index up to which nothing is free in so many

    def cover(self, name: str, record: dict[str, Any]) -> None:
        if name == "note":
            self.add(record["x"], record["y"])
        else:
            self._change(drawn(record), 1)

    def uncover(self, name: str, record: dict[str, Any]) -> None:
        if name == "note":
            self.take_away(record["x"], record["y"])
        else:
            self._change(drawn(record), -1)

    def add(self, x: float, y: float) -> None:
        self.count += 1
        self._change((x, y, NOTE, NOTE), 1)

    def take_away(self, x: float, y: float) -> None:
        self.count -= 1
        self._change((x, y, NOTE, NOTE), -1)

    def __len__(self) -> int:
        return len(self._covered)

    def is_taken(self, x: float, y: float) -> bool:
        return any(cell in self._covered for cell in _cells(x, y, NOTE, NOTE))

    def free_place(self) -> tuple[int, int]:
        across = columns(self.count + 1)
        index = self._full_up_to[1] if self._full_up_to[0] == across else 0
        while (index % across, index // across) in self._covered:
            index += 1
        self._full_up_to = (across, index)
        return PAD + (index % across) * PITCH, HEAD + (index // across) * PITCH

    def free_places(self, count: int) -> Iterator[tuple[int, int]]:
        """Places for so many notes at once, row by row."""
        across, index = columns(self.count + count), 0
        for _ in range(count):
            while (index % across, index // across) in self._covered:
                index += 1
            yield PAD + (index % across) * PITCH, HEAD + (index // across) * PITCH
            index += 1

    def _change(self, area: tuple[float, float, float, float], by: int) -> None:
        for cell in _cells(*area):
            covered = self._covered.get(cell, 0) + by
            if covered:
                self._covered[cell] = covered
            else:
                del self._covered[cell]
                self._full_up_to = (0, 0)


def drawn(cluster: dict[str, Any]) -> tuple[float, float, float, float]:
    """The frame of a cluster as it stands by itself: x, y, width, height. One that is collapsed is drawn as a card."""
    if cluster["collapsed"]:
        return cluster["x"], cluster["y"], max(cluster["w"], CARD_WIDTH), CARD_HEIGHT
    return cluster["x"], cluster["y"], cluster["w"], cluster["h"]


def _cells(x: float, y: float, width: float, height: float) -> list[tuple[int, int]]:
    """The cells whose square overlaps the area."""
    rows = _span(y - HEAD, height)
    return [(column, row) for column in _span(x - PAD, width) for row in rows]


def _span(offset: float, size: float) -> range:
    """Indices i >= 0 with i * PITCH < offset + size and i * PITCH + NOTE > offset."""
    first = math.floor((offset - NOTE) / PITCH) + 1
    last = math.ceil((offset + size) / PITCH) - 1
    return range(max(0, first), min(last, MOST_CELLS) + 1)
