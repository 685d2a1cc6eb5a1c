"""What one simulated person did and was told, only ever appended to; the run is judged by it at the end."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Journal:
    made: list[str] = field(default_factory=list)                    # change_ids, in the order they were first sent
    acknowledged: dict[str, int] = field(default_factory=dict)       # change_id -> seq
    refused: dict[str, str] = field(default_factory=dict)            # change_id -> reason
    renamed: set[str] = field(default_factory=set)                   # given up for the same change under a new name
    abandoned: set[str] = field(default_factory=set)                 # never sent: what they were about had gone
    rewrites: set[str] = field(default_factory=set)                  # changes that replaced a text as a whole
    applied: dict[int, tuple[dict[str, Any], bool]] = field(default_factory=dict)  # seq -> change, as it came; as it happened?
    typed: set[str] = field(default_factory=set)                     # characters; every one in a run is another
    rubbed_out: set[str] = field(default_factory=set)                # characters deleted on purpose
    given_back: set[str] = field(default_factory=set)                # characters of refused typing, shown to the person


def characters(steps: list[Any]) -> set[str]:
    """Those that the steps bring into notes."""
    found: set[str] = set()
    for step in steps:
        if step[0] == "text":
            found.update(*(part for part in step[4] if isinstance(part, str)))
        elif step[1] != "note":
            continue
        elif step[0] == "add":
            found.update(step[2].get("text", ""))
        elif step[0] == "set":
            found.update(step[3].get("text", ""))
    return found
