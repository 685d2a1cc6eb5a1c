"""What a check gives."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

STATES = ("ok", "warn", "bad")


@dataclass(frozen=True)
class Line:
    """`state` is one of `STATES`, `found` what was seen."""
    state: str
    found: str


def worst(states: Iterable[str]) -> str:
    return max(states, key=STATES.index, default="ok")


def judged(problems: Iterable[tuple[str, str]], fine: str) -> Line:
    """One line of several `(state, what)`; `fine` when there are none."""
    found = list(problems)
    return Line(worst(state for state, _ in found), "; ".join(what for _, what in found) or fine)
