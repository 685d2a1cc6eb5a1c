"""Who is here, and what is never stored: cursors, drags in flight, typing. Merged over a short time, then sent."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .concurrency import Concurrency
from .protocol import is_record_id

TICK = 0.05
TICK_IN_LARGE_ROOM = 0.1
LARGE_ROOM = 100
PEOPLE_TICK = 0.3
MAX_DRAGGED = 500
BOUND = 1_000_000
NOTHING: dict[str, Any] = {"cursor": None, "drag": None, "typing": None}

Send = Callable[[str, str, Any], None]


class Presence:
    """`send(board_id, event, message)` reaches everybody on the board."""

    def __init__(self, concurrency: Concurrency, send: Send) -> None:
        self._concurrency, self._send = concurrency, send
        self._rooms: dict[str, dict[str, set[str]]] = {}         # board -> seat -> connections
        self._signals: dict[str, dict[str, dict[str, Any]]] = {}
        self._moves: dict[str, dict[str, bool]] = {}             # board -> seat -> came (True) or went
        self._ticking: set[str] = set()
        self._muted: set[str] = set()                            # boards where signals would tell who writes what
        self._leaders: dict[str, str] = {}
        self._shown: dict[str, set[str]] = {}                    # board -> seats of whom others may see something still
        # Other processes with people on the same board (see `neighbours`): who is there, and what they are told.
        self.elsewhere: Callable[[str], set[str]] = lambda board_id: set()
        self.on_people: Callable[[str, list[str], list[str]], None] = lambda board_id, come, gone: None
        self.on_signals: Callable[[str, dict[str, Any]], None] = lambda board_id, signals: None

    def mute(self, board_id: str, *, signals: bool, leader: str) -> None:
        """Whether cursors, drags and typing are kept back (P8), and whose view is passed on."""
        self._leaders[board_id] = leader
        if not signals:
            self._muted.discard(board_id)
        elif board_id not in self._muted:
            self._muted.add(board_id)
            self._signals.pop(board_id, None)
            shown = self._shown.pop(board_id, None)
            if shown:
                self._send(board_id, "signals", {seat_id: dict(NOTHING) for seat_id in shown})

    def boards(self) -> list[str]:
        return list(self._rooms)

    def here(self, board_id: str) -> list[str]:
        return list(self._rooms.get(board_id, {}))

    def count(self) -> int:
        return sum(len(connections) for room in list(self._rooms.values()) for connections in list(room.values()))

    def enter(self, board_id: str, seat_id: str, connection: str) -> None:
        connections = self._rooms.setdefault(board_id, {}).setdefault(seat_id, set())
        if not connections:
            self._moved(board_id, seat_id, True)
        connections.add(connection)

    def leave(self, board_id: str, seat_id: str, connection: str) -> None:
        room = self._rooms.get(board_id, {})
        connections = room.get(seat_id, set())
        connections.discard(connection)
        if connections or seat_id not in room:
            return
        del room[seat_id]
        if room:
            self.signal(board_id, seat_id, dict(NOTHING))
            self._moved(board_id, seat_id, False)
        else:
            self._rooms.pop(board_id, None)
            self._muted.discard(board_id)
            self._leaders.pop(board_id, None)
            self._shown.pop(board_id, None)
            self._signals.pop(board_id, None)
            self._moves.pop(board_id, None)

    def signal(self, board_id: str, seat_id: str, signal: dict[str, Any]) -> None:
        """Merge a checked signal into what goes out with the next tick."""
        signal = self._allowed(board_id, seat_id, signal)
        if not signal:
            return
        mine = self._signals.setdefault(board_id, {}).setdefault(seat_id, {})
        for name, value in signal.items():
            if name == "drag" and value and isinstance(mine.get("drag"), dict) and len(mine["drag"]) < MAX_DRAGGED:
                mine["drag"].update(value)
            else:
                mine[name] = value
        large = len(self._rooms.get(board_id, ())) > LARGE_ROOM
        self._tick("signals", board_id, TICK_IN_LARGE_ROOM if large else TICK, self._flush_signals)

    def pass_on(self, board_id: str, signals: dict[str, dict[str, Any]]) -> None:
        """Checked signals that another process has merged."""
        allowed = {seat_id: left for seat_id, signal in signals.items() if (left := self._allowed(board_id, seat_id, signal))}
        if allowed and board_id in self._rooms:
            self._shown.setdefault(board_id, set()).update(allowed)
            self._send(board_id, "signals", allowed)

    def _allowed(self, board_id: str, seat_id: str, signal: dict[str, Any]) -> dict[str, Any]:
        if board_id in self._muted:
            signal = {name: value for name, value in signal.items() if name == "view"}     # nor that somebody stopped
        if "view" in signal and self._leaders.get(board_id) != seat_id:
            signal = {name: value for name, value in signal.items() if name != "view"}
        return signal

    def _moved(self, board_id: str, seat_id: str, came: bool) -> None:
        self._moves.setdefault(board_id, {})[seat_id] = came
        self._tick("people", board_id, PEOPLE_TICK, self._flush_people)

    def _tick(self, what: str, board_id: str, seconds: float, flush: Callable[[str], None]) -> None:
        key = f"{what} {board_id}"
        if key in self._ticking:
            return
        self._ticking.add(key)

        def run() -> None:
            self._concurrency.sleep(seconds)
            self._ticking.discard(key)
            flush(board_id)
        self._concurrency.spawn(run)

    def _flush_signals(self, board_id: str) -> None:
        signals = self._signals.pop(board_id, None)
        if signals:
            self._shown.setdefault(board_id, set()).update(signals)
            self._send(board_id, "signals", signals)
            self.on_signals(board_id, signals)

    def _flush_people(self, board_id: str) -> None:
        moves = self._moves.pop(board_id, None)
        if moves:
            come, gone = [s for s, came in moves.items() if came], [s for s, came in moves.items() if not came]
            self.on_people(board_id, come, gone)
            there = self.elsewhere(board_id)        # whoever is on two processes neither comes nor goes
            if not there.issuperset(moves):
                self._send(board_id, "people", {"come": [s for s in come if s not in there], "gone": [s for s in gone if s not in there]})


def clean_signal(payload: Any) -> dict[str, Any] | None:
    """The signal if it is well formed, else None: signals are dropped, not answered."""
    if not isinstance(payload, dict) or not payload or set(payload) - {"cursor", "drag", "typing", "view"}:
        return None
    if payload.get("view") is not None and not _is_view(payload["view"]):
        return None
    cursor, drag, typing = payload.get("cursor"), payload.get("drag"), payload.get("typing")
    if cursor is not None and not _is_point(cursor) or typing is not None and not is_record_id(typing):
        return None
    if drag is not None:
        if not isinstance(drag, dict) or len(drag) > MAX_DRAGGED:
            return None
        if not all(is_record_id(key) and _is_point(point) for key, point in drag.items()):
            return None
    return payload


def _is_point(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))


def _is_view(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 4 and all(map(_is_number, value)) and value[2] > 0 and value[3] > 0


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= BOUND
