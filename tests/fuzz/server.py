"""The real server core under a test's hands: its work waits to be run, its commits can fail, it can die and come back."""
from __future__ import annotations

import functools
import random
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import greenlet
import once
import orjson
from sqlalchemy.exc import OperationalError
from werkzeug.routing import Rule

import board as package
from board import broadcast, concurrency, create_app, db, queues, sync, wire, working_set
from board.protocol import Refused
from board.sockets import Sockets
from config import Settings

from .breaks import BREAKS

Deliver = Callable[[str, str, bytes, bool], None]


class Crash(BaseException):
    """The process is gone at this very moment."""


@dataclass(frozen=True)
class Faults:
    """How often (of all commits) the database fails or the process dies."""
    fails: float = 0.0            # nothing is stored, the author hears `storage`
    lost_outcome: float = 0.0     # stored, but the server never learns of it and says `storage`
    dies_before: float = 0.0      # the process dies, nothing is stored
    dies_after: float = 0.0       # the process dies after storing and before telling anybody


class Waiting(concurrency.Inline):
    """Spawned work waits until it is run, so that changes gather and groups form."""

    def __init__(self) -> None:
        self.tasks: deque[tuple[Callable[..., Any], tuple[Any, ...]]] = deque()

    def spawn(self, work: Callable[..., Any], *arguments: Any) -> None:
        self.tasks.append((work, arguments))

    def event(self) -> Any:
        return _Event(self)

    def run(self, most: int = 1000) -> None:
        for _ in range(min(most, len(self.tasks))):
            work, arguments = self.tasks.popleft()
            work(*arguments)


class _Event:
    def __init__(self, waiting: Waiting) -> None:
        self._waiting, self._set = waiting, False

    def set(self) -> None:
        self._set = True

    def wait(self, _timeout: float | None = None) -> bool:
        while not self._set and self._waiting.tasks:
            self._waiting.run(1)
        return self._set


class _Rooms:
    """Stands for the Socket.IO library: rooms and sending."""

    def __init__(self, deliver: Deliver) -> None:
        self.server = self
        self._deliver = deliver
        self._rooms: dict[str, set[str]] = {}

    def on(self, event: str, handler: Any) -> None:
        pass

    def enter_room(self, connection: str, room: str) -> None:
        self._rooms.setdefault(room, set()).add(connection)

    def disconnect(self, connection: str) -> None:
        raise NotImplementedError      # nobody is blocked here

    def leave_room(self, connection: str, room: str) -> None:
        self._rooms.get(room, set()).discard(connection)

    def forget(self, connection: str) -> None:
        for room in self._rooms.values():
            room.discard(connection)

    def emit(self, event: str, message: Any, to: str) -> None:
        packed, to_seat = orjson.dumps(message), "/" in to
        for connection in sorted(self._rooms.get(to, () if to_seat else {to})):
            self._deliver(connection, event, packed, to_seat)


class Server:
    """One process after another on the same database. `broken`: {"early"} answers before it commits, and what `breaks` has."""

    def __init__(self, folder: Path, broken: frozenset[str] = frozenset()) -> None:
        self._folder, self._broken = folder, broken
        self.faults, self.rng = Faults(), random.Random(0)
        self.deliver: Deliver = lambda connection, event, message, to_seat: None
        self.lives = 0
        self._held: greenlet.greenlet | None = None
        self._engine = db.make_engine(f"sqlite:///{folder / 'board.db'}", one_thread=True)
        self.start()

    def start(self) -> None:
        self.lives += 1
        self.waiting = Waiting()
        settings = Settings(data=self._folder, async_mode="inline", rate_changes=0, rate_notes=0, rate_boards=0)
        with (mock.patch.object(concurrency, "start", lambda mode: self.waiting), mock.patch.object(package, "Assets", _assets),
              mock.patch.object(Rule, "_compile_builder", once.route)):
            self.app = create_app(settings)
        self.parts = self.app.extensions["board"]
        self.database = self.parts.database
        self.database._shared = self._engine       # one open connection, as a thread of the live server has
        self._write, self._read = self.database.write, self.database.read
        self.database.write, self.database.read = self._faulty_write, self._careful_read
        self.rooms = _Rooms(lambda *message: self.deliver(*message))
        self.sockets = Sockets(self.rooms, self.parts)

    def stop(self) -> None:
        self._let_go(commit=False)
        self._engine.dispose()

    def dies(self) -> None:
        """Everything in memory is lost; a new process comes up."""
        self._let_go(commit=False)
        self.start()

    # What a connection does

    def connect(self, connection: str, token: str) -> None:
        self.sockets.on_connect(connection, {}, {"token": token})

    def disconnect(self, connection: str) -> None:
        self.rooms.forget(connection)
        self.sockets.on_disconnect(connection)

    def hear(self, connection: str, event: str, message: bytes) -> Any:
        return getattr(self.sockets, f"on_{event}")(connection, orjson.loads(message))

    def changes(self, board: str, since: int, seat: str) -> tuple[int, Any]:
        """What the HTTP door answers, without the cost of HTTP."""
        try:
            return 200, self.database.read(sync.changes_since, board, since, seat)
        except Refused:
            return 410, None

    def snapshot(self, board: str, token: str) -> tuple[int, Any]:
        path = f"/api/boards/{board}/snapshot"
        answer = self.app.test_client().get(path, headers={"Authorization": f"Bearer {token}"})
        return answer.status_code, answer.json

    # What can go wrong

    def _faulty_write(self, work: Any, *arguments: Any) -> Any:
        self._let_go(commit=True)
        if work is not sync.commit_group:
            return self._write(work, *arguments)
        chance, faults = self.rng.random(), self.faults
        if "early" in self._broken:
            outcome = self._hold(work, arguments)
            if chance < 5 * faults.dies_before:
                self.waiting.spawn(self._die_soon, 3)        # when the answer has arrived, and before the commit
            return outcome
        for share, error in ((faults.fails, _unwell()), (faults.dies_before, Crash())):
            if chance < share:
                return self._write(_spoil(work, error), *arguments)
            chance -= share
        result = self._write(work, *arguments)
        if chance < faults.lost_outcome:
            raise _unwell()
        if chance < faults.lost_outcome + faults.dies_after:
            raise Crash
        return result

    def _careful_read(self, work: Any, *arguments: Any, **named: Any) -> Any:
        self._let_go(commit=True)
        return self._read(work, *arguments, **named)

    def _hold(self, work: Any, arguments: Any) -> Any:
        """What the transaction will have done, while it is still open."""
        outside = greenlet.getcurrent()

        def held(connection: Any) -> None:
            if outside.switch(work(connection, *arguments)) == "roll back":
                raise _unwell()
        self._held = greenlet.greenlet(lambda: self._write(held))
        return self._held.switch()

    def _die_soon(self, moments: int) -> None:
        if not moments:
            raise Crash
        self.waiting.spawn(self._die_soon, moments - 1)

    def _let_go(self, *, commit: bool) -> None:
        held, self._held = self._held, None
        if held is None:
            return
        try:
            held.parent = greenlet.getcurrent()
            held.switch("commit" if commit else "roll back")
        except OperationalError:
            pass


def _unwell() -> OperationalError:
    return OperationalError("commit", {}, Exception("the disk is away"))


def _spoil(work: Any, error: BaseException) -> Any:
    def spoiled(connection: Any, *arguments: Any) -> None:
        work(connection, *arguments)
        raise error
    return spoiled


@functools.cache
def _assets(*arguments: Any, **named: Any) -> Any:
    return _assets.real(*arguments, **named)


_assets.real = package.Assets      # type: ignore[attr-defined]


@contextmanager
def short_memory(catch_up: int, text_history: int, group: int, broken: frozenset[str]) -> Iterator[None]:
    """Bounds so small that reloads, stale typing and full groups happen in short runs; sending goes to the test."""
    patches = [
        mock.patch.object(wire, "send", lambda rooms, event, message, *, to: rooms.emit(event, message, to)),
        mock.patch.object(wire, "drop_slow", lambda rooms: 0), mock.patch.object(sync, "CATCH_UP", catch_up),
        mock.patch.object(working_set, "TEXT_HISTORY", text_history), mock.patch.object(queues, "GROUP", group),
        mock.patch.object(broadcast, "MANY_STEPS", 3), mock.patch.object(broadcast, "PACKED_FROM", 500)]
    with ExitStack() as stack:
        for patch in [*patches, *(each for name in sorted(broken & set(BREAKS)) for each in BREAKS[name]())]:
            stack.enter_context(patch)
        yield
