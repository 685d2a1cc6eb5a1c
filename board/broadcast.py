"""From committed changes to messages: one for everybody on a board, others for the seats that may see more.

A message covers a range of numbers without a hole (PROTOCOL.md, S5). Changes of which only their author sees anything
are held back for a moment: in private writing five hundred people need not hear of each other's every letter. The
author gets them at once.
"""
from __future__ import annotations

import base64
import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson

from . import secrecy
from .concurrency import Concurrency

HELD = 0.25             # seconds
MANY_STEPS = 50         # of one change; from here on it is worth looking how long a message is
PACKED_FROM = 16_384    # bytes of JSON
Change = dict[str, Any]
Send = Callable[[str, str, Any], None]


@dataclass
class Line:
    """`after`: the number everybody was told of last. `held`: what came after it."""
    after: int
    held: list[Change] = field(default_factory=list)
    waking: bool = False


class Broadcast:
    """`send(room, event, message)` reaches a board's room or, as `seat_room`, all connections of a seat."""

    def __init__(self, concurrency: Concurrency, send: Send) -> None:
        self._concurrency, self._send = concurrency, send
        self._lines: dict[str, Line] = {}
        self._guard = concurrency.lock()

    def publish(self, board_id: str, changes: list[Change]) -> None:
        """Send changes that follow one another; those of one board in their order."""
        with self._guard:       # what is added to a line that is being told would be lost
            line = self._lines.get(board_id)
            if line is None:
                line = self._lines[board_id] = Line(changes[0]["seq"] - 1)
            line.held += changes
        if any(secrecy.for_everybody(change) is not None for change in changes):
            self.flush(board_id)
            return
        for seat_id in set().union(*map(secrecy.special_seats, changes)):
            self._send(seat_room(board_id, seat_id), "changes", _message(line, _of_seat(line.held, seat_id)))
        if not line.waking:
            line.waking = True
            self._concurrency.spawn(self._wake, board_id)

    def flush(self, board_id: str) -> None:
        """Tell everybody of what was held back."""
        with self._guard:
            line = self._lines.pop(board_id, None)
        if line is None:
            return
        everybody = [seen for change in line.held if (seen := secrecy.for_everybody(change)) is not None]
        # Theirs first: after it they take the one for everybody for known.
        for seat_id in set().union(*map(secrecy.special_seats, line.held)):
            self._send(seat_room(board_id, seat_id), "changes", _message(line, _of_seat(line.held, seat_id)))
        self._send(board_id, "changes", _message(line, everybody))

    def _wake(self, board_id: str) -> None:
        self._concurrency.sleep(HELD)
        self.flush(board_id)


def seat_room(board_id: str, seat_id: str) -> str:
    return f"{board_id}/{seat_id}"


def listed(changes: list[Change]) -> dict[str, Any]:
    """The list as a message carries it: `changes`, or `packed` when a change is long (S10). Many short ones are not worth
    the packing."""
    if any(len(change["steps"]) >= MANY_STEPS for change in changes):
        body = orjson.dumps(changes)
        if len(body) > PACKED_FROM:
            return {"packed": base64.b64encode(gzip.compress(body, 3, mtime=0)).decode()}
    return {"changes": changes}


def _message(line: Line, changes: list[Change]) -> dict[str, Any]:
    return {"after": line.after, "seq": line.held[-1]["seq"], **listed(changes)}


def _of_seat(held: list[Change], seat_id: str) -> list[Change]:
    return [seen for change in held if (seen := secrecy.for_seat(change, seat_id)) is not None]
