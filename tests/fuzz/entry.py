"""A change of a simulated person that is not confirmed yet."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass
class Entry:
    """A change of mine. `steps` move along with the confirmed texts; `sent` is what went out, word for word."""
    change_id: str
    steps: list[Any]
    sent: list[Any] | None = None
    flying: bool = False
    sent_at: int = 0
    seq: int | None = None
    tries: int = 0
    not_before_rev: int = 0

    def typing_on(self) -> str | None:
        return self.steps[0][2] if self.steps[0][0] == "text" else None

    def shapes(self, note: str) -> bool:
        """Does it touch this note's text, or whether there is one?"""
        return any(step[1] == "note" and (step[2]["id"] if step[0] == "add" else step[2]) == note
                   and (step[0] != "set" or "text" in step[3]) for step in self.steps)
