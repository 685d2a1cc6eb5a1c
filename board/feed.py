"""The number line of each board that is open in this process: what was committed, here or by another process, goes to the
people here in order, once, without a hole.

A commit of our own passes through here on its way. What others committed is noticed by a hint (`bus`) or, two seconds later
at most, by looking at the boards' numbers, and is read from the database. So the database alone decides what people see.
"""
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from .concurrency import Concurrency
from .db import Database
from .protocol import Reason, Refused
from .sync import BOARDS, CATCH_UP, read_changes

log = logging.getLogger(__name__)
POLL = 2.0          # seconds
KEPT = 60.0         # seconds a line is kept after the last time somebody came
BOARDS_AT_ONCE = 500
Change = dict[str, Any]


@dataclass
class Line:
    """`sent`: the number people here were told of last. The lock is held while they are told."""
    sent: int
    lock: Any
    used: float = field(default_factory=time.monotonic)
    catching_up: bool = False
    hinted: int = 0


class Feed:
    """`publish(board_id, changes)` sends changes that follow one another. `skip(board_id, seq)` is called when those up to
    `seq` cannot be had, so that people fetch the board anew; `gone(board_id)` when there is no such board any more, or it
    is at an earlier number than people were told of (a database brought back from a backup)."""

    def __init__(self, database: Database, concurrency: Concurrency, publish: Callable[[str, list[Change]], None]) -> None:
        self._database, self._concurrency, self._publish = database, concurrency, publish
        self.skip: Callable[[str, int], None] = lambda board_id, seq: None
        self.gone: Callable[[str], None] = lambda board_id: None
        self._lines: dict[str, Line] = {}

    def open(self, board_id: str) -> bool:
        """Follow this board from its number on, before anybody is told of it; whether that is new. Raises Refused."""
        line = self._lines.get(board_id)
        if line is not None:
            line.used = time.monotonic()
            return False
        seq = self._database.read(_number, board_id)
        if seq is None:
            raise Refused(Reason.NOT_FOUND)
        return self._lines.setdefault(board_id, made := Line(seq, self._concurrency.reentrant_lock())) is made

    def close_unused(self, in_use: set[str]) -> list[str]:
        """Forget the boards nobody is on; which."""
        long_ago = time.monotonic() - KEPT
        closed = [each for each, line in self._lines.items() if each not in in_use and line.used < long_ago]
        for each in closed:
            del self._lines[each]
        return closed

    def own(self, board_id: str, changes: list[Change]) -> None:
        """Changes that this process committed."""
        line = self._lines.get(board_id)
        if line is None:        # nobody is here
            self._publish(board_id, changes)
            return
        with line.lock:
            if changes[0]["seq"] > line.sent + 1:       # another process was first: theirs before ours
                try:
                    self._catch_up(board_id, line)
                except SQLAlchemyError as error:
                    log.warning("changes of another process have to wait: %s", type(error).__name__)
                    return                              # ours come with them
            fresh = [each for each in changes if each["seq"] > line.sent]
            if fresh:
                line.sent = fresh[-1]["seq"]
                self._publish(board_id, fresh)

    def hint(self, board_id: str, seq: int) -> None:
        """Another process says that the board has reached this number. That is looked up, not believed."""
        line = self._lines.get(board_id)
        if line is None or seq <= line.sent:
            return
        line.hinted = max(line.hinted, seq)
        if not line.catching_up:
            line.catching_up = True
            self._concurrency.spawn(self._follow_hints, board_id, line)

    def poll(self) -> None:
        """Look at the numbers of all open boards. Raises what the database raises."""
        boards = list(self._lines)
        for start in range(0, len(boards), BOARDS_AT_ONCE):
            part = boards[start:start + BOARDS_AT_ONCE]
            numbers = self._database.read(_numbers, part)
            for board_id in part:
                line = self._lines.get(board_id)
                if line is not None and numbers.get(board_id) != line.sent:
                    with line.lock:
                        self._catch_up(board_id, line)

    def tell(self, board_id: str, act: Callable[[str, int], None]) -> None:
        """Call `act(board_id, seq)` while everything up to `seq` was sent and nothing else is."""
        line = self._lines.get(board_id)
        if line is not None:
            with line.lock:
                act(board_id, line.sent)

    def _follow_hints(self, board_id: str, line: Line) -> None:
        try:
            while line.hinted > line.sent:
                wanted, line.hinted = line.hinted, 0
                with line.lock:
                    if wanted > line.sent:
                        self._catch_up(board_id, line)
        except SQLAlchemyError as error:        # the next look will find it
            log.warning("a hint could not be followed: %s", type(error).__name__)
        finally:
            line.catching_up = False

    def _catch_up(self, board_id: str, line: Line) -> None:
        """Send what the database has beyond the line. Its lock is held."""
        seq, changes = self._database.read(_beyond, board_id, line.sent)
        if seq is None or seq < line.sent:
            log.error("board %s %s", board_id, "is gone" if seq is None else "went back in time")
            line.sent = seq or 0
            self.gone(board_id)
        elif len(changes) != seq - line.sent:           # too many, or their history is not kept
            line.sent = seq
            self.skip(board_id, seq)
        elif changes:
            line.sent = seq
            self._publish(board_id, changes)


def _number(connection: Connection, board_id: str) -> int | None:
    return connection.execute(sa.select(BOARDS.c.seq).where(BOARDS.c.id == board_id)).scalar_one_or_none()


def _numbers(connection: Connection, boards: list[str]) -> dict[str, int]:
    return {row.id: row.seq for row in connection.execute(sa.select(BOARDS.c.id, BOARDS.c.seq).where(BOARDS.c.id.in_(boards)))}


def _beyond(connection: Connection, board_id: str, after: int) -> tuple[int | None, list[Change]]:
    """The board's number and the changes up to it, as far as they are there."""
    seq = _number(connection, board_id)
    if seq is None or seq <= after or seq - after > CATCH_UP:
        return seq, []
    return seq, read_changes(connection, board_id, after, seq)
