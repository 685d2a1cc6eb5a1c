"""The table of scenarios: name, what is done, what is asserted. A scenario is a function of a `Stage`."""
from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from .stage import Stage

Play = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True)
class Scenario:
    name: str
    group: str
    done: str
    asserted: str
    play: Play
    control: str = ""       # a build broken on purpose: what the checker must say of it


SCENARIOS: dict[str, Scenario] = {}
KEPT = "lost 0, twice 0, all alike within 5 s"


def scenario(name: str, group: str, done: str, asserted: str = KEPT, *, control: str = "") -> Callable[[Play], Play]:
    def enter(play: Play) -> Play:
        assert name not in SCENARIOS
        SCENARIOS[name] = Scenario(name, group, done, asserted, play, control)
        return play
    return enter
