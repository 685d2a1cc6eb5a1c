"""A board whose people are on several processes for a while: who is there, and what is never stored, passed between them.

Best effort. A process says who is on it when somebody comes or goes and every few seconds; one that is not heard any more
loses its people. Signals are passed on as they were merged, and only while there is somebody to pass them to.
"""
from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .bus import NullBus
from .presence import Presence, Send, clean_signal
from .protocol import is_record_id, is_whole

ANNOUNCE = 3.0      # seconds between two lists of who is here
EXPIRE = 10.0       # seconds after which a process that says nothing has nobody
MOST_PEOPLE = 10_000


@dataclass
class Neighbour:
    """Another process that has people on the board."""
    seats: set[str]
    until: float


class Neighbours:
    """`hint(board_id, seq)` and `seats_changed(board_id)` are called for what else is heard: looked up, not believed."""

    def __init__(self, bus: NullBus, presence: Presence, send: Send) -> None:
        self._bus, self._presence, self._send = bus, presence, send
        self._boards: dict[str, dict[str, Neighbour]] = {}      # board -> process
        self._told: set[str] = set()                            # boards of which others heard that we have people
        self._announced = 0.0
        self.hint: Callable[[str, int], None] = lambda board_id, seq: None
        self.seats_changed: Callable[[str], None] = lambda board_id: None
        bus.hear, bus.listening = self._hear, self._ask
        presence.elsewhere, presence.on_people, presence.on_signals = self.elsewhere, self._moved, self._signalled

    def here(self, board_id: str) -> list[str]:
        """Everybody on the board, on whichever process."""
        return list(dict.fromkeys([*self._presence.here(board_id), *sorted(self.elsewhere(board_id))]))

    def elsewhere(self, board_id: str) -> set[str]:
        """The seats that are on other processes."""
        return set().union(*(each.seats for each in self._boards.get(board_id, {}).values()))

    def look(self) -> None:
        """What is to be done every second or two: say who is here, forget who is not heard any more."""
        now = time.monotonic()
        for board_id, processes in list(self._boards.items()):
            for process in [each for each, neighbour in processes.items() if neighbour.until < now]:
                self._take(board_id, process, None)
        for board_id in self._told - set(self._presence.boards()):
            self._bus.publish(board_id, {"here": []})
            self._told.discard(board_id)
        if now - self._announced >= ANNOUNCE:
            self._announced = now
            for board_id in list(self._boards):
                self._announce(board_id)

    def _ask(self, board_id: str) -> None:
        self._told.add(board_id)
        self._bus.publish(board_id, {"here": self._presence.here(board_id), "ask": True})

    def _announce(self, board_id: str) -> None:
        here = self._presence.here(board_id)
        if here:
            self._told.add(board_id)
            self._bus.publish(board_id, {"here": here})

    def _moved(self, board_id: str, come: list[str], gone: list[str]) -> None:
        if board_id in self._boards:
            self._bus.publish(board_id, {"come": come, "gone": gone})

    def _signalled(self, board_id: str, signals: dict[str, Any]) -> None:
        if board_id in self._boards:
            self._bus.publish(board_id, {"signals": signals})

    def _hear(self, board_id: str, message: dict[str, Any]) -> None:
        if is_whole(message.get("seq")):
            self.hint(board_id, message["seq"])
        if message.get("seats"):
            self.seats_changed(board_id)
        signals = message.get("signals")
        if isinstance(signals, dict):
            self._presence.pass_on(board_id, {seat_id: signal for seat_id, signal in signals.items()
                                              if is_record_id(seat_id) and clean_signal(signal) is not None})
        if "here" in message or "come" in message:
            self._hear_of_people(board_id, message)

    def _hear_of_people(self, board_id: str, message: dict[str, Any]) -> None:
        process = message["process"]
        known = self._boards.get(board_id, {}).get(process)
        if "here" in message:
            seats = _ids(message["here"])
        else:
            seats = ((known.seats if known else set()) | _ids(message["come"])) - _ids(message.get("gone"))
        asks = bool(message.get("ask"))
        self._take(board_id, process, seats if seats or asks else None)
        if asks or known is None:       # it does not know of us yet
            self._announce(board_id)

    def _take(self, board_id: str, process: str, seats: set[str] | None) -> None:
        """A neighbour has these people; None: it is none any more. People here are told who came and went by it."""
        before = self.elsewhere(board_id)
        processes = self._boards.setdefault(board_id, {})
        if seats is None:
            processes.pop(process, None)
        else:
            processes[process] = Neighbour(seats, time.monotonic() + EXPIRE)
        if not processes:
            del self._boards[board_id]
        after, here = self.elsewhere(board_id), set(self._presence.here(board_id))
        come, gone = sorted(after - before - here), sorted(before - after - here)
        if here and (come or gone):
            self._send(board_id, "people", {"come": come, "gone": gone})


def _ids(value: Any) -> set[str]:
    return {each for each in value if is_record_id(each)} if isinstance(value, list) and len(value) <= MOST_PEOPLE else set()
