"""Readers on a slow or costly line (PROTOCOL.md, E4): nothing of cursors, drags and typing, and changes gathered for a moment, packed.

What they get is the same number line as everybody's: ranges that follow one another are joined into one, so none is left out and
none comes twice. Their own changes come at once, with all that was held before them.
"""
from __future__ import annotations

import base64
import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson

from .concurrency import Concurrency

HELD = 2.5              # seconds
PACKED_FROM = 700       # bytes of JSON: below, packing gains nothing
Send = Callable[[str, str, Any], None]


@dataclass
class Reader:
    """One connection. `after`, `seq`: the range that is held, None when there is none."""
    seat_id: str
    after: int | None = None
    seq: int = 0
    changes: list[dict[str, Any]] = field(default_factory=list)
    later: dict[str, Any] = field(default_factory=dict)      # of these events the last is enough


class LowData:
    """`send(connection_id, event, message)` reaches one connection."""

    def __init__(self, concurrency: Concurrency, send: Send) -> None:
        self._concurrency, self._send = concurrency, send
        self._boards: dict[str, dict[str, Reader]] = {}
        self._waking: set[str] = set()
        self._guard = concurrency.reentrant_lock()
        self._made: tuple[Any, dict[str, Any]] = (None, {})     # the last message: most readers get the same

    def enter(self, board_id: str, connection_id: str, seat_id: str) -> None:
        with self._guard:
            self._boards.setdefault(board_id, {})[connection_id] = Reader(seat_id)

    def leave(self, board_id: str, connection_id: str) -> None:
        with self._guard:
            readers = self._boards.get(board_id, {})
            readers.pop(connection_id, None)
            if not readers:
                self._boards.pop(board_id, None)

    def hear(self, room: str, event: str, message: Any) -> None:
        """What is about to be sent to a board's room, or to that of one seat, where its readers are themselves."""
        board_id, _, seat_id = room.partition("/")
        if board_id not in self._boards:
            return
        with self._guard:
            for connection_id, reader in list(self._boards.get(board_id, {}).items()):
                if seat_id:
                    if reader.seat_id == seat_id:
                        self._tell(board_id, connection_id, reader)     # what came before it
                elif event == "changes":
                    self._hear_changes(board_id, connection_id, reader, message)
                elif event == "signals":
                    views = {seat: {"view": signal["view"]} for seat, signal in message.items() if "view" in signal}
                    if views:
                        self._keep(board_id, reader, event, {**reader.later.get(event, {}), **views})
                elif event == "counts":
                    self._keep(board_id, reader, event, message)
                else:
                    self._send(connection_id, event, message)

    def _hear_changes(self, board_id: str, connection_id: str, reader: Reader, message: dict[str, Any]) -> None:
        joins = reader.after is not None and message["after"] <= reader.seq
        if "packed" in message or not joins:
            self._tell(board_id, connection_id, reader)
        if "packed" in message:
            self._send(connection_id, "changes", message)
            return
        if reader.after is None:
            reader.after, reader.seq = message["after"], message["after"]
        reader.changes += [change for change in message["changes"] if change["seq"] > reader.seq]
        reader.seq = max(reader.seq, message["seq"])
        mine = any(change["seat"] == reader.seat_id for change in message["changes"])
        if mine or "now" in message:
            self._tell(board_id, connection_id, reader, message.get("now"))
        else:
            self._wake(board_id)

    def _keep(self, board_id: str, reader: Reader, event: str, message: Any) -> None:
        reader.later[event] = message
        self._wake(board_id)

    def _wake(self, board_id: str) -> None:
        if board_id not in self._waking:
            self._waking.add(board_id)
            self._concurrency.spawn(self._tell_all, board_id)

    def _tell_all(self, board_id: str) -> None:
        self._concurrency.sleep(HELD)
        with self._guard:
            self._waking.discard(board_id)
            for connection_id, reader in list(self._boards.get(board_id, {}).items()):
                self._tell(board_id, connection_id, reader)

    def _tell(self, board_id: str, connection_id: str, reader: Reader, now: str | None = None) -> None:
        if reader.after is not None:
            self._send(connection_id, "changes", self._message(board_id, reader, now))
        later, reader.after, reader.changes, reader.later = reader.later, None, [], {}
        for event, message in later.items():
            self._send(connection_id, event, message)

    def _message(self, board_id: str, reader: Reader, now: str | None) -> dict[str, Any]:
        key = (board_id, reader.after, reader.seq, now)
        if self._made[0] != key:
            body = orjson.dumps(reader.changes)
            listed = {"changes": reader.changes} if len(body) < PACKED_FROM else {
                "packed": base64.b64encode(gzip.compress(body, 6, mtime=0)).decode()}
            self._made = key, {"after": reader.after, "seq": reader.seq, **listed, **({"now": now} if now else {})}
        return self._made[1]
