"""Where everything lies when the whole board is seen at once: zones, frames, notes and the lines between them, in pixels of
the screen. The browser's twin is static/js/core/layout.js; on paper clusters are always open."""
from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..layout import GAP, HEAD, NOTE, PAD, PITCH, columns
from .model import Model, Record

ZONE_GAP = 40
CLUSTER_PAD, CLUSTER_HEAD = 12, 48
ZONE_LIMIT = 20_000
MOST_GAP = 4 * PITCH        # of nothing between two things, where nobody would know what lies beyond
Area = tuple[float, float, float, float]        # x, y, width, height
Place = tuple[float, float]


@dataclass
class Wall:
    """`zones` by theme, `frames` by cluster, `places` of notes; `width` and `height` hold all of it."""
    zones: dict[str, Area] = field(default_factory=dict)
    frames: dict[str, Area] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    width: float = 0
    height: float = 0


def wall(model: Model) -> Wall:
    """The notes in rows of zones, as the browser has them."""
    themes = model["themes"]
    across = len(themes) if len(themes) <= 3 else math.ceil(len(themes) / 2)
    found, top = Wall(), 0.0
    for start in range(0, len(themes), across or 1):
        left, tallest = 0.0, 0.0
        for theme in themes[start:start + across]:
            zone = _Zone(model, theme["id"])
            width, height = zone.size()
            found.zones[theme["id"]] = left, top, width, height
            found.frames |= {key: (left + x, top + y, w, h) for key, (x, y, w, h) in zone.frames.items()}
            found.places |= {key: (left + x, top + y) for key, (x, y) in zone.places.items()}
            found.width, found.height = max(found.width, left + width), max(found.height, top + height)
            left, tallest = left + width + ZONE_GAP, max(tallest, height)
        top += tallest + ZONE_GAP
    return found


def connector(solution: Place, challenge: Place) -> list[float]:
    """A line with a slight bend from edge to edge: `[x, y]` of its start, of what bends it, and of its end."""
    start, end = _edge(solution, challenge), _edge(challenge, solution)
    length = math.dist(start, end) or 1
    bend = min(60, 0.18 * length) / length
    middle = (start[0] + end[0]) / 2 - (end[1] - start[1]) * bend, (start[1] + end[1]) / 2 + (end[0] - start[0]) * bend
    return [round(each, 1) for point in (start, middle, end) for each in point]


class _Zone:
    """What is in one theme, from the zone's corner."""

    def __init__(self, model: Model, theme: str) -> None:
        notes = [note for note in model["notes"].values() if note["theme"] == theme]
        clusters = [each for each in model["clusters"] if each["theme"] == theme]
        self._whole = model["scope"]["kind"] in ("board", "theme")
        self.places: dict[str, Place] = {each["id"]: (each["x"], each["y"]) for each in notes}
        self.frames: dict[str, Area] = {each["id"]: self._frame(each) for each in clusters}
        self._squeeze()
        if max(self.size()) > ZONE_LIMIT:
            self._tidy(clusters, [each["id"] for each in notes if each["cluster"] not in self.frames])
        else:
            self._move_down([each for each in clusters if each["collapsed"] and self._is_covered(each)])

    def size(self) -> Place:
        areas = [*map(_square, self.places.values()), *self.frames.values()]
        across, down = (4, 2) if self._whole else (3, 1)
        return (max([PAD + across * PITCH - GAP + PAD, *(x + width + PAD for x, _, width, _ in areas)]),
                max([HEAD + down * PITCH - GAP + PAD, *(y + height + PAD for _, y, _, height in areas)]))

    def _frame(self, cluster: Record) -> Area:
        """Around its notes, and on the whole board as large as it was drawn."""
        own = [(cluster["x"], cluster["y"], cluster["w"], cluster["h"])] if self._whole and not cluster["collapsed"] else []
        return _around([*own, *((x - CLUSTER_PAD, y - CLUSTER_HEAD, NOTE + 2 * CLUSTER_PAD, CLUSTER_HEAD + NOTE + CLUSTER_PAD)
                                for x, y in (self.places[each] for each in cluster["notes"]))])

    def _squeeze(self) -> None:
        """Bring what lies far out, or before the zone's corner, to the others."""
        areas = [*map(_square, self.places.values()), *self.frames.values()]
        most = MOST_GAP if self._whole else GAP
        across = _squeezed(((x, x + width) for x, _, width, _ in areas), PAD, most)
        down = _squeezed(((y, y + height) for _, y, _, height in areas), HEAD, most)
        self.places = {key: (across[x], down[y]) for key, (x, y) in self.places.items()}
        self.frames = {key: (across[x], down[y], width, height) for key, (x, y, width, height) in self.frames.items()}

    def _is_covered(self, cluster: Record) -> bool:
        """Whether something else came to lie where the notes of a closed cluster were."""
        own, inside = self.frames[cluster["id"]], set(cluster["notes"])
        return any(_overlap(own, _square(place)) for key, place in self.places.items() if key not in inside) or \
            any(_overlap(own, area) for key, area in self.frames.items() if key != cluster["id"])

    def _move_down(self, clusters: list[Record]) -> None:
        for cluster in clusters:
            areas = [*(_square(place) for key, place in self.places.items() if key not in cluster["notes"]),
                     *(area for key, area in self.frames.items() if key != cluster["id"])]
            self._spread(cluster, PAD, max([HEAD, *(y + height + GAP for _, y, _, height in areas)]))

    def _tidy(self, clusters: list[Record], loose: list[str]) -> None:
        """Everything anew, cluster by cluster and then the others."""
        top = float(HEAD)
        for cluster in clusters:
            self._spread(cluster, PAD, top)
            top += self.frames[cluster["id"]][3] + GAP
        self.places |= {key: (PAD + x, top + y) for key, (x, y) in zip(loose, _grid(len(loose), columns(len(loose))), strict=True)}

    def _spread(self, cluster: Record, x: float, y: float) -> None:
        count = len(cluster["notes"])
        across = max(2, math.ceil(math.sqrt(1.5 * count)))
        self.places |= {key: (x + CLUSTER_PAD + dx, y + CLUSTER_HEAD + dy)
                        for key, (dx, dy) in zip(cluster["notes"], _grid(count, across), strict=True)}
        self.frames[cluster["id"]] = (x, y, 2 * CLUSTER_PAD + across * PITCH - GAP,
                                      CLUSTER_HEAD + math.ceil(count / across) * PITCH - GAP + CLUSTER_PAD)


def _grid(count: int, across: int) -> list[Place]:
    return [(index % across * PITCH, index // across * PITCH) for index in range(count)]


def _squeezed(spans: Iterable[tuple[float, float]], origin: float, most: float) -> dict[float, float]:
    """Where each start of a span comes to lie when no gap between them, or to the origin, is wider than `most`."""
    found: dict[float, float] = {}
    reach, shift = origin, 0.0
    for start, end in sorted(spans):
        if start < reach and not found:
            shift = origin - start
        elif start > reach + most:
            shift -= start - reach - most
        reach = end if not found else max(reach, end)
        found[start] = start + shift
    return found


def _square(place: Place) -> Area:
    return *place, NOTE, NOTE


def _around(areas: list[Area]) -> Area:
    left, top = min(each[0] for each in areas), min(each[1] for each in areas)
    return left, top, max(x + width for x, _, width, _ in areas) - left, max(y + height for _, y, _, height in areas) - top


def _overlap(one: Area, other: Area) -> bool:
    return one[0] < other[0] + other[2] and other[0] < one[0] + one[2] and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]


def _edge(of: Place, to: Place) -> Place:
    """Where the way from a note's middle to another's leaves it."""
    far = max(abs(to[0] - of[0]), abs(to[1] - of[1]))
    share = min(1.0, NOTE / 2 / far) if far else 0
    return of[0] + NOTE / 2 + (to[0] - of[0]) * share, of[1] + NOTE / 2 + (to[1] - of[1]) * share
